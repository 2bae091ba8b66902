"""What is read out of a file, before anything is decided: for `recording.py`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from newsclean.document import Document, Metadata
from newsclean.errors import NewscleanError
from newsclean.markup import Tree
from newsclean.sources import collections, read
from newsclean.sources.inputs import documents

_START_CHARS = 40


def decided(path: Path) -> Iterator[str]:
    """Each document in a file with its text, a line each."""
    for number, given in enumerate(documents(str(path))):
        yield f"\ndocument {number}: {os.path.basename(given.label)}"
        try:
            document = given.document()
        except NewscleanError as refused:
            yield f"refused: {str(refused).replace(str(path.parent), '')}"
            continue
        yield from told(document)
        yield from document.text.split("\n")


def told(document: Document) -> Iterator[str]:
    """What is known of a document beside its text."""
    yield f"is {document.kind}, {document.encoding}"
    for each in fields(Metadata):
        field = getattr(document.metadata, each.name)
        if field is not None:
            others = "".join(f" or {one.value}" for one in field.runners_up)
            yield f"{each.name} is {field.value}, {field.origin} {field.start}{others}"
    yield from (f"noted: {note}" for note in document.notes)
    for part in document.parts:
        yield f"part {part.start}-{part.end} {part.reason} {part.evidence}"
    if document.tree is not None:
        yield from _of_tree(document.tree)


def _of_tree(tree: Tree) -> Iterator[str]:
    yield f"nodes: {len(tree.nodes)}, hidden {sum(node.hidden for node in tree.nodes)}"
    for at, mark in enumerate(tree.markup):
        node = tree.nodes[mark.node]
        numbers = " ".join(str(int(each)) for each in mark)
        yield f"line {at}: {node.tag} {node.names[:30]} {numbers}"
    yield f"bodies {[len(body) for body in tree.bodies]}, kind {tree.stated_kind}"
    for name in ("titles", "descriptions", "keywords"):
        yield f"{name}: {' | '.join(getattr(tree, name))}"
    for name in ("authors", "days"):
        yield f"{name}: {' | '.join(f'{one.value} {one.origin}' for one in getattr(tree, name))}"
    yield f"inline: {' '.join(f'{one.line}{one.tag}{len(one.text)}' for one in tree.inline)}"


def left_out(path: Path) -> Iterator[str]:
    """What is read otherwise of a file when one of its lines is left out, for each line."""
    lines = path.read_bytes().splitlines(keepends=True)
    whole = _facts(b"".join(lines), path.name)
    for number, line in enumerate(lines):
        left = line.decode("utf-8", "replace").strip()
        if not left:
            continue
        now = _facts(b"".join(lines[:number] + lines[number + 1 :]), path.name)
        gone = [one for one in whole if one not in now and not one.endswith(f": {_start(left)}")]
        new = [one for one in now if one not in whole]
        if gone or new:
            yield f"\nwithout line {number}, {_start(left)}"
            yield from (f"- {one}" for one in gone)
            yield from (f"+ {one}" for one in new)


def _facts(data: bytes, name: str) -> list[str]:
    """What is known of each document of a file, without its places."""
    try:
        return [fact for at, one in enumerate(_documents(data, name)) for fact in _known(at, one)]
    except NewscleanError as refused:
        return [f"refused: {refused}"]


def _documents(data: bytes, name: str) -> Iterator[Document]:
    records = collections.of_bytes(data, name)
    if records is None:
        yield read.from_bytes(data, name)
        return
    yield from map(read.from_record, records)


def _known(number: int, document: Document) -> Iterator[str]:
    for each in fields(Metadata):
        field = getattr(document.metadata, each.name)
        if field is not None:
            yield f"{number} {each.name} is {field.value}, {field.origin}"
    yield from (f"{number} noted: {note}" for note in document.notes)
    parts = {part.start: f"{part.reason}, {part.evidence}" for part in document.parts}
    place = 0
    for line in document.text.split("\n"):
        if line.strip():
            yield f"{number} {parts.get(place, 'no part')}: {_start(line.strip())}"
        place += len(line) + 1


def _start(text: str) -> str:
    return text[:_START_CHARS]
