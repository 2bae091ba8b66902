"""Article -> sentences."""

from newsclean.sentences.knowledge import has_parameters
from newsclean.sentences.split import split

__all__ = ["has_parameters", "split"]
