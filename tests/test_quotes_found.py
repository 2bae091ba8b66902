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
