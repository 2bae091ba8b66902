"""The judge of lines: what readers would strike out goes, what they would keep comes back."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

import newsclean
from newsclean import cleaning
from newsclean.cleaning.clean import choose, settle
from newsclean.cleaning.judge import network as judge_network
from newsclean.cleaning.judge import words
from newsclean.cleaning.judge.judge import (
    PLACES,
    Judge,
    dump,
    judge,
    load,
    loads,
    place_columns,
)
from newsclean.cleaning.judge.network import Net, Network
from newsclean.cleaning.judge.numbers import COLUMNS, rows
from newsclean.cleaning.judge.trees import Trees, trees_of
from newsclean.cleaning.model import layers
from newsclean.cleaning.model.layers import Block, Linear
from newsclean.cleaning.model.text_network import Scaling
from newsclean.cleaning.record import PageRecord
from newsclean.document import REASONS, Document, Field
from newsclean.errors import NewscleanError
from records import LAST, LEAD, MIDDLE

TREES = Trees(
    feature=np.array([1, 0, 0, 0, 0, 0, 0, 0]),
    threshold=np.array([0.5, 2.0, np.inf, np.inf, np.inf, -1.0, np.inf, np.inf], np.float32),
    child=np.array([1, 3, 2, 3, 4, 6, 6, 7]),
    value=np.array([0, 0, 10, 1, 2, 0, 0.25, 0.5], np.float32),
    roots=np.array([[0, 5]]),
    depth=2,
    base=np.array([100], np.float32),
)
"""Two trees: by the second feature, then by the first one; and by the first one alone."""
ROWS = np.array([[2, 0], [3, 0.5], [3, 1], [-1, 1]], np.float32)


def test_trees_are_walked_to_the_leaf_that_a_row_falls_into() -> None:
    assert TREES(ROWS)[:, 0].tolist() == [101.5, 102.5, 110.5, 110.25]


def test_trees_come_back_from_a_file_as_they_were() -> None:
    assert trees_of(TREES.arrays())(ROWS).tolist() == TREES(ROWS).tolist()


def test_a_model_of_other_columns_is_refused() -> None:
    data = dump(load("en"), "as it is")
    assert loads(data).reasons == load("en").reasons
    with pytest.raises(ValueError, match="train it anew"):
        loads(data.replace(b'"of_longest"', b'"of_lowest__"'))


@pytest.mark.parametrize("language", ["en", "fi"])
def test_reasons_are_those_that_exist(language: str) -> None:
    assert set(load(language).reasons) <= set(REASONS)


def _split(column: str, at: float, low: float, high: float) -> Trees:
    """One tree with one question."""
    return Trees(
        np.array([COLUMNS.index(column), 0, 0]),
        np.array([at, np.inf, np.inf], np.float32),
        np.array([1, 1, 2]),
        np.array([0, low, high], np.float32),
        np.array([[0]]),
        1,
        np.zeros(1, np.float32),
    )


WIDTH = len(COLUMNS) + len(words.STEPS) + len(PLACES)
NO_PLACE = np.empty((9, 0), np.float32)
"""Nothing behind the rows of nine lines."""


def made_net(hidden: int = 4, seed: int = 0) -> Net:
    """A net with random weights, and one block."""
    random = np.random.default_rng(seed)

    def layer(rows: int, columns: int) -> Linear:
        return Linear(
            random.normal(0, 0.1, (rows, columns)).astype(np.float16).astype(np.float32),
            np.zeros(columns, np.float32),
        )

    around = np.stack([layer(hidden, hidden).weights for _ in range(3)])
    block = Block(1, around, np.zeros(hidden, np.float32), layer(hidden, hidden))
    return Net(layer(WIDTH, hidden), (block,), layer(2 * hidden, hidden), layer(2 * hidden, 1))


def reading(*nets: Net) -> Network:
    """A network that reads the numbers of a line as they are."""
    width = np.zeros(WIDTH, np.float32)
    return Network(Scaling(np.zeros(0, np.int64), width, width + 1), nets)


def says(odds: float) -> Network:
    """A network that says the same of each line."""
    net = made_net()
    flat = Linear(np.zeros((8, 1), np.float32), np.full(1, odds, np.float32))
    return reading(net._replace(out=flat))


def strict(least: float = 0.5) -> Judge:
    """A model that keeps each line but those with less than half of the words of the others."""
    kinds = Trees(
        np.zeros(2, np.int64),
        np.full(2, np.inf, np.float32),
        np.arange(2),
        np.array([2, 0], np.float32),
        np.array([[0], [1]]),
        0,
        np.zeros(2, np.float32),
    )
    table = np.zeros(1 << 15, np.float32)
    limits = np.full((2, 2, 3), least, np.float32)
    short = _split("to_median", 0.5, -3.0, 1.0)
    return Judge(table, short, kinds, ("caption", "navigation"), limits)


SHORT = "Trams were green and white then"
BODY = (LEAD, MIDDLE, SHORT, LAST)


def record_of_body(*, keep: tuple[str, ...] = (), lines: tuple[str, ...] = BODY) -> PageRecord:
    record = settle(choose(Document("\n\n".join(lines)), keep=keep))
    assert sum(record.kept) == len(lines)
    return record


def gone(before: PageRecord, after: PageRecord) -> list[str]:
    pairs = zip(before.page.texts, before.kept, after.kept, strict=True)
    return [text for text, was, stays in pairs if was and not stays]


def test_a_line_that_the_model_strikes_out_goes_with_a_cause() -> None:
    record = record_of_body()
    found = judge(record, model=strict())
    assert gone(record, found) == [SHORT]
    reason, evidence = found.causes[record.page.texts.index(SHORT)]
    assert reason == "caption"
    assert "(0.95)" in evidence
    assert "ends as no sentence does" in evidence


def test_below_the_limit_a_line_stays() -> None:
    record = record_of_body()
    assert not gone(record, judge(record, model=strict(least=0.96)))


def test_what_the_user_keeps_and_favour_recall_stay() -> None:
    wanted = record_of_body(keep=("green and white",))
    assert not gone(wanted, judge(wanted, model=strict()))
    record = record_of_body()
    assert not gone(record, judge(record, "recall", model=strict()))


def test_what_a_rule_vouches_for_stays() -> None:
    record = record_of_body()
    vouched = record._replace(vouched=frozenset([record.page.texts.index(SHORT)]))
    assert not gone(vouched, judge(vouched, model=strict()))


def test_few_lines_are_left_alone() -> None:
    record = record_of_body(lines=(LEAD, SHORT, LAST))
    assert not gone(record, judge(record, model=strict()))


def doubted(record: PageRecord) -> PageRecord:
    """The record as if the networks doubted each line."""
    predictions = record.predictions
    assert predictions is not None
    doubts = np.full_like(predictions.probabilities, 0.6)
    return record._replace(predictions=predictions._replace(probabilities=doubts))


def test_where_most_of_the_words_would_go_nothing_does() -> None:
    record = doubted(record_of_body())
    assert gone(record, judge(record, model=strict()))
    sure = strict()._replace(own=_split("to_median", 99.0, -3.0, -3.0))
    assert not gone(record, judge(record, model=sure))


def come_back(before: PageRecord, after: PageRecord) -> list[str]:
    pairs = zip(before.page.texts, before.kept, after.kept, strict=True)
    return [text for text, was, stays in pairs if stays and not was]


DEPOT = (
    "The depot on the quay opens its doors to visitors each Sunday, and the oldest tram of the "
    "town, built in a yard that has long since closed, is shown to all who ask for it there."
)
FOUR = (LEAD, MIDDLE, DEPOT, LAST)


def record_that_lost(text: str, **of_page: tuple[str, ...]) -> PageRecord:
    record = settle(choose(Document("\n\n".join((*FOUR, LEAD.upper())), kind="text"), **of_page))
    texts = record.page.texts
    return record._replace(kept=[each != text for each in texts], causes={}, roles={})


@pytest.mark.parametrize("lost", FOUR)
def test_a_line_that_readers_would_keep_comes_back(lost: str) -> None:
    record = record_that_lost(lost)
    assert come_back(record, judge(record, model=strict())) == [lost]
    assert not come_back(record, judge(record, model=strict(least=0.9)))


def test_with_favour_precision_nothing_comes_back() -> None:
    record = record_that_lost(MIDDLE)
    assert not come_back(record, judge(record, "precision", model=strict()))
    assert come_back(record, judge(record, "recall", model=strict())) == [MIDDLE]


def test_what_a_rule_a_role_or_the_user_took_out_stays_out() -> None:
    record = record_that_lost(MIDDLE)
    at = record.page.texts.index(MIDDLE)
    caused = record._replace(causes={at: ("caption", "it says so")})
    assert not come_back(caused, judge(caused, model=strict()))
    titled = record._replace(roles={at: "headline"})
    assert not come_back(titled, judge(titled, model=strict()))
    dropped = record_that_lost(MIDDLE, drop=(MIDDLE[:20],))
    assert not come_back(dropped, judge(dropped, model=strict()))


@pytest.mark.parametrize(
    ("line", "comes"),
    [
        ("Read also: Who pays for the trams?", False),
        ("Related: the trams of other towns", False),
        ("See also: the trams of other towns", False),
        ("The trams of other towns are older", True),
    ],
)
def test_a_line_to_another_article_does_not_come_back(line: str, comes: bool) -> None:  # noqa: FBT001
    lines = (LEAD, MIDDLE, line, DEPOT, LAST)
    record = settle(choose(Document("\n\n".join(lines), kind="text")))
    kept = [text != line for text in record.page.texts]
    lost = doubted(record._replace(kept=kept, causes={}, roles={}))
    found = judge(lost, model=strict()._replace(network=says(5.0)))
    assert come_back(lost, found) == [line] * comes


def test_what_the_networks_are_sure_of_is_not_asked() -> None:
    record = record_that_lost(MIDDLE)
    predictions = record.predictions
    assert predictions is not None
    sure = np.full_like(predictions.probabilities, 0.001)
    certain = record._replace(predictions=predictions._replace(probabilities=sure))
    assert not come_back(certain, judge(certain, model=strict()))


def test_where_much_would_come_back_nothing_does() -> None:
    record = settle(choose(Document("\n\n".join((*FOUR, *(line.upper() for line in FOUR))))))
    half = record._replace(
        kept=[at < len(FOUR) for at in range(2 * len(FOUR))], causes={}, roles={}
    )
    assert not come_back(half, judge(half, model=strict()))


GERMAN = """\
Der Rat von Ferrau hat am Montag beschlossen, die Straßenbahn am Hafen zurückzukaufen.
Die Linie befördert am Tag neuntausend Menschen und verliert mit allen Geld, und bald mehr.
Anwohner baten um spätere Bahnen am Freitag und um Unterstände beim Fischmarkt.
Bis Juni wird wie bisher gefahren, danach soll die Stadt den Fahrplan schreiben."""
FRENCH = """\
Le conseil de Ferrau a décidé lundi de racheter le tramway du port, vendu il y a dix ans.
La ligne transporte neuf mille personnes par jour et perd de l'argent avec toutes.
Les habitants ont demandé des trams plus tard le vendredi et des abris près du marché.
Jusqu'en juin rien ne change, ensuite la ville écrira elle-même les horaires."""
ENGLISH = f"{LEAD}\n{MIDDLE}\n{LAST}\n{MIDDLE.upper()}"


@pytest.mark.parametrize("lines", [ENGLISH, GERMAN, FRENCH])
def test_plain_paragraphs_stay(lines: str) -> None:
    record = settle(choose(Document(lines.replace("\n", "\n\n"))))
    assert not gone(record, judge(record))


def test_the_rows_of_a_page_have_the_columns_that_are_named() -> None:
    found = rows(record_of_body())
    assert found is not None
    assert found.values.shape == (len(BODY), len(COLUMNS))
    assert np.isfinite(found.values).all()


def test_odd_pages_are_read() -> None:
    for text in (
        "a",
        "a\n\nb\n\nc\n\nd\n\ne",
        "一\n\n二\n\n三\n\n四\n\n五",
        "? \n! \n1\n2\n3\n4\n5\n6",
    ):
        try:
            article = cleaning.clean(Document(text))
        except NewscleanError:
            continue
        assert article.paragraphs


def test_what_the_network_says_of_a_line_hangs_on_those_around_it() -> None:
    random = np.random.default_rng(3)
    values = random.normal(0, 1, (9, WIDTH)).astype(np.float32)
    kept = np.ones(9, bool)
    network = reading(made_net(), made_net(seed=1))
    before = network(values, NO_PLACE, kept)
    values[3] = random.normal(0, 1, WIDTH)
    after = network(values, NO_PLACE, kept)
    assert before.shape == (9,)
    assert (abs(after - before) > 1e-5).all()  # by the mean of the page, all
    some = ~kept | (values[:, 0] > 0)
    assert not np.array_equal(after, network(values, NO_PLACE, some))


def test_a_long_page_is_read_in_parts_that_see_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(4)
    values = random.normal(0, 1, (9, WIDTH - len(PLACES))).astype(np.float32)
    kept = values[:, 0] < 1
    network, place = reading(made_net(), made_net(seed=1)), place_columns(kept)
    whole = network(values, place, kept)
    monkeypatch.setattr(judge_network, "_LINES_AT_ONCE", 4)
    assert np.allclose(network(values, place, kept), whole, atol=1e-5)


def test_a_network_comes_back_from_a_file_as_it_was() -> None:
    model = strict()._replace(network=reading(made_net(), made_net(seed=1)))
    values = np.random.default_rng(3).normal(0, 1, (9, WIDTH)).astype(np.float32)
    kept = values[:, 0] < 1
    again = loads(dump(model, "made")).network
    assert again is not None
    assert again(values, NO_PLACE, kept).tolist() == model.network(values, NO_PLACE, kept).tolist()
    assert loads(dump(strict(), "made")).network is None


def test_network_and_trees_decide_together() -> None:
    """Trees strike the short line out with odds of -3, unless the network is sure of it."""
    record = record_of_body()
    for odds, out in ((-2.0, [SHORT]), (1.0, [SHORT]), (1.9, [SHORT]), (2.5, [])):
        assert gone(record, judge(record, model=strict()._replace(network=says(odds)))) == out


def test_numpy_runs_the_network_that_torch_trained() -> None:
    torch = pytest.importorskip("torch")
    from newsclean.training.cleaning import judge_network as training

    random = np.random.default_rng(1)
    starts = [0, 7, 30, 42]
    values = random.normal(0, 1, (42, 6)).astype(np.float32)
    own = values[:, 0] + np.roll(values[:, 1], 1) > 0
    lines = training.Lines(
        values, values[:, 2] > -1, own, 1 - own.astype(np.int64), np.ones(42), starts
    )
    settings = training.Settings(hidden=8, epochs=2, pages=2)
    net = training.trained(lines, values, np.arange(3), settings, seed=0)
    net.eval()
    several = training.Settings(hidden=8, epochs=2, pages=3)
    batch = next(training.batches(lines, np.arange(3), several, random))
    with torch.no_grad():
        said = net(batch.of(values), batch)[:, 0].numpy()
    exported = training.network.net_of(training.export(net, settings))
    for first, last in itertools.pairwise(starts):
        here = slice(first, last)
        entered = exported.entered(values[here])
        means = np.concatenate([layers.mean(entered[lines.kept[here]]), layers.mean(entered)])
        found = exported(entered, means)
        wanted = [said[batch.index == at][0] for at in range(first, last)]
        assert np.allclose(found, wanted, atol=0.02)


SURE = strict()._replace(network=says(5.0))
BRIDGE = [
    "Council closes the old bridge",
    "The council voted on Tuesday to close the old bridge for the winter, as it has cracks.",
    "The repair will cost four million crowns, and the council has no money for it.",
    "Shops on the far bank fear for their trade, as the next bridge is eleven miles away.",
    "A petition against the closure had gathered more than two thousand names by Wednesday.",
]


@pytest.mark.parametrize("was", ["amended on 3 May to correct", "updated on Tuesday to give"])
def test_a_note_on_a_correction_does_not_come_back(was: str) -> None:
    note = f"This article was {was} the cost of the bridge."
    article = newsclean.clean("\n\n".join([*BRIDGE, note]))
    assert [each.text for each in article.paragraphs] == BRIDGE[1:]


@pytest.mark.parametrize(
    "reason", ["caption", "advertisement", "related articles", "embedded post"]
)
def test_what_a_rule_took_out_comes_back_where_the_network_is_sure(reason: str) -> None:
    record = record_that_lost(MIDDLE)
    at = record.page.texts.index(MIDDLE)
    caused = record._replace(causes={at: (reason, "it says so")})
    found = judge(caused, model=SURE)
    assert come_back(caused, found) == [MIDDLE]
    assert at not in found.causes
    unsure = strict()._replace(network=says(-0.5))
    assert not come_back(caused, judge(caused, model=unsure))
    assert not come_back(caused, judge(caused, "precision", model=SURE))


def test_what_was_read_as_standfirst_is_body_alone_when_it_comes_back() -> None:
    record = record_that_lost(LEAD)
    at = record.page.texts.index(LEAD)
    read = replace(record.metadata, standfirst=Field(LEAD, 1.0, "text"))
    shown = record._replace(roles={at: "standfirst"}, metadata=read)
    found = judge(shown, model=SURE)
    assert come_back(shown, found) == [LEAD]
    assert not found.roles
    assert found.metadata.standfirst is None


def test_what_is_hidden_titles_and_what_the_user_drops_stay_out_whatever_the_network_says() -> None:
    record = record_that_lost(MIDDLE)
    at = record.page.texts.index(MIDDLE)
    dropped = record_that_lost(MIDDLE, drop=(MIDDLE[:20],))
    for lost in (
        record._replace(causes={at: ("hidden on the page", "its style says so")}),
        record._replace(causes={at: ("editorial note", "it begins with 'this article was'")}),
        record._replace(causes={at: ("caption", "it says so")}, roles={at: "headline"}),
        record._replace(roles={at: "date"}),
        record._replace(causes={at: ("caption", "it says so")}, repeats={at: 3}),
        dropped._replace(causes={at: ("caption", "it says so")}),
    ):
        assert not come_back(lost, judge(lost, model=SURE))
