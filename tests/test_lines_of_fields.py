"""Titles, authors and days where another line of the page looks like them."""

from __future__ import annotations

import pytest

import newsclean

BODY = {
    "en": (
        "Firefighters in Lowmere cleared the bus station on Tuesday after a tree fell on its "
        "roof, the council said. Nobody was hurt, and buses leave from the market square.\n\n"
        "“We heard an enormous noise and ran out,” said Paul Leman, who has kept the kiosk for "
        "twenty years. The council has promised a survey before the end of the month.\n\n"
        "Lines to the coast will not run again until Thursday."
    ),
    "de": (
        "Die Feuerwehr von Obernfeld hat am Dienstag den Busbahnhof geräumt, nachdem ein Baum "
        "auf das Dach gestürzt war. Verletzt wurde niemand.\n\n"
        "„Wir haben einen gewaltigen Lärm gehört und sind hinausgelaufen“, sagt Paul Lehmann, "
        "der den Kiosk seit zwanzig Jahren führt.\n\n"
        "Die Linien an die Küste fahren erst am Donnerstag wieder."
    ),
    "fr": (
        "Les pompiers de Vallorac ont évacué mardi la gare routière après la chute d'un arbre "
        "sur le toit, a annoncé la mairie. Personne n'a été blessé.\n\n"
        "« Nous avons entendu un bruit énorme et nous sommes sortis », raconte Paul Lemoine, "
        "qui tient le kiosque depuis vingt ans.\n\n"
        "Les lignes vers la côte ne reprendront que jeudi."
    ),
    "da": (
        "Brandvæsenet i Lovmer rømmede tirsdag busstationen, efter at et træ var faldet ned på "
        "taget, oplyser kommunen. Ingen kom til skade.\n\n"
        "»Vi hørte et kæmpe brag og løb ud«, siger Poul Lem, der har haft kiosken i tyve år.\n\n"
        "Linjerne til kysten kører først igen torsdag."
    ),
    "ja": (
        "ロウメアの渡し船は四月から日没で運航を終えると郡が火曜日に発表した。\n\n"
        "乗客たちは何も知らされていなかったと話し、仕事から家に帰れなくなると訴えた。\n\n"
        "郡は、業者が間に合えば夏までに新しい明かりを付けると約束した。"
    ),
    "ru": (
        "Спасатели сняли с мели паром, на котором находились 43 пассажира и девять членов "
        "экипажа. Как рассказал начальник порта, людей разместили в школе.\n\n"
        "Судно отбуксируют в понедельник, если позволит погода, сообщили в порту.\n\n"
        "Расписание на неделю изменено, билеты можно сдать в кассах порта."
    ),
}
HEAD = {
    "en": "Tree falls on the Lowmere bus station",
    "de": "Baum stürzt auf den Busbahnhof von Obernfeld",
    "fr": "Un arbre tombe sur la gare routière de Vallorac",
    "da": "Træ faldt ned på busstationen i Lovmer",
    "ja": "ロウメアの渡し船、日没で終了へ",
    "ru": "Паром снят с мели у острова",
}


@pytest.mark.parametrize(
    ("language", "above", "below"),
    [
        ("en", "Home » Features » The bus station of Lowmere", "March 12, 2026"),
        ("en", "« The bus station of Lowmere\nArchive »", "March 12, 2026"),
        ("fr", "« La gare de Vallorac\nArchives »", "12 mars 2026"),
        ("en", "Menu", "Lowmere Bay Business Journal\nDate: Tuesday, March 3, 2026"),
        ("de", "Menü", "Obernfelder Tagblatt\n3.3.2026"),
        ("en", "Menu", "Dana Hall\nHarbour Post\n3.3.2026"),
    ],
)
def test_what_stands_around_the_headline_is_not_the_title(
    language: str, above: str, below: str
) -> None:
    page = "\n\n".join((above, f"{HEAD[language]}\n{below}", BODY[language]))
    assert newsclean.clean(page).title == HEAD[language]


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("fr", "Par Anna Leroy Mercredi 8 octobre 2025", "Anna Leroy"),
        ("en", "Exclusive by Dana Hall, Harbour Post 16/01/2012", "Dana Hall"),
        ("de", "Jonas Weber (gerade jetzt) und Anna Berg (am Vormittag)", "Jonas Weber, Anna Berg"),
        ("de", "Jonas Weber\nObernfelder Bote\n12. März 2026", "Jonas Weber"),
        ("da", "Interview: Line Overby\nFoto: Mads Thyge", "Line Overby"),
        ("ja", "2025/10/20 06:00\n有料会員記事\n渡辺未来、小早川亮", "渡辺未来, 小早川亮"),
    ],
)
def test_a_name_ends_before_what_stands_beside_it(language: str, line: str, author: str) -> None:
    top = {"de": "Menü\nOBERNFELDER BOTE", "ja": "トップ\n社会"}.get(language, "Menu")
    page = "\n\n".join((top, HEAD[language], line, BODY[language]))
    assert newsclean.clean(page).byline == author


@pytest.mark.parametrize(
    ("dateline", "author"),
    [
        ("ОНЕЖСК, 4 янв — РИА Новости, Денис Воронин. ", "Денис Воронин"),
        ("МИНСК, 3 мар — ТАСС, Иван Бондаренко. ", "Иван Бондаренко"),
        ("МОСКВА, 3 мар — РИА Новости. ", None),
    ],
)
def test_a_reporter_behind_the_agency_of_a_dateline(dateline: str, author: str | None) -> None:
    assert newsclean.clean(f"{HEAD['ru']}\n\n{dateline}{BODY['ru']}").byline == author


def _html(language: str, top: str, day: str, description: str = "") -> newsclean.Article:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY[language].split("\n\n"))
    meta = f"<meta name='description' content='{description}'>" if description else ""
    return newsclean.clean(
        f"<html lang='{language}'><head>{meta}</head><body>{top}<article>"
        f"<h1>{HEAD[language]}</h1><p>{day}</p>{paragraphs}</article></body></html>"
    )


@pytest.mark.parametrize(
    ("language", "day", "date"),
    [
        ("en", "March 12, 2026", "2026-03-12"),
        ("fr", "12 mars 2026", "2026-03-12"),
        ("de", "", None),
    ],
)
def test_the_day_of_a_listed_article_is_not_taken(
    language: str, day: str, date: str | None
) -> None:
    item = (
        "<li><a href='/{0}'><time datetime='2026-03-2{0}T20:00:00Z'>2026-03-2{0} 20:00</time> "
        "Rice prices are up again</a></li>"
    )
    top = f"<div><h4>Top</h4><ol>{item.format(7)}{item.format(8)}</ol></div>"
    assert _html(language, top, day).date == date


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_a_description_that_says_nothing_is_no_standfirst(language: str) -> None:
    for said in (f"{HEAD[language]} - Post", "News | Sport | Culture | Weather"):
        assert _html(language, "", "3.3.2026", said).metadata.standfirst is None
    told = _html(language, "", "3.3.2026", "The council waits for a survey.").metadata.standfirst
    assert told is not None


CONSENT = {
    "it": (
        "Noi e i nostri 312 partner conserviamo informazioni su un dispositivo, come i cookie, e "
        "trattiamo dati personali per annunci e contenuti personalizzati. Con il tuo permesso "
        "possiamo utilizzare dati di geolocalizzazione precisi. Puoi anche rifiutare e abbonarti: "
        "leggerai il giornale a 3,99 € al mese."
    ),
    "en": (
        "We and our 312 partners store and access information on a device, such as cookies, and "
        "process personal data for personalised ads and content. With your permission we may use "
        "precise geolocation data. Alternatively you may reject and subscribe: you will read the "
        "paper for £2.99 a month."
    ),
}
BUTTONS = {
    "it": "<button>Accetta e continua</button><button>Rifiuta e abbonati</button>",
    "en": "<button>Accept and continue</button><button>Reject and subscribe</button>",
}


@pytest.mark.parametrize("language", ["it", "en"])
def test_consent_or_pay_is_no_article(language: str) -> None:
    page = f"<div role='dialog'><p>{CONSENT[language]}</p>{BUTTONS[language]}</div>"
    with pytest.raises(newsclean.NewscleanError):
        newsclean.clean(f"<html lang='{language}'><title>Post</title><body>{page}</body></html>")
