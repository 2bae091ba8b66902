"""The article that newsclean was first asked for comes out as it should, where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsclean

SEED = Path(__file__).parents[2] / "shared" / "seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the shared data are not beside the clone")
def test_the_first_article() -> None:
    wanted = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    digest = newsclean.digest((SEED / "moscow-times.txt").read_bytes())
    plain = [paragraph.replace("\N{NO-BREAK SPACE}", " ") for paragraph in wanted["body"]]
    assert [paragraph.text for paragraph in digest.article.paragraphs] == plain
    assert digest.title == wanted["title"]
    assert [quote.speaker for quote in digest.quotes if quote.key] == ["Ri Yong Ho"]
