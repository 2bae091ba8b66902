"""Names in another case -> as a subject has them: "Людмилы Сергеевой" is Людмила Сергеева.

Only where both words tell: the first name is in the list of names without its ending, and the
family name has the form of its gender; any other name is left as the article has it.
"""

from __future__ import annotations

from functools import cache

from newsclean.languages import read_data
from newsclean.quotes.text.lexicon import first_names

_TITLED_WORDS = 3
"""An office and a name of two words."""
_TOLD_APART = frozenset({"cs", "pl"})
"""Where a woman's family name has another form: "Petra Nováka" is Petr Novák."""
_Endings = tuple[tuple[str, str], ...]


@cache
def _endings(language: str, part: str) -> dict[str, _Endings]:
    """Gender -> the endings of "given" or "family" names, each with a subject's; the longest first.

    "ой-а" in the file is "ой" that is "а" of a subject.
    """
    genders: dict[str, str] = read_data("quotes/declensions.json").get(language, {}).get(part, {})
    return {
        gender: tuple(
            (old, new)
            for old, _, new in sorted(
                (pair.partition("-") for pair in pairs.split()), key=lambda pair: -len(pair[0])
            )
        )
        for gender, pairs in genders.items()
    }


def given_as_subject(word: str, language: str, gender: str) -> set[str]:
    """The first names that a word in another case may be, of one gender where it is known."""
    found = set()
    for sex, endings in _endings(language, "given").items():
        for old, new in endings if gender in ("", sex) else ():
            given = word.removesuffix(old) + new
            if word.endswith(old) and first_names().get(given.lower()) in (sex, "u"):
                found.add(given)
    return {word} if word in found else found


def nominative(name: tuple[str, ...], language: str) -> tuple[str, ...]:
    """A first name and a family name as a subject has them; any other name as it is."""
    if len(name) == _TITLED_WORDS and name[0].lower() not in first_names():
        titled = nominative(name[1:], language)  # "Губернатора Ивана Петрова"
        return name if titled == name[1:] else titled
    families = _endings(language, "family")
    if not families or len(name) != 2:
        return name
    known = name[0].lower() in first_names()
    if known and language not in _TOLD_APART:
        return name
    for gender, endings in _endings(language, "given").items():
        for old, new in endings if not known or gender == "m" else ():
            given = name[0].removesuffix(old) + new
            if not name[0].endswith(old) or first_names().get(given.lower()) not in (gender, "u"):
                continue
            for ending, own in families[gender]:
                if name[1].endswith(ending):
                    return given, name[1].removesuffix(ending) + own
    return name
