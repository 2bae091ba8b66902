"""How it was learnt who says a quote, and how often that is right."""
