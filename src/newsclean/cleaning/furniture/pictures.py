"""Lines below pictures that tell by their form: a licence, a credit, the number of a figure.

"Sylt, Germany | © 2010 Jon Norris", "The lobby at dusk. Supplied", "Figure 2: Trips a day",
"Anna Berg, 64", "The line in snow. 18.04.2024 | 0:21 min"; or by standing there twice, with the
credit behind; or by what the text of a picture tells, above its caption. The words are in
`data/cleaning/pictures.json`, for all languages at once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.credits import ends_in_labelled_credit
from newsclean.cleaning.lines.page import once_a_page
from newsclean.cleaning.lines.personal_names import is_full_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

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
    r"[.!?\"”»](?:\s(?:AP|EPA|AFP|PA|AAP|CP|Reuters|Getty|Shutterstock|Alamy|dpa|APA|Keystone|ANP"
    r"|Belga)|(?:EFE|AFP|EPA|AP|REUTERS|ANSA|LUSA|IMAGO)|(?:The )?(?:Associated|Canadian) Press)"
    r"(?: Photos?| Images?)?(?:\s?/\s?[^.!?]{3,40})?(?:, (?i:file|archiv))?$"
)
_CAPITALS = lazy_regex(r"[.!?\"”»]\s([^.!?]{6,80})$")
_TAKER = lazy_regex(
    r"(?:[.!?\"”»]?\s[/|]\s?|(?<=[\w.!?]{3}[.!?\"”»])\s(?:[A-Z]{2,5}\s?/\s?)?)"
    r"((?:[^\W\d_a-z][\w.’'-]+ ){1,2}[^\W\d_a-z][\w’'-]+)$"
)
"""Who took a picture, behind a stroke or the stop of its caption."""
_CREDIT_WORDS = 12
"""The credit behind a caption has so many words at most."""
_TOLD_WORDS, _AGAIN_WORDS = 4, 60
"""What a caption tells has so many words, or one that is long where words are not spaced."""
_BY = lazy_regex(r"[\s.,(/|–—-]*[^\W\d_a-z][\w.’'-]+ (?:\w+ )?[^\W\d_a-z][\w.’'-]+\s?/")
"""A name and a stroke, behind what a caption tells."""
_SEEN_WORDS, _POSE_WORDS, _LEAD_WORDS, _SEEN_LIKELY = 35, 10, 25, 0.6
"""So long is the text of a picture, so soon it says what somebody does on it; so long is a
paragraph above which a line without a stop is no sub-heading; and less likely of the article than
that the network finds what opens one seldom (guesses)."""
_STOPS, _CLOSING = (".", "!", "?", "…", "。", ":"), "'\"”’»)]"
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
_SIDES = frozenset(
    [
        *("left", "right", "center", "centre", "pictured", "clockwise", "links", "gauche"),
        *("izquierda", "sinistra", "esquerda", "vänster", "venstre", "lewej", "zleva", "направо"),
    ]
)
"""Without a bracket, one of these words is in what the pattern finds: most lines have none."""
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
_FEWEST_WORDS, _NAME_WORDS, _CREDITED = 6, 9, 0.85
_SHORT_WORDS, _CREDITED_SHORT = 15, 0.96
"""A caption above a credit of its own has so many words, such a credit so few, and the network
doubts it so much, or a little where it is short; a shorter sentence is the article's: "It was too
late.", with the credit of a picture below. Between blank lines such a pair is a caption and its
credit whatever the network thinks: all 11 on 2,261 train pages of copied text."""
_TAKEN_BY = lazy_regex(r"[(（]?[^。、\s]{2,14}\s?(?:撮影|供图|供圖|摄|攝)[)）]?")
"""Who took a picture, right below its caption. "Ann Reed (Ferrow)" is who wrote a letter, too."""
_HEADED_WORDS, _GOES_ON, _DOUBTED = 12, 5, 0.5
"""A paragraph has so many words, is so likely and so far below a credit: the name, kind and place
of what is pictured may stand between (guesses)."""
_ARCHIVED = frozenset(each.lower() for each in (*_ARCHIVES, "Icons8", "via"))
_ITEM = lazy_regex(r"\d{1,3}[.)]")
_AGED = lazy_regex(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3}, \d{2}")


def captions(page: PageLines, wanted: Sequence[int], likely: Sequence[float]) -> dict[int, Cause]:
    """Line index -> why it is a caption, for those of the `wanted` lines that say so by a sign.

    `likely` is for each line how likely the network takes it to be of the article.
    """
    found = paired(page, wanted, likely)
    named = _credited_names(page)
    for at in wanted:
        size = len(page.words[at])
        if size <= _NAME_WORDS and named and (name := _named_again(page, at, named)):
            found[at] = ("credit", f"another line of the page gives the credit to '{name}'")
        elif "/" in page.texts[at] and size <= _NAME_WORDS and _names_archive(page.texts[at]):
            found[at] = ("credit", "the line is an archive of pictures or a platform, and a name")
        if page.signed_end and at == page.signed_end[0]:
            continue
        if 0 < size <= _FIGURE_WORDS and (said := _sign(page, at)):
            found[at] = ("caption", said)
        elif _is_credited(page, at, likely):
            found[at] = ("caption", f"above the credit of a picture: '{page.texts[at + 1]}'")
        elif 2 < size <= _SCENE_WORDS and likely[at] < _SCENE_LIKELY:
            text = page.texts[at]
            if _ends_in_capitals(text):
                found[at] = ("caption", "a sentence, and behind it a credit in capitals")
            elif (by := _taker(text, page.language)) is not None:
                found[at] = ("caption", f"behind what it tells stands who took it: '{by}'")
            elif ("(" in text or "（" in text or not _SIDES.isdisjoint(page.words[at])) and (
                place := _PLACED.search(text)
            ):
                found[at] = ("caption", f"the line says where on a picture: '{place.group()}'")
            elif text[-5:-1].isdigit() and _DATED.search(text[-_END_CHARS:]):
                found[at] = ("caption", "the line ends in a weekday and a date, as captions do")
    return found


@once_a_page
def _credited_names(page: PageLines) -> frozenset[str]:
    """Who is named behind a label on lines that are credits of pictures: "Credit: Ferrow Post"."""
    labelled = (
        at
        for at, text in enumerate(page.texts)
        if ":" in text and len(page.words[at]) <= _NAME_WORDS and page.credit(at).photo
    )
    return frozenset(_phrase(page.texts[at].rpartition(":")[2]) for at in labelled) - {""}


def _named_again(page: PageLines, at: int, named: Container[str]) -> str:
    """The credit that a line is without its label, alone or before "/" and a name.

    Alone it stands below a paragraph, and above none: that may be a heading or an item of a list.
    """
    name, _, behind = page.texts[at].partition("/")
    above, under = page.words[max(at - 1, 0) : at], page.words[at + 1 : at + 2]
    long_above = any(len(words) >= _HEADED_WORDS for words in above)
    below = long_above and not any(len(words) >= _HEADED_WORDS for words in under)
    return name.strip() if (behind or below) and _phrase(name) in named else ""


def _names_archive(text: str) -> bool:
    """Is a line such a credit: "Getty Images / Ann Reed", "Ferrow TV / YouTube"?"""
    known = [part.strip(" .").lower() in _archives() for part in text.split("/")]
    return len(known) == 2 and any(known) and not all(known)


@cache
def _archives() -> frozenset[str]:
    """What pictures are taken from."""
    data = languages.read_data("cleaning/agencies.json")
    listed = f"{data['photo']['agencies']} | {data['platforms']}".split(" | ")
    return frozenset(name for name in listed if len(name) > 1)  # "36 / 72 x" names no platform


def _phrase(text: str) -> str:
    return " ".join(normalized_words(text))


def _is_credited(page: PageLines, at: int, likely: Sequence[float]) -> bool:
    """Is the line below a sentence only the credit of a picture, and of none that all may use?

    A paragraph of the article follows: above the sign of an agency stands the last one.
    """
    below, size = at + 1, page.sizes[at]
    if likely[at] >= _CREDITED_SHORT or below + 1 >= len(page.texts):
        return False
    long = _SCENE_WORDS if likely[at] < _CREDITED else _SHORT_WORDS
    if not _FEWEST_WORDS <= size <= long or not _is_told_of_picture(page, at):
        return False
    return page.credit(below).photo and any(
        likely[line] >= _DOUBTED
        and not page.hits(line)
        and (len(page.words[line]) >= _HEADED_WORDS or page.is_unspaced(line))
        for line in range(below + 1, min(len(page.texts), below + 1 + _GOES_ON))
    )


def _is_told_of_picture(page: PageLines, at: int) -> bool:
    """May a sentence be a caption, for the few words of the line below it?"""
    text, below = page.texts[at].rstrip(_CLOSING), page.words[at + 1]
    told = text.endswith((".", "。", "।")) and not _ITEM.match(text)
    return told and 0 < len(below) <= _NAME_WORDS and _ARCHIVED.isdisjoint(below)


def is_pair(page: PageLines, at: int) -> bool:
    """Are a line and the next, between blank lines, a caption of any length and its credit?"""
    lines = page.lines
    if at + 2 >= len(lines) or lines[at + 1].blank_before or len(page.words[at]) > _SCENE_WORDS:
        return False
    apart = lines[at].blank_before and lines[at + 2].blank_before
    if not apart or not _is_told_of_picture(page, at):
        return False
    return page.credit(at + 1).photo or _TAKEN_BY.fullmatch(page.texts[at + 1]) is not None


def leans(page: PageLines, at: int) -> bool:
    """Does a short sentence go on telling: "It was too late.", as no caption does?

    It opens on a pronoun, a connective or a verb; "das" may be an article, but for a verb behind.
    """
    words, known = page.words[at], _leaning(page.language)
    if not 0 < len(words) <= _NAME_WORDS:
        return False
    return words[0] in known.opening | _lists().nobody or (
        words[0] in known.articles and not known.finite.isdisjoint(words[1:2])
    )


def paired(page: PageLines, wanted: Sequence[int], likely: Sequence[float]) -> dict[int, Cause]:
    """Line index -> why it is a caption, for those that the line beside them tells of.

    `likely` as for `captions`.
    """
    found: dict[int, Cause] = {}
    for at in wanted:
        if likely[at] < _SEEN_LIKELY and (shown := _shown(page, at)):
            found |= dict.fromkeys(shown, ("caption", "what is to be seen on a picture"))
        elif again := _credited_again(page, at):
            found |= dict.fromkeys(again, ("caption", "the line stands twice, with a credit"))
    return found


def _sign(page: PageLines, at: int) -> str | None:
    text, words = page.texts[at], page.words[at]
    known = _lists()
    figure = _FIGURE.match(text) if words[0] in known.figures else None
    if figure is not None and figure[1].lower() in known.figures:
        return "the line begins with the number of a figure"
    if len(words) > _CAPTION_WORDS:
        return None
    if text[-1].isdecimal() and _AGED.fullmatch(text):
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


def _ends_in_capitals(text: str) -> bool:
    """Stands behind a sentence a credit in capitals: "... . ANN REED FOR THE POST"?

    A name has two words at least: "Orrin won the cup. FERROW FOR THE TITLE" shouts.
    """
    if not text.rstrip(" '\"”’»")[-3:].isupper():
        return False
    end = _CAPITALS.search(text)
    if (
        end is None
        or not end[1].isupper()
        or len(normalized_words(text[: end.start()])) < _TOLD_WORDS
    ):
        return False
    words = normalized_words(end[1])
    named = "/" in end[1] or not _lists().between.isdisjoint(words[2:-1])
    return named and 1 < len(words) <= _CREDIT_WORDS


def _taker(text: str, language: str) -> str | None:
    """The full name behind the stop or a stroke at the end of what a picture shows."""
    end = _TAKER.search(text[-_END_CHARS:]) if text[-1].isalpha() else None
    if end is None or len(normalized_words(text)) < _TOLD_WORDS + len(end[1].split()):
        return None
    return end[1] if is_full_name(end[1], language) else None


def _credited_again(page: PageLines, at: int) -> tuple[int, ...]:
    """A caption and the same right below, with who took the picture or without its brackets."""
    if not 0 < len(page.words[at]) <= _AGAIN_WORDS:
        return ()
    for first, second in ((at, at + 1), (at - 1, at)):
        if first < 0 or second >= len(page.texts):
            continue
        if page.words[first][:1] != page.words[second][:1]:
            continue  # most: what follows asks for the same words
        told, again = page.phrases[first], page.phrases[second]
        if told == again and page.texts[first][0] in "[(（【":
            return first, second
        rest = page.words[second][len(page.words[first]) :]
        if len(rest) > _CREDIT_WORDS or not again.startswith(f"{told} "):
            continue
        text = page.texts[second]
        signed = _ends_in_capitals(text) or _BY.match(text, len(page.texts[first]))
        if len(page.words[first]) >= _TOLD_WORDS and (signed or ends_in_labelled_credit(text)):
            return first, second
    return ()


def is_scene(page: PageLines, at: int) -> bool:
    """Does a line tell what is to be seen on a picture: "A man stands at a gate."?"""
    words, known = page.words[at], _lists()
    if not 3 < len(words) <= _SEEN_WORDS or words[0] not in known.seen:
        return False
    return page.texts[at].endswith(".") and not known.poses.isdisjoint(words[1:_POSE_WORDS])


def _shown(page: PageLines, at: int) -> tuple[int, ...]:
    """The text of a picture above its caption, "A man stands at a gate.", and the caption."""
    below = at + 1
    if (
        not is_scene(page, at)
        or below >= len(page.texts)
        or not 1 < len(page.words[below]) <= _SEEN_WORDS
    ):
        return ()
    if page.credit(below).photo or _sign(page, below):
        return (at, below)
    # in the middle of a text the line below may be a sub-heading
    above = any(len(page.words[line]) >= _LEAD_WORDS for line in range(at))
    fragment = not page.texts[below].rstrip(_CLOSING).endswith(_STOPS)
    return (at, below) if fragment and not above else ()


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
    seen: frozenset[str]
    """How the text of a picture begins."""
    poses: frozenset[str]
    """What is done on pictures."""
    nobody: frozenset[str]
    """What no picture shows."""
    between: frozenset[str]
    """What stands between who took a picture and for whom."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/pictures.json")
    figures, behind = (frozenset(data[name].split(" | ")) for name in ("figures", "behind"))
    seen, poses, nobody, between = (
        frozenset(normalized_words(data[name])) for name in ("seen", "poses", "nobody", "for")
    )
    last = frozenset(phrase.split()[-1] for phrase in behind)
    return _Lists(figures, behind, last, seen, poses, nobody, between)


class _Leaning(NamedTuple):
    opening: frozenset[str]
    """Pronouns, connectives and verbs."""
    articles: frozenset[str]
    finite: frozenset[str]


@cache
def _leaning(language: str) -> _Leaning:
    listed = languages.read_data("summary/openers.json").get(language, {})
    articles, finite, *others = (
        frozenset(listed.get(kind, "").split())
        for kind in ("definite", "finite", "pronouns", "connectives")
    )
    return _Leaning(finite.union(*others) - articles, articles, finite)
