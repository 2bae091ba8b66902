"""What whole genres print around their text: releases, wire copy, live blogs, encyclopaedias.

A genre is told by its own marks ("FOR IMMEDIATE RELEASE", "(more)", hours on lines of their own,
"[edit]"), and only then are its sections looked for. The words are in `data/cleaning/genres.json`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines import encyclopaedias, wires
from newsclean.cleaning.lines.credits import SENTENCE, last_words_of_agencies, read_dateline
from newsclean.cleaning.lines.page import ends_sentence
from newsclean.cleaning.lines.phrases import as_compared, normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

NOTE = "editorial note"
_TOP_LINES, _HEAD_WORDS, _HEADING_WORDS, _CONTACT_WORDS = 15, 14, 9, 14
"""The most words of a release's first lines, of a heading, of a line with an address (guesses)."""
_MOST_CUT = 0.6
"""So much of what is kept may stand below the mark where a release ends (a guess)."""
_CONTACT_LINES, _SECTION_LINES, _LAST, _PROSE_WORDS = 8, 6, 4, 12
_ENTRY_WORDS, _ENTRY_HEAD = 8, 2
"""So many words has a sentence of an entry; so many lines stand above it at most (guesses)."""
_END_SIGN = lazy_regex(
    r"[\s\-–—#*/(<\[]*"
    r"(?:#{2,}|(?:#\s){2,}#|-\s?30\s?-|[^\W\d_ ]+(?: [^\W\d_]+){0,3})"
    r"[\s\-–—#*/)>\]]*$"
)
_SIGNED = lazy_regex(r"^[-–—#*/(<\[]|[-–—#*/)>\]]$")
_WIRE = lazy_regex(
    r"/(?:PR ?Newswire|CNW|EIN ?Presswire|ots)/|\b(?:BUSINESS WIRE|GLOBE ?NEWSWIRE|ACCESSWIRE)\b",
    re.IGNORECASE,
)
_FORMED = lazy_regex(
    r"(?:\b(?:Corp|Corporation|Inc|Ltd|Limited|LLC|LLP|plc|PLC|GmbH|AG|KG|KGaA|S\.?A|SAS|SARL"
    r"|S\.?p\.?A|S\.?r\.?l|N\.?V|B\.?V|AB|ASA|A/S|ApS|Oyj|Oy|S\.A\.U|S\.?L|Ltda|sp\. z o\.o"
    r"|a\.s|s\.r\.o)\.?|股份有限公司|有限公司|株式会社)$"
)
"""So ends the full name of a company."""
_TO_EDITORS = ("Eds:", "Eds.:", "Editors:")
_TAKE = lazy_regex(r"(?:REUTERS|AFP|EFE|ANSA|DPA|PTI|TASS|LUSA)(?: [A-Z]{2,3}){1,2}")
_DOUBLE = lazy_regex(r"\(\(.{3,300}\)\)$")
ADDRESS = lazy_regex(r"@|https?://|www\.|\+?\d[\d ()./–-]{6,}\d")
_COUNTER = lazy_regex(r"\(?(\d{1,3})\s?(?:/|of|von|de|sur|di|van|av|из|z)\s?(\d{1,3})\)?$")
_FEWEST_HEADLINE, _LIKELY, _FEW_PARAGRAPHS = 3, 0.5, 2
"""So many paragraphs at least stand above the end of a release."""
_SLUG_CHARS, _UPDATE_WORDS, _FAREWELL_WORDS, _STAMP_DIGITS = 90, 4, 30, 8
"""Two dates have so many digits at least."""


def genre_lines(record: PageRecord) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for what the page's genre prints around it."""
    page = record.page
    found: dict[int, Cause] = {}
    for part in (_wire, _release, _live_blog, _encyclopaedia, _journal_and_gallery):
        for at, cause in part(record, page):
            found.setdefault(at, cause)
    return found


def _wire(record: PageRecord, page: PageLines) -> Iterator[tuple[int, Cause]]:
    """Slugs, "(more)", "(Adds quotes)", addresses in double brackets, keywords."""
    known, ends = _lists(), last_words_of_agencies()
    kept = [at for at, keep in enumerate(record.kept) if keep]
    last = max(kept, default=-1)
    first = next((at for at in kept if len(page.words[at]) >= _PROSE_WORDS), last)
    sent = read_dateline(page.texts[first]) if first > 0 else None
    signed = page.signed_end
    noted = first - 1 if sent is not None and sent.agency else -1
    if noted > 0 and page.byline(noted) is not None:
        noted -= 1
    for at, (text, words) in enumerate(zip(page.texts, page.words, strict=True)):
        if not words:
            continue
        bracketed = text[0] in "([" and text[-1] in ")]"
        told = bracketed or signed or words[0] in known.wire_labels or words[-1] in ends
        told = told or "/" in text or "-" in text or text[-1] == ")" or text[3:4].isdigit()
        if not (told or text[1:2].isupper() or text.isupper() or text.startswith(_TO_EDITORS)):
            continue  # most lines
        if len(text) <= _SLUG_CHARS and (wires.is_slug(text) or wires.is_code(text)):
            yield at, (NOTE, "the slug line of an agency")
        elif bracketed and page.phrases[at] in known.wire_more:
            yield at, (NOTE, f"the line is '({page.phrases[at]})'")
        elif bracketed and words[0] in known.wire_opening and len(words) > 1 and "." not in text:
            yield at, (NOTE, f"in brackets, and begins with '{words[0]}'")
        elif bracketed and _DOUBLE.match(text):
            yield at, (NOTE, "in double brackets")
        elif at < first and text.startswith(_TO_EDITORS):
            yield at, (NOTE, "it speaks to editors, above the text")
        elif words[0] in known.wire_labels and _is_keywords(text):
            yield at, (NOTE, f"the line begins with the label '{words[0]}'")
        elif text.isupper() and _TAKE.fullmatch(text):
            yield at, (NOTE, "an agency's name and a desk, between two parts of its text")
        elif at < first and wires.is_filed(text) and _is_above_headline(page, at, first):
            yield at, (NOTE, "what an agency files the text under, above the headline")
        elif bracketed and at == noted:
            yield at, (NOTE, "in brackets, above the dateline of an agency")
        elif bracketed and at >= last - 1 and at > first and ADDRESS.search(text):
            yield at, (NOTE, "in brackets at the end, with an address")
        elif at >= last - 1 and wires.is_initials(text):
            yield at, (NOTE, "the initials of an agency's writers")
        elif signed and at > signed[0] and record.probabilities[at] < _LIKELY:
            yield at, (NOTE, "below the agency that signs the last paragraph")
        elif at >= last - 1 and at > first and words[-1] in ends and wires.is_agency(text):
            yield at, ("credit", "the agency alone, at the end")


def _is_above_headline(page: PageLines, slug: int, start: int) -> bool:
    """May one of the next lines above the text be the headline?"""
    return any(
        _FEWEST_HEADLINE <= len(page.words[at]) <= _HEAD_WORDS
        and page.texts[at][0] not in "(["
        and not page.texts[at].endswith(".")
        and not wires.is_filed(page.texts[at])
        and page.byline(at) is None
        for at in range(slug + 1, start)
    )


def _is_keywords(text: str) -> bool:
    """Is what stands behind the label in capitals, as the keywords of wires are?"""
    return text.partition(":")[2].isupper()


def _release(record: PageRecord, page: PageLines) -> Iterator[tuple[int, Cause]]:
    """The first lines of a press release, and all that follows its last paragraph."""
    known = _lists()
    heads = [at for at in range(min(_TOP_LINES, len(page.texts))) if _is_release_head(page, at)]
    for at in heads:
        yield at, (NOTE, "the line says that this is a press release, or until when it is held")
    cut = _cut(record, page, sure=bool(heads))
    if cut is not None:
        at, evidence = cut
        for below in range(at, len(page.texts)):
            yield below, (NOTE, evidence)
        return
    forward = page.saying(known.forward_says)
    for at in forward:
        yield at, (NOTE, "the line speaks of forward-looking statements")
    top = enumerate(page.texts[:_TOP_LINES])
    wired = any(_WIRE.search(text) for at, text in top if "/" in text or "wire" in page.lower[at])
    first = next((at for at, keep in enumerate(record.kept) if keep), len(page.texts))
    if not (heads or forward or wired):
        return
    prose = [at for at, own in enumerate(page.words) if record.kept[at] and len(own) > _PROSE_WORDS]
    last = prose[-_LAST] if len(prose) > _LAST else len(page.texts)
    for at in range(first + 1, len(page.texts)):
        yield from _section(page, at, last=at > last)


def _section(page: PageLines, at: int, *, last: bool) -> Iterator[tuple[int, Cause]]:
    """The section of a release that a line is the heading of.

    The name of a company alone is one below the `last` paragraphs.
    """
    known = _lists()
    words, text = page.words[at], page.texts[at]
    if not words:
        return
    phrase = " ".join(words)
    if words[0] in known.source and text.isascii() and text.split(None, 1)[0].isupper():
        yield at, (NOTE, f"the line begins with '{words[0]}'")
    formed = _FORMED.search(text) is not None
    if len(words) > _HEADING_WORDS or (text.rstrip().endswith(".") and not formed):
        return
    about = _subject(words) or (words if formed and last else ())
    if phrase in known.forward:
        reason, most = (NOTE, f"under the heading '{text.strip(': ')}'"), _SECTION_LINES
    elif phrase in known.contacts and _has_address(page, at):
        reason, most = (NOTE, f"under the heading '{text.strip(': ')}'"), _CONTACT_LINES
    elif phrase in known.tail_heads or _is_about(page, at, about):
        reason, most = (NOTE, f"under the heading '{text.strip(': ')}'"), 2
    else:
        return
    yield at, reason
    for below in range(at + 1, min(len(page.texts), at + 1 + most)):
        if _is_heading(page, below):
            return
        if phrase in known.tail_heads and len(page.words[below]) < _PROSE_WORDS // 2:
            return
        if phrase in known.contacts and len(page.words[below]) > _CONTACT_WORDS:
            return
        yield below, reason


def _cut(record: PageRecord, page: PageLines, *, sure: bool) -> tuple[int, str] | None:
    """Where a release ends: "ENDS", "###" or the notes to editors; what follows is not of it."""
    known = _lists()
    if not sure and known.notes.isdisjoint(page.phrases) and known.ends.isdisjoint(page.phrases):
        return None
    kept = record.kept
    total = sum(map(len, itertools.compress(page.texts, kept)))
    above = 0
    prose = 0
    for at, (text, phrase) in enumerate(zip(page.texts, page.phrases, strict=True)):
        if prose >= _FEW_PARAGRAPHS and above >= (1 - _MOST_CUT) * total:
            notes = phrase in known.notes
            if notes or (len(text) <= _SLUG_CHARS and _is_end(text, phrase, sure=sure)):
                return at, f"at or below '{text}', where a press release ends"
        if kept[at]:
            above += len(text)
            prose += len(page.words[at]) >= _PROSE_WORDS
    return None


def _is_end(text: str, phrase: str, *, sure: bool) -> bool:
    """Is a line the mark that a release ends with? Signs alone are only in one that is `sure`."""
    if not phrase:
        return sure and text.count("#") > 1 and _END_SIGN.match(text) is not None
    if phrase not in _lists().ends or not _END_SIGN.match(text):
        return False
    return text.strip(" -–—#*/()<>[]").isupper() or _is_signed(text)


def _is_signed(text: str) -> bool:
    """Stand signs on both sides of the word, as in "- Ende -"?"""
    return len(_SIGNED.findall(text)) > 1


def _is_release_head(page: PageLines, at: int) -> bool:
    words = page.words[at]
    if not 0 < len(words) <= _HEAD_WORDS or page.texts[at].endswith("."):
        return False
    known = _lists().release_heads
    exact = " ".join(words) in known
    held = any(" ".join(words[:size]) in known for size in range(1, 5))
    return exact or (held and any(map(str.isdigit, page.texts[at])))


def _subject(words: Sequence[str]) -> Sequence[str]:
    """Whom a heading "About X" is about."""
    known = _lists().about
    for size in (3, 2, 1):
        if " ".join(words[:size]) in known and len(words) > size:
            return words[size:]
    return ()


def _is_about(page: PageLines, at: int, subject: Sequence[str]) -> bool:
    """Does the paragraph below begin with, or soon name, whom the heading is about?"""
    if not subject or at + 1 >= len(page.texts):
        return False
    below = page.words[at + 1]
    return len(below) >= _PROSE_WORDS // 2 and not set(subject).isdisjoint(below[:12])


def _has_address(page: PageLines, at: int) -> bool:
    """Stands an address or a telephone number in or below the heading?"""
    return any(ADDRESS.search(text) for text in page.texts[at : at + 1 + _CONTACT_LINES])


def _is_heading(page: PageLines, at: int) -> bool:
    """Does a line open another section of a release?"""
    known, words = _lists(), page.words[at]
    if not words or len(words) > _HEADING_WORDS:
        return False
    phrase = " ".join(words)
    told = phrase in known.forward or phrase in known.contacts or phrase in known.tail_heads
    return told or bool(_subject(words))


def entries(page: PageLines) -> list[range]:
    """The lines of each entry of a live blog below its hour, none where the page is no live blog.

    The last of the day, which is the first of the page's text, ends where no sentence follows.
    """
    times = page.entry_times
    found = [range(at + 1, below) for at, below in itertools.pairwise(times)]
    if times:
        last = range(times[-1] + 1, len(page.texts))
        heads = itertools.takewhile(lambda at: not _is_prose(page, at), last[:_ENTRY_HEAD])
        head = len(list(heads))
        prose = len(list(itertools.takewhile(lambda at: _is_prose(page, at), last[head:])))
        found.append(last[: head + prose if prose else 0])
    return found


def has_prose(page: PageLines, entry: Iterable[int]) -> bool:
    """Is a sentence of some length in an entry?"""
    return any(_is_prose(page, at) for at in entry)


def _is_prose(page: PageLines, at: int) -> bool:
    long = len(page.words[at]) >= _ENTRY_WORDS or page.is_unspaced(at)
    return long and ends_sentence(page.texts[at])


def _live_blog(_: PageRecord, page: PageLines) -> Iterator[tuple[int, Cause]]:
    """The hours, and the entries that open or close the blog."""
    texts, times, known = page.texts, page.entry_times, _lists()
    if not times:
        return
    for at in times:
        yield at, ("date", "the hour of an entry, on a line of its own")
    for at in farewells(page, times):
        yield at, (NOTE, "the line opens or closes a live blog")
    for at in page.beginning_with(known.updated):
        if len(page.words[at]) <= _UPDATE_WORDS and any(map(str.isdigit, texts[at])):
            yield at, ("date", "the hour of an update")


def farewells(page: PageLines, times: Sequence[int]) -> Iterator[int]:
    """What opens or closes a live blog, and the heading of the entry that says so."""
    known = _lists()
    for at, words in enumerate(page.words):
        if len(words) > _FAREWELL_WORDS or known.farewell_needs.isdisjoint(words):
            continue  # a longer one sums up the day
        parts = SENTENCE.split(page.texts[at])
        openings = [words, *map(normalized_words, parts[1:])]
        if any(" ".join(own[:size]) in known.farewell for own in openings for size in range(1, 9)):
            yield at
            if at - 2 in times and len(page.words[at - 1]) <= _HEADING_WORDS:
                yield at - 1


def heads_questions(page: PageLines, at: int) -> bool:
    """Is a line the heading of questions and answers ("FAQ")?"""
    return " ".join(page.words[at]) in _lists().questions


def _encyclopaedia(_: PageRecord, page: PageLines) -> Iterator[tuple[int, Cause]]:
    """What stands below "References", and the lines of the site about its page."""
    marked = encyclopaedias.headings(page)
    if len(marked) < encyclopaedias.FEW_MARKS and not encyclopaedias.has_notes(page):
        return
    for at in (*encyclopaedias.notes(page), *encyclopaedias.about_page(page)):
        yield at, ("navigation", "a note of the encyclopaedia on its page")
    for at in encyclopaedias.infobox(page):
        yield at, ("navigation", "a row of facts above the entry")
    for at in encyclopaedias.contents(page):
        yield at, ("navigation", "it names a section of the entry")
    head, ended = "", False
    below = {marked[at]: at for at in marked}
    for at, text in enumerate(page.texts):
        if at in below:
            ended = encyclopaedias.ends_entry(page, at)
            head = text
        if ended:
            yield at, ("navigation", f"under the heading '{head}'")
        elif at in marked and marked[at] != at:
            yield at, ("navigation", "the mark of the heading above it")


def _journal_and_gallery(_: PageRecord, page: PageLines) -> Iterator[tuple[int, Cause]]:
    """When a paper came in and was accepted; the counters of a gallery's pictures."""
    known = _lists()
    numbered = [*page.numbered, *(at for at, text in enumerate(page.texts) if text[0] == "(")]
    counters = {at: found for at in sorted(numbered) if (found := _COUNTER.match(page.texts[at]))}
    counts = [(int(found[1]), int(found[2])) for found in counters.values()]
    totals = {total for _, total in counts}
    # pictures are counted up to one number; "5/5" is a rating, and so is "4/5" without a "1/5"
    counted = len(set(counts)) > len(totals) == 1 and counts == sorted(counts)
    if counted and (counts[0][0] == 1 or totals.isdisjoint((5, 10))):
        for at in counters:
            yield at, ("navigation", "the number of a picture in its gallery")
    for at in page.beginning_with(known.journal):
        text, words = page.texts[at], page.words[at]
        if len(words) <= 2 * _HEADING_WORDS:
            stages = sum(word in known.journal for word in words)
            digits = sum(map(str.isdigit, text))
            if stages > 1 and digits >= _STAMP_DIGITS:
                yield at, ("date", "when the paper came in and was accepted")


class _Lists(NamedTuple):
    release_heads: frozenset[str]
    ends: frozenset[str]
    notes: frozenset[str]
    contacts: frozenset[str]
    about: frozenset[str]
    forward: frozenset[str]
    forward_says: frozenset[str]
    tail_heads: frozenset[str]
    """Headings of parts that speak to investors."""
    source: frozenset[str]
    wire_opening: frozenset[str]
    wire_more: frozenset[str]
    wire_labels: frozenset[str]
    farewell: frozenset[str]
    farewell_needs: frozenset[str]
    updated: frozenset[str]
    journal: frozenset[str]
    questions: frozenset[str]


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/genres.json")
    return _Lists(*(frozenset(as_compared(data[name].split(" | "))) for name in _Lists._fields))
