"""What is one statement: parts that an attribution parts, however long, and a lead before them."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_WHOLE = {
    "who the speaker is takes a whole clause": (
        "en",
        (
            "“I can pay for a tenth of a wheel,” said Peter Lowe, the chairman, a dentist, "
            "who has "
            "held the unpaid post since the great flood of 1987. “The county pays if I have "
            "the half.”"
        ),
        "I can pay for a tenth of a wheel. The county pays if I have the half.",
    ),
    "the reporter is told": (
        "en",
        (
            "“We copied nine tenths of the old wheel,” Anna Crane told me. “The last tenth "
            "was why it "
            "was built.”"
        ),
        "We copied nine tenths of the old wheel. The last tenth was why it was built.",
    ),
    "a relative of the speaker in a clause about them": (
        "en",
        (
            "“He was a kind young man,” says Nell Orme, who is married to Tom and keeps the "
            "shop. “He "
            "asked me where people went at night.”"
        ),
        "He was a kind young man. He asked me where people went at night.",
    ),
    "her own book": (
        "en",
        (
            "“The inspector asked what we would do in a fire,” Anna Crane wrote in her "
            "diary. “I said "
            "that I would ring the bell and run.”"
        ),
        (
            "The inspector asked what we would do in a fire. I said that I would ring the "
            "bell and "
            "run."
        ),
    ),
    "de": (
        "de",
        (
            "„Wir haben neun Zehntel des Rades kopiert“, sagte mir Anna Sommer, die seit der Flut "
            "von 1987 den Vorstand der kleinen Genossenschaft im oberen Tal führt. „Das "
            "letzte Zehntel "
            "war der Grund, warum es gebaut wurde.“"
        ),
        (
            "Wir haben neun Zehntel des Rades kopiert. Das letzte Zehntel war der Grund, warum es "
            "gebaut wurde."
        ),
    ),
    "fr": (
        "fr",
        (
            "« Nous avons copié la vieille roue », a dit Anne Petit, qui préside depuis la "
            "crue de 87 "
            "la petite coopérative des meuniers de la haute vallée. « Le reste, personne ne "
            "l'avait "
            "jamais dessiné. »"
        ),
        "Nous avons copié la vieille roue. Le reste, personne ne l'avait jamais dessiné.",
    ),
    "the next paragraph": (
        "en",
        (
            "“People ask whether I was scared,” Anna Crane told me on the steps, when it was "
            "light.\n\n"
            "“I was scared in May. I had my mother on the roof, and I could not leave the wheel.”"
        ),
        (
            "People ask whether I was scared. I was scared in May. I had my mother on the "
            "roof, and I "
            "could not leave the wheel."
        ),
    ),
    "sv, without a second dash": (
        "sv",
        (
            "– Jag tejpade handtaget, säger Tuva Lindholm, som kört bussen i tjugo år. Jag "
            "trodde att "
            "det skulle hålla en vinter till."
        ),
        "Jag tejpade handtaget. Jag trodde att det skulle hålla en vinter till.",
    ),
    "nb, without a second dash": (
        "nb",
        (
            "– Vi teipet håndtaket med sølvteip, sier Tuva Lindholm. Jeg trodde at det "
            "skulle holde en "
            "vinter til."
        ),
        "Vi teipet håndtaket med sølvteip. Jeg trodde at det skulle holde en vinter til.",
    ),
    "da, 'I' before 'he'": (
        "da",
        "– Vi lukker møllen, siger Karen Hjelm. Jeg sover næsten ikke. Han ringer hver nat.",
        "Vi lukker møllen. Jeg sover næsten ikke. Han ringer hver nat.",
    ),
}
_APART = {
    "somebody else is told": (
        "en",
        (
            "“We open the gates at six,” Peter Lowe told his sister Mary. “You never told me "
            "that it "
            "was so early.”"
        ),
        "We open the gates at six,",
    ),
    "her mother may answer": (
        "en",
        (
            "“We open the gates at six,” Anna Crane said to her mother. “You never told me "
            "that it was "
            "so early.”"
        ),
        "We open the gates at six,",
    ),
    "another time": (
        "en",
        (
            "“The wheel is older than the church,” Anna Crane said in May, but she has "
            "changed her "
            "mind. “The wheel will be gone by Christmas.”"
        ),
        "The wheel is older than the church,",
    ),
    "a long part before the next paragraph": (
        "en",
        (
            "“The wheel is older than the church and the school and the bridge over the "
            "river,” Anna "
            "Crane said.\n\n“The county pays for the bridge alone.”"
        ),
        "The wheel is older than the church and the school and the bridge over the river,",
    ),
    "sv, what the reporter tells": (
        "sv",
        "– Det är ett riktigt bra beslut, säger Anna Hjelm. Hon sitter i nämnden sedan 2018.",
        "Det är ett riktigt bra beslut,",
    ),
    "sv, the reporter's own 'I'": (
        "sv",
        "– Vi stänger kvarnen i kväll, säger Anna Hjelm. Jag följer henne ner till bryggan.",
        "Vi stänger kvarnen i kväll,",
    ),
    "sv, the reporter's 'my'": (
        "sv",
        "– Här bodde vi i trettio år, säger Anna Hjelm. Hon är min moster och bor kvar i byn.",
        "Här bodde vi i trettio år,",
    ),
    "da, the reporter's 'me'": (
        "da",
        "– Møllen var gammel, siger Karen Hjelm. Hun viser mig ind i stuen.",
        "Møllen var gammel,",
    ),
    "nb, her eyes": (
        "nb",
        "– Kverna var gammel, sier Kari Hjelm. Jeg følger blikket hennes ned mot brygga.",
        "Kverna var gammel,",
    ),
    "fi, where 'she' and 'he' are one": (
        "fi",
        "– Mylly oli vanha, sanoo Kaisa Niemi. Minä seuraan häntä rantaan.",
        "Mylly oli vanha,",
    ),
}


def _first(language: str, text: str) -> str:
    found = find(text, language, keys=None)
    return found[0].statement or found[0].text


@pytest.mark.parametrize("case", _WHOLE)
def test_a_statement_is_whole(case: str) -> None:
    """However long the words are that say whose it is, what stands behind them belongs to it."""
    language, text, whole = _WHOLE[case]
    assert _first(language, text) == whole


@pytest.mark.parametrize("case", _APART)
def test_what_may_be_another_statement_stays_apart(case: str) -> None:
    """Where somebody may answer, time has passed or the reporter goes on, a part stays alone."""
    language, text, part = _APART[case]
    assert _first(language, text) == part


_LEAD = {
    "en": (
        "en",
        (
            "“This is a raid on the valley dressed up as thrift,” said Tom Vell. “You have "
            "saved the "
            "bridge and drowned the whole road.”"
        ),
        (
            "This is a raid on the valley dressed up as thrift. You have saved the bridge "
            "and drowned "
            "the whole road."
        ),
    ),
    "nl": (
        "nl",
        (
            "‘Dat was maar een klein beetje water’, zei Tom de Wit. ‘Een huis van honderd "
            "jaar oud "
            "voelt dat toch.’"
        ),
        "Dat was maar een klein beetje water. Een huis van honderd jaar oud voelt dat toch.",
    ),
    "es": (
        "es",
        (
            "«Aquello fue un baile de etiquetas», dijo Tomás Vega. «Se pintó el molino y no "
            "se volvió "
            "a apuntar nada.»"
        ),
        "Aquello fue un baile de etiquetas. Se pintó el molino y no se volvió a apuntar nada.",
    ),
    "too short to say anything": (
        "en",
        "“That is so,” said Tom Vell. “We never sell a field to a stranger.”",
        "We never sell a field to a stranger.",
    ),
    "a link": (
        "en",
        "“And then we all went home again,” said Tom Vell. “We never sell a field to a stranger.”",
        "We never sell a field to a stranger.",
    ),
}


@pytest.mark.parametrize("case", _LEAD)
def test_a_part_that_points_back_is_printed_with_what_follows(case: str) -> None:
    """Who reads the rest sees what "this" is; a scrap or a link before it is left out."""
    language, text, printed = _LEAD[case]
    keys = [quote.statement or quote.text for quote in find(text, language) if quote.key]
    assert keys == [printed]


def test_what_fits_of_a_long_further_part_is_printed() -> None:
    """A short set-up is not printed alone because what follows it is long."""
    text = (
        "“I could not leave the old wheel that night,” said Nell Orme. “I had my mother on the "
        "roof and the dog in the boat, and I could see the lamp in her window. I rang the bell "
        "every quarter of an hour so that she would know. My brother says that I slept there until "
        "noon and that the dog slept there too, with his head on the lowest of the stone steps.”"
    )
    (key,) = [quote for quote in find(text, "en") if quote.key]
    assert key.statement is not None
    assert key.statement.startswith("I could not leave the old wheel that night. I had my mother")
    assert key.statement.endswith("so that she would know.")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("“Excuse me,” said Tom Vell. “How much is the boat?”", False),
        ("“We lost it,” said Tom Vell. “How much is the boat worth today?”", True),
        ("“I told her that I would get back to her,” said Nell Orme.", False),
        ("“I told the county that we would get back to them,” said Nell Orme.", True),
        ("“I told her that I would get back to her,” said Tom Vell.", True),
    ],
)
def test_what_is_said_to_somebody_is_not_printed_beside_better(said: str, *, shown: bool) -> None:
    """A question, and what "she" was told whom nobody names, say nothing; or too little."""
    text = f"“We have rung this bell for forty years in all weathers,” said Nell Orme.\n\n{said}"
    *_, last = (quote for quote in find(text, "en") if not quote.continues)
    assert bool(last.key) is shown
