"""What somebody is: without "whose" and "current", what they are today, and no place in a name."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_SAID = {
    "de": "„Wir haben zwei Jahre lang Wurst verkauft“, sagte {}.",
    "en": '"We never talked about it at home, not once," said {}.',
    "es": '"Siempre supe que no había nada en esos papeles", dijo {}.',
    "fr": "« Nous savions que ces papiers ne valaient rien », a dit {}.",
    "it": '"Lo sapevamo tutti che quelle carte non valevano", ha detto {}.',
}

_OFFICES = [
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
