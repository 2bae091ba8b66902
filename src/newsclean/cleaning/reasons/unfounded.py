"""Lines that were to go though nothing that a person can check speaks against them: they stay.

A network's middling probability is no evidence. Below headline, byline and date a sentence is the
article's opening, and between two kept lines what stands is a part of the article, unless a phrase,
a repeat, a link, an element's name, a role or a rule says otherwise. The probabilities down to
which lines are heard are set by hand, after counts on 450 pages that readers marked: of short lines
below .2 that they let stay a third is of the article, of sentences below .15 one in eight, and of
openings below .2 one in seven.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.lines.page import ends_sentence
from newsclean.cleaning.reasons import markup_cues
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_OPENING_LINES = 4
"""So far above the first kept line an opening is looked for."""
_OPENING_WORDS, _OPENING_CHARS = 8, 20
"""The fewest words of a sentence that opens an article; characters where words are not spaced."""
_OPENING = 0.2
_HEADS = ("headline", "byline", "date", "standfirst")
_GAP = 3
"""So many lines together, between two kept ones, are no list of links or cards."""


class _Lowest(NamedTuple):
    """The lowest probabilities: of a sentence, of one short line, and of some."""

    sentence: float
    alone: float
    some: float


_TEXT, _HTML = _Lowest(0.15, 0.06, 0.1), _Lowest(0.2, 0.2, 0.25)
"""The network for HTML has seen the elements too: it is heard sooner."""
_TITLE, _TITLE_ALONE, _TITLE_WORDS = 0.2, 0.3, 9
"""A line of more words that ends as no sentence does may be the title of another article: of those
alone between kept lines and less likely, 14 of 16 are, on labelled train pages of copied text."""
_HEADING_CHARS = 20
"""The longest sub-heading of a script without blanks (a guess)."""
_PIECE_CHARS = 3
"""Scripts without blanks share so many characters with a paragraph of their own matter."""
_RUN = 0.25
"""The lowest mean probability of a longer run of like lines."""
_ITEM, _ITEM_WORDS = 0.2, 12
"""A line of fewer words that is as likely stays in a longer run of HTML: on labelled pages 33 that
this keeps are of the article and 2 are not; of copied text half are not."""
_TELLING_CHARS = 4
_LINKED = 0.4
"""So much of a line in links makes it one."""
_HELD = 3
"""So many kept lines in elements of one name make the name no evidence."""
_SHAPE = lazy_regex(r"https?://\S+$|www\.\S+$|[$€£¥]\s?\d[\d.,]*(?:\s|$)")
"""A bare address, a price."""
_SIGNED, _OF_POST = (
    lazy_regex(r"—\s.{1,80}\(@\w+\)"),
    lazy_regex(r"(?:https?://t\.co|pic\.\w+\.com)/"),
)
"""The signature of a post, which stays with it, and an address in it."""
_PROPERTY = lazy_regex(r"[^\W\d_][^:：。.!?]{1,12}：\s?\S[^。！？]{0,80}")
"""A label, a wide colon and its value: a line of the box that a product or a place has."""
_OFTEN, _OFTEN_WORDS = 4, 4
"""A label of few words that stands on the page so often is a button (a guess)."""
_MANY_QUESTIONS, _QUESTION_WORDS, _ANSWER = 3, 25, 0.05
"""So many short questions make an interview; of a further one and its answer the network may doubt
both (guesses)."""
_DATELINE = lazy_regex(r"[^\W\d_][^\d]{1,60}(?:[—–-]|\.--?)$")
"""A place with a dash, in capitals: the first words of the article on a line of their own."""
_SYMBOLS = lazy_regex(r"[\])}][\])};:,.]{0,7}|[{(\[]|\.{3}|…|[(\[](?:\.{3}|…)[)\]]")
"""A bracket on a line of its own, as in code, or what says that something was left out."""
_ASKS = ("?", "？", "؟")
_DAY_WORDS, _BESIDE_DAY = 8, 3
"""A line that is only a day has so few words, and so few letters beside it: "12 May, 9 pm"."""


def opening(record: PageRecord) -> list[int]:
    """The lines below the headline that open the article and were to go."""
    kept = record.kept
    first = kept.index(True)
    heads = [at for at, role in record.roles.items() if role in _HEADS and at < first]
    if not heads:
        return []
    top = first
    while top > 0 and _PROPERTY.fullmatch(record.page.texts[top - 1]):
        top -= 1  # a box of properties stands between the opening and the rest
    candidates = range(max(*heads, top - _OPENING_LINES - 1, -1) + 1, first)
    spoken = _spoken_against(record, candidates)
    for at in candidates:
        if at in spoken or not _is_opening(record, at):
            continue
        # what stands between the opening and the body goes on its own evidence
        rest = [below for below in range(at, first) if below not in spoken]
        return [below for below in rest if record.probabilities[below] >= _OPENING]
    above = first - 1
    if above in candidates and above not in spoken and _is_head_of(record, above):
        return [above]
    return []


def _is_head_of(record: PageRecord, at: int) -> bool:
    """Is a line the beginning of the kept one below it: a dateline, or a large first letter?"""
    text, below = record.page.texts[at], record.page.texts[at + 1]
    if len(text) == 1:
        return text.isupper() and below[:1].islower()
    return text.isupper() and _DATELINE.fullmatch(text) is not None


def inside(record: PageRecord) -> list[int]:
    """The lines between two kept ones that were to go."""
    stay: list[int] = []
    least = _TEXT if record.document.tree is None else _HTML
    runs = list(_runs(record))
    spoken = _spoken_against(record, list(itertools.chain.from_iterable(runs)))
    asks = _is_interview(record)
    for run in runs:
        if asks:
            stay += _answered(record, run, spoken)
        if not any(map(str.isalnum, "".join(record.page.texts[at] for at in run))):
            stay += [at for at in run if _SYMBOLS.fullmatch(record.page.texts[at])]
            continue
        rest = [at for at in run if at not in spoken and record.probabilities[at] > 0]
        if not rest:
            continue
        lowest = least.alone if len(rest) == 1 else least.some
        if len(run) > _GAP:
            mean = sum(record.probabilities[at] for at in rest) / len(rest)
            if mean >= _RUN and len(rest) == len(run):
                stay += rest
            elif least is _HTML:
                stay += [at for at in rest if _is_item(record, at)]
            elif rest[-1] == run[-1] and _is_told_of(record, run[-1]):
                stay.append(run[-1])
            continue
        for at in rest:
            if ends_sentence(record.page.texts[at]) and not _asks_above(record, at):
                enough = _TEXT.sentence if _is_between_equals(record, at) else least.sentence
            elif len(record.page.words[at]) > _TITLE_WORDS:
                enough = max(lowest, _TITLE_ALONE if len(run) == 1 else _TITLE)
            else:
                enough = lowest
            if record.probabilities[at] >= enough:
                stay.append(at)
    return stay


def _is_interview(record: PageRecord) -> bool:
    """Are some of the kept lines questions, each with a line of the text below it?"""
    page = record.page
    return (
        sum(
            page.texts[at].endswith(_ASKS) and len(page.words[at]) <= _QUESTION_WORDS
            for at in itertools.compress(itertools.count(), record.kept)
        )
        >= _MANY_QUESTIONS
    )


def _answered(record: PageRecord, run: Sequence[int], spoken: Container[int]) -> list[int]:
    """A question of an interview with its answer, however short: "And the winters?", "Long."."""
    page, found = record.page, list[int]()
    for at, below in itertools.pairwise(run):
        asks = page.texts[at].endswith(_ASKS) and len(page.words[at]) <= _QUESTION_WORDS
        told = ends_sentence(page.texts[below]) and not page.texts[below].endswith(_ASKS)
        if asks and told and at not in spoken and below not in spoken:
            least = min(record.probabilities[at], record.probabilities[below])
            found += [at, below] if least >= _ANSWER else []
    return found


def _is_item(record: PageRecord, at: int) -> bool:
    """Is a line of HTML within a longer run a heading or an item, by its size and probability?"""
    short = len(record.page.words[at]) < _ITEM_WORDS and not ends_sentence(record.page.texts[at])
    return short and record.probabilities[at] >= _ITEM


def _is_told_of(record: PageRecord, at: int) -> bool:
    """Is a line the heading of the paragraph right below it, which has half of its longer words?"""
    if record.probabilities[at] < _TITLE:
        return False
    if record.page.is_unspaced(at):
        return _shares_piece(record.page.texts[at], record.page.texts[at + 1])
    words, below = record.page.words[at], record.page.words[at + 1]
    if not 1 < len(words) < _ITEM_WORDS:
        return False
    long = {word for word in words if len(word) >= _TELLING_CHARS}
    told = 2 * len(long.intersection(below)) >= len(long)
    return (
        bool(long and told)
        and len(below) >= _ITEM_WORDS
        and (not ends_sentence(record.page.texts[at]) or _asks_above(record, at))
    )


def _is_between_equals(record: PageRecord, at: int) -> bool:
    """Is a line of HTML a long one, alone between two kept ones beside it in the tree?

    One of the two has to be of an element like its own; the other may be a heading.
    """
    tree, kept = record.tree, record.kept
    if tree is None or not (kept[at - 1] and kept[at + 1]):
        return False
    above, own, below = (tree.nodes[tree.markup[line].block] for line in (at - 1, at, at + 1))
    alike = own.tag in (above.tag, below.tag) and above.parent == own.parent == below.parent
    return alike and len(record.page.words[at]) >= _ITEM_WORDS


def _shares_piece(heading: str, paragraph: str) -> bool:
    """Has a short line without blanks a piece in common with the paragraph below it?"""
    if heading.endswith("。") or not len(heading) <= _HEADING_CHARS < len(paragraph):
        return False
    starts = range(len(heading) - _PIECE_CHARS + 1)
    return any(heading[start : start + _PIECE_CHARS] in paragraph for start in starts)


def _asks_above(record: PageRecord, at: int) -> bool:
    """Is a line a short question right above a kept paragraph, as sub-headings are?"""
    page, below = record.page, at + 1
    if not page.texts[at].endswith(_ASKS) or len(page.words[at]) > _TITLE_WORDS:
        return False
    if below >= len(record.kept) or not record.kept[below]:
        return False
    return len(page.words[below]) > _ITEM_WORDS


def _runs(record: PageRecord) -> Iterator[list[int]]:
    """The stretches of lines that go between two kept ones, without the boxes among them."""
    kept = list(itertools.compress(range(len(record.kept)), record.kept))
    for above, below in itertools.pairwise(kept):
        if below - above > 1 and (
            run := [at for at in range(above + 1, below) if at not in record.inserts]
        ):
            yield run


def _is_opening(record: PageRecord, at: int) -> bool:
    text = record.page.texts[at]
    if not ends_sentence(text) or record.probabilities[at] < _OPENING:
        return False
    if record.page.is_unspaced(at):
        return len(text) >= _OPENING_CHARS
    return len(record.page.words[at]) >= _OPENING_WORDS


def _marks(record: PageRecord, lines: Sequence[int]) -> Container[int]:
    """Those of the lines of which the mark-up says what they are.

    The name of an element that holds several lines of the article says nothing.
    """
    page, tree = record.page, record.document.tree
    marks = markup_cues.reasons_of_lines(page.lines, lines, tree)
    if not marks:
        return ()
    kept = list(itertools.compress(range(len(record.kept)), record.kept))
    of_kept = markup_cues.reasons_of_lines(page.lines, kept, tree)
    held = Counter(mark[:2] for mark in of_kept.values())
    return {at for at, mark in marks.items() if held[mark[:2]] < _HELD}


def _often(record: PageRecord) -> frozenset[str]:
    """Short lines that stand on the page again and again, as labels of buttons do."""
    page = record.page
    short = (
        phrase
        for phrase, words in zip(page.phrases, page.words, strict=True)
        if 0 < len(words) <= _OFTEN_WORDS
    )
    return frozenset(phrase for phrase, times in Counter(short).items() if times >= _OFTEN)


def _is_post(page: PageLines, at: int) -> bool:
    return _OF_POST.search(page.texts[at]) is not None


def _is_day(page: PageLines, at: int) -> bool:
    """Is a line a day and nothing else, as it stands above the title of another article?"""
    text = page.texts[at]
    if len(page.words[at]) > _DAY_WORDS or not any(map(str.isdigit, text)):
        return False  # soon told
    if not (dates := page.dates(at)):
        return False
    beside = text[: dates[0].start] + text[dates[-1].end :]
    return sum(map(str.isalpha, beside)) <= _BESIDE_DAY


def _days(record: PageRecord, lines: Sequence[int]) -> set[int]:
    """Those of the lines that are only days; none in a chronicle, where others of them are kept.

    On labelled train pages 13 of 14 that came back were of cards.
    """
    days = {at for at in lines if _is_day(record.page, at)}
    kept = itertools.compress(range(len(record.kept)), record.kept)
    return set() if days and any(_is_day(record.page, at) for at in kept) else days


def _spoken_against(record: PageRecord, lines: Sequence[int]) -> set[int]:
    """Those of the lines that something a person can check speaks against."""
    page, tree = record.page, record.document.tree
    marks = _marks(record, lines)
    body = set(itertools.compress(page.texts, record.kept))
    often = _often(record) if any(map(page.is_unspaced, lines)) else frozenset()
    found = _days(record, lines)
    for at in lines:
        text = page.texts[at]
        linked = tree is not None and tree.markup[at].link_chars > _LINKED * len(text)
        if (
            record.is_settled(at)
            or linked
            or at in marks
            or text in body
            or page.hits(at)
            or _SHAPE.match(text)
            or (_SIGNED.match(text) and not (record.kept[at - 1] and _is_post(page, at - 1)))
            or _PROPERTY.fullmatch(text)
            or (page.phrases[at] in often and page.is_unspaced(at))
        ):
            found.add(at)
    return found
