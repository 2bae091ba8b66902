"""Which of the candidates is the author of an article, if one is.

The weights are in `data/cleaning/authors.json`, from `newsclean.training.fields.models`. A
candidate that is not likely enough is nobody: no author is better than a wrong one.
"""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.area import is_paper_of_author
from newsclean.cleaning.authors.candidates import LINKS
from newsclean.cleaning.authors.features import FEATURES, FURTHER, features
from newsclean.cleaning.authors.people import is_body, is_house
from newsclean.cleaning.authors.signatures import is_byline_label, is_dashed
from newsclean.cleaning.choosers import chooser
from newsclean.cleaning.lines.biographies import read_biography
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    names_outlet,
    read_name,
    words,
)
from newsclean.cleaning.lines.calendars import weekdays
from newsclean.cleaning.lines.dates import date_words
from newsclean.cleaning.lines.personal_names import (
    is_any_given_name,
    is_full_name,
    is_given_name,
    is_unknown_name,
    is_vietnamese_name,
    names_place,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import is_written_name
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.authors.features import Candidate
    from newsclean.cleaning.lines.page import PageLines


_NEXT, _UNCASED_FROM = 2, "\u0590"
"""So far below the headline a name with its day stands; letters from here on have no capitals."""
_DECK_WORDS = 4
"""A deck between headline and name has more (a guess)."""
_LINES_LABELLED = 8
"""So far from the headline may stand "Author: Anna Berg" and nothing else (a guess)."""
_FULLER = -1.0
"""So likely is a longer list of authors, of which the best candidate has some: three of three on
labelled pages."""

_PAIR = 2
"""A given name and a family name."""
_UNSAID = ("bare", "dated", "capitals", "shaped", "part", "account", "tail")
"""How names are read that nothing announces."""
_LEAST_PLACED, _LINES_UNDER = -3.0, 4
"""So unlikely may an author be whose place or script tells, and so far below the headline
(guesses)."""
_BIOGRAPHIES = 3
"""So many lines from the end may say what the author is (a guess)."""
_FEWEST_SELVES, _QUOTES = 3, lazy_regex('["“”„«»]')
"""Who writes a weblog speaks of themselves so often, and not in quotations (a guess)."""


def _is_stamped(candidates: Sequence[Candidate], area: Area, score: float) -> bool:
    """Is there but one, whom the stamp above the text names? Six of seven such are the author."""
    (first, *others) = candidates
    return not others and first.kind == "posted" and first.place < area.start and score > -math.inf


def _is_announced(candidate: Candidate, area: Area, _: Mapping[int, str]) -> bool:
    """Is it a line with "by" right below the headline, or below where that is printed before?

    An outlet may stand there, too: somebody has a given name, or is called as an account is, or a
    colon announces who it is.
    """
    names, texts, at = candidate.names, area.page.texts, candidate.place
    if area.head is None or candidate.kind not in ("by", "far"):
        return False
    if ", " in names and not all(" " in name for name in names.split(", ")):
        return False  # "Berg, Anna"
    named = names.islower() or is_any_given_name(names.split()[0].rstrip(","))
    labelled = ":" in texts[at].partition(names)[0]
    labelled = labelled and not names_outlet(names, area.page.language)
    labelled = labelled and read_name(names, area.page.language, area.prose) is not None
    if labelled and abs(at - area.head) <= _LINES_LABELLED and texts[at].endswith(names):
        return True
    return (named or labelled) and texts[area.head] in texts[max(0, at - _NEXT) : at]


def _is_written(candidate: Candidate, area: Area, _: Mapping[int, str]) -> bool:
    """Does a line above the text name reporters in the forms of Chinese, Japanese or Korean?"""
    above = candidate.kind == "by" and candidate.place < max(area.start, area.middle + _LINES_UNDER)
    return above and all(map(is_written_name, candidate.names.split(", ")))


def _touches_day(each: Candidate, area: Area, dates: Mapping[int, str]) -> bool:
    """Is it one or more full names, and nothing else, below the headline and beside the day?

    Sections and places stand there, too: the words of a place are in the article, and neither is
    made of a given and a family name. Of 77 such lines of labelled pages 71 are the authors; two
    of the others are one of several, and four are of pages with another author.
    """
    page, at, head = area.page, each.place, area.head
    listed = _is_name(each.names, page.language) and at not in dates
    if head is None or not (listed or each.kind == "bare"):
        return False
    if not head < at <= head + (_NEXT if listed else _LINES_UNDER):
        return False
    low = at - 1 if listed else max(head + 1, at - 1)  # the day may be above the headline
    # "3-4 minutes" or an address may stand between
    below = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    timed = below[:1].isdigit() or ("@" in below and " " not in below)
    paper = is_paper_of_author(page, at + 1)
    # headline, name, text or buttons
    under = at == head + 1 or len(page.words[head + 1]) > _DECK_WORDS
    between = not dates and under and (at + 1 == area.start or _is_pressed(page, at + 1))
    if not (between or any(near in dates for near in range(low, at + 2 + bool(timed or paper)))):
        return False
    text = page.texts[at]
    for day in reversed(page.dates(at)):
        text = text[: day.start] + text[day.end :]
    # "Anna Berg | Harbour Post | berg@post.example"
    own = (part for part in text.split(" | ") if "@" not in part and part not in page.texts[:head])
    others = frozenset(normalized_words(" ".join(own))) - frozenset(normalized_words(each.names))
    if not LINKS.union(words(page.language).roles).issuperset(others):
        return False
    names = each.names.split(", ")
    full = listed or paper or all(is_full_name(name, page.language) for name in names)
    return full and _is_unsaid(each, area, whole=listed)


def _is_pressed(page: PageLines, at: int) -> bool:
    """Is a line a button that shares or prints the article, as below its head?"""
    hits = page.hits(at) if at < len(page.texts) else ()
    return any(hit.where == "line" and hit.reason == "share buttons" for hit in hits)


def _is_unsaid(candidate: Candidate, area: Area, *, whole: bool) -> bool:
    """Is none of the names in the article, or none of the family names if it is not `whole`?

    That of a place or a person it tells of is. Who signs in the last line is not told of.
    """
    page, names = area.page, candidate.names.split(", ")
    below = [at for at, kept in enumerate(area.kept) if kept and at != candidate.place]
    # who writes takes pictures, too
    below = [at for at in below if not (page.credit(at).photo or page.credit(at).caption)]
    if below and page.texts[below[-1]].startswith(candidate.names):
        del below[-1]
    # below the text, too: "Anna Berg is a columnist for the Harbour Post."
    ends = (at for at in below[-_BIOGRAPHIES:] if page.texts[at].startswith(candidate.names))
    noted = {
        at for at in ends if read_biography(page.texts[at], page.language, labelled=True) in names
    }
    below = [at for at in below if at not in noted]
    if whole:
        return not any(name in page.texts[at] for at in below for name in names)
    prose = frozenset(itertools.chain.from_iterable(page.words[at] for at in below))
    return all(prose.isdisjoint(normalized_words(name)[1:]) for name in names)


def _is_name(names: str, language: str) -> bool:
    """Is it a full name of a script without capitals, or a Vietnamese one, as far as lists tell?"""
    first, blank, _ = names.partition(" ")
    if language == "vi":
        return is_vietnamese_name(names.split())
    if language == "th":
        return names.count(" ") == 1 and not any(
            word.startswith(_nouns_th()) for word in names.split()
        )
    return bool(blank) and first[0] >= _UNCASED_FROM and is_any_given_name(first)


def _signs(candidate: Candidate, area: Area) -> bool:
    """Is it a full name alone below the text or its last line, behind a dash or Vietnamese?"""
    page, at = area.page, candidate.place
    if at - area.end not in (0, 1):
        return False
    if is_dashed(page, at, candidate.names):
        return True
    alone = page.language == "vi" and candidate.names == page.texts[at]
    return alone and _is_name(candidate.names, "vi") and _is_unsaid(candidate, area, whole=True)


def _heads_weblog(candidate: Candidate, area: Area, _: Mapping[int, str]) -> bool:
    """Is it the name of a weblog, on top of the page, whose author writes "I" and "my"?"""
    names, page = candidate.names, area.page
    if candidate.kind != "shaped" or candidate.place or names != page.texts[0]:
        return False
    selves = languages.read_data("cleaning/bylines.json")["selves"].get(page.language, "").split()
    own = (at for at, text in enumerate(page.texts) if area.kept[at] and not _QUOTES.search(text))
    said = sum(page.words[at].count(word) for at in own for word in selves)
    return said >= _FEWEST_SELVES and is_any_given_name(names.split()[0])


def _is_labelled_below(candidate: Candidate, area: Area, _: Mapping[int, str]) -> bool:
    """Is it a name alone below the text, with "Author" and nothing else on the next line?"""
    at, page = candidate.place, area.page
    alone = at > area.end and page.texts[at] == candidate.names and is_byline_label(page, at + 1)
    return alone and read_name(page.texts[at + 2], page.language) is None


@cache
def _nouns_th() -> tuple[str, ...]:
    """How Thai words begin that are of no name: those for news, places, days and bodies."""
    return tuple(languages.read_data("cleaning/bylines.json")["nouns_th"].split())


def _fuller(candidates: Sequence[Candidate], scores: Sequence[float], best: int) -> int:
    """The candidate that names all whom the best one names, and further people; or the family."""
    own = set(candidates[best].names.split(", "))
    for at, each in enumerate(candidates):
        names = set(each.names.split(", "))
        others = names - own
        fuller = own < names or each.names.startswith(f"{candidates[best].names} ")
        if fuller and scores[at] > _FULLER and all(map(is_known_first_name, others)):
            return at
    return best


def _is_subject(name: str, area: Area) -> bool:
    """Does the headline say a name, and the article, too? It tells of them, or of a brand."""
    _, found, behind = area.prose.partition(f"{name} ")
    headed = area.head is not None and name in area.page.texts[area.head]
    return headed and found != "" and behind[:1].islower()


def _is_nobody(each: Candidate, area: Area) -> bool:
    """Is it a place, a brand, a button, a heading in capitals, or a word beside days?"""
    names, page = each.names, area.page
    name, folded = names.partition(", ")[0].split(), normalized_words(names)
    place = names.count(" ") in (1, 2) and names_place(names)
    place &= len(name) == _PAIR or not any(map(is_given_name, name))
    subject = names.count(" ") == 1 and _is_subject(names, area)
    common = not languages.function_words(page.language).isdisjoint(folded)
    loud = names.isupper() and common
    if place or subject or loud or is_unknown_name(name):
        return True
    beside = (weekdays(page.language), words(page.language).not_names, *date_words())
    return all(any(word in known for known in beside) for word in folded)


def choose(candidates: Sequence[Candidate], area: Area, dates: Mapping[int, str]) -> int | None:
    """The line of the likeliest candidate, None where none is likely enough.

    Reporters in the forms of Chinese, Japanese and Korean pages are sure: few pages that the
    numbers were learned on have them.
    """
    if not candidates:
        return None
    model = chooser("authors", FEATURES)
    scores = model.scores(features(candidates, area, dates))
    language = area.page.language
    for at, each in enumerate(candidates):
        day = each.names[:1].isdigit() and each.place in dates  # "Published 17 January"
        other = day or (each.kind in _UNSAID and _is_nobody(each, area))
        if other or is_body(each.names, language) or is_house(each.names, area.record.metadata):
            scores[at] = -math.inf  # it is the credit
    best = max(range(len(scores)), key=scores.__getitem__)
    best = _fuller(candidates, scores, best)
    beside = (at for at, each in enumerate(candidates) if _touches_day(each, area, dates))
    likely = model.is_likely(max(scores)) or _is_stamped(candidates, area, scores[best])
    if not likely and scores[best] > _LEAST_PLACED:
        placed = _is_announced, _is_written, _heads_weblog, _is_labelled_below
        likely = any(told(candidates[best], area, dates) for told in placed)
    likely = likely or (scores[best] > -math.inf and _signs(candidates[best], area))
    if not likely or candidates[best].kind in FURTHER:
        best = next((at for at in beside if scores[at] > -math.inf), best if likely else -1)
    return candidates[best].place if best >= 0 else None
