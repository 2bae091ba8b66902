"""The layout of JSON: the same text as the standard library's, whatever is in the record."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests import bare, full
from newsclean.output.json import as_record
from newsclean.output.json_layout import compact, indented

NAMES = st.text(max_size=4) | st.sampled_from(["%s", '": {"', "},\n  {"])
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=()), max_size=8)
    | st.sampled_from(["a\nb", '"},\n{', "%d"])
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=12
)
RECORDS = st.lists(NAMES, unique=True, max_size=4).flatmap(
    lambda names: st.lists(
        st.tuples(*[PLAIN | st.dictionaries(NAMES, PLAIN, max_size=3) | VALUES] * len(names)).map(
            lambda values: dict(zip(names, values, strict=True))
        )
    )
)


def expected(value: object, indent: int | None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


@given(VALUES | RECORDS)
def test_the_layout_is_that_of_the_standard_library(value):
    """Any value, a list of records of one shape too, is written byte for byte as `json` does."""
    assert indented(value) == expected(value, 2)
    assert compact(value) == expected(value, None)


@pytest.mark.parametrize("digest", [full(), bare()], ids=["full", "bare"])
def test_a_digest_is_laid_out_like_that(digest):
    """The record of a digest is written as `json` writes it."""
    assert indented(as_record(digest)) == expected(as_record(digest), 2)


@pytest.mark.parametrize("value", [float("nan"), [{"a": 1.0}, {"a": float("inf")}]])
def test_what_is_no_number_is_refused(value):
    """JSON knows no NaN and no infinity."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        indented(value)
