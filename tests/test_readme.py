"""The README is true: its commands print what it shows, its Python examples run."""

from __future__ import annotations

import doctest
import re
from importlib.metadata import version
from pathlib import Path

import pytest

import readme
from newsclean.cli import app

TEXT = readme.README.read_text(encoding="utf-8")


@pytest.mark.parametrize("block", readme.CONSOLE.findall(TEXT), ids=lambda b: b.split("\n")[0][:60])
def test_shown_output_is_real(block: str) -> None:
    """Each console block of the README shows what its commands print today."""
    assert readme.console(block) == block


def test_tables_are_what_the_benchmarks_printed() -> None:
    """Each table is the file that its benchmark wrote."""
    for _, name, _ in readme.TABLE.findall(TEXT):
        assert readme.table(name) in TEXT


@pytest.mark.skipif(
    int(version("rich").split(".")[0]) < 15, reason="an older Rich draws it otherwise"
)
def test_picture_is_up_to_date() -> None:
    """The picture of the terminal shows what the terminal shows."""
    assert readme.PICTURE.read_text(encoding="utf-8") == readme.picture()


def test_python_examples_run() -> None:
    """The examples of the Python interface print what they say they do."""
    parser = doctest.DocTestParser()
    examples = parser.get_doctest(TEXT, {}, "README.md", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(examples)
    assert runner.summarize(verbose=False).failed == 0
    assert examples.examples


def test_every_command_is_documented() -> None:
    """No command without a word on it in the README."""
    names = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]
    assert [name for name in names if not re.search(rf"newsclean {name}\b", TEXT)] == []


def test_every_exit_code_is_documented() -> None:
    """The README's table has each exit code."""
    from newsclean.errors import ExitCode

    assert [
        code for code in ExitCode if not re.search(rf"^\| {code.value} \|", TEXT, re.MULTILINE)
    ] == []


def test_no_sample_is_left_out_of_git() -> None:
    """The samples that the README names exist."""
    for name in re.findall(r"samples/[\w.-]+\w", TEXT):
        assert (Path(readme.ROOT) / name).exists(), name
