"""Articles with what a person would say of them in brief: the pairs the ranker learns from.

Human summaries of `data/summaries` (the BBC collection is never read), and the descriptions that
the pages of `data/pages` give of themselves where these are whole sentences in other words than
the article's, yet covered by it. `part` is "train" or "dev"; a dev pair is never trained on.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclean import languages
from newsclean.training import corpora

_WORD = re.compile(r"[^\W_]+")
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_META_NAME = re.compile(r"(?:name|property)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_META_CONTENT = re.compile(r"content\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")
_JSON_LD = re.compile(r"\"description\"\s*:\s*(\"(?:[^\"\\]|\\.)*\")")
_WHOLE = re.compile(r"(?<!\.\.)[.!?][\"”’»]?$")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")
_MAIL_HEAD = re.compile(
    r"^(?:By \. .{2,80}? \. )?"
    r"(?:(?:and|\||Last updated at|PUBLISHED:|UPDATED:|CREATED:)[^a-z]{0,3}.{0,60}?\d{4} \. "
    r"|\| \. )*"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and its references, each one whole summary."""

    id: str
    source: str
    part: str
    language: str
    title: str | None
    text: str
    references: tuple[str, ...]


def human_pairs(shared: Path) -> Iterator[Pair]:
    """Articles with summaries that people wrote, in the order of the files."""
    for record in corpora.summaries(shared, "cnndm_val1000"):
        yield _pair(record, "cnn", record["split"])
    for record in corpora.summaries(shared, "cnndm_train_misc"):
        mail = "CNN" not in record["text"][:200]
        text = _without_mail_marks(record["text"]) if mail else record["text"]
        source = "dailymail" if mail else "cnn"
        yield _pair(record | {"text": text}, source, record["split"])
    for record in corpora.summaries(shared, "orangesum_fr_train"):
        yield _pair(record, "orangesum", record["split"])
    for record in corpora.summaries(shared, "norsumm_nb_dev"):
        yield _pair(record, "norsumm", record["split"])
    for name in ("xsum_en", "cstnews_pt", "vietnews_vi_train"):
        for record in corpora.summaries(shared, name):
            yield _pair(record, name.split("_", 1)[0], record["split"])


def described_pairs(shared: Path) -> Iterator[Pair]:
    """Article pages with the descriptions they give of themselves, where these will do."""
    for source in corpora.ARTICLE_SOURCES:
        for record in corpora.pages(shared, source):
            if told := description(shared, record):
                language = record.get("lang") or languages.detect(record["gold"])
                changed = {"reference": [told], "text": record["gold"], "lang": language}
                yield _pair(record | changed, "descriptions", record["split"])


def _pair(record: dict[str, Any], source: str, part: str) -> Pair:
    language = record["lang"][:2]
    return Pair(
        id=record["id"],
        source=source,
        part=part,
        language="nb" if language == "no" else language,
        title=record.get("title"),
        text=record["text"],
        references=tuple(record["reference"]),
    )


def _without_mail_marks(text: str) -> str:
    """Takes out the by-line and the stray full stops of the Daily Mail's dump."""
    body = text[_MAIL_HEAD.match(text).end() :]  # type: ignore[union-attr] # it matches nothing too
    return re.sub(r"(?<=[\w,;]) \. (?=[a-z])", " ", body)


def description(shared: Path, record: dict[str, Any]) -> str | None:
    """What a page says of itself, if it is a summary in other words than the article's."""
    raw = corpora.page_html(shared, record)
    page = _decoded(raw)
    said = [_content(meta) for meta in _META.findall(page)]
    said += [_unquoted(quoted) for quoted in _JSON_LD.findall(page)]
    body = [word.lower() for word in _WORD.findall(record["gold"])]
    known = frozenset(body)
    running = " ".join(body)
    fit = [
        told
        for told in dict.fromkeys(_cleaned(text) for text in said if text)
        if _is_summary(told, known, running)
    ]
    return max(fit, key=lambda told: len(told.split()), default=None)


def _is_summary(told: str, known: frozenset[str], running: str) -> bool:
    found = [word.lower() for word in _WORD.findall(told)]
    if len(found) < 10 or not _WHOLE.search(told) or " ".join(found) in running:
        return False
    long = Counter(word in known for word in found if len(word) > 3)
    return long[True] >= 0.55 * max(1, long.total())


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(raw[:3000])
        name = declared.group(1).decode("ascii", "replace") if declared else "cp1252"
    try:
        return raw.decode(name, "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")


def _content(meta: str) -> str:
    name, content = _META_NAME.search(meta), _META_CONTENT.search(meta)
    if not name or not content or name.group(1).lower() not in _DESCRIPTIONS:
        return ""
    return content.group(1) or content.group(2) or ""


def _unquoted(quoted: str) -> str:
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return ""


def _cleaned(text: str) -> str:
    plain = html.unescape(html.unescape(text))
    return " ".join(re.sub(r"<[^>]+>", "", plain).split())
