"""Is a stretch between marks a direct quote, a fragment inside the reporter's sentence, or neither?

A direct quote stands as a sentence or a clause of its own; a fragment leans on the sentence around
it and has somebody to whom it is attributed; a title, a term or scare quotes have nobody.

The decision is a table of named rules, `RULES`. They are asked in order, and the first that has an
answer decides; its name is the `rule` of the quote.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.context.context import NOBODY, AttributionContext, beyond
from newsclean.quotes.context.phrases import skip_adverbs
from newsclean.quotes.draft import DASHED, NEXT_PARAGRAPH, SIGNATURE
from newsclean.quotes.fragments import fragment_features, repeated, title_case
from newsclean.quotes.reported.imagined import is_imagined
from newsclean.quotes.stretch import FINAL, Kind, Stretch, stretch_of
from newsclean.quotes.text.lexicon import CueKind

_FRAGMENT_SCORE = 1.2
"""The log-odds from which a fragment counts as somebody's words: chosen on the labelled
articles that the model was not trained on, for few scare quotes."""
_MAX_HEADING_WORDS = 10
_MIN_HEADING_CAPITALS = 2
_MAX_DIRECTION_WORDS = 3
"""The longest stage direction; a guess, as the capitals behind the first word of a heading."""
_MIN_SHAPE_WORDS = 4
"""The shortest quote where no lexicon tells; regular expressions do best with four (results)."""
_SENTENCE_ENDS = "다요까죠라자네"
"""Syllables that end a sentence in Korean, whose words are long: of such a one three will do."""
_MAX_PARTING_WORDS = 12
"""The longest attribution between two parts of one sentence; a guess that nothing spoke against."""
_MAX_TAIL_WORDS, _MIN_TAIL_WORDS, _ENDS = 2, 2, ("", ".", ";")
"""The longest end of a parted sentence that a term may be as well, the shortest quote before a
verb, and what must follow the former."""
_MAX_VERB_WORDS = 2
"""The longest verb between a comma and a name: "chlubí se"; a guess."""
_CLOSED = ("", ".", "?", "!")
_MAX_CUE_DISTANCE_WORDS = 9
"""How far before a comma the verb of speech may stand that leads to a quote; a guess."""


class Decision(NamedTuple):
    """The kind of a stretch, and the name of the rule that decided it."""

    kind: Kind
    rule: str


Rule = Callable[[Stretch], Kind | None]


def decide(
    context: AttributionContext,
    number: int,
    option: Candidate,
    speaker_probability: float,
    before: Kind,
    weights: Mapping[str, float],
) -> Decision:
    """The kind of quote `number`, and the rule that decided; see `Stretch` for the arguments."""
    stretch = stretch_of(context, number, option, speaker_probability, before, weights)
    for name, rule in RULES.items():
        kind = rule(stretch)
        if kind is not None:
            return Decision(kind, name)
    return Decision("none", "no rule")


def _empty(item: Stretch) -> Kind | None:
    """Marks around no word at all."""
    return None if item.inner else "none"


def _stage_direction(item: Stretch) -> Kind | None:
    """All of it is in brackets, and it is a word or three: "(Crosstalk.)"."""
    marked = item.context.marked[item.number]
    body = item.context.text[marked.start : marked.end]
    bracketed = (
        body[0] in "([" and body[-1] in ")]" and not any(sign in body[1:-1] for sign in "([")
    )
    return "none" if bracketed and item.size <= _MAX_DIRECTION_WORDS else None


def _imagined(item: Stretch) -> Kind | None:
    """What somebody might say, or is asked to: "you could say", "Instead, say"."""
    return "none" if is_imagined(item.context, item.begin, item.first) else None


def _sent_by_machine(item: Stretch) -> Kind | None:
    """Nobody says what comes "each time in the same message" or as an automatic reply."""
    low, known = item.context.words.low, item.context.lexicon.automatic
    if item.attributed or not known or not item.left:
        return None
    led = range(item.begin, item.first)
    sent = any(not known.isdisjoint((low[at], f"{low[at - 1]}_{low[at]}")) for at in led)
    return "none" if sent else None


def _next_paragraph(item: Stretch) -> Kind | None:
    """Direct speech that the paragraph before left open goes on."""
    reopened = item.context.marked[item.number].reopened
    return "direct" if reopened and item.before == "direct" else None


def _dash_speech(item: Stretch) -> Kind | None:
    """A dash opens speech."""
    return "direct" if item.context.marked[item.number].mark == "—" else None


def _signature(item: Stretch) -> Kind | None:
    """A dash and a name sign it: "Never stop asking." — Ann Lee."""
    return "direct" if item.option.route == "signed" and not _is_title(item) else None


def _by_shape(item: Stretch) -> Kind | None:
    """Without a lexicon: a sentence between marks, or a clause before a comma, of four words."""
    if item.context.lexicon.cues:
        return None
    reported = item.right in item.context.lexicon.quotatives
    led = item.left in ("", ",", ":", "،") or item.left in item.context.lexicon.complementisers
    begins = reported or (led and (item.upper or not item.cased))
    follows = item.final in ",،" or item.right in ("", ",", ".", "–", "—", "-", "،", "।", "(")
    least = _MIN_SHAPE_WORDS - (reported and item.final in _SENTENCE_ENDS)
    return (
        "direct"
        if begins and (follows or item.stopped or reported) and item.size >= least
        else "none"
    )


def _after_colon(item: Stretch) -> Kind | None:
    """A colon leads to a sentence, or to five words and more."""
    if item.left != ":" or not (item.upper or item.size >= 5):
        return None
    spoken = item.attributed or item.speaker_probability > 0.5
    return "direct" if spoken or item.size >= 4 else "none"


def _heading_in_marks(item: Stretch) -> Kind | None:
    """It Is Written Like a Title, is all of its paragraph, and nobody says it."""
    if item.left or item.right or item.size > _MAX_HEADING_WORDS:
        return None
    if not (item.attributed or item.clause):
        return "none" if _is_title(item) else None
    return "none" if _is_whole_heading(item) else None


def _is_whole_heading(item: Stretch) -> bool:
    """Whether it is a paragraph In Which Most Words Have Capitals, though one is a verb."""
    words, stops = item.context.words, item.context.lexicon.stops
    sentence = words.sentence[item.first]
    beside = words.paragraph_of[max(0, sentence - 1) : sentence + 2]
    outside = item.option.cue < item.begin or item.option.cue >= words.bounds[sentence][1]
    if beside.count(words.paragraph_of[sentence]) > 1 or not outside:
        return False
    inner = [at for at in range(item.first + 1, item.last) if words.low[at][0].isalnum()]
    capitals = sum(words.text[at].istitle() for at in inner[1:])
    small = any(words.text[at].islower() and words.low[at] not in stops for at in inner)
    return not small and capitals >= _MIN_HEADING_CAPITALS and _is_title(item)


def _named_work(item: Stretch) -> Kind | None:
    """A work is named before a comma: "In his book, “Make Your Kid Rich,” he tells ..."."""
    if item.left != "," or not _is_title(item) or item.first - 2 < item.begin:
        return None
    low, lexicon = item.context.words.low, item.context.lexicon
    return "none" if low[item.first - 2] in lexicon.labels - lexicon.stops else None


def _before_comma(item: Stretch) -> Kind | None:
    """It opens its sentence, and a comma behind its marks, or before, leads to who says it."""
    comma = item.right == "," or (item.final == "," and _clause_follows(item))
    opens = not item.left and item.upper and comma and item.size >= 5
    return "direct" if opens and not _is_title(item) else None


def _clause_follows(item: Stretch) -> bool:
    """Whether what follows its comma and mark reads as who says it: "the court held", a name.

    A verb that no list has, or two words, may stand before a name.
    """
    if item.option.mention >= 0:
        mention, words = item.context.people.mentions[item.option.mention], item.context.words
        start = mention.first - mention.title
        between = words.text[item.last : start] if start >= item.last else ["."]
        verb = len(between) <= _MAX_VERB_WORDS and all(word.islower() for word in between)
        stops = item.context.lexicon.stops | item.context.lexicon.prepositions
        if mention.kind == "name" and verb and stops.isdisjoint(between[:1]):
            return True
    return item.right.lower() in item.context.lexicon.determiners


def _is_title(item: Stretch) -> bool:
    """Whether It Is Written Like This."""
    words = item.context.words
    inner = [at for at in range(item.first + 1, item.last) if words.low[at][0].isalnum()]
    return title_case(words, item.context.lexicon, inner) == "T"


def _own_sentence(item: Stretch) -> Kind | None:
    """It begins its sentence, and nothing but its attribution follows."""
    if item.left or not item.whole or item.size < 3:
        return None
    if item.stopped or (item.open_right and (item.attributed or item.size >= 6)):
        spoken = item.attributed or item.clause or item.size >= 4
        return "direct" if spoken else _short_sentence_more(item) or "none"
    return None


def _short_sentence(item: Stretch) -> Kind | None:
    """A sentence of one or two words with somebody who says it: "No," she said, „Ja“, sagte sie."""
    ended = item.stopped or _is_said_behind(item)
    short = not item.left and item.whole and ended and item.attributed
    return "direct" if short else None


def _is_said_behind(item: Stretch) -> bool:
    """Whether a comma or dash leads from it, no title or term, to a verb of speech."""
    cue, context = item.option.cue, item.context
    at = beyond(context.words, item.last, cue)
    said = item.last < at and skip_adverbs(context, at, cue + 1) == cue
    if not said or context.cue[cue] != CueKind.SPEECH:
        return False
    capitals = any(word[0].isupper() for word in context.words.text[item.first + 2 : item.last])
    return not ((capitals and _is_title(item)) or repeated(context, item.number))


def _short_sentence_more(item: Stretch) -> Kind | None:
    """A short sentence right after the attribution of direct speech: "...," she said. "Never."."""
    if item.left or item.right or not (item.upper and item.final in FINAL):
        return None
    marked = item.context.marked
    goes_on = item.before == "direct" and item.option.mention != NOBODY
    same = marked[item.number - 1].paragraph == marked[item.number].paragraph
    return "direct" if goes_on and same else None


def _opening_clause(item: Stretch) -> Kind | None:
    """A clause of five words with a capital opens the sentence, whatever follows."""
    opens = not item.left and item.upper and item.clause and item.size >= 5
    return "direct" if opens else None


def _split_by_attribution(item: Stretch) -> Kind | None:
    """Only its attribution parts it from the direct speech before ("...", she said, "...")."""
    split = item.left == "," and item.before == "direct"
    whole = item.size > _MAX_TAIL_WORDS or item.right in _ENDS
    return "direct" if split and whole and _goes_on(item) else None


def _before_last_verb(item: Stretch) -> Kind | None:
    """The verb that ends its sentence stands right behind it: Ayşe Demir, "..." dedi."""
    if not item.context.lexicon.verb_last or not item.upper or item.size < _MIN_TAIL_WORDS:
        return None
    cue = item.context.cue
    at = item.last + (item.right == ",")
    said = at < len(cue) and cue[at] == CueKind.SPEECH and item.right not in _CLOSED
    return "direct" if said else None


def _parted(item: Stretch) -> Kind | None:
    """Its attribution follows, and then the rest of its sentence: "The dam", she said, "holds"."""
    words, number = item.context.words, item.number + 1
    if item.left or not item.upper or item.right != "," or not item.option.cue >= item.last:
        return None
    if number >= len(words.quotes) or not item.option.cue < words.quotes[number][0]:
        return None
    first = words.quotes[number][0]
    near = first - item.last < _MAX_PARTING_WORDS and words.text[first - 1] == ","
    inside = near and words.sentence[first] == words.sentence[item.first]
    return "direct" if inside and words.text[first + 1][:1].islower() else None


def _after_comma(item: Stretch) -> Kind | None:
    """A comma leads to a clause: She said, "...", or one that its attribution follows."""
    if item.left != "," or not item.whole or item.size < 2:
        return None
    begun = item.upper or not item.context.lexicon.clauses.isdisjoint(item.inner[:3])
    leads = item.attributed and item.option.cue < item.first and begun and _says_before_comma(item)
    follows = item.option.cue >= item.last
    stopped = follows and item.stopped
    comma = follows and item.right == "," and item.clause and item.size > 5
    alone = item.clause and item.size >= 6 and (item.open_right or item.right == ",") and begun
    return "direct" if leads or stopped or comma or alone else None


def _whole_inside(item: Stretch) -> Kind | None:
    """A whole sentence with its stop and somebody who says it, anywhere in another one."""
    sentence = item.upper and item.clause and item.size >= 5 and item.final in FINAL
    return "direct" if sentence and item.attributed else None


def _label(item: Stretch) -> Kind | None:
    """The words before it announce a name or term ("known as", "the album")."""
    if item.size > 4 or item.upper or item.first <= item.begin:
        return None
    low, lexicon = item.context.words.low, item.context.lexicon
    if low[item.first - 1] not in lexicon.labels:
        return None
    doubled = item.first - 1 > item.begin and low[item.first - 2] in lexicon.labels
    return "none" if low[item.first - 1] not in lexicon.stops or doubled else None


def _title_or_term(item: Stretch) -> Kind | None:
    """It is The Title of a Work, or a short term that the article uses again."""
    context = item.context
    words, lexicon = context.words, context.lexicon
    if item.left == ":" or (item.first > item.begin and context.cue[item.first - 1]):
        return None
    if _is_title(item):
        return "none"
    again = (
        item.size in (2, 3)
        and words.low[item.first - 1] not in lexicon.clauses
        and repeated(context, item.number)
    )
    return "none" if again else None


def _nobody_says_it(item: Stretch) -> Kind | None:
    """No word says that somebody speaks, or too likely nobody does."""
    return "none" if not item.attributed or item.speaker_probability < 0.5 else None


def _list_of_terms(item: Stretch) -> Kind | None:
    """Only a comma or a conjunction parts it from a term ("a" and "b")."""
    words = item.context.words
    if item.before != "none" or item.number == 0:
        return None
    between = words.low[words.quotes[item.number - 1][1] : item.first]
    listed = len(between) <= 2 and all(word in ",/" or len(word) <= 3 for word in between)
    return "none" if listed else None


def _fragment_model(item: Stretch) -> Kind | None:
    """The learned weights of its features say that it is a part of somebody's speech."""
    features = fragment_features(item.context, item.number, item.option, item.speaker_probability)
    score = sum(item.weights.get(name, 0.0) for name in features)
    return "mixed" if score > _FRAGMENT_SCORE else "none"


RULES: Mapping[str, Rule] = {
    "empty": _empty,
    "stage direction": _stage_direction,
    NEXT_PARAGRAPH: _next_paragraph,
    DASHED: _dash_speech,
    "imagined speech": _imagined,
    "sent by a machine": _sent_by_machine,
    SIGNATURE: _signature,
    "shape, no lexicon": _by_shape,
    "after a colon": _after_colon,
    "heading in marks": _heading_in_marks,
    "name of a work": _named_work,
    "its own sentence": _own_sentence,
    "short sentence with a speaker": _short_sentence,
    "short sentence of the same speaker": _short_sentence_more,
    "opening clause": _opening_clause,
    "comma behind the marks": _before_comma,
    "before the verb of its sentence": _before_last_verb,
    "opens a parted sentence": _parted,
    "split by its attribution": _split_by_attribution,
    "clause after a comma": _after_comma,
    "whole sentence inside another": _whole_inside,
    "label before a term": _label,
    "title or term": _title_or_term,
    "nobody says it": _nobody_says_it,
    "list of terms": _list_of_terms,
    "fragment model": _fragment_model,
}
"""Name -> rule, in the order in which they are asked."""


def _goes_on(item: Stretch) -> bool:
    """Whether the same sentence reaches from the stretch before, with a verb of speech between."""
    words, cue = item.context.words, item.context.cue
    first, last = words.quotes[item.number - 1][1], words.quotes[item.number][0]
    same = words.sentence[first - 1] == words.sentence[last]
    near = last - first < _MAX_PARTING_WORDS
    return same and near and any(cue[at] == CueKind.SPEECH for at in range(first, last))


def _says_before_comma(item: Stretch) -> bool:
    """Whether a verb of speech stands before the comma that leads to a quote."""
    left = max(item.begin, item.first - _MAX_CUE_DISTANCE_WORDS)
    return any(item.context.cue[at] == CueKind.SPEECH for at in range(left, item.first - 1))
