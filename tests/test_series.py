"""Lines that count on from one another are found, whatever they count with."""

from __future__ import annotations

import pytest

from newsclean.cleaning.features.series import counted

PROSE = "The tram ran on along the quay, and nobody asked why it was late."


def numbers_of(*lines: str) -> list[int]:
    found = counted([each for line in lines for each in (line, PROSE)])
    return [found[at].number for at in sorted(found)]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Wash the rice", "2. Boil it", "3. Let it rest"),
        ("Step 1: Wash the rice", "Step 2: Boil it", "Step 3: Let it rest"),
        ("Day 1", "Day 2", "Day 3"),
        ("Tag 1 – Ankunft", "Tag 2 – Hafen", "Tag 3 – Rückfahrt"),
        ("I. Die Lage", "II. Der Plan", "III. Die Kosten"),
        ("a) la rive", "b) le port", "c) la gare"),
        ("一、背景", "二、计划", "三、费用"),
        ("第1章 港", "第2章 駅", "第3章 橋"),
        ("(1) Kosten", "(2) Zeit", "(3) Folgen"),
        ("#1 The quay", "#2 The market", "#3 The bridge"),
        ("1", "2", "3"),
    ],
)
def test_lines_that_count_are_one_series(lines: tuple[str, ...]) -> None:
    found = counted([each for line in lines for each in (line, PROSE)])
    assert sorted(found) == [0, 2, 4]
    assert {member.series for member in found.values()} == {0}
    assert {member.size for member in found.values()} == {3}


def test_a_series_may_count_down() -> None:
    assert numbers_of("12. Ada", "11. Ben", "10. Cid", "9. Dee") == [12, 11, 10, 9]


def test_a_list_within_a_list_is_a_series_of_its_own() -> None:
    found = counted(["1. Rice", "1. Wash", "2. Boil", "2. Beans", "1. Soak", "2. Cook", "3. Tea"])
    assert len(found) == 7


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Wash the rice", PROSE),
        ("In 3 years", "In 9 years"),
        ("I went home", "A tram came"),
        ("2019 was a good year", "2020 was not"),
        ("1,200 people came", "2,200 people left"),
        ("1.5 million came", "2.5 million left"),
        ("9:30 Breakfast", "10:30 Walk"),
    ],
)
def test_lines_that_do_not_count_are_none(lines: tuple[str, ...]) -> None:
    assert not numbers_of(*lines)
