"""`newsclean batch` as a process: what a shell script sees of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from batches import SENTENCES, folder, tree
from conftest import Run, environment

COUNTS = rb"\A\d+ ok, \d+ failed, \d+ no article, \d+\.\d s\Z"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Four articles and a file that is none."""
    path = folder(tmp_path / "in", 4)
    (path / "photo.txt").write_bytes(b"\x89PNG\0\0")
    return path


def test_a_folder_in_a_folder_out(run: Run, articles: Path, tmp_path: Path) -> None:
    """One bad file is named, counted, and turns the exit code to 1; stdout stays empty."""
    done = run("batch", "in", "-o", "out", "--format", "markdown", "--jobs", 2)
    lines = done.stderr.splitlines()
    assert done.returncode == 1
    assert done.stdout == b""
    assert re.match(COUNTS, lines[-1])
    assert lines[-1].startswith(b"4 ok, 1 failed, 0 no article")
    # a slow machine tells how far it is, too
    told = [line for line in lines if line.startswith(b"newsclean: in/photo.txt")]
    assert len(told) == 1
    assert b": is a picture (PNG); run text recognition" in told[0]
    assert list(tree(tmp_path / "out")) == ["a000.md", "a002.md", "more/a001.md", "more/a003.md"]


@pytest.mark.parametrize("command", [("batch", "-o", "out"), ("voices",), ("stories",)])
def test_what_holds_no_text_is_passed_over_and_no_failure(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """The pictures of saved pages are told of once, unless that is not wanted, and do no harm."""
    place = folder(tmp_path / "in", 2)
    (place / "logo.gif").write_bytes(b"GIF89a")
    done = run(*command, "in", "--no-clean", "--jobs", 1)
    assert done.returncode == 0
    assert b"passed over: 1 file that holds no text (1 .gif)" in done.stderr
    assert b" 0 failed" in done.stderr
    assert b"passed over" not in run(*command, "in", "--no-clean", "--jobs", 1, "-q").stderr


def test_names_on_stdin_and_lines_on_stdout(run: Run, articles: Path) -> None:
    """`find -print0 | newsclean batch -0 - -o -` gives one record a line, for `jq` to read."""
    names = b"in/a000.txt\0./in/more/a001.txt\0"
    done = run("batch", "-0", "-", "-o", "-", "--format", "jsonl", stdin=names)
    assert done.returncode == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {record["source"]["name"] for record in records} == {
        "in/a000.txt",
        "./in/more/a001.txt",
    }
    assert all(record["article"]["text"] for record in records)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), b"nothing to read"),
        (("in",), b"say where to write"),
        (("in", "-o", "out", "--format", "jsn"), b"did you mean 'json'"),
        (("in", "-o", "-", "--format", "html"), b"-o FOLDER"),
        (("in", "in/../in/a000.txt", "in/photo.txt", "-o", "in/a000.txt"), b"is a file"),
        (("in", "-o", "out", "--jobs", "0"), b"1 or more, not 0"),
    ],
)
def test_wrong_usage_is_one_line(
    run: Run, articles: Path, args: tuple[str, ...], message: bytes
) -> None:
    """What cannot be is said in one line, with exit code 2, before any work."""
    done = run("batch", *args)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert not (articles.parent / "out").exists()


def test_head_closes_the_pipe_without_noise(articles: Path, home: Path) -> None:
    """`newsclean batch ... -o - | head -1` ends with 141 and no traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean", "batch", str(articles), "-o", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert b"Traceback" not in said


def test_a_terminal_gets_a_bar_that_goes_away(
    run_tty: Callable[..., tuple[int, str]], articles: Path
) -> None:
    """On a terminal a bar shows how many are done; at the end only the counts are left."""
    code, screen = run_tty("batch", "in", "-o", "out", "--jobs", 1)
    assert code == 1
    assert "4/5" in screen or "5/5" in screen
    assert re.search(r"4 ok, 1 failed, 0 no article, \d+\.\d s\s*\Z", screen)


def test_a_second_run_says_the_same(run: Run, articles: Path, tmp_path: Path) -> None:
    """Running again changes no file, and counts as the first run did."""
    first = run("batch", "in", "-o", "out")
    before = tree(tmp_path / "out", hidden=True)
    second = run("batch", "in", "-o", "out")
    assert tree(tmp_path / "out", hidden=True) == before
    counts = [done.stderr.splitlines()[-1].rpartition(b",")[0] for done in (first, second)]
    assert counts[0].startswith(b"4 ok, 1 failed")
    assert counts[1] == counts[0] + b" (4 of them done already)"


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (("in", "-o", "in", "--format", "text"), b"in/a000.txt"),
        (("in/a000.txt", "-o", "in", "--format", "text"), b"in/a000.txt"),
        (("link/a000.txt", "-o", "in", "--format", "text"), b"link/a000.txt"),
        (("in", "-o", "link"), b"in: is read and would be written to"),
        (("in", "-o", "in", "--format", "html"), b"in: is read and would be written to"),
        (("all.jsonl", "-o", "."), b"all.jsonl"),
        (("all.jsonl", "-o", "all.jsonl", "--format", "jsonl"), b"all.jsonl"),
        (("in", "all.jsonl", "-o", "all.jsonl", "--format", "jsonl"), b"all.jsonl"),
    ],
)
def test_no_input_is_overwritten(
    run: Run, articles: Path, tmp_path: Path, args: tuple[str, ...], named: bytes
) -> None:
    """Where an output would take an input's place, that is said in one line before any work."""
    (tmp_path / "link").symlink_to("in")
    (tmp_path / "all.jsonl").write_text('{"text": "Rain fell all day."}\n')
    before = tree(tmp_path, hidden=True)
    done = run("batch", *args)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert named in done.stderr
    assert tree(tmp_path, hidden=True) == before


def test_outputs_beside_named_inputs_can_be_made_again(run: Run, articles: Path) -> None:
    """Files that are named may have their outputs beside them, run after run."""
    for _ in range(2):
        done = run("batch", "in/a000.txt", "in/a002.txt", "-o", "in")
        assert done.returncode == 0, done.stderr
    done = run("batch", "in/a000.txt", "in/a002.json", "-o", "in")
    assert done.returncode == 2
    assert b"in/a002.json: is an input and would be overwritten" in done.stderr


def test_names_that_end_in_nul_bytes_ask_for_0(run: Run, articles: Path) -> None:
    """`find -print0 | newsclean batch -` says that -0 is missing."""
    done = run("batch", "-", "-o", "out", stdin=b"in/a000.txt\0in/a002.txt\0")
    assert done.returncode == 2
    assert b"-0" in done.stderr


def test_learn_says_what_it_found(run: Run, articles: Path, tmp_path: Path) -> None:
    """How many lines recur on how many pages; no page is an error, and no file is left."""
    for number, path in enumerate(sorted(articles.rglob("a*.txt"))):
        path.write_text(f"Home\nSubscribe to the Gull\n\n{SENTENCES[number]}\n")
    done = run("learn", "in/more", "-o", "site.json")
    assert done.returncode == 0
    assert done.stderr == b"2 lines recur on 2 pages\n"
    assert run("learn", "in/more", "-o", "site.json", "-q").stderr == b""
    (tmp_path / "empty").mkdir()
    done = run("learn", "empty", "-o", "none.json")
    assert done.returncode == 1
    assert done.stderr == b"newsclean: empty: no pages to learn from\n"
    assert not (tmp_path / "none.json").exists()
    done = run("learn", "in", "-o", "in/a000.txt")
    assert done.returncode == 2


def test_learn_reads_on_after_a_bad_record(run: Run, tmp_path: Path) -> None:
    """A record that cannot be read does not keep the next ones of its file from being read."""
    good = [json.dumps({"text": f"Share this page\n\nRain fell on day {word}."}) for word in "ab"]
    (tmp_path / "all.jsonl").write_text("\n".join([good[0], "[1]", good[1]]))
    done = run("learn", "all.jsonl", "-o", "site.json")
    assert done.returncode == 1
    assert b"all.jsonl#2: not a JSON object" in done.stderr
    assert done.stderr.endswith(b"1 line recurs on 2 pages\n")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("batch", "-", "-o", "out"), b"1 ok, 1 failed"),
        (("quotes", "in/a000.txt", "-o", f"{'x' * 300}.txt"), b"x.txt: cannot write: File name"),
        (("learn", "in", "-o", f"{'x' * 300}.json"), b"x.json: cannot write: File name"),
        (("batch", "in", "-o", f"{'x' * 300}.csv"), b"cannot write: File name"),
    ],
)
def test_a_name_that_no_file_can_have_is_no_bug(
    run: Run, articles: Path, command: tuple[str, ...], told: bytes
) -> None:
    """Text on standard input where names were meant is one failed input, not the end of all."""
    done = run(*command, stdin=b"in/a000.txt\n" + b"x" * 300 + b"\n")
    assert done.returncode == 1
    assert told in done.stderr
    assert b"bug" not in done.stderr


def test_what_a_batch_wrote_is_no_input_of_the_next(run: Run, articles: Path) -> None:
    """Outputs inside the folder of inputs are passed over, unless their folder is named."""
    for out in ("in/out", "out2"):
        done = run("batch", "in", "-o", out, "--format", "text", "--no-clean")
        assert b"4 ok, 1 failed" in done.stderr
    done = run("batch", "in/out", "-o", "out3", "--no-clean")
    assert b"4 ok, 0 failed" in done.stderr


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("batch", "in", "-o", "out.md"), b"would be a folder"),
        (("voices", "in", "-o", "v.docx"), b".docx is not written; .txt, .json, .csv, .tsv are"),
        (("voices", "in", "-o", "v.html"), b".html is not written"),
        (("summarize", "in/a000.txt", "--headline", "--together"), b"take one of them"),
        (("clean", ""), b"'' is no name of a file"),
        (("quotes", "in/a000.txt", "--show", "quotes"), b"Try 'newsclean quotes --help'"),
    ],
)
def test_what_cannot_be_is_said(
    run: Run, articles: Path, command: tuple[str, ...], told: bytes
) -> None:
    """A name that promises what is not written, options of which one would be dropped."""
    done = run(*command)
    assert done.returncode == 2
    assert told in done.stderr


def test_a_web_address_where_a_file_was_meant_is_told(run: Run) -> None:
    """`batch` fetches nothing, and an address without its scheme is a name of a file."""
    done = run("batch", "http://ann:secret@paper.example/a", "-o", "out")
    assert b"web addresses are read by summarize, clean, quotes and explain" in done.stderr
    done = run("clean", "www.paper.example/a")
    assert b"a web address begins with https://" in done.stderr


def test_lines_are_learned_of_pages_alone(run: Run, articles: Path) -> None:
    """JSON without articles is no page of a site, as in `batch`; what newsclean wrote is read."""
    data = articles.parent / "data"
    data.mkdir()
    (data / "settings.json").write_text('{"version": 3, "names": ["a", "b"]}')
    done = run("learn", "data", "-o", "site.json")
    assert (done.returncode, b"no pages to learn from" in done.stderr) == (1, True)
    run("batch", "in", "-o", "out", "--no-clean")
    assert run("learn", "out", "-o", "site.json").returncode == 0


def test_a_format_of_the_settings_that_cannot_be_is_blamed_on_them(
    run: Run, articles: Path
) -> None:
    """`clean` has no table, and the user of a team's settings did not ask for one."""
    (articles.parent / "newsclean.toml").write_text('format = "csv"\n')
    done = run("clean", "in/a000.txt")
    assert done.returncode == 2
    assert b"newsclean.toml sets format" in done.stderr
