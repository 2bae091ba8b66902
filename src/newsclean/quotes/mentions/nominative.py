"""Names in another case -> as a subject has them: "Людмилы Сергеевой" is Людмила Сергеева.

Only where both words tell: the first name is in the list of names without its ending, and the
family name has the form of its gender; any other name is left as the article has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsclean.languages import read_data
from newsclean.quotes.text.lexicon import first_names
from newsclean.quotes.text.words import Words

_MAX_OFFICE_WORDS = 5
"""The most words between "according to" and a name: "по словам главы района"; a guess."""
_VOWELS = "aeiouyáéíóúýěаеёиоуыэюяєії"
_TITLED_WORDS = 3
"""An office and a name of two words."""
_TOLD_APART = frozenset({"cs", "pl"})
"""Where a woman's family name has another form: "Petra Nováka" is Petr Novák."""
_Endings = tuple[tuple[str, str], ...]


def is_in_genitive(words: Words, first: int, language: str) -> bool:
    """Whether a name follows "according to", be it with its office, in a language that declines."""
    behind = _endings(language, "genitive").get("behind", ())
    for at in range(first - 1, max(-1, first - 2 - _MAX_OFFICE_WORDS), -1):
        if (words.low[at], "") in behind:
            return True
        if not words.text[at].islower():
            return False
    return False


def is_whole(name: Sequence[str], language: str) -> bool:
    """Whether a name in another case is a first name that is known and a family name."""
    return len(name) == _TITLED_WORDS - 1 and bool(given_as_subject(name[0], language, ""))


def is_aide(office: str, language: str) -> bool:
    """Whether a person has such a one: "адвоката Ивана Петрова" is not Петров, "мэра ..." is."""
    stems = tuple(stem for stem, _ in _endings(language, "genitive").get("aides", ()))
    return office.startswith(stems)


def is_of_kin(relative: str, name: Sequence[str], language: str) -> bool:
    """Whether a name behind a relative is whose that is: "жена Ветрова", not "жена Анна"."""
    if (relative, "") not in _endings(language, "genitive").get("kin", ()):
        return False
    own = first_names().get(name[0].lower(), "")
    his = not own and bool(_changed(name[-1], _endings(language, "family")["m"]))
    his = his and not name[-1].endswith("ина")  # "сестра Арина"
    return his or bool(given_as_subject(name[0], language, "m") - {name[0]})


def from_genitive(name: tuple[str, ...], language: str) -> tuple[str, ...]:
    """A first name and a family name that stand in a genitive, as a subject has them.

    The first name need not be known: who is "Эрнеста" there is Эрнест. What has two answers
    ("Белого", "Кравца") stays as it is.
    """
    rules = _endings(language, "genitive")
    if rules and len(name) == 1:
        alone = {_family(name[0], language, gender) for gender in ("m", "f")} - {""}
        return (alone.pop(),) if len(alone) == 1 else name
    for gender in ("m", "f") if rules and len(name) == _TITLED_WORDS - 1 else ():
        given = _given(name[0], language, gender)
        family = given and _family(name[1], language, gender)
        if given and family:
            return given, family
    return name


def _given(word: str, language: str, gender: str) -> str:
    """The first name of one gender that a genitive belongs to, "" for none."""
    for old, new in _endings(language, "given")[gender]:
        given = word.removesuffix(old) + new
        if word.endswith(old) and first_names().get(given.lower()) in (gender, "u"):
            return given
    if gender == "f" or first_names().get(word.lower()) in ("m", "u"):
        return "" if gender == "f" else word  # "Тони Блэра"
    given = _changed(word, _endings(language, "genitive")["m"])
    return "" if given == word else given


def _family(word: str, language: str, gender: str) -> str:
    """The family name that a genitive belongs to, "" where it may be one of two."""
    found = _changed(word, _endings(language, "family").get(gender, ()))
    return found or _changed(word, _endings(language, "genitive")[gender])


def _changed(word: str, endings: _Endings) -> str:
    """A word with the subject's ending, "" where none fits or two would."""
    for old, new in endings:
        if word.endswith(old):
            rest = word.removesuffix(old)
            plain = len(old) > 1 or new == old or rest[-1:] not in _VOWELS
            return rest + new if plain and new != "?" else ""
    return ""


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


def declines(language: str) -> bool:
    """Whether names show the case that they stand in, as far as is known."""
    return bool(_endings(language, "family"))


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
    """A first name, alone or with a family name, as a subject has it; others as they are."""
    if len(name) == _TITLED_WORDS and name[0].lower() not in first_names():
        titled = nominative(name[1:], language)  # "Губернатора Ивана Петрова"
        return name if titled == name[1:] else titled
    families = _endings(language, "family")
    if len(name) == 1 and name[0].lower() not in first_names():
        alone = given_as_subject(name[0], language, "")  # "dla Agnieszki"
        return (alone.pop(),) if len(alone) == 1 else name
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
