"""Options from flags, environment, project and user configuration: each value and its origin.

Order, first wins: the flag; `NEWSCLEAN_*`; `./newsclean.toml` or `[tool.newsclean]` in
`./pyproject.toml`; `newsclean.toml` in the user's configuration folder; the default.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import UsageError

PREFIX = "NEWSCLEAN_"
FILE_NAME = "newsclean.toml"


class Setting(NamedTuple):
    """A value and where it came from: "flag", "NEWSCLEAN_LENGTH", a file's path, "default"."""

    value: Any
    origin: str


class _Key(NamedTuple):
    """An option: its default, how a text becomes a value, and what it may be."""

    default: Any
    parse: Callable[[str], Any]
    types: tuple[type, ...]
    choices: tuple[str, ...] = ()


def _text(value: str) -> str:
    return value


def _lines(value: str) -> list[str]:
    return [line for line in value.split("\n") if line]


def _flag(value: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    return known[value.lower()]


KEYS: Mapping[str, _Key] = {
    "language": _Key(None, _text, (str,)),
    "length": _Key("3", _text, (str, int)),
    "method": _Key("newsclean", _text, (str,)),
    "clean": _Key(True, _flag, (bool,)),  # noqa: FBT003 - a default, not an argument
    "favour": _Key("balance", _text, (str,), ("balance", "precision", "recall")),
    "keep": _Key((), _lines, (list,)),
    "drop": _Key((), _lines, (list,)),
    "site": _Key(None, _text, (str,)),
    "quotes": _Key("5", _text, (str, int)),
    "focus": _Key(None, _text, (str,)),
    "show": _Key("article,quotes,summary", _text, (str,)),
    "format": _Key(None, _text, (str,)),
    "color": _Key("auto", _text, (str,), ("auto", "always", "never")),
    "jobs": _Key(None, int, (int,)),
    "time_limit": _Key(None, float, (int, float)),
}
"""Every option that may also stand in the environment or in a configuration file."""


def load(flags: Mapping[str, Any], environ: Mapping[str, str], folder: Path) -> dict[str, Setting]:
    """Every option of `KEYS` with its value and origin.

    Args:
        flags: values of the command line; None is not given. Names not in `KEYS` are passed over.
        environ: the environment.
        folder: the working folder, whose configuration counts.

    Raises:
        UsageError: an unknown key, a value of the wrong kind, a file that is no TOML.
    """
    layers = [
        {name: Setting(value, "flag") for name, value in flags.items() if _given(name, value)},
        _environment(environ),
        _project(folder),
        _user(environ),
    ]
    default = {name: Setting(key.default, "default") for name, key in KEYS.items()}
    settings = default
    for layer in reversed(layers):
        settings = settings | layer
    return {name: _checked(name, setting) for name, setting in settings.items()}


def nearest(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """The end of a message about an unknown word: the closest known one, or all of them."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


def _given(name: str, value: object) -> bool:
    return name in KEYS and value is not None and value != []


def _environment(environ: Mapping[str, str]) -> dict[str, Setting]:
    layer = {}
    for variable in sorted(environ):
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in KEYS:
            raise UsageError(f"{variable}: no such option; {nearest(name, KEYS)}")
        try:
            layer[name] = Setting(KEYS[name].parse(environ[variable]), variable)
        except (ValueError, KeyError):
            raise UsageError(f"{variable}: cannot be {environ[variable]!r}") from None
    return layer


def _project(folder: Path) -> dict[str, Setting]:
    own = folder / FILE_NAME
    if own.is_file():
        return _file(own, _toml(own))
    project = folder / "pyproject.toml"
    if project.is_file():
        table = _toml(project).get("tool", {}).get("newsclean")
        return _file(project, table) if table else {}
    return {}


def _user(environ: Mapping[str, str]) -> dict[str, Setting]:
    path = user_file(environ)
    return _file(path, _toml(path)) if path and path.is_file() else {}


def user_file(environ: Mapping[str, str]) -> Path | None:
    """Where the user's configuration is looked for; None where there is no home to look in."""
    if (
        not environ.get("HOME")
        and not environ.get("XDG_CONFIG_HOME")
        and not environ.get("APPDATA")
    ):
        return None
    moved = environ.get("XDG_CONFIG_HOME") or os.environ.get("XDG_CONFIG_HOME")
    if sys.platform == "linux" and not moved and "ANDROID_ROOT" not in os.environ:
        # the commonest case by hand: the import takes 2 ms
        return Path(os.path.expanduser("~/.config/newsclean")) / FILE_NAME
    from platformdirs import user_config_path

    return user_config_path("newsclean", appauthor=False) / FILE_NAME


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot read: {error.strerror}") from None


def _file(path: Path, table: Mapping[str, Any]) -> dict[str, Setting]:
    layer = {}
    for raw, value in table.items():
        name = raw.replace("-", "_")
        if name not in KEYS:
            raise UsageError(f"{path}: no option {raw!r}; {nearest(name, KEYS)}")
        wrong_bool = isinstance(value, bool) and bool not in KEYS[name].types
        if wrong_bool or not isinstance(value, KEYS[name].types):
            kinds = " or ".join(kind.__name__ for kind in KEYS[name].types)
            raise UsageError(f"{path}: {raw} must be {kinds}, not {type(value).__name__}")
        layer[name] = Setting(value, str(path))
    return layer


def _checked(name: str, setting: Setting) -> Setting:
    choices = KEYS[name].choices
    if choices and setting.value not in choices:
        raise UsageError(
            f"{name} cannot be {setting.value!r} ({setting.origin}); "
            f"{nearest(str(setting.value), choices)}"
        )
    return setting
