"""What is known of each language, read from `data/` when first asked for.

`detect` names the language of a text: by its script where that decides, else by the words of it
that are among the 200 commonest of each language, a word counting less the more languages share
it and the oftener it came (Grefenstette 1995, "Comparing two language identification schemes").
`normalise` reads what a user may write for a language.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.errors import UsageError
from newsclean.patterns import lazy_regex
from newsclean.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = lazy_regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_DATA = Path(__file__).parent / "data"  # importlib.resources would cost 5 ms at the first use
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]", 0.05),
    ("zh", "[\u4e00-\u9fff]", 0.3),
    ("ko", "[\uac00-\ud7a3]", 0.3),
    ("el", "[\u0370-\u03ff]", 0.3),
    ("ur", "[\u0679\u0688\u0691\u06ba\u06d2]", 0.02),
    ("fa", "[\u067e\u0686\u0698\u06af\u06cc]", 0.02),
    ("ar", "[\u0600-\u06ff]", 0.3),
    ("he", "[\u0590-\u05ff]", 0.3),
    ("hi", "[\u0900-\u097f]", 0.3),
    ("bn", "[\u0980-\u09ff]", 0.3),
    ("ta", "[\u0b80-\u0bff]", 0.3),
    ("th", "[\u0e00-\u0e7f]", 0.3),
    ("ka", "[\u10a0-\u10ff]", 0.3),
    ("hy", "[\u0530-\u058f]", 0.3),
)
_OTHER = "[^\0-\u036f\u0400-\u04ff\u1e00-\u1eff\u2000-\u20ff]"
"""What is neither Latin nor Cyrillic, nor a sign that any script has."""
_WHOLE = 720_720
"""What a word counts that one language has; so many of up to 16 languages each get a whole number
of it, and no sum depends on the order of the words."""
_FINE = 100
"""How much finer than whole the square root of a number is taken."""
_MARKED_WORDS = 20
"""So many words of which letters with marks tell that they are not English; a guess."""
_LONG = 2_000
"""So many characters are divided into words at once, as an array."""
_LINES, _LINE, _SAMPLE = 24, 500, 2_000
"""The longest lines speak for a text: how many, and how many characters of each and in all."""
_SPACED = bytes(set(range(256)) - {0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF})
"""What UTF-8 is made of where no character is of a script that puts no blanks between words."""
_IDEOGRAPHS = "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]+"
_UNSPACED_LETTERS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"
"""Thai, Lao, Burmese and Khmer."""


@cache
def read_data(name: str) -> Any:
    """The JSON file `name` of the package's data folder.

    The result is cached and shared: callers read it and never change it.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return json.loads((_DATA / name).read_bytes())


@cache
def function_words(language: str) -> frozenset[str]:
    """The 200 commonest words of a language, lower case; empty for an unknown one."""
    lists: dict[str, str] = read_data("function_words.json")["words"]
    return frozenset(lists.get(language, "").split())


def known() -> tuple[str, ...]:
    """The codes of the languages with function words, sorted."""
    return tuple(sorted(read_data("function_words.json")["words"]))


def detect_part(part: str, whole: str, known: str) -> str:
    """The language of a part of a text: `known`, as of the whole, where the same lines tell it.

    `whole` is the `sample` of the whole text, and most often that of the part.
    """
    return known if sample(part) == whole else detect(part, known)


def detect(text: str, default: str = "en") -> str:
    """The ISO 639-1 code of the language most of `text` is in, `default` where nothing tells.

    >>> detect("Der Minister sagte, dass die Regierung nicht mehr warten werde.")
    'de'
    """
    some = sample(text)
    if not some.isascii() and re.search(_OTHER, some):
        letters, highest = sum(map(str.isalpha, some)) or 1, max(some)
        for code, pattern, share in _SCRIPTS:
            # a pattern of thousands of characters takes a millisecond to compile
            if highest >= pattern[1] and len(re.findall(pattern, some)) > share * letters:
                return code
    pieces = some.lower().split()
    words = list(filter(str.isalpha, pieces))
    words += WORD.findall(" ".join(filterfalse(str.isalpha, pieces)))
    numbers, families = _index()
    shared = Counter(filter(numbers.__contains__, words))
    weights: dict[int, int] = {}
    for word, times in shared.items():
        # "for all traffic", six times in a short article, are no English
        number = numbers[word]
        weights[number] = weights.get(number, 0) + math.isqrt(_FINE * times)
    scores: dict[str, int] = {}
    for number, weight in weights.items():
        codes = families[number]
        share = weight * (_WHOLE // len(codes))
        for code in codes:
            scores[code] = scores.get(code, 0) + share
    if not scores:
        return default
    best = min(scores, key=lambda code: (-scores[code], code))
    best = _closest(words, best)
    hits = sum(times for word, times in shared.items() if best in families[numbers[word]])
    if hits * 20 >= len(words):
        return best
    # no word is the default's, and letters are not those of English
    marked = sum(not word.isascii() for word in words) * 20 >= len(words) >= _MARKED_WORDS
    return best if marked and default not in scores else default


def _closest(words: Sequence[str], best: str) -> str:
    """The language, or the other one of Danish and Norwegian if more of its own forms are there.

    What most words of the one are, the other has too, if not among its commonest.
    """
    closest: dict[str, str] = read_data("languages.json")["closest"]
    if best not in closest:
        return best
    told = {code: sum(map(set(own.split()).__contains__, words)) for code, own in closest.items()}
    return max(told, key=lambda code: (told[code], code == best))


def count_words(text: str) -> int:
    """How many words a text has: what blanks part, and in scripts without blanks what is as long.

    Two ideographs or kana are a word, as are five letters of Thai, Lao, Khmer and Burmese: what
    a word has on average, so that a length means the same amount of text in every language.

    >>> count_words("four words of English"), count_words("東京都は9日、発表した。")
    (4, 6)
    """
    if (
        not text.isascii()
        and text.encode("utf-8", "surrogatepass").translate(None, _SPACED)
        and _unspaced().search(text)
    ):
        pieces = text.split()
        wide = list(filter(_unspaced().search, filterfalse(str.isascii, pieces)))
        return len(pieces) - len(wide) + sum(map(_words_in, wide))
    if text.isprintable() and "  " not in text and text.strip() == text:
        return text.count(" ") + bool(text)  # single blanks, and no other white space is printable
    return len(text.split()) if len(text) < _LONG else _count_apart(text)


def _count_apart(text: str) -> int:
    """How many words of a long text white space parts: in a quarter of the time of `split`."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    white = _white().take(codes, mode="clip")
    return int(np.count_nonzero(white[:-1] & ~white[1:])) + (not white[0])


@cache
def _white() -> Any:
    """Which characters are white space; the last one stands for all beyond."""
    import numpy as np

    return np.array([chr(code).isspace() for code in range(0x3002)])


@cache
def _unspaced() -> re.Pattern[str]:
    """A character of a script without blanks; compiled for the texts that may have one."""
    return re.compile(f"{_IDEOGRAPHS[:-2]}{_UNSPACED_LETTERS[1:-1]}")


def _words_in(piece: str) -> int:
    """The words of a piece between two blanks that has such a character, one at least."""
    rest, wide = _without(_IDEOGRAPHS, piece)
    rest, letters = _without(_UNSPACED_LETTERS, rest)
    return max(1, len(re.findall(r"\w+", rest)) + (wide + 1) // 2 + (letters + 4) // 5)


def _without(pattern: str, text: str) -> tuple[str, int]:
    """`text` with a blank for each stretch that matches, and how many characters these have."""
    rest, stretches = re.subn(pattern, " ", text)
    return rest, len(text) - len(rest) + stretches


@cache
def canonical(code: str) -> str:
    """A language tag as the code that newsclean files it under; an unknown one is left alone.

    >>> canonical("en-US"), canonical("NO"), canonical("zh_Hant")
    ('en', 'nb', 'zh')
    """
    tag = code.strip().lower()
    primary = re.split("[-_]", tag, maxsplit=1)[0]
    same: dict[str, str] = read_data("languages.json")["same"]
    return same.get(tag) or same.get(primary, primary)


@cache
def normalise(code: str) -> str:
    """The ISO 639-1 code of what a user wrote for a language: `en-US`, `no`, `German`.

    Raises:
        UsageError: there is no such language; it names the nearest.

    >>> normalise("German"), normalise("pt-BR")
    ('de', 'pt')
    """
    names: dict[str, str] = read_data("languages.json")["names"]
    wanted = code.strip().lower()
    for known_code, known_name in names.items():
        if wanted == known_name.lower():
            return known_code
    found = canonical(code)
    if found in names:
        return found
    raise UsageError(f"no language is called {code!r}{_suggestion(wanted, names)}")


def name(code: str) -> str:
    """The English name of a language code; the code itself where there is none.

    >>> name("nb"), name("xx")
    ('Norwegian', 'xx')
    """
    names: dict[str, str] = read_data("languages.json")["names"]
    return names.get(canonical(code), code)


@cache
def _index() -> tuple[dict[str, int], tuple[tuple[str, ...], ...]]:
    """Every common word with the number, from 1 on, of the languages it is common in, and these.

    Numbers, since Python computes the hash of a tuple each time it is looked up.
    """
    index: dict[str, tuple[str, ...]] = {}
    for code, words in sorted(read_data("function_words.json")["words"].items()):
        alone = (code,)
        for word in words.split():
            index[word] = index[word] + alone if word in index else alone
    families = {codes: number for number, codes in enumerate(dict.fromkeys(index.values()), 1)}
    return {word: families[codes] for word, codes in index.items()}, ((), *families)


def sample(text: str) -> str:
    """The longest lines of a text, cut short: prose rather than menus. It is its own sample."""
    if len(text) <= _SAMPLE:
        return text
    lines = sorted(text[: 30 * _SAMPLE].split("\n"), key=len, reverse=True)[:_LINES]
    return "\n".join(line[:_LINE] if len(lines) > 4 else line[:_SAMPLE] for line in lines)[:_SAMPLE]


def _suggestion(wanted: str, names: dict[str, str]) -> str:
    codes = {known_name: code for code, known_name in names.items()}
    if close := nearest(wanted, codes, cutoff=0.7):
        return f"; did you mean {close} ({codes[close]})?"
    return "; give an ISO 639-1 code such as en, de or pt"
