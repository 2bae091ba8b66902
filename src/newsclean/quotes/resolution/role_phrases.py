"""What the article says that a person is -> the words of a role that can be printed.

"Director of the harbour" of "currently a director of the harbour": without the time, the verb and
the title of the name that stand beside it.
"""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext, person_of
from newsclean.quotes.mentions.roles import MAX_SAID_ROLE_WORDS
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.morphology import is_role
from newsclean.quotes.text.words import Words

_PARTICIPLES = (
    *("ene", "enen", "ener", "te", "ten", "ter", "liche", "lichen", "licher"),
    *("dige", "digen", "diger"),
)
_MAX_CUT_CHARS = 3
_ADJECTIVES = (
    *("ый", "ий", "ой", "ая", "яя", "ій", "на", "ька", "ý", "í", "á"),
    *("ny", "wy", "ły", "ki", "wa", "ła", "ka"),
)
"""Endings of adjectives before an office in Russian, Ukrainian, Polish and Czech."""
_MAX_OFFICE_WORDS = 14
"""The longest role that begins with what somebody is and where: "director of the Office of ..."."""
_SIGNS = frozenset("&-")
_MASCULINE = frozenset(["dem", "den", "des", "einem", "einen", "eines"])
_DATIVES = (
    *(("geordneten", "geordneter"), ("sitzenden", "sitzender"), ("auftragten", "auftragter")),
    *(("legierten", "legierter"), ("amten", "amter"), ("experten", "experte")),
    *(("logen", "loge"), ("kollegen", "kollege"), ("isten", "ist"), ("anten", "ant")),
    *(("denten", "dent"), ("enden", "ender"), ("didaten", "didat"), ("rafen", "raf")),
    *(("graphen", "graph"), ("pheten", "phet"), ("duzenten", "duzent")),
)
"""German roles of men behind these articles, and as a subject has them."""
_HERS = ("geordneten", "sitzenden", "auftragten", "legierten")
"""The same of women, behind "der"."""
_MAX_ARTICLE_WORDS = 4
"""How far before a role its article may stand: "des Historikers und Experten"; a guess."""
_CLOSES = ([","], ["."], [";"], [":"], [")"])
"""What ends an apposition."""
_MIN_WORDS_TO_CUT = 2
_YEAR_DIGITS = 4
_MAX_KIN_WORDS = 2
"""The longest relation to somebody whom it does not name: "oldest brother"."""
MAX_ROLE_WORDS = 10
"""Longer ones were mostly clauses when the outputs were read."""


def role_of(context: AttributionContext, which: int) -> str | None:
    """What the article says that an entity is: the first phrase of more than a word.

    What somebody is comes before what they were.
    """
    best: str | None = None
    best_rank = (False, False, False)
    for begin, stop in context.people.entities[which].roles:
        phrase = _phrase_of(context, begin, stop)
        if phrase is None:
            continue
        now = context.lexicon.formers.isdisjoint(phrase.lower().split())
        rank = (_is_present(context, begin), now, " " in phrase)
        if best is None or rank > best_rank:
            best, best_rank = phrase, rank
    return best


def role_at(context: AttributionContext, place: int) -> str | None:
    """What the words right beside a mention say that somebody is; None where they do not."""
    mention, which = context.people.mentions[place], context.people.entity_of[place]
    roles = context.people.entities[which].roles if which >= 0 else []
    for begin, stop in sorted(roles, key=lambda role: not _is_present(context, role[0])):
        beside = stop in (mention.first, mention.first - 1) or begin in (
            mention.last,
            mention.last + 1 + _is_present(context, begin),
        )
        phrase = _phrase_of(context, begin, stop) if beside else None
        if phrase is not None:
            return phrase
    return None


def _is_present(context: AttributionContext, begin: int) -> bool:
    """Whether "now" stands before a role: "the student, Ann Lee, now a lecturer"."""
    words = context.words
    return words.text[begin - 2 : begin - 1] == [","] and (
        words.low[begin - 1] in context.lexicon.present
    )


def _phrase_of(context: AttributionContext, begin: int, stop: int) -> str | None:
    """The words of a role between two words of an article; None where there is none."""
    words, lexicon = context.words, context.lexicon
    first, last = begin, stop
    if any(words.low[at] in lexicon.until for at in range(first, last)):
        return None  # "mayor until 2019"
    last = _before_year(words, lexicon, first, last)
    while first < last and (
        words.low[first] in lexicon.definite or words.low[first] in lexicon.indefinite
    ):
        first += 1
    while first < last - 1 and "-" in words.text[first] and words.text[first][0].isupper():
        if not words.text[first].rpartition("-")[2].islower() or words.low[first] in words.roles:
            break
        first += 1  # "Miami-born goalkeeper"
    while first < last - 1 and first in context.people.told:
        first += 1  # "(рассказал) Интерфаксу полковник"
    while first < last - 1 and _opens_no_role(words, first):
        first += 1  # "14 мая президент", "Mr Justice"
    told = last - first > 2 and words.low[first] not in words.roles
    if told and words.low[first + 1] in lexicon.indefinite:
        first += 2  # "currently a senior researcher"
    while first < last - 1 and words.low[first] in lexicon.adverbs - words.roles:
        first += 1  # "ранее глава ведомства"
    if first + 2 < last and words.low[first] in lexicon.kin:
        first += 2 * (words.low[first + 1] in lexicon.links)  # "husband and co-owner"
    if first < last - 1 and words.text[first] in lexicon.kin & lexicon.adjectival:
        first += words.low[first + 1] not in lexicon.prepositions  # "fellow Sen."
    while first < last and (
        words.low[first] in lexicon.links
        or (
            (words.low[first] in lexicon.generic or words.low[first] in lexicon.names_never)
            and not (words.text[first][0].isupper() and _is_of_name(words, first, last))
        )
    ):
        first += 1  # "September Mayor", "Anyone But You star", "and founder of Acme"
    while last > first and (
        _is_short_title(words, last - 1) or words.low[last - 1] in lexicon.stops
    ):
        last -= 1  # "Biologin Dr.", "Geschäftsführer des"
    if first == last:
        return None
    first = _behind_cut(context, first, last)
    led = words.low[max(0, first - 1)] in lexicon.stops
    if lexicon.oblique_endings:
        first = _at_office(words, first, last)
    elif lexicon.case_endings and not lexicon.capitals and led:
        while first < last - 1 and words.low[first] not in words.roles:
            first += 1
    if lexicon.capitals:
        inflected = first > begin or words.low[max(0, first - 1)] in lexicon.definite
        first = _behind_verbs(words, first, last, led=inflected)
    first = _behind_participle(words, lexicon, first, last)
    last = _before_cut(words, lexicon, first, last)
    said = first > 1 and words.low[first - 2] in lexicon.cues  # "said the head of ..., Ann Lee"
    said = said or first == words.bounds[words.sentence[first]][0]
    longest = MAX_SAID_ROLE_WORDS if said and words.low[last : last + 1] == [","] else 0
    led_on = not lexicon.joiners.isdisjoint(words.low[first + 1 : first + 2])
    if words.low[first] in words.roles and led_on:
        longest = max(longest, _MAX_OFFICE_WORDS)
    closed = words.text[stop : stop + 1] in _CLOSES
    closed = closed or not lexicon.relatives.isdisjoint(words.low[stop : stop + 1])
    closed = closed and lexicon.indefinite.isdisjoint(words.low[first:last])  # "at a site for"
    if words.text[begin - 1 : begin] == [","] and closed:
        longest = max(longest, _MAX_OFFICE_WORDS)  # commas show where it ends
    last = _short_enough(words, lexicon, first, last, max(MAX_ROLE_WORDS, longest))
    first = _behind_owner(words, first, last)
    while first < last - 1 and words.low[first] in lexicon.present:
        first += 1  # "current chief executive"
    if 0 < last - first <= max(MAX_ROLE_WORDS, longest):
        phrase = " ".join(context.text[words.start(first) : words.ends[last - 1]].split())
        parted = words.text[first].islower() and first > begin
        if lexicon.capitals and first and (parted or words.low[first - 1] in lexicon.definite):
            phrase = _without_article(phrase)
        if lexicon.capitals and lexicon.definite.isdisjoint(words.low[first:last]):
            phrase = _as_subject(
                phrase, words.low[max(0, first - _MAX_ARTICLE_WORDS) : first], lexicon
            )
        alone = last - first == 1
        kin = lexicon.kin | everywhere("kin")
        related = words.low[last - 1] in kin and last - first <= _MAX_KIN_WORDS
        if related and words.low[first - 1] in lexicon.owners:
            return None  # whose? "her oldest brother"
        if phrase.lower().rpartition("-")[2] in kin or (alone and phrase[0].isdigit()):
            return None  # whose? "der 60-jährige Jan Roth"
        if phrase.lower() in lexicon.humans:
            return None  # "heißt diese Person Ann Lee"
        if words.low[first] in lexicon.humans and led_on:
            return None  # "Lee, a man of many words, said"
        return phrase
    return None


def _before_year(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Where a role ends that says since when: "mayor since 2011", "borgmester siden 2017"."""
    for at in range(first + 1, last - 1):
        year = words.text[at + 1]
        timed = words.text[at].isalpha() and words.low[at] not in lexicon.joiners
        if timed and year.isdigit() and len(year) == _YEAR_DIGITS:
            return at
    return last


def _at_office(words: Words, first: int, last: int) -> int:
    """Where a role begins that has no article: "(w Sejmie) były premier", "(принял) министр"."""
    at = next((one for one in range(first, last) if words.low[one] in words.roles), first)
    while at > first and words.low[at - 1].endswith(_ADJECTIVES):
        at -= 1
    return at


def _opens_no_role(words: Words, at: int) -> bool:
    """Whether a word before a role is a number or a title: the day of a date, "Mr"."""
    word = words.text[at]
    return word.isdigit() or word == "." or words.low[at] in everywhere("short titles")


def _before_cut(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Where a role ends that a full stop cuts in a name: "professor at St" of "St. Thomas"."""
    cut = words.text[last : last + 1] == ["."] and len(words.text[last - 1]) <= _MAX_CUT_CHARS
    if not cut or not words.text[last - 1][0].isupper() or last + 1 >= len(words.text):
        return last
    if words.text[last - 1].isupper() and len(words.text[last - 1]) > 1:
        return last  # "at Lift NYC. They ..."
    if not words.text[last + 1][0].isupper():
        return last
    for at in range(last - 2, first, -1):
        if words.low[at] in lexicon.prepositions or words.low[at] in lexicon.joiners:
            return at
    return last


def _is_of_name(words: Words, at: int, last: int) -> bool:
    """Whether an adjective of a country belongs to a name: "European Union's policy chief"."""
    following = words.text[at + 1] if at + 1 < last else ""
    return following[:1].isupper() and words.low[at + 1] not in words.roles


def _behind_owner(words: Words, first: int, last: int) -> int:
    """Where a role begins that somebody has of a thing without a name: "(company's) owner"."""
    for at in range(first + 1, last - 1):
        if words.low[at - 1] in words.roles or not words.text[at - 1].islower():
            break
        if words.text[at] in words.bares and words.text[at][0].isupper():
            return at  # "(At that) time Noble's owner"
    owned = words.text[first].endswith(("'s", "’s")) and words.text[first][0].islower()
    if first + 1 < last and owned:
        return first + 1
    return first


def _behind_cut(context: AttributionContext, first: int, last: int) -> int:
    """Where a role begins whose first words are the end of a name: "(A &) Priest attorney".

    What a sign, "and" or "on the" joins to words in capitals before it, that are no person, is half
    a name.
    """
    words, lexicon = context.words, context.lexicon
    if first < _MIN_WORDS_TO_CUT or not words.text[first][0].isupper():
        return first
    for place in context.by_sentence.get(words.sentence[first], ()):
        mention = context.people.mentions[place]
        inside = mention.kind == "name" and mention.first < first < mention.last < last
        body = inside and person_of(context, place) is False
        if body and last - mention.first <= MAX_ROLE_WORDS and not lexicon.capitals:
            return mention.first  # "Bank of the West president"
    joined = words.text[first - 1] in _SIGNS or words.low[first - 1] in lexicon.links
    before = words.text[first - 2]
    led = words.low[first - 1] in lexicon.definite and first > _MIN_WORDS_TO_CUT
    if led and words.low[first - 2] in lexicon.prepositions and not lexicon.capitals:
        opens = words.quote[first - 4] >= 0 or first - 3 == words.bounds[words.sentence[first]][0]
        if words.text[first - 3][0].isupper() and opens:
            return first - 3  # "Focus on the Family president"
        joined = words.low[first - 2] not in lexicon.joiners  # "Focus on the Family president"
        before = words.text[first - 3]
    if not joined or not before[0].isupper() or words.low[first - 2] in words.roles:
        return first
    mentions, people = context.people.mentions, context.people
    for place in context.stops.get(first - 1, ()):
        which = people.entity_of[place]
        person = people.entities[which].person if which >= 0 else mentions[place].person
        if person and mentions[place].kind == "name":
            return first
        begin = mentions[place].first - mentions[place].title
        named = any(mentions[one].first == first for one in context.starts.get(first, ()))
        linked = words.low[first - 1] in lexicon.links and not lexicon.capitals
        if person is False and linked and not named and last - begin <= MAX_ROLE_WORDS:
            return begin  # "Wales Police and Crime Commissioner"
    at = first
    while at < last - 1 and words.low[at] not in words.roles:
        at += 1
    return at if words.low[at] in words.roles else first


def _short_enough(words: Words, lexicon: Lexicon, first: int, last: int, size: int) -> int:
    """Where a role that is too long can be cut: before a preposition that follows a role."""
    if last - first <= size:
        return last
    for at in range(first + size, first, -1):
        if words.low[at] in lexicon.prepositions and words.low[at - 1] in words.roles:
            return at
    return last


def _without_article(phrase: str) -> str:
    """A German role as it is without its article: "(der) neue Präsident" is "neuer Präsident"."""
    parts = phrase.split()
    head = next((at for at, part in enumerate(parts) if part[0].isupper()), 0)
    ending = "e" if parts[head].endswith("in") else "er"
    for at in range(head):
        for inflected in ("en", "e"):
            if parts[at].endswith(inflected):
                parts[at] = parts[at].removesuffix(inflected) + ending
                break
    return " ".join(parts)


def _as_subject(phrase: str, before: list[str], lexicon: Lexicon) -> str:
    """A German role whose noun is in another case, as a subject has it: "(dem) FDP-Experten"."""
    his = "," not in before and not _MASCULINE.isdisjoint(before)
    for ending, own in _DATIVES if his else ():
        if phrase.endswith(ending):
            return phrase.removesuffix(ending) + own
    office = phrase[:-1].rpartition(" ")[2].lower()
    if his and phrase[-1] == "s" and (is_role(office, lexicon) or office in lexicon.trades):
        return phrase[:-1]  # "(des) Sängers"
    hers = before[-1:] == ["der"] and phrase.endswith(_HERS)
    return phrase[:-1] if hers else phrase


def _behind_participle(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Where an English role begins behind a verb: "numbers buoyed DMI president"."""
    low, endings = words.low, lexicon.past_endings
    if not endings:
        return first
    for at in range(last - 2, first, -1):
        before = words.text[at - 1]
        loose = before.islower() and not before.endswith("ly") and "-" not in before
        plain = before.endswith("s") or before in lexicon.determiners
        if words.text[at].islower() and low[at].endswith(endings) and loose and plain:
            return at + 1 if before not in lexicon.determiners else first
    return first


def _behind_verbs(words: Words, first: int, last: int, *, led: bool) -> int:
    """Where a German role begins: behind a word in lower case that is no adjective ("zog")."""
    for at in range(last - 1, first - 1, -1):
        word = words.text[at]
        adjective = word.endswith(("e", "en", "er", "es", "em"))
        if word[0].islower() and word.endswith("te") and at == first:
            # "räumte Bischof Jan Roth ein": no adjective before a man without an article
            adjective = led or words.text[last - 1].endswith("in")
        joins = words.low[at] in everywhere("role joiners")
        if word[0].islower() and not adjective and not joins and at + 1 < last:
            return at + 1
    noun = last - first > 2 and words.text[first][0].isupper()
    if noun and words.text[first + 1][0].islower() and words.low[first + 1].endswith(_PARTICIPLES):
        return first + 2  # "(die in) Bonn geborene Sängerin", "(für) Bau zuständige Direktorin"
    return first


def _is_short_title(words: Words, at: int) -> bool:
    """Whether a word at the end of a role belongs to the name after it: "Dr.", an initial."""
    word = words.low[at].rstrip(".")
    if not word:
        return True
    if len(word) == 1:  # but "a member of Station Q, ..."
        follows = words.text[at + 1 : at + 2]
        return not (words.text[at][0].isupper() and follows and not follows[0][0].isalnum()) or (
            follows == ["."]
        )
    return word in everywhere("short titles")
