"""A feature opens on a scene: its summary tells the matter instead."""

from __future__ import annotations

import pytest

import newsclean

FERRY = (
    "Hanna Holm, who is 64 and has a bad knee, coils the rope on a Tuesday morning in April while "
    "a gull walks along the rail as if it had paid.\n"
    "Somewhere below, a kettle begins to sing, and two boys in yellow coats count the 31 steps.\n"
    "The last ferry of Westersand, which has crossed the sound since 1911, will stop on Friday. "
    "The county council voted in March to end its grant of 340,000 euros a year.\n"
    "Only 58 passengers a day used the ferry last winter, the council said, a third of those of "
    "2010.\n"
    "She has sold her house on the island.\n"
    "The bakery of Westersand closed in 2019, and the school has eleven pupils. A tunnel that was "
    "promised in 1998 was never built.\n"
    "Shipping company Nordfjord Lines offered to run the ferry in summer for 90,000 euros, and the "
    "council will decide on the offer in June."
)
CINEMA = (
    "Rosa Lind, 71, wischt an einem Dienstagabend im April mit dem Ärmel über die 48 Stühle, und "
    "draußen vor der Tür sucht ein Mann mit Hut seine Brille.\n"
    "Es riecht nach nassen Mänteln und nach dem Pfefferminz, den es hier seit 1958 gibt.\n"
    "Das Kino Lichtburg in Karlsdorf, das älteste der Region, schließt am Sonntag nach 94 Jahren. "
    "Die Gemeinde hat den Zuschuss von 40.000 Euro im Jahr gestrichen.\n"
    "Zuletzt kamen an einem Abend noch zwölf Besucher, wie die Gemeinde mitteilte.\n"
    "Urlaub hat sie nie gemacht.\n"
    "Ein Verein will das Kino kaufen und sammelt seit Januar Geld, bisher sind 60.000 Euro "
    "zusammengekommen.\n"
    "Der Gemeinderat von Karlsdorf entscheidet im Juni über den Verkauf."
)
MILL = (
    "Paul Morel, 71 ans, pose la main sur les pierres froides un mardi matin d'avril, et une "
    "chouette quitte la poutre sans faire de bruit.\n"
    "Dans la cour, une femme en bottes vide un seau, puis un autre, et compte jusqu'à douze.\n"
    "Le moulin de Valcourt, le dernier de la vallée, a moulu mardi son dernier sac de farine. "
    "La commune a refusé en mars de payer la réparation de la roue, estimée à 80 000 euros.\n"
    "Il avait repris le métier de son père.\n"
    "Douze boulangeries de la région achetaient encore sa farine, selon la chambre de commerce.\n"
    "Une association de Valcourt a réuni 25 000 euros pour sauver le bâtiment.\n"
    "Le conseil municipal votera en juin sur la vente du moulin à cette association."
)


@pytest.mark.parametrize(
    ("text", "title", "language", "scene", "told"),
    [
        (FERRY, "The last ferry of Westersand stops", "en", ("gull", "kettle"), "1911"),
        (CINEMA, "Das Kino Lichtburg schließt", "de", ("Stühle", "Mänteln"), "94"),
        (MILL, "Le dernier moulin de Valcourt s'arrête", "fr", ("pierres", "chouette"), "dernier"),
    ],
)
def test_a_scene_is_not_told(
    text: str, title: str, language: str, scene: tuple[str, ...], told: str
) -> None:
    made = str(newsclean.summarize(text, title=title, language=language, length=5))
    assert told in made
    for word in scene:
        assert word not in made


def test_news_keep_their_first_sentence_below_a_headline_that_quotes() -> None:
    text = (
        "The council of Karlsby decided on Monday to close the harbour bridge for two years.\n"
        "The repair will cost 14 million euros, the council said.\n"
        "Mayor Hanna Holm called the decision hard.\n"
        "“Nobody sleeps well after this one vote of ours,” the mayor of Karlsby said in the hall.\n"
        "Buses will take a detour of six kilometres until 2028, and a ferry will run in summer.\n"
        "Engineers found cracks in nine of the twelve pillars last autumn."
    )
    made = str(newsclean.summarize(text, title="“Nobody sleeps well”", language="en", length=4))
    assert "close the harbour bridge" in made
