"""Names in another case -> as a subject has them: "Людмилы Сергеевой" is Людмила Сергеева.

Only where both words tell: the first name is in the list of names without its ending, and the
family name has the form of its gender; any other name is left as the article has it.
"""

from __future__ import annotations

from newsclean.quotes.text.lexicon import first_names

_TITLED_WORDS = 3
"""An office and a name of two words."""
_TOLD_APART = frozenset({"cs", "pl"})
"""Where a woman's family name has another form: "Petra Nováka" is Petr Novák."""
_Endings = tuple[tuple[str, str], ...]


def _read(pairs: str) -> _Endings:
    """Pairs of endings, "ой-а" for "ой" that is "а" of a subject, the longest first."""
    parted = (pair.partition("-") for pair in pairs.split())
    return tuple(sorted(((old, new) for old, _, new in parted), key=lambda pair: -len(pair[0])))


_GIVEN: dict[str, dict[str, _Endings]] = {
    "ru": {
        "f": _read("ы-а и-я и-а у-а ю-я ой-а ей-я е-а е-я ии-ия ию-ия ией-ия"),
        "m": _read("а- у- ом- я-й ю-й ем-й я-ь ю-ь ем-ь ла-ел лу-ел лом-ел"),
    },
    "uk": {
        "f": _read("и-а і-а у-а ою-а ії-ія ію-ія ією-ія ю-я ею-я"),
        "m": _read("а- у- ові- ом- а-о у-о ом-о я-й ю-й єві-й єм-й"),
    },
    "pl": {
        "f": _read("y-a i-a ę-a ą-a ie-a"),
        "m": _read("a- owi- em- ego-y ego- ła-eł łowi-eł łem-eł ka-ek kowi-ek kiem-ek"),
    },
    "cs": {
        "f": _read("y-a e-a u-a ou-a ě-a i-e ii-ie ie-ie"),
        "m": _read("a- e- ovi- em- u- ího-í la-el lovi-el lem-el ka-ek kovi-ek kem-ek ňka-něk"),
    },
}
_FAMILY: dict[str, dict[str, _Endings]] = {
    "ru": {
        "f": _read(
            "овой-ова евой-ева ёвой-ёва иной-ина ыной-ына ской-ская цкой-цкая ову-ова еву-ева "
            "ину-ина скую-ская цкую-цкая ко-ко"
        ),
        "m": _read(
            "ова-ов ева-ев ёва-ёв ина-ин ына-ын ского-ский цкого-цкий ову-ов еву-ев ину-ин "
            "скому-ский цкому-цкий овым-ов евым-ев иным-ин ским-ский цким-цкий ко-ко"
        ),
    },
    "uk": {
        "f": _read("ової-ова євої-єва ської-ська цької-цька ській-ська ову-ова ську-ська"),
        "m": _read(
            "ова-ов єва-єв ського-ський цького-цький ському-ський цькому-цький ським-ський "
            "енка-енко енку-енко енкові-енко енком-енко чука-чук чуку-чук юка-юк юку-юк"
        ),
    },
    "pl": {
        "f": _read(
            "skiej-ska ckiej-cka dzkiej-dzka ską-ska cką-cka dzką-dzka owej-owa k-k l-l ń-ń r-r "
            "rz-rz sz-sz cz-cz ec-ec icz-icz"
        ),
        "m": _read(
            "skiego-ski ckiego-cki dzkiego-dzki skiemu-ski ckiemu-cki skim-ski ckim-cki aka-ak "
            "akowi-ak ika-ik ikowi-ik yka-yk ykowi-yk icza-icz iczowi-icz sza-sz"
        ),
    },
    "cs": {
        "f": _read("ové-ová ovou-ová é-á skou-ská ckou-cká"),
        "m": _read("ého-ý ému-ý áka-ák ákovi-ák íka-ík íkovi-ík"),
    },
}


def given_as_subject(word: str, language: str, gender: str) -> set[str]:
    """The first names that a word in another case may be, of one gender where it is known."""
    found = set()
    for sex, endings in _GIVEN.get(language, {}).items():
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
    if language not in _FAMILY or len(name) != 2:
        return name
    known = name[0].lower() in first_names()
    if known and language not in _TOLD_APART:
        return name
    for gender, endings in _GIVEN[language].items():
        for old, new in endings if not known or gender == "m" else ():
            given = name[0].removesuffix(old) + new
            if not name[0].endswith(old) or first_names().get(given.lower()) not in (gender, "u"):
                continue
            for ending, own in _FAMILY[language][gender]:
                if name[1].endswith(ending):
                    return given, name[1].removesuffix(ending) + own
    return name
