"""Markdown: what a CommonMark reader and a reader of YAML make of it."""

from __future__ import annotations

import pytest

from digests import full
from newsclean import pipeline
from newsclean.options import Options
from newsclean.output import markdown
from newsclean.sources import read
from newsclean.sources.markdown import strip

PAGE = """<html lang="en"><head><title>Ferry</title>
<meta property="og:title" content='The ferry: "gone" &amp; *done*'>
<meta property="og:url" content="https://gazette.example/news/1.html">
<meta name="keywords" content="rain, harbour; *stars*"></head><body><article>
<h1>The ferry</h1>
<p>The <a href="/wiki/Ferry_(boat)">old ferry</a> will <strong>stop for good</strong> in May, the
<em>harbour master</em> said, and <code>make *all*</code> fails with [brackets], *stars* and a
<a href="javascript:alert(1)">bad link</a> or <a href="data:text/html,x">another</a>.</p>
<h2>What comes <i>next</i></h2>
<p>half<b>bold</b>word and <b>"quoted"</b>. The ferry, the <a href="https://x.example/">ferry</a>
and its <a href="http://y.example/a b">harbour</a> cost four million crowns.</p>
<ul><li>First <b>item</b> of this list</li></ul>
</article></body></html>"""


def shown(page: str = PAGE) -> str:
    document = read.from_bytes(page.encode(), "page.html")
    return markdown.render(pipeline.digest_document(document, Options(clean=False)), ("article",))


def test_links_emphasis_and_code_of_the_page_are_kept() -> None:
    """Where the source has them; a link that does not lead to the web stays plain text."""
    text = shown()
    for said in (
        "[old ferry](https://gazette.example/wiki/Ferry_%28boat%29)",
        "**stop for good**",
        "*harbour master*",
        "`make *all*`",
        r"with \[brackets\], \*stars\* and a bad link or another.",
        'halfboldword and **"quoted"**.',
        "[ferry](https://x.example/)",
        "[harbour](http://y.example/a%20b)",
    ):
        assert said in text
    assert "javascript" not in text
    assert "data:text" not in text


def test_a_reader_of_markdown_shows_the_words_of_the_page() -> None:
    """Read as CommonMark, nothing is marked that the page did not mark, and no word is lost."""
    reader = pytest.importorskip("markdown_it").MarkdownIt()
    body = shown().split("\n---\n", maxsplit=1)[1]
    html = reader.render(body)
    assert html.count("<a ") == 3
    assert html.count("<strong>") == 3
    assert html.count("<em>") == 2
    assert "<code>make *all*</code>" in html
    assert "*stars* and a bad link or another." in html


def test_front_matter_is_yaml() -> None:
    """Title with marks in it, source, language, words and tags; dates are dates."""
    yaml = pytest.importorskip("yaml")
    front = yaml.safe_load(shown().split("---\n")[1])
    assert front["title"] == 'The ferry: "gone" & *done*'
    assert front["source"] == "https://gazette.example/news/1.html"
    assert front["language"] == "en"
    assert front["words"] > 40
    assert front["tags"] == ["rain", "harbour", "*stars*"]
    assert "author" not in front
    whole = yaml.safe_load(markdown.render(full()).split("---\n")[1])
    assert str(whole["date"]).startswith("2026-02-03")
    assert whole["site"] == "Isle Gazette"


def test_newsclean_reads_its_own_front_matter() -> None:
    """A file that a batch wrote gives title, date and site again."""
    again = read.from_bytes(markdown.render(full()).encode(), "ferry.md")
    known = again.metadata
    assert known.title
    assert known.title.value == "The last ferry"
    assert known.date
    assert known.date.value.startswith("2026-02-03")


def test_several_articles_have_no_front_matter_between_them() -> None:
    """In the middle of a file it would be read as a heading."""
    text = markdown.render(full(), front_matter=False)
    assert not text.startswith("---")
    assert "words kept" in text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Post](/)\n\n# Ferry sails\n\nBy [Anna](/a)\n\nThe ferry sails.\n", "markdown"),
        ("## Ferry sails\n\nThe **ferry** sails.\n\n## Why\n\nIt was built.\n", "markdown"),
        ("---\ntitle: Ferry sails\n---\n\nThe ferry sails.\n", "markdown"),
        ("A [b](/c) [d](/e) [f](https://g.example/h) [i](#j)\n", "markdown"),
        ("# 1 ferry line opens\n\nThe ferry sails.\n", "text"),
        ("The ferry sails [1](note) [2](note).\n#ferry #sea\n", "text"),
        ("Run it so:\n\n# install\nmake all\n# run\n./ferry\n", "text"),
        ("--- \nThe title: ferry sails\n---\n", "text"),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, kind: str) -> None:
    """Headings with links or strong words, many links, front matter; one mark alone is text."""
    assert read.recognize(text.encode(), "page.txt") == kind


def test_a_link_over_two_lines() -> None:
    """A wrapped link is its words; brackets over a paragraph are none."""
    assert strip("[Marta\nLind](/m) sails") == "Marta Lind sails"
    assert strip("[Marta\n\nLind](/m) sails") == "[Marta\n\nLind](/m) sails"
