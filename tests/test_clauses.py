"""Who speaks by the clause that touches a quote, before or after it, and what it says of them."""

from __future__ import annotations

import pytest

import newsclean

SAID = "We are very glad of it all and we will come again"
BEFORE = [
    ("en", "Minister Ann Lee (SPD) said: “{}.”", "Ann Lee", "Minister"),
    ("en", "The authors, all of Oslo, said: “{}.”", "The authors", None),
    ("en", "Ann Lee, the mayor of Oslo, said: “{}.”", "Ann Lee", "mayor of Oslo"),
    ("en", "Ann Lee of the asset manager Reed: “{}.”", "Ann Lee", None),
    ("en", "From the desk of Ann Lee: “{}.”", "Ann Lee", None),
    ("en", "And from Ann Lee: “{}.”", "Ann Lee", None),
    ("en", "Ann Lee came home and said: “{}.”", "Ann Lee", None),
    ("en", "The head of the union in Leeds said: “{}.”", "The head of the union in Leeds", None),
    ("en", "Ann Lee went to Tom Reed, and he said: “{}.”", "Tom Reed", None),
    ("en", "As Ann Lee told the paper: “{}.”", "Ann Lee", None),
    ("en", "Ann Lee wrote on Monday:\n\n“{}.”", "Ann Lee", None),
    ("en", "Asked about the line, Ann Lee laughed: “{}.”", "Ann Lee", None),
    ("en", "On Monday, the mayor told Ann Lee: “{}.”", "the mayor", None),
    ("en", "Ann Lee’s lawyer said: “{}.”", "Ann Lee’s lawyer", None),
    ("en", "Then Ann Lee added, “{}.”", "Ann Lee", None),
    ("de", "Bei der Sitzung sagte Anna Lee: „{}.“", "Anna Lee", None),
    ("de", "Gestern gab das Amt bekannt: „{}.“", "das Amt", None),
    ("de", "In Bonn hatte Anna Lee gestern verkündet: „{}.“", "Anna Lee", None),
    ("de", "Anna Lee (SPD) sagte: „{}.“", "Anna Lee", None),
    (
        *("de", "Der Einsatzleiter der Polizei in Dortmund erklärte: „{}.“"),
        *("Der Einsatzleiter der Polizei in Dortmund", None),
    ),
    (
        *("de", "Anna Lee, Bürgermeisterin von Bonn, erklärte: „{}.“"),
        *("Anna Lee", "Bürgermeisterin von Bonn"),
    ),
    ("de", "Anna Lee kam nach Hause und sagte: „{}.“", "Anna Lee", None),
    ("de", "Anna Lee teilte mit: „{}.“", "Anna Lee", None),
    ("de", "Dazu meint Anna Lee: „{}.“", "Anna Lee", None),
    ("fr", "Anne Petit, maire de Lyon, a déclaré : « {}. »", "Anne Petit", "maire de Lyon"),
    ("fr", "Selon Anne Petit : « {}. »", "Anne Petit", None),
    ("fr", "À Lyon, Anne Petit explique : « {}. »", "Anne Petit", None),
]
AFTER = [
    ("en", "“{},” said Ann Lee, 62, a nurse from Oslo.", "Ann Lee", "nurse from Oslo"),
    ("en", "“{},” said the mayor, Ann Lee.", "Ann Lee", "mayor"),
    ("en", "“{},” Mayor Ann Lee told the paper on Monday.", "Ann Lee", "Mayor"),
    ("en", "“{},” according to Ann Lee.", "Ann Lee", None),
    ("en", "“{},” Ann Lee said, laughing, as she left with Tom Reed.", "Ann Lee", None),
    ("en", "“{},” recalls Lee’s daughter.", "Lee’s daughter", None),
    ("en", "“{},” a spokesman for Acme said.", "a spokesman for Acme", None),
    ("en", "“{},” read a statement by the council.", "a statement by the council", None),
    ("en", "“{},” Ms. Lee, who heads the Harbour Board, wrote in a letter.", "Lee", None),
    ("en", "“{},” Ann Lee, head of the union, told Tom Reed.", "Ann Lee", "head of the union"),
    ("en", "“{},” the 31-year-old said.", "the 31-year-old", None),
    ("en", "“{},” the Harbour Board’s Ann Lee said.", "Ann Lee", None),
    ("en", "“{},” Ann Lee was quoted as saying.", "Ann Lee", None),
    ("en", "“{},” sources close to the mayor said.", "sources close to the mayor", None),
    ("en", "“{},” said Ann Lee of the Harbour Board.", "Ann Lee", None),
    ("en", "“{}” – Ann Lee", "Ann Lee", None),
    ("en", "“{}.”\n— Ann Lee, retired nurse", "Ann Lee", "retired nurse"),
    (
        *("en", "“{},” former Acme chief executive Ann Lee told reporters."),
        *("Ann Lee", "former Acme chief executive"),
    ),
    ("en", "“{},” said Dr. Ann Lee, M.D., of Oslo.", "Ann Lee", None),
    ("en", "“{}!” Ann Lee shouted.", "Ann Lee", None),
    ("en", "“{}?” asked Ann Lee.", "Ann Lee", None),
    ("en", "“{},” she said. Ann Lee has lived here for years.", None, None),
    ("en", "“{},” it said.", None, None),
    (
        *("de", "„{}“, sagte Anna Lee, Bürgermeisterin von Bonn."),
        *("Anna Lee", "Bürgermeisterin von Bonn"),
    ),
    ("de", "„{}“, so Lee.", "Lee", None),
    ("de", "„{}“, so der Sprecher der Polizei.", "der Sprecher der Polizei", None),
    ("de", "„{}“, teilte das Amt mit.", "das Amt", None),
    ("de", "„{}“, erklärt die Ärztin Anna Lee.", "Anna Lee", "Ärztin"),
    ("de", "„{}“, sagte die 31-Jährige.", "die 31-Jährige", None),
    ("fr", "« {} », a déclaré Anne Petit, maire de Lyon.", "Anne Petit", "maire de Lyon"),
    ("fr", "« {} », assure le maire de Lyon, Anne Petit.", "Anne Petit", "maire de Lyon"),
    ("fr", "« {} », selon Anne Petit.", "Anne Petit", None),
    ("es", "«{}», dijo Ana Ruiz, alcaldesa de Vigo.", "Ana Ruiz", "alcaldesa de Vigo"),
    ("es", "“{}”, afirmó Ruiz.", "Ruiz", None),
    ("es", "«{}», según Ana Ruiz.", "Ana Ruiz", None),
]


@pytest.mark.parametrize(("language", "text", "speaker", "role"), [*BEFORE, *AFTER])
def test_the_clause_beside_a_quote(
    language: str, text: str, speaker: str | None, role: str | None
) -> None:
    """One quote with its words, whoever its clause names, and their role where it is told."""
    (quote,) = newsclean.find_quotes(text.format(SAID), language)
    assert quote.text.startswith(SAID)
    assert (quote.kind, quote.speaker, quote.role) == ("direct", speaker, role)
    assert (quote.speaker_start is None) == (speaker is None)
    assert (quote.confidence > 0.5) == (speaker is not None)


NAMED = [row for row in (*BEFORE, *AFTER) if row[2] in ("Ann Lee", "Anna Lee", "Anne Petit")]


@pytest.mark.parametrize(("language", "text", "speaker", "role"), NAMED)
def test_the_clause_beside_a_quote_in_the_middle_of_others(
    language: str, text: str, speaker: str, role: str | None
) -> None:
    """What comes before and after in other paragraphs names others, and changes nothing."""
    other = {"en": "Carl Moss", "de": "Karl Moos", "fr": "Charles Mousse"}
    said = {"en": "said", "de": "sagte", "fr": "a déclaré"}[language]
    beside = f"“They had not asked for it at any time”, {said} {other[language]}."
    found = newsclean.find_quotes(f"{beside}\n\n{text.format(SAID)}\n\n{beside}", language)
    assert [quote.speaker for quote in found] == [other[language], speaker, other[language]]
    assert found[1].role == role
