"""Lists of items, sections and goods for sale are told by the whole page; odd articles stay."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.page_kind import check
from newsclean.document import Document
from newsclean.errors import NoArticleError
from newsclean.pipeline import Options, clean_document

_PITCH = {
    "en": (
        "Our range of {0} is made for people who spend their days outside and want things that "
        "last. Every piece is checked by hand before it leaves the workshop in Osland."
    ),
    "de": (
        "Unsere {0} sind für alle gemacht, die ihre Tage draußen verbringen und Dinge wollen, die "
        "halten. Jedes Stück wird von Hand geprüft, bevor es die Werkstatt in Osland verlässt."
    ),
    "fr": (
        "Nos {0} sont faits pour ceux qui passent leurs journées dehors et veulent des objets qui "
        "durent. Chaque pièce est contrôlée à la main avant de quitter l'atelier d'Osland."
    ),
}


def goods(language: str, kind: str, currency: str, names: list[str]) -> str:
    """A page of a shop: what it says of its range, and a card for each thing."""
    cards = [
        f"{name}\n{29 + 7 * number},00 {currency}\n({12 + number})"
        for number, name in enumerate(names)
    ]
    return "\n".join(["Osland", kind, _PITCH[language].format(kind), *cards, "Osland 2024"])


SHOPS = {
    "English": goods(
        "en",
        "rain coats",
        "€",
        ["Harbour coat", "Ferrow coat", "Quay jacket", "Mole parka", "Pier cape", "Tide anorak"],
    ),
    "German": goods(
        "de",
        "Regenmäntel",
        "€",
        ["Hafenmantel", "Mantel Ferrow", "Kaijacke", "Molenparka", "Umhang Steg", "Anorak Flut"],
    ),
    "French": goods(
        "fr",
        "manteaux de pluie",
        "€",
        ["Manteau du port", "Manteau Ferrow", "Veste du quai", "Parka", "Cape", "Anorak marée"],
    ),
}


def section(read_more: str, by: str, stories: list[tuple[str, str]]) -> str:
    """A page of teasers: headline, first sentence, who, and a link to the rest."""
    cards = [
        f"{head}\n{teaser}\n{by} Ida Moor\n{3 + number}.05.2024\n{read_more}"
        for number, (head, teaser) in enumerate(stories)
    ]
    return "\n".join(["Ferrow Post", *cards, *cards[:2], "Ferrow Post 2024"])


SECTIONS = {
    "English": section(
        "Read more",
        "By",
        [
            ("Tram line bought back", "The council buys the harbour tram back after many years."),
            ("School under water", "Heavy rain has closed the school at the bridge for a week."),
            (
                "Ferry stays in port",
                "A broken shaft keeps the ferry in port until Friday at least.",
            ),
            ("New roof for the hall", "The market hall gets a roof of glass before the winter."),
            ("Choir wins in Rome", "The choir of Ferrow has won the first prize at a contest."),
        ],
    ),
    "German": section(
        "Weiterlesen",
        "Von",
        [
            ("Tram zurückgekauft", "Der Rat kauft die Hafenbahn nach vielen Jahren zurück."),
            ("Schule unter Wasser", "Starker Regen hat die Schule an der Brücke geschlossen."),
            ("Fähre bleibt im Hafen", "Eine gebrochene Welle hält die Fähre bis Freitag im Hafen."),
            ("Neues Dach", "Die Markthalle bekommt vor dem Winter ein Dach aus Glas."),
            ("Chor gewinnt in Rom", "Der Chor von Ferrow hat einen ersten Preis gewonnen."),
        ],
    ),
    "Spanish": section(
        "Leer más",
        "Por",
        [
            ("El tranvía vuelve", "El concejo compra el tranvía del puerto tras muchos años."),
            ("Escuela bajo el agua", "La lluvia ha cerrado la escuela del puente esta semana."),
            ("El ferry no sale", "Un eje roto deja al ferry en el puerto hasta el viernes."),
            ("Nuevo techo", "El mercado tendrá un techo de vidrio antes del invierno."),
            ("El coro gana en Roma", "El coro de Ferrow ha ganado el primer premio."),
        ],
    ),
}
_LEAD = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, nineteen years "
    "after it was sold for a single crown to the company that had promised to run it."
)
ARTICLES = {
    "recipe": "Apple porridge\nBy Ida Moor\n3 May 2024\nShop\nAdd to cart\nIn stock\n"
    "This porridge is what my aunt in Ferrow made on cold mornings, and it needs little time.\n"
    "Ingredients\n80 g oats\n250 ml milk\n1 tbsp honey\n2 tsp cinnamon\n1 apple\nMethod\n"
    "Bring the milk to the boil and stir in the oats until they are soft and thick.\n"
    "Grate the apple, add it with the honey and the cinnamon, and serve while it is hot.\n"
    "Rate this recipe\n4.5\n(212)\nMore recipes\nPancakes\n4.5\n(31)\n"
    "Soup\n4.1\n(12)\nStew\n4.9\n(8)",
    "list with prices": "Five coats for the rain\nBy Ida Moor\n3 May 2024\n"
    + _LEAD
    + "\n"
    + "\n".join(
        f"{name}\nI wore it for a week along the harbour, and it kept me dry on all but one day, "
        f"when the wind came from the sea and the hood would not stay where it was put.\n"
        f"€{price} at Osland"
        for name, price in (("Harbour coat", 129), ("Quay jacket", 99), ("Mole parka", 210))
    ),
    "encyclopaedia": "Ferrow tramway\nFrom Wikiquarry, the free encyclopedia\n\nFerrow tramway\n"
    "Locale Ferrow, Norland\nStations 31\nOpened 4 May 1896\nTrack gauge 1,067 mm\n\n"
    + _LEAD
    + "\n\nContents\n1 History\n1.1 Early years\n1.2 Sale\n2 Rolling stock\n3 See also\n"
    "History[edit]\nEarly years[edit]\nThe first cars were drawn by horses.[5]\n\nSale[edit]\n"
    "In 2007 the city council sold the line for one crown.[8]\n\nSee also[edit]\n"
    + "\n".join(f"List of tramways in {place}" for place in ("Norland", "Osland", "Vesterland"))
    + "\nReferences[edit]\n"
    + "\n".join(f"Lindqvist, P. ({year}). Rails. Quay Press. p. 14." for year in range(1990, 2002)),
    "live blog": "Storm over Ferrow: live\nBy Ida Moor\n3 May 2024\n"
    + "\n".join(
        f"{9 + hour}:{10 + hour}\nThe water has risen by another {hour + 3} centimetres at the "
        "harbour, the city says, and the road along the quay is closed to all but the bus.\n"
        "Share\nComment"
        for hour in range(6)
    ),
}


@pytest.mark.parametrize("name", SHOPS)
def test_goods_for_sale_are_no_article(name: str) -> None:
    with pytest.raises(NoArticleError, match="goods for sale"):
        newsclean.clean(SHOPS[name])


@pytest.mark.parametrize("name", SECTIONS)
def test_a_page_of_teasers_is_no_article(name: str) -> None:
    with pytest.raises(NoArticleError, match="looks like"):
        newsclean.clean(SECTIONS[name])


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_with_lists_or_prices_stays(name: str) -> None:
    assert newsclean.clean(ARTICLES[name]).words_kept > 20


def test_the_same_pages_as_html() -> None:
    cards = "".join(
        f"<div class=card><h3>{line}</h3></div>" if number % 3 == 0 else f"<p>{line}</p>"
        for number, line in enumerate(SHOPS["English"].split("\n"))
    )
    with pytest.raises(NoArticleError):
        newsclean.clean(f"<html><body><main>{cards}</main></body></html>")


def test_it_says_what_shows_it() -> None:
    with pytest.raises(NoArticleError, match="16 of 22 lines lie in blocks that are alike"):
        newsclean.clean(SHOPS["German"])


def test_what_the_user_keeps_is_never_refused() -> None:
    kept = clean_document(Document(SECTIONS["English"]), Options(keep=("tram",)))
    assert "tram" in kept.text


def test_weights_of_other_numbers_are_refused() -> None:
    """A number that was renamed, added or moved since the training is told, not weighed wrongly."""
    names = check._model().numbers
    row = dict.fromkeys(names, 0.5)
    assert isinstance(check.score(row, 1.0), float)
    for other in (
        {**row, "another": 0.5},
        dict.fromkeys(names[1:], 0.5),
        {f"new {name}": 0.5 for name in names},
        dict.fromkeys(reversed(names), 0.5),
    ):
        with pytest.raises(ValueError, match="train it anew"):
            check.score(other, 1.0)
