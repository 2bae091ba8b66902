"""A paragraph of a text document, as the readers of DOCX, ODT and RTF make it."""

from __future__ import annotations

from typing import NamedTuple


class Paragraph(NamedTuple):
    """A paragraph: its text, and what its style says."""

    text: str
    heading: int = 0
    """The level of a heading; 0 for none."""
    listed: bool = False
    section: bool = False
    """Whether a section of the document ends with it, or it begins one."""
    quoted: bool = False
