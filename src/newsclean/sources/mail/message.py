"""E-mail (RFC 5322, MIME) and saved pages (MHTML) -> `Document`.

The text is that of the HTML part, read by the HTML reader, or else of the plain part; headers
become metadata. Quoted history and signatures stay in the text: removing is cleaning's business.
"""

from __future__ import annotations

import email
import email.policy
import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError
from newsclean.patterns import lazy_regex
from newsclean.sources import text as plain
from newsclean.sources.encoding import codec, decode
from newsclean.sources.mail.subjects import without_reply
from newsclean.sources.record import Record

_TAGS = lazy_regex(rb"<[^<>]{0,2000}>")
_DEEPEST = 5
"""So many mails that pass on another one are opened."""
_ENVELOPE = lazy_regex(rb"\A\s*>?From [^\n]*\n")
_MAX_HEADER_CHARS = 4_000
"""Of a header's value; Python's reader takes time and memory that grow with its square."""
_MAX_HEADERS = 1_000
"""Of a part; mails that have passed many servers have a hundred."""
_MAX_PARTS = 10_000
"""Each takes Python's reader a tenth of a millisecond; a digest of a list has hundreds."""


class _Policy(email.policy.EmailPolicy):
    """Python's policy for mails, with an end to each header, and one for what it cannot parse."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_MAX_HEADER_CHARS]

    def header_fetch_parse(self, name: str, value: str) -> str:
        try:
            parsed: str = super().header_fetch_parse(name, value)
        except (RecursionError, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - it raises whatever the parts of a broken header cause
            return value.partition(";")[0].strip()
        return parsed


class _Message(EmailMessage):
    """A message with an end to its headers, of which the kind of its parts is parsed at once."""

    def set_raw(self, name: str, value: str) -> None:
        if name.lower() == "content-type":  # asked for with each part: it is parsed but once
            value = _POLICY.header_fetch_parse(name, value)
        if len(self) < _MAX_HEADERS:
            super().set_raw(name, value)


_POLICY: Any = _Policy()


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in an e-mail.

    Args:
        data: the message as it was stored.
        name: what to call it in messages.
        encoding: a codec name that is believed over the message's own; None believes the message.

    Raises:
        InputError: there is no text in the message.
    """
    message = _carried(_parse(data, name))
    saved = _header(message, "Snapshot-Content-Location")
    document = _body(message, name, encoding)
    if saved:
        own = document.metadata
        return replace(document, metadata=replace(own, url=own.url or saved))
    stated = _metadata(message)
    merged = {
        each.name: getattr(stated, each.name) or getattr(document.metadata, each.name)
        for each in fields(Metadata)
    }
    return replace(document, kind="email", metadata=Metadata(**merged))


def _parse(data: bytes, name: str) -> EmailMessage:
    """The message.

    Raises:
        InputError: it has too many parts, or they are nested so deep that Python's reader gives up.
    """
    numbers = itertools.count(1)

    def make(policy: Any = None) -> _Message:
        if next(numbers) > _MAX_PARTS:
            raise InputError(f"{name}: an e-mail of more than {_MAX_PARTS:,} parts")
        return _Message(policy)

    data = _ENVELOPE.sub(b"", data.removeprefix(b"\xef\xbb\xbf").lstrip(), count=1)
    try:
        return email.message_from_bytes(data, make, policy=_POLICY)
    except RecursionError:
        raise InputError(f"{name}: an e-mail whose parts are nested too deep") from None


def records(data: bytes, name: str) -> Iterator[Record]:
    """The mails that a mail only passes on, where they are several.

    Raises:
        InputError: it has too many parts, or they are nested too deep.
    """
    for number, message in enumerate(_passed_on(_parse(data, name)), 1):
        try:
            own = message.as_bytes()
        except (LookupError, UnicodeError, ValueError):  # what a broken header or part causes
            yield Record(f"{name}#{number}", error="a damaged e-mail")
        else:
            yield Record(f"{name}#{number}", own, "email")


def passes_on(data: bytes) -> bool:
    """Whether a mail only passes on several others."""
    try:
        return len(_passed_on(_parse(data, "-"))) > 1
    except InputError:
        return False


def _carried(message: EmailMessage) -> EmailMessage:
    """The message that a mail only passes on, else the mail itself.

    Its sender, subject and date are those of the article, not the forwarder's.
    """
    for _ in range(_DEEPEST):
        attached = _passed_on(message)
        if not attached:
            return message
        message = attached[0]
    return message


def _passed_on(message: EmailMessage) -> list[EmailMessage]:
    """The messages that are attached whole, each with twice as many words as the mail itself."""
    found: list[EmailMessage] = []
    inside: set[int] = set()
    for part in message.walk():
        if part.get_content_type() != "message/rfc822" or id(part) in inside:
            continue
        payload = part.get_payload()
        attached = payload[0] if isinstance(payload, list) and payload else None
        if isinstance(attached, EmailMessage):
            found.append(attached)
            inside.update(map(id, attached.walk()))
    own = _words(message, inside) if found else 0
    return [attached for attached in found if 2 * own <= _words(attached, set())]


def _words(message: EmailMessage, without: Collection[int]) -> int:
    """Roughly how many words the text parts of a message have, some parts (by `id`) aside."""
    sizes: dict[str, int] = {}
    for part in _text_parts(message):
        if id(part) not in without:
            words = len(_TAGS.sub(b" ", _payload(part)).split())
            kind = part.get_content_subtype()
            sizes[kind] = sizes.get(kind, 0) + words
    return max(sizes.values(), default=0)


def _body(message: EmailMessage, name: str, encoding: str | None) -> Document:
    """The HTML part if there is text in it, else the plain one."""
    parts = list(_text_parts(message))
    for part in parts:
        if part.get_content_subtype() in ("html", "xhtml+xml"):
            from newsclean.sources import html

            document = html.read(_payload(part), name, encoding or _charset(part))
            if document.text.strip():
                return document
    for part in parts:
        if part.get_content_subtype() == "plain":
            decoded = decode(_payload(part), name, encoding or _charset(part))
            text = plain.normalize(decoded.text)
            if part.get_param("format") == "flowed":
                text = unflow(text, delete_space=part.get_param("delsp") == "yes")
            text, quoted = plain.unquote(text)
            if text.strip():
                notes = (*decoded.notes, *quoted)
                return Document(text, name, "email", decoded.encoding, notes=notes)
    raise InputError(f"{name}: an e-mail without text")


def _text_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are text and no attachment, in order; those of forwarded messages last."""
    for part in message.walk():
        if part.get_content_disposition() == "attachment":
            continue
        if part.get_content_maintype() == "text" or part.get_content_subtype() == "xhtml+xml":
            yield part


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: EmailMessage) -> str | None:
    """The codec the part declares, None where it declares none that exists."""
    try:
        declared = codec(part.get_content_charset() or "")
    except Exception:  # noqa: BLE001 - a header can be broken in any way
        return None
    # mailers write these for what they do not know; what the bytes say is better
    return None if declared in ("ascii", "utf-8", "iso8859-1") else declared


def unflow(text: str, *, delete_space: bool = False) -> str:
    """Lines of a `format=flowed` text joined to paragraphs again (RFC 3676, section 4)."""
    paragraphs: list[list[str]] = []
    open_line = False
    for line in text.split("\n"):
        content = line.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        kept = content[:-1] if flows and delete_space else content
        if open_line and not content.startswith(">") and content != "-- ":
            paragraphs[-1].append(kept)
        else:
            paragraphs.append([kept])
        open_line = flows and not content.startswith(">")
    return "\n".join(map("".join, paragraphs))


def _metadata(message: EmailMessage) -> Metadata:
    title = _header(message, "Subject")
    if title:
        title = replace(title, value=without_reply(title.value) or title.value)
    return Metadata(
        title=title,
        byline=_sender(message),
        date=_date(message),
        site=_list(message),
        language=_language(message),
        url=_header(message, "Archived-At"),
    )


def _header(message: EmailMessage, name: str) -> Field | None:
    try:
        value = message[name]
    except Exception:  # noqa: BLE001 - the standard library raises whatever a broken header causes
        return None
    folded = " ".join(plain.normalize(str(value or "")).split()).strip("<>")
    return Field(folded, f"header:{name}") if folded else None


def _sender(message: EmailMessage) -> Field | None:
    """The name in the From header, the address where it gives none."""
    try:
        display, address = parseaddr(str(message["From"] or ""))
    except Exception:  # noqa: BLE001 - see _header
        return None
    value = " ".join(plain.normalize(display or address).split())
    return Field(value, "header:From") if value else None


def _list(message: EmailMessage) -> Field | None:
    """What the mailing list calls itself: the phrase before its identifier (RFC 2919)."""
    field = _header(message, "List-Id")
    phrase = field.value.split("<")[0].strip(' "') if field else ""
    return Field(phrase, "header:List-Id") if field and phrase else None


def _date(message: EmailMessage) -> Field | None:
    try:
        moment = message["Date"].datetime
    except Exception:  # noqa: BLE001 - none, or one that no calendar has
        return None
    return Field(moment.isoformat(), "header:Date") if moment else None


def _language(message: EmailMessage) -> Field | None:
    field = _header(message, "Content-Language")
    code = re.match(r"[A-Za-z]{2}(?![A-Za-z])", field.value) if field else None
    return Field(code[0].lower(), "header:Content-Language") if code else None
