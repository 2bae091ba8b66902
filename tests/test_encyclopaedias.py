"""Entries of encyclopaedias that their readers write: sections stay, marks and notes go."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.encyclopaedias import is_encyclopaedia, with_blanks, without_marks
from newsclean.cleaning.lines.page import PageLines
from records import lines_of

ENTRIES = {
    "pl": (
        "Mostek na Brzozie\n\nZ Ogrodopedii, wolnej encyklopedii\nPrzejdź do nawigacji\n\n"
        "Mostek na Brzozie – drewniana kładka w gminie Wola Łęgowa, zbudowana w 1911 roku[1].\n\n"
        "Spis treści\n1 Historia\n2 Opis\n3 Przypisy\n\nHistoria [edytuj | edytuj kod]\n\n"
        "Kładkę zbudował młynarz Jan Kosacki, który nie chciał płacić za przewóz[2]. W 1945 roku "
        "spłonęła i po dwóch latach stanęła od nowa[potrzebny przypis].\n\n"
        "Opis [edytuj | edytuj kod]\n\nKładka ma 31 metrów długości i jest zbudowana z "
        "modrzewia[3],[4]. Latem przechodzi nią około stu osób dziennie.\n\n"
        "Przypisy [edytuj | edytuj kod]\n\n↑ „Kładki Mazowsza”, Warszawa 1988, s. 12.\n"
        "↑ Archiwum gminy Wola Łęgowa, teczka 4.\n\nKategoria: Mosty\n"
    ),
    "it": (
        "Fontana del Gallo\n24 lingue\nVoce\nDiscussione\nLeggi\nModifica\nModifica wikitesto\n"
        "Strumenti\nDa Ortopedia, l'enciclopedia libera.\n\nLa fontana del Gallo è una fontana di "
        "Colle Aperto, costruita nel 1764 e spostata due volte[1][2].\n\nStoria\n"
        "[modifica | modifica wikitesto]\nLa fontana fu pagata dal notaio Orazio Venti, che voleva "
        "acqua davanti a casa[3]. Fu spostata nel 1870 e di nuovo nel 1932[senza fonte].\n\n"
        "Descrizione\n[modifica | modifica wikitesto]\nLa vasca è di pietra serena e misura "
        "quattro metri. Il gallo di bronzo è una copia del 1958.\n\nNote\n"
        "[modifica | modifica wikitesto]\n"
        "^ Carlo Bassi, Fontane d'Appennino, 1971, p. 33.\n^ Archivio comunale, busta 9.\n"
        "Collegamenti esterni\n[modifica | modifica wikitesto]\nSito del comune\n"
    ),
    "ru": (
        "Водонапорная башня (Заречье)\n\nМатериал из Огородопедии — свободной энциклопедии\n"
        "Перейти к навигации\n\nВодонапорная башня — памятник инженерной архитектуры в посёлке "
        "Заречье, построенный в 1906 году[1].\n\nСодержание\n1\tИстория\n2\tПримечания\n\n"
        "История[править | править код]\n\nБашню построили по проекту инженера Семёна Крылова, "
        "который жил в соседнем доме[2]. Вода поступала из колодца глубиной 60 метров"
        "[источник не указан 812 дней].\n\nСовременность[править | править код]\n\nС 2019 года в "
        "башне работает библиотека[3]. По выходным на площадку поднимаются до двухсот человек.\n\n"
        "Примечания[править | править код]\n↑ Башни севера. М., 1987. С. 14.\n"
    ),
    "zh": (
        "柳桥（青溪）\n\n维基菜园，自由的百科全书\n跳转到导航\n跳转到搜索\n\n"
        "柳桥是位于青溪县的一座石拱桥，建于1702年，长41米。[1]\n\n目录\n1 历史\n2 结构\n\n"
        "历史[编辑]\n\n柳桥由当地盐商集资修建，历时三年完工。[2]1938年桥面被炸毁，战后由居民重新修复。"
        "[来源请求]\n\n结构[编辑]\n\n桥身由青石砌成，共有五个桥孔。[3]桥头有一座小亭，供过路人休息。"
        "\n\n参考资料[编辑]\n\n^ 《青溪县志》，1990年，第88页。\n^ 《江南古桥》，2003年。\n\n"
        "分类：石拱桥\n"
    ),
}  # fmt: skip
BODIES = {
    "pl": ("Mostek na Brzozie – drewniana", "Historia", "Kładkę zbudował", "Opis", "Kładka ma 31"),
    "it": ("La fontana del Gallo è una", "Storia", "La fontana fu", "Descrizione", "La vasca è"),
    "ru": ("Водонапорная башня — памятник", "История", "Башню постр", "Современность", "С 2019"),
    "zh": ("柳桥是位于青溪县", "历史", "柳桥由当地盐商", "结构", "桥身由青石砌成"),
}
TITLES = {
    "pl": "Mostek na Brzozie",
    "it": "Fontana del Gallo",
    "ru": "Водонапорная башня (Заречье)",
}


@pytest.mark.parametrize("language", ENTRIES)
def test_an_entry_keeps_its_opening_and_its_sections(language: str) -> None:
    """Its marks stand behind a heading, a blank before them, or on a line of their own."""
    article = newsclean.clean(ENTRIES[language])
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == len(BODIES[language]), paragraphs
    for paragraph, begins in zip(paragraphs, BODIES[language], strict=True):
        assert paragraph.startswith(begins)
    assert "[" not in article.text
    assert article.metadata.byline is None
    if language in TITLES:
        assert article.metadata.title is not None
        assert article.metadata.title.value == TITLES[language]


@pytest.mark.parametrize("language", ENTRIES)
def test_sentences_are_without_the_marks_of_notes(language: str) -> None:
    """Before a full stop no blank is left, and none is lost between two sentences."""
    sentences = [each.text for each in newsclean.digest(ENTRIES[language]).sentences]
    assert not any("[" in each or " ." in each or "\N{WORD JOINER}" in each for each in sentences)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Sie entstand 1911.[2] [3] Dann brannte sie.", "Sie entstand 1911. Dann brannte sie."),
        ("Il ferma en 1964[2],[3], puis brûla[réf. nécessaire].", "Il ferma en 1964, puis brûla."),
        ("It is old [citation needed] and has nine arches.[a]", "It is old and has nine arches."),
        ("Sie war „[die Brücke] meiner Jugend“.", "Sie war „[die Brücke] meiner Jugend“."),
        ("The vote was on [the] second bridge.", "The vote was on [the] second bridge."),
        ("1889年に開校した[2]。[要出典]", "1889年に開校した。"),
        ("[12]", "[12]"),
    ],
)  # fmt: skip
def test_marks_go_and_words_in_brackets_stay(line: str, left: str) -> None:
    """An editor's words in square brackets belong to the sentence."""
    assert without_marks(line) == left
    assert len(with_blanks(line)) == len(line)


def test_numbers_of_notes_alone_make_no_encyclopaedia() -> None:
    """Journals have them, and authors; what an encyclopaedia says of its page tells it."""
    rows = ("The valve was tested twice.[1] It held.[2]", "Others found the same.[3][4]")
    assert not is_encyclopaedia(PageLines(lines_of(*rows), "en"))
    told = (*rows, "From Gardenpedia, the free encyclopedia")
    assert is_encyclopaedia(PageLines(lines_of(*told), "en"))


@pytest.mark.parametrize(
    "heads",
    [
        ("Wax and rope", "How the wax was made", "What the rope held"),
        ("Wachs und Seil", "Wie das Wachs entstand", "Was das Seil hielt"),
    ],
)
def test_headings_of_a_paper_with_notes_are_no_facts_above_an_entry(heads: tuple[str, ...]) -> None:
    """One of them may be in a sentence far below."""
    prose = (
        "The crew boiled the tallow for a day before it went on the ropes of the harbour, and the "
        "smell stayed in the town until the autumn [{}]."
    )
    named = f"{heads[0]} and {heads[1]} are what the museum of Ferrow shows today in two rooms [4]."
    page = "\n\n".join(
        (
            "A day at the ropery",
            prose.format(1),
            *(part for at, head in enumerate(heads) for part in (head, prose.format(at + 1))),
            named,
            prose.format(3),
        )
    )
    text = newsclean.clean(page).text
    assert all(f"\n{head}\n" in text for head in heads)
