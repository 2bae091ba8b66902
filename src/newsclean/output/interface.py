"""The report's own words in the language of its reader, from one file a language.

`data/interface/en.json` has every word that there is; another language is added by a file with
the same names. What a number needs is chosen by the language's rule of plurals (Unicode CLDR).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from newsclean.errors import UsageError
from newsclean.languages import read_data

LANGUAGES = ("en", "de", "es", "fr", "nb", "ru")
_DEFAULT = "en"
_SAME = {"no": "nb", "nn": "nb"}


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of one language. `words` is the content of its file."""

    language: str
    words: Mapping[str, Any]

    def tell(self, name: str, /, **values: str) -> str:
        """A phrase with its values put in."""
        return str(self.words[name]).format(**values)

    def count(self, name: str, number: int, /, **values: str) -> str:
        """A phrase in the form that `number` needs, with the number in it.

        >>> load("en").count("article_count", 1200), load("ru").count("article_count", 3)
        ('1,200 articles', '3 статьи')
        """
        forms = self.words[name]
        text = forms if isinstance(forms, str) else forms[self._form(number)]
        return str(text).format(n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A number with its thousands set apart."""
        return f"{number:,}".replace(",", self.words["thousands"])

    def share(self, part: int, whole: int) -> str:
        """`part` of `whole` in per cent, never "0%" or "100%" by rounding alone."""
        if not whole or part in (0, whole):
            return self.percent(100 if whole and part else 0)
        return self.percent(min(max(round(100 * part / whole), 1), 99))

    def percent(self, number: int) -> str:
        """So many per cent."""
        return self.tell("percent", n=str(number))

    def day(self, day: date) -> str:
        """A date such as "17 February 2026"."""
        month = self.words["months"][day.month - 1]
        return self.tell("day", day=str(day.day), month=month, year=str(day.year))

    def reason(self, name: str) -> str:
        """What a reason for a removal is called."""
        return str(self.words["reasons"].get(name, name))

    def _form(self, number: int) -> str:
        rule = self.words["plural"]
        if rule == "slavic":
            if number % 10 == 1 and number % 100 != 11:
                return "one"
            return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "many"
        return "one" if number == 1 or (rule == "french" and number == 0) else "other"


@cache
def load(language: str = _DEFAULT) -> Interface:
    """The words of a language of `LANGUAGES`."""
    return Interface(language, read_data(f"interface/{language}.json"))


def choose(asked: str | None, environ: Mapping[str, str]) -> str:
    """The language of the report: the one asked for, else that of the locale, else English.

    Args:
        asked: a code such as "de", as `--interface` has it.
        environ: where `LC_ALL`, `LC_MESSAGES` and `LANG` are looked up, in this order (POSIX).

    Raises:
        UsageError: the report has no words of the language that was asked for.
    """
    if asked is not None:
        code = _code(asked)
        if code not in LANGUAGES:
            raise UsageError(
                f"--interface: no words in {asked!r}; there are {', '.join(LANGUAGES)}"
            )
        return code
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            code = _code(value)
            return code if code in LANGUAGES else _DEFAULT
    return _DEFAULT


def _code(locale: str) -> str:
    code = re.split(r"[^a-z]", locale.strip().lower(), maxsplit=1)[0]
    return _SAME.get(code, code)
