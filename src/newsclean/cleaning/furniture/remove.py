"""What rules take out of the kept lines: asides, what a genre prints around its text, repeats.

Each line that goes has a cause that a person can check. What the user asked to keep stays, and an
article is never emptied.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.furniture.asides import asides, headings_of_related, introduces, leads_back
from newsclean.cleaning.furniture.boxes import boxes
from newsclean.cleaning.furniture.buttons import are_buttons
from newsclean.cleaning.furniture.cards import cards
from newsclean.cleaning.furniture.contents import contents
from newsclean.cleaning.furniture.foldups import foldups
from newsclean.cleaning.furniture.foreign import foreign
from newsclean.cleaning.furniture.genres import genre_lines
from newsclean.cleaning.furniture.inserts import pressed
from newsclean.cleaning.furniture.link_lines import link_lines
from newsclean.cleaning.furniture.lonely import beside_removed, lonely
from newsclean.cleaning.furniture.offers import offers
from newsclean.cleaning.furniture.pictures import captions, paired
from newsclean.cleaning.furniture.pull_quotes import pull_quotes
from newsclean.cleaning.furniture.releases import release_foot
from newsclean.cleaning.furniture.tails import tails
from newsclean.cleaning.lines.credits import SEEN
from newsclean.cleaning.selection.series import of_counts
from newsclean.cleaning.selection.siblings import is_signed_alike
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_TITLE_WORDS, _MOST_TITLES = (3, 26), 6
"""How many words the title of another article has; so many stand below one heading (guesses)."""
_BULLETS, _FEWEST_ITEMS, _HEADING_WORDS, _COLONS = "•·▪●‣◦■□*–-", 2, 10, (":", "：")
_LIKELY = 0.93
"""A line that is as likely of the body as that is no title below a heading; on 430 labelled pages 8
of the 9 lines between .75 and this are titles."""
_SECTION_WORDS, _SECTION_SURE, _TELLING_CHARS = 12, 0.9, 4
_HEADING_TEXT, _HEADING_HTML = 0.8, 0.5
"""A paragraph of so many words, as likely as that, may be what a line as likely as that heads. On
1,834 marked pages, with networks that had not seen them, 26 of 31 such lines are sub-headings."""
_SENTENCES = lazy_regex(r"[.!]\s+[^\W\d_a-z]\w")
_FIRST_LAST = (1, 4)
"""So many kept lines at the start and at the end may be a note on the author (a guess)."""
_FEWEST = 3
"""A text of fewer lines may be the note and nothing else."""
_TWICE_WORDS, _TWICE_SHARE = 15, 0.85
"""A paragraph of so many words that shares so many with the one above is there twice (guesses)."""
_LABEL_CHARS = 30
"""A label and its colon have so few characters (a guess)."""
_BUTTON = ("button",)
_FREE_WORDS, _MARKED = 5, lazy_regex(r"[:–—|]")
"""Of so few words, without these, is a sub-heading below the title of another article (a guess)."""
_NUMBER = lazy_regex(r"\d+")
_HALF = 0.5
"""So many members of a count stay where no other is alone among what goes."""
_LABEL_WORDS, _LABELLED_WORDS = 4, 14
"""A label has so few words; a paragraph below what it announces has more (guesses)."""
_LABELLED = lazy_regex(r"\w{1,3}[.:)] ")
_PATH_WORDS = 15
_PATH = lazy_regex(r"[^\s>»›→](?:[^>»›→]{0,29}\s[>»›→]\s){2,5}[^>»›→.!?]{1,40}")
_SHORTCODE = lazy_regex(
    r"(?:\[/?[a-z][\w-]*(?:\s+[\w-]+\s*=\s*[\"'“”„″‘’′&][^\[\]]*|\s*/?)\]\s*)+", re.IGNORECASE
)
_ATTRIBUTE = lazy_regex(r"\[[a-z][\w-]*\s+[\w-]+\s*=|\[/[a-z][\w-]*\]$", re.IGNORECASE)
_STOPS = (".", "…", "。", ":", ";", ",")


def without_furniture(record: PageRecord) -> PageRecord:
    """The record without the kept lines that a rule knows, and with the causes."""
    page, kept = record.page, record.kept
    wanted = [at for at, keep in enumerate(kept) if keep]
    causes = captions(page, wanted[1:], record.probabilities) | paired(
        page, wanted[:1], record.probabilities
    )
    causes |= offers(page, wanted, record.probabilities) | asides(page, wanted)
    for known in (foldups(record), pressed(record), genre_lines(record), release_foot(record)):
        causes = {**known, **causes}
    for at, cause in (*boxes(record, causes).items(), *cards(record, causes).items()):
        causes.setdefault(at, cause)
    for at, cause in (
        *_listed(record, causes),
        *_bulleted(record, causes),
        *pull_quotes(record, causes),
        *_twice(record),
        *_below_pictures(record),
        *_path(record, wanted),
        *link_lines(record),
        *foreign(record).items(),
        *_shortcodes(record.page, wanted),
    ):
        causes.setdefault(at, cause)
    for at in of_counts(record, causes):
        del causes[at]
    for at, cause in contents(record):  # counts too, and below once more
        causes.setdefault(at, cause)
    return record.without_causes(causes)


def _shortcodes(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Lines of nothing but '[player id="3"]', which the site's software was to replace.

    What writes of them, or shows code, prints them for its readers.
    """
    if "shortcode" in page.whole_lower:
        return
    for at in kept:
        text = page.texts[at]
        if text[0] == "[" and _SHORTCODE.fullmatch(text) and _ATTRIBUTE.search(text):
            yield at, ("boilerplate", "a mark that the site's software was to replace")


def without_biography(record: PageRecord) -> PageRecord:
    """The record without a note on its own author above or below the text.

    It is told by the author's full name at its start and what the author does; so the byline has to
    be known.
    """
    byline = record.metadata.byline
    kept = [at for at, keep in enumerate(record.kept) if keep]
    if byline is None or len(kept) < _FEWEST:
        return record
    gone = {
        at
        for at in (*kept[: _FIRST_LAST[0]], *kept[-_FIRST_LAST[1] :])
        if introduces(record.page, at, byline.value)
    }
    cause = ("author biography", "the line begins with the author's name and says what they do")
    return record.without_causes(dict.fromkeys(gone, cause))


def with_unfounded(record: PageRecord, stay: Collection[int]) -> PageRecord:
    """The record with lines kept that nothing spoke against, unless a rule knows them."""
    return with_ruled(record, {at for at in stay if not beside_removed(record, at, stay)})


def with_ruled(record: PageRecord, stay: Collection[int]) -> PageRecord:
    """The record with lines kept too, but for those that a rule takes out when it is asked."""
    found = record.with_kept(stay)
    if not stay:
        return found
    added = sorted(stay)
    causes = captions(found.page, added, found.probabilities)
    causes |= offers(found.page, added, found.probabilities) | asides(found.page, added)
    told = cards(found, causes) | boxes(found, causes)
    near = {at - above for at in added for above in range(3)}  # and who said what is below it
    told |= dict(pull_quotes(found, causes | told, near))
    causes |= {at: cause for at, cause in told.items() if at in stay}
    headed = headings_of_related(found.page)
    for at, cause in _listed(found, causes):
        if at in stay and at - 1 in headed:
            causes.setdefault(at, cause)
    return found.without_causes(causes)


def without_returned(record: PageRecord, before: Sequence[bool]) -> PageRecord:
    """The record without lines that a later step put back though a rule knows them.

    `before` is what was kept when the rules were first asked.
    """
    added = [at for at, keep in enumerate(record.kept) if keep and not before[at]]
    if not added:
        return record
    page, likely = record.page, record.probabilities
    causes = captions(page, added, likely) | offers(page, added, likely) | asides(page, added)
    return record.without_causes(causes)


def without_labels(record: PageRecord) -> PageRecord:
    """The record without labels of which nothing is left, and without a link back at its end.

    "Sources:" and "Share:", where what they announce has gone.
    """
    page = record.page
    kept = [at for at, keep in enumerate(record.kept) if keep]
    causes: dict[int, Cause] = dict(lonely(record)) | foreign(record)
    for at in of_counts(record, causes, _HALF):
        del causes[at]
    causes = tails(record) | causes
    while len(kept) > 1 and (cause := _leftover(page, kept[-1])):
        causes[kept.pop()] = cause
    for at, below in itertools.pairwise(kept):
        if below > at + 1 and len(page.words[below]) > _LABELLED_WORDS:
            label = _leftover(page, at)
            between = [near for near in range(at + 1, below) if page.words[near]]
            pictured = bool(between) and all(page.credit(near).photo for near in between)
            if label and page.texts[at].endswith(":") and not pictured:
                causes[at] = label
    return record.without_causes(causes)


def _leftover(page: PageLines, at: int) -> Cause | None:
    if page.texts[at].endswith((":", "：")) and len(page.words[at]) <= _LABEL_WORDS:
        return "navigation", "a label, and nothing that it announces is of the article"
    if leads_back(page, at) and not page.texts[at].endswith(_STOPS):
        return "navigation", "a link back, at the end of the article"
    return None


def _listed(record: PageRecord, causes: Container[int]) -> Iterator[tuple[int, Cause]]:
    """The titles below a line that only announces them."""
    page = record.page
    runs: dict[str, list[tuple[int, list[int]]]] = {}
    for head in headings_of_related(page):
        if not record.kept[head] or head in causes:
            runs.setdefault(page.phrases[head], []).append((head, _titles_below(record, head)))
    for phrase, found in runs.items():
        tops = [run[0] if run else _section_below(record, head) for head, run in found]
        if are_buttons(record, phrase, tops):
            continue
        for head, run in found:
            for at in run:
                if record.kept[at] or _looks_like_heading(record, at):
                    yield at, ("related articles", f"follows '{page.texts[head]}'")


def _looks_like_heading(record: PageRecord, at: int) -> bool:
    """Would a later step take a title that goes for the sub-heading of the paragraph below?

    A question of an interview and a heading of a counted list are told by their labels.
    """
    below = at + 1 < len(record.kept) and record.kept[at + 1]
    return below and _LABELLED.match(record.page.texts[at]) is None


def _bulleted(record: PageRecord, causes: Container[int]) -> Iterator[tuple[int, Cause]]:
    """The items right below the heading of a box: "More on the valley"."""
    page = record.page
    for head in range(1, len(page.texts) - _FEWEST_ITEMS):
        mark = page.texts[head + 1][0]
        if mark not in _BULLETS or page.texts[head][0] == mark:
            continue
        if (record.kept[head] and head not in causes) or page.texts[head - 1].endswith(_COLONS):
            continue
        run = list(
            itertools.takewhile(
                lambda at: page.texts[at][0] == mark,  # noqa: B023 - used at once
                range(head + 1, len(page.texts)),
            )
        )
        if not _FEWEST_ITEMS <= len(run) <= _MOST_TITLES or not _announces_related(page, head):
            continue
        if all(len(page.words[at]) <= _TITLE_WORDS[1] for at in run):
            for at in run:
                if record.kept[at]:
                    yield at, ("related articles", f"in the box below '{page.texts[head]}'")


def _announces_related(page: PageLines, head: int) -> bool:
    """Is a short line no sentence, and begins it as headings of related articles do?"""
    if len(page.words[head]) > _HEADING_WORDS or page.texts[head].endswith((".", "!", "?")):
        return False
    return any(
        hit.reason == "related articles" and hit.where in ("line", "start")
        for hit in page.hits(head)
    )


def _titles_below(record: PageRecord, head: int) -> list[int]:
    page, tree = record.page, record.tree
    run = []
    leads = tree is not None and (tree.markup[head].link_chars or tree.is_inside(head, _BUTTON))
    for at in range(head + 1, min(len(page.texts), head + 1 + _MOST_TITLES)):
        if leads and tree is not None and not tree.markup[at].link_chars:
            break  # "Next" leads on itself: what is no link below it is no title
        size = len(page.words[at])
        text = page.texts[at].rstrip("'\"”’»)")
        if not _TITLE_WORDS[0] <= size <= _TITLE_WORDS[1] or text.endswith(_STOPS):
            break
        unseen = at - 1 > head and at - 1 in record.inserts
        if (record.probabilities[at] > _LIKELY and not unseen) or _SENTENCES.search(text):
            break
        if _heads_section(record, at, unseen=unseen):
            break
        run.append(at)
    return run


def _section_below(record: PageRecord, head: int) -> int | None:
    """The line below "Read more" where it is the sub-heading of what follows."""
    at = head + 1
    short = at < len(record.page.texts) and len(record.page.words[at]) <= _TITLE_WORDS[1]
    return at if short and _heads_section(record, at) else None


def _heads_section(record: PageRecord, at: int, *, unseen: bool = False) -> bool:
    """Is a line below "Read more" the sub-heading of the paragraph right below it?

    The link of the box stood above it, then. In HTML such a line is no link; in copied text, half
    of its longer words stand in the paragraph, or the network is sure of it. Where it has not seen
    the title above (`unseen`), a line of few words without a mark is a heading.
    """
    page, below = record.page, at + 1
    if below >= len(page.texts) or not record.kept[below]:
        return False
    if is_signed_alike(record, at):
        return True
    long = len(page.words[below]) >= _SECTION_WORDS or page.is_unspaced(below)
    if (
        unseen
        and long
        and len(page.words[at]) <= _FREE_WORDS
        and not _MARKED.search(page.texts[at])
    ):
        return True
    if not long or record.probabilities[below] < _SECTION_SURE:
        return False
    if record.tree is not None:
        linked = record.tree.markup[at].link_chars > 0
        return not linked and record.probabilities[at] >= _HEADING_HTML
    telling = {word for word in page.words[at] if len(word) >= _TELLING_CHARS}
    telling -= languages.function_words(page.language)
    told = 2 * len(telling.intersection(page.words[below])) >= len(telling) > 0
    heard = not unseen or page.texts[at].endswith("?")
    return told or (record.probabilities[at] >= _HEADING_TEXT and heard)


def _path(record: PageRecord, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """The sections above the headline that lead to the page: "Home > Culture > Books"."""
    for at in itertools.takewhile(lambda at: len(record.page.words[at]) < _PATH_WORDS, wanted):
        if _PATH.fullmatch(record.page.texts[at]):
            yield at, ("navigation", "the line is a path of sections")


def _below_pictures(record: PageRecord) -> Iterator[tuple[int, Cause]]:
    """Captions below "Getty Images A yellow tram stands at the quay", which are no sentences."""
    page = record.page
    for at in itertools.compress(range(len(record.kept)), record.kept):
        above, text = page.texts[at - 1], page.texts[at]
        if at == 0 or len(page.words[at]) > _TITLE_WORDS[1]:
            continue
        if not SEEN.match(above) or above.endswith(_STOPS):
            continue
        if not text.rstrip("'\"”’»)").endswith((*_STOPS, "?", "!")):
            yield at, ("caption", "below the credit of a picture and what is to be seen on it")


def _twice(record: PageRecord) -> Iterator[tuple[int, Cause]]:
    """Paragraphs that stand twice, one right below the other, with few words changed."""
    words = record.page.words
    kept = [at for at, keep in enumerate(record.kept) if keep]
    for above, at in itertools.pairwise(kept):
        most = max(len(words[above]), len(words[at]))
        if most < _TWICE_WORDS or min(len(words[above]), len(words[at])) < _TWICE_SHARE * most:
            continue
        # a set tells in a fifth of the time that most neighbours have other words
        if sum(map(set(words[at]).__contains__, words[above])) < _TWICE_SHARE * most:
            continue
        shared = (Counter(words[above]) & Counter(words[at])).total()
        # rows of a plan or table have the same words and other numbers, items another label
        numbers = [_NUMBER.findall(record.page.texts[each]) for each in (above, at)]
        labels = [record.page.texts[each][:_LABEL_CHARS].partition(":") for each in (above, at)]
        labelled = labels[0][1] and labels[1][1] and labels[0][0] != labels[1][0]
        if shared >= _TWICE_SHARE * most and numbers[0] == numbers[1] and not labelled:
            yield at, ("repeated line", "the paragraph above says the same in the same words")
