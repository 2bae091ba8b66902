"""What the article page and the index share: escaping, the shell of a page, bars, dates.

A page carries its style (and the index its script) inside it and names both by hash in its
Content-Security-Policy, so that nothing else runs and nothing is fetched, whatever an article says.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from datetime import datetime
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from newsclean.output.interface import Interface
from newsclean.output.safe import RIGHT_TO_LEFT
from newsclean.patterns import lazy_regex

_CONTROL = lazy_regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ISO_DAY = lazy_regex(r"\d{4}-\d{2}-\d{2}")


def escape(text: str) -> str:
    r"""`text` for an element or a quoted attribute; what HTML cannot hold becomes a picture of it.

    What turns the direction of text is shown as an escape: it would make "gnp.exe" read as
    "exe.png". The marks that right-to-left scripts need beside it (U+200E, U+200F) stay.

    >>> escape('<b>"\x1b')
    '&lt;b&gt;&quot;␛'
    """
    return html.escape(_CONTROL.sub(_picture, text), quote=True)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0x2000 < code < 0x2100:
        return f"\\u{code:04x}"
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


@cache
def asset(name: str) -> str:
    """A file of `data/report/`."""
    return (resources.files("newsclean.data") / "report" / name).read_text(encoding="utf-8")


def page(
    title: str,
    body: str,
    ui: Interface,
    *,
    styles: tuple[str, ...],
    script: str | None = None,
) -> str:
    """A whole page around `body`; `styles` and `script` are names of assets."""
    style = "".join(asset(name) for name in styles)
    code = asset(script) if script else ""
    policy = f"default-src 'none'; style-src {_source(style)}"
    if code:
        policy += f"; script-src {_source(code)}"
    policy += "; base-uri 'none'; form-action 'none'"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{ui.language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="generator" content="newsclean">',
            f"<title>{escape(title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            body,
            *([f"<script>{code}</script>"] if code else []),
            "</body>",
            "</html>",
            "",
        )
    )


def _source(code: str) -> str:
    """How a Content-Security-Policy (level 3) names a piece of inline code."""
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def language_of(code: str) -> str:
    """The attributes that say in which language, and in which direction, an element's text is."""
    direction = ' dir="rtl"' if code.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else ""
    return f'lang="{escape(code)}"{direction}'


def web_address(text: str | None) -> str | None:
    """`text` where it is an http or https address that is safe to link to."""
    if not text or re.search(r"[\s\x00-\x20\x7f]", text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.netloc else None


def moment(date: str | None) -> datetime | None:
    """`date` where it is ISO 8601 with a day."""
    if not date or not _ISO_DAY.match(date):
        return None
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        return None


def time(date: str, ui: Interface) -> str:
    """A `<time>` that reads "17 February 2026"; a date that is not ISO 8601 as it stands."""
    day = moment(date)
    if day is None:
        return escape(date)
    return f'<time datetime="{escape(date)}">{escape(ui.day(day))}</time>'


def share_bar(part: int, whole: int, label: str) -> str:
    """A bar filled by `part` of `whole`. `label` says so in words."""
    width = 100 * min(part / whole, 1) if whole else 0
    return (
        f'<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img"'
        f' aria-label="{escape(label)}"><rect class="rest" width="100" height="4"/>'
        f'<rect class="part" width="{width:.1f}" height="4"/></svg>'
    )
