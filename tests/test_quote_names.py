"""Whose name is printed with a quote, and what with it: halves, credits, two women, roles."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.quotes import find

_WAIT = "The longer we wait the worse it gets for everybody"


def who(text: str, language: str = "en") -> tuple[str | None, str | None]:
    """Speaker and role of the last quote."""
    last = find(text, language)[-1]
    return last.speaker, last.role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mary Holt and Jane Price were there. “We wait too long for all of it,” she said."),
        ("de", "Anna Sommer und Karin Vogt kamen. „Wir warten alle schon zu lange“, sagte sie."),
        ("fr", "Anne Roche et Marie Blanc sont là. « On attend depuis trop longtemps », dit-elle."),
        ("sv", "Anna Berg och Karin Holm kom hit. ”Vi har väntat alldeles för länge”, sa hon."),
    ],
)
def test_she_is_neither_of_two_women(language: str, text: str) -> None:
    """Where "and" joins two who may be meant, no speaker is better than the first."""
    assert who(text, language)[0] is None


def test_she_is_the_only_woman_of_a_pair() -> None:
    """A man beside her leaves no doubt."""
    assert who(f"Mary Holt and Tom Reed were there. “{_WAIT},” she said.")[0] == "Mary Holt"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"The tower at dusk. Photograph by Tom Reed\n\n“{_WAIT},” he said."),
        ("en", f"The tower at dusk (Photo: Tom Reed/Acme).\n\n“{_WAIT},” he said."),
        ("de", "Der Turm. Foto: Jan Roth\n\n„Wir warten alle schon viel zu lange“, sagte er."),
        ("ru", "Башня. Фото: Иван Петров\n\n«Мы ждем уже слишком долго», — сказал он."),
    ],
)
def test_who_took_the_picture_does_not_speak(language: str, text: str) -> None:
    """The name of a credit is nobody whom the article tells of."""
    assert who(text, language)[0] is None


def test_a_credit_in_html_is_no_speaker() -> None:
    """The same where the credit stands in the article's own paragraph."""
    page = (
        "<html lang=en><body><article><h1>The tower must be mended</h1>"
        "<p>The council met on Monday about the tower (photo by Tom Reed) and its stones.</p>"
        f"<p>“{_WAIT},” he said of the stones that fell on the road in the last storm.</p>"
        "<p>The work begins in spring, and the road stays closed until the summer.</p>"
        "</article></body></html>"
    )
    assert [quote.speaker for quote in newsclean.digest(page).quotes] == [None]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("said Ann Lee, a partner at Acme NYC. They agree.", "Ann Lee", "partner at Acme NYC"),
        ("said Ann Lee, CEO of Lift UK. It is late.", "Ann Lee", "CEO of Lift UK"),
        (
            "said Ann Lee, professor of law, ethics and society at Kent.",
            "Ann Lee",
            "professor of law, ethics and society at Kent",
        ),
        ("said Ann Lee, head of sales, and Tom Reed agreed.", "Ann Lee", "head of sales"),
        (
            "Sugar Regulatory Board (SRB) chief Pablo Cruz said.",
            "Pablo Cruz",
            "Sugar Regulatory Board (SRB) chief",
        ),
        (
            "former Grain Growers of Kent president Ann Lee wrote, per Global Trade Desk.",
            "Ann Lee",
            "former Grain Growers of Kent president",
        ),
    ],
)
def test_roles_and_names_are_whole(text: str, speaker: str, role: str | None) -> None:
    """Neither is cut at a stop, a bracket, a comma of a list or the head of a sentence."""
    assert who(f"“{_WAIT},” {text}") == (speaker, role)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Home Office Ministers say: “It has nothing to do with us at all.”",
            "Home Office Ministers",
        ),
        ("Still Council Leaders say: “It has nothing to do with us at all.”", "Council Leaders"),
    ],
)
def test_a_body_keeps_the_first_word_of_its_name(text: str, speaker: str) -> None:
    """A common word that opens a sentence belongs to a body, unless it joins sentences."""
    assert who(text)[0] == speaker


def test_a_role_begins_with_whose_it_is() -> None:
    """Words before an owner's name are of the sentence: "At that time Noble's owner"."""
    text = f"At that time Noble's owner, Joe Hanna, came in. “{_WAIT},” Hanna said."
    assert who(text) == ("Joe Hanna", "Noble's owner")


def test_a_role_keeps_what_stands_before_an_owner() -> None:
    """An office comes before the body that is somebody's: "lead of Acme's Studio"."""
    text = f"Ken Reed, former design lead for Acme's Studio, came. “{_WAIT},” Reed said."
    assert who(text) == ("Ken Reed", "former design lead for Acme's Studio")


@pytest.mark.parametrize(
    ("language", "text", "issuer"),
    [
        ("en", f"“{_WAIT},” reads a statement from the Acme Group.", "Acme Group"),
        ("en", f"“{_WAIT},” according to a statement by Ann Lee.", "Ann Lee"),
        (
            "en",
            f"The Kent Institute opened. “{_WAIT},” the Institute's letter said.",
            "Kent Institute",
        ),
        ("de", "„Wir warten schon viel zu lange“, so eine Erklärung von Karin Vogt.", "Karin Vogt"),
        (
            "fr",
            "« Nous attendons trop longtemps », selon un communiqué de Jean Roche.",
            "Jean Roche",
        ),
    ],
)
def test_a_statement_is_its_issuers(language: str, text: str, issuer: str) -> None:
    """Whose name stands with it speaks, not the paper."""
    assert who(text, language)[0] == issuer


def test_an_initial_is_short_for_a_first_name() -> None:
    """The fullest name leads."""
    text = f"Prof. Aleksandar Leko founded it. Dr A. Leko said: “{_WAIT}.”"
    assert who(text)[0] == "Aleksandar Leko"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "pl",
            "Zdaniem Jochena Stadta tak.\n\n– Nie ma powodów – mówi Jochen Stadt.",
            "Jochen Stadt",
        ),
        ("cs", "Podle Petra Nováka ano. „Není důvod se bát,“ řekl Petr Novák.", "Petr Novák"),
        ("ru", "Согласно Ивану Руге да. «Нет причин для тревог», — сказал Иван Руга.", "Иван Руга"),
    ],
)
def test_according_to_is_no_part_of_a_name(language: str, text: str, speaker: str) -> None:
    """A word that leads to a source has its capital from its place."""
    assert who(text, language)[0] == speaker


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            f"“{_WAIT},” a statement from Ann Lee's lawyer said.",
            "a statement from Ann Lee's lawyer",
        ),
        (f"“{_WAIT},” said the post of Ann Lee's husband.", "the post of Ann Lee's husband"),
        (
            f"“{_WAIT},” said a note from Goldman Sachs analyst Ann Lee.",
            "a note from Goldman Sachs analyst Ann Lee",
        ),
        (f"“{_WAIT},” a letter by the Acme board said.", "a letter by the Acme board"),
        (f"“{_WAIT},” a statement from Ann Lee on Monday said.", "Ann Lee"),
        (f"“{_WAIT},” says a statement by Ann Lee, the mayor of Leeds.", "Ann Lee"),
        (f"“{_WAIT},” a statement from Acme said.", "Acme"),
    ],
)
def test_who_only_owns_or_leads_to_an_issuer_issues_nothing(text: str, issuer: str) -> None:
    """A statement of somebody's lawyer is the lawyer's, who keeps their own words."""
    assert who(text)[0] == issuer


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", f"Picture: Tom Reed, chief of Acme, said: “{_WAIT}.”", "Tom Reed"),
        ("en", f"Photo: Tom Reed told reporters: “{_WAIT}.”", "Tom Reed"),
        ("de", "Foto: Jan Roth sagte: „Wir warten alle schon viel zu lange.“", "Jan Roth"),
        ("es", "Foto: Ana Ruiz, alcaldesa, dijo: «Esperamos demasiado tiempo ya».", "Ana Ruiz"),
        ("en", f"Photo: Tom Reed\n\nMary Holt said: “{_WAIT}.”", "Mary Holt"),
        ("en", f"Photo: Tom Reed, Acme. Mary Holt said: “{_WAIT}.”", "Mary Holt"),
    ],
)
def test_a_label_before_a_whole_sentence_is_no_credit(
    language: str, text: str, speaker: str
) -> None:
    """Who has a verb of speech speaks, whatever word and colon stand before the name."""
    assert who(text, language)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Per Mertesacker said: “{_WAIT}.”", "Per Mertesacker"),
        (f"Nobody came. Per Olov Lindholm added: “{_WAIT}.”", "Per Olov Lindholm"),
        (f"Per Nilsson told reporters: “{_WAIT}.”", "Per Nilsson"),
        (f"Per Ann Lee, the plan failed. Ann Lee said: “{_WAIT}.”", "Ann Lee"),
    ],
)
def test_a_first_name_that_also_leads_to_a_source_stays(text: str, speaker: str) -> None:
    """Before a name and its verb, "Per" is who speaks."""
    assert who(text)[0] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            f"President Tom Reed received guests. “{_WAIT},” said the president of Serbia.",
            "the president of Serbia",
        ),
        (
            "es",
            (
                "El presidente Juan Ruiz recibió a todos. «No vamos a esperar más tiempo», "
                "dijo el presidente de Serbia."
            ),
            "el presidente de Serbia",
        ),
        (
            "fr",
            (
                "Le président Jean Roche a reçu des invités. « Nous attendons depuis longtemps », "
                "a déclaré le président de la Serbie."
            ),
            "le président de la Serbie",
        ),
        (
            "nl",
            (
                "President Jan Jansen ontving gasten. “We wachten al veel te lang op iedereen”, "
                "zei de president van Servië."
            ),
            "de president van Servië",
        ),
        (
            "de",
            (
                "Präsident Jan Roth empfing Gäste. „Wir warten alle schon viel zu lange“, "
                "sagte der Präsident von Serbien."
            ),
            "der Präsident von Serbien",
        ),
        # the country before the office, told of with it, or not named
        (
            "en",
            f"President Tom Reed received guests. “{_WAIT},” said the Serbian president.",
            "Tom Reed",
        ),
        (
            "en",
            f"Tom Reed, president of Serbia, came. “{_WAIT},” said the president of Serbia.",
            "Tom Reed",
        ),
        ("en", f"President Tom Reed came. “{_WAIT},” said the president.", "Tom Reed"),
        (
            "en",
            f"Director Tom Reed of Acme came. “{_WAIT},” said the director of Acme.",
            "Tom Reed",
        ),
        (
            "en",
            f"Acme's director Tom Reed came. “{_WAIT},” said the director of Acme.",
            "Tom Reed",
        ),
    ],
)
def test_the_president_of_a_country_is_not_the_president(
    language: str, text: str, speaker: str
) -> None:
    """A country behind the office tells one from another, who is told of without any."""
    assert who(text, language)[0] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Rien ne presse », dit Dominique de Valpin.", "Dominique de Valpin"),
        ("fr", "« Rien ne presse », a dit Valéry Girard d'Aubin.", "Valéry Girard d'Aubin"),
        ("fr", "« Rien ne presse », a dit Louis d’Aubin.", "Louis d’Aubin"),
        ("fr", "« Rien ne presse », a déclaré Marie L'Hermine.", "Marie L'Hermine"),
        ("fr", "« Rien ne presse », a dit Awa N'Dory. Mme N'Dory se tait.", "Awa N'Dory"),
        ("es", "«No hay prisa», dijo María José de la Cruz.", "María José de la Cruz"),
        ("pt", "“Não há pressa”, disse a ministra Ana dos Santos.", "Ana dos Santos"),
        ("it", "«Non c'è fretta», ha detto Elena della Valle.", "Elena della Valle"),
        ("it", "«Non c'è fretta», ha detto Massimo D'Alba.", "Massimo D'Alba"),
        ("it", "«Non c'è fretta», ha aggiunto Massimo D’Alba. D’Alba tace.", "Massimo D’Alba"),
        ("ca", "«No hi ha pressa avui», va dir el batlle Joan de Déu.", "Joan de Déu"),
        ("nl", "„Er is geen haast”, zei Jan van der Berg.", "Jan van der Berg"),
        # what is "of" behind a whole name, "for", and whose lawyer it is
        ("fr", "« Rien ne presse », dit l'avocat Paul Vidal de Lyon.", "Paul Vidal"),
        ("fr", "« Rien ne presse », a dit Marie pour Paul.", "Marie"),
        ("nl", "„Er is geen haast”, zei Jan Smit van Utrecht.", "Jan Smit"),
        ("en", "“There is no haste,” said Joan of Leeds.", "Joan"),
        ("en", "“There is no haste,” said Tom 'Red' Reed.", "Tom 'Red' Reed"),
        ("fr", "« Rien ne presse », selon la mère d'Anne Rey.", "la mère d'Anne Rey"),
    ],
)
def test_a_family_name_has_its_particle(language: str, text: str, speaker: str) -> None:
    assert who(text, language)[0] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role"),
    [
        (
            "fr",
            "« Rien ne presse », a dit le ministre de l'Intérieur Paul Rey.",
            "Paul Rey",
            "ministre de l'Intérieur",
        ),
        (
            "fr",
            "« Rien ne presse », a dit la présidente de la Chambre Anne Rey.",
            "Anne Rey",
            "présidente de la Chambre",
        ),
        (
            "it",
            "«Non c'è fretta», ha detto il ministro degli Esteri Antonio Neri.",
            "Antonio Neri",
            "ministro degli Esteri",
        ),
        (
            "it",
            "«Non c'è fretta», ha detto la presidente dell'Unione Paola Neri.",
            "Paola Neri",
            "presidente dell'Unione",
        ),
        (
            "es",
            "«No hay prisa», dijo el ministro de la Presidencia Pedro Ruiz.",
            "Pedro Ruiz",
            "ministro de la Presidencia",
        ),
        (
            "nl",
            "„Er is geen haast”, zei de voorzitter van de Kamer Jan Smit.",
            "Jan Smit",
            "voorzitter van de Kamer",
        ),
        (
            "en",
            "“There is no haste,” said Minister for the Environment Ann Lee.",
            "Ann Lee",
            "Minister for the Environment",
        ),
    ],
)
def test_what_an_office_is_of_may_have_an_article(
    language: str, text: str, speaker: str, role: str
) -> None:
    assert who(text, language) == (speaker, role)
