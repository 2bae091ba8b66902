"""How often newsclean's own processes look for garbage: the command's, and the workers of a batch.

A library leaves this to whoever calls it, so nothing here runs on import.
"""

from __future__ import annotations

import gc

_CONTAINERS = 100_000
"""So many more containers than at the last look for garbage are the reason for the next one."""


def collect_seldom() -> None:
    """Have Python look for garbage seldom; unlike without a collector, memory stays bounded.

    Imports and articles make tens of thousands of containers and hardly any reference cycle. With
    Python's own threshold the looks in vain are a tenth of a start, and a tenth of an article.
    """
    gc.set_threshold(_CONTAINERS)
