"""The words, people and quotes of an article, read once for all who ask who speaks."""
