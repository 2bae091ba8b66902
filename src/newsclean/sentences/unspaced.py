"""The full stop of a script without capitals: whether a sentence ends there.

What tells is what is quoted. A Japanese quotation of several sentences goes on to the particle
behind its closing mark, and who said it follows a Chinese one: "...。”周船长说。".
"""

from __future__ import annotations

from newsclean.patterns import lazy_regex

_WINDOW_CHARS = 300
"""How far back and ahead is read: a bound on the time."""
_CLAUSE_CHARS = 24
"""The longest clause that says who said it (a guess)."""
_OPENING = lazy_regex("[“‘「『（【《〈]")
_GOES_ON = frozenset("，、,;；:：。！？」』）》〉")
_PAIRS = (("「", "」"), ("『", "』"))
_QUOTES = frozenset("”’」』")
_CLAUSE = lazy_regex(rf"[^。！？，,；;：:“”「」『』\n]{{2,{_CLAUSE_CHARS}}}(?=[。！？])")


def end_of(piece: str, last: int, mark_end: int, end: int, close: str, after: str) -> int | None:
    """Where the sentence ends whose mark ends at `mark_end`; None where it goes on.

    `close` is what closes with the mark, up to `end`, and `after` the word behind; `last` is where
    the sentence before ended.
    """
    left = max(last, mark_end - _WINDOW_CHARS)
    if piece.count("《", left, mark_end) > piece.count("》", left, mark_end):
        return None
    if opening := _OPENING.search(close):
        end, close, after = mark_end + opening.start(), "", opening.group()
    if after[0] in _GOES_ON or (close and _is_hiragana(after[0])):
        return None
    return None if not close and _is_quoted_on(piece, left, end) else end


def is_said(piece: str, close: str, reach: int, says: frozenset[str]) -> bool:
    """Does a clause with a verb of speech at its end follow a quotation: 周船长说?"""
    if not says or _QUOTES.isdisjoint(close):
        return False
    clause = _CLAUSE.match(piece, reach)
    if clause is None:
        return False
    # "她补充道" is "她补充" with one more word for saying; "他知道" is no "他知"
    said, verbs = clause.group(), tuple(says)
    return said.endswith(verbs) or said.removesuffix("道").endswith(verbs)


def _is_quoted_on(piece: str, left: int, end: int) -> bool:
    """Does the mark stand in a quotation that a particle follows: 「...。...」と?"""
    for opening, closing in _PAIRS:
        if piece.count(opening, left, end) > piece.count(closing, left, end):
            at = piece.find(closing, end, end + _WINDOW_CHARS)
            return at >= 0 and _is_hiragana(piece[at + 1 : at + 2])
    return False


def _is_hiragana(character: str) -> bool:
    return "\u3040" <= character <= "\u309f"
