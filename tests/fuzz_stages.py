"""One damaged input through one stage: which stages there are, and what must hold in each.

An execution is told by a seed and a number alone, so that any one of a million can be run again:
`execute(seed, number, corpus())`.
"""

from __future__ import annotations

import json
import random
import re
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import fuzz
import newsclean
from newsclean import config, pipeline
from newsclean.batch import formats, listing
from newsclean.batch.ledger import Ledger
from newsclean.cleaning import site_profile
from newsclean.cleaning.lines import dates as lines_dates
from newsclean.cleaning.lines.segment import segment
from newsclean.errors import NewscleanError
from newsclean.options import Options
from newsclean.output.interface import LANGUAGES as LANGUAGES_OF_REPORT
from newsclean.output.safe import one_line
from newsclean.sources import collections, read, url
from newsclean.sources.dates import read_date
from newsclean.summary import length

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "ru", "zh", "ja", "ko", "ar", "fi", "xx")
METHODS = ("newsclean", "lead", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "reduction")
NAMES = (
    "a.txt",
    "a.html",
    "a.md",
    "a.eml",
    "a.pdf",
    "-",
    "a\n.txt",
    "\udcff.txt",
    "a.csv",
    "x" * 300,
)
ENCODINGS = ("utf-8", "utf-16", "cp1252", "gb18030", "shift_jis", "utf-7", "koi8-r")
ARTICLES = sorted((fuzz.HERE / "recorded" / "articles").glob("*.txt"))
MOST_WORDS = 80
_WORD = re.compile(r"\S+\s*")

Stage = Callable[[random.Random, list[bytes]], object]


def corpus() -> list[bytes]:
    """A file of each kind, collections and exports of databases too."""
    from test_kinds import ALL
    from test_pdf import pdf

    record = json.dumps({"title": "Rain", "text": fuzz.corpus()[0].decode(), "date": "2026-05-12"})
    page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain fell in the valley.</p>"
    warc = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: http://a.example/\r\nContent-Type: application/http; msgtype=response"
        f"\r\nContent-Length: {len(page)}\r\n\r\n{page}\r\n\r\n"
    )
    mailbox = b"From a@b.example Tue May 12 12:00:00 2026\nSubject: Rain\n\nRain fell.\n\n"
    return [
        *fuzz.corpus(),
        *(data for name, data in ALL.items() if name != "comments.html"),
        *(path.read_bytes() for path in sorted((fuzz.HERE / "cases" / "exports").glob("*-*.*"))),
        *(path.read_bytes() for path in sorted((fuzz.HERE / "cases" / "files").glob("*.[tsv]*t"))),
        pdf(("Rain fell in the valley.", "Nobody was hurt."), info="/Title (Rain)"),
        f"{record}\n{record}\n".encode(),
        warc.encode() * 2,
        mailbox * 2,
    ]


def _damaged(chance: random.Random, files: list[bytes]) -> bytes:
    """A damaged file; of a packed one, often what is in it is damaged and packed again."""
    data = chance.choice(files)
    if data.startswith(b"PK") and chance.random() < 0.7:
        with suppress(zipfile.BadZipFile):
            return _repacked(chance, data, files)
    return fuzz.mutate(chance, data, files)


def _repacked(chance: random.Random, data: bytes, files: list[bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        hit = chance.choice(old.namelist())
        for name in old.namelist():
            member = old.read(name)
            new.writestr(name, fuzz.mutate(chance, member, files) if name == hit else member)
    return packed.getvalue()


def _string(chance: random.Random, files: list[bytes], most: int = 400) -> str:
    data = chance.choice(files)
    at = chance.randrange(len(data))
    return fuzz.mutate(chance, data[at : at + chance.randrange(1, most)], files)[:most].decode(
        chance.choice(("utf-8", "latin-1")), "replace"
    )


def _read(chance: random.Random, files: list[bytes]) -> None:
    data = _damaged(chance, files)
    given = {
        "kind": chance.choice((None, None, None, *read.KINDS)),
        "encoding": chance.choice((None, None, None, *ENCODINGS)),
    }
    document = read.from_bytes(data, chance.choice(NAMES), **given)
    assert "\r" not in document.text


def _collection(chance: random.Random, files: list[bytes]) -> None:
    records = collections.of_bytes(_damaged(chance, files), "a.zip", chance.choice((None, "text")))
    for number, record in enumerate(records or ()):
        assert record.error == "" or "\n" not in record.error
        if number < 5:
            with suppress(NewscleanError):
                read.from_record(record)


def _segment(chance: random.Random, files: list[bytes]) -> None:
    given = read.from_bytes(_damaged(chance, files), "a.txt", kind="text").text
    lines = segment(given, unwrap=chance.random() < 0.5)
    covered = bytearray(not character.isspace() for character in given)
    for line in lines:
        covered[line.start : line.end] = bytes(line.end - line.start)
    assert not any(covered), "characters are in no line"


def _digest(chance: random.Random, files: list[bytes]) -> None:
    options = Options(
        language=chance.choice((None, None, *LANGUAGES[:-1])),
        length=chance.choice(("3", "1", "20%", "100w", "600c")),
        method=chance.choice(METHODS) if chance.random() < 0.2 else "newsclean",
        clean=chance.random() < 0.8,
        favour=chance.choice(("balance", "precision", "recall")),
        quotes=chance.choice((None, 0, 5)),
        indirect=chance.random() < 0.3,
        focus=chance.choice((None, "harbour", "市", "")),
    )
    document = read.from_bytes(_damaged(chance, files), "a.txt")
    digest = pipeline.digest_document(document, options)
    fuzz.check(digest)
    for form in formats.FORMATS:
        formats.render(digest, form, "a/b", chance.choice(LANGUAGES_OF_REPORT))


def _sentences(chance: random.Random, files: list[bytes]) -> None:
    given = fuzz.text(chance) + _string(chance, files)
    end = 0
    for sentence in newsclean.split_sentences(given, chance.choice(LANGUAGES)):
        assert end <= sentence.start <= sentence.end <= len(given)
        end = sentence.end


def _quotes(chance: random.Random, files: list[bytes]) -> None:
    given = fuzz.text(chance) + _string(chance, files)
    for quote in newsclean.find_quotes(given, chance.choice(LANGUAGES)):
        assert 0 <= quote.start <= quote.end <= len(given)


def _prose(chance: random.Random, files: list[bytes]) -> None:
    path = chance.choice(ARTICLES)
    words = _WORD.findall(path.read_text("utf-8"))
    first = chance.randrange(len(words))
    kept = words[first : first + chance.randrange(1, MOST_WORDS)]
    for _ in range(min(chance.randrange(3), len(kept) - 1)):
        kept.pop(chance.randrange(len(kept)))
    options = Options(language=path.name[:2], clean=False, indirect=chance.random() < 0.5)
    document = read.from_bytes("".join(kept).encode(), "a.txt", kind="text")
    fuzz.check(pipeline.digest_document(document, options, pipeline.EVERYTHING))


def _summary(chance: random.Random, files: list[bytes]) -> None:
    given = fuzz.text(chance) + _string(chance, files)
    newsclean.summarize(
        given, method=chance.choice(METHODS), length=chance.choice(("2", "50%", "10w", "1c"))
    )


def _clean(chance: random.Random, files: list[bytes]) -> None:
    newsclean.clean(fuzz.text(chance) + _string(chance, files, 4_000))


def _ledger(chance: random.Random, files: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger"
        entry = {"key": "a", "state": "b", "outcome": "ok", "size": 3, "sum": 7}
        lines = json.dumps(entry).encode() + b"\n"
        path.write_bytes(fuzz.mutate(chance, lines * 3, [*files[:2], lines]))
        ledger = Ledger(path)
        try:
            assert ledger.get("a") is None, "a line without its checksum was believed"
            ledger.compact()
        finally:
            ledger.close()


def _configuration(chance: random.Random, files: list[bytes]) -> None:
    table = b'length = 2\ndrop = ["^a"]\nsite = "x"\ntime-limit = 3\nshow = "article"\n'
    name, value = chance.choice(list(config.KEYS)), _string(chance, files, 30)
    environ = {f"NEWSCLEAN_{name.upper()}": value} if chance.random() < 0.5 else {}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, config.FILE_NAME).write_bytes(fuzz.mutate(chance, table, [table]))
        settings = config.load({}, environ, Path(folder))
        config.project_note(settings, Path(folder))


def _address(chance: random.Random, files: list[bytes]) -> None:
    parts = ("::", "127.0.0.1", "ffff", "64:ff9b", ":", "%eth0", "2001:db8", "10.", "0x7f", "1")
    given = "".join(chance.choice(parts) for _ in range(chance.randrange(1, 6)))
    with suppress(ValueError):  # what `is_public` says of what is no address; no host leads there
        url.is_public(given)
    url._target("http://a.example/" + _string(chance, files, 60).replace("[", ""))
    label = _string(chance, files, 20)
    url._charset(url.Page(b"a", f"text/html; charset={label}", "http://a.example"))


def _small(chance: random.Random, files: list[bytes]) -> None:
    given = _string(chance, files, 120)
    read_date(given)
    lines_dates.find_dates(given, chance.choice(LANGUAGES))
    assert "\n" not in one_line(given)
    listing.stem(given)
    listing.stdin_names(given.encode("utf-8", "replace"), null=chance.random() < 0.5)
    with suppress(NewscleanError):
        length.parse(given)
    with suppress(NewscleanError):
        site_profile.loads(given)
    with suppress(NewscleanError):
        newsclean.split_sentences("a", given)


@dataclass(frozen=True, slots=True)
class Kind:
    """A stage, what it is called in tables, and its share of all executions in thousandths."""

    name: str
    run: Stage
    share: int


KINDS = (
    Kind("read a file", _read, 455),
    Kind("read a collection", _collection, 150),
    Kind("lines", _segment, 60),
    Kind("digest, and render in every format", _digest, 20),
    Kind("clean", _clean, 10),
    Kind("sentences", _sentences, 60),
    Kind("quotes", _quotes, 60),
    Kind("articles without some of their words", _prose, 20),
    Kind("summary, by each method", _summary, 15),
    Kind("ledger", _ledger, 30),
    Kind("configuration", _configuration, 30),
    Kind("addresses and headers of the web", _address, 50),
    Kind("dates, names, lengths, profiles", _small, 60),
)


def chosen(seed: int, number: int) -> tuple[Kind, random.Random]:
    """The stage of an execution, and its source of chance."""
    chance = random.Random(f"{seed}/{number}")
    return chance.choices(KINDS, [kind.share for kind in KINDS])[0], chance


def execute(seed: int, number: int, files: list[bytes]) -> str:
    """Run one: "ok", or "refused" with a message of one line.

    Raises:
        Exception: whatever else happens. That is what is looked for.
    """
    kind, chance = chosen(seed, number)
    try:
        kind.run(chance, files)
    except NewscleanError as error:
        assert "\n" not in str(error).replace("a\n.txt", "").strip()  # noqa: PT017
        return "refused"
    return "ok"
