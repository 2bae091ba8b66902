"""E-mail newsletters and saved pages become documents with their headers as metadata."""

from __future__ import annotations

import base64
import quopri

import pytest

import newsclean
from newsclean.errors import InputError
from newsclean.output import parts
from newsclean.sources import read
from newsclean.sources.mail import unflow

HEADERS = (
    "From: =?utf-8?q?The_Harbour_Letter?= <news@harbour.example>\r\n"
    "To: reader@home.example\r\n"
    "Subject: =?utf-8?q?Fwd=3A_The_quay_reopens_=E2=80=93_at_last?=\r\n"
    "Date: Mon, 02 Mar 2026 08:00:00 +0100\r\n"
    "List-Id: Harbour weekly <weekly.harbour.example>\r\n"
    "Content-Language: en-GB\r\n"
    "MIME-Version: 1.0\r\n"
)
PLAIN = "The quay reopens – at last, said Ms Müller.\nShe smiled."
PAGE = "<html><body><h1>The quay</h1><p>“At last,” said Ms Müller.</p></body></html>"


def part(kind: str, body: str, codec: str = "utf-8", coding: str = "quoted-printable") -> bytes:
    data = body.encode(codec)
    coded = quopri.encodestring(data) if coding == "quoted-printable" else base64.b64encode(data)
    head = f"Content-Type: {kind}; charset={codec}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return head.encode() + coded + b"\r\n"


def message(*parts: bytes, kind: str = "alternative", headers: str = HEADERS) -> bytes:
    if len(parts) == 1:
        return headers.encode() + parts[0]
    head = f"{headers}Content-Type: multipart/{kind}; boundary=edge\r\n\r\n".encode()
    return head + b"".join(b"--edge\r\n" + each for each in parts) + b"--edge--\r\n"


def test_headers_become_metadata() -> None:
    """Subject, sender, date, list and language are read, decoded, and say where they stood."""
    known = read.from_bytes(message(part("text/plain", PLAIN)), "a.eml").metadata
    assert known.title
    assert (known.title.value, known.title.origin) == (
        "The quay reopens – at last",
        "header:Subject",
    )
    assert known.byline
    assert known.byline.value == "The Harbour Letter"
    assert known.date
    assert known.date.value == "2026-03-02T08:00:00+01:00"
    assert known.site
    assert known.site.value == "Harbour weekly"
    assert known.language
    assert known.language.value == "en"


def test_a_sender_without_a_name_is_an_address() -> None:
    """Where the From header has an address only, that is who sent it."""
    for sender in ("news@harbour.example", "<news@harbour.example>"):
        headers = f"From: {sender}\r\nTo: reader@home.example\r\nMIME-Version: 1.0\r\n"
        known = read.from_bytes(message(part("text/plain", PLAIN), headers=headers)).metadata
        assert known.byline
        assert known.byline.value == "news@harbour.example"


@pytest.mark.parametrize("subject", ["[harbour] {}", "Re: [harbour] {}", "[ext] Fwd: [harbour] {}"])
def test_a_lists_tag_is_not_the_title(subject: str) -> None:
    """What a list or a mail server puts in brackets before the subject goes."""
    title = "The quay reopens"
    data = f"From: a@b.example\nSubject: {subject.format(title)}\nDate: x\n\nText.".encode()
    known = read.from_bytes(data, "a.eml").metadata
    assert known.title
    assert known.title.value == title


def test_the_day_is_shown_and_the_time_kept() -> None:
    """What is shown of a mail's date is the day, as for pages; the record keeps the time."""
    digest = newsclean.digest(message(part("text/plain", PLAIN)), clean=False)
    assert "2026-03-02" in parts.facts(digest)
    assert digest.article.metadata.date
    assert digest.article.metadata.date.value == "2026-03-02T08:00:00+01:00"


def test_the_html_part_is_preferred() -> None:
    """Of a newsletter in two forms the HTML one is read, as it has the structure."""
    data = message(part("text/plain", PLAIN), part("text/html", PAGE, coding="base64"))
    document = read.from_bytes(data, "a.eml")
    assert document.kind == "email"
    assert document.text == "The quay\n“At last,” said Ms Müller."
    assert document.tree


def test_an_empty_html_part_gives_way_to_the_plain_one() -> None:
    """An HTML part of pictures only is not chosen over text."""
    empty = part("text/html", "<html><body><img src='a.png'></body></html>")
    document = read.from_bytes(message(part("text/plain", PLAIN), empty), "a.eml")
    assert document.text.strip() == PLAIN


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "mac-roman"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
def test_parts_are_decoded(codec: str, coding: str) -> None:
    """Transfer encodings and declared character sets are undone."""
    data = message(part("text/plain", PLAIN, codec, coding))
    assert read.from_bytes(data, "a.eml").text.strip() == PLAIN


def test_attachments_are_not_read() -> None:
    """An attached text file is not the letter."""
    attached = part("text/plain; name=notes.txt", "Minutes of the meeting.").replace(
        b"\r\n", b"\r\nContent-Disposition: attachment; filename=notes.txt\r\n", 1
    )
    data = message(attached, part("text/plain", PLAIN), kind="mixed")
    assert read.from_bytes(data, "a.eml").text.strip() == PLAIN


def test_flowed_text_is_joined() -> None:
    """Lines that RFC 3676 calls soft are one paragraph again; quotations and signatures stay."""
    flowed = "The quay \nreopens \nin May.\n\n> quoted \n> still\n-- \nAnn "
    assert unflow(flowed) == "The quay reopens in May.\n\n> quoted \n> still\n-- \nAnn "


def test_a_saved_page_is_html() -> None:
    """An MHTML file is read as the page that was saved, not as a letter from the browser."""
    headers = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/quay\r\n"
        "Subject: The quay\r\nDate: Mon, 02 Mar 2026 07:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    )
    data = message(
        part("text/html", PAGE), part("text/css", "p{}"), kind="related", headers=headers
    )
    document = read.from_bytes(data, "a.mhtml")
    assert document.kind == "html"
    assert document.metadata.url
    assert document.metadata.url.value == "https://harbour.example/quay"
    assert document.metadata.byline is None


@pytest.mark.parametrize(
    "broken",
    [
        HEADERS.replace("Mon, 02 Mar 2026 08:00:00 +0100", "the day before yesterday"),
        HEADERS.replace("=?utf-8?q?The_Harbour_Letter?=", "=?nope?q?=ZZ?= \udc80"),
        HEADERS.replace("Harbour weekly <", "<<<"),
    ],
)
def test_broken_headers_do_not_matter(broken: str) -> None:
    """A header that no standard allows is passed over; the letter is read."""
    data = broken.encode("utf-8", "surrogateescape") + part("text/plain", PLAIN)
    assert read.from_bytes(data, "a.eml").text.strip() == PLAIN


def test_a_letter_without_text_is_an_input_error() -> None:
    """A letter that only carries a picture has nothing to read."""
    data = HEADERS.encode() + b"Content-Type: image/png\r\n\r\n\x89PNG"
    with pytest.raises(InputError, match=r"^a\.eml: an e-mail without text$"):
        read.from_bytes(data, "a.eml")
