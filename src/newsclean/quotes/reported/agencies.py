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

_MAX_AGENCY_WORDS = 2
_TOLD = frozenset(
    ("ru", "uk", "be", "bg", "sr", "hr", "sl", "pl", "cs", "sk", "el", "ro", "hu", "lt", "lv", "et")
)


def without_agency(quote: QuoteDraft, language: str) -> QuoteDraft:
    """`quote` without its speaker where that is a news agency, or a platform to write on."""
    if quote.speaker is None:
        return quote
    name = quote.speaker.lower().replace("-", " ")
    if language in _TOLD:
        quote = _told_agency(quote)
    if name not in _platforms() and not (language in _TOLD and name in _agencies()):
        return quote
    return quote._replace(speaker=None, role=None, speaker_start=None, speaker_end=None)


def _told_agency(quote: QuoteDraft) -> QuoteDraft:
    """`quote` without the agency that is told behind its speaker's name: "Вера Ли РИА Новости"."""
    name = (quote.speaker or "").split()
    for size in range(1, min(_MAX_AGENCY_WORDS, len(name) - 2) + 1):
        told = " ".join(name[-size:])
        if told.lower() in _agencies():
            end = quote.speaker_end
            if end is not None and end - (quote.speaker_start or 0) > len(told):
                end -= len(told) + 1
            return quote._replace(speaker=" ".join(name[:-size]), speaker_end=end)
    return quote


@cache
def _agencies() -> frozenset[str]:
    listed = read_data("cleaning/agencies.json")["agencies"].values()
    return frozenset(form for forms in listed for form in forms.split(" | "))


@cache
def _platforms() -> frozenset[str]:
    listed: str = read_data("cleaning/agencies.json")["platforms"]
    return frozenset(listed.split(" | "))
