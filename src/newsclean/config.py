"""Options from flags, environment, project and user configuration: each value and its origin.

Order, first wins: the flag; `NEWSCLEAN_*`; `./newsclean.toml` or `[tool.newsclean]` in
`./pyproject.toml`; `newsclean.toml` in the user's configuration folder; the default.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import UsageError
from newsclean.suggest import did_you_mean

PREFIX = "NEWSCLEAN_"
FILE_NAME = "newsclean.toml"


class Setting(NamedTuple):
    """A value and where it came from: "flag", "NEWSCLEAN_LENGTH", a file's path, "default"."""

    value: Any
    origin: str


class _Key(NamedTuple):
    """An option: its default, how a text becomes a value, its types, and these in words."""

    default: Any
    parse: Callable[[str], Any]
    types: tuple[type, ...]
    says: str
    choices: tuple[str, ...] = ()


def _text(value: str) -> str:
    return value


def _lines(value: str) -> list[str]:
    return [line for line in value.split("\n") if line]


def _flag(value: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    return known[value.lower()]


def _choice(default: str, *others: str) -> _Key:
    choices = (default, *others)
    return _Key(default, _text, (str,), f"{', '.join(choices[:-1])} or {choices[-1]}", choices)


KEYS: Mapping[str, _Key] = {
    "language": _Key(None, _text, (str,), 'a code such as "en"'),
    "length": _Key("auto", _text, (str, int), 'such as 3, "20%" or "100w"'),
    "method": _Key("newsclean", _text, (str,), 'a name such as "lead"'),
    "clean": _Key(True, _flag, (bool,), "true or false"),  # noqa: FBT003 - a default
    "favour": _choice("balance", "precision", "recall"),
    "keep": _Key((), _lines, (list,), 'a list of patterns such as ["^Photo:"]'),
    "drop": _Key((), _lines, (list,), 'a list of patterns such as ["^Photo:"]'),
    "site": _Key(None, _text, (str,), 'a file such as "site.json"'),
    "quotes": _Key("5", _text, (str, int), 'a number or "all"'),
    "focus": _Key(None, _text, (str,), 'words such as "harbour pier"'),
    "show": _Key("article,quotes,summary", _text, (str,), 'parts such as "article,summary"'),
    "format": _Key(None, _text, (str,), 'a name such as "json"'),
    "interface": _Key(None, _text, (str,), 'a code such as "de"'),
    "color": _choice("auto", "always", "never"),
    "jobs": _Key(None, int, (int,), "a whole number such as 2"),
    "max_size": _Key(100, float, (int, float), "megabytes such as 100"),
    "max_memory": _Key(None, float, (int, float), "megabytes such as 500"),
    "time_limit": _Key(None, float, (int, float), "seconds such as 30"),
}
"""Every option that may also stand in the environment or in a configuration file."""


def load(flags: Mapping[str, Any], environ: Mapping[str, str], folder: Path) -> dict[str, Setting]:
    """Every option of `KEYS` with its value and origin.

    Args:
        flags: values of the command line; None is not given. Names not in `KEYS` are passed over.
        environ: the environment.
        folder: the working folder, whose configuration counts.

    Raises:
        UsageError: an unknown key, a value of the wrong type, a file that is not valid TOML.
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


def working_folder() -> Path:
    """The folder that the program runs in.

    Raises:
        UsageError: it has been removed.
    """
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise UsageError("the working folder has been removed; change to another one") from None


def project_note(settings: Mapping[str, Setting], folder: Path) -> str:
    """What the configuration in a working folder changes, in a line; empty where nothing.

    The folder may have come with an archive or a clone: what it asks for is not done in silence.
    """
    for path in (folder / FILE_NAME, folder / "pyproject.toml"):
        names = [name for name, setting in settings.items() if setting.origin == str(path)]
        if names:
            return f"{path} sets {', '.join(names)}; see `newsclean config`"
    return ""


def as_toml(value: object) -> str:
    """A value as a configuration file would have it; "-" for nothing.

    >>> as_toml(("^Photo:",)), as_toml(True), as_toml(None)
    ('["^Photo:"]', 'true', '-')
    """
    if value is None:
        return "-"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _given(name: str, value: object) -> bool:
    return name in KEYS and value is not None and value not in ([], ())


def _environment(environ: Mapping[str, str]) -> dict[str, Setting]:
    layer = {}
    for variable in sorted(environ):
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in KEYS:
            raise UsageError(f"{variable}: no such option; {did_you_mean(name, KEYS)}")
        try:
            layer[name] = Setting(KEYS[name].parse(environ[variable]), variable)
        except (ValueError, KeyError):
            raise UsageError(
                f"{variable} must be {KEYS[name].says}, not {environ[variable]!r}"
            ) from None
    return layer


def _project(folder: Path) -> dict[str, Setting]:
    own = folder / FILE_NAME
    if os.path.lexists(own):
        return _file(own, _toml(own))
    project = folder / "pyproject.toml"
    if os.path.isfile(project):
        table = _toml(project).get("tool", {}).get("newsclean")
        return _file(project, table) if table else {}
    return {}


def _user(environ: Mapping[str, str]) -> dict[str, Setting]:
    path = user_file(environ)
    return _file(path, _toml(path)) if path and os.path.lexists(path) else {}


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
        if path.exists() and not path.is_file() and not path.is_dir():
            raise UsageError(f"{path}: cannot read: no regular file")  # a FIFO would never end
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # Notepad writes a mark first
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot read: {error.strerror}") from None


def _file(path: Path, table: Mapping[str, Any]) -> dict[str, Setting]:
    layer = {}
    for raw, value in table.items():
        name = raw.replace("-", "_")
        if name not in KEYS:
            raise UsageError(f"{path}: no option {raw!r}; {did_you_mean(name, KEYS)}")
        if not _fits(value, KEYS[name].types):
            raise UsageError(f"{path}: {raw} must be {KEYS[name].says}, not {as_toml(value)}")
        layer[name] = Setting(value, str(path))
    return layer


def _fits(value: object, types: tuple[type, ...]) -> bool:
    """Whether a value of TOML has one of the types; a truth value is no number."""
    if isinstance(value, bool):
        return bool in types
    if isinstance(value, list):
        return list in types and all(isinstance(each, str) for each in value)
    return isinstance(value, types)


def _checked(name: str, setting: Setting) -> Setting:
    choices = KEYS[name].choices
    if choices and setting.value not in choices:
        at = f"--{name}" if setting.origin == "flag" else f"{setting.origin}: {name}"
        raise UsageError(f"{at} must be {KEYS[name].says}, not {setting.value!r}")
    return setting
