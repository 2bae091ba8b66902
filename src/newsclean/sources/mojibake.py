"""Text that was decoded wrongly once -> the text that was meant: `donâ€™t` is `don’t`.

UTF-8 that somebody read as Latin-1 or Windows-1252 is told by sequences that no language has, and
Windows-1252 that was read as Latin-1 by control characters in the place of quotation marks.
"""

from __future__ import annotations

import re

from newsclean.patterns import lazy_regex

NOTE = "text that had been read as Latin-1 was repaired"
"""What a user is told where something was repaired."""
# the bytes 80..BF of a UTF-8 sequence as Latin-1 or Windows-1252 shows them
_LATIN_SEQUENCE = lazy_regex(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,3}"
)
_SUSPECTS = {
    "\u00c3": "",
    "\u00c2": "",
    "\u00e2": "\u20ac\u0080",
    "\u00f0": "\u0178\u009f",
}
"""Characters that hint at a broken encoding; some do so only before one of others."""
_MARKS = "\u0091\u0092\u0093\u0094\u0096\u0097"
"""The quotation marks and dashes of Windows-1252 as Latin-1 shows them: no text has such controls
on purpose. One of them tells that the others of their kind are characters, too."""
_CONTROLS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_PLAUSIBLE = (
    "[\u00a0-\u024f\u0370-\u052f\u1e00-\u1eff\u2000-\u2bff"
    "\u3000-\u30ff\u4e00-\uffef\U0001f000-\U0001faff]+"
)


def repair_mojibake(text: str) -> tuple[str, int]:
    """`text` with UTF-8 that was read as Latin-1 or Windows-1252 put right, and how many places.

    >>> repair_mojibake("donâ€™t")
    ('don’t', 1)
    """
    if text.isascii():
        return text, 0
    text, repaired = _repair_sequences(text) if _suspect(text) else (text, 0)
    marked = restore_controls(text)
    if marked is not text:
        repaired += sum(map(text.count, _MARKS))
    return marked, repaired


def restore_controls(text: str) -> str:
    """`text` with Windows-1252 that was read as Latin-1 put right, equally long.

    >>> restore_controls("\u0093Yes,\u0094 she said.")
    '“Yes,” she said.'
    """
    if text.isascii() or not any(mark in text for mark in _MARKS):
        return text
    return text.translate(_CONTROLS)


def _repair_sequences(text: str) -> tuple[str, int]:
    """The sequences of UTF-8 that were read byte by byte, and how many there were."""
    repaired = 0

    def right(found: re.Match[str]) -> str:
        nonlocal repaired
        raw = b"".join(_single_byte(character) for character in found[0])
        for end in range(len(raw), 1, -1):
            try:
                meant = raw[:end].decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(meant) == 1 and re.fullmatch(_PLAUSIBLE, meant):
                repaired += 1
                return meant + found[0][end:]
        return found[0]

    fixed = _LATIN_SEQUENCE.sub(right, text)
    return fixed, repaired


def _suspect(text: str) -> bool:
    return any(
        first in text and (not after or any(first + second in text for second in after))
        for first, after in _SUSPECTS.items()
    )


def _single_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
