"""Damaged files and strange text for every reader and stage, made from a seed.

What is started from: the samples, the cases, and a small file of each kind. A file is changed at
random: bits, pieces cut, doubled or moved, pieces of other files, and tokens that formats care for.
"""

from __future__ import annotations

import gzip
import json
import random
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from newsclean.document import Digest, Paragraph
from newsclean.output import render
from newsclean.plain import plain

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
TOKENS = (
    *(b"<", b">", b"<!--", b"-->", b"<p>", b"</div>", b"<script>", b"<![CDATA[", b"&#x110000;"),
    *(b"&#0;", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t", b"\x1b[31m", b"\x85"),
    *(b"<meta charset=hex>", b"<meta charset=utf-7>", b"<?xml version='1.0' encoding='idna'?>"),
    *(b"; charset*=utf-16''x", b"Content-Encoding: br\r\n", b"WARC/"),
    *(b"Content-Type: text/html; charset=zlib\n", b"Subject: =?x?q?=FF?=\n", b"From \n", b"--b\n"),
    *(b"%PDF-1.4", b"endobj", b"stream", b"PK\x03\x04", b"\x1f\x8b", b"WARC/1.0\r\n", b"{", b'"'),
    *(
        "“".encode(),
        "”".encode(),
        "«".encode(),
        "\u202e".encode(),
        "\ud800".encode("utf-8", "surrogatepass"),
    ),
    *(
        "市".encode(),
        "ก".encode(),
        "́".encode(),
        "😀".encode(),
        b"Mr. ",
        b"said ",
        b"By ",
        b"...",
        b"1. ",
    ),
    *(
        b"---\n",
        b"# ",
        b"[a](",
        b"![",
        b"> ",
        b"http://",
        b"@",
        b"<time datetime=9999-99-99>",
        b"2026-02-30",
    ),
)


def corpus() -> list[bytes]:
    """A file of each kind."""
    files = [path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.suffix != ".svg"]
    files += [path.read_bytes() for path in sorted((HERE / "cases").glob("*.txt"))]
    text = files[0].decode()
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = (
        "a@b.example",
        "Grüße",
        "Tue, 12 May 2026 12:00:00",
    )
    mail["To"] = "c@d.example"
    mail.set_content(text)
    mail.add_alternative(f"<html><body><p>{text}</p></body></html>", subtype="html")
    files.append(mail.as_bytes())
    files.append(f"---\ntitle: Rain\n---\n# Rain\n\n{text}\n\n[a](http://b.example)".encode())
    files.append(text.encode("utf-16"))
    files.append(text.encode("cp1251", "replace"))
    files.append(gzip.compress(text.encode(), mtime=0))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        paragraphs = "".join(
            f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n")
        )
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        body = f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        archive.writestr(zipfile.ZipInfo("word/document.xml"), body)
    files.append(packed.getvalue())
    files.append(("{\\rtf1\\ansi " + text.replace("\n", "\\par ") + "}").encode("ascii", "replace"))
    files.append(b"1\n00:00:01,000 --> 00:00:02,000\nRain fell.\n\n" * 20)
    files.append(
        b"<?xml version='1.0'?><rss><channel><item><title>a</title></item></channel></rss>"
    )
    files.append(json.dumps({"text": text}).encode() + b"\n")
    return files


def mutate(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """A damaged copy of a file."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(changed) + 1)
        size = chance.choice((1, 2, 8, 64, 1024))
        kind = chance.randrange(7)
        if kind == 0 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[at : at + size]
        elif kind == 2:
            changed[at:at] = changed[at : at + size] * chance.choice((1, 2, 30))
        elif kind == 3:
            changed[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 2, 50))
        elif kind == 4:
            changed[at:at] = chance.randbytes(chance.choice((1, 4, 16)))
        elif kind == 5:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            changed[at : at + size] = other[start : start + size]
        else:
            del changed[at:]
    return bytes(changed[:60_000])


def check(digest: Digest) -> None:
    """What holds for every digest: spans point at their text, and nothing of the input is lost."""
    text = digest.document.text
    article = digest.article
    lost = bytearray(not character.isspace() for character in text)
    for part in (*article.paragraphs, *article.removals):
        given = text[part.start : part.end]
        given = plain(given) if isinstance(part, Paragraph) else given
        assert "".join(given.split()) == "".join(part.text.split())
        lost[part.start : part.end] = bytes(part.end - part.start)
    assert not any(lost), "characters of the input are neither kept nor removed"
    for quote in digest.quotes:
        assert 0 <= quote.start <= quote.end
    for sentence in digest.sentences:
        assert 0 <= sentence.start <= sentence.end
    for form in ("json", "text", "markdown", "html"):
        render(digest, form).encode("utf-8", "backslashreplace")


def text(chance: random.Random) -> str:
    """Text of words, marks and characters that stages look at, in no order."""
    pieces = [token.decode("utf-8", "replace") for token in TOKENS]
    words = [
        "Ann Lee",
        "the council",
        "he",
        "said",
        "Rain fell.",
        "“We are glad,”",
        "\n",
        "\n\n",
        " ",
    ]
    return "".join(
        chance.choice(words + words + pieces) + " " for _ in range(chance.randrange(1, 80))
    )
