"""The user's own word: regular expressions for lines to keep and to drop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.document import Line
from newsclean.errors import UsageError


class Override(NamedTuple):
    """What the user's patterns say of a line: keep it, drop it, or nothing."""

    keep: bool = False
    drop: bool = False


def compile_patterns(patterns: Sequence[str], option: str) -> tuple[re.Pattern[str], ...]:
    """The compiled patterns of an option.

    Raises:
        UsageError: one of them is no regular expression.
    """
    compiled = []
    for pattern in patterns:
        try:
            compiled.append(re.compile(pattern))
        except re.error as error:
            raise UsageError(
                f"{option} {pattern!r} is not a regular expression: {error}"
            ) from error
    return tuple(compiled)


def override(
    lines: Sequence[Line], keep: Sequence[re.Pattern[str]], drop: Sequence[re.Pattern[str]]
) -> tuple[Override, ...]:
    """What the patterns say of each line; empty where there are no patterns."""
    if not keep and not drop:
        return ()
    return tuple(
        Override(
            keep=any(pattern.search(line.text) for pattern in keep),
            drop=any(pattern.search(line.text) for pattern in drop),
        )
        for line in lines
    )


def matched(line: Line, drop: Sequence[re.Pattern[str]]) -> str | None:
    """The first pattern that a line matches, for the evidence of its removal."""
    return next((pattern.pattern for pattern in drop if pattern.search(line.text)), None)
