"""What the system refuses: a full disk, no more open files, no more memory. Each is a line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

import newsclean
from batches import folder, tree
from conftest import environment
from newsclean import pipeline
from newsclean.options import Options
from newsclean.quotes import MOST_MARKS
from newsclean.sources import limits, read
from newsclean.summary.summarize import MOST_SENTENCES

LIMITED = (
    "import resource, sys;"
    "kind = getattr(resource, sys.argv[1]);"
    "resource.setrlimit(kind, (int(sys.argv[2]),) * 2);"
    "del sys.argv[1:3];"
    "from newsclean.__main__ import main; main()"
)
QUICK = ("--no-clean", "--method", "lead", "--quiet")


def limited(
    what: str, limit: int, *command: object, home: Path, cwd: Path
) -> subprocess.CompletedProcess[str]:
    """The program under a limit of the system, which it must not hang on."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED, what, str(limit), *map(str, command)],
        capture_output=True,
        text=True,
        env=environment(home),
        cwd=cwd,
        check=False,
        timeout=60,
    )


def own_words(said: str) -> list[str]:
    """The lines that are ours; OpenBLAS, which ends a process without memory, has its own."""
    lines = [line for line in said.splitlines() if not line.startswith("OpenBLAS")]
    assert all(line.startswith("newsclean: ") for line in lines), said
    assert "bug" not in said
    return lines


@pytest.mark.parametrize("limit", [6, 11, 17])
def test_too_few_open_files_are_no_bug(tmp_path: Path, home: Path, limit: int) -> None:
    """`ulimit -n`: a batch that cannot have its workers says so, and goes on where it can."""
    folder(tmp_path / "in", 8)
    command = ("batch", "in", "-o", "out", "--jobs", "4", *QUICK)
    done = limited("RLIMIT_NOFILE", limit, *command, home=home, cwd=tmp_path)
    assert done.returncode == 1
    (line,) = own_words(done.stderr)
    assert "Too many open files" in line
    assert limited("RLIMIT_NOFILE", 64, *command, home=home, cwd=tmp_path).returncode == 0
    assert len(tree(tmp_path / "out")) == 8


@pytest.mark.slow
@pytest.mark.parametrize("megabytes", [90, 120, 140, 170, 220])
@pytest.mark.parametrize("command", ["clean", "batch"])
def test_too_little_memory_never_hangs_and_is_no_bug(
    tmp_path: Path, home: Path, megabytes: int, command: str
) -> None:
    """`ulimit -v` at many a place: an output, or lines that say so, and an end."""
    folder(tmp_path / "in", 4)
    (tmp_path / "in" / "large.txt").write_text("Rain fell in the valley.\n\n" * 15_000)
    arguments = ("in/large.txt",) if command == "clean" else ("in", "-o", "out", "--jobs", "2")
    limit = megabytes * 1_000_000
    done = limited("RLIMIT_AS", limit, command, *arguments, "--quiet", home=home, cwd=tmp_path)
    assert done.returncode in (0, 1)
    own_words(done.stderr)
    assert done.returncode == 0 or "memory" in done.stderr.lower()
    assert not list(tmp_path.rglob("*.newsclean-part"))


def test_a_small_file_needs_little_memory_to_be_read(tmp_path: Path, home: Path) -> None:
    """As many bytes as an input might have are not set aside before one is read."""
    (tmp_path / "a.txt").write_text("Rain fell in the valley, and nobody was hurt.\n")
    code = (
        "import resource; from newsclean.sources import read; read.from_path('a.txt');"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize();"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 20_000_000,) * 2);"
        "print(read.from_path('a.txt').text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(home),
        cwd=tmp_path,
        check=True,
    )
    assert done.stdout.startswith("Rain fell")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system in memory with room for a few articles."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=48k,mode=777", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a file system")
    yield place
    # lazily: where the test was interrupted, its program may still be writing there
    subprocess.run(["umount", "-l", str(place)], check=True)


OUTPUTS = ("json", "text", "markdown", "html", "jsonl", "parquet", "csv", "a.jsonl", "a.parquet")


@pytest.mark.slow
@pytest.mark.parametrize("output", OUTPUTS)
def test_a_full_disk_is_one_line_and_nothing_is_lost(
    small_disk: Path, tmp_path: Path, home: Path, output: str
) -> None:
    """In every format: no half file; with room again, the same command goes on and is done."""
    pytest.importorskip("pyarrow")
    folder(tmp_path / "in", 12)
    filling = small_disk / "filling"
    filling.write_bytes(bytes(os.statvfs(small_disk).f_bavail * 4096 - 12_000))
    name, given = (output, []) if "." in output else ("out", ["--format", output])
    command = ("batch", "in", "-o", small_disk / name, *given, "--jobs", "1", *QUICK)
    unlimited = ("RLIMIT_NOFILE", 64)
    done = limited(*unlimited, *command, home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "No space left on device" in own_words(done.stderr)[0]
    assert not [path for path in small_disk.rglob("*part*") if path.is_file()]
    filling.unlink()
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    assert limited(*unlimited, *command, home=home, cwd=tmp_path).returncode == 0
    there = ("batch", "in", "-o", tmp_path / name, *given, "--jobs", "1", *QUICK)
    assert limited(*unlimited, *there, home=home, cwd=tmp_path).returncode == 0
    if "." in output:
        assert (small_disk / name).read_bytes() == (tmp_path / name).read_bytes()
    else:
        assert tree(small_disk / name) == tree(tmp_path / name)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "html", "markdown", "csv"])
def test_a_lone_output_on_a_full_disk_leaves_the_old_one(
    small_disk: Path, tmp_path: Path, home: Path, form: str
) -> None:
    """`-o FILE`: the file that was there stays as it was, and nothing is left beside it."""
    folder(tmp_path / "in", 1)
    old = small_disk / "old"
    old.write_text("as it was")
    (small_disk / "filling").write_bytes(bytes(os.statvfs(small_disk).f_bavail * 4096))
    command = ("summarize", "in/a000.txt", "--format", form, "-o", old, "--quiet")
    done = limited("RLIMIT_NOFILE", 64, *command, home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert own_words(done.stderr) == [f"newsclean: {old}: cannot write: No space left on device"]
    assert old.read_text() == "as it was"
    assert sorted(path.name for path in small_disk.iterdir()) == ["filling", "old"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the loader says something else")
@pytest.mark.parametrize("limit", [50_000_000, 60_000_000, 70_000_000, 90_000_000])
def test_too_little_memory_for_a_library_is_no_bug(tmp_path: Path, home: Path, limit: int) -> None:
    """`ulimit -v` so small that numpy cannot be loaded: a line, without "this is a bug"."""
    (folder(tmp_path / "in", 1) / "a.txt").write_text("The council met. " * 30)
    done = limited("RLIMIT_AS", limit, "summarize", "in/a.txt", home=home, cwd=tmp_path)
    assert done.returncode == 1
    own_words(done.stderr)
    assert "emory" in done.stderr


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux alone says what is held")
@pytest.mark.parametrize("name", ["large.txt", "large.html"])
def test_an_article_may_need_so_much_memory_and_no_more(
    tmp_path: Path, home: Path, name: str
) -> None:
    """`--max-memory`: what needs more is one line, others are done; with more, it is too."""
    folder(tmp_path / "in", 2)
    told = "The council of Port Marren voted on Tuesday to reopen the old ferry line. "
    paragraph = f"{told * 4}\n\n"
    page = "<html><body>" + f"<p>{paragraph}</p>" * 6_000
    (tmp_path / "in" / name).write_text(paragraph * 6_000 if name == "large.txt" else page)
    command = ("batch", "in", "-o", "out", "--jobs", "1", "--no-clean", "--method", "lead")
    many = ("RLIMIT_NOFILE", 64)
    done = limited(*many, *command, "--max-memory", "20", home=home, cwd=tmp_path)
    assert done.returncode == 1
    *refused, total = done.stderr.splitlines()
    why = "needs more than 20 MB of memory; see --max-memory"
    assert own_words("\n".join(refused)) == [f"newsclean: in/{name}: {why}"]
    assert total.startswith("2 ok, 1 failed")
    done = limited(*many, *command, "--max-memory", "500", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert len(tree(tmp_path / "out")) == 3


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux alone says what is held")
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_the_first_article_of_a_worker_does_not_pay_for_the_weights(
    tmp_path: Path, home: Path, name: str
) -> None:
    """What a worker loads once is not counted as memory of whichever article comes first."""
    (tmp_path / "in").mkdir()
    told = "The council of Port Marren voted on line {} of the old ferry. “Yes,” said Ann Lee.\n\n"
    text = "".join(map(told.format, range(250)))
    (tmp_path / "in" / name).write_text(text if name == "a.txt" else text.replace("The", "<p>The"))
    command = ("batch", "in", "-o", "out", "--jobs", "1", "--max-memory", "20")
    done = limited("RLIMIT_NOFILE", 64, *command, home=home, cwd=tmp_path)
    assert done.stderr.startswith("1 ok"), done.stderr


@pytest.mark.parametrize("wrong", ["0", "-1", "nan", "1e9", "5"])
def test_an_amount_of_memory_must_be_sensible(tmp_path: Path, home: Path, wrong: str) -> None:
    """Below 20 MB no article could be done: the option is refused, and says what it takes."""
    folder(tmp_path / "in", 1)
    command = ("batch", "in", "-o", "out", "--max-memory", wrong)
    done = limited("RLIMIT_NOFILE", 64, *command, home=home, cwd=tmp_path)
    assert done.returncode == 2
    assert "20 to 1,000,000 MB" in done.stderr


def test_the_memory_of_an_article_stands_in_a_configuration_too(tmp_path: Path, home: Path) -> None:
    """`max_memory` in `newsclean.toml` is read as the option is."""
    folder(tmp_path / "in", 1)
    (tmp_path / "newsclean.toml").write_text("max_memory = 3\n")
    done = limited("RLIMIT_NOFILE", 64, "batch", "in", "-o", "out", home=home, cwd=tmp_path)
    assert done.returncode == 2
    assert "newsclean.toml" in done.stderr
    assert "20 to 1,000,000 MB" in done.stderr


def test_quotes_are_found_in_the_first_part_of_a_book() -> None:
    """Of a text of very many quotes the first are found as without the others; that is said."""
    many = MOST_MARKS // 2
    lines = ["Ann Lee runs the ferry."]
    lines += [f"“We are {number} tonight,” Lee said." for number in range(many + 5)]
    options = Options(clean=False)
    beyond, within = (
        pipeline.digest_document(read.from_text("\n\n".join(text)), options)
        for text in (lines, lines[: many + 1])
    )
    assert [quote.text for quote in beyond.quotes] == [quote.text for quote in within.quotes]
    assert len(beyond.quotes) == many
    assert {quote.speaker for quote in beyond.quotes} == {"Ann Lee"}
    assert "quotes: looked for up to the 2,000th quotation mark" in beyond.notes
    assert not any("quotation mark" in note for note in within.notes)


def test_a_summary_reads_a_book_and_no_more() -> None:
    """Of a text of very many sentences the first are compared, and that is said."""
    text = " ".join(f"Ferry {number} came." for number in range(MOST_SENTENCES + 50))
    within = newsclean.summarize(text[: text.index(f"Ferry {MOST_SENTENCES} ")], language="en")
    beyond = newsclean.summarize(text, language="en")
    assert len(beyond.scores) == MOST_SENTENCES
    assert beyond.notes == ("the summary is of the first 10,000 sentences",)
    assert [one.text for one in beyond.sentences] == [one.text for one in within.sentences]
    assert not within.notes


@pytest.mark.parametrize("size", [0, 5, limits._PIECE_BYTES + 5])
def test_what_has_ended_is_not_read_again(size: int) -> None:
    """On a terminal the end would have to be typed a second time, after a long text too."""

    class Once(BytesIO):
        ended = False

        def read(self, size: int | None = -1, /) -> bytes:
            assert not self.ended
            found = super().read(size)
            self.ended = len(found) < (size or 0)
            return found

    assert len(limits.read_at_most(Once(bytes(size)), limits.MAX_BYTES)) == size
