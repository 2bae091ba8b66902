"""Agencies are told, they do not speak: in many languages no word says so.

"powiedział PAP", "цитирует политика УНИАН", "sdělil ČTK": the agency stands right behind the verb,
in a case that its letters do not show, and is whom the speaker talked to. English and its
neighbours say "told"; they are left alone. What somebody writes on a platform ("dans un communiqué
sur Telegram") the platform does not say, in any language. Nobody is better than the wrong speaker.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean.languages import read_data

if TYPE_CHECKING:
    from newsclean.quotes.draft import QuoteDraft

_TOLD = frozenset(
    ("ru", "uk", "be", "bg", "sr", "hr", "sl", "pl", "cs", "sk", "el", "ro", "hu", "lt", "lv", "et")
)


def without_agency(quote: QuoteDraft, language: str) -> QuoteDraft:
    """`quote` without its speaker where that is a news agency, or a platform to write on."""
    if quote.speaker is None:
        return quote
    name = quote.speaker.lower().replace("-", " ")
    if name not in _platforms() and not (language in _TOLD and name in _agencies()):
        return quote
    return quote._replace(speaker=None, role=None, speaker_start=None, speaker_end=None)


@cache
def _agencies() -> frozenset[str]:
    listed = read_data("cleaning/agencies.json")["agencies"].values()
    return frozenset(form for forms in listed for form in forms.split(" | "))


@cache
def _platforms() -> frozenset[str]:
    listed: str = read_data("cleaning/agencies.json")["platforms"]
    return frozenset(listed.split(" | "))
