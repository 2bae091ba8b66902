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
