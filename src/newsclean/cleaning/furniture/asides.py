"""Lines between the paragraphs of an article that say what they are: they go, each with its reason.

"Read also: ...", "Watch: ...", "Correction: ...", a caption with its label, a request to subscribe:
networks keep many of them, since they stand in the middle of the text. The words are in
`data/cleaning/asides.json`, for all languages at once: a page so short tells its language badly.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.credits import (
    ends_in_labelled_credit,
    is_photo_credit,
    is_sure_credit,
)
from newsclean.cleaning.lines.page import OPENING, once_a_page
from newsclean.cleaning.lines.phrases import as_compared, normalized_words
from newsclean.cleaning.lines.reporters import ends_as_caption
from newsclean.cleaning.selection.phrase_lists import PhraseList
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause

_MARK = lazy_regex(r"[:：|»›>→▶►?？\s–—](?:(?<=[:：|»›>→▶►?？])|(?<=\s)[-–—/]\s|(?<=[–—])\s)")
"""What stands between "Read also" and the title behind it: in front what few characters are."""
_CAPITALS = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ"
_GLUED = lazy_regex(  # begins with what few characters are: found in a fifth of the time
    rf"[{_CAPITALS}\"“«'‘](?:(?<=[^\W\d_{_CAPITALS}].)(?:(?<=[{_CAPITALS}])|(?=[{_CAPITALS}]))"
    rf"|(?<=[{_CAPITALS}]{{4}})(?=[^\W\d_A-ZÀ-Я]))"
)
"""Where a label of its own element has lost its blank: "Also readBridge closed"."""
_GLUED_CHARS, _REACH_CHARS, _LEAD_WORDS, _WIDER_LEAD_WORDS = 40, 70, 7, 9
"""So long is a lead with a subject in it ("Read more on the election:")."""
_TITLE_WORDS, _CAPTION_WORDS, _NOTE_WORDS, _ASK_WORDS, _LISTED_WORDS = 28, 70, 130, 45, 30
"""The most words of each kind of line (guesses)."""
_DISCLOSURE_WORDS, _UPDATE_WORDS, _SOURCE_WORDS = 90, 30, 8
"""An update of more words is news (a guess)."""
SENTENCES = lazy_regex(r"[.!?…]['\"”’»)]?\s+['\"“„«(]?[^\W\d_a-z]")
"""The end of a sentence, and another behind it."""
_STOP, _CLOSING = (".", "。", "।", "۔"), "'\"”’»)]」』 "
_TAIL = lazy_regex(
    r"[(\[（【.!?:|/–—-](?:(?<=[(\[（【])[^()\[\]（）【】]{2,40}[)\]）】]"
    r"|(?<=[.!?:|/–—-])\s[^.!?:|/()]{2,40})\.?$"
)
_SOURCE = lazy_regex(
    r"(?:www\.)?[a-z0-9-]{2,40}\.(?:com|org|net|de|at|ch|fr|es|it|nl|be|pl|cz|ru|ua|co\.uk|eu|info|tv)"
)
_SIGNED = lazy_regex(r"[.!?]['\"”’]?\s[(\[]([^()\[\]\d.!?]{2,45})[)\]]$")
"""Behind a sentence, a credit in brackets: "... on Monday. (Ann Lee/The Courier)"."""
_SIGNED_CHARS, _SIGNED_WORDS, _CREDIT_CHARS = 60, 10, 110
_BRACKETED = lazy_regex(r"[\[(][^\[\]()]{8,200}[\])][.!]?$")
_BRACKET_REASONS = frozenset(
    ("newsletter", "donation appeal", "related articles", "advertisement", "login or paywall")
)
_WHOLE_REASONS = frozenset(("advertisement", "newsletter", "audio or video"))
_WHOLE_SHARE = 0.6
"""So much of a short line in phrases of one reason names it: of advertisements so named that the
networks keep on training pages, 172 of 172 are not in the labelled bodies."""
_UNCERTAIN_WORDS = 2
"""A phrase of fewer words, or from the middle of a line, may be the sub-heading of anything."""
_WHOLE_WORDS = 12
_CJK_CHARS = 60


def asides(page: PageLines, wanted: Sequence[int]) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for those of the `wanted` lines that say so."""
    return {at: cause for at in wanted if (cause := _cause(page, at))}


@once_a_page
def headings_of_related(page: PageLines) -> list[int]:
    """The lines that are only headings of related articles."""
    first, related = lists().first, lists().related
    some = page.beginning_with(first)
    return [at for at in some if page.phrases[at] in related]


def leads_back(page: PageLines, at: int) -> bool:
    """Is a line a link back to the page above ("zurück zur Übersicht")?"""
    words = page.words[at]
    return 1 < len(words) <= _LEAD_WORDS and lists().back.opening(words) is not None


def introduces(page: PageLines, at: int, authors: str) -> bool:
    """Does a line begin with the full name of one of the authors, and say what the author does?"""
    words = page.words[at]
    for name in re.split(r",|;|&| and | und | et | y | e ", authors):
        own = normalized_words(name)
        if len(own) > 1 and words[: len(own)] == own and len(words) > len(own) + 1:
            return words[len(own)] in lists().author_verbs
    return False


def _cause(page: PageLines, at: int) -> Cause | None:
    words = page.words[at]
    if not words or len(words) > _NOTE_WORDS:
        return None
    text = page.texts[at]
    if page.credit(at).photo and is_sure_credit(text):
        return "credit", "the line is the credit of a picture"
    return (
        by_lead(text, words)
        or _by_end(text, words)
        or _by_credit(page, at)
        or _by_request(text, words)
        or _by_phrases(page, at)
    )


def by_lead(text: str, words: Sequence[str]) -> Cause | None:
    """What the words that a line begins with make of it."""
    known = lists()
    first = words[0]
    alone = first[:2] in known.alone_openings and first.startswith(known.alone)
    if (alone or first in known.first) and (
        glued := _GLUED.search(text, 0, _GLUED_CHARS)
    ) is not None:
        lead = normalized_words(text[: glued.start()])
        size, phrase = len(normalized_words(text[glued.start() :])), " ".join(lead)
        named = phrase in known.related and phrase not in known.needs_mark
        if named and size <= _TITLE_WORDS and not SENTENCES.search(text):
            return "related articles", f"the line begins with '{phrase}' and a title"
    bare = "" if text.isascii() else text.lstrip(OPENING)
    unspaced = bare[:1] in known.unspaced_openings and bare.startswith(known.unspaced)
    if known.leads.opening(words) is None and not unspaced:
        return None
    bare = text.lstrip("[(【「『▶►➡→»>•·*■●👉🔗📌-–— ")
    mark = _MARK.search(bare, 0, _REACH_CHARS)
    if mark is not None:
        lead = normalized_words(bare[: mark.start()])
        rest, colon = bare[mark.end() :].strip(" ])】」"), mark.group() in ":："
        phrase = " ".join(lead)
        asks = mark.group() in "?？" and phrase not in known.related  # "Te interesa el ambiente?"
        if lead and not asks and (cause := _announced(phrase, lead, rest, colon=colon)):
            return cause
    return opened(bare, words)


def _announced(phrase: str, lead: Sequence[str], rest: str, *, colon: bool) -> Cause | None:
    """The cause of a line of a lead, a mark and what is announced."""
    known = lists()
    size = len(normalized_words(rest))
    stops = rest.rstrip(_CLOSING).endswith(_STOP)
    several = SENTENCES.search(rest) is not None
    evidence = f"the line begins with '{phrase}' and a mark"
    if phrase in known.related or (
        len(lead) <= _WIDER_LEAD_WORDS and known.related_open.opening(lead)
    ):
        strict = phrase in known.needs_mark
        told = not several or (colon and not strict)
        if size <= _TITLE_WORDS and told and not (strict and stops):
            return "related articles", evidence
        return None
    told = 2 < size <= _TITLE_WORDS and not rest[0].isdigit()
    if phrase in known.media and told and not several and not stops:
        return "audio or video", evidence
    if phrase in known.caption and 2 <= size <= _CAPTION_WORDS:
        return "caption", evidence
    long = phrase.endswith("update") and size > _UPDATE_WORDS
    if colon and phrase in known.note and size and not long:
        return "editorial note", evidence
    if phrase in known.source and 0 < size <= _SOURCE_WORDS and not several:
        return "credit", evidence
    if phrase in known.tags and 0 < size <= _LISTED_WORDS and not several and not stops:
        return "navigation", evidence
    return None


def opened(bare: str, words: Sequence[str]) -> Cause | None:
    """The cause of a line whose first words tell without any mark."""
    known = lists()
    stops = bare.rstrip(_CLOSING).endswith(_STOP)
    phrase = " ".join(words)
    if len(words) <= _LEAD_WORDS and not stops:
        if phrase in known.related:
            return "related articles", f"the line is '{phrase}'"
        if phrase in known.labels and not any(map(str.isdigit, bare)):
            return "navigation", f"the line is the label '{phrase}'"
        if phrase in known.folds:
            return "form or button", f"the line is '{phrase}'"
        if phrase in known.source and " " in phrase:  # "Sources" may head a list of the article
            return "credit", f"the line is '{phrase}'"
        if phrase in known.caption_open:
            return "caption", f"the line is '{phrase}'"
    related = len(words) <= _TITLE_WORDS and not stops
    if related and (found := known.related_open.opening(words)):
        return "related articles", f"the line begins with '{found}'"
    if found := known.note_open.opening(words):
        return "editorial note", f"the line begins with '{found}'"
    captions = len(words) <= _CAPTION_WORDS
    if captions and (found := known.caption_open.opening(words)):
        return "caption", f"the line begins with '{found}'"
    return None


def _by_end(text: str, words: Sequence[str]) -> Cause | None:
    """A caption that says at its end what the picture is: "(file photo)"."""
    if len(words) > _CAPTION_WORDS:
        return None
    if ends_as_caption(text):
        return "caption", "the line ends in the credit of a picture"
    known = lists()
    if words[-1] not in known.caption_lasts:
        return None  # most lines
    end = _TAIL.search(text, max(0, len(text) - 50))
    if end is not None and end.start() > 0:
        said = " ".join(normalized_words(end.group()))
        bracketed = end.group()[0] in "([（【"
        if said in (known.caption_close if bracketed else known.caption_end):
            return "caption", f"the line ends in '{said}'"
    return None


def _by_credit(page: PageLines, at: int) -> Cause | None:
    """The name of a site alone, or a caption that ends in a credit."""
    text = page.texts[at]
    if " " not in text and _SOURCE.fullmatch(text):
        return "credit", "the line is only the name of a site"
    end = text[-_CREDIT_CHARS:]
    signed = ":" in end or "©" in end or "oto" in end or " by " in end
    if signed and ends_in_labelled_credit(text):
        return "caption", "the line ends in the credit of a picture"
    if text[-1] not in ")]" or len(page.words[at]) < _SIGNED_WORDS:
        return None
    found = _SIGNED.search(text, max(0, len(text) - _SIGNED_CHARS))
    if found is not None and is_photo_credit(found[1]):
        return "caption", f"a sentence, and behind it '({found[1]})'"
    return None


def _by_request(text: str, words: Sequence[str]) -> Cause | None:
    """A request to subscribe, follow, give or buy; or the disclosure of such links."""
    known = lists()
    disclosing = len(words) <= _DISCLOSURE_WORDS and not known.disclosing.isdisjoint(words)
    if disclosing and (found := known.disclosures.inside(words)):
        return "advertisement", f"the line says '{found}'"
    groups = known.asking.get(words[0], ())
    if not groups and text.isascii():
        return None
    if len(words) > _ASK_WORDS or "“" in text or '"' in text or "«" in text:
        return None
    for group in groups:
        verbs, objects, reason = known.asks[group]
        if (verb := verbs.opening(words)) and (what := objects.inside(words)):
            return reason, f"the line begins with '{verb}' and says '{what}'"
    if not text.isascii() and len(text) <= _CJK_CHARS:
        asked = next((phrase for phrase in known.asks_cjk if phrase in text), None)
        if asked:
            return "newsletter", f"the line says '{asked}'"
    return None


def _by_phrases(page: PageLines, at: int) -> Cause | None:
    """A short line that is hardly more than the phrases of one reason, or one in brackets."""
    text, words = page.texts[at], page.words[at]
    hits = page.hits(at)
    if not hits:
        return None
    if _BRACKETED.match(text):
        for hit in hits:
            if hit.reason in _BRACKET_REASONS:
                return hit.reason, f"in brackets, and says '{hit.phrase}'"
    if len(words) <= _WHOLE_WORDS:
        for hit in hits:
            whole = hit.reason in _WHOLE_REASONS and hit.words >= _WHOLE_SHARE * len(words)
            sure = hit.words >= _UNCERTAIN_WORDS or hit.phrase.startswith("advert")
            if whole and sure and hit.where in ("line", "start") and text[0].isalpha():
                return hit.reason, f"the line says '{hit.phrase}'"
    return None


class _Lists(NamedTuple):
    related: PhraseList
    related_open: PhraseList
    """Those that need no mark behind them."""
    needs_mark: PhraseList
    media: PhraseList
    caption: PhraseList
    folds: PhraseList
    back: PhraseList
    caption_open: PhraseList
    caption_close: PhraseList
    """What stands in brackets at the end."""
    caption_end: PhraseList
    """Those that need no brackets."""
    caption_lasts: frozenset[str]
    note: PhraseList
    note_open: PhraseList
    tags: PhraseList
    source: PhraseList
    labels: PhraseList
    asks: tuple[tuple[PhraseList, PhraseList, str], ...]
    """How requests begin, what they say, and the reason."""
    asking: dict[str, tuple[int, ...]]
    """The first words of requests, and in which of `asks` they stand."""
    asks_cjk: tuple[str, ...]
    disclosures: PhraseList
    disclosing: frozenset[str]
    """A word of each disclosure."""
    author_verbs: frozenset[str]
    """The first words of what notes say that authors do."""
    leads: PhraseList
    """All that a line begins with, with a mark behind it or without."""
    first: frozenset[str]
    """The first words of these."""
    alone: tuple[str, ...]
    """Those of related articles that are one word, and their first two letters."""
    alone_openings: frozenset[str]
    unspaced: tuple[str, ...]
    unspaced_openings: frozenset[str]


def _phrases(*written: str) -> PhraseList:
    phrases = as_compared([phrase for listed in written for phrase in listed.split(" | ")])
    return PhraseList((phrase, phrase.count(" ") + 1) for phrase in phrases if phrase)


def _without(phrases: PhraseList, others: PhraseList) -> PhraseList:
    return PhraseList((each, size) for each, size in phrases.items() if each not in others)


_UNSPACED_LANGUAGES = ("ja", "zh", "ko", "th")


@cache
def lists() -> _Lists:
    """The lists of the data file."""
    data = languages.read_data("cleaning/asides.json")
    related, media, caption, note, tags = (
        _phrases(*data[kind].values()) for kind in ("related", "media", "caption", "note", "tags")
    )
    needs = _phrases(data["needs_mark"])
    caption_open, labels, folds = (
        _phrases(data[kind]) for kind in ("caption_open", "labels", "folds")
    )
    disclosures = _phrases(data["disclosures"])
    asks = tuple(
        (_phrases(asked["verbs"]), _phrases(asked["objects"]), asked.get("reason", "newsletter"))
        for asked in data["asks"].values()
    )
    asking: dict[str, tuple[int, ...]] = {}
    for number, (verbs, *_) in enumerate(asks):
        for first in {verb.split(" ", 1)[0] for verb in verbs}:
            asking[first] = (*asking.get(first, ()), number)
    close = _phrases(data["caption_close"])
    source = _phrases(data["source"])
    leads = (related, media, caption, note, tags, source, labels, folds, caption_open)
    alone = tuple(phrase for phrase, size in related.items() if size == 1)
    unspaced = tuple(
        phrase
        for kind in ("related", "media", "caption", "note", "tags")
        for code in _UNSPACED_LANGUAGES
        if code in data[kind]
        for phrase in data[kind][code].split(" | ")
    )
    return _Lists(
        related=related,
        related_open=_without(related, needs),
        needs_mark=needs,
        media=media,
        caption=caption,
        folds=folds,
        back=_phrases(data["back"]),
        caption_open=caption_open,
        caption_close=close,
        caption_lasts=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in close),
        caption_end=_without(close, _phrases(data["caption_close_in_brackets"])),
        note=note,
        note_open=_without(note, _phrases(data["note_needs_mark"])),
        tags=tags,
        source=source,
        labels=labels,
        asks=asks,
        asking=asking,
        asks_cjk=tuple(data["asks_cjk"].split(" | ")),
        disclosures=disclosures,
        disclosing=frozenset(max(phrase.split(), key=len) for phrase in disclosures),
        author_verbs=frozenset(
            phrase.split(" ", 1)[0]
            for written in data["author_verbs"].values()
            for phrase in _phrases(written)
        ),
        leads=PhraseList(each for listed in leads for each in listed.items()),
        first=frozenset(phrase.split(" ", 1)[0] for listed in leads for phrase in listed),
        alone=alone,
        alone_openings=frozenset(word[:2] for word in alone),
        unspaced=unspaced,
        unspaced_openings=frozenset(phrase[0] for phrase in unspaced),
    )
