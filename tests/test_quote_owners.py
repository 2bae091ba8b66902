"""Whose a name is: no owner with what is theirs, no place, no paper, nobody who was only met."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_LATE = "We never saw the rocks until it was far too late to turn"


def _who(text: str, language: str = "en") -> str | None:
    """The speaker of the last quote."""
    return find(text, language)[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Am Montag sprach Kallbach in Bonn. Die Reise von Kallbach war lang. Kallbachs "
                "Lieblings-TV-Sender Alpen News war dabei. „Zu lange haben wir gewartet, das hört "
                "jetzt auf“, so Kallbach."
            ),
            "Kallbach",
        ),
        (
            (
                "Das Geld kam vom Spendentopf Kallbachs. Am Montag sprach Kallbach in Bonn. „Zu "
                "lange haben wir gewartet, das hört jetzt auf“, so Kallbach."
            ),
            "Kallbach",
        ),
        (
            (
                "Am Montag kehrte Liv zurück. Nach Livs Rückkehr war es still. „Der Regen hat uns "
                "alles genommen, was wir hatten“, erzählt Liv."
            ),
            "Liv",
        ),
        (
            (
                "Das Glück hielt an. Auch hier hatte Liv Glück. Liv kam, und Liv ging. „Der Regen "
                "hat uns alles genommen, was wir hatten“, erzählt Liv."
            ),
            "Liv",
        ),
        (
            (
                "Ein Buch über Karl Hendels Jugend. Hendel kam. „Zu lange haben wir gewartet, das "
                "hört jetzt auf“, so Hendel."
            ),
            "Karl Hendel",
        ),
        (
            (
                "Kallbach kam. Dort traf Kallbachs Anwalt Jan Roth ein. „Mein Mandant hat das Geld "
                "nie gesehen“, sagte Roth."
            ),
            "Jan Roth",
        ),
        (
            (
                "Anna Peters kam nach Bonn. Peter war auch da. „Mein Mandant hat das Geld nie "
                "gesehen“, sagte Peters."
            ),
            "Anna Peters",
        ),
        (
            (
                "Anna Fischer kam. Die Fischer warteten. Anna lachte, und Anna sang. „Wir fahren "
                "auch bei Sturm hinaus“, sagt Anna Fischer."
            ),
            "Anna Fischer",
        ),
        (
            (
                "Karin Peters kam nach Bonn. Ihr Sohn half, und sein Freund Peter. „Mein Mandant "
                "hat das Geld nie gesehen“, sagte Karin Peters."
            ),
            "Karin Peters",
        ),
        (
            (
                "Es half Nachbar Berger. „Mein Mandant hat das Geld nie gesehen“, sagte Anna "
                "Bergers. Berger kam."
            ),
            "Anna Bergers",
        ),
        (
            ("Hans Vogt kam. Han kam nicht. „Wir fahren auch bei Sturm hinaus“, sagt Hans Vogt."),
            "Hans Vogt",
        ),
        (
            (
                "Welche Regeln gibt es zu den Heiligen? Diese Regeln sollen daran erinnern:\n\n"
                "„Vor Bonifaz kein Sommer, nach der Sophie kein Frost.“"
            ),
            None,
        ),
    ],
)
def test_german_owners_and_nouns_are_no_part_of_a_name(text: str, speaker: str | None) -> None:
    """A genitive and what it owns are two; a first name and a noun behind it, too."""
    assert _who(text, "de") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The boat left San Diego. Her husband, Diego, came. “{},” Diego said.", "Diego"),
        ("They moved to Port Elizabeth. Elizabeth was nine. “{},” Elizabeth said.", "Elizabeth"),
        ("Mayor Brune Elizabeth spoke. “{},” Elizabeth said.", "Brune Elizabeth"),
        ("The new envoy Zethu Thomas came. “{},” Thomas said.", "Zethu Thomas"),
        ("Saint Okwando, the singer, lives here. “{},” Okwando said.", "Saint Okwando"),
        ("Santa Quist came. “{},” Quist said.", "Santa Quist"),
    ],
)
def test_a_first_name_is_not_the_place_that_has_it(text: str, speaker: str) -> None:
    """Her husband Diego is not San Diego."""
    assert _who(text.format(_LATE)) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“{},” says a 57-year-old Beijinger, who waits.", "a 57-year-old Beijinger"),
        ("en", "“{},” one Texan said.", "one Texan"),
        ("en", "“{},” said a delighted Vell. Vell left.", "Vell"),
        ("en", "“{},” said a delighted Okwando.", "Okwando"),
        ("en", "“{},” says a 57-year-old Okwando, who waits.", "Okwando"),
        ("en", "“{},” said an angry Millner.", "Millner"),
        ("en", "An exhausted Zorbin said that it was late. “{},” he said.", "Zorbin"),
        ("es", "“{}”, dijo un emocionado Quiño.", "Quiño"),
        ("it", "“{}”, ha detto un commosso Brunner.", "Brunner"),
        ("nl", "“{}”, zegt een ontroerde Kerkstappen.", "Kerkstappen"),
        ("en", "“{},” said a delighted Ann Vell.", "Ann Vell"),
        ("en", "In a statement Brightwell said: “{}.”", "Brightwell"),
        ("en", "“{},” said a spokeswoman, Quist.", "Quist"),
        ("fr", "« {} », dit un jeune Parisien qui attend.", "un jeune Parisien"),
        ("sv", "”{}”, säger en ung Göteborgare.", "en ung Göteborgare"),
    ],
)
def test_one_of_many_has_no_name(language: str, text: str, speaker: str) -> None:
    """A word with a capital that is there once, with an indefinite article, says where from."""
    assert _who(text.format(_LATE), language) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "In an interview with Playroom, the Silver Valley star said that it had saved his "
                "marriage. He also said that it was hard.\n\n“{},” he said."
            ),
            None,
        ),
        (
            (
                "Jon Vell is an actor.\n\nSpeaking to Tatler, the actor revealed that he had moved."
                "\n\n“{},” he said."
            ),
            "Jon Vell",
        ),
        (
            "In an interview with Tom Vell, the mayor said that it was closed. “{},” he said.",
            "Tom Vell",
        ),
        ("In an interview with A. D. Quist, she said much. “{},” Quist said.", "A. D. Quist"),
        ("In our interview with Quist, the envoy said much. “{},” Quist said.", "Quist"),
        ("In a conversation with Quist, who lost a boat, the tone is calm: “{}.”", "Quist"),
        ("In an interview with Quist, the potter, the tone is calm: “{}.”", "Quist"),
        ("We caught up with Quist, a painter from Leeds. “{},” he said.", "Quist"),
    ],
)
def test_who_asks_for_a_paper_is_not_the_paper(text: str, speaker: str | None) -> None:
    """A paper that somebody talks to is nobody."""
    assert _who(text.format(_LATE)) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            (
                "Minister Tom Berg trat zurück.\n\nIm Netz nahm dieser User das Papier aufs Korn. "
                "„So sieht es aus, wenn man alles verkehrt macht“, notierte er."
            ),
            None,
        ),
        (
            "en",
            (
                "Secretary Tom Berg resigned.\n\nThe tone reminded one user of a film. “The party "
                "has just called its last summer to an end,” he wrote."
            ),
            None,
        ),
        (
            "en",
            (
                "Secretary Tom Berg resigned.\n\nHe told a customer that he would go. “The party "
                "has just called its last summer to an end,” he said."
            ),
            "Tom Berg",
        ),
        (
            "en",
            (
                "Secretary Tom Berg resigned.\n\nBerg sent a fan home. “The party has just called "
                "its last summer to an end,” he said."
            ),
            "Tom Berg",
        ),
        (
            "en",
            (
                "Ann Lee runs the shop. On Monday the door hit a customer. “The street has just "
                "had its last summer, I think,” she said."
            ),
            "Ann Lee",
        ),
    ],
)
def test_a_stranger_of_this_paragraph_comes_before_who_is_not_in_it(
    language: str, text: str, speaker: str | None
) -> None:
    """Nobody is better than somebody of another paragraph."""
    assert _who(text, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("nl", "‘{}’, zegt analist Hidde Kool van zakenbank Oranjehof.", "Hidde Kool"),
        ("nl", "‘{}’, zegt Hidde Kool van zakenbank Oranjehof.", "Hidde Kool"),
        ("es", '"{}", dice la analista Ana Corneli del banco Oranjehof.', "Ana Corneli"),
        ("sv", "”{}”, säger analytikern Anna Corneli på banken Oranjehof.", "Anna Corneli"),
        ("en", "“{},” says the analyst Ann Vell of the bank Oranjehof.", "Ann Vell"),
        ("en", "“{},” says the head of the bank Ann Vell.", "Ann Vell"),
        ("en", "“{},” said Bank of the West president Ann Vell.", "Ann Vell"),
        ("en", "“{},” says the head of Vell Brothers of Leeds, Ann Quist.", "Ann Quist"),
    ],
)
def test_who_works_for_a_bank_is_not_the_bank(language: str, text: str, speaker: str) -> None:
    """A person's name comes before that of a house behind a noun without a capital."""
    assert _who(text.format(_LATE), language) == speaker


def test_two_of_a_family_keep_their_own_offices() -> None:
    """What stands before a family name is another name only behind an article or a verb."""
    text = (
        "Kamala Vell was the elder daughter of Donald Vell, an economist, and Zethu Xaba Vell, a "
        f"cancer scientist. “{_LATE},” Kamala Vell wrote."
    )
    (quote,) = find(text, "en")
    assert (quote.speaker, quote.role) == ("Kamala Vell", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The video shows an officer asking James Pentz for his card. “{},” the officer said.",
            "the officer",
        ),
        ("James Pentz, an officer, came. “{},” the officer said.", "James Pentz"),
        ("An actress playing an anchor said, “{}.”", "An actress playing an anchor"),
    ],
)
def test_the_officer_is_an_officer_of_before(text: str, speaker: str) -> None:
    """And nobody whom the officer asks."""
    assert _who(text.format(_LATE)) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("it", "Il caso Cecilia Salis: «La premier ha insistito molto per lei e per noi»", None),
        ("es", "El caso Ana Gil: «La presidenta ha insistido mucho por ella y por todos»", None),
        (
            "it",
            "Cecilia Salis: «La premier ha insistito molto per lei e per tutti noi.»",
            "Cecilia Salis",
        ),
        ("fr", "Une vieille dame de Lyon secoue la tête : « Ces papiers ne valaient rien. »", None),
        ("it", "Una signora di Pavia scuote la testa: «Quelle carte non valevano nulla.»", None),
        (
            "es",
            "Una vecina de Lugo mueve la cabeza: «Esos papeles no valían nada.»",
            "Una vecina de Lugo",
        ),
        ("en", "A few words from Quist: “Those papers were worth nothing to us.”", "Quist"),
        ("es", "Una frase de Quiño: «Esos papeles no valían nada.»", "Quiño"),
        (
            "de",
            "Auf jeden Fall Fernau: „Das Leben ist kein Wunschkonzert.“ Jan Fernau ist Wirt.",
            "Jan Fernau",
        ),
        ("en", "“This writing thing is hard for us,” said every high school student here.", None),
        ("de", "„Das Leben ist kein Wunschkonzert“, sagt jeder Lehrer im Land.", None),
        (
            "en",
            "“This writing thing is hard for us,” said a high school student.",
            "a high school student",
        ),
    ],
)
def test_matters_places_and_everybody_say_nothing(
    language: str, text: str, speaker: str | None
) -> None:
    """Whose case it is, where somebody is from, and "every pupil" are no speakers."""
    assert _who(text, language) == speaker


def test_a_bracket_ends_an_office() -> None:
    """A button behind it is no part of it."""
    (quote,) = find(f"“{_LATE},” says Ann Vell, editor at The Good Trade [Read the full review].")
    assert quote.role == "editor at The Good Trade"
