"""Shapes of input that were or might be slow: what is repeated, in which kind of file.

Each shape is a function of a size in bytes. `growth` runs one at several sizes and gives the
exponent: 1 where twice as much takes twice as long, 2 where it takes four times as long.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from newsclean import pipeline
from newsclean.errors import NewscleanError
from newsclean.options import Options
from newsclean.sources import read

PARAGRAPH = (
    "The council of Port Marren voted on Tuesday to reopen the old ferry line to the islands, "
    "after a debate of six hours in which every one of its members spoke at least once.\n\n"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file of this shape repeats, what stands before and after it, and its kind.

    `number` puts a running number into each unit, so that no two are alike.
    """

    unit: str
    before: str = ""
    after: str = ""
    kind: str = "text"
    clean: bool = True
    number: bool = False

    def bytes(self, size: int) -> bytes:
        """A file of about `size` bytes."""
        count = max(1, size // max(1, len(self.unit.encode())))
        if self.number:
            body = "".join(self.unit.replace("#", str(n)) for n in range(count))
        else:
            body = self.unit * count
        return f"{self.before}{body}{self.after}".encode()


def _texts() -> dict[str, Shape]:
    article = PARAGRAPH * 3
    units = {
        "one letter": "a",
        "one word": "word ",
        "blanks": " ",
        "tabs": "\t",
        "line feeds": "\n",
        "blank lines with blanks": "  \n",
        "carriage returns": "\r",
        "short lines": "News\n",
        "list items": "- an item of a list\n",
        "dots": ".",
        "ellipses": "… ",
        "three dots": "... ",
        "commas": ",",
        "dashes": "— ",
        "hyphens": "-",
        "opening quotes": "“",
        "closing quotes": "”",
        "straight quotes": '"',
        "apostrophes": "'",
        "guillemets": "« ",
        "closed guillemets": "«a» ",
        "low quotes": "„a“ ",
        "nested quotes": "“‘",
        "said he": "“said” he ",
        "said Ann": "“said” Ann Lee said. ",
        "quote by name": "“We are glad of it,” said Ann Lee. ",
        "quote by name, one line each": "“We are glad of it,” said Ann Lee.\n\n",
        "names": "Ann Lee ",
        "names and commas": "Ann Lee, Bob Ray, ",
        "pronouns": "he she they ",
        "capitals": "A B C ",
        "capital letters": "A",
        "initials": "J. R. ",
        "titles": "Dr. Mr. Mrs. ",
        "abbreviations": "e.g. i.e. ",
        "numbers": "1 ",
        "decimals": "3.14 ",
        "ordinals": "1. ",
        "dates": "12 May 2026 ",
        "dates by line": "12 May 2026\n",
        "times": "12:30 ",
        "by": "By ",
        "bylines": "By Ann Lee\n",
        "by and": "By Ann and Bob and ",
        "brackets": "(",
        "closed brackets": "(a) ",
        "square brackets": "[1]",
        "question marks": "? ",
        "exclamations": "Wow! ",
        "colons": "a: ",
        "semicolons": "a; ",
        "pipes": "a | ",
        "slashes": "a/",
        "underscores": "_",
        "asterisks": "* ",
        "hashes": "# ",
        "at signs": "a@b.example ",
        "addresses": "https://a.example/b?c=d ",
        "bare addresses": "www.",
        "mail header lines": "From: a\n",
        "quoted lines": "> text that was quoted\n",
        "deep quoting": ">",
        "Chinese": "市长说：“我们很高兴。”",
        "Chinese without marks": "市",
        "Japanese": "市長は「うれしい」と述べた。",
        "Japanese brackets": "「",
        "Thai": "ก",
        "Arabic": "قال ",
        "Russian": "— Мы рады, — сказал он. ",
        "Greek": "Είπε ",
        "combining marks": "á",
        "joiners": "a\u200d",
        "emoji": "😀",
        "zero width": "\u200b",
        "soft hyphens": "a\u00ad",
        "tags in text": "<b>",
        "entities": "&amp;",
        "JSON": '{"a":',
        "code": "if (a) { b(); }\n",
        "log lines": "2026-05-12 12:30:00 INFO a\n",
        "tables": "a | b | c\n",
        "tabbed columns": "a\tb\tc\n",
        "hard wrapped": "the council of the town of Port Marren voted on Tuesday to open\nthe old",
        "related": "Read more: something else\n",
        "share": "Share\nTweet\n",
        "speaker labels": "ANN: Yes.\nBOB: No.\n",
        "questions and answers": "Q: Why?\nA: Because it rains.\n",
        "half quotes by line": "Subscribe to our newsletter\n“We are glad\n\n",
        "one who speaks": "“We are glad of it,” she said. Ann Lee went home. ",
        "one surname": "“We are glad of it,” she said. Lee went home. ",
        "one of a role": "Mayor Ann Lee came. “We are glad of it,” the mayor said. ",
    }
    numbered = {
        "unique words": "word# ",
        "unique short lines": "line #\n",
        "unique sentences": "The council of ward # voted on Tuesday. ",
        "unique paragraphs": "The council of ward # voted to reopen the ferry line.\n\n",
        "unique names": "Ann Lee# said so. ",
        "sentences and names": "The council bought line # back for a crown.\n\nAnn Lee\n\n",
        "sentences and prices": "The council bought line # back for a crown.\n\nAmazon $#\n\n",
        "sentences and links": "The council bought line # back.\n\nAlso read: The bridge #\n\n",
        "questions and answers": "What is line #?\n\nIt is the line to the quay and back.\n\n",
        "speakers on one line": "“We are glad,” said Ann Lee# of Oslo. ",
        "many who speak": "“We are glad of it,” she said. Ann Lee# went home. ",
        "many first names": "“We are glad of it,” said Lee. Ann# Lee went home. ",
        "many of a role": "Mayor Ann Lee# came. “We are glad of it,” the mayor said. ",
        "many companies": "Acme# Ltd rose. “We are glad,” the company said. ",
        "nouns with capitals": "Der Minister Karl Lee# ging heim. „Wir freuen uns“, sagte er. ",
        "copyright lines": "Copyright # Acme\n\n",
        "sentences twice": "The council voted on line #. " * 2,
        "speakers by line": "“We are glad of that,” said Ann Lee# of Oslo.\n\n",
    }
    found = {}
    for name, unit in units.items():
        found[name] = Shape(unit, article)
        if len(unit) > 1 and "\n" not in unit:
            found[f"{name}, taken as an article"] = Shape(unit, clean=False)
    for name, unit in numbered.items():
        found[name] = Shape(unit, article, number=True)
        found[f"{name}, taken as an article"] = Shape(unit, clean=False, number=True)
    for name in ("blanks", "line feeds", "blank lines with blanks"):
        found[f"{name} above"] = Shape(units[name], after=article)
    return found


def _pages() -> dict[str, Shape]:
    start = "<!doctype html><html><body><h1>Ferry returns</h1>" + "".join(
        f"<p>{paragraph}</p>" for paragraph in PARAGRAPH.split("\n\n") * 3 if paragraph
    )
    units = {
        "open divisions": "<div>",
        "closed divisions": "<div></div>",
        "open paragraphs": "<p>a",
        "open items": "<li>a",
        "nested lists": "<ul><li>a",
        "open tables": "<table><tr><td>a",
        "cells": "<td>a",
        "rows": "<tr><td>a</td></tr>",
        "breaks": "a<br>",
        "two breaks": "a<br><br>",
        "open bold": "<b>a",
        "open links": "<a href=x>a",
        "links": "<a href=x>a</a> ",
        "spans": "<span>a</span>",
        "open spans": "<span>a",
        "headings": "<h2>Ferry</h2>",
        "open headings": "<h2>Ferry",
        "quotations": "<blockquote>a",
        "figures": "<figure><figcaption>a</figcaption></figure>",
        "forms": "<form><input>a",
        "scripts": "<script>a</script>",
        "open scripts": "<script>",
        "styles": "<style>a</style>",
        "comments": "<!-- a -->",
        "open comments": "<!--",
        "processing instructions": "<?a",
        "half tags": "<",
        "half attributes": "<a b",
        "attributes": "a=b ",
        "metas": '<meta name="author" content="Ann">',
        "titles": "<title>a</title>",
        "times": "<time datetime=2026-05-12>a</time>",
        "JSON-LD": '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
        "broken JSON-LD": '<script type="application/ld+json">[[[[</script>',
        "classes": '<div class="share related">a</div>',
        "entities": "&amp;",
        "broken entities": "&a",
        "mojibake": "donâ€™t ",
        "paragraphs": "<p>The council voted on Tuesday, and nobody was against it.</p>",
    }
    found = {f"HTML: {name}": Shape(unit, start, kind="html") for name, unit in units.items()}
    found["HTML: one long attribute"] = Shape("a ", f'{start}<p class="', '">a</p>', kind="html")
    found["HTML: a heading that is never closed"] = Shape(
        "<div>The council voted on road #, and nobody was against it.</div>",
        "<!doctype html><html><body><h1>Council approves road plan",
        kind="html",
        number=True,
    )
    found["HTML: a title of many parts"] = Shape(
        "Part # of it | ", "<!doctype html><title>", f"</title>{start}", kind="html", number=True
    )
    found["HTML: comments before"] = Shape("<!-- a -->", "", start, kind="")
    found["HTML: nested JSON-LD"] = Shape(
        '{"a":', '<script type="application/ld+json">', f"</script>{start}", kind="html"
    )
    return found


def _markdown() -> dict[str, Shape]:
    units = {
        "links": "[a](b) ",
        "open links": "[",
        "half links": "[a](",
        "link titles": '[a](b "',
        "pictures": "![",
        "headings": "# ",
        "heading lines": "# a\n",
        "comments": "<!--",
        "emphasis": "*a ",
        "strong": "**a** ",
        "underscores": "_a ",
        "code": "`a",
        "fences": "```\n",
        "rules": "- - ",
        "references": "[a]: b\n",
        "addresses": "<http://",
        "escapes": "\\*",
        "front matter": "a: b   \n",
        "link in link": "[a [b](c) ",
    }
    found = {
        f"Markdown: {name}": Shape(unit, PARAGRAPH, kind="markdown") for name, unit in units.items()
    }
    found["Markdown: open front matter"] = Shape("a: b  \n", "---\n", kind="markdown")
    return found


def _mails() -> dict[str, Shape]:
    head = "From: a@b.example\nTo: c@d.example\n"
    flowed = f"{head}Content-Type: text/plain; format=flowed\n\n"
    body = f"\n\n{PARAGRAPH}{PARAGRAPH}"
    return {
        "mail: subject": Shape("a ", f"{head}Subject: ", body, "email"),
        "mail: encoded words": Shape("=?utf-8?q?abc?= ", f"{head}Subject: ", body, "email"),
        "mail: answers": Shape("Re: ", f"{head}Subject: ", body, "email"),
        "mail: lists": Shape("[a] ", f"{head}Subject: ", body, "email"),
        "mail: parameters": Shape("; a=b", f"{head}Content-Type: text/plain", body, "email"),
        "mail: headers": Shape("a: b\n", head, f"Subject: a{body}", "email"),
        "mail: folded header": Shape(" a\n", f"{head}Subject: a\n", body, "email"),
        "mail: senders": Shape("a <b@c.example>, ", "Subject: a\nTo: b\nFrom: ", body, "email"),
        "mail: flowed": Shape("the council voted \n", flowed, "", "email"),
        "mail: quoted": Shape("> the council voted\n", f"{head}\n", body, "email"),
        "mail: forwarded": Shape(
            "---------- Forwarded message\nFrom: a\nDate: b\n\n", f"{head}\n", body, "email"
        ),
        "mail: parts": Shape(
            "--b\n\na\n", f"{head}Content-Type: multipart/mixed; boundary=b\n\n", body, "email"
        ),
    }


SHAPES: dict[str, Shape] = {**_texts(), **_pages(), **_markdown(), **_mails()}


def digest(data: bytes, shape: Shape) -> int:
    """The whole way from bytes to digest: how many characters its article has.

    A refusal in a line is as good as a digest: 0.
    """
    try:
        document = read.from_bytes(data, "a.txt", kind=shape.kind or None)
        return len(pipeline.digest_document(document, Options(clean=shape.clean)).article.text)
    except NewscleanError:
        return 0


def seconds(shape: Shape, size: int, run: Callable[[bytes, Shape], object] = digest) -> float:
    """The CPU seconds that a file of this shape and size takes, the better of two.

    What the process holds from before is not gone through for garbage meanwhile, nor before the
    next measure: after thousands of tests that takes longer than the file.
    """
    data = shape.bytes(size)
    best = math.inf
    for _ in range(2):
        gc.collect()
        gc.freeze()
        begun = time.process_time()
        run(data, shape)
        best = min(best, time.process_time() - begun)
        if best > 0.5:
            break
    return best


def exponent(sizes: list[int], times: list[float]) -> float:
    """The steepest growth between two sizes that follow each other."""
    pairs = zip(
        zip(sizes, times, strict=True), zip(sizes[1:], times[1:], strict=True), strict=False
    )
    return max(math.log(t2 / max(t1, 1e-3)) / math.log(s2 / s1) for (s1, t1), (s2, t2) in pairs)
