"""What stands at the ends of the pipe: devices, FIFOs, links, full and closed streams."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from conftest import HARBOUR, Run, environment

TEXT = HARBOUR.read_bytes()
PROGRAM = f"'{sys.executable}' -m newsclean"


def shell(
    command: str, home: Path, cwd: Path, stdin: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which $N is newsclean."""
    return subprocess.run(
        ["bash", "-c", command.replace("$N", PROGRAM)],
        stdin=stdin,
        capture_output=True,
        text=True,
        env=environment(home),
        cwd=cwd,
        timeout=60,
        check=False,
    )


@pytest.fixture
def cleaned(run: Run) -> bytes:
    """What `newsclean clean` prints of the sample."""
    return run("clean", HARBOUR).stdout


def test_output_goes_through_a_fifo(run: Run, tmp_path: Path, cleaned: bytes) -> None:
    """A FIFO named by -o is written to and stays a FIFO."""
    fifo = tmp_path / "out.fifo"
    os.mkfifo(fifo)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(fifo.read_bytes()), daemon=True)
    reader.start()
    assert run("clean", HARBOUR, "-o", fifo).returncode == 0
    reader.join(60)
    assert got == [cleaned]
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_output_goes_through_a_process_substitution(
    tmp_path: Path, home: Path, cleaned: bytes
) -> None:
    """`-o >(wc -c)` counts the bytes."""
    done = shell(f"$N clean '{HARBOUR}' -o >(wc -c >&2)", home, tmp_path)
    assert (done.returncode, done.stderr.strip()) == (0, str(len(cleaned)))


def test_output_follows_links_and_keeps_the_mode(run: Run, tmp_path: Path, cleaned: bytes) -> None:
    """A link stays a link, its target gets the text, and a private file stays private."""
    target = tmp_path / "real.txt"
    target.write_text("old")
    target.chmod(0o600)
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    assert run("clean", HARBOUR, "-o", link).returncode == 0
    assert link.is_symlink()
    assert target.read_bytes() == cleaned
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    ahead = tmp_path / "ahead.txt"
    ahead.symlink_to("new.txt")
    assert run("clean", HARBOUR, "-o", ahead).returncode == 0
    assert (tmp_path / "new.txt").read_bytes() == cleaned


def test_dash_is_standard_output(run: Run, tmp_path: Path, cleaned: bytes) -> None:
    """`-o -` prints, as it does for `batch`, and makes no file of that name."""
    assert run("clean", HARBOUR, "-o", "-").stdout == cleaned
    assert not (tmp_path / "-").exists()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_bytes(TEXT)
    assert run("learn", "pages", "-o", "-").stdout.startswith(b"{")


def test_a_folder_is_no_output(run: Run, tmp_path: Path) -> None:
    """A folder named by -o is one line."""
    (tmp_path / "out").mkdir()
    done = run("clean", HARBOUR, "-o", "out")
    assert done.returncode == 1
    assert b"out: cannot write: " in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_standard_input_is_not_overwritten(tmp_path: Path, home: Path) -> None:
    """`clean -o a.txt < a.txt` is refused like `clean a.txt -o a.txt`."""
    (tmp_path / "a.txt").write_bytes(TEXT)
    done = shell("$N clean -o a.txt < a.txt", home, tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "a.txt").read_bytes() == TEXT


@pytest.mark.parametrize(
    "command",
    [
        "summarize FILE",
        "summarize FILE FILE --json",
        "explain FILE",
        "methods",
        "config",
        "batch FILE -q -o -",
        "learn FILE -q -o -",
        "--help",
        "--version",
    ],
)
@pytest.mark.parametrize(
    ("where", "why"), [(">/dev/full", "No space left on device"), (">&-", "closed")]
)
def test_standard_output_that_takes_nothing(
    tmp_path: Path, home: Path, command: str, where: str, why: str
) -> None:
    """A full disk and a closed stream are one line and exit 1, not a bug of ours."""
    done = shell(f"$N {command.replace('FILE', str(HARBOUR))} {where}", home, tmp_path)
    assert done.stderr == f"newsclean: standard output: cannot write: {why}\n"
    assert done.returncode == 1


def test_standard_input_that_is_closed(tmp_path: Path, home: Path) -> None:
    """Without a standard input there is nothing to read there; a file is read all the same."""
    done = shell("$N clean <&-", home, tmp_path)
    assert (done.returncode, done.stderr) == (1, "newsclean: standard input: closed\n")
    assert shell(f"$N clean '{HARBOUR}' <&-", home, tmp_path).returncode == 0
    assert shell("$N batch - -o out <&-", home, tmp_path).returncode == 1


def test_a_closed_output_does_not_matter_to_a_file(
    tmp_path: Path, home: Path, cleaned: bytes
) -> None:
    """Where the result goes to a file, standard output may be closed; no file takes its place."""
    done = shell(f"$N clean '{HARBOUR}' -o a.txt >&- 2>&- <&-", home, tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "a.txt").read_bytes() == cleaned
    done = shell(f"$N clean missing.txt '{HARBOUR}' 2>&-", home, tmp_path)
    assert done.returncode == 1
    assert "no such file" not in done.stdout


def test_help_into_a_closed_pipe_is_141(tmp_path: Path, home: Path) -> None:
    """`newsclean --help | true` is as silent as any other command."""
    done = shell("($N --help; echo $? >&2) | exec 0<&-", home, tmp_path)
    assert (done.stdout, done.stderr) == ("", "141\n")


@pytest.mark.parametrize(
    "how",
    [
        "$N clean <(cat FILE)",
        "cat FILE | $N clean /dev/stdin",
        "$N clean /dev/stdin < FILE",
        "(cat FILE > in.fifo &); $N clean in.fifo",
    ],
)
def test_a_stream_by_name_is_read_once(
    tmp_path: Path, home: Path, cleaned: bytes, how: str
) -> None:
    """Process substitutions, FIFOs and /dev/stdin are read like files."""
    os.mkfifo(tmp_path / "in.fifo")
    done = shell(how.replace("FILE", f"'{HARBOUR}'"), home, tmp_path)
    assert done.stdout.encode() == cleaned, done.stderr


def test_batch_reads_a_fifo_that_is_named(tmp_path: Path, home: Path) -> None:
    """Six substitutions are six articles, though the lines of many are compared first."""
    named = " ".join([f"<(cat '{HARBOUR}')"] * 6)
    done = shell(f"$N batch {named} -o out --format text --jobs 1", home, tmp_path)
    assert done.stderr.startswith("6 ok, 0 failed")


def test_what_is_no_file_in_a_folder_is_passed_over(run: Run, tmp_path: Path) -> None:
    """A FIFO in a folder does not hang a batch, nor `learn`; a dead link is complained of."""
    pages = tmp_path / "pages"
    pages.mkdir()
    os.mkfifo(pages / "fifo.txt")
    (pages / "a.txt").write_bytes(TEXT)
    done = run("batch", "pages", "-o", "out")
    assert done.stderr.startswith(b"1 ok, 0 failed")
    assert run("learn", "pages", "-o", "site.json").returncode == 0
    (pages / "dead.txt").symlink_to("nowhere")
    assert b"dead.txt: no such file" in run("batch", "pages", "-o", "out").stderr


def test_time_limit_covers_reading(run: Run, tmp_path: Path, home: Path) -> None:
    """A pipe that nothing comes out of ends with the time limit, by name or as standard input."""
    os.mkfifo(tmp_path / "in.fifo")
    done = run("clean", "in.fifo", "--time-limit", "0.5")
    assert done.returncode == 124
    assert done.stderr == b"newsclean: in.fifo: not done after 0.5 s; see --time-limit\n"
    nothing, kept_open = os.pipe()
    piped = shell("$N clean --time-limit 0.5", home, tmp_path, stdin=nothing)
    os.close(nothing)
    os.close(kept_open)
    assert piped.returncode == 124
    assert piped.stderr == "newsclean: standard input: not done after 0.5 s; see --time-limit\n"
