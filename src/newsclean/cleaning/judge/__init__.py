"""Judges the lines at and beside the article once more, by what readers said of such lines."""
