"""Boxes that ask to subscribe, to become a member or to vote go whole; sentences on them stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import languages

PAGES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "cases" / "called_boxes.json").read_text(encoding="utf-8")
)
"""For each language lines above an article, its paragraphs, and boxes of three kinds."""


def page(code: str, inside: str, at: int, layout: str) -> str:
    """A copied page with a box above one of its paragraphs."""
    top, body = PAGES[code]["top"], PAGES[code]["body"]
    lines = inside.split("\n")
    if layout == "block":
        return "\n\n".join([top, *body[:at], inside, *body[at:]])
    between = "\n\n" if layout == "loose" else "\n"
    return between.join([*top.split("\n"), *body[:at], *lines, *body[at:]])


def markup(code: str, inside: str, at: int) -> str:
    """The same page as HTML, the box in an element of its own."""
    menu, title, author = PAGES[code]["top"].split("\n\n")[:3]
    links = "".join(f"<a href='/{number}'>{name}</a>" for number, name in enumerate(menu.split()))
    *told, button = inside.split("\n")
    box = "".join(f"<p>{line}</p>" for line in told) + f"<a href='/x'>{button}</a>"
    body = [f"<p>{line}</p>" for line in PAGES[code]["body"]]
    text = f"{''.join(body[:at])}<div class='q'>{box}</div>{''.join(body[at:])}"
    head = f"<nav>{links}</nav><article><h1>{title}</h1><p>{author}</p>"
    return f"<html><body>{head}{text}</article></body></html>"


@pytest.mark.parametrize("layout", ["block", "loose", "tight"])
@pytest.mark.parametrize("kind", ["wall", "letter", "poll"])
@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_box_that_calls_on_the_reader_goes_whole(code: str, kind: str, layout: str) -> None:
    """Headline, pitch, price, button, log in, consent, answers; and nothing beside them."""
    box, body = PAGES[code][kind], PAGES[code]["body"]
    text = newsclean.clean(page(code, box, 2, layout)).text
    assert [line for line in box.split("\n") if line in text.split("\n")] == []
    assert [line for line in body if line not in text] == []


@pytest.mark.parametrize("kind", ["wall", "letter", "poll"])
@pytest.mark.parametrize("code", ["ar", "en", "fi", "hr", "zh"])
def test_it_goes_from_html(code: str, kind: str) -> None:
    """Where the networks keep a part of it."""
    box, body = PAGES[code][kind], PAGES[code]["body"]
    text = newsclean.clean(markup(code, box, 2)).text
    assert [line for line in box.split("\n") if line in text.split("\n")] == []
    assert [line for line in body if line not in text] == []


SENTENCES = [
    ("en", "The paper now has 40,000 subscribers, who pay £9 a month for unlimited access."),
    ("en", "She was already a member of the club when the new rules were voted on."),
    ("en", "Those who subscribe can read the full archive of the mill, the editor said."),
    ("en", "By signing up, weavers agree to the rules of the cooperative, its lawyer explained."),
    ("en", "What do you think a loom costs? Horak asked, and nobody knew."),
    ("en", "Members can vote until Friday, and the result is to be read out in the mill."),
    ("en", "The newsletter of the mill goes out each Friday to four hundred inboxes."),
    (
        "de",
        "Der Verlag hat seinen Abonnenten im Mai geschrieben, dass der Monat 3 Euro mehr kostet.",
    ),
    ("de", "Wer schon Abonnent war, konnte sich nach der Panne nicht mehr einloggen."),
    ("de", "Mit der Anmeldung stimmen die Lehrlinge der Hausordnung zu, heißt es im Vertrag."),
    ("de", "Was meinen Sie dazu, fragte der Richter, und der Zeuge schwieg."),
    ("de", "Abstimmen durfte nur, wer seit zwei Jahren Mitglied der Genossenschaft ist."),
    ("fi", "Lehden tilaajat saavat lukea kaikki artikkelit, mutta maksavat 20 euroa kuukaudessa."),
    ("fi", "Äänestäjistä joka toinen vastasi kyselyyn, jossa kysyttiin mitä mieltä he ovat."),
    ("nb", "Avisen fikk 3000 nye abonnenter i mai, og de betaler 49 kroner i måneden."),
    ("nb", "Hva mener du egentlig, spurte ordføreren, og salen lo."),
    ("hr", "Pretplatnici lista plaćaju 9 eura mjesečno, a pristup imaju svim člancima."),
    ("hr", "Glasati mogu samo članovi zadruge, a rezultat će biti poznat u petak."),
    ("ko", "이 신문의 유료 구독자는 4만 명으로, 한 달에 9천 원을 내고 모든 기사를 읽는다."),
    ("ko", "조합원들은 금요일까지 투표하며 결과는 방앗간에서 발표된다고 대표가 밝혔다."),
    ("zh", "这家报纸已有四万名会员，他们每月付九元钱，就能阅读全部文章。"),
    ("zh", "社员们将在周五之前投票，结果会在磨坊里当众宣读。"),
    ("id", "Koran itu kini punya 40.000 pelanggan, yang membayar Rp 29.000 per bulan."),
    ("id", "Anggota koperasi memilih sampai Jumat, dan hasilnya dibacakan di gilingan."),
    ("ar", "ويبلغ عدد المشتركين في الصحيفة أربعين ألفا، يدفع كل منهم تسعة دولارات في الشهر."),
    ("ar", "ويصوت أعضاء التعاونية حتى يوم الجمعة، ثم تعلن النتائج في الطاحونة."),
    ("lt", "Laikraštis jau turi 40 tūkstančių prenumeratorių, kurie moka 9 eurus per mėnesį."),
    ("lt", "Balsuoti gali tik kooperatyvo nariai, o rezultatas bus paskelbtas penktadienį."),
    ("el", "Οι συνδρομητές της εφημερίδας πληρώνουν 9 ευρώ τον μήνα για όλα τα άρθρα."),
    ("el", "Ψηφίζουν μόνο τα μέλη του συνεταιρισμού, και η ψήφος είναι μυστική."),
    ("ru", "У газеты сорок тысяч подписчиков, которые платят 99 рублей в месяц."),
    ("ru", "Голосовать могут только члены артели, а результаты объявят в пятницу."),
]


@pytest.mark.parametrize("layout", ["block", "tight"])
@pytest.mark.parametrize(("code", "sentence"), SENTENCES)
def test_a_sentence_on_subscriptions_or_polls_stays(code: str, sentence: str, layout: str) -> None:
    """The matter of an article, told in a paragraph of its own."""
    assert sentence in newsclean.clean(page(code, sentence, 2, layout)).text


@pytest.mark.parametrize(
    "block",
    [
        "Who may vote\nOnly members do, and what do you think they want? More looms.",
        "How to become a member\nThat was her question, and it costs a pound a month to join.",
        "The price of a subscription\nNine pounds a month is a lot of wool, says Horak.",
        "The women who log in\nThe old punch clock still hangs beside the door of the mill.",
    ],
)
def test_a_heading_and_its_paragraph_stay(block: str) -> None:
    """A sub-heading may read like a button."""
    text = newsclean.clean(page("en", block, 2, "block")).text
    assert [line for line in block.split("\n") if line not in text] == []


def test_every_language_has_every_kind() -> None:
    """What a box says is listed for all languages alike."""
    data = languages.read_data("cleaning/calls.json")
    kinds = {code: set(listed) for code, listed in data.items() if code != "about"}
    assert all(listed == kinds["en"] for listed in kinds.values())
    assert {path.split(".")[1] for path in PHRASEBOOKS} <= set(kinds)


PHRASEBOOKS = [
    path.name for path in Path(newsclean.__file__).parent.glob("data/cleaning/phrases.*.json")
]
