"""`newsclean help`: what it shows is there, readable, and true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Run
from newsclean import languages, manual, sentences
from newsclean.errors import ExitCode

DATA = Path(manual.__file__).parent / "data"


def test_topics_are_listed(run: Run) -> None:
    """Without a topic, every topic is named."""
    done = run("help")
    assert done.returncode == 0
    for topic in manual.topics():
        assert re.search(rf"^  {topic} ", done.stdout.decode(), re.MULTILINE)


def test_a_pipe_gets_the_page_as_it_stands(run: Run) -> None:
    """In a pipe a page is plain Markdown."""
    done = run("help", "configuration")
    assert done.stdout.decode() == manual.page("configuration")


def test_a_command_is_a_topic_too(run: Run) -> None:
    """`newsclean help clean` is `newsclean clean --help`."""
    assert run("help", "clean").stdout == run("clean", "--help").stdout


def test_an_unknown_topic_is_a_usage_error(run: Run) -> None:
    """A misspelt topic is answered with the nearest."""
    done = run("help", "jsn")
    assert done.returncode == 2
    assert done.stderr == b"newsclean: no help on 'jsn'; did you mean 'json'?\n"


@pytest.mark.parametrize("topic", manual.topics())
@pytest.mark.parametrize("color", [True, False])
def test_a_terminal_gets_a_page_that_fits(topic: str, *, color: bool) -> None:
    """Each page is set for the width of the terminal, and says as much as its source."""
    shown = re.sub(r"\x1b\[[0-9;]*m", "", manual.styled(manual.page(topic), 72, color=color))
    assert max(map(len, shown.split("\n"))) <= 72
    told = set(
        re.findall(r"[a-z]{5,}", re.sub(r"(?m)^( {4}.*|\|.*|```.*)$", "", manual.page(topic)))
    )
    assert {word for word in told if word not in re.sub(r"\s+", "", shown)} == set()


@pytest.mark.parametrize("topic", manual.topics())
def test_lines_of_a_page_are_short(topic: str) -> None:
    """A page is read in a pipe, too: its prose keeps to 100 columns."""
    prose = [line for line in manual.page(topic).split("\n") if not line.startswith("|")]
    assert max(map(len, prose)) <= 100


def test_every_exit_code_is_on_its_page() -> None:
    """The table has each exit code, and no other."""
    told = re.findall(r"^\| (\d+) \|", manual.page("exit-codes"), re.MULTILINE)
    assert sorted(map(int, told)) == sorted(ExitCode)


def test_languages_are_those_of_the_data() -> None:
    """The table of languages names those that each stage has lists or parameters for."""
    table = dict(
        re.findall(r"^\| ([a-z][^|]+?) \| ([a-z ]+) \|$", manual.page("languages"), re.MULTILINE)
    )
    codes = languages.read_data("languages.json")["names"]
    wanted = {
        "reasons for removed lines": [
            path.name.split(".")[1] for path in (DATA / "cleaning").glob("phrases.*.json")
        ],
        "sentences": [code for code in codes if sentences.has_parameters(code)],
        "quotes and speakers": [path.stem for path in (DATA / "quotes").glob("??.json")],
        "summaries (openers that need context)": list(languages.read_data("summary/openers.json")),
        "summaries (word frequencies)": [
            path.stem for path in (DATA / "summary" / "idf").glob("*.json")
        ],
    }
    assert table.keys() == {*wanted, "stage"}
    assert {stage: table[stage].split() for stage in wanted} == {
        stage: sorted(known) for stage, known in wanted.items()
    }
