"""Stories: copies, versions and events are found, the same on every road to them."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import pytest

from batches import Inline, batch, folder
from conftest import SAMPLES, Run
from newsclean.batch import Job, Plan
from newsclean.batch import run as run_batch
from newsclean.options import Options
from newsclean.stories import Sketch, Story, group, sketch
from readme import NEWSROOM, renewed

SYLLABLES = ("ba", "ke", "lo", "mir", "tan", "su", "vel", "gro", "pin", "das", "fe", "hul")


def text(seed: int, size: int = 200) -> str:
    """A text that no other seed gives, and hardly a word of it."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(size)]
    return " ".join(f"{word}." if not number % 12 else word for number, word in enumerate(words, 1))


def stories(*texts: str, dates: tuple[str | None, ...] = ()) -> tuple[Story, ...]:
    dates = dates or (None,) * len(texts)
    return group(
        [sketch(each, language="en", date=date) for each, date in zip(texts, dates, strict=True)]
    )


def members(story: Story) -> list[int]:
    return [member.article for member in story.members]


def test_copies_are_found_whatever_was_done_to_them() -> None:
    """Cut, reordered, with as much again added, with words changed: one story, one version."""
    base = text(1).split(". ")
    cut = ". ".join(base[: int(len(base) * 0.6)])
    reordered = ". ".join([*base[8:], *base[:8]])
    added = ". ".join([*base[:8], *text(2, 130).split(". "), *base[8:]])
    edited = " ".join(
        "changed" if number % 40 == 0 else word for number, word in enumerate(text(1).split(), 1)
    )
    (story,) = stories(text(3), text(1), cut, text(4), reordered, added, edited, text(5))
    assert members(story) == [1, 2, 4, 5, 6]
    assert {member.version for member in story.members} == {1}
    assert story.longest == 5
    by_place = {member.article: member for member in story.members}
    assert by_place[2].in_longest > 0.9
    assert by_place[2].of_longest == pytest.approx(120 / 330, abs=0.06)


def test_a_shared_frame_makes_no_copies() -> None:
    """A site's closing words on every page, a third of each, make no story of 500 articles."""
    frame = text(999, 60)
    assert stories(*(f"{text(number, 120)} {frame}" for number in range(500))) == ()


def test_short_notes_are_copies_only_where_they_are_the_same() -> None:
    first, second = "Rain fell on Tuesday in the whole north.", "Rain fell on Tuesday in the south."
    (story,) = stories(first, second, first)
    assert members(story) == [0, 2]


def test_texts_without_blanks_are_compared_too() -> None:
    """Chinese and Thai copies are found, and two articles of one language are not copies."""
    first = "市议会周二投票决定恢复通往群岛的旧渡轮航线这条航线在二零一五年因风暴损坏码头而关闭" * 2
    second = "中央银行周三宣布将基准利率下调二十五个基点以支持经济增长分析人士此前普遍预期这一决定"
    thai = "สภาเมืองลงมติเมื่อวันอังคารให้เปิดเส้นทางเรือข้ามฟากสายเก่าไปยังหมู่เกาะอีกครั้งหลังจากปิดไปเมื่อสิบปีก่อน"
    found = stories(first, second, thai, first[:60], thai[:80])
    assert [members(story) for story in found] == [[0, 3], [2, 4]]


def test_the_earliest_is_told_by_date_and_time_zone() -> None:
    """An hour decides, in whatever zone it is given; what has no date comes last."""
    same = text(7)
    dates = (None, "2026-03-02T09:00:00+00:00", "2026-03-02T09:30:00+01:00", "March")
    (story,) = stories(same, same, same, same, dates=dates)
    assert story.earliest == 2


FIRE = (
    "Flames tore through the Kastellan cement works in Vardø on Monday night, killing three "
    "workers. Fire chief Solveig Rustad said a conveyor had overheated. The Kastellan owner, Pavel "
    "Drozdov, closed the Vardø works and promised the families help."
)
AGAIN = (
    "Three people died when a fire broke out at the Kastellan cement works. Rustad, who leads "
    "the brigade of Vardø, blames a conveyor. Drozdov, owner of Kastellan, spoke of the darkest "
    "day for Vardø since the war. Solveig Rustad praised the workers who had rung the alarm."
)


def test_reports_on_one_event_are_one_story_of_two_versions() -> None:
    """They share names and rare words and no sentence; a month later it is another event."""
    others = [text(number) for number in range(20, 40)]
    near = ("2026-02-02", "2026-02-03", *(["2026-02-02"] * 20))
    (story,) = stories(FIRE, AGAIN, *others, dates=near)
    assert members(story) == [0, 1]
    assert [member.version for member in story.members] == [1, 2]
    far = ("2026-02-02", "2026-03-15", *near[2:])
    assert stories(FIRE, AGAIN, *others, dates=far) == ()


def test_a_sketch_survives_the_ledger() -> None:
    made = sketch(text(1), language="en", title="T", date="2026-01-02")
    again = Sketch.unpack(json.loads(json.dumps(made.pack())))
    assert again.pack() == made.pack()
    assert again.modulus == 1
    assert len(again.shingles) == 197


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Six articles of which two are copies of others, one of them cut."""
    path = folder(tmp_path / "in", 0)
    for number in range(4):
        (path / f"a{number}.txt").write_text(text(number).replace(". ", ".\n\n"))
    (path / "b0.txt").write_text(text(0)[:1200].replace(". ", ".\n\n"))
    (path / "c2.txt").write_text(text(2).replace(". ", ".\n\n"))
    return path


@pytest.mark.parametrize("output_format", ["jsonl", "csv", "parquet"])
def test_every_article_keeps_its_row_and_names_its_story(
    articles: Path, tmp_path: Path, output_format: str
) -> None:
    out = tmp_path / f"all.{output_format}"
    plan = Plan(
        (str(articles),),
        str(out),
        Job(Options(clean=False, method="lead"), output_format, stories=True),
        quiet=True,
    )
    run_batch(plan, lambda _line: None, executor=Inline)
    if output_format == "jsonl":
        records = [json.loads(line) for line in out.read_text().splitlines()]
        found = [record["story"]["number"] if "story" in record else None for record in records]
        assert records[0]["story"]["longest"].endswith("a0.txt")
        assert records[4]["story"]["of_longest"] < 0.7
    elif output_format == "csv":
        rows = csv.DictReader(io.StringIO(out.read_text(), newline=""))
        found = [int(row["story"]) if row["story"] else None for row in rows]
    else:
        parquet = pytest.importorskip("pyarrow.parquet")
        found = parquet.read_table(out).column("story").to_pylist()
    assert found == [1, None, 2, None, 1, 2]


def test_records_with_a_story_are_valid(articles: Path, tmp_path: Path) -> None:
    """The schema of the package describes the member `story`."""
    jsonschema = pytest.importorskip("jsonschema")
    from newsclean.languages import read_data

    batch(articles, out=tmp_path / "plain.jsonl", output_format="jsonl")
    plan = Plan(
        (str(articles),),
        str(tmp_path / "all.jsonl"),
        Job(Options(clean=False, method="lead"), "jsonl", stories=True),
        quiet=True,
    )
    run_batch(plan, lambda _line: None, executor=Inline)
    schema = read_data("schema/newsclean-1.schema.json")
    for line in (tmp_path / "all.jsonl").read_text().splitlines():
        jsonschema.validate(json.loads(line), schema)


def test_results_do_not_depend_on_jobs_or_on_a_first_run(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    """One worker, three, and a second run that has nothing to do: the same files."""
    options = ("--stories", "--statistics", "--no-clean", "--method", "lead", "-q")
    for name, jobs in (("one", 1), ("three", 3), ("one", 2)):
        done = run("batch", "in", "-o", f"{name}.csv", "--jobs", jobs, *options)
        assert done.returncode == 0, done.stderr
    for suffix in ("csv", "stories.csv", "statistics.json"):
        one, three = (tmp_path / f"{name}.{suffix}" for name in ("one", "three"))
        assert one.read_bytes() == three.read_bytes()


def test_one_summary_a_story_names_its_sources(run: Run, articles: Path) -> None:
    """`stories --together` cites the file of each sentence; JSON has the summary with it."""
    done = run("stories", "in", "--together", "--no-clean", "-q")
    assert done.returncode == 0, done.stderr
    heads = [line for line in done.stdout.decode().splitlines() if line.startswith("Story")]
    assert len(heads) == 2
    assert b"[in/a0.txt]" in done.stdout or b"[in/b0.txt]" in done.stdout
    record = json.loads(run("stories", "in", "--together", "--no-clean", "--json", "-q").stdout)
    assert len(record["stories"]) == 2
    sources = {said["source"] for said in record["stories"][1]["summary"]["sentences"]}
    assert sources <= {"in/a2.txt", "in/c2.txt"}
    assert sources


def test_who_is_quoted_most_is_one_command(run: Run, tmp_path: Path) -> None:
    """`newsclean voices FOLDER` prints the most quoted first, and nothing is left behind."""
    folder(tmp_path / "in", 3)
    done = run("voices", "in", "--no-clean", "-q")
    assert done.stdout.decode().splitlines()[0].startswith("Ilse Brandt")
    assert b"1 quote in 3 articles" in done.stdout
    table = run("voices", "in", "--no-clean", "-q", "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert rows[0]["speaker"] == "Ilse Brandt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "in"]


def test_stories_in_every_format(run: Run, articles: Path) -> None:
    """As text, Markdown and a table: the same stories, the longest first of those without date."""
    (articles / "d2.txt").write_text(
        "Published 2 March 2026\n\n" + (articles / "a2.txt").read_text()
    )
    told = run("stories", "in", "--no-clean", "-q").stdout.decode().split("\n\n")
    first = told[0].splitlines()
    assert first[0] == "Story 1: in/a0.txt"
    known = "no date in/a0.txt: 200 words, longest, text 1, 2 copies"
    assert " ".join(first[1].split()) == known
    assert "100% of it in the longest copy, 52% of that one in it" in first[2]
    marked = run("stories", "in", "--no-clean", "-q", "--format", "markdown").stdout.decode()
    assert marked.startswith("## Story 1: in/a0.txt\n\n1. in/a0.txt: 200 words, longest")
    assert marked.count("\n1. ") == 5
    done = run("stories", "in", "--no-clean", "-q", "-o", "stories.csv")
    assert done.stdout == b""
    table = (articles.parent / "stories.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["file"] for row in rows[:2]] == ["in/a0.txt", "in/b0.txt"]
    assert [row["longest"] for row in rows[:2]] == ["yes", ""]
    assert [row["of_longest"] for row in rows[:2]] == ["1.0", "0.52"]


def test_a_summary_of_a_story_as_markdown_is_a_list(run: Run, articles: Path) -> None:
    """Each sentence is an item that names its file; a title is no heading of its own."""
    (articles / "a0.txt").write_text("# Fire *again*\n\n" + (articles / "a0.txt").read_text())
    done = run("stories", "in", "--together", "--no-clean", "-q", "--format", "markdown")
    head, summary, files = done.stdout.decode().split("\n\n")[:3]
    assert head.startswith("## Story 1: ")
    assert "\n# " not in done.stdout.decode()
    items = summary.splitlines()
    assert all(item.startswith("- ") for item in items)
    assert all(item.endswith(("*in/a0.txt*", "*in/b0.txt*")) for item in items)
    assert len(files.splitlines()) == 2


def test_stories_of_strangers_are_none(run: Run, tmp_path: Path) -> None:
    """Where no two articles tell one story that is said, and the output is empty."""
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(text(number))
    for form, empty in (("text", b""), ("markdown", b"")):
        done = run("stories", "1.txt", "2.txt", "--no-clean", "--format", form)
        assert (done.returncode, done.stdout.strip()) == (0, empty)
        assert b"no two articles tell one story" in done.stderr
    assert run("stories", "1.txt", "--format", "parquet").returncode == 2
    assert run("stories", "1.txt", "2.txt", "--no-clean", "-q").stderr == b""


def test_nothing_is_said_of_strangers_where_there_is_a_story(run: Run, articles: Path) -> None:
    """The note that no two articles tell one story is for where that is so."""
    done = run("stories", "in", "--no-clean")
    assert done.stdout
    assert b"no two articles" not in done.stderr


def test_voices_for_programs_and_for_tables(run: Run, tmp_path: Path) -> None:
    """JSON has roles and files as lists, `--top` says how many, `-o` writes by the suffix."""
    for name in ("harbour-audit.txt", "levee-school.txt"):
        (tmp_path / name).write_bytes((SAMPLES / name).read_bytes())
    names = ("harbour-audit.txt", "levee-school.txt")
    voices = json.loads(run("voices", *names, "--json", "-q").stdout)["voices"]
    assert [voice["quotes"] for voice in voices] == sorted(
        (voice["quotes"] for voice in voices), reverse=True
    )
    (aas,) = (voice for voice in voices if voice["speaker"] == "Pernille Aas")
    assert aas["roles"] == ["managing director"]
    assert aas["files"] == ["harbour-audit.txt"]
    assert any(voice["roles"] == [] for voice in voices)
    top = run("voices", *names, "--top", "2", "-q", "--format", "tsv").stdout.decode()
    assert len(top.splitlines()) == 3
    done = run("voices", *names, "-o", "voices.json", "-q")
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads((tmp_path / "voices.json").read_text())["voices"] == voices
    (tmp_path / "quiet.txt").write_text("Nobody spoke in the valley, and the rain went on.\n" * 9)
    done = run("voices", "quiet.txt", "--no-clean")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"no quote has a speaker" in done.stderr


def test_statistics_count_what_was_removed_and_what_failed(run: Run, tmp_path: Path) -> None:
    """Removals by reason, articles by language, failures by cause; as text and as JSON."""
    (tmp_path / "in").mkdir()
    sample = SAMPLES / "harbour-audit.txt"
    (tmp_path / "in" / "a.txt").write_bytes(sample.read_bytes())
    (tmp_path / "in" / "b.txt").write_bytes(b"\x89PNG\0\0")
    done = run("batch", "in", "-o", "out", "--statistics")
    assert b"donation appeal" in done.stderr
    numbers = json.loads((tmp_path / "out" / "statistics.json").read_text())
    record = json.loads((tmp_path / "out" / "a.json").read_text())
    assert numbers["articles"] == 1
    assert numbers["words"] == record["words"]
    assert set(numbers["removed"]) == {removal["reason"] for removal in record["removed"]}
    assert numbers["languages"] == {"en": 1}
    assert sum(numbers["failed"].values()) == 1
    assert numbers["quotes"]["all"] == len(record["quotes"])


def test_what_a_stream_cannot_have_is_said(run: Run, articles: Path) -> None:
    done = run("batch", "in", "-o", "-", "--stories")
    assert done.returncode == 2
    assert b"--stories needs all articles" in done.stderr


@pytest.mark.slow
def test_the_page_of_help_shows_what_the_commands_print() -> None:
    """Every console block of `newsclean help newsroom` is what its commands print today."""
    text = NEWSROOM.read_text(encoding="utf-8")
    assert renewed(text) == text
