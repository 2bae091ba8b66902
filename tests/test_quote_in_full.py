"""A family name alone -> with the first name that the page has elsewhere, in whatever case."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_SAID = {
    "cs": "„Naším zájmem je co nejrychlejší předání celé moci,“ řekl{} {}.",
    "de": "„Wir haben zwei Jahre lang nichts kontrolliert“, gestand{} {}.",
    "en": "“We never saw the rocks until it was far too late,”{} {} said.",
    "fi": "”Yksi järvi ja yksi laatu ei riitä mihinkään”,{} {} kirjoittaa.",
    "fr": "« Nous savions que ces papiers ne valaient rien », a dit{} {}.",
    "pl": "„Zrobimy wszystko, żeby ludzie wrócili do domu” – powiedział{} {}.",
    "ru": "«Мы сделаем всё, чтобы люди вернулись домой», — сказал{} {}.",
    "sv": "”Vi har aldrig sett något sådant här i hela livet”, säger{} {}.",
    "tr": '"34 yıl yoklama aldım, kim burada, kim yok, bilirim" dedi{} {}.',
    "uk": "«Ми зробимо все, щоб люди повернулися додому», — сказав{} {}.",
}


def _who(language: str, text: str, name: str, ending: str = "", **page: str) -> str | None:
    said = _SAID[language].format(ending, name)
    return find(f"{text} {said}".strip(), language, **page)[-1].speaker


@pytest.mark.parametrize(
    ("language", "text", "name", "ending", "speaker"),
    [
        ("cs", "Podle ministra financí Zbyňka Straky to nejde.", "Straka", "", "Zbyněk Straka"),
        ("cs", "Podle ministra financí Petra Nového to nejde.", "Nový", "", "Petr Nový"),
        ("cs", "Podle ředitelky Marie Horákové to nejde.", "Horáková", "a", "Marie Horáková"),
        ("pl", "Według ministra Piotra Nowaka jest źle.", "Nowak", "", "Piotr Nowak"),
        ("ru", "По словам министра Ивана Петрова, всё плохо.", "Петров", "", "Иван Петров"),
        ("ru", "Губернатора Ивана Петрова встретили.", "Петров", "", "Иван Петров"),
        ("ru", "Директора Павла Иванченко встретили.", "Иванченко", "", "Павел Иванченко"),
        ("ru", "Жена его Анна Петрова уехала.", "Петров", "", "Петров"),
        ("uk", "За словами міністра Івана Петренка, все погано.", "Петренко", "", "Іван Петренко"),
        ("tr", "Nazlı Ermiş'in kazandığı kesinleşti.", "Ermiş", "", "Nazlı Ermiş"),
        ("fi", "Professori Maija-Liisa Toivo Oulusta tuli.", "Toivo", "", "Maija-Liisa Toivo"),
    ],
)
def test_another_case_tells_the_first_name(
    language: str, text: str, name: str, ending: str, speaker: str
) -> None:
    """Not where its gender is not that of the verb or of the family name."""
    assert _who(language, text, name, ending) == speaker


@pytest.mark.parametrize(
    ("language", "text", "name", "page", "speaker"),
    [
        ("en", "", "Vell", {"title": "The mayor, Ann Vell, resigns"}, "Ann Vell"),
        ("en", "", "Vell", {"title": "Ann Vell and Tom Vell lose"}, "Vell"),
        ("en", "", "Taylor", {"title": "Ann Taylor Greene resigns"}, "Taylor"),
        ("en", "", "Vell", {"title": "A. Vell resigns"}, "Vell"),
        (
            "en",
            "President Vell came.",
            "Vell",
            {"title": "Hunter Vell in court as President Vell speaks"},
            "Vell",
        ),
        (
            "en",
            "President Vell came.",
            "Vell",
            {"standfirst": "President Ann Vell is to speak to Tom Vell"},
            "Ann Vell",
        ),
        ("fr", "", "Rey", {"standfirst": "L'actrice Anne Rey quitte la scène."}, "Anne Rey"),
        (
            "de",
            "",
            "Fernau",
            {"standfirst": "Nicolas Fernau räumt Fehler ein."},
            "Nicolas Fernau",
        ),
        ("sv", "", "Berg", {"standfirst": "Anna Bergs bok säljer bra."}, "Anna Berg"),
        (
            "tr",
            "Bakan Uralcan geldi.",
            "Uralcan",
            {"standfirst": "Ulaştırma Bakanı Abdülkerim Uralcan konuştu."},
            "Abdülkerim Uralcan",
        ),
    ],
)
def test_headline_and_standfirst_tell_the_first_name(
    language: str, text: str, name: str, page: dict[str, str], speaker: str
) -> None:
    """Where they name one of that family only; with an office where the article has one."""
    assert _who(language, text, name, **page) == speaker


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Vell",
        "Photo: Ann Vell",
        "Ann Vell, Reporter",
        "Also in the news: Ann Vell leaves the choir",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_left_out_tells_no_first_name(line: str, *, above: bool) -> None:
    """It may name the author, the photographer or somebody of another article."""
    said = _SAID["en"].format("", "Vell")
    article = f"The boat left on Monday. {said} Vell has been mayor since May."
    text = f"{line}\n{article}" if above else f"{article}\n{line}"
    begin = text.index(article)
    quote = find(text, "en", paragraphs=[(begin, begin + len(article))])[-1]
    assert quote.speaker == "Vell"


@pytest.mark.parametrize(
    ("language", "text", "name", "speaker"),
    [
        ("en", "Vell came. The Ann Vell School was shut.", "Vell", "Vell"),
        ("en", "Vell came. The Ann Vell Bridge, named after a nurse, stood.", "Vell", "Vell"),
        ("en", "Vell came. Pupils of Ann Vell School helped.", "Vell", "Vell"),
        ("en", "Vell came. Pupils of Ann Vell High School helped.", "Vell", "Vell"),
        ("de", "Fernau kam. Die Anna Fernau Schule war zu.", "Fernau", "Fernau"),
        ("fi", "Professori Anna Toivo Oulusta tuli.", "Toivo", "Anna Toivo"),
    ],
)
def test_the_name_of_a_thing_tells_no_first_name(
    language: str, text: str, name: str, speaker: str
) -> None:
    """A school has the name of somebody else."""
    assert _who(language, text, name) == speaker


@pytest.mark.parametrize(
    ("language", "text", "name", "speaker"),
    [
        ("pl", "Przyszła Anna Kowalska.", "Kowalski", "Kowalski"),
        ("ru", "Пришла его жена Анна Петрова.", "Петров", "Петров"),
        ("cs", "Přišla Jana Nováková.", "Novák", "Novák"),
        ("ru", "Пришел Иван Петров, с ним Анна Петрова.", "Петров", "Иван Петров"),
    ],
)
def test_his_name_is_not_hers(language: str, text: str, name: str, speaker: str) -> None:
    """A woman's family name has another form than her husband's."""
    assert _who(language, text, name) == speaker
