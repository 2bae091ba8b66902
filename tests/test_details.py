"""Small rules that decide alone in few inputs: each with one in which it does."""

from __future__ import annotations

import io
import zipfile

import pytest

import newsclean
from newsclean.cleaning.lines import bylines
from newsclean.document import Sentence
from newsclean.output import html_parts
from newsclean.quotes import find
from newsclean.sources.dates import read_date
from newsclean.sources.exports import nexis_labels
from newsclean.sources.files import office, pdf_layout, rtf
from newsclean.sources.files.paragraphs import Paragraph
from newsclean.sources.files.pdf_layout import Row
from newsclean.summary import headline, summarize

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(*paragraphs: str, styles: str = "") -> bytes:
    """A Word file with these paragraphs: their properties and their text, joined by a bar."""
    inside = ""
    for each in paragraphs:
        properties, _, text = each.rpartition("|")
        inside += f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}<w:r>{text}</w:r></w:p>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>',
        )
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>')
    return out.getvalue()


T = "<w:t>{}</w:t>".format


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ("", (0, False, False, False)),
        ('<w:pStyle w:val="Heading2"/>', (2, False, False, False)),
        ('<w:pStyle w:val="a1"/>', (3, False, False, False)),  # by the style's own name
        ('<w:pStyle w:val="mine"/>', (3, False, False, False)),  # by that of the one it is based on
        ('<w:pStyle w:val="Title"/>', (1, False, False, False)),
        ('<w:pStyle w:val="plain"/>', (0, False, False, False)),
        ('<w:outlineLvl w:val="0"/>', (1, False, False, False)),
        ('<w:outlineLvl w:val="5"/>', (6, False, False, False)),
        ('<w:outlineLvl w:val="6"/>', (0, False, False, False)),
        ('<w:outlineLvl w:val="x"/>', (0, False, False, False)),
        ("<w:numPr/>", (0, True, False, False)),
        ('<w:pStyle w:val="Heading1"/><w:numPr/>', (1, False, False, False)),
        ("<w:sectPr/>", (0, False, True, False)),
        ('<w:pStyle w:val="said"/>', (0, False, False, True)),
    ],
)
def test_what_a_word_style_says(properties: str, said: tuple[int, bool, bool, bool]) -> None:
    """Headings by style, by the style it is based on, and by outline; lists, quotations."""
    styles = (
        '<w:style w:styleId="a1"><w:name w:val="heading 3"/></w:style>'
        '<w:style w:styleId="mine"><w:name w:val="Mine"/><w:basedOn w:val="a1"/></w:style>'
        '<w:style w:styleId="plain"><w:name w:val="Plain Text"/></w:style>'
        '<w:style w:styleId="said"><w:name w:val="Intense Quote"/></w:style>'
        '<w:style w:styleId="Title"/>'
    )
    data = word_file(f"{properties}|{T('Rain fell.')}", styles=styles)
    found = office.word_paragraphs(data, "a.docx")
    assert found == [Paragraph("Rain fell.", *said)]


def test_marks_inside_a_word_paragraph() -> None:
    """Breaks, tabs and hyphens are characters; what was deleted or is drawn beside is not read."""
    inside = (
        f"{T('Rain')}<w:br/>{T('fell')}<w:tab/>{T('on')}<w:noBreakHyphen/>{T('and')}<w:cr/>"
        f"<w:delText>never</w:delText><w:drawing><w:p>{T('beside')}</w:p></w:drawing>"
    )
    texts = [each.text for each in office.word_paragraphs(word_file(f"|{inside}"), "a.docx")]
    assert texts[0] == "Rain\nfell\ton\u2011and\n"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (rb"\pard Rain fell.", (0, False)),
        (rb"\pard\s3 Rain fell.", (2, False)),
        (rb"\pard\s4 Rain fell.", (1, False)),
        (rb"\pard\s5 Rain fell.", (0, False)),
        (rb"\pard\s3\outlinelevel3 Rain fell.", (4, False)),
        (rb"\pard\outlinelevel0 Rain fell.", (1, False)),
        (rb"\pard\outlinelevel5 Rain fell.", (6, False)),
        (rb"\pard\outlinelevel6 Rain fell.", (0, False)),
        (rb"\pard\ls1 Rain fell.", (0, True)),
        (rb"\s3\ls1\outlinelevel1\pard Rain fell.", (0, False)),
    ],
)
def test_what_an_rtf_style_says(code: bytes, said: tuple[int, bool]) -> None:
    """Headings by the name of a style or by outline, and lists; a new default ends them."""
    styles = rb"{\stylesheet{\s3 heading 2;}{\s4 Title;}{\s5 Title page;}}"
    data = rb"{\rtf1\ansi" + styles + code + rb"\par}"
    first = rtf.paragraphs(data, "a.rtf")[0]
    assert first == Paragraph("Rain fell.", *said)


def test_characters_of_an_rtf() -> None:
    """Bytes of the code page, characters by number with what stands for them, dashes."""
    data = rb"{\rtf1\ansi\ansicpg1250 \'e8aj\u8211 -\emdash\uc0\u269 \uc1 {\deleted no}a\par b}"
    assert [each.text for each in rtf.paragraphs(data, "a.rtf")] == ["čaj–—ča", "b"]


ROWS = [
    Row("he rain fell on the town for a week.", 10, 700, left=70),
    Row("It is over now.", 10, 676, left=50),
]


@pytest.mark.parametrize(
    ("cap", "texts"),
    [
        (Row("T", 30, 690, left=50), ["The rain fell on the town for a week.", "It is over now."]),
        (
            Row("“T", 30, 690, left=50),
            ["“The rain fell on the town for a week.", "It is over now."],
        ),
        (
            Row("T", 30, 400, left=50),
            ["T", "he rain fell on the town for a week.", "It is over now."],
        ),
        (
            Row("T", 12, 690, left=50),
            ["he rain fell on the town for a week.", "It is over now.", "T"],
        ),
        (
            Row("THE", 30, 690, left=50),
            ["he rain fell on the town for a week.", "It is over now.", "THE"],
        ),
        (
            Row("t", 30, 690, left=50),
            ["he rain fell on the town for a week.", "It is over now.", "t"],
        ),
    ],
)
def test_drop_caps_stand_before_their_line(cap: Row, texts: list[str]) -> None:
    """A large capital, alone or behind a quotation mark, begins the line beside it."""
    assert [row.text for row in pdf_layout.with_drop_caps([*ROWS, cap])] == texts


def test_the_headline_of_a_pdf_is_its_largest_lines() -> None:
    """Lines of the largest size that follow each other; one word alone is none."""
    rows = [Row("NEWS", 40, 800), Row("Rain falls on", 20, 780), Row("Port Marren", 20, 760)]
    rows += [*ROWS, Row("Another one later", 20, 300)]
    assert pdf_layout.headline(rows) == "Rain falls on Port Marren"
    assert pdf_layout.headline(ROWS) is None


def test_heads_and_feet_of_pages() -> None:
    """What comes again at the edge, is set small at the edge, or is what a browser prints."""

    def page(number: int) -> list[Row]:
        body = [
            Row(f"The rain fell on town {number}{n} for a week.", 10, 600 - n) for n in range(9)
        ]
        return [Row(f"The Marren Post {number}", 10, 790), *body, Row(f"{number}", 10, 20)]

    pages = [page(1), page(2)]
    assert pdf_layout.aside(pages, [800.0, 800.0]) == [{0: "head", 10: "foot"}] * 2
    small = [*page(1)[1:-1], Row("A note set small", 8, 300)]
    assert pdf_layout.aside([small], [800.0]) == [{9: "foot"}]
    printed = [Row("3/4/24, 5:06 PM The Marren Post", 10, 500), *page(1)[1:-1]]
    assert pdf_layout.aside([printed], [800.0]) == [{0: "foot"}]
    assert pdf_layout.aside([page(1)[1:-1]], [800.0]) == [{}]
    assert pdf_layout.aside([[Row("1", 10, 20)]], [800.0]) == [{}]  # a page of nothing else


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("March 3, 2024", True),
        ("March 2024", True),
        ("3. März 2024 Sonntag", True),
        ("Date: March 3, 2024", False),
        ("The council met on March 3, 2024 and " + "then again " * 9, False),
        ("No day at all", False),
    ],
)
def test_a_line_that_is_a_date(line: str, *, is_date: bool) -> None:
    """A label or a long line with a day in it is none."""
    assert nexis_labels.is_date(line) is is_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 2024", "2024-03"),
        ("2024 March", "2024-03"),
        ("the report of March, 2024", "2024-03"),
        ("March", None),
        ("2024", None),
    ],
)
def test_a_month_with_its_year(text: str, date: str | None) -> None:
    """The year stands on either side of the month."""
    found = read_date(text, month=True)
    assert (found and found[:7]) == date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Tom Hall", "Ann Lee, Tom Hall"),
        ("By Ann Bo Cyd Dan Eve Fay", None),  # six words are no name
        ("By No", None),
    ],
)
def test_a_name_has_one_to_five_words(line: str, names: str | None) -> None:
    """More of them, or fewer than three letters, are no byline."""
    assert (bylines.read_byline(line, "en") or None) == names


@pytest.mark.parametrize(
    ("code", "shown"),
    [("\x07", "\u2407"), ("\x7f", "␡"), ("\x9b", "\ufffd"), ("\u202e", "\\u202e"), ("a", "a")],
)
def test_control_characters_have_pictures(code: str, shown: str) -> None:
    """Each kind of character that a page must not obey is shown in its own way."""
    assert html_parts.escape(code) == shown


def sentences(*texts: str) -> list[Sentence]:
    """Sentences one behind the other."""
    found, at = [], 0
    for number, text in enumerate(texts):
        found.append(Sentence(at, at + len(text), text, number))
        at += len(text) + 1
    return found


def test_scores_of_the_lead_fall_with_the_place() -> None:
    """The first has 1, the second a half, the third a third."""
    made = summarize(sentences("Rain fell.", "Snow fell.", "Hail fell."), method="lead", length="1")
    assert [one.score for one in made.scores] == [1.0, 0.5, 0.3333]


@pytest.mark.parametrize(
    ("tail", "left_out"),
    [
        (", the mayor said on Monday", True),
        (", a spokesman for the city council said Monday", True),  # eight words
        (", a spokesman for the city council said on Monday", False),
        (", which the mayor of the town regrets", False),
    ],
)
def test_who_said_it_is_left_out_of_a_headline(tail: str, *, left_out: bool) -> None:
    """A last clause of up to eight words with a verb of saying goes, a longer one does not."""
    text = "The old ferry line to the islands will reopen in May"
    line = headline(sentences(f"{text}{tail}."))
    assert line == (text if left_out else text + tail)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("北京大学教授李明说：“港口的改造工程将在五月开始，预计持续两年。”", "李明"),
        ("该公司总经理约翰·史密斯表示：“渔船可以停靠在北边的旧码头。”", "约翰·史密斯"),
        ("市长说：“港口的改造工程将在五月开始，预计持续两年。”", None),
    ],
)
def test_names_behind_a_role_in_chinese(text: str, speaker: str | None) -> None:
    """A name has two characters or more; a role alone is no name."""
    (quote,) = find(text, "zh")
    assert quote.speaker == speaker


GLAD = (
    "“We are glad of the vote,” said Ann Lee, the owner of the mill.\n\n“The mill stays open"
    " until the end of the year,” Lee said.\n\n“Nobody has to leave the village now.”"
)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the only person who speaks has the bare ones, too
        (
            GLAD,
            ["Ann Lee", "Ann Lee", "Ann Lee"],
        ),
        # the mayor is who is named before the quote, in its paragraph or as the only bearer
        (
            (
                "Ann Lee, the mayor, came late.\n\nThe room was full. “We are glad of the"
                " vote,” the mayor said. The judge left early."
            ),
            ["Ann Lee"],
        ),
        (
            (
                "The council met.\n\nAnn Lee, the mayor, came late. The owner of the mill left."
                " “We are glad of the vote,” the manager said."
            ),
            [None],
        ),
        # before a colon: a name, what a name belongs to, a name with its office
        ("Ann Lee: “We are glad of the vote and of the mill.”", ["Ann Lee"]),
        ("Anyway Ann Lee: “We are glad of the vote and of the mill.”", ["Ann Lee"]),
        ("From the desk of Ann Lee: “We are glad of the vote and of the mill.”", ["Ann Lee"]),
        ("Ann Lee of Acme Ltd: “We are glad of the vote and of the mill.”", ["Ann Lee"]),
        ("Ann Lee, Acme Ltd: “We are glad of the vote and of the mill.”", ["Ann Lee"]),
        # people in general are nobody, those of a place are somebody
        ("“Everything changes here all the time,” people said on Monday.", [None]),
        ("“Everything changes here all the time,” the people said on Monday.", ["the people"]),
        # the name of a thing is not said by anybody
        (
            (
                "He calls it a so-called “quiet zone” and the word “peace” was known as “the good"
                " thing” for years. The phrase “old gold” is known as a “shiny thing” here."
            ),
            [],
        ),
        # an example is no speaker
        ("“We like firms like Acme Ltd and Beta Ltd,” said Ann Lee on Monday.", ["Ann Lee"]),
    ],
)
def test_who_speaks(text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in newsclean.find_quotes(text, "en")] == speakers


def test_key_quotes_stand_alone() -> None:
    """The first is one that is understood without its article, though another opens better."""
    text = (
        "“We are glad,” said Ann Lee, the mayor of Marren.\n\n"
        "“It will cost them much more than they think it does now,” said Bo Ek, an owner.\n\n"
        "“The ferry will run to the islands in winter again from May on,” said Cy Day, the captain."
        "\n\n“They did not say so at all when we had met him there,” said Di Orr, the clerk."
    )
    first = next(quote for quote in find(text, "en") if quote.key == 1)
    assert first.speaker == "Cy Day"


def test_names_that_begin_with_the_letter_of_a_pronoun() -> None:
    """The words "I’m" are no name, Ian, Irma and Ivan are."""
    texts = (
        "Ian Lee came. “We are glad of the vote,” Ian Lee said. “If it rains we go,” Irma said.",
        "I’m Ann Lee. Ivan O’Day said: “We are glad of it.” It’s Ian Lee who said: “We wait.”",
    )
    found = [[quote.speaker for quote in find(text, "en")] for text in texts]
    assert found == [["Ian Lee", "Irma"], ["Ivan O’Day", "Ian Lee"]]


def test_the_longer_role_of_a_speaker_is_given() -> None:
    """Of two roles the one that says what it belongs to."""
    text = (
        "Captain Ann Lee, pilot of the ferry, came. “We are glad of the vote,” captain Lee said."
        " Ann Lee, a pilot, left."
    )
    (quote,) = find(text, "en")
    assert quote.role == "pilot of the ferry"


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ("admin", None),
        ("Staff", None),
        ("7 News", None),
        ("ann@lee.example", None),
        ("ANN LEE", "Ann Lee"),
        ("By Ann Lee", "Ann Lee"),
        ("Ann Lee (Oslo)", "Ann Lee"),
    ],
)
def test_what_a_page_states_as_its_author(stated: str, byline: str | None) -> None:
    """Accounts, desks and addresses are nobody; a label and what stands in brackets go."""
    head = f"<meta name='author' content='{stated}'><title>Pool closes</title>"
    text = (
        "<p>The council voted on Tuesday to close the swimming pool for the winter, and gave no"
        " date for its return.</p><p>The repair of the roof will cost two million crowns, the mayor"
        " said on Tuesday evening after the vote.</p>"
    )
    page = f"<html><head>{head}</head><body><h1>Pool closes for the winter</h1>{text}</body></html>"
    found = newsclean.clean(page.encode()).metadata.byline
    assert (found and found.value) == byline
