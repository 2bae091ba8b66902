"""Rich Text Format -> paragraphs, and the `Document` of them (RTF 1.9.1, without any library).

Headers, footers, pictures, comments and whatever else is no text of the document are passed over.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from newsclean.document import Document
from newsclean.errors import InputError
from newsclean.patterns import lazy_regex
from newsclean.sources.files.paragraphs import Paragraph, document

_TOKEN = lazy_regex(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_SKIPPED = frozenset(
    b"colortbl info header headerl headerr headerf footer footerl footerr footerf pict object"
    b" fldinst xe tc rxe footnote annotation atnid atnauthor filetbl listtable listoverridetable"
    b" revtbl rsidtbl generator themedata colorschememapping datastore latentstyles template"
    b" listtext pntext bkmkstart bkmkend objdata shppict nonshppict xmlnstbl mmathpr"
    b"".split()
)
_CHARACTERS = {
    b"tab": "\t",
    b"line": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
    b"cell": "\t",
    b"nestcell": "\t",
}
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n"}
_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_ENDS = (b"par", b"sect", b"page", b"row", b"nestrow")


@dataclass(slots=True)
class _State:
    """What a group inherits from the group around it."""

    skipped: bool = False
    where: str = ""
    """"fonts" in the table of fonts, "styles" in that of styles."""
    unicode_skip: int = 1
    codec: str = "cp1252"
    deleted: bool = False


@dataclass(slots=True)
class _Reader:
    """The state of the whole document."""

    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)
    font: int = 0
    style: int = 0
    style_name: str = ""
    outline: int = 0
    listed: bool = False
    section: bool = False
    text: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    raw_codec: str = "cp1252"
    out: list[Paragraph] = field(default_factory=list)
    to_skip: int = 0

    def flush(self) -> None:
        """Decode the bytes that have come as hexadecimal codes."""
        if self.raw:
            self.text.append(bytes(self.raw).decode(self.raw_codec, "replace"))
            self.raw.clear()

    def end(self) -> None:
        """End the paragraph."""
        self.flush()
        line = "".join(self.text)
        if not line.isascii():  # emoji are written as two halves of sixteen bits
            line = line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        heading = self.outline or self.headings.get(self.style, 0)
        self.out.append(Paragraph(line, heading, self.listed, self.section))
        self.text.clear()
        self.section = False


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in an RTF file; `encoding` has no meaning here.

    Raises:
        InputError: it is no RTF, or there is no text in it.
    """
    del encoding
    return document(paragraphs(data, name), name, "rtf")


def paragraphs(data: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of an RTF file, empty ones too.

    Raises:
        InputError: it is no RTF.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError(f"{name}: not an RTF file")
    reader, state, stack, at = _Reader(), _State(), [], 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if brace == b"{":
            stack.append(state)
            state = _State(
                state.skipped, state.where, state.unicode_skip, state.codec, state.deleted
            )
            reader.to_skip = 0
        elif brace == b"}":
            if state.where == "styles":
                _name_style(reader)
            reader.to_skip = 0
            state = stack.pop() if stack else state
        elif word == b"bin" and number:
            at += max(0, int(number))
        elif word:
            _control(word, int(number) if number else None, reader, state)
        elif symbol == b"*":
            state.skipped = True
        elif not state.skipped and not state.deleted:
            _characters(code, symbol, text, reader, state)
    reader.end()
    return reader.out


def _control(word: bytes, number: int | None, reader: _Reader, state: _State) -> None:
    """Do what a control word says."""
    if word == b"fonttbl":
        state.where = "fonts"
    elif word == b"stylesheet":
        state.where = "styles"
    elif word in _SKIPPED:
        state.skipped = True
    elif word == b"ansicpg" and number:
        reader.codec = state.codec = _codec(number)
    elif word == b"f" and number is not None:
        reader.font = number
        state.codec = reader.fonts.get(number, reader.codec)
    elif word == b"fcharset" and number is not None and state.where == "fonts":
        if number > 1 and number in _CHARSETS:
            reader.fonts[reader.font] = _CHARSETS[number]
    elif word == b"uc":
        state.unicode_skip = max(0, number or 0)
    elif word == b"s" and number is not None:
        reader.style, reader.style_name = number, ""
    elif word == b"outlinelevel" and number is not None and state.where == "":
        reader.outline = number + 1 if number < 6 else 0
    elif word == b"pard":
        reader.style, reader.outline, reader.listed = 0, 0, False
    elif word in (b"ls", b"pnlvlblt"):
        reader.listed = True
    elif word in (b"deleted", b"v"):  # \v: hidden text
        state.deleted = number != 0
    elif not state.skipped and not state.where and not state.deleted:
        _written(word, number, reader, state)


def _written(word: bytes, number: int | None, reader: _Reader, state: _State) -> None:
    """A control word that stands for characters or ends a paragraph."""
    if word == b"u" and number is not None:
        reader.flush()
        reader.text.append(_character(number))
        reader.to_skip = state.unicode_skip
    elif word in _ENDS:
        reader.end()
        reader.section = word == b"sect"
    elif word in _CHARACTERS:
        reader.flush()
        reader.text.append(_CHARACTERS[word])


def _characters(
    code: bytes | None, symbol: bytes | None, text: bytes | None, reader: _Reader, state: _State
) -> None:
    """Text itself: bytes in the font's encoding, symbols, plain characters."""
    if state.where == "styles":
        if text:
            reader.style_name += text.decode("latin-1")
        return
    if state.where == "fonts":
        return
    if code:
        if reader.to_skip:
            reader.to_skip -= 1
            return
        if reader.raw and reader.raw_codec != state.codec:
            reader.flush()
        reader.raw_codec = state.codec
        reader.raw.append(int(code, 16))
    elif symbol:
        reader.flush()
        if symbol in _SYMBOLS:
            reader.text.append(_SYMBOLS[symbol])
    elif text:
        rest = text[reader.to_skip :]
        reader.to_skip = max(0, reader.to_skip - len(text))
        if not reader.raw and rest.isascii():
            reader.text.append(rest.decode("ascii"))
        elif rest:
            # the second byte of a character may be written as it is
            reader.raw_codec = state.codec if not reader.raw else reader.raw_codec
            reader.raw += rest
            reader.flush()


def _character(number: int) -> str:
    """The character of a code in sixteen bits with a sign."""
    point = number + 65_536 if number < 0 else number
    return chr(point) if point < 0x110000 else "\ufffd"


def _codec(page: int) -> str:
    name = {10000: "mac_roman", 65001: "utf-8", 936: "gb18030"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _name_style(reader: _Reader) -> None:
    """Note which level of heading a style is, by its name."""
    found = re.search(r"(?:heading|überschrift|titre|título|kop)\s*(\d)", reader.style_name.lower())
    if found and int(found[1]):
        reader.headings[reader.style] = int(found[1])
    elif reader.style_name.strip(" ;").lower() in ("title", "titel"):
        reader.headings[reader.style] = 1
    reader.style_name = ""
