"""Kept lines -> headline, byline, date, and the lines that carry them."""
