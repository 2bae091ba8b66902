"""Stories, voices and statistics of many articles -> text for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsclean.document import Summary
from newsclean.output import markdown, tables
from newsclean.output.parts import day
from newsclean.output.safe import one_line, printable
from newsclean.output.wrap import hanging, wrap

_MARGIN = 14
_ROWS = 15
"""Sites and the like that the statistics name; `statistics.json` has all of them."""


def render(
    record: Mapping[str, Any],
    summaries: Mapping[int, Summary],
    width: int | None,
) -> str:
    """Each story: its summary if there is one, then its articles, the earliest first.

    Args:
        record: what `batch.notes.stories_record` gives.
        summaries: by a story's number.
        width: fold lines to so many columns.
    """
    blocks = []
    for story in record["stories"]:
        lines = [_heading(story)]
        if summary := summaries.get(story["number"]):
            for scored in summary.sentences:
                text = f"{printable(scored.sentence.text)} [{one_line(scored.source or '')}]"
                lines += wrap(text, width)
            lines.append("")
        lines += [_article(story, each, width) for each in _in_time(story)]
        blocks.append("\n".join(line.rstrip("\n") for line in lines) + "\n")
    return "\n".join(blocks)


def render_markdown(record: Mapping[str, Any], summaries: Mapping[int, Summary]) -> str:
    """The same as Markdown."""
    blocks = []
    for story in record["stories"]:
        blocks.append(f"## {markdown.escape(_heading(story))}")
        if summary := summaries.get(story["number"]):
            blocks.append(
                "\n".join(
                    f"- {markdown.escape(printable(scored.sentence.text))} "
                    f"*{markdown.escape(one_line(scored.source or ''))}*"
                    for scored in summary.sentences
                )
            )
        blocks.append(
            "\n".join(
                f"1. {markdown.escape(one_line(_label(each)))}: {_about(story, each, dated=True)}"
                for each in _in_time(story)
            )
        )
    return "\n\n".join(blocks) + "\n" if blocks else ""


def render_voices(rows: Sequence[tables.Row], width: int | None) -> str:
    """Who is quoted: how often, in how many articles, in which roles."""
    if not rows:
        return ""
    at = min(30, max(len(str(row[0])) for row in rows) + 2)
    text = []
    for row in rows:
        voice = dict(zip(tables.VOICES, row, strict=True))
        quotes, articles = int(str(voice["quotes"])), int(str(voice["articles"]))
        said = f"{_count(quotes, 'quote')} in {_count(articles, 'article')}"
        roles = f": {one_line(str(voice['roles']))}" if voice["roles"] else ""
        text.append(hanging(one_line(str(voice["speaker"])), said + roles, width, at))
    return "".join(text)


def render_statistics(record: Mapping[str, Any], width: int | None) -> str:
    """The numbers of a batch, a block for each kind."""
    words, quotes = record["words"], record["quotes"]
    blocks = [
        _block(
            f"{_count(record['articles'], 'article')}, "
            f"{words['kept']:,} of {_count(words['read'], 'word')} kept, "
            f"{_count(quotes['all'], 'quote')}, {quotes['with_speaker']:,} with a speaker",
            [],
            width,
        ),
        _block(
            "removed",
            [
                (reason, f"{_count(each['words'], 'word')}, {_count(each['lines'], 'line')}")
                for reason, each in record["removed"].items()
            ],
            width,
        ),
    ]
    for name in ("failed", "sites", "languages", "months"):
        items = [(key, f"{number:,}") for key, number in record[name].items()]
        blocks.append(_block(name, items[:_ROWS], width))
        if len(items) > _ROWS:
            blocks[-1] += f"  and {len(items) - _ROWS:,} more\n"
    return "\n".join(block for block in blocks if block)


def _block(head: str, items: Iterable[tuple[str, str]], width: int | None) -> str:
    rows = [(one_line(name), value) for name, value in items]
    if not rows and head in ("removed", "failed", "sites", "languages", "months"):
        return ""
    at = max((len(name) for name, _ in rows), default=0) + 4
    lines = (hanging(f"  {name}", value, width, at) for name, value in rows)
    return f"{head}\n" + "".join(lines)


def _heading(story: Mapping[str, Any]) -> str:
    articles = story["articles"]
    first = next(each for each in articles if each["file"] == story["earliest"])
    return printable(f"Story {story['number']}: {first['title'] or first['file']}")


def _in_time(story: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted(
        story["articles"],
        key=lambda each: (each["file"] != story["earliest"], each["date"] or "~", each["file"]),
    )


def _article(story: Mapping[str, Any], each: Mapping[str, Any], width: int | None) -> str:
    date = day(each["date"]) if each["date"] else "no date"
    return hanging(
        f"  {one_line(date)}",
        f"{one_line(_label(each))}: {_about(story, each)}",
        width,
        _MARGIN,
    )


def _label(each: Mapping[str, Any]) -> str:
    return f"{each['file']} ({each['site']})" if each["site"] else str(each["file"])


def _about(story: Mapping[str, Any], each: Mapping[str, Any], *, dated: bool = False) -> str:
    same = [other for other in story["articles"] if other["version"] == each["version"]]
    facts = [_count(each["words"], "word")]
    if dated and each["date"]:
        facts.insert(0, markdown.escape(day(each["date"])))
    facts += ["earliest"] if each["file"] == story["earliest"] and each["date"] else []
    facts += ["longest"] if each["file"] == story["longest"] else []
    if len(same) > 1:
        longest = max(same, key=lambda other: int(other["words"]))
        if longest is each:
            facts.append(f"text {each['version']}, {len(same)} copies")
        else:
            facts.append(
                f"text {each['version']}, {each['in_longest']:.0%} of it in the longest copy, "
                f"{each['of_longest']:.0%} of that one in it"
            )
    return ", ".join(facts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
