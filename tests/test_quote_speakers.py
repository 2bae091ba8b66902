"""Who says a quote: signatures, long quotes, names and roles as the article has them."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.document import Quote


def _quotes(text: str, language: str) -> tuple[Quote, ...]:
    return newsclean.find_quotes(text, language)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            '"Glass is good at making a cold room feel warm." -- {}\n\nOld Glass is a shop.',
            "Architect and author focused on old houses, halls and wide barns",
        ),
        (
            "de",
            "„Wir haben den ganzen Winter über kein einziges Mal geheizt.“ — {}",
            "Lehrerin an einer kleinen Schule in Köln, die ungenannt bleiben will",
        ),
        (
            "fr",
            "« Nous avons passé tout l'hiver sans allumer le chauffage. » — {}",
            "Professeur dans un lycée de Lyon qui demande à rester anonyme",
        ),
    ],
)
def test_a_signature_without_a_name_may_be_long(language: str, text: str, speaker: str) -> None:
    """What stands behind a dash is the speaker, whatever verbs are in it."""
    assert [quote.speaker for quote in _quotes(text.format(speaker), language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "„Czas położyć kres tej wojnie, i to jak najszybciej!” – zamruczał prezydent."),
        ("cs", "„Je čas tu válku skončit, a to co nejdříve!“ – zabručel prezident."),
        ("ru", "«Пора закончить эту войну, и как можно скорее!» – проворчал президент."),
    ],
)
def test_a_verb_behind_a_dash_is_no_signature(language: str, text: str) -> None:
    """Of a verb that no list has, the dash and the verb are never the speaker."""
    for quote in _quotes(text, language):
        assert not (quote.speaker or "").startswith(("zam", "zab", "про"))


_LONG = {
    "en": (
        "“We closed the mill in March and sent everybody home.",
        "“By June the roof had begun to leak into the loom room.",
        "“The looms are dry now, but nobody has come back.” — {signature}",
    ),
    "de": (
        "„Wir haben die Mühle im März geschlossen und alle nach Hause geschickt.",
        "„Im Juni regnete es durch das Dach auf die Webstühle.",
        "„Die Stühle sind trocken, aber niemand ist zurückgekommen.“ — {signature}",
    ),
    "fr": (
        "« Nous avons fermé le moulin en mars et renvoyé tout le monde.",
        "« En juin il pleuvait par le toit sur les métiers.",
        "« Les métiers sont secs, mais personne n'est revenu. » — {signature}",
    ),
}


@pytest.mark.parametrize(
    ("language", "signature", "speaker"),
    [
        ("en", "Mary Quill, owner of the mill", "Mary Quill"),
        ("en", "Owner of a mill in Leeds", "Owner of a mill in Leeds"),
        ("de", "Greta Holl, Chefin der Mühle", "Greta Holl"),
        ("de", "Chefin einer Mühle in Köln", "Chefin einer Mühle in Köln"),
        ("fr", "Anne Leroy, directrice du moulin", "Anne Leroy"),
    ],
)
def test_a_long_quote_is_signed_at_its_end(language: str, signature: str, speaker: str) -> None:
    """Every paragraph of a quote has the speaker whom the last one names."""
    text = "\n\n".join(_LONG[language]).format(signature=signature)
    assert [quote.speaker for quote in _quotes(text, language)] == [speaker] * 3


_CHATS = {
    "en": """\
Glen Marsh talks of his new film. Glen Marsh is at home in Leeds.

Who else would you cast in it?

I work with Daisy Jones now, and she is very funny. I would cast her.

You never sleep, I hear.

Three hours is enough. I get up and swim.

How did you feel about the last scene?

I was cold. I had one sock, and that was all I had.

For all who read this, give Glen a coat.

A fur coat, ideally. I would wear it.

Are you an indoor person?

I was as a boy. I have a boat now.
""",
    "de": """\
Glen Marsch spricht über seinen neuen Film. Glen Marsch wohnt in Köln.

Wen würden Sie noch besetzen?

Ich arbeite gerade mit Ida Lang, und sie ist sehr lustig. Ich nähme sie.

Ich höre, dass Sie nie schlafen.

Drei Stunden reichen. Ich stehe auf und schwimme.

Wie war für Sie die letzte Szene?

Mir war kalt. Ich hatte eine Socke, und das war alles.

Alle, die das lesen: Gebt Glen einen Mantel.

Einen Pelz am besten. Ich würde ihn tragen.

Sind Sie ein Stubenhocker?

Das war ich als Kind. Ich habe jetzt ein Boot.
""",
    "es": """\
Glen Mora habla de su nueva película. Glen Mora vive en León.

¿A quién más llamaría usted?

Trabajo ahora con Ana Lagos, y es muy divertida. Yo la llamaría.

Usted no duerme nunca, me dicen.

Tres horas bastan. Yo me levanto y nado.

¿Cómo vivió usted la última escena?

Yo tenía frío. Llevaba un calcetín y nada más.

A todos los que leen esto: denle un abrigo a Glen.

Uno de piel, si puede ser. Yo lo llevaría.

¿Es usted una persona casera?

Lo era de niño. Ahora tengo un barco.
""",
}


@pytest.mark.parametrize("language", _CHATS)
def test_nobody_is_quoted_where_turns_cannot_be_told(language: str) -> None:
    """A chat in which the interviewer makes statements too gives no answers."""
    assert not _quotes(_CHATS[language], language)
