"""Sentences of the article below requests, links and cards stay; what is not of it stays out."""

from __future__ import annotations

import pytest

import newsclean

PAGES = {
    "en": (
        "The ferry to Lowton sails again\n\nBy Anna Berg\n\n5 March 2024",
        "The ferry to Lowton sails again after six weeks in which its engine was repaired.",
        "“We looked at every bolt,” said Mara Quill, who runs the harbour office and the pier.",
        "Two million pounds were paid for it, and the council gave the greater part of them.",
    ),
    "de": (
        "Fähre nach Lowton fährt wieder\n\nVon Anna Berg\n\n5. März 2024",
        "Die Fähre nach Lowton fährt nach sechs Wochen wieder, da ihr Motor repariert ist.",
        "„Wir haben jede Schraube geprüft“, sagte Mara Quill, die das Hafenamt leitet.",
        "Zwei Millionen wurden dafür bezahlt, und der Rat gab davon den größeren Teil.",
    ),
    "ru": (
        "Паром в Ольховку снова ходит\n\nИрина Лугова\n\n3 апреля 2024",
        "Паром в Ольховку снова ходит после шести недель, за которые починили двигатель.",
        "«Мы проверили каждый болт», — сказала глава порта Мария Кузнецова в понедельник.",
        "За ремонт заплатили два миллиона, и большую часть этих денег выделила область.",
    ),
    "ko": (
        "연락선 6주 만에 다시 뜬다\n\n김민수 기자\n\n2024.03.05 10:15",
        "6주 동안 멈췄던 항구의 연락선이 월요일 다시 뜨기 시작했고 첫 배는 만석이 됐다.",
        "박해수 항만국장은 “볼트를 하나하나 조사했다. 선체에는 문제가 없다”고 말했다.",
        "수리에는 200만 파운드가 들었으며 그 대부분을 시의회가 냈다고 항만국은 밝혔다.",
    ),
}
TAILS = {
    "en": [
        ("Become a member today", "The repair took two weeks longer than the yard had promised."),
        ("Most read", "The bakery on the pier, where the crews eat, has opened again, too."),
        ("Subscribe", "The last boat leaves the pier at ten past eleven on weekdays."),
    ],
    "de": [
        ("Jetzt abonnieren", "Die Reparatur dauerte zwei Wochen länger als von der Werft geplant."),
        ("Lesen Sie auch: Der Steg", "Die Fähre trägt neunzig Menschen und elf Wagen."),
    ],
    "ru": [
        ("Подписывайтесь на наш канал", "Паром перевозит девяносто человек и восемь машин."),
        ("Фото: Ирина Лугова", "Проезд будет стоить пятьдесят рублей, для местных он бесплатный."),
    ],
    "ko": [
        (
            "▲ 월요일 부두에 선 연락선. (사진=항구일보)",
            "시의회는 겨울 비용을 아직 정하지 않았다고 밝혔다.",
        ),
    ],
}


@pytest.mark.parametrize(
    ("code", "interruption", "tail"),
    [(code, *each) for code, tails in TAILS.items() for each in tails],
)
def test_what_the_article_tells_below_an_interruption_stays(
    code: str, interruption: str, tail: str
) -> None:
    article = newsclean.clean("\n\n".join([*PAGES[code], interruption, tail]))
    assert article.paragraphs[-1].text == tail
    assert interruption.partition("\n")[0] not in article.text


@pytest.mark.parametrize(
    ("code", "foot"),
    [
        ("en", "Anna Berg is a reporter who covers the islands and the harbour."),
        ("en", "Comments\n\nOdd Brannock\n\nThe old ferry was much nicer and had better tea."),
        ("de", "Die Wiedergabe dieses Artikels ist ohne Genehmigung nicht gestattet."),
        ("de", "Der Newsletter erscheint jeden Morgen um sechs Uhr in der Frühe."),
        ("ru", "Нашли ошибку? Выделите её и нажмите Ctrl+Enter."),
        ("ko", "제보는 카카오톡으로 보내 주세요."),
        ("de", "Meistgelesen\n\nBuslinie 9 fährt anders\n\nDer Bus hält ab April an der Schule."),
    ],
)
def test_what_stands_below_the_article_stays_out(code: str, foot: str) -> None:
    article = newsclean.clean("\n\n".join([*PAGES[code], foot]))
    assert [each.text for each in article.paragraphs] == list(PAGES[code][1:])


def test_an_opening_above_a_request_is_no_part_of_it() -> None:
    head, lead, quote, _ = PAGES["en"]
    request = (
        "Before you go, we need your support: readers like you keep our journalism free.\n\n"
        "Donate now\n\nHelp us grow this work\n\nSupport our otters"
    )
    opening = "The last ferry left the pier in January, and nobody had expected another."
    third = "The council has paid for most of the repair, and the next boat leaves on Tuesday."
    article = newsclean.clean(f"{head}\n\n{opening}\n\n{request}\n\n{lead}\n\n{quote}\n\n{third}")
    assert article.paragraphs[0].text == opening


def test_a_question_of_the_article_below_a_poll_is_not_of_it() -> None:
    head, lead, quote, third = PAGES["en"]
    poll = (
        "Should the ferry sail at night?\n\nYes, the town needs it\n\nNo, let the seals sleep\n\n"
        "I do not know"
    )
    own = "Will the kiosk survive?\n\nYes."
    last = "No, says the clerk's son, who has moved to the town and works for a bank there."
    article = newsclean.clean(
        f"{head}\n\n{lead}\n\n{quote}\n\n{third}\n\n{poll}\n\n{own}\n\n{last}"
    )
    texts = [each.text for each in article.paragraphs]
    assert "Will the kiosk survive?" in texts
    assert "Yes, the town needs it" not in texts
