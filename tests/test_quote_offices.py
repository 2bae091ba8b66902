"""What somebody is: without "whose" and "current", what they are today, and no place in a name."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_SAID = {
    "de": "„Wir haben zwei Jahre lang Wurst verkauft“, sagte {}.",
    "en": '"We never talked about it at home, not once," said {}.',
    "es": '"Siempre supe que no había nada en esos papeles", dijo {}.',
    "fr": "« Nous savions que ces papiers ne valaient rien », a dit {}.",
    "tr": '"Para yoktu ve kimse bize yardım etmedi" dedi {}.',
    "it": '"Lo sapevamo tutti che quelle carte non valevano", ha detto {}.',
}

_OFFICES = [
    (
        "de",
        "Er traf den Berliner FDP-Abgeordneten Max Morhorst.",
        "Morhorst",
        "Max Morhorst",
        "Berliner FDP-Abgeordneter",
    ),
    (
        "de",
        "Nach Ansicht des Historikers und Finanzexperten Jan Henny stimmt es.",
        "Henny",
        "Jan Henny",
        "Finanzexperte",
    ),
    (
        "de",
        "Er sprach mit der Abgeordneten Anna Morhorst.",
        "Morhorst",
        "Anna Morhorst",
        "Abgeordnete",
    ),
    (
        "de",
        "Jan Roth, Chef des Bundes der Polizisten, kam.",
        "Roth",
        "Jan Roth",
        "Chef des Bundes der Polizisten",
    ),
    ("de", "Nun kam Mitschüler Nicolas.", "Mitschüler Nicolas", "Nicolas", None),
    (
        "tr",
        "Muhtar Ayten Koral geldi.",
        "Koral",
        "Ayten Koral",
        "Muhtar",
    ),
    (
        "tr",
        "Törende bulunan İzmir Valisi Süleyman Elbas geldi.",
        "Elbas",
        "Süleyman Elbas",
        "İzmir Valisi",
    ),
    ("tr", "Köyü ziyaret eden Vali Ayten Elbas geldi.", "Elbas", "Ayten Elbas", "Vali"),
    (
        "de",
        "Die Bürgermeisterin Anna Berg, heute Mutter von zwei Söhnen, kam.",
        "Berg",
        "Anna Berg",
        "Bürgermeisterin",
    ),
    ("de", "Nun kam Anna Berg, heute Mutter von zwei Kindern.", "Berg", "Anna Berg", None),
    ("en", "The mayor, Tom Vell, now a father of two, came.", "Vell", "Tom Vell", "mayor"),
    ("de", "Dessen Vorsitzender Jan Roth kam.", "Roth", "Jan Roth", "Vorsitzender"),
    ("de", "Für den Verein sprach dessen Sprecherin Anna Berg.", "Berg", "Anna Berg", "Sprecherin"),
    ("de", "Der Verein und seine Anwältin Anna Berg kamen.", "Berg", "Anna Berg", "Anwältin"),
    (
        "de",
        "Der Trainer Jan Roth, heute Leiter der Schule, kam.",
        "Roth",
        "Jan Roth",
        "Leiter der Schule",
    ),
    ("en", "The club's current secretary, Tom Vell, came.", "Vell", "Tom Vell", "secretary"),
    (
        "en",
        "The student, Tom Vell, now a researcher at Leeds, came.",
        "Vell",
        "Tom Vell",
        "researcher at Leeds",
    ),
    ("en", "The student, Tom Vell, now 40, came.", "Vell", "Tom Vell", "student"),
    ("en", "Minister for Finance Ann Quist came.", "Quist", "Ann Quist", "Minister for Finance"),
    (
        "en",
        "Minister for Finance Brune Quist came. Quist spoke.",
        "Ms Quist",
        "Brune Quist",
        "Minister for Finance",
    ),
    ("en", "Tom Vell came.", "the lawyer for Mr Vell", "the lawyer for Mr Vell", None),
    ("en", "Senators Tom Vell of Ohio and Ann Quist of Maine came.", "Mr Vell", "Tom Vell", None),
    (
        "en",
        "The University of Ohio and Maine paid.",
        "the president of Hart Lang Stowe",
        "the president of Hart Lang Stowe",
        None,
    ),
    ("en", "Tom Vell came.", "a friend of Mr. Vell", "a friend of Mr. Vell", None),
    ("de", "Frau Berg kam.", "der Anwalt von Frau Berg", "der Anwalt von Frau Berg", None),
    ("fr", "Mme Sorel est là.", "l'adjointe de Mme Sorel", "l'adjointe de Mme Sorel", None),
    ("es", "Habló el consejo.", "el alcalde de Vigo Abel Soto", "Abel Soto", "alcalde de Vigo"),
    (
        "es",
        "El exalcalde de Riomar Vicent Gual vino.",
        "Gual",
        "Vicent Gual",
        "exalcalde de Riomar",
    ),
    (
        "fr",
        "Le conseil a parlé.",
        "le maire de Lyon Grégory Vidal",
        "Grégory Vidal",
        "maire de Lyon",
    ),
    (
        "it",
        "Il consiglio ha parlato.",
        "il sindaco di Prato Matteo Galli",
        "Matteo Galli",
        "sindaco di Prato",
    ),
]


@pytest.mark.parametrize(("language", "told", "said_by", "speaker", "role"), _OFFICES)
def test_an_office_is_printed_as_it_is_held(
    language: str, told: str, said_by: str, speaker: str, role: str | None
) -> None:
    """Whose it is and since when are no part of it; what it is of is no part of the name."""
    (quote,) = find(f"{told}\n{_SAID[language].format(said_by)}", language)
    assert (quote.speaker, quote.role) == (speaker, role)


_NAMES = [
    ("en", '"Nobody signed the paper at all," wrote J. R. Ode.', "J. R. Ode", None),
    ("en", '"Nobody signed the paper at all," said C. S. Hale of the club.', "C. S. Hale", None),
    ("fr", "« Personne n'a signé ce papier », écrivait J.-R. Oudin.", "J.-R. Oudin", None),
    (
        "en",
        'Her oldest brother, Cole Vell, left. "Nobody signed the paper at all," said Cole Vell.',
        "Cole Vell",
        None,
    ),
    (
        "en",
        'Jo Vell, a family friend, left. "Nobody signed the paper at all," said Jo Vell.',
        "Jo Vell",
        "family friend",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker", "role"), _NAMES)
def test_initials_stay_and_relations_need_an_owner(
    language: str, text: str, speaker: str, role: str | None
) -> None:
    """All initials are the name's; "oldest brother" says nothing where it is not told whose."""
    (quote,) = find(text, language)
    assert (quote.speaker, quote.role) == (speaker, role)


_AGES = [
    ("en", "Jon Falk, 25, left.", "the 25-year-old", "Jon Falk"),
    ("en", "Jon Falk, 25, and Paul Vell, 25, left.", "the 25-year-old", None),
    ("en", "Jon Falk and Paul Vell left.", "the 25-year-old", None),
    ("de", "Jan Roth (25) fuhr los.", "der 25-Jährige", "Jan Roth"),
]


@pytest.mark.parametrize(("language", "told", "said_by", "speaker"), _AGES)
def test_an_age_is_whose_it_is(language: str, told: str, said_by: str, speaker: str | None) -> None:
    """One person of that age is meant; of two, or of none, nobody is given."""
    (quote,) = find(f"{told} {_SAID[language].format(said_by)}", language)
    assert quote.speaker == speaker


def test_a_cause_is_no_part_of_an_office() -> None:
    """A preposition that leads to something else ends it."""
    text = "„Die Preise werden weiter sinken“, sagte Jan Roth, Ökonom beim Bankhaus Lampe {}."
    for cause in ("angesichts der Zahlen", "aufgrund der Zahlen"):
        (quote,) = find(text.format(cause), "de")
        assert quote.role == "Ökonom beim Bankhaus Lampe"


@pytest.mark.parametrize(
    ("language", "lead", "speaker"),
    [
        (
            "de",
            "Ein junger Mann mit müden Augen schüttelt den Kopf",
            "Ein junger Mann mit müden Augen",
        ),
        ("de", "Ein Sprecher der Stadt in Bonn sagte", "Ein Sprecher der Stadt in Bonn"),
        ("en", "One man with a hat shook his head", "One man with a hat"),
        (
            "en",
            "A nurse at a badly flooded clinic",
            "A nurse at a badly flooded clinic",
        ),
        (
            "en",
            "A teacher at the school for gifted children",
            "A teacher at the school for gifted children",
        ),
        (
            "de",
            "Der Leiter der erst spät gerufenen Wache",
            "Der Leiter der erst spät gerufenen Wache",
        ),
        ("en", "An old woman in Leeds nodded", "An old woman in Leeds"),
        (
            "en",
            "A spokesman for the old town of Leeds said",
            "A spokesman for the old town of Leeds",
        ),
    ],
)
def test_who_somebody_is_ends_before_what_they_do(language: str, lead: str, speaker: str) -> None:
    """A verb that no list has is no part of a description."""
    marks = ("„", "“") if language == "de" else ("“", "”")
    said = "Ich trage schon genug." if language == "de" else "I have enough to carry as it is."
    (quote,) = find(f"{lead}: {marks[0]}{said}{marks[1]}", language)
    assert quote.speaker == speaker


def test_a_signature_ends_with_its_line() -> None:
    """The initial of a family name does not join the next paragraph."""
    text = "“Our kitchen has been a struggle for me since we moved in!” – Erin H.\nDearest Erin."
    assert find(text)[0].speaker == "Erin H"


OFFICERS_OF_BODIES = [
    (
        "ru",
        "«Каток откроем в ноябре и закроем весной», — сообщает директор ООО «Нева» Борис Лужин.",
        "Борис Лужин",
    ),
    (
        "ru",
        (
            "- Мы откроем каток в ноябре и закроем в марте, - сообщает тренер ФК «Звезда» Анна "
            "Лужина. - Лёд уже куплен."
        ),
        "Анна Лужина",
    ),
    (
        "ru",
        '«Лёд куплен, и касса открыта», — сказал капитан ХК "Север" Олег Лужин.',
        "Олег Лужин",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), OFFICERS_OF_BODIES)
def test_the_name_of_a_body_in_marks_hides_nobody(language: str, text: str, speaker: str) -> None:
    """It stands between an office and who holds it."""
    assert {quote.speaker for quote in find(text, language)} == {speaker}
