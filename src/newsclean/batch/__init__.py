"""Many articles: order, workers, time limits, ledger, cluster. `run(Plan(...), complain)`."""

from newsclean.batch.listing import stdin_names
from newsclean.batch.run import Counts, Plan, run
from newsclean.batch.tasks import Job

__all__ = ["Counts", "Job", "Plan", "run", "stdin_names"]
