"""What readers are shown as key quotes: only words whose speaker is beyond doubt."""

from __future__ import annotations

import pytest

import newsclean

STORY = {
    "en": "The mill on the river has stood empty for a year. It was built in the days of the steam "
    "engine. Nobody wants to buy it now. The roof has holes. The floor is wet. Birds live in the "
    "tower. The town pays for the fence. It rained all week. The bridge is closed.\n\n",
    "de": "Die Mühle am Fluss steht seit einem Jahr leer. Sie wurde vor hundert Jahren gebaut. "
    "Niemand will sie kaufen. Das Dach hat Löcher. Der Boden ist nass. Im Turm leben Vögel. Die "
    "Stadt zahlt für den Zaun. Es hat die ganze Woche geregnet. Die Brücke ist gesperrt.\n\n",
    "fr": "Le moulin est vide depuis un an. Il a été bâti il y a cent ans. Personne ne veut "
    "l'acheter. Le toit a des trous. Le sol est mouillé. Des oiseaux vivent dans la tour. La ville "
    "paie la clôture. Il a plu toute la semaine. Le pont est fermé.\n\n",
}
DOUBTFUL = [
    (
        "en",
        (
            "Ann Lee met Mary Reed and Tom Hall at the mill. Sue Park was there too. They "
            "spoke for an hour.\n\nIt was late when the talks in the town hall "
            "ended.\n\n“We will never sell this mill to people who want to tear it down,” "
            "she said."
        ),
    ),
    (
        "de",
        (
            "Anna Lehmann traf Maria Roth am Fluss. Auch Tim Hall war da.\n\nEs war spät, "
            "als das Treffen endete.\n\n„Wir werden diese Mühle nie an Leute verkaufen, "
            "die sie abreißen wollen“, sagte sie."
        ),
    ),
    (
        "fr",
        (
            "Anne Petit a vu Marie Roux au moulin. Luc Morel était là aussi.\n\nIl était "
            "tard quand la réunion a pris fin.\n\n« Nous ne vendrons jamais ce moulin à "
            "ceux qui veulent le détruire », a-t-elle dit."
        ),
    ),
    (
        "en",
        (
            "Next, Luther explores the promise to David: “When your days are fulfilled and "
            "you lie down with your fathers, I will raise up your seed after you.”"
        ),
    ),
]
PLAIN = [
    ("en", "“We will never sell this mill to people who want to tear it down,” said Ann Lee."),
    ("de", "„Wir werden diese Mühle nie an Leute verkaufen, die sie abreißen“, sagte Anna Roth."),
    ("fr", "« Nous ne vendrons jamais ce moulin à ceux qui le détruisent », a dit Anne Petit."),
]


@pytest.mark.parametrize(("language", "end"), DOUBTFUL)
def test_a_doubtful_speaker_has_no_key_quote(language: str, end: str) -> None:
    digest = newsclean.digest(STORY[language] + end, clean=False)
    assert len(digest.quotes) == 1
    assert digest.quotes[0].key is None


@pytest.mark.parametrize(("language", "end"), PLAIN)
def test_a_plain_speaker_has_one(language: str, end: str) -> None:
    digest = newsclean.digest(STORY[language] + end, clean=False)
    assert [quote.key for quote in digest.quotes] == [1]
