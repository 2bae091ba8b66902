"""Offers, requests and references between the paragraphs of an article, and what widgets leave.

"Contact us today", "For more information, visit ...", "View this post on Instagram", "$30 from
Lowe's": they are written in sentences or stand where paragraphs stand, so networks keep many. The
words are in `data/cleaning/offers.json`, for all languages at once.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.furniture.asides import SENTENCES
from newsclean.cleaning.lines.phrases import as_compared, normalized_words
from newsclean.cleaning.selection.phrase_lists import PhraseList
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause

_OFFER_WORDS, _SAYING_WORDS, _REFERRING_WORDS, _WIDGET_WORDS = 90, 45, 35, 45
"""The most words of each kind of line (guesses)."""
_LINK_WORDS = 4
"""A title behind ">>" has so many at least; a prompt of a shell has fewer."""
_REFERS = "the line only refers to more"
_SURE = 0.88
"""Where the network is so sure, a reference to more is the article's own, and so is a paragraph
that opens with a question and ends in a call: a guide's step ("If you have no account, sign up
there first, then ...") or how a firm's post ends. On 620 train pages of guides and posts 25 such
lines are the article's and none is not; of news two and none."""
_SURE_SAID = 0.93
"""The same of a phrase within a line: on 2,261 train pages 7 lines that are as likely are the
article's and 4 are not."""
_ADDRESS = lazy_regex(r"https?:|www\.|\w\.(?:com|org|net|de|at|ch|eu)\b")
_SAYS = "the line says"
_ASKS = "' and says '"
_CALLS = " and offers "
_FEW_ENTRIES, _MANY = 3, 4
"""So many lines of one kind are a list of the article (guesses)."""
_PIECES, _HALF = lazy_regex(r"(?<=[.!?…])\s+|\s[|•]\s|[()]"), 2
"""What sentences and asides of a line are divided by."""
_QUOTES = lazy_regex('["“”„«»]')
_ARROWS = lazy_regex(r"(?:>{2,}|»{2,})\s?[^\W\d_a-z]|\[?>>+\s?(?:www\.|https?:)")
"""Signs before a link, and a capital behind them: a Python prompt has small letters."""
_PRICE = (
    r"(?:(?i:from|only|now|ab|nur|jetzt|dès|desde|da|vanaf|od|от)\s)?"
    r"(?:(?:US|CA|AU)?[$£€]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[€£])"
)
_NAMED = lazy_regex(rf"([^\W\d_a-z][\w.'’&-]{{1,20}}(?: [\w.'’&-]{{1,20}})?) {_PRICE}")
"""A shop and its price: "Lowe's $30"."""
_PRICED = lazy_regex(
    rf"{_PRICE}(?:\s?[-–]\s?[$£€]?\d[\d.,]{{0,9}})?"
    r"(?:\s(?:at|from|on|bei|auf|chez|sur|en|su|bij|på|hos)\s\S.{1,30})?"
)
_SOLD = lazy_regex(
    r"(?i:pre-?order|buy|shop|order|get|see|check)(?i: it| now| price| today)*"
    r" (?i:at|from|on) [^\W\d_a-z][^.!?:]{1,40}"
)
_TAGGED = lazy_regex(r"[\[(（【](?:PR|AD|Ad|Pub|PUB|Publi|Anzeige|Reklame|Werbung|広告)[\])）】]")
"""What only says that something paid stands below."""
_TAG_CHARS = 9
_ARROW_SIGNS = "→»►▶"
_ARROW = lazy_regex(rf"[{_ARROW_SIGNS}]\s[^\W\d_a-z]")
_ARROW_WORDS = (5, 24)
"""So many words has a title behind one sign; with another such line beside it, it is an item."""
_CALL_WORDS = 24
"""So long is a sentence that offers a trial (a guess)."""
_FEE_BEHIND = 3
"""So many blanks may follow what members pay."""
_FEW_PRICES, _CARD_WORDS, _CARD_LIKELY = 2, 9, 0.75
"""So many prices make a page one with cards of goods; the lines of a card are short, and the
network is not sure of them (guesses)."""
_ROWS = 3
"""So many lines with a name and a price, one below the other, are a table (a guess)."""
_STOPS = (".", "!", "?", "…", "。", ":", "：", ",", ";")


def offers(page: PageLines, wanted: Sequence[int], likely: Sequence[float]) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for those of the `wanted` lines that say so.

    `likely` is for each line how likely the network takes it to be of the article.
    """
    found: dict[int, Cause] = {}
    for at in wanted:
        words = page.words[at]
        if not 0 < len(words) <= _OFFER_WORDS or not (cause := _cause(page.texts[at], words)):
            continue
        sure = {_REFERS: _SURE, _SAYS: _SURE_SAID, _ASKS: _SURE}
        if likely[at] < next((sure[how] for how in sure if how in cause[1]), 1):
            found[at] = cause
    entries = {at for at in found if _ADDRESS.search(page.texts[at]) and _refers(found[at])}
    said = Counter(cause for at, cause in found.items() if len(page.words[at]) <= _CARD_WORDS)
    if len(entries) < _FEW_ENTRIES:
        entries = set()
    # lists of places to turn to with their addresses, of parts to load ("Section 2: Click here")
    calls = [at for at in found if _CALLS in found[at][1]]
    entries |= set(calls if len(calls) >= _FEW_ENTRIES else ())
    entries |= {at for at in found if said[found[at]] >= _MANY and _SAYS in found[at][1]}
    found = {at: cause for at, cause in found.items() if at not in entries}
    for at, cause in (*_goods(page, wanted, likely), *_pointed(page, wanted)):
        found.setdefault(at, cause)
    return found


def _cause(text: str, words: Sequence[str]) -> Cause | None:
    known = _lists()
    if len(text) <= _TAG_CHARS and _TAGGED.fullmatch(text):
        return "advertisement", f"the line is '{text}'"
    if words[0] in known.calls and (offered := _trial(text, words)):
        return "advertisement", f"the line begins with '{words[0]}'{_CALLS}'{offered}'"
    may_join = len(words) <= _CALL_WORDS and not known.joins.isdisjoint(words)
    if may_join and (asked := _membership(text)):
        return "donation appeal", f"a sentence asks to join or give, and says '{asked}'"
    if text[0] in "[>»" and len(words) >= _LINK_WORDS and _ARROWS.match(text):
        return "related articles", f"the line begins with '{text[:2]}', as links do"
    if len(words) <= known.button_words and " ".join(words) in known.buttons:
        return "form or button", f"the line is the button '{text}'"
    if words[0] in known.first:
        if len(words) <= _WIDGET_WORDS:
            for reason, phrases in known.widgets:
                if said := phrases.opening(words):
                    return reason, f"the line begins with '{said}'"
        refers = len(words) <= _REFERRING_WORDS and text[-1] not in ":："
        said = known.refers.opening(words) if refers else None
        if said and not SENTENCES.search(text):
            return "related articles", f"{_REFERS}: '{said}'"
    may_say = len(words) <= _SAYING_WORDS and not known.says.telling.isdisjoint(words)
    if not (may_say or words[0] in known.first):
        return None
    if _QUOTES.search(text) or text[-1] in ":：":
        return None
    if may_say and (said := _said(text, words, known.says)):
        return "advertisement", f"{_SAYS} '{said}'"
    if words[0] in known.first and (opened := known.opens.opening(words)):
        behind = words[opened.count(" ") + 1 :]
        if said := _inside(behind, known.asks):
            return "advertisement", f"the line begins with '{opened}{_ASKS}{said}'"
    return None


def _trial(text: str, words: Sequence[str]) -> str | None:
    """What is offered for a time, with its price: "three months for $1", "free for 30 days"."""
    if len(words) > _CALL_WORDS or _QUOTES.search(text) or ":" in text:
        return None
    # "Now customers pay 9 euros for three months." and "..., he told them" are an article's
    known = _lists()
    told = words[0] in known.adverbs and text.endswith(_STOPS)
    told = told or ("," in text and words[0] not in known.subscribes)
    timed = "%" in text or not known.timed.isdisjoint(words)
    found = known.trial.search(text) if timed and not told else None
    return found[0] if found else None


_NOUNS, _OURS = ("support", "steun"), ("us", "our", "ons", "onze")


def _membership(text: str) -> str | None:
    """What members pay, where the last sentence asks to become one: "from £4 a month"."""
    if not any(map(str.isdigit, text)):
        return None
    known, last = _lists(), _PIECES.split(text.rstrip(".!"))[-1]
    own = normalized_words(last)
    asks = own[:1] and own[0] in known.joins
    # "Support starts at $40 a month": a noun, and the article's
    if asks and own[0] in _NOUNS:
        asks = own[1:2] and own[1] in _OURS
    found = known.fee.search(last) if asks else None
    # "Join for £4 a month, the chairman told them" is the article's
    return found[0] if found and last[found.end() :].count(" ") <= _FEE_BEHIND else None


def _pointed(page: PageLines, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Titles behind an arrow, alone between paragraphs."""
    low, high = _ARROW_WORDS
    pointed = {
        at for at in wanted if page.texts[at][0] in _ARROW_SIGNS and _ARROW.match(page.texts[at])
    }
    for at in pointed:
        alone = at - 1 not in pointed and at + 1 not in pointed
        text = page.texts[at].rstrip("'\"”’»)")
        if alone and low <= len(page.words[at]) <= high and not text.endswith(_STOPS):
            yield at, ("related articles", f"the line begins with '{text[0]}', as links do")


def _said(text: str, words: Sequence[str], phrases: _Phrases) -> str | None:
    """A phrase in a sentence that is half of the line: not in a link behind it, or in brackets."""
    if _inside(words, phrases) is None:
        return None
    for piece in _PIECES.split(text):
        own = normalized_words(piece)
        # a call stands at the end: "All the news of the port. Follow us!"
        asks = piece.endswith(("!", "！")) and text.endswith(piece)
        if (asks or _HALF * len(own) >= len(words)) and (said := _inside(own, phrases)):
            # "Tell us your story, the judge said": somebody's words in the article
            return None if f"{said}," in piece.lower() else said
    return None


def _refers(cause: Cause) -> bool:
    return cause[1].startswith(_REFERS)


def _goods(
    page: PageLines, wanted: Sequence[int], likely: Sequence[float]
) -> Iterator[tuple[int, Cause]]:
    """Prices and shops on lines of their own, with the short lines of their cards."""
    texts = page.texts
    dear = frozenset(at for at in wanted if _has_price(texts[at]))  # few pages have any
    priced = {at for at in dear if _PRICED.fullmatch(texts[at])}
    priced |= set(_shops(texts, wanted, dear))
    sold = {at for at in wanted if _SOLD.fullmatch(texts[at])}
    picks = _lists().picks
    for at in sorted(sold):
        if page.phrases[at - 2] in picks and {at - 2, at - 1} <= set(wanted):
            for line in (at - 2, at - 1, at):
                yield line, ("advertisement", f"the card of an offer: '{texts[at]}'")
    # bare prices are the cells of tables, unless shops are named beside others
    if sum(any(map(str.isalpha, texts[at])) for at in priced | sold) < _FEW_PRICES:
        return
    told = priced | sold
    for at in sorted(told):
        yield at, ("advertisement", f"an offer of goods: '{texts[at]}'")
    kept = set(wanted)
    for at in sorted(priced):
        name, shop = at - 1, at + 1
        bare = not any(map(str.isalpha, texts[at]))
        if not bare or any(
            near not in kept or near in told or not _is_of_card(page, near, likely)
            for near in (name, shop)
        ):
            continue
        for near in (name, shop):
            yield near, ("advertisement", f"beside the price '{texts[at]}' of an offer")
        if name - 1 in kept and _is_of_card(page, name - 1, likely):
            yield name - 1, ("advertisement", f"above the price '{texts[at]}' of an offer")


def _has_price(text: str) -> bool:
    return "$" in text or "£" in text or "€" in text


def _shops(texts: Sequence[str], wanted: Sequence[int], dear: frozenset[int]) -> Iterator[int]:
    """Lines of a shop and its price; rows of a table, each with another name, are none."""
    run: list[tuple[int, str]] = []
    for at in (*wanted, None):
        named = _NAMED.fullmatch(texts[at]) if at in dear else None
        if at is not None and named:
            run.append((at, named[1]))
            continue
        if len(run) < _ROWS or len({name for _, name in run}) < len(run):
            yield from (place for place, _ in run)
        run = []


def _is_of_card(page: PageLines, at: int, likely: Sequence[float]) -> bool:
    """Is a line the name of an article on sale, or of its shop?"""
    few = 0 < len(page.words[at]) <= _CARD_WORDS
    return few and likely[at] < _CARD_LIKELY and not page.texts[at].endswith(_STOPS)


class _Phrases(NamedTuple):
    """Phrases that are looked for anywhere in a line."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    telling: frozenset[str]
    """The longest word of each: most lines have none of these."""


def _inside(words: Sequence[str], phrases: _Phrases) -> str | None:
    """One of the phrases that stands anywhere among the words."""
    if phrases.telling.isdisjoint(words):
        return None
    for at in compress(count(), map(phrases.by_first.__contains__, words)):
        for phrase in phrases.by_first[words[at]]:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return " ".join(phrase)
    return None


class _Lists(NamedTuple):
    opens: PhraseList
    asks: _Phrases
    says: _Phrases
    refers: PhraseList
    buttons: PhraseList
    button_words: int
    """So many words has the longest of these."""
    widgets: tuple[tuple[str, PhraseList], ...]
    first: frozenset[str]
    """The first words of what lines begin with."""
    picks: frozenset[str]
    """The labels of cards with one thing on sale."""
    calls: frozenset[str]
    """How a call to subscribe, buy or try begins."""
    subscribes: frozenset[str]
    """Who is called on so is a reader, whatever follows a comma."""
    joins: frozenset[str]
    """How a sentence begins that asks for members."""
    fee: re.Pattern[str]
    """A price for each month."""
    adverbs: frozenset[str]
    """Calls that begin as many sentences of articles."""
    trial: re.Pattern[str]
    timed: frozenset[str]
    """The months and weeks of what it finds, "a month" in one word, too."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/offers.json")
    opens, asks, says, refers = (
        _listed(*data[kind].values()) for kind in ("opens", "asks", "says", "refers")
    )
    widgets = tuple((reason, _listed(listed)) for reason, listed in data["widgets"].items())
    begins = (opens, refers, *(listed for _, listed in widgets))
    return _Lists(
        opens,
        _anywhere(asks),
        _anywhere(says),
        refers,
        buttons := _listed(data["buttons"]),
        max(buttons.values()),
        widgets,
        frozenset(phrase.split(" ", 1)[0] for listed in begins for phrase in listed),
        frozenset(_listed(data["picks"])),
        frozenset(normalized_words(data["calls"])),
        frozenset(normalized_words(data["subscribes"])),
        frozenset(normalized_words(data["joins"])),
        _fee(data),
        frozenset(normalized_words(data["adverbs"])),
        _trials(data),
        frozenset(
            f"{each}{period}"
            for each in ("", *data["each"].split())
            for period in f"{data['periods']} {data['monthly']}".split()
        ),
    )


def _price(data: dict[str, str]) -> str:
    currencies = "|".join(map(re.escape, data["currencies"].split()))
    return rf"(?:{_PRICE}|\d[\d.,]* ?(?:{currencies}))"


def _fee(data: dict[str, str]) -> re.Pattern[str]:
    """A price with what it is paid for, "a month" or "monthly"."""
    at, each, periods, monthly = (
        "|".join(data[kind].split()) for kind in ("at", "each", "periods", "monthly")
    )
    return lazy_regex(
        rf"\b(?:{at}) {_price(data)} ?(?:(?:(?:{each}|/) ?)(?:{periods})|{monthly})\b",
        re.IGNORECASE,
    )


def _trials(data: dict[str, str]) -> re.Pattern[str]:
    """A number of weeks or months at a price or for nothing, and a price for each of them."""
    numbers, periods, at, free = (
        "|".join(sorted(set(data[kind].split()), key=len, reverse=True))
        for kind in ("numbers", "periods", "at", "free")
    )
    time, price = rf"(?:\d{{1,3}}|{numbers}) (?:{periods})", _price(data)
    return lazy_regex(
        rf"\b{time}\b[^.!?]{{0,40}}? (?:{at}) (?:(?:{at}) )?{price}"
        rf"|\b(?:{free}) (?:{at}) {time}\b|\b{time} (?:{free})\b|{_fee(data).pattern}"
        rf"|\d{{1,2}} ?% (?:on|off|de|auf|sur) [^.!?]{{0,12}}(?:{periods})\b",
        re.IGNORECASE,
    )


def _listed(*written: str) -> PhraseList:
    phrases = as_compared([phrase for listed in written for phrase in listed.split(" | ")])
    return PhraseList((phrase, phrase.count(" ") + 1) for phrase in phrases)


def _anywhere(phrases: PhraseList) -> _Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return _Phrases(found, frozenset(max(phrase.split(), key=len) for phrase in phrases))
