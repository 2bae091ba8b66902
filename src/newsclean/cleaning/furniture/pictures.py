"""Lines below pictures that tell by their form: a licence, a credit, the number of a figure.

"Sylt, Germany | © 2010 Jon Norris", "The lobby at dusk. Supplied", "Figure 2: Trips a day",
"Anna Berg, 64", "The line in snow. 18.04.2024 | 0:21 min". The words are in
`data/cleaning/pictures.json`, for all languages at once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause

_CAPTION_WORDS, _FIGURE_WORDS = 70, 90
"""The most words of each kind of line (guesses)."""
_END_CHARS = 60
_LICENCE = lazy_regex(
    r"[\[|/]\s?CC[ -](?:BY|0\b|Zero)|\bvia Wikimedia\b|\bWikimedia Commons(?: Seiten URL)?\)?$"
    r"|\bG(?:NU|PL) FDL\b"
    r"|[.,|/–-] (?:Public domain|Pixabay|Unsplash|Pexels|Shutterstock|iStock)$"
)
_ARCHIVES = ("Public domain", "Pixabay", "Unsplash", "Pexels", "Shutterstock", "iStock")
_SIGNED = lazy_regex(r"(?:^|[|,.–—-]\s?|\s)©\s?(?:\d{4}(?:[–-]\d{2,4})?\s)?[^\W\d_a-z]")
_AGENCY = lazy_regex(
    r"[.!?\"”»]\s(?:AP|EPA|AFP|PA|AAP|CP|Reuters|Getty|Shutterstock|Alamy|dpa|APA|Keystone|ANP|Belga)"
    r"(?: Photos?| Images?)?(?:\s?/\s?[^.!?]{3,40})?(?:, (?i:file|archiv))?$"
)
_PLAYED = lazy_regex(
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}\s?)?[|•·]\s?\d{1,2}:\d\d(?: ?(?:min|Min\.?|mins|sec))?$"
)
_BEHIND = lazy_regex(r"[.!?\"”’»]\s?\(?([^\W\d_a-z][^\W\d_]{2,20}(?: [^\W\d_]{2,12}){0,2})\)?\.?$")
_FIGURE = lazy_regex(
    r"[\[(]?([^\W\d_]{3,12})\.?\s?(?:#|Nr\.?|no\.?)?\s?\d{1,3}[a-z]?\s?[:.–—|)-]\s*\S"
)
_PLACED = lazy_regex(
    r"[(（](?i:left|right|center|centre|far left|far right|pictured|pictured above|links|rechts"
    r"|mitte|gauche|à gauche|droite|à droite|izquierda|izq\.|derecha|dcha\.|centro|sinistra"
    r"|a sinistra|destra|a destra|esquerda|à esquerda|direita|à direita|midden|vänster"
    r"|t\.v|t\.h|till vänster|till höger|til venstre|til høyre|til højre|vas\.|oik\."
    r"|z lewej|z prawej|vlevo|vpravo|слева|справа|зліва|в центре|solda"
    r"|sağda|stânga|dreapta|balra|jobbra|左|右|中央|왼쪽|오른쪽)[)）]"
    r"|, (?:left|right|center|centre|far left|far right|second from (?:left|right)|pictured here),"
    r"|(?i:\bfrom left[,:]|\bleft to right\b|\bclockwise from\b|\bvon links(?: nach rechts)?[:,)]"
    r"|\bde gauche à droite\b|\bde izquierda a derecha\b|\bda sinistra[:,]|\bda esquerda para a"
    r"|\bvan links naar rechts\b|\bfrån vänster[:,]|\bfra venstre[:,]|\bod lewej[:,]|\bzleva[:,]"
    r"|\bслева направо\b|\bзліва направо\b)"
)
_MONTH = (
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|January|February|August|September"
    r"|October|November|December)"
)
_DATED = lazy_regex(
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_MONTH}\.? \d{{1,2}}, \d{{4}}\.?$"
)
_SCENE_WORDS, _SCENE_LIKELY = 45, 0.9
"""Captions without a sign that is sure have so many words at most; and the network, which knows
that paragraphs stand here, is not sure of them. On 2,000 train pages no sentence of an article with
"(right)" or such a date is under this probability."""
_AGED = lazy_regex(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3}, \d{2}")


def captions(page: PageLines, wanted: Sequence[int], likely: Sequence[float]) -> dict[int, Cause]:
    """Line index -> why it is a caption, for those of the `wanted` lines that say so by a sign.

    `likely` is for each line how likely the network takes it to be of the article.
    """
    found: dict[int, Cause] = {}
    for at in wanted:
        size = len(page.words[at])
        if 0 < size <= _FIGURE_WORDS and (said := _sign(page, at)):
            found[at] = ("caption", said)
        elif 2 < size <= _SCENE_WORDS and likely[at] < _SCENE_LIKELY:
            text = page.texts[at]
            if (place := _PLACED.search(text)) is not None:
                found[at] = ("caption", f"the line says where on a picture: '{place.group()}'")
            elif text[-5:-1].isdigit() and _DATED.search(text[-_END_CHARS:]):
                found[at] = ("caption", "the line ends in a weekday and a date, as captions do")
    return found


def _sign(page: PageLines, at: int) -> str | None:
    text, words = page.texts[at], page.words[at]
    known = _lists()
    figure = _FIGURE.match(text) if words[0] in known.figures else None
    if figure is not None and figure[1].lower() in known.figures:
        return "the line begins with the number of a figure"
    if len(words) > _CAPTION_WORDS:
        return None
    if _AGED.fullmatch(text):
        return "the line is a name and an age"
    end = text[-_END_CHARS:]
    if _may_name_licence(text) and (found := _LICENCE.search(text)) is not None:
        return f"the line names a licence or archive of pictures: '{found.group()}'"
    if "©" in text and not text.endswith(".") and _SIGNED.search(end):
        return "the line ends in '©' and a name"
    if text[-1].isalpha() and _AGENCY.search(end):
        return "a sentence, and behind it an agency of pictures"
    if ":" in end and _PLAYED.search(end):
        return "the line ends in the length of a video"
    behind = _BEHIND.search(end) if words[-1] in known.last else None
    if behind is not None and " ".join(normalized_words(behind[1])) in known.behind:
        return f"a sentence, and behind it '{behind[1]}'"
    return None


def _may_name_licence(text: str) -> bool:
    """Has a line one of the words that the pattern needs? Most have none."""
    return "CC" in text or "Wikimedia" in text or " FDL" in text or text.endswith(_ARCHIVES)


class _Lists(NamedTuple):
    figures: frozenset[str]
    """What is numbered below pictures: "Figure", "Abb."."""
    behind: frozenset[str]
    """What stands behind the sentence of a caption: "Supplied"."""
    last: frozenset[str]
    """The last word of each of these."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/pictures.json")
    figures, behind = (frozenset(data[name].split(" | ")) for name in ("figures", "behind"))
    return _Lists(figures, behind, frozenset(phrase.split()[-1] for phrase in behind))
