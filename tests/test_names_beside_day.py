"""A full name alone below the headline and beside the day is the author's in any language."""

from __future__ import annotations

import pytest

import newsclean

_PAGES = {
    "en": (
        "Village shop sells its last loaf after ninety years",
        (
            "The shop in Wexcombe closed its doors on Monday after ninety "
            "years. More than two hundred people came to say goodbye."
        ),
        (
            "“I counted the customers every morning, and every morning "
            "there were fewer,” said the owner, Martin Pell."
        ),
        "The building will become a house. The post counter moves to the village hall in May.",
        "14 March 2026",
    ),
    "de": (
        "Dorfladen verkauft nach neunzig Jahren das letzte Brot",
        (
            "Der Laden in Wiesenbrunn hat am Montag nach neunzig Jahren geschlossen. "
            "Mehr als zweihundert Menschen kamen zum Abschied."
        ),
        (
            "„Ich habe jeden Morgen die Kunden gezählt, und jeden Morgen "
            "waren es weniger“, sagte der Inhaber Martin Pelzer."
        ),
        "Das Gebäude wird ein Wohnhaus. Der Postschalter zieht im Mai ins Rathaus.",
        "14. März 2026",
    ),
    "es": (
        "La tienda del pueblo vende su último pan tras noventa años",
        (
            "La tienda de Valdemora cerró el lunes después de noventa "
            "años. Más de doscientas personas acudieron a despedirse."
        ),
        (
            "«Contaba los clientes cada mañana, y cada mañana "
            "eran menos», dijo el dueño, Martín Peláez."
        ),
        "El edificio será una vivienda. La oficina de correos se traslada en mayo al ayuntamiento.",
        "14 de marzo de 2026",
    ),
    "da": (
        "Købmanden sælger sit sidste brød efter halvfems år",
        (
            "Butikken i Lindved lukkede mandag efter halvfems "
            "år. Mere end to hundrede kom for at sige farvel."
        ),
        "»Jeg talte kunderne hver morgen, og hver morgen var der færre,« siger ejeren Morten Pell.",
        "Huset bliver til bolig. Posten flytter i maj til forsamlingshuset.",
        "14. marts 2026",
    ),
    "fi": (
        "Kyläkauppa myi viimeisen leipänsä yhdeksänkymmenen vuoden jälkeen",
        (
            "Lehtolan kauppa sulki ovensa maanantaina yhdeksänkymmenen vuoden "
            "jälkeen. Yli kaksisataa ihmistä tuli hyvästelemään."
        ),
        (
            "”Laskin asiakkaat joka aamu, ja joka aamu heitä "
            "oli vähemmän”, sanoi omistaja Martti Pelkonen."
        ),
        "Talosta tulee asunto. Postipiste muuttaa toukokuussa kylätalolle.",
        "14.3.2026",
    ),
    "ro": (
        "Magazinul satului vinde ultima pâine după nouăzeci de ani",
        (
            "Magazinul din Valea Seacă s-a închis luni după nouăzeci de ani. "
            "Peste două sute de oameni au venit să-și ia rămas bun."
        ),
        (
            "„Număram clienții în fiecare dimineață, și în fiecare dimineață "
            "erau mai puțini”, a spus proprietarul, Martin Pelin."
        ),
        "Clădirea va deveni o casă. Oficiul poștal se mută în mai la primărie.",
        "14 martie 2026",
    ),
    "pl": (
        "Sklep wiejski sprzedał ostatni chleb po dziewięćdziesięciu latach",
        (
            "Sklep w Zielonce zamknięto w poniedziałek po dziewięćdziesięciu "
            "latach. Pożegnać się przyszło ponad dwieście osób."
        ),
        "„Co rano liczyłem klientów i co rano było ich mniej” – powiedział właściciel Marcin Pelc.",
        "Budynek będzie domem mieszkalnym. Punkt pocztowy przenosi się w maju do urzędu gminy.",
        "14 marca 2026",
    ),
    "hr": (
        "Seoska trgovina prodala posljednji kruh nakon devedeset godina",
        (
            "Trgovina u Lipovcu zatvorena je u ponedjeljak nakon devedeset "
            "godina. Oprostiti se došlo je više od dvjesto ljudi."
        ),
        (
            "„Svako jutro brojio sam kupce i svako ih je jutro "
            "bilo manje”, rekao je vlasnik Martin Pelc."
        ),
        "Zgrada će postati kuća. Poštanski ured seli se u svibnju u općinu.",
        "14. ožujka 2026.",
    ),
    "hu": (
        "Kilencven év után eladta utolsó kenyerét a falusi bolt",
        (
            "Hétfőn, kilencven év után bezárt a nyárfalui bolt. "
            "Több mint kétszázan jöttek el búcsúzni."
        ),
        (
            "„Minden reggel megszámoltam a vevőket, és minden reggel kevesebben "
            "voltak” – mondta a tulajdonos, Pelényi Márton."
        ),
        "Az épületből lakóház lesz. A posta májusban a községházára költözik.",
        "2026. március 14.",
    ),
    "tr": (
        "Köy bakkalı doksan yıl sonra son ekmeğini sattı",
        (
            "Akpınar'daki bakkal doksan yıl sonra pazartesi günü "
            "kapandı. Vedalaşmaya iki yüzden fazla kişi geldi."
        ),
        (
            "“Her sabah müşterileri sayıyordum, her sabah daha "
            "az oluyorlardı” dedi dükkân sahibi Mert Pelit."
        ),
        "Bina ev olacak. Posta şubesi mayısta belediyeye taşınıyor.",
        "14 Mart 2026",
    ),
    "id": (
        "Warung desa menjual roti terakhir setelah sembilan puluh tahun",
        (
            "Warung di Sukamaju tutup pada hari Senin setelah sembilan puluh "
            "tahun. Lebih dari dua ratus orang datang berpamitan."
        ),
        (
            '"Setiap pagi saya menghitung pelanggan, dan setiap pagi jumlahnya '
            'berkurang," kata pemiliknya, Martin Pelupessy.'
        ),
        "Bangunan itu akan menjadi rumah. Loket pos pindah ke kantor desa pada bulan Mei.",
        "14 Maret 2026",
    ),
    "vi": (
        "Tiệm tạp hóa làng bán ổ bánh cuối cùng sau chín mươi năm",
        (
            "Cửa tiệm ở làng An Phú đóng cửa hôm thứ hai sau "
            "chín mươi năm. Hơn hai trăm người đến chia tay."
        ),
        "“Sáng nào tôi cũng đếm khách, và sáng nào cũng ít hơn”, chủ tiệm Phạm Văn Mạnh nói.",
        "Tòa nhà sẽ thành nhà ở. Bưu điện chuyển về ủy ban xã vào tháng năm.",
        "14/3/2026",
    ),
    "ru": (
        "Сельский магазин продал последний хлеб через девяносто лет",
        (
            "Магазин в Липовке закрылся в понедельник, проработав девяносто "
            "лет. Проститься пришли больше двухсот человек."
        ),
        (
            "«Каждое утро я считал покупателей, и каждое утро "
            "их было меньше», — сказал хозяин Мартин Пелевин."
        ),
        "Здание станет жилым домом. Почта в мае переедет в управу.",
        "14 марта 2026",
    ),
    "bg": (
        "Селският магазин продаде последния хляб след деветдесет години",
        (
            "Магазинът в Липово затвори в понеделник след деветдесет "
            "години. Над двеста души дойдоха да се сбогуват."
        ),
        (
            "„Всяка сутрин броях клиентите и всяка сутрин бяха "
            "по-малко“, каза собственикът Мартин Пелов."
        ),
        "Сградата ще стане къща. Пощата се мести през май в кметството.",
        "14 март 2026",
    ),
    "ar": (
        "متجر القرية يبيع آخر رغيف بعد تسعين عاما",
        "أغلق متجر قرية عين الكرم أبوابه يوم الإثنين بعد تسعين عاما. وحضر أكثر من مئتي شخص لوداعه.",
        "وقال صاحب المتجر مروان بلال: «كنت أعد الزبائن كل صباح، وكل صباح كانوا أقل».",
        "سيصبح المبنى بيتا للسكن. وينتقل مكتب البريد إلى البلدية في مايو.",
        "14 مارس 2026",
    ),
    "he": (
        "חנות הכפר מכרה את הלחם האחרון אחרי תשעים שנה",
        "החנות בכפר אלון נסגרה ביום שני אחרי תשעים שנה. יותר ממאתיים איש באו להיפרד.",
        '"ספרתי את הלקוחות בכל בוקר, ובכל בוקר היו פחות", אמר הבעלים, מתן פלג.',
        "הבניין יהפוך לבית מגורים. סניף הדואר עובר במאי לבניין המועצה.",
        "14 במרץ 2026",
    ),
}
_FORMS = ("{name}\n{day}", "{day}\n{name}", "{name}, {day}", "{day} | {name}")
"""How a name stands beside the day."""


def _read(code: str, stamp: str) -> tuple[str | None, list[str]]:
    """The byline and the paragraphs of a page with these lines below the headline."""
    title, *body, _ = _PAGES[code]
    article = newsclean.clean("\n\n".join([title, stamp, *body]))
    byline = article.metadata.byline
    return byline.value if byline else None, [each.text for each in article.paragraphs]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "Owen Strachan"),
        ("de", "Jörn Petersen"),
        ("es", "Iker Zubizarreta"),
        ("da", "Mette Kjærsgaard"),
        ("fi", "Oskari Niinivirta"),
        ("ro", "Răzvan Țepeluș"),
        ("pl", "Jędrzej Kłosiński"),
        ("hr", "Dubravka Štefanić"),
        ("hu", "Kerekes Boglárka"),
        ("tr", "Oğuzhan Yıldırımer"),
        ("id", "Bambang Sudarsono"),
        ("vi", "Đỗ Quỳnh Anh"),
        ("ru", "Тимур Галиуллин"),
        ("bg", "Румен Калчев"),
        ("ar", "سلمى الحداد"),
        ("he", "מיכל אורון"),
    ],
)
def test_a_full_name_beside_the_day_is_the_author(code: str, name: str, form: str) -> None:
    byline, paragraphs = _read(code, form.format(name=name, day=_PAGES[code][-1]))
    assert byline == name
    assert not any(name in each for each in paragraphs)


@pytest.mark.parametrize("form", _FORMS[:1] + _FORMS[2:3])
@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Port Alder"),
        ("en", "Charlotte County"),
        ("en", "Victoria Park"),
        ("en", "Faith Matters"),
        ("de", "Bad Tölz"),
        ("de", "Rhein Neckar"),
        ("es", "San Salvador"),
        ("es", "Ciudad Bolívar"),
        ("es", "Vida Social"),
        ("da", "Mad Drikke"),
        ("fi", "Jaa Tallenna"),
        ("ro", "Știri Locale"),
        ("ro", "Târgu Ferat"),
        ("pl", "Nowy Sącz"),
        ("hr", "Novi Kamen"),
        ("pl", "LUBIMY JE"),
        ("es", "LEE MÁS SOBRE"),
        ("hr", "Velika Gorica"),
        ("hu", "Szent István"),
        ("tr", "Yerel Haberler"),
        ("id", "Banda Aceh"),
        ("vi", "Hải Phòng"),
        ("ru", "Вера Культура"),
        ("bg", "Стара Загора"),
        ("ar", "دير الزور"),
        ("he", "קרית שמונה"),
    ],
)
def test_a_place_or_section_beside_the_day_is_nobody(code: str, line: str, form: str) -> None:
    assert _read(code, form.format(name=line, day=_PAGES[code][-1]))[0] is None


@pytest.mark.parametrize(
    ("code", "lines", "name"),
    [
        ("hu", "Kerekes Boglárka\nkerekes.boglarka@hirlap.example", "Kerekes Boglárka"),
        ("bg", "Румен Калчев*", "Румен Калчев"),
        ("pl", "Z Anną Lis rozmawia Jędrzej Kłosiński", "Jędrzej Kłosiński"),
        ("da", "Mette Kjærsgaard (tekst)\nMorten Holm (foto)", "Mette Kjærsgaard"),
        ("tr", "Güncellenme Tarihi: 14 Mart 2026", None),
        ("hr", "Intervju: Dubravka Štefanić, pjevačica", None),
    ],
)
def test_beside_a_name_may_stand_more(code: str, lines: str, name: str | None) -> None:
    """An address, a note, a guest, what somebody did; a label is nobody."""
    assert _read(code, f"{lines}\n{_PAGES[code][-1]}")[0] == name


def test_whom_the_article_names_is_not_its_author() -> None:
    assert _read("hu", "Pelényi Márton\n2026. március 14.")[0] is None


@pytest.mark.parametrize("line", ["Опубликовано 17 января 12 (18:23)", "Разместил 5 мая 13 (9:05)"])
def test_a_day_behind_a_label_is_nobody(line: str) -> None:
    title, first, *rest = _PAGES["ru"]
    article = newsclean.clean("\n\n".join((title, line, first, *rest[:-1])))
    assert article.metadata.byline is None
    assert article.metadata.date is not None
