"""A web address -> `Document`: one polite request, with limits on time, size and where it may lead.

Private, loopback and other addresses that are not of the open internet are refused unless
allowed. The check is made on the address that is then connected to, at every redirect, so
neither a redirect nor a name that resolves differently the second time gets around it.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import quote, urljoin, urlsplit

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError, TimeLimitError
from newsclean.patterns import lazy_regex
from newsclean.sources import read as reading
from newsclean.sources.encoding import page_codec
from newsclean.sources.names import without_password
from newsclean.sources.record import with_metadata

TIMEOUT = 10.0
"""Seconds without a byte after which the server counts as silent."""
DEADLINE = 30.0
"""Seconds the whole request may take, redirects included."""
LIMIT = 20_000_000
"""Bytes a page may have, unpacked."""
REDIRECTS = 5

_IPV6_PUBLIC = "2000::/3"
_IPV6_SPECIAL = ("2001::/23", "2001:db8::/32", "3fff::/20")
"""Inside it, and yet not of the open internet: protocols (Teredo among them), documentation."""
_IPV4_RELAYS = "192.88.99.0/24"
"""What answered there packed IPv6 into IPv4 (RFC 7526 has ended that); no page is there."""
_CHUNK = 65_536
_GZIP = b"\x1f\x8b"
_PACKED = ("gzip", "x-gzip", "deflate")
_NOT_PACKED = ("", "identity", "none", "utf-8")
"""The last two are no codings, but servers send them for a page as it is."""
_REASON_CHARS = 60
"""Of the words that a server puts beside its status; what is longer is no reason."""
_REDIRECTED = (301, 302, 303, 307, 308)
_TEXTUAL = ("text/", "application/pdf", "application/x-pdf", "application/octet-stream", "message/")
_XML = lazy_regex(r"application/(?:[\w.+-]*\+)?xml\Z")
_CHARSET = lazy_regex(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a request brought: the bytes, their Content-Type, and the address they came from."""

    data: bytes
    content_type: str
    url: str


def read(
    url: str,
    *,
    kind: str | None = None,
    encoding: str | None = None,
    allow_private: bool = False,
) -> Document:
    """The document at a web address; `kind` and `encoding` as `read.from_bytes`.

    Raises:
        InputError: it cannot be fetched or read.
        TimeLimitError: the server is too slow.
    """
    page = fetch(url, allow_private=allow_private)
    stated = Metadata(url=Field(without_password(page.url), "address"))
    encoding = encoding or _charset(page)
    name = without_password(url)
    document = reading.from_bytes(page.data, name, kind=kind, encoding=encoding)
    return document if document.metadata.url else with_metadata(document, stated)


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Get what is at `url`, an http or https address, following up to `REDIRECTS` redirects.

    Raises:
        InputError: no such host, refused, an error status, too big, not a kind of text, or an
            address that is not public and `allow_private` is False.
        TimeLimitError: it took longer than `DEADLINE`.
    """
    deadline = time.monotonic() + DEADLINE
    current, url = url, without_password(url)
    for _ in range(REDIRECTS + 1):
        found = _request(url, current, deadline, allow_private=allow_private)
        if isinstance(found, Page):
            return found
        current = found
    raise InputError(f"{url}: redirects more than {REDIRECTS} times")


def _request(url: str, current: str, deadline: float, *, allow_private: bool) -> Page | str:
    """One request: the page, or the address that it redirects to."""
    try:
        connection = _connect(url, current, deadline, allow_private=allow_private)
        # a server that drips its header never lets a read time out
        alarm = threading.Timer(_remaining(deadline, DEADLINE), _hang_up, [connection.sock])
        alarm.start()
        try:
            connection.request("GET", _target(current), headers=_headers())
            with connection.getresponse() as response:  # it holds the socket until it is closed
                if response.status in _REDIRECTED and (place := response.getheader("Location")):
                    return urljoin(current, place)
                return _page(url, current, response, deadline)
        finally:
            alarm.cancel()
            connection.close()
    except TimeoutError:
        raise TimeLimitError(f"{url}: the server is too slow") from None
    except ssl.SSLCertVerificationError as error:
        raise InputError(f"{url}: its certificate is not valid: {error.verify_message}") from None
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        if time.monotonic() >= deadline:
            raise TimeLimitError(f"{url}: the server is too slow") from None
        raise InputError(f"{url}: cannot be fetched: {_what_failed(error)}") from None


def _what_failed(error: Exception) -> str:
    """An error in words of ours or of the system's; what the server sent stays out of them."""
    if isinstance(error, http.client.RemoteDisconnected):
        return "the server hung up without an answer"
    if isinstance(error, http.client.IncompleteRead):
        return "the connection ended before the page did"
    if isinstance(error, http.client.InvalidURL):
        return "not a web address"
    if isinstance(error, http.client.HTTPException):
        return "what answers there does not speak HTTP"
    if isinstance(error, zlib.error):
        return "the packed page is broken"
    if isinstance(error, UnicodeError):
        return "its host's name is not valid"
    return getattr(error, "strerror", None) or str(error)[:_REASON_CHARS] or type(error).__name__


def _connect(
    url: str, current: str, deadline: float, *, allow_private: bool
) -> http.client.HTTPConnection:
    """A connection to the first address of the host that is allowed and answers."""
    parts = urlsplit(current)
    host = parts.hostname
    if parts.scheme not in ("http", "https"):
        raise InputError(
            f"{url}: leads to a '{parts.scheme}' address; only http and https are read"
        )
    if not host:
        raise InputError(f"{url}: not a web address")
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    failure: OSError | None = None
    for address in _addresses(host, port):
        if not allow_private and not is_public(address):
            raise InputError(
                f"{url}: leads to the private address {address}; --allow-private permits it"
            )
        try:
            tcp = socket.create_connection((address, port), _remaining(deadline))
        except OSError as error:
            failure = error
            continue
        connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
        try:
            connection.sock = _secured(tcp, host) if secure else tcp
        except BaseException:
            tcp.close()
            raise
        return connection
    raise failure or OSError("no such host")


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror:
        raise OSError(f"no host is called '{host}'") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also inside an IPv6 wrapping.

    Of IPv6 only 2000::/3 is handed out for that (IANA); all else is refused, whatever it is for.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip not in ipaddress.ip_network(_IPV6_PUBLIC):
            return False
        if any(ip in network for network in map(ipaddress.ip_network, _IPV6_SPECIAL)):
            return False
    if ip in ipaddress.ip_network(_IPV4_RELAYS):
        return False
    return ip.is_global and not ip.is_multicast


def _secured(tcp: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(tcp, server_hostname=host)


def _target(url: str) -> str:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else path


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"newsclean/{version('newsclean')}",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _page(url: str, current: str, response: http.client.HTTPResponse, deadline: float) -> Page:
    if response.status != 200:
        reason = response.reason[:_REASON_CHARS]
        raise InputError(f"{url}: the server answers {response.status} {reason}".rstrip())
    content_type = response.getheader("Content-Type") or "text/html"
    essence = content_type.partition(";")[0].strip().lower()
    if not essence.startswith(_TEXTUAL) and not _XML.match(essence):
        raise InputError(f"{url}: is {essence}, not an article")
    coded = response.getheader("Content-Encoding", "").strip().lower()
    if coded not in (*_PACKED, *_NOT_PACKED):
        raise InputError(f"{url}: comes packed as {coded[:_REASON_CHARS]}, which is not read")
    if len(set(response.headers.get_all("Content-Length", []))) > 1 and not response.chunked:
        # which of them holds nobody can tell (RFC 9112, 6.3), and half a page is no page
        raise InputError(f"{url}: the server states several lengths of the page")
    take = _unpacked if coded in _PACKED else _plain
    data = bytearray()
    for piece in take(response, url):
        data += piece
        if len(data) > LIMIT:
            raise InputError(f"{url}: larger than {LIMIT // 1_000_000} MB")
    if response.length:
        had = f"{response.length:,} bytes are missing"
        raise InputError(f"{url}: the connection ended before the page did; {had}")
    _remaining(deadline)
    return Page(bytes(data), content_type, current)


def _plain(response: http.client.HTTPResponse, _url: str) -> Iterator[bytes]:
    while chunk := response.read1(_CHUNK):
        yield chunk


def _unpacked(response: http.client.HTTPResponse, url: str) -> Iterator[bytes]:
    """The body unpacked, a bounded piece at a time; gzip may come in several members (RFC 1952).

    Raises:
        InputError: its end is missing.
        zlib.error: it is not what the server says.
    """
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    while chunk := response.read1(_CHUNK):
        while chunk:
            if unpack.eof:
                if not chunk.startswith(_GZIP):
                    break  # padding, which unpackers pass over
                unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
            yield unpack.decompress(chunk, _CHUNK)
            chunk = unpack.unconsumed_tail or unpack.unused_data
    if not unpack.eof:
        raise InputError(f"{url}: the packed page has no end; the connection was cut")


def _remaining(deadline: float, most: float = TIMEOUT) -> float:
    """Seconds that the next step may take, never more than `most`."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return min(left, most)


def _hang_up(tcp: socket.socket) -> None:
    with contextlib.suppress(OSError):
        tcp.shutdown(socket.SHUT_RDWR)


def _charset(page: Page) -> str | None:
    """The codec that the server names, if it is a real one and no byte order mark speaks louder.

    UTF-8 and Latin-1 are servers' defaults more often than a statement: the content decides.
    """
    declared = _CHARSET.search(page.content_type)
    if not declared or page.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    name = page_codec(declared[1])
    unsure = name == "utf-8" or (name == "cp1252" and "1252" not in declared[1])
    return None if unsure else name
