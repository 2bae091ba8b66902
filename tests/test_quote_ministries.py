"""Ministers without a name, and those with whom somebody met: nobody is called "Health"."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

SPEAKERS = (
    ("id", '"Harga beras akan turun bulan depan," kata Menteri Kesehatan.', "Menteri Kesehatan"),
    ("id", '"Harga beras akan turun bulan depan," ujar Menteri Keuangan.', "Menteri Keuangan"),
    ("id", '"Harga beras akan turun bulan depan," kata Menteri Sosial.', "Menteri Sosial"),
    ("id", '"Harga beras akan turun," kata Menteri Kesehatan Budi Santoso.', "Budi Santoso"),
    ("tr", "Bakan dün Ayşe Demir ile görüştü. “Bunu artık konuşmak istemiyorum” dedi.", None),
    ("tr", "Müdür dün Fatma Kaya ile görüştü. “Bunu artık konuşmak istemiyorum” dedi.", None),
    ("tr", "Ayşe Demir dün geldi. “Bunu artık konuşmak istemiyorum” dedi.", "Ayşe Demir"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_an_office_is_no_name_and_with_is_not_who_speaks(
    language: str, text: str, speaker: str | None
) -> None:
    """The minister of health, and whom a Turkish "ile" ("with") follows."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]
