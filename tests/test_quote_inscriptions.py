"""What stands on banners, stones and T-shirts, and mottoes: nobody says it."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

INSCRIBED = (
    ("de", "Anna Berg trug ein T-Shirt mit der Aufschrift: „Ich habe heute keine Zeit mehr“."),
    ("de", "Anna Berg trug ein Schild, auf dem stand: „Wir wollen unsere Schule behalten.“"),
    ("de", "Anna Berg lebt nach dem Motto: „Wir wollen unsere Schule behalten.“"),
    ("de", "„Wir wollen die Schule behalten“, steht auf Plakaten, die Anna Berg hochhält."),
    ("en", "Anna Berg held a banner that read: “We will not leave our homes.”"),
    ("en", "Jim Reed wore a T-shirt that said, “I voted for nobody this year.”"),
    ("en", "The headline read: “Mill town fears for its last jobs.” Ann Lee was angry."),
    ("es", "La camiseta de Ana Ruiz lleva la inscripción: «Hoy no tengo tiempo para nadie»."),
    ("es", "«No queremos más turistas en el barrio», se leía en la pancarta de Ana Ruiz."),
    ("fr", "Anne Petit portait une pancarte où l'on pouvait lire : « Nous ne partirons pas. »"),
    ("fr", "« Nous ne partirons pas d'ici », pouvait-on lire sur la banderole d'Anne Petit."),
    ("it", "Sulla maglietta di Anna Rossi c'era scritto: «Oggi non ho tempo per nessuno»."),
    ("pt", "Ana Costa segurava um cartaz que dizia: “Não queremos perder a nossa escola”."),
    ("nl", "Anna Berg droeg een T-shirt met het opschrift: ‘Ik heb vandaag geen tijd meer.’"),
    ("pl", "Anna Nowak miała koszulkę z napisem: „Dziś nie mam czasu dla nikogo”."),
    ("ru", "Иван Петров вышел с плакатом: «Мы не отдадим нашу школу никому»."),
    ("ru", "«Мы не отдадим нашу школу никому», — было написано на плакате Ивана Петрова."),
    ("el", "Ο Νίκος Παππάς κρατούσε πανό που έγραφε: «Δεν θα φύγουμε ποτέ από τα σπίτια μας»."),
)


@pytest.mark.parametrize(("language", "text"), INSCRIBED)
def test_what_stands_on_something_has_no_speaker(language: str, text: str) -> None:
    """Nor is it a key quote, whoever carries it."""
    assert not any(quote.speaker or quote.key for quote in find(text, language))


SAID = (
    ("en", "Ann Lee pointed at the sign and said: “We will not leave our homes.”", "Ann Lee"),
    ("en", "Ann Lee on the new sign: “It cost us more than the whole summer did.”", "Ann Lee"),
    ("en", "Jim Banner said: “We will not leave our homes this year.”", "Jim Banner"),
    ("de", "Anna Schild sagte: „Wir wollen unsere Schule behalten.“", "Anna Schild"),
    ("de", "Neben dem Schild sagte eine Frau: „Wir wollen die Schule behalten.“", "eine Frau"),
    ("es", "Ana Ruiz señaló el cartel y dijo: «No queremos más turistas aquí».", "Ana Ruiz"),
    ("pl", "Anna Nowak pokazała napis i powiedziała: „Dziś nie mam czasu”.", "Anna Nowak"),
    ("ru", "«Мы не отдадим школу», — сказал с плакатом в руках Иван Петров.", "Иван Петров"),
    ("ru", "Под лозунгом выступил Иван Петров: «Мы не отдадим нашу школу».", "Иван Петров"),
    ("sv", "Bredvid skylten säger Anna Berg: ”Vi vill ha kvar vår skola i byn.”", "Anna Berg"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SAID)
def test_who_stands_beside_a_sign_speaks(language: str, text: str, speaker: str) -> None:
    """A verb of speech with its subject, or a name as a label, is nearer than the sign."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]
