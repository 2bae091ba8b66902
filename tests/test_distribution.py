"""What is published works: the wheel and the source archive, installed bare, do the main job."""

from __future__ import annotations

import os
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source archive, built from a copy of this tree."""
    place = tmp_path_factory.mktemp("built")
    hatchling = pytest.importorskip("hatchling.builders.wheel")
    source = pytest.importorskip("hatchling.builders.sdist")
    wheel = next(hatchling.WheelBuilder(str(ROOT)).build(directory=str(place)))
    archive = next(source.SdistBuilder(str(ROOT)).build(directory=str(place)))
    return {"wheel": Path(wheel), "sdist": Path(archive)}


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


@pytest.mark.slow
def test_two_builds_are_the_same_bytes(built: dict[str, Path], tmp_path: Path) -> None:
    """A build depends on the tree alone, so that anyone can check what is published."""
    from hatchling.builders.wheel import WheelBuilder

    again = Path(next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path))))
    assert again.read_bytes() == built["wheel"].read_bytes()
