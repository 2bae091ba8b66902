"""No input of a batch is lost: each has an output of its own, or is said to have none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batches import article, batch, tree
from newsclean.batch.ledger import LEDGER
from newsclean.errors import UsageError

FORMS = ("json", "text", "markdown", "html")


def lines(*numbers: int) -> str:
    return "".join(json.dumps({"text": article(number)}) + "\n" for number in numbers)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("collection", ["news.txt", "news.json", "news"])
def test_records_and_files_do_not_share_outputs(tmp_path: Path, form: str, collection: str) -> None:
    """The third record of `news.txt` and the file `news/3.txt` would both be `news/3.json`."""
    write(tmp_path / "in" / collection, lines(1, 2, 3))
    place = tmp_path / "in" / ("news" if collection != "news" else "other")
    write(place / "3.txt", article(4))
    paths = [tmp_path / "in"]
    if collection == "news":
        (tmp_path / "in" / "other").rename(tmp_path / "more")
        write(tmp_path / "two" / "news" / "3.txt", article(4))
        paths.append(tmp_path / "two")
    with pytest.raises(UsageError, match=r"same output: .*news.* and .*3\.txt"):
        batch(*paths, out=tmp_path / "out", output_format=form)
    assert not (tmp_path / "out").exists()


def test_two_roots_do_not_share_outputs(tmp_path: Path) -> None:
    """A record of one folder and a file of another are compared too."""
    write(tmp_path / "x" / "a.jsonl", lines(1, 2))
    write(tmp_path / "y" / "a.jsonl" / "1.txt", article(3))
    with pytest.raises(UsageError, match=r"a\.jsonl and .*1\.txt"):
        batch(tmp_path / "x", tmp_path / "y", out=tmp_path / "out")


def test_a_file_where_another_needs_a_folder(tmp_path: Path) -> None:
    """`a.txt` is written to `a.json`; `a.json/b.txt` would need a folder of that name."""
    write(tmp_path / "x" / "a.txt", article(1))
    write(tmp_path / "y" / "a.json" / "b.txt", article(2))
    with pytest.raises(UsageError, match="same output"):
        batch(tmp_path / "x", tmp_path / "y", out=tmp_path / "out")


def test_an_input_does_not_take_the_place_of_the_index(tmp_path: Path) -> None:
    """A folder called as the index of the report would keep it from being written."""
    write(tmp_path / "in" / "index.html" / "b.txt", article(1))
    with pytest.raises(UsageError, match="same output"):
        batch(tmp_path / "in", out=tmp_path / "out", output_format="html")


def test_the_ledger_is_no_input(tmp_path: Path) -> None:
    """The batch does not write over its own notes, nor over an input that is called like them."""
    write(tmp_path / "out" / LEDGER, lines(1, 2))
    with pytest.raises(UsageError, match="is an input and would be overwritten"):
        batch(tmp_path / "out" / LEDGER, out=tmp_path / "out")
    assert (tmp_path / "out" / LEDGER).read_text() == lines(1, 2)
    write(tmp_path / "in" / LEDGER, lines(1, 2))
    with pytest.raises(UsageError, match="same output"):
        batch(tmp_path / "in" / LEDGER, out=tmp_path / "away")


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_one_file_over_all_has_every_input(tmp_path: Path, form: str) -> None:
    """Inputs of one name are all in the file over all articles, and are all skipped later."""
    pytest.importorskip("pyarrow")
    for number, name in enumerate(["x/a.txt", "x/a.html", "y/a.txt", "y/b/a.txt"]):
        write(tmp_path / name, article(number))
    write(tmp_path / "z" / "a", lines(7, 8))
    roots = [tmp_path / name for name in ("x", "y", "z")]
    assert batch(*roots, out=tmp_path / "out", output_format=form).ok == 6
    assert batch(*roots, out=tmp_path / "out", output_format=form).unchanged == 6
    if form == "jsonl":
        written = (tmp_path / "out" / "articles.jsonl").read_bytes().splitlines()
        names = {json.loads(line)["source"]["name"] for line in written}
        assert len(written) == len(names) == 6


def test_a_record_that_comes_unforeseen_is_said_to_be_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be known before is checked at the writing: one failure, nothing is lost."""
    from newsclean.batch import outputs

    write(tmp_path / "in" / "news.txt", lines(1, 2, 3))
    write(tmp_path / "in" / "news" / "3.txt", article(4))
    monkeypatch.setattr(outputs.Outputs, "_records", lambda *_: [])
    said: list[str] = []
    counts = batch(tmp_path / "in", out=tmp_path / "out", complain=said)
    assert (counts.ok, counts.failed) == (3, 1)
    assert len(tree(tmp_path / "out")) == 3
    assert any("news.txt#3" in line and "3.txt" in line for line in said)
