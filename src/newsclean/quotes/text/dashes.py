"""Paragraphs -> stretches of speech that a dash opens, as Sweden, Spain or Russia print it.

`– Vi stänger inte skolan, säger Marta Berg.` `—Pensé que era una broma —cuenta Aldecoa—. Pero...`
A paragraph that opens with a dash is speech where a verb of speech says so; the reporter's words
are cut out of it. One without any verb is speech only between others, as lists have dashes too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.incises import behind_aside, has_subject
from newsclean.quotes.text.lexicon import CueKind, Lexicon, first_names
from newsclean.quotes.text.marks import Marked
from newsclean.quotes.text.morphology import may_be_verb

DASHES = "—–―-"
_OPENING = lazy_regex(rf"\s*[{DASHES}](?![{DASHES}])\s*(?=[^\W\d_]|[¿¡“\"«(…])")
_MIDDLE = lazy_regex(r"(?:(?<=[.!?])\s+[–—-]\s+|(?<=:)\s+[–—-]\s*)(?=[^\W\d_a-zà-ÿа-яё]|[¿¡])")
"""Likewise in the middle of a paragraph, behind a sentence or a colon."""
_INCISE = lazy_regex(
    rf"(?<=[\w.,!?…»”\"])(?P<lead>\s+[{DASHES}]\s*|,?\s*[—–―]\s*|(?<=[,!?…])\s+)(?=[^\W\d_])"
)
"""Where the reporter may break in: at a dash, or behind a comma, question or exclamation mark."""
_RESUME = lazy_regex(rf"\s*[—–―]\s*[.,;:]?\s*|\s+[{DASHES}]\s+")
_CLOSE = lazy_regex(r"[,—–»]|\.(?=\s)")
_APPOSITION = lazy_regex(r"(?:\s+[^\W\d_a-zà-ÿа-яё][\w'’-]*+){1,4},")
_MIN_STOPPED_CHARS = 3
"""The shortest word whose full stop may end a sentence inside marks."""
_LAST_WORD = lazy_regex(r"[^\W\d_]++$")
_MAX_INNER_CHARS = 120
_WORD = lazy_regex(r"[^\W\d_][\w'’-]*")
_MAX_CUE_PLACE = 3
"""The verb of speech is one of the first words after a dash, the very first after a comma."""
_MAX_TAIL_WORDS = 6
"""The longest attribution behind speech whose mark is lost: "..., actor Bea Hunt said."."""
_UNSURE = lazy_regex('[!?:;…"“”„«»‘]')
_MAX_INCISE_CHARS = 220
_MAX_NAMED_WORDS, _MAX_NAMED_CHARS = 5, 80
"""The longest subject with its verb that ends a paragraph of speech; guesses."""
_BEFORE_CUE = f",{DASHES}"
_STOP = lazy_regex(r"(?<=[^\W\d_]{2})\.\s+(?=(?:[–—]\s)?[^\W\d_a-zà-ÿа-яё])")
"""Where the sentence of an attribution ends: behind no initial."""
_MIN_SPEECH_CHARS = 2


class _Incise(NamedTuple):
    """The reporter's words inside speech."""

    start: int
    """Where speech stops."""
    end: int
    """Where it goes on, or the paragraph ends."""


def find_dashed(
    text: str, paragraphs: Sequence[Span], lexicon: Lexicon, marked: Sequence[Marked]
) -> list[Marked]:
    """The stretches of speech that dashes open, in order; none where no verb of speech is known."""
    if not lexicon.dashes or not any(dash in text for dash in DASHES):
        return []
    opened = [_OPENING.match(text, start, end) for start, end in paragraphs]
    taken = {item.paragraph for item in marked}
    found: list[Marked] = []
    before = False
    for number, (start, end) in enumerate(paragraphs):
        match = opened[number]
        stop = start + len(text[start:end].rstrip())
        if match is None or (number in taken and _marks_open(text, match.end())):
            before = match is None and text[start:end].rstrip().endswith(":")
            if number not in taken:
                found += _inside(text, start, stop, number, lexicon)
            continue
        incises = _incises(text, match.end(), stop, lexicon)
        if not incises:
            if before and _is_utterance(text, match.end(), stop):
                found.append(_speech(text, match.end(), stop, start, number))
            continue
        before = True
        found += _cut(text, match.end(), stop, start, number, incises)
    return found


def _inside(text: str, start: int, stop: int, number: int, lexicon: Lexicon) -> list[Marked]:
    """The speech that a dash opens behind a sentence, up to a comma and a verb of speech.

    "Tove Lie er lærer. – Jeg tar ferga hver dag, sier hun.": a dash without them opens an aside.
    A second dash will do as well as a comma: "Anna Lis uczy. – Mam czas – mówi." So will a verb
    before a colon: "Ordføreren reagerer: – Da kan han komme hit."
    """
    match = _MIDDLE.search(text, start, stop)
    incises = _incises(text, match.end(), stop, lexicon) if match else []
    if match and text[match.start() - 1] == ":" and _is_utterance(text, match.end(), stop):
        sentence = text.rfind(". ", start, match.start()) + 1 or start
        led = any(map(lexicon.cue_kinds.get, text[sentence : match.start() - 1].split()))
        return _cut(text, match.end(), stop, match.start(), number, incises) if led else []
    if match is None or not incises:
        return []
    lead = _INCISE.match(text, incises[0].start, stop)
    dashed = lead is not None and not set(DASHES).isdisjoint(lead["lead"])
    told = lead is not None and dashed and _has_cue(text, lead.end(), stop, lexicon, 1)
    if not told and (lexicon.drops or text[incises[0].start - 1] != ","):
        return []
    return _cut(text, match.end(), stop, match.start(), number, incises)


def _marks_open(text: str, at: int) -> bool:
    """Whether quotation marks follow the dash: they say where the speech is."""
    return text[at : at + 1] in "“\"«„‘'"


def _is_utterance(text: str, start: int, stop: int) -> bool:
    """Whether words without any attribution are a sentence with a stop."""
    body = text[start:stop]
    return body[:1].isupper() and body[-1:] in ".!?…" and len(body.split()) > 2


def _incises(text: str, start: int, stop: int, lexicon: Lexicon) -> list[_Incise]:
    """Where the reporter breaks in, in order."""
    found: list[_Incise] = []
    at = start
    while match := _INCISE.search(text, at, stop):
        dashed = any(dash in match["lead"] for dash in DASHES)
        at = match.end()
        if match.start() - start < _MIN_SPEECH_CHARS or not (
            _has_cue(text, match.end(), stop, lexicon, _MAX_CUE_PLACE if dashed else 1)
            or (not dashed and _ends_with_cue(text, match.end(), _stop(text, at, stop), lexicon))
            or (not dashed and _ends_with_name(text, match.end(), stop, lexicon))
        ):
            continue
        end = _incise_end(text, match.end(), stop, lexicon, dashed=dashed)
        found.append(_Incise(match.start(), end))
        if not dashed and text[end : end + 1] not in tuple(DASHES):
            break
        at = end
    return found


def _stop(text: str, start: int, stop: int) -> int:
    """Where the sentence ends that begins, or goes on, at `start`."""
    match = _STOP.search(text, start, min(stop, start + _MAX_NAMED_CHARS))
    return match.start() + 1 if match else stop


def _has_cue(text: str, start: int, stop: int, lexicon: Lexicon, among: int) -> bool:
    """Whether one of the first words is a verb of speech, in lower case."""
    at, left = start, among
    while left > 0:
        word = _WORD.match(text, at, stop)
        if word is None:
            return False
        low = word[0].lower()
        between = low in lexicon.adverbs or low in lexicon.genderless  # "a spus", "hän sanoo"
        left -= not between
        verb = low.partition("-")[0] if lexicon.clitics else low
        spoken = CueKind.SPEECH in (lexicon.cue_kinds.get(low), lexicon.cue_kinds.get(verb))
        spoken = spoken or any(  # "va dir"
            text.startswith(" ".join(phrase), word.start())
            for phrase in lexicon.cue_phrases
            if phrase[0] == low
        )
        if spoken and word[0][0].islower():
            return True
        at = word.end() + 1
    return False


def _ends_with_cue(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name or a pronoun and its verb of speech end a paragraph: "Laine arvioi.".

    "And" may follow: "Laine arvioi ja nauraa.".
    """
    if text[stop - 1] != ".":
        return False
    words = text[start : min(stop - 1, start + _MAX_NAMED_CHARS)].split()
    links = (at for at, word in enumerate(words) if word in everywhere("and"))
    words = words[: next(links, len(words) if stop - start <= _MAX_NAMED_CHARS else 0)]
    if not 1 < len(words) <= _MAX_NAMED_WORDS or not all(_WORD.fullmatch(one) for one in words):
        return False
    who = lexicon.pronouns.get(words[0].lower(), "")
    named = words[-2][0].isupper() or (words[-2] == words[0] and who not in ("", "i"))
    named = named or (lexicon.bare and words[-2] in lexicon.roles)  # "..., valmentaja sanoi."
    return named and lexicon.cue_kinds.get(words[-1]) == CueKind.SPEECH


def _ends_with_name(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a verb that no list has, an office and a whole name end a paragraph.

    "..., vitsailee rakennusmestari Pasi Helle."
    """
    words = text[start : min(stop - 1, start + _MAX_NAMED_CHARS)].split()
    if text[stop - 1] != "." or not 2 < len(words) <= _MAX_NAMED_WORDS:
        return False
    given, family, office = words[-2], words[-1], words[1:-2]
    named = given.istitle() and family[0].isupper()
    named = named and (bool(office) or given.lower() in first_names())
    plain = all(map(str.islower, office)) and lexicon.stops.isdisjoint(office)
    return named and plain and may_be_verb(words[0], lexicon)


def _incise_end(text: str, start: int, stop: int, lexicon: Lexicon, *, dashed: bool) -> int:
    """Where the reporter's words end: at the next dash, else at the paragraph's end."""
    if not dashed:
        return _spoken_again(text, start, stop, lexicon)
    match = _RESUME.search(text, start, min(stop, start + _MAX_INCISE_CHARS))
    return match.start() if match else stop


def _spoken_again(text: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Where speech goes on behind the sentence of its attribution; `stop` where nothing tells.

    "– Vi stänger, säger Berg. Jag vet inte vad vi ska göra.": who says "I" speaks, unless "Jag
    följer henne": that may be the reporter. Where "she" and "he" are one word, nothing tells.
    """
    match = _STOP.search(text, start, min(stop, start + _MAX_INCISE_CHARS))
    if match and text[match.end()] in DASHES:
        return match.end()
    who = lexicon.pronouns
    if match is None or not {"m", "f"} & set(who.values()):
        return stop
    words = [(word[0].lower(), word.start()) for word in _WORD.finditer(text, match.end(), stop)]
    told = any(
        lexicon.cue_kinds.get(word) == CueKind.SPEECH and text[at - 2] in _BEFORE_CUE
        for word, at in words
    )
    own = next((at for word, at in words if who.get(word) == "i"), -1)
    if told or own < 0:
        return stop
    last = _STOP.search(text, own, stop)
    end = last.start() if last else stop
    other = any(
        who.get(word) in ("m", "f") or word in lexicon.owned for word, at in words if at < end
    )
    return stop if other else match.end()


def _cut(
    text: str, start: int, stop: int, outer: int, number: int, incises: list[_Incise]
) -> list[Marked]:
    """The stretches of speech between the incises."""
    found: list[Marked] = []
    begin, mark = start, outer
    for incise in incises:
        if text[begin : incise.start].strip():
            found.append(_speech(text, begin, incise.start, mark, number))
        resume = _RESUME.match(text, incise.end, stop)
        mark, begin = incise.end, resume.end() if resume else incise.end
    if begin < stop:
        found.append(_speech(text, begin, stop, mark, number))
    return found


def _speech(text: str, start: int, stop: int, outer: int, number: int) -> Marked:
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in DASHES):
        stop -= 1
    while outer < start and text[outer].isspace():
        outer += 1
    return Marked(start, stop, (outer, stop), number, "—")


def without_tails(text: str, marked: Sequence[Marked], lexicon: Lexicon) -> list[Marked]:
    """The stretches, those that nothing closes without the attribution that ends them.

    "At first we laughed, actor Bea Hunt said.: the mark is lost, the verb tells where it stood.
    """
    if not lexicon.cues or all(item.closed for item in marked):
        return list(marked)
    return [
        item if ended else _without_tail(text, item, lexicon) for item, ended in _with_ends(marked)
    ]


def _with_ends(marked: Sequence[Marked]) -> Iterator[tuple[Marked, bool]]:
    """The stretches, each with whether it is known to end: a mark closes it, or it goes on."""
    for item, after in zip_longest(marked, marked[1:]):
        yield item, item.closed or (after is not None and after.reopened)


def _without_tail(text: str, item: Marked, lexicon: Lexicon) -> Marked:
    at = text.rfind(", ", item.start, item.end)
    words = _WORD.findall(text, max(at, item.start), item.end)
    if at - item.start < _MIN_SPEECH_CHARS or not 1 < len(words) <= _MAX_TAIL_WORDS:
        return item
    tail, speech = text[at + 2 : item.end], text[item.start : at]
    if not tail.endswith(".") or _UNSURE.search(tail[:-1]) or _UNSURE.search(speech):
        return item
    said = CueKind.SPEECH in (
        lexicon.cue_kinds.get(words[0].lower()),
        lexicon.cue_kinds.get(words[-1].lower()),
    )
    named = any(word[0].isupper() or word in lexicon.pronouns for word in words)
    if not (said and (named or words[0] in lexicon.determiners)):
        return item
    return item._replace(end=at + 1, outer=(item.outer[0], at + 1), closed=True)


def with_incises(text: str, marked: Sequence[Marked], lexicon: Lexicon) -> list[Marked]:
    """The stretches between marks, each with the reporter's words inside it."""
    if not lexicon.incises:
        return list(marked)
    return [
        _with_incise(text, item, lexicon) if ended else item for item, ended in _with_ends(marked)
    ]


def _with_incise(text: str, item: Marked, lexicon: Lexicon) -> Marked:
    """A stretch with the reporter's words inside it.

    In one that goes on below a verb alone may be speech: "..., continues to happen in Yemen".
    """
    incises = _inner(text, item, lexicon)
    told = item.closed or all(has_subject(text, one, lexicon) for one in incises)
    return item._replace(incises=incises) if told else item


def _inner(text: str, item: Marked, lexicon: Lexicon) -> tuple[Span, ...]:
    """The first incise inside a stretch: from its comma or dash to the next one, or its stop."""
    at = item.start
    while match := _INCISE.search(text, at, item.end):
        at = match.end()
        far = match.start() - item.start >= _MIN_SPEECH_CHARS
        if not far or not _has_cue(text, match.end(), item.end, lexicon, 1):
            continue
        close = _close(text, match.end(), min(item.end, match.end() + _MAX_INNER_CHARS), lexicon)
        if close >= 0 or item.end - match.end() <= _MAX_INNER_CHARS:
            return ((match.start(), close if close >= 0 else item.end),)
    return ()


def _close(text: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Where the reporter's words inside marks end: at a comma, a dash or a full stop; -1."""
    for match in _CLOSE.finditer(text, behind_aside(text, start, stop, lexicon), stop):
        sign, at = match[0], match.start()
        if sign == "»" and text.count("«", start, at) > text.count("»", start, at):
            continue  # of what is named in marks: — told she «The Post». —
        if sign == "," and _APPOSITION.match(text, match.end(), stop):
            continue  # "admits the mayor, Ann Lee, but"
        if sign == ".":
            before = _LAST_WORD.search(text, start, at)
            word = before[0].lower() if before else ""
            if len(word) < _MIN_STOPPED_CHARS or word in lexicon.honorifics:
                continue
        return at
    return -1


def merged(marked: Sequence[Marked], dashed: Sequence[Marked]) -> list[Marked]:
    """Both kinds of stretches in order, without the marks that stand inside dashed speech."""
    kept = [
        item
        for item in marked
        if not any(
            speech.paragraph == item.paragraph and speech.start - 1 <= item.start < speech.end
            for speech in dashed
        )
    ]
    return sorted([*kept, *dashed], key=lambda item: item.start)
