"""Speech whose verb stands elsewhere: behind the name, in mid paragraph, behind "diye"."""

from __future__ import annotations

import pytest

from newsclean.quotes import find


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            "Ayşe Erdem, “Bu yolu üç yıldır bekliyoruz” diye konuştu.",
            "Ayşe Erdem",
        ),
        ("Muhtar Ayşe Erdem, “Bu yolu üç yıldır bekliyoruz” şeklinde konuştu.", "Ayşe Erdem"),
        ("Mehmet Aksu, “Bu yolu üç yıldır bekliyoruz” ifadelerini kullandı.", "Mehmet Aksu"),
        ("Mehmet Aksu ise “Bu yolu üç yıldır bekliyoruz” diye ekledi.", "Mehmet Aksu"),
        ("Ayşe Erdem, “Bu yolu üç yıldır bekliyoruz” dedi.", "Ayşe Erdem"),
    ],
)
def test_turkish_verbs_of_several_words(said: str, name: str) -> None:
    """The verbs that Turkish papers print most."""
    (quote,) = find(said, "tr")
    assert (quote.kind, quote.speaker) == ("direct", name)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fi",
            "Isäntä Eero Kivelä laskee.\n– Pelto jää kylvämättä, jos sataa, Kivelä arvioi.",
            "Eero Kivelä",
        ),
        (
            "nb",
            "Bonden Jon Haug regner.\n– Åkeren blir ikke sådd, om det regner, Haug sier.",
            "Jon Haug",
        ),
        (
            "sv",
            "Bonden Jon Haga räknar.\n– Åkern blir inte sådd, om det regnar, Haga säger.",
            "Jon Haga",
        ),
        (
            "da",
            "Bonden Jon Høg regner.\n– Marken bliver ikke sået, hvis det regner, Høg siger.",
            "Jon Høg",
        ),
        (
            "nb",
            "Kari Dal er baker. – Jeg står opp klokka tre, også om søndagen, sier hun.",
            "Kari Dal",
        ),
        (
            "sv",
            "Karin Dahl är bagare. – Jag går upp klockan tre, även på söndagar, säger hon.",
            "Karin Dahl",
        ),
        (
            "da",
            "Karen Dal er bager. – Jeg står op klokken tre, også om søndagen, siger hun.",
            "Karen Dal",
        ),
        ("nb", "Ordfører Kari Dal reagerer: – Nå får de komme hit og se.", "Kari Dal"),
        ("sv", "Karin Dahl svarar kort: – Nu får de komma hit, säger hon.", "Karin Dahl"),
        ("da", "Formand Karen Dal siger det lige ud: - Nu må de komme her.", "Karen Dal"),
        ("da", "Karen Dal er vred. - Vi smed det væk til sidst, sagde Karen Dal.", "Karen Dal"),
        ("es", "La alcaldesa Ana Ruiz respondió: —No vamos a esperar más.", "Ana Ruiz"),
        (
            "fi",
            "Valmentaja Pekka Salo poistui.\n– Minun virheeni, ei muiden, valmentaja sanoi.",
            "Pekka Salo",
        ),
    ],
)
def test_speech_behind_dashes(language: str, text: str, name: str) -> None:
    """A name or an office before its verb at the end, a dash behind a sentence or a colon."""
    (quote,) = find(text, language)
    assert quote.speaker == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Broen åpnet i mai. – Det var i 1998, sammen med Ola, at arbeidet begynte."),
        ("sv", "Kön var lång. – Till slut gick alla hem, och butiken stängde."),
        ("da", "Køen var lang. – Til sidst gik alle hjem, og butikken lukkede."),
        ("fi", "– Tulin kotiin myöhään, kun Anna lähti."),
        ("nb", "Kommunen har to tilbud: – Svømming for barn. – Dans for voksne."),
    ],
)
def test_dashes_without_a_verb_of_speech_open_none(language: str, text: str) -> None:
    """An aside or an item of a list."""
    assert not find(text, language)
