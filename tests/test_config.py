"""Options come from flags, environment and files, in that order, each with its origin."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsclean import config
from newsclean.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder."""
    path = tmp_path / "work"
    path.mkdir()
    return path


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment whose home has a configuration that asks for French and five sentences."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    variables = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    path = config.user_file(variables)
    assert path
    path.parent.mkdir(parents=True)
    path.write_text('language = "fr"\nlength = 5\n')
    return variables


def test_without_anything_all_is_default(folder: Path) -> None:
    """An empty environment and folder give the defaults, and say so."""
    settings = config.load({}, {}, folder)
    assert {setting.origin for setting in settings.values()} == {"default"}
    assert settings["length"].value == "auto"


def test_the_nearest_source_wins(folder: Path, environ: dict[str, str]) -> None:
    """Flag over environment over project over user over default, key by key."""
    (folder / "newsclean.toml").write_text('length = 4\nmethod = "lead"\nfavour = "recall"\n')
    environ |= {"NEWSCLEAN_METHOD": "lsa", "NEWSCLEAN_FAVOUR": "balance"}
    settings = config.load({"favour": "precision", "length": None}, environ, folder)
    found = {name: (setting.value, setting.origin) for name, setting in settings.items()}
    assert found["favour"] == ("precision", "flag")
    assert found["method"] == ("lsa", "NEWSCLEAN_METHOD")
    assert found["length"] == (4, str(folder / "newsclean.toml"))
    assert found["language"] == ("fr", str(config.user_file(environ)))
    assert found["quotes"] == ("5", "default")


def test_pyproject_counts_where_there_is_no_file_of_our_own(folder: Path) -> None:
    """`[tool.newsclean]` is read, unless `newsclean.toml` stands beside it."""
    (folder / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.newsclean]\nlength = "9"\n'
    )
    assert config.load({}, {}, folder)["length"].value == "9"
    (folder / "newsclean.toml").write_text('length = "8"\n')
    assert config.load({}, {}, folder)["length"].value == "8"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('lenght = "3"', r"no option 'lenght'; did you mean 'length'"),
        ("clean = 3", "clean must be true or false, not 3"),
        ("jobs = true", "jobs must be a whole number such as 2, not true"),
        ('keep = "x"', r'keep must be a list of patterns such as \["\^Photo:"\], not "x"'),
        ("drop = [3]", r"drop must be a list of patterns .*, not \[3\]"),
        ('favour = "speed"', "favour must be balance, precision or recall, not 'speed'"),
        ("length = ", "not valid TOML"),
        ("length = '\udcff'", "not valid TOML"),
    ],
)
def test_wrong_files_are_usage_errors(folder: Path, text: str, message: str) -> None:
    """An unknown key or a wrong value names the file, and the nearest key."""
    (folder / "newsclean.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=message) as caught:
        config.load({}, {}, folder)
    assert "newsclean.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("NEWSCLEAN_LENGHT", "3", "did you mean 'length'"),
        ("NEWSCLEAN_JOBS", "many", "NEWSCLEAN_JOBS must be a whole number such as 2, not 'many'"),
        ("NEWSCLEAN_CLEAN", "perhaps", "NEWSCLEAN_CLEAN must be true or false, not 'perhaps'"),
        ("NEWSCLEAN_COLOR", "blue", "color must be auto, always or never, not 'blue'"),
    ],
)
def test_wrong_variables_are_usage_errors(
    folder: Path, name: str, value: str, message: str
) -> None:
    """A misspelt variable is not passed over in silence."""
    with pytest.raises(UsageError, match=message):
        config.load({}, {name: value}, folder)


def test_variables_become_values(folder: Path) -> None:
    """Numbers, truth values and lists can stand in the environment."""
    environ = {
        "NEWSCLEAN_CLEAN": "no",
        "NEWSCLEAN_JOBS": "4",
        "NEWSCLEAN_TIME_LIMIT": "2.5",
        "NEWSCLEAN_KEEP": "^Photo:\nShare",
        "NEWSCLEANER": "is not ours",
    }
    settings = config.load({}, environ, folder)
    assert settings["clean"].value is False
    assert settings["jobs"].value == 4
    assert settings["time_limit"].value == 2.5
    assert settings["keep"].value == ["^Photo:", "Share"]


def test_without_a_home_there_is_no_user_file() -> None:
    """A program without a home folder works."""
    assert config.user_file({}) is None


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_settings_that_cannot_be_read_are_said(folder: Path, kind: str) -> None:
    """A dead link to the team's settings is no empty one, and a pipe is not waited for."""
    place = folder / "newsclean.toml"
    if kind == "link":
        place.symlink_to("nowhere.toml")
    elif kind == "folder":
        place.mkdir()
    else:
        os.mkfifo(place)
    with pytest.raises(UsageError, match=r"newsclean\.toml: cannot read"):
        config.load({}, {}, folder)


def test_the_mark_of_an_editor_in_front_of_settings_is_none_of_them(folder: Path) -> None:
    """Notepad begins a file of UTF-8 with a byte order mark."""
    (folder / "newsclean.toml").write_bytes(b"\xef\xbb\xbflength = 2\n")
    assert config.load({}, {}, folder)["length"].value == 2
