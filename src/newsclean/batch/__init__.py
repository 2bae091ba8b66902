"""Many articles: order, workers, time limits, ledger, cluster. `run(Plan(...), complain)`.

The names are imported when they are first used (PEP 562): a worker, which begins in `local`, needs
neither the listing of inputs nor the ledger, and waits for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.batch.feed import Counts
    from newsclean.batch.listing import stdin_names
    from newsclean.batch.runner import Plan, run
    from newsclean.batch.tasks import Job

__all__ = ["Counts", "Job", "Plan", "run", "stdin_names"]

_HOMES = {
    "Counts": "feed",
    "Job": "tasks",
    "Plan": "runner",
    "run": "runner",
    "stdin_names": "listing",
}


def __getattr__(name: str) -> object:
    """The object of a name in `__all__`, from the module where it is made."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
