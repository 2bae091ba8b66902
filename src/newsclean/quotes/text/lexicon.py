"""A language code -> what is known of who says what in that language.

One JSON file a language in `data/quotes/`; only the one asked for is read. A language without a
file gets an empty lexicon: then quotation marks and rules that hold in any language must do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import IntEnum
from functools import cache, cached_property
from typing import Any

from newsclean.languages import function_words, read_data
from newsclean.quotes.text.tokens import token_pattern


class CueKind(IntEnum):
    """What a word says of who speaks. The numbers are part of the names of learned features."""

    NONE = 0
    WEAK = 1
    """A verb that often says somebody speaks, and has other uses: call, believe."""
    SPEECH = 2
    """A verb of speech."""
    SOURCE = 3
    """The last word of "according to"."""
    SOURCE_AFTER = 4
    """A word after a speaker that does the same: German "zufolge"."""


_Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """The words of one language that tell quotes and speakers; all in lower case.

    The fields up to `elides` are those of a file `data/quotes/LANGUAGE.json`, and their types say
    how each is written there: a set or tuple of words is one string with blanks between the words,
    phrases are a list of strings, a mapping is an object of gender ("m", "f", "p", "i", "n", "")
    to a string of words, and the rest are booleans. A file may leave any of them out.
    """

    language: str = ""
    cues: frozenset[str] = frozenset()
    """Verbs (every form) that say somebody speaks."""
    weak: frozenset[str] = frozenset()
    """Verbs that often do, and have other uses: call, believe, praise."""
    cue_phrases: _Phrases = ()
    """Verbs of speech of two words: "shot back"."""
    sources: _Phrases = ()
    """Words before a speaker: "according to"."""
    interviews: _Phrases = ()
    """Words before somebody who was interviewed: "spoke with"."""
    after: frozenset[str] = frozenset()
    """Words after a speaker that do the same: German "zufolge"."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """Pronoun -> m, f, p (plural), i (the speaker), n."""
    genderless: frozenset[str] = frozenset()
    """Pronouns that stand for her and for him: Finnish "hän"."""
    subjects: frozenset[str] = frozenset()
    """Words that can be the subject of a clause: pronouns, "who"."""
    relatives: frozenset[str] = frozenset()
    """Relative pronouns that can be the subject of a verb of speech: "who"."""
    objects: frozenset[str] = frozenset()
    """Pronouns that are never the subject: "him"."""
    attached: frozenset[str] = frozenset()
    """Words that go on with a description though no preposition: "a source close to"."""
    generic: frozenset[str] = frozenset()
    """Subjects that stand for nobody: "you might say", "people often ask"."""
    ones: _Phrases = ()
    """Words before those of whom one speaks without a name: "one of"."""
    likenesses: frozenset[str] = frozenset()
    """Words before somebody who is only an example: "figures like"."""
    humans: frozenset[str] = frozenset()
    """Descriptions that fit anybody: "the man"."""
    unspoken: frozenset[str] = frozenset()
    """Words beside what is sung or written on a sign: "sang", "banner"."""
    automatic: frozenset[str] = frozenset()
    """Words before what a machine sends to everybody: "the same message", "automatic reply"."""
    strangers: frozenset[str] = frozenset()
    """What somebody without a name is: "a neighbour"."""
    kin: frozenset[str] = frozenset()
    """Words that say what somebody is to somebody else, and nothing alone: "wife"."""
    subordinators: frozenset[str] = frozenset()
    """Words that begin a clause which no sentence is: "if", "when"."""
    modals: frozenset[str] = frozenset()
    """Verbs before a plain form: "could"."""
    reporting: frozenset[str] = frozenset()
    """Forms of verbs that only report what somebody said: German "sei"."""
    imperatives: frozenset[str] = frozenset()
    """Verbs of speech in the form in which one is told to speak: "say"."""
    split_verbs: _Phrases = ()
    """Verbs of speech and the word that ends their clause: German "gab ... bekannt"."""
    impersonal: _Phrases = ()
    """Verbs that say a quote is written or heard, behind it: German "heißt es"."""
    auxiliaries: frozenset[str] = frozenset()
    """Verbs before a subject whose participle ends the clause: German "hatte ... gesagt"."""
    recipients: frozenset[str] = frozenset()
    """Participles of verbs of speech that make the subject the one who hears: "told"."""
    passives: frozenset[str] = frozenset()
    """Auxiliaries before them: "was"."""
    nobles: frozenset[str] = frozenset()
    """Titles of nobility inside a name: German "Anna Gräfin Hohenwart"."""
    royal: frozenset[str] = frozenset()
    """Titles that belong to a name of one word: "King Charles", "papa Francesco"."""
    selves: frozenset[str] = frozenset()
    """Words besides the pronouns in which somebody speaks of themselves: "my", "mich"."""
    self_endings: tuple[str, ...] = ()
    """Endings of verbs that say "I" or "we" without a pronoun: Polish "-łam"."""
    addressed: frozenset[str] = frozenset()
    """Pronouns of the second person, as interviewers use them."""
    question_labels: frozenset[str] = frozenset()
    """Labels of a question in an interview: "Q", "question"."""
    answer_labels: frozenset[str] = frozenset()
    """Labels of an answer: "A", "answer"."""
    honorifics: Mapping[str, str] = field(default_factory=dict)
    """Words before a name that are no part of it -> gender or ""."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """What a person can be -> gender or ""."""
    trades: frozenset[str] = frozenset()
    """Roles that are family names as well: German "Schäfer"."""
    of_offices: frozenset[str] = frozenset()
    """Words of an office behind its first: Indonesian "Wali Kota", "Kepala Dinas Pendidikan"."""
    agent_endings: tuple[str, ...] = ()
    """Endings of what a person does, which many other words have too: "housecleaner"."""
    passive_endings: tuple[str, ...] = ()
    """Endings of participles behind a name in an incise: "explique Anne Rey, élue en 2020"."""
    participle_endings: tuple[str, ...] = ()
    """Endings of verbs that sentences begin with: "Thanking Ann Lee, she said"."""
    adjectival: frozenset[str] = frozenset()
    """Roles that are adjectives before a noun: "a major headwind", "a general strike"."""
    past_endings: tuple[str, ...] = ()
    """Endings of verbs of the past that may stand before a role: "numbers buoyed"."""
    role_endings: tuple[str, ...] = ()
    """Endings of words that are a role: German "-minister"."""
    noun_endings: tuple[str, ...] = ()
    """Endings of common nouns, where these have a capital."""
    groups: frozenset[str] = frozenset()
    """What a body of people or a document can be."""
    group_endings: tuple[str, ...] = ()
    """The ends of compounds that are a body: German "-ministerium"."""
    enterprises: frozenset[str] = frozenset()
    """Those of them that stand for a body named before: "the company"."""
    issued: frozenset[str] = frozenset()
    """Those of them that somebody issues: "a statement by Ann Lee"."""
    places: frozenset[str] = frozenset()
    """The last words of names of places and things."""
    sites: frozenset[str] = frozenset()
    """Words that lead to the name of a place: Italian "via", "piazza"."""
    plural: frozenset[str] = frozenset()
    """Plural descriptions of people: "scientists"."""
    people: frozenset[str] = frozenset()
    """Plural descriptions that stand for a named person "and colleagues"."""
    answers: frozenset[str] = frozenset()
    """Verbs of speech that answer somebody else: "replied"."""
    formers: frozenset[str] = frozenset()
    """Words before what somebody was: "former"."""
    years: frozenset[str] = frozenset()
    """Words behind the number of an age: "de 71 anos"."""
    present: frozenset[str] = frozenset()
    """Words before what somebody is today: "now", "current"."""
    until: frozenset[str] = frozenset()
    """Words that end a time: "mayor until 2019"."""
    deputies: frozenset[str] = frozenset()
    """Words before an office that make it another's: "deputy mayor"."""
    scholars: frozenset[str] = frozenset()
    """Roles that many have beside another one: "эксперт"."""
    unnamed: frozenset[str] = frozenset()
    """Descriptions that stand for nobody with a name: "source"."""
    definite: frozenset[str] = frozenset()
    """Definite articles and demonstratives."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Those of them before a subject that tell its gender: German "der"."""
    indefinite: frozenset[str] = frozenset()
    """Indefinite articles, numerals and quantifiers."""
    owned: Mapping[str, str] = field(default_factory=dict)
    """Possessives of one other person, and the owner's gender: "his" in "His verdict:"."""
    owners: frozenset[str] = frozenset()
    """Possessive determiners."""
    stops: frozenset[str] = frozenset()
    """Words that end a noun phrase."""
    prepositions: frozenset[str] = frozenset()
    """Words that lead to somebody who does not speak: "after the mayor"."""
    beside: frozenset[str] = frozenset()
    """Words that say where something is and lead to places: "just past Stoke"."""
    toward: frozenset[str] = frozenset()
    """Those that lead to who is told something: Spanish "dijo a El País"."""
    infinitives: frozenset[str] = frozenset()
    """Words before a verb's plain form: "to"."""
    joiners: frozenset[str] = frozenset()
    """Words inside the name of a body: "of"."""
    links: frozenset[str] = frozenset()
    """Words inside it after a joiner: "Bureau of Fisheries and Aquatic Resources"."""
    particles: frozenset[str] = frozenset()
    """Words inside the name of a person: "von", "de"."""
    labels: frozenset[str] = frozenset()
    """Words before a title or a term in quotation marks: "called", "the album"."""
    complementisers: frozenset[str] = frozenset()
    """Words that begin a reported clause: "that", "whether"."""
    adverbs: frozenset[str] = frozenset()
    """Words that may stand between a subject and its verb."""
    connectives: frozenset[str] = frozenset()
    """Words that open a sentence and belong to no name behind them: "However Ann Lee"."""
    names_never: frozenset[str] = frozenset()
    """Words with a capital that are no names: months, days."""
    clauses: frozenset[str] = frozenset()
    """Words that a whole clause has and a fragment seldom: "I", "we're", "is"."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence, besides honorifics."""
    case_endings: tuple[str, ...] = ()
    """What names take on in other cases, longest first: "Lindholms", "Соколова"."""
    case_forms: _Phrases = ()
    """Endings of adjectives as names, and those that a subject has: Czech "ého ý"."""
    owner_endings: tuple[str, ...] = ()
    """Those of the genitive that no apostrophe parts from a name: "Lindholms granne"."""
    oblique_endings: tuple[str, ...] = ()
    """Endings of names that no subject has, or few: "Газпрома"; with `office` in `Mention`."""
    subject_endings: tuple[str, ...] = ()
    """Longer endings that subjects have all the same: "Kowalski"."""
    feminine_names: tuple[str, ...] = ()
    """Endings of women's family names, which are a man's in another case: "Иванова"."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives in other cases, as in "Белого дома"."""
    dative_endings: tuple[str, ...] = ()
    """Endings of who is told something: "сообщил Интерфаксу"."""
    genitive_endings: tuple[str, ...] = ()
    """Endings of a word that goes with the name behind it: Finnish "Helsingin Sanomille"."""
    definite_endings: tuple[str, ...] = ()
    """What stands for an article at the end of a noun: Swedish "ordföranden"."""
    subject_nouns: tuple[str, ...] = ()
    """Endings of nouns that may be subjects, and of few adverbs: Swedish "styrelsen"."""
    noun_cases: tuple[str, ...] = ()
    """Endings of nouns that are no subject: "газете"."""
    within: frozenset[str] = frozenset()
    """Prepositions between somebody and where they are: "источник в Минтрансе"."""
    past_genders: Mapping[str, str] = field(default_factory=dict)
    """Ending of a verb of the past -> m, f."""
    clitics: tuple[str, ...] = ()
    """What is a word of its own after a hyphen: French "-t-il"."""
    family_first: bool = False
    """True where the first name comes last (Hungarian): "Nagy Eszter"."""
    two_families: bool = False
    """True where the first of two family names stands for both: "Ruiz" is Carmen Ruiz Soler."""
    drops: bool = False
    """True where a verb needs no subject (Spanish): "...", afirmó."""
    uncased: bool = False
    """True where a script has no capitals and blanks part words (Arabic, Persian, Hebrew)."""
    spaced: bool = True
    """False where no blanks part words (Chinese, Japanese)."""
    suffixed: bool = False
    """True where an apostrophe parts any ending from a name (Turkish): "Aksoy'a göre"."""
    verb_second: bool = False
    """True where the subject follows the verb if anything else stands first: "Gestern sagte"."""
    verb_last: bool = False
    """True where the verb ends the sentence (Turkish): "Ayşe Demir, "..." dedi"."""
    quotatives: frozenset[str] = frozenset()
    """Endings right behind a quote that say it is reported: Korean "라고"."""
    dashes: bool = False
    """True where a paragraph of speech opens with a dash."""
    incises: bool = False
    """True where the reporter breaks in inside the marks: « Nous perdons, reconnaît le maire »."""
    bare: bool = False
    """True where no article stands before a noun (Finnish): "toimitusjohtaja sanoo"."""
    elides: bool = False
    """True where a word before an apostrophe is one of its own (French, Italian): "l'"."""

    @cached_property
    def common(self) -> frozenset[str]:
        """The commonest words, which say nothing of a text's subject."""
        return function_words(self.language)

    @cached_property
    def cue_kinds(self) -> dict[str, CueKind]:
        """Word -> what it says of who speaks; words that say nothing are left out."""
        return {
            **dict.fromkeys(self.after, CueKind.SOURCE_AFTER),
            **dict.fromkeys(self.weak, CueKind.WEAK),
            **dict.fromkeys(self.cues, CueKind.SPEECH),
        }

    @cached_property
    def titles(self) -> dict[str, str]:
        """`honorifics` and `roles`."""
        return {**self.roles, **self.honorifics}

    @cached_property
    def polite(self) -> frozenset[str]:
        """The `honorifics` of one gender: "Mr"."""
        return frozenset(word for word, gender in self.honorifics.items() if gender in ("m", "f"))

    @cached_property
    def bodies(self) -> frozenset[str]:
        """`groups`, and the last words of names of places and things: no person has them."""
        return self.groups | self.places

    @cached_property
    def determiners(self) -> frozenset[str]:
        """`definite`, `indefinite` and `owners`."""
        return self.definite | self.indefinite | self.owners

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that a description or a pronoun may begin with: determiners, pronouns, plurals."""
        return self.determiners.union(self.plural, self.pronouns)

    @cached_property
    def no_names(self) -> frozenset[str]:
        """`names_never`, adverbs, "somebody": no name is one of them alone."""
        return self.names_never | self.adverbs | self.generic

    @cached_property
    def heading_words(self) -> frozenset[str]:
        """Words with a capital in a heading only, where another one follows."""
        return self.stops.union(self.adverbs, self.pronouns).difference(first_names())

    @cached_property
    def unnamed_first(self) -> frozenset[str]:
        """Words that no name begins with: `names_never`, articles."""
        return self.names_never | self.definite

    @cached_property
    def fillers(self) -> frozenset[str]:
        """Words with a capital at the head of a sentence that belong to no name after them."""
        return self.determiners.union(
            self.stops, self.adverbs, self.pronouns, self.cues, self.common, self.connectives
        ).difference(first_names().keys() - (self.pronouns.keys() & self.honorifics.keys()))

    @cached_property
    def source_openers(self) -> frozenset[str]:
        """The first words of `sources`: "according"."""
        return frozenset(source[0] for source in self.sources)

    @cached_property
    def role_ends(self) -> frozenset[str]:
        """Words before which a role begins: `cues`, pronouns, determiners, `stops`."""
        return self.cues.union(self.pronouns, self.determiners, self.stops)

    @cached_property
    def phrase_ends(self) -> frozenset[str]:
        """Words that end a description: `cues`, `definite`, `adverbs`."""
        return self.cues | self.definite | self.adverbs

    @cached_property
    def dull(self) -> frozenset[str]:
        """`common` and `cues`."""
        return self.common | self.cues

    @cached_property
    def token(self) -> re.Pattern[str]:
        """A word with the blanks before it: what `findall` gives is the whole text."""
        return token_pattern(self.clitics, spaced=self.spaced, elides=self.elides)

    @cached_property
    def capitals(self) -> bool:
        """True where every noun has a capital (German)."""
        return self.language == "de"


_ASIDE = frozenset({"about", "patterns"})
"""What a file may have besides: a note, and what only Chinese and Japanese read."""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, read once, empty without a file; an unknown field is an error."""
    try:
        data: dict[str, Any] = read_data(f"quotes/{language}.json")
    except FileNotFoundError:
        return Lexicon(language)
    kinds = {item.name: str(item.type) for item in fields(Lexicon)}
    unknown = sorted(data.keys() - kinds.keys() - _ASIDE)
    if unknown:
        raise ValueError(f"quotes/{language}.json: unknown field {', '.join(unknown)}")
    values = {name: _read(kinds[name], data[name]) for name in data.keys() - _ASIDE}
    return Lexicon(language, **values)


def _read(kind: str, value: Any) -> Any:
    """A value of a file as the type of its field wants it."""
    if kind == "bool":
        return value
    if kind.startswith("Mapping"):
        return {word: gender for gender in value for word in value[gender].split()}
    if kind == "_Phrases":
        return tuple(tuple(phrase.split()) for phrase in value)
    if kind == "frozenset[str]":
        return frozenset(value.split())
    return tuple(sorted(value.split(), key=lambda ending: -len(ending)))


@cache
def first_names() -> dict[str, str]:
    """Common first names of many languages, lower case -> m, f, or u (either)."""
    data: dict[str, str] = read_data("quotes/first_names.json")
    return {name: gender for gender in ("m", "f", "u") for name in data[gender].split()}
