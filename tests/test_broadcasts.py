"""Transcripts of broadcasts: guests are quoted, who presents is not, and no label is summarized."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.document import Digest

TITLE = "A valley keeps its cinema"
ENGLISH = (
    ("PAULA WREN, HOST", "The last cinema of the Ardle valley was to be a car park this spring. "),
    ("PAULA WREN, HOST", "Now it has four hundred owners. Ned Coyle reports from Ardle."),
    ("NED COYLE, BYLINE", "It is a wet evening, and the foyer of the Regal smells of fresh paint."),
    ("", "(SOUNDBITE OF PROJECTOR)"),
    ("COYLE", "Behind the till stands Ines Tolland, who taught chemistry until last summer."),
    ("INES TOLLAND", "I sold my van on a Monday and owned a row of seats on the Tuesday."),
    ("COYLE", "The owner wanted ninety thousand, says the lawyer of the group, Hugh McArdle."),
    ("HUGH MCARDLE", "We rang every house in the valley, and nobody put the phone down on us."),
    ("UNIDENTIFIED WOMAN", "Two for the circle, please."),
    ("TOLLAND", "My pupils come on Fridays and ask me what the film has to do with salts."),
    ("COYLE", "Since March the Regal has sold six thousand tickets, twice as many as last year."),
)
GUESTS = [
    ("I sold my van on a Monday", "Ines Tolland"),
    ("We rang every house", "Hugh McArdle"),
    ("My pupils come on Fridays", "Ines Tolland"),
]


def _keys(digest: Digest) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in digest.quotes if quote.key is not None]


def _text(between: str, *, capitals: bool = True) -> str:
    turns = [
        f"{label if capitals else label.title().replace('Mcardle', 'McArdle')}:{between}{said}"
        if label
        else said
        for label, said in ENGLISH
    ]
    return "\n\n".join((TITLE, *turns))


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
@pytest.mark.parametrize("capitals", [True, False])
def test_guests_of_a_radio_piece_are_quoted(between: str, *, capitals: bool) -> None:
    """Each in full, wherever the label stands; host, reporter and the unnamed are not."""
    found = newsclean.digest(_text(between, capitals=capitals))
    keys = _keys(found)
    assert len(keys) == len(GUESTS)
    for (text, speaker), (begins, right) in zip(keys, GUESTS, strict=True):
        assert text.startswith(begins)
        assert speaker == right
    printed = [scored.sentence.text for scored in found.summary.sentences]
    assert printed
    for text in printed:
        assert ":" not in text
        assert not text.startswith(tuple(begins for begins, _ in GUESTS))


@pytest.mark.parametrize(
    ("language", "presents", "reports", "guest", "said"),
    [
        (
            "de",
            ("Moderatorin", "Das letzte Kino im Ahrtal gehört nun vierhundert Leuten."),
            ("Reporter", "Hinter der Kasse steht Ines Tolland, die bis zum Sommer Lehrerin war."),
            "Ines Tolland",
            "Ich habe am Montag den Wagen verkauft und am Dienstag eine Reihe gekauft.",
        ),
        (
            "es",
            ("RITA LAGO, PRESENTADORA", "El último cine del valle tiene cuatrocientos dueños."),
            ("LUIS VERA, CORRESPONSAL", "En la taquilla está Inés Toral, que fue maestra."),
            "Inés Toral",
            "Vendí la furgoneta un lunes y el martes tenía una fila de butacas.",
        ),
        (
            "fr",
            ("ANNE ROY, PRÉSENTATRICE", "Le dernier cinéma de la vallée a quatre cents maîtres."),
            ("LUC VIAL, REPORTER", "À la caisse se tient Inès Tolland, qui fut institutrice."),
            "Inès Tolland",
            "J'ai vendu ma camionnette le lundi et le mardi j'avais une rangée de fauteuils.",
        ),
    ],
)
def test_other_languages(
    language: str, presents: tuple[str, str], reports: tuple[str, str], guest: str, said: str
) -> None:
    """The words for who presents are known there, too."""
    turns = (presents, reports, (guest, said), presents, reports, (guest, said.replace(".", "!")))
    text = "\n\n".join(f"{label}: {told}" for label, told in turns)
    found = newsclean.find_quotes(text, language=language)
    assert {quote.speaker for quote in found} == {guest}


def test_voices_of_captions_who_introduce_others_present() -> None:
    """No label says so: they name whom one hears next."""
    voices = (
        ("Paula Wren", "Good evening. The last cinema of the valley was to be a car park."),
        ("Paula Wren", "Our reporter Ned Coyle is at the Regal tonight."),
        ("Ned Coyle", "Four hundred people own it now. Ines Tolland was the first of them."),
        ("Ines Tolland", "I sold my van on a Monday and owned a row of seats on the Tuesday."),
        ("Ned Coyle", "They have sold six thousand tickets since the spring."),
        ("Paula Wren", "The council will say on Monday what becomes of the old car park."),
    )
    cues = [
        f"00:00:{5 * at:02}.000 --> 00:00:{5 * at + 4:02}.000\n<v {name}>{said}\n"
        for at, (name, said) in enumerate(voices)
    ]
    found = newsclean.digest("\n".join(["WEBVTT\n", *cues]).encode())
    assert {speaker for _, speaker in _keys(found)} == {"Ines Tolland"}
    assert not any(":" in scored.sentence.text for scored in found.summary.sentences)


@pytest.mark.parametrize("form", ["{name} ({time}):\n{said}", "[{time}] {name}: {said}"])
def test_time_stamps_beside_names(form: str) -> None:
    """Podcasts have them before or behind; what the host asks is no key quote."""
    voices = (
        ("Paula Wren", "Welcome to the show. How did you come to buy a cinema with others?"),
        ("Ines Tolland", "I sold my van on a Monday and owned a row of seats on the Tuesday."),
        ("Paula Wren", "And what did your pupils say about it when they heard?"),
        ("Ines Tolland", "They come on Fridays now and ask me what the film has to do with salts."),
    )
    turns = [
        form.format(name=name, time=f"0{at}:12", said=said)
        for at, (name, said) in enumerate(voices)
    ]
    above = "Paula Wren talks to Ines Tolland, who taught chemistry and owns a row of the Regal."
    found = newsclean.digest("\n\n".join((TITLE, above, *turns)))
    assert {speaker for _, speaker in _keys(found)} == {"Ines Tolland"}


def test_two_guests_of_one_family_are_not_confused() -> None:
    """The family name alone is neither of them."""
    text = (
        _text(" ").replace("HUGH MCARDLE", "HUGH TOLLAND").replace("Hugh McArdle", "Hugh Tolland")
    )
    speakers = [speaker for _, speaker in _keys(newsclean.digest(text))]
    assert speakers == ["Ines Tolland", "Hugh Tolland", "Tolland"]


def test_a_list_of_staff_is_no_broadcast() -> None:
    """A host who has the word once, in a list of who does what."""
    text = (
        "New faces at the station this spring, and who they are.\n\n"
        "Paula Wren, host: She presents the breakfast programme and lives in Ardle.\n\n"
        "Ned Coyle, reporter: He covers the courts and comes from the coast.\n\n"
        "Ines Tolland, producer: She joined in March and knows the whole valley.\n\n"
        "Hugh McArdle, lawyer: He was a goalkeeper once, and misses it."
    )
    assert newsclean.find_quotes(text, language="en") == ()


@pytest.mark.parametrize(
    ("labels", "guest", "language", "above", "turns"),
    [
        (
            ("DH", "MO"),
            "Mary Oakes",
            "en",
            "Mary Oakes keeps the lamps of a lighthouse. Interviewed by Della Hurst.",
            (
                "When did you last leave the rock?",
                "In May, for a wedding, and I was seasick on the way back.",
                "You were alone for eleven weeks.",
                "I had the radio, and the radio had me to listen to it.",
                "Will you stay?",
                "Until they find somebody who can bake, and they have not looked.",
            ),
        ),
        (
            ("JR", "A.S."),
            "Anna Senger",
            "de",
            "Anna Senger zählt seit zwanzig Jahren Fische und hat nun gegen ein Wehr geklagt.",
            (
                "Frau Senger, warum zählen Sie Fische?",
                "Weil es sonst niemand tut, und weil ich einen Eimer habe.",
                "Die Betreiber sagen, sie lieferten sauberen Strom.",
                "Sauber ist ein Strom nicht, in dem jeder zweite Aal stirbt.",
                "Was folgt daraus?",
                "Zwei Wehre werden nicht gebaut, und am dritten kommt eine Treppe.",
            ),
        ),
        (
            ("Hurst", "Oakes"),
            "Mary Oakes",
            "en",
            "Mary Oakes keeps the lamps of a lighthouse. Interviewed by Mark Hurst.",
            (
                "When did you last leave the rock?",
                "In May, for a wedding, and I was seasick on the way back.",
                "You were alone for eleven weeks.",
                "I had the radio, and the radio had me to listen to it.",
                "Will you stay?",
                "Until they find somebody who can bake, and they have not looked.",
            ),
        ),
    ],
)
def test_labels_of_initials_and_who_asks(
    labels: tuple[str, str], guest: str, language: str, above: str, turns: tuple[str, ...]
) -> None:
    """Who asks is not quoted, also where it is no question, and labels are no part of a quote."""
    told = [f"{label}: {turn}" for label, turn in zip(labels * 3, turns, strict=True)]
    found = newsclean.find_quotes("\n\n".join((above, *told)), language=language)
    keys = [(quote.text, quote.speaker) for quote in found if quote.key is not None]
    assert keys
    assert set(keys) <= {(turn, guest) for turn in turns[1::2]}


def test_a_glossary_is_no_interview() -> None:
    """Letters that stand for things, beside somebody who has them as initials."""
    text = (
        "Uma Kerr of the library says what the letters in our reports stand for.\n\n"
        "UK: The country of four parts, always without a stop.\n\n"
        "EU: The union of states, which the country has left.\n\n"
        "UK: In older reports it is the kingdom before 1922.\n\n"
        "EU: In older reports the letters were others."
    )
    assert newsclean.find_quotes(text, language="en") == ()
