"""Many articles: order, workers, time limits, ledger, cluster."""
