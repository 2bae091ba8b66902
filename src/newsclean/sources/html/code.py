"""Lines of code and of symbols in HTML: which they are, and how their line breaks are kept.

A block of code is one line of the document, as a paragraph is. Between its own lines stands
`CODE_BREAK`, which is white space for everything that reads words.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from newsclean.markup import CODE_BREAK
from newsclean.patterns import lazy_regex
from newsclean.sources.html.names import names_of

_TAB_COLUMNS = 4
_DEPTH = 6
"""So many elements around a line are asked whether it is code."""
_NAMED = lazy_regex(
    r"code|highlight|hljs|language|lang-|syntax|prettyprint|brush:|shell|console|terminal|listing"
)
"""Class words by which code is called (Prism, highlight.js, SyntaxHighlighter, Sphinx, Rouge)."""
_SYMBOLS = lazy_regex(r"[\])}][\])};:,.]{0,7}|[{(\[]|\.{3}|…|[(\[](?:\.{3}|…)[)\]]")
"""A closing bracket of code, or what says that something was left out."""


def in_code(
    at: int,
    tags: Sequence[str],
    parents: Sequence[int],
    attributes: Sequence[Mapping[str, str]],
) -> bool:
    """Is an element a `<pre>` of code, or in one: by a `<code>` there or by what it is called?"""
    inside, names = list[str](), ""
    while at >= 0 and len(inside) < _DEPTH:
        inside.append(tags[at])
        names += f" {names_of(attributes[at])}"
        at = parents[at]
    return "pre" in inside and ("code" in inside or _NAMED.search(names.lower()) is not None)


def code_lines(text: str) -> str:
    r"""Code without empty lines around it and without a common indent; its lines marked.

    >>> code_lines("\n    a:\n      b\n").split(CODE_BREAK)
    ['a:', '  b']
    """
    rows = textwrap.dedent(text.expandtabs(_TAB_COLUMNS)).strip("\n").split("\n")
    return CODE_BREAK.join(row.rstrip() for row in rows)


def is_symbols(text: str) -> bool:
    """Is a line without letters a part of the text: a bracket that closes code, or an ellipsis?

    >>> is_symbols("});"), is_symbols("…"), is_symbols("* * *")
    (True, True, False)
    """
    return _SYMBOLS.fullmatch(text) is not None
