"""A language code -> what is known of who says what in that language.

One JSON file a language in `data/quotes/`; only the one asked for is read. A language without a
file gets an empty lexicon: then quotation marks and rules that hold in any language must do.
"""

from __future__ import annotations

import re
from functools import cache

from newsclean.languages import function_words, read_data

_ELIDED = r"[^\W\d_]{1,2}|qu|(?:lors|puis|jus|quoi)qu|(?:[dnsc]|su|co)?(?:ell|all)|dell|sull|un"
"""What stands before an apostrophe in French and Italian: "l'", "qu'", "dell'"."""

_PAIRS = (
    r"\s*+(?:[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]{1,2}"
    r"|[^\W\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]++|[^\w\s])"
)
"""Words where no blanks part them: two characters are as long as one is on average."""


class Lexicon:
    """The words of one language that tell quotes and speakers; all in lower case."""

    def __init__(self, language: str) -> None:
        """Reads the file of a language; without one every field is empty."""
        try:
            data = read_data(f"quotes/{language}.json")
        except FileNotFoundError:
            data = {}

        def words(name: str) -> frozenset[str]:
            return frozenset(data.get(name, "").split())

        def gendered(name: str) -> dict[str, str]:
            groups = data.get(name, {})
            return {word: gender for gender in groups for word in groups[gender].split()}

        self.common = function_words(language)
        """The commonest words, which say nothing of a text's subject."""
        self.cues = words("cues")
        """Verbs (every form) that say somebody speaks."""
        self.weak = words("weak")
        """Verbs that often do, and have other uses: call, believe, praise."""
        self.cue_phrases = frozenset(tuple(cue.split()) for cue in data.get("cue_phrases", ()))
        """Verbs of speech of two words: "shot back"."""
        self.sources = frozenset(tuple(source.split()) for source in data.get("sources", ()))
        """Words before a speaker: "according to"."""
        self.interviews = tuple(tuple(words.split()) for words in data.get("interviews", ()))
        """Words before somebody who was interviewed: "spoke with"."""
        self.after = words("after")
        """Words after a speaker that do the same: German "zufolge"."""
        self.strength = {
            **dict.fromkeys(self.after, 4),
            **dict.fromkeys(self.weak, 1),
            **dict.fromkeys(self.cues, 2),
        }
        """Cue -> 2 where it is in `cues`, 1 in `weak`, 4 in `after`."""
        self.pronouns = gendered("pronouns")
        """Pronoun -> m, f, p (plural), i (the speaker), n."""
        self.subjects = words("subjects")
        self.honorifics = gendered("honorifics")
        """Words before a name that are no part of it -> gender or ""."""
        self.roles = gendered("roles")
        """What a person can be -> gender or ""."""
        self.titles = {**self.roles, **self.honorifics}
        """`honorifics` and `roles`."""
        self.agent_endings = tuple(data.get("agent_endings", "").split())
        """Endings of what a person does, which many other words have too: "housecleaner"."""
        self.participle_endings = tuple(data.get("participle_endings", "").split())
        """Endings of verbs that sentences begin with: "Thanking Ann Lee, she said"."""
        self.role_endings = tuple(data.get("role_endings", "").split())
        self.noun_endings = tuple(data.get("noun_endings", "").split())
        """Endings of common nouns, where these have a capital."""
        self.groups = words("groups")
        """What a body of people or a document can be."""
        self.enterprises = words("enterprises")
        """Those of them that stand for a body named before: "the company"."""
        self.places = words("places")
        self.bodies = self.groups | self.places
        """`groups`, and the last words of names of places and things: no person has them."""
        self.plural = words("plural")
        self.people = words("people")
        """Plural descriptions that stand for a named person "and colleagues"."""
        self.unnamed = words("unnamed")
        """Descriptions that stand for nobody with a name: "source"."""
        self.definite = words("definite")
        self.indefinite = words("indefinite")
        self.owners = words("owners")
        self.determiners = self.definite | self.indefinite | self.owners
        """`definite`, `indefinite` and `owners`."""
        self.openers = self.determiners.union(self.plural, self.pronouns)
        """Words that a description or a pronoun may begin with: determiners, pronouns, plurals."""
        self.stops = words("stops")
        """Words that end a noun phrase."""
        self.prepositions = words("prepositions")
        self.infinitives = words("infinitives")
        """Words before a verb's plain form: "to"."""
        self.joiners = words("joiners")
        """Words inside the name of a body: "of"."""
        self.links = words("links")
        """Words inside it after a joiner: "Bureau of Fisheries and Aquatic Resources"."""
        self.particles = words("particles")
        self.labels = words("labels")
        """Words before a title or a term in quotation marks: "called", "the album"."""
        self.complementisers = words("complementisers")
        self.adverbs = words("adverbs")
        self.never = words("names_never")
        """Words with a capital that are no names: months, days."""
        self.no_names = self.never | self.adverbs
        """`never` and adverbs: no name is one of them alone."""
        self.heading_words = self.stops.union(self.adverbs, self.pronouns).difference(first_names())
        """Words with a capital in a heading only, where another one follows."""
        self.unnamed_first = self.never | self.definite
        """Words that no name begins with: `never`, articles."""
        self.fillers = self.determiners.union(
            self.stops, self.adverbs, self.pronouns, self.cues, self.common
        ).difference(first_names())
        """Words with a capital at the head of a sentence that belong to no name after them."""
        self.role_ends = self.cues.union(self.pronouns, self.determiners, self.stops)
        """Words before which a role begins: `cues`, pronouns, determiners, `stops`."""
        self.phrase_ends = self.cues | self.definite | self.adverbs
        """Words that end a description: `cues`, `definite`, `adverbs`."""
        self.clauses = words("clauses")
        """Words that a whole clause has and a fragment seldom: "I", "we're", "is"."""
        self.abbreviations = words("abbreviations")
        """Words whose full stop ends no sentence, besides honorifics."""
        self.case_endings = tuple(
            sorted(data.get("case_endings", "").split(), key=lambda end: -len(end))
        )
        """What names take on in other cases, longest first: "Lindholms", "Соколова"."""
        self.drops = data.get("drops", False)
        """True where a verb needs no subject (Spanish): "...", afirmó."""
        self.dull = self.common | self.cues
        """`common` and `cues`."""
        self.spaced = data.get("spaced", True)
        """False where no blanks part words (Chinese, Japanese)."""
        self.token = (
            _token_pattern(data.get("clitics", "").split(), elides=data.get("elides", False))
            if self.spaced
            else re.compile(_PAIRS)
        )
        """A word with the blanks before it: what `findall` gives is the whole text."""
        self.capitals = language == "de"
        """True where every noun has a capital (German)."""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, read once; an empty one where there is no file."""
    return Lexicon(language)


def _token_pattern(clitics: list[str], *, elides: bool) -> re.Pattern[str]:
    """A word, an abbreviation of single letters, or one other character; blanks before it."""
    tail = "|".join(re.escape(clitic) for clitic in sorted(clitics, key=len, reverse=True))
    joint = r"-\w++" if elides else r"[-’'&]\w++"
    if tail:
        joint = rf"(?!(?:{tail})\b){joint}"
    letters = r"[^\W\d_]\.(?:(?:[^\W\d_]\.)+|(?=\s[^\W\d_]))"
    word = rf"\w{{2,}}+(?:{joint})*+|[^\w\s]|{letters}|\w(?:{joint})*+"
    if tail:
        word = rf"(?:{tail})\b|{word}"
    if elides:
        word = rf"(?i:{_ELIDED})[’'](?=\w)|{word}"
    return re.compile(rf"\s*+(?:{word})")


@cache
def first_names() -> dict[str, str]:
    """Common first names of many languages, lower case -> m, f, or u (either)."""
    data: dict[str, str] = read_data("quotes/first_names.json")
    return {name: gender for gender in ("m", "f", "u") for name in data[gender].split()}


@cache
def name_suffixes() -> frozenset[str]:
    """What may follow a family name: "jr"."""
    return frozenset(read_data("quotes/first_names.json")["suffixes"].split())
