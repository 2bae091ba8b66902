"""Digests made by hand, so that tests of outputs do not depend on what the stages decide."""

from __future__ import annotations

from newsclean.document import (
    Article,
    Digest,
    Document,
    Field,
    Metadata,
    Paragraph,
    Quote,
    Removal,
    ScoredSentence,
    Sentence,
    Summary,
)

MENU, ADVERT = "Home\nNews", "Sign up for our letter"
FIRST = "The ferry will stop for good in May, the harbour master said on Monday."
SECOND = '"We kept it afloat for forty years. Nobody thanked us," said Tilda Marsh. She wept.'
ITEM = "• Tickets stay valid until April."
TEXT = f"{MENU}\nThe last ferry\n{FIRST}\n{ADVERT}\n{SECOND}\n{ITEM}\nCopyright 2026"


def span(part: str, text: str = TEXT) -> tuple[int, int]:
    """Where `part` stands in `text`."""
    start = text.index(part)
    return start, start + len(part)


def removal(part: str, reason: str, evidence: str = "the line says so") -> Removal:
    return Removal(*span(part), part, reason, evidence, 0.9)


def sentence(part: str, paragraph: int) -> Sentence:
    return Sentence(*span(part), part, paragraph)


def full() -> Digest:
    """A digest with something in every field that may be empty, and marks that cross."""
    origin = (*span("The last ferry"),)
    known = Metadata(
        title=Field(
            "The last ferry", "text", *origin, runners_up=(Field("Ferry", "og:title", *origin),)
        ),
        byline=Field("By Ada Quill", "json-ld", runners_up=(Field("Tom Reed", "text", *origin),)),
        date=Field(
            "2026-02-03T08:00:00+00:00",
            "time",
            runners_up=(Field("2026-02-02", "text", *origin),),
        ),
        site=Field("Isle Gazette", "og:site_name"),
        standfirst=Field("Forty years, and then nothing.", "text"),
        dateline=Field("PORT ELM", "text"),
        agency=Field("Wire", "text"),
        language=Field("en", "meta:language"),
        url=Field("https://gazette.example/ferry", "link"),
        section=Field("Transport", "json-ld"),
        updated=Field("2026-02-04", "article:modified_time"),
        credit=Field("Photos: Tom Reed", "text"),
    )
    article = Article(
        flow=TEXT,
        paragraphs=(
            Paragraph(*span(FIRST), FIRST),
            Paragraph(*span(SECOND), SECOND),
            Paragraph(*span(ITEM), ITEM, "list"),
        ),
        removals=(
            removal("Home", "navigation"),
            removal("News", "navigation"),
            removal("The last ferry", "headline", "the largest line"),
            removal(ADVERT, "newsletter", 'the line says "Sign up"'),
            removal("Copyright 2026", "copyright"),
        ),
        metadata=known,
        language="en",
        words_read=44,
        words_kept=33,
    )
    opening = '"We kept it afloat for forty years.'
    sentences = (
        sentence(FIRST, 0),
        sentence(opening, 1),
        sentence('Nobody thanked us," said Tilda Marsh.', 1),
        sentence("She wept.", 1),
        sentence(ITEM, 2),
    )
    scores = tuple(
        ScoredSentence(each, 0.9 - rank / 10, rank, (("position", 0.5), ("length", -0.25)), "a.txt")
        for rank, each in enumerate(sentences, 1)
    )
    words = "We kept it afloat for forty years. Nobody thanked us,"
    quotes = (
        Quote(
            words,
            *span(words),
            speaker="Tilda Marsh",
            role="captain",
            speaker_start=span("Tilda Marsh")[0],
            speaker_end=span("Tilda Marsh")[1],
            cue="said",
            attribution="cue verb after the quote",
            confidence=0.93,
            score=1.5,
            key=1,
        ),
    )
    return Digest(
        document=Document(TEXT, "ferry.txt", "text", "utf-8", known),
        article=article,
        sentences=sentences,
        quotes=quotes,
        summary=Summary("newsclean", (scores[0], scores[2]), scores),
        notes=("little of the page was kept",),
    )


def bare(text: str = "Nothing is known of this.") -> Digest:
    """A digest of one paragraph of which nothing else is known."""
    whole = (0, len(text))
    return Digest(
        document=Document(text),
        article=Article(
            flow=text,
            paragraphs=(Paragraph(*whole, text),),
            removals=(),
            metadata=Metadata(),
            language="en",
            words_read=len(text.split()),
            words_kept=len(text.split()),
        ),
        sentences=(Sentence(*whole, text),),
        quotes=(),
        summary=Summary("lead", ()),
    )


def hostile(bite: str) -> Digest:
    """The full digest with `bite` in every text that an input can bring along."""
    base = full()
    text = f"{bite}\n{bite}\n{bite}"
    size = len(bite)
    first, last = (0, size), (2 * size + 2, 3 * size + 2)
    field = Field(bite, "text")
    said = Sentence(*first, bite)
    scored = ScoredSentence(said, 1.0, 1, ((bite, 0.5),), bite)
    quote = Quote(bite, *first, speaker=bite, role=bite, cue=bite, attribution=bite, key=1)
    return Digest(
        document=Document(text, bite, "html", bite),
        article=Article(
            flow=text,
            paragraphs=(Paragraph(*first, bite), Paragraph(*last, bite, "list")),
            removals=(Removal(size + 1, 2 * size + 1, bite, "boilerplate", bite, 0.5),),
            metadata=Metadata(*[field] * 9),
            language="en",
            words_read=base.article.words_read,
            words_kept=base.article.words_kept,
        ),
        sentences=(said,),
        quotes=(quote,),
        summary=Summary(bite, (scored,), (scored,)),
        notes=(bite,),
    )
