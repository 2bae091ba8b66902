"""Pull quotes: what stands on the page once more, in larger type and out of its place.

The words of a kept line stand in a longer paragraph as well, whole or with "she says" and a few
words left out; the name of who said them is glued behind, or stands on the next line with an
office. A short quotation without a stop above what it quotes is a sub-heading and stays.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.lines.bylines import is_known_first_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_WORDS, _MOST_WORDS = 8, 60
"""So many words has a pull quote that is not told by marks or a name."""
_FEWEST, _FEWEST_STOPPED = 3, 5
"""So many has one in marks, or with a name. If it ends as a sentence and is shorter, it may be said
twice on purpose (a guess)."""
_HEADING_WORDS, _SECTION_LINES = 12, 3
"""A quotation of so few words, with no stop, above what it quotes: on training pages of copied text
and HTML five of eight are sub-headings. What they quote is told so many lines below."""
_QUOTES, _ENDS, _CLOSING = "“”„«»\"‘'「『‹", (".", "!", "?", "…", "。"), "'\"”’»“)」』 \u00a0"
_SPEECH = lazy_regex("[\"“”„«»「]|''|^[–—―-] ")
"""Speech has them; what a contents list or a summary says twice has none."""
_LABEL = lazy_regex(r"[^.!?:]{1,25}:\s")
"""A row of facts, "Open: ...", may be told in the text, too: on train pages 6 of 6 such lines are
the article's."""
_LONGER = 1.3
"""A paragraph that holds a pull quote is so much longer, if it is no speech."""
_FAR_ABOVE = 5
"""A paragraph so many lines above a sentence is a digest of the text, and not the quote's source:
on labelled pages 3 sentences of 3 with such a one are of the body."""
_MOST_COMPARED = 500
"""On a page of more kept lines no pull quotes are looked for: each is compared with all others."""
_LEFT_OUT, _MOST_GAPS, _FEWEST_SHORTENED = 8, 2, 6
"""So many words are left out of a shortened quote, at so many places; so many stay."""
_NAMED_CHARS = 90
_NAMED = lazy_regex(r"(?:[.!?…\"”’»“]\s?[–—―-]?|[–—―])\s?([^\W\d_a-z][^.!?…\"“”«»–—―]{2,70}\.?)$")
"""A quote and who said it: "... and the bee did not.Ann Reed, biologist"."""
_NAME_WORDS, _ROLE_WORDS = 4, 14
_NAME = lazy_regex(
    r"[^\W\d_a-z][\w.'’-]*"
    r"(?: (?:[^\W\d_a-z][\w.'’-]*|d[aeo]s?|del|della|di|v[ao]n|den|zu|la|al)){1,3}"
)


class _Kept(NamedTuple):
    page: PageLines
    joined: Mapping[int, str]
    """Kept line -> its words, with a blank on both sides."""
    whole: str
    """All of these."""

    def again(self, words: Sequence[str], line: str) -> bool:
        """Do the `words` of a `line` with a blank on both sides stand in the lines once more?"""
        return self.page.once.isdisjoint(words) and self.whole.count(line) > 1


class _Said(NamedTuple):
    """What a line may have from another."""

    words: Sequence[str]
    size: int
    marked: bool
    """It begins with a quotation mark."""
    stopped: bool
    signed: bool
    """Who said it stands behind or below."""


def pull_quotes(
    record: PageRecord, known: Container[int], near: Container[int] | None = None
) -> Iterator[tuple[int, Cause]]:
    """The kept lines whose words stand in a longer kept line, with who said them; never the first.

    A line that is `known` to go is no such longer line: what it tells is told below for good. Only
    lines `near` others are asked, where these are given.
    """
    page = record.page
    joined = {
        at: f" {page.phrases[at]} "
        for at, keep in enumerate(record.kept)
        if keep and at not in known
    }
    if len(joined) > _MOST_COMPARED:
        return
    if (teaser := _teaser(page, joined)) is not None:
        yield teaser, ("standfirst", "its sentences stand below again, each as a paragraph")
        return
    kept = _Kept(page, joined, "\n".join(joined.values()))
    for at in itertools.islice(joined, 1, None):
        if (near is not None and at not in near) or not _may_be_pulled(kept, at):
            continue
        sources = next(filter(None, (_sources(kept, at, said) for said in _forms(kept, at))), [])
        if not sources:
            continue
        below = _speaker_below(kept, at, known=not _spoken(page, sources))
        if not _is_listed(kept, at, below):
            yield at, ("repeated line", "its words stand in a longer paragraph of the article")
            for line in below:
                yield line, ("repeated line", "who said what stands above and in the article")


def _may_be_pulled(kept: _Kept, at: int) -> bool:
    """Has a line one of the marks of a pull quote? Most paragraphs have none, and cost nothing."""
    page, text = kept.page, kept.page.texts[at]
    if len(page.words[at]) > _MOST_WORDS:
        return False
    if text[0] in _QUOTES or text[-1].isalpha():
        return True
    brief = at + 1 in kept.joined and len(page.words[at + 1]) <= _ROLE_WORDS
    return brief or kept.again(page.words[at], kept.joined[at])


def _teaser(page: PageLines, joined: Mapping[int, str]) -> int | None:
    """The first paragraph, where it is made of paragraphs that stand below it."""
    first = next(iter(joined), None)
    if first is None:
        return None
    told = [
        line
        for at, line in joined.items()
        if at != first and len(page.words[at]) >= _WORDS and line in joined[first]
    ]
    covered = sum(map(len, told))
    return first if len(told) > 1 and 2 * covered > len(joined[first]) else None


def _is_listed(kept: _Kept, at: int, speaker: Sequence[int]) -> bool:
    """Does the line above announce the line, or is a neighbour of it there twice too?"""
    page = kept.page
    if page.texts[at - 1].endswith(":") or speaker:
        return not speaker
    return any(
        0 <= near < len(page.texts) and kept.again(page.words[near], f" {page.phrases[near]} ")
        for near in (at - 1, at + 1)
        if page.words[near % len(page.texts)]
    )


def _forms(kept: _Kept, at: int) -> Iterator[_Said]:
    """The line, and what stands before the name at its end."""
    page, text, size = kept.page, kept.page.texts[at], kept.page.sizes[at]
    if not _FEWEST <= size <= _MOST_WORDS:
        return
    marked = text[0] in _QUOTES
    stopped = text.rstrip(_CLOSING).endswith(_ENDS)
    # a word that is there but once is not told again
    again = page.once.isdisjoint(page.words[at])
    signed = again and size >= _FEWEST_STOPPED
    signed = signed and bool(_speaker_below(kept, at, known=size < _WORDS))
    if signed and not marked:  # "Best trackball: ..." above "Best Thumb-Style Trackball"
        who = page.texts[at + 1]
        signed = (stopped or who[0] in "–—―-") and is_known_first_name(who.strip(" –—―-"))
    told = size >= _WORDS and again and not _LABEL.match(text)
    if again and (marked or signed or told) and not _is_who(kept, at, text, known=False):
        yield _Said(page.words[at], size, marked, stopped, signed)
    named = _NAMED.search(text, max(0, len(text) - _NAMED_CHARS))
    if named is not None and _is_who(kept, at, named[1], known=True):
        words = normalized_words(text[: named.start(1)])
        if len(words) >= _FEWEST_STOPPED:
            yield _Said(words, len(words), marked, stopped=True, signed=True)


def _sources(kept: _Kept, at: int, said: _Said) -> list[int]:
    """The other lines from which what is said was taken; none where it may be a sub-heading."""
    line, size = f" {' '.join(said.words)} ", said.size
    sources: list[int] = []
    if kept.again(said.words, line):
        sources = [
            place
            for place, other in kept.joined.items()
            if place != at and (len(other) > len(line) or said.signed) and line in other
        ]
    # '"...," she says.' is no quotation as a whole
    quoted = said.marked and kept.page.texts[at][-1] in _CLOSING
    if not sources and size >= _FEWEST_SHORTENED and (quoted or said.signed):
        opening = " ".join(said.words[:2])
        sources = [
            place
            for place, other in kept.joined.items()
            if opening in other and place != at and _holds(kept.page.words[place], said.words)
        ]
    heads = said.marked and not said.signed
    most = _WORDS if said.stopped else _HEADING_WORDS
    if heads and size <= most and all(place > at for place in sources):
        return []  # a sub-heading: what is said stands in its section
    spoken = _spoken(kept.page, sources)
    if said.signed or (said.marked and said.stopped and size >= _FEWEST_STOPPED and spoken):
        return spoken
    if size >= _WORDS and (said.marked or said.stopped):
        near = [place for place in sources if place > at - _FAR_ABOVE]
        if any(len(kept.joined[place]) > _LONGER * len(line) for place in near):
            return near
    if said.marked and said.stopped:
        return []
    if any(at < place <= at + _SECTION_LINES for place in sources):
        return []
    if size >= _WORDS and kept.joined.get(at - 1, "").startswith(line):
        return [at - 1]  # how the paragraph right above begins, once more
    low = 0 if said.marked else at - _FAR_ABOVE
    return [place for place in spoken if low <= place < at]


def _spoken(page: PageLines, places: Sequence[int]) -> list[int]:
    """Those of the lines that have speech in them."""
    return [place for place in places if _SPEECH.search(page.texts[place])]


def _holds(whole: Sequence[str], words: Sequence[str]) -> bool:
    """Do the words stand in the longer line in this order, with few others between them?"""
    if len(whole) <= len(words) or not set(words) <= set(whole):
        return False
    for start, word in enumerate(whole):
        if word != words[0]:
            continue
        at, gaps = start, 0
        for each in words[1:]:
            try:
                found = whole.index(each, at + 1)
            except ValueError:
                return False
            gaps += found > at + 1
            at = found
        if gaps <= _MOST_GAPS and at - start < len(words) + _LEFT_OUT:
            return True
    return False


def _speaker_below(kept: _Kept, at: int, *, known: bool) -> list[int]:
    """The kept lines right below that say who it was: a name, then perhaps an office."""
    page, name, role = kept.page, at + 1, at + 2
    if name not in kept.joined or len(page.words[name]) > _ROLE_WORDS:
        return []
    if not _is_who(kept, name, page.texts[name], known=known):
        return []
    if role not in kept.joined or not 0 < len(page.words[role]) <= _ROLE_WORDS:
        return [name]
    told = page.texts[role].endswith((*_ENDS, ":"))
    return [name] if told or "," in page.texts[name] else [name, role]


def _is_who(kept: _Kept, at: int, text: str, *, known: bool) -> bool:
    """Is a text a name, perhaps with an office behind it? `known` are those in another line."""
    bare = text.strip(" –—―-").removesuffix(".")
    name, comma, _ = bare.partition(",")
    most = _ROLE_WORDS if comma else _NAME_WORDS
    if bare.count(" ") >= most or not _NAME.fullmatch(name):
        return False
    last = name.rpartition(" ")[2]
    forms = {last, last.title()}
    texts = kept.page.texts
    return not known or any(
        form in texts[line] for line in kept.joined if line != at for form in forms
    )
