"""The cleaning stage: `Document` -> `Article`.

In order: cut into lines, ask the model, hear the user's patterns, decide what is kept, find the
headline and the other fields, give every other line its reason.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from newsclean import languages
from newsclean.cleaning import paragraphs
from newsclean.cleaning.lines.segment import flow, segment, worded
from newsclean.cleaning.selection import overrides
from newsclean.document import Article, Document, Line, Metadata, Removal
from newsclean.errors import NoArticleError

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from newsclean.cleaning.model.classify import Predictions
    from newsclean.cleaning.site_profile import SiteProfile

T = TypeVar("T")


def clean(
    document: Document,
    *,
    language: str | None = None,
    favour: str = "balance",
    keep: tuple[str, ...] = (),
    drop: tuple[str, ...] = (),
    site: str | None = None,
) -> Article:
    """The article in `document`; `site` is the text of a file made by `newsclean learn`.

    Raises:
        NoArticleError: nothing in it looks like an article.
        UsageError: a pattern is no regular expression, or `site` was not made by `learn`.
    """
    from newsclean.cleaning import site_profile
    from newsclean.cleaning.content_type import shape_of
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.metadata import extract
    from newsclean.cleaning.metadata.forwarded import read_mail
    from newsclean.cleaning.reasons import explain
    from newsclean.cleaning.selection import decode, evidence, sanity

    wanted = overrides.compile_patterns(keep, "--keep")
    unwanted = overrides.compile_patterns(drop, "--drop")
    profile = site_profile.SiteProfile.loads(site) if site is not None else None
    lines = segment(document.text, unwrap=document.tree is None)
    places, core = worded(lines)
    if not core:
        raise NoArticleError(f"{document.label}: no words in it")
    if document.kind == "text" and not wanted and (shape := shape_of(document.text)):
        raise NoArticleError(f"{document.label}: it looks like {shape}, not an article")
    code = language or languages.detect(document.text)
    repeats = profile.counts(lines) if profile else {}
    judged = _judge(document, core, code)
    reading = PageLines(lines, code)
    heard = evidence.weigh(reading, places, judged.probabilities)
    recurs = [place in repeats for place in places]
    overrides_ = overrides.override(core, wanted, unwanted)
    chosen = decode.decode(
        decode.discount(heard, recurs),
        judged.words,
        judged.ends,
        favour,
        overrides_,
        evidence.spoken_against(judged.probabilities, heard),
        scattered=document.tree is not None,
    )
    chosen, notes = sanity.check(document.label, judged, chosen, overrides_)

    kept = _spread(chosen.tolist(), places, len(lines), fill=False)
    probabilities = _spread(heard.tolist(), places, len(lines), fill=0.0)
    delivered = document.kind == "email" and document.tree is None
    mail = read_mail(reading, delivered=delivered)
    asked = {place for place, override in zip(places, overrides_, strict=False) if override.keep}
    if any(keep and index not in mail.email_furniture for index, keep in enumerate(kept)):
        for index in mail.email_furniture.keys() - asked:
            kept[index] = False
    metadata, roles = extract.find(reading, kept, document.metadata, mail)
    if any(keep and index not in roles for index, keep in enumerate(kept)):
        for index in roles:
            kept[index] = False
    removals = explain.name_reasons(
        reading,
        kept,
        probabilities,
        roles=roles,
        email_furniture=mail.email_furniture,
        tree=document.tree,
        repeats=repeats,
        pages=profile.pages if profile else 0,
    )
    body = paragraphs.build(document, lines, kept, probabilities)
    return Article(
        flow=flow(document.text, lines),
        paragraphs=body,
        removals=_name_patterns(lines, removals, unwanted),
        metadata=metadata,
        language=code,
        words_read=languages.count_words(document.text),
        words_kept=sum(languages.count_words(paragraph.text) for paragraph in body),
        notes=(*notes, *_made(metadata)),
    )


def _made(metadata: Metadata) -> tuple[str, ...]:
    """What to say where the date is that of the file."""
    from newsclean.cleaning.metadata.validate import MADE

    if metadata.date and metadata.date.origin == MADE:
        return ("date: the day the PDF was made, as the text gives none",)
    return ()


def _spread(values: list[T], places: Sequence[int], count: int, *, fill: T) -> list[T]:
    """Values of the lines with words, laid out over all lines."""
    out = [fill] * count
    for place, value in zip(places, values, strict=True):
        out[place] = value
    return out


def _judge(document: Document, core: Sequence[Line], language: str) -> Predictions:
    """What the networks say of the lines, by the mark-up too where there is any."""
    if document.tree is None:
        from newsclean.cleaning.model.classify import judge_text

        return judge_text(core, language)
    from newsclean.cleaning.model.classify import judge_markup

    return judge_markup(document, core, language)


def keep_everything(document: Document, *, language: str | None = None) -> Article:
    """The whole document as an article: hard wraps are undone, nothing is removed."""
    lines = segment(document.text, unwrap=document.tree is None)
    body = paragraphs.build(document, lines, [True] * len(lines), [1.0] * len(lines))
    words = languages.count_words(document.text)
    return Article(
        flow=flow(document.text, lines),
        paragraphs=body,
        removals=(),
        metadata=document.metadata,
        language=language or languages.detect(document.text),
        words_read=words,
        words_kept=words,
    )


def learn(documents: Iterable[Document]) -> SiteProfile:
    """What recurs between `documents`, the pages of one site."""
    from newsclean.cleaning import site_profile

    return site_profile.learn(segment(d.text, unwrap=d.tree is None) for d in documents)


def _name_patterns(
    lines: Sequence[Line], removals: tuple[Removal, ...], drop: Sequence[re.Pattern[str]]
) -> tuple[Removal, ...]:
    """Removals with the user's pattern as the reason of the lines that one matches."""
    if not drop:
        return removals
    by_start = {line.start: line for line in lines}
    named = []
    for removal in removals:
        pattern = overrides.matched(by_start[removal.start], drop)
        if pattern is None:
            named.append(removal)
        else:
            evidence = f"matches --drop {pattern!r}"
            named.append(replace(removal, reason="user pattern", evidence=evidence, confidence=1.0))
    return tuple(named)
