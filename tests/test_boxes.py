"""What stands around the paragraphs on pages in other languages than English and German goes."""

from __future__ import annotations

import pytest

from newsclean.cleaning.belonging.restore import belonging
from newsclean.cleaning.furniture.boxes import boxes
from newsclean.cleaning.furniture.remove import without_furniture
from newsclean.cleaning.lines.reporters import is_signature, read_paragraph, read_reporters
from newsclean.document import Line
from records import lines_of, record_of

PL_SOLD = (
    "Rada miasta Ferrów zgodziła się w poniedziałek odkupić linię tramwajową do portu, którą "
    "dziewiętnaście lat temu sprzedała za jedną koronę."
)
PL_USED = (
    "Linia wozi dziewięć tysięcy pasażerów dziennie, a spółka traci na każdym z nich, jak mówi "
    "jej rzecznik w rozmowie z gazetą."
)
PL_NEXT = (
    "Tramwaje będą kursować jak dotąd do czerwca, potem nowy rozkład jazdy ułoży samo miasto, "
    "które szuka do tego ludzi."
)
PL = (PL_SOLD, PL_USED, PL_NEXT)
ZH = (
    "费罗市议会周一决定以一个克朗的价格买回十九年前出售的港口电车线路，市民对此表示欢迎，认为这条线路早就应该由城市来经营。",
    "这条线路每天运送九千名乘客，公司表示亏损严重，今后将把更多的时间用在公共汽车业务上，电车则交给城市。",
    "六月之前电车将照常运行，之后由城市制定新的时刻表，目前正在招聘懂得如何编制时刻表的人员，待遇从优。",
)


def causes(*texts: str, language: str = "pl") -> dict[str, str]:
    """The reasons of lines that the networks keep."""
    lines = lines_of(*texts)
    found = without_furniture(
        record_of(lines, [True] * len(lines), language, probabilities=[0.6] * len(lines))
    )
    return {lines[at].text: cause[0] for at, cause in found.causes.items()}


@pytest.mark.parametrize(
    "notice",
    [
        "东江网声明：凡注明来源为东江网的作品，版权均属于东江网，未经授权不得转载、摘编。",
        "费罗晚报声明：本报所刊文章及照片版权归本报所有，任何媒体转载请注明出处。",
        "港口财经声明：本站转载的文章仅代表作者本人观点，与本站无关，投资者据此操作风险自担。",
    ],
)
def test_a_notice_on_rights_behind_the_name_of_the_site(notice: str) -> None:
    assert causes(*ZH, notice, language="zh") == {notice: "copyright"}


def test_a_statement_that_claims_no_rights_stays() -> None:
    assert not causes(*ZH, "市议会声明：电车将照常运行，票价不变，市民不必担心。", language="zh")


@pytest.mark.parametrize(
    ("language", "label", "tags"),
    [
        ("pl", "Tagi:", ("tramwaj ferrów,", "port", "rada miasta")),
        ("ru", "Теги:", ("трамвай", "Феррово", "порт")),
        ("cs", "Štítky", ("tramvaj", "přístav")),
        ("el", "Ετικέτες:", ("τραμ", "λιμάνι του Φερρό")),
    ],
)
def test_tags_go_below_their_label(language: str, label: str, tags: tuple[str, ...]) -> None:
    """Below the text and a bare label, short lines are tags; above paragraphs they are a list."""
    found = causes(*PL, label, *tags, language=language)
    assert [found.get(tag) for tag in tags] == ["navigation"] * len(tags)
    listed = causes(PL[0], label, *tags, *PL[1:], language=language)
    assert not set(tags) & set(listed)


@pytest.mark.parametrize(
    ("title", "teaser"),
    [
        ("Most śpiewa na wietrze", "Most nad rzeką śpiewa na północnym wietrze. czytaj więcej"),
        ("Почему мост поёт при ветре", "Мост поёт, когда дует северный ветер... Читать далее »"),
        ("Ten most zpívá", "Ten most zpívá, když fouká severní vítr. Celý článek"),
        ("港の橋が歌う理由", "港の橋が歌う理由を調べた。続きを読む"),
    ],
)
def test_a_card_within_the_text_goes(title: str, teaser: str) -> None:
    """The teaser of another article with its "read more", and the title above it."""
    assert causes(PL[0], title, teaser, *PL[1:]) == {
        title: "related articles",
        teaser: "related articles",
    }
    assert not causes(*PL[:2], teaser, PL[2])


@pytest.mark.parametrize(
    "notice",
    [
        "【免责声明】本文仅代表作者本人观点，与本报无关。请读者仅作参考，并请自行承担全部责任。",
        "• 凡注明来源为“港报”的所有文字、图片，版权均属港报所有，未经书面授权不得转载。",
        "При использовании материалов сайта ссылка на «Портовую газету» обязательна.",
        "Wszelkie prawa zastrzeżone. Kopiowanie bez zgody wydawcy jest zabronione.",
        "Απαγορεύεται η αναδημοσίευση χωρίς τη γραπτή άδεια της εφημερίδας.",
        "Všetky práva vyhradené. Publikovanie článkov bez súhlasu je zakázané.",
        "Всички права запазени. Използването на материали без съгласие е забранено.",
        "Tüm hakları saklıdır. İzin alınmadan kullanılamaz.",
        "جميع الحقوق محفوظة لصحيفة الميناء ولا يجوز النسخ.",
        "無断転載を禁じます。港新聞社の記事の著作権は港新聞社に属します。",
    ],
)
def test_notices_on_rights_go(notice: str) -> None:
    """At the end of the text, in the words of each language."""
    assert causes(*PL, notice)[notice] == "copyright"
    assert notice not in causes(notice, *PL)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("圖說:港口電車昨天恢復行駛，市民在碼頭等候上車。（港務局提供）", "caption"),
        ("港口电车昨天恢复行驶，市民在码头等候上车（市政府供图）", "caption"),
        ("攝影╱王大明 部分圖片╱資料照片", "credit"),
        ("写真／港新聞 山田太郎", "credit"),
        ("港口爆料平台 最高奖励500元>>（港报编辑：王明）", "related articles"),
        ("查看更多电车新闻>>", "related articles"),
        ("本报记者 高薇", "byline"),
        ("新华社记者 王强、李明", "byline"),
    ],
)
def test_lines_of_chinese_and_japanese_pages(line: str, reason: str) -> None:
    """Captions, credits with a bar, links with their sign, the line of who reports."""
    found = causes(ZH[0], line, *ZH[1:], language="zh")
    assert found == {line: reason}


@pytest.mark.parametrize("label", ["本文导读：", "核心提示：", "【摘要】"])
def test_a_teaser_goes_and_what_it_tells_stays(label: str) -> None:
    """The sentence that the teaser quotes from below is no pull quote of the teaser."""
    sentence = (
        "“这条线路每天运送九千名乘客，公司亏损严重，市民早就希望由城市来经营，"
        "而不是交给只想着公共汽车的公司。”"
    )
    teaser = f"{label}{ZH[0]}{sentence}"
    found = causes(teaser, *ZH, sentence, language="zh")
    assert found == {teaser: "standfirst"}


def test_an_article_that_is_printed_twice_is_kept_once() -> None:
    """The second printing below the first goes; a paragraph that recurs alone does not."""
    lines = lines_of(*PL, "Czytaj również", "Ferrów odkupuje tramwaj", *PL)
    record = record_of(lines, [True] * len(lines), "pl", probabilities=[0.6] * len(lines))
    assert {at for at, cause in boxes(record, ()).items() if cause[0] == "repeated line"} == {
        5,
        6,
        7,
    }
    # what is told again among new paragraphs, as answers do
    lines = lines_of(*PL, PL[0], *(f"{number} {PL[1]}" for number in range(4)), PL[2])
    record = record_of(lines, [True] * len(lines), "pl", probabilities=[0.6] * len(lines))
    assert not boxes(record, ())
    lines = lines_of(*PL, PL[0])
    record = record_of(lines, [True] * len(lines), "pl", probabilities=[0.6] * len(lines))
    assert not boxes(record, ())


@pytest.mark.parametrize(
    "line",
    [
        "Codziennie rano wiadomości z portu na Twoją skrzynkę. Zapisz się do newslettera!",
        "Všetky správy z prístavu na jednom mieste. Sledujte nás na Facebooku!",
        "Всички новини от пристанището. Последвайте ни във Фейсбук!",
        "Најновије вести из луке. Пратите нас на Фејсбуку!",
    ],
)
def test_a_request_in_the_last_of_two_sentences(line: str) -> None:
    """At the end of the text, such a line is a promotion."""
    assert causes(*PL, line)[line] in ("newsletter", "advertisement")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("港傳媒╱記者王大明／台北報導 2026-01-12 12:01", "王大明"),
        ("◎ 記者林小華/編譯", "林小華"),
        ("2026/1/17 蔡明珠 報導", "蔡明珠"),
        ("記者 王大明、李小華／高雄報導", "王大明, 李小華"),
        ("2026/1/17 自由時報 報導", None),
        ("記者從北京獲悉", None),
    ],
)
def test_reporters_in_taiwan(line: str, names: str | None) -> None:
    """With a bar behind the name, or the name alone beside the date."""
    assert read_reporters(line) == names


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("宜保持距離，避免近距離觀看，加深眼睛疲勞。報導╱林明珠、張小玉", "林明珠, 張小玉"),
        ("(서울=항구뉴스) 김혜진 기자 = 시의회가 항구 전차 노선을 다시 사들이기로 했다.", "김혜진"),
        ("【記者王小明／台北報導】市議會決定買回港口電車路線。", "王小明"),
        ("市議會決定買回港口電車路線，市民表示歡迎。", None),
    ],
)
def test_reporters_within_paragraphs(paragraph: str, names: str | None) -> None:
    """Before the first sentence or behind the last one."""
    assert read_paragraph(paragraph) == names


def test_signatures() -> None:
    """Only the names and what they are; a sentence of a reporter is none."""
    assert is_signature("本报记者 高薇")
    assert is_signature("김혜진 기자")
    assert not is_signature("记者 从北京获悉")
    assert not is_signature("记者在现场看到，电车已经停运。")


@pytest.mark.parametrize(
    "items",
    [
        ("1、电车线路由城市经营", "2、时刻表由城市制定", "3、票价保持不变", "4、招聘二十名司机"),
        (
            "1. Linia należy do miasta",
            "2. Rozkład układa miasto",
            "3. Ceny bez zmian",
            "4. Nowi motorniczy",
        ),
        ("1) Линия у города", "2) Расписание у города", "3) Цены прежние", "4) Двадцать водителей"),
    ],
)
def test_a_list_that_goes_on_counting_stays_whole(items: tuple[str, ...]) -> None:
    """The items behind the last one that the networks keep."""
    lines = lines_of(*PL, *items)
    kept = [True] * 5 + [False] * 2
    record = record_of(lines, kept, "pl", probabilities=[0.9] * 5 + [0.2] * 2)
    assert {5, 6} <= belonging(record)


def test_a_short_last_paragraph_in_chinese_stays() -> None:
    """It has no words between blanks, and what it names has no capitals."""
    last = "北京时间20:05，港口电车公司股价报12.70克朗。"
    lines: list[Line] = lines_of(*ZH[:2], "港口电车公司股价早盘走高。", last, "（港报编辑整理）")
    kept = [True] * 3 + [False] * 2
    record = record_of(lines, kept, "zh", probabilities=[0.9] * 3 + [0.2, 0.05])
    assert 3 in belonging(record)
