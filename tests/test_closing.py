"""The last sentence of an article stays, however short; what the page says of itself does not."""

from __future__ import annotations

import html

import pytest

import newsclean
from newsclean.cleaning.belonging.closing import closing
from newsclean.document import Field, Metadata
from records import LAST, LEAD, MIDDLE, lines_of, record_of

PAGES = {
    "en": (
        "Home\nNews\nSport",
        "Old mill on the Tarrow to become a music school",
        "By Edith Larch\n4 March 2025",
        (
            (
                "The mill on the Tarrow, empty since the last sack left in 1987, is to become a "
                "music school under a plan that the parish council approved on Tuesday night."
            ),
            (
                "Work on the £3m school is due to start in June and to last two years. The old "
                "wheel, which weighs nine tonnes, will be kept."
            ),
            (
                "“I learned the fiddle in a cowshed,” said Councillor Joan Varley, who has "
                "argued for the school since 2014. “My granddaughter won't have to.”"
            ),
            (
                "Opponents say that the money should go to the bridge, which floods every "
                "winter. The vote was passed by 9 to 4."
            ),
        ),
        "Related Topics\nMusic\nTarrow\nMore from News\nBridge closed until Friday",
    ),
    "de": (
        "Startseite\nNachrichten\nSport",
        "Alte Mühle an der Tarre wird Musikschule",
        "Von Edith Lärche\n4. März 2025",
        (
            (
                "Die Mühle an der Tarre, die seit 1987 leer steht, wird zur Musikschule. Das "
                "beschloss der Gemeinderat am Dienstagabend."
            ),
            (
                "Die Arbeiten für drei Millionen Euro sollen im Juni beginnen und zwei Jahre "
                "dauern. Das neun Tonnen schwere Rad bleibt erhalten."
            ),
            (
                "„Ich habe im Kuhstall Geige gelernt“, sagte Gemeinderätin Johanna Varl, die "
                "seit 2014 für die Schule kämpft."
            ),
            "Gegner sagen, das Geld solle in die Brücke fließen, die jeden Winter überflutet ist.",
        ),
        "Schlagworte\nMusik\nMehr aus Nachrichten\nBrücke bis Freitag gesperrt",
    ),
    "hi": (
        "मुखपृष्ठ\nसमाचार\nखेल",
        "तारो नदी की पुरानी चक्की में खुलेगा संगीत विद्यालय",
        "मीरा देवल\n4 मार्च 2025",
        (
            (
                "तारो नदी के किनारे 1987 से बंद पड़ी चक्की में संगीत विद्यालय खुलेगा। ग्राम पंचायत ने "
                "मंगलवार रात इस योजना को मंजूरी दे दी।"
            ),
            (
                "तीन करोड़ रुपये की इस इमारत का काम जून में शुरू होगा और दो साल चलेगा। नौ टन का पुराना "
                "पहिया अपनी जगह पर रहेगा।"
            ),
            (
                "पंचायत सदस्य जानकी वर्मा ने कहा, “मैंने गौशाला में वायलिन सीखा था।” वह 2014 से इस "
                "विद्यालय की मांग कर रही हैं।"
            ),
            "विरोधियों का कहना है कि यह पैसा पुल पर लगना चाहिए, जो हर सर्दी में डूब जाता है।",
        ),
        "संबंधित विषय\nसंगीत\nपुल शुक्रवार तक बंद",
    ),
    "fr": (
        "Accueil\nActualités\nSport",
        "Le vieux moulin de la Tarre deviendra une école de musique",
        "Par Édith Mélèze\n4 mars 2025",
        (
            (
                "Le moulin de la Tarre, vide depuis 1987, va devenir une école de musique, selon "
                "le plan adopté mardi soir par le conseil municipal."
            ),
            (
                "Les travaux, d'un montant de 3 millions d'euros, commenceront en juin et "
                "dureront deux ans. La roue de neuf tonnes sera conservée."
            ),
            (
                "« J'ai appris le violon dans une étable », raconte la conseillère Jeanne Varel, "
                "qui défend l'école depuis 2014."
            ),
            "Les opposants disent que l'argent devrait aller au pont, inondé chaque hiver.",
        ),
        "Sur le même sujet\nLe pont fermé jusqu'à vendredi",
    ),
}
TAILS = [
    ("en", "Nobody clapped."),
    ("en", "It snowed."),
    ("en", "The new fees take effect on Monday."),
    ("en", "Lessons can be booked at the parish office on Fridays."),
    ("en", "The survey was published in the Tarrow Review."),
    ("en", "Joan Varley, born April 3 1941, died February 20 2025"),
    ("en", "What would she change?\n\nEverything."),
    ("en", "1. Bring a bow.\n\n2. Bring a coin for the locker.\n\n3. Arrive early."),
    ("en", "Tarrow (quartet): Lund, Pike, Ames and Rowe.\n\nAudience: 118.\n\nReferee: P Lomax."),
    ("de", "Niemand klatschte."),
    ("de", "Die neuen Gebühren gelten ab Montag."),
    ("fr", "Il neigeait."),
    ("fr", "Les nouveaux tarifs entreront en vigueur lundi."),
    ("hi", "कोई नहीं हंसा।"),
    ("hi", "नाम कल तय होगा।"),
]
FEET = [
    ("hi", "पढ़ें पूरी खबर।"),
    ("en", "This story was updated at 5 p.m."),
    ("en", "Edited by Paula Kern."),
    ("en", "Moira Kestrel."),
    ("en", "Edith Larch covers the valley for the Herald."),
    ("en", "Learn how the mill was built."),
    ("en", "Subscribers can read the whole archive."),
    ("en", "Reach Edith Larch on 555-0142."),
    ("en", "Great. Thanks for writing it."),
    ("de", "Zuletzt aktualisiert am 5. März."),
    ("de", "Dieser Beitrag erschien zuerst im Boten."),
    ("fr", "Cet article a été modifié."),
    ("fr", "Propos recueillis par Anne M."),
    ("en", "Opinions expressed here do not reflect those of the Herald."),
    ("en", "Coast Radio contributed."),
    ("en", "Terms and conditions apply."),
    ("de", "Die Redaktion übernimmt keine Haftung."),
    ("fr", "Les avis n'engagent que leurs auteurs."),
]


def _text(code: str, tail: str) -> str:
    menu, title, head, body, foot = PAGES[code]
    return "\n\n".join([menu, title, head, *body, tail, foot])


def _page(code: str, tail: str) -> bytes:
    menu, title, head, body, foot = PAGES[code]

    def listed(lines: str) -> str:
        items = "".join(
            f"<li><a href='/x'>{html.escape(row)}</a></li>" for row in lines.split("\n")
        )
        return f"<ul>{items}</ul>"

    prose = "".join(f"<p>{html.escape(row)}</p>" for row in (*body, tail))
    return (
        f"<html lang={code}><title>{html.escape(title)}</title><nav>{listed(menu)}</nav>"
        f"<article><h1>{html.escape(title)}</h1><p class=meta>{html.escape(head)}</p>"
        f"<div class=body>{prose}</div><div class=tags>{listed(foot)}</div></article>"
    ).encode()


@pytest.mark.parametrize(("code", "tail"), TAILS)
def test_the_last_sentence_stays(code: str, tail: str) -> None:
    kept = [each.text for each in newsclean.clean(_text(code, tail)).paragraphs]
    assert kept == [*PAGES[code][3], *tail.split("\n\n")]


@pytest.mark.parametrize(("code", "foot"), FEET)
def test_what_the_page_says_of_itself_does_not(code: str, foot: str) -> None:
    kept = [each.text for each in newsclean.clean(_text(code, foot)).paragraphs]
    assert kept == list(PAGES[code][3])


@pytest.mark.parametrize(("code", "tail"), [each for each in TAILS if "\n" not in each[1]])
def test_the_last_paragraph_of_its_element_stays(code: str, tail: str) -> None:
    kept = [each.text for each in newsclean.clean(_page(code, tail)).paragraphs]
    assert kept == [*PAGES[code][3], tail]


def test_a_short_answer_stays_with_its_question() -> None:
    asked = (
        "How did you come to the mill?",
        (
            "By accident. I had gone in to ask for flour, and the miller's wife said that the "
            "wheel was stuck and whether I had strong arms. I have been there ever since."
        ),
        "Has the river changed much?",
        (
            "It is lower in the summer and higher in the winter, or that is how it looks from "
            "where I stand, and the trout have gone up to the bridge where the water is colder."
        ),
        "What will you miss most?",
        (
            "The sound at four in the afternoon, when the stones stop and the whole house goes "
            "quiet, and you can hear the jackdaws on the roof begin to argue about it."
        ),
        "And the least?",
        "Flour.",
        "What happens to the wheel now?",
        (
            "They say that it will turn again for the visitors on Sundays, though nobody has "
            "asked me how, and there are only two of us left who know where to put the grease."
        ),
    )
    menu, title, head, body, foot = PAGES["en"]
    box = "READ MORE: The ten prettiest mills in the valley"
    page = "\n\n".join([menu, title, head, body[0], *asked[:6], box, *asked[6:], foot])
    kept = [each.text for each in newsclean.clean(page).paragraphs]
    assert kept == [body[0], *asked]


SIGNED = [
    ("en", "With love and ash,", "Marigold", "Marigold Reed"),
    ("en", "Yours from the shed,", "Anna", None),
    ("de", "Herzliche Grüße,", "Katrin", None),
    ("fr", "Bien à vous tous,", "Élodie", None),
]


@pytest.mark.parametrize(("language", "greeting", "name", "byline"), SIGNED)
def test_the_name_below_a_greeting_stays_with_it(
    language: str, greeting: str, name: str, byline: str | None
) -> None:
    lines = lines_of(LEAD, MIDDLE, LAST, greeting, name, "About the author", "Follow")
    metadata = Metadata(byline=Field(byline, "text")) if byline else Metadata()
    kept = [True, True, True, True, False, False, False]
    likely = [0.9, 0.9, 0.9, 0.4, 0.06, 0.01, 0.01]
    record = record_of(lines, kept, language, probabilities=likely, metadata=metadata)
    assert closing(record) == {4}


@pytest.mark.parametrize(
    ("last", "below"),
    [
        ("With love and ash,", "Subscribe"),
        ("With love and ash,", "Anna writes about kilns and ash."),
        ("With love and ash", "Anna"),
        ("He said that the kiln, which stood in the shed, was old,", "Anna"),
    ],
)
def test_no_other_line_signs(last: str, below: str) -> None:
    lines = lines_of(LEAD, MIDDLE, LAST, last, below, "Follow")
    likely = [0.9, 0.9, 0.9, 0.4, 0.06, 0.01]
    record = record_of(lines, [True] * 4 + [False] * 2, probabilities=likely)
    assert closing(record) == set()


NOTED = [
    (
        "Vijesti\n\nStari mlin postaje glazbena škola\n\nAutor: Ana Horvat\n\n4. ožujka 2025.",
        (
            (
                "Mlin na Kupi, prazan otkako je 1987. izašla posljednja vreća, postat će glazbena "
                "škola, odlučilo je u utorak navečer općinsko vijeće."
            ),
            (
                "Radovi vrijedni tri milijuna eura počinju u lipnju i trajat će dvije godine. "
                "Staro kolo teško devet tona ostaje na svojem mjestu."
            ),
            (
                "Protivnici kažu da bi novac trebalo uložiti u most koji svake zime poplavi. "
                "Odluka je donesena s devet glasova prema četiri."
            ),
            (
                "Upisi u školu počinju iduće jeseni, a prvi će koncert biti u dvorištu mlina, pod "
                "lipom koju je posadio posljednji mlinar."
            ),
        ),
        "Intervju je autoriziran.",
    ),
    (
        "Novice\n\nStari mlin bo glasbena šola\n\nAvtor: Ana Novak\n\n4. marca 2025",
        (
            (
                "Mlin na Krki, ki je prazen, odkar je leta 1987 iz njega odšla zadnja vreča, bo "
                "glasbena šola, je v torek zvečer odločil občinski svet."
            ),
            (
                "Dela za tri milijone evrov se bodo začela junija in bodo trajala dve leti. Staro "
                "kolo, težko devet ton, ostaja na svojem mestu."
            ),
            (
                "Nasprotniki pravijo, da bi morali denar vložiti v most, ki ga vsako zimo poplavi. "
                "Odločitev je bila sprejeta z devetimi glasovi proti štirim."
            ),
            (
                "Vpis v šolo se bo začel prihodnjo jesen, prvi koncert pa bo na dvorišču mlina pod "
                "lipo, ki jo je posadil zadnji mlinar."
            ),
        ),
        "Novico dopolnjujemo.",
    ),
]


@pytest.mark.parametrize(("head", "body", "note"), NOTED)
def test_a_note_that_the_networks_left_out_does_not_come_back(
    head: str, body: tuple[str, ...], note: str
) -> None:
    """Readers keep short sentences at the end; what the sentence says is asked all the same."""
    article = newsclean.clean("\n\n".join((head, *body, note)))
    assert article.text.split("\n\n") == list(body)
