"""The nouns of newsclean: the records that the stages hand to one another.

Every record is frozen. Every `start` and `end` is an offset in code points into `Document.text`,
the decoded input (for HTML, e-mail and PDF: the text read out of it), `end` exclusive.
This module imports nothing of ours, so that every other one may import it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

SourceKind = Literal["text", "html", "email", "pdf", "markdown"]
ParagraphKind = Literal["paragraph", "heading", "list", "quote"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Span = tuple[int, int]

REASONS: tuple[str, ...] = (
    # parts of the article that are shown elsewhere than in its body
    "headline",
    "standfirst",
    "byline",
    "date",
    "dateline",
    "caption",
    "credit",
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
    "repeated line",
    "user pattern",
    "boilerplate",
)
"""Every value that `Removal.reason` may take; the last is for what no other name fits."""


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


@dataclass(frozen=True, slots=True)
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


class Node(NamedTuple):
    """One element of an HTML tree. `parent` is an index into `Tree.nodes`, -1 for the root.

    `names` is the element's id, class, role and itemprop words, lower case, blank-separated.
    """

    tag: str
    parent: int
    names: str = ""
    hidden: bool = False


class Markup(NamedTuple):
    """What the mark-up says of one line: the counts are of characters unless named otherwise."""

    node: int
    link_chars: int = 0
    links: int = 0
    strong_chars: int = 0
    images: int = 0
    breaks: int = 0
    block: int = -1
    """The nearest block-level element above the line's text (index into `Tree.nodes`)."""
    rules: int = 0
    """How many `<hr>` stand between the line before and this one; so for images and breaks."""
    embeds: int = 0
    """Likewise for iframes, videos, drawings and form fields."""
    apart: bool = False
    """Whether a margin sets it off from the line before, as between paragraphs."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The light copy of an HTML tree that cleaning needs: elements, and one `Markup` a line."""

    nodes: tuple[Node, ...]
    markup: tuple[Markup, ...]
    bodies: tuple[str, ...] = ()
    """Article bodies that the page states about itself (JSON-LD `articleBody`)."""
    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    r"""An input, decoded. With a `tree`, line i of `text.split("\n")` has `tree.markup[i]`."""

    text: str
    name: str = "-"
    kind: SourceKind = "text"
    encoding: str | None = None
    metadata: Metadata = Metadata()
    tree: Tree | None = field(default=None, repr=False)
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call it where a person reads."""
        return "standard input" if self.name == "-" else self.name


class Line(NamedTuple):
    """A stretch of the input that is kept or removed as one: a line, or a part of a giant one."""

    start: int
    end: int
    text: str
    blank_before: int = 0
    """How many empty lines stand before it."""


@dataclass(frozen=True, slots=True)
class Removal:
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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article; `text` has the line breaks inside it undone."""

    start: int
    end: int
    text: str
    kind: ParagraphKind = "paragraph"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """A document after cleaning.

    `flow` is the document's text, equally long, with the line breaks inside a paragraph (a hard
    wrap) turned into blanks: later stages read it and their offsets hold for the input too.
    Paragraphs and removals are disjoint, in order, and cover every character but white space.
    """

    flow: str = field(repr=False)
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


class Sentence(NamedTuple):
    """A sentence; `text` has white space folded, `paragraph` is a running number from 0."""

    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said. The span is what stands between the quotation marks.

    `speaker` is the fullest name the article gives, None where unknown; `speaker_start` and
    `speaker_end` are the mention it was read from. `attribution` says how it was found (a cue
    verb after the quote, the quote before, ...), `confidence` in 0..1 how sure that is.
    `score` orders key quotes; `key` is 1 for the best of them, None for the rest.
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
    """True where it goes on from the quote before (the same speech, split or reopened)."""
    score: float = 0.0
    key: int | None = None


class ScoredSentence(NamedTuple):
    """A sentence as a summarizer saw it; `rank` is 1 for the best.

    `features` are the contributions that moved the score most, (name, contribution), largest
    first. `source` is the name of the input where several are summarized together.
    """

    sentence: Sentence
    score: float
    rank: int
    features: tuple[tuple[str, float], ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences of the article, in its order. `scores` has every sentence, chosen or not."""

    method: str
    sentences: tuple[ScoredSentence, ...]
    scores: tuple[ScoredSentence, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The summary as one paragraph."""
        return " ".join(scored.sentence.text for scored in self.sentences)


@dataclass(frozen=True, slots=True)
class Digest:
    """All that newsclean has to say of one input."""

    document: Document = field(repr=False)
    article: Article
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    summary: Summary
    notes: tuple[str, ...] = ()
    """What a user should be told: little was kept, the language has no parameters of its own."""
