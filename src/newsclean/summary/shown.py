"""A sentence -> what is printed of it: without its dateline, label and reference marks.

Only whole pieces are left out, never a word added or changed: what is printed together with what
was left out is the sentence. A leading connective goes with its comma where a capital follows it,
so that the rest is a sentence as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean import languages
from newsclean.document import ScoredSentence
from newsclean.patterns import lazy_regex
from newsclean.plain import plain
from newsclean.summary.text.datelines import UPPER, compiled, dateline_end
from newsclean.summary.text.scraps import is_left_out
from newsclean.summary.text.words import UNSPACED, openers

_CAPITALS = (  # EXCLUSIVE: and ANN HOLM-LIND, HOST: and LE POINT DU JOUR - «
    rf"[{UPPER}]{{3,}}(?:[ ’'-][{UPPER}]{{2,}}){{0,3}}(?:, [{UPPER}]{{4,}})?(?::| \|)"
    rf" (?=[{UPPER}\"“«])"
    rf"|[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{2,5}} [-–—] (?=[{UPPER}\"“«])"
)
_LABEL = lazy_regex(
    rf"(?P<label>[^\W\d_][^.:!?|\n]{{1,32}}) ?[:：] ?(?=[{UPPER}\"“«„‘\d]|[^\x00-\u2e80])"
)
_PICTURES = r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff ]{1,40}"
_GAP = lazy_regex(r"(?:\[ ?(?:…|\.{3}|\. \. \.) ?\]|…|\.{3}|\. \. \.) ?")
"""What stands for words that were left out: "[…] The others left"."""
_NOT_GLUED = r"(?![^\W\u2e80-\uffff])"
"""Behind brackets: no word that would lose its beginning or its blank with them."""
_NUMBERED = r"(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z])\])+"
_NUMBERS = r"\[\d{1,3}(?:[,–-] ?\d{1,3})+\]"
_REFERENCE = lazy_regex(
    rf"(?: {_NUMBERED} ?(?=[，。；：、！？）」』])"
    rf"|(?:(?<=[^\s\]])|(?<=[^\W\d]\])){_NUMBERED}| {_NUMBERS}| {_NUMBERED}(?=[.,;:!?)”\"]|$)"
    r"| ?\[(?:(?:note|nb|n|Anm\.) ?\d{1,3}|citation needed|edit|clarification needed|when\?|who\?"
    r"|by whom\?|better source needed|dubious ?[–—-]? ?discuss|réf\. nécessaire|Bearbeiten|modifier"
    r"|editar|править)\])" + _NOT_GLUED
)
"""A reference's mark. A number or letter with a blank before it is one at the end of a clause only:
else an editor may have put it in for a word ("the [12] bills", "[a] bill")."""
_ASIDE = (
    rf" ?(?:[(（]|\[(?=[{UPPER}][^\[\]]*\][.!?]?$))(?P<inside>[^()（）\[\]]{{2,60}})[)）\]]"
    + _NOT_GLUED
)
"""Words in square brackets are an editor's and belong to the sentence ("no [link to Russia]"), but
for a link's behind it: "[Read verdict]"."""
_MARK = lazy_regex(
    r"(?<=[.!?”\"»)])(?:\*{1,3}|(?:(?<=[^\W\d_]{3}.)|(?<=[^\W\d_]{3}[)\]”\"][.!?])"
    r"|(?<=[^\W\d_]{3}[.!?][)”\"]))\d{1,2})$|\?+(?=\.$)"
)
"""A footnote's mark behind the full stop, and `?` before it: a character that was lost."""
_INFINITIVES = ("To ",)
"""How a sentence begins that is none without its label: "OBJECTIVE: To compare two drugs."."""
_CONNECTIVE = lazy_regex(rf"(?P<word>[^\W\d_]+), ?(?=[{UPPER}\d\"“«])")
_NEAR = 5
"""Words in which "here" is of the dateline's place (a guess)."""
_LEAST_WORDS = 5
"""Words that must be left after what is left out at the start."""


class Shown(NamedTuple):
    """What is printed of a sentence, and what of it was left out, in order."""

    text: str
    left_out: tuple[str, ...] = ()


def show(text: str, language: str, *, alone: bool = True, opening: bool = False) -> Shown:
    """What to print of a sentence.

    Args:
        text: the sentence, as one line.
        language: ISO 639-1 code.
        alone: the sentence before it is not printed too, so a leading connective has no use.
        opening: it is one of the first two of the article, where datelines stand.

    >>> show("OSLO, March 4 (Reuters) — Norway will close two of its ports.", "en")
    Shown(text='Norway will close two of its ports.', left_out=('OSLO, March 4 (Reuters) —',))
    """
    left_out = []
    start = _start(text, language, opening=opening) or _pictures(text)
    if alone and (found := _CONNECTIVE.match(text, start)):
        word = found["word"].lower()
        if word in openers(language).connectives:
            start = found.end()
    if start and _is_enough(text[start:]):
        left_out.append(text[:start].strip())
        text = text[start:]
    if "[" in text and (marks := _REFERENCE.findall(text)):
        left_out += [mark.strip() for mark in marks]
        text = _REFERENCE.sub("", text)
    if ("(" in text or "（" in text or "[" in text) and (asides := tuple(_asides(text, language))):
        for aside in asides:
            left_out.append(aside.strip())
            text = text.replace(aside, "", 1)
    if (text[-1:] in "*0123456789" or text[-2:] == "?.") and (mark := _mark(text)):
        left_out.append(mark[0])
        text = text[: mark.start()] + text[mark.end() :]
    return Shown(text, tuple(left_out))


def as_printed(
    scored: ScoredSentence, language: str, *, alone: bool, opening: bool = False
) -> ScoredSentence:
    """A sentence of a summary with the text that is printed of it; its offsets stay."""
    text, left_out = show(plain(scored.sentence.text), language, alone=alone, opening=opening)
    if text == scored.sentence.text:
        return scored
    return scored._replace(sentence=scored.sentence._replace(text=text), left_out=left_out)


def as_point(scored: ScoredSentence, start: int, end: int | None) -> ScoredSentence:
    """A sentence as a point of a list, of which a part is printed; its offsets stay."""
    text = scored.sentence.text
    rest = (text[:start].strip(), text[end:].strip() if end is not None else "")
    return scored._replace(
        point=True,
        sentence=scored.sentence._replace(text=text[start:end].strip()),
        left_out=tuple(piece for piece in rest if piece),
    )


def without_dateline(text: str) -> str:
    """A sentence without the place, day and agency in front of it."""
    end = dateline_end(text)
    return text[end + _shouted(text, end) :]


def _asides(text: str, language: str) -> Iterator[str]:
    """The brackets that point at something which is not printed: "(see table)", "(pictured)"."""
    phrases = _pointers(language)
    for found in compiled(_ASIDE).finditer(text):
        inside = found["inside"].lower()
        for phrase in phrases:
            following = inside[len(phrase) : len(phrase) + 1]
            if inside.startswith(phrase) and (language in UNSPACED or not following.isalpha()):
                if len(found[0]) < len(text) // 2:
                    yield found[0]
                break


def _mark(text: str) -> re.Match[str] | None:
    """The footnote's mark at the end; stars around words are none."""
    found = _MARK.search(text)
    return found if found and "*" not in text[: found.start()] else None


def _is_enough(rest: str) -> bool:
    """Whether what is left begins as a sentence does, and is one."""
    return not rest[:1].islower() and (len(rest.split()) >= _LEAST_WORDS or not rest.isascii())


def _start(text: str, language: str, *, opening: bool) -> int:
    """Where a sentence begins after its dateline, its labels and what stands for a gap."""
    start = dateline_end(text, opening=opening)
    if start and not _here(language).isdisjoint(text[start:].lower().split(None, _NEAR)[:_NEAR]):
        return 0  # "BERLIN - A court here ruled": the dateline says where
    if text[start : start + 1] in "[.…" and (gap := _GAP.match(text, start)):
        start = gap.end()
    shouted = _shouted(text, start)
    if shouted:
        return start + shouted
    if (":" in text[:40] or "：" in text[:40]) and (found := _LABEL.match(text, start)):
        label = found["label"].strip().lower()
        if is_left_out(label, language) and not text.startswith(_INFINITIVES, found.end()):
            return found.end()
    return start


def _shouted(text: str, start: int) -> int:
    """How long a label in capitals is: "EXCLUSIVE: "."""
    if not text[start : start + 3].isupper():
        return 0
    found = compiled(_CAPITALS).match(text, start)
    if not found or text.startswith(_INFINITIVES, found.end()):
        return 0
    return found.end() - start


def _pictures(text: str) -> int:
    """Where a sentence begins after the pictures (emoji) and stars in front of it."""
    if text[:1].isascii():
        return 0
    found = compiled(_PICTURES).match(text)
    return found.end() if found else 0


@cache
def _here(language: str) -> frozenset[str]:
    """What is said of the place that a dateline names."""
    table: dict[str, str] = languages.read_data("summary/openings.json")["here"]
    return frozenset(table.get(language, "").split("|"))


@cache
def _pointers(language: str) -> tuple[str, ...]:
    """What stands first in brackets that point at something: "see", "read more"."""
    table: dict[str, str] = languages.read_data("summary/openings.json")["asides"]
    return tuple(table[language].split("|")) if language in table else ()
