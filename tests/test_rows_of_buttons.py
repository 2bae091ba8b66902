"""A row of buttons below the headline is nobody's name."""

from __future__ import annotations

import pytest

import newsclean

_PAGE = (
    '<!DOCTYPE html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body><article><h1>{title}</h1><span class="d">{day}</span><div class="t">{row}</div>'
    "{body}</article></body></html>"
)
_ARTICLES = {
    "es": (
        "La tienda del pueblo vende su último pan",
        "14 de marzo de 2026",
        "La tienda de Valdemora cerró el lunes después de noventa años. Acudieron muchos vecinos.",
        "El edificio será una vivienda. El correo se traslada en mayo al ayuntamiento del pueblo.",
    ),
    "id": (
        "Warung desa menjual roti terakhir",
        "14 Maret 2026",
        "Warung di Sukamaju tutup pada hari Senin setelah sembilan puluh tahun. Banyak datang.",
        "Bangunan itu akan menjadi rumah. Loket pos pindah ke kantor desa bulan Mei.",
    ),
    "uk": (
        "Сільська крамниця продала останній хліб",
        "14 березня 2026",
        "Крамниця в Липівці зачинилася в понеділок після дев'яноста років. Прийшло багато людей.",
        "Будинок стане житловим. Пошта в травні переїде до сільської ради поруч зі школою.",
    ),
    "fr": (
        "L'épicerie du village vend son dernier pain",
        "14 mars 2026",
        "L'épicerie de Valbonne a fermé lundi après quatre-vingt-dix ans. Beaucoup sont venus.",
        "Le bâtiment deviendra un logement. Le point poste déménage en mai à la mairie du bourg.",
    ),
    "fi": (
        "Kyläkauppa myi viimeisen leipänsä",
        "14.3.2026",
        "Lehtolan kauppa sulki ovensa maanantaina yhdeksänkymmenen vuoden jälkeen. Moni tuli.",
        "Talosta tulee asunto. Postipiste muuttaa toukokuussa kylätalolle koulun viereen.",
    ),
}


def _byline(code: str, row: str) -> str | None:
    title, day, *body = _ARTICLES[code]
    text = "".join(f"<p>{each}</p>" for each in (*body, *body[::-1]))
    page = _PAGE.format(code=code, title=title, day=day, row=row, body=text)
    byline = newsclean.clean(page.encode()).metadata.byline
    return byline.value if byline else None


@pytest.mark.parametrize(
    ("code", "buttons"),
    [
        ("es", "Escuchar Comentar"),
        ("id", "Bagikan Simpan Cetak"),
        ("id", "Dengar Komentar"),
        ("uk", "Слухати Коментар"),
        ("fr", "Écouter Réagir"),
        ("fi", "Kuuntele Kommentoi"),
    ],
)
@pytest.mark.parametrize("form", ['<a href="#">{}</a>', "<span>{}</span>"])
def test_a_row_of_buttons_is_nobody(code: str, buttons: str, form: str) -> None:
    assert _byline(code, " ".join(map(form.format, buttons.split()))) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("es", "Lucía Armendáriz"),
        ("id", "Ratna Wijayanti"),
        ("uk", "Оксана Біленька"),
        ("fr", "Claire Montfort"),
        ("fi", "Riikka Alatalo"),
    ],
)
def test_a_name_in_its_place_is_the_author(code: str, name: str) -> None:
    assert _byline(code, f'<a href="#">{name}</a>') == name
