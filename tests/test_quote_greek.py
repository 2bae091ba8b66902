"""Greek: officials without an article speak, and who is told something does not."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

SAID = "«Ήμασταν σε δύο λεπτά στο σπίτι»"

SPEAK = (
    (f"{SAID}, είπε αξιωματούχος της κυβέρνησης.", "αξιωματούχος της κυβέρνησης"),
    (f"{SAID}, δήλωσε αξιωματούχος του υπουργείου.", "αξιωματούχος του υπουργείου"),
    (f"{SAID}, λέει κάτοικος της περιοχής.", "κάτοικος της περιοχής"),
    (f"{SAID}, είπε ο δήμαρχος.", "ο δήμαρχος"),
    (f"Ο εκπρόσωπος της αστυνομίας είπε: {SAID}.", "Ο εκπρόσωπος της αστυνομίας"),
    (f"Ο Νίκος Παππάς απάντησε στη Μαρία Λάμπρου. {SAID}, είπε.", "Νίκος Παππάς"),
    (f"Η Μαρία Λάμπρου συνάντησε χθες τον Νίκο Παππά. {SAID}, είπε.", "Μαρία Λάμπρου"),
)
NOBODY = (
    f"{SAID}, δήλωσε στην καθημερινή εφημερίδα.",
    f"{SAID}, είπε στους δημοσιογράφους.",
    f"{SAID}, δήλωσε στο πλαίσιο εκδήλωσης στην Αθήνα.",
    f"Ανώτερος αξιωματούχος των ΗΠΑ δήλωσε: {SAID}.",
)


@pytest.mark.parametrize(("text", "speaker"), SPEAK)
def test_an_official_without_an_article_speaks(text: str, speaker: str) -> None:
    """As does the subject of the sentence before a verb that has none."""
    assert [quote.speaker for quote in find(text, "el")] == [speaker]


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_told_does_not_speak(text: str) -> None:
    """Behind "to the" stands a hearer or a place, and a genitive is whose somebody is."""
    speakers = [quote.speaker or "" for quote in find(text, "el")]
    assert not any(speaker.startswith(("στ", "των")) for speaker in speakers)
