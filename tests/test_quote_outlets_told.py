"""Papers in quotation marks that are told something: no speakers."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

TOLD = (
    ("ru", '"Подозреваемый задержан и даёт показания", - сообщил "Интерфаксу" источник в суде.'),
    ("ru", "«Мы закроем мост до самой весны», — рассказал «Известиям» собеседник в мэрии."),
    ("ru", '«Мы закроем мост до самой весны», — заявил "Эху Полей" депутат.'),
    ("ru", "«Мы закроем мост до самой весны», — сказал «Коммерсанту» Иван Петров."),
    ("ru", "«Мы закроем мост до самой весны», — рассказал вчера «Вестнику» адвокат Иван Петров."),
    ("uk", "«Ми закриємо міст до самої весни», — розповів «Віснику» Іван Петренко."),
    ("uk", "«Ми закриємо міст до самої весни», — сказав «Дзеркалу» депутат."),
    ("uk", "«Ми закриємо міст до самої весни», — повідомила «Газеті» Олена Петренко."),
    ("pl", "„Zamkniemy most aż do wiosny”, powiedział „Dziennikowi Polnemu” burmistrz."),
    ("es", "«Cerraremos el puente hasta la primavera», dijo a «El Faro» la alcaldesa."),
    ("pt", "“Vamos fechar a ponte até à primavera”, disse ao “Farol” a ministra."),
    ("en", "“We will close the bridge until the spring,” said to “The Post” the mayor."),
    ("ru", "«Мы закроем мост до самой весны», — заявил «Правде» депутат."),
    ("ru", "«Мы закроем мост до самой весны», — рассказал «Газете.Ru» депутат."),
    ("uk", "«Ми закриємо міст до самої весни», — сказав «Правді» депутат."),
)
PAPERS = (
    "Правд",
    "Газет",
    "Интер",
    "Извес",
    "Эху",
    "Дзерк",
    "Dzienn",
    "El Faro",
    "Farol",
    "The Post",
)


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_paper_in_marks_that_is_told_does_not_speak(language: str, text: str) -> None:
    """Its case or a preposition shows it."""
    assert not (find(text, language)[0].speaker or "").startswith(PAPERS)


SPEAKERS = (
    ("ru", TOLD[3][1], "Иван Петров"),
    ("ru", TOLD[4][1], "Иван Петров"),
    ("uk", TOLD[5][1], "Іван Петренко"),
    ("uk", TOLD[7][1], "Олена Петренко"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_who_stands_behind_a_paper_in_marks_speaks(language: str, text: str, speaker: str) -> None:
    """The one who told the paper is named behind it."""
    assert find(text, language)[0].speaker == speaker


WRITERS = (
    ("ru", "«Мы закроем мост до самой весны», — сообщает «Вестник полей».", "Вестник полей"),
    ("ru", "«Мы закроем мост до самой весны», — пишут «Известия».", "Известия"),
    ("uk", "«Ми закриємо міст до самої весни», — пише «Дзеркало».", "Дзеркало"),
    ("pl", "„Zamkniemy most aż do wiosny”, napisał „Dziennik Polny”.", "Dziennik Polny"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), WRITERS)
def test_a_paper_in_marks_that_writes_speaks(language: str, text: str, speaker: str) -> None:
    """The case of a subject: it is the paper that says so."""
    assert find(text, language)[0].speaker == speaker


@pytest.mark.parametrize("language", ["ru", "pl", "tr", "en"])
def test_a_text_that_ends_with_a_paper_is_read(language: str) -> None:
    """Without a full stop, and without any word behind it."""
    assert len(find("«Мы закроем мост до самой весны», — сообщил «Вестник»", language)) <= 2
    assert len(find("„Zamkniemy most aż do wiosny”, powiedział w „Gazecie”", language)) <= 2
