"""What a minister is in charge of is written with a capital in some languages, and is nobody."""

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
