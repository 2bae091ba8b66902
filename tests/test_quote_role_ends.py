"""Where a role begins and ends: no purpose, no time, no kinship without whose, no other case."""

from __future__ import annotations

import pytest

import newsclean


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "en",
            (
                "I had a talk with Greg Holt, CEO of the company to learn the inside scoop. "
                "“We give ideas away before anybody pays us,” he says."
            ),
            "CEO of the company",
        ),
        (
            "en",
            (
                "Last week I met Dana Wells, head of research at Norvik to discuss her findings. "
                "“We were surprised by how little we knew,” Wells said."
            ),
            "head of research at Norvik",
        ),
        (
            "fr",
            (
                "Nous avons vu Claire Morel, directrice de l'agence pour comprendre les enjeux. "
                "« Nous avons beaucoup appris cette année », explique Claire Morel."
            ),
            "directrice de l'agence",
        ),
        (
            "es",
            (
                "Hablamos con Laura Gil, directora de la empresa para conocer los detalles. "
                "«Hemos aprendido mucho este año», explica Gil."
            ),
            "directora de la empresa",
        ),
        (
            "pt",
            (
                "Falámos com Rita Lopes, diretora da empresa para conhecer os detalhes. "
                "«Aprendemos muito este ano», explica Rita Lopes."
            ),
            "diretora da empresa",
        ),
        (
            "en",
            (
                "Ann Cole, the first coach to win the cup, spoke. "
                "“We were surprised by how little we knew,” Cole said."
            ),
            "first coach to win the cup",
        ),
        (
            "en",
            (
                "Ann Cole, assistant to the director, spoke. "
                "“We were surprised by how little we knew,” Cole said."
            ),
            "assistant to the director",
        ),
    ],
)
def test_a_role_ends_before_what_somebody_came_for(language: str, text: str, role: str) -> None:
    """But not before "to" of an office, nor before what a first one is the first to do."""
    assert newsclean.find_quotes(text, language)[0].role == role


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Last week Mayor", "Mayor"),
        ("This morning Chief Executive", "Chief Executive"),
        ("Earlier this month Mayor", "Mayor"),
        ("Last night Tánaiste", "Tánaiste"),
        ("The weekend anchor", "weekend anchor"),
    ],
)
def test_a_role_begins_behind_the_time(before: str, role: str) -> None:
    """A time in lower case is no part of an office with a capital."""
    text = f"{before} Mary Quill made a claim.\n“Nobody ever tried that anywhere,” Quill explained."
    quote = newsclean.find_quotes(text, "en")[0]
    assert (quote.speaker, quote.role) == ("Mary Quill", role)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "cs",
            (
                "Návrh podal jeho bratr Petr Novák. „Omezení bude ochranou i jeho dětí,“ řekl Petr "
                "Novák u soudu."
            ),
            None,
        ),
        (
            "pl",
            (
                "Wniosek złożył jego brat Piotr Nowak. „To ochroni jego i jego dzieci”, powiedział "
                "Piotr Nowak w sądzie."
            ),
            None,
        ),
        (
            "ru",
            (
                "Заявление подал его брат Пётр Новак. «Это защитит его и его детей», — сказал Пётр "
                "Новак в суде."
            ),
            None,
        ),
        (
            "uk",
            (
                "Заяву подав його брат Петро Новак. «Це захистить його й дітей», — сказав Петро "
                "Новак у суді."
            ),
            None,
        ),
        (
            "cs",
            "„Omezení bude ochranou i jeho dětí,“ řekl Petr Novák, bratr Michala Redla.",
            "bratr Michala Redla",
        ),
    ],
)
def test_kin_is_a_role_with_whose_it_is(language: str, text: str, role: str | None) -> None:
    """A brother without whose is none."""
    assert newsclean.find_quotes(text, language)[0].role == role


@pytest.mark.parametrize(
    ("before", "speaker", "role"),
    [
        ("Experten ordnen das Werk des Humoristen Lario", "Lario", "Humorist"),
        ("Das Haus des Komponisten Vangol", "Vangol", "Komponist"),
        ("Die Bilder des Grafikers Jonasch", "Jonasch", "Grafiker"),
        ("Das Lied des Sängers Nico Holt", "Nico Holt", "Sänger"),
        ("Das Bild der Malerin Gerta", "Gerta", "Malerin"),
        ("Man fragte den Juristen Weber", "Weber", "Jurist"),
        ("Das Haus der Vereinten Nationen bei Holt", "Holt", None),
    ],
)
def test_a_german_role_in_another_case_is_no_name(
    before: str, speaker: str, role: str | None
) -> None:
    """What stands between an article and a name."""
    said = speaker.rpartition(" ")[2]
    text = f"{before} neu ein.\n„Das habe ich immer nur versucht“, sagte {said} einmal."
    quote = newsclean.find_quotes(text, "de")[0]
    assert (quote.speaker, quote.role) == (speaker, role)
