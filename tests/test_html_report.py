"""The HTML pages as text: what they say, what they mark, and that nothing in them can act."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests import ADVERT, FIRST, ITEM, SECOND, TEXT, bare, full, hostile
from newsclean.document import REASONS, Field, Paragraph, Quote, ScoredSentence, Sentence, Summary
from newsclean.errors import UsageError
from newsclean.output import html, html_parts
from newsclean.output import json as records
from newsclean.output.html_index import Entry, entry_from_record, render_index
from newsclean.output.interface import LANGUAGES, choose, load

VOID = {"meta", "br", "rect", "input", "link", "img"}
CONTENTS = {"script", "style", "title"}
BITES = (
    "<script>document.title='owned'</script>",
    "</title><script>document.title='owned'</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<!--<script>",
    "]]><b>&lt;&amp;&#60;script&#62;",
)


class Page(HTMLParser):
    """A page as a reader of it sees it: elements with their attributes, and the text in each."""

    def __init__(self, source: str) -> None:  # noqa: D107
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[tuple[int, ...], str]] = []
        self._open: list[int] = []
        self.feed(source)
        self.close()
        assert not self._open, "an element was left open"

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), "an attribute stands twice"
        self._open.append(len(self.elements))
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in VOID:
            self._open.pop()

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        assert self.elements[self._open[-1]][0] == tag, f"</{tag}> closes another element"
        self._open.pop()

    def handle_data(self, data):
        self.texts.append((tuple(self._open), data))

    def find(self, tag: str | None = None, **attributes: str) -> list[int]:
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            number
            for number, (name, attrs) in enumerate(self.elements)
            if tag in (None, name) and all(attrs.get(k) == v for k, v in wanted.items())
        ]

    def text(self, number: int) -> str:
        return "".join(data for path, data in self.texts if number in path)

    def attribute(self, number: int, name: str) -> str:
        return self.elements[number][1][name]


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html.render(full()))


def test_a_page_opens_with_what_is_known_of_the_article(page):
    """Headline, date, site and byline stand on top, and the headline is the page's title."""
    head = squeeze(page.text(page.find("header")[0]))
    for part in ("Isle Gazette", "3 February 2026", "The last ferry", "By Ada Quill"):
        assert part in head
    assert page.text(page.find("title")[0]) == "The last ferry"
    assert page.text(page.find("h1")[0]) == "The last ferry"
    link = page.find("a", href="https://gazette.example/ferry")
    assert len(link) == 1


def test_the_summary_stands_on_top_and_leads_to_its_place(page):
    """Each sentence of the summary is a link to where it is marked in the article."""
    brief = page.find("section", class_="brief")[0]
    links = [n for n in page.find("a") if n > brief and page.attribute(n, "href")[:2] == "#s"]
    assert [page.text(n) for n in links] == [FIRST, 'Nobody thanked us," said Tilda Marsh.']
    for link in links:
        (target,) = page.find(id=page.attribute(link, "href")[1:])
        assert page.elements[target][0] == "mark"
        assert page.text(link).startswith(page.text(target))


def test_marks_cover_exactly_the_summary_and_the_quotes(page):
    """The marked text is the summary's, the coloured text the quotes', even where they cross."""
    article = page.find("article")[0]
    marked = [n for n in page.find("mark") if n > article]
    said = [n for n in page.find("span", class_="said") if n > article]
    assert "".join(map(page.text, marked)) == FIRST + 'Nobody thanked us," said Tilda Marsh.'
    words = "We kept it afloat for forty years. Nobody thanked us,"
    assert "".join(map(page.text, said)) == words
    assert page.text(page.find("div", class_="said-here")[0]).endswith(SECOND)


def test_a_speaker_stands_beside_the_quote(page):
    """The paragraph with a quote names its speaker and what the article says of them."""
    assert page.text(page.find("div", class_="who")[0]) == "Tilda Marsh, captain"
    voices = page.text(page.find("section", class_="voices")[0])
    assert "We kept it afloat" in voices
    assert "Tilda Marsh, captain" in voices
    (quote,) = page.find("a", href="#q1")
    assert page.find(id="q1")
    assert page.text(quote).endswith("us"), "a comma before the mark is the reporter's"


def test_indirect_speech_gets_no_marks():
    """Words that are nobody's own are not put between quotation marks."""
    digest = full()
    reported = replace(digest.quotes[0], kind="indirect")
    page = Page(html.render(replace(digest, quotes=(reported,))))
    assert not page.find("q")
    assert "We kept it afloat" in page.text(page.find("a", href="#q1")[0])


def test_what_was_removed_is_folded_where_it_stood(page):
    """Each removal is in a closed fold between the paragraphs, with its reason and evidence."""
    folds = [squeeze(page.text(n)) for n in page.find("details")]
    assert len(folds) == 3
    assert folds[0].startswith("5 words left out navigation, headline")
    assert 'newsletter Sign up for our letter the line says "Sign up" · 90% sure' in folds[1]
    assert not any("open" in page.elements[n][1] for n in page.find("details"))
    body = squeeze(page.text(page.find("article")[0]))
    assert body.index(FIRST) < body.index(ADVERT) < body.index("We kept it afloat")


def test_the_page_accounts_for_every_reason(page):
    """The table at the end has each reason with its pieces and words, most words first."""
    account = page.find("section", class_="account")[0]
    cells = [page.text(n) for n in (*page.find("th", scope="row"), *page.find("td"))]
    assert cells[:4] == ["newsletter", "headline", "copyright", "navigation"]
    assert cells[4:] == ["1", "5", "", "1", "3", "", "1", "2", "", "2", "2", ""]
    assert "33 of 44 words kept (75%)" in page.text(account)


def test_nothing_of_the_input_is_missing_from_the_page(page):
    """Every word of the input is in the page's article part."""
    body = Counter(re.findall(r"\w+", page.text(page.find("article")[0])))
    assert not Counter(re.findall(r"\w+", TEXT)) - body


def test_a_list_is_a_list_without_its_own_bullets(page):
    """A list item of the article is an element of a list, and its bullet is not doubled."""
    article = page.find("article")[0]
    items = [page.text(n) for n in page.find("li", dir="auto") if n > article]
    assert ITEM.removeprefix("• ") in items


def test_little_known_makes_a_short_page():
    """Without title, summary, quotes and removals their places are left out, not left empty."""
    page = Page(html.render(bare()))
    assert page.text(page.find("h1")[0]) == "-"
    assert not page.find("section", class_="brief")
    assert not page.find("section", class_="voices")
    assert not page.find("details")
    assert not page.find("nav")
    assert "Nothing was left out." in page.text(page.find("main")[0])


def test_hard_wraps_do_not_move_the_marks():
    """Where a paragraph's text is not its stretch of input, marks stand on the same words."""
    text = "港は三月に閉ま る。\nThe hyphen was bro-\nken twice. And then."
    second = text.index("The")
    flow = text.replace("\n", " ")
    third = text.index("And")
    japanese, english = "港は三月に閉まる。", "The hyphen was broken twice. And then."
    base = bare(text)
    chosen = (
        ScoredSentence(Sentence(7, 10, "まる。"), 1.0, 1),
        ScoredSentence(Sentence(second, third - 1, "The hyphen was broken twice."), 0.5, 2),
    )
    article = replace(
        base.article,
        flow=flow,
        paragraphs=(Paragraph(0, 10, japanese), Paragraph(second, len(text), english)),
    )
    digest = replace(base, article=article, summary=Summary("lead", chosen))
    page = Page(html.render(digest))
    body = page.find("article")[0]
    marks = [page.text(n) for n in page.find("mark") if n > body]
    assert marks == ["る。", "The hyphen was broken twice."]
    assert english in page.text(body)


@given(st.data())
def test_marks_may_lie_in_any_way(data):
    """However sentences and quotes cross, the text is whole and just the marked is marked."""
    text = data.draw(st.text("ab \n", min_size=1, max_size=30)).strip() or "a"
    edges = st.integers(0, len(text))
    spans = st.lists(st.tuples(edges, edges).map(sorted).map(tuple), max_size=4)
    chosen, said = data.draw(spans), data.draw(spans)
    base = bare(text)
    digest = replace(
        base,
        summary=Summary("x", tuple(ScoredSentence(Sentence(*s, "x"), 0.5, 1) for s in chosen)),
        quotes=tuple(Quote("x", *s) for s in said),
    )
    page = Page(html.render(digest))
    article = page.find("article")[0]
    (paragraph,) = [n for n in page.find("p", dir="auto") if n > article]
    assert page.text(paragraph) == text
    for kind, wanted in (("sum", chosen), ("said", said)):
        marked = [n for n in page.find(class_=kind) if n > article]
        inside = {place for start, end in wanted for place in range(start, end)}
        assert "".join(map(page.text, marked)) == "".join(text[place] for place in sorted(inside))
    anchors = [
        attrs["id"] for _, attrs in page.elements if re.match(r"[sq]\d", attrs.get("id", ""))
    ]
    assert len(anchors) == len(set(anchors)) == sum(a < b for a, b in chosen + said)


def test_the_index_is_linked_only_where_there_is_one():
    """A page made in a folder leads back to its index; a single page leads nowhere."""
    page = Page(html.render(full(), index="../index.html"))
    assert page.attribute(page.find("a")[0], "href") == "../index.html"
    assert not Page(html.render(full())).find("nav")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x?y=1&z=2", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https:", False),
        ("https://a.example/ onclick=x", False),
        (" https://a.example", False),
        ("https://[", False),
    ],
)
def test_only_web_addresses_are_linked(url, linked):
    """The source's address is a link when it is http or https and whole, otherwise nothing."""
    digest = full()
    known = replace(digest.article.metadata, url=Field(url, "link"))
    page = Page(html.render(replace(digest, article=replace(digest.article, metadata=known))))
    hrefs = {page.attribute(n, "href") for n in page.find("a")}
    assert (url in hrefs) == linked
    assert all(href.startswith(("#", "http://", "https://")) for href in hrefs)


def hostile_index(bite: str) -> str:
    entry = entry_from_record(records.as_record(hostile(bite)), "a.html")
    return render_index([entry, replace(entry, title=None, path="b/c.html")], title=bite)


@pytest.mark.parametrize("bite", BITES)
@pytest.mark.parametrize("make", [lambda bite: html.render(hostile(bite)), hostile_index])
def test_hostile_text_stays_text(bite, make):
    """Mark-up and scripts in an article are shown as they are: same elements, nothing to act."""
    page, harmless = Page(make(bite)), Page(make("harmless"))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert tag not in ("img", "iframe", "object", "embed", "link", "base")
        address = attributes.get("href", "#")
        assert address.startswith(("#", "./")), address
    assert bite in page.text(page.find("main")[0])


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_makes_a_whole_page(text):
    """Whatever is in an article, its page is UTF-8 and has the elements it always has."""
    for make in (lambda bite: html.render(hostile(bite)), hostile_index):
        source = make(text).encode("utf-8").decode("utf-8")
        page = Page(source)
        assert len(page.find("script")) == (1 if make is hostile_index else 0)
        assert len(page.find("style")) == len(page.find("title")) == len(page.find("h1")) == 1
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", source)


@pytest.mark.parametrize("source", [html.render(full()), render_index([])], ids=["page", "index"])
def test_the_policy_allows_the_pages_own_code_and_nothing_else(source):
    """The style and the script are named by hash, all else is forbidden, nothing is fetched."""
    page = Page(source)
    meta = [n for n in page.find("meta") if "http-equiv" in page.elements[n][1]]
    policy = page.attribute(meta[0], "content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    for number in (*page.find("style"), *page.find("script")):
        digest = hashlib.sha256(page.text(number).encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    for tag, attributes in page.elements:
        assert tag not in ("img", "link", "iframe", "video", "audio", "source", "use")
        assert not {"src", "srcset", "poster", "ping", "action"} & set(attributes)
    assert "url(" not in source
    assert "@import" not in source


def entry(path: str = "a.html", **changes: object) -> Entry:
    return replace(entry_from_record(records.as_record(full()), path), **changes)


def test_an_entry_is_made_from_a_json_record():
    """The index needs nothing but the JSON that a batch has on disk."""
    assert entry("x/ferry.html") == Entry(
        path="x/ferry.html",
        name="ferry.txt",
        title="The last ferry",
        byline="By Ada Quill",
        date="2026-02-03T08:00:00+00:00",
        site="Isle Gazette",
        language="en",
        summary=f'{FIRST} Nobody thanked us," said Tilda Marsh.',
        speakers=("Tilda Marsh",),
        words_read=44,
        words_kept=33,
        voices=(("Tilda Marsh", 1, "captain"),),
    )


def test_the_index_lists_every_article_without_its_script():
    """The list is in the page itself: newest first, undated last; controls wait for the script."""
    page = Page(
        render_index(
            [
                entry("old.html", title="Old", date="2019-12-31"),
                entry("b.html", title="B", date=None),
                entry("odd.html", title="A", date="last Tuesday"),
                entry("new.html", title="New", date="2026-03-01T10:00:00Z"),
            ]
        )
    )
    items = page.find("ul", id="list")[0]
    titles = [page.text(n) for n in page.find("h2") if n > items]
    assert titles == ["New", "Old", "A", "B"]
    assert "hidden" in page.elements[page.find("form")[0]][1]
    assert "4 articles" in page.text(page.find("header")[0])
    assert page.text(items).count("75% kept") == 4
    assert FIRST in page.text(items)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a b/ü?.html", "./a%20b/%C3%BC%3F.html"),
        ("javascript:a.html", "./javascript%3Aa.html"),
        ("-x#1.html", "./-x%231.html"),
        ("a\udcff.html", "./a%FF.html"),
    ],
)
def test_file_names_become_addresses(path, address):
    """A page's file name, whatever is in it, becomes an address that leads to that file."""
    page = Page(render_index([entry(path)]))
    heading = page.find("h2")[0]
    link = next(number for number in page.find("a") if number > heading)
    assert page.attribute(link, "href") == address


def test_filters_offer_what_there_is():
    """Sites, languages and speakers to choose from are those of the articles, with counts."""
    page = Page(
        render_index(
            [
                entry(site="B News", language="de", speakers=("Z", "Y")),
                entry(site="a news", language="en", speakers=("Y",)),
                entry(site=None, language="en"),
            ]
        )
    )
    options = [page.text(n) for n in page.find("option")]
    assert options == ["All", "a news (1)", "B News (1)", "All", "de (1)", "en (2)", "", "", ""]
    values = [page.attribute(n, "value") for n in page.find("option")][-3:]
    assert values == ["Tilda Marsh", "Y", "Z"]


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 0, "0%"), (0, 9, "0%"), (9, 9, "100%"), (1, 999, "1%"), (998, 999, "99%"), (1, 4, "25%")],
)
def test_shares_are_rounded_honestly(part, whole, words):
    """Nothing and all are said only of nothing and all."""
    assert load("en").share(part, whole) == words


def test_two_renderings_are_the_same_bytes():
    """Equal digests give equal pages."""
    assert html.render(full()) == html.render(full())
    assert render_index([entry()]) == render_index([entry()])


def story(number: int, name: str, **more: object) -> Entry:
    """An article of story 1, of which "b" is the longest."""
    told = {"number": 1, "version": 1, "copies": 3, "earliest": "c", "in_longest": 0.934} | more
    return replace(
        entry(f"{name}.html", title=f"Title {name}"),
        name=name,
        site=f"Site {name}",
        words_kept=number,
        story=told,
    )


def test_copies_are_folded_under_their_story():
    """One item: the longest in sight, the others closed behind it, with their sites."""
    several = [story(20, "a"), story(30, "b"), story(25, "c"), story(10, "d", version=2)]
    page = Page(render_index([*several, entry("e.html", title="Alone")]))
    items = page.find("ul", id="list")[0]
    assert [page.text(n) for n in page.find("h2") if n > items] == ["Alone", "Title b"]
    (folded,) = page.find("details", **{"class": "story"})
    assert "3 more articles in this story, from Site c, Site a, Site d" in page.text(folded)
    assert "open" not in page.elements[folded][1]
    facts = [page.text(n) for n in page.find("p", **{"class": "facts"})]
    assert facts == [
        "copy: 93% of it in the longest · earliest · 25 words",
        "copy: 93% of it in the longest · 20 words",
        "on the same event · 10 words",
    ]
    assert "5 articles" in page.text(page.find("header")[0])


def test_the_index_says_who_is_quoted_most():
    """Full names are joined over articles; each leads to a search for them."""
    said = (("Tilda Marsh", 2, "captain"), ("Marsh", 1, ""))
    entries = [
        replace(entry(f"{n}.html"), name=n, voices=said, speakers=("Tilda Marsh", "Marsh"))
        for n in "ab"
    ]
    page = Page(render_index(entries))
    (voices,) = page.find("details", **{"class": "voices"})
    text = page.text(voices)
    assert "Tilda Marsh 4 quotes in 2 articles captain" in text
    assert text.count("1 quote in 1 article") == 2
    link = next(number for number in page.find("a") if number > voices)
    assert page.attribute(link, "href") == "#speaker=Tilda%20Marsh"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    """Its file has the names that the English one has, and both pages are made of its words."""
    words, english = load(language).words, load("en").words
    assert set(words) == set(english)
    assert set(words["reasons"]) == set(english["reasons"]) == set(REASONS)
    assert len(words["months"]) == 12
    page = html.render(full(), index="index.html", interface=language)
    index = render_index([entry("a.html"), story(20, "a"), story(30, "b")], interface=language)
    for text in (page, index):
        assert f'<html lang="{language}">' in text
        assert words["cleaned_by"] in text
    assert f'<h2 id="brief">{words["summary"]}</h2>' in page
    if language != "en":
        for said in ("Summary", "Key quotes", "words kept", "left out", "Search", "All articles"):
            assert f">{said}" not in page + index
            assert f"{said}<" not in page + index


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 статья"), (3, "3 статьи"), (11, "11 статей"), (22, "22 статьи"), (105, "105 статей")],
)
def test_russian_numbers_take_their_forms(number, said):
    assert load("ru").count("article_count", number) == said


def test_the_language_is_that_of_the_locale():
    """What is asked for wins, then LC_ALL, LC_MESSAGES, LANG; an unknown locale is English."""
    assert choose("de", {"LANG": "fr_FR.UTF-8"}) == "de"
    assert choose(None, {"LANG": "fr_FR.UTF-8", "LC_ALL": "nn_NO.UTF-8"}) == "nb"
    assert choose(None, {"LANG": "fr_FR.UTF-8"}) == "fr"
    assert choose(None, {"LANG": "C.UTF-8"}) == choose(None, {}) == choose(None, {"LANG": "ja"})
    with pytest.raises(UsageError, match="no words in 'xx'; there are en"):
        choose("xx", {})


def test_copies_do_not_make_anybody_more_quoted():
    """In a story with copies the quotes of the longest count, and all articles do."""
    said = (("Tilda Marsh", 2, "captain"),)
    entries = [replace(story(number, name), voices=said) for number, name in ((9, "a"), (20, "b"))]
    page = Page(render_index(entries))
    (voices,) = page.find("details", **{"class": "voices"})
    assert "2 quotes in 2 articles" in page.text(voices)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("ru", None)])
def test_right_to_left_articles_run_so_in_every_part(language, direction):
    """Summary, key quotes, body and the index's item say which way their text runs."""
    digest = full()
    page = Page(html.render(replace(digest, article=replace(digest.article, language=language))))
    parts = [n for n in page.find() if page.elements[n][1].get("lang") == language]
    blocks = [n for n in parts if page.elements[n][0] in ("ol", "ul", "article")]
    assert len(blocks) == 3
    assert {page.elements[n][1].get("dir") for n in blocks} == {direction}
    index = Page(render_index([entry("a.html", language=language)]))
    (item,) = [n for n in index.find("div") if index.elements[n][1].get("lang") == language]
    assert index.elements[item][1].get("dir") == direction


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\x00", "␀"),
        ("\x1b", "␛"),
        ("\x1f", "␟"),
        ("\x7f", "␡"),
        ("\x80", "\ufffd"),
        ("\x9f", "\ufffd"),
        ("\u202a", "\\u202a"),
        ("\u202e", "\\u202e"),
        ("\u2066", "\\u2066"),
        ("\u200f", "\u200f"),
        ("\n", "\n"),
        ("é", "é"),
    ],
)
def test_control_characters_are_shown_and_not_obeyed(sign: str, shown: str) -> None:
    """Each has a picture or an escape; line ends, and marks that scripts need, stay."""
    assert html_parts.escape(f"a{sign}b") == f"a{shown}b"
