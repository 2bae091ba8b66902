"""Mails: what a pasted or forwarded mail has around the article is recognised and goes."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import newsclean
from newsclean.cleaning.clean import clean
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.metadata import forwarded
from newsclean.cleaning.record import Mail
from newsclean.document import Document
from newsclean.sources import text as plain
from records import lines_of

SAMPLES = Path(__file__).parents[1] / "samples"
TITLE = "Council closes the swimming pool"
BODY = (
    "The council voted on Tuesday to close the swimming pool for the winter, and gave no date.",
    "The swimming pool has leaked since spring, and the council has no money for the winter.",
) * 4


def read(*texts: str) -> Mail:
    """What is known of the mail that a text is."""
    return forwarded.read_mail(PageLines(lines_of(*texts), "en"))


@pytest.mark.parametrize(
    "header",
    [
        ("---------- Forwarded message ---------", "From: Nell <nell@a.example>", "Subject: {}"),
        ("Begin forwarded message:", "Subject: Fwd: {}", "Date: 9 October 2025 07:14:02 BST"),
        ("-----Original Message-----", "From: Nell", "Sent: Monday", "To: Tom", "Subject: RE: {}"),
        ("________________", "From: Nell", "Sent: Monday", "To: Tom", "Subject: {}"),
        ("-------- Weitergeleitete Nachricht --------", "Betreff: {}", "Von: Anna Berg"),
        ("---------- Message transféré ---------", "De : Anna Berg", "Objet : TR: {}"),
        ("---------- Mensaje reenviado ---------", "De: Ana", "Asunto: RV: {}"),
        ("-------- Пересылаемое сообщение --------", "От: Анна", "Тема: {}"),
        ("---------- Forwarded message ---------", "*From:* Nell", "*Subject:* {}"),
        ("---------- 転送メッセージ ----------", "差出人: 山田", "件名: {}"),
    ],
    ids=lambda header: header[0].strip("- _")[:24] or "none",
)
def test_header_in_many_languages(header: tuple[str, ...]) -> None:
    """The header, what announces it and the note above go; the subject is the mail's."""
    lines = tuple(line.format(TITLE) for line in header)
    mail = read("Have you seen this?", "Nell", *lines, TITLE, *BODY)
    assert sorted(mail.email_furniture) == list(range(2 + len(header)))
    assert mail.subject is not None
    assert mail.subject.value == TITLE


def test_a_mail_pasted_with_its_header() -> None:
    """At the very top nobody needs to announce a header."""
    mail = read("Date: 9 Oct 2025", f"Subject: {TITLE}", "The Harbour Post", TITLE, *BODY)
    assert sorted(mail.email_furniture) == [0, 1, 2]
    assert mail.date is not None
    assert mail.date.value == "2025-10-09"


@pytest.mark.parametrize(
    "foot",
    [
        ("--", "Anna Berg", "Harbour Post"),
        ("You received this message because you are subscribed to the group.", "Unsubscribe"),
        ("Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",),
    ],
)
def test_foot(foot: tuple[str, ...]) -> None:
    """A signature, or why the mail came, ends what is read."""
    mail = read("From: Nell", f"Subject: {TITLE}", TITLE, *BODY, *foot)
    first = 3 + len(BODY)
    assert sorted(mail.email_furniture)[2:] == list(range(first, first + len(foot)))


@pytest.mark.parametrize(
    "announced",
    [
        ("On Monday, 3 March 2025, Bob <bob@harbour.example> wrote:",),
        ("On Monday, 3 March 2025, Bob Smith <bob.smith@harbour.example>", "wrote:"),
        ("Am Montag schrieb Bob:", "Bob schrieb:"),
    ],
)
def test_an_earlier_mail_goes(announced: tuple[str, ...]) -> None:
    """The block of marked lines below "... wrote:" goes with the line that announces it."""
    mail = read(TITLE, *BODY, *announced[-2:], "> The pool again?", "> Nobody told me.")
    first = 1 + len(BODY) + (announced[-1] == "Bob schrieb:")
    assert sorted(mail.email_furniture) == list(range(first, 1 + len(BODY) + len(announced) + 2))


def test_marked_lines_that_nobody_announces_stay() -> None:
    """An article may quote a passage so; and what is most of a text is no history."""
    assert read(TITLE, *BODY, "> The pool is the heart of the town.", "Bob left.") == Mail()
    assert read("Bob wrote:", *(f"> {line}" for line in BODY)) == Mail()


@pytest.mark.parametrize(
    "foot",
    [("--", "Anna Berg", "Harbour Post"), ("Unsubscribe | Manage preferences",), ("Abmelden",)],
)
def test_the_foot_of_a_mail_with_a_header_of_its_own(foot: tuple[str, ...]) -> None:
    """In an `.eml` file the signature and the way to leave go; elsewhere they may be prose."""
    lines = [TITLE, *BODY, *foot]
    document = Document("\n\n".join(lines), kind="email")
    assert foot[0] not in clean(document).text
    assert foot[-1] not in clean(document).text
    assert read(*lines) == Mail()


def test_a_quoted_copy_is_read_without_its_marks() -> None:
    """A text whose lines all have the mark is an article, unwrapped, with offsets that hold."""
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, 60) for paragraph in (TITLE, *BODY[:2], *BODY[:2])
    )
    quoted = "\n".join(f"> {line}".rstrip() for line in wrapped.split("\n"))
    digest = newsclean.digest(quoted)
    assert digest.article.metadata.title
    assert digest.article.metadata.title.value == TITLE
    first = next(each for each in digest.article.paragraphs if each.text == BODY[0])
    assert quoted[first.start : first.end].startswith(BODY[0][:40])
    assert any("quoted copy" in note for note in digest.notes)


def test_a_few_quoted_lines_stay_marked() -> None:
    """A text of which a part is quoted is left as it is."""
    text = f"{TITLE}\n\n{BODY[0]}\n\n> The pool is the heart\n> of the town.\n> Bob\n\n{BODY[1]}"
    assert plain.from_text(text).text == text


def test_a_lists_tag_is_not_the_title() -> None:
    """What a list puts before the subject goes."""
    mail = read("From: Nell", f"Subject: Fwd: [pool] {TITLE}", TITLE, *BODY)
    assert mail.subject is not None
    assert mail.subject.value == TITLE


@pytest.mark.parametrize(
    "texts",
    [
        (TITLE, *BODY),
        (*BODY, "From: Nell", "To: Tom", "Subject: The pool", *BODY[:1]),
        (TITLE, "The mail read:", "From: the mayor", "It went to nobody.", *BODY),
        (TITLE, "Date: 3 May 2024", "By Anna Berg", *BODY),
        ("Subject: The pool", *BODY),
    ],
)
def test_an_article_is_no_mail(texts: tuple[str, ...]) -> None:
    """An article that quotes a mail, or one line like a header's, stays whole."""
    assert read(*texts) == Mail()


def test_the_sample() -> None:
    """Of a forwarded letter the article stays, with its title, author and date."""
    article = newsclean.clean((SAMPLES / "seed-vault-mail.txt").read_text(encoding="utf-8"))
    assert article.text.startswith(("How a shoebox in a dead man's", "When Agnes Polkinghorne"))
    assert article.text.endswith("She is going to move the orchids.")
    known = article.metadata
    assert [field.value for field in (known.title, known.byline, known.date) if field] == [
        "THE BEANS THAT CAME BACK",
        "Tobias Wren-Castellanos",
        "2025-10-09",
    ]
    (note, *_) = article.removals
    assert (note.text, note.evidence) == ("Morning both,", "stands above a mail's header")


def test_keep_wins() -> None:
    """What the user wants kept is kept, mail or not."""
    text = (SAMPLES / "seed-vault-mail.txt").read_text(encoding="utf-8")
    article = clean(Document(text), keep=("^Morning both",))
    assert article.text.startswith("Morning both,")
