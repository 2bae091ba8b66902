"""The last paragraph of an agency's text stays, and the marks around the text go."""

from __future__ import annotations

import pytest

import newsclean

OPENING = {
    "en": (
        "Old weir is opened again",
        "The weir above Castle Brun was opened on Saturday after ten years, and many came to see.",
        'The county paid for most of it. "We waited long," said the mayor, Marta Rinehart.',
    ),
    "it": (
        "Riapre la diga vecchia",
        "La diga di Castelbruno ha riaperto sabato dopo dieci anni, davanti a trecento persone.",
        "I lavori sono costati due milioni di euro, pagati in gran parte dalla regione.",
    ),
    "es": (
        "Reabre la presa vieja",
        "La presa de Castelrubio reabrió el sábado tras diez años, ante unas trescientas personas.",
        "Las obras costaron dos millones de euros, pagados en su mayor parte por la región.",
    ),
    "de": (
        "Altes Wehr ist wieder offen",
        "Das Wehr oberhalb von Kastell ist am Samstag nach zehn Jahren wieder geöffnet worden.",
        "Die Arbeiten haben zwei Millionen Euro gekostet, das meiste davon hat der Kreis bezahlt.",
    ),
}
LAST = {
    "en": "Boats may pass from June.",
    "it": "Le barche potranno passare da giugno.",
    "es": "Los barcos podrán pasar desde junio.",
    "de": "Boote dürfen ab Juni durchfahren.",
}


@pytest.mark.parametrize("layout", ["text", "html"])
@pytest.mark.parametrize(
    ("language", "agency"),
    [
        ("en", "AP"),
        ("en", "(Reuters)"),
        ("it", "ANSA"),
        ("es", "EFE"),
        ("de", "dpa"),
        ("de", "(APA)"),
    ],
)
def test_the_agency_behind_the_last_sentence_is_no_credit_of_a_picture(
    language: str, agency: str, layout: str
) -> None:
    """The sentence stays, and the agency goes."""
    title, *paragraphs = OPENING[language]
    last = f"{LAST[language]} {agency}"
    if layout == "text":
        page = "\n\n".join([title, *paragraphs, last])
    else:
        body = "".join(f"<p>{each}</p>" for each in (*paragraphs, last))
        page = f"<article><h1>{title}</h1>{body}</article><footer>© 2026 Brun Post</footer>"
    article = newsclean.clean(page)
    assert article.text.split("\n\n")[-3:] == [*paragraphs, LAST[language]]
    assert [each.reason for each in article.removals if each.text == agency] == ["credit"]


def test_captions_that_agencies_sign_go() -> None:
    """They stand between paragraphs, several of them, or in the figure of a page."""
    title, first, second = OPENING["en"]
    caption = "A boat lies below the weir on Friday. AFP"
    between = newsclean.clean("\n\n".join([title, first, caption, second, second[::1] + " Yes."]))
    assert "lies below" not in between.text
    figure = f"<figure><img src=a><figcaption>{caption}</figcaption></figure>"
    page = newsclean.clean(
        f"<article><h1>{title}</h1><p>{first}</p><p>{second}</p>{figure}</article>"
    )
    assert "lies below" not in page.text


@pytest.mark.parametrize("end", ["abc/de", "© Agence France-Presse", "/ritzau/", "-0- ab/cd"])
def test_sentences_above_the_end_of_an_agency_stay(end: str) -> None:
    """Short ones too, and the end goes."""
    title, first, second = OPENING["en"]
    page = "\n\n".join(
        [title, first, second, "A commission will look at the dam.", LAST["en"], end]
    )
    text = newsclean.clean(page).text
    assert text.endswith(LAST["en"])
    assert "A commission will look" in text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("BRU0173 4 WI 0412 BRU /AFP-ZZ90\n\nbarrage-riviere-tourisme,LEAD", ""),
        ("APA0173 5 WI 0188 XI      Fr, 20.Mär 2026\n\nFluss/Bau/Tourismus", "(Schluss) abc/de"),
        ("PRESA RÍO (Ampliación)", "EFE\n\nabc/def\n\n(Archivo en www.archivo.example código 12)"),
    ],
)
def test_codes_and_keywords_are_no_headline(above: str, below: str) -> None:
    """The headline stands below them."""
    title, first, second = OPENING["es"]
    article = newsclean.clean("\n\n".join([above, title, first, second, LAST["es"], below]))
    assert article.metadata.title
    assert article.metadata.title.value == title
    assert article.text.split("\n\n") == [first, second, LAST["es"]]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Reabre la presa vieja del pueblo (Ampliación)", "Reabre la presa vieja del pueblo"),
        ("ACTUALIZA 2-Reabre la presa vieja", "Reabre la presa vieja"),
        ("Reabre la presa vieja (de nuevo)", "Reabre la presa vieja (de nuevo)"),
        ("Zapora znów otwarta po latach (krótka)", "Zapora znów otwarta po latach"),
    ],
)
def test_marks_of_agencies_go_from_the_title(title: str, bare: str) -> None:
    """Brackets of the headline's own stay."""
    _, first, second = OPENING["es"]
    found = newsclean.clean(f"{title}\n\nPor Ana Gil\n\n{first}\n\n{second}").metadata.title
    assert found
    assert found.value == bare


@pytest.mark.parametrize(
    "dateline",
    [
        "Castelrubio, 12 may (EFE).- ",
        "CASTLE BRUN (AP) _ ",
        "(ANSA) - CASTELBRUNO, 12 MAG - ",
        "12.05. Kastell (APA) - ",
        "Castelrubio, 12 de mayo de 2026. ",
    ],
)
def test_datelines_do_not_reach_the_summary(dateline: str) -> None:
    """In the forms of these agencies, and of a release."""
    title, first, second = OPENING["es"]
    more = "La alcaldesa pidió a la región que arregle también el puente viejo, cerrado en 2019."
    page = "\n\n".join([title, f"{dateline}{first}", second, more, LAST["es"]])
    assert newsclean.digest(page).summary.text.startswith(first[:30])


SHORT_ENDS = [
    ("en", "Nobody was hurt in the fall.", "Reuters"),
    ("es", "No hubo heridos en la caída.", "EFE"),
    ("de", "Verletzt wurde dabei niemand.", "AFP/Reuters"),
]
LETTER = (
    "Read the Tarnley Star first: our letter with the news of the valley is in your inbox every "
    "morning at six, and costs nothing."
)


@pytest.mark.parametrize(("language", "last", "agency"), SHORT_ENDS)
def test_a_short_last_sentence_above_an_agency_is_no_caption(
    language: str, last: str, agency: str
) -> None:
    """Whatever the page prints below it."""
    title, first, second = OPENING[language]
    text = "\n\n".join([title, "12.03.2026", first, second, LAST[language], last, agency, LETTER])
    assert last in newsclean.clean(text).text
