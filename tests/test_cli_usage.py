"""What a user asks of the commands, rightly and wrongly: options together, names, formats."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from conftest import HARBOUR, Run

TEXT = HARBOUR.read_text(encoding="utf-8")
COMMANDS = ("summarize", "clean", "quotes", "explain", "batch", "learn", "methods", "config")
MAIL = "From a@b.example Tue Mar  3 09:00:00 2026\nFrom: A <a@b.example>\nSubject: {}\n\n{}\n\n"


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    """Two messages in a mailbox."""
    path = tmp_path / "m.mbox"
    path.write_text(MAIL.format("One", TEXT) + MAIL.format("Two", TEXT))
    return path


def validate(record: object) -> None:
    """Check a record by the schema that the package ships."""
    schema = resources.files("newsclean.data") / "schema" / "newsclean-1.schema.json"
    jsonschema.validate(record, json.loads(schema.read_text(encoding="utf-8")))


@pytest.mark.parametrize("command", ["clean", "explain", "stories", "methods"])
def test_a_command_that_is_made_alone_is_the_same(run: Run, command: str) -> None:
    """`newsclean clean --help` makes that command only, `newsclean help clean` all of them."""
    assert run(command, "--help").stdout == run("help", command).stdout


def test_a_collection_is_several_inputs(run: Run, mailbox: Path) -> None:
    """The articles of one file are JSON Lines, headed by their names, and no HTML page."""
    done = run("summarize", mailbox, "--json")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["source"]["name"] for record in records] == [f"{mailbox}#1", f"{mailbox}#2"]
    shown = run("clean", mailbox).stdout.decode()
    assert re.findall(r"^==> (.*) <==$", shown, re.MULTILINE) == [f"{mailbox}#1", f"{mailbox}#2"]
    assert run("summarize", mailbox, "--format", "html").returncode == 2


def test_a_bad_record_does_not_stop_the_next(run: Run, tmp_path: Path) -> None:
    """All good articles of a file are given, each bad one is named, the code is 1."""
    good = json.dumps({"text": TEXT})
    (tmp_path / "a.jsonl").write_text(f'{good}\n{{"text": "cut\n[1]\n{good}\n')
    done = run("clean", "a.jsonl")
    assert done.returncode == 1
    assert done.stdout.count(b"==> a.jsonl#") == 2
    assert done.stderr.splitlines() == [
        b"newsclean: a.jsonl#2: not a JSON object",
        b"newsclean: a.jsonl#3: not a JSON object",
    ]


def test_several_inputs_are_no_html_page(run: Run) -> None:
    """Several pages in one stream are none; the error names the way to have them."""
    done = run("summarize", HARBOUR, HARBOUR, "--format", "html")
    assert done.returncode == 2
    assert b"newsclean batch" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_small_records_fit_the_schema(run: Run, output_format: str) -> None:
    """--together and --headline have JSON, and the shipped schema describes it."""
    done = run("summarize", HARBOUR, HARBOUR, "--together", "--format", output_format)
    together = json.loads(done.stdout)
    validate(together)
    assert {s["source"] for s in together["summary"]["sentences"]} == {str(HARBOUR)}
    headline = json.loads(run("summarize", HARBOUR, "--headline", "--format", output_format).stdout)
    validate(headline)
    assert headline["headline"].startswith("Harbour board votes")
    lines = run("summarize", HARBOUR, HARBOUR, "--headline", "--json").stdout.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == [headline["headline"]] * 2


def test_together_explains(run: Run) -> None:
    """--together --explain says how each sentence scored."""
    done = run("summarize", HARBOUR, HARBOUR, "--together", "--explain", "--length", "2")
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 4
    assert re.match(r" {4}score -?\d+\.\d\d, rank 1 of \d+$", lines[1])


@pytest.mark.parametrize(
    "args",
    [
        ("--together", "--format", "html"),
        ("--headline", "--format", "html"),
        ("--explain", "--format", "markdown"),
        ("--together", "--explain", "--format", "markdown"),
    ],
)
def test_what_has_no_such_format_says_so(run: Run, args: tuple[str, ...]) -> None:
    """An option that a format cannot show is an error, not silence."""
    done = run("summarize", HARBOUR, *args)
    assert done.returncode == 2
    assert b" has no format " in done.stderr
    assert done.stdout == b""


def test_names_are_shown_not_obeyed(run: Run, tmp_path: Path) -> None:
    """Escapes and line breaks in a file's name reach nobody's terminal."""
    name = "a\x1b[31m\nb.txt"
    (tmp_path / name).write_text(TEXT)
    for args in (("clean", name), ("summarize", "--together", name), ("clean", "-v", name)):
        done = run(*args, name)
        assert b"\x1b" not in done.stdout + done.stderr
        assert b"\nb.txt" not in done.stdout + done.stderr
    assert b"==> a\\x1b[31m\\x0ab.txt <==\n" in run("clean", name, name).stdout


def test_dropping_everything_leaves_no_article(run: Run) -> None:
    """--drop is obeyed to the last line, and says that it was it."""
    done = run("clean", HARBOUR, "--drop", ".")
    assert done.returncode == 3
    assert b"--drop" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize(
    "args",
    [
        ("explain", HARBOUR),
        ("summarize", HARBOUR, "--together"),
        ("summarize", HARBOUR, "--explain"),
        ("summarize", HARBOUR, "--headline"),
        ("methods",),
    ],
)
def test_all_prose_is_wrapped(
    run: Run, run_tty: Callable[..., tuple[int, str]], args: tuple[object, ...]
) -> None:
    """On a terminal no line is wider than it, and no word is cut."""
    _, shown = run_tty(*args, columns=44, env={"NO_COLOR": "1"})
    assert max(map(len, shown.splitlines())) <= 44
    assert set(re.findall(r"[a-z]+", shown)) == set(
        re.findall(r"[a-z]+", run(*args).stdout.decode())
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_usage_and_version(run: Run, command: str) -> None:
    """The usage line names the command and its options; --version works behind it too."""
    first = run(command, "--help").stdout.decode().splitlines()[0]
    assert first.startswith(f"Usage: newsclean {command} ")
    assert "[OPTIONS]" in first
    assert run(command, "--version").stdout == run("--version").stdout


@pytest.mark.parametrize("args", [("--from", "htlm"), ("--method", "lead", "--focus", "pier")])
def test_a_wrong_option_is_told_once(run: Run, args: tuple[str, ...]) -> None:
    """What no input could do with is one line and exit 2, however many inputs there are."""
    done = run("summarize", HARBOUR, HARBOUR, *args)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert done.stdout == b""


def test_bare_newsclean_helps(run: Run) -> None:
    """Without a command there is the help, on stderr as nothing was asked for."""
    done = run()
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr == run("--help").stdout


def test_quotes_of_an_article_without_any(run: Run) -> None:
    """No quote is no output, not a blank line."""
    done = run("quotes", "--no-clean", stdin=b"Rain fell all day. It stopped at night.\n")
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf"])
@pytest.mark.parametrize("command", [("clean",), ("batch", "-o", "out")])
def test_a_time_limit_is_a_time(run: Run, command: tuple[str, ...], value: str) -> None:
    """No time at all is no limit."""
    done = run(*command, HARBOUR, "--time-limit", value)
    assert done.returncode == 2
    assert b"more than 0 seconds" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".PDF", ".parquet"])
def test_a_suffix_that_promises_another_format(run: Run, tmp_path: Path, suffix: str) -> None:
    """Text is not written under a name that says otherwise, unless --format says so."""
    done = run("clean", HARBOUR, "-o", f"x{suffix}")
    assert done.returncode == 2
    assert b".json" in done.stderr
    assert run("clean", HARBOUR, "-o", f"x{suffix}", "--format", "text").returncode == 0


def test_suffixes_of_what_is_written(run: Run, tmp_path: Path) -> None:
    """.jsonl is a line for each article; an unknown suffix and none are text."""
    run("clean", HARBOUR, "-o", "x.jsonl")
    run("clean", HARBOUR, HARBOUR, "-o", "y.jsonl")
    counts = [len((tmp_path / name).read_text().splitlines()) for name in ("x.jsonl", "y.jsonl")]
    assert counts == [1, 2]
    for name in ("x.out", "x"):
        run("clean", HARBOUR, "-o", name)
        assert (tmp_path / name).read_bytes() == run("clean", HARBOUR).stdout


@pytest.mark.parametrize("name", ["ftp://x.example/y", "file:///etc/hosts", "gopher://x"])
def test_other_addresses_are_told(run: Run, name: str) -> None:
    """What is an address but not of the web is no missing file."""
    done = run("clean", name)
    assert done.returncode == 2
    assert done.stderr == f"newsclean: {name}: only http and https addresses are read\n".encode()


def test_the_case_of_a_scheme_does_not_matter(run: Run) -> None:
    """`HTTP://` is an address too: it is asked for, and private ones are refused."""
    assert b"private address" in run("clean", "HTTP://127.0.0.1/x").stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--site", "none.json"), "none.json: cannot read the site file: No such file"),
        (("--site", "bad.json"), "bad.json: not a site file: give one that 'newsclean learn"),
        (("--length", "101%"), "not a length: '101%'; give sentences (3)"),
        (("--method", "zzz"), "no such method: 'zzz'; known are newsclean, lead"),
        (("--favour", "x"), "--favour must be balance, precision or recall, not 'x'"),
        (("--drop", "["), "--drop '[' is not a regular expression"),
    ],
)
def test_errors_are_plain(run: Run, tmp_path: Path, args: tuple[str, str], says: str) -> None:
    """An error names what is wrong and what is allowed, without numbers of the system."""
    (tmp_path / "bad.json").write_text("[1]")
    done = run("summarize", HARBOUR, *args)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"newsclean: {says}")
    assert b"Errno" not in done.stderr


@pytest.mark.parametrize(
    "command", [("config",), ("clean", HARBOUR), ("batch", HARBOUR, "-o", "o")]
)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('length = "abc"', "not a length: 'abc'"),
        ('method = "lexrnk"', "no such method: 'lexrnk'; did you mean 'lexrank'?"),
        ('drop = ["["]', "--drop '[' is not a regular expression"),
        ('show = "body"', "--show takes any of"),
        ('language = "germn"', "no language is called 'germn'"),
        ('site = "none.json"', "none.json: cannot read the site file"),
        ("time_limit = 0", "the time limit must be more than 0"),
    ],
)
def test_a_wrong_value_names_its_source(
    run: Run, tmp_path: Path, command: tuple[object, ...], text: str, says: str
) -> None:
    """What a file says wrongly is an error in `config` as in use, and the file is named."""
    (tmp_path / "newsclean.toml").write_text(text)
    done = run(*command)
    assert done.returncode == 2
    assert f"newsclean.toml: {says}" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_patterns_of_a_file_are_used(run: Run, tmp_path: Path) -> None:
    """`keep` and `drop` in a configuration hold where no flag says otherwise."""
    (tmp_path / "newsclean.toml").write_text('drop = ["^The pier"]\n')
    assert b"\nThe pier" not in run("clean", HARBOUR).stdout
    assert b"\nThe pier" in run("clean", HARBOUR, "--drop", "^xyz").stdout


def test_config_speaks_toml(run: Run, tmp_path: Path) -> None:
    """Values are shown as a file would have them; nothing is a dash."""
    (tmp_path / "newsclean.toml").write_text('keep = ["^x"]\nclean = false\nlength = 4\n')
    told = dict(
        re.match(r"(\w+) +(.*?) +\S+$", line).groups()  # type: ignore[union-attr]
        for line in run("config").stdout.decode().splitlines()
    )
    assert told["keep"] == '["^x"]'
    assert told["drop"] == "[]"
    assert told["clean"] == "false"
    assert told["length"] == "4"
    assert told["language"] == "-"
    assert told["method"] == '"newsclean"'


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("summarize --method le", "lead\nlexrank"),
        ("summarize --format j", "json\njsonl"),
        ("batch --format par", "parquet"),
        ("clean --favour re", "recall"),
        ("summarize --show article,s", "article,summary"),
        ("quotes --from ht", "html"),
        ("explain --color al", "always"),
    ],
)
def test_values_are_completed(run: Run, words: str, offered: str) -> None:
    """A shell offers what an option takes."""
    line = f"newsclean {words}"
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    done = run(env={"_NEWSCLEAN_COMPLETE": "complete_bash", **asked})
    assert done.stdout.decode().strip() == offered


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_all_quotes_have_each_word_once(run: Run, form: str) -> None:
    """What goes on behind its attribution is printed with its beginning, and not again."""
    text = (
        "Ferry returns\n\n"
        "“We looked at every bolt,” Mara Quill told the council. “The engine was never the cause, "
        "and I said so.”\n\n"
        "The line was closed in 2015 after a storm had damaged both of the wooden piers.\n\n"
        "“The town has waited long enough,” Quill said. “Nobody wants to swim.”\n"
    )
    done = run("quotes", "--no-clean", "--format", form, stdin=text.encode())
    out = done.stdout.decode().partition('class="voices"')[2] if form == "html" else ""
    out = out.partition("</section>")[0] or done.stdout.decode()
    said = ("every bolt", "never the cause", "waited long enough", "wants to swim")
    assert [out.count(words) for words in said] == [1, 1, 1, 1]
    assert len(out.splitlines()) == 2 or form != "text"
