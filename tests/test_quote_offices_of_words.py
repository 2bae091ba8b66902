"""Speakers behind offices of several words, behind a clause, and behind a Chinese pronoun."""

from __future__ import annotations

import pytest

import newsclean

_ENGLISH = (
    "The council of Port Ellis voted on Monday to close the old library and to open a new one.",
    "The work begins in May and will last a year, and the building costs 40,000 pounds.",
)
_INDONESIAN = (
    "Warga Kampung Lembah akhirnya memiliki jembatan beton setelah dua belas tahun menunggu.",
    "Pekerjaan itu menelan biaya dua miliar rupiah dan selesai pada hari Senin lalu.",
)
_CHINESE = (
    "柳河镇最后一家钟表店三日搬进老邮局，开门第一天有两百人排队修表。",
    "邮局的房租每年只收一元，条件是大门上的钟必须走得准。",
)


def _speaker(around: tuple[str, str], text: str) -> tuple[str | None, str | None]:
    (quote,) = newsclean.digest("\n\n".join([around[0], text, around[1]])).quotes
    return quote.speaker, quote.role


@pytest.mark.parametrize(
    ("told", "speaker", "role"),
    [
        ("Wali Kota Ratna Kusuma", "Ratna Kusuma", "Wali Kota"),
        ("Kepala Desa Ujang Saputra", "Ujang Saputra", "Kepala Desa"),
        ("Kepala Dinas Kesehatan Dewi Lestari", "Dewi Lestari", "Kepala Dinas Kesehatan"),
        ("Direktur Utama Agus Pranoto", "Agus Pranoto", "Direktur Utama"),
        ("Ketua RT Joko Susilo", "Joko Susilo", "Ketua RT"),
        ("Kepala Desa Lembah, Ujang Saputra", "Ujang Saputra", "Kepala Desa Lembah"),
        ("Ujang Saputra, warga Desa Lembah", "Ujang Saputra", "warga Desa Lembah"),
        ("Gubernur Ratna Kusuma", "Ratna Kusuma", "Gubernur"),
    ],
)
def test_indonesian_offices(told: str, speaker: str, role: str) -> None:
    """The words of an office are no part of the name behind it."""
    said = f'"Kami sudah menunggu lama sekali untuk jembatan ini," kata {told}.'
    assert _speaker(_INDONESIAN, said) == (speaker, role)


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("a retired carpenter who has come to every meeting since 1998, Earl Lund", "Earl Lund"),
        ("a farmer who lives near the harbour, Marta Lind", "Marta Lind"),
        ("a retired carpenter who has come to every meeting since 1998", "a retired carpenter"),
        ("a carpenter known to all of them as “Shorty”", "a carpenter known to all of them"),
        ("a man accused of theft", "a man accused of theft"),
        ("a teacher based in Leeds", "a teacher based in Leeds"),
    ],
)
def test_somebody_of_whom_a_clause_tells(told: str, speaker: str) -> None:
    """Who ends the sentence behind a comma is who spoke; a description keeps what it needs."""
    found, _ = _speaker(_ENGLISH, f"“I have told them so for many years now,” said {told}.")
    assert found is not None
    assert found.startswith(speaker)


@pytest.mark.parametrize(
    ("before", "speaker", "role"),
    [
        ("洪立群表示，这些年最怕的不是台风，而是停电。", "洪立群", None),
        ("退休工人马德宽今年七十岁。", "马德宽", "退休工人"),
        ("镇长林佩珊指出，经费还没有着落。", "林佩珊", "镇长"),
        ("洪立群表示，修钟要有耐心。许静说，她也这样想。", None, None),
        ("镇上的人都来了。", None, None),
    ],
)
def test_a_chinese_pronoun_behind_another_sentence(
    before: str, speaker: str | None, role: str | None
) -> None:
    """It stands for who alone begins a sentence before it in the paragraph."""
    said = f"{before}“我每天都会先在门口站一下。”他说。"
    assert _speaker(_CHINESE, said) == (speaker, role)
