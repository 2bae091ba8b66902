"""Bytes -> text: which encoding, and what was broken in it.

Order: the encoding the caller names, a byte order mark, UTF-16 and UTF-32 by where their zero
bytes stand, UTF-8, and then the legacy encoding under which most words are words of a language
(charset-normalizer's candidates beside Windows-1252). Binary data are told apart first.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from newsclean import languages
from newsclean.errors import InputError, UsageError
from newsclean.suggest import nearest

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_COMMON = (
    *("utf-8", "utf-16", "utf-32", "cp1252", "latin-1", "iso8859-15", "cp1250", "cp1251"),
    *("koi8-r", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "mac-roman"),
)
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"))
"""Codecs of text that no file is written in: host names and the inside of program code."""
_CONTROL = bytes(code for code in (*range(32), 0x7F) if code not in b"\t\n\v\f\r\x1b")
_UNPRINTABLE = "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]"
_HEAD = 65_536
_ESCAPES = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp"),
    (b"\x1b$@", "iso2022_jp"),
    (b"\x1b$(D", "iso2022_jp_ext"),
)
"""The escape sequences of encodings in seven bits, which are valid UTF-8 and no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, the codec's name, and what a user should know of the decoding."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str = "-", encoding: str | None = None) -> Decoded:
    """The text in `data`; line ends are left as they are.

    Args:
        data: the input as it was read.
        name: what to call it in messages.
        encoding: a codec's name; None looks at the content.

    Raises:
        InputError: binary data, or data that are plainly not in the encoding asked for.
        UsageError: there is no such encoding.
    """
    if encoding is not None:
        return _declared(data, name, codec(encoding))
    for mark, codec_name in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec_name)
    if escaped := _escaped(data):
        return escaped
    if b"\0" in data[:_HEAD]:
        found = wide(data)
        if found is None:
            raise InputError(f"{name}: looks like a binary file")
        return found
    if is_binary(data):
        raise InputError(f"{name}: looks like a binary file")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return not_utf8(data)


def _escaped(data: bytes) -> Decoded | None:
    """Japanese, Korean or Chinese text whose encoding is in seven bits, with escape sequences."""
    for mark, codec_name in _ESCAPES:
        if mark in data[:_HEAD]:
            try:
                return Decoded(data.decode(codec_name), codec_name)
            except UnicodeDecodeError:
                continue
    return None


def codec(name: str) -> str:
    """Python's name of an encoding.

    Raises:
        UsageError: there is none of that name; the message suggests the nearest.
    """
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        near = nearest(name, _COMMON, cutoff=0.5)
        hint = f"; did you mean {near!r}?" if near else ""
        raise UsageError(f"no encoding is called '{name}'{hint}") from None
    if found.name.replace("_", "-") in _NO_CHARSETS or not _codes_text(found.name):
        raise UsageError(f"'{name}' is no encoding of text")
    return found.name


def page_codec(label: str) -> str | None:
    """Python's name of the encoding that a page or its server calls `label`; None for no encoding.

    Only the labels of the WHATWG Encoding Standard count, each read as browsers do: "latin1" is
    Windows-1252. Python knows more names ("hex", "idna"), and not all of those code text.
    """
    label = label.strip().lower()
    if label in ("utf-8", "utf8"):
        return "utf-8"
    table: dict[str, str] = languages.read_data("encodings.json")
    return next((name for name, labels in table.items() if label in labels.split()), None)


def _codes_text(name: str) -> bool:
    """Whether a codec makes bytes of text; Python's list has compression and the like as well."""
    try:
        "".encode(name)
    except (LookupError, UnicodeError):
        return False
    return True


def is_binary(data: bytes) -> bool:
    """Whether control characters stand in `data` as they never do in text."""
    head = data[:_HEAD]
    return b"\0" in head or (len(head) - len(head.translate(None, _CONTROL))) * 50 > len(head)


def _declared(data: bytes, name: str, codec_name: str) -> Decoded:
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(codec_name.removesuffix("-sig")):
            return _replacing(data[len(mark) :], marked)
    decoded = _replacing(data, codec_name)
    if "\0" in decoded.text or decoded.text.count("\ufffd") * 10 > len(decoded.text):
        raise InputError(f"{name}: not in {codec_name}; leave --encoding out to have it detected")
    return decoded


def _replacing(data: bytes, codec_name: str) -> Decoded:
    before = data.count("\ufffd".encode(codec_name)) if codec_name.startswith("utf") else 0
    text = data.decode(codec_name, "replace")
    broken = text.count("\ufffd") - before
    if broken <= 0:
        return Decoded(text, codec_name)
    places = "1 place" if broken == 1 else f"{broken} places"
    return Decoded(text, codec_name, (f"{places} not valid {codec_name}, shown as \ufffd",))


def wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: line feeds and blanks stand at even places."""
    best: tuple[int, str] | None = None
    for codec_name in _WIDE:
        width = 4 if "32" in codec_name else 2
        sample = data[: min(_HEAD, len(data) // width * width)]
        try:
            text = sample.decode(codec_name, "strict" if len(sample) < _HEAD else "ignore")
        except UnicodeDecodeError:
            continue
        if not text or re.search(_UNPRINTABLE, text):
            continue
        evidence = sum(map(text.count, " \n,.e"))
        if evidence * 20 >= len(text) and (best is None or evidence > best[0]):
            best = (evidence, codec_name)
    return _replacing(data, best[1]) if best else None


def not_utf8(data: bytes) -> Decoded:
    """The text in bytes that are not valid UTF-8: damaged, or another encoding altogether."""
    repaired = data.decode("utf-8", "ignore")
    good = sum(not character.isascii() for character in repaired)
    as_utf8 = _replacing(data, "utf-8")
    bad = as_utf8.text.count("\ufffd") - repaired.count("\ufffd")
    if good > 2 * bad or (bad == 1 and _cut_off(data)):
        return as_utf8
    from newsclean.sources import legacy

    return Decoded(*legacy.decode(data))


def _cut_off(data: bytes) -> bool:
    """Whether only the last character lacks its end (a file cut by size)."""
    try:
        data[:-3].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 6
    return not data[-3:].isascii() and data[-1] >= 0x80 and any(byte >= 0xC2 for byte in data[-3:])
