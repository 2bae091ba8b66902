"""Many articles: order, workers, time limits, ledger, cluster. `run(Plan(...), complain)`."""

from newsclean.batch.feed import Counts
from newsclean.batch.listing import stdin_names
from newsclean.batch.run import Plan, run
from newsclean.batch.tasks import Job

__all__ = ["Counts", "Job", "Plan", "run", "stdin_names"]
