"""Verbs in two parts behind a quote, reported speech that leads to the next, Turkish verbs."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

BEHIND = {
    "zitieren": "„Dieses Amt ist ein großes Vertrauen“, ließ sich Paul Weinert vom Haus zitieren.",
    "verlauten": "„Dieses Amt ist ein großes Vertrauen“, ließ Paul Weinert am Abend verlauten.",
    "wissen": "„Dieses Amt ist ein großes Vertrauen“, ließ Paul Weinert uns wissen.",
    "bekannt": "„Dieses Amt ist ein großes Vertrauen“, gab Paul Weinert am Montag bekannt.",
}


@pytest.mark.parametrize("name", BEHIND)
def test_a_verb_in_two_parts_has_its_subject_behind_a_quote(name: str) -> None:
    """German puts the other part at the end of the clause."""
    assert find(BEHIND[name], "de")[0].speaker == "Paul Weinert"


def test_a_first_part_with_another_word_is_no_verb_of_speech() -> None:
    """What a clause ends with tells what its verb is."""
    said = "„Dieses Amt ist ein großes Vertrauen“, ließ Paul Weinert kalt."
    assert find(said, "de")[0].cue is None


_SAID = "„Der Stoff macht abhängig und greift das Herz an“, sagte Jan Streck. "
_LED = "„Wenn ein Sänger das so offen sagt, hilft es den Kranken sehr.“"


def test_whom_the_sentence_before_is_about_is_reported() -> None:
    """Reported speech behind "Eva Lindt contradicted" is hers."""
    text = f"{_SAID}Eva Lindt widersprach. Das sei falsch: {_LED}"
    assert find(text, "de")[1].speaker == "Eva Lindt"


def test_a_joined_verb_has_the_subject_of_its_clause() -> None:
    """Whom she quoted is not who speaks."""
    text = (
        "Ricarda Lindt störte sich am Ton. In einem Brief zitierte sie den Abgeordneten Max Orth, "
        "empfahl ihm und seiner Partei: „Legt das Papier weg und geht nach Hause zu den Kindern.“"
    )
    assert find(text, "de")[0].speaker == "Ricarda Lindt"


@pytest.mark.parametrize("verb", ["ifadelerini kullandı", "değerlendirmesinde bulundu"])
def test_turkish_verbs_of_two_words_end_a_quote(verb: str) -> None:
    """They stand behind it, and its speaker before it."""
    text = f'Selim Kaya dün konuştu. Bilgi veren Kaya, "Bu yıl dört bin satış oldu." {verb}.'
    assert find(text, "tr")[0].speaker == "Selim Kaya"


def test_what_is_sung_is_not_the_only_speaker_s() -> None:
    """A line of a song is nobody's statement."""
    said = "„Wir kommen im Mai wieder in die Stadt“, sagte Nina Huber. "
    text = f"{said}Dann ging sie. {said}\nDas Loblied ist nicht zu Ende. Es hat viele Strophen.\n"
    sung = "„Wir im Süden bauen die besten Wagen der Welt“, sangen die Fünf."
    assert find(text + sung, "de")[-1].speaker is None


def test_a_psychologist_is_who_was_told_to_be_one() -> None:
    """Polish has no article: its roles must be known for a quote to be somebody's."""
    text = (
        "Badanie prowadzi Adam Malicki, kierownik zespołu. Słabszy ból bywa mniej dotkliwy. "
        '"Emocje powinny mieć największy wpływ właśnie na poziom bólu" - tłumaczył psycholog.'
    )
    assert find(text, "pl")[0].speaker == "Adam Malicki"
