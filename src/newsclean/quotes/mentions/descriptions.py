"""Words -> pronouns and descriptions ("the minister", "a source close to the family").

A description is a noun phrase whose head can speak, or beside which a cue stands.
"""

from __future__ import annotations

from itertools import compress

from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.morphology import may_be_verb
from newsclean.quotes.text.words import Words

_MAX_DESCRIPTION_WORDS = 7
"""The longest noun phrase that is read; a guess."""
_ONE = frozenset(["a", "an", "un", "une", "una", "um", "uma", "een", "ett", "en", "et"])
"""Articles with which another noun phrase begins: "The video shows an officer", but not behind a
participle: "an actress playing an anchor"."""
_WHO = frozenset({"who", "quien", "quem", "aki"})
"""Relatives that stand for people only: Spanish "que" and German "die" may be things."""


def find_descriptions(
    words: Words, lexicon: Lexicon, names: list[Mention], *, everywhere: bool
) -> list[Mention]:
    """Pronouns and descriptions ("the minister", "a source close to the family") outside quotes."""
    taken = {index for name in names for index in range(name.first - name.title, name.last)}
    found: list[Mention] = []
    low, text, quote, roles = words.low, words.text, words.quote, words.roles
    pronouns, definite = lexicon.pronouns, lexicon.definite
    sentence = done = -1
    for index in _openings(words, lexicon, taken, everywhere=everywhere):
        if words.sentence[index] != sentence:
            sentence, done = words.sentence[index], -1
        if index < done or quote[index] >= 0:
            continue
        word = low[index]
        named = index in taken
        if named and word not in words.bares:
            continue
        if word in lexicon.objects and word not in lexicon.owners:
            continue
        if (
            word in pronouns
            and word not in lexicon.objects
            and (len(word) == 1 or not text[index].isupper())
            and not (word in lexicon.honorifics and _leads_to_name(words, lexicon, index, taken))
        ):
            gender = pronouns[word]
            found.append(Mention(index, index + 1, "pronoun", gender, gender != "n", word))
            if word not in definite:
                continue
        told = lexicon.drops and word in lexicon.toward  # "στον υπουργό"
        opens = named or (word in lexicon.determiners and not told) or word in words.bares
        role = word in roles and (
            text[index][0].isupper()
            or (word in words.definites and not lexicon.bare)
            or _is_said_by(words, lexicon, index)
        )
        if opens or word in lexicon.plural or role:
            if word in lexicon.complementisers and index and low[index - 1] in lexicon.cues:
                continue  # "adding that its value rose"
            mention = _description(words, lexicon, index, taken, opens=opens)
            if mention is not None and mention.head in pronouns:
                continue  # "ο ίδιος" is he himself
            if mention is not None and word in lexicon.complementisers and mention.gender == "p":
                continue  # "That means people"
            while mention is not None and mention.first - 1 in taken and index in taken:
                mention.first -= 1
            if mention is not None:
                if word in lexicon.plural:
                    mention.first = _named_before(words, index, taken)
                found.append(mention)
                done = mention.last
    return found


def _leads_to_name(words: Words, lexicon: Lexicon, index: int, taken: set[int]) -> bool:
    """Whether what may be a pronoun is how somebody is addressed: "ông Hải", "cô giáo Lan"."""
    noun = words.low[index + 1 : index + 2]
    trade = bool(noun) and noun[0].isalpha() and lexicon.cues.isdisjoint(noun)
    return index + 1 in taken or (trade and index + 2 in taken)


def _is_said_by(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a verb of speech leads to a role where no articles do: "сказал глава компании".

    Or where they are its ending: "a spus primarul".
    """
    if lexicon.bare and words.low[index + 1 : index + 2] and words.low[index + 1] in lexicon.cues:
        return True  # "toimitusjohtaja sanoo"
    ending = words.low[index].endswith(lexicon.subject_nouns)
    if not (lexicon.oblique_endings or lexicon.bare or ending):
        return False
    while index and (
        words.low[index - 1] in lexicon.adverbs
        or (
            words.text[index - 1][0].isupper()
            and words.low[index - 1].endswith(lexicon.dative_endings)
        )
    ):
        index -= 1  # "сообщил Интерфаксу источник"
    return index > 0 and words.low[index - 1] in lexicon.cues


def _named_before(words: Words, index: int, taken: set[int]) -> int:
    """Where "Groton police" begins: at the name that nothing parts from a plural."""
    first = index
    while first - 1 in taken and words.sentence[first - 1] == words.sentence[index]:
        if words.low[first - 1] in words.bares:
            break
        first -= 1
    return first


def _openings(words: Words, lexicon: Lexicon, taken: set[int], *, everywhere: bool) -> list[int]:
    """The words at which a pronoun or a description can begin: by what they are, in order."""
    low, bounds = words.low, words.bounds
    openers = lexicon.openers | words.roles
    near = set(words.paragraph_of) if everywhere else _near_quotes(words)
    found: list[int] = []
    for number, (begin, end) in enumerate(bounds):
        if words.paragraph_of[number] in near:
            found += compress(range(begin, end), map(openers.__contains__, low[begin:end]))
    if not words.bares:
        return found
    genitives = (
        index
        for index in (range(len(low)) if lexicon.owner_endings else taken)
        if low[index] in words.bares
        and words.text[index][0].isupper()
        and words.paragraph_of[words.sentence[index]] in near
    )
    return sorted({*found, *genitives})


def _near_quotes(words: Words) -> set[int]:
    """The paragraphs whose pronouns and descriptions may matter: quotes, and what leads to them."""
    return {
        words.paragraph_of[words.sentence[first]] + step
        for first, _ in words.quotes
        for step in (-3, -2, -1, 0, 1)
    }


def _ends_with_noun(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a German noun ends before a word in lower case: not "der 35 Jahre alte Spieler"."""
    if _capital(words, at) or not _capital(words, at - 1):
        return False
    return not (words.low[at - 1] in lexicon.years and words.text[at - 2].isdigit())


def _capital(words: Words, index: int) -> bool:
    return words.text[index][0].isupper()


def _description(
    words: Words, lexicon: Lexicon, index: int, taken: set[int], *, opens: bool
) -> Mention | None:
    """The noun phrase that begins at `index`, if its head can speak or a cue stands beside it."""
    low, quote = words.low, words.quote
    begin = reach = index + 1 if opens else index
    whole = not opens and low[index] in words.definites  # "åklagaren visar"
    limit = min(len(low), reach + (1 if whole else _MAX_DESCRIPTION_WORDS))
    stops, ends, subjects = lexicon.stops, lexicon.phrase_ends, lexicon.subjects
    capitals = lexicon.capitals
    kin = lexicon.kin if opens else frozenset[str]()  # "Lees Nachfolger"
    spoken_for = False
    while reach < limit and quote[reach] < 0:
        word = low[reach]
        joined = word == "&" and reach in taken  # "a Marks & Moss spokesman"
        if (word in stops and reach not in taken) or not (word[0].isalnum() or joined):
            break
        named = spoken_for and reach - 1 in taken and reach not in taken
        if named and word not in words.roles:
            break  # "his spokeswoman Ann Lee called it"
        spoken_for = spoken_for or (word in words.roles and reach not in taken)
        if reach > begin and (
            word in ends
            or (word in _ONE and not low[reach - 1].endswith(lexicon.participle_endings))
            or (word if word.isalnum() else word.partition("’")[0].partition("'")[0]) in subjects
            or (capitals and _ends_with_noun(words, lexicon, reach))
        ):
            break
        reach += 1
    if reach == begin or ((reach - 1) in taken and low[reach - 1] not in words.roles):
        return None
    titled = low[reach - 1] in lexicon.honorifics and low[reach : reach + 1] == ["."]
    if titled and reach + 1 < len(low) and words.touches(reach + 1):
        return None  # "ο κ.Τσιόδρας"
    head, at, role, group = low[reach - 1], reach - 1, False, False
    for place in range(reach - 1, begin - 1, -1):
        role, group = low[place] in words.roles or low[place] in kin, low[place] in lexicon.groups
        if role and place < reach - 1 and low[place] in lexicon.adjectival:
            role = False  # "a major headwind"
        if role or group:
            head, at = low[place], place
            break
        if capitals and low[place].endswith(lexicon.group_endings) and _capital(words, place):
            group, at = True, place  # "Außenministerium"
            head = next(one for one in lexicon.group_endings if low[place].endswith(one))
            break
    if index in taken and not (role or _is_said_behind(words, lexicon, index, reach)):
        return None
    hears = not lexicon.oblique_endings and low[reach - 1].endswith(lexicon.dative_endings)
    if hears and lexicon.dative_endings:
        return None  # "mondta a lapnak"
    if not (role or group):
        if not (_beside_cue(words, lexicon, index, reach) or _is_who(words, reach)):
            return None
        if capitals and not _capital(words, at):
            return None
    plural, defined = head in lexicon.plural, head in words.definites
    head = words.definites.get(head, head)
    gender = "p" if plural else lexicon.roles.get(head, "") if role else "n" if group else ""
    native = not (capitals or group) and words.text[at].istitle()  # "a young Londoner"
    person = True if role or plural or native else False if group else None
    bare = role and not plural and reach - index == 1 and bool(lexicon.oblique_endings or defined)
    bare = bare or (role and not opens and head.endswith(lexicon.subject_nouns))
    definite = (opens or bare) and low[index] not in lexicon.indefinite
    return Mention(
        index, reach, "description", gender, person, words.bares.get(head, head), 0, definite
    )


def _is_said_behind(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether who somebody has ends what follows a verb behind a quote: "said Lee's bookbinder"."""
    verb = first - 1
    ends = words.low[last : last + 1] in ([","], ["."])
    told = verb > 0 and words.low[verb] in lexicon.cues and words.quote[verb - 1] >= 0
    return ends and told and words.text[last - 1].islower()


def _is_who(words: Words, last: int) -> bool:
    """Whether "who" follows a phrase behind a comma: "the donor, who asked not to be named"."""
    low = words.low
    return low[last : last + 1] == [","] and not _WHO.isdisjoint(low[last + 1 : last + 2])


def _beside_cue(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    low = words.low
    after = low[last] if last < len(low) else ""
    before = low[first - 1] if first else ""
    if after in lexicon.cues or before in lexicon.cues or after in lexicon.after:
        return True
    if first > 1 and (low[first - 2], before) in lexicon.sources:
        return True
    return first > 0 and is_said_by_any(words, lexicon, first - 1)


def is_said_by_any(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a verb that no list has may tell who says the quote before it: "grunted a skipper".

    Only one that begins its sentence: 'All who "are about," takes time' goes on.
    """
    number = max(words.quote[max(0, at - 2) : at], default=-1)
    if number < 0 or not may_be_verb(words.text[at], lexicon):
        return False
    first, last = words.quotes[number]
    return at >= last and words.bounds[words.sentence[first]][0] == first
