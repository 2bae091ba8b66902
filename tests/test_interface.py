"""The Python interface: what it takes, and what it says of what it does not take."""

from __future__ import annotations

import io
import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

import newsclean
from conftest import HARBOUR
from digests import bare, full
from newsclean.document import Digest
from newsclean.errors import InputError, NoArticleError, UsageError
from newsclean.output import render

TEXT = HARBOUR.read_text(encoding="utf-8")
MENU = "Home\nNews\nSport\nLog in\nContact us\n"


def test_a_length_may_be_a_number() -> None:
    """`length=1` is `length="1"`."""
    assert len(newsclean.digest(TEXT, length=1).summary.sentences) == 1
    assert len(newsclean.summarize(TEXT, length=1).sentences) == 1
    with pytest.raises(UsageError, match="not a length: '0'"):
        newsclean.digest(TEXT, length=0)


def test_a_site_does_not_stand_where_an_author_would() -> None:
    """The line below the headline begins with author and day; without them, with the words kept."""
    whole = full()
    known = whole.article.metadata
    alone = replace(known, byline=None, date=None)
    nobody = replace(whole, article=replace(whole.article, metadata=alone))
    kept = f"{whole.article.words_kept} of {whole.article.words_read} words kept · Isle Gazette"
    assert f"By Ada Quill · 2026-02-03 · {kept}" in render(whole, "text").splitlines()
    assert kept in render(nobody, "text").splitlines()


def test_messages_speak_of_the_text() -> None:
    """A text that was passed is neither "-" nor standard input."""
    with pytest.raises(InputError, match=r"^the text: empty$"):
        newsclean.digest(" ")
    with pytest.raises(InputError, match=r"^the text: empty$"):
        newsclean.clean(b"")
    with pytest.raises(NoArticleError, match=r"^the text: nothing in it"):
        newsclean.digest(MENU)


@pytest.mark.parametrize("name", ["digest", "clean", "split_sentences", "find_quotes", "summarize"])
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Path("a.txt"), r"expected str.*, got Path; pass Path\(\.\.\.\)\.read_(?:text|bytes)\(\)"),
        (io.StringIO("a"), r"expected str.*, got a file; pass what its \.read\(\) gives"),
        (None, "expected str.*, got NoneType"),
        (3, "expected str.*, got int"),
    ],
)
def test_what_is_no_text_is_a_usage_error(name: str, value: object, message: str) -> None:
    """The message says what was expected, what came, and what to pass instead."""
    with pytest.raises(UsageError, match=f"^{message}$"):
        getattr(newsclean, name)(value)


@pytest.mark.parametrize("name", ["split_sentences", "find_quotes", "summarize"])
def test_bytes_are_no_text(name: str) -> None:
    """What takes text only says how bytes become text."""
    with pytest.raises(UsageError, match=r"^expected str, got bytes; pass \.decode\(\) of it$"):
        getattr(newsclean, name)(b"a")


def test_bytes_of_any_kind_are_read() -> None:
    """A bytearray and a memoryview are bytes."""
    data = HARBOUR.read_bytes()
    wanted = newsclean.clean(data)
    assert newsclean.clean(bytearray(data)) == newsclean.clean(memoryview(data)) == wanted


PUBLIC = {
    "Article": "byline date flow language metadata notes paragraphs removals text title "
    "words_kept words_read",
    "Digest": "article byline date document language notes quotes sentences summary title to_dict",
    "Document": "encoding kind label metadata name notes text tree",
    "Field": "end origin start value",
    "Metadata": "agency byline date dateline language site standfirst title url",
    "Paragraph": "confidence end kind start text",
    "Quote": "attribution confidence continues cue end key kind role score speaker speaker_end "
    "speaker_start start text",
    "Removal": "confidence end evidence reason start text",
    "ScoredSentence": "end features rank score sentence source start text",
    "Sentence": "end paragraph start text",
    "Summary": "method notes scores sentences text",
}
FUNCTIONS = "clean digest find_quotes split_sentences summarize"


def names_of(record: type) -> set[str]:
    """The public fields and properties of a record."""
    own = {name for name in vars(record) if not name.startswith("_")}
    return own | {field.name for field in fields(record)} if is_dataclass(record) else own


@pytest.mark.parametrize("name", PUBLIC)
def test_records_keep_their_names(name: str) -> None:
    """A field or property that programs may use does not go; what is new is listed here."""
    assert set(PUBLIC[name].split()) <= names_of(getattr(newsclean, name))


def test_the_package_keeps_its_names() -> None:
    """Everything that `newsclean` exports is there, and nothing that was is gone."""
    assert {*PUBLIC, *FUNCTIONS.split(), "Options", "NewscleanError"} <= set(newsclean.__all__)
    assert [name for name in newsclean.__all__ if not hasattr(newsclean, name)] == []


def test_a_digest_says_what_is_known() -> None:
    """Headline, byline, date, language and the summary are had without going through records."""
    digest = newsclean.digest(HARBOUR.read_bytes())
    assert digest.title == "Harbour board votes to close the east pier for two years"
    known = (digest.byline, digest.date, digest.language)
    assert known == ("Marta Lindqvist", "2025-03-12", "en")
    assert str(digest.summary) == digest.summary.text
    first = digest.summary.sentences[0]
    assert first.text == str(first) == digest.document.text[first.start : first.end]
    assert digest.summary.text.startswith(first.text)


@pytest.mark.parametrize("digest", [full(), bare()], ids=["full", "bare"])
def test_to_dict_is_the_json(digest: Digest) -> None:
    """`to_dict` gives what a reader of the JSON gets."""
    assert json.loads(render(digest, "json")) == digest.to_dict()


def test_a_record_is_printed_on_one_line() -> None:
    """However long a text is and whatever is in it, the `repr` of a record fits a terminal."""
    text = "Port head\x1b[31mline: " + "word " * 50 + "\n\n" + TEXT
    digest = newsclean.digest(text, clean=False)
    records: list[object] = [digest, digest.document, digest.article, digest.summary]
    for group in (
        digest.sentences,
        digest.quotes,
        digest.summary.scores,
        digest.article.paragraphs,
    ):
        records += group
    records += newsclean.clean(TEXT).removals
    assert [record for record in records if len(repr(record)) > 120] == []
    assert "\x1b" not in "".join(map(repr, records))
    assert "\n" not in "".join(map(repr, records))
