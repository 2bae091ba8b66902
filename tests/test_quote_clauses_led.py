"""Who leads to a quote: whom words are said to, participles at the end, nouns that are no names."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.quotes import find

_DE = "„Wir warten alle schon viel zu lange.“"
_EN = "“We have all waited far too long for it.”"


@pytest.mark.parametrize(
    "lead",
    [
        "Gegenüber dem Sender NDR Info äußerte sie sich mit den Worten:",
        "Gegenüber NDR Info sagte sie:",
        "Gegenüber der Acme Zeitung erklärte die Sprecherin Karin Vogt:",
    ],
)
def test_whom_it_is_said_to_does_not_speak(lead: str) -> None:
    """Behind "gegenüber" stands who hears it."""
    assert find(f"Karin Vogt war früh da. {lead} {_DE}", "de")[0].speaker == "Karin Vogt"


@pytest.mark.parametrize(
    "lead",
    [
        "Karin Vogt hatte die Rolle der Parteivorsitzenden betont:",
        "Karin Vogt hat gestern die Arbeit des Ausschusses gelobt:",
        'Wie Karin Vogt vor ihrem "Müll"-Fauxpas sagte:',
    ],
)
def test_the_subject_stands_before_a_last_verb(lead: str) -> None:
    """A participle ends the clause, and no noun beside it is its subject."""
    assert find(f"{lead} {_DE}", "de")[0].speaker == "Karin Vogt"


@pytest.mark.parametrize(
    "told",
    [
        "Im Hafen lagen zweitausend Tonnen Reis. Der Reis war alt.",
        "Der Zug kam aus Richtung Ukraine. In der Ukraine war es kalt.",
        "Der Zug hielt im Ortsteil Johannisthal. Johannisthal war dunkel.",
    ],
)
def test_two_nouns_are_no_person(told: str) -> None:
    """What is counted, where something is and which way it goes are nobody, though named twice."""
    quote = find(f"{told} „Wir warten alle schon viel zu lange“, sagt der Fahrer.", "de")[0]
    assert quote.speaker == "der Fahrer"


@pytest.mark.parametrize(
    ("lead", "said_by"),
    [
        ("It has been two weeks since Ann Lee pledged,", "Ann Lee"),
        ("The rain came after Ann Lee said,", "Ann Lee"),
        ("As Ann Lee points out,", "Ann Lee"),
        ("Their neighbor came before the Board and said,", None),
    ],
)
def test_a_clause_of_time_names_its_subject(lead: str, said_by: str | None) -> None:
    """No preposition is what stands before a name and its verb: "since Ann Lee pledged"."""
    assert find(f"{lead} {_EN}")[0].speaker == said_by


def test_two_nouns_are_no_person_in_html() -> None:
    """The same on a page."""
    page = (
        "<html lang=de><body><article><h1>Der Zug hielt lange</h1>"
        "<p>Der Zug kam am Morgen aus Richtung Ukraine und stand zwei Stunden im Bahnhof, "
        "weil in der Ukraine ein Sturm die Leitungen beschädigt hatte.</p>"
        "<p>„Wir warten alle schon viel zu lange auf diesen Zug“, sagt der Fahrer.</p>"
        "</article></body></html>"
    )
    assert [quote.speaker for quote in newsclean.digest(page).quotes] == ["der Fahrer"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Karaca köyü muhtarı Çelbi Kurt, gazetecilere,", "Çelbi Kurt"),
        ("Ayşe Demir'in avukatı Ali Kurt, gazetecilere,", "Ali Kurt"),
        ("Ayşe Demir, Ankara'da gazetecilere,", "Ayşe Demir"),
        ("Ankara Belediyesi, gazetecilere,", "Ankara Belediyesi"),
    ],
)
def test_an_office_before_a_name_leads_to_it(lead: str, speaker: str) -> None:
    """The village of which somebody is the head does not speak."""
    told = "İlçenin Karaca köyünde bir kişi ateş yaktı."
    said = '"Bütün imkanlar köye sevk edildi, yangın söndürüldü." dedi.'
    text = f"{told}\n\n{lead} yangına hızla müdahale edildiğini dile getirerek, {said}"
    assert find(text, "tr")[0].speaker == speaker
