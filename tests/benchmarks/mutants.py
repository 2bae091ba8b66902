"""Small changes to the source, each of which some test should notice.

What is changed: a comparison is turned round, a number is one more or less, a truth value or an
`and` is turned into its opposite, a returned value becomes None, a condition always or never holds.
Annotations, decorators, defaults of parameters and names for types are left alone.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.Lt: ast.GtE,
    ast.Gt: ast.LtE,
    ast.In: ast.NotIn,
    ast.Is: ast.IsNot,
}
_OPPOSITE |= {other: one for one, other in _OPPOSITE.items()}
_TYPES = ("annotation", "returns", "decorator_list", "type_comment")
_WITH_PARAMETERS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: where, of which kind, and the code before and after it."""

    path: Path
    line: int
    last_line: int
    kind: str
    start: int
    end: int
    before: str
    after: str

    def source(self, text: str) -> str:
        """The module's source with the change."""
        data = text.encode()
        return (data[: self.start] + self.after.encode() + data[self.end :]).decode()


def of_module(path: Path) -> list[Mutant]:
    """Every mutant of a module."""
    text = path.read_text(encoding="utf-8")
    starts = [0]
    for line in text.encode().split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = []
    for node, kind, changed in _changes(ast.parse(text)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        before = text.encode()[start:end].decode()
        after = ast.unparse(changed)
        if isinstance(node, ast.expr):
            after = f"({after})"
        place = (path, node.lineno, node.end_lineno or node.lineno, kind)
        found.append(Mutant(*place, start, end, before, after))
    return found


def read_by(mutant: Mutant, src: Path) -> list[tuple[Path, int]]:
    """(module, line) of each line whose tests may notice a mutant.

    They are its own; of what stands at the top of a module, which every process runs when it
    starts, and hardly a test notices, those that name what is defined there.
    """
    own = [
        (mutant.path.relative_to(src), line) for line in range(mutant.line, mutant.last_line + 1)
    ]
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    at_top = next(node for node in tree.body if mutant.line <= (node.end_lineno or 0))
    if isinstance(at_top, ast.Assign | ast.AnnAssign):
        targets = at_top.targets if isinstance(at_top, ast.Assign) else [at_top.target]
        names = {node.id for one in targets for node in ast.walk(one) if isinstance(node, ast.Name)}
        return _naming(names, mutant.path, src) or own
    return own


def _naming(names: set[str], path: Path, src: Path) -> list[tuple[Path, int]]:
    """The lines inside functions that name one of `names`, where `path` defines them."""
    found = set()
    for module in sorted(src.rglob("*.py")):
        text = module.read_text(encoding="utf-8")
        if "training" in module.parts or not any(name in text for name in names):
            continue
        if (
            module != path
            and f"{path.stem} import" not in text
            and f"import {path.stem}" not in text
        ):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for inner in ast.walk(node):
                    name = getattr(inner, "attr", getattr(inner, "id", None))
                    if name in names and isinstance(inner, ast.Name | ast.Attribute):
                        found.add((module.relative_to(src), inner.lineno))
    return sorted(found)


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr | ast.Return, str, ast.AST]]:
    """Each part of a module that can be changed, how, and to what."""
    for node in _looked_at(tree):
        if isinstance(node, ast.Compare):
            for place, operator in enumerate(node.ops):
                changed = copy.deepcopy(node)
                changed.ops[place] = _OPPOSITE[type(operator)]()
                yield node, "comparison turned round", changed
        elif isinstance(node, ast.Constant):
            yield from _constants(node)
        elif isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node, "and for or", ast.BoolOp(other, node.values)
            for place in range(len(node.values)):
                left = node.values[:place] + node.values[place + 1 :]
                one = left[0] if len(left) == 1 else ast.BoolOp(node.op, left)
                yield node, "part of a condition dropped", one
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not dropped", node.operand
        elif isinstance(node, ast.Return) and not _is_none(node.value):
            yield node, "None returned", ast.Return(ast.Constant(None))
        if isinstance(node, ast.If | ast.IfExp):
            yield node.test, "condition always true", ast.Constant(value=True)
            yield node.test, "condition never true", ast.Constant(value=False)
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield test, "condition always true", ast.Constant(value=True)


def _is_none(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _constants(node: ast.Constant) -> Iterator[tuple[ast.Constant, str, ast.AST]]:
    if isinstance(node.value, bool):
        yield node, "truth value turned round", ast.Constant(value=not node.value)
    elif isinstance(node.value, int | float):
        yield node, "one more", ast.Constant(node.value + 1)
        yield node, "one less", ast.Constant(node.value - 1)


def _looked_at(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below one that are run: no types, decorators, or what type checkers alone read."""
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in _TYPES or (name == "args" and isinstance(node, _WITH_PARAMETERS)):
            continue
        for child in value if isinstance(value, list) else [value]:
            # positions inside an f-string are right from Python 3.12 on only
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _looked_at(child)
