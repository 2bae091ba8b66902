"""What stands behind names: degrees and offices."""

from __future__ import annotations

_DEGREES = frozenset(["PhD", "DPhil", "MPhil", "MSc", "BSc", "EdD", "PsyD", "PharmD", "MEd", "LLB"])


def is_degree(word: str) -> bool:
    """Whether a word at the end of a name is a degree or an office: "MP", "RDN", "PhD"."""
    if word in _DEGREES:
        return True
    return 1 < len(word) <= 4 and word.isupper() and not set(word) <= set("IVX")
