"""HTML pages end to end: the article comes out, and what stands around it does not."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import newsclean
from newsclean import weights_file
from newsclean.cleaning.features import markup
from newsclean.cleaning.features.text import OWN_COLUMNS, describe
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.model import markup_network
from newsclean.sources import html

PAGES = Path(__file__).parent / "cases" / "html_pages.json"
CASES = json.loads(PAGES.read_text(encoding="utf-8"))


def page(case: dict[str, Any]) -> str:
    return "\n".join(case["html"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_articles(case: dict[str, Any]) -> None:
    """Every paragraph of the body is kept, nothing of the boilerplate is."""
    text = newsclean.clean(page(case).encode()).text
    assert [part for part in case["keep"] if part not in text] == []
    assert [part for part in case["drop"] if part in text] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_nothing_vanishes(case: dict[str, Any]) -> None:
    """Paragraphs and removals cover every character that was read but white space."""
    document = html.read(page(case))
    article = newsclean.clean(page(case))
    spans = sorted((part.start, part.end) for part in (*article.paragraphs, *article.removals))
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    covered = "".join(document.text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(document.text.split())


def test_classes_may_go() -> None:
    """The article is found without a class or id to go by."""
    case = CASES[0]
    bare = page(case)
    for name in ("class", "id"):
        bare = bare.replace(f" {name}=", " data-x=")
    assert bare != page(case)
    text = newsclean.clean(bare).text
    assert all(part in text for part in case["keep"])


def test_a_bare_article_stays_whole() -> None:
    """Of a page that is nothing but paragraphs of prose, all are kept."""
    paragraphs = [part for case in CASES for part in case["keep"] if len(part) > 60][:8]
    text = newsclean.clean("".join(f"<p>{part}</p>" for part in paragraphs)).text
    assert text.split("\n\n") == paragraphs


def network_inputs(text: str) -> tuple[Any, Any, Any, Any]:
    document = html.read(text)
    lines = markup.spaced(document, worded(segment(document.text, unwrap=False))[1])
    described = describe(lines, "en")
    marked = markup.mark(document, lines, described.words)
    return described.features[:, :OWN_COLUMNS], described.bag, marked, described.words


def test_the_file_comes_back() -> None:
    """A network written and read again says the same of a page, to the rounding of its weights."""
    net = markup_network.load("html.bin")
    _, nets = weights_file.loads(markup_network.MAGIC, weights_file.read("cleaning/html.bin"))
    again = markup_network.loads(markup_network.dump(net.reader, nets, "a note"))
    inputs = network_inputs(page(CASES[0]))
    assert np.array_equal(net(*inputs), again(*inputs))


def test_another_file_is_refused() -> None:
    """Bytes that are no such network are named so."""
    with pytest.raises(ValueError, match="not a newsclean network"):
        markup_network.loads(b"NCN1" + bytes(100))


def test_features_must_be_those_trained_on() -> None:
    """Features of another number than the networks know are refused rather than misread."""
    net = markup_network.load("html.bin")
    features, bag, marked, words = network_inputs(page(CASES[0]))
    with pytest.raises(ValueError, match="trained on"):
        net(features[:, 1:], bag, marked, words)


def test_numpy_and_torch_agree() -> None:
    """The exported arrays say in numpy what the trained net says in torch."""
    torch = pytest.importorskip("torch")
    batches = pytest.importorskip("newsclean.training.cleaning.html_batches")
    training = pytest.importorskip("newsclean.training.cleaning.html_network")
    settings = batches.Settings(hidden=8, embedding=4, noticed=4, word_dropout=0.0, noise=0.0)
    features, bag, marked, words = network_inputs(page(CASES[0]))
    keep = np.zeros(len(words), bool)
    one = training.Page("a", "a.example", features, bag, marked, keep, words)
    reader = training.reader([one], batches.Settings(least_domains=1))
    prepared = training.prepare([one, one], reader)
    torch.manual_seed(0)
    net = training._Net(reader, settings).eval()
    batch = batches.make_batch(prepared, settings, np.random.default_rng(0))
    with torch.no_grad():
        expected = net(batch)[:, 0].numpy()
    arrays = training._export(net.state_dict(), settings)
    again = markup_network.net_of(arrays)
    found = markup_network.Network(reader, (again,))(features, bag, marked, words)
    assert np.allclose(np.concatenate([found, found]), expected, atol=1e-4)
