"""Authors who sign where few do: in datelines, in brackets, beside other items, in an element."""

from __future__ import annotations

import pytest

import newsclean

_RU = (
    "Спасатели сняли с мели паром, на котором находились 43 пассажира и девять членов экипажа. "
    "Как рассказал начальник порта, людей разместили в школе, а судно отбуксируют в понедельник."
)
_UK = (
    "Рятувальники зняли з мілини пором, на якому перебували 43 пасажири та дев'ять членів екіпажу. "
    "Як розповів начальник порту, людей розмістили у школі, а судно відбуксирують у понеділок."
)
_ES = (
    "Los bomberos rescataron a los 43 pasajeros del transbordador que encalló el domingo. El jefe "
    "del puerto explicó que todos durmieron en la escuela y que el barco será remolcado hoy."
)


@pytest.mark.parametrize(
    ("dateline", "text", "author"),
    [
        ("ОНЕЖСК, 3 марта. /Корр. СВ Анна Лебедева/. ", _RU, "Анна Лебедева"),
        ("ОНЕЖСК, 3 марта. /Корр. СВ/. ", _RU, None),
        ("ОНЕЖСК, 3 марта. /ТАСС/. ", _RU, None),
        ("ЛУЦЬК, 3 березня. /Кор. СВ Іван Бондаренко/. ", _UK, "Іван Бондаренко"),
        ("BERMEO (Corresponsal Ana Ruiz). ", _ES, "Ana Ruiz"),
        ("BERMEO (Foto Ana Ruiz). ", _ES, None),
        ("El periodista de la radio (corresponsal Ana Ruiz) murió el lunes. ", _ES, None),
    ],
)
def test_a_correspondent_in_the_dateline(dateline: str, text: str, author: str | None) -> None:
    """Who has sent the report is named there, behind what that person is."""
    page = f"Паром\n\n{dateline}{text}\n\n{text}\n\n{text}\n"
    byline = newsclean.clean(page).byline
    assert byline == author


_JA = [
    "閉館を決めた温泉旅館の「花月」で、最後の客を迎える準備が進んでいる。",
    "女将の大森てい子さん（71）は「六十年、毎朝同じ廊下を拭いてきました」と話した。",
    "町は秋に建物の使い道を考える会議を開き、住民の意見を聞くことにしている。",
]


@pytest.mark.parametrize(
    ("ending", "alone", "author"),
    [
        ("（宮坂のぞみ）", "宮坂のぞみ", "宮坂のぞみ"),
        ("（秋山隆）", "秋山隆", "秋山隆"),
        ("（写真あり）", "天気", None),
        ("（敬称略）", "天気", None),
    ],
)
def test_a_reporter_in_brackets_behind_the_last_sentence(
    ending: str, alone: str, author: str | None
) -> None:
    """Where the name stands alone on the page as well; else it may be any note."""
    body = "\n\n".join(_JA)
    page = f"老舗旅館が閉館へ\n\n{body}{ending}\n\nこの記事を書いた人\n{alone}\n"
    byline = newsclean.clean(page).byline
    assert byline == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("来源：北湖晚报记者 陈晓雯 通讯员 李志强阅读：2.1万字号：大中小", "陈晓雯, 李志强"),
        ("2024-05-03 记者：陈晓雯、李志强编辑：吕雯", "陈晓雯, 李志强"),
        ("记者 陈晓雯点击：300", "陈晓雯"),
        ("作者：本报评论员", None),
        ("作者：北湖编辑部", None),
    ],
)
def test_names_end_where_the_next_item_of_the_line_begins(line: str, author: str | None) -> None:
    """Mark-up parts the items, and the line has no blank between them."""
    text = "北湖大桥昨日通车，全长三公里，比原计划提前两个月，市民过江的时间缩短到十分钟。" * 2
    page = f"北湖大桥昨日通车\n\n{line}\n\n{text}\n\n{text}\n"
    byline = newsclean.clean(page).byline
    assert byline == author


_LETTERS = [
    (
        "I have lived beside the weir for thirty years and have never seen the path so bad. "
        "The council should mend the steps before it pays for another sculpture of an otter."
    ),
    (
        "My neighbours and I would gladly paint the railings if somebody gave us the paint. "
        "We asked in March and in June, and both times we were sent a leaflet about safe swimming."
    ),
]


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Letters to the editor: otters and the towpath", ""),
        ("Readers' letters", ""),
        ("Leserbriefe: Otter am Wehr", ""),
        ("Of otters and the towpath", "Dorothea Tiller Reese"),
        ("Letters to the editor: a history", "Dorothea Tiller Reese"),
        ("Letters from readers saved the weir", "Dorothea Tiller Reese"),
    ],
)
def test_nobody_has_written_a_page_of_letters(title: str, author: str) -> None:
    """Each letter is signed, the last one right below the body; an article is by who signs it."""
    first, last = _LETTERS
    signed = f"To the editor:\n\n{first}\n\nRosemary Dill\nWeir Street\n\n" if not author else first
    page = f"OPINION\n\n{title}\n\nApr 11, 2024\n\n{signed}\n\n{last}\n\nDorothea Tiller Reese\n"
    assert (newsclean.clean(page).byline or "") == author


@pytest.mark.parametrize(
    ("stated", "element", "author"),
    [
        ("Redação", "Iraci Menezes", "Iraci Menezes"),
        ("Rédaction", "Oanez Kerbrat", "Oanez Kerbrat"),
        ("Redaktion", "Mehr lesen", None),
        ("Staff", "", None),
    ],
)
def test_an_element_names_whom_the_statement_does_not(
    stated: str, element: str, author: str | None
) -> None:
    """JSON-LD has the newsroom, the page the person who has written it."""
    text = (
        "O barco sai às seis da manhã e volta quando a maré deixa, diz o barqueiro, que trabalha "
        "no rio há quarenta anos e conhece cada banco de areia pelo nome que o pai lhe deu."
    )
    page = f"""<html lang=pt><head><title>O barqueiro do rio</title>
    <script type="application/ld+json">{{"@type":"NewsArticle","headline":"O barqueiro do rio",
    "author":{{"@type":"Person","name":"{stated}"}}}}</script></head><body><article>
    <h1>O barqueiro do rio</h1><address><strong class="c-sig__author">{element}</strong></address>
    <dl><dt>Barra Velha</dt></dl><p>{text}</p><p>{text[::-1]}</p><p>{text}</p></article></body>"""
    byline = newsclean.clean(page.encode()).byline
    assert byline == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Harbour Obituaries", None),
        ("By Ferrow Obits", None),
        ("By Anna Berg, Ferrow Obituaries", "Anna Berg"),
    ],
)
def test_a_desk_is_no_author(line: str, author: str | None) -> None:
    """What an outlet calls those who write its obituaries is the credit."""
    body = "\n\n".join(_LETTERS)
    page = f"The keeper of the weir\n\n{line}\n3 May 2024\n\n{body}\n\n{body}\n"
    assert newsclean.clean(page).byline == author
