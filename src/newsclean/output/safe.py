"""Text of an article -> text that is safe to print.

The text of an article is not trusted: escape sequences would control the terminal, and
bidirectional overrides would make a line read differently. Both are shown as escapes.
"""

from __future__ import annotations

import re

from newsclean.patterns import lazy_regex

_UNSAFE = lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""Languages that are written from right to left; their scripts have no italics."""
_BREAK = lazy_regex("[\t\n\u2028\u2029]")


def printable(text: str) -> str:
    r"""The text with control characters, bidi overrides and lone surrogates shown as escapes.

    Line feeds and tabs stay.

    >>> printable("\x1b[31mred")
    '\\x1b[31mred'
    """
    return _UNSAFE.sub(_escape, text)


def one_line(name: str) -> str:
    r"""A name, as of a file, that is safe to print and stays in its line.

    >>> one_line("a\nb.txt")
    'a\\x0ab.txt'
    """
    return _BREAK.sub(_escape, printable(name))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
