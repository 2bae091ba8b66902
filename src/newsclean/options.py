"""The choices a user has, in one frozen record. It is read by the pipeline and by nothing below.

Where a value comes from (flag, environment, configuration file) is `config.py`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newsclean.document import SiteProfile

Favour = Literal["balance", "precision", "recall"]


@dataclass(frozen=True, slots=True)
class Options:
    """How an article is to be digested. Equal options and equal bytes give equal output."""

    language: str | None = None
    """ISO 639-1 code; None detects it."""
    length: str = "auto"
    """Length of the summary: `auto`, `3` sentences, `20%` of them, `100w` words or `600c`
    characters."""
    method: str = "newsclean"
    """Summarizer: `newsclean`, `lead`, or one of sumy's (see `newsclean methods`)."""
    clean: bool = True
    """False takes the text as an article already; nothing is removed."""
    favour: Favour = "balance"
    """`precision` removes more in doubt, `recall` keeps more."""
    keep: tuple[str, ...] = ()
    """Regular expressions: a line that matches one is kept."""
    drop: tuple[str, ...] = ()
    """Regular expressions: a line that matches one is removed (`keep` wins)."""
    site: SiteProfile | None = None
    """What `newsclean learn` found: lines known to recur on this site."""
    quotes: int | None = 5
    """How many quotes count as key; None for all."""
    indirect: bool = False
    """Report indirect speech ("she said that ...") as well."""
    focus: str | None = None
    """Words the summary should be about."""
