"""A byline that the mark-up states, without what is no name and stands nowhere near the article.

On 1,822 labelled pages a stated author without a known given name is printed beside the headline or
in a byline 128 times rightly; printed elsewhere or nowhere, it is right once and wrong 43 times: an
account, a firm, an outlet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import is_known_first_name, names_nobody, read_name
from newsclean.cleaning.lines.phrases import letters
from newsclean.document import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.authors.features import Candidate
    from newsclean.document import Metadata

_LINES_OVER, _LINES_UNDER = 4, 2
"""So far above the headline and below the start of the body a name is beside the article."""
RECORDS = ("feed:", "field:", "epub:", "front matter:")
"""What a record says beside its text is no mark-up of a page: it is believed."""
_MOST_CHARS = 150
"""A longer line is prose."""


def with_printed(metadata: Metadata, area: Area, authors: Sequence[Candidate]) -> Metadata:
    """The metadata whose stated byline has those names that are a person's or are printed.

    What is left out, a degree, an office or an outlet, is the credit if nobody is left.
    """
    stated = metadata.byline
    if stated is None or area.record.document.tree is None:
        return metadata
    if stated.origin.startswith(RECORDS):
        return metadata
    named = {letters(name) for each in authors for name in each.names.split(", ")}
    texts = area.page.texts
    near = texts[max(0, area.middle - _LINES_OVER) : area.start + _LINES_UNDER]
    beside = [letters(text) for text in near if len(text) < _MOST_CHARS]
    first, *others = stated.value.split(", ")

    def is_borne_out(name: str) -> bool:
        own = letters(name)
        return is_known_first_name(name) or own in named or any(own in text for text in beside)

    if not any(map(is_borne_out, (first, *others))):
        return replace(metadata, byline=None, credit=metadata.credit or stated)
    if not is_known_first_name(first):
        return metadata
    shown = stated.origin == "author element"  # it is printed
    kept = [name for name in others if shown or is_known_first_name(name) or letters(name) in named]
    names = ", ".join([first, *kept])
    return (
        metadata
        if names == stated.value
        else replace(metadata, byline=replace(stated, value=names))
    )


def also_stated(area: Area) -> Field | None:
    """The first person among all whom the mark-up states that is printed alone beside the article.

    The first statement may name a newsroom, and an element further on hold who has written it.
    """
    tree, language = area.record.document.tree, area.page.language
    if tree is None:
        return None
    near = area.page.texts[max(0, area.middle - _LINES_OVER) : area.start + _LINES_UNDER]
    alone = {letters(text) for text in near if len(text) < _MOST_CHARS}
    for names, origin in tree.authors:
        person = read_name(names, language, sure=True) == names and " " in names
        if person and not names_nobody(names, language) and letters(names) in alone:
            return Field(names, origin)
    return None
