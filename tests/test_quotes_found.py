"""Quotes and speakers that the sentence itself tells, in layouts and word orders of many papers."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_RUNNING = [
    ("fr", "« Je cousais, dit Lucien Morel. C'est fini.¶« Mon père aussi cousait. »", "Morel"),
    (
        "it",
        "«Cucivo qui, racconta Lucio Morelli. È finita.¶«Mio padre faceva lo stesso».",
        "Morelli",
    ),
    ("es", "«Cosía aquí —cuenta Lucio Morales—. Se acabó.¶»Mi padre hacía lo mismo».", "Morales"),
    ("ru", "«Я шил тут, — сказал Иван Мороз. — Их никто не берёт.¶«Мой отец шил тоже».", "Мороз"),
]


@pytest.mark.parametrize(("language", "text", "family"), _RUNNING)
def test_an_incise_names_the_speaker_of_a_quote_over_paragraphs(
    language: str, text: str, family: str
) -> None:
    """The first paragraph has no closing mark, but the next one goes on."""
    speakers = [quote.speaker for quote in find(text.replace("¶", "\n"), language)]
    assert len(speakers) == 2
    assert all(str(speaker).endswith(family) for speaker in speakers)


_JAPANESE = [
    ("「ここで五十年店を続けた」。常連客の大山ゆき子さん（68）はそう言って笑った。", "大山ゆき子"),
    ("「ここで店を続けてきた」。店主の森健一さんはこう振り返る。", "森健一"),
    ("「ここで店を続けてきた」。そう話すのは、店主の森健一さんだ。", "森健一"),
    ("「ここで五十年も店を続けた」と店主の岸本剛さん（54）は肩を落とした。", "岸本剛"),
    ("店主の岸本剛さんは最後にこう話した。「ここで店を続けてきた。」", "岸本剛"),
]
_NOT_SAID = [
    "「新しい道路が町の北側にできる」と岸本さんは友人から聞いた。",
    "「新しい道路が町の北側にできる」と書かれた看板を岸本さんは見た。",
    "「夏の思い出と祖母の台所の記憶」という映画を岸本さんは観た。",
    "「さくら」と岸本さんは店を名付けた。",
]


@pytest.mark.parametrize(("text", "speaker"), _JAPANESE)
def test_japanese_sentences_beside_a_quote_say_who_said_so(text: str, speaker: str) -> None:
    """A sentence with "so", or whatever the topic of the quote's own sentence does."""
    assert [quote.speaker for quote in find(text, "ja")] == [speaker]


def test_a_japanese_quote_before_the_one_it_announces_is_nobodys() -> None:
    """こう leads to the next quote."""
    text = "「ここで店を続けてきた」。店主の岸本剛さんはこう話す。「もう十分だ」"
    assert [quote.speaker for quote in find(text, "ja")] == [None, "岸本剛"]


@pytest.mark.parametrize("text", _NOT_SAID)
def test_japanese_words_that_are_heard_or_read_are_nobodys(text: str) -> None:
    """Names of shops, what somebody heard, what a sign says."""
    assert not [quote for quote in find(text, "ja") if quote.speaker]


_CHINESE = [
    ("“我们会尽快修好这座桥。”该校后勤处处长郑海波说。", "郑海波", "该校后勤处处长"),
    ("“我们会尽快修好这座桥。”该校就业指导中心主任郑海波说。", "郑海波", "该校就业指导中心主任"),
    ("“我们会尽快修好这座桥。”住在三楼的退休工人唐慧芳说。", "唐慧芳", "退休工人"),
    ("“我们会尽快修好这座桥。”市长在学校看望学生唐慧芳时说。", None, None),
    ("“我们会尽快修好这座桥。”校方在会上向学生唐慧芳说。", None, None),
    ("“我们会尽快修好这座桥。”交通局在答复居民唐慧芳的信中说。", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "role"), _CHINESE)
def test_words_of_a_chinese_unit_begin_no_clause(
    text: str, speaker: str | None, role: str | None
) -> None:
    """后 of 后勤处 is no "then", 在 of 住在三楼的 leads to what somebody is."""
    assert [(quote.speaker, quote.role) for quote in find(text, "zh")] == [(speaker, role)]


_UNCASED = [
    ("he", '"אין לנו כסף לגג הזה", אמר השכן, יוסי ברנע.', "יוסי ברנע"),
    ("he", '"אין לנו כסף לגג הזה", אמרה הגננית הוותיקה מיכל ברנע.', "מיכל ברנע"),
    ("he", '"אין לנו כסף לגג הזה", אמר המצנתר יוסי ברנע.', "יוסי ברנע"),
    ("he", '"אין לנו כסף לגג הזה", אמרה המשטרה, דוד ברנע, תושב חיפה, נעצר.', None),
    ("he", '"אין לנו כסף לגג הזה", אמר דובר המשטרה, דוד ברנע הובא לבית החולים.', None),
    ("he", '"אין לנו כסף לגג הזה", אמרה אשתו של דוד ברנע.', None),
    ("ar", "وقال رئيس البلدية، سامر حداد: «لم نبع شيئا منذ ثلاثة أيام»", "سامر حداد"),
    ("ar", "وقالت المطرزة هدى منصور: «لم نبع شيئا منذ ثلاثة أيام»", "هدى منصور"),
    ("ar", "وقال والد الطفل سامر حداد: «لم نبع شيئا منذ ثلاثة أيام»", None),
    ("ar", "وقال المتحدث باسم الوزير سامر حداد: «لم نبع شيئا منذ ثلاثة أيام»", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _UNCASED)
def test_what_has_an_article_before_a_name_is_who_speaks(
    language: str, text: str, speaker: str | None
) -> None:
    """The gardener NAME, whatever "the" leads to, and the neighbour, NAME."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


_ANY_VERB = [
    ("pl", "„Nigdy nie oddam tego konia” – śmieje się Ewa Nowicka.", "Ewa Nowicka"),
    ("pl", "„Nigdy nie oddam tego konia” – mruczy Ewa Nowicka z Wrony.", "Ewa Nowicka"),
    ("pl", "– Nigdy nie oddam tego konia – chwali się sołtys Jan Nowicki.", "Jan Nowicki"),
    ("hu", "„Nem adjuk oda ezt a lovat senkinek” – kacsint Kovács Anna.", "Kovács Anna"),
    ("cs", "„Nedáme jim ani jednu korunu,“ žasne Eva Bílá.", "Eva Bílá"),
    ("pl", "„Nigdy nie oddam tego konia” – napis na murze przy domu Ewy Nowickiej.", None),
    ("pl", "„Nigdy nie oddam tego konia” – film, w którym gra Ewa Nowicka, wygrał.", None),
    ("pl", "„Nigdy nie oddam tego konia” – nowa książka Ewy Nowickiej.", None),
    ("es", "«No daremos este caballo a nadie» – la nueva novela de Ana Rey – sale hoy.", None),
    ("nb", "«Vi gir ikke denne hesten til noen» – boken av Anna Berg – kommer nå.", None),
    ("hu", "„Nem adjuk oda ezt a lovat” – olvasható a táblán, amelyet Kovács Anna tartott.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _ANY_VERB)
def test_any_verb_with_a_name_behind_a_dash_or_a_comma_inside_marks(
    language: str, text: str, speaker: str | None
) -> None:
    """As behind a comma: no list has all verbs. A name in another case, or later, is nobody."""
    assert {quote.speaker for quote in find(text, language)} <= {speaker}
    assert speaker is None or find(text, language)


_IMPLIED = [
    ("es", "Ana Rey rechazó el plan. «No daremos este caballo a nadie», dijo ayer.", "Ana Rey"),
    ("it", "Anna Re ha rifiutato. «Non daremo il cavallo a nessuno», ha detto ieri.", "Anna Re"),
    ("pt", "Ana Reis recusou. “Não daremos este cavalo a ninguém”, disse ontem.", "Ana Reis"),
    ("ro", "Ana Popescu a refuzat. „Nu dăm acest cal nimănui”, a spus ieri.", "Ana Popescu"),
    ("cs", "Eva Bílá plán odmítla. „Nedáme jim ani jednu korunu,“ směje se.", "Eva Bílá"),
    ("pl", "Ewa Nowicka odmówiła. „Nigdy nie oddam tego konia” – śmieje się.", "Ewa Nowicka"),
    ("hu", "Kis Anna elutasította. „Húsz éve nem javították meg” – tette hozzá.", "Kis Anna"),
    (
        "hu",
        "Kis Anna polgármester eljött. „Húsz éve nem javították meg” – tette hozzá a polgármester.",
        "Kis Anna",
    ),
    ("es", "Ana Rey rechazó el plan. «No daremos este caballo», dijo ayer un vecino.", "un vecino"),
    ("pl", "Ewa Nowicka odmówiła. „Nigdy nie oddam tego konia” – mówił wczoraj sąsiad.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _IMPLIED)
def test_an_adverb_behind_a_verb_is_no_subject(
    language: str, text: str, speaker: str | None
) -> None:
    """So "dijo ayer" has no subject of its own, as "dijo"; nor has a verb with its particle."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


_BEHIND_SOURCE = [
    ("fi", "Anna Salmen mukaan ”silta oli täysin kunnossa viime viikolla”.", "Anna Salmen"),
    ("de", "Anna Berg zufolge „war die Brücke bis Mai in Ordnung“.", "Anna Berg"),
    ("en", "In the view of Doris Finch, the roads are “the worst in thirty years”.", "Doris Finch"),
    ("fi", "Anna Salmen mukaan ”Hiljainen joki” on hyvä elokuva.", None),
    ("fi", "Tien mukaan ”Hiljainen joki” sai nimensä.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _BEHIND_SOURCE)
def test_a_quote_right_behind_according_to_is_theirs(
    language: str, text: str, speaker: str | None
) -> None:
    """Where "according to" follows the name, a quote may begin there; a title does so too."""
    found = [quote.speaker for quote in find(text, language)]
    assert found == ([speaker] if speaker else [])


_HAN = [
    ("Seppo Virtanen rakensi sillan. ”Silta oli täysin kunnossa”, hän sanoo.", "Seppo Virtanen"),
    ("Talon omistaja on Liisa Korpi. ”Katto vuotaa joka syksy”, sanoo hän.", "Liisa Korpi"),
]


@pytest.mark.parametrize(("text", "speaker"), _HAN)
def test_a_pronoun_of_no_gender_is_who_was_told_of(text: str, speaker: str) -> None:
    """Finnish "hän" stands for her and for him."""
    assert [quote.speaker for quote in find(text, "fi")] == [speaker]


_APPOSED = [
    (
        "fr",
        "Le maire de la commune, Lucien Morel, ne cède pas : « Nous étions là. »",
        "Lucien Morel",
    ),
    (
        "en",
        "The mayor of the town, Luke Morel, will not budge: “We were here first.”",
        "Luke Morel",
    ),
    ("es", "El alcalde del pueblo, Lucas Morel, no cede: «Estábamos aquí antes.»", "Lucas Morel"),
    ("cs", "Starosta města, Petr Novák, neustupuje: „Byli jsme tu první.“", "Petr Novák"),
    ("en", "The lawyer for the mayor, Luke Morel, lost: “He was here first, they say.”", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _APPOSED)
def test_who_is_named_between_commas_is_the_subject_of_any_verb_before_a_colon(
    language: str, text: str, speaker: str | None
) -> None:
    """Behind what they are; not where two people may be meant."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


_INTRO = "Carys Tresco took over the harbour ferry in 2021. Her first act was to slow it down."
_ASKED = (
    ("Why would anybody want that?", "Because I sell the view from the window."),
    ("What did the crew say?", "One of them cried, and I gave him cake."),
    ("Will you raise the fares?", "No, I never will, as long as I am here."),
)


def _interview(intro: str, asks: str, answers: str) -> str:
    turns = [f"{asks}{question}\n{answers}{answer}" for question, answer in _ASKED]
    return "\n".join([intro, *turns])


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q: ", "A: "), ("", "Tresco: "), ("", "Carys Tresco : ")]
)
def test_a_guest_whom_no_list_knows_is_told_of_above(asks: str, answers: str) -> None:
    """By name and as her or him, or with the name that the answers have as a label."""
    found = find(_interview(_INTRO, asks, answers), "en")
    assert [quote.speaker for quote in found] == ["Carys Tresco"] * 3


def test_two_whole_names_take_turns_where_one_asks() -> None:
    """No list has either first name."""
    found = find(_interview(_INTRO, "Tobin Rendle: ", "Carys Tresco: "), "en")
    assert [quote.speaker for quote in found] == ["Tobin Rendle", "Carys Tresco"] * 3


@pytest.mark.parametrize(
    ("intro", "asks", "answers"),
    [
        ("Northgate Foods opened a factory in May. Its owner likes it.", "Q: ", "A: "),
        ("United host City on Sunday.", "Biggest Question: ", "Bold Prediction: "),
        ("United host City on Sunday.", "", "Bold Prediction: "),
    ],
)
def test_no_firm_and_no_heading_is_a_guest(intro: str, asks: str, answers: str) -> None:
    """What is told of as "it", or nowhere but as a label, is nobody."""
    assert not [quote for quote in find(_interview(intro, asks, answers), "en") if quote.speaker]


def test_answers_from_mark_to_mark_are_the_guests() -> None:
    """As Italian papers print interviews."""
    text = (
        "Lo scrittore Aldo Ferrini, 68 anni, torna in libreria.\n"
        "Perché una tipografia?\n«Perché ci ho lavorato da ragazzo».\n"
        "Quanto c'è di vero?\n«Il rumore è vero, i morti sono inventati».\n"
        "E adesso che cosa scriverà?\n«Una lista della spesa, poi si vedrà».\n"
    )
    assert [quote.speaker for quote in find(text, "it")] == ["Aldo Ferrini"] * 3


_THAI = [
    ("นายสมชาย ใจดี ผู้ใหญ่บ้านหนองบัว กล่าวว่า “น้ำท่วมครั้งนี้หนักมาก”", "สมชาย ใจดี", "ผู้ใหญ่บ้านหนองบัว"),
    ("“น้ำท่วมครั้งนี้หนักที่สุดในรอบสิบปี” นางมาลี สุขใจ กล่าว", "มาลี สุขใจ", None),
    ("น.ส.กิตติยา ทองคำ เล่าว่า “ฉันขายขนมที่นี่มาตั้งแต่เด็ก”", "กิตติยา ทองคำ", None),
    ("นายกรัฐมนตรีกล่าวว่า “เราจะไม่ขายที่ดินผืนนี้ให้ใคร”", None, None),
    ("ภรรยาของนายกิตติ แสงทอง กล่าวว่า “เราจะไม่ขายที่ดินผืนนี้”", None, None),
    ("ตำรวจ กล่าวถึง นายกิตติ แสงทอง ว่า “เขาหายตัวไปตั้งแต่เมื่อวาน”", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "role"), _THAI)
def test_thai_quotes_are_whose_title_stands_beside_the_verb(
    text: str, speaker: str | None, role: str | None
) -> None:
    """No blanks part words there: a name is what follows a title, and nobody else is given."""
    assert [(quote.speaker, quote.role) for quote in find(text, "th")] == [(speaker, role)]


def test_a_thai_first_name_alone_is_who_was_named_in_full() -> None:
    """As Thai papers name people later on."""
    text = "นายสมชาย ใจดี มาถึงแล้ว\nนายสมชาย กล่าวว่า “น้ำท่วมครั้งนี้หนักที่สุด”"
    assert [quote.speaker for quote in find(text, "th")] == ["สมชาย ใจดี"]


@pytest.mark.parametrize(
    "text",
    [
        'หนังสือชื่อ "แม่น้ำสายเก่า" ขายดีที่สุดในปีนี้',
        "โครงการ “ส่งเสริมการอ่านเพื่อเด็กและเยาวชน” เริ่มวันนี้ นายกิตติ แสงทอง กล่าว",
    ],
)
def test_thai_titles_of_works_are_no_quotes(text: str) -> None:
    """No verb of speech stands beside them."""
    assert not find(text, "th")


_SLAVIC = [
    ("hr", "– Škola ostaje otvorena dok ima djece – rekao je načelnik Ivan Marić.", "Ivan Marić"),
    ("hr", "„Škola ostaje otvorena dok ima djece“, šali se Ana Kovač.", "Ana Kovač"),
    ("hr", "„Škola ostaje otvorena“, rekao je Ivan Marić novinarki Ani Kovač.", "Ivan Marić"),
    ("hr", "„Škola ostaje otvorena dok ima djece“, rekla je majka Ivana Marića.", None),
    (
        "hr",
        "„Škola ostaje otvorena“, rekao je odvjetnik Josipa Horvata.",
        "odvjetnik Josipa Horvata",
    ),
    ("sr", "„Школа остаје отворена док има деце“, рекао је Иван Марић.", "Иван Марић"),
    ("sl", "»Šola ostane odprta za otroke,« je povedal župan Janez Novak.", "Janez Novak"),
    ("sl", "»Šola ostane odprta za otroke,« je povedala mati Ane Novak.", None),
    ("sk", "– Škola ostane otvorená pre deti, – povedal starosta Ján Kováč.", "Ján Kováč"),
    ("sk", "„Škola ostane otvorená,“ povedal Ján Kováč novinárke Eve Bielej.", "Ján Kováč"),
    ("bg", "– Училището остава отворено – каза кметът Иван Петров.", "Иван Петров"),
    (
        "bg",
        "„Училището остава отворено“, каза адвокатът на Иван Петров.",
        "адвокатът на Иван Петров",
    ),
    (
        "pl",
        "„Nikt nie czekał na stacji” – mówi Jan Nowicki dziennikarce Ewie Białej.",
        "Jan Nowicki",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _SLAVIC)
def test_slavic_speakers_are_nominatives_beside_their_verb(
    language: str, text: str, speaker: str | None
) -> None:
    """In papers of the south and in Slovak too; a dative behind the name hears it."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hr", "– Kruh – mlijeko – jaja"),
        ("hr", "Knjiga „Dugo putovanje prema moru“ Ane Marić izlazi u svibnju."),
        ("bg", "„Дълъг път към морето“ е новият филм на Иван Петров."),
        ("sl", "»Šola na koncu sveta« je nov film Janeza Novaka."),
        ("sk", "Film „Škola na konci sveta“ režiséra Jána Kováča hrajú dnes."),
    ],
)
def test_slavic_lists_and_works_are_no_quotes(language: str, text: str) -> None:
    """No verb of speech is there."""
    assert not find(text, language)


def test_a_verb_inside_a_quote_over_paragraphs_needs_a_subject_to_be_an_incise() -> None:
    """So "..., продолжает происходить в Йемене" is speech."""
    text = (
        "«Смотрите, что происходит в Перу, продолжает происходить в Йемене, где нет мира.\n"
        "Все перемены там играют на пользу лишь немногим людям»."
    )
    assert {quote.speaker for quote in find(text, "ru")} == {None}


def test_a_japanese_first_name_in_kana_is_given_in_full() -> None:
    """三宅さん is the 三宅フサさん above."""
    text = "農家の三宅フサさん（81）が来た。\n三宅さんは「うちの表は並、並、並だった」と話した。"
    assert [quote.speaker for quote in find(text, "ja")] == ["三宅フサ"]
