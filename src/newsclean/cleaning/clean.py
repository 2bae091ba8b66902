"""The cleaning stage: `Document` -> `Article`.

One frozen record of the page goes from step to step: cut into lines, ask the networks, decide what
is kept, find the headline and the other fields. Every line that goes is given its reason.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning import paragraphs
from newsclean.cleaning.content_type import shape_of
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import flow, segment, worded
from newsclean.cleaning.page_kind.notices import notice_of
from newsclean.cleaning.record import PageRecord
from newsclean.cleaning.selection import overrides
from newsclean.deferred import defer
from newsclean.document import Article, Document, Removal
from newsclean.errors import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.document import SiteProfile

_TELLING_CHARS = 80
"""So many characters of an article tell its language (two lines; half as many in Chinese)."""
_STATED_SHARE, _MUCH = 3, 0.75
"""A third of what is kept bears out the language that a page states; rules that leave less than
this share took out what may have told another one (guesses)."""
_MAX_LINES = 20_000
"""A long novel has so many paragraphs. The networks take a third of a millisecond for each."""
_MAX_SHORT_LINES, _SHORT_BYTES = 3_000, 24
"""So many lines that are shorter on average are no article: verse, subtitles and chats have longer
ones, in Chinese too. A bound on the memory, of which each line takes some kB, however short."""


def clean(
    document: Document,
    *,
    language: str | None = None,
    favour: str = "balance",
    keep: tuple[str, ...] = (),
    drop: tuple[str, ...] = (),
    site: SiteProfile | None = None,
    reasons: bool = True,
) -> Article:
    """The article in `document`; `site` is what `learn` found on pages of its site.

    Without `reasons` its removals are given them when they are first read; until then the article
    holds what they are read from, the document included.

    Raises:
        NoArticleError: nothing in it looks like an article.
        UsageError: a pattern is no regular expression.
    """
    if document.kind == "export" or any(not part.reason for part in document.parts):
        from newsclean.cleaning import stated

        return stated.article(
            document,
            language,
            overrides.compile_patterns(keep, "--keep"),
            overrides.compile_patterns(drop, "--drop"),
        )
    record = choose(document, language=language, favour=favour, keep=keep, drop=drop, site=site)
    article = finish(record, favour, reasons=reasons)
    if language is None and (spoken := _left(record, article)):
        record = choose(document, language=spoken, favour=favour, keep=keep, drop=drop, site=site)
        article = finish(record, favour, reasons=reasons)
    return article


def choose(
    document: Document,
    *,
    language: str | None = None,
    favour: str = "balance",
    keep: tuple[str, ...] = (),
    drop: tuple[str, ...] = (),
    site: SiteProfile | None = None,
) -> PageRecord:
    """The record of a page with the lines that the networks would keep; the rest as for `clean`."""
    from newsclean.cleaning.model.classify import classify
    from newsclean.cleaning.selection.select import select

    record = segmented(document, language, keep, drop)
    record = _recognize(record, site) if site else record
    record = select(classify(record), favour)
    if language is None and (spoken := _spoken(record)):
        record = segmented(document, spoken, keep, drop)
        record = _recognize(record, site) if site else record
        record = select(classify(record), favour)
    return record


def finish(record: PageRecord, favour: str = "balance", *, reasons: bool = True) -> Article:
    """The article of a page of which it is known what is kept; `reasons` as for `clean`.

    Raises:
        NoArticleError: the page is a list of items or goods for sale.
    """
    from newsclean.cleaning.belonging.behind_boxes import behind_boxes
    from newsclean.cleaning.belonging.closing import closing
    from newsclean.cleaning.belonging.interrupted import interrupted
    from newsclean.cleaning.belonging.second_article import without_second_article
    from newsclean.cleaning.furniture.line_ends import cuts
    from newsclean.cleaning.furniture.remove import with_ruled
    from newsclean.cleaning.judge.judge import judge
    from newsclean.cleaning.model.classify import classify

    settled = settle(record, favour)
    judged = judge(settled, favour)
    # no rule was asked of what the networks leave out and readers would keep
    unasked = {
        at
        for at, keep in enumerate(judged.kept)
        if keep and not settled.kept[at] and at not in settled.causes
    }
    found = without_second_article(with_ruled(judged, unasked))
    if favour != "precision":
        found = with_ruled(found, behind_boxes(found, classify))
        found = with_ruled(found, interrupted(found))
        found = with_ruled(found, closing(found))
    found = found._replace(cuts=cuts(found))
    if reasons:
        return _article(found, _name_reasons(found))
    article = _article(found)
    # of what the networks were given there is much, and no reason is read from it
    defer(article, "removals", partial(_name_reasons, found._replace(predictions=None)))
    return article


def _name_reasons(record: PageRecord) -> tuple[Removal, ...]:
    from newsclean.cleaning.reasons.explain import name_reasons

    return name_reasons(record)


def settle(record: PageRecord, favour: str = "balance") -> PageRecord:
    """The record with its fields found, and with what rules take out and put back.

    Raises:
        NoArticleError: the page is a list of items or goods for sale.
    """
    from newsclean.cleaning.belonging.restore import belonging, vouched_for
    from newsclean.cleaning.furniture.boxes import with_checked
    from newsclean.cleaning.furniture.foldups import without_title
    from newsclean.cleaning.furniture.remove import (
        with_unfounded,
        without_biography,
        without_furniture,
        without_labels,
        without_returned,
    )
    from newsclean.cleaning.metadata import extract
    from newsclean.cleaning.page_kind.check import check
    from newsclean.cleaning.reasons import unfounded

    record = without_furniture(record)
    found = extract.find(record)
    check(found)
    if favour != "precision":
        if opened := unfounded.opening(found):
            found = extract.find(record.with_kept(opened))
        found = with_unfounded(found, unfounded.inside(found))
        known = vouched_for(found)
        vouched = belonging(found, known) | known
        found = with_checked(found, vouched)._replace(vouched=frozenset(vouched))
        found = without_returned(found, record.kept)
    return without_labels(without_biography(without_title(found)))


def _spoken(record: PageRecord) -> str | None:
    """The language of the lines that are kept, where it is another than that of the page.

    Menus, trackers and other articles are no evidence of the language that an article is in.
    """
    kept = list(itertools.compress(record.page.texts, record.kept))
    body, stated = "\n".join(kept), record.metadata.language
    if len(body) < _TELLING_CHARS:
        return None
    if stated and (code := languages.canonical(stated.value)) != record.page.language:
        own = sum(len(text) for text in kept if languages.detect(text, "") == code)
        if own * _STATED_SHARE >= len(body):
            return code
    if len(kept) == len(record.page.lines):
        return None
    found = languages.detect_part(body, record.sample, record.page.language)
    return found if found != record.page.language else None


def _left(record: PageRecord, article: Article) -> str | None:
    """The language of an article of which rules took much out, where that was in another one."""
    size = sum(len(text) for text in itertools.compress(record.page.texts, record.kept))
    if not _TELLING_CHARS < len(article.text) < _MUCH * size:
        return None
    found = languages.detect(article.text, article.language)
    return found if found != article.language else None


def segmented(
    document: Document,
    language: str | None = None,
    keep: tuple[str, ...] = (),
    drop: tuple[str, ...] = (),
) -> PageRecord:
    """The record of a document's lines, with what the user's patterns say of them.

    What interrupts the article for sure is no content line: the networks read on behind it.

    Raises:
        NoArticleError: there are no words in it, or it is code, a log or a table.
        UsageError: a pattern is no regular expression.
    """
    wanted = overrides.compile_patterns(keep, "--keep")
    unwanted = overrides.compile_patterns(drop, "--drop")
    from newsclean.cleaning.furniture.inserts import inserts

    lines = segment(document.text, unwrap=document.tree is None)
    indices, content_lines = worded(lines)
    if not content_lines:
        raise NoArticleError(f"{document.label}: no words in it")
    count = len(content_lines)
    if count > _MAX_LINES:
        many = f"it has {count:,} lines, more than any article (--no-clean reads it)"
        raise NoArticleError(f"{document.label}: {many}")
    if count > _MAX_SHORT_LINES:
        mean = sum(len(line.text.encode()) for line in content_lines) / count
        if mean < _SHORT_BYTES:
            short = f"it has {count:,} lines of {mean:.0f} bytes on average, as lists of words have"
            raise NoArticleError(f"{document.label}: {short} (--no-clean reads it)")
    if document.kind == "text" and not wanted and (shape := shape_of(document.text)):
        raise NoArticleError(f"{document.label}: it looks like {shape}, not an article")
    title = document.metadata.title.value if document.metadata.title else ""
    signed = bool(document.metadata.date or document.metadata.byline)
    texts = [line.text for line in content_lines]
    if not wanted and (notice := notice_of(texts, title, signed=signed)):
        raise NoArticleError(f"{document.label}: {notice}, not an article")
    address = document.metadata.url.value if document.metadata.url else ""
    sample = "" if language else languages.sample(_shown(document))
    page = PageLines(lines, language or languages.detect(sample), address)
    marks = overrides.override(lines, wanted, unwanted)
    found = inserts(page) if document.tree is None else {}  # in HTML the elements tell boxes apart
    causes = {at: cause for at, cause in found.items() if not (marks and marks[at].keep)}
    if causes:
        shown = [at not in causes for at in indices]
        indices = tuple(itertools.compress(indices, shown))
        content_lines = tuple(itertools.compress(content_lines, shown))
    return PageRecord(
        document,
        page,
        sample,
        content_indices=indices,
        content_lines=content_lines,
        causes=causes,
        inserts=frozenset(causes),
        overrides=marks,
        metadata=document.metadata,
    )


def _shown(document: Document) -> str:
    """The text of a document without what a page hides; the whole where nothing is left."""
    text, tree = document.text, document.tree
    if tree is not None and any(tree.nodes[mark.node].hidden for mark in tree.markup):
        shown = zip(text.split("\n"), tree.markup, strict=False)
        text = "\n".join(row for row, mark in shown if not tree.nodes[mark.node].hidden) or text
    return text


def _recognize(record: PageRecord, site: SiteProfile) -> PageRecord:
    """The record with which of its lines are known to recur on the site."""
    from newsclean.cleaning import site_profile

    repeats = site_profile.counts(site, record.page.lines)
    return record._replace(repeats=repeats, pages_known=site.pages)


def _article(record: PageRecord, removals: tuple[Removal, ...] = ()) -> Article:
    """The article of a complete record."""
    from newsclean.cleaning.lines.encyclopaedias import (
        is_encyclopaedia,
        with_blanks,
        without_marks,
    )

    text = record.document.text
    flowing = flow(text, record.page.lines)
    body = paragraphs.build(record)
    if not all(record.kept) and is_encyclopaedia(record.page):
        body = tuple(replace(each, text=without_marks(each.text)) for each in body)
        flowing = "\n".join(map(with_blanks, flowing.split("\n")))
    return Article(
        flow=flowing,
        paragraphs=body,
        removals=removals,
        metadata=record.metadata,
        language=record.page.language,
        words_read=languages.count_words(text),
        words_kept=languages.count_words("\n".join(paragraph.text for paragraph in body)),
        notes=record.notes,
    )


def keep_everything(document: Document, *, language: str | None = None) -> Article:
    """The whole document as an article: hard wraps are undone, nothing is removed."""
    lines = segment(document.text, unwrap=document.tree is None)
    page = PageLines(lines, language or languages.detect(document.text))
    whole, sure = [True] * len(lines), [1.0] * len(lines)
    record = PageRecord(document, page, kept=whole, probabilities=sure, metadata=document.metadata)
    article = _article(record)
    return replace(article, words_kept=article.words_read)


def learn(documents: Iterable[Document]) -> SiteProfile:
    """What recurs between `documents`, the pages of one site; data and code are no pages."""
    from newsclean.cleaning import site_profile

    return site_profile.learn(
        segment(each.text, unwrap=each.tree is None)
        for each in documents
        if each.kind != "text" or not shape_of(each.text)
    )
