"""Paragraphs in another language than the article, above or below it."""

from __future__ import annotations

import pytest

import newsclean

_CONSENT = (
    "We and our 312 partners store and use information on your device to show you what you like.",
    "You can change what you have chosen at any time when you open the settings below this page.",
    "Your choices are kept for a year, and they hold for all the pages of our group of companies.",
)
_GERMAN = (
    "Die Fähre nach Norderhafen fährt seit Montag wieder, zum ersten Mal seit dem Sturm von 1987.",
    "Der Gemeinderat hatte den Bau eines neuen Anlegers im Herbst mit großer Mehrheit beschlossen.",
    "Eine Fahrkarte kostet zwei Euro, und Kinder unter sechs Jahren fahren auch künftig umsonst.",
    "Im Sommer soll das Schiff viermal am Tag ablegen, im Winter bleibt es bei einer Fahrt.",
    "Der Kapitän hat das Ruder von seinem Vater übernommen, der die alte Fähre gesteuert hatte.",
)
_FINNISH = (
    "Lautta Norrsatamaan kulkee taas maanantaista alkaen, ensimmäisen kerran vuoden 1987 jälkeen.",
    "Kunnanvaltuusto päätti uuden laiturin rakentamisesta syksyllä selvällä enemmistöllä.",
    "Lippu maksaa kaksi euroa, ja alle kuusivuotiaat lapset matkustavat edelleen maksutta.",
    "Kesällä laiva lähtee neljä kertaa päivässä, talvella vain kerran.",
    "Kapteeni peri ruorin isältään, joka oli ohjannut vanhaa lauttaa kolmekymmentä vuotta.",
)
_RUSSIAN = (
    "Паром в Норский порт с понедельника снова ходит, впервые после шторма 1987 года.",
    "Осенью городской совет большинством голосов решил построить новый причал.",
    "Билет стоит двести рублей, а дети до шести лет, как и раньше, ездят бесплатно.",
    "Летом судно будет отходить четыре раза в день, зимой останется один рейс.",
    "Капитан принял штурвал от отца, который тридцать лет водил старый паром.",
)
_TITLES = {
    "de": "Fähre nach Norderhafen fährt wieder",
    "fi": "Lautta kulkee taas",
    "ru": "Паром снова ходит",
}


def _page(code: str, body: tuple[str, ...], below: tuple[str, ...], stated: str = "") -> bytes:
    rows, further = ("".join(f"<p>{text}</p>" for text in texts) for texts in (body, below))
    title = _TITLES[code]
    return (
        f'<html lang="{stated or code}"><title>{title}</title><body><h1>{title}</h1>{rows}'
        f"<section>{further}</section></body></html>"
    ).encode()


@pytest.mark.parametrize(("code", "body"), [("de", _GERMAN), ("fi", _FINNISH), ("ru", _RUSSIAN)])
def test_a_box_in_english(code: str, body: tuple[str, ...]) -> None:
    """It is no part of the article, nor does it tell the article's language."""
    article = newsclean.clean(_page(code, body, _CONSENT))
    assert article.language == code
    assert article.text.split("\n\n") == list(body)


def test_the_same_text_in_a_second_language() -> None:
    """The article is in the language of the page and its headline."""
    article = newsclean.clean(_page("de", _GERMAN, _FINNISH[:4]))
    assert article.text.split("\n\n") == list(_GERMAN)


@pytest.mark.parametrize(
    "below",
    [
        ("“We never thought that the ferry would be back in our lives, but here it is again.”",),
        (
            "“We never thought that the ferry would be back in our lives, but here it is again.”",
            "“And now we will not let it go again, not for all the money that there is in town.”",
        ),
        ("I left my heart on the ferry, and the ferry left it with the tide on the other side.",),
    ],
)
def test_words_of_others_at_the_end(below: tuple[str, ...]) -> None:
    """What is quoted, or one paragraph alone, may be the article's in any language."""
    text = newsclean.clean("\n\n".join([_TITLES["de"], *_GERMAN, *below])).text
    assert all(each in text for each in below)


@pytest.mark.parametrize("as_html", [True, False])
def test_what_the_article_quotes_in_another_language_stays(*, as_html: bool) -> None:
    """A line that ends in a colon leads to it, and HTML has an element for quotations."""
    lead = "In der Erklärung der Reederei, die am Montag verschickt wurde, heißt es wörtlich:"
    rows = [*_GERMAN, lead, *_CONSENT[:2]]
    if as_html:
        quoted = "".join(f"<p>{row}</p>" for row in _CONSENT[:2])
        body = "".join(f"<p>{row}</p>" for row in [*_GERMAN, lead])
        text = f"<article><h1>{_TITLES['de']}</h1>{body}<blockquote>{quoted}</blockquote></article>"
    else:
        text = "\n\n".join([_TITLES["de"], *rows])
    kept = newsclean.clean(text).text
    assert all(row in kept for row in rows)
