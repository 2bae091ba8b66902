"""The JSON record: what is in it, that the schema describes it, that any text survives it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from conftest import SAMPLES
from digests import FIRST, bare, full
from newsclean.document import REASONS, ScoredSentence, Summary
from newsclean.output import json as output

SCHEMA = json.loads(
    resources.files("newsclean.data")
    .joinpath("schema/newsclean-1.schema.json")
    .read_text(encoding="utf-8")
)
DIGEST = SCHEMA["$defs"]["digest"]
CHECK = jsonschema.Draft202012Validator(SCHEMA)
ARTICLES = sorted(
    path for path in SAMPLES.iterdir() if path.stem != "kettle-shop" and path.suffix != ".svg"
)


def test_the_schema_is_a_schema():
    """The shipped schema is itself valid under draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_sample_validates_and_points_into_its_text(path):
    """A real article's record fits the schema, and each offset finds the words it speaks of."""
    digest = newsclean.digest(path.read_bytes())
    record = json.loads(output.render(digest))
    CHECK.validate(record)
    text = digest.document.text
    for each in (*record["quotes"], *record["sentences"], *record["removed"]):
        assert "".join(text[each["start"] : each["end"]].split()) == "".join(each["text"].split())
    assert record["article"]["text"].count("\n\n") == len(record["article"]["paragraphs"]) - 1


@pytest.mark.parametrize("digest", [full(), bare()], ids=["full", "bare"])
def test_what_may_be_missing_is_null(digest):
    """A record with everything in it and one with next to nothing both fit the schema."""
    CHECK.validate(output.as_record(digest))


def test_the_schema_describes_every_field_and_no_other():
    """No field of the record lacks a description, and none is described that is not there."""
    digest = full()
    for name, record in (
        ("digest", output.as_record(digest)),
        ("together", output.together_record(digest.summary)),
        ("headline", output.headline_record(digest, "Ferry")),
    ):
        schema = SCHEMA["$defs"][name]
        described = {path for path in _described(schema) if not path.startswith("/story")}
        assert described == set(_present(record))  # a story is what a batch adds
        assert all(part.get("description") for part in _parts(schema))
        objects = [part for part in _parts(schema) if "properties" in _resolved(part)]
        assert not any(_resolved(part)["additionalProperties"] for part in (schema, *objects))
        CHECK.validate(record)


def test_the_schema_knows_every_reason():
    """A reason that the cleaner may give is one that the schema allows."""
    reason = DIGEST["properties"]["removed"]["items"]["properties"]["reason"]
    assert tuple(reason["enum"]) == REASONS


def test_the_record_says_what_the_digest_says():
    """The values that a program looks for first are where the documentation has them."""
    record = output.as_record(full())
    assert record["schema_version"] == 1
    assert record["source"] == {"name": "ferry.txt", "kind": "text", "encoding": "utf-8"}
    assert (record["title"], record["site"]) == ("The last ferry", "Isle Gazette")
    assert record["metadata"]["byline"]["origin"] == "json-ld"
    assert record["article"]["text"].startswith(FIRST + "\n\n")
    assert record["quotes"][0]["speaker"] == "Tilda Marsh"
    assert [s["rank"] for s in record["summary"]["sentences"]] == [1, 3]
    assert record["summary"]["sentences"][0]["features"] == {"position": 0.5, "length": -0.25}
    assert record["words"] == {"read": 44, "kept": 33}
    assert [r["reason"] for r in record["removed"]][2:] == ["headline", "newsletter", "copyright"]


def test_a_sentence_without_a_score_is_still_listed():
    """A method that scores only what it chose leaves the others in the list, with null."""
    digest = full()
    digest = replace(digest, summary=replace(digest.summary, scores=digest.summary.scores[:1]))
    record = output.as_record(digest)
    assert [s["rank"] for s in record["sentences"]] == [1, None, None, None, None]
    CHECK.validate(record)


def test_numbers_of_numpy_are_numbers():
    """Scores that came out of numpy are written like any other, to six places."""
    digest = full()
    first = digest.sentences[0]
    scored = ScoredSentence(first, np.float32(0.1), 1, (("position", np.float64(1 / 3)),))
    record = json.loads(output.render(replace(digest, summary=Summary("lsa", (scored,)))))
    assert record["summary"]["sentences"][0]["score"] == 0.1
    assert record["summary"]["sentences"][0]["features"] == {"position": 0.333333}


def test_a_line_is_one_line_and_says_the_same():
    """JSON Lines has the same record with no line break in it, whatever a reader breaks at."""
    digest = bare("one\u2028two\x85three\nfour")
    line = output.render_line(digest)
    assert line.splitlines() == [line[:-1]]
    assert json.loads(line) == json.loads(output.render(digest))


def test_letters_stay_letters_and_terminals_stay_safe():
    """Text in any script is readable in the file; control characters are written as escapes."""
    text = output.render(bare("Привет \x1b[31m \x9b31m \x7f"))
    assert "Привет" in text
    assert not any(code in text for code in "\x1b\x9b\x7f")


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_survives(text):
    """Whatever is in an input, lone surrogates too, the record is UTF-8 and reads back the same."""
    rendered = output.render(bare(text)).encode("utf-8")
    back = json.loads(rendered)["article"]["text"]
    pairs = "surrogatepass"
    assert back.encode("utf-16", pairs) == text.encode("utf-16", pairs)


def test_two_renderings_are_the_same_bytes():
    """Equal digests give equal documents."""
    assert output.render(full()) == output.render(full())


def _described(schema: dict[str, Any], at: str = "") -> Any:
    schema = _resolved(schema)
    for name, part in schema.get("properties", {}).items():
        yield f"{at}/{name}"
        yield from _described(part, f"{at}/{name}")
    if "items" in schema:
        yield from _described(schema["items"], at)


def _present(record: Any, at: str = "") -> Any:
    if isinstance(record, list):
        for each in record:
            yield from _present(each, at)
    elif isinstance(record, dict) and not at.endswith("/features"):
        for name, part in record.items():
            yield f"{at}/{name}"
            yield from _present(part, f"{at}/{name}")


def _parts(schema: dict[str, Any]) -> Any:
    """Every part of the schema that stands for a named field."""
    for part in _resolved(schema).get("properties", {}).values():
        yield part
        yield from _parts(part)
    if "items" in schema:
        yield from _parts(schema["items"])


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema
