"""The labels of Nexis exports in the languages of its interface, from `data/exports/nexis.json`."""

from __future__ import annotations

import re
from functools import cache

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.sources.dates import read_date

START = lazy_regex(
    r"[ \t\u00a0]*(?:\d[\d.,]*[ \t\u00a0]+(?:of|von|de|sur|di|van|af|av|z)[ \t\u00a0]+\d[\d.,]*"
    r"[ \t\u00a0]+DO[CK]UMENT\w{0,4}|DO[CK]UMENT\w{0,3}[ \t\u00a0]+\d[\d.,]*[ \t\u00a0]+"
    r"(?:of|von|de|sur|di|van|af|av|z)[ \t\u00a0]+\d[\d.,]*)[ \t\u00a0]*",
    re.IGNORECASE,
)
"""The line that begins an article: "3 of 10 DOCUMENTS", "Dokument 2 von 3"."""
LABEL = lazy_regex(r"([^\W\d_][\w’' /-]{1,29}?)[ \u00a0]?:(?:[ \u00a0]+|$)")
COPYRIGHT = lazy_regex(
    r"(?:copyright|\(c\)|©|alle rechte vorbehalten|all rights reserved|tous droits réservés"
    r"|todos los derechos|tutti i diritti|alle rechten)\b|(?:\(c\)|©)",
    re.IGNORECASE,
)
LANGUAGE = ("language", "sprache", "langue", "idioma", "taal", "lingua")
_LONGEST_DATE = 80


@cache
def header_labels() -> dict[str, str]:
    """Each label before the body -> the field that it names, "" for one that is dropped."""
    groups: dict[str, str] = languages.read_data("exports/nexis.json")["header"]
    return {label: field for field, group in groups.items() for label in group.split(" | ")}


@cache
def words(group: str) -> frozenset[str]:
    """The labels of a group: "body", "end", "closing", "blocks", "abstract"."""
    listed: str = languages.read_data("exports/nexis.json")[group]
    return frozenset(listed.split(" | "))


def split_label(line: str) -> tuple[str, str]:
    """The label that a line begins with, lower case, and what follows it; "" without one."""
    found = LABEL.match(line)
    if found is None:
        return "", line
    return found[1].strip().lower(), line[found.end() :]


def is_date(line: str) -> bool:
    """Whether a line is a date, and not prose with one in it."""
    if len(line) > _LONGEST_DATE or LABEL.match(line):
        return False
    return read_date(line, month=True) is not None


def is_of_loading(label: str, value: str) -> bool:
    """Whether a label in any language says when an article was loaded: "FECHA-CARGA: 8 mayo 2025".

    It is a compound with a hyphen before a date, as no sentence is, or "UPDATE"; but not the day
    of a correction.
    """
    loaded = ("-" in label or label == "update") and not label.startswith(("correc", "korrek"))
    return loaded and is_date(value)
