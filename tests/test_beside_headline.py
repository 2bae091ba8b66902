"""What is printed beside a headline: kickers, tags, decks, and who is named there or signs."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean.summary.text.standing import Standing

BODIES = {
    "en": (
        (
            "Firefighters in Lowmere cleared the bus station on Tuesday after a tree fell on "
            "its roof, the council said. Nobody was hurt, and buses leave from the market "
            "square."
        ),
        (
            "“We heard an enormous noise and ran out,” said Paul Leman, who has kept the "
            "kiosk for twenty years. The council has promised a survey before the end of the "
            "month."
        ),
        (
            "Lines to the coast will not run again until Thursday. Passengers can have their "
            "money back at the counter for the next two weeks."
        ),
    ),
    "de": (
        (
            "Die Feuerwehr von Obernfeld hat am Dienstag den Busbahnhof geräumt, nachdem ein "
            "Baum auf das Dach gestürzt war. Verletzt wurde niemand, die Busse fahren vom "
            "Marktplatz ab."
        ),
        (
            "„Wir haben einen gewaltigen Lärm gehört und sind hinausgelaufen“, sagt Paul "
            "Lehmann, der den Kiosk seit zwanzig Jahren führt. Die Stadt will ein Gutachten "
            "vorlegen."
        ),
        (
            "Die Linien an die Küste fahren erst am Donnerstag wieder. Fahrgäste bekommen ihr"
            " Geld zwei Wochen lang am Schalter zurück."
        ),
    ),
    "fr": (
        (
            "Les pompiers de Vallorac ont évacué mardi la gare routière après la chute d'un "
            "arbre sur le toit, a annoncé la mairie. Personne n'a été blessé."
        ),
        (
            "« Nous avons entendu un bruit énorme et nous sommes sortis en courant », raconte"
            " Paul Lemoine, qui tient le kiosque depuis vingt ans. La mairie a promis une "
            "expertise."
        ),
        (
            "Les lignes vers la côte ne reprendront que jeudi. Les voyageurs peuvent se faire"
            " rembourser au guichet pendant les deux semaines à venir."
        ),
    ),
    "vi": (
        (
            "Lực lượng cứu hỏa đã sơ tán bến xe khách vào hôm thứ ba sau khi một cây lớn đổ "
            "xuống mái nhà, chính quyền địa phương cho biết. Không ai bị thương."
        ),
        (
            "“Chúng tôi nghe một tiếng động rất lớn và chạy ra ngoài”, anh Hùng, chủ quầy "
            "hàng ở bến xe hai mươi năm nay, kể lại. Chính quyền hứa sẽ giám định trước cuối "
            "tháng."
        ),
        (
            "Các tuyến ra biển chỉ chạy lại vào thứ năm. Hành khách được hoàn tiền tại quầy "
            "trong hai tuần tới."
        ),
    ),
}
HEADS = {
    "en": "Buses leave the Lowmere station for the market square after a tree falls on its roof",
    "de": "Busse verlassen den Busbahnhof von Obernfeld, als ein Baum auf das Dach gestürzt ist",
    "fr": "Les bus quittent la gare routière de Vallorac après la chute d'un arbre sur son toit",
    "vi": "Xe buýt rời bến xe khách sau khi một cây lớn đổ xuống mái nhà hôm thứ ba",
}


def _copied(language: str, *above: str, below: tuple[str, ...] = ()) -> newsclean.Article:
    return newsclean.clean("\n\n".join((*above, *BODIES[language], *below)))


@pytest.mark.parametrize(
    ("language", "kicker"),
    [
        ("de", "Der Krieg in der Ukraine"),
        ("fr", "La crise des transports publics"),
        ("en", "The war in Ukraine"),
    ],
)
def test_a_kicker_of_several_words_is_no_headline(language: str, kicker: str) -> None:
    head = HEADS[language]
    assert _copied(language, "Menu", kicker, head, "3.5.2026").title == head


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("en", "BUSES, STATION, LOWMERE"),
        ("en", "BUSES STATION LOWMERE ACCIDENT"),
        ("fr", "BUS / VALLORAC / POMPIERS"),
        ("de", "BUSSE OBERNFELD BUSBAHNHOF"),
    ],
)
def test_tags_in_capitals_are_no_headline(language: str, tags: str) -> None:
    assert _copied(language, tags, HEADS[language]).title == HEADS[language]


def test_a_headline_in_capitals_stays() -> None:
    head = "TREE CRUSHES BUS STATION"
    assert _copied("en", head, "Passengers have to walk to the market square now").title == head


@pytest.mark.parametrize(
    ("language", "head", "deck"),
    [
        ("en", "Tree falls on the bus station", "Buses leave from the market square and nobody is"),
        (
            "de",
            "Baum stürzt auf den Bahnhof",
            "Die Busse fahren nun vom Marktplatz ab, sagt der Rat",
        ),
        (
            "fr",
            "Un arbre tombe sur la gare",
            "Les bus partent désormais de la place du vieux marché",
        ),
    ],
)
def test_a_line_without_a_stop_below_the_headline_is_its_deck(
    language: str, head: str, deck: str
) -> None:
    found = _copied(language, head, deck)
    assert found.metadata.standfirst is not None
    assert found.metadata.standfirst.value == deck
    assert found.paragraphs[0].text == BODIES[language][0]


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("en", "WORDS & IMAGES: DANA WHITLOCK", "DANA WHITLOCK"),
        ("en", "Words + Pictures: Dana Whitlock", "Dana Whitlock"),
        ("de", "Text und Bilder: Dana Weiss", "Dana Weiss"),
        ("fr", "Texte & images : Dana Leroy", "Dana Leroy"),
    ],
)
def test_who_wrote_and_took_the_pictures_is_the_author(
    language: str, line: str, author: str
) -> None:
    assert _copied(language, HEADS[language], line).byline == author


@pytest.mark.parametrize(
    ("language", "signature", "author"),
    [
        ("en", "-Kalyn Keen", "Kalyn Keen"),
        ("en", "~ Kalyn Keen", "Kalyn Keen"),
        ("de", "– Jonte Brandt", "Jonte Brandt"),
        ("fr", "— Maëlle Corbin", "Maëlle Corbin"),
        ("en", "-Anything else", None),
    ],
)
def test_a_name_behind_a_dash_signs(language: str, signature: str, author: str | None) -> None:
    assert _copied(language, HEADS[language], below=(signature,)).byline == author


def test_a_transcript_names_its_reporter() -> None:
    turns = (
        "HOST: A tree fell on the bus station in Lowmere on Tuesday. Dana Whitlock reports.",
        "DANA WHITLOCK, BYLINE: It is early, and nobody knows yet which bus goes where.",
        "PAUL LEMAN: We heard an enormous noise and ran out, and then the roof was gone.",
        "WHITLOCK: The council has promised a survey before the end of the month.",
    )
    assert newsclean.clean("\n\n".join((HEADS["en"], *turns))).byline == "Dana Whitlock"


@pytest.mark.parametrize("name", ["Phan Thiết", "Hồ Chí Minh", "Hoàng Anh Gia Lai", "Hoàng Mai"])
def test_a_vietnamese_town_or_firm_has_not_signed(name: str) -> None:
    assert _copied("vi", HEADS["vi"], below=(name,)).byline is None


@pytest.mark.parametrize("brand", ["Jack Daniels", "Calvin Klein", "Paul Smith"])
def test_a_brand_that_the_headline_names_wrote_nothing(brand: str) -> None:
    head, deck = f"{brand} opens a shop in the bus station", "The first one on the coast"
    first = f"{brand} said on Monday that the shop would open in spring, as planned."
    assert _copied("en", head, f"{deck} sells to passengers", brand, "Share", first).byline is None


@pytest.mark.parametrize(
    ("language", "days", "date"),
    [
        ("en", "May 3, 2004 | February 11, 2025", "2004-05-03"),
        ("de", "3.5.2004 / 11.2.2025", "2004-05-03"),
        ("fr", "En ligne 3 mai 2004\n\nRevu 11 février 2025", "2004-05-03"),
        ("fr", "né le 3 mai 1924\n\nmort le 11 février 2025", None),
        ("de", "* 3.5.1924\n\n† 11.2.2025", None),
        ("en", "May 3, 1924 – February 11, 2025", None),
    ],
)
def test_two_days_far_apart_are_those_of_a_life_only_where_that_is_said(
    language: str, days: str, date: str | None
) -> None:
    assert _copied(language, HEADS[language], days).date == date


@pytest.mark.parametrize(
    ("language", "following", "denied"),
    [
        ("en", "That's wrong, officials say.", True),
        ("en", "That's wrongheaded, he said.", False),
        ("es", "Es falsomente citado.", False),
        ("zh", "这是假的消息。", True),
    ],
)
def test_a_denial_is_of_whole_words(language: str, following: str, *, denied: bool) -> None:
    assert Standing(["The bridge is closed.", following], language).is_denied(0) is denied


@pytest.mark.parametrize("count", [1, 2])
def test_customers_reviews_do_not_name_the_author(count: int) -> None:
    review = {"@type": "Review", "author": {"@type": "Person", "name": "Tom Hall"}}
    product = {"@type": "Product", "name": "Kettle", "review": [review] * count}
    article = {"@type": "NewsArticle", "headline": HEADS["en"], "mentions": product}
    body = "".join(f"<p>{text}</p>" for text in BODIES["en"])
    page = (
        f"<script type='application/ld+json'>{json.dumps(article)}</script>"
        f"<article><h1>{HEADS['en']}</h1>{body}</article>"
    )
    assert newsclean.clean(f"<html lang='en'><body>{page}</body></html>").byline is None


_BENGALI = (
    "মেঘনাতীর শহরের পুরোনো বাজারে গতকাল রাতে আগুন লেগে অন্তত ৩৫টি দোকান পুড়ে গেছে, আহত হয়েছেন চারজন।",
    "ক্ষতিগ্রস্ত দোকানি জানান, তাঁর দোকানে প্রায় চার লাখ টাকার কাপড় ছিল। ঈদের জন্য তিনি ধার করেছিলেন।",
    "আগুন লাগার কারণ জানতে তিন সদস্যের তদন্ত কমিটি গঠন করা হয়েছে। সাত দিনের মধ্যে প্রতিবেদন দিতে হবে।",
)
_ARABIC = (
    "اندلع حريق كبير مساء أمس في السوق القديم بمدينة النخيل، وأتى على خمسة وثلاثين محلاً تجارياً.",
    "وقالت صاحبة أحد المحلات إنها استدانت مبلغاً لشراء البضائع، ولا تعرف كيف ستسدد ديونها.",
    "وشكلت البلدية لجنة من ثلاثة أعضاء للتحقيق في أسباب الحريق، على أن ترفع تقريرها خلال أسبوع.",
)


@pytest.mark.parametrize(
    ("menu", "headline", "line", "day", "body", "author"),
    [
        ("প্রচ্ছদ\nজেলা\nখেলা", "বাজারে আগুন, পুড়ল ৩৫ দোকান", "প্রতিনিধি, মেঘনাতীর",
         "প্রকাশ: ১২ মার্চ ২০২৬, ১০: ২৪", _BENGALI, None),
        ("প্রচ্ছদ\nজেলা\nখেলা", "বাজারে আগুন, পুড়ল ৩৫ দোকান", "আনিসুর রহমান, মেঘনাতীর",
         "প্রকাশ: ১২ মার্চ ২০২৬, ১০: ২৪", _BENGALI, "আনিসুর রহমান"),
        ("الرئيسية\nسياسة\nرياضة", "حريق يلتهم 35 محلاً في سوق النخيل القديم", "صورة أرشيفية",
         "12 مارس 2026", _ARABIC, None),
        ("الرئيسية\nسياسة\nرياضة", "حريق يلتهم 35 محلاً في سوق النخيل القديم",
         "سامر الخطابي - مراسل المنبر في تل الرمان", "12 مارس 2026", _ARABIC, "سامر الخطابي"),
    ],
)  # fmt: skip
def test_without_capitals_the_line_above_the_day_is_no_headline_and_a_name_only_if_known(
    menu: str, headline: str, line: str, day: str, body: tuple[str, ...], author: str | None
) -> None:
    """The author's name or office is none; what a picture shows is nobody's name."""
    digest = newsclean.digest("\n".join((menu, headline, line, day, "", *body)))
    assert (digest.title, digest.byline) == (headline, author)
