"""The networks over lines: file format, inference, features, decoding."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import once
from newsclean import weights_file
from newsclean.arrays import Bag
from newsclean.cleaning.features.text import describe
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.model import classify, text_network
from newsclean.cleaning.model.embedding import Vocabulary
from newsclean.cleaning.record import Predictions
from newsclean.cleaning.selection import decode

WIDTH, HIDDEN, NOTICED, WORDS, EMBEDDING = 7, 6, 3, 11, 4


def made_net(seed: int) -> dict[str, Any]:
    """A small net with weights drawn at random, exact in 16 bits."""
    rng = np.random.default_rng(seed)

    def draw(*shape: int) -> Any:
        return rng.normal(0, 0.5, shape).astype(np.float16).astype(np.float32)

    net: dict[str, Any] = {"words": draw(WORDS, EMBEDDING)}
    sizes = {
        "in": (WIDTH + EMBEDDING, HIDDEN),
        "mix": (HIDDEN, HIDDEN),
        "notice": (HIDDEN, NOTICED),
        "page": (3 * NOTICED, HIDDEN),
        "out": (HIDDEN, 3),
        "article": (2 * HIDDEN, 1),
    }
    for index in range(2):
        sizes[f"block{index}.conv"] = (3 * HIDDEN, HIDDEN)
        sizes[f"block{index}.mix"] = (HIDDEN, HIDDEN)
    for name, shape in sizes.items():
        net[f"{name}.w"], net[f"{name}.b"] = draw(*shape), draw(shape[1])
    return {**net, "dilations": (1, 2), "page_after": (0,)}


def made_file(*seeds: int) -> bytes:
    ones = np.ones(WIDTH, np.float32)
    scaling = text_network.Scaling(np.array([2]), ones, ones * 2, ("size",) * WIDTH)
    vocabulary = Vocabulary(np.arange(10, 10 + WORDS, dtype=np.uint32))
    return text_network.dump(scaling, vocabulary, [made_net(seed) for seed in seeds], "x")


def page(lines: int, seed: int = 0) -> tuple[Any, Bag, Any]:
    rng = np.random.default_rng(seed)
    features = rng.normal(1, 1, (lines, WIDTH)).astype(np.float32)
    where = np.sort(rng.integers(0, lines, 3 * lines))
    bag = Bag(rng.integers(0, 30, 3 * lines).astype(np.uint32), where)
    return features, bag, np.full(lines, 9, np.float32)


def test_a_file_is_read_as_it_was_written() -> None:
    """Scaling, vocabulary and weights survive the way through the file."""
    read = text_network.loads(made_file(1))
    assert read.scaling.log.tolist() == [2]
    assert read.scaling.scale.tolist() == [2.0] * WIDTH
    assert read.vocabulary.hashes.tolist() == list(range(10, 10 + WORDS))
    _, nets = weights_file.loads(text_network.MAGIC, made_file(1))
    for name, value in made_net(1).items():
        assert np.array_equal(nets[0][name], value), name


def test_another_file_is_refused() -> None:
    """Bytes that are no network are refused, not misread."""
    with pytest.raises(ValueError, match="not a newsclean network"):
        text_network.loads(b"GIF89a" + b"\0" * 90)


def test_features_of_another_width_are_refused() -> None:
    """A network does not run on features it was not trained on."""
    features, bag, words = page(4)
    with pytest.raises(ValueError, match="trained on 7"):
        text_network.loads(made_file(1))(features[:, :6], bag, words)


def test_an_ensemble_is_the_mean_of_its_nets() -> None:
    """Where the first net is in doubt, the log-odds of all are averaged."""
    given = page(9)
    one, two, both = (
        text_network.loads(made_file(*seeds))(*given) for seeds in ((1,), (2,), (1, 2))
    )
    assert text_network.expected_error(one.keep, given[2]) > 0.1
    assert np.allclose((one.keep + two.keep) / 2, both.keep, atol=1e-5)
    assert np.isclose((one.article + two.article) / 2, both.article, atol=1e-5)


def test_without_doubt_one_net_is_asked() -> None:
    """Where the first net is sure of every line, the others have no say."""
    sure, other = text_network.loads(made_file(1)), text_network.loads(made_file(2))
    net = sure.nets[0]()
    sure_net = net._replace(out=net.out._replace(bias=net.out.bias + 20))
    both = sure._replace(nets=(lambda: sure_net, *other.nets))
    alone = sure._replace(nets=(lambda: sure_net,))
    assert np.array_equal(both(*page(9)).keep, alone(*page(9)).keep)


def test_doubt_counts_words() -> None:
    """Sure lines leave no doubt; doubtful ones count by their words, against the body's."""
    words = np.array([50, 50, 4], np.float32)
    assert text_network.expected_error(np.array([9, -9, 9], np.float32), words) < 0.01
    short = text_network.expected_error(np.array([9, -9, 0], np.float32), words)
    long_ = text_network.expected_error(np.array([9, 0, 9], np.float32), words)
    assert 0.01 < short < 0.1 < long_


@pytest.mark.parametrize("lines", [1, 2, 3, 40])
def test_pages_of_any_length_are_judged(lines: int) -> None:
    """Also a page shorter than the reach of the convolution gives one finite number a line."""
    logits = text_network.loads(made_file(3))(*page(lines))
    assert logits.keep.shape == logits.after.shape == (lines,)
    assert np.isfinite(logits.keep).all()


def test_numpy_runs_what_torch_trained() -> None:
    """The exported net gives the numbers that the trained one gives."""
    torch = pytest.importorskip("torch")
    from newsclean.training.cleaning import text_network as training

    pages = []
    for seed in range(6):
        features, bag, words = page(30, seed)
        keep = features[:, 0] > 1
        pages.append(training.Page(f"g{seed}", f"d{seed}", features, bag, keep, words))
    settings = training.Settings(hidden=8, embedding=4, noticed=4, epochs=1, least_domains=2)
    known = training.know(pages, settings)
    prepared = training.prepare(pages, known)
    trained = training.fit_one(prepared, known, settings, seed=0)
    exported = training.export(trained, settings)
    read = text_network.loads(text_network.dump(known.scaling, known.vocabulary, [exported], ""))
    one = prepared[0]
    counts = np.bincount(one.lines, minlength=30)
    with torch.no_grad():
        lines, article = trained(
            torch.from_numpy(one.inputs.astype(np.float32))[None],
            torch.from_numpy(one.words),
            torch.from_numpy(np.concatenate([[0], np.cumsum(counts)])),
            torch.ones(1, 30, dtype=torch.bool),
        )
    logits = read(pages[0].features, pages[0].bag, pages[0].words)
    assert np.allclose(lines[0, :, 0].numpy(), logits.keep, atol=0.03)
    assert np.isclose(article.item(), logits.article, atol=0.03)


def test_a_network_that_is_gone_on_from_says_the_same_at_first() -> None:
    """New columns begin without a weight, and words and scaling that were known are kept."""
    pytest.importorskip("torch")
    from newsclean.training.cleaning import text_network as training

    settings = training.Settings(
        hidden=8, embedding=4, noticed=4, epochs=1, rate=0.0, least_domains=2
    )
    narrow, wide = [], []
    for seed in range(6):
        features, bag, words = page(30, seed)
        more = np.hstack([features, np.full((30, 3), float(seed), np.float32)])
        for pages, columns in ((narrow, features), (wide, more)):
            keep = features[:, 0] > 1
            pages.append(training.Page(f"g{seed}", f"d{seed}", columns, bag, keep, words))
    earlier = training.fit(narrow, settings=settings, seeds=(0,))
    known, begun = training.go_on(earlier, training.know(wide, settings), seed=0)
    again = text_network.dump(known.scaling, known.vocabulary, begun, "")
    before = text_network.loads(earlier)(narrow[0].features, narrow[0].bag, narrow[0].words)
    after = text_network.loads(again)(wide[0].features, wide[0].bag, wide[0].words)
    assert np.allclose(before.keep, after.keep, atol=0.02)


def test_features_fit_the_shipped_network() -> None:
    """The shipped weights were trained on as many features as are computed, and say which ends."""
    lines = worded(segment("Home\nThe bridge is closed until Monday, the mayor said.\nShare"))[1]
    described = describe(lines, "en")
    assert classify.of_text(described).keep.shape == (3,)
    assert described.ends.tolist() == [False, True, False]
    assert np.isfinite(described.features).all()


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=12))
def test_features_are_finite_for_any_text(texts: list[str]) -> None:
    """Whatever the characters, each line has its finite numbers and its words."""
    lines = worded(segment("\n".join(texts)))[1]
    if lines:
        described = describe(lines, "en")
        assert len(described.features) == len(lines)
        assert np.isfinite(described.features).all()
        assert (np.diff(described.bag.lines) >= 0).all()


def test_loading_and_judging_are_quick() -> None:
    """Loading takes 30 ms and a page of 150 lines 10 ms; busy machines get much more."""

    def seconds(run: Callable[[], object]) -> float:
        began = time.process_time()
        run()
        return time.process_time() - began

    assert once(lambda: seconds(lambda: text_network.load.__wrapped__("text.bin")) < 0.3)
    text = "\n".join(f"Line {n} says that the bridge over the river is closed." for n in range(150))
    lines = worded(segment(text))[1]
    assert once(lambda: seconds(lambda: classify.of_text(describe(lines, "en"))) < 0.3)


def decided(probabilities: list[float], words: int = 30, **options: Any) -> list[bool]:
    count = len(probabilities)
    given_words = np.full(count, words, np.float32)
    ends = np.ones(count, bool)
    values = np.array(probabilities, np.float32)
    predictions = Predictions(values, given_words, ends, 0.0)
    kept: list[bool] = decode.decode(predictions, **options).tolist()
    return kept


def test_a_lone_likely_line_far_from_the_article_goes() -> None:
    """What is outside of the article's stretch goes, unless it speaks strongly for itself."""
    assert decided([0.9, 0.9, 0.05, 0.05, 0.6]) == [True, True, False, False, False]


def test_an_article_goes_on_after_an_insertion() -> None:
    """An advertisement in the middle does not cost the article its second half."""
    halves = [0.95] * 4
    assert decided([*halves, *[0.02] * 30, *halves]) == [True] * 4 + [False] * 30 + [True] * 4


def test_prose_between_kept_lines_does_not_go_on_one_weak_sign() -> None:
    """A paragraph between two kept ones stays, a short line of the same probability goes."""
    menu, doubtful = [0.01] * 4, [0.95, 0.3, 0.95]
    assert decided(menu + doubtful, words=30)[4:] == [True, True, True]
    assert decided(menu + doubtful, words=5)[4:] == [True, False, True]
    assert decided(menu + doubtful, words=30, favour="precision")[4:] == [True, False, True]


def test_a_few_words_alone_do_not_stay_on_one_weak_sign() -> None:
    """A menu's entry that is as likely as not goes between others that go, a paragraph stays."""
    lines = [0.01, 0.45, 0.01, 0.95, 0.95]
    assert decided(lines, words=3, scattered=True) == [False, False, False, True, True]
    assert decided(lines, words=30, scattered=True)[1]
    assert decided(lines, words=3, scattered=True, favour="recall")[1]
    assert decided([0.95, 0.45, 0.01], words=3, scattered=True)[1]


def test_what_is_next_to_clean_stays_whole() -> None:
    """Where nothing is surely boilerplate, doubtful lines of an article stay too."""
    article = [0.95, 0.95, 0.2, 0.95, 0.95, 0.95, 0.95, 0.2]
    assert all(decided(article))
    assert decided([*article, 0.01, 0.01])[2:8:5] == [False, False]
