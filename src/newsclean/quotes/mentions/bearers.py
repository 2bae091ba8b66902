"""One word of a name -> whose it is: by family name before first name, by title, by the latest.

"Varley" in an article on Ann Varley stays hers where her father Walter Varley is named once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclean.quotes.mentions.leads import called
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.given_names import name_suffixes
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.words import Words

MOST_BEARERS = 64
"""So many entities that share a word are compared with a name, the latest; in a text with more,
who is who is a guess anyway. A bound on the time."""
_MAX_WORDS_KEPT = 150
"""For so many words more a family name stays with whom it meant alone, when somebody else of that
name comes up; a guess."""

_TWO_FAMILIES = 3
"""How many words a name has with two family names."""
_SAINTS = frozenset(["san", "santa", "santo", "são", "saint", "st", "sankt"])
"""Words before a first name in the name of a place, "San Diego"; a person has others behind it."""
_PLACES_BEGIN = frozenset(["fort", "port", "mount", "tel", "new"])
"""Words before any name in the name of a place: "Port Elizabeth"."""


@dataclass(slots=True)
class Entity:
    """Somebody, or some body, with a name in the article. Changes only while mentions are read."""

    name: tuple[str, ...]
    """The fullest form of the name."""
    folded: tuple[str, ...]
    """The same without the endings of cases."""
    gender: str = ""
    person: bool | None = None
    mentions: list[int] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of words that say what it is."""
    called: bool = False
    """Whether the article calls it by the first word again and again (`note_called`)."""


def family_of(key: tuple[str, ...]) -> str:
    """The family name: the last word that is no suffix."""
    for word in reversed(key):
        if word.lower() not in name_suffixes():
            return word
    return key[-1]


def bearer_of(
    lexicon: Lexicon,
    entities: list[Entity],
    mentions: list[Mention],
    choices: list[int],
    word: str,
    place: int,
) -> int:
    """Which entity one word means: by family name before first name, the latest before it.

    A person comes before what may be none: "Albir" is Vicente Albir, not "Muñecos Albir".
    """
    best, best_rank = -1, (-9, False, False, 0)
    gender = mentions[place].gender
    for which in choices:
        entity = entities[which]
        if family_of(entity.folded) == word:
            begins = entity.name[0].lower() if len(entity.name) > 1 else ""
            saint = begins in _SAINTS and word.lower() in first_names()
            if (saint or begins in _PLACES_BEGIN) and entity.person is not True:
                continue  # "her husband Diego" is not San Diego
            fit = 2
        elif _is_first_of_two(lexicon, entity, word) or (
            entity.folded[0] == word and (entity.person or word.lower() in first_names())
        ):
            fit = 1
        elif entity.folded[0] == word and _may_be_short(entity, place):
            fit = 0  # a family name that comes first: "Ri Yong Ho", then "Ri"
        else:
            continue
        if gender and entity.gender and gender != entity.gender:
            fit -= 2
        if entity.person is False and len(entity.name) > 1:
            fit -= 2
        person = entity.person is True or entity.called
        earlier = next((at for at in reversed(entity.mentions) if at < place), -1)
        if earlier >= 0:
            alone = mentions[earlier].last - mentions[earlier].first == 1
            alone = alone and entity.mentions[0] < earlier  # not "Orme's daughter Lucy Orme"
            at = mentions[earlier].first + (_MAX_WORDS_KEPT if alone else 0)
            rank = (fit, True, person, at)
        else:
            rank = (fit, False, person, -entity.mentions[0])
        if rank > best_rank and fit >= 0:
            best, best_rank = which, rank
    return best


def _is_first_of_two(lexicon: Lexicon, entity: Entity, word: str) -> bool:
    """Whether a word is the first of two family names: "Ruiz" is Carmen Ruiz Soler."""
    if not lexicon.two_families:
        return False
    if len(entity.folded) != _TWO_FAMILIES or entity.folded[1] != word or not entity.person:
        return False
    givens = first_names()
    return entity.name[0].lower() in givens and word.lower() not in givens


def note_called(
    words: Words, lexicon: Lexicon, entities: list[Entity], by_word: dict[str, list[int]]
) -> None:
    """Notes of those who share a family name who is called by the first word: "Liv Lee", "Liv"."""
    shared = [(family, own) for family, own in by_word.items() if len(own) > 1]
    if not (shared and lexicon.capitals):
        return  # elsewhere who is called "Maye" is not she whom "Musk" means
    alone = called(words, lexicon)
    for family, bearers in shared:
        for which in bearers[-MOST_BEARERS:]:
            entity = entities[which]
            if family_of(entity.folded) == family and len(entity.name) > 1:
                entity.called = entity.name[0].lower() in alone


def is_wife_of(entity: Entity, word: str, lexicon: Lexicon) -> bool:
    """Whether somebody has the woman's form of a family name: Анна Петрова, beside "Петров"."""
    if not lexicon.feminine_names:
        return False
    family = entity.name[-1]
    his = word != family and (
        family.startswith(word) or (word[-1] in "iý" and family[:-1] == word[:-1])
    )
    woman = entity.gender == "f" and len(entity.name) > 1
    return woman and his and family.endswith(lexicon.feminine_names)


def is_polite(words: Words, lexicon: Lexicon, mention: Mention) -> bool:
    """Whether a title of one gender stands right before a name: "Mrs"."""
    at = mention.first - 1
    at -= at > 0 and words.text[at] == "."
    return at >= 0 and lexicon.honorifics.get(words.low[at], "") in ("m", "f")


def _may_be_short(entity: Entity, place: int) -> bool:
    """Whether the first word of a name may stand for it all: not "Acme" for "Acme UK"."""
    named = entity.person is not False and entity.mentions[0] < place
    return named and not entity.name[-1].isupper()
