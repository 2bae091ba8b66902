"""Article -> sentences."""

from newsclean.sentences.split import split

__all__ = ["split"]
