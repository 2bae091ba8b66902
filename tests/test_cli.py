"""The command line as a contract: what a shell script, a pipe and a person at a terminal see."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import HARBOUR, Run, environment, obey_interrupts

ANSI = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
COMMANDS = ("summarize", "clean", "quotes", "explain")
TEXT = HARBOUR.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_file_dash_and_pipe_give_the_same_bytes(run: Run, command: str) -> None:
    """`a.txt`, `- < a.txt` and `cat a.txt |` print the same."""
    by_name = run(command, HARBOUR)
    by_dash = run(command, "-", stdin=HARBOUR.read_bytes())
    by_pipe = run(command, stdin=HARBOUR.read_bytes())
    assert by_name.returncode == 0
    assert by_name.stdout
    assert by_name.stdout == by_dash.stdout == by_pipe.stdout


def test_no_input_on_a_terminal_says_what_to_do(run_tty: Callable[..., tuple[int, str]]) -> None:
    """With no file and a terminal as standard input it ends at once with 2 instead of waiting."""
    code, shown = run_tty("summarize")
    assert code == 2
    assert "nothing to read" in shown
    assert "--help" in shown


def test_several_files_are_told_apart(run: Run, tmp_path: Path) -> None:
    """Each of several inputs is headed by its name; a name that begins with - stands after --."""
    (tmp_path / "-x.txt").write_text(TEXT)
    done = run("clean", "--", "-x.txt", HARBOUR)
    assert done.returncode == 0
    assert b"==> -x.txt <==" in done.stdout
    assert f"==> {HARBOUR} <==".encode() in done.stdout


def test_several_files_as_json_are_json_lines(run: Run) -> None:
    """Two inputs with --json give two lines, each a document of its own."""
    done = run("summarize", HARBOUR, HARBOUR, "--json")
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [record["schema_version"] for record in records] == [1, 1]


def test_folder_says_batch(run: Run, tmp_path: Path) -> None:
    """A folder given to summarize is a usage error that names `batch`."""
    done = run("summarize", tmp_path)
    assert done.returncode == 2
    assert b"newsclean batch" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_encodings_give_the_same_article(run: Run, encoding: str, bom: bytes) -> None:
    """One article in different encodings gives the same output."""
    text = TEXT.replace("Reyes", "Réyes")
    plain = run("summarize", stdin=text.encode())
    other = run("summarize", stdin=bom + text.encode(encoding))
    assert plain.returncode == 0
    assert other.stdout == plain.stdout


def test_cp1252_is_recognised_and_can_be_forced(run: Run) -> None:
    """A cp1252 copy is read as such, and --encoding overrides what would be guessed."""
    text = TEXT.replace("Reyes", "Réyes").replace('"We have', "“We have")
    plain = run("summarize", stdin=text.encode())
    assert run("summarize", stdin=text.encode("cp1252")).stdout == plain.stdout
    forced = run("summarize", "--encoding", "cp1252", stdin=text.encode("cp1252"))
    assert forced.stdout == plain.stdout


def bad_inputs(tmp_path: Path) -> dict[str, tuple[Path, int, bytes]]:
    """Name -> (path, exit code, what the line on stderr says)."""
    files = {
        "empty.txt": (b"", 1, b"empty"),
        "blank.txt": (b" \n\n\t\n", 1, b"empty"),
        "binary.bin": (bytes(range(256)) * 20, 1, b"binary"),
        "menu.txt": (b"Home\nNews\nSport\nLog in\nContact us\n(c) 2025\n", 3, b"article"),
    }
    cases = {"missing.txt": (tmp_path / "missing.txt", 1, b"no such file")}
    for name, (data, code, says) in files.items():
        (tmp_path / name).write_bytes(data)
        cases[name] = (tmp_path / name, code, says)
    return cases


@pytest.mark.parametrize(
    "name", ["missing.txt", "empty.txt", "blank.txt", "binary.bin", "menu.txt"]
)
def test_bad_input_is_one_line_and_a_code(run: Run, tmp_path: Path, name: str) -> None:
    """A bad input gives one line on stderr that names it, its exit code, and no output."""
    path, code, says = bad_inputs(tmp_path)[name]
    done = run("summarize", path)
    assert done.returncode == code
    assert done.stdout == b""
    assert done.stderr.startswith(f"newsclean: {path}: ".encode())
    assert says in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_one_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    """The good inputs are printed, the bad one is named, the code is 1."""
    done = run("clean", tmp_path / "missing.txt", HARBOUR)
    assert done.returncode == 1
    assert b"east pier" in done.stdout
    assert b"missing.txt: no such file" in done.stderr


def test_no_article_among_several_is_3(run: Run, tmp_path: Path) -> None:
    """Where all could be read but one held no article, the code is 3."""
    (tmp_path / "menu.txt").write_text("Home\nNews\nSport\nLog in\nContact us\n")
    assert run("clean", "menu.txt", HARBOUR).returncode == 3


@pytest.mark.parametrize("command", COMMANDS)
def test_pipe_has_no_escape_and_no_wrapping(run: Run, command: str) -> None:
    """Piped output has no ANSI escape, and a paragraph stays one line."""
    out = run(command, HARBOUR, env={"COLUMNS": "40", "TERM": "xterm"}).stdout
    assert b"\x1b" not in out
    assert max(len(line) for line in out.split(b"\n")) > 80


def test_terminal_is_wrapped_and_set(run_tty: Callable[..., tuple[int, str]]) -> None:
    """On a terminal: escapes, lines no longer than it is wide, the summary last."""
    code, shown = run_tty("summarize", HARBOUR, columns=60)
    assert code == 0
    assert ANSI.search(shown)
    plain = ANSI.sub("", shown)
    assert max(len(line) for line in plain.split("\n")) <= 60
    title, voices = plain.index("Harbour board votes"), plain.index("Key quotes")
    assert title < voices < plain.index("\nSummary ")


def test_terminal_is_never_wider_than_100(run_tty: Callable[..., tuple[int, str]]) -> None:
    """A wide terminal does not make lines that nobody can read."""
    _, shown = run_tty("summarize", HARBOUR, columns=160)
    assert 80 < max(len(line) for line in ANSI.sub("", shown).split("\n")) <= 100


@pytest.mark.parametrize(
    ("args", "env", "colored"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        ((), {"TERM": "dumb", "FORCE_COLOR": "0"}, False),
        ((), {"TERM": "dumb", "FORCE_COLOR": ""}, False),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_color_on_a_terminal(
    run_tty: Callable[..., tuple[int, str]],
    args: tuple[str, ...],
    env: dict[str, str],
    colored: bool,  # noqa: FBT001
) -> None:
    """NO_COLOR and TERM=dumb turn colour off, --color wins over both."""
    _, shown = run_tty("summarize", HARBOUR, *args, env=env)
    assert bool(ANSI.search(shown)) is colored


@pytest.mark.parametrize(("args", "env"), [(("--color", "always"), {}), ((), {"FORCE_COLOR": "1"})])
def test_color_can_be_forced_in_a_pipe(
    run: Run, args: tuple[str, ...], env: dict[str, str]
) -> None:
    """FORCE_COLOR and --color always colour a pipe."""
    assert b"\x1b[" in run("summarize", HARBOUR, *args, env=env).stdout


HOSTILE = (
    "Harbour board votes [red]to close[/b] the pier\n\n"
    "The board \x1b[31mdecided\x1b[0m on [bold]Tuesday[/bold] evening by seven votes to two that "
    "the east pier of the port will be closed for two years, \x07a spokesman\x9b2J said [/b].\n\n"
    "Boats will be moved to the inner basin \u202egpj.exe\u202c where the berths are narrower and "
    "there are no cranes at all, according to the harbour master of the town.\n\n"
    'The plan "will cost us [link=http://x]the whole autumn[/link] and more," said Ingrid Soler, '
    "who chairs the fishing association of the port and its forty boats.\n"
)


@pytest.mark.parametrize("output_format", ["rich", "text", "markdown", "json", "html"])
def test_hostile_text_is_shown_not_obeyed(run: Run, output_format: str) -> None:
    """Escape codes, Rich markup and bidi overrides of an article reach nobody's terminal."""
    done = run("summarize", "--no-clean", "--format", output_format, stdin=HOSTILE.encode())
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)
    if output_format == "text":
        assert "\\x1b[31mdecided" in shown
        assert "[bold]Tuesday[/bold]" in shown
        assert "\u202e" not in shown


def test_output_file_appears_whole_and_never_over_an_input(run: Run, tmp_path: Path) -> None:
    """-o leaves no temporary, takes the format from the suffix, and never overwrites an input."""
    done = run("summarize", HARBOUR, "-o", tmp_path / "out.json")
    assert done.returncode == 0
    assert done.stdout == b""
    assert json.loads((tmp_path / "out.json").read_text())["schema_version"] == 1
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT)
    refused = run("clean", copy, "-o", copy)
    assert refused.returncode == 2
    assert copy.read_text() == TEXT
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.txt", "home", "out.json"]


def test_output_into_a_missing_folder_is_one_line(run: Run, tmp_path: Path) -> None:
    """A file that cannot be written is an error of one line, not a traceback."""
    done = run("clean", HARBOUR, "-o", tmp_path / "none" / "out.txt")
    assert done.returncode == 1
    assert b"cannot write" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_same_bytes_under_any_hash_seed(run: Run, seed: str) -> None:
    """Two runs on the same input are byte-identical."""
    first = run("summarize", HARBOUR, "--json", env={"PYTHONHASHSEED": "7"})
    assert run("summarize", HARBOUR, "--json", env={"PYTHONHASHSEED": seed}).stdout == first.stdout


def test_closed_pipe_is_141_and_silent(tmp_path: Path, home: Path) -> None:
    """`newsclean clean big.txt | head -1` prints one line, no traceback, and exits 141."""
    body = TEXT[TEXT.index("The Port of") : TEXT.index("Related stories")]
    (tmp_path / "big.txt").write_text((body + "\n") * 200)
    command = (
        f"'{sys.executable}' -m newsclean summarize --no-clean --show article big.txt | head -1"
    )
    shell = f"{command}; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", shell],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(home),
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("The Port of Kelling")
    assert lines[1] == "141"


def test_ctrl_c_is_130_and_quick(tmp_path: Path, home: Path) -> None:
    """Ctrl-C while it waits for input ends it, without a traceback."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsclean", "summarize", "-"],
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
        cwd=tmp_path,
        preexec_fn=obey_interrupts,  # noqa: PLW1509 - it sets a handler and no more
    )
    os.write(writing, b"Rain fell.")
    while process.poll() is None and _bytes_in(reading):
        time.sleep(0.01)
    time.sleep(0.2)  # what was there has been read: now it waits for more
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    os.close(reading)
    os.close(writing)
    assert process.returncode == 130
    assert b"Traceback" not in err


def _bytes_in(pipe: int) -> int:
    """How many bytes nobody has read yet."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("summarize", "--lenght", "3"), b"--length"),
        (("sumarize",), b"summarize"),
        (("summarize", "--method", "lexrnk"), b"lexrank"),
        (("summarize", "--format", "jsn"), b"json"),
        (("summarize", "--favour", "precison"), b"precision"),
        (("summarize", "--color", "allways"), b"always"),
        (("summarize", "--language", "germn"), b"german"),
        (("summarize", "--show", "articel"), b"article"),
        (("summarize", "--length", "3x"), b"20%"),
        (("summarize", "--drop", "["), b"["),
        (("summarize", "--encoding", "utf-9"), b"utf-9"),
        (("summarize", "--from", "htlm"), b"html"),
        (("summarize", "--site", "none.json"), b"none.json"),
        (("quotes", "--quotes", "some"), b"all"),
    ],
)
def test_a_wrong_word_suggests_the_right_one(run: Run, args: tuple[str, ...], says: bytes) -> None:
    """An unknown option or value is exit 2 and one line that says what would be right."""
    done = run(*args, stdin=HARBOUR.read_bytes())
    assert done.returncode == 2, done.stderr
    assert says.lower() in done.stderr.lower()
    assert done.stderr.count(b"\n") == 1
    assert done.stdout == b""


def test_show_chooses_parts(run: Run) -> None:
    """--show prints what it names, and --length its number of sentences."""
    done = run("summarize", HARBOUR, "--show", "summary", "--length", "1")
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("The Port of Kelling will close")


def test_clean_prints_the_body_only(run: Run) -> None:
    """`clean` prints the paragraphs, and nothing of what stands around them."""
    shown = run("clean", HARBOUR).stdout.decode()
    body = TEXT[TEXT.index("The Port of") : TEXT.index("Related stories")]
    assert shown.strip() == body.strip()


def test_quotes_name_their_speakers(run: Run) -> None:
    """`quotes` prints each quote with the full name of who said it."""
    lines = run("quotes", HARBOUR).stdout.decode().splitlines()
    by_words = {line[1:20]: line for line in lines}
    assert "Tomas Reyes" in by_words["We have patched thi"]
    assert "Ingrid Soler" in by_words["Nobody asked us how"]


def test_explain_accounts_for_every_line(run: Run) -> None:
    """`explain` names every line of the input, kept or removed with its reason."""
    shown = run("explain", HARBOUR).stdout.decode()
    for line in filter(None, TEXT.splitlines()):
        assert line in shown
    assert re.search(r"^share buttons +Share on Facebook", shown, re.MULTILINE)
    assert re.search(r"^copyright +© 2025 Kelling Courier", shown, re.MULTILINE)
    assert re.search(r"^kept +The Port of Kelling", shown, re.MULTILINE)


def test_quiet_silences_notes_and_verbose_adds_them(run: Run) -> None:
    """-q leaves stderr empty, -v says how the input was read."""
    assert run("clean", HARBOUR, "-q").stderr == b""
    assert b"language en" in run("clean", HARBOUR, "-v").stderr


def test_time_limit_is_124(run: Run, tmp_path: Path) -> None:
    """An input that takes too long ends with 124 and says so."""
    (tmp_path / "long.txt").write_text(TEXT * 400)
    done = run("summarize", "long.txt", "--no-clean", "--time-limit", "0.05")
    assert done.returncode == 124
    assert b"--time-limit" in done.stderr


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("summarize", "--help")])
def test_help_is_light(home: Path, args: tuple[str, ...]) -> None:
    """--version and --help load none of the heavy packages."""
    code = (
        "import sys\nfrom newsclean.__main__ import main\nsys.argv=['newsclean', *sys.argv[1:]]\n"
        "try:\n    main()\nexcept SystemExit as e:\n    assert not e.code\n"
        "heavy = {'nltk','sumy','numpy','lxml','rich','dask','pypdf'} & set(sys.modules)\n"
        "print('heavy:', sorted(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        env=environment(home),
        check=True,
    )
    assert done.stdout.endswith("heavy: []\n")


def test_default_path_loads_no_summarizer_library(home: Path) -> None:
    """A summary by our own method imports neither nltk nor sumy, nor lxml for plain text."""
    code = (
        "import sys, numpy\n"
        "given = set(sys.modules)  # numpy 1 imports numpy.ma itself\n"
        "import newsclean\n"
        f"newsclean.digest(open({str(HARBOUR)!r}).read())\n"
        "heavy = {'nltk','sumy','lxml','rich','scipy','sklearn','numpy.ma'}\n"
        "print(sorted(heavy & (set(sys.modules) - given)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(home),
        check=True,
    )
    assert done.stdout == "[]\n"


def test_help_begins_with_examples_and_fits_a_small_terminal(run: Run) -> None:
    """`newsclean --help` shows examples first and fits 80 columns by 24 lines."""
    lines = run("--help").stdout.decode().splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert "newsclean summarize article.txt" in lines[2]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_there(run: Run, shell: str) -> None:
    """Each shell gets a completion script, and it completes commands."""
    script = run(env={"_NEWSCLEAN_COMPLETE": f"source_{shell}"}).stdout.decode()
    assert f"_NEWSCLEAN_COMPLETE=complete_{shell}" in script.replace('"', "")
    words = {"COMP_WORDS": "newsclean su", "COMP_CWORD": "1"}
    words |= {"_TYPER_COMPLETE_ARGS": "newsclean su", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert b"summarize" in run(env={"_NEWSCLEAN_COMPLETE": f"complete_{shell}", **words}).stdout


def test_configuration_is_layered_and_told(run: Run, tmp_path: Path) -> None:
    """A flag wins over the environment, that over the folder's file; `config` names each origin."""
    (tmp_path / "newsclean.toml").write_text('length = "1"\nmethod = "lead"\n')
    one = run("summarize", HARBOUR, "--show", "summary").stdout
    two = run("summarize", HARBOUR, "--show", "summary", env={"NEWSCLEAN_LENGTH": "2"}).stdout
    three = run("summarize", HARBOUR, "--show", "summary", "--length", "3").stdout
    assert len(one) < len(two) < len(three)
    told = run("config", env={"NEWSCLEAN_LENGTH": "2"}).stdout.decode()
    assert re.search(r'^length +"2" +NEWSCLEAN_LENGTH$', told, re.MULTILINE)
    assert re.search(r'^method +"lead" +.*newsclean\.toml$', told, re.MULTILINE)
    assert re.search(r'^favour +"balance" +default$', told, re.MULTILINE)


def test_unknown_configuration_key_is_an_error(run: Run, tmp_path: Path) -> None:
    """A misspelt key is not passed over in silence."""
    (tmp_path / "newsclean.toml").write_text('lenght = "1"\n')
    done = run("clean", HARBOUR)
    assert done.returncode == 2
    assert b"length" in done.stderr


def test_it_works_without_a_network_and_writes_nothing(tmp_path: Path, home: Path) -> None:
    """The main job opens no socket and leaves no file, not even in the home folder."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        f"sys.argv = ['newsclean', 'summarize', {str(HARBOUR)!r}, '--json']\n"
        "from newsclean.__main__ import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=environment(home),
        cwd=tmp_path,
        check=True,
    )
    assert json.loads(done.stdout)["title"].startswith("Harbour board")
    assert os.listdir(home) == []
    assert os.listdir(tmp_path) == ["home"]


def test_unexpected_failure_is_two_lines() -> None:
    """A bug is told in two lines with how to report it; --debug shows the rest."""
    code = (
        "import sys\nfrom newsclean import pipeline\n"
        "def broken(*a): raise RuntimeError('boom')\n"
        "pipeline.digest_document = broken\n"
        "from newsclean.__main__ import main\nmain()"
    )
    brief, full = (
        subprocess.run(
            [sys.executable, "-c", code, "clean", str(HARBOUR), *more],
            capture_output=True,
            text=True,
            check=False,
        )
        for more in ((), ("--debug",))
    )
    assert brief.returncode == 1
    assert brief.stderr.count("\n") == 2
    assert "report" in brief.stderr
    assert "Traceback" in full.stderr
