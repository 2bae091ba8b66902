"""A batch that is killed at any moment, and again, ends as one that never was."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from batches import batch, folder, tree
from conftest import obey_interrupts

HERE = Path(__file__).parent
KILLS = 50

# Loads newsclean once and forks a process for each number of seconds on standard input, which
# runs the batch and is killed after that time. Says how each of them ended.
FORKS = """
import os, signal, sys, time
from batches import batch
from newsclean import pipeline
output_format, folder, out = sys.argv[1:]
batch(folder, out=out + ".warm", output_format=output_format)
print("ready", flush=True)
for line in sys.stdin:
    child = os.fork()
    if not child:
        batch(folder, out=out, output_format=output_format)
        os._exit(0)
    time.sleep(float(line))
    os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(
    "output_format", ["json", "jsonl", pytest.param("html", marks=pytest.mark.slow)]
)
def test_fifty_kills_leave_no_trace(tmp_path: Path, output_format: str) -> None:
    """SIGKILL at fifty random points, each time picked up, gives the undisturbed run's bytes."""
    articles = folder(tmp_path / "in", 12)
    (articles / "bad.bin").write_bytes(b"\0\0\1")
    begun = time.monotonic()
    batch(articles, out=tmp_path / "whole", output_format=output_format)
    chance = random.Random(output_format)
    longest = (time.monotonic() - begun) / 6
    kills = runs = 0
    command = [sys.executable, "-c", FORKS, output_format, str(articles)]
    while kills < KILLS:
        out = tmp_path / f"out{runs}"
        runs += 1
        environment = {**os.environ, "PYTHONPATH": str(HERE)}
        with subprocess.Popen(
            [*command, str(out)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=environment,
        ) as process:
            assert process.stdin
            assert process.stdout
            assert process.stdout.readline().strip() == "ready"
            ended = 1
            while ended != 0 and kills < 10 * KILLS:
                process.stdin.write(f"{chance.uniform(0, longest)}\n")
                ended = int(process.stdout.readline())
                kills += ended != 0
                assert all(_whole(path) for path in out.rglob("*.json")), "a half file"
            process.stdin.close()
        counts = batch(articles, out=out, output_format=output_format)
        assert (counts.ok, counts.failed) == (12, 1)
        assert tree(out) == tree(tmp_path / "whole")
        hidden = output_format == "json"  # lines are kept in the order in which they were done
        assert tree(out, hidden=hidden) == tree(tmp_path / "whole", hidden=hidden)


def _whole(path: Path) -> bool:
    return path.name.startswith(".") or path.read_bytes().endswith(b"}\n")


def _start(articles: Path, out: Path) -> subprocess.Popen[str]:
    """A batch as a process of its own, with two workers, whose every line says how it goes."""
    code = (
        "import sys\n"
        "from batches import QUICK\n"
        "from newsclean.batch import Job, Plan, run\n"
        "if __name__ == '__main__':\n"
        "    plan = Plan((sys.argv[1],), sys.argv[2], Job(QUICK, 'json'), jobs=2, quiet=True)\n"
        "    counts = run(plan, lambda line: print(line, flush=True))\n"
        "    print(counts)\n"
        "    sys.exit(counts.exit_code)\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(articles), str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE)},
        start_new_session=True,
        preexec_fn=obey_interrupts,  # noqa: PLW1509 - it sets a handler and no more
    )


def _wait_for_some(out: Path, count: int) -> None:
    limit = time.monotonic() + 300
    while len(list(out.rglob("[!.]*.json"))) < count:
        assert time.monotonic() < limit, "the batch does not get going"
        time.sleep(0.005)


def test_ctrl_c_stops_at_once_and_says_how_to_go_on(tmp_path: Path) -> None:
    """Ctrl-C ends the batch and its workers at once, with whole files and exit code 130."""
    articles = folder(tmp_path / "in", 1500)
    process = _start(articles, tmp_path / "out")
    _wait_for_some(tmp_path / "out", 3)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers as well
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    made = list((tmp_path / "out").rglob("*.json"))
    assert all(map(_whole, made))
    assert len(made) < 1000  # a handful but where the machine is busy: it did not go on


def _newsclean(articles: Path, *args: str) -> subprocess.Popen[bytes]:
    """The program at work on a folder, once it has a folder of its own for what it makes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "newsclean", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(articles.parent)},
        start_new_session=True,
        preexec_fn=obey_interrupts,  # noqa: PLW1509 - it sets a handler and no more
    )
    limit = time.monotonic() + 300
    while not list(articles.parent.rglob(".newsclean-*")):
        assert time.monotonic() < limit, "it does not get going"
        time.sleep(0.005)
    return process


@pytest.mark.parametrize("command", ["voices", "stories"])
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_what_is_read_from_a_folder_of_its_own_leaves_nothing(
    tmp_path: Path, command: str, number: signal.Signals, code: int
) -> None:
    """Stopped, `voices` and `stories` promise nothing, call it no bug, and take their folder."""
    process = _newsclean(folder(tmp_path / "in", 300), command, str(tmp_path / "in"))
    os.killpg(process.pid, number)
    out, said = process.communicate(timeout=60)
    assert (process.returncode, out) == (code, b"")
    assert b"stopped after " in said
    assert not any(word in said for word in (b"bug", b"Traceback", b"goes on", b"unexpected"))
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_batch_that_is_told_to_end_says_how_to_go_on(tmp_path: Path) -> None:
    """SIGTERM, as of systemd, ends a batch as Ctrl-C does, with a code of its own."""
    articles, out = folder(tmp_path / "in", 300), tmp_path / "out"
    process = _newsclean(articles, "batch", str(articles), "-o", str(out))
    os.killpg(process.pid, signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 143
    assert b"the same command goes on from there" in said


def test_a_killed_batch_takes_its_workers_along(tmp_path: Path) -> None:
    """Workers whose parent is gone end by themselves; the next run finishes the work."""
    articles = folder(tmp_path / "in", 200)
    out = tmp_path / "out"
    process = _start(articles, out)
    _wait_for_some(out, 10)
    process.kill()
    process.communicate(timeout=60)
    limit = time.monotonic() + 60
    while _group_lives(process.pid):
        assert time.monotonic() < limit, "workers outlive the batch"
        time.sleep(0.02)
    done = len(tree(out))
    counts = batch(articles, out=out)
    assert counts.unchanged in range(done - 1, done + 1)
    batch(articles, out=tmp_path / "whole")
    assert tree(out, hidden=True) == tree(tmp_path / "whole", hidden=True)


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_within_a_callback_is_not_lost(number: signal.Signals, code: int) -> None:
    """Python drops what is raised there, as while a process forks; it is raised again."""
    program = (
        "import os, sys, time\n"
        "from newsclean import failures\n"
        "class Last:\n"
        f"    def __del__(self): os.kill(os.getpid(), {int(number)}); time.sleep(0)\n"
        "def app(**_):\n"
        "    one = Last(); del one; time.sleep(20); print('went on')\n"
        "try: failures.run(app)\n"
        "except KeyboardInterrupt: sys.exit(130)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=obey_interrupts,
    )
    assert (done.returncode, done.stdout) == (code, b"")
