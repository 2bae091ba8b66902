"""Nexis Uni and Lexis Advance exports (DOCX, RTF, or copied as text) -> records.

Takes the paragraphs that the Word or RTF reader makes, or the lines of a text. An article ends at
"End of Document", or where a section does; its header is found backwards from its first label,
since a cover page with all the headlines may stand before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.sources.encoding import decode
from newsclean.sources.exports.draft import Draft, collapse_whitespace
from newsclean.sources.exports.nexis_labels import (
    COPYRIGHT,
    LANGUAGE,
    header_labels,
    is_date,
    is_of_loading,
    split_label,
    words,
)
from newsclean.sources.files.paragraphs import Paragraph
from newsclean.sources.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.sources.record import Record

_HEADER = 40
"""The header of an article has so many paragraphs at most."""
_TITLE = 4
"""A headline has so many at most."""
_REASONS = {"byline": "byline", "dateline": "dateline", "standfirst": "standfirst"}


def records(paragraphs: Sequence[Paragraph], name: str) -> Iterator[Record]:
    """The articles of the export; what has neither a body nor a date is no article."""
    number = 0
    single = [
        paragraph._replace(text=line, section=paragraph.section and not at)
        for paragraph in paragraphs
        for at, line in enumerate(paragraph.text.split("\n"))
    ]
    for chunk in _chunks(single):
        draft = _read(chunk)
        if draft is not None:
            number += 1
            yield draft.record(f"{name}#{number}")


def text_records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of an export whose text was copied.

    Raises:
        InputError: it is no text.
    """
    lines = normalize(decode(data, name).text).split("\n")
    return records([Paragraph(line) for line in lines], name)


def _chunks(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs of each article, what stands before it with the first."""
    ends = any(_is_closing(paragraph.text) for paragraph in paragraphs)
    chunk: list[Paragraph] = []
    for paragraph in paragraphs:
        if not ends and paragraph.section and any(_is_body(each.text) for each in chunk):
            yield chunk
            chunk = []
        chunk.append(paragraph)
        if ends and _is_closing(paragraph.text):
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_closing(text: str) -> bool:
    return collapse_whitespace(text).lower() in words("closing")


def _is_body(text: str) -> bool:
    return collapse_whitespace(text).lower() in words("body")


def _read(chunk: Sequence[Paragraph]) -> Draft | None:
    """The article in a chunk; None where there is none."""
    texts = [collapse_whitespace(paragraph.text) for paragraph in chunk]
    body = next((at for at, text in enumerate(texts) if _is_body(text)), None)
    date = _date(texts, body)
    if date is None and body is None:
        return None
    draft = Draft("nexis")
    head = _head(chunk, texts, date if date is not None else body or 0, dated=date is not None)
    _masthead(texts, head, date, draft)
    first = (date + 1) if date is not None else head[1]
    if body is not None and not draft.has("title"):
        first = _title_below(texts, first, body, draft)
    _labels(texts, first, body if body is not None else first, draft)
    if body is not None:
        _body(texts, body, draft)
    else:
        _body(texts, _after_labels(texts, first) - 1, draft)
    return draft if draft.has_body or draft.has("title") else None


def _date(texts: Sequence[str], body: int | None) -> int | None:
    """The place of the date: the last line that is one before the labels of the article."""
    end = body if body is not None else len(texts)
    low = max(0, end - _HEADER) if body is not None else 0
    labels = [
        at for at in range(low, end) if split_label(texts[at])[0] in ("length", *_first_labels())
    ]
    until = labels[0] if labels else end
    dates = [at for at in range(low, until) if is_date(texts[at])]
    return dates[-1] if dates else next((at for at in range(low, end) if is_date(texts[at])), None)


def _first_labels() -> list[str]:
    return [label for label, field in header_labels().items() if field in ("length", "section")]


def _head(
    chunk: Sequence[Paragraph], texts: Sequence[str], date: int, *, dated: bool
) -> tuple[int, int, int]:
    """Where the headline begins and ends, and where the source stands (-1 for nowhere)."""
    at = date - 1
    while at >= 0 and not texts[at] and not chunk[at].section:
        at -= 1
    source = at if dated else -1
    if dated:
        at -= 1
    while at >= 0 and not texts[at] and not chunk[at].section:
        at -= 1
    end = at + 1
    while at >= 0 and texts[at] and end - at <= _TITLE:
        at -= 1
        if at + 1 < len(chunk) and chunk[at + 1].section:
            break
        if chunk[at + 1].heading and not (at >= 0 and chunk[at].heading):
            break
    return at + 1, end, source


def _masthead(
    texts: Sequence[str], head: tuple[int, int, int], date: int | None, draft: Draft
) -> None:
    start, end, source = head
    for text in texts[:start]:
        draft.add(text, "boilerplate", "the cover page of the export")
    title = " ".join(text for text in texts[start:end] if text)
    draft.state("title", title, "headline")
    draft.add(title, "headline", "the first paragraph of the article")
    if source >= 0:
        draft.state("site", texts[source], "source")
        draft.add(texts[source], "boilerplate", "the source, above the date")
    if date is not None:
        draft.state("date", texts[date], "date")
        draft.add(texts[date], "date", "the line below the source's name")


def _title_below(texts: Sequence[str], first: int, body: int, draft: Draft) -> int:
    """Read a headline between the date and the first label; where it ends, or `first`."""
    end = next(
        (at for at in range(first, body) if split_label(texts[at])[0] in header_labels()), first
    )
    while end > first and not texts[end - 1]:
        end -= 1
    start = end
    while start > first and _may_be_title(texts[start - 1]):
        start -= 1
    if start == end or end - start > _TITLE:
        return first
    for text in texts[first:start]:
        draft.add(text, "boilerplate", "stands above the headline")
    title = " ".join(texts[start:end])
    draft.state("title", title, "headline")
    draft.add(title, "headline", "the line above the labels")
    return end


def _may_be_title(text: str) -> bool:
    label, _ = split_label(text)
    return bool(text) and not (label or _is_body(text) or COPYRIGHT.search(text))


def _labels(texts: Sequence[str], first: int, end: int, draft: Draft) -> None:
    """Read what stands between the date and the body."""
    label = ""
    for text in texts[first:end]:
        if not text:
            label = "" if label not in words("blocks") else label
            continue
        found, rest = split_label(text)
        field = header_labels().get(found, "")
        if found in header_labels():
            label = found
            if field == "length":
                draft.count(rest)
            elif field:
                draft.state(field, rest, found.title())
            draft.label(text, found.title(), _REASONS.get(field, "boilerplate"))
        elif COPYRIGHT.search(text):
            draft.add(text, "copyright", "a copyright line of the export")
        elif text.lower() in words("blocks"):
            label = text.lower()
            draft.label(text, text)
        else:
            field = header_labels().get(label, "")
            draft.add(text, _REASONS.get(field, "boilerplate"), "stands above the body")


def _after_labels(texts: Sequence[str], first: int) -> int:
    """The place after the last label of a header that no line "Body" follows."""
    last = first
    for at in range(first, min(len(texts), first + _HEADER)):
        if split_label(texts[at])[0] in header_labels() or COPYRIGHT.match(texts[at]):
            last = at + 1
    return last


def _body(texts: Sequence[str], body: int, draft: Draft) -> None:
    """Read from the line "Body" to the end of the article."""
    if 0 <= body < len(texts) and _is_body(texts[body]):
        draft.label(texts[body], texts[body])
    rest = list(texts[body + 1 :])
    full = _full_text(rest)
    label = ""
    for at, text in enumerate(rest):
        lower = text.lower()
        found, value = split_label(text)
        if at < full:
            draft.add(text, "standfirst", "the abstract before the full text")
        elif (not label and at == full and full) or lower in words("closing"):
            draft.label(text, text)
        elif lower in words("blocks") or _ends(found, value, text):
            label = lower if lower in words("blocks") else label or found
            if found in LANGUAGE:
                draft.state("language", value, found.title())
            elif is_of_loading(found, value):
                draft.state("date", value, found.title())
            draft.label(text, text if lower in words("blocks") else found.title())
        elif label:
            reason = "caption" if label.startswith(("graphic", "grafik")) else "boilerplate"
            draft.label(text, label.title(), reason)
        else:
            draft.body(text)


def _full_text(texts: Sequence[str]) -> int:
    """The place of "FULL TEXT" where an abstract opens the body; 0 where none does."""
    first = next((text.lower().rstrip(":") for text in texts if text), "")
    if first not in words("abstract"):
        return 0
    return next((at for at, text in enumerate(texts) if _is_body(text.rstrip(":"))), 0)


def _ends(label: str, value: str, text: str) -> bool:
    """Whether a label of the end stands here, and not a sentence that begins with its word."""
    if label not in words("end"):
        return is_of_loading(label, value)
    if label in LANGUAGE and value.isupper():
        return True  # "Language: ENGLISH; FRENCH"
    return "-" in label or text[: len(label)].isupper()
