"""Words with capitals that are no first names, and labels whose bearer the headline names."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.quotes import find


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("“We just closed our round,” said TED Fellow Ayla Bdeirum.", "Ayla Bdeirum", "TED Fellow"),
        (
            "“We just closed our round,” said Senior Fellow Ayla Borum.",
            "Ayla Borum",
            "Senior Fellow",
        ),
        (
            "“We just closed our round,” said Ann Lee, a senior fellow at Norvik.",
            "Ann Lee",
            "senior fellow at Norvik",
        ),
        ("“We just closed our round,” said fellow Tom Reed.", "Tom Reed", None),
        ("“We just closed our round,” said fellow Senator Tom Reed.", "Tom Reed", "Senator"),
        ("“We just closed our round,” IAN Holt said. Ian Holt left.", "IAN Holt", None),
        ("A Marks & Moss spokesman said: “We closed.”", "A Marks & Moss spokesman", None),
    ],
)
def test_capitals_that_are_no_name(text: str, speaker: str | None, role: str | None) -> None:
    """An acronym before a plain word, and what a contraction begins with."""
    quote = newsclean.find_quotes(text, "en")[0]
    assert (quote.speaker, quote.role) == (speaker, role)


@pytest.mark.parametrize("who", ["You’ve", "You'd", "People’ve"])
def test_a_contraction_is_no_name(who: str) -> None:
    """What it begins with is anybody."""
    text = f"{who} talked before about the idea that “anything worth doing is worth doing poorly”."
    assert not any(quote.speaker for quote in newsclean.find_quotes(text, "en"))


@pytest.mark.parametrize(
    "names", [("Donald", "Orme", "Anna", "Veldon"), ("Paul", "Al-Sabir", "Ruth", "Moss")]
)
def test_labels_of_a_transcript_are_named_in_full_by_the_headline(
    names: tuple[str, str, str, str],
) -> None:
    """A label is no name of the text, but the same person."""
    one, first, other, second = names
    turns = [
        f"{first.upper()}: I have had the privilege of hosting the minister for a meeting.",
        f"{second.upper()}: Thank you very much. They destroyed the fabric of society.",
        "Q: Mr. Secretary, what about the matter of the envoy?",
        f"{first.upper()}: I can't answer your question. We are not backing anybody at all.",
        "Q: Thank you.",
        f"{second.upper()}: We are very pleased with the meeting that we had today.",
    ]
    title = f"{one} {first} and {other} {second} speak"
    found = {quote.speaker for quote in find("\n\n".join(turns), "en", title=title)}
    assert found == {f"{one} {first}", f"{other} {second}"}
