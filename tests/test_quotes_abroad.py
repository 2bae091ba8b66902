"""Speakers and summaries in languages where an agency stands behind the verb, or in Chinese."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.quotes import find
from newsclean.summary.shown import show, without_dateline


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", '"Tramwaje będą kursować do czerwca jak dotąd" - tłumaczy rozmówca PAP.'),
        ("ru", "«Трамваи будут ходить до июня, как и раньше», - цитирует политика УНИАН."),
        ("cs", "„Tramvaje budou jezdit do června jako dosud,“ sdělil ČTK."),
    ],
)
def test_an_agency_is_told_and_says_nothing(language: str, text: str) -> None:
    """The agency is not the speaker; whoever talked to it is."""
    assert [quote.speaker for quote in find(text, language)] == [None]


def test_who_talks_to_an_agency_is_the_speaker() -> None:
    """The name behind the agency."""
    text = '"To jest dobra wiadomość dla pasażerów" - powiedział PAP Jan Kowalski.'
    assert [quote.speaker for quote in find(text, "pl")] == ["Jan Kowalski"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("武主任回應說：“電車將照常運行，請市民放心，時刻表不會改變。”", "武主任"),
        ("林局長解釋說：“這條線路每天運送九千名乘客，公司虧損嚴重。”", "林局長"),
        ("王主任回应称：“电车将照常运行，请市民放心，时刻表不会改变。”", "王主任"),
    ],
)
def test_verbs_in_traditional_characters_are_no_names(text: str, speaker: str) -> None:
    """The two characters before 說 belong to the verb."""
    assert [quote.speaker for quote in newsclean.digest(f"港口電車\n{text}\n{LONG}").quotes][
        :1
    ] == [speaker]


LONG = "費羅市議會週一決定以一個克朗的價格買回十九年前出售的港口電車線路，市民對此表示歡迎。"


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("港口网北京12月15日电（记者 张帆）市议会决定买回电车。", "市议会决定买回电车。"),
        ("港口财经讯 市议会决定买回电车。", "市议会决定买回电车。"),
        ("本报讯（记者 高薇）市议会决定买回电车。", "市议会决定买回电车。"),
        (
            "(서울=항구뉴스) 김혜진 기자 = 시의회가 전차를 사기로 했다.",
            "시의회가 전차를 사기로 했다.",
        ),
        ("港口网络电视台昨天开播，观众很多。", "港口网络电视台昨天开播，观众很多。"),
        ("每日港湾网讯据渡口日报报道市议会决定买回电车。", "市议会决定买回电车。"),
        ("本報訊市議會決定買回電車。", "市議會決定買回電車。"),
        ("国家电网讯息显示，电价上调了两成。", "国家电网讯息显示，电价上调了两成。"),
        ("06.01.2012, Порт-Луна 08:16:36 Совет выкупит трамваи.", "Совет выкупит трамваи."),
        ("2012-01-06 08:16 The council buys the trams.", "The council buys the trams."),
        ("6/1/2012, Nova Luka, 8:16 Das Amt kauft die Wagen.", "Das Amt kauft die Wagen."),
        ("06.01.2012 war ein Freitag: Alle kamen.", "06.01.2012 war ein Freitag: Alle kamen."),
        ("（法新社日內瓦16日電）市議會決定買回電車。", "市議會決定買回電車。"),
        ("（路透社柏林4日電）市議會決定買回電車。", "市議會決定買回電車。"),
        ("（明报多伦多）市议会决定买回电车。", "市议会决定买回电车。"),
        ("（记者 王小明）市议会昨天决定买回电车。", "市议会昨天决定买回电车。"),
        ("[서린=한도윤 기자] 시의회가 전차를 사기로 했다.", "시의회가 전차를 사기로 했다."),
        ("（完）", "（完）"),
        ("（图片为资料照片）", "（图片为资料照片）"),
    ],
)
def test_datelines_of_sites_and_papers_are_not_in_the_summary(sentence: str, left: str) -> None:
    """Place, day, hour and reporter go; a station whose name has the same characters stays."""
    assert without_dateline(sentence) == left


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("点评：市议会终于买回电车，而这是在它卖出的十九年之后。", ("点评：",)),
        ("内容提要：市议会终于买回电车，市民表示欢迎。", ("内容提要：",)),
        ("他说：市议会终于买回电车，市民表示欢迎。", ()),
    ],
)
def test_labels_of_chinese_sentences_are_not_in_the_summary(
    sentence: str, left: tuple[str, ...]
) -> None:
    """What a sentence is labelled with goes, who says it stays."""
    assert show(sentence, "zh").left_out == left


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("王小明高兴地说：“我们今天终于赢得了这场比赛，大家都很开心。”", "王小明"),
        ("校長李大同激動地表示：「我們會繼續努力，把學校辦好，讓家長放心。」", "李大同"),
        ("“我们一定要把桥建好，让大家都能过河，”村长王大山高兴地说。", "王大山"),
        ("身边一位意大利乘客吃惊地说：“搁浅地点离吉利奥岛的距离太近了！”", None),
        ("校长李明毫不客气地说：“这样的事情以后不能再发生，我们会处理。”", None),
        ("总理甘地说：“我们今天在这里开会，讨论新的桥梁和道路。”", "甘地"),
    ],
)
def test_how_it_is_said_in_chinese_is_nobody(text: str, said_by: str | None) -> None:
    """The adverb between speaker and verb is part of no name."""
    assert find(text, "zh")[0].speaker == said_by


_PLAIN = [
    ("zh", "“他们希望房子能留下来，我们也是。”负责设计的建筑师陈晓雯说。", "陈晓雯", "建筑师"),
    ("zh", "“我小时候就坐这条船去上学。”七十岁的周桂兰说。", "周桂兰", None),
    ("zh", "奥德先生说：“没有人告诉过我这些，我都是自己学会的。”", "奥德", None),
    ("zh", "「在這裡工作過的人都希望房子留下來。」船主林書涵說。", "林書涵", "船主"),
    ("zh", "“今天的路很难走，我们等了三个小时。”当地的游客说。", None, None),
    ("zh", "“今天的路很难走，我们等了三个小时。”有关方面表示。", None, None),
    ("zh", "“今天的路很难走，我们等了三个小时。”出租车司机说。", None, None),
    ("ja", "「今日は孫と来ました」と、町に住む木谷ふみさん（七二）は話した。", "木谷ふみ", None),
    ("ja", "「水温のことしか考えていなかった」と志村徹夫さんは振り返る。", "志村徹夫", None),
    ("ja", "「病院に行けない」と訴えるのは、対岸の森田ハツさん（８４）だ。", "森田ハツ", None),
    ("ja", "「もう少し早く言ってほしかった」と浜田正一町長。", "浜田正一", "町長"),
    ("ja", "「今日は来ないで帰ってください」と運転手のおじさんは話した。", None, None),
    ("ja", "「今日は来ないで帰ってください」と市は説明した。", None, None),
    ("ko", "박해수 항만국장은 “볼트를 모두 다시 조사했다”고 말했다.", "박해수", "항만국장"),
    ("ko", "“이 길이 다시 열릴 줄은 아무도 몰랐다”고 박해수 이장은 말했다.", "박해수", "이장"),
    ("ko", "“손자와 함께 여기 왔다”고 주민 박순임(71) 씨가 했다.", "박순임", None),
    ("ko", "“우리는 아무 말도 듣지 못했다”고 윤미래 대표는 반박했다.", "윤미래", "대표"),
    ("ko", "“여기서 일하던 어르신들이 바랐습니다.” 건축가 박서윤 씨의 말이다.", "박서윤", None),
    ("ko", "한 주민은 “장날 아침에는 열 번 걸어야 한 번 된다”고 했다.", None, None),
    ("ko", "“처음엔 아가씨가 받을까 봐 겁이 났는데”라고 했다.", None, None),
]


@pytest.mark.parametrize(("language", "text", "speaker", "role"), _PLAIN)
def test_a_name_beside_the_verb_speaks_where_no_blanks_part_words(
    language: str, text: str, speaker: str | None, role: str | None
) -> None:
    """A name is told by its family name, its title or its office; a trade or a body is none."""
    quotes = find(text, language)
    assert {(quote.speaker, quote.role) for quote in quotes} == {(speaker, role)}


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        (
            "zh",
            "“一开始以为是洋流冲出来的沟，”研究员顾明轩说，“可是它们的方向都不一样。”",
            "一开始以为是洋流冲出来的沟，可是它们的方向都不一样。",
        ),
        (
            "ko",
            "김순례(81)씨는 “처음엔 기계가 받아서 겁이 났다”며 “이제는 이름만 대면 안다”고 했다.",
            "처음엔 기계가 받아서 겁이 났다. 이제는 이름만 대면 안다",
        ),
    ],
)
def test_both_halves_are_printed_where_no_blanks_part_words(
    language: str, text: str, printed: str
) -> None:
    """What its attribution parts is one statement."""
    assert [quote.statement for quote in find(text, language) if quote.key] == [printed]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("zh", "鲍玉兰告诉记者，大家每周三开窗唱歌。“物业从来没有投诉过我们。”", "鲍玉兰"),
        ("zh", "园长德洛尔高兴地说，“圆圆”会住得很好，“我们盼望这一天已经很久了。”", "德洛尔"),
        ("zh", "市长李建国表示，大桥明年通车，“钱已经够了，只等批文。”", "李建国"),
        ("zh", "館長翁素琴說，館舍太舊，「漏水修了三次還是漏。」", "翁素琴"),
        ("zh", "栾海波同时提醒，“走红容易，难的是把每周三坚持下去。”", "栾海波"),
        ("zh", "在附近上班的韩女士认为，颜色太亮。“中午根本不敢碰。”她说。", "韩女士"),
        ("zh", "水利會主委翁素琴直言：「水可不會五點下班。」", "翁素琴"),
        ("zh", "侯永祥来了。“穿针要孙女帮忙。”侯永祥摘下老花镜，笑着告诉记者。", "侯永祥"),
        ("zh", "“我闭着眼睛踢的。”马小依不好意思地说。", "马小依"),
        ("zh", "汪德厚曾当过投递员。他坐下来，乐呵呵地说：“现在吃大家的家常饭。”", "汪德厚"),
        ("ja", "「家は人が来ないと、すねるんです」。篠塚はるみさんはそう話す。", "篠塚はるみ"),
        (
            "ko",
            "편도훈(60)씨가 왔다.\n\n편씨는 “막차를 타는 사람들은 지쳐 있다”고 말했다.",
            "편도훈",
        ),
        (
            "vi",
            "Bác sĩ Hoàng Gia Bảo đến. Anh Bảo nói: “Tôi nghe mà nghẹn cả lòng”.",
            "Hoàng Gia Bảo",
        ),
        (
            "ja",
            "館長を務めるのは、元漁師の浜崎鉄夫さん（66）だ。「捨てていた魚ばかりなんです」と笑う。",
            "浜崎鉄夫",
        ),
        (
            "ja",
            "始めたのは時計店の久保寺勇さんだ。「書かないと返しに来るんだよ」と語る。",
            "久保寺勇",
        ),
        ("ko", "맹순덕(91) 할머니는 “밭을 매면서 녹음을 들었다”고 말했다.", "맹순덕"),
        ("ko", "반면 농업연구원 함초롬 박사는 “위험을 혼자 지지 않는다”고 평가했다.", "함초롬"),
        ("ko", "극작가 국승아 교수는 “시간이 연기하는 무대였다”고 극찬했다.", "국승아"),
        (
            "vi",
            "Ông Ngô Thế Lữ bán sách. “Xe thì mình đi tìm người ta chứ”, ông nói.",
            "Ngô Thế Lữ",
        ),
        ("vi", "Ông Ngô Thế Lữ bán sách. “Xe thì mình đi tìm người”, ông Lữ kể lại.", "Ngô Thế Lữ"),
        ("vi", "“Không ai tin chuyện đó nữa đâu”, cô giáo Trần Thị Lan nhớ lại.", "Trần Thị Lan"),
        ("th", "นายวิชัย มั่นคง เล่าว่า เปิดร้านแต่เช้า “ผมนอนไม่หลับเลยเมื่อคืนนี้”", "วิชัย มั่นคง"),
        ("th", "คุณยายคำแปลง นวลศรี ย้ำว่า “ยายทอผ้ามาแต่สาว”", "คำแปลง นวลศรี"),
        ("th", "นายวิชัย มั่นคง นายอำเภอ มาถึง “เราจะซ่อมสะพานนี้” นายอำเภอกล่าว", "วิชัย มั่นคง"),
    ],
)
def test_who_tells_and_goes_on_in_marks(language: str, text: str, speaker: str) -> None:
    """A sentence told of somebody, a pronoun that is an honorific too, an office after the name."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


def test_a_mark_glued_to_a_name_turns_no_guillemets_around() -> None:
    """In a text that writes « so », the pull quote's "« so »Ann Weir" is no sign of »so«."""
    text = (
        "L'ancien moulin de Norrey deviendra un lycée de 900 élèves, a voté la région mercredi.\n\n"
        "« Ma mère y a travaillé pendant trente ans », a déclaré la maire, Sylvie Tardieu.\n\n"
        "« Trente ans »Sylvie Tardieu\n"
    )
    found = [quote for quote in newsclean.digest(text).quotes if quote.speaker]
    assert [quote.speaker for quote in found] == ["Sylvie Tardieu"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("pl", "– To kłamstwo – oburzył się radny Olgierd Bem.", "Olgierd Bem"),
        ("cs", "„Tolik lidí přijde,“ odhadl ředitel divadla Ivo Slavík.", "Ivo Slavík"),
        ("sk", "„Most je bezpečný,“ ubezpečil statik Emil Baláž.", "Emil Baláž"),
        ("sl", "„Nočemo čakati,“ je bil jasen minister Jožef Dob.", "Jožef Dob"),
        ("hr", "„Vozila je više”, povjerila nam je Ana Horvat.", "Ana Horvat"),
        ("sr", "„Молимо за стрпљење“, апеловала је портпаролка Јудита Риш.", "Јудита Риш"),
        ("hr", "„Molimo za strpljenje“, apelovala je portparolka Judita Riš.", "Judita Riš"),
        ("bg", "„Не искаме да чакаме“, категоричен е министърът Йосиф Дъбов.", "Йосиф Дъбов"),
        ("bg", "„Всичко е по закон“, заяви още адв. Борис Луков.", "Борис Луков"),
    ],
)
def test_slavic_verbs_of_speech_and_what_may_stand_behind_them(
    language: str, text: str, speaker: str
) -> None:
    """A pronoun, a copula or an abbreviated title stands between the verb and the name."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("cs", "Ředitel školy Petr Vlk čekal. „Je hotovo,“ uvedl ředitel školy.", "Petr Vlk"),
        ("pl", "Dyrektor szkoły Jan Lis czekał. – Gotowe – rzekł dyrektor szkoły.", "Jan Lis"),
        (
            "hr",
            "Ravnatelj škole Ivo Dub je čekao. „Sve je gotovo”, rekao je ravnatelj škole.",
            "Ivo Dub",
        ),
        ("cs", "Ředitel školy Petr Vlk čekal. „Je hotovo,“ uvedl ředitel muzea.", "ředitel muzea"),
        ("bg", "Кметът Иван Вълчев чакаше. „Всичко е готово“, каза кметът.", "Иван Вълчев"),
    ],
)
def test_who_was_called_so_in_the_same_words_is_the_speaker(
    language: str, text: str, speaker: str
) -> None:
    """No article tells "the head of the school" from a head, but all its words stood by a name."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]
