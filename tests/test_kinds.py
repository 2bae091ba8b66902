"""Every kind of file that an article comes in is read, whole and cut, or refused by its name."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import plistlib
import random
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from compound import message
from conftest import Run
from newsclean import pipeline
from newsclean.document import Article, Document
from newsclean.errors import InputError, NewscleanError, UsageError
from newsclean.sources import collections, read

FILES = Path(__file__).parent / "cases" / "files"
TITLE = "Café owners win right to the pavement"
LEAD = (
    "The city council voted on Thursday to let cafés keep their tables on the pavement all year, "
    "ending a dispute that has filled the letters page of this newspaper since the first heated "
    "lamp appeared outside a bakery."
)
QUOTE = "“We have been selling coffee to people in coats for eleven winters,” said Anaïs Delacroix."
LAST = "The first licences, at €12 a table, will be given out on 1 May, the council said."
PARAGRAPHS = (LEAD, QUOTE, LAST)
TEXT = "\n\n".join([TITLE, "By Zoë Brückner", *PARAGRAPHS]) + "\n"
PAGE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>" + "".join(
    f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS
)


def documents(data: bytes, name: str) -> Iterator[Document]:
    """The documents in a file, however many it holds."""
    records = collections.of_bytes(data, name)
    if records is None:
        yield read.from_bytes(data, name)
    else:
        yield from map(read.from_record, records)


def article(data: bytes, name: str = "a") -> Article:
    """The first article in a file."""
    return pipeline.clean_document(next(documents(data, name)))


def zipped(files: dict[str, str | bytes], *, first: str = "") -> bytes:
    """A zip archive, always of the same bytes: they are names of tests, too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            how = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def odt() -> bytes:
    """An OpenDocument text: a heading, paragraphs, a list, a comment."""
    body = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}office:1.0" '
        f'xmlns:text="{office}text:1.0"><office:body><office:text>'
        f'<text:h text:outline-level="1">{TITLE}</text:h>{body}'
        "<text:list><text:list-item><text:p>Prams first</text:p></text:list-item></text:list>"
        "<text:p><office:annotation><text:p>Check this!</text:p></office:annotation></text:p>"
        "</office:text></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mime, "content.xml": content}, first="mimetype")


def outlook() -> bytes:
    """An Outlook message with an HTML body that is stored in sectors of its own."""
    sent = 116_444_736_000_000_000 + 1_775_109_600 * 10_000_000
    properties = b"\0" * 32 + struct.pack("<IIQ", 0x00390040, 6, sent)
    page = PAGE + f"<!-- {'x' * 5000} -->"
    return message(
        {
            "__substg1.0_0037001F": f"Fwd: {TITLE}".encode("utf-16-le"),
            "__substg1.0_0C1A001F": "Zoë Brückner".encode("utf-16-le"),
            "__substg1.0_1000001F": TEXT.encode("utf-16-le"),
            "__substg1.0_10130102": page.encode(),
            "__properties_version1.0": properties,
        }
    )


def table(delimiter: str = ",") -> bytes:
    """A table with a column of texts."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["id", "Headline", "Author", "Date", "Text"])
    writer.writerow([1, TITLE, "Zoë Brückner", "2026-04-02", "\n\n".join(PARAGRAPHS)])
    writer.writerow([2, "Ferry", "Agnes Farrow", "2026-04-03", "\n\n".join(PARAGRAPHS)])
    return out.getvalue().encode()


SAVED = {
    "WebResourceData": PAGE.encode(),
    "WebResourceMIMEType": "text/html",
    "WebResourceURL": "https://e.example/588",
}
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    "<title>Sound Courier</title><entry>"
    f"<title>{TITLE}</title><author><name>Zoë Brückner</name></author>"
    '<link href="https://e.example/588"/><published>2026-04-02T08:00:00Z</published>'
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</div></content></entry></feed>"
)
ITEM = {"title": TITLE, "authors": [{"name": "Zoë Brückner"}], "date_published": "2026-04-02"}
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Sound Courier",
    "items": [ITEM | {"content_html": "".join(f"<p>{p}</p>" for p in PARAGRAPHS)}],
}
ARRAY = [{"title": TITLE, "author": "Zoë Brückner", "text": "\n\n".join(PARAGRAPHS)}, {"n": 1}]


def made() -> dict[str, bytes]:
    """A file of every kind that is made here."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        info = tarfile.TarInfo("news/cafe.html")
        info.size = len(PAGE.encode())
        archive.addfile(info, io.BytesIO(PAGE.encode()))
    return {
        "a.odt": odt(),
        "a.msg": outlook(),
        "a.csv": table(),
        "a.tsv": table("\t"),
        "semicolons.csv": table(";"),
        "a.atom": ATOM.encode(),
        "feed.json": json.dumps(JSON_FEED, indent=1).encode(),
        "array.json": json.dumps(ARRAY).encode(),
        "a.zip": zipped({"cafe.html": PAGE, "logo.png": b"\x89PNG"}),
        "a.tar": tar.getvalue(),
        "a.tar.gz": gzip.compress(tar.getvalue()),
        "a.html.bz2": bz2.compress(PAGE.encode()),
        "a.html.xz": lzma.compress(PAGE.encode()),
        "comments.html": (f"<!-- {'-' * 70_000} -->\n<meta charset=utf-8>" + PAGE).encode(),
        "a.webarchive": plistlib.dumps({"WebMainResource": SAVED}, fmt=plistlib.FMT_BINARY),
        "scripts.html": ("<script>if (a < b) { c(); }</script>\n" * 3 + PAGE).encode(),
    }


NAMES = (
    *("rtf-as-text.rtf", "epub.epub", "word.docx", "rss-feed.rss"),
    "forward-as-attachment.eml",
)
ALL = {**{name: (FILES / name).read_bytes() for name in NAMES}, **made()}


@pytest.mark.parametrize("name", ALL)
def test_every_kind_is_read(name: str) -> None:
    """Headline and lead come out of each kind, without any of its mark-up."""
    found = article(ALL[name], name)
    assert found.metadata.title
    assert found.metadata.title.value == TITLE
    assert "The city council voted on Thursday to let cafés keep their tables" in found.text
    assert TITLE not in found.text
    assert not {"<p>", "\\par", "]]>", "PK\x03", "-->"} & set(found.text.split())


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_file_is_read_or_refused(name: str, share: float) -> None:
    """A file that was cut gives words of the article or one line of error, never its code."""
    data = ALL[name][: int(len(ALL[name]) * share)]
    try:
        found = [pipeline.clean_document(document) for document in documents(data, name)]
    except NewscleanError:
        return
    for each in found:
        for code in ("\\par", "PK\x03\x04", "]]>", "<w:", "bplist"):
            assert code not in each.text


@pytest.mark.parametrize("name", ["vtt-captions.vtt", "srt-captions.srt"])
def test_captions_are_joined_to_prose(name: str) -> None:
    """No time and no number of a cue is left, and sentences go on over cues."""
    found = article((FILES / name).read_bytes(), name)
    assert "A ferry has run aground off Kelso with eighty people on board." in found.text
    assert "-->" not in found.text
    assert "00:" not in found.text
    assert found.metadata.title is None
    assert not found.removals


def test_captions_keep_who_speaks() -> None:
    """Voice tags and names before a colon begin a paragraph; lines that roll are told once."""
    data = (
        "WEBVTT\n\n1\n00:00.000 --> 00:02.000\n<v Dina Marsh>The ferry left at four.\n\n"
        "00:02.000 --> 00:04.000\n<v Dina Marsh>It was foggy.\n\n"
        "00:04.000 --> 00:06.000\n<v Paul Ride>And then?\n\n"
        "00:06.000 --> 00:08.000\nAnd then?\n<c.yellow>It ran aground.</c>\n"
    )
    lines = read.from_bytes(data.encode(), "a.vtt").text.split("\n\n")
    assert lines == [
        "Dina Marsh: The ferry left at four. It was foggy.",
        "Paul Ride: And then? It ran aground.",
    ]


def test_a_member_of_an_archive_without_a_name_is_read() -> None:
    """Its name may be damaged and it is no folder; the others are read beside it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Rain fell in the valley.")
        nameless = zipfile.ZipInfo("b.txt")
        nameless.filename = ""
        archive.writestr(nameless, "Snow fell on the hill.")
    texts = [document.text for document in documents(out.getvalue(), "a.zip")]
    assert texts == ["Rain fell in the valley.", "Snow fell on the hill."]


def test_feeds_give_an_item_each_with_its_fields() -> None:
    """Title, author, date, link, site and language of every item; none has another's text."""
    cafe, ferry = documents((FILES / "rss-feed.rss").read_bytes(), "news.rss")
    assert (cafe.name, ferry.name) == ("news.rss#1", "news.rss#2")
    stated = ferry.metadata
    assert stated.title
    assert stated.byline
    assert stated.date
    assert stated.url
    assert stated.site
    assert stated.title.value == "Ferry runs aground off Kelso"
    assert stated.byline.value == "Zoë Brückner"
    assert stated.date.value.startswith("2026-04-03")
    assert stated.url.value == "https://e.example/968"
    assert stated.site.value == "Sound Courier"
    assert "Café" not in ferry.text
    cleaned = pipeline.clean_document(ferry).metadata
    assert cleaned.byline
    assert cleaned.byline.value == "Zoë Brückner"


def test_a_message_that_is_passed_on_is_the_article() -> None:
    """Sender, subject and date are those of the attached message; the preheader is hidden.

    Its sender is an outlet, which is a credit and no author.
    """
    found = article((FILES / "forward-as-attachment.eml").read_bytes(), "a.eml")
    metadata = found.metadata
    assert metadata.title
    assert metadata.credit
    assert metadata.date
    assert (metadata.title.value, metadata.credit.value) == (TITLE, "Sound Courier")
    assert metadata.byline is None
    assert metadata.date.value.startswith("2026-04-02")
    assert "Tables may stay all year" not in found.text


def test_an_outlook_message_has_its_sender_and_date() -> None:
    """Subject without "Fwd:", the sender's name, the day it was sent."""
    document = read.from_bytes(outlook(), "a.msg")
    metadata = document.metadata
    assert metadata.title
    assert metadata.byline
    assert metadata.date
    assert (metadata.title.value, metadata.byline.value) == (TITLE, "Zoë Brückner")
    assert metadata.date.value.startswith("2026-04-02")
    assert document.kind == "email"


def test_documents_have_headings_and_lists_and_no_comments() -> None:
    """Styles give the kind of a paragraph; what reviewers noted is no text."""
    found = article(odt(), "a.odt")
    assert found.metadata.title
    assert found.metadata.title.origin
    assert "Check this!" not in found.text


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (rb"\ansicpg1251\'cc\'ee\'f1\'ea\'e2\'e0", "Москва"),
        (rb"{\fonttbl{\f1\fcharset238 Arial;}}\f1\'a3\'f3d\'9f", "Łódź"),
        (rb"{\fonttbl{\f1\fcharset128 MS;}}\f1\'93\'8c\'8b\'9e", "東京"),
        (rb"\uc1\u1052?\u1086?\u1089?\u1082?\u1074?\u1072?", "Москва"),
        (rb"{\uc2\u26481\'93\'8c\u20140\'8b\'9e}", "東京"),
        (rb"{\*\generator Word;}{\header Top}{\footnote x}Rain\line fell", "Rain\nfell"),
        (rb"\uc1Rain \u-10179?\u-8704? fell", "Rain \U0001f600 fell"),
        (rb"Rain {\v unseen }fell", "Rain fell"),
    ],
)
def test_rich_text_in_any_alphabet(codes: bytes, text: str) -> None:
    """Code pages of fonts, Unicode words with their fallback, groups that are no text."""
    data = b"{\\rtf1\\ansi " + codes + b"\\par}"
    assert read.from_bytes(data, "a.rtf").text == text


def test_tables_name_their_columns(tmp_path: Path) -> None:
    """Columns of known names are fields; --text-column names another one for the text."""
    path = tmp_path / "news.csv"
    path.write_bytes(table())
    first, second = map(read.from_record, collections.records(path))
    assert first.metadata.byline
    assert first.metadata.byline.value == "Zoë Brückner"
    assert second.metadata.date
    assert second.metadata.date.value == "2026-04-03"
    path.write_text(f"nr,beitrag\n1,{LAST.replace(',', '')}\n", encoding="utf-8")
    with pytest.raises(InputError, match="name it with --text-column; there are nr, beitrag"):
        list(collections.records(path))
    (only,) = collections.records(path, "beitrag")
    assert read.from_record(only).text.startswith("The first licences")
    with pytest.raises(UsageError, match="no column is called 'texte'"):
        list(collections.records(path, "texte"))


def test_archives_are_collections_with_safe_names(tmp_path: Path) -> None:
    """Each member is an article; collections in it are opened; no name leads out of a folder."""
    inner = zipped({"deep.txt": TEXT})
    data = zipped(
        {
            "../../up.txt": TEXT,
            "/root/page.html": PAGE,
            "news.jsonl": json.dumps({"text": LEAD}) + "\n" + json.dumps({"text": LAST}),
            "inner.zip": inner,
            "__MACOSX/._page.html": "x",
            "photo.jpg": b"\xff\xd8\xff",
        }
    )
    path = tmp_path / "news.zip"
    path.write_bytes(data)
    names = [record.name.removeprefix(f"{path}#") for record in collections.records(path)]
    assert names == [
        *("up.txt", "root/page.html", "news.jsonl#1", "news.jsonl#2", "inner.zip#deep.txt"),
    ]


def test_bombs_are_refused(tmp_path: Path) -> None:
    """A member that unpacks to hundreds of times its size is not unpacked."""
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"a.txt": TEXT, "zeros.txt": b"0" * 30_000_000}))
    first, second = collections.records(path)
    assert not first.error
    assert "hundreds of times" in second.error
    entities = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa">]><rss><item/></rss>'
    with pytest.raises(InputError, match="declares entities"):
        list(collections.of_bytes(entities.encode(), "a.rss") or ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", r"a picture \(PNG\); run text recognition"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", r"a picture \(JPEG\)"),
        (b"ID3\x04\0\0", r"sound or film file \(MP3\); make a transcript"),
        (b"\0\0\0\x20ftypisom\0\0", r"sound or film file \(MP4\)"),
        (b"RIFF\0\0\0\0WAVEfmt ", r"sound or film file \(WAV\)"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", r"not read \(7z\); unpack it"),
        (b"SQLite format 3\0\x10", r"a database \(SQLite\); export"),
        (b"PK\x03\x04broken", "a damaged file"),
        (zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "spreadsheet; save the"),
        (zipped({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "presentation; save"),
        (message({"WordDocument": b"x"}), r"Word file of the old kind \(\.doc\); save it as DOCX"),
        (message({"Workbook": b"x"}), r"spreadsheet \(\.xls\); save the table as CSV"),
        (message({"EncryptedPackage": b"x"}), "needs a password"),
        (
            b'<?xml version="1.0"?>\n<!-- x -->\n<svg width="9"><text>A line.</text></svg>',
            "SVG",
        ),
    ],
)
def test_what_is_not_read_is_named(data: bytes, said: str) -> None:
    """Pictures, sounds, spreadsheets, old and damaged files are refused with what to do."""
    with pytest.raises(InputError, match=said):
        list(documents(data, "a.bin"))


def test_kinds_lists_what_is_read(run: Run) -> None:
    """`newsclean kinds` names every kind that --from takes, the collections and the extras."""
    done = run("kinds")
    assert done.returncode == 0
    said = done.stdout.decode()
    assert all(f"\n{kind} " in f"\n{said}" for kind in read.KINDS)
    assert all(word in said for word in ("Nexis", "EPUB", "newsclean[pdf]", "--text-column"))


def test_a_folder_with_a_file_of_every_kind(run: Run, tmp_path: Path) -> None:
    """A batch over all kinds gives JSON of each; stems that clash keep their suffix."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in ALL.items():
        (folder / name).write_bytes(data)
    (folder / "logo.svg").write_text("<svg/>")
    done = run("batch", "in", "-o", "out")
    assert done.returncode in (0, 1), done.stderr
    lines = done.stderr.decode().splitlines()
    assert "passed over: 1 file that holds no text (1 .svg)" in lines[0]
    written = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.json")
    }
    assert {"a.odt.json", "a.msg.json", "a.csv/1.json", "a.zip/cafe.html.json"} <= written
    records = [json.loads((tmp_path / "out" / name).read_text()) for name in written]
    assert sum(record["title"] == TITLE for record in records) >= len(ALL) - 1
    assert run("batch", "in", "-o", "out").stderr.decode().splitlines()[-1].count("done already")


def test_an_empty_list_of_names_is_no_error(run: Run) -> None:
    """`find` that finds nothing leaves nothing to do."""
    done = run("batch", "-", "-o", "out", stdin=b"")
    assert done.returncode == 0
    assert done.stderr == b"newsclean: no names on standard input, nothing to do\n" or (
        b"nothing to do" in done.stderr
    )


def test_damaged_files_never_raise_anything_else() -> None:
    """Bytes changed, cut out and doubled in files of every kind: words or one line of error."""
    chance = random.Random(7)
    exports = Path(__file__).parent / "cases" / "exports"
    files = ALL | {path.name: path.read_bytes() for path in sorted(exports.glob("*.*"))}
    for name, whole in files.items():
        for _ in range(12):
            data = bytearray(whole)
            for _ in range(chance.choice([1, 5, 40])):
                data[chance.randrange(len(data))] = chance.randrange(256)
            at = chance.randrange(len(data))
            data[at:at] = data[: chance.randrange(200)]
            try:
                assert all("\0" not in document.text for document in documents(bytes(data), name))
            except NewscleanError:
                continue


def book(*parts: str | None, listed: str = "OPS/a.opf") -> bytes:
    """An EPUB of these parts in their order; one that is None is listed and not there."""
    names = [f"c{number} one.xhtml" for number in range(len(parts))]
    manifest = "".join(
        f'<item id="i{number}" href="{name.replace(" ", "%20")}"/>'
        for number, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(parts)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Essays</dc:title>'
        "<dc:creator>Ann Lee</dc:creator><dc:language>en-GB</dc:language></metadata>"
        f'<manifest>{manifest}<item id="n" properties="nav" href="nav.xhtml"/></manifest>'
        f'<spine><itemref idref="n"/>{spine}<itemref idref="i0" linear="no"/>'
        '<itemref idref="unknown"/></spine></package>'
    )
    container = f'<container><rootfiles><rootfile full-path="{listed}"/></rootfiles></container>'
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OPS/a.opf": package,
    }
    for name, part in zip(names, parts, strict=True):
        if part is not None:
            files[f"OPS/{name}"] = part
    return zipped(files, first="mimetype")


def test_a_book_is_its_chapters_in_their_order() -> None:
    """No table of contents, no short part; a missing chapter is said, and the others go on."""
    data = book(
        PAGE, "<html><body><p>Part one</p></body></html>", None, PAGE.replace("Café", "Tea")
    )
    first, missing, last = collections.of_bytes(data, "a.epub") or ()
    assert (first.name, missing.name, last.name) == ("a.epub#1", "a.epub#2", "a.epub#3")
    assert first.metadata.title
    assert first.metadata.title.value == TITLE
    assert last.metadata.title
    assert last.metadata.title.value == TITLE.replace("Café", "Tea")
    assert "c2 one.xhtml" in missing.error
    assert not missing.data
    article = pipeline.clean_document(read.from_record(first))
    assert article.metadata.byline
    assert (article.metadata.byline.value, article.language) == ("Ann Lee", "en")


def test_the_author_of_a_chapter_before_that_of_the_book() -> None:
    """Who made the book is the author of what names nobody."""
    signed = PAGE.replace("</h1>", "</h1><p>By Nora Felding</p><p>3 March 2026</p>", 1)
    found = collections.of_bytes(book(signed, PAGE), "a.epub") or ()
    authors = [pipeline.clean_document(read.from_record(each)).byline for each in found]
    assert authors == ["Nora Felding", "Ann Lee"]


def test_a_book_without_the_list_of_its_parts_is_refused() -> None:
    """One line says what is not there."""
    with pytest.raises(InputError, match=r"a\.epub.*none\.opf"):
        list(collections.of_bytes(book(PAGE, listed="OPS/none.opf"), "a.epub") or ())
    with pytest.raises(InputError, match=r"a\.epub"):
        read.from_bytes(book(), "a.epub")


def test_members_that_cannot_be_opened_are_lines_of_their_own(tmp_path: Path) -> None:
    """A damaged member, one with a password, two of one name: the rest of the archive is read."""
    path = tmp_path / "news.zip"
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT * 3, "A.txt": TEXT, "c.txt": LAST}))
    at = data.index(b"b.txt") + 40
    data[at : at + 8] = b"\xff" * 8
    locked = data.rindex(b"c.txt") - 46 + 8
    data[locked] |= 1
    path.write_bytes(data)
    found = {
        record.name.removeprefix(f"{path}#"): record.error for record in collections.records(path)
    }
    assert found == {"a.txt": "", "b.txt": "damaged", "A.txt~2": "", "c.txt": "needs a password"}
    (tmp_path / "empty.zip").write_bytes(zipped({"photo.jpg": b"x"}))
    with pytest.raises(InputError, match="nothing in it that is read"):
        list(collections.records(tmp_path / "empty.zip"))


def test_a_damaged_tar_is_one_line(tmp_path: Path) -> None:
    """Cut or overwritten in its middle: what is before comes out, then a line of error."""
    path = tmp_path / "news.tar"
    whole = made()["a.tar"]
    path.write_bytes(whole[: len(PAGE) // 2])
    with pytest.raises(InputError, match="damaged archive"):
        list(collections.records(path))


@pytest.mark.parametrize(
    ("place", "value"), [(30, 0), (30, 6), (30, 17), (30, 65_535), (32, 3), (32, 11), (32, 65_535)]
)
def test_an_outlook_message_with_sectors_of_no_such_size_is_damaged(place: int, value: int) -> None:
    """Sectors of a compound file have 128 bytes to 64 kB, its small ones 16 to 1,024."""
    data = bytearray(outlook())
    struct.pack_into("<H", data, place, value)
    with pytest.raises(InputError, match="damaged Outlook"):
        next(documents(bytes(data), "a.msg"))


@pytest.mark.parametrize("packed", ["zip", "tar"])
def test_what_systems_add_to_an_archive_is_no_article(packed: str) -> None:
    """Hidden files, a Mac's copies of them and folders of both are passed over; "../" is no dot."""
    names = (".hidden.txt", "._cafe.txt", ".git/a.txt", "__MACOSX/a.txt", "in/__MACOSX/b.txt")
    kept = ("cafe.txt", "in/tea.txt", "./here.txt")
    files = {name: f"The text of {name} is here." for name in (*names, *kept)}
    data = zipped(dict(files))
    if packed == "tar":
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name, text in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(text)
                archive.addfile(info, io.BytesIO(text.encode()))
        data = out.getvalue()
    found = {document.text for document in documents(data, f"a.{packed}")}
    assert found == {files[name] for name in kept}
