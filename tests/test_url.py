"""A web address is fetched once, politely, within limits, and never from a private network.

The servers here are real ones on this machine, so they are reached with `allow_private`; where
the refusal itself is tested, no connection is made.
"""

from __future__ import annotations

import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest

from newsclean.errors import InputError, TimeLimitError
from newsclean.sources import inputs, url

PAGE = "<!doctype html><html><body><p>Grüße aus Köln, sagte sie.</p></body></html>"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by what the path asks for, and remembers what it was asked."""

    seen: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        name = self.path.split("?")[0].strip("/")
        getattr(self, f"answer_{name}", self.answer_page)()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content_Type": "text/html", **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        kind = "text/html; charset=windows-1252"
        self.answer(200, PAGE.encode("cp1252"), Content_Type=kind)

    def answer_packed(self) -> None:
        self.answer(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(3_000_000)), Content_Encoding="gzip")

    def answer_members(self) -> None:
        page = PAGE.encode()
        packed = gzip.compress(page[:30]) + gzip.compress(page[30:]) + bytes(64)
        self.answer(200, packed, Content_Encoding="gzip")

    def answer_short(self) -> None:
        self.answer(200, PAGE.encode(), Content_Length="900")

    def answer_lengths(self) -> None:
        length = str(len(PAGE.encode()))
        self.send_response(200)
        for each in ("10", length):
            self.send_header("Content-Length", each)
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def answer_cut(self) -> None:
        self.answer(200, gzip.compress(PAGE.encode())[:-12], Content_Encoding="gzip")

    def answer_chunks(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.answer(200, b"20\r\n" + PAGE.encode()[:20], Transfer_Encoding="chunked")

    def answer_garbled(self) -> None:
        self.answer(200, PAGE.encode(), Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.answer(200, PAGE.encode("utf-16"), Content_Encoding="br")

    def answer_twice(self) -> None:
        page = gzip.compress(gzip.compress(PAGE.encode()))
        self.answer(200, page, Content_Encoding="gzip, gzip")

    def answer_bare(self) -> None:
        self.wfile.write(PAGE.encode() + b"\r\n\r\n")

    def answer_wordy(self) -> None:
        self.wfile.write(b"HTTP/1.0 500 " + b"secret " * 900 + b"\r\n\r\n")

    def answer_nothing(self) -> None:
        self.wfile.flush()

    def answer_hex(self) -> None:
        self.answer(200, PAGE.encode(), Content_Type="text/html; charset=hex")

    def answer_moved(self) -> None:
        self.answer(302, Location="/page")

    def answer_loop(self) -> None:
        self.answer(301, Location="/loop")

    def answer_file(self) -> None:
        self.answer(302, Location="file:///etc/hostname")

    def answer_gone(self) -> None:
        self.answer(404)

    def answer_picture(self) -> None:
        self.answer(200, b"\x89PNG", Content_Type="image/png")

    def answer_drip(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        for _ in range(1_200):  # a minute
            try:
                self.wfile.write(b"a")
                time.sleep(0.05)
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    Handler.seen = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, args=[0.01], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "path", ["/page", "/moved", "/packed", "/page?q=Köln city", "/members", "/hex"]
)
def test_a_page_is_fetched_and_read(server: str, path: str) -> None:
    """Pages, redirects and compressed answers are read, in the encoding that the server names."""
    document = url.read(server + path, allow_private=True)
    assert document.text == "Grüße aus Köln, sagte sie."
    assert document.name == server + path
    assert document.metadata.url


def test_the_request_is_one_and_says_who_asks(server: str) -> None:
    """One request is made, and it carries the program's name."""
    url.fetch(server + "/page", allow_private=True)
    ((path, headers),) = Handler.seen
    assert path == "/page"
    assert headers["User-Agent"].startswith("newsclean/")
    assert headers["Host"] == server.removeprefix("http://")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "answers 404 Not Found"),
        ("/picture", "is image/png, not an article"),
        ("/loop", "redirects more than 5 times"),
        ("/file", "only http and https are read"),
        ("/short", "ended before the page did; [0-9]+ bytes are missing"),
        ("/lengths", "states several lengths of the page"),
        ("/cut", "the packed page has no end"),
        ("/chunks", "ended before the page did"),
        ("/garbled", "the packed page is broken"),
        ("/brotli", "comes packed as br, which is not read"),
        ("/twice", "comes packed as gzip, gzip, which"),
        ("/bare", "does not speak HTTP$"),
        ("/nothing", "hung up without an answer"),
        ("/wordy", r"answers 500 [secrt ]{50,60}$"),
    ],
)
def test_what_cannot_be_read_is_one_line(server: str, path: str, message: str) -> None:
    """Error answers, pictures, endless redirects and other schemes are input errors."""
    with pytest.raises(InputError, match=message):
        url.read(server + path, allow_private=True)


def test_a_page_has_a_greatest_size(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than the limit is given up, and not held in memory."""
    monkeypatch.setattr(url, "LIMIT", 1_000_000)
    with pytest.raises(InputError, match="larger than 1 MB"):
        url.read(server + "/bomb", allow_private=True)


def test_a_slow_server_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that drips its answer byte by byte is left at the time limit."""
    monkeypatch.setattr(url, "DEADLINE", 0.4)
    begun = time.monotonic()
    with pytest.raises(TimeLimitError, match="too slow"):
        url.read(server + "/drip", allow_private=True)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://10.1.2.3/",
        "http://192.168.0.1/admin",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b:1::10.0.0.1]/",
        "http://[fec0::1]/",
        "http://[::ffff:0:10.0.0.1]/",
        "http://[5f00::1]/",
        "http://[3fff::1]/",
        "http://[2001:db8::1]/",
        "http://[2001:0:7f00:1::]/",
        "http://[2002:7f00:1::]/",
        "http://[fd00::1]/",
        "http://[100::1]/",
        "http://[ff02::1]/",
        "http://100.64.0.1/",
        "http://198.18.0.1/",
        "http://203.0.113.7/",
        "http://192.88.99.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
    ],
)
def test_private_addresses_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is written, an address that is not of the open internet is not connected to."""
    monkeypatch.setattr(url.socket, "create_connection", _never)
    with pytest.raises(InputError, match=r"private address .*; --allow-private permits it"):
        url.fetch(address)


def test_a_redirect_to_a_private_address_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hop is checked: a public page cannot lead to a private one."""
    monkeypatch.setattr(url, "is_public", lambda _: not Handler.seen)
    with pytest.raises(InputError, match="leads to the private address"):
        url.fetch(server + "/moved")
    assert [path for path, _ in Handler.seen] == ["/moved"]


def test_the_address_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is looked up once, so it cannot be public when checked and private when reached."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    reached = []

    def connect(address: tuple[str, int], _: float) -> None:
        reached.append(address)
        raise OSError("unreachable")

    monkeypatch.setattr(url, "_addresses", lambda *_: next(answers))
    monkeypatch.setattr(url.socket, "create_connection", connect)
    with pytest.raises(InputError, match="unreachable"):
        url.fetch("http://rebinding.example/")
    assert reached == [("93.184.216.34", 80)]


@pytest.mark.parametrize("address", ["http://", "http:///x", "http://[", "http://a.example:port/"])
def test_broken_addresses_are_input_errors(address: str) -> None:
    """What is no address is said to be none, without a traceback."""
    with pytest.raises(InputError):
        url.fetch(address)


def _never(*_: object) -> None:
    raise AssertionError("connected")


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "2606:2800:220:1::1",
        "::ffff:8.8.8.8",
        "2002:808:808::1",
        "64:ff9b::808:808",
    ],
)
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    """What is of the open internet is not refused, also where it is wrapped."""
    assert url.is_public(address)


def test_a_password_is_neither_kept_nor_shown(server: str) -> None:
    """The name of the input, its address and messages are without who asked for it."""
    address = server.replace("://", "://ann:secret@")
    document = url.read(f"{address}/page", allow_private=True)
    assert document.name == f"{server}/page"
    assert document.metadata.url is None or "secret" not in document.metadata.url.value
    with pytest.raises(InputError) as caught:
        url.read(f"{address}/gone", allow_private=True)
    assert "secret" not in str(caught.value)
    assert inputs.label(f"{address}/page") == f"{server}/page"
