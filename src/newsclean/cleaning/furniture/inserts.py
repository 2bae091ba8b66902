"""Boxes between the paragraphs of an article, which the networks are not shown.

"Read also: Bridge closed", "Related" and the titles below it, the lines that ask for an address of
mail: such lines go, and the networks take the sub-heading beside them, whole paragraphs and the end
of a short article for parts of the same box. What is known for what it says is left out of what
they read, as if nobody had interrupted the article. Only boxes with prose above and below are
meant: at the end of an article such a label tells where it ends.
"""

from __future__ import annotations

import itertools
from bisect import bisect, bisect_left
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.furniture.asides import SENTENCES, by_lead, lists, opened
from newsclean.cleaning.furniture.buttons import QUESTIONS, acts, addresses, kinds_of_calls
from newsclean.cleaning.furniture.foldups import leaving, presses, tells_of_mails
from newsclean.cleaning.furniture.pictures import is_pair, leans
from newsclean.cleaning.lines.page import ends_sentence, once_a_page

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord
    from newsclean.markup import Tree

_PROSE_WORDS, _LONG_WORDS, _FEW_WORDS = 9, 18, 6
"""So many words has a paragraph; one sentence that is no deck of the title above it; one paragraph
of more than a sentence (guesses)."""
_PROSE_CHARS, _LONG_CHARS = 25, 40
"""The same where words are not spaced."""
_HEADING_WORDS, _BESIDE = 14, 2
"""Between a box and the paragraph may stand one line of so few words: a sub-heading."""
_TITLE_WORDS, _TITLE_CHARS, _MOST_TITLES, _LISTED = (3, 20), (6, 40), 6, 3
"""How long the title of another article is, and how many stand below one label (guesses); so many
lines are a list of them, of two the second may be the next sub-heading."""
_QUOTES = "'\"“„«‘「『¿¡"
_BUTTONS = 3
"""A label that stands on the page so often is a button (a guess)."""
_STEM_CHARS, _TELLING_CHARS, _ASKING_WORDS, _ASKING_LINES, _LABEL_WORDS = 5, 3, 20, (2, 6), 6
"""A line of a box that asks for an address has so few words, and the box so many lines that tell;
so few words has the label above its first sentence (guesses)."""
_BOX_LINES, _BUTTON_WORDS = 5, 4
"""A box set apart has so many lines, and its button so few words (guesses)."""
_CALL_LINES, _CALL_WORDS, _ALREADY_WORDS, _GAP_LINES, _CALL_CHARS = 8, 40, 12, 24, 80
"""So many lines has a box that calls on the reader, and so many words each; so many words "already
a subscriber?"; so many lines the gap between paragraphs, so many letters its button (guesses)."""
_OFFERED = frozenset(("member", "read", "price", "mail"))
_STOPS = (".", "。", "।", "۔", "…")
_PARTS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))


@once_a_page
def inserts(page: PageLines) -> dict[int, Cause]:
    """Line index -> why it is none of the article, for the lines that interrupt its prose."""
    found: dict[int, Cause] = {}
    lines = [at for at, words in enumerate(page.words) if words]
    for box in (
        *_promos(page, lines),
        *_calls(page, lines),
        *_requests(page, lines),
        *_set_apart(page, lines),
        *_pictures(page, lines),
    ):
        if found.keys().isdisjoint(box) and _interrupts(page, lines, box, found):
            found |= box
    return found


def _promos(page: PageLines, lines: Sequence[int]) -> Iterator[dict[int, Cause]]:
    """Links to other articles: a lead with a title, or a label and the titles below it."""
    links = dict(_links(page))
    times = Counter(page.phrases[at] for at in links)
    for at, (cause, titled) in links.items():
        if titled:
            yield {at: cause}
        elif times[page.phrases[at]] < _BUTTONS and (titles := _titles(page, lines, at)):
            below = "related articles", f"follows '{page.texts[at]}'"
            yield {at: cause} | dict.fromkeys(titles, below)


def _links(page: PageLines) -> Iterator[tuple[int, tuple[Cause, bool]]]:
    """The lines that link to another article by how they begin; whether each has its title."""
    known = lists()
    for at in sorted({*page.beginning_with(known.first), *page.starting_with(known.unspaced)}):
        text, words = page.texts[at], page.words[at]
        cause = by_lead(text, words)
        if cause and cause[0] == "related articles" and text[0] != "(":
            announces = page.phrases[at] in known.related or text.endswith((":", "："))
            lead = known.related_open.opening(words) if cause == opened(text, words) else None
            rest = text.split()[lead.count(" ") + 1 :] if lead else []
            glued = bool(rest) and rest[0][0].isupper() and not text.istitle()
            yield at, (cause, not announces and (lead is None or glued))


def _titles(page: PageLines, lines: Sequence[int], label: int) -> list[int]:
    """The titles below a label that are one for sure; not the heading of the paragraph there."""
    place = bisect(lines, label)
    below = lines[place : place + _MOST_TITLES + 1]
    titles = list(itertools.takewhile(partial(_is_title, page), below))
    if not _LISTED <= len(titles) < len(below):
        return titles[:1]
    return titles[:-1] if _tells_of(page, titles[-1], below[len(titles)]) else titles


def _is_title(page: PageLines, at: int) -> bool:
    """May a line be a title below "Read also"? Sub-headings may have a number or a sign."""
    if not page.texts[at].lstrip(_QUOTES)[:1].isalpha():
        return False
    unspaced = page.is_unspaced(at)
    fewest, most = _TITLE_CHARS if unspaced else _TITLE_WORDS
    size = len(page.texts[at]) if unspaced else len(page.words[at])
    return fewest <= size <= most and not ends_sentence(page.texts[at]) and not page.hits(at)


def _requests(page: PageLines, lines: Sequence[int]) -> Iterator[dict[int, Cause]]:
    """Boxes that ask for an address of mail: title, invitation, field, button."""
    if "newsletter" not in page.reasons and not leaving(page):
        return
    asking = [place for place, at in enumerate(lines) if tells_of_mails(page, at, _ASKING_WORDS)]
    start = 0
    for end, (place, below) in enumerate(itertools.pairwise([*asking, 2 * len(lines)]), 1):
        between = lines[place + 1 : below]
        if len(between) < _BESIDE and all(len(page.words[at]) <= _ASKING_WORDS for at in between):
            continue
        group, start = asking[start:end], end
        hits = [hit for each in group for hit in page.hits(lines[each])]
        whole = any(hit.where == "line" for hit in hits)
        sure = whole and any(hit.reason == "newsletter" for hit in hits)
        sure = sure or (
            any(lines[each] in leaving(page) for each in group)
            and not all(ends_sentence(page.texts[lines[each]]) for each in group)
        )
        if _ASKING_LINES[0] <= len(group) <= _ASKING_LINES[1] and sure:
            first = group[0] - (group[0] > 0 and _is_headed(page, lines[group[0]], lines))
            said = next((hit.phrase for hit in hits), page.texts[lines[group[-1]]])
            cause = "newsletter", f"in the box that says '{said}'"
            yield dict.fromkeys(lines[first : group[-1] + 1], cause)


def pressed(record: PageRecord) -> dict[int, Cause]:
    """The boxes with a button of an HTML page, each in an element of its own."""
    tree, page = record.document.tree, record.page
    lines = [at for at, words in enumerate(page.words) if words]
    found: dict[int, Cause] = {}
    for box in (*_calls(page, lines, tree), *_set_apart(page, lines, tree)) if tree else ():
        if _interrupts(page, lines, box, found):
            found |= box
    return found


def _set_apart(
    page: PageLines, lines: Sequence[int], tree: Tree | None = None
) -> Iterator[dict[int, Cause]]:
    """Boxes without a blank line in them, or all that stands in an element and ends in a link.

    "Need a hand? / Our team is at your side. / Book a visit", or one that asks for an address.
    """
    inviting = [
        (block, reason)
        for block in _blocks(page, lines, tree)
        if 1 < len(block) <= _BOX_LINES and (reason := _invites(page, block))
    ]
    times = Counter(page.phrases[block[-1]] for block, _ in inviting)
    for block, reason in inviting:
        linked = tree is None or tree.markup[block[-1]].link_chars >= len(page.texts[block[-1]])
        # else each is a part of the article's list
        if linked and times[page.phrases[block[-1]]] < _BUTTONS:
            yield dict.fromkeys(block, (reason, f"in the box with '{page.texts[block[-1]]}'"))


def _blocks(page: PageLines, lines: Sequence[int], tree: Tree | None) -> list[list[int]]:
    """The lines without a blank line between them, or in one element."""
    blocks: list[list[int]] = []
    holder = None
    for at in lines:
        before, holder = holder, tree and _holder(tree, at)
        if not blocks or (page.lines[at].blank_before if tree is None else holder != before):
            blocks.append([])
        blocks[-1].append(at)
    return blocks


def _calls(
    page: PageLines, lines: Sequence[int], tree: Tree | None = None
) -> Iterator[dict[int, Cause]]:
    """Boxes that ask to subscribe, to become a member or to vote, around a button that does it.

    "Read on / All stories for 4 euros a month / Subscribe / Already a subscriber? Log in": each
    line is of another kind, and the lines beside a sure one are of the same box.
    """
    long = [
        place
        for place, at in enumerate(lines)
        if page.sizes[at] >= _PROSE_WORDS
        and len(page.texts[at]) >= _PROSE_CHARS
        and ends_sentence(page.texts[at])
    ]
    brief = {
        lines[place]: place
        for above, below in itertools.pairwise(long)
        for place in range(above + 1, below if below - above <= _GAP_LINES else above)
        if len(page.texts[lines[place]]) <= _CALL_CHARS
    }
    pressed = [brief[at] for at in acts(page, brief)]
    if not pressed:
        return
    near = sorted({place + by for place in pressed for by in range(-_CALL_LINES, _CALL_LINES + 1)})
    between = [lines[place] for place in near if long[0] < place < long[-1]]
    kinds = kinds_of_calls(page, [at for at in between if page.sizes[at] <= _CALL_WORDS])
    if not kinds:
        return
    blocks = _blocks(page, lines, tree)
    apart = [
        block
        for block in blocks
        if 1 < len(block) <= _CALL_LINES and all(page.sizes[at] <= _CALL_WORDS for at in block)
    ]
    held = set(itertools.chain.from_iterable(apart))
    runs = itertools.groupby(
        between, lambda at: at not in held and _may_call(page, at, kinds.get(at, set()))
    )
    # in HTML such a box is an element
    alone = [] if tree else [_trimmed(page, run, kinds) for called, run in runs if called]
    for box in filter(None, (*apart, *alone)):
        if reason := _calls_for(page, box, kinds):
            said = page.texts[box[-1]]
            yield dict.fromkeys(box, (reason, f"in the box that ends with '{said}'"))


def _may_call(page: PageLines, at: int, kinds: set[str]) -> bool:
    """May a line beside others be of such a box? A sentence of the article has one such word."""
    text, brief = page.texts[at], page.sizes[at] <= _ALREADY_WORDS
    if _is_label(page, at) or (brief and text.endswith(QUESTIONS)):
        return True
    return len(kinds) > 1 or (len(kinds) > 0 and (brief or not ends_sentence(text)))


def _trimmed(page: PageLines, run: Iterable[int], kinds: dict[int, set[str]]) -> list[int]:
    """The lines from the first to the last that say something, with a title above a sentence."""
    found = list(run)
    saying = [place for place, at in enumerate(found) if kinds.get(at)]
    if not saying:
        return []
    first = saying[-1]
    for place in reversed(saying):
        # between the question of a poll and its button stand the answers
        if first - place > _BESIDE and "opinion" not in kinds[found[place]]:
            break
        first = place
    first -= first > 0 and ends_sentence(page.texts[found[first]])
    return found[first : saying[-1] + 1]


def _calls_for(page: PageLines, run: Sequence[int], kinds: dict[int, set[str]]) -> str:
    """Why a run of lines is a box that calls on the reader; nothing where it is none."""
    every = set[str]().union(*(kinds.get(at, ()) for at in run))
    if {"opinion", "vote"} <= every and _presses(page, run, kinds, "vote"):
        return "form or button"
    last = run[-1]
    closes = not ends_sentence(page.texts[last]) or page.sizes[last] <= _LABEL_WORDS
    if not closes and kinds.get(last, set()).isdisjoint(("already", "consent")):
        return ""
    if "already" in every and len(every) > 1:
        for at in run:
            beside = "login" in kinds.get(at, ()) and len(run) > 1
            asked = beside or not page.texts[at].endswith(_STOPS)
            if asked and "already" in kinds.get(at, ()) and page.sizes[at] <= _ALREADY_WORDS:
                return "login or paywall"
    pressed = _presses(page, run, kinds, "join", "login", "mail")
    if pressed and "consent" in every and len(run) > 1:
        return "newsletter"
    joined = _presses(page, run, kinds, "join", "login") and len(run) > 1
    return "login or paywall" if joined and len(every & _OFFERED) > 1 else ""


def _presses(page: PageLines, run: Sequence[int], kinds: dict[int, set[str]], *wanted: str) -> bool:
    """Is a line of a box a button, or the field above one?"""
    return any(_is_label(page, at) and not kinds.get(at, set()).isdisjoint(wanted) for at in run)


def _is_label(page: PageLines, at: int) -> bool:
    return page.sizes[at] <= _LABEL_WORDS and not page.texts[at].endswith(_STOPS)


def _pictures(page: PageLines, lines: Sequence[int]) -> Iterator[dict[int, Cause]]:
    """Captions with their credit on the next line."""
    for at in lines:
        if is_pair(page, at):
            credit = page.texts[at + 1]
            told = "caption", f"above the credit of a picture: '{credit}'"
            whole = {at: told, at + 1: ("credit", "below the caption of a picture")}
            yield {at + 1: ("credit", "it is that of a picture")} if leans(page, at) else whole


def _holder(tree: Tree, at: int) -> int:
    """The element around the paragraph or heading that a line is."""
    block = tree.markup[at].block
    return tree.nodes[block].parent if tree.nodes[block].tag in _PARTS else block


def _invites(page: PageLines, block: Sequence[int]) -> str:
    """Why a block of short lines is an invitation: it ends in a button, or asks for an address."""
    last = block[-1]
    if not all(_may_invite(page, at) for at in block):
        return ""
    if ends_sentence(page.texts[last]):
        titled = not ends_sentence(page.texts[block[0]]) and last in leaving(page)
        return "newsletter" if titled and len(block) > _BESIDE else ""
    if not any(ends_sentence(page.texts[at]) for at in block[:-1]):
        return ""
    if tells_of_mails(page, last, _BUTTON_WORDS):
        return "newsletter"
    if page.sizes[last] > _BUTTON_WORDS or not presses(page, last) or not _offers(page, block):
        return ""
    return next((hit.reason for hit in page.hits(last)), "form or button")


def _offers(page: PageLines, block: Sequence[int]) -> bool:
    """Does what stands above a button speak to the reader?"""
    if not page.texts[block[-1]].replace(" ", "").isalpha():
        return False  # a number to call, a day
    return any(addresses(page, at) for at in block[:-1])


def _may_invite(page: PageLines, at: int) -> bool:
    begins = page.texts[at].lstrip(_QUOTES)[:1]
    return begins.isalnum() and page.sizes[at] <= _ASKING_WORDS


def _is_headed(page: PageLines, at: int, lines: Sequence[int]) -> bool:
    """Is a line the invitation of such a box, and the one above it its title?"""
    above = lines[bisect_left(lines, at) - 1]
    short = len(page.words[above]) <= _LABEL_WORDS and not ends_sentence(page.texts[above])
    return short and ends_sentence(page.texts[at])


def _interrupts(
    page: PageLines, lines: Sequence[int], box: dict[int, Cause], known: Container[int]
) -> bool:
    """Is there a paragraph above a box and one below, beyond other boxes and a sub-heading?"""
    first, last = bisect_left(lines, min(box)), bisect(lines, max(box))
    reach = 2 * _BESIDE
    above = [at for at in lines[max(0, first - reach) : first] if at not in known]
    below = [at for at in lines[last : last + reach] if at not in known]
    titles = len(box) > 1 and box[max(box)][0] == "related articles"
    if titles and below and _tells_of(page, max(box), below[0]):
        return False
    return _is_at_prose(page, above[::-1]) and _is_at_prose(page, below, long=titles)


def _is_at_prose(page: PageLines, lines: Sequence[int], *, long: bool = False) -> bool:
    """Is the first of the lines a paragraph, or the second one, below or above a sub-heading?"""
    for at in lines[:_BESIDE]:
        if _is_prose(page, at, long=long):
            return True
        if len(page.words[at]) > _HEADING_WORDS:
            return False
    return False


def _tells_of(page: PageLines, title: int, below: int) -> bool:
    """Has the line below a title a word of it? It may be its deck, or the title a sub-heading."""
    common = languages.function_words(page.language)
    stems = (
        {w[:_STEM_CHARS] for w in page.terms(at) if len(w) >= _TELLING_CHARS and w not in common}
        for at in (title, below)
    )
    return not set.isdisjoint(*stems)


def _is_prose(page: PageLines, at: int, *, long: bool) -> bool:
    """Is a line a paragraph: with a stop, without a phrase of furniture, no teaser cut short?

    A phrase may stand in any longer sentence. With `long`, one sentence has to be longer.
    """
    text, size = page.texts[at], len(page.words[at])
    if not ends_sentence(text) or text.endswith(("...", "…")):
        return False
    if page.is_unspaced(at):
        return len(text) >= (_LONG_CHARS if long else _PROSE_CHARS) and not page.hits(at)
    for hit in page.hits(at):
        if hit.where != "in" or hit.reason == "newsletter" or size < _LONG_WORDS:
            return False
    if size >= (_LONG_WORDS if long else _PROSE_WORDS):
        return True
    return size >= _FEW_WORDS and SENTENCES.search(text) is not None
