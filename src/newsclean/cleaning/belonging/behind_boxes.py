"""Paragraphs of copied text behind a box that stands in the article: they stay.

A caption, titles to read also and a box that asks for an address end where their own lines do. The
networks take a short paragraph behind them for a part of the same furniture, all the more near the
end of the page. A sentence that tells something, right below the last line of a box, is the article
going on, unless it is what a card says of its title; below the text, what follows has to be known
for furniture too. The networks are asked again, without the boxes, and have to find it possible: of
2,565 train pages in two views 11 such lines come back, of which 6 are the article's.
"""

from __future__ import annotations

import itertools
from enum import Enum, auto
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.belonging.closing import tells
from newsclean.cleaning.belonging.interrupted import is_free, is_glued, is_of_card
from newsclean.cleaning.furniture.pictures import is_scene
from newsclean.cleaning.lines.credits import is_of_text
from newsclean.cleaning.selection.evidence import weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_WHOLE = frozenset(("related articles", "caption", "credit", "advertisement", "audio or video"))
"""Boxes of which one line may be all."""
_ASKING = frozenset(("newsletter", "login or paywall", "donation appeal"))
"""Those that end in a button."""
_BOXES = _WHOLE | _ASKING | {"form or button", "share buttons"}
"""What interrupts an article."""
_TITLED = frozenset(("related articles", "form or button"))
"""What titles stand below: "Read more" is both."""
_NEVER = frozenset(("comments", "copyright", "author biography"))
"""What stands below an article: behind it there is nothing of it."""
_LINE_WORDS, _LABEL_WORDS, _FEWEST_WORDS = 16, 4, 4
"""So many words has a line of a box, and a label, and a sentence at least."""
_BUTTON_WORDS, _BUTTON_CHARS, _BOX_LINES, _REACH = 2, 6, 5, 18
"""So short is a button that no phrase knows; so many lines of a box stand together of which no
phrase is known; so far below the last kept line an article goes on (guesses)."""
_STEM_CHARS, _TELLING_CHARS, _SAME_STEMS = 5, 4, 4
_MOST_BESIDE = 50
"""Lines that go beside a sentence, the nearest, to which it is compared: a bound on the time."""
_BEHIND, _HEADING, _DOUBTED, _MUCH_DOUBTED = 0.1, 0.35, 0.5, 0.85
"""How likely the networks have to find a sentence right behind the last line of a box; a
sub-heading; a sentence below a title or between kept lines; and one below what may be the head of a
box."""


class _Kind(Enum):
    TEXT = auto()
    BOX = auto()
    """Known for a part of a box, or for a caption."""
    TITLES = auto()
    """Announces titles, or is one of those."""
    LINE = auto()
    """Short and no sentence, or one that speaks to the reader."""
    END = auto()
    """Known for what stands below an article."""


class _Stems:
    """The stems of the telling words of a page's lines, each line read once."""

    def __init__(self, record: PageRecord) -> None:
        self.of = cache(
            partial(_stems, record.page, languages.function_words(record.page.language))
        )
        self._kept = record.kept

    @cached_property
    def kept(self) -> frozenset[str]:
        """Those of the lines that stay."""
        kept = itertools.compress(itertools.count(), self._kept)
        return frozenset(itertools.chain.from_iterable(map(self.of, kept)))


def _stems(page: PageLines, common: Container[str], at: int) -> frozenset[str]:
    least = 0 if page.is_unspaced(at) else _TELLING_CHARS
    words = (word for word in page.terms(at) if len(word) >= least)
    return frozenset(word[:_STEM_CHARS] for word in words if word not in common)


def behind_boxes(record: PageRecord, classify: Callable[[PageRecord], PageRecord]) -> set[int]:
    """The sentences that were to go, and sub-headings beside them; `classify` asks the networks."""
    if record.tree is not None:
        return set()
    likely: dict[int, float] = {}
    stems = _Stems(record)
    for gap, inside in _gaps(record):
        likely |= _candidates(record, gap, stems, inside=inside)
    if not likely:
        return set()
    heard = _heard_again(record, likely, classify)
    return {at for at, least in likely.items() if heard[at] >= least}


def _gaps(record: PageRecord) -> Iterator[tuple[Sequence[int], bool]]:
    """The lines that go between kept ones, and those below; whether they are the former."""
    words, end = record.page.words, len(record.kept)
    kept = list(itertools.compress(range(end), record.kept))
    for above, below in itertools.pairwise((*kept, min(end, kept[-1] + 1 + _REACH))):
        if below - above > (2 if below <= kept[-1] else 1):
            yield [at for at in range(above + 1, below) if words[at]], below <= kept[-1]


def _candidates(
    record: PageRecord, gap: Sequence[int], stems: _Stems, *, inside: bool
) -> Mapping[int, float]:
    """Line index -> how likely it has to be, for sentences behind boxes and their sub-headings."""
    page, found, gone = record.page, dict[int, float](), list[int]()
    kinds: list[_Kind] = []
    for at in gap:
        kinds.append(_kind_of(record, at))
        if kinds[-1] is _Kind.END:
            break
    if {_Kind.BOX, _Kind.TITLES}.isdisjoint(kinds):
        return found
    above, whole, asking, size = _Kind.TEXT, False, False, 0
    for place, (at, kind) in enumerate(zip(gap, kinds, strict=False)):
        if kind is _Kind.END or size > _BOX_LINES:
            break
        below = kinds[place + 1 :]
        if kind in (_Kind.BOX, _Kind.TITLES):
            reasons, asked = _reasons(record, at), asking
            asking = not _ASKING.isdisjoint(reasons)
            whole |= asking and (size > 0 or asked)
            whole |= not _WHOLE.isdisjoint(reasons)
            above, size = kind, 0
        elif kind is _Kind.LINE:
            if above is _Kind.TEXT and _is_heading(page, at) and _heads(below, inside=inside):
                found[at] = _HEADING
            elif asking and _is_button(page, at):
                above, whole = _Kind.BOX, True
            elif above is not _Kind.TITLES:
                above = kind
            size += 1
        elif above is _Kind.TITLES and _is_label(page, gap[place - 1]):
            size += 1  # the first title, with a stop
        elif above is _Kind.LINE or _is_in_box(
            record, at, gone[-_MOST_BESIDE:], stems, titled=above is _Kind.TITLES
        ):
            break
        else:
            titled = above is _Kind.TITLES
            if inside or _ends_below(below, whole=not titled):
                near = inside or titled
                found[at] = _DOUBTED if near else _BEHIND if whole else _MUCH_DOUBTED
            above, whole, asking, size = kind, False, False, 0
        if at not in found:
            gone.append(at)
    return found


def _is_in_box(
    record: PageRecord, at: int, gone: Sequence[int], stems: _Stems, *, titled: bool
) -> bool:
    """Is a sentence glued to a box, above a field of one, or told by the lines that go beside it?

    Or, if `titled`, has it a word of the title above it? Or, there or above a request, none of the
    article's?
    """
    page, below = record.page, _reasons_below(record, at)
    if is_glued(record, at) or "form or button" in below or _stands_twice(page, at):
        return True
    told = stems.of(at)
    if any(len(told & stems.of(each)) >= _SAME_STEMS for each in gone):
        return True
    if not titled and _ASKING.isdisjoint(below):
        return False
    return (titled and is_of_card(page, at)) or told.isdisjoint(stems.kept)


def _stands_twice(page: PageLines, at: int) -> bool:
    """Does the next line begin with the same: with the credit of the picture behind it?"""
    return page.phrases[min(at + 1, len(page.texts) - 1)].startswith(f"{page.phrases[at]} ")


def _reasons_below(record: PageRecord, at: int) -> frozenset[str]:
    return _reasons(record, at + 1) if at + 1 < len(record.kept) else frozenset()


def _heads(below: Sequence[_Kind], *, inside: bool) -> bool:
    """May a line head what stands below it, or below the titles there?"""
    return below[0] in (_Kind.TEXT, _Kind.TITLES) if below else inside


def _ends_below(kinds: Sequence[_Kind], *, whole: bool) -> bool:
    """Stands something known below a sentence and those that follow it; or nothing, if `whole`?"""
    rest = itertools.dropwhile(lambda kind: kind is _Kind.TEXT, kinds)
    near = next((kind for kind in rest if kind is not _Kind.LINE), None)
    return whole if near is None else near is not _Kind.TEXT


def _is_heading(page: PageLines, at: int) -> bool:
    text = page.texts[at]
    return (text[0] + text[-1]).isalnum() and not text[0].islower() and not page.hits(at)


def _is_label(page: PageLines, at: int) -> bool:
    size = len(page.words[at])
    return any(hit.reason == "related articles" and hit.words == size for hit in page.hits(at))


def _is_button(page: PageLines, at: int) -> bool:
    if page.is_unspaced(at):
        return len(page.texts[at]) <= _BUTTON_CHARS
    return len(page.words[at]) <= _BUTTON_WORDS


def _reasons(record: PageRecord, at: int) -> frozenset[str]:
    """Why a line goes: as it is known, or as its phrases say."""
    cause, role = record.causes.get(at), record.roles.get(at)
    said = frozenset(hit.reason for hit in record.page.hits(at))
    if cause or role:
        return said & _NEVER | {cause[0] if cause else str(role)}
    return said


def _kind_of(record: PageRecord, at: int) -> _Kind:
    page, size, reasons = record.page, len(record.page.words[at]), _reasons(record, at)
    settled, told = record.is_settled(at), reasons & _BOXES
    if not _NEVER.isdisjoint(reasons) or (settled and not told):
        return _Kind.END
    if "navigation" in reasons and "advertisement" not in told:
        return _Kind.END
    if "credit" in told and (page.credit(at).note or not (settled or page.credit(at).photo)):
        return _Kind.END
    if told:
        return _Kind.TITLES if "related articles" in told and told <= _TITLED else _Kind.BOX
    if not reasons and page.texts[at].endswith((":", "：")) and size <= _LABEL_WORDS:
        return _Kind.END
    if reasons or not tells(page, at) or (size < _FEWEST_WORDS and not page.is_unspaced(at)):
        return _Kind.LINE if size <= _LINE_WORDS else _Kind.END
    if not is_free(record, at):
        return _Kind.END
    if is_scene(page, at):
        return _Kind.BOX
    below = at + 1
    if below == len(page.texts) or not page.credit(below).photo:
        return _Kind.TEXT
    owned = is_of_text(page.texts[below], page.words[below])
    return _Kind.TEXT if owned else _Kind.BOX


def _heard_again(
    record: PageRecord, shown: Collection[int], classify: Callable[[PageRecord], PageRecord]
) -> dict[int, float]:
    """What the networks say of the lines, without what goes above the last of these."""
    inside = range(record.kept.index(True), max(shown))
    seen = [at not in inside or record.kept[at] or at in shown for at in record.content_indices]
    indices = tuple(itertools.compress(record.content_indices, seen))
    lines = tuple(itertools.compress(record.content_lines, seen))
    asked = classify(record._replace(content_indices=indices, content_lines=lines)).predictions
    likely = weigh(record.page, indices, asked.probabilities).tolist() if asked else ()
    return dict(zip(indices, likely, strict=True))
