"""What is known of each language, read from `data/` when first asked for.

`detect` names the language of a text: by its script where that decides, else by the share of
its words that are among the 200 commonest of each language (Grefenstette 1995, "Comparing two
language identification schemes").
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.05),
    ("zh", re.compile("[\u4e00-\u9fff]"), 0.3),
    ("ko", re.compile("[\uac00-\ud7a3]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("hi", re.compile("[\u0900-\u097f]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
)
_SAMPLE = 20_000


@cache
def read_data(name: str) -> Any:
    """The JSON file `name` of the package's data folder.

    The result is cached and shared: callers read it and never change it.

    Raises:
        FileNotFoundError: there is no such file.
    """
    path = resources.files("newsclean.data").joinpath(name)
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def function_words(language: str) -> frozenset[str]:
    """The 200 commonest words of a language, lower case; empty for an unknown one."""
    lists: dict[str, str] = read_data("function_words.json")["words"]
    return frozenset(lists.get(language, "").split())


def known() -> tuple[str, ...]:
    """The codes of the languages with function words, sorted."""
    return tuple(sorted(read_data("function_words.json")["words"]))


def detect(text: str, default: str = "en") -> str:
    """The ISO 639-1 code of the language most of `text` is in, `default` where nothing tells.

    >>> detect("Der Minister sagte, dass die Regierung nicht mehr warten werde.")
    'de'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample)) or 1
    for code, pattern, share in _SCRIPTS:
        if len(pattern.findall(sample)) > share * letters:
            return code
    words = WORD.findall(sample.lower())
    counts = Counter(words)
    best, best_hits = default, 0
    for code in known():
        hits = sum(counts[word] for word in counts.keys() & function_words(code))
        if hits > best_hits:
            best, best_hits = code, hits
    return best if best_hits * 20 >= len(words) else default
