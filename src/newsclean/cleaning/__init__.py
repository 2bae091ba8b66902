"""`Document` -> `Article`: what is kept, and for every line that is not, why."""

from newsclean.cleaning.clean import clean, keep_everything, learn

__all__ = ["clean", "keep_everything", "learn"]
