"""Interviews whose guest has a name that no list holds, by labels, by questions, by dashes."""

from __future__ import annotations

import pytest

from newsclean.document import Quote
from newsclean.quotes import find

_GUESTS = {
    "es, labels": (
        "es",
        "Herminda Cascajo, relojera: «Arreglo lo que otros tiran»",
        "Herminda Cascajo (Villarce, 66 años) abre su taller a las siete.",
        (
            ("P. ¿Quién compra hoy un reloj de pared?", "R. Nadie. Yo solo arreglo los de antes."),
            ("P. El gremio dice que el oficio muere.", "R. Mi aprendiz tiene veinte años y ganas."),
            ("P. ¿Y la torre?", "R. A la torre subo yo cada martes con una linterna."),
        ),
        "Herminda Cascajo",
    ),
    "fr, questions": (
        "fr",
        "Gwendoline Tanguy-Morel, apicultrice : « Les abeilles ne prennent pas de vacances »",
        "Gwendoline Tanguy-Morel tient quarante ruches au bord de la rivière.",
        (
            ("Combien de ruches avez-vous perdues ?", "Onze cet hiver, et je les ai pleurées."),
            ("Vous arrive-t-il de penser à arrêter ?", "Jamais avant midi, car mes mains sont là."),
            ("Que dites-vous à vos voisins ?", "Je leur demande de faucher après la floraison."),
        ),
        "Gwendoline Tanguy-Morel",
    ),
    "en, questions": (
        "en",
        "'Nobody taught me to weld': Oluwaseyi Brandreth on building boats",
        "Oluwaseyi Brandreth builds boats in a shed behind the station.",
        (
            ("How did you learn it?", "I burned my sleeves for a year until I had it right."),
            ("Would you sell your shed?", "I would sell my house before I sold that shed."),
            ("Who will follow you?", "My daughter welds already, though I never showed her."),
        ),
        "Oluwaseyi Brandreth",
    ),
    "en, labels": (
        "en",
        "An interview with Oluwaseyi Brandreth",
        "Oluwaseyi Brandreth builds boats in a shed behind the station.",
        (
            ("Q: How did you learn it?", "A: I burned my sleeves for a year until I had it."),
            ("Q: Would you sell your shed?", "A: I would sell my house before I sold that."),
            ("Q: Who will follow you?", "A: My daughter welds, though I never showed her."),
        ),
        "Oluwaseyi Brandreth",
    ),
    "pl, dashes": (
        "pl",
        "Świętosława Grębosz: „Dzwony słychać aż za rzeką”",
        "Świętosława Grębosz dzwoni w kościele od trzydziestu lat.",
        (
            ("– Czy pani się nie nudzi?", "– Nie, bo każdy dzwon ma dla mnie inny głos."),
            ("– Kto panią zastąpi?", "– Mój wnuk już próbuje, ale na razie mu nie idzie."),
            ("– Co by pani zmieniła?", "– Kupiłabym nowe liny, bo moje mają czterdzieści lat."),
        ),
        "Świętosława Grębosz",
    ),
}
_NOBODY = {
    "a dam, labels": (
        "en",
        "Questions on the Irwell Dam",
        "The river rose by two metres in the night. Irwell Dam lies below the bridge.",
        (
            ("Q: Is it safe to swim there?", "A: Yes, I was told that samples are taken daily."),
            ("Q: When will the power be back?", "A: The firm says that it needs until Friday."),
            ("Q: Who pays for the damage?", "A: Those who are insured get their money soon."),
        ),
    ),
    "a travel guide": (
        "en",
        "Ostrel Cove: what to know before you go",
        "Ostrel Cove opens again in June after two years of repairs.",
        (
            ("How do you get there?", "Take bus 14. I took it twice, and it was late both times."),
            ("Where should you eat?", "I liked the canteen, where we had soup for nine euros."),
            ("When is your best chance?", "Go before nine, as I did, and my towel stayed dry."),
        ),
    ),
    "a company's answers": (
        "en",
        "Acme Kettle: your questions answered",
        "Acme Kettle makes forty thousand kettles a year.",
        (
            ("Can you mend mine?", "We mend every kettle that we have ever sold to anybody."),
            ("Where do you build them?", "We build them in Hull, where we began our work."),
            ("Do you sell lids?", "We sell our lids one at a time, in nine colours."),
        ),
    ),
    "a story in dialogue": (
        "pl",
        "Wieczór. Opowiadanie",
        "Bogna Kruk weszła do kuchni i zobaczyła ojca.",
        (
            ("– Kto tam?", "– To tylko ja – powiedziała Bogna Kruk. – Nie bój się mnie."),
            ("– Czemu nie pisałaś?", "– Nie miałam papieru – odparła. – Nie miałam też słów."),
            ("– Zostaniesz?", "– Zostanę – powiedziała Bogna Kruk. – Mam jeszcze swój pokój."),
        ),
    ),
}


def _answers(
    language: str, title: str, opening: str, turns: tuple[tuple[str, str], ...]
) -> list[Quote]:
    text = "\n\n".join([opening, *(part for turn in turns for part in turn)])
    found = find(text, language, title=title, keys=None)
    return [quote for quote in found if quote.rule == "answer in an interview"]


@pytest.mark.parametrize("case", _GUESTS)
def test_a_guest_whom_the_headline_quotes_needs_no_known_first_name(case: str) -> None:
    """Each answer is theirs, without its label or dash, and no question is."""
    language, title, opening, turns, guest = _GUESTS[case]
    found = _answers(language, title, opening, turns)
    assert {quote.speaker for quote in found} == {guest}
    assert [quote.text for quote in found] == [
        answer.removeprefix("R. ").removeprefix("– ").removeprefix("A: ") for _, answer in turns
    ]


@pytest.mark.parametrize("case", _NOBODY)
def test_a_place_or_company_in_the_headline_answers_nothing(case: str) -> None:
    """What a paper or a firm answers itself, and dialogue in a story, is no interview."""
    assert not _answers(*_NOBODY[case])
