"""The nouns of newsclean: the records that the stages hand to one another.

Every record is frozen. Every `start` and `end` is an offset in code points into `Document.text`,
the decoded input (for HTML, e-mail and PDF: the text read out of it), `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from importlib import import_module
from typing import Any, Literal, NamedTuple

from newsclean.deferred import Deferring
from newsclean.markup import Part, Tree
from newsclean.markup import SiteProfile as SiteProfile
from newsclean.plain import with_items

SourceKind = Literal[
    "text", "html", "email", "pdf", "markdown", "rtf", "docx", "odt", "captions", "export"
]
ParagraphKind = Literal["paragraph", "heading", "list", "quote", "code"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Span = tuple[int, int]

REASONS: tuple[str, ...] = (
    # parts of the article that are shown elsewhere than in its body
    *("headline", "standfirst", "byline", "date", "dateline", "caption", "credit"),
    # boilerplate
    "navigation",
    "share buttons",
    "newsletter",
    "donation appeal",
    "cookie notice",
    "advertisement",
    "related articles",
    "comments",
    "author biography",
    "copyright",
    "login or paywall",
    "form or button",
    *("audio or video", "embedded post", "pull quote"),
    *("editorial note", "hidden on the page"),
    "repeated line",
    "user pattern",
    "boilerplate",
)
"""Every value that `Removal.reason` may take; the last is for what no other name fits."""

_REPR_CHARS = 40
"""So much of a text is shown where a record is printed."""


def _short(text: str | None) -> str:
    """A text as `repr` writes it, cut to what fits a line."""
    if text is None or len(text) <= _REPR_CHARS:
        return repr(text)
    return repr(text[: _REPR_CHARS - 1].rstrip() + "…")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of metadata and where it was read.

    `origin` names the place: "json-ld", "og:title", "meta:author", "time", "header:Subject",
    "text". `start` and `end` are set when it was read from the text itself.
    """

    value: str
    origin: str
    start: int | None = None
    end: int | None = None
    runners_up: tuple[Field, ...] = field(default=(), compare=False)
    """What else the page says of it, the likeliest first; of title, byline and date."""

    def __str__(self) -> str:
        """The value alone."""
        return self.value


@dataclass(frozen=True, slots=True, repr=False)
class Metadata:
    """What is known of an article besides its body. `date` is ISO 8601 where it could be read."""

    title: Field | None = None
    byline: Field | None = None
    date: Field | None = None
    site: Field | None = None
    standfirst: Field | None = None
    dateline: Field | None = None
    agency: Field | None = None
    language: Field | None = None
    url: Field | None = None
    section: Field | None = None
    updated: Field | None = None
    credit: Field | None = None

    def __repr__(self) -> str:
        """The names and values of what is known."""
        known = ((each.name, getattr(self, each.name)) for each in fields(self))
        return f"<Metadata {', '.join(f'{name}={_short(f.value)}' for name, f in known if f)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    r"""An input, decoded. With a `tree`, line i of `text.split("\n")` has `tree.markup[i]`.

    Where a part of `parts` is body, the source states what is body and what is not (an export of
    a news database), and cleaning has nothing to decide; else they are all not of the article.
    """

    text: str
    name: str = "-"
    kind: SourceKind = "text"
    encoding: str | None = None
    metadata: Metadata = Metadata()
    tree: Tree | None = field(default=None, repr=False)
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=(), repr=False)

    @property
    def label(self) -> str:
        """What to call it where a person reads."""
        return "standard input" if self.name == "-" else self.name

    def __repr__(self) -> str:
        """Its name, kind and length."""
        return f"<Document {_short(self.name)}: {self.kind}, {_count(len(self.text), 'character')}>"


class Line(NamedTuple):
    """A stretch of the input that is kept or removed as one: a line, or a part of a giant one."""

    start: int
    end: int
    text: str
    blank_before: int = 0
    """How many empty lines stand before it."""


class Removal(NamedTuple):
    """A stretch that is not in the article's body, why, and on what evidence.

    `reason` is one of `REASONS`; `evidence` is a phrase a person can check ("the line says
    'Sign up'", "occurs 3 times", "the model gives 0.03 for article text"); `confidence` is in 0..1.
    """

    start: int
    end: int
    text: str
    reason: str
    evidence: str
    confidence: float

    def __repr__(self) -> str:
        """The reason, the place and the beginning of the text."""
        return f"<Removal {self.reason}, {self.start}-{self.end}: {_short(self.text)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Paragraph:
    """A paragraph of the article; `text` has the line breaks inside it undone."""

    start: int
    end: int
    text: str
    kind: ParagraphKind = "paragraph"
    confidence: float = 1.0

    def __repr__(self) -> str:
        """The kind, the place and the beginning of the text."""
        return f"<Paragraph {self.kind}, {self.start}-{self.end}: {_short(self.text)}>"

    def __str__(self) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True, repr=False)
class Article(Deferring):
    """A document after cleaning.

    `flow` is the document's text with the line breaks inside a paragraph (a hard wrap) turned into
    blanks: its offsets hold for the input. Paragraphs and removals are disjoint, in order, and
    cover all but white space. A digest's removals are named when they are first read.
    """

    flow: str
    paragraphs: tuple[Paragraph, ...]
    removals: tuple[Removal, ...]
    metadata: Metadata
    language: str
    words_read: int
    words_kept: int
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body: paragraphs joined by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def title(self) -> str | None:
        """The headline, None where there is none."""
        return value_of(self.metadata.title)

    @property
    def byline(self) -> str | None:
        """Who wrote it, None where nobody is named."""
        return value_of(self.metadata.byline)

    @property
    def date(self) -> str | None:
        """When it appeared, ISO 8601 where that could be read; None where no date is given."""
        return value_of(self.metadata.date)

    def __repr__(self) -> str:
        """The headline, the language, and how much was kept and removed."""
        return (
            f"<Article {_short(self.title)}, {self.language}: {self.words_kept:,} of "
            f"{_count(self.words_read, 'word')} kept, {_count(len(self.removals), 'removal')}>"
        )

    def __str__(self) -> str:
        """The body."""
        return self.text


def value_of(known: Field | None) -> str | None:
    """What a field says; None where it is not known."""
    return known.value if known else None


class Sentence(NamedTuple):
    """A sentence; `text` has white space folded, `paragraph` is a running number from 0."""

    start: int
    end: int
    text: str
    paragraph: int = 0

    def __repr__(self) -> str:
        """The place and the beginning of the text."""
        return f"<Sentence {self.start}-{self.end}: {_short(self.text)}>"

    def __str__(self) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True, repr=False)
class Quote:
    """Words somebody said. The span is what stands between the quotation marks.

    `speaker` is the fullest name the article gives, None where unknown; `speaker_start` and
    `speaker_end` are the mention it was read from. `attribution` says how it was found (a cue
    verb after the quote, the quote before, ...), `confidence` in 0..1 how sure that is, `rule` what
    decided the kind; `continues` where it goes on from the quote before. `score` orders key quotes;
    `key` is 1 for the best. `statement` is printed of one where that is more, or less, than `text`.
    """

    text: str
    start: int
    end: int
    kind: QuoteKind = "direct"
    speaker: str | None = None
    role: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    attribution: str | None = None
    confidence: float = 0.0
    continues: bool = False
    rule: str | None = None
    score: float = 0.0
    key: int | None = None
    statement: str | None = None

    def __repr__(self) -> str:
        """The kind, the place, the speaker and the beginning of the text."""
        who = _short(self.speaker) if self.speaker else "nobody named"
        return f"<Quote {self.kind}, {self.start}-{self.end}, {who}: {_short(self.text)}>"

    def __str__(self) -> str:
        """The words between the marks."""
        return self.text


class ScoredSentence(NamedTuple):
    """A sentence as a summarizer saw it, with its largest `features`; `rank` is 1 for the best.

    `source` names the input where there are several. In a summary, `text` is what is printed and
    `left_out` what is not; `start` and `end` are the whole sentence's; a `point` is a list's item.
    """

    sentence: Sentence
    score: float
    rank: int
    features: tuple[tuple[str, float], ...] = ()
    source: str | None = None
    left_out: tuple[str, ...] = ()
    point: bool = False

    @property
    def text(self) -> str:
        """The text of the sentence."""
        return self.sentence.text

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the sentence ends, exclusive."""
        return self.sentence.end

    def __repr__(self) -> str:
        """The rank, the place and the beginning of the text."""
        return f"<ScoredSentence {self.rank}, {self.start}-{self.end}: {_short(self.text)}>"

    def __str__(self) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True, repr=False)
class Summary(Deferring):
    """Sentences of the article, in its order. `scores` has every sentence, when it is read."""

    method: str
    sentences: tuple[ScoredSentence, ...]
    scores: tuple[ScoredSentence, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The summary as one paragraph, the points of a list as lines of their own."""
        return with_items((one.text, one.point) for one in self.sentences)

    def __repr__(self) -> str:
        """The method, the number of sentences and the beginning of the text."""
        many = _count(len(self.sentences), "sentence")
        return f"<Summary by {self.method}, {many}: {_short(self.text)}>"

    def __str__(self) -> str:
        """The text of the summary."""
        return self.text


@dataclass(frozen=True, slots=True, repr=False)
class Digest:
    """All that newsclean has to say of one input."""

    document: Document
    article: Article
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    summary: Summary
    notes: tuple[str, ...] = ()
    """What a user should be told: little was kept, the language has no parameters of its own."""

    @property
    def title(self) -> str | None:
        """The headline, None where there is none."""
        return self.article.title

    @property
    def byline(self) -> str | None:
        """Who wrote the article, None where nobody is named."""
        return self.article.byline

    @property
    def date(self) -> str | None:
        """When it appeared, ISO 8601 where that could be read; None where no date is given."""
        return self.article.date

    @property
    def language(self) -> str:
        """ISO 639-1 code of the article's language."""
        return self.article.language

    def to_dict(self) -> dict[str, Any]:
        """The record that `--json` prints, as plain dictionaries, lists, strings and numbers."""
        # By name, so that this module imports nothing of ours: every other one may import it.
        writer = import_module("newsclean.output.json")
        return dict(writer.as_record(self))

    def __repr__(self) -> str:
        """The headline, the language, and how much was found."""
        return (
            f"<Digest {_short(self.title)}, {self.language}: "
            f"{_count(len(self.sentences), 'sentence')}, {_count(len(self.quotes), 'quote')}, "
            f"{len(self.summary.sentences)} in the summary>"
        )
