"""What is known of a page while it is cleaned: one frozen record that each step completes.

`clean.py` makes it from the lines; classify adds the predictions, select which lines are kept,
metadata the fields and the lines that carry them. The reasons and the paragraphs are read off the
complete record. What stands beside the lines ("for each line") has one entry a line of `page`.
"""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from newsclean.document import Document, Field, Line, Metadata

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    from newsclean.arrays import Bag, Floats, Indices
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.markup import Tree

Cause = tuple[str, str]
"""The reason a line goes, and the evidence."""


class Numbers(NamedTuple):
    """What the networks read of the content lines, for later steps."""

    features: Floats
    """`[lines, width]`."""
    columns: tuple[str, ...]
    """The name of each feature."""
    bag: Bag
    """The hashed words of the lines."""
    names: Bag | None = None
    """The hashed names of each kind of element, and the kinds around each line: of HTML alone."""
    paths: Indices | None = None
    looks: Indices | None = None
    """Lines of elements of one tag and class, in such parents, have one number: of HTML alone."""
    logits: Floats | None = None
    """`[lines, 4]`, as log-odds: that a line is of the body, by the network for HTML where there is
    one, then by those for plain text; that the body has yet to begin, and that it has ended."""


class Predictions(NamedTuple):
    """For each content line the probability that it is of the body, and what decoding needs.

    `article` is the log-odds that the page is an article at all, from its likeliest piece.
    """

    probabilities: Floats
    words: Floats
    """How many words each line has."""
    ends: npt.NDArray[np.bool_]
    """Whether each line ends as a sentence does."""
    article: float
    numbers: Numbers | None = None


class Override(NamedTuple):
    """What the user's patterns say of a line."""

    keep: bool
    drop: str | None
    """The first pattern of `--drop` that the line matches."""


class Mail(NamedTuple):
    """What is known of a text that is a mail; nothing where it is none."""

    email_furniture: Mapping[int, Cause] = {}
    """Line index -> why it is not of the article."""
    subject: Field | None = None
    """What the mail is about, without "Fwd:"."""
    date: Field | None = None
    """When it was sent, ISO 8601."""
    end: int = 0
    """The first line below its header."""
    sender: Field | None = None
    """Who sent it."""


class PageRecord(NamedTuple):
    """A page on its way through cleaning; fields with a default are completed by later steps."""

    document: Document
    page: PageLines
    """The lines, their words, phrases, dates and names."""
    sample: str = ""
    """What its language was told by; empty where the user said it."""
    content_indices: Sequence[int] = ()
    """Which lines have a letter or digit: the networks read these alone."""
    content_lines: Sequence[Line] = ()
    inserts: frozenset[int] = frozenset()
    """Lines of boxes between paragraphs, which the networks were not shown."""
    overrides: Sequence[Override] = ()
    """For each line what the user said of it; empty where the user said nothing."""
    repeats: Mapping[int, int] = {}
    """Line index -> how many known pages of the site have the line."""
    pages_known: int = 0
    """How many pages of the site are known."""
    predictions: Predictions | None = None
    """What the networks say of the content lines (classify)."""
    probabilities: Sequence[float] = ()
    """For each line, that it is of the body; 0 for lines without words (select)."""
    kept: Sequence[bool] = ()
    """For each line, whether it is of the body (select, metadata)."""
    mail: Mail = Mail()
    """The mail around the article (metadata)."""
    metadata: Metadata = Metadata()
    """Of the document, then completed from the text (metadata)."""
    roles: Mapping[int, str] = {}
    """Line index -> what it is: a value of `document.REASONS` (metadata)."""
    notes: tuple[str, ...] = ()
    """What the user should be told."""
    causes: Mapping[int, Cause] = {}
    """Line index -> why it goes, where a rule says so and no probability (select)."""
    cuts: Mapping[int, tuple[int, Cause]] = {}
    """Kept line -> where in the document what goes of it begins, and why it goes (clean)."""
    vouched: frozenset[int] = frozenset()
    """Lines that are kept on evidence that a person can check, whatever a model says (clean)."""

    @property
    def tree(self) -> Tree | None:
        """The mark-up of the page; None where it has none for each of these lines."""
        tree = self.document.tree
        return tree if tree is not None and len(tree.markup) == len(self.page.lines) else None

    def is_settled(self, at: int) -> bool:
        """Whether a rule, the user, a mail or other pages took a line out, or it is a field."""
        told = at in self.causes or at in self.roles or at in self.repeats
        dropped = bool(self.overrides) and self.overrides[at].drop is not None
        return told or dropped or at in self.mail.email_furniture

    def with_kept(self, indices: Iterable[int]) -> PageRecord:
        """The record with these lines kept too."""
        added = set(indices)
        if not added:
            return self
        return self._replace(kept=[keep or at in added for at, keep in enumerate(self.kept)])

    def without(self, indices: Container[int], spared: Container[int] = ()) -> PageRecord:
        """The record with these lines not kept, but for the spared ones.

        Nothing goes where all that is kept is among `indices`: an article is never emptied.
        """
        if all(index in indices for index in compress(count(), self.kept)):
            return self
        return self._replace(
            kept=[
                keep and (index not in indices or index in spared)
                for index, keep in enumerate(self.kept)
            ]
        )

    def without_causes(self, causes: Mapping[int, Cause]) -> PageRecord:
        """The record without these lines, and with why each goes.

        What the user asked to keep stays, and an article is never emptied: a line that stays has no
        cause. A line that went before keeps the cause it has.
        """
        if self.overrides:
            causes = {at: cause for at, cause in causes.items() if not self.overrides[at].keep}
        if not causes:
            return self
        found = self.without(causes)
        gone = {at: cause for at, cause in causes.items() if not found.kept[at]}
        return found._replace(causes={**gone, **self.causes})
