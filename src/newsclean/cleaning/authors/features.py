"""A name that may be the author's -> numbers that tell whether it is.

The candidates are what the rules of `candidates` and `signatures` read; the numbers say where a
candidate stands, what shape it has, and what else the page says of it. `choose` weighs them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.authors.signatures import is_byline_label
from newsclean.cleaning.lines.bylines import is_known_first_name, names_nobody, names_outlet, words
from newsclean.cleaning.lines.personal_names import (
    is_any_family_name,
    is_any_given_name,
    is_given_name,
)
from newsclean.cleaning.lines.phrases import normalized_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cleaning.area import Area

FURTHER = ("dated", "capitals", "box", "tail", "posted", "shaped", "part", "account")
"""Kinds that are mostly no authors: where nothing weighs them, none of them is taken."""
KINDS = ("by", "label", "bare", "below", "far", "bracket", "signed", *FURTHER)
"""How a candidate was read."""
_OWN = (
    *(f"kind {kind}" for kind in KINDS),
    "first",
    "alone",
    "above headline",
    "below headline",
    "below body",
    "lines to headline",
    "lines to body",
    "headline known",
    "date beside",
    "date near",
    "date within",
    "one word",
    "words",
    "several",
    "given name",
    "nobody",
    "outlet",
    "role",
    "lower case",
    "upper case",
    "digit",
    "unspaced",
    "line again",
    "name again",
    "in body",
    "in title",
    "owner",
    "chars beside",
    "role beside",
    "role below",
    "agrees",
    "told of below",
    "common words",
    "site",
    "on top",
    "short lines near",
    "label above",
    "address near",
    "handle below",
    "biography elsewhere",
    "alike",
    "alike with by",
    "alike below",
    "told in body",
    "kept",
    "pictured near",
    "next to headline",
    "right above body",
    "right below body",
    "lines below body",
    "first of its kind",
    "others near",
    "phrase near",
    "sign",
    "headline above far",
    "body lines",
    "any given name",
    "family name",
    "given and family name",
    "common words and no name",
)
_CROSSED = (
    *("given name", "name again", "date near", "one word", "alone", "several", "in body"),
    *("nobody", "common words", "site", "told of below"),
)
"""What says another thing of each kind of candidate: a given name hardly any of one with "by"."""
_CROSSED_AT = tuple(map(_OWN.index, _CROSSED))
FEATURES = (*_OWN, *(f"{kind}, {name}" for name in _CROSSED for kind in KINDS))
_MANY = 4
_TOP = 6
"""Among so many first lines the outlet names itself (a guess)."""
_NEAR, _BRIEF = 3, 25
"""So many lines above and below, and so few characters, are those of a menu (a guess)."""
_SHORT = 5
"""A name in characters without blanks is shorter."""
_LOOKED_AT = 120
"""Among so many characters of a line a role is looked for."""
_MORE_CHARS = 20
"""So much longer than twice the name is a line that tells of somebody (a guess)."""
_OWNED = ("©", "copyright", "(c)")


class Candidate(NamedTuple):
    """The names, how they were read, and the line they stand in."""

    names: str
    kind: str
    place: int


def features(
    candidates: Sequence[Candidate], area: Area, dates: Mapping[int, str]
) -> list[tuple[float, ...]]:
    """The numbers of each candidate, in the order of `FEATURES`."""
    lower, head = area.page.lower, area.head
    prose = area.prose.lower()
    title = lower[head] if head is not None else ""
    roles = words(area.page.language).roles
    whole, top = area.page.whole_lower, "\n".join(lower[:_TOP])
    owned = any(sign in whole for sign in _OWNED)
    owners = [text for text in lower if text.startswith(_OWNED)] if owned else []
    plain = _plain_words(area, candidates)
    # in half the time that it takes to replace the blanks
    letters = "".join(lower).encode("utf-8", "surrogatepass").translate(None, b" ")
    squeezed = letters.decode("utf-8", "surrogatepass")
    owning = "\n".join(owners)
    folded = [frozenset(normalized_words(each.names)) for each in candidates]
    rows = []
    firsts = [each.names.partition(", ")[0].lower() for each in candidates]
    kinds: set[str] = set()
    for rank, each in enumerate(candidates):
        first = each.names.partition(", ")[0]
        tokens, said = first.split(), first.lower()
        at, line = each.place, lower[each.place]
        below = lower[at + 1] if at + 1 < len(lower) else ""
        again = whole.count(said)
        if again > 1:
            again = len([text for text in lower if said in text])
        last = f" {tokens[-1].lower()} "
        opened = [len(text) for text in lower[area.middle :] if text.startswith(said)]
        row = (
            *(each.kind == kind for kind in KINDS),
            rank == 0,
            len(candidates) == 1,
            at < area.middle,
            area.middle < at < area.start,
            at > area.end,
            math.log1p(abs(at - area.middle)),
            math.log1p(min(abs(at - area.start), abs(at - area.end))),
            head is not None,
            any(near in dates for near in range(at - 1, at + 2)),
            at - 2 in dates or at + 2 in dates,
            at in dates,
            len(tokens) == 1,
            min(len(tokens), 6) / 3,
            ", " in each.names,
            is_known_first_name(first) or is_given_name(first),
            names_nobody(first, area.page.language),
            names_outlet(first, area.page.language),
            not roles.isdisjoint(said.split()),
            first.islower(),
            first.isupper(),
            any(map(str.isdigit, first)),
            not first.isascii() and len(tokens) == 1 and len(first) < _SHORT,
            min(lower.count(line) - 1, _MANY) / _MANY,
            min(max(0, again - 1), _MANY) / _MANY,
            said in prose or (len(tokens) > 1 and last in prose),
            said in title,
            said in owning,
            math.log1p(max(0, len(line) - len(each.names))),
            not roles.isdisjoint(line[:_LOOKED_AT].replace(said, "").split()),
            len(below) < _LOOKED_AT and not roles.isdisjoint(below.split()[:8]),
            any(
                other is not each and not own.isdisjoint(folded[rank])
                for other, own in zip(candidates, folded, strict=True)
            ),
            len(below) > _LOOKED_AT // 3 and below.startswith(tokens[0].lower()),
            sum(token.lower() in plain for token in tokens) / len(tokens),
            _is_address("".join(filter(str.isalnum, said)), squeezed),
            said in top,
            sum(len(text) < _BRIEF for text in lower[max(0, at - _NEAR) : at + _NEAR + 1]) / _NEAR,
            at > 0 and is_byline_label(area.page, at - 1),
            any("@" in text for text in lower[max(0, at - 1) : at + 4]),
            below.startswith("@"),
            f"\n{said}" in whole and max(opened, default=0) > 2 * len(said) + _MORE_CHARS,
            min(firsts.count(said) - 1, 3) / 3,
            any(
                firsts[i] == said and other.kind in ("by", "label", "below", "posted")
                for i, other in enumerate(candidates)
                if i != rank
            ),
            any(
                firsts[i] == said and other.place > area.end
                for i, other in enumerate(candidates)
                if i != rank
            ),
            math.log1p(prose.count(tokens[-1].lower())),
            area.kept[at],
            any(
                area.page.credit(i).photo or area.page.credit(i).caption
                for i in range(max(0, at - 1), min(len(lower), at + 2))
            ),
            head is not None and abs(at - head) == 1,
            at == area.start - 1,
            at == area.end + 1,
            math.log1p(max(0, at - area.end)),
            each.kind not in kinds,
            sum(
                i != rank and firsts[i] != said and abs(other.place - at) < 6
                for i, other in enumerate(candidates)
            )
            / 3,
            any(area.page.hits(i) for i in (at - 1, at + 1) if 0 <= i < len(lower)),
            "|" in line or "»" in line or "•" in line,
            head is not None and at > head + 3,
            math.log1p(area.end - area.start),
            (given := is_any_given_name(tokens[0].partition("-")[0])),
            (family := len(tokens) > 1 and is_any_family_name(tokens[-1])),
            given and family,
            not given and not family and any(token.lower() in plain for token in tokens),
        )
        kinds.add(each.kind)
        own = tuple(map(float, row))
        crossed = [0.0] * (len(_CROSSED_AT) * len(KINDS))
        crossed[KINDS.index(each.kind) :: len(KINDS)] = [own[at] for at in _CROSSED_AT]
        rows.append((*own, *crossed))
    return rows


def _plain_words(area: Area, candidates: Sequence[Candidate]) -> frozenset[str]:
    """The words of names that the page writes in lower case somewhere: few names are."""
    firsts = (each.names.partition(", ")[0] for each in candidates)
    wanted = {token.lower() for first in firsts for token in first.split()}
    whole = area.page.whole
    found = [word for word in wanted if word in whole and word.islower()]
    return frozenset(word for word in found if _stands_alone(word, whole))


def _stands_alone(word: str, whole: str) -> bool:
    """Is white space on both sides of a word somewhere in a text?"""
    at = whole.find(word)
    while at >= 0:
        end = at + len(word)
        if not (whole[at - 1 : at].strip() or whole[end : end + 1].strip()):
            return True
        at = whole.find(word, end)
    return False


def _is_address(name: str, squeezed: str) -> bool:
    """Is a name in an address on the page, which has no blanks?"""
    return f"{name}." in squeezed or (len(name) >= _SHORT and f"@{name}" in squeezed)
