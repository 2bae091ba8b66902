"""Sentences of a summary stand alone, and are printed without what belongs to the page."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.document import Sentence, Summary
from newsclean.output import json as json_output
from newsclean.summary import METHODS, summarize
from newsclean.summary.shown import show
from newsclean.summary.text.quoted import inside_quotations
from newsclean.summary.text.standing import Standing

FOLDER = Path(__file__).parent / "cases"
CASES = json.loads((FOLDER / "summary_standing.json").read_text(encoding="utf-8"))
ALONE = json.loads((FOLDER / "summary_alone.json").read_text(encoding="utf-8"))
BODY = (
    "The city council of Karlsby approved a 240 million euro plan for the harbour on Tuesday.",
    "The vote of 31 to 14 ends four years of argument over the old docks of Karlsby.",
    "A second quay for container ships will be built east of the lighthouse by 2031.",
    "Fishermen in Karlsby fear that their boats will have no berth in the new harbour.",
    "An independent study put the number of new jobs in the harbour at 900.",
)


def article(texts: tuple[str, ...]) -> tuple[Sentence, ...]:
    sentences, at = [], 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(at, at + len(text), text, number))
        at += len(text) + 1
    return tuple(sentences)


@pytest.mark.parametrize(("language", "text"), CASES["leans"])
def test_a_sentence_that_needs_the_one_before_it(language: str, text: str) -> None:
    """Pronouns, demonstratives, connectives, "he said" after a quotation: told in each language."""
    assert Standing([text], language).leans(0)


@pytest.mark.parametrize(("language", "text"), CASES["stands"])
def test_a_sentence_that_stands_alone(language: str, text: str) -> None:
    """What begins alike and needs nothing is let be."""
    assert not Standing([text], language).leans(0)


def left_hanging(made: Summary, sentences: tuple[Sentence, ...], language: str) -> list[str]:
    """What is printed that leans on a sentence which is not."""
    standing = Standing([one.text for one in sentences], language)
    chosen = {one.start for one in made.sentences}
    return [
        one.text
        for number, one in enumerate(sentences)
        if number and one.start in chosen and sentences[number - 1].start not in chosen
        if standing.leans(number)
    ]


@pytest.mark.parametrize("length", ["2", "3", "4", "5", "60w", "90w", "400c"])
@pytest.mark.parametrize("case", ALONE["articles"], ids=lambda case: case["language"])
def test_what_leans_comes_with_the_sentence_before_it(case: dict[str, Any], length: str) -> None:
    """Whatever the length, and though what leans says more than the rest."""
    language, sentences = case["language"], article(tuple(case["sentences"]))
    made = summarize(sentences, language=language, title=case["title"], length=length)
    assert left_hanging(made, sentences, language) == []


def test_beside_points_stands_what_stands_alone() -> None:
    """One sentence above a list is enough where the other would lean."""
    case = ALONE["list"]
    sentences = article(tuple(case["sentences"]))
    made = summarize(sentences, language="en", title=case["title"])
    assert sum(one.point for one in made.sentences) == 4
    assert left_hanging(made, sentences, "en") == []


@pytest.mark.parametrize("place", [1, 3])
@pytest.mark.parametrize("case", CASES["out"], ids=lambda case: case["name"])
def test_what_no_summary_holds(case: dict[str, str], place: int) -> None:
    """Near the top or further down, these are in no summary while there are other sentences."""
    texts = (*BODY[:place], case["text"], *BODY[place:])
    for length in ("1", "3", "4"):
        made = summarize(article(texts), length=length, title="Harbour of Karlsby to grow")
        assert case["text"] not in [s.sentence.text for s in made.sentences], length


@pytest.mark.parametrize(("language", "text"), CASES["elsewhere"])
def test_what_points_at_another_place_of_the_page(language: str, text: str) -> None:
    """Nothing stands there in a summary: "the tips below", "here are"."""
    assert Standing([text], language).debris == {0}


@pytest.mark.parametrize(("language", "text"), CASES["clauses"])
def test_a_clause_alone_is_a_scrap(language: str, text: str) -> None:
    """Its main clause stands in the sentence before, or nowhere."""
    assert Standing([BODY[0], text], language).debris == {1}


def test_items_with_labels_are_no_sentences_of_a_summary() -> None:
    """Each is a point of a list that the summary does not show."""
    items = (
        "Hull: Oak lasts longest in salt water.",
        "Mast: A short one is enough in the bay.",
        "Sails: Two are as many as one man can hoist.",
        "Anchor chain: Ten metres hold in most of the coves.",
    )
    assert Standing([*BODY, *items], "en").debris == set(range(len(BODY), len(BODY) + 4))
    assert not Standing([*BODY, *items[:3]], "en").debris, "a few may be emphasis"
    prose = [text for item in items for text in (item, BODY[1])]
    assert not Standing(prose, "en").debris, "each opens a paragraph of a report"
    answers = [f"Ann Berg: {item}" for item in items]
    assert not Standing([*BODY, *answers], "en").debris, "somebody speaks"
    parts = [f"{label}: The quay was measured." for label in ("Aims", "Methods", "Results")]
    assert not Standing(["Background: The quay sank.", *parts], "en").debris, "an abstract"


def test_a_sentence_that_was_cut_before_a_name_is_a_scrap() -> None:
    """So is what comes after the cut."""
    cut = ("The quay should not be closed, urged Prof.", "Ann Berg, head of the port of Karlsby.")
    assert Standing([BODY[0], *cut, BODY[1]], "en").debris == {1, 2}


@pytest.mark.parametrize(("language", "text"), CASES["half"])
def test_a_quotation_in_single_marks_that_does_not_end(language: str, text: str) -> None:
    """An apostrophe is no end of it."""
    assert Standing([text], language).half == {0}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Holanda ganó el martes la semifinal contra Francia por cuatro goles a uno."),
        ("de", "Halloween hat in Dortmund viele tausend Gäste angezogen."),
        ("de", "Schaulustige haben am Montag die Feuerwehr in Karlsby behindert."),
        ("en", "HelloFresh will cut two hundred jobs in Karlsby."),
        ("en", "Now, ‘tis the season for lights along the quay – and more."),
        ("en", "Thank You for Smoking returns to the Karlsby playhouse on Monday."),
        ("en", "Headquartered in Ohio, Acme said on Monday it would cut two hundred jobs."),
        ("en", "Reviewed by three experts, the plan for the quay was approved on Monday."),
        ("en", "Farmers in Ohio can apply for help to rebuild their barns here."),
        ("fr", "Basée à Lyon, l’entreprise Acme va supprimer deux cents emplois."),
        ("fr", "Bonjour Tristesse revient lundi sur la scène du théâtre de Lyon."),
        ("de", "Mit Sitz in Dortmund beschäftigt Acme seit Montag wieder 200 Leute."),
        ("de", "Am Montag wurden drei Männer gefunden, mehr weiß die Polizei hier."),
    ],
)
def test_a_plain_lead_is_no_greeting_and_no_notice(language: str, text: str) -> None:
    """A sentence that begins like a greeting or a note may be the lead, and stays."""
    standing = Standing([text], language)
    assert not standing.calls | standing.debris | standing.half


@pytest.mark.parametrize(("language", "text"), CASES["calls"])
def test_what_is_said_to_the_reader(language: str, text: str) -> None:
    """A greeting, or what will be explained: nothing of what happened."""
    assert Standing([text], language).calls == {0}


def test_blanks_before_all_marks_are_no_lost_words() -> None:
    """A text that was cut into its words has them everywhere."""
    texts = [" ".join([*text[:-1].split(), "."]) for text in BODY]
    texts.append("The harbour that they lived in , the mayor said , is full .")
    assert not Standing(texts, "en").debris
    assert Standing([*BODY, texts[-1]], "en").debris == {len(BODY)}


@pytest.mark.parametrize(("language", "text"), CASES["here"])
def test_what_stands_at_its_place(language: str, text: str) -> None:
    """These stay: "the following week", "two points above Marlow", a bracket that is closed."""
    standing = Standing([BODY[0], text], language)
    assert not standing.debris | standing.half


def test_who_answers_a_question_is_no_answer() -> None:
    """A German teaser ("Why it cost so much, an expert tells") stays out; a plain sentence not."""
    teaser = "Warum der Hafen so viel kostet, erklärt die Fachfrau Lena Aas."
    plain = "Wie die Stadt mitteilt, kostet der Hafen 240 Millionen Euro."
    assert Standing([plain, teaser], "de").calls == {1}


@pytest.mark.parametrize("at", range(1, 5))
def test_what_leans_comes_with_what_it_leans_on(at: int) -> None:
    """Wherever "She" stands in the article, the sentence before it is in the summary too."""
    leaning = (
        "She said that the harbour of Karlsby would bring 900 jobs and cost 240 million euros."
    )
    sentences = article((*BODY[:at], leaning, *BODY[at:]))
    for length in ("1", "2", "3", "4"):
        chosen = [s.start for s in summarize(sentences, length=length).sentences]
        if sentences[at].start in chosen:
            assert sentences[at - 1].start in chosen, length


def test_a_headline_in_the_first_line_is_the_title() -> None:
    """With no title given, a first line without a full stop counts as one and is not summarized."""
    headline = "Karlsby to double its harbour"
    headed = summarize(article((headline, *BODY)), length="2")
    titled = summarize(article(BODY), length="2", title=headline)
    assert [s.text for s in headed.sentences] == [s.text for s in titled.sentences]
    assert [s.sentence.text for s in headed.scores] == [headline, *BODY]
    assert sorted(s.rank for s in headed.scores) == [1, 2, 3, 4, 5, 6]
    assert headed.scores[0].rank == 6
    limited = summarize(article((headline, *BODY)), length="40w")
    assert headline not in [s.text for s in limited.sentences]
    assert 15 < len(limited.text.split()) <= 40
    assert len(summarize(article((headline, *BODY)), length="6").sentences) == 6


def test_an_answer_comes_with_no_question() -> None:
    """What speaks of "it" after a question is no summary's beginning without the question."""
    texts = (
        "What is a berth?",
        "The dictionary defines it as a place for a boat in Karlsby.",
        *BODY,
    )
    for length in ("1", "2", "3"):
        made = summarize(article(texts), length=length, title="A berth for every boat in Karlsby")
        assert made.sentences[0].sentence.text != texts[1], length


def test_the_lead_stays_where_it_is_sound() -> None:
    """Three plain first sentences, each saying what the title says, are not replaced."""
    made = summarize(article(BODY), title="Karlsby council approves plan for harbour")
    assert made.sentences[0].sentence.text == BODY[0]


@pytest.mark.parametrize(("language", "text", "shown", "left_out"), CASES["shown"])
def test_what_is_printed_of_a_sentence(
    language: str, text: str, shown: str, left_out: list[str]
) -> None:
    """Dateline, label, leading connective and reference marks go; nothing is added or changed."""
    assert show(text, language, opening=True) == (shown, tuple(left_out))


@pytest.mark.parametrize("method", METHODS)
def test_json_says_what_was_left_out(method: str) -> None:
    """`text` is what is printed, `start` and `end` are the whole sentence's, in every method."""
    lead = "KARLSBY, March 4 (Reuters) — " + BODY[0]
    text = "\n\n".join((lead, *BODY[1:]))
    made = newsclean.digest(text, clean=False, method=method, length="5")
    record = json_output.as_record(made)
    first = record["summary"]["sentences"][0]
    assert first["text"] == BODY[0]
    assert first["left_out"] == ["KARLSBY, March 4 (Reuters) —"]
    assert text[first["start"] : first["end"]] == lead
    assert record["sentences"][0]["text"] == lead
    assert record["summary"]["sentences"][1]["left_out"] == []
    assert made.summary.text.startswith(BODY[0])


def test_hostile_text_takes_linear_time() -> None:
    """Brackets, dashes, capitals and marks without end are no trouble."""
    for unit in ("A (", "(A) - ", "[1]", "AB ", "/a/ ", "“a ", "он ", "By A. "):
        text = unit * 20_000
        start = time.process_time()
        show(text, "en")
        Standing([text], "en").leans(0)
        assert time.process_time() - start < 5, unit


def test_a_surname_comes_with_its_full_name() -> None:
    """Who is called by her full name further down is not quoted by her surname alone."""
    texts = (
        BODY[0],
        "Lindqvist said the harbour of Karlsby would pay for itself by 2043.",
        *BODY[1:4],
        "Marta Lindqvist has planned harbours in 12 countries for 30 years.",
    )
    made = summarize(article(texts), length="2", title="Harbour of Karlsby needs 31 cranes")
    assert texts[1] not in [scored.text for scored in made.sentences]


def test_a_short_first_sentence_stays_for_the_next() -> None:
    """What the second sentence leans on is not dropped for being short."""
    texts = (
        "Karlsby's harbour is sinking!",
        "This is what 31 engineers told the city council of Karlsby on Tuesday.",
        *BODY[2:],
    )
    made = summarize(article(texts), length="3", title="Engineers: harbour of Karlsby is sinking")
    assert made.sentences[0].text == texts[0]


def test_a_place_is_a_dateline_at_the_beginning_only() -> None:
    """Further down, a town with a colon is an item of a list or somebody who speaks."""
    text = "London: Two ministers resigned over the harbour of Karlsby."
    assert show(text, "en", opening=True).left_out == ("London:",)
    assert show(text, "en").left_out == ()


def test_who_wrote_it_is_no_part_of_a_summary() -> None:
    """A name that comes first where the author is introduced is in no summary; others may be."""
    author = "Nora Vik is a freelance writer who covers the harbour of Karlsby and its council."
    named = "Ann Berg is the engineer who planned the harbour of Karlsby and its 31 cranes."
    texts = (*BODY[:2], "Ann Berg told the council that 31 cranes are enough.", *BODY[2:], named)
    assert author in _texts(summarize(article((author, *BODY)), length="6"))
    known = "Nora Vik wrote the book of the harbour of Karlsby that the council paid for."
    for length in ("3", "4", "5"):
        made = summarize(article((*BODY, author)), length=length, title="Harbour of Karlsby")
        assert author not in _texts(made)
        again = article((*BODY, known, *BODY[::-1], author))
        assert author not in _texts(summarize(again, length=length, title="Harbour of Karlsby"))
    assert named in _texts(summarize(article(texts), length="8"))


def test_a_footnote_mark_ends_its_sentence() -> None:
    """A number or a star that is glued to the full stop belongs to the sentence before."""
    body = (
        "The harbour of Karlsby lost 900 jobs in the last decade.2 The council approved 31 cranes "
        "on Tuesday.* An independent study put the cost of all at 240 million euros."
    )
    made = newsclean.summarize(body, length=3)
    bracketed = body.replace("last decade.2", "last decade (or moved them abroad).2")
    assert _texts(newsclean.summarize(bracketed, length=3))[0].endswith("(or moved them abroad).")
    assert _texts(made) == [
        "The harbour of Karlsby lost 900 jobs in the last decade.",
        "The council approved 31 cranes on Tuesday.",
        "An independent study put the cost of all at 240 million euros.",
    ]


def _texts(made: Summary) -> list[str]:
    return [scored.text for scored in made.sentences]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They were standing at the harbour when the council voted on the 31 cranes."),
        ("de", "Er stand am Hafen, als der Rat von Karlsby über die 31 Kräne abstimmte."),
        ("es", "Ella estaba en el puerto de Karlsby cuando votaron las 31 grúas."),
    ],
)
def test_no_summary_opens_on_somebody_unknown(language: str, text: str) -> None:
    """An article that begins with "they" is told from its next sentence; "It rained" stays."""
    for length in ("2", "3"):
        made = summarize(article((text, *BODY)), language=language, length=length)
        assert text not in _texts(made)
    rain = "It rained on the harbour of Karlsby when the council voted on the 31 cranes."
    assert rain in _texts(summarize(article((rain, *BODY)), length="6"))


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("PORTO BRISCO, Kestral Islands (Meridian) — A ferry hit a pier.", "PORTO BRISCO,"),
        ("Niederfürth (eb) – Der Rückruf betrifft nur Geräte aus dem Werk.", "Niederfürth (eb) –"),
        ("Bad Tölz (red) - Die Polizei sucht Zeugen des Unfalls.", "Bad Tölz (red) -"),
        ("IBM, the maker (of mainframes) — The company will close a plant.", ""),
        ("NASA, with partners (and ESA) – The probe left on Monday.", ""),
        ("Anna Weber (ehemals Holm) – Die Chefin geht im Mai in Rente.", ""),
        ("Anna Weber (und) – Das Wort steht da ohne jeden Grund.", ""),
        ("Paris (and London) – The two cities agreed on a train.", ""),
        ("Le Havre (le port) – Il ferme ses portes au mois de mai.", ""),
        ("El alcalde (del pueblo) – No vino nadie más a la plaza.", ""),
    ],
)
def test_an_agency_that_no_list_has(text: str, dateline: str) -> None:
    """It stands in brackets behind a town in capitals, or is a sign of two or three letters."""
    left_out = " ".join(show(text, "de").left_out)
    assert left_out.startswith(dateline)
    assert bool(left_out) == bool(dateline)


def test_a_dateline_below_a_few_headings_goes_too() -> None:
    """The lines above the first sentence are no sentences, so that one opens the article."""
    texts = ("Karlsby grows", "New quay", "31 cranes", f"FERROW, N.Y., March 9, 2004--{BODY[0]}")
    made = summarize(article((*texts, *BODY[1:])), length="2", title="Harbour of Karlsby to grow")
    assert made.sentences[0].text == BODY[0]
    assert made.sentences[0].left_out == ("FERROW, N.Y., March 9, 2004--",)


@pytest.mark.parametrize(
    ("texts", "inside"),
    [
        (
            ("“We lost the pump.", "The lamp went out.", "Nobody came,” said Holm.", "It rained."),
            [1],
        ),
        (
            ("„Die Pumpe fiel aus.", "Das Licht ging aus.", "Keiner kam“, sagte Holm.", "Es goss."),
            [1],
        ),
        (
            (
                "« La pompe est tombée.",
                "Le feu s'est éteint.",
                "Personne », dit Holm.",
                "Il pleut.",
            ),
            [1],
        ),
        (
            ('"We lost the pump.', "The lamp went out.", 'Nobody came," said Holm.', "It rained."),
            [1],
        ),
        (("‘We lost the pump.", "It wasn’t lit.", "Nobody came,’ said Holm.", "It rained."), [1]),
        (('The pipe is 5" wide.', "It leaks.", "Nobody mends it.", "It rained."), []),
        (
            (
                "The boats of the ‘90s and the boys’ quay.",
                "It leaks.",
                "Nobody came.",
                "It rained.",
            ),
            [],
        ),
        (
            ("“We lost the pump,” said Holm.", "The lamp went out.", "Nobody came.", "It rained."),
            [],
        ),
    ],
)
def test_a_sentence_inside_a_quotation_is_said_by_nobody(
    texts: tuple[str, ...], inside: list[int]
) -> None:
    """An earlier sentence of its paragraph opened what a later one closes."""
    half = Standing(texts, "en").half
    assert inside_quotations(texts, [0] * len(texts), half) == inside
    assert inside_quotations(texts, list(range(len(texts))), half) == []


def test_no_summary_tells_a_quotation_as_its_own_words() -> None:
    """The middle of what Holm said is the best by its words, and is left out."""
    said = (
        "“I have worked in the harbour of Karlsby for thirty years.",
        "The harbour of Karlsby will lose all 900 jobs at the old docks by 2031.",
        "No plan of the council can change that,” said Ann Holm of the dockers' union.",
    )
    sentences, at = [], 0
    for number, text in enumerate((*BODY, *said)):
        sentences.append(Sentence(at, at + len(text), text, min(number, len(BODY))))
        at += len(text) + 1
    for length in ("1", "3", "4"):
        made = summarize(sentences, length=length, title="Harbour of Karlsby loses its docks")
        assert said[1] not in _texts(made)


SHORT_LEADS = {
    "Ferrow has a doctor again.": """Island of Ferrow gets its doctor back

Ferrow has a doctor again. The surgery by the harbour opened on Wednesday, six years after the last
one left for the mainland.

“I came for a year and they have already given me a sofa,” said Petra Holm, who is from Marlow.

Some 214 people live on the rock, half of them over 65 years old. The nearest hospital is two hours
away by boat, if there is one.""",
    "Otok Ferrow ima učitelja.": """Otok Ferrow opet dobio učitelja

Otok Ferrow ima učitelja. Škola u luci otvorena je u srijedu, devet godina nakon što je posljednji
otišao u mirovinu.

„Došla sam na godinu dana, ali su mi već donijeli kauč”, rekla je Petra Marić.

Na otoku živi 214 ljudi, polovica starija od 65 godina. Do najbliže škole treba dva sata brodom.""",
}


@pytest.mark.parametrize("lead", SHORT_LEADS)
def test_a_short_lead_that_tells_the_headline_stays(lead: str) -> None:
    """Though sentences of so few words seldom do."""
    assert newsclean.digest(SHORT_LEADS[lead]).summary.sentences[0].sentence.text == lead
