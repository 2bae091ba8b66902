"""Departments with a capital, and countries that somebody is the head of, are no part of a name."""

from __future__ import annotations

import pytest

import newsclean

_SAID = {
    "el": "«Το λιμάνι θα κλείσει για δύο ημέρες τον επόμενο μήνα», είπε {}.",
    "ro": "„Portul va fi închis două zile luna viitoare”, a declarat {}.",
    "sr": "„Лука ће бити затворена два дана“, рекао је {}.",
    "sh": "„Luka će biti zatvorena dva dana“, rekao je {}.",
    "vi": '"Cảng sẽ đóng cửa hai ngày vào tháng tới", {} nói.',
}


@pytest.mark.parametrize(
    ("language", "who", "speaker"),
    [
        ("el", "ο υπουργός Υγείας", "ο υπουργός Υγείας"),
        ("el", "ο υφυπουργός Εσωτερικών", "ο υφυπουργός Εσωτερικών"),
        ("el", "ο υπουργός Ναυτιλίας Γιάννης Πλακιώτης", "Γιάννης Πλακιώτης"),
        ("el", "ο αξιωματούχος του υπουργείου Άμυνας", "ο αξιωματούχος του υπουργείου Άμυνας"),
        ("ro", "ministrul Sănătății", "ministrul Sănătății"),
        ("ro", "ministrul Apărării Naționale", "ministrul Apărării Naționale"),
        ("ro", "ministrul Finanțelor, Ion Barbu", "Ion Barbu"),
        ("sr", "министар Одбране Милош Вук", "Милош Вук"),
        ("sr", "министар Здравља", "министар Здравља"),
        ("sh", "ministar Odbrane", None),
        ("vi", "Bộ trưởng Bộ Y tế", None),
        ("vi", "Bộ trưởng Bộ Y tế Nguyễn Văn An", "Nguyễn Văn An"),
    ],
)
def test_a_department_is_no_speaker(language: str, who: str, speaker: str | None) -> None:
    code = "sr" if language == "sh" else language
    (quote,) = newsclean.digest(_SAID[language].format(who), language=code).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("pl", "„Port będzie zamknięty”, powiedział dowódca sił zbrojnych Iranu {}.", "Ata Salehi"),
        ("pl", "Dowódca sił zbrojnych Iranu {} powiedział: „Port będzie zamknięty”.", "Ata Salehi"),
        ("pl", "„Port będzie zamknięty”, powiedziała szefowa dyplomacji Niemiec {}.", "Anna Lenz"),
        ("cs", "„Přístav bude dva dny zavřený,“ řekl velitel armády Íránu {}.", "Ata Salehi"),
        ("sk", "„Prístav bude dva dni zatvorený,“ povedal veliteľ armády Iránu {}.", "Ata Salehi"),
        (
            "hr",
            "„Luka će biti zatvorena dva dana“, rekao je zapovjednik vojske Irana {}.",
            "Ata Salehi",
        ),
        (
            "sr",
            "„Luka će biti zatvorena dva dana“, rekao je komandant vojske Irana {}.",
            "Ata Salehi",
        ),
        (
            "sl",
            "»Pristanišče bo dva dni zaprto,« je dejal poveljnik vojske Irana {}.",
            "Ata Salehi",
        ),
        ("ru", "«Порт закроют на два дня», — сказал президент Франции {}.", "Эммануэль Лебрен"),
        ("uk", "«Порт закриють на два дні», — сказав президент Франції {}.", "Емманюель Лебрен"),
        (
            "bg",
            "„Портът ще е затворен два дни“, каза командващият армията на Иран {}.",
            "Ата Салехи",
        ),
        ("el", "«Το λιμάνι θα κλείσει», είπε ο πρόεδρος της Γαλλίας {}.", "Εμανουέλ Λεμπρέν"),
        (
            "ro",
            "„Portul va fi închis două zile”, a declarat președintele Franței {}.",
            "Emil Lebrun",
        ),
        ("hu", "„A kikötő két napig zárva lesz” – mondta Franciaország elnöke, {}.", "Emil Lebrun"),
    ],
)
def test_a_country_before_a_name_is_no_part_of_it(language: str, text: str, speaker: str) -> None:
    (quote,) = newsclean.digest(text.format(speaker), language=language).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "ro",
            "„Portul va fi închis două zile”, a declarat președintele Franței.",
            "președintele Franței",
        ),
        ("ru", "«Порт закроют на два дня», — заявил президент Франции.", "президент Франции"),
        ("hu", "„A kikötő két napig zárva lesz” – mondta Magyarország miniszterelnöke.", None),
    ],
)
def test_a_country_alone_says_nothing(language: str, text: str, speaker: str | None) -> None:
    (quote,) = newsclean.digest(text, language=language).quotes
    assert quote.speaker == speaker
