"""The title of an HTML page: of what the mark-up states, the headings and the printed lines."""

from __future__ import annotations

import re

import pytest

import newsclean

BODY = (
    "<p>The council voted on Tuesday to close the swimming pool for the winter, and gave no date"
    " for its return. The swimming pool has leaked since the spring storms.</p>"
    "<p>The repair of the roof will cost two million crowns, the mayor said on Tuesday evening"
    " after the vote, and the council has no money for the winter.</p>"
    "<p>Swimmers who have season tickets will get their money back, the council promised them,"
    " and the school will use the pool of the next town.</p>"
)
GERMAN = (
    "<p>Der Gemeinderat hat am Dienstag beschlossen, das Hallenbad im Winter zu schließen, und"
    " nannte keinen Tag, an dem das Hallenbad wieder öffnet.</p>"
    "<p>Die Reparatur des Daches kostet zwei Millionen Euro, sagte die Bürgermeisterin nach der"
    " Abstimmung, und der Gemeinderat hat dafür kein Geld.</p>"
    "<p>Wer eine Jahreskarte hat, bekommt sein Geld zurück, versprach der Gemeinderat, und die"
    " Schule schwimmt im Nachbarort.</p>"
)


def title(head: str, top: str, body: str = BODY) -> str | None:
    """The title of a page with this head and these elements above its text."""
    source = f"<html><head>{head}</head><body>{top}<main>{body}</main></body></html>"
    found = newsclean.clean(source.encode()).metadata.title
    return found.value if found else None


@pytest.mark.parametrize(
    ("site", "printed", "body"),
    [
        ("Seaside Blog", "Council closes the swimming pool", BODY),
        ("Radio Harbour - The voice of the coast", "Swimming pool closed for the winter", BODY),
        ("Neues von der Küste", "Gemeinderat schließt das Hallenbad für den Winter", GERMAN),
    ],
)
def test_the_name_of_the_site_is_no_title(site: str, printed: str, body: str) -> None:
    """Old weblogs head every page with their own name; the entry has a smaller heading."""
    top = f"<h1>{site}</h1><h2>{printed}</h2><p>March 3, 2024</p>"
    assert title(f"<title>{site}</title>", top, body) == printed


@pytest.mark.parametrize(
    ("kicker", "headline", "body"),
    [
        ("Opinion", "The council must not close the swimming pool", BODY),
        ("Budget for the year", "Council closes the swimming pool", BODY),
        ("Haushalt der Gemeinde", "Gemeinderat schließt das Hallenbad", GERMAN),
    ],
)
def test_a_label_inside_the_heading(kicker: str, headline: str, body: str) -> None:
    """The `<h1>` has a label on a line of its own above the headline that is stated."""
    head = f'<title>{headline} | Post</title><meta property="og:title" content="{headline}">'
    top = f"<h1><span>{kicker}</span><br><span>{headline}</span></h1><p>By Anna Berg</p>"
    assert title(head, top, body) == headline


@pytest.mark.parametrize(
    ("stated", "printed", "body"),
    [
        ("Pool closing news 2024 | Harbour Post", "Council closes the swimming pool", BODY),
        ("Swimming pool closed: what to know", "Council closes the swimming pool", BODY),
        ("Hallenbad zu: alle Infos", "Gemeinderat schließt das Hallenbad", GERMAN),
    ],
)
def test_the_printed_heading_and_not_what_engines_read(
    stated: str, printed: str, body: str
) -> None:
    """What is written for search engines is not what a reader sees above the text."""
    head = f'<title>{stated}</title><meta property="og:title" content="{stated}">'
    assert title(head, f"<h1>{printed}</h1><p>March 3, 2024</p>", body) == printed


def test_runners_up_name_the_others() -> None:
    """What else could be the title stays in the field."""
    source = (
        "<html><head><title>Seaside Blog</title></head><body><h1>Seaside Blog</h1>"
        f"<h2>Council closes the swimming pool</h2><main>{BODY}</main></body></html>"
    )
    found = newsclean.clean(source.encode()).metadata.title
    assert found is not None
    assert "Seaside Blog" in [each.value for each in found.runners_up]


_STATED = "Council closes the pool"


@pytest.mark.parametrize(
    ("heading", "stated", "wanted"),
    [
        (f"<span>Budget</span> {_STATED}", _STATED, _STATED),
        (f"{_STATED} <small>It has leaked since the great storms</small>", _STATED, _STATED),
        (
            "<span>Haushalt der Stadt</span> „Das Bad bleibt im Winter zu“",
            "„Das Bad bleibt im Winter zu“",
            "„Das Bad bleibt im Winter zu“",
        ),
        ("Why the council closes the pool", "The council closes the pool", None),
        (f"Big {_STATED}", _STATED, None),
        ("Five ways Marlow pool changed swimming", "Marlow pool changed swimming", None),
        ("US Senate votes for the pool", "Senate votes for the pool", None),
        ("Dr Tom Hall opens the pool", "Tom Hall opens the pool", None),
        ("Why I Left Marlow For Good", "I Left Marlow For Good", None),
        ("<span>President Hall opens the pool</span>", "Hall opens the pool", None),
        (f"{_STATED} It has leaked since the great storms", _STATED, None),
        ("Pool of the council closes for the winter", "closes for the winter", None),
        (f"{_STATED} for the whole of the winter", _STATED, None),
        ("Council Closes the Pool For All of the Winter", "Council Closes the Pool", None),
        (f"Live: {_STATED}", _STATED, None),
        (f"Budget – {_STATED}", _STATED, None),
        (f"{_STATED}: What it costs and who pays for it", _STATED, None),
    ],
)
def test_a_kicker_or_subtitle_glued_in_the_heading(
    heading: str, stated: str, wanted: str | None
) -> None:
    """What the mark-up states is the title, where the heading has an element more beside it."""
    printed = re.sub("<[^<>]+>", "", heading)
    head = f'<title>{stated} | Post</title><meta property="og:title" content="{stated}">'
    assert title(head, f"<h1>{heading}</h1><p>By Anna Berg</p>") == (wanted or printed)


PRINTED = "Council closes the swimming pool for the winter"
SEARCHED = "Swimming pool: council closes it, all dates and prices"


@pytest.mark.parametrize(
    "trail",
    [
        "<nav><ul><li><a href='/'>Home</a></li><li><h1>{}</h1></li></ul></nav>",
        "<div class='breadcrumb'><a href='/'>Home</a><h1 class='last'>{}</h1></div>",
        "<ol id='breadcrumbs'><li><a href='/'>Home</a></li><li><h1>{}</h1></li></ol>",
    ],
)
@pytest.mark.parametrize(
    "heading",
    [
        "<h2>{}</h2>",
        "<h2><span>Sport</span><div>:</div><div>{}</div></h2>",
        "<header><p>SPORT</p><h2 class='headline'>{}</h2></header>",
    ],
)
def test_a_heading_of_first_rank_in_a_breadcrumb_is_for_machines(trail: str, heading: str) -> None:
    """What is printed over the article, in a heading of second rank, is the headline."""
    head = (
        f"<title>{SEARCHED} - Harbour Post</title><meta property='og:title' content='{SEARCHED}'>"
    )
    top = trail.format(SEARCHED) + heading.format(PRINTED)
    assert title(head, top) == PRINTED


@pytest.mark.parametrize("kicker", ["Harbour baths :", "„Swim no more“: ", "SPORT"])
def test_a_breadcrumb_has_the_headline_without_its_kicker(kicker: str) -> None:
    """As German news sites have it, with and without a colon."""
    top = f"<div class='breadcrumb'><a href='/'>Home</a><h1>{PRINTED}</h1></div>"
    heading = f"<h2><span>{kicker}</span><span>{PRINTED}</span></h2>"
    assert title(f"<title>{PRINTED}</title>", top + heading) == PRINTED


@pytest.mark.parametrize(
    "top",
    [
        # no other heading; one that says something else; and a banner with the only heading
        f"<nav><ul><li><h1>{SEARCHED}</h1></li></ul></nav>",
        f"<nav><ul><li><h1>{SEARCHED}</h1></li></ul></nav><h2>More from our paper today</h2>",
        f"<div class='breadcrumb-area'><h1>{SEARCHED}</h1><a href='/'>Home</a></div>",
        f"<div class='breadcrumb'>Home</div><h1>{SEARCHED}</h1><h2>{PRINTED}</h2>",
    ],
)
def test_a_heading_in_a_banner_may_be_the_only_one(top: str) -> None:
    assert title(f"<title>{SEARCHED} - Harbour Post</title>", top) == SEARCHED


@pytest.mark.parametrize(
    ("stated", "heading"),
    [
        (f"Harbour baths: {PRINTED}", f"<span>Harbour baths</span> <span>{PRINTED}</span>"),
        (f"{PRINTED} | Harbour Post", f"<span>Baths</span>{PRINTED}"),
        (f"{PRINTED} | Harbour Post", f"{PRINTED}<small>Pupils will swim in the next town</small>"),
    ],
)
def test_a_kicker_or_subtitle_inside_the_heading_goes(stated: str, heading: str) -> None:
    """The page parts it by an element, and states it apart or not at all."""
    assert title(f"<title>{stated}</title>", f"<h1>{heading}</h1>") == PRINTED


@pytest.mark.parametrize(
    ("stated", "heading"),
    [
        # an element in the middle of the headline is no kicker
        (f"{PRINTED} | Harbour Post", PRINTED.replace("closes", "<em>closes</em>")),
        (PRINTED, f"<b>Council</b> {PRINTED.removeprefix('Council ')}"),
        (f"Council: {PRINTED}", f"<a href='/'>Council</a> {PRINTED.removeprefix('Council ')}"),
    ],
)
def test_an_element_inside_the_headline_stays(stated: str, heading: str) -> None:
    assert title(f"<title>{stated}</title>", f"<h1>{heading}</h1>") == PRINTED


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("<meta property='og:site_name' content='Seaside Diary'>", ""),
        ("<link rel='canonical' href='https://seasidediary.example/2024/pool'>", ""),
        ("", "<footer>© 2024 Seaside Diary</footer>"),
    ],
)
def test_the_owner_of_the_page_is_no_title(head: str, below: str) -> None:
    """A heading stands nearer to the text than that with the name of the site."""
    top = f"<h1>Seaside Diary</h1><h2>{PRINTED}</h2>"
    head += "<title>Seaside Diary</title>"
    assert title(head, top, BODY + below) == PRINTED
    assert title(head, "<h1>Seaside Diary</h1>", BODY + below) == "Seaside Diary"


@pytest.mark.parametrize(
    "masthead",
    [
        "<h1><a href='/'>The Fenmoor Courant</a></h1>",
        "<h1 class='logo'>The Fenmoor Courant</h1>",
        "<div><h1><a href='https://courant.example/'>The Fenmoor Courant</a></h1></div>",
        "<h1 class='site-title'>The Fenmoor Courant</h1>",
    ],
)
def test_what_leads_to_the_first_page_is_no_title(masthead: str) -> None:
    """Where the page states nothing else, the heading of second rank is the headline."""
    printed = "Fenmoor council closes its swimming pool for the winter"
    top = f"{masthead}<h2>{printed}</h2><p>By Anna Berg</p><p>March 3, 2024</p>"
    assert title("<title>The Fenmoor Courant</title>", top) == printed


@pytest.mark.parametrize(
    "heading",
    [
        "<h1><a href='/2024/pool-closed'>Council closes the pool</a></h1>",
        "<h1 class='brand-headline'>Council closes the pool</h1>",
        "<div class='catalogue'><h1>Council closes the pool</h1></div>",
    ],
)
def test_a_headline_above_a_deck_stays(heading: str) -> None:
    """It leads to itself, and its names only have the words in them."""
    deck = "<h2>It leaks, and there is no money for the winter</h2>"
    top = f"{heading}{deck}<p>March 3, 2024</p>"
    assert title("<title>Council closes the pool</title>", top) == "Council closes the pool"
