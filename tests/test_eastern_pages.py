"""What pages in Russian, Ukrainian, Greek, Hungarian and the Baltic languages print."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.content_type import shape_of
from newsclean.cleaning.furniture.remove import without_furniture
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.dates import find_dates
from records import LAST, LEAD, MIDDLE, lines_of, record_of


@pytest.mark.parametrize(
    ("language", "line", "reason"),
    [
        ("et", "Samal teemal: Miks sild põhjatuules laulab", "related articles"),
        ("lv", "Vairāk par tēmu: Kāpēc tilts ziemeļvējā dzied", "related articles"),
        ("lt", "Daugiau šia tema: Kodėl tiltas dainuoja pučiant šiaurės vėjui", "related articles"),
        ("hu", "Ez is érdekelheti: Miért énekel a híd az északi szélben", "related articles"),
        ("el", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Γιατί τραγουδά η γέφυρα", "related articles"),
        ("uk", "Вас може зацікавити: Чому міст співає на північному вітрі", "related articles"),
        ("ru", "Вам будет интересно: Почему мост поёт на северном ветру", "related articles"),
        ("et", "Jälgi meid Facebookis ja Instagramis, et uudised jõuaksid sinuni", "newsletter"),
        ("lv", "Seko mums Facebook un Instagram, lai ziņas sasniegtu tevi pirmo", "newsletter"),
        ("lt", "Sekite mus Facebook ir Instagram, kad naujienos jus pasiektų", "newsletter"),
        ("lt", "Tiltas per upę žiemą. P. Lapės nuotr.", "caption"),
        ("el", "Η γέφυρα του Βράχου το πρωί. | ΦΩΤΟ: Άρης Μάνος", "caption"),
        ("lv", "Precizējums: tilts uzcelts 1911. gadā, nevis 1912. gadā.", "editorial note"),
    ],
)
def test_what_is_not_of_the_article_goes(language: str, line: str, reason: str) -> None:
    lines = lines_of(LEAD, line, MIDDLE, LAST)
    record = record_of(lines, [True] * len(lines), language, probabilities=[0.6] * len(lines))
    causes = without_furniture(record).causes
    assert {lines[at].text: cause[0] for at, cause in causes.items()} == {line: reason}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("et", "Samal teemal rääkis vallavanem koosolekul pikalt ja põhjalikult."),
        ("lv", "Par tēmu runāja arī domes priekšsēdētājs, bet klausītāju bija maz."),
        ("lt", "Skaitykite lėtai, prašė mokytoja, ir visi nutilo."),
        ("hu", "Korábban írtuk a levelet, mint hogy a hidat lezárták."),
        ("el", "Διάβασε το γράμμα δύο φορές και ύστερα το έκαψε."),
        ("uk", "Раніше писали чорнилом, тепер ніхто не пише."),
        ("ru", "На фотографии видно, как мост уходит под воду."),
    ],
)
def test_sentences_with_the_same_words_stay(language: str, line: str) -> None:
    lines = lines_of(LEAD, line, MIDDLE, LAST)
    record = record_of(lines, [True] * len(lines), language, probabilities=[0.6] * len(lines))
    assert not without_furniture(record).causes


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("Ceturtdien, 2024. gada 5. martā, 10:20", "lv", "2024-03-05"),
        ("5. jaanuaril 2024", "et", "2024-01-05"),
        ("ΣΑΒΒΑΤΟ 11 ΜΑΪΟΥ 2024", "el", "2024-05-11"),
        ("2024 gegužė 3", "lt", "2024-05-03"),
        ("2024 05 03 10:20", "lt", "2024-05-03"),
        ("Uppdaterad 3/5 2024", "sv", "2024-05-03"),
        ("2024, 3. mai", "et", "2024-05-03"),
    ],
)
def test_days_are_read(text: str, language: str, iso: str) -> None:
    assert [date.iso for date in find_dates(text, language)] == [iso]


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Intervjueeris Liisi Kask", "et", "Liisi Kask"),
        ("Sagatavoja Dace Medne", "lv", "Dace Medne"),
        ("Kalbino Mantas Šilingas", "lt", "Mantas Šilingas"),
        ("Lejegyezte Vadász Réka", "hu", "Vadász Réka"),
        ("Γράφουν Άννα Βεργή", "el", "Άννα Βεργή"),
        ("Розмову вела Ірина Захарчук", "uk", "Ірина Захарчук"),
        ("Подготовила Ольга Савельева", "ru", "Ольга Савельева"),
    ],
)
def test_who_has_written_it(line: str, language: str, names: str) -> None:
    assert read_byline(line, language) == names


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (
            (
                "Kaansoo vald teatas esmaspäeval, et rahvamaja suletakse talveks.",
                '"Kui katus alla tuleb, ei päästa meid miski," ütles vallavanem Tiiu Kivisild.',
                '"Tantsijad peavad leppima võimlaga," lisas ta.',
                "Ehitusinsener Priit Orav selgitas: „Sarikad on läbi mädanenud.“",
            ),
            ["Tiiu Kivisild", "Tiiu Kivisild", "Priit Orav"],
        ),
        (
            (
                "Ozolkalna pašvaldība pirmdien paziņoja, ka bērnudārzs durvis vērs nākamgad.",
                '"Mēs gaidījām divus gadus," sacīja domes priekšsēdētāja Ilze Kalnapure.',
                'Viņa piebilda: "Sods būs ļoti bargs, un mēs to panāksim."',
                "„Bites jau nav vainīgas,” stāstīja Rasma Upīte no Kuldīgas.",
            ),
            ["Ilze Kalnapure", "Ilze Kalnapure", "Rasma Upīte"],
        ),
        (
            (
                "Girėnų savivaldybė pirmadienį paskelbė, kad miesto baseinas bus uždarytas.",
                "„Stogas gali įgriūti bet kurią dieną“, – sakė meras Arvydas Grincevičius.",
                "Pasak jo, lankytojai važinės kitur. „Autobusas bus nemokamas“, – pridūrė jis.",
                "„Žmonės vis dar nesupranta pavojaus“, – piktinosi vadovė Eglė Vaitkutė.",
            ),
            ["Arvydas Grincevičius", "Arvydas Grincevičius", "Eglė Vaitkutė"],
        ),
    ],
)
def test_who_says_it(paragraphs: tuple[str, ...], speakers: list[str]) -> None:
    quotes = newsclean.digest("\n\n".join(paragraphs)).quotes
    assert [quote.speaker for quote in quotes] == speakers


def test_sentences_with_two_commas_each_are_no_table() -> None:
    lines = [f"Tilts, kas bija vecs, jau {number} gadus stāv tukšs." for number in range(8)]
    assert shape_of("\n".join(lines)) is None
    assert shape_of("\n".join(f"tilts,vecs,{number}" for number in range(8))) == "a table"


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [
        (
            "“Nobody remembers such a flock,” says her husband, forester Stephen Brook.",
            "Stephen Brook",
        ),
        ("«Такого не помнит никто», — говорит её муж, лесник Степан Ветров.", "Степан Ветров"),
        ("«Такого не пам'ятає ніхто», — каже її чоловік, лісник Степан Вітрюк.", "Степан Вітрюк"),
        ("„Takiego stada nie pamięta nikt” – mówi jej mąż, leśnik Stefan Wiatr.", "Stefan Wiatr"),
        ('"Sellist parve ei mäleta keegi," ütleb tema abikaasa, metsavaht Jaan Tuul.', "Jaan Tuul"),
    ],
)
def test_a_relative_and_what_they_do_before_the_name(quote: str, speaker: str) -> None:
    assert [found.speaker for found in newsclean.digest(quote).quotes] == [speaker]


@pytest.mark.parametrize(
    ("before", "quote", "speaker"),
    [
        ("Ο δήμαρχος Στέφανος Βετής", "είπε ο ίδιος", "Στέφανος Βετής"),
        ("Η βιολόγος Ελένη Δρακάτου", "ομολογεί η ίδια", "Ελένη Δρακάτου"),
    ],
)
def test_a_pronoun_with_an_article(before: str, quote: str, speaker: str) -> None:
    text = f"{before} ζήτησε έλεγχο. «Κάθε άνοιξη φοβάμαι τα χειρότερα», {quote}."
    assert [found.speaker for found in newsclean.digest(text).quotes] == [speaker]


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [
        (
            "Pasak pirmininko Mindaugo Jablonskio, „pažeidimų buvo mažai, bet visi jie tirti“",
            "Mindaugas Jablonskis",
        ),
        (
            "Anot Seimo narės Rasos Petraitytės, „įstatymą reikia keisti iš pagrindų“",
            "Rasa Petraitytė",
        ),
        (
            "Tomo Grincevičiaus teigimu, „pinigų užteks tik iki rudens, vėliau teks skolintis“",
            "Tomas Grincevičius",
        ),
        ('Pēc vadītāja Jāņa Bērziņa teiktā, "pārkāpumu bija maz"', "Jānis Bērziņš"),
        ('Pēc deputātes Ilzes Kalnapures domām, "likums jāmaina"', "Ilze Kalnapure"),
    ],
)
def test_names_in_a_genitive(quote: str, speaker: str) -> None:
    lithuanian = (
        "Komisija antradienį paskelbė rezultatus, kurių visi laukė nuo praėjusios savaitės."
    )
    latvian = "Komisija otrdien paziņoja rezultātus, kurus visi gaidīja kopš pagājušās nedēļas."
    before = latvian if quote.startswith("Pēc") else lithuanian
    assert [found.speaker for found in newsclean.digest(f"{before} {quote}.").quotes] == [speaker]
