"""Lines around the paragraphs of pages in other languages than English and German: they go.

Tags below their bare label, the card of another article with its "read more", a notice on rights,
a teaser that is told again below it, captions and credits of Chinese, Japanese and Korean pages,
the article printed a second time. The words are in `data/cleaning/boxes.json`, for all languages
at once; the shapes ask for no language.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import is_signature
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_TAG_WORDS, _MOST_TAGS = 5, 25
_PROSE_WORDS, _PROSE_CHARS = 15, 40
"""A paragraph has so many words, or characters where words are not spaced (guesses)."""
_LEGAL_LINES, _LEGAL_WORDS = 5, 70
"""So near the end of what is kept stands a notice on rights, and so long is it (guesses)."""
_SITE_CHARS = 14
"""The name of the site in front of "声明：" ends by here (a guess)."""
_FEWEST = 4
"""A text of fewer kept lines may be the card or the notice and nothing else."""
_TITLE_WORDS, _STEM_CHARS, _TOLD_CHARS = 20, 4, 10
"""A title, the part of a word that stays, and what two texts do not share by chance (guesses)."""
_CAPTION_CHARS, _CREDIT_CHARS = 140, 50
_STOPS, _CLOSING = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔"), "'\"”’»)]」』】）"
_LEADING = "[(【「『▶►➡→»>•·*■●◎※▲△-–—（ "
_MARKS = " :：】」』)）]│|—-"
_LINK_MARKS = " »›>→≫＞…)]）】"
_ALONE_WORDS = 15
_AGENCY_AND_NAME = lazy_regex(
    r"[.!?\"”»)]\s?(?:EFE|REUTERS|Reuters|AFP|AP|EPA|ANSA|LUSA|PAP|ТАСС|РИА Новости)"
    r"(?:\s?/\s?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}){1,2}\.?$"
)
"""Behind a sentence: "... en Madrid. EFE/ J.J. Guillén"."""
_UNSPACED_END = lazy_regex(
    r"[）)」]\s?＝[^＝。、]{1,12}$"
    r"|[^＝=。]{6}[＝=][^＝=。「」]{0,16}(?:\d日(?:午前|午後|朝|夜|未明|夕)?|[市区町村県都府][^＝=。、「」]{0,6}|で)$"
    r"|다\.\s?(?:[\uac00-\ud7af]{2,4} (?:선임)?기자|연합뉴스|뉴시스|뉴스1|로이터|공동취재단?"
    r"|사진공동취재단|게티이미지\S{0,4})(?:[·/= ]\s?[^.\s]{1,10})?$"
)
"""Captions in Japanese ("...国民（ソウルで）＝ＡＰ") and Korean ("... 연설하고 있다. 뉴시스")."""
_UNSPACED_SIGN = lazy_regex("[\u1100-\U0010ffff]")
"""Such a line, and one with a word of `photo_labels` or `photo_ends`, has a character from here."""
_PHOTO_END = lazy_regex(
    r"\snuotr\.?[)\]]?$|[.,|/]\s(?:Ảnh|ภาพ|Φωτ[οό]|ΦΩΤΟ):\s?[^.:]{2,40}\.?$"
    r"|\s(?:Ljósmynd|Skjáskot|Mynd)/[^/.]{2,40}$"
)
"""The same in Lithuanian, Vietnamese, Thai, Greek and Icelandic."""
_SAID_WORDS = 6
"""A label above links has fewer words (a guess)."""
_POINTER = lazy_regex(
    r"[^。！？.!?]{4,60}(?:>{2,}|＞＞|》》|≫|→)\s?(?:[（(【\[][^（）()【】\[\]]{0,24}[)）】\]]?)?$"
)
"""A few words and ">>": a link to elsewhere."""


def boxes(record: PageRecord, known: Container[int]) -> dict[int, Cause]:
    """Line index -> why a kept line is of no paragraph; `known` are those that go already."""
    page = record.page
    kept = [at for at, keep in enumerate(record.kept) if keep and at not in known]
    found: dict[int, Cause] = {}
    if len(kept) < _FEWEST:
        return found
    for part in (_teasers, _cards, _legal, _pointers, _pictures, _signatures, _tags, _again):
        for at, cause in part(page, kept):
            found.setdefault(at, cause)
    return found


def with_checked(record: PageRecord, stay: Collection[int]) -> PageRecord:
    """The record with these lines kept too, but for those that a box explains."""
    found = record.with_kept(stay)
    if not stay:
        return found
    causes = {at: cause for at, cause in boxes(found, ()).items() if at in stay}
    return found.without_causes(causes)


def _teasers(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """What tells the article in brief, in words that stand below again: "本文导读：…"."""
    openings = _lists().teaser
    for at in kept[:3]:
        bare = page.texts[at].lstrip(_LEADING)
        label = next((opening for opening in openings if bare.startswith(opening)), None)
        if label is None or bare[len(label) : len(label) + 1] not in tuple(_MARKS):
            continue
        told = bare[len(label) + 1 :]
        pieces = {told[start : start + _TOLD_CHARS] for start in range(len(told) - _TOLD_CHARS + 1)}
        if any(piece in page.texts[below] for below in kept if below > at for piece in pieces):
            yield at, ("standfirst", f"begins with '{label}', and stands below again")


def _cards(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """A teaser that ends in "czytaj więcej", and above it the title that it tells of."""
    for at in kept[1:]:
        above, ending = at - 1, _card_end(page, at)
        if ending is None or above <= kept[0] or not _titles(page, above, at):
            continue
        yield at, ("related articles", f"the line ends in '{ending}'")
        yield above, ("related articles", f"the title of what ends in '{ending}'")


def _titles(page: PageLines, above: int, at: int) -> bool:
    """Is a line no sentence, and does the teaser below it tell of the same?"""
    if page.texts[above].rstrip(_CLOSING).endswith(_STOPS):
        return False
    title, teaser = (
        # the first letters: in many languages a word ends otherwise in another case
        {term[:_STEM_CHARS] for term in page.terms(line) if len(term) > 1}
        for line in (above, at)
    )
    shared = len(title & teaser)
    return len(title) <= _TITLE_WORDS and shared > 1 and 3 * shared >= len(title)


def _card_end(page: PageLines, at: int) -> str | None:
    """The words that end a teaser, behind the end of its sentence."""
    text = page.texts[at].rstrip(_LINK_MARKS)
    known = _lists()
    if not text or text[-1] not in known.card_last:
        return None
    lower = text.lower()
    if not lower.endswith(known.card_end):
        return None
    for ending in known.card_end:
        if lower.endswith(ending) and len(text) > 2 * len(ending):
            before = text[: -len(ending)].rstrip(" »›>→≫＞[(（【")
            if before.rstrip(_CLOSING).endswith(_STOPS):
                return ending
    return None


def _legal(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Notices on rights and liability at the end."""
    known = _lists()
    for at in kept[-_LEGAL_LINES:]:
        words, bare = page.words[at], page.texts[at].lstrip(_LEADING)
        if not words or len(words) > _LEGAL_WORDS or at == kept[0]:
            continue
        of_rights = any(hit.reason == "copyright" for hit in page.hits(at))
        site = max(0, bare.find("声明：", 0, _SITE_CHARS)) if of_rights else 0
        if bare.startswith(known.legal_unspaced, site):
            label = next(one for one in known.legal_unspaced if bare.startswith(one, site))
            yield at, ("copyright", f"the line begins with '{label}'")
        elif words[0] in known.legal_first:
            opened = (" ".join(words[:size]) for size in range(2, 7))
            label = next((one for one in opened if one in known.legal), "")
            if label:
                yield at, ("copyright", f"the line begins with '{label}'")


def _pointers(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    steps = 0
    for at in kept[1:]:
        text = page.texts[at]
        marked = ">>" in text or "→" in text or "＞＞" in text or "》》" in text or "≫" in text
        if text.endswith("→") and (at == steps or _announces_steps(page, at - 1)):
            steps = at + 1
        elif marked and _POINTER.fullmatch(text):
            yield at, ("related articles", "a few words and the sign of a link")


def _announces_steps(page: PageLines, at: int) -> bool:
    """Is a line a sentence on what follows: "I wrote it down as follows:", above "Read them →"?"""
    said = len(page.words[at]) >= _SAID_WORDS and not page.hits(at)
    return said and page.texts[at].endswith((":", "："))


def _pictures(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Credits with a label and a bar, captions that end in who gave the picture."""
    for at in kept:
        text = page.texts[at]
        end = text[-_CREDIT_CHARS:]
        if "/" in end and _AGENCY_AND_NAME.search(end):
            yield at, ("caption", "the line ends in an agency and a photographer")
        elif ("/" in end or ":" in end or "nuotr" in end) and _PHOTO_END.search(end):
            yield at, ("caption", "the line ends in the credit of a picture")
        if text.isascii() or len(text) > _CAPTION_CHARS or not _UNSPACED_SIGN.search(text):
            continue
        labelled, ended = _picture_forms()
        if len(text) <= _CREDIT_CHARS and labelled.match(text) and not text.endswith(_STOPS):
            yield at, ("credit", "the line names who made the picture")
        elif ended.search(text):
            yield at, ("caption", "the line ends in who gave the picture")
        elif _UNSPACED_END.search(text):
            yield at, ("caption", "the line ends in the credit of a picture")
    staying, alone = set(kept), _lists().photo_alone
    for at in kept[1:]:
        # "Zdjęcie" on a line of its own, and the caption below it
        if page.phrases[at - 1] not in alone or at - 1 < kept[0]:
            continue
        if len(page.words[at]) <= _ALONE_WORDS and not page.texts[at].endswith(_STOPS):
            yield at, ("caption", f"below '{page.texts[at - 1]}' on a line of its own")
            if at + 1 in staying and page.texts[at + 1].startswith("/"):
                yield at + 1, ("credit", "below a caption, behind a stroke")


def _signatures(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """A line that is only "本报记者 高薇": where it stands in the text, nothing else is on it."""
    for at in kept if page.reported else ():
        if is_signature(page.texts[at]):
            yield at, ("byline", "the line is only who reports")


def _tags(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Short lines below a label of tags, where no paragraph follows them."""
    labels = _lists().tags
    staying = set(kept)
    for head, phrase in enumerate(page.phrases):
        if phrase not in labels:
            continue
        run = list(
            itertools.takewhile(
                lambda at: _is_tag(page, at),
                range(head + 1, min(len(page.texts), head + 1 + _MOST_TAGS)),
            )
        )
        below = [at for at in kept if run and at > run[-1]]
        if not any(_is_prose(page, at) for at in below):
            for at in run:
                if at in staying:
                    yield at, ("navigation", f"follows '{page.texts[head]}'")


def _is_tag(page: PageLines, at: int) -> bool:
    text, words = page.texts[at], page.words[at]
    return 0 < len(words) <= _TAG_WORDS and len(text) <= _CREDIT_CHARS and text[-1] not in "。.!?："


def _is_prose(page: PageLines, at: int) -> bool:
    if page.is_unspaced(at):
        return len(page.texts[at]) >= _PROSE_CHARS
    return len(page.words[at]) >= _PROSE_WORDS


def _again(page: PageLines, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """The paragraphs of an article that is printed a second time below itself."""
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for number, at in enumerate(kept):
        if _is_prose(page, at):
            phrase = page.phrases[at]
            if phrase in first:
                pairs.append((first[phrase], number))
            else:
                first[phrase] = number
    places = [before for before, _ in pairs]
    if len(pairs) < 2 or places[-1] >= pairs[0][1] or places != sorted(set(places)):
        return  # a line told twice is a teaser or a refrain, and in another order a plan or a list
    if 2 * len(pairs) <= pairs[-1][1] - pairs[0][1]:
        return  # most of what stands between them is new: an answer repeats what the text told
    for _, number in pairs:
        yield kept[number], ("repeated line", "the article is printed a second time")


class _Lists(NamedTuple):
    teaser: tuple[str, ...]
    legal: frozenset[str]
    legal_first: frozenset[str]
    legal_unspaced: tuple[str, ...]
    card_end: tuple[str, ...]
    card_last: frozenset[str]
    """The last letters of what ends a card."""
    tags: frozenset[str]
    photo_alone: frozenset[str]


_UNSPACED = ("zh", "ja", "th", "ko")


def _longest_first(listed: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(set(listed), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/boxes.json")
    legal = {code: listed.split(" | ") for code, listed in data["legal"].items()}
    ends = _longest_first(
        phrase for listed in data["card_end"].values() for phrase in listed.split(" | ")
    )
    spaced = frozenset(
        " ".join(normalized_words(phrase))
        for code, phrases in legal.items()
        if code not in _UNSPACED
        for phrase in phrases
    )
    tags = languages.read_data("cleaning/asides.json")["tags"].values()
    return _Lists(
        teaser=_longest_first(
            phrase for listed in data["teaser"].values() for phrase in listed.split(" | ")
        ),
        legal=spaced,
        legal_first=frozenset(phrase.partition(" ")[0] for phrase in spaced),
        legal_unspaced=_longest_first(
            phrase for code in _UNSPACED for phrase in legal.get(code, ())
        ),
        card_end=ends,
        card_last=frozenset(form for phrase in ends for form in (phrase[-1], phrase[-1].upper())),
        photo_alone=frozenset(
            " ".join(normalized_words(phrase)) for phrase in data["photo_alone"].split(" | ")
        ),
        tags=frozenset(
            " ".join(normalized_words(phrase)) for listed in tags for phrase in listed.split(" | ")
        ),
    )


@cache
def _picture_forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = languages.read_data("cleaning/boxes.json")
    labels, ends = (
        "|".join(map(re.escape, _longest_first(iter(data[kind].split(" | ")))))
        for kind in ("photo_labels", "photo_ends")
    )
    return (
        re.compile(rf"[（(▲△◎■ ]?(?:{labels})\s?[╱/／:：︰∕]\s?\S"),
        re.compile(rf"[（(［\[【][^（）()［\]【】。]{{1,24}}(?:{ends})[)）］\]】]$"),
    )
