"""Who is named in words without capitals: a first name that a list has, and what follows it.

A family name alone is the one that the text has behind a first name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from newsclean.document import Span
from newsclean.quotes.uncased.words import Language, Word, words_of

_MAX_NAME_WORDS, _MAX_SHAPE_WORDS = 4, 3
"""The longest name, and the longest whose first name no list has; guesses, as the next."""
_MAX_ROLE_WORDS = 8
_MIN_NAME_WORDS = 2
_COMMAS = "،,"
_TOWARD = ("ل", "ל")
"""What "to" is before a first name, in one word with it."""


class Person(NamedTuple):
    """Somebody with a name, and where it stands."""

    name: str
    role: str | None
    gender: str
    place: Span


class People:
    """The names of one text, outside its quotes."""

    def __init__(self, text: str, known: Language, quoted: Sequence[Span]) -> None:
        """Finds the whole names: a first name with a word behind it."""
        self.text = text
        self.known = known
        self._firsts: list[Word] = []
        self._families: dict[str, dict[str, str]] = {}
        self._givens: dict[str, dict[str, str]] = {}
        begins = [start for start, _ in quoted]
        words = words_of(text, 0, len(text))
        for following, (one, other) in enumerate(pairwise(words), start=2):
            if not self._are_named(one, other):
                continue
            at = bisect_right(begins, one.start) - 1
            inside = at >= 0 and one.start < quoted[at][1]
            ends = following == len(words) or text[other.end : words[following].start] != " "
            trade = other.low in known.roles and (ends or words[following].low in known.stops)
            if not inside and (trade or not self._is_common(other.low)):
                self._firsts.append(one)
                name = words[following - 2 : self._end(words, following - 2)]
                whole = self._printed(name if known.name_last else (one, other))
                gender = known.given.get(one.low, "")
                self._families.setdefault(other.low, {})[whole] = gender
                self._families.setdefault(name[-1].low, {})[whole] = gender
                self._givens.setdefault(one.low, {})[whole] = gender

    def _are_named(self, one: Word, other: Word) -> bool:
        """Whether a name begins with two words."""
        known = self.known
        named = one.low in known.given or (
            other.low in known.families and not self._is_common(one.low)
        )
        return named and self.text[one.end : other.start] == " "

    def end_of_subject(self, words: Sequence[Word], begin: int, at: int) -> int:
        """Where the last whole name ends that may be the subject of a verb; at the verb if none is.

        "NAME laughing says", "NAME to the paper says": no marker parts these. A name "of" whom or
        "to" whom is no subject, nor is one before "he".
        """
        known = self.known
        for second in range(at - 1, begin, -1):
            first = second - 1
            if not known.pronouns.isdisjoint((words[first].low, words[second].low)):
                break
            if not self._are_named(words[first], words[second]):
                continue
            while first > begin and self._are_named(words[first - 1], words[first]):
                first -= 1
            end = min(self._end(words, first), at)
            last, behind = words[end - 1].low, words[end].low
            oblique = bool(known.oblique) and last.endswith(known.oblique)
            if behind not in known.toward and (last in known.names or not oblique):
                return end - self._is_common(last)
        return at

    def _end(self, words: Sequence[Word], first: int) -> int:
        """Where a name ends that begins at a word."""
        end = first + _MIN_NAME_WORDS
        while end < len(words) and words[end].low in self.known.names:
            end += 1
        return end

    def _is_common(self, word: str) -> bool:
        """Whether a word is no part of a name."""
        known = self.known
        return word in known.stops or word in known.roles or (word,) in known.cues

    def read(self, phrase: Sequence[Word], gender: str) -> Person | None:
        """The person that a noun phrase names; None for a description, or who is not known."""
        known = self.known
        if known.name_last:
            return self._at_end(phrase)
        place = next((at for at, word in enumerate(phrase) if word.low in known.given), -1)
        if 0 <= place < len(phrase) - 1:
            name = self._name(phrase[place:])
            apart = len(name) > 1 and self._is_of_who_is_named(phrase[:place])
            return self._whole(name, phrase[:place]) if apart else None
        rest = [word for word in phrase if word.low not in known.titles]
        if self._is_titled(phrase, rest):
            return Person(self._printed(rest), None, gender, (rest[0].start, rest[-1].end))
        if rest and rest[0].low in known.others:
            return None
        if len(rest) == 1:
            return self._in_full(rest[0], gender)
        shape = 1 < len(rest) <= _MAX_SHAPE_WORDS and not known.roles & {one.low for one in rest}
        role = self._role_behind(rest[-1].end) if shape else None
        if role is None:
            return None
        return Person(self._printed(rest), role, gender, (rest[0].start, rest[-1].end))

    def _at_end(self, phrase: Sequence[Word]) -> Person | None:
        """The person whose name ends a noun phrase, with what they are right before it."""
        known = self.known
        words = [word for word in phrase if word.low not in known.titles]
        own = [*takewhile(lambda word: not self._is_common(word.low), reversed(words))]
        own = own[:_MAX_NAME_WORDS]
        if len(own) == 1:
            return self._in_full(own[0], "")
        size = max((at for at, word in enumerate(own, 1) if word.low in known.given), default=0)
        if size < _MIN_NAME_WORDS:
            size = _MIN_NAME_WORDS * (bool(own) and own[0].low in known.families)
        if not size:
            return None
        name, told = words[-size:], known.roles | known.formers
        office = [*takewhile(lambda word: word.low in told, reversed(words[:-size]))]
        role = self.text[office[-1].start : office[0].end] if office else None
        gender = known.given.get(name[0].low, "")
        return Person(self._printed(name), role, gender, (name[0].start, name[-1].end))

    def named_at(self, words: Sequence[Word], first: int) -> Person | None:
        """The subject of a sentence whose name begins at a word; none whom it is only about."""
        known = self.known
        end = self._end(words, first)
        following = [word.low for word in words[end : end + 2]]
        belongs = not (known.others | known.roles).isdisjoint(following[1:])
        if (following and following[0] in known.toward) or belongs:
            return None
        return self._at_end(words[:end])

    def _is_titled(self, phrase: Sequence[Word], name: Sequence[Word]) -> bool:
        """Whether a title and two words are a name that no list has: "the engineer QUSAY TUQAN"."""
        known = self.known
        led = len(phrase) > len(name) and phrase[0].low.startswith(known.article)
        if not (led and known.article and len(name) == _MIN_NAME_WORDS):
            return False
        begin, end = (word.low for word in name)
        begins = begin not in known.roles | known.others and not begin.startswith(known.article)
        return begins and not self._is_common(begin) and not end.endswith("ا")

    def _name(self, words: Sequence[Word]) -> Sequence[Word]:
        """The name that begins with a first name: mostly two words, one alone is none.

        More first names, particles and what has an article behind them go on with it.
        """
        known = self.known
        size = 1
        while size < min(len(words), _MAX_NAME_WORDS):
            low, last = words[size].low, words[size - 1].low
            first = last in known.given
            glued = low[:1] in _TOWARD and low[1:] in known.given and low not in known.given
            inner = sum(word.low in known.particles for word in words[:size])  # "عبد الرحمن"
            whole = size - inner > 1 and not (
                last in known.particles
                or low in known.given
                or low in known.particles
                or (first and low.startswith(known.article))
            )
            if glued or whole:
                break
            size += 1
        return words[: size - (words[size - 1].low in known.particles)]

    def _is_of_who_is_named(self, before: Sequence[Word]) -> bool:
        """Whether the words before a name tell the office of that person, not somebody else's.

        "The old baker NAME" and "the minister of the interior NAME" are, "the wife of NAME", "the
        lawyer of NAME", "the spokesman of the minister NAME" and "the head of the hospital NAME"
        are not: where one noun belongs to the next, the last has an article, or is an acronym, if
        the name behind it is no part of them.
        """
        known = self.known
        office = [word.low for word in before if word.low not in known.titles | known.formers]
        if not office:
            return True
        first, last, article = office[0], office[-1], known.article
        if self._are_definite(office):
            return True
        bare = known.bare(first)
        inner = {one for low in office[1:] for one in known.bare(low)}
        deputy = first in known.deputies and last not in known.roles
        return (
            bool(bare & known.roles)
            and (deputy or not inner & known.roles)
            and last not in known.others
            and (last.startswith(article) or '"' in last)
        )

    def _are_definite(self, words: Sequence[str]) -> bool:
        """Whether each word has an article: "the old baker"; none says whose somebody is."""
        article, others = self.known.article, self.known.others
        led = bool(article) and all(word.startswith(article) for word in words)
        return led and others.isdisjoint(words) and len(words[0]) > len(article) + 1

    def named_by_comma(
        self, phrase: Sequence[Word], words: Sequence[Word], gender: str
    ) -> Person | None:
        """Who is named between commas, or at the end, behind what they are: "the owner, NAME".

        `words` are those behind the phrase, and `gender` is the verb's: "the police, NAME (m),".
        """
        known, text = self.known, self.text
        low = [word.low for word in phrase]
        told = low[0] in known.roles or self._are_definite(low)
        gap = text[phrase[-1].end : words[0].start].strip() if words else ""
        words = [*dropwhile(lambda word: word.low in known.titles, words)]
        given = known.given.get(words[0].low) if words else None
        if not told or gap not in tuple(_COMMAS) or given != gender:
            return None
        name = self._name(words)
        if len(name) < _MIN_NAME_WORDS or text[name[-1].end : name[-1].end + 1] == " ":
            return None
        office = text[phrase[0].start : phrase[-1].end]
        return self._whole(name, ())._replace(role=office)

    def _whole(self, name: Sequence[Word], before: Sequence[Word]) -> Person:
        """A person by a whole name and the words before it."""
        office = [word for word in before if word.low not in self.known.titles]
        role = self._role_behind(name[-1].end)
        if office and office[0].low in self.known.roles:
            role = self.text[office[0].start : office[-1].end]
        gender = self.known.given[name[0].low]
        return Person(self._printed(name), role, gender, (name[0].start, name[-1].end))

    def _in_full(self, word: Word, gender: str) -> Person | None:
        """The one person of a family name or a first one, or of one that fits in gender."""
        found = self._families.get(word.low) or self._givens.get(word.low, {})
        fits = [name for name, own in found.items() if gender in ("", own)]
        if len(fits) != 1:
            return None
        return Person(fits[0], None, found[fits[0]], (word.start, word.end))

    def _role_behind(self, at: int) -> str | None:
        """What somebody is, behind the comma that follows a name."""
        if self.text[at : at + 1] not in tuple(_COMMAS):
            return None
        words = words_of(self.text, at, self.text.find("\n", at) % (len(self.text) + 1))
        if not words or words[0].low not in self.known.roles:
            return None
        last = 0
        for one in range(1, min(len(words), _MAX_ROLE_WORDS)):
            gap = self.text[words[one - 1].end : words[one].start]
            if gap != " " or words[one].low in self.known.stops:
                break
            last = one
        return self.text[words[0].start : words[last].end]

    def _printed(self, name: Sequence[Word]) -> str:
        return " ".join(self.text[word.start : word.end] for word in name)

    def only(self, start: int, end: int) -> Word | None:
        """The first name of who alone is named in a stretch."""
        first = bisect_left(self._firsts, start, key=lambda one: one.start)
        last = bisect_left(self._firsts, end, first, key=lambda one: one.start)
        found = self._firsts[first:last]
        return found[0] if len({one.low for one in found}) == 1 else None

    def others(self, person: Person, gender: str, start: int, end: int) -> bool:
        """Whether somebody else of a gender is named in a stretch."""
        first = bisect_left(self._firsts, start, key=lambda one: one.start)
        last = bisect_left(self._firsts, end, first, key=lambda one: one.start)
        return any(
            self.known.given.get(one.low, "") in (gender or self.known.given.get(one.low, ""))
            and not person.name.startswith(self._printed((one,)))
            for one in self._firsts[first:last]
        )
