"""Which elements of HTML lines stand in, and which end a line, are skipped or tell of the page."""

from __future__ import annotations

INLINE, LINK, STRONG, CELL, BLOCK, APART = range(6)
"""Elements that lines stand in; those `APART` are blocks with a margin."""
IMAGE, BREAK, RULE, SKIP, META, HEAD = range(6, 12)
"""Those that no line stands in."""
_MARGINS = "p h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure pre table article section form"
_BLOCKS = """address aside body button caption center dd details dialog div dt fieldset figcaption
footer frameset header hgroup html label legend li main menu nav noframes noscript picture summary
tbody tfoot thead tr amp-ad"""
_SKIPPED = """script style svg math canvas object embed title select textarea audio video map
datalist template iframe rt rp rtc"""
KINDS: dict[str, int] = {
    **dict.fromkeys(_MARGINS.split(), APART),
    **dict.fromkeys(_BLOCKS.split(), BLOCK),
    **dict.fromkeys(_SKIPPED.split(), SKIP),
    **dict.fromkeys(("td", "th"), CELL),
    **dict.fromkeys(("b", "strong"), STRONG),
    **dict.fromkeys(("meta", "link", "base"), META),
    "br": BREAK,
    "hr": RULE,
    "img": IMAGE,
    "a": LINK,
    "head": HEAD,
}
INLINE_TAGS = {
    **dict.fromkeys(("em", "i"), "em"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
