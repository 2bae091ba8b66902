"""The README is short and true: its commands print what it shows, its Python examples run."""

from __future__ import annotations

import doctest
import re
from importlib.metadata import version
from pathlib import Path

import pytest

import readme
from newsclean.cli import app
from newsclean.errors import ExitCode

TEXT = readme.README.read_text(encoding="utf-8")


@pytest.mark.parametrize("block", readme.CONSOLE.findall(TEXT), ids=lambda b: b.split("\n")[0][:60])
def test_shown_output_is_real(block: str) -> None:
    """Each console block of the README shows what its commands print today."""
    assert readme.console(block) == block


@pytest.mark.parametrize("page", [readme.README, readme.TABLES], ids=lambda page: page.parent.name)
def test_tables_are_what_the_benchmarks_printed(page: Path) -> None:
    """Each table is the file that its benchmark wrote; the README's is made of their figures."""
    text = page.read_text(encoding="utf-8")
    names = [name for _, name, _ in readme.TABLE.findall(text)]
    assert names
    for name in names:
        assert readme.table(name) in text


def test_every_benchmark_is_on_the_page_of_results() -> None:
    """No result is left out."""
    shown = {name for _, name, _ in readme.TABLE.findall(readme.TABLES.read_text(encoding="utf-8"))}
    assert {path.stem for path in readme.RESULTS.glob("*.md")} - {"README"} == shown


def test_it_is_one_page() -> None:
    """A newcomer reads it in five minutes."""
    assert len(TEXT.split("\n")) <= 260


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
    """The README names each exit code."""
    told = re.search(r"^Exit codes: (.+?)\n\n", TEXT, re.MULTILINE | re.DOTALL)
    assert told
    assert sorted(map(int, re.findall(r"\b\d+\b", told[1]))) == sorted(ExitCode)


def test_every_link_leads_somewhere() -> None:
    """What the README links to is in the repository."""
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert [link for link in links if not (readme.ROOT / link).exists()] == []


def test_no_sample_is_left_out_of_git() -> None:
    """The samples that the README names exist."""
    for name in re.findall(r"samples/[\w.-]+\w", TEXT):
        assert (Path(readme.ROOT) / name).exists(), name
