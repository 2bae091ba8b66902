"""The page to read first: what happens to an article, in order.

    bytes or text -> Document -> Article -> sentences -> quotes, summary -> Digest

Each stage takes the record that the stage before made and gives a new one; stages do not know
of each other and are joined here. This module is also the Python interface: `newsclean` itself
re-exports `digest`, `clean`, `split_sentences`, `find_quotes` and `summarize`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePath

from newsclean import cleaning, languages, quotes, sentences, summary
from newsclean.document import (
    Article,
    Digest,
    Document,
    Quote,
    Sentence,
    SiteProfile,
    Summary,
)
from newsclean.errors import NoArticleError, UsageError
from newsclean.options import Options
from newsclean.sources import lost_marks, mojibake, read
from newsclean.transcripts import read_broadcast

_NAME = "the text"
"""The name in messages of an input that has none."""
_MOST_TITLE_CHARS = 80
"""So much of the title is said of a page that holds no article."""
_UNDOUBTED = 0.8
"""A summary takes no sentence from a paragraph that is less likely of the article than this."""
_LEAST_NARRATED = 2
"""So many sentences of who presents a broadcast are enough for its summary; a guess."""


QUOTES, SUMMARY, REASONS = "quotes", "summary", "reasons"
WHOLE = frozenset({QUOTES, SUMMARY})
"""The parts of a digest that an output may do without; its paragraphs and sentences always are."""
EVERYTHING = WHOLE | {REASONS}
"""The reasons of removals as well, which are else named when they are first read."""


def digest_document(
    document: Document,
    options: Options = Options(),  # noqa: B008 - frozen
    wanted: Collection[str] = WHOLE,
) -> Digest:
    """The digest of a document: its article, quotes and summary.

    A part that is not in `wanted` is left empty, and the time for it is saved. The article's
    removals are there in any case: with `REASONS` wanted they are named now, else when they are
    first read.

    Raises:
        NoArticleError: nothing in it looks like an article.
        UsageError: an option's value is invalid.
        TimeLimitError: a summarizer took too long.
    """
    article = clean_document(document, options, reasons=REASONS in wanted)
    spans = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
    prose = sentences.split(article.flow, article.language, spans)
    title = article.metadata.title.value if article.metadata.title else None
    said: tuple[Quote, ...] = ()
    if QUOTES in wanted:
        below = article.metadata.standfirst
        standfirst = below.value if below else None
        said = quotes.find(
            article.flow,
            article.language,
            paragraphs=spans,
            sentences=prose,
            title=title,
            standfirst=standfirst,
            keys=options.quotes,
            indirect=options.indirect,
        )
    brief = Summary(options.method, ())
    if SUMMARY in wanted:
        brief = summary.summarize(
            _narrated(_undoubted(prose, article), article),
            language=article.language,
            length=options.length,
            method=options.method,
            title=title,
            focus=options.focus,
            headings={
                number
                for number, paragraph in enumerate(article.paragraphs)
                if paragraph.kind == "heading"
            },
        )
    notes = (
        *document.notes,
        *article.notes,
        *_splitting(article.language),
        *_speaking(said, article.language),
        *_bounded(said, article.flow),
        *brief.notes,
    )
    return Digest(document, article, prose, said, brief, notes)


def _undoubted(prose: tuple[Sentence, ...], article: Article) -> tuple[Sentence, ...]:
    """The sentences to summarize: without code and those of doubtful paragraphs, if most are not.

    The lead stays: where an article begins is often in doubt, and no paragraph says more. So do
    numbered sub-headings: their numbers tell, and a list is not shown without one.
    """
    from newsclean.summary.lists.subheadings import is_numbered

    doubtful = {
        number
        for number, paragraph in enumerate(article.paragraphs)
        if number
        and (
            paragraph.kind == "code"
            or (paragraph.confidence < _UNDOUBTED and not is_numbered(paragraph.text))
        )
    }
    if not doubtful:
        return prose
    sure = tuple(sentence for sentence in prose if sentence.paragraph not in doubtful)
    return sure if 2 * len(sure) >= len(prose) else prose


def _narrated(prose: tuple[Sentence, ...], article: Article) -> tuple[Sentence, ...]:
    """The sentences to summarize of a broadcast: what who presents it says, without labels."""
    broadcast = read_broadcast([paragraph.text for paragraph in article.paragraphs])
    if broadcast is None:
        return prose
    told = []
    for sentence in prose:
        number = sentence.paragraph
        begins = article.paragraphs[number].start + broadcast.labels.get(number, 0)
        text = sentence.text[max(0, begins - sentence.start) :]
        if text and number not in broadcast.spoken:
            told.append(sentence._replace(text=text, start=max(begins, sentence.start)))
    return tuple(told) if len(told) >= _LEAST_NARRATED else prose


def _splitting(language: str) -> tuple[str, ...]:
    if sentences.has_parameters(language):
        return ()
    return (f"sentences: no parameters for {languages.name(language)}, general rules were used",)


def _bounded(said: tuple[Quote, ...], flow: str) -> tuple[str, ...]:
    """A note where quotes were looked for in the first part of an article alone."""
    if not said or quotes.end_of_first(flow) is None:
        return ()
    return (f"quotes: looked for up to the {quotes.MOST_MARKS:,}th quotation mark",)


def _speaking(said: tuple[Quote, ...], language: str) -> tuple[str, ...]:
    """A note where quotes were found but nothing is known of who speaks in their language."""
    if not said or quotes.knows_speakers(language):
        return ()
    return (f"quotes: speakers are not known in {languages.name(language)}",)


def clean_document(
    document: Document,
    options: Options = Options(),  # noqa: B008 - frozen
    *,
    reasons: bool = True,
) -> Article:
    """The article in a document (the first stage alone); errors as `digest_document`.

    Without `reasons` its removals are named when they are first read, and it holds the document
    until then.
    """
    language = languages.normalise(options.language) if options.language else None
    if not options.clean:
        return cleaning.keep_everything(document, language=language)
    try:
        return cleaning.clean(
            document,
            language=language,
            favour=options.favour,
            keep=options.keep,
            drop=options.drop,
            site=options.site,
            reasons=reasons,
        )
    except NoArticleError as error:
        raise NoArticleError(f"{error}{_stated(document)}") from None


def _stated(document: Document) -> str:
    """The title and the day that a page without an article states, for the message about it."""
    title, date = document.metadata.title, document.metadata.date
    told = []
    if title is not None:
        told.append("titled " + " ".join(title.value.split())[:_MOST_TITLE_CHARS])
    if date is not None:
        told.append("dated " + date.value[: len("2026-03-04")])
    return f" ({', '.join(told)})" if told else ""


def learn_site(documents: Iterable[Document]) -> SiteProfile:
    """What recurs between these pages of one site, as `Options.site` takes it."""
    return cleaning.learn(documents)


def digest(
    text: str | bytes,
    *,
    language: str | None = None,
    length: str | int = "auto",
    method: str = "newsclean",
    clean: bool = True,
) -> Digest:
    """Clean a text, find its quotes, summarize it.

    Args:
        text: plain text or HTML; bytes are decoded, and may also be an e-mail or a PDF.
        language: ISO 639-1 code; None detects it.
        length: 3 sentences, "20%" of them, "100w" words or "600c" characters at most; "auto" is
            as many sentences as the article needs, and the points of one that is a list.
        method: a summarizer's name (`newsclean methods` lists them).
        clean: False takes the text as an article already.

    Raises:
        InputError: the input is empty or binary.
        NoArticleError: nothing in it looks like an article.
        UsageError: an option's value is invalid, or `text` is neither str nor bytes.
    """
    options = Options(language=language, length=str(length), method=method, clean=clean)
    return digest_document(_document(text), options)


def clean(text: str | bytes, *, language: str | None = None) -> Article:
    """The article in a text: its paragraphs, and all that was removed with the reason.

    Raises:
        InputError: the input is empty or binary.
        NoArticleError: nothing in it looks like an article.
        UsageError: `text` is neither str nor bytes.
    """
    return clean_document(_document(text), Options(language=language))


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a text; a line break always ends one.

    Raises:
        UsageError: there is no such language, or `text` is not a str.
    """
    return sentences.split(_text(text), languages.normalise(language))


def find_quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    """The direct and mixed quotes in a text with their speakers, in order.

    Raises:
        UsageError: there is no such language, or `text` is not a str.
    """
    return quotes.find(_text(text), languages.normalise(language))


def summarize(
    text: str,
    *,
    language: str | None = None,
    length: str | int = "auto",
    method: str = "newsclean",
    title: str | None = None,
) -> Summary:
    """A summary of a text that is an article already; errors as `digest`."""
    code = languages.normalise(language) if language else languages.detect(_text(text))
    prose = sentences.split(_text(text), code)
    return summary.summarize(prose, language=code, length=str(length), method=method, title=title)


def _document(text: object) -> Document:
    if isinstance(text, bytes | bytearray | memoryview):
        return read.from_bytes(bytes(text), _NAME)
    if isinstance(text, str):
        return read.from_text(text, _NAME)
    raise _wrong_type(text, "str or bytes", "read_bytes")


def _text(text: object) -> str:
    """A text with its lost marks restored, as documents of text have them; offsets hold."""
    if isinstance(text, str):
        return lost_marks.restore(mojibake.restore_controls(text))[0]
    if isinstance(text, bytes | bytearray):
        raise UsageError(f"expected str, got {type(text).__name__}; pass .decode() of it")
    raise _wrong_type(text, "str", "read_text")


def _wrong_type(value: object, expected: str, reader: str) -> UsageError:
    """The error for a value that is no text: what was expected, what came, what to do."""
    message = f"expected {expected}, got "
    if isinstance(value, PurePath):
        return UsageError(f"{message}Path; pass Path(...).{reader}()")
    if hasattr(value, "read"):
        return UsageError(f"{message}a file; pass what its .read() gives")
    return UsageError(message + type(value).__name__)
