"""Names that the case tells to be no speakers, in languages without articles."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.quotes import find

_QUOTE = {
    "ru": "«Мы не будем переносить выборы на другой день», — {}.",
    "uk": "«Ми не будемо переносити вибори на інший день», — {}.",
    "pl": "„Nie będziemy przenosić wyborów na inny dzień” – {}.",
    "cs": "„Nebudeme přesouvat volby na jiný den ani rok,“ {}.",
}


def speaker(language: str, clause: str, rest: str = "") -> str | None:
    """Who says the one quote of a text."""
    return find(_QUOTE[language].format(clause) + rest, language)[0].speaker


@pytest.mark.parametrize(
    ("language", "clause", "said_by"),
    [
        ("ru", "сказал глава Центризбиркома", "глава Центризбиркома"),
        ("ru", "сообщила пресс-секретарь Росавиации", "пресс-секретарь Росавиации"),
        ("ru", "отметил министр обороны Германии", "министр обороны Германии"),
        ("ru", "сообщил представитель Белого дома", "представитель Белого дома"),
        ("uk", "наголосив речник Укрзалізниці", "речник Укрзалізниці"),
        ("uk", "сказав голова Нафтогазу", "голова Нафтогазу"),
        ("pl", "powiedział rzecznik Gazpromu", "rzecznik Gazpromu"),
        ("pl", "zapewnił rzecznik Komisji Europejskiej", "rzecznik Komisji Europejskiej"),
        ("cs", "řekla mluvčí Policie", "mluvčí Policie"),
        ("cs", "uvedl trenér Sparty", "trenér Sparty"),
    ],
)
def test_a_body_behind_an_office_does_not_speak(language: str, clause: str, said_by: str) -> None:
    """Who has the office speaks; without a name the office is printed with its body."""
    assert speaker(language, clause) == said_by


@pytest.mark.parametrize(
    ("language", "clause", "said_by"),
    [
        ("ru", "сказал министр Петров", "Петров"),
        ("ru", "сказала министр Петрова", "Петрова"),
        ("ru", "предложил глава Центризбиркома Павел Орлов", "Павел Орлов"),
        ("uk", "зазначила речниця Нафтогазу Олена Бойко", "Олена Бойко"),
        ("pl", "powiedział rzecznik Kowalski", "Kowalski"),
        ("pl", "powiedziała posłanka Nowakowska", "Nowakowska"),
        ("cs", "řekl ministr Novák", "Novák"),
        ("cs", "řekl šéf Gazpromu Alexej Miller", "Alexej Miller"),
    ],
)
def test_a_name_that_agrees_with_its_office_speaks(
    language: str, clause: str, said_by: str
) -> None:
    """A family name in the nominative is the speaker's, whatever body stands before it."""
    assert speaker(language, clause) == said_by


@pytest.mark.parametrize(
    ("language", "clause", "rest", "said_by"),
    [
        (
            "ru",
            "сказал премьер Берлускони",
            " Позже Сильвио Берлускони ушел.",
            "Сильвио Берлускони",
        ),
        ("pl", "powiedział prezydent Duda", " Andrzej Duda był wczoraj tu.", "Andrzej Duda"),
        ("cs", "řekl ředitel Svoboda", " Petr Svoboda dorazil včera.", "Petr Svoboda"),
    ],
)
def test_a_name_that_only_looks_inflected_speaks(
    language: str, clause: str, rest: str, said_by: str
) -> None:
    """What the article has as somebody's name elsewhere is no body, however it ends."""
    assert speaker(language, clause, rest) == said_by


@pytest.mark.parametrize(
    ("language", "clause", "said_by"),
    [
        ("ru", "сообщил Интерфаксу источник в Минтрансе", "источник в Минтрансе"),
        ("ru", "рассказал Интерфаксу полковник Вадим Коваль", "Вадим Коваль"),
        ("ru", "рассказал водитель Соколова", "водитель Соколова"),
        ("ru", "сказал он журналистам в Брюсселе", None),
        ("uk", "розповів Суспільному голова громади Петро Бойко", "Петро Бойко"),
        ("pl", "powiedział mecenas Jana Kowalskiego", "mecenas Jana Kowalskiego"),
        ("cs", "řekl advokát Petra Nováka", "advokát Petra Nováka"),
    ],
)
def test_nobody_speaks_in_another_case(language: str, clause: str, said_by: str | None) -> None:
    """Not who is told, where it was said, or whose driver speaks."""
    assert speaker(language, clause) == said_by


@pytest.mark.parametrize(
    ("language", "told", "clause", "said_by"),
    [
        ("ru", "Министр Ярослав Бордюг выступил. ", "уточнил министр", "Ярослав Бордюг"),
        ("uk", "Міністр Олена Бойко виступила. ", "сказала міністр", "Олена Бойко"),
        ("pl", "Badanie prowadzi Przemysław Bąbel. ", "mówi naukowiec", "Przemysław Bąbel"),
        ("cs", "Ministr Petr Novák přišel. ", "řekl ministr", "Petr Novák"),
    ],
)
def test_an_office_alone_is_whoever_was_named(
    language: str, told: str, clause: str, said_by: str
) -> None:
    """Where there are no articles, "the minister" is the one of whom the article tells."""
    assert find(told + _QUOTE[language].format(clause), language)[-1].speaker == said_by


@pytest.mark.parametrize(
    ("language", "clause", "said_by"),
    [
        ("ru", "сказал тренер «Спартака» Олег Романцев", "Олег Романцев"),
        ("uk", "сказав тренер «Динамо» Олег Луцький", "Олег Луцький"),
        ("pl", "powiedział prezes „Orła” Jan Kowalski", "Jan Kowalski"),
        ("ru", "сообщил директор клуба «Нева» Борис Фомин", "Борис Фомин"),
        ("uk", "сказав директор музею «Стара хата» Олег Бойко", "Олег Бойко"),
        ("pl", "powiedział prezes klubu „Orzeł” Jan Kowalski", "Jan Kowalski"),
        ("pl", "mówi prezes Związku Hodowców w Krakowie Alicja Nowak", "Alicja Nowak"),
    ],
)
def test_the_name_behind_a_body_speaks(language: str, clause: str, said_by: str) -> None:
    """A body in marks or with a place parts an office from its bearer."""
    assert speaker(language, clause) == said_by


def test_a_doctor_is_no_office() -> None:
    """A title stands before a name that only looks inflected."""
    text = "Badanie prowadził Giovambattista Rossi. " + _QUOTE["pl"].format("mówi dr Rossi")
    assert find(text, "pl")[-1].speaker == "Giovambattista Rossi"


@pytest.mark.parametrize(
    ("language", "clause", "name", "role"),
    [
        ("ru", "отметил министр финансов Антон Силуанов", "Антон Силуанов", "министр финансов"),
        ("uk", "заявив голова громади Петро Бойко", "Петро Бойко", "голова громади"),
        ("pl", "powiedział PAP prezes spółki Jan Nowak", "Jan Nowak", "prezes spółki"),
        ("cs", "řekl ČTK starosta obce Petr Jelen", "Petr Jelen", "starosta obce"),
        ("cs", "řekl bývalý ministr obrany Petr Novák", "Petr Novák", "bývalý ministr obrany"),
    ],
)
def test_an_office_is_printed_with_what_it_is_of(
    language: str, clause: str, name: str, role: str
) -> None:
    """Words in the genitive belong to an office before a name; who was told does not."""
    quote = find(_QUOTE[language].format(clause), language)[0]
    assert (quote.speaker, quote.role) == (name, role)


def test_the_expert_may_have_an_office_as_well() -> None:
    """What many are besides is said of whoever was just told of, an office is not."""
    told = "Badanie prowadzi Przemysław Bąbel, kierownik zespołu. "
    assert find(told + _QUOTE["pl"].format("mówi naukowiec"), "pl")[0].speaker == "Przemysław Bąbel"
    assert find(told + _QUOTE["pl"].format("mówi minister"), "pl")[0].speaker != "Przemysław Bąbel"


def test_a_place_behind_its_mayor_is_no_mayor() -> None:
    """The name in apposition to a village is the village's."""
    text = "Starosta obce Horní Lhota nechal zamknout rozhlednu. Horní Lhota leží v kopcích. "
    assert find(text + _QUOTE["cs"].format("řekl"), "cs")[0].speaker is None


def test_an_office_in_html_is_whoever_has_it_in_the_article() -> None:
    """The body's chief is the one whom the article names with that office."""
    page = (
        "<html lang=ru><body><article><h1>Выборы пройдут в срок</h1>"
        "<p>Глава Центризбиркома Павел Орлов открыл заседание в среду утром в Москве. "
        "Он рассказал о подготовке участков и о том, как будут считать голоса.</p>"
        "<p>«Мы не будем переносить выборы на другой день», — сказал глава Центризбиркома.</p>"
        "<p>«Поставки бюллетеней идут по графику», — заявил представитель Газпрома.</p>"
        "</article></body></html>"
    )
    said_by = [quote.speaker for quote in newsclean.digest(page).quotes]
    assert said_by == ["Павел Орлов", "представитель Газпрома"]


@pytest.mark.parametrize(
    ("language", "clause", "rest", "said_by"),
    [
        ("ru", "заявил Нетаньяху", " Нетаньяху прилетел в Карлсби.", "Нетаньяху"),
        ("ru", "рассказал Роналду журналистам", " Роналду забил гол.", "Роналду"),
        ("ru", "сказал Роналду", " Криштиану Роналду забил гол.", "Криштиану Роналду"),
        ("uk", "заявив Нетаньягу", " Нетаньягу прилетів до міста.", "Нетаньягу"),
        ("ru", "рассказал Интерфаксу Петров", "", "Петров"),
        ("ru", "сообщил Интерфаксу источник в банке", "", "источник в банке"),
    ],
)
def test_a_name_that_ends_like_a_dative_speaks_where_it_is_a_subject_elsewhere(
    language: str, clause: str, rest: str, said_by: str
) -> None:
    """Such a name does not change: whoever did something is not the one who was told."""
    assert speaker(language, clause, rest) == said_by


@pytest.mark.parametrize(
    ("language", "told", "clause", "said_by"),
    [
        (
            "ru",
            "Президент Илья Котов принял гостей.",
            "заявил президент Сербии",
            "президент Сербии",
        ),
        ("ru", "Президент Илья Котов принял гостей.", "заявил президент США", "президент США"),
        ("uk", "Міністр Петро Бойко прибув.", "заявив міністр Польщі", "міністр Польщі"),
        ("pl", "Trener Jan Nowak przyjechał.", "powiedział trener Legii", "trener Legii"),
        ("pl", "Prezydent Jan Nowak przyjechał.", "powiedział prezydent USA", "prezydent USA"),
        ("cs", "Premiér Petr Jelen přijel.", "řekl premiér Polska", "premiér Polska"),
        # whom the article names with that body, before or behind the office's own words
        ("ru", "Президент Сербии Илья Котов прибыл.", "заявил президент Сербии", "Илья Котов"),
        ("ru", "Вошёл Илья Котов, президент Сербии.", "заявил президент Сербии", "Илья Котов"),
        ("pl", "Trener Legii Jan Nowak przyjechał.", "powiedział trener Legii", "Jan Nowak"),
        ("pl", "Prezydent USA Jan Nowak przyjechał.", "powiedział prezydent USA", "Jan Nowak"),
        ("cs", "Premiér Petr Jelen přijel.", "řekl premiér", "Petr Jelen"),
    ],
)
def test_an_office_with_its_body_is_nobody_with_the_bare_office(
    language: str, told: str, clause: str, said_by: str
) -> None:
    """Who is told of as "President" is not "the president of Serbia" whom he meets."""
    text = f"{told} " + _QUOTE[language].format(clause)
    assert find(text, language)[-1].speaker == said_by


@pytest.mark.parametrize(
    ("language", "first", "then", "said_by", "role"),
    [
        ("ru", "сказал тренер Гвардиола", "добавил Гвардиола", "Гвардиола", "тренер"),
        ("uk", "сказав міністр Кулеба", "додав Кулеба", "Кулеба", "міністр"),
        ("pl", "powiedział prezydent Duda", "dodał Duda", "Duda", "prezydent"),
        ("cs", "řekl premiér Fiala", "dodal Fiala", "Fiala", "premiér"),
    ],
)
def test_a_name_alone_behind_a_verb_is_a_surname(
    language: str, first: str, then: str, said_by: str, role: str
) -> None:
    """Where the name speaks without its office, both quotes are of one speaker."""
    text = " ".join(_QUOTE[language].format(clause) for clause in (first, then))
    told = [(quote.speaker, quote.role) for quote in find(text, language)]
    assert told == [(said_by, role)] * 2


@pytest.mark.parametrize(
    ("language", "told", "clause", "said_by"),
    [
        ("ru", "Обама приехал в среду.", "сказал президент Обама", "Обама"),
        ("pl", "Duda przyjechał w środę.", "powiedział prezydent Duda", "Duda"),
        ("cs", "Svoboda přijel ve středu.", "řekl trenér Svoboda", "Svoboda"),
        # a case that no subject is in, behind its verb or not
        ("ru", "Сербии нужен газ.", "сказал президент Сербии", "президент Сербии"),
        ("cs", "Polska se to netýká.", "řekl premiér Polska", "premiér Polska"),
        ("pl", "Zapytał Gazpromu.", "powiedział rzecznik Gazpromu", "rzecznik Gazpromu"),
    ],
)
def test_a_subject_is_a_surname(language: str, told: str, clause: str, said_by: str) -> None:
    """A name that opens a sentence before its verb is no case of another name."""
    text = f"{told} " + _QUOTE[language].format(clause)
    assert find(text, language)[-1].speaker == said_by
