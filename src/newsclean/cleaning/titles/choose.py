"""Which text is the title of an HTML page: of what the mark-up states, its headings and its lines.

The weights are in `data/cleaning/titles.json`, from `newsclean.training.fields.models`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.choosers import chooser
from newsclean.cleaning.lines.phrases import letters, normalized_words
from newsclean.cleaning.titles.title_text import is_enough
from newsclean.document import Field
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.titles.title_features import TitleCandidate

_WHOLE = frozenset(("stated", "bare", "first part"))
"""What a candidate was read as that may be the title that the mark-up states."""
_PRINTED = frozenset(("headline line", "bare", "today", "part", "last part"))
"""What a candidate was read as that is a line of the page and neither a heading nor stated whole.
"""
_DECK_LINES = 2
"""So far below its headline stands a deck (a guess)."""
_FEWEST_WORDS = 4
"""So many words has what is left of a heading, and no fewer than a kicker; a subtitle is longer
(guesses)."""
_FEWEST_SHARED = 2
"""So many words of the headline has a title for search engines (a guess)."""
_DECK = 1.8
"""So many times the words of the title for search engines has no headline (a guess)."""
_OWNED = ("©", "(c)", "Copyright")
_HOST = lazy_regex(r"(?:https?:)?//(?:www\.)?([^/:?#]+)")
_FIRST_PAGE = lazy_regex(r"/|(?:https?:)?//[^/]+/?(?:index\.\w+)?|\./|index\.\w+")
_MASTHEAD = lazy_regex(
    r"(?<![\w-])(?:masthead|logo|brand|(?:site|blog|paper)[_-]?(?:title|name|logo))(?![\w-])"
)
_PARTING = ":–—-|.?!/"
"""Behind one of these signs a headline goes on."""


def choose_title(area: Area, today: Field | None) -> Field | None:
    """The likeliest title of an HTML page; `today`, what the rules take, where it says the same."""
    if area.record.document.tree is None or area.record.mail.subject:
        return today
    from newsclean.cleaning.titles.title_features import (
        TITLE_FEATURES,
        title_candidates,
        title_rows,
    )

    candidates = title_candidates(area, today)
    if not candidates:
        return today
    if printed := _below_trail(area, candidates):
        return printed
    scores = chooser("titles", TITLE_FEATURES).scores(title_rows(area, candidates))
    best = candidates[max(range(len(scores)), key=scores.__getitem__)]
    best = _heading_of(area, best, candidates)
    if _is_site(area, best.text) and (below := _heading_above(area)):
        return below
    if today is not None and letters(best.text) == letters(today.value):
        return _alone(area, today, candidates)
    texts = area.page.texts
    for at in range(min(area.start + 1, len(texts) - 1), -1, -1):
        if texts[at] == best.text:
            line = area.lines[at]
            origin = "h1" if "h1" in best.kinds else "text"
            return _alone(area, Field(best.text, origin, line.start, line.end), candidates)
    return _alone(area, Field(best.text, "h1" if "h1" in best.kinds else "mark-up"), candidates)


def _heading_of(
    area: Area, best: TitleCandidate, candidates: Sequence[TitleCandidate]
) -> TitleCandidate:
    """The heading of first rank that the best candidate begins, or stands below as its deck.

    "Ferries for beginners: A guide" is whole, whatever its first part heads below it.
    """
    ranked = [each for each in candidates if "h1" in each.kinds]
    for each in ranked:
        if each.text.startswith(f"{best.text}: "):
            return each
    texts = area.page.texts[: area.start]
    if len(ranked) != 1 or best.text not in texts or not best.kinds <= _PRINTED:
        return best
    at = texts.index(best.text)
    above = texts[max(0, at - _DECK_LINES) : at]
    (heading,) = ranked
    headed = heading.text in above and len(heading.text.split()) >= _FEWEST_WORDS
    return heading if headed and not _is_site(area, heading.text) else best


def _below_trail(area: Area, candidates: Sequence[TitleCandidate]) -> Field | None:
    """The heading that is printed above the body, where the one of first rank ends a breadcrumb.

    There a page puts what is written for search engines; it has words of the headline.
    """
    from newsclean.cleaning.titles.title_features import TRAIL, list_headings

    headings = list_headings(area)
    ranks = {tag for tag, _ in headings}
    if TRAIL not in ranks or "h1" in ranks:
        return None
    common = languages.function_words(area.page.language)
    told = {word for tag, lines in headings if tag == TRAIL for word in normalized_words(lines[0])}
    above = {text: at for at, text in enumerate(area.page.texts[: area.start])}
    # a kicker and a colon may stand on lines of their own
    printed = [max(lines, key=len) for tag, lines in headings if tag != TRAIL]
    shared = {
        text: len(told.intersection(normalized_words(text)) - common)
        for text in printed
        if text in above and len(text.split()) >= _FEWEST_WORDS and not _is_deck(text, told)
    }
    best = max(shared, key=shared.__getitem__, default="")
    if not best or shared[best] < _FEWEST_SHARED:
        return None
    line = area.lines[above[best]]
    # "Ferries: Boat sails again" below a breadcrumb that ends in "Boat sails again"
    ends = (lines[0] for tag, lines in headings if tag == TRAIL and best.endswith(lines[0]))
    title = next((end for end in ends if len(end.split()) >= _FEWEST_WORDS), best)
    return _alone(area, Field(title, "h2", line.start, line.end), candidates)


def _is_deck(text: str, told: Collection[str]) -> bool:
    """Is a heading rather what stands below the headline: a sentence, or much longer?"""
    return text.endswith(".") or len(text.split()) > _DECK * len(told)


def _is_site(area: Area, title: str) -> bool:
    """Is a title only what the site is called, or who owns it?"""
    site, url = area.record.metadata.site, area.record.metadata.url
    name = letters(title)
    if site is not None and letters(site.value) == name:
        return True
    host = _HOST.match(url.value.lower()) if url is not None else None
    if host is not None and name in host[1].replace("-", "").split("."):
        return True
    if any(title in text for text in area.page.texts if text.startswith(_OWNED)):
        return True
    return area.record.document.tree is not None and _is_masthead(area, title)


def _is_masthead(area: Area, title: str) -> bool:
    """Does a line of this text lead to the site's first page, or is it named the site's name?

    Some themes call the element around each headline so: a name has few words.
    """
    tree, texts = area.record.document.tree, area.page.texts
    lines = [at for at, text in enumerate(texts[: area.start]) if text == title]
    if tree is None or not lines:
        return False
    if any(
        link.line in lines and link.text.strip() == title and _FIRST_PAGE.fullmatch(link.target)
        for link in tree.inline
    ):
        return True
    node = tree.markup[lines[0]].node if len(title.split()) <= _FEWEST_WORDS else -1
    above = [node, tree.nodes[node].parent] if node >= 0 else []
    return any(at >= 0 and _MASTHEAD.search(tree.nodes[at].names) for at in above)


def _heading_above(area: Area) -> Field | None:
    """The heading of second rank that stands nearest above the body."""
    from newsclean.cleaning.titles.title_features import list_headings

    above = {text: at for at, text in enumerate(area.page.texts[: area.start])}
    for tag, lines in list_headings(area):
        if tag == "h2" and len(lines) == 1 and lines[0] in above and is_enough(lines[0]):
            line = area.lines[above[lines[0]]]
            return Field(lines[0], "h2", line.start, line.end)
    return None


def _alone(area: Area, title: Field, candidates: Sequence[TitleCandidate]) -> Field:
    """A heading without the kicker in front or the subtitle behind, which elements inside it are.

    What the mark-up states as the title is the rest: "<h1><span>Ferries</span> Boat sails again".
    "<h1>Why the boat sails again" is whole, whatever the mark-up states.
    """
    tree = area.record.document.tree
    if title.origin not in ("h1", "h2") or tree is None:
        return title
    parted = {*tree.parted, *area.page.texts}
    stated = {each.text for each in candidates if not _WHOLE.isdisjoint(each.kinds)}
    for text in sorted(stated, key=len, reverse=True):
        size = len(text.split())
        if size < _FEWEST_WORDS or len(text) >= len(title.value):
            continue
        kicker, rest = title.value.removesuffix(text), title.value.removeprefix(text)
        leads = kicker.endswith(" ") and kicker[-2] not in _PARTING and len(kicker.split()) <= size
        if leads and kicker.strip() in parted and not text[0].islower():
            return replace(title, value=text)
        follows = rest != title.value and text[-1] not in _PARTING
        if follows and text in parted and _is_sentence(rest):
            return replace(title, value=text)
    return replace(title, value=_without_kicker(title.value, tree.parted, candidates))


def _without_kicker(title: str, parted: Sequence[str], candidates: Sequence[TitleCandidate]) -> str:
    """A heading without what an element in it has in front, which a stated title parts from it.

    "Ferries Boat sails again" has its kicker where the page states "Ferries: Boat sails again", and
    "FerriesBoat sails again", where it states "Boat sails again | Post".
    """
    firsts = {each.text for each in candidates if "first part" in each.kinds}
    whole = {each.text for each in candidates if not _WHOLE.isdisjoint(each.kinds)}
    for kicker in parted:
        rest = title.removeprefix(kicker)
        size = len(rest.split())
        if rest == title or size < max(_FEWEST_WORDS, len(kicker.split())):
            continue
        first = rest.strip()[0]
        if kicker[-1:] in _PARTING or first in _PARTING or first.islower():
            continue
        if kicker in firsts if rest[0] == " " else rest in whole:
            return rest.strip()
    return title


def _is_sentence(rest: str) -> bool:
    """Does what follows begin anew with a capital, and is it no more of a title in capitals?"""
    first, *others = rest.split()
    small = sum(word[0].islower() for word in others)
    return first[0].isupper() and len(others) >= _FEWEST_WORDS and 3 * small >= 2 * len(others)
