"""What every readable format needs to know of a digest: its parts, its facts, its key quotes."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.document import Digest, Quote
from newsclean.errors import UsageError

PARTS = ("article", "quotes", "summary")
"""The parts of a digest, in the order they are shown: the summary stands last, by the prompt."""


def parse_show(value: str) -> tuple[str, ...]:
    """The parts named in `article,quotes`, in the order they are shown.

    Raises:
        UsageError: a name that is no part, or none at all.
    """
    asked = [name.strip() for name in value.split(",") if name.strip()]
    wrong = [name for name in asked if name not in PARTS]
    if wrong or not asked:
        raise UsageError(
            f"--show takes any of {', '.join(PARTS)}; not {', '.join(wrong) or value!r}"
        )
    return tuple(part for part in PARTS if part in asked)


def title(digest: Digest) -> str | None:
    """The headline, if one is known."""
    field = digest.article.metadata.title
    return field.value if field else None


def facts(digest: Digest) -> list[str]:
    """What is known of the article besides its headline: author, date, words kept, site.

    The site stands last: in front, where no author is known, it would be taken for one.
    """
    metadata = digest.article.metadata
    byline, date, site = metadata.byline, metadata.date, metadata.site
    read, kept = digest.article.words_read, digest.article.words_kept
    known = [
        byline.value if byline else "",
        day(date.value) if date else "",
        f"{kept:,} of {read:,} words kept",
        site.value if site else "",
    ]
    return list(filter(None, known))


def day(date: str) -> str:
    """The day of a date; one that is not ISO 8601 as it stands.

    >>> day("2026-03-02T08:00:00+01:00")
    '2026-03-02'
    """
    found = re.match(r"\d{4}-\d\d-\d\d(?=T|$)", date)
    return found[0] if found else date


def key_quotes(digest: Digest) -> list[Quote]:
    """The key quotes, in the article's order, no word twice; `key` has their rank.

    What a statement has of the quotes behind it is printed with it alone; where it has but the
    beginning of one, each is printed by itself.
    """
    keys = [quote for quote in digest.quotes if quote.key is not None]
    shown: list[Quote] = []
    while keys:
        first, *keys = keys
        rest = _letters(first.statement or "").removeprefix(_letters(first.text))
        parts = 0
        while parts < len(keys) and rest and (own := _letters(keys[parts].text)):
            if not rest.startswith(own):
                break
            rest, parts = rest.removeprefix(own), parts + 1
        if rest and parts < len(keys) and _letters(keys[parts].text).startswith(rest):
            first, parts = replace(first, statement=None), 0
        shown.append(first)
        keys = keys[parts:]
    return shown


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def attribution(quote: Quote) -> str:
    """Who said it, with the role where it is known: `Sergei Lavrov, Russian Foreign Minister`."""
    if quote.speaker is None:
        return ""
    return f"{quote.speaker}, {quote.role}" if quote.role else quote.speaker


def quoted(quote: Quote) -> str:
    """The words of a quote between marks; indirect speech, being nobody's exact words, without.

    A comma before the closing mark belongs to the sentence around the quote and is left out, and so
    is the attribution in the middle of what somebody says.
    """
    if quote.kind == "indirect":
        return quote.text
    return f"“{(quote.statement or quote.text).rstrip(' ,')}”"
