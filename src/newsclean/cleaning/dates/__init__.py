"""Lines and mark-up -> the day on which the article appeared."""
