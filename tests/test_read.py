"""Bytes become documents: encodings, line ends, kinds, and what cannot be read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import InputError, UsageError
from newsclean.sources import read
from newsclean.sources import text as plain
from newsclean.sources.mojibake import repair_mojibake
from newsclean.sources.text import normalize

ENCODINGS = json.loads((Path(__file__).parent / "cases" / "encodings.json").read_text("utf-8"))
ARTICLE = (
    "Die Stadträte von Neuhafen beschlossen am Montag das Budget für die Brücke.\r\n\r\n"
    "„Wir sind zufrieden“, sagte Bürgermeisterin Eva Köhler – und verließ den Saal.\r\n"
)


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"],
)
def test_copies_in_any_encoding_give_the_same_text(codec: str) -> None:
    """UTF-8, UTF-16, UTF-32 with and without a mark and Windows-1252 copies read the same."""
    document = read.from_bytes(ARTICLE.encode(codec), "a.txt")
    assert document.text == ARTICLE.replace("\r\n", "\n")
    assert document.encoding
    assert not document.notes


@pytest.mark.parametrize("case", ENCODINGS, ids=lambda case: f"{case['label']} {case['codec']}")
def test_old_encodings_are_told_apart(case: dict[str, str]) -> None:
    """A text in the encoding usual for its language before UTF-8 is read without being told."""
    data = case["text"].encode(case["codec"])
    assert read.from_bytes(data, "a.txt").text == case["text"]


def test_the_encoding_asked_for_is_used() -> None:
    """`encoding` wins over what the bytes look like."""
    data = "zażółć gęślą jaźń".encode("cp1250")
    assert read.from_bytes(data, "a.txt", encoding="cp1250").text == "zażółć gęślą jaźń"
    assert read.from_bytes("é".encode(), "a.txt", encoding="latin-1").text == "Ã©"


def test_an_unknown_encoding_is_a_usage_error_that_suggests_one() -> None:
    """A misspelt encoding names the nearest one."""
    with pytest.raises(UsageError, match="did you mean 'cp1252'"):
        read.from_bytes(b"abc", "a.txt", encoding="cp1522")
    for name in ("rot13", "zlib", "idna", "punycode"):
        with pytest.raises(UsageError, match=f"'{name}' is no encoding of text"):
            read.from_bytes(b"abc", "a.txt", encoding=name)


def test_the_wrong_encoding_asked_for_is_an_error() -> None:
    """Bytes that are plainly not in the encoding asked for are not turned into rubbish."""
    with pytest.raises(InputError, match=r"a\.txt: not in utf-16"):
        read.from_bytes(b"Twelve boxers run past" + b"\0\0", "a.txt", encoding="utf-16")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0c", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    """Whatever ends a line in any system or standard is one line feed in the document."""
    assert read.from_text(f"One.{end}Two.").text == "One.\nTwo."


@given(st.text())
def test_normalized_text_can_be_encoded_and_stays(text: str) -> None:
    """Normalizing twice is normalizing once, and the result is always valid UTF-8."""
    once = normalize(text)
    assert normalize(once) == once or once.startswith("\ufeff")
    once.encode()
    assert once.splitlines() == [*once.split("\n")][: len(once.splitlines())]


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_text_is_the_same_from_bytes_and_from_memory(text: str) -> None:
    """Text handed over as a string and as UTF-8 bytes of kind "text" is the same document."""
    try:
        data = text.encode()
        from_bytes = read.from_bytes(data, kind="text").text
        from_memory = plain.from_text(repair_mojibake(text)[0]).text
    except (UnicodeEncodeError, InputError):
        return
    assert from_bytes == from_memory


def test_lone_surrogates_in_a_string_are_replaced() -> None:
    """Half a surrogate pair cannot be written later, so it does not get in."""
    assert read.from_text("a\ud800b\0c").text == "a\ufffdb\ufffdc"


def test_a_few_broken_bytes_are_replaced_with_a_note() -> None:
    """Mostly valid UTF-8 stays UTF-8; the user is told of what was broken."""
    document = read.from_bytes("Düne, Möwe, Föhr ".encode() + b"\xc3 und Amrum", "a.txt")
    assert document.encoding == "utf-8"
    assert document.text == "Düne, Möwe, Föhr \ufffd und Amrum"
    assert document.notes == ("1 place not valid utf-8, shown as \ufffd",)


def test_utf8_cut_within_its_last_character_is_utf8() -> None:
    """A file cut by size does not fall back to another encoding."""
    document = read.from_bytes("Wir sahen das Café".encode()[:-1], "a.txt")
    assert document.text == "Wir sahen das Caf\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"\x7fELF\2\1\1\0\0\0\0\0",
        b"\0\0\1",
        bytes(range(256)) * 20,
        b"PK\3\4\x14\0\x08\0\x08\0" + b"\xab\xcd\x01" * 50,
    ],
)
def test_binary_data_are_refused(data: bytes) -> None:
    """What is not text is an input error of one line, whatever its suffix."""
    refused = r"^x\.txt: (looks like a binary file$|is a p|a damaged file)"
    with pytest.raises(InputError, match=refused):
        read.from_bytes(data, "x.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\u2028 \n".encode("utf-16")])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    """An input without a character to read is called empty."""
    with pytest.raises(InputError, match=r"^a\.txt: empty$"):
        read.from_bytes(data, "a.txt")


def test_standard_input_is_named_in_messages() -> None:
    """The dash is a name for programs; people read "standard input"."""
    with pytest.raises(InputError, match=r"^standard input: empty$"):
        read.from_bytes(b"")
    assert read.from_bytes(b"Rain fell.").name == "-"


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    """A missing file, a folder and a name that cannot be are one-line input errors."""
    with pytest.raises(InputError, match=r"a\.txt: no such file$"):
        read.from_path(tmp_path / "a.txt")
    with pytest.raises(InputError, match="is a folder; use `newsclean batch`"):
        read.from_path(tmp_path)
    with pytest.raises(InputError, match="null"):
        read.from_path("a\0b")


def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    """A file that must not be read is told from one that is not there."""
    path = tmp_path / "secret.txt"
    path.write_text("Rain fell.")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        with pytest.raises(InputError, match="no permission to read it"):
            read.from_path(path)


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    """A compressed file is read as what is in it; a broken one is an input error."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"Rain fell."))
    assert read.from_path(path).text == "Rain fell."
    with pytest.raises(InputError, match="broken compressed data"):
        read.from_bytes(gzip.compress(b"Rain fell.")[:-9], "a.gz")


def test_a_gzip_bomb_does_not_fill_the_memory() -> None:
    """Unpacking stops at the limit of a document."""
    with pytest.raises(InputError, match="when unpacked"):
        read.from_bytes(gzip.compress(bytes(100_000)), "a.gz", max_bytes=1000)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<!doctype html><p>Rain fell on Tuesday.", "-", "html"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: Rain\n\nIt rained.", "-", "email"),
        (b"From: the harbour, with love.\nNote: it rained.\n\nMore.", "-", "text"),
        (b"Note: rain.\nA line that is no header at all\n\nMore.", "-", "text"),
        (b"# Rain\n\nIt rained.", "a.md", "markdown"),
        (b"# Rain\n\nIt rained.", "a.txt", "text"),
        (b"# Rain\n\n[a](https://a.example/x) [b](https://b.example/y)", "-", "markdown"),
        (b"1 < 2 and 3 > 2, said the teacher.", "a.html", "text"),
        (b"Rain fell.", "a.eml", "text"),
    ],
)
def test_the_kind_is_told_by_content(data: bytes, name: str, kind: str) -> None:
    """What an input is does not depend on its suffix, but for Markdown."""
    assert read.from_bytes(data, name).kind == kind


def test_the_kind_asked_for_wins() -> None:
    """`kind` overrides what the content looks like; an unknown one suggests the nearest."""
    data = b"<!doctype html><p>Rain fell."
    assert read.from_bytes(data, kind="text").text == data.decode()
    with pytest.raises(UsageError, match="did you mean 'html'"):
        read.from_bytes(data, kind="htm")


def test_html_in_a_string_is_recognised() -> None:
    """A page handed over as a string is read as the page, not as its source."""
    assert read.from_text("<!doctype html><p>Rain fell in Köln.").text == "Rain fell in Köln."


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"],
)
@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">'])
def test_copies_of_a_page_read_the_same_whatever_they_declare(codec: str, declared: str) -> None:
    """A page saved in another encoding than it says is read in the one it is in."""
    page = f"<!doctype html><html><head>{declared}</head><body><p>Grüße aus Köln – für alle."
    document = read.from_bytes(page.encode(codec), "a.html")
    assert (document.kind, document.text) == ("html", "Grüße aus Köln – für alle.")


@pytest.mark.parametrize(
    "label",
    ["hex", "base64", "zlib", "rot13", "idna", "punycode", "undefined", "unicode_escape", "mbcs"],
)
@pytest.mark.parametrize("body", ["Grüße aus Köln".encode("cp1252"), "żółw".encode()])
def test_a_page_cannot_name_a_codec_that_codes_no_text(label: str, body: bytes) -> None:
    """A page that calls itself base64 is read as if it called itself nothing."""
    page = b'<!doctype html><html><head><meta charset="%s"></head><body><p>' % label.encode()
    mail = b"From: a@b.example\nSubject: x\nContent-Type: text/html; charset=%s\n\n" % (
        label.encode()
    )
    plain = read.from_bytes(page.replace(label.encode(), b"") + body, "a.html").text
    assert read.from_bytes(page + body, "a.html").text == plain
    assert read.from_bytes(mail + page + body, "a.eml").text == plain
    with pytest.raises(UsageError):
        read.from_bytes(body, "a.txt", encoding=label)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"),
        (" Windows-1251 ", "cp1251"),
        ("ks_c_5601-1987", "cp949"),
        ("x-sjis", "cp932"),
        ("iso-8859-8-i", "iso8859-8"),
    ],
)
def test_a_page_may_use_any_label_of_the_web(label: str, codec: str) -> None:
    """The labels of the WHATWG Encoding Standard are read as browsers read them."""
    text = {"cp1251": "Мэр сказал: «нет»", "cp949": "시장이 말했다", "cp932": "市長は言った"}
    told = text.get(codec, "שלום" if codec == "iso8859-8" else "Grüße – aus Köln")
    page = f'<!doctype html><html><head><meta charset="{label}"></head><body><p>{told}</p>'
    assert read.from_bytes(page.encode(codec), "a.html").text == told


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("iso2022_jp", "東京都は九日、新しい公園を開くと発表した。市民は喜んでいる。"),
        ("iso2022_kr", "서울시는 9일 새로운 공원을 연다고 발표했다. 시민들은 기뻐하고 있다."),
    ],
)
def test_encodings_in_seven_bits_are_told_by_their_escapes(codec: str, text: str) -> None:
    """What is valid UTF-8 byte for byte and no text is read in the encoding it is in."""
    document = read.from_bytes(text.encode(codec), "a.txt")
    assert (document.text, document.encoding) == (text, codec)


@pytest.mark.parametrize("damage", [b"\xff", b"\xc3(", b"\xe2\x82"])
def test_damaged_utf8_is_not_taken_for_text_of_dos(damage: bytes) -> None:
    """Its letters are repaired as before, whatever stands between them."""
    data = ("Café Zoë. " * 2).encode() + damage * 9 + " « Était-ce là ? »".encode()
    assert "Café Zoë" in read.from_bytes(data, "a.txt").text
