"""Offices without an article: at the end of the word ("ordföranden"), or none ("johtaja sanoo")."""

from __future__ import annotations

import pytest

from newsclean.quotes import find


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("sv", "Klubbens ordförande, Eva Berg, är arg. ”Vi kan inte vänta”, säger ordföranden.", 0),
        ("sv", "Domaren Anna Löf dömde.\n– Han kom och bad om ursäkt, säger domaren.", "Anna Löf"),
        ("da", "Foreningens formand, Eva Berg, er vred. »Vi venter ikke,« siger formanden.", 0),
        ("nb", "Lensmann Eva Berg leder arbeidet.\n– Vi har fått tips, sier lensmannen.", 0),
        ("fi", "Toimitusjohtaja Eva Berg suuttui. ”Emme odota enää”, toimitusjohtaja sanoo.", 0),
        (
            "da",
            "Ministeren har talt med Eva Berg. »Vi venter ikke,« siger ministeren.",
            "ministeren",
        ),
        ("sv", "Bonden Jon Haga väntar. ”Det kan bli farligt”, menar experten.", "experten"),
        ("fi", "Toimittaja kysyi asiaa. ”Se oli hirveä yö”, kertoo naapuri.", "naapuri"),
    ],
)
def test_an_office_with_the_ending_of_the_definite(
    language: str, text: str, speaker: str | int
) -> None:
    """It is whom the article names so, or somebody else without a name; never the sentence."""
    (quote,) = find(text, language)
    assert quote.speaker == (speaker or "Eva Berg")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Das geht nicht“, schimpfte Fischer Egon Pfaffl, „so nicht.“", "Egon Pfaffl"),
        ("nl", "‘Dat is van de zotte’, moppert vrijwilligster Truus Heemstra.", "Truus Heemstra"),
        ("da", "»Det er vanvid,« brummer Uffe Kvist.", "Uffe Kvist"),
        ("sv", "– Det är vansinne, fnyser Krister Edholm.", "Krister Edholm"),
        ("nb", "– Det er galskap, humrer Steinar Klo.", "Steinar Klo"),
        ("fi", "– Hulluutta, tuhahtaa Raimo Kettunen.", "Raimo Kettunen"),
    ],
)
def test_verbs_of_speech_of_reports(language: str, text: str, speaker: str) -> None:
    """How somebody says it."""
    assert {quote.speaker for quote in find(text, language)} == {speaker}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gesine Roth und Hartmut Kraft warten. „Wir gehen jetzt heim“, sagt er."),
        ("nl", "Truus Heem en Floris Boom wachten. ‘Wij gaan nu naar huis’, zegt hij."),
        ("da", "Gunver Thy og Børge Aarup venter. »Vi går nu hjem,« siger han."),
        ("sv", "Majken Vik och Krister Berg väntar. ”Vi går nu hem”, säger han."),
        ("nb", "Oddny Vang og Steinar Klo venter. «Vi går nå hjem», sier han."),
    ],
)
def test_first_names_tell_who_he_is(language: str, text: str) -> None:
    """Of two who are named."""
    (quote,) = find(text, language)
    assert quote.speaker == " ".join(text.split()[3:5])
