"""What a batch notes of each article for what it says of all of them: stories and statistics.

A note is made by the worker that has the article, and kept behind the article's line. It is
small, and what is made of all notes in their order depends on nothing else: not on the number of
workers, nor on which run digested an article.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newsclean.output.json import SCHEMA_VERSION

if TYPE_CHECKING:
    from newsclean.document import Digest
    from newsclean.stories import Story

Note = Mapping[str, Any]


def make(digest: Digest, *, stories: bool, statistics: bool) -> str | None:
    """The note of an article as JSON on one line; None if none is wanted."""
    if not stories and not statistics:
        return None
    article, metadata = digest.article, digest.article.metadata
    title, date, site = (
        each.value if each else None for each in (metadata.title, metadata.date, metadata.site)
    )
    note: dict[str, Any] = {
        "file": digest.document.name,
        "title": title,
        "date": date,
        "site": site,
        "language": article.language,
        "words": article.words_kept,
    }
    if stories:
        from newsclean.stories import sketch

        text = sketch(article.text, language=article.language, title=title, date=date)
        note["sketch"] = text.pack()
    if statistics:
        note["statistics"] = _statistics(digest)
    return json.dumps(note)


def _statistics(digest: Digest) -> dict[str, Any]:
    from newsclean.languages import count_words

    removed: dict[str, list[int]] = {}
    for removal in digest.article.removals:
        counts = removed.setdefault(removal.reason, [0, 0])
        counts[0] += sum(1 for line in removal.text.split("\n") if line.strip())
        counts[1] += count_words(removal.text)
    return {
        "read": digest.article.words_read,
        "removed": removed,
        "quotes": len(digest.quotes),
        "attributed": sum(1 for quote in digest.quotes if quote.speaker),
    }


def group(notes: Iterable[Note], common: float | None) -> tuple[list[Note], Sequence[Story]]:
    """The notes without their sketches, and the stories that the sketches make."""
    from newsclean import stories

    known: list[Note] = []
    sketches = []
    for note in notes:
        sketches.append(stories.Sketch.unpack(note["sketch"]))
        known.append({name: value for name, value in note.items() if name != "sketch"})
    return known, stories.group(sketches, common=stories.COMMON if common is None else common)


def story_of_each(notes: Sequence[Note], found: Iterable[Story]) -> dict[int, dict[str, Any]]:
    """What the record of each article that is in a story says of it, by the article's place."""
    from newsclean.stories import record

    names = [note["file"] for note in notes]
    return {
        member.article: record(story, member, names) for story in found for member in story.members
    }


def stories_record(notes: Sequence[Note], found: Iterable[Story]) -> dict[str, Any]:
    """All stories with their articles, ready for JSON."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stories": [
            {
                "number": story.number,
                "earliest": notes[story.earliest]["file"],
                "longest": notes[story.longest]["file"],
                "articles": [
                    {
                        **{
                            name: notes[member.article][name]
                            for name in ("file", "title", "date", "site", "language", "words")
                        },
                        "version": member.version,
                        "in_longest": round(member.in_longest, 2),
                        "of_longest": round(member.of_longest, 2),
                    }
                    for member in story.members
                ],
            }
            for story in found
        ],
    }


def story_rows(record: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The rows of a table of stories (`output.tables.STORIES`)."""
    for story in record["stories"]:
        for each in story["articles"]:
            yield [
                story["number"],
                each["version"],
                *(each[name] for name in ("file", "title", "date", "site", "words")),
                "yes" if each["file"] == story["earliest"] and each["date"] else "",
                "yes" if each["file"] == story["longest"] else "",
                each["in_longest"],
                each["of_longest"],
            ]


def statistics_record(notes: Iterable[Note], causes: Mapping[str, int]) -> dict[str, Any]:
    """The numbers of a batch, ready for JSON.

    Args:
        notes: those of all articles.
        causes: how many inputs came to nothing, by the reason.
    """
    articles = words = read = quotes = attributed = 0
    lines, removed = Counter[str](), Counter[str]()
    by: dict[str, Counter[str]] = {"site": Counter(), "language": Counter(), "month": Counter()}
    for note in notes:
        numbers = note["statistics"]
        articles += 1
        words += note["words"]
        read += numbers["read"]
        quotes += numbers["quotes"]
        attributed += numbers["attributed"]
        for reason, (its_lines, its_words) in numbers["removed"].items():
            lines[reason] += its_lines
            removed[reason] += its_words
        by["site"][note["site"] or "unknown"] += 1
        by["language"][note["language"]] += 1
        by["month"][_month(note["date"])] += 1
    return {
        "schema_version": SCHEMA_VERSION,
        "articles": articles,
        "words": {"read": read, "kept": words},
        "removed": {
            reason: {"lines": lines[reason], "words": removed[reason]}
            for reason in sorted(removed, key=lambda reason: (-removed[reason], reason))
        },
        "failed": dict(sorted(causes.items(), key=lambda item: (-item[1], item[0]))),
        "sites": _sorted(by["site"]),
        "languages": _sorted(by["language"]),
        "months": dict(sorted(by["month"].items())),
        "quotes": {"all": quotes, "with_speaker": attributed, "without": quotes - attributed},
    }


def _month(date: str | None) -> str:
    import re

    found = re.match(r"\d{4}-\d\d(?=-)", date or "")
    return found[0] if found else "unknown"


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
