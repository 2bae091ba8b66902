"""The candidates for a quote -> the one who said it, and how far that can be trusted."""
