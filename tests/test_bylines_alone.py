"""A full name alone in the head of a copied page, above the day or buttons, or below the text."""

from __future__ import annotations

import pytest

import newsclean

HEBREW = (
    "מגדלור הנמל יידלק שוב אחרי שלושים שנה",
    "העירייה שילמה פחות מהמתוכנן, והמתנדבים עשו את רוב העבודה",
    "המגדלור בקצה המזח עמד חשוך מאז 1994. בשבוע שעבר החליפו מתנדבים את העדשה שנסדקה בסערה.",
    "העבודה נמשכה שני חורפים. נגרים ודייגים לשעבר תיקנו את המדרגות, והעירייה נתנה את הברזל.",
    "תושבי השכונה יעלו בו בערב החג. מספר המקומות מוגבל לשנים עשר בכל סיבוב.",
)
PERSIAN = (
    "فانوس دریایی بندر پس از سی سال دوباره روشن می‌شود",
    "شهرداری کمتر از برآورد پرداخت و بیشتر کار را داوطلبان کردند",
    "فانوس دریایی انتهای اسکله از سال ۱۳۷۳ تاریک بود. هفته گذشته داوطلبان عدسی آن را عوض کردند.",
    "کار دو زمستان طول کشید. نجارها و ماهیگیران پله‌ها و در را تعمیر کردند و شهرداری آهن داد.",
    "مردم محله شب عید از آن بالا می‌روند. در هر نوبت دوازده نفر جا دارند.",
)
ENGLISH = (
    "Harbour light burns again after thirty years",
    "Volunteers did most of the work, and the town paid less than it had planned",
    "The light at the end of the pier had been dark since 1994. Last week the lens was replaced.",
    "The work took two winters. Carpenters and fishermen mended the stairs and the door.",
    "People will climb it on the eve of the feast. Twelve of them fit in on each round.",
)
SHARE = {
    "he": "שיתוף\nפייסבוק\nהדפסה",
    "fa": "اشتراک‌گذاری\nتلگرام\nچاپ",
    "en": "Share\nFacebook\nPrint",
}


def _byline(text: str) -> str | None:
    byline = newsclean.clean(text).metadata.byline
    return byline.value if byline else None


@pytest.mark.parametrize(
    ("told", "share", "name"),
    [(HEBREW, "he", "דניאל שחר"), (PERSIAN, "fa", "مریم صادقی"), (ENGLISH, "en", "Martin Grove")],
)
def test_a_name_between_deck_and_buttons_is_the_author(
    told: tuple[str, ...], share: str, name: str
) -> None:
    head, deck, *body = told
    text = "\n\n".join((head, deck, name, SHARE[share], *body))
    assert _byline(text) == name


def test_who_took_the_picture_may_have_written_the_text() -> None:
    head, deck, first, *rest = HEBREW
    caption = "העדשה החדשה במגדלור. צילום: דניאל שחר"
    text = "\n\n".join((head, deck, "דניאל שחר", "18 בינואר 2026", first, caption, *rest))
    assert _byline(text) == "דניאל שחר"


@pytest.mark.parametrize(
    "name",
    [
        *("Georgia Power", "Port Ellis", "Charlotte Town", "South Dakota"),
        *("Novi Kamen", "Nowy Brzeg", "Târgu Ferat", "Horná Nová Ves", "Kalná Nad Voda"),
    ],
)
def test_a_place_and_a_firm_called_after_one_wrote_nothing(name: str) -> None:
    head, _, *body = ENGLISH
    assert _byline("\n\n".join((head, name, SHARE["en"], *body))) is None
    assert _byline("\n\n".join((head, name, "14 March 2025", *body))) is None


@pytest.mark.parametrize("name", ["Anna Park", "Virginia Holm"])
def test_somebody_called_like_a_place_may_have(name: str) -> None:
    head, _, *body = ENGLISH
    assert _byline("\n\n".join((head, name, "14 March 2025", *body))) == name


VIETNAMESE = (
    "Ngọn hải đăng ở bến cảng sáng lại sau ba mươi năm",
    "Ngọn hải đăng cuối cầu cảng tắt từ năm 1994. Tuần trước, người ta đã thay thấu kính.",
    "Công việc kéo dài hai mùa đông. Thợ mộc và ngư dân cũ sửa cầu thang, còn thành phố cho sắt.",
    "“Tôi chưa từng lên đó”, bà Nguyễn Thị Lan, chủ quán cạnh bến, nói. Vé vào cửa miễn phí.",
    "Người dân sẽ lên đó vào đêm lễ. Mỗi lượt có mười hai chỗ.",
)


@pytest.mark.parametrize("below", ["", "\n\nTừ khóa:\nhải đăng\n\nBình luận\n© 2025"])
def test_a_vietnamese_author_signs_below_the_last_paragraph(below: str) -> None:
    text = "\n\n".join((*VIETNAMESE, "Lê Thu Hằng"))
    assert _byline(text + below) == "Lê Thu Hằng"
    assert newsclean.clean(text + below).text.endswith("Mỗi lượt có mười hai chỗ.")


def test_whom_a_vietnamese_text_tells_of_has_not_signed_it() -> None:
    assert _byline("\n\n".join((*VIETNAMESE, "Nguyễn Thị Lan"))) is None


SHOWN = {
    "en": (
        "New clinics needed on the coast, says health chief",
        "16 January 2026",
        "Towns on the coast need new clinics before the winter, the head of the board said today.",
        "“We have waited long enough,” Director Margaret Hale told the board. “It must change.”",
        "The board will vote on the plan in March. Of twelve clinics on the coast three are left.",
    ),
    "de": (
        "Neue Kliniken an der Küste nötig, sagt die Chefin der Behörde",
        "16. Januar 2026",
        "Die Orte an der Küste brauchen vor dem Winter Kliniken, sagte die Chefin der Behörde.",
        "„Wir haben lange genug gewartet“, sagte Direktorin Greta Hollmann dem Rat in Ferrow.",
        "Der Rat stimmt im März über den Plan ab. Von den zwölf Kliniken sind heute drei übrig.",
    ),
    "fr": (
        "Il faut des cliniques sur la côte, dit la directrice",
        "16 janvier 2026",
        "Les villes de la côte ont besoin de cliniques avant l'hiver, a dit lundi la directrice.",
        "« Nous avons assez attendu », a dit la directrice Hélène Couturat devant le conseil.",
        "Le conseil votera le plan en mars. Des douze cliniques de la côte, il en reste trois.",
    ),
    "es": (
        "La costa necesita clínicas, dice la directora",
        "16 de enero de 2026",
        "Las ciudades de la costa necesitan clínicas antes del invierno, dijo la directora.",
        "«Hemos esperado bastante», dijo la directora Nuria Salcedo ante el consejo de la costa.",
        "El consejo votará el plan en marzo. De las doce clínicas de la costa quedan hoy tres.",
    ),
}


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "Margaret Hale, Director-General of the Coast Health Board. UN Photo/Paul Grove"),
        ("en", "Margaret Hale, director of the board. Photo: Paul Grove"),
        ("de", "Greta Hollmann, Direktorin der Behörde. Foto: Paul Grote"),
        ("de", "Greta Hollmann, Direktorin der Behörde. Bild: dpa"),
        ("fr", "Hélène Couturat, directrice de l'agence. Photo Paul Roux"),
        ("fr", "Hélène Couturat, directrice de l'agence. ONU Photo/Paul Roux"),
        ("es", "Nuria Salcedo, directora de la agencia. Foto ONU/Pablo Ruiz"),
    ],
)
def test_who_is_seen_above_a_credit_has_written_nothing(language: str, caption: str) -> None:
    head, day, *body = SHOWN[language]
    assert _byline("\n\n".join((head, caption, day, *body, "Share"))) is None
