"""Paragraphs and sentences -> quotes with their speakers.

marks -> words -> mentions -> people -> attribution -> kinds -> key quotes
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsclean.document import Quote, Sentence, Span
from newsclean.languages import read_data
from newsclean.quotes.attribution import CONTINUES, NOBODY, Scene, choose, set_scene
from newsclean.quotes.key import rank
from newsclean.quotes.kinds import Kind, kind_of
from newsclean.quotes.lexicon import lexicon
from newsclean.quotes.marks import find_marked
from newsclean.quotes.mentions import find_mentions
from newsclean.quotes.people import identify
from newsclean.quotes.resolve import NOT_KNOWN, Speaker, resolve
from newsclean.quotes.words import read_words


def find(
    text: str,
    language: str = "en",
    *,
    paragraphs: Sequence[Span] | None = None,
    sentences: Sequence[Sentence] | None = None,
    title: str | None = None,
    keys: int | None = 5,
    indirect: bool = False,
) -> tuple[Quote, ...]:
    """The quotes in `text`, in order.

    Args:
        text: any text; offsets of the result are code points into it.
        language: ISO 639-1 code.
        paragraphs: where the paragraphs are; None takes every line as one.
        sentences: where the sentences are; None splits the paragraphs.
        title: the headline, which says what the article is about.
        keys: how many quotes get a `key` rank; None ranks all.
        indirect: give indirect speech as well.
    """
    del sentences, indirect
    spans = _lines(text) if paragraphs is None else list(paragraphs)
    marked = find_marked(text, spans)
    if not marked:
        return ()
    known = lexicon(language)
    words = read_words(text, spans, marked, known)
    people = identify(words, known, find_mentions(words, known))
    scene = set_scene(text, words, known, people, marked)
    found = _attribute(scene)
    return rank(found, text, title, keys)


def _lines(text: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def _attribute(scene: Scene) -> list[Quote]:
    """Goes through the stretches in order: each may go on from the one before."""
    weights: Mapping[str, float] = read_data("quotes/attribution.json")
    fragments: Mapping[str, float] = read_data("quotes/fragments.json")
    found: list[Quote] = []
    spoken: list[Speaker] = []
    words, people = scene.words, scene.people
    last: Quote | None = None
    speaker = NOT_KNOWN
    before: Kind = "none"
    for number, item in enumerate(scene.marked):
        option, sure, nobody = choose(scene, number, speaker.entity, weights)
        kind = kind_of(scene, number, option, 1 - nobody, before, fragments)
        if kind == "none":
            before = "none"
            continue
        body = " ".join(scene.text[item.start : item.end].split())
        quote = Quote(body, item.start, item.end, kind)
        if option.mention == CONTINUES and last is not None:
            quote = replace(
                quote,
                speaker=last.speaker,
                role=last.role,
                speaker_start=last.speaker_start,
                speaker_end=last.speaker_end,
                cue=last.cue,
                attribution="goes on from the quote before",
                confidence=sure * last.confidence,
                continues=True,
            )
        elif option.mention not in (CONTINUES, NOBODY):
            mention = people.mentions[option.mention]
            speaker, certain = resolve(scene, option.mention, spoken)
            if speaker.text:
                quote = replace(
                    quote,
                    speaker=speaker.text,
                    speaker_start=words.start[mention.first],
                    speaker_end=words.end[mention.last - 1],
                    cue=words.text[option.cue] if option.cue >= 0 else None,
                    attribution="mention",
                    confidence=sure * certain,
                )
                spoken.append(replace(speaker, paragraph=item.paragraph))
        found.append(quote)
        last, before = quote, kind
    return found
