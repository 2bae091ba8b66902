"""Pages that hold a notice instead of an article are told by name; articles are not refused."""

from __future__ import annotations

import pytest

import newsclean

PAGE = "<html><head><title>{}</title></head><body><h1>{}</h1><p>{}</p></body></html>"
NOTICES = [
    ("Cookies op deze site", "Wij gebruiken cookies voor een betere ervaring. Klik op akkoord.",
     "consent"),
    ("Just a moment", "Please verify you are human by completing the action below.", "robot"),
    ("Sicherheitsprüfung", "Bitte bestätigen Sie, dass Sie kein Roboter sind.", "robot"),
    ("News", "You need to enable JavaScript to run this app.", "JavaScript"),
    ("Page introuvable", "La page que vous cherchez a été déplacée ou supprimée.", "error"),
    ("ページが見つかりません", "お探しのページは移動または削除された可能性があります。", "error"),
    ("Access Denied", ("You don't have permission to access this page. We have noticed automated "
     "traffic from your network. Turn off your VPN and quote the number below to our desk."),
     "robot"),
    ("Controllo di sicurezza", ("Abbiamo rilevato traffico insolito dalla tua rete. Assicurati che "
     "il browser accetti JavaScript e scrivi alla redazione con il numero di riferimento 5f-1."),
     "robot"),
    ("Tarkistus", ("Verkostasi on havaittu epätavallista toimintaa. Varmista että selaimesi sallii "
     "evästeet ja ota tarvittaessa yhteyttä lukijapalveluun, kerro viitenumero 88-21."), "robot"),
    ("Lesen mit Werbung", ("Lesen Sie wie gewohnt mit Werbung und Cookies. Mit dem Pur-Abo lesen "
     "Sie ganz ohne Werbetracking ab drei Euro im Monat, jederzeit kündbar. Wir und unsere "
     "Drittanbieter verarbeiten Gerätekennungen, um Anzeigen auszuwählen und zu messen."),
     "consent"),
    ("Twoja prywatność", ("Używamy plików cookie. Wyrażając zgodę pozwalasz nam i naszym partnerom "
     "mierzyć skuteczność reklam oraz dobierać treści do twoich zainteresowań."), "consent"),
    ("ferrow.example", "This domain is for sale. Make an offer to its owner today.", "parked"),
]  # fmt: skip
ARTICLE = (
    "Robots vote in Ferrow\n\nThe council of Ferrow asked its machines on Monday to say that they "
    "are not a robot, and all of them did so within a second.\n\n"
    "“We did not expect this page not found answer from the tram,” said Mayor Edda Marklund, who "
    "had to enable JavaScript in her browser before the vote.\n\n"
    "The line carries nine thousand people a day and loses money on all of them, the city said."
)


@pytest.mark.parametrize(("title", "text", "kind"), NOTICES)
def test_a_notice_is_told_by_name(title: str, text: str, kind: str) -> None:
    """From HTML and from copied text, in any language."""
    for page in (PAGE.format(title, title, text).encode(), f"{title}\n\n{text}\n"):
        with pytest.raises(newsclean.NoArticleError, match=kind):
            newsclean.clean(page)


def test_an_article_that_speaks_of_notices_is_one() -> None:
    """A word of a notice in prose refuses nothing."""
    assert "nine thousand people" in newsclean.clean(ARTICLE).text


ABOUT_COOKIES = (
    "Ferrow fines a shop over its cookies\n\nThe privacy office of Ferrow fined a shop of lamps "
    "nine thousand crowns on Monday because its page set cookies before anybody had agreed.\n\n"
    "The shop had asked for consent only on the second page, when the browser already held eleven "
    "of them, the office found in a study of 400 pages that it began in March.\n\n"
    "The shop said it would pay, and that the lamps were better than the page. Its owner, Edda "
    "Marklund, has sold them on Tannery Road for thirty years.\n\n"
    "It is the first such fine on the island since the law on personal data came into force."
)


def test_news_about_cookies_is_an_article() -> None:
    """However often it speaks of consent and browsers."""
    assert "Tannery Road" in newsclean.clean(ABOUT_COOKIES).text


SHOP = (
    "<html><head><title>Kettle, 1.7 l | Marlow</title>{}</head><body><main><h1>Kettle, 1.7 l</h1>"
    "<p>39,90 €</p><p>Boils a litre in three minutes and pours without a drop beside the cup, for "
    "tea, coffee and soup.</p><h2>What you get</h2><p>The lid opens at a touch and stays open. A "
    "filter keeps scale out of the cup, and the cord winds up below the base.</p><p>Made of steel "
    "that was melted from old steel. We plant a tree for each kettle that you buy.</p>"
    "<ul><li>2,200 watts<li>1.1 kg<li>Two years of warranty</ul></main></body></html>"
)
STATED = [
    ('<meta property="og:type" content="product">', "product"),
    (
        (
            '<script type="application/ld+json">{"@type": "Product", "name": "Kettle", "offers": '
            '{"@type": "Offer", "price": "39.90"}, "review": {"@type": "Review"}}</script>'
        ),
        "product",
    ),
    (
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "CollectionPage"}, '
            '{"@type": "WebSite"}]}</script>'
        ),
        "list of links",
    ),
]


@pytest.mark.parametrize(("head", "kind"), STATED)
def test_a_page_that_says_it_is_no_article_is_none(head: str, kind: str) -> None:
    """By its kind in Open Graph or JSON-LD."""
    with pytest.raises(newsclean.NoArticleError, match=kind):
        newsclean.clean(SHOP.replace("{}", head).encode())


@pytest.mark.parametrize("head", [head for head, _ in STATED])
def test_an_article_is_one_whatever_its_page_says(head: str) -> None:
    """A shop's magazine may carry the shop's template."""
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n")[1:])
    page = f"<html><head>{head}</head><body><h1>Robots vote in Ferrow</h1>{paragraphs}</body>"
    assert "nine thousand people" in newsclean.clean(page.encode()).text
