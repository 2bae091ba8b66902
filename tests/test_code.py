"""Code in a page keeps its lines and indents; signs on lines of their own stay where text does."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.output import render

INTRO = [
    "The council of Ferrow agreed on Monday to publish its data, and this post shows how.",
    "We begin with a function that opens the file and gives each of its rows as a dictionary.",
]
OUTRO = [
    "The function is a generator, so that even large files need little memory, as they should.",
    "The next post of this series will show how to draw the rows on a map of the town.",
]
PYTHON = """\
def rows(path):
    with open(path) as handle:
        yield dict(
            a=1,
        )

print(rows("a.csv"))"""
SHELL = "for name in *.csv; do\n  wc -l $name\ndone"
RUBY = "rows.each do |row|\n  puts row\nend"


def page(block: str) -> bytes:
    """An article with a block between its paragraphs."""
    above, below = ("".join(f"<p>{line}</p>" for line in some) for some in (INTRO, OUTRO))
    title = "How to read a file"
    body = f"<article><h1>{title}</h1>{above}{block}{below}</article>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (f'<pre><code class="language-python">\n{PYTHON}\n</code></pre>', PYTHON),
        (f'<div class="highlight"><pre>{SHELL}</pre></div>', SHELL),
        (f'<pre class="brush: ruby">\n  {RUBY.replace(chr(10), chr(10) + "  ")}\n</pre>', RUBY),
        (
            '<pre class="hljs"><span>a = [</span>\n\t<span>1,</span>\n<span>]</span></pre>',
            "a = [\n    1,\n]",
        ),
    ],
    ids=["code", "highlight", "indented", "spans"],
)
def test_code_keeps_its_lines_and_indents(block: str, code: str) -> None:
    """Empty lines and lone brackets among them; nothing around it is lost."""
    article = newsclean.clean(page(block))
    assert [p.text for p in article.paragraphs] == [*INTRO, code, *OUTRO]
    assert [p.kind for p in article.paragraphs] == ["paragraph"] * 2 + ["code"] + ["paragraph"] * 2
    assert f"```\n{code}\n```" in render(newsclean.digest(page(block)), "markdown")


@pytest.mark.parametrize(
    "code",
    [
        "EXPLAIN SELECT * FROM stops WHERE line = 'Ferrow';",
        "Seq Scan on stops (cost=0.00..1445.00 rows=50000)\n  Filter: (line = 'Ferrow')",
        "Share",
        "Sign in",
    ],
)
def test_one_block_of_code_between_paragraphs_stays(code: str) -> None:
    """A button "Copy" stands above it on many pages; code may be a word of buttons."""
    article = newsclean.clean(
        page(f"<div><button>Copy</button><pre><code>{code}</code></pre></div>")
    )
    assert [p.text for p in article.paragraphs] == [*INTRO, code, *OUTRO]


def test_a_letter_in_pre_is_no_code() -> None:
    """Prose that was wrapped by hand is joined, as in any paragraph."""
    letter = "Dear readers, the tram is ours again, and it will run\nas before until June."
    article = newsclean.clean(page(f"<pre>{letter}</pre>"))
    assert letter.replace("\n", " ") in [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize("sign", ["…", "[...]", ")", "});"])
def test_a_sign_between_paragraphs_stays(sign: str) -> None:
    """It says that something was left out, or closes what was opened above."""
    article = newsclean.clean(page(f"<p>{sign}</p>"))
    assert [paragraph.text for paragraph in article.paragraphs] == [*INTRO, sign, *OUTRO]


@pytest.mark.parametrize(
    ("edit", "see", "links"),
    [
        ("edit", "See also", ["List of tramways in Norland", "Trolleybuses in Ferrow"]),
        ("Bearbeiten", "Siehe auch", ["Liste der Strassenbahnen", "Obus Ferrow"]),
        ("modifier", "Voir aussi", ["Liste des tramways du pays", "Trolleybus de Ferrow"]),
    ],
)
def test_marks_of_an_encyclopaedia_are_no_code(edit: str, see: str, links: list[str]) -> None:
    """Numbers of notes and "[edit]" end lines as brackets do, yet the links below stay out."""
    sections = [
        f"{head}[{edit}]\n{text}[{number}]"
        for number, (head, text) in enumerate(zip("ABC", [INTRO[0], *OUTRO], strict=True), 1)
    ]
    tail = [f"{see}[{edit}]", *links, f"Z[{edit}]", '^ "Report 2024".[4]', '^ "Rails 1996".[5]']
    text = newsclean.clean("\n\n".join(["Ferrow tramway", INTRO[1], *sections, *tail])).text
    assert OUTRO[1] in text
    assert not any(link in text for link in links)
