"""What a word is: one pattern a language, as `findall` gives them with the blanks before."""

from __future__ import annotations

import re

_ELIDED = r"[^\W\d_]{1,2}|qu|(?:lors|puis|jus|quoi)qu|(?:[dnsc]|su|co)?(?:ell|all)|dell|sull|un"
"""What stands before an apostrophe in French and Italian: "l'", "qu'", "dell'"."""

_PAIRS = (
    r"\s*+(?:[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]{1,2}|[\u0e01-\u0e4e]{1,5}"
    r"|[^\W\u0e01-\u0e4e\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]++|[^\w\s])"
)
"""Words where no blanks part them: two characters, in Thai five, are as long as one on average."""

_SIGNS = r"[\u0900-\u0903\u093a-\u0963\u0981-\u0dff]"
"""Signs of vowels inside the words of India, which are no letters, behind one."""


def token_pattern(clitics: tuple[str, ...], *, spaced: bool, elides: bool) -> re.Pattern[str]:
    """A word, an abbreviation of single letters, or one other character; blanks before it."""
    if not spaced:
        return re.compile(_PAIRS)
    tail = "|".join(map(re.escape, clitics))
    joint = (r"-\w++" if elides else r"[-’'&]\w++") + rf"|{_SIGNS}++\w*+"
    if tail:
        joint = rf"(?!(?:{tail})\b){joint}"
    letters = r"[^\W\d_]\.(?:(?:-?[^\W\d_]\.)+|(?=\s[^\W\d_]))"
    word = rf"\w{{2,}}+(?:{joint})*|[^\w\s]|{letters}|\w(?:{joint})*"
    if tail:
        word = rf"(?:{tail})\b|{word}"
    if elides:
        word = rf"(?i:{_ELIDED})[’'](?=\w)|{word}"
    return re.compile(rf"\s*+(?:{word})")
