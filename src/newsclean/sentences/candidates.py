"""Text -> the places where a sentence may end.

One regular expression finds them: a run of end marks, what closes with it (quotation marks,
brackets), the white space after, the next two words. It begins with a character set, so `re`
skips the rest of the text fast; no repetition can be entered twice, so the time is linear.
"""

from __future__ import annotations

from newsclean.patterns import lazy_regex

STRONG = "。！？｡؟۔።।॥။፧፨។։"
"""Marks that end a sentence in scripts that put no abbreviation before them."""

CLOSERS = "\"'”’»)\\]}›“‘」』）】》〉`"
"""What may stand between an end mark and the blank (escaped for a character set)."""

REFERENCES = r"(?:\[(?:\d{1,3}|[a-z]|(?:note|nb|n) ?\d{1,3})\]|[¹²³⁰⁴-⁹])*"
"""Marks of footnotes, as in `ended.[5] The next`: they close with the sentence."""

GLUED = (
    r"(?:(?:(?:(?<=[^\W\d_A-Z]{4}[.!?])|(?<=[^\W\d_A-Z]{3}[)\]”\"][.!?])"
    r"|(?<=[^\W\d_A-Z]{3}[.!?][)”\"]))\d{1,2}(?:,\d{1,2})*|(?<=[^\W\d_]{2}[.!?])\*{1,3})"
    r"(?=\s+[\"“„«(]?[A-ZÀ-ÖØ-ÞΆ-ΫА-ЯЁІЇЄ]))?"
)
"""The same in small print, of which a copied text keeps the characters: `ended.5 The next`."""

_DOTS = ".!?…‽"

CANDIDATE = lazy_regex(
    rf"([{_DOTS}:;{STRONG}](?<![{_DOTS}][{_DOTS}])[{_DOTS}{STRONG}]*+"
    rf"(?:[ \xa0\u202f][.!?…]++(?=[\s{CLOSERS}]|$))*"
    r"(?:(?:(?<=[:;])|[ \xa0]?[:;])-?[)(DP](?=\s|$))?)"
    rf"([{CLOSERS}]*+{REFERENCES}{GLUED}(?:[ \xa0\u202f]++[»”\"](?=[\s,.;:)]|$))?)"
    r"(\s*+)(?=(\S{0,24})(?:\s{1,4}(\S{0,16}))?)"
)
"""Groups: mark, closers, gap, the word after, the word after that (both cut short)."""
