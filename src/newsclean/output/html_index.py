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

from newsclean.output.html_parts import escape, language_of, moment, page, share_bar, time
from newsclean.output.interface import Interface, load
from newsclean.output.tables import Voices

_SPEAKERS_SHOWN = 5
_SITES_SHOWN = 4
_VOICES_SHOWN = 20


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
    voices: tuple[tuple[str, int, str], ...] = ()
    """Who is quoted, how often, and in which role ("" where none is named)."""
    story: Mapping[str, Any] | None = None
    """What `stories.record` says of it."""


def entry_from_record(record: Mapping[str, Any], path: str) -> Entry:
    """The entry for a JSON record whose page is at `path`, relative to the index."""
    speakers = Counter(said["speaker"] for said in record["quotes"] if said["speaker"])
    roles: dict[str, str] = {}
    for said in record["quotes"]:
        if said["speaker"] and said["role"]:
            roles.setdefault(said["speaker"], said["role"])
    return Entry(
        path=path,
        name=record["source"]["name"],
        title=record["title"],
        byline=record["byline"],
        date=record["date"],
        site=record["site"],
        language=record["language"],
        summary=_summary(record),
        speakers=tuple(speaker for speaker, _ in speakers.most_common()),
        words_read=record["words"]["read"],
        words_kept=record["words"]["kept"],
        voices=tuple(
            (speaker, times, roles.get(speaker, "")) for speaker, times in speakers.most_common()
        ),
    )


def _summary(record: Mapping[str, Any]) -> str:
    """The summary as one paragraph, the points of a list with a dash before each."""
    said = record["summary"]["sentences"]
    return " ".join(f"– {one['text']}" if one.get("point") else one["text"] for one in said)


def render_index(
    entries: Sequence[Entry], *, title: str | None = None, interface: str = "en"
) -> str:
    """The index page as text: the newest article first, those without a date last.

    Articles of one story are one item, with the longest in sight and the others folded behind it.

    Args:
        entries: the articles.
        title: what the page is called.
        interface: the language of its own words.
    """
    ui = load(interface)
    title = title or ui.tell("articles")
    # Two stable sorts: the date runs down, names and titles run up.
    ordered = sorted(entries, key=lambda entry: (entry.title or entry.name, entry.path))
    ordered.sort(key=_day, reverse=True)
    items = "\n".join(_item(entries, ui) for entries in _stories(ordered))
    body = "\n".join(
        (
            '<main class="index">',
            (
                f'<header><h1>{escape(title)}</h1><p class="count" id="count" aria-live="polite"'
                f' data-of="{escape(ui.tell("shown_of", shown="#", total="##"))}">'
                f"{escape(ui.count('article_count', len(entries)))}</p></header>"
            ),
            _controls(entries, ui),
            _voices(entries, ui),
            f'<ul class="list" id="list">\n{items}\n</ul>',
            (
                f'<p class="none" id="none" hidden>{escape(ui.tell("none_found"))}'
                f' <button type="button" id="clear">{escape(ui.tell("show_all"))}</button></p>'
            ),
            f'<footer class="colophon"><p>{escape(ui.tell("cleaned_by"))}</p></footer>',
            "</main>",
        )
    )
    return page(title, body, ui, styles=("base.css", "index.css"), script="index.js")


def _stories(ordered: Sequence[Entry]) -> list[list[Entry]]:
    """The articles of each story, the longest first, at the place of its first one."""
    found: dict[object, list[Entry]] = {}
    for entry in ordered:
        key = entry.story["number"] if entry.story else entry.path
        found.setdefault(key, []).append(entry)
    return [
        sorted(entries, key=lambda entry: -entry.words_kept) if len(entries) > 1 else entries
        for entries in found.values()
    ]


def _voices(entries: Sequence[Entry], ui: Interface) -> str:
    """Who is quoted most in all articles; each name leads to the articles."""
    voices = Voices()
    texts = set()
    for entry in sorted(entries, key=lambda entry: -entry.words_kept):
        text = (entry.story["number"], entry.story["version"]) if entry.story else entry.path
        new = text not in texts  # what a copy quotes was counted with the longest one
        texts.add(text)
        for speaker, times, role in entry.voices:
            voices.add_voice(entry.name, speaker, times if new else 0, role)
    rows = voices.rows()[:_VOICES_SHOWN]
    if not rows:
        return ""
    items = []
    for name, quotes, articles, _words, roles, _files in rows:
        said = ui.tell(
            "voice_count",
            quotes=ui.count("quote_count", int(str(quotes))),
            articles=ui.count("article_count", int(str(articles))),
        )
        first = str(roles).split("; ", maxsplit=1)[0]
        items.append(
            f'<li><a href="#speaker={_parameter(str(name))}"><bdi>{escape(str(name))}'
            f"</bdi></a> <span>{escape(said)}</span>"
            + (f' <span dir="auto">{escape(first)}</span>' if first else "")
            + "</li>"
        )
    return (
        f'<details class="voices" id="voices"><summary>{escape(ui.tell("most_quoted"))}</summary>'
        f"<ol>{''.join(items)}</ol></details>"
    )


def _day(entry: Entry) -> str:
    day = moment(entry.date)
    return day.date().isoformat() if day else ""


def _parameter(text: str) -> str:
    """A text as the value of a parameter in an address; a lone surrogate is no character."""
    return quote(text.encode("utf-8", "replace"), safe="")


def _controls(entries: Sequence[Entry], ui: Interface) -> str:
    """Search and filters, hidden until the script is there to serve them."""
    speakers = Counter(name for entry in entries for name in entry.speakers)
    return "\n".join(
        (
            '<form class="controls" id="controls" role="search" hidden>',
            (
                f'<label class="search">{escape(ui.tell("search"))}'
                '<input type="search" id="q" autocomplete="off"'
                ' spellcheck="false"></label>'
            ),
            _select("site", (entry.site for entry in entries), ui),
            _select("language", (entry.language for entry in entries), ui),
            (
                f"<label>{escape(ui.tell('speaker'))}"
                '<input type="search" id="speaker" list="speakers" autocomplete="off"'
                ' spellcheck="false"></label>'
            ),
            '<datalist id="speakers">',
            *(f'<option value="{escape(name)}"></option>' for name in sorted(speakers)),
            "</datalist>",
            "</form>",
        )
    )


def _select(name: str, values: Iterable[str | None], ui: Interface) -> str:
    counts = Counter(value for value in values if value)
    options = "".join(
        f'<option value="{escape(value)}">{escape(value)} ({ui.number(counts[value])})</option>'
        for value in sorted(counts, key=lambda value: (value.casefold(), value))
    )
    return (
        f'<label>{escape(ui.tell(name))}<select id="{name}">'
        f'<option value="">{escape(ui.tell("all"))}</option>{options}</select></label>'
    )


def _item(entries: Sequence[Entry], ui: Interface) -> str:
    """An article, or a story: one of its articles, and the others folded behind it."""
    entry, *others = entries
    share = ui.share(entry.words_kept, entry.words_read)
    kept = ui.count("kept", entry.words_read, part=ui.number(entry.words_kept))
    kept = escape(ui.tell("kept_share", kept=kept, share=share))
    lines = [
        "<li>",
        _about(entry, ui),
        f"<div {language_of(entry.language)}>",
        (
            f'<h2 dir="auto"><a href="{_address(entry.path)}">'
            f"{escape(entry.title or entry.name)}</a></h2>"
        ),
    ]
    if entry.byline:
        lines.append(f'<p class="byline" dir="auto">{escape(entry.byline)}</p>')
    if entry.summary:
        lines.append(f'<p class="summary" dir="auto">{escape(entry.summary)}</p>')
    lines += [_speakers(entry.speakers, ui), "</div>"]
    lines.append(
        f'<p class="kept" title="{kept}"><span>{escape(ui.tell("share_kept", share=share))}</span>'
        f"{share_bar(entry.words_kept, entry.words_read, kept)}</p>"
    )
    lines.append(_others(entry, others, ui))
    return "\n".join((*(line for line in lines if line), "</li>"))


def _about(entry: Entry, ui: Interface) -> str:
    about = [f'<span class="site">{escape(entry.site)}</span>'] if entry.site else []
    about += [time(entry.date, ui)] if entry.date else []
    about.append(f'<span class="language">{escape(entry.language)}</span>')
    return f'<p class="about">{" ".join(about)}</p>'


def _others(entry: Entry, others: Sequence[Entry], ui: Interface) -> str:
    """The other articles of a story, closed, with their sites on the outside."""
    if not others:
        return ""
    more = escape(ui.count("story_more", len(others)))
    sites = list(dict.fromkeys(other.site for other in others if other.site))
    if sites:
        shown = f"<bdi>{'</bdi>, <bdi>'.join(map(escape, sites[:_SITES_SHOWN]))}</bdi>"
        rest = len(sites) - _SITES_SHOWN
        if rest > 0:
            shown = ui.tell("and_more", names=shown, n=ui.number(rest))
        more = ui.tell("story_from", more=more, sites=shown)
    items = "\n".join(_other(entry, other, ui) for other in others)
    return f'<details class="story"><summary>{more}</summary>\n<ul>\n{items}\n</ul></details>'


def _other(entry: Entry, other: Entry, ui: Interface) -> str:
    told, first = other.story or {}, entry.story or {}
    facts = []
    if told.get("version") == first.get("version"):
        facts.append(ui.tell("copy", share=ui.percent(round(100 * told.get("in_longest", 0)))))
    else:
        facts.append(ui.tell("version"))
    if told.get("earliest") == other.name and other.date:
        facts.append(ui.tell("earliest"))
    facts.append(ui.count("words", other.words_kept))
    speakers = "".join(f'<bdi class="speaker">{escape(name)}</bdi>' for name in other.speakers)
    return (
        f"<li>{_about(other, ui)}\n<div {language_of(other.language)}>"
        f'<h3 dir="auto"><a href="{_address(other.path)}">{escape(other.title or other.name)}'
        f"</a></h3><span hidden>{speakers}</span></div>\n"
        f'<p class="facts">{escape(" · ".join(facts))}</p></li>'
    )


def _address(path: str) -> str:
    """A path as a relative address; the dot keeps "javascript:a.html" from having a scheme."""
    return "./" + quote(path, errors="surrogateescape")


def _speakers(speakers: Sequence[str], ui: Interface) -> str:
    """The first few in sight; the others are there for the filter to find."""
    if not speakers:
        return ""
    names = [f'<bdi class="speaker">{escape(name)}</bdi>' for name in speakers]
    shown = ", ".join(names[:_SPEAKERS_SHOWN])
    if rest := names[_SPEAKERS_SHOWN:]:
        shown = ui.tell("and_more", names=shown, n=ui.number(len(rest)))
        shown += f"<span hidden>{''.join(rest)}</span>"
    return f'<p class="speakers">{shown}</p>'
