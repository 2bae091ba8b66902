"""Author, date and title are those of the article, and not of what it lists or is printed beside.

Cards of other articles with names and days, comments above the text, events with a day each, a
scene of years ago, the label of a section.
"""

from __future__ import annotations

import pytest

import newsclean

_BODY = (
    (
        "The harbour office of Ellmouth has counted the boats that wintered on the quay, and it "
        "found forty fewer of them than in the year before the storm."
    ),
    (
        "Owners say that the berths have become too dear for a hobby, while the office points to "
        "the cost of the new breakwater, which the town has to pay back."
    ),
    (
        "A meeting of both sides is planned for the spring, when the first boats are put back "
        "into the water and the crane has to be paid for."
    ),
)
_HEADLINE = "Forty boats are missing on the quay of Ellmouth"
_CARDS = (
    ("How to mend a sail in one evening", "Mara Holm", "July 15, 2025"),
    ("Ten knots that every sailor should know", "Mara Holm", "June 9, 2025"),
    ("Paint that lasts for three winters", "Peter Lang", "June 5, 2025"),
    ("A mast is no place for a lamp", "Mara Holm", "June 2, 2025"),
)


def _metadata(text: str) -> list[str | None]:
    """Title, byline and day."""
    known = newsclean.clean(text).metadata
    return [field and field.value for field in (known.title, known.byline, known.date)]


def _text(*lines: str) -> str:
    return "\n\n".join((*lines, *_BODY))


@pytest.mark.parametrize("form", ["{} | {}", "{}\n{}", "By {}\n{}"])
@pytest.mark.parametrize(
    "byline", ["Written by: Ravi K Head Harbour Research, Berths", "By Ravi Kumar", "by rkumar77"]
)
def test_names_on_cards_above_the_text_are_of_other_articles(form: str, byline: str) -> None:
    cards = [f"{title}\n{form.format(name, day)}" for title, name, day in _CARDS]
    _, author, _ = _metadata(_text(_HEADLINE, byline, "Most popular", *cards))
    assert author not in ("Mara Holm", "Peter Lang")
    if "Kumar" in byline or "Ravi" in byline:
        assert author in ("Ravi K", "Ravi Kumar")


def test_what_else_the_author_wrote_names_the_author() -> None:
    cards = [f"{title}\nBy Mara Holm | {day}" for title, _, day in _CARDS]
    assert _metadata(_text(_HEADLINE, "A column on boats", "More of it", *cards))[1] == "Mara Holm"


@pytest.mark.parametrize("name", ["comments-open", "has-comments", "no-comments"])
def test_a_byline_that_tells_of_comments_is_one(name: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    page = f'<h1>{_HEADLINE}</h1><div class="meta {name}">By Anna Berg</div>{body}'
    assert _metadata(page)[1] == "Anna Berg"


@pytest.mark.parametrize("line", ["By Anna Berg\n3 June 2026", "3 June 2026\nAnna Berg"])
def test_the_day_beside_the_author_is_no_event(line: str) -> None:
    days = ("14 June 2026\nBoat Fair", "20 June 2026\nKnot Day", "28 June 2026\nRegatta")
    events = [f"{day}\n{text}" for day, text in zip(days, _BODY, strict=True)]
    page = "\n\n".join(("Three days for sailors this summer", line, _BODY[0], *events))
    assert _metadata(page)[2] == "2026-06-03"


@pytest.mark.parametrize("name", ["comment", "recent-comments-node", "commentlist"])
def test_who_comments_above_the_text_is_no_author(name: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    page = (
        f"<title>{_HEADLINE}</title><h1>{_HEADLINE}</h1><div>by tjensen</div><div>18 Dec 2025</div>"
        f'<div class="{name}"><span class="comment-author">Oskar Daniels</span> 1d <p>Thanks for '
        f"counting.</p></div><h1>{_HEADLINE}</h1><article>{body}</article>"
    )
    assert _metadata(page)[1] in ("tjensen", None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Anna Berg Head of Harbour Research", "Anna Berg"),
        ("By Anna Berg Global Head of Berths", "Anna Berg"),
        ("By Edith Head", "Edith Head"),
        ("By Anna Maria Head", "Anna Maria Head"),
    ],
)
def test_head_of_something_ends_a_name(line: str, name: str) -> None:
    assert _metadata(_text(_HEADLINE, line, "3 March 2025"))[1] == name


@pytest.mark.parametrize("told", ["photo", "Foto", "illustration", "fotos"])
def test_who_took_pictures_is_no_second_author(told: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    page = (
        f'<h1>{_HEADLINE}</h1><div class="author"><p>Anna Berg</p><p>Eva Lind ({told})</p></div>'
        f"{body}"
    )
    assert _metadata(page)[1] == "Anna Berg"
    assert _metadata(page.replace(f"({told})", "(Ellmouth)"))[1] == "Anna Berg, Eva Lind"


_ELLMOUTH = (
    "Bốn mươi chiếc thuyền biến mất ở cảng Elm",
    "Nguyễn Thị Hoa",
    "3/3/2026",
    (
        "Văn phòng cảng Elm đã đếm số thuyền neo đậu ở bến trong mùa đông và thấy ít hơn bốn mươi "
        "chiếc so với năm trước."
    ),
    (
        "Các chủ thuyền nói rằng phí neo đậu đã trở nên quá đắt cho một thú vui, còn văn phòng thì "
        "nói về chi phí đê chắn sóng."
    ),
)


@pytest.mark.parametrize("last", ["Nguyễn Thị Hoa là phóng viên.", "Nguyễn Thị Hoa", ""])
def test_who_signs_again_below_is_the_author(last: str) -> None:
    assert _metadata("\n\n".join((*_ELLMOUTH, last)))[1] == "Nguyễn Thị Hoa"
    told = "Bà Nguyễn Thị Hoa nói rằng các thuyền sẽ trở lại vào mùa xuân khi cần cẩu hoạt động."
    assert _metadata("\n\n".join((*_ELLMOUTH, told, "Một cuộc họp sẽ diễn ra.")))[1] is None


def test_events_have_days_of_their_own() -> None:
    names = ("3 June 2026\nREGATTA", "9 June 2026\nBoat Fair", "21 June 2026\nKnot Day")
    events = [f"{name}\nEllmouth\n{text}" for name, text in zip(names, _BODY, strict=True)]
    page = "\n\n".join(("Five days for sailors in the summer of 2026", "All that is on", *events))
    assert _metadata(page)[2] is None
    dated = page.replace("All that is on", "Published 1 May 2026")
    assert _metadata(dated)[2] == "2026-05-01"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Ellmouth, 3 May 2011. A man stands on the quay and waits for a boat.", None),
        ("Ellmouth, 3. Mai 2011. Ein Mann steht am Kai und wartet auf ein Boot.", None),
        ("Ellmouth, 3 May 2011. The council has closed the quay for a year.", "2011-05-03"),
    ],
)
def test_a_scene_has_its_own_day(opening: str, day: str | None) -> None:
    later = "Since 2021 the quay has been closed, and nobody knows who has the key to its gate."
    assert _metadata("\n\n".join((_HEADLINE, opening, *_BODY, later)))[2] == day


def test_a_day_in_two_figures_is_told_by_the_same_day_with_its_year() -> None:
    text = f" 10 25\n{_HEADLINE}\n\n" + "\n\n".join(_BODY)
    menu = "\n".join(("Leave a comment", "Your name", "URL", *(f"Boats ({n})" for n in range(20))))
    below = f"\n\n{menu}\nLatest entries\n01.11.2011\n{_HEADLINE}\n25.10.2011\n"
    assert _metadata(text + below)[2] == "2011-10-25"
    assert _metadata(text)[2] is None


def test_a_first_part_that_heads_the_text_cuts_no_headline() -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    page = (
        "<title>Boat Care for Beginners: Paint, Sails and Berths | Ellmouth Almanac</title>"
        "<h1>Boat Care for Beginners: The Whole Guide</h1><p>17 May 2025</p>"
        f"<h2>Boat Care for Beginners</h2>{body}"
    )
    assert _metadata(page)[0] == "Boat Care for Beginners: The Whole Guide"


@pytest.mark.parametrize("tag", ["p", "div", "span"])
def test_a_deck_right_below_the_heading_is_no_headline(tag: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    page = (
        "<title>Boat Care for Beginners: Paint, Sails and Berths | Ellmouth Almanac</title>"
        f"<h1>Boat Care for Beginners: The Whole Guide</h1><{tag}>Paint, sails and berths</{tag}>"
        f"<p>May 17, 2025</p><h2>Boat Care for Beginners</h2>{body}"
    )
    assert _metadata(page)[0] == "Boat Care for Beginners: The Whole Guide"


def test_the_label_of_a_section_is_no_headline() -> None:
    below = "Fleet Notes\nFebruary 10, 2025\nOur services"
    assert _metadata("\n\n".join(("Home\nAbout\nFLEET NOTES", *_BODY, below)))[0] is None


def test_names_below_titles_below_the_text_are_of_other_articles() -> None:
    cards = "A mast is no place for a lamp\nby Mara Holm\nTen knots of a sailor\nby Peter Lang"
    assert _metadata(_text(_HEADLINE, "3 March 2025") + f"\n\nRead also\n{cards}")[1] is None
    own = "A mast is no place for a lamp\nby Mara Holm\nTen knots of every sailor\nby Mara Holm"
    text = _text(_HEADLINE, "By Anna Berg", "3 March 2025") + f"\n\n{own}"
    assert _metadata(text)[1] == "Anna Berg"


def test_names_behind_links_below_the_text_are_of_other_articles() -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    cards = "".join(
        f'<li><a href="/{at}">{title}</a><span class="byline">{name}</span></li>'
        for at, (title, name, _) in enumerate(_CARDS)
    )
    page = f"<article><h1>{_HEADLINE}</h1><p>3 March 2025</p>{body}</article><ul>{cards}</ul>"
    assert _metadata(page)[1] is None


@pytest.mark.parametrize("label", ["Foto:", "Photo", "Bilder:"])
def test_a_label_for_pictures_in_an_authors_element_names_no_author(label: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in _BODY)
    page = (
        f'<h1>{_HEADLINE}</h1><div class="byline"><span>Text:</span> <a href="/1">Anna Berg</a>'
        f'</div><div class="byline"><span>{label}</span> <a href="/2">Eva Lind</a></div>{body}'
    )
    assert _metadata(page)[1] == "Anna Berg"


@pytest.mark.parametrize("title", [f"{_HEADLINE} =", f"****** {_HEADLINE} ******"])
def test_signs_of_agencies_and_converters_are_no_part_of_a_headline(title: str) -> None:
    assert _metadata(_text(title, "By Anna Berg", "3 March 2025"))[0] == _HEADLINE


@pytest.mark.parametrize(
    "beside", ["Emma Holm | Ellmouth Post | holm@post.example\n{}", "Emma Holm\n3-4 minutes\n{}"]
)
def test_an_outlet_an_address_or_minutes_beside_a_name_hide_no_author(beside: str) -> None:
    text = _text("Ellmouth Post", _HEADLINE, beside.format("3/6/2025"))
    assert _metadata(text)[1] == "Emma Holm"


_TOKYO = (
    "北の離島に診療所が開設、医師2人が常駐",
    "2026年5月20日 7時15分",
    "灯台島など北部の7つの離島を受け持つ診療所が20日、開設された。医師2人と看護師3人が常駐し、週6日診察する。",
    "建物は平屋で、診察室が2つとレントゲン室を備える。建設費は3億円で、国が3分の2を負担した。初日は60人が訪れた。",
)
_SEOUL = (
    "강변 마을 방앗간, 20년 만에 다시 문 연다",
    "입력 2026.03.10 09:12",
    "강변시는 10일 20년 동안 닫혀 있던 방앗간을 오는 5월부터 다시 운영한다고 밝혔다.",
    "시는 수리에 3억 원을 들였으며 요금은 2천 원으로 정했다. 주말에는 100명이 찾는다.",
)


@pytest.mark.parametrize(
    ("page", "byline", "names"),
    [
        (_TOKYO, "編集委員\u3000藤井亮太", "藤井亮太"),
        (_TOKYO, "社会部 藤井亮太", "藤井亮太"),
        (_SEOUL, "이지은 기자, 최민호 기자", "이지은, 최민호"),
        (_SEOUL, "이지은 기자 최민호 기자", "이지은, 최민호"),
    ],
)
def test_what_reporters_are_is_no_name(page: tuple[str, ...], byline: str, names: str) -> None:
    title, day, *body = page
    assert _metadata("\n\n".join((title, f"{byline}\n{day}", *body)))[1] == names
    glued = "".join(f"<p>{text}</p>" for text in body)
    html = f"<h1>{title}</h1><div><span>{byline}</span> <span>{day}</span></div>{glued}"
    assert _metadata(html)[1] == names


def test_a_day_is_no_headline() -> None:
    top = "Harbour diary\nThursday, 6 March 2025"
    assert _metadata(_text(top, *_BODY))[0] != "Thursday, 6 March 2025"


@pytest.mark.parametrize("above", [("Home",), ("Home", "Blog", "Contact us")])
def test_a_labelled_author_above_the_headline(above: tuple[str, ...]) -> None:
    top = "\n".join((*above, "Author: Kashmir Brandt", "Edited By: Jo Dury", "Fact Checked"))
    text = _text(top, _HEADLINE.upper())
    assert _metadata(text)[1] == "Kashmir Brandt"
    assert _metadata(text.replace("Kashmir Brandt", "Editorial Team"))[1] is None


@pytest.mark.parametrize("name", ["Anna Berg", "Peter Lang"])
def test_a_name_alone_between_headline_and_text_is_the_authors(name: str) -> None:
    assert _metadata("\n\n".join((_HEADLINE, name, *_BODY)))[1] == name
    told = f"The mayor, {name}, says that the quay is safe, and that the boats will come back."
    assert _metadata("\n\n".join((_HEADLINE, name, told, *_BODY)))[1] is None


@pytest.mark.parametrize("line", ["Port Ellis", "Victoria Island", "The New Quay"])
def test_other_lines_between_headline_and_text_are_nobody(line: str) -> None:
    assert _metadata("\n\n".join((_HEADLINE, line, *_BODY)))[1] is None


@pytest.mark.parametrize("others", [0, 3])
def test_a_label_alone_far_above_the_headline_names_the_author(others: int) -> None:
    people = "\n".join(("Ben Adams", "Marek Mora", "Carlos Paz", "Ole Dahl")[:others])
    tags = "Tags\nboats\nquay\nwinter\nberths\ncrane\nstorm"
    top = f"Home\nBlog\nAuthor\nKamil Chodola\n{people}\n{tags}"
    assert _metadata(_text(top, _HEADLINE, "December 16, 2025"))[1] == "Kamil Chodola"
