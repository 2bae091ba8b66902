"""Captions (WebVTT, SubRip) -> `Document`: cues joined to paragraphs, speakers kept.

A transcript is all article: its paragraphs are given, and cleaning removes nothing of them.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError
from newsclean.markup import Part
from newsclean.patterns import lazy_regex
from newsclean.sources import text as plain
from newsclean.sources.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TIMES = lazy_regex(
    r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*"
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
_VOICE = lazy_regex(r"<v(?:\.[^\s>]{0,40})?[ \t]+([^>]{1,80})>")
_TAG = lazy_regex(r"</?[a-zA-Z0-9][^<>]{0,80}>|\{\\[^{}]{0,80}\}")
_TURN = lazy_regex(r"(?:>>+|[-–—])\s*(?=\S)")
_NAMED = lazy_regex(r"[^\W\d_a-z][\w .'’-]{1,30}:\s")
_SOUND = lazy_regex(
    r"^\s*\[[^\[\]\d]{1,40}\]\s*$|\[[A-Z ]{3,40}\]|^\s*\([^()\d]{1,40}\)\s*$|[♩♪♫♬]+"
)
"""What is heard and not said: "[upbeat music]" on a line of its own, "[LAUGHTER]", "♪ ♪"."""
_MADE_BY = lazy_regex(
    r"(?:subtitles?|captions?|subtitled|captioned|captioning|closed captions|transcribed|transcript"
    r"|untertitel(?:ung)?|sous-titr(?:age|es)|subt[ií]tulos|subtitulado|sottotitol(?:i|ati)"
    r"|legendas?|legendagem|ondertitel(?:ing|d)|undertext(?:er|ning)?|undertekst(?:er|ing)?|tekstning"
    r"|tekstitys|suomennos|napisy|titulky|preklad|překlad|субтитр\w*|altyazı|υπότιτλοι|felirat"
    r"|subtitr\w+|字幕|자막|tradu(?:cción|ção|zione))"
    r"[^\S\n]*(?:\w+\s){0,3}?(?:[:：]|(?:by|von|des|vom|par|por|di|do|door|av|af|przez|od|©)\b|\S*20\d\d)",
    re.IGNORECASE,
)
_MADE_BY_WORDS, _EDGE = 12, 2
"""The credit of who made the captions has so few words, and is one of the first or last cues."""
_WIDE = lazy_regex("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")
_UNSPACED = lazy_regex("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\\d]{2}")
_LANGUAGE = lazy_regex(r"Language:\s*([a-zA-Z]{2})")
_END = (".", "!", "?", "…", "。", "！", "？", '"', "”", "»")
_PAUSE = 2.0
"""Seconds of silence after which a paragraph ends, if a sentence does."""
_LONGEST = 600
"""A paragraph ends with the first sentence that takes it over so many characters."""


class _Cue(NamedTuple):
    start: float
    end: float
    text: str
    turn: bool


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in captions.

    Raises:
        InputError: there are no words in them.
    """
    decoded = decode(data, name, encoding)
    lines = plain.normalize(decoded.text).split("\n")
    paragraphs = list(_paragraphs(_without_credits(list(_cues(lines)))))
    if not paragraphs:
        raise InputError(f"{name}: captions without words")
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part(at, at + len(paragraph)))
        at += len(paragraph) + 2
    head = "\n".join(lines[:10])
    stated = _LANGUAGE.search(head)
    language = Field(stated[1].lower(), "captions:Language") if stated else None
    return Document(
        "\n\n".join(paragraphs),
        name,
        "captions",
        decoded.encoding,
        Metadata(language=language),
        notes=decoded.notes,
        parts=tuple(parts),
    )


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    """The cues in their order; a line that the one before showed already is not told again."""
    shown: set[str] = set()
    at = 0
    while at < len(lines):
        times = TIMES.match(lines[at])
        at += 1
        if not times:
            continue
        texts = []
        while at < len(lines) and lines[at].strip() and not TIMES.match(lines[at]):
            texts.append(lines[at])
            at += 1
        if at < len(lines) and TIMES.match(lines[at]) and texts and texts[-1].strip().isdigit():
            texts.pop()  # the number of the next cue, where no empty line parts them
        cleaned = [line for line in map(_plain, texts) if line]
        fresh = [line for line in cleaned if line not in shown]
        # the next cue shows it again without the name
        shown = {*cleaned, *(_NAMED.sub("", line, count=1) for line in cleaned)}
        for number, line in enumerate(fresh):
            turn = _TURN.match(line)
            spoken = line[turn.end() :] if turn else line
            start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            yield _Cue(start if not number else end, end, spoken, bool(turn or _NAMED.match(line)))


def _without_credits(cues: list[_Cue]) -> list[_Cue]:
    """The cues but for those at either end that say who made the captions."""
    edges = {*range(_EDGE), *range(len(cues) - _EDGE, len(cues))}
    return [
        cue
        for at, cue in enumerate(cues)
        if at not in edges
        or not _MADE_BY.match(cue.text)
        or len(cue.text.split()) > _MADE_BY_WORDS
        or cue.text.endswith((".", "!", "?"))
    ]


def _joined(texts: Sequence[str]) -> str:
    """Lines as one; where one ends within a word, or between wide characters, without a blank."""
    found = texts[0]
    for text in texts[1:]:
        divided = found[-2:-1].isalpha() and found.endswith("-") and text[:1].islower()
        wide = (
            _UNSPACED.fullmatch(found[-1] + text[0]) and _WIDE.search(found) and _WIDE.search(text)
        )
        found += text if divided or wide else f" {text}"
    return found


def _plain(line: str) -> str:
    """A line of a cue without tags; the speaker of a voice tag stands before it."""
    line = _VOICE.sub(lambda found: f"{found[1].strip()}: ", line, count=1)
    text = html.unescape(_TAG.sub("", line))
    return " ".join(_SOUND.sub(" ", text).split())


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _paragraphs(cues: Sequence[_Cue]) -> Iterator[str]:
    words: list[str] = []
    length, before = 0, 0.0
    speaker = ""
    for cue in cues:
        ended = bool(words) and words[-1].endswith(_END)
        text = cue.text
        named = _NAMED.match(text)
        if named and named[0] == speaker:
            text, named = text[named.end() :], None
        elif named:
            speaker = named[0]
        turn = bool(named) or (cue.turn and not _NAMED.match(cue.text))
        silent = cue.start - before > _PAUSE or length > _LONGEST
        if words and (turn or (ended and silent)):
            yield _joined(words)
            words, length = [], 0
        words.append(text)
        length += len(text) + 1
        before = cue.end
    if words:
        yield _joined(words)
