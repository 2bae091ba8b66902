"""Input that means harm: it costs a bounded time, and is refused in a line or read."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

import newsclean
from conftest import SAMPLES, Run, environment
from newsclean import pipeline
from newsclean.cleaning.clean import segmented
from newsclean.deadlines import alarm
from newsclean.errors import InputError, NoArticleError, TimeLimitError, UsageError
from newsclean.options import Options
from newsclean.sources import mail, markdown, read
from newsclean.sources.files import pdf

HEAD = b"From: a@b.example\nTo: c@d.example\n"


def nested(depth: int) -> bytes:
    """A mail whose text is so many multiparts deep."""
    lines = [HEAD, b"Subject: x\n"]
    lines += [
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
        for number in range(depth)
    ]
    return b"".join((*lines, b"Content-Type: text/plain\n\nRain fell.\n"))


def test_parts_of_a_mail_may_be_nested_and_not_without_end() -> None:
    """Fifty multiparts in each other are read, a thousand are refused in a line."""
    assert mail.read(nested(50)).text.strip() == "Rain fell."
    with pytest.raises(InputError, match="nested too deep"):
        mail.read(nested(1000), "a.eml")


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_long_list_of_words_is_refused_before_it_takes_memory(kind: str) -> None:
    """Each line takes some kB however short it is: a dictionary's index is no article."""
    article = "The council voted on Tuesday to reopen the old ferry line to the islands.\n\n" * 4
    listed = "".join(f"word {number}\n" for number in range(5_000))
    if kind == "html":
        listed = listed.replace("word", "<li>word").replace("\n", "</li>")
    data = (article + listed).encode()
    with pytest.raises(NoArticleError, match=r"5,00. lines of 9 bytes on average"):
        pipeline.clean_document(read.from_bytes(data, "a.txt", kind=kind), Options())
    whole = read.from_bytes(data, "a.txt", kind=kind)
    assert "word 4999" in pipeline.clean_document(whole, Options(clean=False)).text


@pytest.mark.parametrize("line", ["And the ferry crossed the water", "渡船今日過河去矣"])
def test_long_verse_is_no_list_of_words(line: str) -> None:
    """An epic has more lines than a list of words may have, longer ones: in Chinese too."""
    text = "".join(f"{line} {number}\n" for number in range(3_500))
    record = segmented(read.from_bytes(text.encode(), "a.txt"))
    assert len(record.content_lines) == 3_500


def test_a_mail_of_very_many_parts_is_refused() -> None:
    """More parts than any mail has are given up early."""
    data = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\na\n" * 12_000
    with pytest.raises(InputError, match="more than 10,000 parts"):
        mail.read(data, "a.eml")


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?q?abc?= " * 40_000,
        b"Subject: " + b"Re: " * 200_000,
        b"Subject: " + b"[a] " * 200_000,
        b"Content-Type: text/plain" + b"; a=b" * 100_000,
        b"From: " + b'"a" <b@c.example>, ' * 40_000,
        b"List-Id: " + b"<" * 500_000,
        b"a: b\n" * 200_000 + b"Subject: x",
    ],
)
def test_long_headers_cost_no_more_than_long_texts(header: bytes) -> None:
    """Half a megabyte of any header takes well under what a page may take."""
    begun = time.process_time()
    document = mail.read(header + b"\n" + HEAD + b"\nRain fell.\n")
    assert document.text.strip() == "Rain fell."
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("charset", ["utf-16", "idna", "hex", "undefined", "cp424", "no-such"])
def test_parameters_in_any_encoding_are_no_bug(charset: str) -> None:
    """A parameter that says its own encoding (RFC 2231) and is wrong costs the parameter only."""
    kind = f"Content-Type: text/plain; charset*={charset}''utf-8; name*0*={charset}'en'%FF\n\n"
    assert mail.read(HEAD + kind.encode() + b"Rain fell.\n").text.strip() == "Rain fell."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Rain # #", "Rain"),
        ("# # a # b #", "# a # b"),
        ("a <!-- b\n\nc --> d <!-- e", "a  d <!-- e"),
        ('[a](http://x.example "title (x)")', "a"),
        ("![a b](x.png 'it')[c](http://x.example/d_(e))", "a bc"),
        ("[[a](b)", "[a"),
        ("<http://x.example><http://", "http://x.example<http://"),
        ("[a][b] [c][]", "a c"),
    ],
)
def test_marks_of_markdown_go(before: str, after: str) -> None:
    """The patterns that cannot be driven to take long still read Markdown."""
    assert markdown.strip(before) == after


DIVIDED = "the long-term plan for long-\nterm care is to re-\nopen the well-\nknown quay.\n"


def test_divided_words_are_joined_by_what_the_page_has() -> None:
    """A compound that the page writes with a hyphen keeps it, another word does not."""
    lines = pdf.join_lines(DIVIDED)
    assert lines == "the long-term plan for long-term care is to reopen the wellknown quay."


@pytest.mark.parametrize("swallow", [Exception, ValueError])
def test_no_handler_on_the_way_takes_a_deadline(swallow: type[Exception]) -> None:
    """A reader that turns every error into one of its own does not turn a time limit into it."""

    def reads() -> None:
        try:
            time.sleep(60)
        except swallow:
            raise InputError("broken") from None

    begun = time.monotonic()
    with pytest.raises(TimeLimitError, match="late"), alarm(0.05, "late"):
        reads()
    assert time.monotonic() - begun < 30


def test_a_deadline_ends_a_pdf_of_one_long_page(run: Run, tmp_path: Path) -> None:
    """The PDF reader's own handlers do not swallow the time limit: 124, not 1."""
    pytest.importorskip("pypdf")
    body = b"BT /F1 9 Tf " + b"1 0 0 1 50 700 Tm (a line of text) Tj " * 60_000 + b"ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(body), body),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    end = b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF" % len(data)
    (tmp_path / "a.pdf").write_bytes(data + table + end)
    done = run("clean", "a.pdf", "--time-limit", "0.3")
    assert done.returncode == 124, done.stderr
    assert b"not done after 0.3 s" in done.stderr


def test_a_string_is_refused_where_its_bytes_would_be() -> None:
    """Control characters make a string binary as they do bytes."""
    text = "".join(map(chr, range(1, 9))) * 50 + "Rain fell."
    for given in (text, text.encode(), "Rain\0fell\0in\0the valley."):
        with pytest.raises(InputError, match="binary"):
            newsclean.digest(given)


def test_json_has_nothing_that_a_terminal_would_obey(run: Run, tmp_path: Path) -> None:
    """Overrides of direction and control characters are escapes in JSON."""
    sample = (SAMPLES / "harbour-audit.txt").read_text("utf-8")
    odd = "\u202e\u2066\u2069\x9b31m"
    (tmp_path / "a.txt").write_text(sample.replace("Port of", f"Port {odd} of"), "utf-8")
    out = run("summarize", "a.txt", "--json", "--no-clean").stdout.decode()
    assert not set(odd[:4]) & set(out)
    assert "\\u202e" in out
    assert odd[:3] in json.loads(out)["article"]["text"]


def test_what_the_working_folder_changes_is_said(run: Run, tmp_path: Path) -> None:
    """A configuration that came with a folder does not remove content in silence."""
    (tmp_path / "newsclean.toml").write_text('drop = ["Brekke"]\nlength = 2\n')
    said = run("clean", SAMPLES / "harbour-audit.txt").stderr.decode()
    assert said.count("newsclean.toml sets length, drop; see `newsclean config`") == 1
    assert run("clean", SAMPLES / "harbour-audit.txt", "-q").stderr == b""
    files = [SAMPLES / "harbour-audit.txt", SAMPLES / "levee-school.txt"]
    said = run("batch", *files, "-o", "out", "--no-clean").stderr.decode()
    assert said.count("sets length, drop") == 1


@pytest.mark.parametrize("site", ["/dev/zero", "fifo", "large"])
def test_a_site_file_is_a_regular_file_of_bounded_size(run: Run, tmp_path: Path, site: str) -> None:
    """What never ends is not read."""
    os.mkfifo(tmp_path / "fifo")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(30_000_000)
    (tmp_path / "newsclean.toml").write_text(f'site = "{site}"\n')
    done = run("clean", SAMPLES / "harbour-audit.txt")
    assert done.returncode == 2
    assert b"site file" in done.stderr


@pytest.mark.skipif(
    tuple(map(int, version("typer").split(".")[:2])) >= (0, 29),
    reason="pydantic, which Typer loads from 0.29 on, cannot be imported in a removed folder",
)
def test_a_removed_working_folder_is_no_bug(tmp_path: Path, home: Path) -> None:
    """Where the working folder is gone, that is what is said."""
    code = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone');"
        "from newsclean.__main__ import main; main()"
    )
    for command in (["summarize", "a.txt"], ["batch", "a.txt", "-o", "b"], ["config"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *command],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=environment(home),
            check=False,
        )
        assert done.returncode == 2
        assert done.stderr == (
            "newsclean: the working folder has been removed; change to another one\n"
        )


def test_too_little_memory_is_no_bug(tmp_path: Path, home: Path) -> None:
    """`ulimit -v` ends in a line that says so."""
    (tmp_path / "a.txt").write_bytes(b"Rain fell in the valley. " * 3_000_000)
    code = (
        "import resource, newsclean.pipeline, newsclean.cli;"
        "from newsclean.__main__ import main;"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize();"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 90_000_000,) * 2);"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "clean", "a.txt"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(home),
        check=False,
    )
    assert done.returncode == 1
    assert "memory" in done.stderr
    assert "bug" not in done.stderr


def test_an_empty_address_of_a_cluster_is_not_this_machine(run: Run, tmp_path: Path) -> None:
    """`--cluster "$UNSET"` does not run here instead."""
    done = run("batch", SAMPLES, "-o", tmp_path / "out", "--cluster", "")
    assert (done.returncode, b"address of a Dask scheduler" in done.stderr) == (2, True)


def test_a_link_in_a_page_of_links_costs_no_square() -> None:
    """A page of opening brackets is not mistaken for Markdown for a minute."""
    begun = time.process_time()
    read.recognize(b"[" * 65_000)
    read.recognize(b"# a\n" + b"[a](http://" * 6_000)
    assert time.process_time() - begun < 1


def test_unknown_encodings_stay_usage_errors() -> None:
    """The name of no encoding at all is told from that of a codec of another kind."""
    with pytest.raises(UsageError, match="no encoding"):
        read.from_bytes(b"a", "a.txt", encoding="no-such")


def test_the_largest_size_is_told_and_holds_everywhere(run: Run, tmp_path: Path) -> None:
    """`--max-size` holds for files, pipes, packed files, records and batches; 100 MB without it."""
    text = (SAMPLES / "harbour-audit.txt").read_bytes()
    (tmp_path / "a.txt").write_bytes(text)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(text))
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": text.decode()}) + "\n")
    small, large = str((len(text) - 1) / 1e6), str((len(text) + 2) / 1e6)
    for name in ("a.txt", "b.txt.gz", "c.jsonl", "-"):
        refused = run("clean", name, "--max-size", small, stdin=text)
        assert refused.returncode == 1
        assert b"larger than" in refused.stderr
        assert b"--max-size" in refused.stderr
        assert run("clean", name, "--max-size", large, stdin=text).returncode == 0
    names = ["a.txt", "b.txt.gz", "c.jsonl"]
    ended = run("batch", *names, "-o", "out", "--no-clean", env={"NEWSCLEAN_MAX_SIZE": small})
    assert b"0 ok, 3 failed" in ended.stderr
    for wrong in ("0", "-1", "nan", "1e9"):
        assert run("clean", "a.txt", "--max-size", wrong).returncode == 2
