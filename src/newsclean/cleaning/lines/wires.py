"""What news agencies print around a text: codes, slugs, keywords, and who signs it at the end.

"FRA0412 4 GI 0231 FRA /AFP-XY12", "AP-US--Old Diaries", "Bahn/Verkehr/Tourismus", "jlr/mga",
"... will begin in June. AFP". Agencies in Slavic languages, and those that follow them, name the
place that a correspondent writes from below the text: "Z Lizbony Marcin Zatyka".
"""

from __future__ import annotations

from functools import cache

from newsclean import languages
from newsclean.cleaning.lines.bylines import is_known_first_name
from newsclean.cleaning.lines.credits import is_agency_name
from newsclean.patterns import lazy_regex

_SLUG_CHARS = 90
_CODE = lazy_regex(
    r"[A-Za-z]{3}\d{3,4} \d [A-Za-z]{2}\b[^!?]{0,70}|(?:ZCZC|NNNN)\S{0,12}"
    r"|[A-Z]{2,3}\d{4,5}_[A-Z0-9_]{3,12}"
    r"|[A-Z]{2,3}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{3}|[A-Z]{3}\d{4}\s+\d{4}-\d\d-\d\d/\d\d:\d\d"
)
"""The number of a text and the desk that it is of, in the forms of AFP, APA, dpa, ANSA and AP."""
_CAPITALS = lazy_regex(
    r"(?:\^|BC-|AM-|PM-)[A-Z0-9][A-Z0-9-]+(?:[ ,/(].{0,60})?"
    r"|[A-Z][A-Z0-9.&]+(?:[-/][A-Z0-9.&]+){2,}(?:-\d+)?(?:\s?\([^()]{1,40}\))?"
    r"|[A-Z][A-Z0-9.&-]+/[A-Z0-9.&/-]*\s?\([^()]{1,40}\)"
)
_FIRM = lazy_regex(
    r"[^.:!?,]{2,60},? (?:G?mbH|AG|KG|SE|eG|e\.\s?V\.|Ltd\.?|Inc\.?|LLC|PLC|plc|Corp\.?"
    r"|S\.?A\.?S?|S\.?[Pp]\.?A\.?|S\.?[Rr]\.?[Ll]\.?|S\.?L\.?|[BN]\.?V\.?|AB|A/S|ASA|Oyj?"
    r"|sp\. z o\.\s?o\.)"
)
"""A name that ends in the legal form of a firm or a society."""
_FILED = lazy_regex(
    r"(?:BC-)?[A-Z]{2,4}(?:-[A-Z]{2,4})?--\S.{3,60}"
    r"|(?P<topic>[^\W\d_][^\d().:!?]{3,40}) \([^\W\d_]{4,16}(?: [^\W\d_]{2,12})?\)"
)
_KEYWORDS = lazy_regex(
    r"[^\W\d_]{3,20}(?:/[^\W\d_]{3,20})+/|[^\W\d_]{3,20}(?:[/-][^\W\d_]{3,20}){2,7}(?:,[A-Z]{3,12})?"
)
"""Topics with a stroke or a hyphen between them, and not one blank."""
_FORMS = r"[a-zа-яёіїє]{2,4}(?:\s?[-/]\s?[a-zа-яёіїє]{1,4}){0,4}"
_INITIALS = lazy_regex(
    rf"(?:(?:\([^\W\d_]{{4,12}}\)|-0-)\s)?{_FORMS.replace('0,4', '1,4')}/?(?:\s[a-z]{{2}})?=?"
    rf"|-0-(?:\s{_FORMS})?|[A-Z]{{2,4}} \([A-Z]{{2,4}}\) // [A-Z]{{2,4}}"
)
"""Who wrote and edited a text; "-0-" is its end."""
_SIGNED = lazy_regex(
    r"[.!?…][\"“”»’)\]]{0,2}(\s[-–—/(\[]{0,3}\s?([^\W\d_][^.!?()\d]{1,24})[)\]/]{0,2}\.?)$"
)
_LONGEST_SIGNATURE = 34

_MOST_CHARS = 60
"""A longer line is a sentence (a guess)."""
_MOST_PLACE_WORDS, _NAME_WORDS = 3, (2, 3)
_WORD = lazy_regex(r"[^\W\d_][\w.’'-]*")


def read_sender(text: str) -> str | None:
    """The name behind "from" and a place, on a line that has nothing else.

    >>> read_sender("Z Lizbony Marcin Zatyka")
    'Marcin Zatyka'
    >>> read_sender("Z Lizbony przyleciał w środę")
    """
    if len(text) > _MOST_CHARS:
        return None
    first, *rest = text.strip(" ()[].").replace(",", " ").replace("–", " ").split() or [""]
    if first.lower() not in _openings() or not all(map(_is_capitalized, rest)):
        return None
    for at in range(1, min(len(rest), _MOST_PLACE_WORDS + 1)):
        name = rest[at:]
        if _NAME_WORDS[0] <= len(name) <= _NAME_WORDS[1] and is_known_first_name(" ".join(name)):
            return " ".join(name)
    return None


def is_code(text: str) -> bool:
    """Is a line the number of a text, which an agency counts its texts by?

    >>> is_code("FRA0412 4 GI 0231 FRA /AFP-XY12")
    True
    """
    formed = text[3:4].isdigit() or "-" in text[2:4] or text.startswith(("ZCZC", "NNNN"))
    if not formed or len(text) > _SLUG_CHARS:
        return False
    told = any(map(str.isupper, text[:3])) or text[3:7].isdigit()
    return told and _CODE.fullmatch(text) is not None


def is_slug(text: str) -> bool:
    """Is a line in capitals what an agency files a text under? The cheap questions first."""
    # the second character of a slug is no small letter
    if len(text) > _SLUG_CHARS or text[1:2].islower() or not ("-" in text or "/" in text):
        return False
    return text.partition(" (")[0].isupper() and _CAPITALS.fullmatch(text) is not None


def is_filed(text: str) -> bool:
    """Is a line above a headline what an agency files a text under?

    "AP-US--Old Diaries", "MOLINO (Resumen)", "Bahn/Verkehr/Tourismus", and any code.
    """
    if len(text) > _SLUG_CHARS:
        return False
    found = _FILED.fullmatch(text) if text[-1:] == ")" or "--" in text else None
    filed = found is not None and (found["topic"] is None or found["topic"].isupper())
    return filed or is_keywords(text) or is_code(text)


def is_keywords(text: str) -> bool:
    """Is a line topics with signs between them, without a blank: "grève-transports-mer,LEAD"?"""
    told = " " not in text and len(text) <= _SLUG_CHARS
    return told and ("/" in text or "-" in text) and _KEYWORDS.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """Is a line the initials of those who wrote a text: "jlr/mga/psh", "(Schluss) hel/mst"?"""
    signed = len(text) <= _LONGEST_SIGNATURE and ("/" in text or "-" in text)
    return signed and _INITIALS.fullmatch(text) is not None


def is_agency(text: str) -> bool:
    """Is a line the name of an agency and nothing else: "/ritzau/", "STT", "(EFE)"?"""
    bare = text.strip(" /()[]-–—=.")
    named = 1 < len(bare) <= _LONGEST_SIGNATURE and bare[:1].isalpha()
    return named and all(map(is_agency_name, bare.split("/")))


def signature_of_agency(text: str) -> int | None:
    """Where the agency begins that stands alone behind the last sentence of a line.

    >>> signature_of_agency("Tours will begin in June. AFP")
    25
    >>> signature_of_agency("She had her pictures from the AFP.")
    """
    end = text[-_LONGEST_SIGNATURE:].rstrip(" .)]/")
    if not end[-2:].isalpha():
        return None
    found = _SIGNED.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    if found is None:
        return None
    names = found[2].split("/")
    # a short name is also a word: it counts as agencies write it
    written = all(name[:1].isupper() or name in ("dpa", "epd") for name in names)
    return found.start(1) if written and all(map(is_agency_name, names)) else None


def _is_capitalized(word: str) -> bool:
    return _WORD.fullmatch(word) is not None and word[0].isupper()


@cache
def _openings() -> frozenset[str]:
    """The words for "from" that such a line begins with."""
    listed = languages.read_data("cleaning/bylines.json")["from"].values()
    return frozenset(word for words in listed for word in words.split())


def is_firm(text: str) -> bool:
    """Is a text the name of a firm or a society, told by its legal form?

    >>> is_firm("Fennrieder Dampfbahn GmbH"), is_firm("Anna Berg")
    (True, False)
    """
    return _FIRM.fullmatch(text) is not None
