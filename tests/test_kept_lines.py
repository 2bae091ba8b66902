"""Lines of an article that look like furniture: code, questions on buttons, headings, lists."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.belonging.restore import belonging
from newsclean.cleaning.furniture.remove import without_furniture, without_labels
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.metadata.forwarded import read_mail
from newsclean.sources import html
from records import lines_of, record_of

INTRO = (
    "The council of Ferrow agreed on Monday to publish the data of its trams, and this post shows "
    "how anybody can read the files that it has put on its pages since then."
)
OUTRO = (
    "The function gives one row after the other, so that even large files need little memory, and "
    "the next post of this series will show how to draw the rows on a map of the town."
)
MENUS = "Whoever wants to see the menus of the canteens of the depots will find them there as well."
PYTHON = """import csv
def rows(path):
with open(path) as handle:
yield dict(
a=1,
)
print(rows("a.csv"))"""
JAVASCRIPT = """const rows = read(path);
for (const row of rows) {
console.log(row.stop);
}
module.exports = { rows };"""
SHELL = """#!/bin/sh
$ curl -O https://ferrow.example/stops.csv
$ sort stops.csv > sorted.csv
done
$ wc -l sorted.csv"""


@pytest.mark.parametrize("code", [PYTHON, JAVASCRIPT, SHELL], ids=["python", "js", "shell"])
def test_code_between_paragraphs_stays_whole(code: str) -> None:
    """The networks learned from prose; a run of code is one decision, with its lone brackets."""
    rows = code.split("\n")
    record = record_of(
        lines_of(INTRO, *rows, OUTRO),
        [True, *[False] * len(rows), True],
        probabilities=[0.9, *[0.1] * len(rows), 0.9],
    )
    assert sorted(belonging(record)) == list(range(1, len(rows) + 1))


def test_a_menu_is_no_code() -> None:
    """Menus, names and prices below a paragraph have none of its signs."""
    menu = ["Home", "News (12)", "Sport", "Sign in", "$ 4.99 a month", "Imprint"]
    record = record_of(
        lines_of(INTRO, *menu, OUTRO),
        [True, *[False] * len(menu), True],
        probabilities=[0.9, *[0.1] * len(menu), 0.9],
    )
    assert not belonging(record)


PARTS = {
    "en": ("Read more", [
        ("The Osland sewing machine", "The Osland is heavy and sews leather without a sound."),
        ("The Marklund Seven", "The Marklund has seven stitches and costs less than all others."),
        ("Harbour Compact Two", "A compact machine for a small harbour flat, and easy to carry."),
        ("The Ferrow Classic", "This classic of the sixties is sold on flea markets."),
    ]),
    "de": ("Weiterlesen", [
        ("Pflanzenregal aus Kisten", "Aus drei Kisten wird ein Regal, das auch Pflanzen trägt."),
        ("Spiegel mit Rahmen", "Der Rahmen macht aus jedem Spiegel ein Stück für den Flur."),
        ("Hausnummer aus Holz", "Eine Hausnummer, die man nachts liest, braucht dunkles Holz."),
    ]),
    "fr": ("Lire la suite", [
        ("Un porte-manteau mural", "Un manteau y tient sans tomber, même celui des plus petits."),
        ("Une jardinière en pin", "Cette jardinière en pin se fait en deux heures."),
        ("Le banc du port", "Un banc pour deux personnes, que l'on peint aux couleurs du port."),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("language", PARTS)
def test_a_button_below_each_part_of_a_list_announces_nothing(language: str) -> None:
    """What stands below "Read more" is the heading of the next part: the text tells of it."""
    button, parts = PARTS[language]
    texts = [INTRO]
    for heading, text in parts:
        texts += [button, heading, f"{text} {text}"]
    record = record_of(
        lines_of(*texts),
        [text != button for text in texts],
        language,
        probabilities=[0.6] * len(texts),
    )
    assert without_furniture(record).kept == record.kept


def test_other_articles_below_read_more_still_go() -> None:
    """Their titles have nothing to do with the paragraph that follows."""
    titles = ("Why the bridge sings in storms", "A swan shut the islands off",
              "Fishermen want new rules at sea")  # fmt: skip
    texts = [INTRO]
    for title in titles:
        texts += ["Read more", title, OUTRO.replace("function", title[:3])]
    record = record_of(
        lines_of(*texts), [text != "Read more" for text in texts], probabilities=[0.6] * len(texts)
    )
    found = without_furniture(record)
    assert [found.causes[texts.index(title)][0] for title in titles] == ["related articles"] * 3


@pytest.mark.parametrize(
    "announcing",
    ["Here is what each of the workouts will look like:", "So läuft jede Einheit im Einzelnen ab:",
     "Voici comment se passe chaque séance :"],
)  # fmt: skip
def test_a_list_that_a_sentence_announces_is_no_box_of_contents(announcing: str) -> None:
    """Its items stand again below as headings; at the top of a page it would be the contents."""
    items = ["Squats", "Planks", "Lunges"]
    parts = [text for item in items for text in (item, OUTRO)]
    above = [INTRO, OUTRO.replace("rows", "lines"), INTRO.replace("data", "files")]
    above += [OUTRO.replace("rows", "stops"), INTRO.replace("trams", "buses")]
    texts = [*above, announcing, *items, *parts]
    record = record_of(lines_of(*texts), [True] * len(texts), probabilities=[0.6] * len(texts))
    assert all(without_furniture(record).kept[len(above) + 1 :][: len(items)])
    contents = ["Contents", *items, *above, *parts]
    record = record_of(
        lines_of(*contents), [True] * len(contents), probabilities=[0.6] * len(contents)
    )
    assert without_furniture(record).kept[1:4] == [False] * 3


@pytest.mark.parametrize(
    ("label", "credit"),
    [("More topics this month:", "(Photo: Ann Lee)"), ("Weitere Themen:", "(Bild: Jan Kern)"),
     ("Autres sujets du mois :", "(Photo : Léa Roux)")],
)  # fmt: skip
def test_a_label_above_a_picture_and_its_text_stays(label: str, credit: str) -> None:
    """Only the credit between them has gone."""
    kept = [True, True, False, True]
    record = record_of(lines_of(INTRO, label, credit, OUTRO), kept, probabilities=[0.6] * 4)
    assert without_labels(record).kept[1]


QUESTION = "How can large files be read with little memory?"


@pytest.mark.parametrize(
    "button",
    [f"<button>{QUESTION}</button>", f'<div class="row"><button><b>{QUESTION}</b></button></div>',
     f'<p><button type="button" class="open">{QUESTION}</button></p>'],
    ids=["plain", "bold", "paragraph"],
)  # fmt: skip
def test_a_question_on_a_button_stays_with_its_answer(button: str) -> None:
    """A list of questions that open and close, without a name that says so."""
    source = (
        "<html><head><title>Ferrow publishes its data</title></head><body><article>"
        f"<h1>Ferrow publishes its data</h1><p>{INTRO}</p><p>{OUTRO}</p>"
        f"<div>{button}<p>{OUTRO.replace('rows', 'lines')}</p></div>"
        f"<p>{INTRO.replace('Monday', 'Friday')}</p><button>Subscribe now</button>"
        "</article></body></html>"
    )
    texts = [paragraph.text for paragraph in newsclean.clean(source.encode()).paragraphs]
    assert QUESTION in texts
    assert "Subscribe now" not in texts


MAILS = {
    "en": ("In the message, the head of his office asks for silence, and it reads in full:",
           "From: Edda Marklund\nTo: Bill Berg\nSubject: The tram\nDate: 2 January 2024"),
    "de": ("In der Nachricht bittet seine Büroleiterin um Stillschweigen, sie lautet so:",
           "Von: Edda Marklund\nAn: Bill Berg\nBetreff: Die Bahn\nDatum: 2. Januar 2024"),
    "fr": ("Dans ce message, la directrice de son cabinet lui demande le silence :",
           "De : Edda Marklund\nÀ : Bill Berg\nObjet : Le tram\nDate : 2 janvier 2024"),
}  # fmt: skip


@pytest.mark.parametrize("language", MAILS)
def test_an_article_that_quotes_a_mail_keeps_what_stands_above(language: str) -> None:
    """A sentence with a colon announces the mail, below paragraphs of prose: nothing is forwarded.

    Without them, what stands above a header is the note of whoever forwards the mail.
    """
    announcing, header = MAILS[language]
    below = [OUTRO.replace("rows", f"{word} rows") for word in "abcdefgh"]
    rows = header.split("\n")
    quoting = PageLines(lines_of("Ferrow", INTRO, announcing, *rows, *below), language)
    assert not read_mail(quoting).email_furniture
    noted = PageLines(lines_of("Bill, read this.", *rows, *below), language)
    assert 0 in read_mail(noted).email_furniture


def test_a_sentence_that_a_digest_above_repeats_is_no_pull_quote() -> None:
    """A digest at the top holds sentences of the text; a pull quote stands near its paragraph."""
    sentence = "It has put all of its files on its pages since the first week of May, for free."
    texts = [f"{INTRO} {sentence}", INTRO, OUTRO, MENUS, "Files", sentence, OUTRO]
    record = record_of(lines_of(*texts), [True] * len(texts), probabilities=[0.6] * len(texts))
    assert without_furniture(record).kept[5]
    near = [OUTRO, sentence, f"{INTRO} {sentence}", MENUS]
    record = record_of(lines_of(*near), [True] * len(near), probabilities=[0.6] * len(near))
    assert not without_furniture(record).kept[1]


@pytest.mark.parametrize(
    "run",
    ["Run for an hour in the second zone, and end with four short hills and a long warm down.",
     "Eine Stunde laufen, ruhig und im zweiten Bereich, und am Ende viermal kurz den Berg hinauf.",
     "Courir une heure au calme, en zone deux, et finir par quatre montées courtes et un tour."],
)  # fmt: skip
def test_a_plan_that_says_the_same_each_week_is_no_second_printing(run: str) -> None:
    """Its parts come again in other orders and more than twice; a second printing has one order."""
    rest = MENUS.replace("menus", "times")
    texts = [INTRO, run, "Tuesday", rest, "Friday", OUTRO, "Sunday", rest, "Monday", run]
    record = record_of(lines_of(*texts), [True] * len(texts), probabilities=[0.9] * len(texts))
    assert all(without_furniture(record).kept)
    twice = [INTRO, run, rest, OUTRO, INTRO, run, rest, OUTRO]
    record = record_of(lines_of(*twice), [True] * len(twice), probabilities=[0.9] * len(twice))
    assert without_furniture(record).kept == [True] * 4 + [False] * 4


@pytest.mark.parametrize("sentence", [INTRO, OUTRO, MENUS])
def test_a_doubted_sentence_of_html_stays_among_lines_that_go(sentence: str) -> None:
    """The network for HTML has seen the boxes; in copied text it goes with its neighbours."""
    texts = [INTRO, "Share", sentence, "Menu", OUTRO]
    kept, odds = [True, False, True, False, True], [0.9, 0.1, 0.4, 0.1, 0.9]
    rows = "".join(f"<p>{text}</p>" for text in texts)
    tree = html.read(f"<html><body>{rows}</body></html>".encode()).tree
    seen = record_of(lines_of(*texts), kept, tree=tree, probabilities=odds)
    assert without_labels(seen).kept == kept
    copied = record_of(lines_of(*texts), kept, probabilities=odds)
    assert not without_labels(copied).kept[2]


BLOG = """Storm Odo shuts the coast road — as it happened

By Nell Harrow and Tom Wren

Posted Thu 6 Feb 2025 at 6:04am

Residents of two villages on the Tarrow coast have been told to stay at home after storm Odo broke \
the sea wall in three places.

5:51pm

Sea wall to be mended by May

By Tom Wren

The wind has dropped over Lowton, but the road will stay shut until Friday, the county says.

Two boats are still missing their moorings, and the harbour office has asked owners to ring in.

11:47am

Landlady takes in forty

By Nell Harrow

The landlady of the Anchor, Bess Tully, says that forty people and six dogs slept in her bar last \
night and that the beer is holding out.

"Nobody has gone thirsty," she told us over a bad line from the cellar.

6:04am

Good morning

By Nell Harrow

Hello and welcome. Odo came ashore near Lowton at four, and the first trees are down.

We will be here all day.

Related Stories

Bridge closed until Friday
"""


def test_entries_keep_their_headings_and_the_first_of_the_day_its_text() -> None:
    kept = [each.text for each in newsclean.clean(BLOG).paragraphs]
    for line in ("Sea wall to be mended by May", "Landlady takes in forty", "Good morning"):
        assert line in kept
    assert kept[-1] == "We will be here all day."


def test_a_sub_heading_may_quote_its_section() -> None:
    page = (
        "Le vieux moulin rouvre\n\nPar Édith Mélèze\n\n4 mars 2025\n\n"
        "Le moulin de la Tarre, vide depuis 1987, a rouvert lundi grâce à cent habitants.\n\n"
        "Les travaux ont coûté 3 millions d'euros et duré deux ans, selon la mairie.\n\n"
        "« Je pensais que la roue ne tournerait plus jamais »\n\n"
        "À dix kilomètres de là, on regarde l'expérience avec moins de tendresse, car le meunier "
        "paie deux salaires.\n\n"
        "« Je pensais que la roue ne tournerait plus jamais, dit l'ancienne patronne. Et puis, un "
        "matin, elle a tourné. »\n\n"
        "Le moulin est ouvert tous les jours sauf le lundi, de 7 heures à 20 heures."
    )
    kept = [each.text for each in newsclean.clean(page).paragraphs]
    assert "« Je pensais que la roue ne tournerait plus jamais »" in kept
