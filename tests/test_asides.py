"""What stands between and below the paragraphs of an article and says what it is: it goes."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import cleaning
from newsclean.cleaning.furniture.remove import (
    without_biography,
    without_furniture,
    without_labels,
)
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.record import Override
from newsclean.document import Document, Field, Metadata
from records import LAST, LEAD, MIDDLE, lines_of, record_of, record_of_rows

TITLE = "Ferrow buys back its tram"


def reasons(*texts: str, language: str = "en") -> dict[str, str]:
    """Why lines go that stand between the paragraphs of an article which the networks keep."""
    lines = lines_of(LEAD, *texts, MIDDLE, LAST)
    record = record_of(lines, [True] * len(lines), language, probabilities=[0.6] * len(lines))
    found = without_furniture(record)
    assert all(found.kept[i] for i, line in enumerate(lines) if line.text in (LEAD, MIDDLE, LAST))
    return {lines[i].text: cause[0] for i, cause in found.causes.items()}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read more: Why the bridge sings in a north wind", "related articles"),
        ("RELATED | The swan that closed a bridge, and the woman who talked it down",
         "related articles"),
        ("[See also: How Ferrow lost its trams]", "related articles"),
        ("Don’t miss: Why the bridge sings in a north wind", "related articles"),
        ("Lesen Sie auch: Warum die Brücke bei Nordwind singt", "related articles"),
        ("Mehr zum Thema: Der Schwan, der eine Brücke sperrte", "related articles"),
        ("Lire aussi Pourquoi le pont chante par vent du nord", "related articles"),
        ("Lees ook: Waarom de brug zingt bij noordenwind", "related articles"),
        ("Читайте также: Почему мост поёт при северном ветре", "related articles"),
        ("Czytaj też: Dlaczego most śpiewa przy północnym wietrze", "related articles"),
        ("Leia também: Por que a ponte canta com vento norte", "related articles"),
        ("Baca juga: Mengapa jembatan bernyanyi", "related articles"),
        ("यह भी पढ़ें: पुल उत्तरी हवा में क्यों गाता है", "related articles"),
        ("関連記事：橋が北風で歌う理由", "related articles"),
        ("এটিও পড়ুন: উত্তরের হাওয়ায় সেতু কেন গান গায়", "related articles"),
        ("حتما بخوانید: چرا پل در باد شمال می‌خواند", "related articles"),
        ("بيشتر بخوانيد: چرا پل در باد شمال مي خواند", "related articles"),
        ("طالع أيضا: لماذا يغني الجسر مع الريح الشمالية", "related articles"),
        ("ज़रूर पढ़ें: पुल उत्तरी हवा में क्यों गाता है", "related articles"),
        ("מאמרים נוספים: מדוע הגשר שר ברוח צפונית", "related articles"),
        ("Ayrıca bkz: Köprü poyrazda neden şarkı söyler", "related articles"),
        ("সংশোধনী: আগের সংস্করণে সেতুর নাম ভুল লেখা হয়েছিল।", "editorial note"),
        ("تصويب: ورد اسم الجسر خطأ في النسخة السابقة.", "editorial note"),
        ("اصلاحیه: نام پل پیش‌تر اشتباه آمده بود.", "editorial note"),
        ("भूल सुधार: पुल का नाम पहले गलत छपा था।", "editorial note"),
        ("Watch: The moment the council voted", "audio or video"),
        ("Im Video: So stimmte der Rat über die Bahn ab", "audio or video"),
        ("Image: a yellow tram is at the quay with its lights on while the last men all go home",
         "caption"),
        ("Die letzte Bahn am Montagabend. (Symbolbild)", "caption"),
        ("新しい路面電車の停留所を訪れた市長＝写真提供", "caption"),
        ("Ein Segelboot mit einem Windrad am Heck im Hafen. Bildquelle: G. Warnke", "caption"),
        ("A traffic jam on the quay on Monday morning. Photo: joiseyshowaa/Flickr.", "caption"),
        ("Le tram quitte le quai pour la dernière fois lundi soir (Photo : M. Aurell)", "caption"),
        ("The last tram of Monday evening leaves the quay with its lights on. (Ann Lee / Post)",
         "caption"),
        ("চরের আকাশে শেষ বিকেলে একঝাঁক বুনো হাঁস। ছবি: লেখক", "caption"),
        ("बाजार में लगी आग बुझाते दमकलकर्मी (फोटो: संवाद)", "caption"),
        ("Foto: A. Berg / dpa", "credit"),
        ("Source: eligiblemagazine.com", "credit"),
        ("photocase.de", "credit"),
        ("Correction: An earlier version gave the wrong year for the sale.", "editorial note"),
        ("Dieser Artikel wurde aktualisiert, um das Jahr des Verkaufs zu ändern.",
         "editorial note"),
        ("Rectificatif : le tramway a été vendu en 2007, et non en 2006.", "editorial note"),
        ("Korrektur vom 28. März: Zunächst hieß es, die Bahn sei neu.", "editorial note"),
        ("In een eerdere versie van deze tekst stond een ander jaartal.", "editorial note"),
        ("Artiklen er rettet den 28. marts. Tidligere stod der et andet år.", "editorial note"),
        ("Texten har rättats. Tidigare stod det ett annat år.", "editorial note"),
        ("Denne artikkelen er rettet 28. mars med riktig årstall.", "editorial note"),
        ("Jutussa kerrottiin aiemmin, että raitiotie myytiin vuonna 2006.", "editorial note"),
        ("Wilt u meer verhalen lezen? Meld u aan voor de nieuwsbrief.", "newsletter"),
        ("Vil du læse flere historier? Tilmeld dig vores nyhedsbrev.", "newsletter"),
        ("Vill du läsa fler berättelser? Anmäl dig till vårt nyhetsbrev.", "newsletter"),
        ("Vil du lese flere saker? Meld deg på nyhetsbrevet vårt.", "newsletter"),
        ("Haluatko lukea lisää? Tilaa maksuton uutiskirjeemme.", "newsletter"),
        ("This article was written with the help of AI and checked by an editor.",
         "editorial note"),
        ("This content can also be viewed on the site it originates from.", "embedded post"),
        ("This content is not available due to your privacy preferences.", "embedded post"),
        ("Sign up for our politics newsletter and get it every Friday.", "newsletter"),
        ("Jetzt unseren Newsletter abonnieren und nichts verpassen", "newsletter"),
        ("Подписывайтесь на наш канал в Telegram", "newsletter"),
        ("This post contains affiliate links, for which we may get a few pence.",
         "advertisement"),
        ("Lesið einnig: Sporvagninn kemur aftur í haust", "related articles"),
        ("Tags: trams, Ferrow, transport", "navigation"),
        ("Schlagworte: Straßenbahn, Ferrow", "navigation"),
        ("Więcej czytaj tutaj: Dlaczego most śpiewa", "related articles"),
        ("Čítajte viac: Prečo most spieva pri severnom vetre", "related articles"),
        ("Ne spreglejte: Zakaj most poje ob severnem vetru", "related articles"),
        ("Vezana vijest: Zašto most pjeva na sjevernom vjetru", "related articles"),
        ("Опширније: Зашто мост пева на северном ветру", "related articles"),
        ("Виж също: Защо мостът пее при северен вятър", "related articles"),
        ("Rozmowa została autoryzowana.", "editorial note"),
        ("Článek jsme aktualizovali ve 14:30.", "editorial note"),
        ("Správu sme doplnili o vyjadrenie starostu.", "editorial note"),
        ("Novico dopolnjujemo.", "editorial note"),
        ("Tekst je nastao uz potporu Agencije za elektroničke medije.", "editorial note"),
        ("Вест се допуњује.", "editorial note"),
        ("Vest se dopunjuje.", "editorial note"),
        ("Поправка: Трамваят е продаден през 2007 г., а не през 2006 г.", "editorial note"),
        ("Sviđa vam se članak? Podijelite ga", "newsletter"),
        ("Body", "navigation"),
        ("Článek", "navigation"),
        ("(Image Source)", "credit"),
        ("Crédit photo", "credit"),
        ("The maker of this tram has affiliate relationships, so we may earn if you buy one.",
         "advertisement"),
    ],
)  # fmt: skip
def test_a_line_that_says_what_it_is_goes(line: str, reason: str) -> None:
    """In every language that has such lines, with the reason a person would give."""
    assert reasons(line) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the mayor told the children, and you will need fewer trams than we do.",
        "More: the council wants the depot too, and has set aside four millions for it.",
        "Also on Monday, the council closed the swimming pool and gave no date for its return.",
        "Related costs, such as those of the depot, are to be shared between the two companies.",
        "Watch the hands of the driver, the teacher said, and you will learn the whole trade.",
        "Follow the rails to the harbour and turn left at the depot, where the cars are washed.",
        "This article was written with the help of neighbours who kept every ticket.",
        "This content is not available due to the strike, said the library.",
        "Image is everything for a tram company, said its director, and ours has been poor.",
        "Download the timetable from the site of the city before the first of June.",
        "Още три трамвая ще тръгнат през май, каза кметът",
        "Tekst pochodzi z roku 1936 i jest jedynym śladem po starej linii tramwajowej.",
        "Tags on the cars will be replaced by painted numbers, as they were before the war.",
        "The company wants a subscription for pupils, who today pay for each ride.",
        "Mehr als neuntausend Menschen fahren jeden Tag mit der Bahn zum Hafen und zurück.",
        "Lire le contrat de 2007 a pris deux ans à la commission, qui en tire trois leçons.",
        "The council has published the photo: it shows the mayor asleep on the last tram home.",
        "Nobody has asked for the old cars so far, the company said. (It has asked everybody.)",
        "Bahn und Bus: Beide sollen ab Juni zum gleichen Preis fahren, wie der Rat beschloss.",
        "Besser so: Die Stadt fährt selbst, und sie muss niemanden mehr um Erlaubnis fragen.",
        "Lund P, Aas K. Night trams and sleep in a harbour town. Acta Oslo, 2019. (Google Scholar)",
        "What are trams on rubber wheels, and who needs them in a harbour town? (And Who Does Not)",
        "Sources",
        "The image source was a camera above the gate, the police said, and it showed nothing.",
        "The club begins its season in May, and nobody knows who is to keep goal this year. (NH)",
        "“Whoever takes the tram to the harbour wants to be late, and often is.” (Ada Marklund)",
        "The game shows how rails are laid and who pays for them, field by field. (via Kestrel)",
        "Få städer vill bli medlem i förbundet, och få av dem som är det klagar på avgiften.",
        "Få av dem som ble medlem i fjor, har meldt seg ut igjen, sier lederen av foreningen.",
        "Aanvulling van de dienstregeling is volgens de wethouder voorlopig niet nodig.",
        "Præcisering af reglerne er ifølge ministeren på vej, og de gælder fra den første juni.",
        "Täsmennys lakiin on ministerin mukaan valmis, ja se tulee voimaan kesäkuun alussa.",
    ],
)
def test_a_sentence_with_such_words_stays(line: str) -> None:
    """A paragraph of the article that begins like one of them is none."""
    assert reasons(line) == {}


def test_titles_below_a_heading_go_with_it() -> None:
    """A heading as "Read next" and what it announces are one thing; the paragraph below stays."""
    titles = ("Why the bridge sings in a north wind", "The swan that closed a bridge")
    assert reasons("Read next", *titles) == dict.fromkeys(
        ("Read next", *titles), "related articles"
    )


def test_a_pull_quote_repeats_the_text() -> None:
    """A line whose words stand in a longer paragraph goes; a heading of two words stays."""
    pull = "“The company said that it would now spend more time on its buses”"
    assert reasons(pull) == {pull: "repeated line"}
    assert reasons("The line") == {}


def test_a_box_of_contents_goes_and_its_headings_stay() -> None:
    """Lines together that stand again below as headings are links to these."""
    heads = ("How it was sold", "Who drives it", "What comes next")
    text = (
        "The town has nineteen trams, of which four can be driven in the snow of its long winters."
    )
    bodies = tuple(part for head in heads for part in (head, f"{head}? {text}"))
    assert set(reasons(*heads, *bodies).values()) == {"navigation"}
    assert reasons(*bodies) == {}


@pytest.mark.parametrize(
    ("byline", "note"),
    [
        ("By Nils Ekman", "Nils Ekman covers transport for the Post and lives above a depot."),
        ("By Ilse Brandt", "Ilse Brandt ist Redakteurin dieser Zeitung und schreibt über Bahnen."),
        ("By Marc Aurell", "Marc Aurell est journaliste au service des transports du quotidien."),
    ],
)
def test_a_note_on_the_author_is_no_paragraph(byline: str, note: str) -> None:
    """It begins with the name in the byline; a sentence on somebody else stays."""
    other = "Edda Marklund is a councillor and voted against the sale of the line in 2007, twice."
    text = f"{TITLE}\n\n{byline}\n\n{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n{LEAD[4:]}\n\n{other}"
    article = newsclean.clean(f"{text}\n\n{note}\n")
    assert note not in article.text
    assert other in article.text
    assert "author biography" in {item.reason for item in article.removals if item.text == note}


def test_a_note_on_the_author_of_a_short_article() -> None:
    """Five paragraphs are enough to tell it from the text."""
    note = "Nils Ekman covers transport for the Post. Got a tip? Email tips@post.example."
    article = newsclean.clean(
        f"{TITLE}\n\nBy Nils Ekman\n\n{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n{note}\n"
    )
    assert article.text.endswith(LAST)


RELEASES = [
    (
        "FOR IMMEDIATE RELEASE\nEmbargoed until 00:01 Thursday 14 May 2026\n\n"
        f"{TITLE}\n\n{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n- ENDS -\n\nNotes to editors\n\n"
        "1. The council of Ferrow has nineteen members, and meets in public every Monday.\n\n"
        "Media contact:\nGiles Whitworth\npress@example.org\n"
    ),
    (
        f"Pressemitteilung\n\n{TITLE}\n\n{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n"
        "Hinweise für die Redaktion\n\nDer Rat von Ferrow hat neunzehn Mitglieder und tagt jeden "
        "Montag öffentlich im alten Rathaus.\n"
    ),
    (
        f"{TITLE}\n\nDUNMORE, Ohio, March 3, 2026 /PRNewswire/ -- {LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n"
        "About Ferrow Transit\nFerrow Transit runs trams and buses in four towns of the north and "
        "was founded in 1896 by a baker.\n\nForward-Looking Statements\nThis press release "
        "contains forward-looking statements within the meaning of the Private Securities "
        "Litigation Reform Act of 1995.\n\nSOURCE Ferrow Transit\n"
    ),
]


@pytest.mark.parametrize("text", RELEASES)
def test_a_press_release_ends_where_it_says(text: str) -> None:
    """Notes, contacts, "About" and legal words are not of it, nor is its heading."""
    article = newsclean.clean(text)
    assert LEAD in article.text
    assert article.text.endswith(LAST)
    assert "RELEASE" not in article.text.upper().replace(LAST.upper(), "")
    assert article.title == TITLE


WIRES = [
    (
        f"BC-FERROW-TRAM (UPDATE 3, PIX, TV)\n\n{TITLE}\n\n(Adds quotes, background)\n\n"
        f"FERROW, Feb 11 (Reuters) - {LEAD}\n\n{MIDDLE}\n\n(more)\n\nBC-FERROW-TRAM-2\n\n{LAST}\n\n"
        "((ilse.brandvold@example.com; +47 555 0100))\n\nKeywords: FERROW TRAM/SALE\n"
    ),
    (
        f"{TITLE}\n\n(Actualisé avec réactions et contexte)\n\nFERROW, 11 fév (AFP) - {LEAD}\n\n"
        f"{MIDDLE}\n\n{LAST}\n\nabc/def/gh\n"
    ),
    (
        f"FERROW-TRAM/ (WRAPUP 1)\n\n{TITLE}\n\nFERROW (dpa) - {LEAD}\n\n{MIDDLE}\n\n"
        f"(mehr folgt)\n\n{LAST}\n"
    ),
]


@pytest.mark.parametrize("text", WIRES)
def test_wire_copy_without_its_slugs(text: str) -> None:
    """Slugs, "(more)", notes to desks, addresses and keywords go; the story stays."""
    kept = newsclean.clean(text).text
    for part in (LEAD, MIDDLE, LAST):
        assert part in kept
    for part in ("BC-", "FERROW-TRAM/", "(Adds", "(Actualisé", "(more)", "(mehr", "((", "Keywords",
                 "abc/def"):  # fmt: skip
        assert part not in kept


def test_a_farewell_that_sums_up_the_day_stays() -> None:
    """It tells what happened, at greater length than a farewell has."""
    told = (
        "That's it from us this evening. Here is where things stand: the council has voted for the "
        "line by nine to four, the company wants a week to think, and the cars stay in the depot."
    )
    text = f"{TITLE} - live\n\n17:42\n{told}\n\n14:10\n{MIDDLE}\n\n12:01\n{LAST}\n\n09:02\n{LEAD}"
    assert told in newsclean.clean(text).text


@pytest.mark.parametrize(
    "farewell",
    [
        "We are closing this blog now. Thank you for reading, and for the photographs.",
        "Wir beenden unseren Liveticker an dieser Stelle und danken allen fürs Mitlesen.",
        "Hasta aquí nuestra cobertura en directo de la jornada, gracias por seguirnos.",
    ],
)
def test_a_live_blog_without_hours_and_farewell(farewell: str) -> None:
    """The entries stay."""
    entries = (("17:31", MIDDLE), ("14:10", LAST), ("09:02", LEAD))
    text = "\n\n".join(
        [f"{TITLE} - live", f"17:42\n{farewell}", *(f"{hour}\n{said}" for hour, said in entries)]
    )
    kept = newsclean.clean(text).text
    assert farewell not in kept
    assert "17:31" not in kept
    for _, said in entries:
        assert said in kept


def test_an_encyclopaedia_ends_above_its_references() -> None:
    """Notes and links of the page are not of the article."""
    text = (
        f"{TITLE}\nFrom Wikiquarry, the free encyclopedia\n\n{LEAD}[1]\n\nHistory[edit]\n\n"
        f"{MIDDLE}[2]\n\nSale[edit]\n\n{LAST}[3]\n\nReferences[edit]\n\n"
        '^ "Ridership report 2024". Ferrow Transit. Retrieved 2024-06-01.\n'
        "^ Lindqvist, P. (1996). A Hundred Years of Rails. Ferrow: Quay Press. p. 14.\n"
    )
    kept = newsclean.clean(text).text
    assert LAST in kept
    assert "Lindqvist" not in kept
    assert "Retrieved" not in kept
    assert "Sale\n" in kept
    assert "[" not in kept


def test_a_gallery_counts_its_pictures_and_a_review_its_stars() -> None:
    """The numbers of pictures go, a rating stays."""
    assert reasons("1 / 12", "2 / 12") == dict.fromkeys(("1 / 12", "2 / 12"), "navigation")
    assert reasons("5/5", "4/5", "9/10") == {}
    assert reasons("5 / 5", "4 / 5") == {}
    assert reasons("4/5", "5/5") == {}
    assert reasons("8/10", "10/10", "7/10") == {}
    assert set(reasons("(3/14)", "(4/14)", "(5/14)").values()) == {"navigation"}


def test_what_the_user_keeps_stays() -> None:
    """`--keep` overrules the rules."""
    text = f"{TITLE}\n\n{LEAD}\n\nRead more: Why the bridge sings\n\n{MIDDLE}\n\n{LAST}\n"
    assert "sings" not in newsclean.clean(text).text
    assert "sings" in cleaning.clean(Document(text), keep=("^Read more",)).text


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("Getty Images A yellow tram stands at the quay with its lights on",
         "The last tram of Monday evening"),
        ("Reuters People wait on a quay in the rain", "Passengers had to wait for two hours"),
        ("PA Media Two swans on a bridge", "The swans closed the bridge on Friday"),
    ],
)  # fmt: skip
def test_a_caption_below_the_picture_that_it_is_of_goes(above: str, caption: str) -> None:
    """Copied pages print credit and text of a picture in one line, and its caption below."""
    assert reasons(above, caption)[caption] == "caption"
    assert "He was on the last tram of Monday." not in reasons(
        above, "He was on the last tram of Monday."
    )


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Box aufklappen", "de"), ("(link is external)", "en"),
        ("Ajouter à vos sélections", "fr"), ("Mostrar más", "es"),
    ],
)  # fmt: skip
def test_buttons_of_boxes_go(line: str, language: str) -> None:
    """What opens a box is no sub-heading."""
    assert reasons(line, language=language) == {line: "form or button"}


def test_a_paragraph_that_is_printed_twice_is_kept_once() -> None:
    """With a word changed; two that only begin alike both stay."""
    once = "The old cars stood in a shed on the hill for eleven years, and nobody asked for them."
    again = once.replace("eleven", "twelve")
    other = (
        "The old cars stood in a shed, and the town has no plan for the nine that are left of them."
    )
    assert reasons(once, again) == {again: "repeated line"}
    assert reasons(once, other) == {}


def test_a_line_of_a_list_that_is_said_again_stays() -> None:
    """It is no pull quote: a colon announces it, or the lines around it are said again too."""
    said = "It is the lightest tram in the whole world and of the north."
    longer = f"{said} It was built in Ferrow, where nobody weighs anything twice."
    assert reasons("What is new:", said, longer) == {}
    assert reasons(said, longer) == {said: "repeated line"}


def left(*rows: tuple[str, bool]) -> list[str]:
    """What is kept of rows, each a text and whether it is kept so far."""
    record = without_labels(record_of_rows([(text, kept, 0.9) for text, kept in rows]))
    return [text for (text, _), keep in zip(rows, record.kept, strict=True) if keep]


@pytest.mark.parametrize(
    ("label", "gone"),
    [
        ("Sources:", "ferrowpost.example"),
        ("Sharen mit:", "Twitter"),
        ("Topics covered:", "What is a tram?"),
        ("zurück zu Coole Tipps", "Impressum"),
        ("Back to all news", "Imprint"),
        ("Volver a la portada", "Aviso legal"),
    ],
)
def test_a_label_whose_list_has_gone_goes_too(label: str, gone: str) -> None:
    """At the end; one in the middle only where a paragraph follows, and never before its list."""
    assert left((LEAD, True), (MIDDLE, True), (label, True), (gone, False)) == [LEAD, MIDDLE]
    rows = ((LEAD, True), (label, True), (gone, False), (MIDDLE, True))
    assert (label in left(*rows)) is not label.endswith(":")
    assert label in left((LEAD, True), (label, True), ("A tram is a train", True), (MIDDLE, True))


@pytest.mark.parametrize(
    ("crumbs", "headline", "deck"),
    [
        (
            "Home > Culture > Books",
            '"I have never met a gull that was sorry"',
            "Novelist Hanna Feist talks about birds, bad weather and why she burned her first book",
        ),
        (
            "Startseite › Kultur › Literatur",
            "„Ich habe noch nie eine Möwe getroffen, der etwas leid tat“",
            "Die Schriftstellerin Hanna Feist über Vögel, schlechtes Wetter und ihr erstes Buch",
        ),
        (
            "Accueil > Culture > Livres",
            "« Je n'ai jamais vu une mouette désolée »",
            "La romancière Hanna Feist parle des oiseaux, du mauvais temps et de son premier livre",
        ),
    ],
)
def test_an_interview_has_its_words_for_a_headline(crumbs: str, headline: str, deck: str) -> None:
    """The path of sections above is no text, nor is the line below that says who speaks."""
    asked = "You wrote it in three weeks. How did you?\n\nI was snowed in, and the coffee was gone."
    why = "Is it true that you burned it?\n\nIt is true that it burned, and I was beside the stove."
    article = newsclean.clean(
        f"{crumbs}\n\n{headline}\n\n{deck}\n\nInterview by Tomas Kirsch\n\n"
        "Hanna Feist, 61, lives in a lighthouse on the coast of Norland with a dog called Otto and "
        f"eleven thousand books. Her new novel is out on Thursday.\n\n{asked}\n\n{why}\n\n{asked}\n"
    )
    assert article.title == headline
    assert crumbs not in article.text


@pytest.mark.parametrize(
    ("headline", "deck", "dateline"),
    [
        (
            "TOWN THAT SOLD ITS TRAM WANTS IT BACK",
            "Council Votes, 9 to 4, to Pay Forty-one Millions for What Went for a Crown",
            "FERROW, March 1.—",
        ),
        (
            "Ferrow Transit Opens Repair Hall\nNews provided by\nFerrow Transit\nShare this",
            "Company to hire 120 technicians; first hall to service trams without lifting them",
            "DUNMORE, Ohio, March 3, 2026 /PRNewswire/ -- ",
        ),
        (
            "Ferrow Transit eröffnet Werkstatt",
            "Das Unternehmen stellt 120 Techniker ein und wartet Bahnen, ohne sie anzuheben",
            "Ferrow, 3. März 2026 – ",
        ),
    ],
)
def test_a_line_above_a_dateline_is_the_standfirst(headline: str, deck: str, dateline: str) -> None:
    """Whatever buttons stand between it and the headline."""
    article = newsclean.clean(
        f"{headline}\n{deck}\n\n{dateline}{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n{LEAD[4:]}\n"
    )
    assert article.title == headline.split("\n", 1)[0]
    assert article.text.startswith(dateline.strip())
    assert article.metadata.standfirst is not None


def test_an_encyclopaedia_has_its_entry_for_a_headline() -> None:
    """The page says it, its table says it, and the text begins with it."""
    text = (
        "Ferrow tramway\nFrom Wikiquarry, the free encyclopedia\n\nFerrow tramway\nOverview\n"
        f"Locale Ferrow, Norland\nStations 31\n\nThe Ferrow tramway is electric. {LEAD}\n\n"
        f"History[edit]\n\n{MIDDLE}\n\nSale[edit]\n\n{LAST}\n"
    )
    assert newsclean.clean(text).title == "Ferrow tramway"


def test_what_the_user_keeps_stays_whichever_rule_knows_it() -> None:
    """A line that `--keep` names stays, and no reason is given for it; the others of it go."""
    note = "Nils Ekman is a reporter who covers trams for the Ledger."
    offer = "Sign up for our newsletter"
    lines = lines_of(LEAD, offer, MIDDLE, LAST, note)
    record = record_of(lines, [True] * 5, probabilities=[0.6] * 5)
    record = record._replace(
        overrides=[Override(keep=line.text in (offer, note), drop=None) for line in lines],
        metadata=Metadata(byline=Field("Nils Ekman", "text")),
    )
    for step in (without_furniture, without_labels, without_biography):
        assert step(record) == record
    free = record._replace(overrides=())
    assert without_furniture(free).causes.keys() == {1}
    assert without_biography(free).causes.keys() == {4}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "fr",
            "La préfecture a indiqué qu'une commission se rendrait sur place au mois de juillet.",
        ),
        ("es", "El Ayuntamiento creará una comisión con los vecinos antes de que acabe el verano."),
        ("it", "Il consiglio nominerà una commissione di cinque membri entro la fine dell'estate."),
        ("pt", "A câmara criou uma comissão de moradores que se reúne todas as terças-feiras."),
        ("nl", "De raad stelde een commissie in, die voor de zomer met een voorstel moet komen."),
    ],
)
def test_a_committee_is_no_advertisement(language: str, line: str) -> None:
    """What a shop pays for a link and who meets in a town hall have one name in these languages."""
    assert not PageLines(lines_of(line), language).hits(0)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pl", "Masz dla nas temat? Napisz na redakcja@ferrow.example."),
        ("da", "Har du et tip? Skriv til tip@ferrow.example."),
        ("de", "Haben Sie einen Hinweis? Schreiben Sie uns eine E-Mail."),
        ("pt", "Gostou? Encaminhe para um amigo."),
        ("pt", "Você recebeu esta mensagem porque se inscreveu na Carta."),
        ("de", "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben."),
        ("pt", "Este artigo foi corrigido para dizer que são quatro escolas."),
        ("es", "Esta noticia ha sido corregida: son cuatro las escuelas."),
    ],
)
def test_words_to_the_reader_in_other_languages_go(language: str, line: str) -> None:
    assert line in reasons(line, language=language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pt", "Gostou do que viu e voltou no dia seguinte com toda a família, contou ela."),
        ("de", "Haben Sie einen Hinweis gesehen, fragte der Richter die Zeugin am Montag."),
        ("es", "Recibes este premio por lo que has escrito, le dijeron aquel día en Ferrow."),
    ],
)
def test_sentences_that_begin_alike_stay(language: str, line: str) -> None:
    assert line not in reasons(line, language=language)


@pytest.mark.parametrize(
    "line",
    [
        "Photo Ann van Lee on https://pictures.example/en/photos/a-tram-in-the-snow-uHzf13WevGc",
        "Photo Tom Reed https://pictures.example/photo/people-on-a-pier-2774556",
        "Foto Max Huber auf https://bilder.example/fotos/hafen",
    ],
)
def test_a_photographer_with_an_address_is_a_credit(line: str) -> None:
    assert line in reasons(line)


def test_a_sentence_that_leads_to_pictures_is_none() -> None:
    line = "Photo archives of the harbour are open to everybody, at https://ferrow.example/archive"
    assert line not in reasons(line)


def test_a_request_to_follow_in_a_script_without_blanks() -> None:
    body = """港口旧灯塔重新亮灯

星期五傍晚，城南的旧灯塔在熄灭六年之后重新亮灯。港务局说，维修用了四个月，花费八十万元。

附近的渔民说，夜里回港时终于又看得见方向，过去几年只能靠手机上的地图认路。

港务局长在仪式上说，灯塔每月检修一次，由三名工人轮流看守，明年夏天向游客开放。"""
    request = "欢迎关注我们的公众号，每天读到港口的消息。"
    article = newsclean.clean(f"{body}\n\n{request}\n")
    assert request not in article.text
    assert [each.reason for each in article.removals if each.text == request] == ["newsletter"]
