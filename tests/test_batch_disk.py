"""What the output folder may do to a batch: links, FIFOs, damage, and a disk without room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from batches import article, batch, folder, tree
from newsclean.batch.ledger import LEDGER
from newsclean.batch.store import LINES
from newsclean.errors import InputError

FORMS = ("json", "text", "markdown", "html", "jsonl", "parquet")
PART = ".newsclean-part"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Four articles."""
    return folder(tmp_path / "in", 4)


@pytest.mark.parametrize("name", [LEDGER, LINES, PART, f"{LEDGER}.new"])
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_links_in_the_output_folder_are_not_followed(
    articles: Path, tmp_path: Path, name: str, form: str
) -> None:
    """A file that a link in the output folder leads to stays as it is."""
    victim = tmp_path / "victim"
    victim.write_text("mine")
    out = tmp_path / "out"
    out.mkdir()
    (out / name).symlink_to(victim)
    kept = name in (LEDGER, LINES if form == "jsonl" else LEDGER)
    if kept:
        with pytest.raises(InputError, match=name):
            batch(articles, out=out, output_format=form)
    else:
        assert batch(articles, out=out, output_format=form).ok == 4
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("name", [LEDGER, LINES])
def test_a_fifo_is_not_waited_for(articles: Path, tmp_path: Path, name: str) -> None:
    """A FIFO where the ledger should be is said to be none, at once."""
    out = tmp_path / "out"
    out.mkdir()
    os.mkfifo(out / name)
    with pytest.raises(InputError, match="no regular file"):
        batch(articles, out=out, output_format="jsonl")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [LEDGER, PART])
def test_a_folder_in_the_way_is_one_line(
    articles: Path, tmp_path: Path, form: str, name: str
) -> None:
    """Whatever the format, a folder under a name that is needed is an error of the input's kind."""
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    (out / name / "x").mkdir(parents=True)
    if name == PART and form in ("json", "text", "markdown"):
        assert batch(articles, out=out, output_format=form).failed == 4
    else:
        with pytest.raises(InputError, match="cannot write"):
            batch(articles, out=out, output_format=form)


@pytest.mark.parametrize(("form", "name"), [("html", "index.html"), ("jsonl", "articles.jsonl")])
def test_a_folder_in_the_place_of_the_file_over_all(
    articles: Path, tmp_path: Path, form: str, name: str
) -> None:
    """The file over all articles cannot be written: that is said."""
    (tmp_path / "out" / name / "x").mkdir(parents=True)
    with pytest.raises(InputError, match=f"{name}: cannot write"):
        batch(articles, out=tmp_path / "out", output_format=form)


def entries(out: Path) -> Iterator[dict[str, object]]:
    for line in (out / LEDGER).read_bytes().splitlines():
        yield json.loads(line)


@pytest.mark.parametrize(
    "change",
    [
        {"start": 3},
        {"end": 10**12},
        {"start": "0"},
        {"size": None},
        {"state": ["x"]},
        {"outcome": "fine"},
        {"message": 7},
        {"crc": 1},
        {"key": 5},
        {"more": 1},
    ],
)
@pytest.mark.parametrize("form", ["json", "jsonl", "html"])
def test_what_is_doubtful_in_a_ledger_is_done_again(
    articles: Path, tmp_path: Path, change: dict[str, object], form: str
) -> None:
    """A ledger of the right JSON and the wrong shape never leads to a wrong output."""
    out = tmp_path / "out"
    batch(articles, out=out, output_format=form)
    before = tree(out)
    changed = [json.dumps(entry | change) for entry in entries(out)]
    (out / LEDGER).write_text("\n".join(changed) + "\n")
    counts = batch(articles, out=out, output_format=form)
    assert (counts.ok, counts.unchanged) == (4, 0)
    assert tree(out) == before


def test_damaged_lines_are_made_again(articles: Path, tmp_path: Path) -> None:
    """A byte changed in the kept lines does not reach the file over all articles."""
    out = tmp_path / "out"
    batch(articles, out=out, output_format="jsonl")
    before = tree(out)
    data = bytearray((out / LINES).read_bytes())
    data[200] ^= 1
    (out / LINES).write_bytes(data)
    assert batch(articles, out=out, output_format="jsonl").unchanged == 3
    assert tree(out) == before


LIMITED = """
import resource, signal, sys
from newsclean.__main__ import main
if sys.argv[1] == "size":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
del sys.argv[1:3]
main()
"""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("limit", [0, 100, 800])
def test_no_room_is_one_line_in_every_format(
    articles: Path, tmp_path: Path, home: Path, form: str, limit: int
) -> None:
    """Files that must not grow (`ulimit -f`): one line, exit 1, and what is there is whole."""
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    command = [sys.executable, "-c", LIMITED, "size", str(limit), "batch", articles, "-o", out]
    ended = subprocess.run(
        [*command, "--format", form, "--no-clean", "--jobs", "1", "-q"],
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": str(home)},
        cwd=tmp_path,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "bug" not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "cannot write" in ended.stderr
    assert PART not in tree(out, hidden=True)
    again = batch(articles, out=out, output_format=form)
    assert (again.ok, again.failed) == (4, 0)


def test_an_output_that_is_a_link_is_replaced(articles: Path, tmp_path: Path) -> None:
    """A link that was left as an output is replaced, and what it leads to stays."""
    victim = tmp_path / "victim"
    victim.write_text(article(9))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a000.json").symlink_to(victim)
    assert batch(articles, out=tmp_path / "out").ok == 4
    assert victim.read_text() == article(9)
    assert not (tmp_path / "out" / "a000.json").is_symlink()
