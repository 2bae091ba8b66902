"""How the ranker of summaries was made, and what readers hold of sentences."""
