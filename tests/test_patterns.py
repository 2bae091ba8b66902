"""Patterns are compiled at their first use, not when the module that has them is imported."""

from __future__ import annotations

import ast
import copy
import importlib
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsclean.patterns import lazy_regex

PACKAGE = Path(__file__).parent.parent / "src" / "newsclean"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def modules() -> list[Path]:
    """The modules that a user's process may import."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return [path for path in paths if not {"training", "patterns.py"} & set(path.parts)]


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            for decorator in getattr(child, "decorator_list", ()):
                yield from ast.walk(decorator)
        else:
            yield child
            yield from run_at_import(child)


def test_no_pattern_is_compiled_at_import() -> None:
    """A shell loop starts a process an article, and a page uses a third of the patterns."""
    compiled = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in modules()
        for node in run_at_import(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert not compiled, "use newsclean.patterns.lazy_regex"


def test_every_pattern_is_valid() -> None:
    """An error in a pattern shows here, not on the first page that needs it."""
    lazy = type(lazy_regex(""))
    found = 0
    for path in modules():
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for value in vars(importlib.import_module(name.removesuffix(".__init__"))).values():
            if isinstance(value, lazy):
                found += isinstance(value.flags, int)  # only the compiled pattern knows them
    assert found > 400


def test_a_lazy_pattern_is_a_pattern() -> None:
    """In the methods it has, in what it tells of itself, in eight threads and as a copy."""
    pattern, real = lazy_regex(r"(?P<day>\d+)", re.ASCII), re.compile(r"(?P<day>\d+)", re.ASCII)
    assert pattern.pattern == real.pattern
    assert (pattern.flags, pattern.groupindex) == (real.flags, real.groupindex)
    assert copy.deepcopy(pattern).sub("N", "12 May") == "N May"
    assert pattern.findall("12, 13") == ["12", "13"]
    fresh = lazy_regex("b+")
    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(lambda text: fresh.split(text, 1), ["abba"] * 64))) == 64
    assert lazy_regex(b"b+").split(b"abba") == [b"a", b"a"]
    with pytest.raises(AttributeError):
        _ = fresh.nothing  # type: ignore[attr-defined]


def test_no_group_is_repeated_possessively() -> None:
    """Python up to 3.11.4 loses what groups have matched in `(?:...)*+`, and raises SystemError.

    A repeated character or set (`[ab]*+`) is sound there.
    """
    possessive = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+(?!,;)|\(\?>")
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and possessive.search(node.value)
    ]
    assert not found
