"""The language of a text, and what users write for a language."""

from __future__ import annotations

import time

import pytest

from newsclean import languages
from newsclean.errors import UsageError

TEXTS = {
    "en": "The council said on Monday that the bridge would stay closed until the repairs are done.",
    "de": "Der Rat sagte am Montag, dass die Brücke bis zum Ende der Arbeiten gesperrt bleibt.",
    "fr": "Le conseil a dit lundi que le pont resterait fermé jusqu'à la fin des travaux.",
    "es": "El consejo dijo el lunes que el puente seguirá cerrado hasta que terminen las obras.",
    "it": "Il consiglio ha detto lunedì che il ponte resterà chiuso fino alla fine dei lavori.",
    "pt": "O conselho disse na segunda-feira que a ponte vai ficar fechada até ao fim das obras.",
    "nl": "De raad zei maandag dat de brug dicht blijft tot het werk klaar is.",
    "da": "Rådet sagde mandag, at broen bliver lukket, indtil arbejdet er gjort færdigt af firmaet.",
    "nb": "Rådet sa mandag at broen blir stengt til arbeidet er gjort ferdig av selskapet.",
    "sv": "Rådet sade på måndagen att bron kommer att vara stängd tills arbetet är klart.",
    "fi": "Neuvosto sanoi maanantaina, että silta on kiinni siihen asti kun työt ovat valmiit.",
    "pl": "Rada powiedziała w poniedziałek, że most będzie zamknięty do czasu, gdy prace się skończą.",
    "cs": "Rada v pondělí řekla, že most bude uzavřen, dokud práce neskončí, protože není bezpečný.",
    "sk": "Rada v pondelok povedala, že most bude zatvorený, kým sa práce neskončia, pretože nie je bezpečný.",
    "ru": "Совет сказал в понедельник, что мост будет закрыт, пока не закончат работы.",
    "uk": "Рада сказала в понеділок, що міст буде закритий, доки не закінчать роботи.",
    "bg": "Съветът каза в понеделник, че мостът ще бъде затворен, докато не свършат работата по него.",
    "tr": "Belediye pazartesi günü köprünün onarım bitene kadar kapalı olacağını ve bunun çok uzun sürmeyeceğini söyledi.",
    "id": "Dewan mengatakan pada hari Senin bahwa jembatan itu akan ditutup sampai pekerjaan selesai.",
    "hu": "A tanács hétfőn azt mondta, hogy a híd zárva lesz, amíg a munka el nem készül.",
    "ro": "Consiliul a spus luni că podul va fi închis până când lucrările sunt gata.",
    "hr": "Vijeće je u ponedjeljak reklo da će most biti zatvoren dok radovi ne budu gotovi.",
    "vi": "Hội đồng cho biết hôm thứ Hai rằng cây cầu sẽ bị đóng cho đến khi công việc được làm xong.",
    "el": "Το συμβούλιο είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή.",
    "ja": "橋は工事が終わるまで閉鎖されると市議会は月曜日に述べた。",
    "zh": "市议会星期一表示，大桥将关闭至工程结束。",
    "ko": "시의회는 공사가 끝날 때까지 다리를 폐쇄한다고 월요일에 밝혔다.",
    "ar": "قال المجلس يوم الاثنين إن الجسر سيبقى مغلقا حتى نهاية العمل.",
    "fa": "شورا روز دوشنبه گفت که پل تا پایان کار بسته می‌ماند.",
    "he": "המועצה אמרה ביום שני שהגשר יישאר סגור עד סוף העבודות.",
    "hi": "परिषद ने सोमवार को कहा कि काम पूरा होने तक पुल बंद रहेगा।",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=list(TEXTS))
def test_one_sentence_tells_the_language(code, text):
    """A sentence of news is enough, also between neighbours such as Danish and Norwegian."""
    assert languages.detect(text) == code


def test_prose_outweighs_menus():
    """An English menu around a German article leaves the page German."""
    menu = "Home\nNews\nSports\nAbout us\nSign in to your account\nThe best of the week\n" * 30
    assert languages.detect(menu + (TEXTS["de"] + " ") * 6 + "\n" + menu) == "de"


@pytest.mark.parametrize("text", ["", "12:30 – 14:00", "Qwv xkz", "\ud800 \x00"])
def test_a_text_that_tells_nothing_gets_the_default(text):
    """Numbers and noise are no language."""
    assert languages.detect(text) == "en"
    assert languages.detect(text, default="fi") == "fi"


def test_detection_costs_little_on_a_long_text():
    """A megabyte is judged by its longest lines, in milliseconds."""
    text = (TEXTS["nl"] + "\n") * 12_000
    languages.detect(text)
    start = time.process_time()
    assert languages.detect(text) == "nl"
    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("zh_Hant_TW", "zh"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("German", "de"),
        ("deutsch", "de"),
        ("deu", "de"),
        (" Norwegian ", "nb"),
        ("norwegian bokmål", "nb"),
    ],
)
def test_codes_and_names_of_a_language_are_understood(written, code):
    """Region tags, three letters, English and own names all lead to the code."""
    assert languages.normalise(written) == code


@pytest.mark.parametrize(
    ("written", "hint"), [("germn", "German (de)"), ("dx", "de"), ("klingon", "ISO 639-1")]
)
def test_an_unknown_language_is_refused_with_the_nearest(written, hint):
    """The message names what was probably meant."""
    with pytest.raises(UsageError, match=r"no language is called") as caught:
        languages.normalise(written)
    assert hint in str(caught.value)


def test_every_code_has_a_name():
    """Notes speak of German, not of de; an unknown code stands for itself."""
    assert languages.name("de") == "German"
    assert languages.name("no") == "Norwegian"
    assert languages.name("xx") == "xx"
    assert all(languages.name(code) != code for code in languages.known())
