"""The user's own word: regular expressions for lines to keep and to drop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaning.record import Override
from newsclean.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.document import Line


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
            drop=next((pattern.pattern for pattern in drop if pattern.search(line.text)), None),
        )
        for line in lines
    )
