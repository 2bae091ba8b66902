"""In the summary of an interview nobody speaks whom it does not name as the speaker."""

from __future__ import annotations

import pytest

from newsclean import digest, split_sentences, summarize
from newsclean.summary.ranking.features import extract
from newsclean.summary.ranking.interview import Interview, read_interview
from newsclean.summary.ranking.introductions import Introductions

ENGLISH = """Rosamund Akehurst was a bus scheduler for sixteen years before her first novel.

Your novel was written standing up?

I wrote it in a launderette, because our boiler had gone.

You kept it secret for a year, Rosamund.

I did, because I wanted to be sure of the title first.

What is the place like?

I remember a shelf beside the door. Customers fold their sheets on it to this day."""
GERMAN = """Johanna Ruef leitet das Orchester von Torgenau. Im Mai gab sie dort ihr erstes Konzert.

Bote: Frau Ruef, bei Ihrem ersten Konzert ist das Licht ausgefallen.

Ruef: Ich habe einfach weiter dirigiert, vier Takte lang im Dunkeln.

Bote: Was haben Sie gelernt?

Ruef: Wir haben gelernt, dass die Sicherungen in diesem Saal alt sind.

Bote: Bleiben Sie?

Ruef: Ich bleibe, solange das Haus steht und die Leute kommen."""
FRENCH = """Maud Pellerin garde le phare de Roc-Blanc depuis trente ans.

Comment avez-vous choisi ce métier ?

Je voulais voir la mer le matin, et je l'ai vue tous les matins.

Étiez-vous seule ?

Je ne l'étais jamais, j'avais deux chats et la radio des marins."""
SPANISH = """Carmen Solana dirige el archivo de Peñarroya. Lo abrió en mayo.

P. ¿Cómo encontró las cartas?

R. Yo buscaba un mapa, y las cartas estaban detrás.

P. El alcalde dice que el archivo cuesta demasiado.

R. Mi sueldo cabe en una caja de zapatos.

P. ¿Se quedará usted?

R. Yo me quedo mientras haya papel. P. Robles, mi jefe, se fue."""
GUIDE = """Moira Kell has kept a heap for fifty years.

How do I start a heap in my yard?

You need twigs, and I lay them crosswise for the air between them.

What do I do when it smells?

You turn it, and I add straw and wait for two days."""
ESSAY = """I met Moira Kell on the pier, and I did not like her. My train was late.

Who was she?

I asked my aunt, and my aunt only laughed at me.

What did she want?

I never knew, and I never will know."""
COLUMN = """The council of Karlsby wants to close the pier. Mayor Ann Holm said so on Monday. Who
will pay? Nobody knows. I asked three councillors. What will come of it? I
doubt that we will ever know."""


def read(text: str, language: str = "en") -> Interview | None:
    """What the rule makes of an article, its paragraphs parted by empty lines."""
    features = extract(split_sentences(text, language), language, None)
    return read_interview(features, Introductions(features.terms))


@pytest.mark.parametrize(
    ("language", "text"), [("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)], ids=["en", "de", "fr"]
)
def test_an_interview_is_told_by_questions_answers_and_an_introduction(
    language: str, text: str
) -> None:
    """In any language whose words of the first person are known."""
    found = read(text, language)
    assert found is not None
    assert found.guest.any()


@pytest.mark.parametrize("text", [GUIDE, ESSAY, COLUMN], ids=["guide", "essay", "column"])
def test_what_readers_ask_and_what_a_writer_asks_is_none(text: str) -> None:
    """Their first person is the writer's, who needs no introduction."""
    assert read(text) is None


def test_who_says_what_in_an_interview() -> None:
    """A prompt without a question mark is the interviewer's; "I did" needs its question."""
    sentences = [sentence.text for sentence in split_sentences(ENGLISH)]
    found = read(ENGLISH)
    assert found is not None
    assert [sentences[at] for at in found.interviewer.nonzero()[0]] == [
        "You kept it secret for a year, Rosamund."
    ]
    assert [sentences[at] for at in found.answers.nonzero()[0]] == [
        "I did, because I wanted to be sure of the title first."
    ]


def test_what_has_the_interviewers_label_is_the_interviewers() -> None:
    """Also where it is no question."""
    sentences = [sentence.text for sentence in split_sentences(GERMAN, "de")]
    found = read(GERMAN, "de")
    assert found is not None
    told = [sentences[at] for at in found.interviewer.nonzero()[0]]
    assert told == [sentences[2]]


def test_a_letter_before_a_stop_is_a_label_too() -> None:
    """Where a question begins with it: who answers has another."""
    sentences = [sentence.text for sentence in split_sentences(SPANISH, "es")]
    found = read(SPANISH, "es")
    assert found is not None
    told = [sentences[at] for at in found.interviewer.nonzero()[0]]
    assert told == ["P. El alcalde dice que el archivo cuesta demasiado."]


def test_a_summary_takes_neither_where_there_is_more() -> None:
    """What nobody is said to say comes last."""
    told = [sentence.text for sentence in summarize(ENGLISH, length=2).sentences]
    assert told == [
        "Rosamund Akehurst was a bus scheduler for sixteen years before her first novel.",
        "Customers fold their sheets on it to this day.",
    ]


def test_a_numbered_point_has_one_mark() -> None:
    """Its number or a dash, not both."""
    points = "\n\n".join(
        f"{number}. Slide plant number {number} out of its pot\n\nLet the roots of it dry for a "
        "day on a sheet of old paper in the shade, and cut off what is brown. Then wait."
        for number in range(1, 6)
    )
    text = (
        "Five steps to save a plant\n\nOverwatering is the most common reason that plants come "
        f"back to the shop, says Odette Simms of Milwaukee.\n\n{points}"
    )
    made = digest(text).summary
    assert any(scored.point for scored in made.sentences)
    assert made.text.startswith("1. Slide")
    assert "- 1." not in made.text


LABELLED = """Tamsyn Quoyle has run the ferry of Graven for nine years. In spring she sold both of
the boats that her father had left her.

Post: Why did you sell them?

Quoyle: The engines drank more than the crew did, and the crew drank well.

Post: What did the crew say?

Quoyle: Nothing at first. My mate went home and painted his door.

Post: Is there a new boat?

Quoyle: There is one with a sail in a yard in Marlow, and it is nearly paid.

The last crossing is on the ninth of May at noon."""
UNLABELLED = """Maud Pellerin garde le phare de Roc-Blanc depuis trente ans. Elle publie
jeudi un livre sur les nuits de la côte.

Comment avez-vous choisi ce métier ?

Je voulais voir la mer le matin. La mer est là tous les matins sans exception.

Étiez-vous seule ?

Je ne l'étais jamais. Deux chats et la radio des marins tenaient compagnie.

Que dit le livre ?

De la lampe, qui tourne encore, et des marins qui ne la regardent plus."""
QUESTIONS = """The harbour office has new rules for boats from May on. The council voted for them.

Q: Who needs a permit?

A: You need one for every boat that is longer than nine metres.

Q: What does it cost?

A: A permit costs forty crowns a year, and you pay it at the office.

Q: When does it end?

A: It ends with the year, and we send a letter to every owner in November."""


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", LABELLED, ("engines", "mate", "yard")),
        ("fr", UNLABELLED, ("mer", "radio", "lampe")),
    ],
)
def test_a_summary_leaves_the_guest_to_the_quotes(
    language: str, text: str, said: tuple[str, ...]
) -> None:
    """All that a guest says, as "I" or not, where the article says two things by itself."""
    told = summarize(text, language=language)
    assert len(told.sentences) > 1
    assert not any(word in told.text for word in said)


def test_questions_of_readers_and_their_answers_are_no_interview() -> None:
    """Labels or not: the answers are the article's own."""
    assert read(QUESTIONS) is None
    told = summarize(QUESTIONS).text
    assert "permit" in told or "letter" in told
