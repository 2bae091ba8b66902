"""A verb without a subject behind a quote: not of somebody whom the sentence before is about."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

QUOTES = {
    "es": "«No quiero volver a hablar de esto porque nunca se cumple nada», zanjó.",
    "it": "«Non voglio più parlare di questo perché nessuno mantiene la parola», ha concluso.",
    "pt": "“Não quero voltar a falar disto porque nunca se cumpre nada”, concluiu.",
    "ca": "«No vull tornar a parlar d'això perquè mai es compleix res», va dir.",
    "ro": "„Nu mai vreau să vorbesc despre asta pentru că nu se respectă nimic”, a spus.",
    "el": "«Δεν θέλω να ξαναμιλήσω για αυτό, γιατί κανείς δεν κρατά τον λόγο του», είπε.",
}
ABOUT = (
    ("es", "La alcaldesa criticó el puerto y cargó contra Pablo Ruiz Marín en el pleno."),
    ("es", "El actor arremetió contra Marcos Vidal Peña por sus palabras en la gala."),
    ("es", "El tricampeón cargó contra Marcos Vidal. Si lo perdona, él contestó que «hoy no»."),
    ("es", "Recordó el caso del “canciller” Marcos Vidal Peña, que huyó, y lo lamentó."),
    ("it", "Il sindaco se l'è presa ieri con Paolo Ferri durante la seduta del consiglio."),
    ("it", "La regista ha attaccato duramente Paolo Ferri durante la conferenza stampa."),
    ("it", "Il ministro si è scagliato contro Paolo Ferri in aula."),
    ("pt", "O treinador criticou duramente Pedro Nunes Faria depois do jogo."),
    ("pt", "A ministra respondeu ontem a Pedro Nunes Faria no parlamento."),
    ("ca", "La consellera va respondre a Pau Riera Mas al ple."),
    ("ro", "Primarul a criticat ieri proiectul și s-a certat cu Ion Popescu în ședință."),
    ("ro", "Ministrul i-a răspuns ieri lui Ion Popescu în parlament."),
    ("el", "Ο υπουργός επιτέθηκε χθες στον Νίκο Παπαδάκη στη Βουλή."),
)


@pytest.mark.parametrize(("language", "before"), ABOUT)
def test_who_is_only_told_about_does_not_speak(language: str, before: str) -> None:
    """An object, or a name behind a preposition, beside a subject without a name: nobody."""
    assert find(f"{before} {QUOTES[language]}", language)[-1].speaker is None


SUBJECTS = (
    ("es", "Ayer compareció en el pleno Marcos Vidal Peña.", "Marcos Vidal Peña"),
    ("es", "Un juez absolvió ayer a Marcos Vidal Peña.", "Marcos Vidal Peña"),
    ("es", "La concejala Rosa Gil Pardo respondió a Marcos Vidal Peña.", "Rosa Gil Pardo"),
    ("es", "Según Marcos Vidal Peña, el puerto no se hará.", "Marcos Vidal Peña"),
    ("it", "La nuova regista è Paola Ferri.", "Paola Ferri"),
    ("pt", "Pedro Nunes Faria falou ontem no parlamento.", "Pedro Nunes Faria"),
    ("pt", "O líder da bancada, deputado Pedro Nunes (RN), foi ao plenário.", "Pedro Nunes"),
    ("ro", "Ion Popescu a vorbit ieri în parlament.", "Ion Popescu"),
)


@pytest.mark.parametrize(("language", "before", "speaker"), SUBJECTS)
def test_the_subject_of_the_sentence_before_speaks_on(
    language: str, before: str, speaker: str
) -> None:
    """Who acts there is who is meant; nobody is lost for a preposition elsewhere."""
    assert find(f"{before} {QUOTES[language]}", language)[-1].speaker == speaker


def test_one_who_has_just_spoken_speaks_on_though_a_preposition_names_them() -> None:
    """The last voice goes on: its name may stand behind "to" since."""
    text = (
        "«Vamos a empezar de nuevo en el barrio», dijo Marcos Vidal Peña. "
        f"Para los vecinos fue duro escuchar a Vidal. {QUOTES['es']}"
    )
    assert find(text, "es")[-1].speaker == "Marcos Vidal Peña"
