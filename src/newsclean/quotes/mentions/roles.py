"""Words beside a name -> the stretch of them that says what somebody is.

Before it ("Chief Engineer Ann Lee", "said the head of the union, Ann Lee"), and in an apposition
after it ("Ann Lee, the head of the union").
"""

from __future__ import annotations

from newsclean.quotes.mentions.degrees import is_degree
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.words import Words

MAX_SAID_ROLE_WORDS = 16
"""The longest role between a verb of speech and a comma that is read whole; a guess."""
_APOSTROPHES = frozenset("'’")
_MIN_CLAUSE_WORDS = 3
_MAX_BEHIND_WORDS = 3
"""The longest role right behind a name; a guess."""
_SIGNS = frozenset("&/")
_MIN_JOINED_WORDS = 3
"""The least words from the sign between two offices to the end of a whole name."""
_IS = frozenset(["is", "est", "es", "è", "é", "este", "är", "er"])
"""Present forms of "to be" behind "who": what somebody is."""
_MAX_OFFICES_WORDS, _MAX_FIRM_WORDS = 9, 2
"""The most words of further offices in a list, and between a comma and the "&" of a firm."""
_MAX_LISTED_WORDS = 4
"""The longest part of a list inside a role, "and" included; a guess."""


def closes(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a name that ends before `at` is whole: a comma, a stop or "and" follows."""
    return at >= len(words.low) or words.low[at] in ",.;" or words.low[at] in lexicon.links


def role_before(
    words: Words, lexicon: Lexicon, mention: Mention, first: int
) -> tuple[int, int] | None:
    """The role that ends at `first`, where a name or its title begins."""
    low = words.low
    begin = words.bounds[words.sentence[first]][0]
    limit = max(begin, first - 9)
    index = first
    if index > limit and low[index - 1] == "," and mention.last < len(low):
        first = index = index - 1  # "Russia's foreign minister, Sergei Lavrov, ..."
        limit = max(begin, first - 9)
        if low[mention.last] not in (",", ".") and low[mention.last] not in lexicon.after:
            return None
        whole = _said_by_role(words, lexicon, begin, first)
        if whole is not None:
            return whole
    if index > limit and low[index - 1] in lexicon.role_ends:
        return None
    quote = words.quote[first]
    while index > limit:
        word = low[index - 1]
        if word == "." and index - 1 > limit and low[index - 2] in lexicon.honorifics:
            index -= 1
            continue
        if word == ")" and _is_short_form(words, index - 1, limit):
            index -= 3  # "Sugar Regulatory Administration (SRA) chief"
            continue
        if word in _APOSTROPHES and low[index - 2].endswith("s") and words.touches(index - 1):
            index -= 1  # "tenants' leader"
            continue
        if word in _SIGNS and index - 2 >= limit and _joins_roles(words, index - 1):
            index -= 2  # "founder/CEO", "gardener & baker"
            continue
        if not word[0].isalnum() or words.quote[index - 1] != quote:
            break
        if words.text[index - 1] in everywhere("times") and words.text[index][0].isupper():
            break  # "last night Mayor Ann Lee"
        if word in lexicon.role_ends and not _inside_role(words, lexicon, index - 1, limit):
            if not _joins_nouns(words, lexicon, index - 1, limit):
                break
            index -= 1
        index -= 1
    if index == first:
        return None
    of = index == limit > begin + 1 and low[index - 1] in lexicon.joiners
    if of and words.text[index - 2][0].isupper() and words.text[index][0].isupper():
        index -= 2  # "Bank of Leeds's director for rates"
    if words.bounds[words.sentence[first]][0] == index < first - 1 and (
        low[index] in lexicon.common or low[index] in lexicon.adverbs
    ):
        index += 1
    if _is_infinitive(words, lexicon, index):
        index += 1  # "to remove former President ..."
    index = _behind_verb(words, lexicon, index, first)
    listed = first != mention.first - mention.title and index - 1 > begin and low[index - 1] == ","
    if listed and words.text[index - 2][0].isupper() and not lexicon.capitals:
        return None  # "Ann Lee, head of tests, Acme": the role is hers
    given = bool(lexicon.oblique_endings) and low[mention.first] in first_names()
    was = first - 2 >= max(index, limit) and low[first - 2] in lexicon.formers
    if was and first == mention.first and words.text[first - 1].islower() != lexicon.capitals:
        return (first - 2, first)  # "former pondkeeper Ann Lee"
    for at in range(first - 1, index - 1, -1):
        if low[at] in words.roles:
            return (index, first)
        plain = not (words.text[at][0].isupper() or words.text[at] == ".")
        inside = at > index and low[at] not in lexicon.links
        inside = inside and _inside_role(words, lexicon, at, index)
        if first == mention.first and plain and not (given or inside):
            return None  # but "министр финансов Антон Силуанов"
    return None


def _joins_roles(words: Words, at: int) -> bool:
    """Whether the words on both sides of a sign are roles: "founder/CEO"."""
    return words.low[at - 1] in words.roles and words.low[at + 1] in words.roles


def last_office(words: Words, first: int, last: int) -> int:
    """Where a name begins behind two offices that "&" joins in it: else `first`."""
    at = last - 1 - words.text[first:last][::-1].index("&")
    joined = first < at < last - _MIN_JOINED_WORDS and _joins_roles(words, at)
    return at + 2 if joined else first


def _joins_nouns(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Whether "and" joins what an office is of: "former oil and gas tycoon".

    The word before the first noun shows that it is none of the reporter's: "Leeds police and crime
    commissioner", not "met police and crime commissioner".
    """
    low, text = words.low, words.text
    if low[at] not in lexicon.links or at - 2 < limit or at + 2 >= len(low):
        return False
    noun, of, office = low[at - 1], low[at + 1], low[at + 2]
    plain = text[at - 1].islower() and text[at + 1].islower() and text[at - 1].isalpha()
    known = lexicon.role_ends | lexicon.kin | words.roles
    led = text[at - 2][0].isupper() or low[at - 2] in lexicon.formers
    led = led and text[at - 2][0].isalpha() and at - 2 > words.bounds[words.sentence[at]][0]
    return plain and led and office in words.roles and noun not in known and of not in known


def _is_short_form(words: Words, close: int, limit: int) -> bool:
    """Whether a bracket that ends at `close` holds the short form of the body before it."""
    return (
        close - 3 >= limit
        and words.text[close - 2] == "("
        and words.text[close - 1].isupper()
        and words.text[close - 3][0].isupper()
    )


def _lists_on(words: Words, lexicon: Lexicon, begin: int, comma: int, stop: int) -> bool:
    """Whether a comma parts what an office is of: "manager of interiors, health and wellness".

    Or several offices ("a scientist, counselor, and coach"), or the name of a firm with "&".
    """
    low, text = words.low, words.text
    named = text[comma - 1][0].isupper()
    if "&" in text[comma + 2 : comma + 2 + _MAX_FIRM_WORDS] and named:
        return text[comma + 1][0].isupper()  # "chief executive of Kell, Brown & Root"
    if low[comma - 1] in words.roles and _ends_with_roles(words, lexicon, comma, stop):
        return True
    if lexicon.joiners.isdisjoint(low[begin:comma]) or named != lexicon.capitals:
        return False
    for at in range(comma + 1, min(stop, comma + 1 + _MAX_LISTED_WORDS)):
        if low[at] in lexicon.links or low[at] == ",":
            led = at > comma + 1 and low[at] != "," and at + 1 < len(low)
            return led and text[at + 1][0].isupper() == lexicon.capitals
        alike = text[at][0].isupper() if lexicon.capitals else text[at].islower()
        plain = alike and text[at].isalpha() and low[at] not in words.roles
        name = lexicon.capitals and low[at] in first_names()
        if not plain or name or low[at] in lexicon.role_ends or low[at] in lexicon.cue_kinds:
            return False
    return False


def _ends_with_roles(words: Words, lexicon: Lexicon, comma: int, stop: int) -> bool:
    """Whether all that follows a comma are further offices, the last behind "and"."""
    low, text = words.low, words.text
    joined = False
    for at in range(comma + 1, min(stop, comma + 1 + _MAX_OFFICES_WORDS)):
        if low[at] in lexicon.links:
            joined = True
        elif joined and low[at - 1] in words.roles:
            return not text[at][0].isalnum() or low[at] in lexicon.role_ends
        elif low[at] == ",":
            if low[at - 1] not in words.roles:
                return False
        elif not text[at].islower() or not text[at].isalpha() or low[at] in lexicon.role_ends:
            return False
    return False


def _behind_verb(words: Words, lexicon: Lexicon, begin: int, first: int) -> int:
    """Where an English role begins behind a verb: "call Republican", "intrigues Yale biologist"."""
    if not lexicon.past_endings:
        return begin
    for at in range(first - 2, begin - 1, -1):
        word, after = words.text[at], words.text[at + 1]
        if not (word.islower() and after[0].isupper()) or word in words.roles:
            continue
        third = word.endswith("s") and not word.endswith("ss")
        third = third and (at > begin or words.low[at + 1] not in words.roles)  # physics
        past = word.endswith(lexicon.past_endings) and "-" not in word and at > begin
        past = past and words.text[at - 1][0].isupper()  # "Orlando acquired Colombian forward"
        if third or past or (at == begin and word in lexicon.cue_kinds):
            return at + 1
    return begin


def _said_by_role(words: Words, lexicon: Lexicon, begin: int, comma: int) -> tuple[int, int] | None:
    """All that a verb of speech and a comma enclose: "said the head of A and former B, Ann Lee"."""
    low = words.low
    for at in range(comma - 2, max(begin, comma - MAX_SAID_ROLE_WORDS - 1), -1):
        plain = low[at][0].isalnum() or low[at] in _APOSTROPHES
        plain = plain or (low[at - 1].isdigit() and low[at + 1].isdigit())  # "9.000"
        if not plain or words.quote[at] >= 0 or low[at] in lexicon.cues:
            return None
        if low[at] in lexicon.definite and low[at - 1] in lexicon.cues:
            named = any(low[one] in words.roles for one in range(at + 1, min(comma, at + 5)))
            return (at + 1, comma) if named else None
        if low[at] in words.roles and low[at - 1] in lexicon.cues:
            return (at, comma)  # "a declarat directorul spitalului și fost medic, Ion Pop"
    return None


def _is_infinitive(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a word is a verb after "to", which ends no source here: "according to"."""
    low = words.low
    return (
        at > 1
        and low[at - 1] in lexicon.infinitives
        and low[at] not in lexicon.titles
        and words.text[at].islower()
        and (low[at - 2], low[at - 1]) not in lexicon.sources
    )


def _inside_role(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Whether "of" or "and" joins two parts of a role: "Bank of Oslo analyst", "host and chef"."""
    if at - 1 < limit:
        return False
    if words.low[at] in lexicon.links and words.low[at - 1] in words.roles:
        # "musician and fashion model", "President and CEO", not "the mayor and President Ann Lee"
        opens = words.bounds[words.sentence[at]][0] == at - 1
        alike = words.text[at - 1][0].isupper() == words.text[at + 1][0].isupper()
        return opens or alike or words.text[at + 1].isupper()  # "founder and CEO"
    if words.low[at] in lexicon.definite and at - 1 > limit:  # "ministre de la Justice"
        if not words.text[at + 1][0].isupper() or words.low[at + 1] in words.roles:
            return False
        at -= 1
    if words.low[at] not in lexicon.joiners:
        return False
    if words.low[at + 1] in lexicon.polite:
        return False  # "the lawyer for Mr Lee"
    capitals = words.text[at - 1][0].isupper() and words.text[at + 1][0].isupper()
    return capitals or words.low[at - 1] in words.roles


def _role_right_behind(words: Words, lexicon: Lexicon, at: int) -> tuple[int, int] | None:
    """A Hungarian role, which follows a name without a comma: "Barta Gábor polgármester"."""
    if not lexicon.family_first:
        return None
    for end in range(at, min(at + _MAX_BEHIND_WORDS, len(words.low))):
        if not words.text[end].islower() or words.low[end] in lexicon.stops:
            break
        if words.low[end] in words.roles:
            return (at, end + 1)
    return None


def role_after(words: Words, lexicon: Lexicon, mention: Mention) -> tuple[int, int] | None:
    """An apposition: "Sergei Lavrov, Russia's foreign minister, ..."."""
    low, quote = words.low, words.quote
    index = mention.last
    if index >= len(low) or quote[index] != quote[mention.first]:
        return None
    if low[index] != ",":
        return _role_right_behind(words, lexicon, index)
    begin = index + 1
    if low[begin : begin + 1] and low[begin] in lexicon.present:
        held = next((word for word in low[begin + 1 : begin + 5] if word in words.roles), "")
        begin += held not in lexicon.kin  # "Ann Lee, now a lecturer", not "now a mother of two"
    is_one = low[begin + 2 : begin + 3] != [] and low[begin + 1] in _IS
    if is_one and low[begin] in lexicon.relatives and low[begin + 2] in lexicon.determiners:
        begin += 2  # "Ann Lee, who is the head of the clinic, said"
    stop = min(words.bounds[words.sentence[mention.first]][1], begin + 18)
    while begin + 1 < stop and low[begin + 1] == "," and _is_aside(words.text[begin]):
        begin += 2
    if begin + 1 < stop and low[begin] in lexicon.links and low[begin + 1] in lexicon.determiners:
        return None  # "Ann Lee, 44, and her husband, Jon Lee"
    index = begin
    while index < stop and quote[index] == quote[mention.first]:
        word = low[index]
        numbered = word == "." and low[index - 1].isdigit() and index + 1 < stop
        number = numbered and words.touches(index + 1)  # "1.FC"
        listed = word == "," and index > begin and _lists_on(words, lexicon, begin, index, stop)
        if listed:
            index += 1
            continue
        if (word in ",.;:()[–—" and not number) or _is_verb(words, lexicon, index):
            break
        if lexicon.capitals and word in lexicon.adverbs:
            break  # "Sprecherin im Bundestag gegenüber der ARD"
        subject = word in lexicon.subjects or word in lexicon.complementisers
        genitive = lexicon.capitals and word in lexicon.definite  # "Präsident der Gemeinde"
        if index > begin and subject and not (genitive and words.text[index - 1][0].isupper()):
            break
        if index > begin + 1 and _is_purpose(words, lexicon, index):
            break
        index += 1
    if index == begin or index - begin > 14:
        return None
    if low[begin] in lexicon.subjects or low[begin] in lexicon.pronouns:
        return None
    if _is_next_person(words, lexicon, mention, begin, index):
        return None
    kin = begin + 2 < index and low[begin] in lexicon.owners and low[begin + 1] in lexicon.kin
    if kin and words.text[begin + 2][0].isupper():
        return None  # "Ann Lee, his son Michael and four others"
    if low[begin] in lexicon.definite and _is_clause(words, lexicon, begin, index):
        return None  # "Addressing Lee, the judge smiled."
    for at in range(begin, min(index, begin + 6)):
        if low[at] in words.roles:
            whose = at > begin + 1 and low[at - 1] in lexicon.owners
            return None if whose else (begin, index)  # "Asked of Ida, Reed shook his head"
        led = low[at] in lexicon.prepositions
        if led or (low[at] in lexicon.stops and low[at] not in lexicon.particles):
            return None
    return None


def _is_purpose(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether what somebody came for ends a role: "CEO of Acme (to learn the trade)".

    Behind the name of a body or a word for one: "the first coach to win the cup" goes on.
    """
    low, text = words.low, words.text
    if low[at] not in everywhere("purpose") or at + 2 >= len(low) or not text[at + 1].islower():
        return False
    body = low[at - 1] in lexicon.bodies or low[at - 1] in lexicon.enterprises
    body = body or (text[at - 1][0].isupper() and low[at - 1] not in words.roles)
    what = lexicon.determiners | lexicon.subjects | lexicon.complementisers
    clause = low[at + 2] in what or not lexicon.subjects.isdisjoint(low[at + 3 : at + 4])
    return body and clause and low[at + 1] not in lexicon.determiners


def _is_clause(words: Words, lexicon: Lexicon, begin: int, end: int) -> bool:
    """Whether a role alone and a verb of the past are all that follows: "the judge smiled"."""
    ends = bool(lexicon.past_endings) and end - begin == _MIN_CLAUSE_WORDS
    verb = words.low[end - 1]
    return ends and words.low[end - 2] in words.roles and verb.endswith(lexicon.past_endings)


def _is_aside(word: str) -> bool:
    """Whether a word between commas behind a name is an age or a degree: "42", "MD", "PhD"."""
    return word.isdigit() or is_degree(word)


def _is_verb(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a word of an apposition is the verb behind it: not "United States", "a writing"."""
    word = words.low[at]
    if word not in lexicon.cues or (words.text[at][0].isupper() and not lexicon.capitals):
        return False
    participle = word.endswith(lexicon.participle_endings)
    return not (participle and words.low[at - 1] != ",")


def _is_next_person(words: Words, lexicon: Lexicon, mention: Mention, begin: int, end: int) -> bool:
    """Whether another person follows, who has a title: "According to Ann Lee, Judge Tom Reed"."""
    titled = words.text[begin][0].isupper() and words.low[begin] in words.roles
    if not titled or lexicon.capitals:
        return False
    at = mention.first - mention.title
    led = any(tuple(words.low[max(0, at - len(one)) : at]) == one for one in lexicon.sources)
    return led and begin + 1 < end and words.text[begin + 1][0].isupper()
