"""What each function that looks at one line reads in it: for `recording.py`.

On a page many of them decide together, and a small change of one is seen there seldom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import newsclean
from newsclean import languages
from newsclean.cleaning.lines import (
    accounts,
    biographies,
    bylines,
    dates,
    posted,
    reporters,
    segment,
    stamps,
    wires,
)
from newsclean.cleaning.lines import credits as credit_lines
from newsclean.cleaning.lines.phrases import normalized_words, phrasebook
from newsclean.document import Line
from newsclean.quotes import standing as quotes_standing
from newsclean.sources import lost_marks, markdown, mojibake, readings
from newsclean.sources.dates import read_date, read_written_date
from newsclean.sources.html import dates as html_dates
from newsclean.sources.html.titles import without_site
from newsclean.sources.mail.subjects import without_reply
from newsclean.summary import choose, shown
from newsclean.summary.headlines import line as headline
from newsclean.summary.lists import promises, subheadings
from newsclean.summary.text import datelines, standing

_SITE, _ADDRESS = "Harbour Gazette", "https://www.harbour-gazette.example/news/1"
_EVERY = 8
"""One line in so many is shortened to a headline."""
_PROSE = "The council said on Monday that it had bought the quay."
"""What stands below a name."""


def _changed(text: str, result: str) -> str | None:
    return None if result == text else result


def _other(found: str, code: str) -> str | None:
    return None if found == code else found


def _goes_on(text: str, code: str) -> bool:
    names = bylines.read_names(text, code)
    return names is not None and biographies.goes_on(text, names, code)


def _days(text: str, code: str) -> Iterator[str]:
    for found in dates.find_dates(text, code):
        yield f"{found.iso}@{found.start}-{found.end}"


def _phrases(text: str, code: str) -> Iterator[str]:
    for hit in phrasebook(code).hits(text, normalized_words(text)):
        yield f"[{' '.join(map(str, hit))}]"


def _printed(text: str, show: shown.Shown) -> str | None:
    return None if show.text == text else f"{show.text} [without {' | '.join(show.left_out)}]"


def _sentences(text: str, code: str) -> tuple[newsclean.Sentence, ...]:
    return newsclean.split_sentences(text, code)


def _headline(text: str, code: str) -> str | None:
    """What a line becomes as a headline, of some of them: it takes as long as all else."""
    if len(text) % _EVERY:
        return None
    return _changed(text, headline(_sentences(text, code), None, code))


def _several(text: str, code: str) -> str | None:
    return _spans(_sentences(text, code))


def _spans(found: Sequence[Line | newsclean.Sentence]) -> str | None:
    """Where several stand; None for one."""
    return " ".join(f"{one.start}-{one.end}" for one in found) if len(found) > 1 else None


FACTS: dict[str, Callable[[str, str], object]] = {
    "byline": bylines.read_byline,
    "sure name": lambda text, code: bylines.read_name(text, code, _PROSE, sure=True),
    "name": lambda text, code: bylines.read_name(text, code, _PROSE, sure=False),
    "byline label": bylines.is_label,
    "names": bylines.read_names,
    "nobody": bylines.names_nobody,
    "outlet": bylines.names_outlet,
    "first name": lambda text, _: bylines.is_known_first_name(text),
    "biography": biographies.read_biography,
    "labelled biography": lambda text, code: biographies.read_biography(text, code, labelled=True),
    "goes on": _goes_on,
    "account": lambda text, _: _changed(text, accounts.without_accounts(text)),
    "posted by": lambda text, code: posted.read_posted(text, dates.find_dates(text, code)),
    "reporters": lambda text, _: reporters.read_reporters(text),
    "reporters of a paragraph": lambda text, _: reporters.read_paragraph(text),
    "reporters alone": reporters.read_alone,
    "a written name": lambda text, _: reporters.is_written_name(text),
    "signature": lambda text, _: reporters.is_signature(text),
    "sender": lambda text, _: wires.read_sender(text),
    "capitals": lambda text, _: stamps.read_capitals(text),
    "stamp": lambda text, code: stamps.end_of_stamp(text, dates.find_dates(text, code)),
    "dateline": lambda text, _: credit_lines.read_dateline(text),
    "agency": lambda text, _: credit_lines.agency(text),
    "agency inside": lambda text, _: credit_lines.agency_in(text),
    "photo credit": lambda text, _: credit_lines.is_photo_credit(text),
    "caption": lambda text, _: credit_lines.is_caption(text),
    "labelled credit": lambda text, _: credit_lines.ends_in_labelled_credit(text),
    "sure credit": lambda text, _: credit_lines.is_sure_credit(text),
    "note": lambda text, _: credit_lines.is_note(text),
    "dates": lambda text, code: " ".join(_days(text, code)),
    "month first": lambda text, _: dates.month_comes_first([text]),
    "date label": lambda text, _: dates.find_label(text),
    "written date": lambda text, _: read_written_date(text),
    "date": lambda text, _: read_date(text),
    "date of a month": lambda text, _: read_date(text, month=True),
    "date in markup": lambda text, _: html_dates.iso_date(text),
    "day in address": lambda text, _: html_dates.day_in_address(text),
    "phrases": lambda text, code: " ".join(_phrases(text, code)),
    "units": lambda text, _: _spans(segment.segment(text)),
    "leaning quote": quotes_standing.leans,
    "silent quote": quotes_standing.is_silent,
    "leaning sentence": lambda text, code: standing.leans(text, standing.rules(code)),
    "half quotation": lambda text, _: standing.is_half_quotation(text),
    "statement": lambda text, _: choose.is_statement(text),
    "printed": lambda text, code: _printed(text, shown.show(text, code, alone=False)),
    "printed alone": lambda text, code: _printed(text, shown.show(text, code)),
    "printed first": lambda text, code: _printed(text, shown.show(text, code, opening=True)),
    "without dateline": lambda text, _: _changed(text, shown.without_dateline(text)),
    "end of dateline": lambda text, _: datelines.dateline_end(text, opening=True),
    "headline": _headline,
    "promises": lambda text, code: "|".join(sorted(promises.promises(text, code))),
    "counts": lambda text, code: " ".join(map(str, promises.counts(text, code))),
    "numbered": lambda text, _: subheadings.is_numbered(text),
    "sentences": _several,
    "quotes": lambda text, code: " ".join(
        f"{one.start}-{one.end} {one.kind}" for one in newsclean.find_quotes(text, code)
    ),
    "marks restored": lambda text, _: _changed(text, lost_marks.restore(text)[0]),
    "mojibake": lambda text, _: _changed(text, mojibake.repair_mojibake(text)[0]),
    "controls": lambda text, _: _changed(text, mojibake.restore_controls(text)),
    "without marks": lambda text, _: _changed(text, markdown.strip(text)),
    "undone": lambda text, _: _changed(text, readings.undo(text)[0]),
    "printed on": lambda text, _: readings.printed_on(text),
    "archived from": lambda text, _: readings.archived_from(text),
    "without site": lambda text, _: _changed(text, without_site(text, _SITE, _ADDRESS)),
    "without reply": lambda text, _: _changed(text, without_reply(text)),
    "language": lambda text, code: _other(languages.detect(text, code), code),
    "words": lambda text, _: languages.count_words(text),
}
"""What is asked of a line and its language; nothing is recorded where the answer is no."""


def facts(text: str, language: str) -> Iterator[str]:
    """What each function says of a line, those that say nothing left out."""
    for name, read in FACTS.items():
        found = read(text, language)
        if found is True:
            yield name
        elif found not in (None, False, "", 0):
            yield f"{name}: {found}"
