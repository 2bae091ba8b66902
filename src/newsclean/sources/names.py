"""What a name says: files that hold no text, and names that are safe to write or to show."""

from __future__ import annotations

import re

from newsclean.patterns import lazy_regex

NO_ARTICLE = lazy_regex(
    r"\.(?:css|js|mjs|map|png|jpe?g|gif|svg|webp|avif|heic|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]"
    r"|m4[av]|webm|mov|avi|mkv|ogg|oga|flac|wav|aac|exe|dll|so|pyc|class|jar|iso|dmg|db|sqlite)\Z",
    re.IGNORECASE,
)
"""Pictures, sounds, programs: what belongs to saved pages and is no text."""
_UNSAFE = lazy_regex(r"[\x00-\x1f\x7f-\x9f\\:*?\"<>|\u2028\u2029\ud800-\udfff]")
_USER = lazy_regex(r"\A([A-Za-z]+://)[^/?#]*@")
_LONGEST_PART = 120


def safe_path(name: str) -> str:
    r"""A member's path in an archive as one that leads nowhere else: no "..", no root, no drive.

    >>> safe_path("../../etc/passwd"), safe_path("C:\\news\\a.txt"), safe_path("/a//b.html")
    ('etc/passwd', 'C_/news/a.txt', 'a/b.html')
    """
    parts = [_UNSAFE.sub("_", part).strip(" ") for part in name.replace("\\", "/").split("/")]
    kept = [part[-_LONGEST_PART:] for part in parts if part.strip(".")]
    return "/".join(kept) or "_"


def without_password(url: str) -> str:
    """An address as it may be shown and kept.

    >>> without_password("https://ann:secret@paper.example/a?x=1@2")
    'https://paper.example/a?x=1@2'
    """
    return _USER.sub(r"\1", url)
