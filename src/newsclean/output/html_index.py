"""A folder's articles -> `index.html`: headlines, summaries, search, filters, how much was kept.

It is made from JSON records (`output/json.py`), not from digests, so that a batch may write it
from what is on disk. Without its script the page is a plain list; the script reads that list and
nothing else, so no article's words ever stand inside code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from newsclean.output.html_parts import count, escape, moment, page, percent, share_bar, time

_SPEAKERS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as the index shows it.

    `path` is that of its page, relative to the index, with slashes; `name` is the input's.
    """

    path: str
    name: str
    title: str | None
    byline: str | None
    date: str | None
    site: str | None
    language: str
    summary: str
    speakers: tuple[str, ...]
    words_read: int
    words_kept: int


def entry_from_record(record: Mapping[str, Any], path: str) -> Entry:
    """The entry for a JSON record whose page is at `path`, relative to the index."""
    speakers = Counter(said["speaker"] for said in record["quotes"] if said["speaker"])
    return Entry(
        path=path,
        name=record["source"]["name"],
        title=record["title"],
        byline=record["byline"],
        date=record["date"],
        site=record["site"],
        language=record["language"],
        summary=" ".join(sentence["text"] for sentence in record["summary"]["sentences"]),
        speakers=tuple(speaker for speaker, _ in speakers.most_common()),
        words_read=record["words"]["read"],
        words_kept=record["words"]["kept"],
    )


def render_index(entries: Sequence[Entry], *, title: str = "Articles") -> str:
    """The index page as text: the newest article first, those without a date last."""
    # Two stable sorts: the date runs down, names and titles run up.
    ordered = sorted(entries, key=lambda entry: (entry.title or entry.name, entry.path))
    ordered.sort(key=_day, reverse=True)
    items = "\n".join(_item(entry) for entry in ordered)
    body = "\n".join(
        (
            '<main class="index">',
            (
                f'<header><h1>{escape(title)}</h1><p class="count" id="count" aria-live="polite">'
                f"{count(len(entries), 'article')}</p></header>"
            ),
            _controls(entries),
            f'<ul class="list" id="list">\n{items}\n</ul>',
            (
                '<p class="none" id="none" hidden>No article has all of that.'
                ' <button type="button" id="clear">Show all</button></p>'
            ),
            '<footer class="colophon"><p>Cleaned by newsclean.</p></footer>',
            "</main>",
        )
    )
    return page(title, body, styles=("base.css", "index.css"), script="index.js")


def _day(entry: Entry) -> str:
    day = moment(entry.date)
    return day.date().isoformat() if day else ""


def _controls(entries: Sequence[Entry]) -> str:
    """Search and filters, hidden until the script is there to serve them."""
    speakers = Counter(name for entry in entries for name in entry.speakers)
    return "\n".join(
        (
            '<form class="controls" id="controls" role="search" hidden>',
            (
                '<label class="search">Search<input type="search" id="q" autocomplete="off"'
                ' spellcheck="false"></label>'
            ),
            _select("site", "Site", (entry.site for entry in entries)),
            _select("language", "Language", (entry.language for entry in entries)),
            (
                '<label>Speaker<input type="search" id="speaker" list="speakers" autocomplete="off"'
                ' spellcheck="false"></label>'
            ),
            '<datalist id="speakers">',
            *(f'<option value="{escape(name)}"></option>' for name in sorted(speakers)),
            "</datalist>",
            "</form>",
        )
    )


def _select(name: str, label: str, values: Iterable[str | None]) -> str:
    counts = Counter(value for value in values if value)
    options = "".join(
        f'<option value="{escape(value)}">{escape(value)} ({counts[value]:,})</option>'
        for value in sorted(counts, key=lambda value: (value.casefold(), value))
    )
    return (
        f'<label>{label}<select id="{name}"><option value="">All</option>{options}</select></label>'
    )


def _item(entry: Entry) -> str:
    share = percent(entry.words_kept, entry.words_read)
    kept = f"{entry.words_kept:,} of {count(entry.words_read, 'word')} kept ({share})"
    about = [f'<span class="site">{escape(entry.site)}</span>'] if entry.site else []
    about += [time(entry.date)] if entry.date else []
    about.append(f'<span class="language">{escape(entry.language)}</span>')
    lines = [
        "<li>",
        f'<p class="about">{" ".join(about)}</p>',
        f'<div lang="{escape(entry.language)}">',
        (
            f'<h2 dir="auto"><a href="{_address(entry.path)}">'
            f"{escape(entry.title or entry.name)}</a></h2>"
        ),
    ]
    if entry.byline:
        lines.append(f'<p class="byline" dir="auto">{escape(entry.byline)}</p>')
    if entry.summary:
        lines.append(f'<p class="summary" dir="auto">{escape(entry.summary)}</p>')
    lines += [_speakers(entry.speakers), "</div>"]
    lines.append(
        f'<p class="kept" title="{kept}"><span>{share} kept</span>'
        f"{share_bar(entry.words_kept, entry.words_read, kept)}</p>"
    )
    return "\n".join((*(line for line in lines if line), "</li>"))


def _address(path: str) -> str:
    """A path as a relative address; the dot keeps "javascript:a.html" from having a scheme."""
    return "./" + quote(path, errors="surrogateescape")


def _speakers(speakers: Sequence[str]) -> str:
    """The first few in sight; the others are there for the filter to find."""
    if not speakers:
        return ""
    names = [f'<bdi class="speaker">{escape(name)}</bdi>' for name in speakers]
    shown = ", ".join(names[:_SPEAKERS_SHOWN])
    rest = names[_SPEAKERS_SHOWN:]
    more = f" and {len(rest)} more<span hidden>{''.join(rest)}</span>" if rest else ""
    return f'<p class="speakers">{shown}{more}</p>'
