"""The HTML pages in a real Chromium: what runs, what is fetched, what fits, what search finds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from chromium import PROGRAM, Chromium
from digests import bare, full, hostile
from newsclean.output import html
from newsclean.output import json as records
from newsclean.output.html_index import entry_from_record, render_index

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="there is no chromium on the PATH"),
]

ATTACK = (
    "</title></style></textarea><script>window.owned = 1</script>"
    "<img src=x onerror='window.owned = 1'><svg onload='window.owned = 1'>"
    '"\' autofocus onfocus="window.owned = 1" x="'
    '<a id=q href="javascript:window.owned = 1">click</a>'
    '<iframe srcdoc="<script>parent.owned = 1</script>"></iframe>'
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">'
    "<form id=controls><input id=list></form>"
)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3

# The contrast of each visible text with what is behind it (WCAG 2.1); the worst comes first.
CONTRAST = """
(() => {
  const numbers = (css) => css.match(/[\\d.]+/g).map(Number);
  const light = (css) => {
    const [r, g, b] = numbers(css).slice(0, 3).map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return getComputedStyle(e).backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    found.push([ratio, element.outerHTML.slice(0, 80)]);
  }
  return found.sort((x, y) => x[0] - y[0]);
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    chromium = Chromium(tmp_path_factory.mktemp("profile"))
    yield chromium
    chromium.close()


def entries(bite: str = ""):
    """Four articles that differ in all that one may search or filter by."""
    base = entry_from_record(records.as_record(hostile(bite) if bite else full()), "ferry.html")
    return [
        base,
        replace(
            base,
            path="school.html",
            title="Schule schließt für immer",
            date="2026-05-01",
            site="Elbe-Bote",
            language="de",
            summary="Das Dach ist undicht. " + LONG,
            speakers=("Luis Echeverría", *(f"Zeuge {n}" for n in range(9))),
        ),
        replace(base, path="x.html", title=None, name="x.txt", date=None, site=None, speakers=()),
        replace(base, path="y.html", title="Marsh gas", speakers=("Ada Marsh",), language="de"),
    ]


@pytest.fixture
def pages(tmp_path):
    """A folder with an article's page, an index, and the same with hostile text."""
    crowded = bare(f"{LONG} and {LONG}")
    made = {
        "ferry.html": html.render(full(), index="index.html"),
        "crowded.html": html.render(replace(crowded, notes=(LONG,))),
        "hostile.html": html.render(hostile(ATTACK)),
        "index.html": render_index(entries()),
        "hostile_index.html": render_index(entries(ATTACK), title=ATTACK),
        "empty_index.html": render_index([]),
    }
    for name, source in made.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
        # What the policy would have stopped must not even be tried: escaping stands by itself.
        bare_source = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)
        (tmp_path / f"unguarded_{name}").write_text(bare_source, encoding="utf-8")
    return tmp_path.as_uri()


def titles(browser: Chromium) -> list[str]:
    return browser.evaluate(
        "[...document.querySelectorAll('#list > li')].filter(e => e.checkVisibility())"
        ".map(e => e.querySelector('h2').textContent)"
    )


@pytest.mark.parametrize("guard", ["", "unguarded_"])
@pytest.mark.parametrize("name", ["hostile.html", "hostile_index.html"])
def test_nothing_of_an_article_runs(browser, pages, name, guard):
    """No script, handler, frame or refresh of an article acts, with the page's policy or without.

    Every fold is opened and every link clicked.
    """
    browser.open(f"{pages}/{guard}{name}")
    browser.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    browser.evaluate("[...document.querySelectorAll('main *')].forEach(e => e.focus())")
    browser.evaluate(
        "document.querySelectorAll('a[href^=\"#\"], a[href^=javascript]').forEach(e => e.click())"
    )
    assert browser.evaluate("typeof window.owned") == "undefined"
    assert browser.evaluate("document.querySelectorAll('img, iframe, h1 *').length") == 0
    assert ATTACK in browser.evaluate("document.querySelector('main').textContent")
    assert browser.evaluate("location.href").startswith(f"{pages}/{guard}{name}")


@pytest.mark.parametrize("name", ["ferry.html", "index.html", "hostile.html", "hostile_index.html"])
def test_a_page_fetches_nothing_and_complains_of_nothing(browser, pages, name):
    """Opening a page is one request, for the page; its own style and script pass its policy."""
    browser.open(f"{pages}/{name}")
    requests = [
        message["params"]["request"]["url"]
        for message in browser.events
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert requests == [f"{pages}/{name}"]
    complaints = [m for m in browser.events if m["method"] == "Log.entryAdded"]
    assert complaints == []
    colour = browser.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
@pytest.mark.parametrize("name", ["ferry.html", "crowded.html", "hostile.html", "index.html"])
def test_nothing_is_wider_than_the_window(browser, pages, name, width):
    """A page never scrolls sideways, with words of 240 letters and with everything unfolded."""
    browser.open(f"{pages}/{name}", width=width)
    browser.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.evaluate("innerWidth") == width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ferry.html", "index.html"])
def test_text_stands_out_from_its_background(browser, pages, name, dark):
    """Every text has the contrast that WCAG 2.1 AA asks of small print, by day and by night."""
    browser.open(f"{pages}/{name}", dark=dark)
    browser.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    contrasts = browser.evaluate(CONTRAST)
    assert len(contrasts) > 20
    assert contrasts[0][0] >= 4.5, contrasts[:3]
    body = browser.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", body)[:3])) < 200) == dark


@pytest.mark.parametrize("font", ["", "serif", "sans-serif", "monospace"])
@pytest.mark.parametrize("width", [800, 1920])
def test_a_line_has_a_readable_length(browser, pages, width, font):
    """On a wide window the article's column holds 55 to 80 characters a line, in any font."""
    browser.open(f"{pages}/ferry.html", width=width)
    browser.evaluate(f"document.body.style.fontFamily = '{font}'")
    width, letter = browser.evaluate(
        "(() => { const p = document.querySelector('article p');"
        " const line = p.appendChild(document.createElement('span'));"
        " line.append('The harbour master said on Monday that');"
        " line.style.whiteSpace = 'nowrap';"
        " return [p.clientWidth, line.offsetWidth / line.textContent.length]; })()"
    )
    assert 55 <= width / letter <= 80


def test_a_summary_sentence_leads_to_its_place(browser, pages):
    """A click on a sentence of the summary brings its place in the article to the window."""
    browser.open(f"{pages}/ferry.html", width=360, height=300)
    browser.evaluate("document.querySelector('.brief ol a[href=\"#s2\"]').click()")
    top = browser.evaluate("document.querySelector('#s2').getBoundingClientRect().top")
    assert browser.evaluate("document.querySelector(':target').id") == "s2"
    assert 0 <= top < 300


def test_searching_as_one_types(browser, pages):
    """Each key narrows the list; case, accents and the order of words do not matter."""
    browser.open(f"{pages}/index.html")
    assert len(titles(browser)) == 4
    browser.evaluate("document.querySelector('#q').focus()")
    browser.type("DACH")
    assert titles(browser) == ["Schule schließt für immer"]
    assert browser.evaluate("document.querySelector('#count').textContent") == "1 of 4 articles"
    browser.type(" echeverria")
    assert titles(browser) == ["Schule schließt für immer"]
    browser.type(" ferry")
    assert titles(browser) == []
    assert browser.evaluate("document.querySelector('#none').checkVisibility()")
    browser.evaluate("document.querySelector('#clear').click()")
    assert len(titles(browser)) == 4
    assert not browser.evaluate("document.querySelector('#none').checkVisibility()")


def test_filters_combine(browser, pages):
    """Site, language and speaker narrow the list together, and stand in the address."""
    browser.open(f"{pages}/index.html")

    def choose(name: str, value: str) -> None:
        browser.evaluate(
            f"(() => {{ const e = document.querySelector('#{name}'); e.value = '{value}';"
            " e.dispatchEvent(new Event('input', {bubbles: true})); })()"
        )

    choose("language", "de")
    assert titles(browser) == ["Schule schließt für immer", "Marsh gas"]
    choose("speaker", "Ada Marsh")
    assert titles(browser) == ["Marsh gas"]
    assert browser.evaluate("location.hash") == "#language=de&speaker=Ada+Marsh"
    choose("site", "Elbe-Bote")
    assert titles(browser) == []
    choose("speaker", "zeuge 8")
    assert titles(browser) == ["Schule schließt für immer"]


def test_a_search_can_be_passed_on(browser, pages):
    """An address with a search in it opens with that search done, and an unknown value is none."""
    browser.open(f"{pages}/index.html#q=ferry&site=Isle+Gazette&language=xx")
    assert browser.evaluate("document.querySelector('#q').value") == "ferry"
    assert titles(browser) == ["Marsh gas", "The last ferry"]


def test_an_index_of_a_hostile_folder_still_searches(browser, pages):
    """Articles that imitate the page's own controls do not get in the way of the search."""
    browser.open(f"{pages}/hostile_index.html")
    browser.evaluate("document.querySelector('#q').focus()")
    browser.type("undicht")
    assert titles(browser) == ["Schule schließt für immer"]


def test_without_scripts_the_index_is_a_plain_list(browser, pages):
    """With scripts off, every article is in sight and no dead control is."""
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(f"{pages}/index.html")
    browser.send("Emulation.setScriptExecutionDisabled", value=False)
    assert len(titles(browser)) == 4
    assert not browser.evaluate("document.querySelector('form').checkVisibility()")


def test_an_empty_folder_has_an_index_too(browser, pages):
    """An index of no articles says so and does not speak of a search that found nothing."""
    browser.open(f"{pages}/empty_index.html")
    assert browser.evaluate("document.querySelector('#count').textContent") == "0 articles"
    assert not browser.evaluate("document.querySelector('#none').checkVisibility()")


def test_on_paper_nothing_is_lost(browser, pages):
    """Printed, the article and the account of what was left out are there, without controls."""
    browser.open(f"{pages}/ferry.html")
    browser.send("Emulation.setEmulatedMedia", media="print")
    assert browser.evaluate("document.querySelector('.account table').checkVisibility()")
    assert not browser.evaluate("document.querySelector('nav').checkVisibility()")
    background = browser.evaluate("getComputedStyle(document.body).backgroundColor")
    browser.send("Emulation.setEmulatedMedia", media="")
    assert background == "rgb(255, 255, 255)"
