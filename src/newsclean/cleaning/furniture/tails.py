"""What pages print below and between paragraphs in lines of one form.

Telephone and address of a press office, the day of the last change, a poll, links to the sections
of the page. The words are in `data/cleaning/tails.json`, for all languages at once.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_LAST_LINES, _CONTACT_WORDS = 10, 8
"""A contact stands among so many last kept lines, and has so few words a line (guesses)."""
_VALUE = lazy_regex(r"@|\(at\)|www\.|https?:|\d[\d ()/.–-]{4,}\d|\b[A-Z]{2}\d{2}\s?\d{4}")
_CHANGE_WORDS = 14
_OPTION_WORDS, _MOST_OPTIONS = 12, 6
_FEW_JUMPS = 3
_PLACE_WORDS = 8
_LINKED_SHARE = 0.9


def tails(record: PageRecord) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for the kept lines of these kinds."""
    wanted = [at for at, keep in enumerate(record.kept) if keep]
    found: dict[int, Cause] = {}
    for at, cause in (
        *_contacts(record.page, wanted),
        *_changes(record.page, wanted),
        *_polls(record.page, wanted),
        *_jumps(record, wanted),
        *_syndicated(record.page, wanted),
    ):
        found.setdefault(at, cause)
    return found


def _contacts(page: PageLines, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Numbers and addresses at the very end: "Tel.: 030 123456"."""
    known = _lists().contacts
    for at in reversed(wanted[-_LAST_LINES:]):
        words, text = page.words[at], page.texts[at]
        if not words or words[0] not in known:
            return
        label = text.split(None, 1)[0].lower().rstrip(".:")
        few = len(words) <= _CONTACT_WORDS + text.count(".")
        if label not in known or not few or not _VALUE.search(text):
            return
        yield at, ("editorial note", f"at the end, '{text.split(None, 1)[0]}' and an address")


def _changes(page: PageLines, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """The day of the last change: "Last updated: March 3, 2025"."""
    for at in wanted:
        words = page.words[at]
        if not 0 < len(words) <= _CHANGE_WORDS:
            continue
        said = next(
            (
                phrase
                for size in (4, 3, 2)
                if (phrase := " ".join(words[:size])) in _lists().changes
            ),
            None,
        )
        if said and page.dates(at):
            yield at, ("date", f"the line begins with '{said}' and has a date")


def _polls(page: PageLines, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """A question with its answers, which begin with yes and no."""
    known = _lists()
    kept = set(wanted)
    for at, below in itertools.pairwise(wanted):
        yes, no = page.words[at], page.words[below]
        if below != at + 1 or not yes or not no:
            continue
        if not (yes[0] in known.yes and no[0] in known.no and len(yes) > 1 and len(no) > 1):
            continue
        if at - 1 not in kept or not page.texts[at - 1].endswith(("?", "？")):
            continue
        evidence = f"a poll: '{page.texts[at - 1]}'"
        for option in range(at - 1, at + _MOST_OPTIONS):
            if option not in kept or (option >= at and len(page.words[option]) > _OPTION_WORDS):
                break
            if option > below and page.texts[option].endswith(("?", "？")):
                break  # the article's own question, and its answer
            yield option, ("form or button", evidence)


def _jumps(record: PageRecord, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Links to the sections of the page, some together: a box of contents in HTML."""
    tree = record.tree
    if tree is None:
        return
    linked: dict[int, int] = {}
    for link in tree.inline:
        if link.tag == "a" and link.target.startswith("#") and len(link.target) > 1:
            linked[link.line] = linked.get(link.line, 0) + len(link.text)
    jumps = {at for at in wanted if linked.get(at, 0) >= _LINKED_SHARE * len(record.page.texts[at])}
    for at in sorted(jumps):
        first = at
        while first - 1 in jumps:
            first -= 1
        last = at
        while last + 1 in jumps:
            last += 1
        if last - first + 1 >= _FEW_JUMPS:
            yield at, ("navigation", "one of several links to sections of the page")


def _syndicated(page: PageLines, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Where a feed says that its text was printed first: "The post ... appeared first on ..."."""
    for at in wanted[-1:]:
        line = " ".join(page.words[at])
        for opening, said in _lists().syndicated:
            before, found, where = f" {line} ".partition(f" {said} ")
            if not (found and before.startswith(f" {opening}")):
                continue
            paper = page.texts[at].rpartition(f" {said.split()[-1]} ")[2]
            if len(where.split()) <= _PLACE_WORDS and not paper[:1].islower():
                yield at, ("copyright", f"the last line, and it says '{said}'")
                return


class _Lists(NamedTuple):
    contacts: frozenset[str]
    """What stands before a number or address: "Tel.", "E-Mail"."""
    changes: frozenset[str]
    """How a line begins that says when the page changed."""
    yes: frozenset[str]
    no: frozenset[str]
    syndicated: tuple[tuple[str, str], ...]
    """How a line begins that says where the text appeared first, and how it says so."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/tails.json")
    return _Lists(
        frozenset(data["contacts"].split(" | ")),
        frozenset(" ".join(normalized_words(each)) for each in data["changes"].split(" | ")),
        frozenset(data["yes"].split(" | ")),
        frozenset(data["no"].split(" | ")),
        tuple(
            (" ".join(normalized_words(opening)), " ".join(normalized_words(said)))
            for opening, said in (each.split(" … ") for each in data["syndicated"].split(" | "))
        ),
    )
