"""Authors of whom a page has the name and nothing else, in scripts without capitals."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline, read_names
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.lines.reporters import read_reporters

_CHINESE = (
    "镇上最后一家钟表店搬进老邮局",
    "柳河镇最后一家钟表店三日搬进老邮局，开门第一天有两百人排队修表。",
    "店主说，铺子在桥头开了四十一年，去年的洪水冲走了一半的零件。",
    "邮局的房租每年只收一元，条件是大门上的钟必须走得准。",
)
_KOREAN = (
    "마지막 시계방, 옛 우체국으로 이사",
    "버들읍의 마지막 시계방이 3일 옛 우체국으로 자리를 옮겼다. 첫날 이백 명이 줄을 섰다.",
    "주인은 다리 앞에서 사십일 년 동안 가게를 열었으며 지난해 홍수로 부품 절반을 잃었다고 말했다.",
    "우체국 임대료는 일 년에 천 원이며 조건은 정문의 시계를 맞추는 것이다.",
)
_JAPANESE = (
    "最後の時計店、旧郵便局へ移転",
    "柳川町で最後の時計店が3日、旧郵便局に移った。初日には二百人が修理の列を作った。",
    "店主によると、橋のたもとで四十一年営み、昨年の洪水で部品の半分を失ったという。",
    "家賃は年に千円で、条件は玄関の時計を正しく動かし続けることだ。",
)
_THAI = (
    "ร้านนาฬิกาแห่งสุดท้ายย้ายเข้าที่ทำการไปรษณีย์เก่า",
    "ร้านซ่อมนาฬิกาแห่งสุดท้ายของตำบลย้ายเข้าที่ทำการไปรษณีย์เก่าเมื่อวันอังคาร โดยมีคนเข้าแถวสองร้อยคน",
    "เจ้าของร้านเล่าว่าเปิดร้านริมสะพานมาสี่สิบเอ็ดปี และน้ำท่วมปีที่แล้วพัดอะไหล่ไปครึ่งหนึ่ง",
    "ค่าเช่าปีละหนึ่งบาท โดยมีเงื่อนไขว่านาฬิกาหน้าประตูต้องเดินตรงเวลา",
)
_HINDI = (
    "आखिरी घड़ीसाज़ की दुकान पुराने डाकघर में",
    "कस्बे की आखिरी घड़ीसाज़ दुकान मंगलवार को पुराने डाकघर में पहुंच गई। पहले दिन दो सौ लोग कतार में लगे।",
    "मालिक ने बताया कि पुल के पास दुकान इकतालीस साल चली और पिछले साल की बाढ़ आधे पुर्जे बहा ले गई।",
    "डाकघर का किराया साल का एक रुपया है और शर्त यह है कि दरवाजे की घड़ी सही चले।",
)
_PAGES = {"zh": _CHINESE, "ko": _KOREAN, "ja": _JAPANESE, "th": _THAI, "hi": _HINDI}
_MENUS = {
    "zh": ("首页", "新闻", "体育"),
    "ko": ("홈", "정치", "스포츠"),
    "ja": ("ホーム", "政治", "スポーツ"),
    "th": ("หน้าแรก", "การเมือง", "กีฬา"),
    "hi": ("होम", "राजनीति", "खेल"),
}
_DAYS = {
    "zh": "2026年3月4日",
    "ko": "2026년 3월 4일",
    "ja": "2026年3月4日",
    "th": "4 มีนาคม 2569",
    "hi": "4 मार्च 2026",
}


def _in_text(code: str, stamp: str) -> str | None:
    title, *body = _PAGES[code]
    return newsclean.clean(
        "\n\n".join([*_MENUS[code], title, stamp.format(_DAYS[code]), *body])
    ).byline


def _in_html(code: str, stamp: str) -> str | None:
    title, *body = _PAGES[code]
    menu = "".join(f'<nav><a href="/">{entry}</a></nav>' for entry in _MENUS[code])
    source = (
        f'<html lang="{code}"><title>{title}</title><body>{menu}'
        f"<article><h1>{title}</h1>{stamp.format(_DAYS[code])}"
        f"{''.join(f'<p>{text}</p>' for text in body)}</article></body></html>"
    )
    return newsclean.clean(source.encode()).byline


@pytest.mark.parametrize(
    ("code", "author"),
    [
        ("zh", "沈佩珊"),
        ("zh", "司马青"),
        ("ko", "한도윤"),
        ("ja", "杉浦みどり"),
        ("th", "วิไลวรรณ ทองสุข"),
        ("hi", "मीनाक्षी पाठक"),
    ],
)
@pytest.mark.parametrize(
    "stamp",
    [
        '<div class="meta"><span class="author">{0}</span> <time>{{}}</time></div>',
        '<p class="info"><time>{{}}</time> <span class="byline">{0}</span></p>',
        '<div><a rel="author" href="/p/7">{0}</a> · <span class="date">{{}}</span></div>',
    ],
)
def test_an_element_beside_the_day_that_is_the_authors(code: str, author: str, stamp: str) -> None:
    """The mark-up says whose the name is, whatever else stands on its line."""
    assert _in_html(code, stamp.format(author)) == author


def test_two_elements_of_authors() -> None:
    """Both have written it."""
    stamp = (
        '<p><span class="author">오지훈</span>, <span class="author">배서현</span> <b>{}</b></p>'
    )
    assert _in_html("ko", stamp) == "오지훈, 배서현"


@pytest.mark.parametrize(
    ("code", "name"),
    [("zh", "编辑部"), ("zh", "柳河日报"), ("ja", "編集部"), ("ko", "편집국"), ("ko", "버들뉴스")],
)
def test_a_house_is_no_author_of_such_an_element(code: str, name: str) -> None:
    """A newsroom has its name there, too."""
    stamp = f'<div><span class="author">{name}</span> <time>{{}}</time></div>'
    assert _in_html(code, stamp) is None


@pytest.mark.parametrize(
    ("code", "stamp", "authors"),
    [
        ("zh", "沈佩珊 | {}", "沈佩珊"),
        ("zh", "{} 10:24\n沈佩珊、罗志明", "沈佩珊, 罗志明"),
        ("ko", "한도윤 | {}", "한도윤"),
        ("ko", "{}\n한도윤, 배서현", "한도윤, 배서현"),
        ("ja", "{}\n杉浦みどり、矢島太郎", "杉浦みどり, 矢島太郎"),
        ("ja", "【杉浦みどり、矢島太郎】\n{}", "杉浦みどり, 矢島太郎"),
        ("th", "วิไลวรรณ ทองสุข | {}", "วิไลวรรณ ทองสุข"),
    ],
)
def test_names_alone_beside_the_day(code: str, stamp: str, authors: str) -> None:
    """A common surname and what given names are made of tell them; several may stand there."""
    assert _in_text(code, stamp) == authors


@pytest.mark.parametrize(
    ("code", "stamp"),
    [
        ("zh", "黄金周 | {}"),
        ("zh", "{}\n石家庄"),
        ("zh", "江苏、安徽 | {}"),
        ("ko", "강남역 | {}"),
        ("ko", "경제, 사회 | {}"),
        ("ja", "川崎重工 | {}"),
        ("ja", "石川、富山 | {}"),
        ("hi", "मुख्य समाचार | {}"),
        ("th", "ข่าวเด่น วันนี้ | {}"),
    ],
)
def test_sections_and_places_beside_the_day(code: str, stamp: str) -> None:
    """They have the shape of a name, and are none."""
    assert _in_text(code, stamp) is None


@pytest.mark.parametrize(
    ("text", "code", "names"),
    [
        ("Nora Felding, Town Planning Editor", "en", "Nora Felding"),
        ("Nora Felding, Sam Carver Sports Editor", "en", "Nora Felding, Sam Carver"),
        ("נועה שחר, פרשנית כלכלית", "he", "נועה שחר"),
        ("هند الكيلاني، مراسلة الشؤون الثقافية", "ar", "هند الكيلاني"),
        ("هند الكيلاني، ماجد النجار", "ar", "هند الكيلاني, ماجد النجار"),
        ("Инна Чайка, редактор отдела", "ru", "Инна Чайка"),
    ],
)
def test_what_somebody_is_behind_a_comma(text: str, code: str, names: str) -> None:
    """An office of several words is no second author."""
    assert read_names(text, code) == names


@pytest.mark.parametrize(
    ("text", "code", "names"),
    [
        ("Entrevista de Rosa Calvo", "es", "Rosa Calvo"),
        ("Entretien réalisé par Luc Merle", "fr", "Luc Merle"),
        ("Reportagem de Inês Prata", "pt", "Inês Prata"),
        ("Röportaj: Derya Aksoy", "tr", "Derya Aksoy"),
        ("Entrevista con Rosa Calvo", "es", None),
        ("Entretien avec Luc Merle", "fr", None),
    ],
)
def test_who_has_asked(text: str, code: str, names: str | None) -> None:
    """Whom an interview is by is its author, and whom it is with is not."""
    assert read_byline(text, code) == names


def test_reporters_with_a_blank_between() -> None:
    """Two before the bar of a Taiwanese byline, and none that is the report itself."""
    assert read_reporters("記者 江孟蓉 謝承翰／屏東報導") == "江孟蓉, 謝承翰"
    assert read_reporters("记者 江孟蓉 谢承翰 屏东报道") == "江孟蓉, 谢承翰"


@pytest.mark.parametrize("text", ["March 4 , 2026", "4 March , 2026", "Mar. 4 , 2026"])
def test_a_blank_before_the_comma_of_a_day(text: str) -> None:
    """Text cut into words has it."""
    assert [day.iso for day in find_dates(text)] == ["2026-03-04"]


_HEBREW = (
    "השען האחרון עבר לבית הדואר הישן",
    "חנות השעונים האחרונה בעיירה עברה ביום שלישי לבית הדואר הישן, ומאתיים איש עמדו בתור.",
    "בעל החנות סיפר שהיא פעלה ליד הגשר ארבעים ואחת שנה, ושהשיטפון סחף מחצית מהחלקים.",
    "שכר הדירה הוא שקל לשנה, בתנאי שהשעון שבשער ילך כראוי.",
)
_ARABIC = (
    "آخر محل للساعات ينتقل إلى البريد القديم",
    "انتقل آخر محل للساعات في البلدة يوم الثلاثاء إلى مبنى البريد القديم، ووقف مئتا شخص في الصف.",
    "وقال صاحب المحل إنه عمل قرب الجسر واحدا وأربعين عاما، وإن الفيضان جرف نصف القطع.",
    "ويبلغ الإيجار دينارا واحدا في السنة، بشرط أن تسير ساعة الباب بدقة.",
)
_POLISH = (
    "Ostatni zegarmistrz przeniósł się na starą pocztę",
    "Ostatni zakład zegarmistrzowski w miasteczku przeniósł się we wtorek na dawną pocztę.",
    "Właściciel mówi, że pracował przy moście czterdzieści jeden lat, do ostatniej powodzi.",
    "Czynsz wynosi złotówkę rocznie, pod warunkiem że zegar nad drzwiami chodzi dobrze.",
)
_VIETNAMESE = (
    "Tiệm đồng hồ cuối cùng dời về bưu điện cũ",
    "Tiệm đồng hồ cuối cùng của thị trấn hôm thứ Ba đã dời về bưu điện cũ bên bờ sông.",
    "Chủ tiệm kể rằng ông mở cửa bên cầu suốt bốn mươi mốt năm cho đến trận lũ vừa rồi.",
    "Tiền thuê mỗi năm một đồng, với điều kiện đồng hồ trước cửa phải chạy đúng.",
)


@pytest.mark.parametrize(
    ("page", "day", "author"),
    [
        (_CHINESE, _DAYS["zh"], "沈佩珊"),
        (_KOREAN, _DAYS["ko"], "한도윤"),
        (_THAI, _DAYS["th"], "วิไลวรรณ ทองสุข"),
        (_HEBREW, "4 במרץ 2026", "מיכל שחר"),
        (_ARABIC, "4 مارس 2026", "ليلى الكيلاني"),
        (_POLISH, "4 marca 2026", "Marta Zielińska"),
        (_VIETNAMESE, "4/3/2026", "Lê Thu Hằng"),
    ],
)
def test_a_name_and_the_day_are_all_that_stands_above(
    page: tuple[str, ...], day: str, author: str
) -> None:
    """Nothing else is on the page: headline, name, day, text."""
    title, *body = page
    article = newsclean.clean(f"{title}\n{author}\n{day}\n\n" + "\n\n".join(body))
    assert (article.title, article.byline, article.date) == (title, author, "2026-03-04")
    assert article.text.split("\n\n") == body


@pytest.mark.parametrize(
    ("page", "day", "section"),
    [
        (_THAI, _DAYS["th"], "ข่าวท้องถิ่น ภาคกลาง"),
        (_HEBREW, "4 במרץ 2026", "חדשות היום"),
        (_ARABIC, "4 مارس 2026", "أخبار محلية"),
        (_POLISH, "4 marca 2026", "Nowy Targ"),
        (_VIETNAMESE, "4/3/2026", "Thời sự"),
    ],
)
def test_a_section_and_the_day_above(page: tuple[str, ...], day: str, section: str) -> None:
    """It is in the place of the name, and is none."""
    title, *body = page
    text = f"{title}\n{section}\n{day}\n\n" + "\n\n".join(body)
    assert newsclean.clean(text).byline is None


def test_a_vietnamese_author_below_the_text() -> None:
    """Papers there have the name on the last line."""
    title, *body = _VIETNAMESE
    lines = ["Trang chủ", "Thời sự", "Thể thao", title, "4/3/2026 08:15 GMT+7", *body]
    text = "\n\n".join([*lines, "Lê Thu Hằng", "Chia sẻ", "Bình luận (3)", "Tin liên quan"])
    assert newsclean.clean(text).byline == "Lê Thu Hằng"
