"""A batch: what is read, what is written, what is counted, and what is done again."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from batches import QUICK, Inline, article, batch, folder, tree
from newsclean.batch import Counts, Job, Plan, progress, run, stdin_names, store
from newsclean.batch.disk import DiskError
from newsclean.batch.ledger import LEDGER, Entry, Ledger
from newsclean.errors import ExitCode, InputError, UsageError
from newsclean.options import Options


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Four articles, two of them in a folder below."""
    return folder(tmp_path / "in", 4)


@pytest.mark.parametrize(
    ("output_format", "names"),
    [
        ("json", ["a000.json", "a002.json", "more/a001.json", "more/a003.json"]),
        ("text", ["a000.txt", "a002.txt", "more/a001.txt", "more/a003.txt"]),
        ("markdown", ["a000.md", "a002.md", "more/a001.md", "more/a003.md"]),
        (
            "html",
            ["a000.html", "a002.html", "index.html", "more/a001.html", "more/a003.html"],
        ),
        ("jsonl", ["articles.jsonl"]),
        ("parquet", ["articles.parquet"]),
    ],
)
def test_outputs_are_named_after_inputs(
    articles: Path, tmp_path: Path, output_format: str, names: list[str]
) -> None:
    """Each format writes the tree of its inputs, or one file over all of them."""
    if output_format == "parquet":
        pytest.importorskip("pyarrow")
    counts = batch(articles, out=tmp_path / "out", output_format=output_format)
    assert list(tree(tmp_path / "out")) == names
    assert (counts.ok, counts.failed, counts.exit_code) == (4, 0, ExitCode.OK)


def test_the_file_over_all_follows_the_inputs(articles: Path, tmp_path: Path) -> None:
    """JSON Lines has one whole record a line, in the order of the inputs."""
    batch(articles, out=tmp_path / "all.jsonl", output_format="jsonl")
    records = [json.loads(line) for line in (tmp_path / "all.jsonl").read_bytes().splitlines()]
    assert [Path(record["source"]["name"]).name for record in records] == [
        "a000.txt",
        "a002.txt",
        "a001.txt",
        "a003.txt",
    ]


def test_parquet_has_a_row_an_article(articles: Path, tmp_path: Path) -> None:
    """The Parquet file has columns for what people ask for, and the whole record."""
    parquet = pytest.importorskip("pyarrow.parquet")
    batch(articles, out=tmp_path / "out", output_format="parquet")
    rows = parquet.read_table(tmp_path / "out" / "articles.parquet").to_pylist()
    assert len(rows) == 4
    assert rows[0]["language"] == "en"
    assert json.loads(rows[0]["record"])["article"]["text"] == rows[0]["text"]


def test_parquet_holds_a_few_megabytes_at_once(tmp_path: Path) -> None:
    """Five times as many articles are more row groups, not more memory."""
    pytest.importorskip("pyarrow")
    batch(folder(tmp_path / "in", 1), out=tmp_path / "out", output_format="jsonl")
    code = (
        "import json, resource, sys\n"
        "from newsclean.batch import formats\n"
        "from newsclean.output.tables import Writer\n"
        "def lines(path, count):\n"
        "    record = json.loads(open(path, encoding='utf-8').read())\n"
        "    for number in range(count):\n"
        "        record['article']['text'] = f'{number}, ' * 20_000 + '\N{CROSSED SWORDS}'\n"
        "        yield formats.Kept(json.dumps(record, ensure_ascii=False).encode())\n"
        "with open(sys.argv[1] + '.parquet', 'wb') as file:\n"
        "    (write,) = formats.wholes('parquet', Writer('parquet'), alone=True).values()\n"
        "    write(lambda: lines(sys.argv[1], int(sys.argv[2])), file)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
    )
    megabytes = []
    for count in (100, 500):
        command = [sys.executable, "-c", code, tmp_path / "out" / "articles.jsonl", str(count)]
        megabytes.append(float(subprocess.run(command, capture_output=True, check=True).stdout))
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_metadata(tmp_path / "out" / "articles.jsonl.parquet").num_rows == 500
    assert megabytes[1] - megabytes[0] < 60  # all at once are over 150; the last group varies


def test_pages_lead_to_the_index_and_back(articles: Path, tmp_path: Path) -> None:
    """Every HTML page is linked from the index, and links to it from its own depth."""
    batch(articles, out=tmp_path / "out", output_format="html")
    files = tree(tmp_path / "out")
    assert b'href="./more/a001.html"' in files["index.html"]
    assert b'href="../index.html"' in files["more/a001.html"]
    assert b'href="index.html"' in files["a000.html"]


def test_an_input_called_index_does_not_lose_its_page(tmp_path: Path) -> None:
    """Saved sites have files called index.html: they get a page beside the index."""
    (tmp_path / "index.txt").write_text(article(1))
    batch(tmp_path / "index.txt", out=tmp_path / "out", output_format="html")
    assert list(tree(tmp_path / "out")) == ["index-article.html", "index.html"]


def test_bad_inputs_do_not_stop_the_run(articles: Path, tmp_path: Path) -> None:
    """Binary, empty and missing files are named and counted; all others are digested."""
    (articles / "b.bin").write_bytes(b"\0\0\1")
    (articles / "c.txt").write_bytes(b"")
    (articles / "d.txt").write_text("Home\nLog in\nSearch\n")
    said: list[str] = []
    counts = batch(
        articles, tmp_path / "none.txt", out=tmp_path / "out", options=Options(), complain=said
    )
    assert (counts.ok, counts.failed, counts.no_article) == (4, 3, 1)
    assert counts.exit_code == ExitCode.SOME_FAILED
    assert [line.rpartition("/")[2] for line in sorted(said)[:2]] == [
        "b.bin: looks like a binary file",
        "c.txt: empty",
    ]
    assert any(line.endswith("none.txt: no such file") for line in said)
    assert len(tree(tmp_path / "out")) == 4


def test_a_batch_without_any_article_has_its_own_exit_code(tmp_path: Path) -> None:
    """A script can tell a run that found nothing from one that failed."""
    (tmp_path / "a.txt").write_text("Home\nLog in\nSearch\n")
    counts = batch(tmp_path / "a.txt", out=tmp_path / "out", options=Options())
    assert (counts.no_article, counts.exit_code) == (1, ExitCode.NO_ARTICLE)


def test_one_of_several_without_an_article_has_that_code_too(tmp_path: Path) -> None:
    """As for `clean` of several files: where all were read and one is no article, it is 3."""
    (tmp_path / "a.txt").write_text("Home\nLog in\nSearch\n")
    (tmp_path / "b.txt").write_text(article(1))
    counts = batch(tmp_path / "a.txt", tmp_path / "b.txt", out=tmp_path / "o", options=Options())
    assert (counts.ok, counts.no_article, counts.exit_code) == (1, 1, ExitCode.NO_ARTICLE)


def test_nothing_to_read_is_not_success(tmp_path: Path) -> None:
    """An empty folder, or a list of names without any, does not look like a run that worked."""
    said: list[str] = []
    counts = batch(tmp_path, out=tmp_path / "out", complain=said)
    assert (counts.done, counts.exit_code) == (0, ExitCode.NO_ARTICLE)
    assert said == ["there are no files to read"]


def test_a_folder_that_cannot_be_read_counts_as_failed(articles: Path, tmp_path: Path) -> None:
    """A folder without permission is named, and the rest is digested."""
    locked = articles / "locked"
    locked.mkdir()
    (locked / "a.txt").write_text(article(9))
    locked.chmod(0)
    try:
        os.listdir(locked)
    except PermissionError:
        said: list[str] = []
        counts = batch(articles, out=tmp_path / "out", complain=said)
        assert (counts.ok, counts.failed) == (4, 1)
        assert said == [f"{locked}: Permission denied"]
    finally:
        locked.chmod(0o700)


def test_the_last_line_counts() -> None:
    """The line that a batch ends with is the documented one."""
    assert str(Counts(412, 3, 9, seconds=18.23)) == "412 ok, 3 failed, 9 no article, 18.2 s"


def test_collisions_are_reported_before_any_work(articles: Path, tmp_path: Path) -> None:
    """Two inputs with one output are a usage error that names both, and nothing is written."""
    other = tmp_path / "other" / "a000.txt"
    other.parent.mkdir()
    other.write_text(article(7))
    with pytest.raises(UsageError, match=r"in/a000\.txt and .*other/a000\.txt"):
        batch(articles, other, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_stems_that_clash_keep_their_suffix(articles: Path, tmp_path: Path) -> None:
    """`a000.html` and `a000.txt` in one folder have outputs of their own, named after both."""
    (articles / "a000.html").write_text("<article>" + article(9) + "</article>")
    assert batch(articles, out=tmp_path / "out").ok == 5
    names = list(tree(tmp_path / "out"))
    assert {"a000.html.json", "a000.txt.json"} <= set(names)
    assert "a000.json" not in names
    assert batch(articles, out=tmp_path / "out", output_format="jsonl").ok == 5


def test_hidden_files_pictures_and_the_output_are_not_inputs(articles: Path) -> None:
    """A folder is searched for articles, not for what lies beside them; two runs are alike."""
    for name in (".notes", "photo.jpg", "style.css"):
        (articles / name).write_text("Rain fell.")
    out = articles / "out"
    assert batch(articles, out=out).ok == 4
    assert batch(articles, out=out).ok == 4


def test_a_file_named_twice_is_read_once(articles: Path, tmp_path: Path) -> None:
    """A folder and a file in it are not two inputs."""
    counts = batch(articles, articles / "a000.txt", out=tmp_path / "out")
    assert counts.ok == 4


def test_names_from_standard_input_mirror_the_tree(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `find` prints, ended by NULs or line feeds, is read, and its folders are kept."""
    monkeypatch.chdir(tmp_path)
    names = stdin_names(b"./in/a000.txt\0in/more/a001.txt\0", null=True)
    batch(out="out", names=tuple(names))
    assert list(tree(tmp_path / "out")) == ["in/a000.json", "in/more/a001.json"]
    assert stdin_names(b"a b.txt\r\nc.txt\n\n", null=False) == ["a b.txt", "c.txt"]


def test_collections_give_a_folder_of_articles(tmp_path: Path) -> None:
    """Each record of a JSON Lines file is an article of its own; a bad one is counted."""
    lines = [json.dumps({"text": article(1)}), "{", json.dumps({"text": article(2)})]
    (tmp_path / "news.jsonl").write_text("\n".join(lines))
    counts = batch(tmp_path / "news.jsonl", out=tmp_path / "out")
    assert (counts.ok, counts.failed) == (2, 1)
    assert list(tree(tmp_path / "out")) == ["news.jsonl/1.json", "news.jsonl/3.json"]


def test_a_stream_has_a_line_an_article(articles: Path) -> None:
    """With the dash as output each record is one line as soon as it is done; no file is made."""
    lines: list[str] = []
    plan = Plan((str(articles),), "-", Job(QUICK, "jsonl"), quiet=True)
    run(plan, print, write=lines.append, executor=Inline)
    assert len(lines) == 4
    assert all(json.loads(line)["schema_version"] for line in lines)
    with pytest.raises(UsageError, match="needs a folder"):
        batch(articles, out="-", output_format="markdown")


def test_an_unknown_format_suggests_the_nearest(articles: Path, tmp_path: Path) -> None:
    """A misspelt format is a usage error before any work."""
    with pytest.raises(UsageError, match="did you mean 'markdown'"):
        batch(articles, out=tmp_path / "out", output_format="markdwon")


def test_options_that_cannot_be_end_the_run(articles: Path, tmp_path: Path) -> None:
    """What no article could do with is not reported once for each of them."""
    with pytest.raises(UsageError):
        batch(articles, out=tmp_path / "out", options=Options(length="0x"))


@pytest.mark.parametrize("output_format", ["json", "html", "parquet"])
def test_names_of_any_bytes_are_written(tmp_path: Path, output_format: str) -> None:
    """A file whose name is not valid UTF-8 is an input like others."""
    if output_format == "parquet":
        pytest.importorskip("pyarrow")
    name = os.fsdecode(b"caf\xe9 [b] %41.txt")
    try:
        (tmp_path / name).write_text(article(1))
    except OSError:
        pytest.skip("this file system has no such names")
    said: list[str] = []
    counts = batch(
        tmp_path / name, out=tmp_path / "out", output_format=output_format, complain=said
    )
    assert (counts.ok, said) == (1, [])
    assert batch(tmp_path / name, out=tmp_path / "out", output_format=output_format).unchanged == 1


def test_a_name_too_long_for_its_output_fails_alone(tmp_path: Path) -> None:
    """An output that cannot be called so is one failure, not the end of the run."""
    articles = tmp_path / "in"
    articles.mkdir()
    (articles / ("a" * 251 + ".txt")).write_text(article(1))
    (articles / "b.txt").write_text(article(2))
    counts = batch(articles, out=tmp_path / "out", output_format="html")
    assert (counts.ok, counts.failed) == (1, 1)


def test_a_full_disk_ends_the_run(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When nothing more can be written, that is said once."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store, "write_new", full)
    with pytest.raises(DiskError, match="No space left"):
        batch(articles, out=tmp_path / "out")


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"jobs": -2}, {"time_limit": 0.0}])
def test_numbers_that_cannot_be_are_refused(
    articles: Path, tmp_path: Path, wrong: dict[str, float]
) -> None:
    """No workers and no time are usage errors, not a run that never ends."""
    with pytest.raises(UsageError, match="takes"):
        batch(articles, out=tmp_path / "out", **wrong)


def test_an_output_that_is_a_file_is_refused(articles: Path, tmp_path: Path) -> None:
    """Batch does not write over a file that stands where its folder should be."""
    (tmp_path / "out").write_text("mine")
    with pytest.raises((UsageError, InputError)):
        batch(articles, out=tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


class TestPickingUp:
    """A second run does what is new, and only that."""

    def test_unchanged_inputs_are_skipped(self, articles: Path, tmp_path: Path) -> None:
        """Nothing is done twice, and the counts are as if it had been."""
        first = batch(articles, out=tmp_path / "out")
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json")}
        second = batch(articles, out=tmp_path / "out")
        assert (first.unchanged, second.unchanged) == (0, 4)
        assert second.ok == first.ok
        assert all(path.stat().st_mtime_ns == time for path, time in before.items())

    @pytest.mark.parametrize("output_format", ["json", "jsonl", "html"])
    def test_changed_bytes_are_done_again(
        self, articles: Path, tmp_path: Path, output_format: str
    ) -> None:
        """A changed input is digested again, and the result is that of a fresh run."""
        batch(articles, out=tmp_path / "out", output_format=output_format)
        (articles / "a002.txt").write_text(article(77))
        assert batch(articles, out=tmp_path / "out", output_format=output_format).unchanged == 3
        batch(articles, out=tmp_path / "fresh", output_format=output_format)
        assert tree(tmp_path / "out") == tree(tmp_path / "fresh")

    def test_changed_options_are_done_again(self, articles: Path, tmp_path: Path) -> None:
        """Another length of summary is another output; another format does not get in the way."""
        batch(articles, out=tmp_path / "out")
        batch(articles, out=tmp_path / "out", output_format="text")
        assert batch(articles, out=tmp_path / "out").unchanged == 4
        longer = Options(clean=False, method="lead", length="5")
        assert batch(articles, out=tmp_path / "out", options=longer).unchanged == 0

    def test_missing_and_cut_outputs_are_made_again(self, articles: Path, tmp_path: Path) -> None:
        """The ledger is not believed over what is on disk."""
        out = tmp_path / "out"
        batch(articles, out=out)
        before = tree(out)
        (out / "a000.json").unlink()
        (out / "a002.json").write_bytes(before["a002.json"][:100])
        assert batch(articles, out=out).unchanged == 2
        assert tree(out) == before

    def test_what_failed_is_tried_again(self, articles: Path, tmp_path: Path) -> None:
        """A failure is not remembered; an output of earlier bytes does not stay for it."""
        batch(articles, out=tmp_path / "out")
        (articles / "a000.txt").write_bytes(b"\0\0\1")
        counts = batch(articles, out=tmp_path / "out")
        assert (counts.failed, counts.unchanged) == (1, 3)
        assert "a000.json" not in tree(tmp_path / "out")
        assert batch(articles, out=tmp_path / "out").failed == 1

    @pytest.mark.parametrize("tail", [b'{"key":"a000.js', b"\xff\xfe", b'{"key": 1}\n[]\nnull\n'])
    @pytest.mark.parametrize("output_format", ["json", "jsonl"])
    def test_a_torn_ledger_is_read(
        self, articles: Path, tmp_path: Path, tail: bytes, output_format: str
    ) -> None:
        """Whatever stands at the ledger's end, the entries before it count."""
        out = tmp_path / "out"
        batch(articles, out=out, output_format=output_format)
        before = tree(out)
        with (out / LEDGER).open("ab") as ledger:
            ledger.write(tail)
        (articles / "more" / "a001.txt").write_text(article(5))
        assert batch(articles, out=out, output_format=output_format).unchanged == 3
        (articles / "more" / "a001.txt").write_text(article(1))
        assert batch(articles, out=out, output_format=output_format).unchanged == 3
        assert tree(out) == before

    def test_the_kept_lines_may_be_lost(self, articles: Path, tmp_path: Path) -> None:
        """Without the lines behind the file over all, everything is done again."""
        out = tmp_path / "out"
        batch(articles, out=out, output_format="jsonl")
        before = tree(out)
        (out / ".newsclean-lines.jsonl").unlink()
        assert batch(articles, out=out, output_format="jsonl").unchanged == 0
        assert tree(out) == before

    def test_two_runs_do_not_write_to_one_folder(self, articles: Path, tmp_path: Path) -> None:
        """A second run at the same time is turned away."""
        pytest.importorskip("fcntl")
        (tmp_path / "out").mkdir()
        other = Ledger(tmp_path / "out" / LEDGER)
        with pytest.raises(UsageError, match="another run"):
            batch(articles, out=tmp_path / "out")
        other.close()
        assert batch(articles, out=tmp_path / "out").ok == 4


def test_progress_off_a_terminal_is_a_line_in_ten_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand articles in a minute give five lines, with rate and time left."""
    clock = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: clock[0])
    said: list[str] = []
    meter = progress.Lines(10_000, said.append)
    for done in range(1, 10_001):
        clock[0] = done * 0.006
        meter.advance(done)
    assert len(said) == 5
    assert said[0] == "1667 of 10000 done, 166.7 a second, 50 s left"


def test_an_output_is_replaced_at_once(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run stopped in the middle of writing a file leaves the old one whole."""
    out = tmp_path / "out"
    batch(articles, out=out)
    before = tree(out)
    for path in articles.rglob("*.txt"):
        path.write_text(article(50))

    def stop_half_way(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "write_new", stop_half_way)
    counts = batch(articles, out=out)
    assert (counts.interrupted, counts.exit_code) == (True, ExitCode.INTERRUPTED)
    assert tree(out) == before


def test_the_ledger_goes_on_after_a_torn_line(tmp_path: Path) -> None:
    """What is noted after a torn line is not taken for its end."""
    (tmp_path / LEDGER).write_bytes(b'{"key":"a","sta')
    for key in ("b", "c"):
        ledger = Ledger(tmp_path / LEDGER)
        ledger.keep(key, Entry("0", "ok"))
        ledger.close()
    ledger = Ledger(tmp_path / LEDGER)
    assert [key for key in "abc" if ledger.get(key)] == ["b", "c"]
    ledger.close()


class TestOneSite:
    """What recurs between the pages of a folder is found, and never taken from copies."""

    PAGES = json.loads((Path(__file__).parent / "cases" / "one_site.json").read_text("utf-8"))
    APPEAL = "Reporting like this takes time and care, and readers in nine valleys keep it going."

    def _write(self, path: Path, pages: list[str]) -> Path:
        path.mkdir()
        for number, page in enumerate(pages):
            (path / f"p{number}.txt").write_text(page, encoding="utf-8")
        return path

    def _texts(self, out: Path) -> list[str]:
        return [json.loads(data)["article"]["text"] for data in tree(out).values()]

    def test_lines_that_recur_in_a_folder_are_removed(self, tmp_path: Path) -> None:
        """An appeal that reads like the article is given away by standing in every page."""
        pages = []
        for page in self.PAGES:
            first, *others = page.split("\n\n")
            pages.append("\n\n".join([first, others[0], self.APPEAL, *others[1:]]))
        articles = self._write(tmp_path / "in", pages)
        batch(articles, out=tmp_path / "out", options=Options(method="lead"))
        texts = self._texts(tmp_path / "out")
        assert len(texts) == len(pages)
        assert not any(self.APPEAL in text for text in texts)
        removed = json.loads((tmp_path / "out" / "p0.json").read_bytes())["removed"]
        assert "repeated line" in [removal["reason"] for removal in removed]
        batch(articles / "p0.txt", out=tmp_path / "alone", options=Options(method="lead"))
        assert self.APPEAL in self._texts(tmp_path / "alone")[0]

    def test_copies_do_not_wear_each_other_away(self, tmp_path: Path) -> None:
        """Copies and new versions of one article are articles, however many there are."""
        page = self.PAGES[0]
        more = [each.split("\n\n")[1] for each in self.PAGES[1:]]
        pages = [page, *(f"{page}\n\n{paragraph}" for paragraph in more), *self.PAGES]
        batch(
            self._write(tmp_path / "in", pages),
            out=tmp_path / "out",
            options=Options(method="lead"),
        )
        assert all(text.count("\n\n") >= 2 for text in self._texts(tmp_path / "out"))

    def test_a_changed_page_does_not_bring_the_others_back(self, tmp_path: Path) -> None:
        """Pages are done again when other lines recur, not when one of the pages changes."""
        pages = [f"{page}\n\n{self.APPEAL}" for page in self.PAGES]
        articles = self._write(tmp_path / "in", pages)
        batch(articles, out=tmp_path / "out", options=Options(method="lead"))
        (articles / "p3.txt").write_text(self.PAGES[3] + "\n\nThe dig goes on.")
        counts = batch(articles, out=tmp_path / "out", options=Options(method="lead"))
        assert counts.unchanged == len(pages) - 1
