"""Lines and mark-up -> who wrote the article."""
