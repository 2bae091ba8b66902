"""Which of the reporter's words between marks may be left out of what is printed.

« Nous perdons, reconnaît le maire, Luc Charrier, mais nous perdons ensemble. »: a verb of speech
with its subject right behind it, between commas or dashes. Wherever anything is unsure (a second
speaker, an object behind the verb, an apposition that may be speech) nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.text.lexicon import CueKind, Lexicon
from newsclean.quotes.text.marks import Marked

_DASHES = "—–―"
_LEAD = lazy_regex(rf"(?<=[\w.,!?…»”\"])(?:,?\s*[{_DASHES}]\s*|,\s+)(?=[^\W\d_])")
_WORD = lazy_regex(r"[^\W\d_][\w'’-]*")
_DASHED_END = lazy_regex(rf"[.,]?\s*[{_DASHES}]\s*")
_NAME = r"[^\W\d_a-zà-ÿа-яёіїєґ](?:\.|[\w'’-]*+)"
_FURTHER = lazy_regex(rf"\s{_NAME}")
_APPOSITION = lazy_regex(rf"\s+{_NAME}(?:\s+{_NAME}){{0,3}}(?=[,.])")
_MAX_INCISE_CHARS = 110
_MAX_ROLE_WORDS = 9
"""The most words between a verb and the name, or of an office without one; guesses."""
_ASIDE = lazy_regex(r",\s([^\W\dA-Z_][^,.;:!?«»“”\"]{2,50}),(?=\s)")
"""What stands between a verb and its subject: "regrette, dans la cour, le maire"."""
_PART = lazy_regex(r"[^,.;:!?…«»“”\"()]++(?=,|(?:(?<=[^\W\dA-Z_]{2})|(?<=\d\d))\.(?:\s|$))")
"""The words behind a comma, up to the next one or to a stop."""
_NAMES = lazy_regex(rf"{_NAME}(?:\s(?:{_NAME}|d[aeiou]s?|van|von|di|el|al))*")
_MAX_MANNER_WORDS = 14
"""The longest manner; a guess."""
_AGE = lazy_regex(r"\d+\s[^\W\d_]+")
_MAX_EXPLAINING, _MAX_WORDS_TO_OFFICE = 4, 2
"""The most commas behind a subject, and how far behind one an office stands; guesses."""
_MIN_SPEECH_CHARS = 2
_BEHIND = lazy_regex(
    rf"\s?[»”\"'’“]\s?,?\s?(?:[{_DASHES}]\s)?([^\W\d_][\w'’-]*)(?={_FURTHER.pattern})"
)
"""The word behind the closing mark, and a name behind that."""


class _Told(NamedTuple):
    end: int
    """Where the incise ends: behind its comma, stop or dash."""
    named: bool
    """Whether it names somebody, as a pronoun does not."""


def cuts(
    text: str, item: Marked, lexicon: Lexicon, links: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """The incises of a stretch that may be left out, in order; none where one is unsure.

    `links` are words that speech goes on with behind one: "and", "but".
    """
    if not item.incises or _is_said_behind(text, item.end, lexicon):
        return ()
    found: list[Span] = []
    at = begin = item.start
    while match := _LEAD.search(text, at, item.end):
        at = match.end()
        verb = _WORD.match(text, at, item.end)
        if match.start() - begin < _MIN_SPEECH_CHARS or verb is None:
            continue
        if not _is_speech(verb[0], lexicon):
            continue
        dashed = any(dash in match[0] for dash in _DASHES)
        told = _told(text, verb, item.end, lexicon, links, dashed=dashed)
        if told is None:
            subject = _subject(text, verb, item.end, lexicon, verb.end(), dashed=dashed)
            if (found and subject and subject[1]) or not (found or dashed):
                return ()
            continue
        if found and told.named:
            return ()  # a second speaker, maybe
        found.append((match.start(), told.end))
        at = begin = told.end
    return tuple(found)


def _is_said_behind(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech with a name stands behind the closing mark: a second speaker."""
    behind = _BEHIND.match(text, at)
    return behind is not None and _is_speech(behind[1], lexicon)


def _is_speech(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a verb of speech, be it with its pronoun: "sourit-elle"."""
    low = word.lower()
    verb = low.partition("-")[0] if lexicon.clitics else low
    kinds = lexicon.cue_kinds
    return word[0].islower() and CueKind.SPEECH in (kinds.get(low), kinds.get(verb))


def has_subject(text: str, incise: Span, lexicon: Lexicon) -> bool:
    """Whether the first verb of speech of an incise has its subject right behind it."""
    for verb in _WORD.finditer(text, *incise):
        if _is_speech(verb[0], lexicon):
            end = incise[1]
            return _subject(text, verb, end, lexicon, verb.end(), dashed=False) is not None
    return False


def _told(
    text: str,
    verb: re.Match[str],
    stop: int,
    lexicon: Lexicon,
    links: frozenset[str],
    *,
    dashed: bool,
) -> _Told | None:
    """An incise that begins with a verb, where its subject follows and nothing else."""
    start = verb.end() if dashed else behind_aside(text, verb.start(), stop, lexicon)
    subject = _subject(text, verb, stop, lexicon, start, dashed=dashed)
    if subject is None:
        return None
    at, named = subject
    if dashed:
        return _to_dash(text, at, min(stop, verb.start() + _MAX_INCISE_CHARS), named=named)
    at = _behind_manner(text, at, stop)
    for _ in range(_MAX_EXPLAINING):
        sign = text[at : at + 1]
        if sign == "." and (at + 1 >= stop or text[at + 1].isspace()):
            return _Told(at, named)
        if sign != ",":
            return None
        further = _PART.match(text, at + 1, stop)
        ends = further is not None and text[further.end()] == "."
        if further is None or not _explains(further[0].strip(), lexicon, ends=ends):
            return _Told(at, named) if _goes_on(text, at + 1, stop, lexicon, links) else None
        at, named = further.end(), True
    return None


def _behind_manner(text: str, at: int, stop: int) -> int:
    """The end of how or where somebody says it: "dit-elle en riant", "dice Rossi sorridendo"."""
    first = _WORD.match(text, at + 1, stop) if text[at : at + 1] == " " else None
    if first is None:
        return at
    manner = _PART.match(text, at + 1, stop)
    return manner.end() if manner and len(manner[0].split()) <= _MAX_MANNER_WORDS else at


def behind_aside(text: str, at: int, stop: int, lexicon: Lexicon) -> int:
    """The end of a verb that begins at `at`, and of what stands in commas before its subject.

    That says where or how, and is no clause: "regrette, dans la cour, le maire".
    """
    verb = _WORD.match(text, at, stop)
    if verb is None:
        return at
    clitic = verb[0].lower().endswith(lexicon.clitics)
    aside = None if clitic or lexicon.drops else _ASIDE.match(text, verb.end(), stop)
    words = [word.lower() for word in _WORD.findall(aside[1])] if aside else []
    clause = not (lexicon.clauses | lexicon.complementisers).isdisjoint(words)
    return verb.end() if aside is None or clause else aside.end()


def _explains(part: str, lexicon: Lexicon, *, ends: bool) -> bool:
    """Whether words behind a subject say who that is: "Anne Rey", "qui habite ici", "58 ans".

    A participle does so only where the sentence ends: else it may be part of what is said.
    """
    if _NAMES.fullmatch(part) or _AGE.fullmatch(part):
        return True
    words = [word.lower() for word in _WORD.findall(part)]
    if not words:
        return False
    if words[0] in lexicon.relatives:
        return True
    told = next((at for at, word in enumerate(words) if word in lexicon.relatives), 0)
    led = words[0] in lexicon.determiners or _bare(words[0]) != words[0]
    if ends and led and 0 < told <= _MAX_ROLE_WORDS:  # "l'ingénieur qui a conçu le système"
        told_of = _is_somebody(words[:told], lexicon) and lexicon.clauses.isdisjoint(words[:told])
        return told_of and _is_one_clause(words[told + 1 :], lexicon)
    if not lexicon.clauses.isdisjoint(words) or words[0] in lexicon.links:
        return False
    bare = map(_bare, words[: _MAX_WORDS_TO_OFFICE + 1])
    office = any(word in lexicon.roles or word in lexicon.kin for word in bare)
    return office or (ends and len(words) > 1 and words[0].endswith(lexicon.passive_endings))


def _is_somebody(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words name one person by what they are: "l'ingénieur", not "la ville"."""
    known = (lexicon.roles, lexicon.kin, lexicon.strangers)
    return any(_bare(word) in one for word in words for one in known)


def _bare(word: str) -> str:
    """A word without what is elided before it: "l'ingénieur"."""
    return word.rpartition("’")[2].rpartition("'")[2]


def _is_one_clause(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb and what it is about are all: "a conçu le système", no "dort se réveille".

    The verb has one word, or two with an auxiliary; then come nouns, each led by a small word.
    """
    verbs = 1 + (words[:1] != [] and words[0] in lexicon.clauses)
    small = lexicon.determiners | lexicon.prepositions
    nouns = 0
    for at in range(verbs, len(words)):
        elided = words[at].replace("'", "’").rpartition("’")[1] != ""
        if words[at] in small and not elided:
            nouns = 1
        elif nouns or elided:
            nouns = 0
        else:
            return False
    return not nouns and len(words) >= verbs


def _subject(
    text: str, verb: re.Match[str], stop: int, lexicon: Lexicon, start: int, *, dashed: bool
) -> tuple[int, bool] | None:
    """Where the subject behind a verb ends, and whether it names somebody; None for none."""
    clitic = next((one for one in lexicon.clitics if verb[0].lower().endswith(one)), "")
    if clitic:
        return (verb.end(), False) if lexicon.pronouns.get(clitic, "") in ("m", "f") else None
    at, office, led = start, False, False
    for _ in range(_MAX_ROLE_WORDS):
        blank = text[at : at + 1]
        word = _WORD.match(text, at + 1, stop) if blank == " " else None
        if word is None:
            break
        low = word[0].lower()
        if word[0][0].isupper():
            stopped = low in lexicon.honorifics or len(low) == 1
            at = word.end() + (stopped and text[word.end() : word.end() + 1] == ".")
            return _end_of_name(text, at, stop), True
        bare = _bare(low)
        if low in lexicon.subjects and at == start and lexicon.pronouns.get(low, "i") in "mf":
            return word.end(), False
        first = at == start
        role = bare in lexicon.roles or bare in lexicon.kin
        led = led or (first and (low in lexicon.determiners or bare != low))
        if first and not (role or led or dashed):
            return None
        office = office or role
        at = word.end()
    named = led and _APPOSITION.match(text, at + 1, stop) and text[at : at + 1] == ","
    return (at, True) if office or named else None


def _end_of_name(text: str, at: int, stop: int) -> int:
    """Where a name ends whose first word ends at `at`."""
    while match := _FURTHER.match(text, at, stop):
        at = match.end()
    return at


def _to_dash(text: str, at: int, stop: int, *, named: bool) -> _Told | None:
    """The end of an incise between dashes: no sentence begins before its second dash."""
    for match in _DASHED_END.finditer(text, at, stop):
        inside = text[at : match.start()]
        return None if re.search(r"[.!?]\s+[^\W\d_]", inside) else _Told(match.end(), named)
    return None


def _goes_on(text: str, start: int, stop: int, lexicon: Lexicon, links: frozenset[str]) -> bool:
    """Whether what follows an incise is surely speech: a conjunction, or a clause."""
    rest = re.split(r"[,.!?;:]", text[start:stop], maxsplit=1)[0]
    words = [word.lower() for word in _WORD.findall(rest)]
    if not words or any(word in lexicon.roles for word in words[:3]):
        return False
    bare = words[0].partition("’")[0].partition("'")[0]
    first = lexicon.complementisers | lexicon.subordinators | links
    parts = [part for word in words for part in re.split("['’]", word)]  # "n'a"
    return words[0] in first or bare in first or not lexicon.clauses.isdisjoint(words + parts)
