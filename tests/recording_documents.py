"""What is read out of a file, before anything is decided: for `recording.py`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from newsclean.document import Document, Metadata
from newsclean.errors import NewscleanError
from newsclean.markup import Tree
from newsclean.sources.inputs import documents


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
