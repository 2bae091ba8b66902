"""The foot of a press release goes in every language, in copied text and in HTML."""

from __future__ import annotations

import html

import pytest

import newsclean

RELEASES = {
    "German": (
        "Hafenbahn Ferrow AG kauft zwölf neue Züge",
        [
            (
                "Ferrow, 12. März 2024. Die Hafenbahn Ferrow AG hat am Montag zwölf neue Züge "
                "bestellt, "
                "die von 2026 an zwischen dem Hafen und der Altstadt fahren sollen."
            ),
            (
                "Der Auftrag hat einen Wert von 84 Millionen Euro und ist der größte in der "
                "Geschichte "
                "des Unternehmens, das seit neunzehn Jahren Verluste macht."
            ),
            (
                "„Wir haben lange auf diesen Tag gewartet“, sagte Vorständin Ida Moor vor "
                "Mitarbeitern "
                "in der Wagenhalle am Kai."
            ),
        ],
        [
            "Über die Hafenbahn Ferrow AG",
            (
                "Die Hafenbahn Ferrow AG betreibt seit 1961 den Verkehr auf vier Linien der "
                "Stadt und "
                "beschäftigt rund 640 Mitarbeiterinnen und Mitarbeiter an drei Standorten."
            ),
            "Kontakt für Journalisten:",
            "Jan Osland",
            "Leiter Kommunikation",
            "Telefon: +49 40 555 0199",
            "presse@hafenbahn.example",
        ],
    ),
    "English": (
        "Osland Foundation opens a school at the harbour",
        [
            (
                "The Osland Foundation will open a school for ninety children at the old harbour "
                "of "
                "Ferrow in September, after two years of building."
            ),
            (
                "The house was a store for grain until 1987 and stood empty since then, with "
                "trees that "
                "grew through its roof and pigeons on every floor."
            ),
            (
                "“We looked for a place that children would want to come to,” said Ida Moor, who "
                "will "
                "lead the school with a staff of eleven."
            ),
        ],
        [
            "About Osland Foundation",
            (
                "Osland Foundation is an independent charity that has built thirty schools in nine "
                "countries since 1994 and is paid for by its eleven thousand members."
            ),
            "Media contact:",
            "Jan Moor, +44 20 5550 0199, press@osland.example",
        ],
    ),
    "French": (
        "Le port de Ferrow aura un nouveau tramway",
        [
            (
                "La Société des tramways de Ferrow a commandé lundi douze rames qui relieront le "
                "port à "
                "la vieille ville à partir de 2026, a annoncé sa direction."
            ),
            (
                "Le contrat vaut 84 millions d'euros et il est le plus grand de l'histoire de "
                "l'entreprise, qui perd de l'argent depuis dix-neuf ans."
            ),
            (
                "« Nous attendons ce jour depuis longtemps », a dit la présidente Ida Moor "
                "devant les "
                "employés réunis dans le dépôt."
            ),
        ],
        [
            "À propos de la Société des Tramways de Ferrow",
            (
                "La Société des Tramways de Ferrow est une entreprise publique qui transporte neuf "
                "mille voyageurs par jour sur quatre lignes depuis 1961."
            ),
            "Contact presse :",
            "Jean Moor",
            "presse@tramways.example",
        ],
    ),
    "Spanish": (
        "El puerto de Ferrow tendrá un tranvía nuevo",
        [
            (
                "La Compañía de Tranvías de Ferrow encargó el lunes doce trenes que unirán el "
                "puerto "
                "con la ciudad vieja a partir de 2026, anunció su dirección."
            ),
            (
                "El contrato vale 84 millones de euros y es el mayor en la historia de la "
                "empresa, que "
                "pierde dinero desde hace diecinueve años."
            ),
            (
                "«Hemos esperado mucho este día», dijo la presidenta Ida Moor ante los empleados "
                "reunidos en las cocheras del puerto."
            ),
        ],
        [
            "Acerca de Tranvías Ferrow",
            (
                "Tranvías Ferrow es una empresa pública que lleva a nueve mil viajeros al día en "
                "cuatro "
                "líneas y que desarrolla su actividad desde 1961."
            ),
            "Contacto de prensa",
            "Juan Moor: prensa@tranvias.example",
        ],
    ),
}


def page_of(title: str, body: list[str], foot: list[str], *, as_html: bool) -> str:
    """A release as copied text or as HTML."""
    if not as_html:
        return "\n\n".join([title, *body, *foot])
    rows = "".join(f"<p>{html.escape(line)}</p>" for line in (*body, *foot))
    return f"<html><body><article><h1>{html.escape(title)}</h1>{rows}</article></body></html>"


@pytest.mark.parametrize("as_html", [False, True])
@pytest.mark.parametrize("language", RELEASES)
def test_the_foot_of_a_release_goes(language: str, *, as_html: bool) -> None:
    title, body, foot = RELEASES[language]
    article = newsclean.clean(page_of(title, body, foot, as_html=as_html))
    assert [each.text for each in article.paragraphs] == body


REQUESTS = (
    "Achtung Redaktionen:",
    "Attention editors",
    "À l'attention des rédactions",
)


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_to_newsdesks_goes(request_: str) -> None:
    title, body, _ = RELEASES["English"]
    foot = [request_, "https://osland.example/pictures/ferrow"]
    article = newsclean.clean(page_of(title, body, foot, as_html=False))
    assert [each.text for each in article.paragraphs] == body


PICTURES = {
    "German": "Druckfähige Fotos der neuen Züge finden Sie unter www.hafenbahn.example/presse.",
    "English": "High-resolution images of the school can be found at www.osland.example/press.",
    "French": "Visuels disponibles sur demande auprès du service de presse de la société.",
}


@pytest.mark.parametrize("language", PICTURES)
def test_where_pictures_are_goes_with_the_contact(language: str) -> None:
    title, body, foot = RELEASES[language]
    with_pictures = [*body, PICTURES[language]]
    released = newsclean.clean(page_of(title, with_pictures, foot, as_html=False))
    assert [each.text for each in released.paragraphs] == body


SECTIONS = {
    "English": (
        "About the harbour",
        (
            "The harbour is the oldest part of the town, and most of its houses were built by "
            "people "
            "who came from the islands with nothing but a boat."
        ),
    ),
    "German": (
        "Über Bienen",
        (
            "Bienen sind für den Obstbau am Hafen wichtiger als jede Maschine, sagt die Imkerin, "
            "und "
            "doch gibt es von ihnen jedes Jahr ein paar weniger."
        ),
    ),
    "French": (
        "Contact avec la mer",
        (
            "Les enfants sont chaque jour au bord de l'eau, et les maîtres disent que c'est la "
            "plus "
            "grande chance de cette petite école du port."
        ),
    ),
}


@pytest.mark.parametrize("language", SECTIONS)
def test_a_section_of_the_article_stays(language: str) -> None:
    title, body, _ = RELEASES["English" if language == "English" else language]
    text = page_of(title, body, list(SECTIONS[language]), as_html=False)
    assert SECTIONS[language][1] in newsclean.clean(text).text


NOTICES = (
    "Neither the TSX Venture Exchange nor its regulator accepts responsibility for this release.",
    "This announcement contains inside information for the purposes of Article 7 of the law.",
    "Not for release, publication or distribution in the United States.",
    "Nicht zur Verbreitung in den Vereinigten Staaten oder in Kanada bestimmt.",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_of_an_exchange_goes(notice: str) -> None:
    title, body, foot = RELEASES["English"]
    article = newsclean.clean(page_of(title, [*body, notice], foot, as_html=False))
    assert [each.text for each in article.paragraphs] == body


SHORT_NOTES = (
    ("Over Stichting De Haven", "Stichting De Haven beheert zeven kades in de provincie."),
    ("Tietoa Satamasäätiöstä", "Satamasäätiö ylläpitää kolmea laituria, ja se on perustettu 1920."),
    ("Informazioni sulla Fondazione Porto", "La Fondazione Porto gestisce quattro moli."),
    ("À propos de la Société du Port", "Fondée en 1892, la Société du Port gère sept quais."),
)


@pytest.mark.parametrize("note", SHORT_NOTES)
def test_a_short_note_on_who_released_it_goes(note: tuple[str, str]) -> None:
    """Its name in another case, its verb, and a word that says what kind of body it is."""
    title, body, _ = RELEASES["English"]
    article = newsclean.clean(page_of(title, body, list(note), as_html=False))
    assert [each.text for each in article.paragraphs] == body


def test_a_short_section_on_a_thing_stays() -> None:
    title, body, _ = RELEASES["English"]
    section = ["About the money", "The money was found by friends who sold their own houses."]
    assert section[1] in newsclean.clean(page_of(title, body, section, as_html=False)).text


@pytest.mark.parametrize(
    ("heading", "paragraph"),
    [
        ("Sobre la asociación", "La asociación fue fundada por doce vecinos en 1992."),
        ("À propos de l'association", "L'association réunit depuis dix ans les riverains du port."),
        ("About the company", "The company runs nine trams and was founded by two brothers."),
    ],
)
def test_a_section_on_a_body_without_a_name_stays(heading: str, paragraph: str) -> None:
    title, body, _ = RELEASES["English"]
    rows = [heading, paragraph, "Nobody in the town remembers how it began, says the mayor."]
    kept = newsclean.clean(page_of(title, body, rows, as_html=False)).text
    assert all(row in kept for row in rows[1:])
