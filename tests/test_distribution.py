"""What is published works: the wheel and the source archive, installed bare, do the main job."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, SAMPLES, environment


def done(*command: str | Path, cwd: Path, home: Path) -> str:
    ended = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={
            **environment(home),
            **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
        },
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout


def build(tree: Path, place: Path) -> dict[str, Path]:
    """The wheel and the source archive of a tree, built in a process of its own."""
    pytest.importorskip("hatchling")
    code = (
        "import sys;"
        "from hatchling.builders.sdist import SdistBuilder;"
        "from hatchling.builders.wheel import WheelBuilder;"
        "[print(next(each(sys.argv[1]).build(directory=sys.argv[2])))"
        " for each in (WheelBuilder, SdistBuilder)]"
    )
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}  # 1 January 2026
    command = [sys.executable, "-c", code, str(tree), str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    wheel, sdist = map(Path, done.stdout.splitlines())
    return {"wheel": wheel, "sdist": sdist}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source archive of this tree."""
    return build(ROOT, tmp_path_factory.mktemp("built"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_installation_does_the_main_job(
    built: dict[str, Path], kind: str, tmp_path: Path, home: Path
) -> None:
    """In a bare environment, with what pip brings and nothing else, an article is summarized."""
    done(sys.executable, "-m", "venv", tmp_path / "bare", cwd=tmp_path, home=home)
    python = tmp_path / "bare" / "bin" / "python"
    done(python, "-m", "pip", "install", "-q", built[kind], cwd=tmp_path, home=home)
    newsclean = tmp_path / "bare" / "bin" / "newsclean"
    out = done(newsclean, "summarize", SAMPLES / "harbour-audit.txt", cwd=tmp_path, home=home)
    assert "Vesterholm Halts Harbour Dredging" in out
    assert "Halvard Brekke" in out
    assert "Security" in done(newsclean, "help", "security", cwd=tmp_path, home=home)


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """A build depends on the files alone: not on where they lie, their times, or what runs there.

    So anyone can check what is published. Both are of copies: beside other tests the tree is not
    still.
    """
    one, other = tmp_path / "here", tmp_path / "elsewhere" / "newsclean"
    kept = shutil.ignore_patterns(".git", ".venv*", ".*_cache", ".oldest", ".newest", "shared")
    shutil.copytree(ROOT, one, ignore=kept)
    shutil.copytree(one, other)
    for path in sorted(other.rglob("*"), reverse=True):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        if path.is_file():
            path.chmod(path.stat().st_mode & ~0o022)
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first, again = build(one, tmp_path / "first"), build(other, tmp_path / "second")
    for kind, path in again.items():
        assert path.name == first[kind].name
        assert path.read_bytes() == first[kind].read_bytes(), kind
