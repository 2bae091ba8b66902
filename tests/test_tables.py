"""Tables: what a spreadsheet, a database and Python's csv module read is what was written."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from batches import batch, folder, tree
from conftest import SAMPLES, Run
from newsclean.output import tables
from newsclean.output.tables import Voices, Writer

HOSTILE = (
    'She said "no", twice',
    "a, b; c\td",
    "two\nlines\r\nand a\rthird",
    " blanks around ",
    "'quoted'",
    "",
    "\\N and \\",
    "NULL",
    "007",
    "1e5",
    "naïve 東京 \U0001f600",
    "مرحبا\u200f!",
    "\x1b[31mred",
    "<b>&amp;",
    "a" * 40_000,
)
"""Cells that readers trip over and that no spreadsheet would run."""


def table(*rows: tuple[object, ...], **more: bool) -> str:
    writer = Writer("csv", **more)
    return writer.head(("cell", "number")) + writer.rows(rows)  # type: ignore[arg-type]


def test_hostile_cells_come_back_from_the_csv_module() -> None:
    """Every cell is read back as it was, in CSV and in TSV."""
    for output_format, delimiter in tables.DELIMITERS.items():
        text = Writer(output_format).rows([(cell, 1) for cell in HOSTILE])
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        assert [row[0] for row in read] == list(HOSTILE)


def test_hostile_cells_come_back_by_the_rules_of_pandas(tmp_path: Path) -> None:
    """`pandas.read_csv` gives the same cells, with and without a byte order mark."""
    pandas = pytest.importorskip("pandas")
    for bom in (False, True):
        path = tmp_path / f"{bom}.csv"
        path.write_bytes(table(*[(cell, 1) for cell in HOSTILE], bom=bom).encode())
        read = pandas.read_csv(path, dtype=str, keep_default_na=False)
        assert list(read.columns) == ["cell", "number"]
        assert list(read["cell"]) == list(HOSTILE)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="no sqlite3 shell")
def test_hostile_cells_come_back_from_the_shell_of_sqlite(tmp_path: Path) -> None:
    """`.import --csv` gives the same cells."""
    (tmp_path / "t.csv").write_bytes(table(*[(cell, 1) for cell in HOSTILE]).encode())
    subprocess.run(
        ["sqlite3", tmp_path / "t.db", f".import --csv {tmp_path / 't.csv'} cells"], check=True
    )
    with closing(sqlite3.connect(tmp_path / "t.db")) as database:
        cells = database.execute("SELECT cell FROM cells ORDER BY rowid").fetchall()
    assert [cell for (cell,) in cells] == list(HOSTILE)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cell: str) -> None:
    """It begins with an apostrophe, which is counted; --raw-csv leaves it."""
    writer, raw = Writer("csv"), Writer("csv", raw=True)
    assert next(csv.reader(io.StringIO(writer.row((cell,)), newline=""))) == [f"'{cell}"]
    assert writer.guarded == 1
    assert next(csv.reader(io.StringIO(raw.row((cell,)), newline=""))) == [cell]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert Writer("csv").row((-3, 0.5, None, "a")) == "-3,0.5,,a\n"


def test_what_utf8_cannot_hold_is_shown() -> None:
    """A lone surrogate and a NUL byte, on which readers give up, are escapes."""
    assert Writer("csv").row(("a\udc80\0",)) == "a\\udc80\\x00\n"


def test_quotes_of_several_files_are_one_table(run: Run) -> None:
    """One row of names, then a row a quote, in the order that is documented; offsets hold."""
    files = sorted(SAMPLES.glob("*.txt"))[:3]
    done = run("quotes", *files, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == ",".join(tables.QUOTES).encode()
    assert {row["file"] for row in rows} <= set(map(str, files))
    records = [json.loads(run("quotes", file, "--json").stdout) for file in files]
    assert [row["quote"] for row in rows] == [
        quote["text"] for record in records for quote in record["quotes"]
    ]
    assert [row["speaker"] or None for row in rows] == [
        quote["speaker"] for record in records for quote in record["quotes"]
    ]


def test_a_suffix_names_the_table(run: Run, tmp_path: Path) -> None:
    """`-o quotes.tsv` and `-o articles.csv` need no --format; --bom is for Excel."""
    sample = SAMPLES / "harbour-audit.txt"
    assert run("quotes", sample, "-o", "quotes.tsv").returncode == 0
    assert run("summarize", sample, "-o", "articles.csv", "--bom").returncode == 0
    with (tmp_path / "quotes.tsv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file, delimiter="\t")) == list(tables.QUOTES)
    data = (tmp_path / "articles.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile,title,")
    assert data.count(b"harbour-audit.txt") == 1


def test_what_is_no_table_says_so(run: Run) -> None:
    done = run("clean", SAMPLES / "harbour-audit.txt", "--format", "csv")
    assert done.returncode == 2
    assert b"tables are of" in done.stderr
    assert not done.stdout


def test_a_batch_writes_one_file_by_its_suffix(run: Run, tmp_path: Path) -> None:
    """`-o all.csv` is a file; its ledger stands beside it, and the next run does nothing."""
    folder(tmp_path / "in", 4)
    first = run("batch", "in", "-o", "all.csv", "--jobs", 1, "--no-clean", "--method", "lead")
    assert first.returncode == 0, first.stderr
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [".all.csv.ledger", ".all.csv.lines", "all.csv", "home", "in"]
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(tables.ARTICLES)
    assert [row["file"] for row in rows] == [
        "in/a000.txt",
        "in/a002.txt",
        "in/more/a001.txt",
        "in/more/a003.txt",
    ]
    assert all(int(row["kept"]) > 50 for row in rows)


@pytest.mark.parametrize("name", ["all.csv", "all.tsv", "all.jsonl", "all.parquet"])
def test_each_suffix_decides_the_format(tmp_path: Path, run: Run, name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    folder(tmp_path / "in", 2)
    done = run("batch", "in", "-o", name, "--no-clean", "--method", "lead", "-q")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).is_file()


def test_a_name_and_a_format_that_disagree_are_an_error(run: Run, tmp_path: Path) -> None:
    """So is a folder of that name: exit 2, one line, nothing written."""
    folder(tmp_path / "in", 1)
    done = run("batch", "in", "-o", "all.csv", "--format", "json")
    assert done.returncode == 2
    assert b"the name says csv" in done.stderr
    (tmp_path / "old.csv").mkdir()
    done = run("batch", "in", "-o", "old.csv")
    assert done.returncode == 2
    assert b"is a folder" in done.stderr
    assert not (tmp_path / "all.csv").exists()
    assert not list((tmp_path / "old.csv").iterdir())


def test_a_folder_of_tables_has_articles_quotes_and_voices(tmp_path: Path) -> None:
    folder(tmp_path / "in", 3)
    batch(tmp_path / "in", out=tmp_path / "out", output_format="csv")
    files = tree(tmp_path / "out")
    assert list(files) == ["articles.csv", "quotes.csv", "voices.csv"]
    voices = list(csv.DictReader(io.StringIO(files["voices.csv"].decode(), newline="")))
    assert voices[0]["speaker"] == "Ilse Brandt"
    assert (voices[0]["quotes"], voices[0]["articles"]) == ("1", "3")  # the same words thrice


def quote(
    speaker: str | None, file: str, role: str | None = None, text: str = "We will see"
) -> list[tables.Cell]:
    cells = dict.fromkeys(tables.QUOTES) | {
        "file": file,
        "speaker": speaker,
        "role": role,
        "quote": text,
    }
    return list(cells.values())


def test_voices_are_joined_by_full_names_only() -> None:
    """A surname alone is another person in another article; who says nothing is counted."""
    voices = Voices()
    voices.add([quote("Ada Marsh", "a", "mayor"), quote("Marsh", "a"), quote(None, "a")])
    voices.add(
        [quote("ada  marsh", "b", "mayor", "We saw it"), quote("Marsh", "b"), quote("王小明", "b")]
    )
    voices.add(
        [quote("王小明", "c", text="我们再看"), quote("Ada Marsh", "c", text="We WILL see!")]
    )
    rows = [row[:5] for row in voices.rows()]
    assert rows[0] == ["Ada Marsh", 2, 3, 6, "mayor"]
    assert [row[:3] for row in rows[1:]] == [
        ["王小明", 2, 2],
        ["Marsh", 1, 1],
        ["Marsh", 1, 1],
    ]
    assert voices.unattributed == 1
