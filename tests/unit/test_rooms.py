"""The pure rooms stay pure, where import-linter cannot see it: it watches modules, not what is called in them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

BUILDER = Path(__file__).resolve().parents[2] / "builder"
PURE = ("errors.py", "findings.py", "model", "formats", "wire", "desk", "press")

FORBIDDEN_IMPORTS = (
    "builtins",
    "codecs.open",
    "importlib.resources",
    "io.FileIO",
    "io.open",
    "logging",
    "urllib.error",
    "urllib.request",
    "urllib.robotparser",
)
FORBIDDEN_NAMES = ("breakpoint", "eval", "exec", "input", "open", "print")
FORBIDDEN_ATTRIBUTES = {
    "FileIO": "opens a file",
    "environ": "reads the environment",
    "fromtimestamp": "depends on the machine's zone unless given one; parse text instead",
    "localtime": "reads the clock",
    "now": "reads the clock: the day is an argument",
    "open": "opens a file",
    "today": "reads the clock: the day is an argument",
    "utcnow": "reads the clock: the day is an argument",
}


def impurities(source: str) -> list[str]:
    """Return what a pure room must not say, each with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                said = next((f"imports {name.name}" for name in names if is_forbidden(name.name)), "")
            case ast.ImportFrom(module=str(module), names=names, level=0):
                named = (module, *(f"{module}.{name.name}" for name in names))
                said = next((f"imports {name}" for name in named if is_forbidden(name)), "")
            case ast.Name(id=name, ctx=ast.Load()) if name in FORBIDDEN_NAMES:
                said = f"uses {name}"
            case ast.Attribute(attr=name, value=value) if name in FORBIDDEN_ATTRIBUTES and not is_own(value):
                said = f"uses .{name}: {FORBIDDEN_ATTRIBUTES[name]}"
            case _:
                continue
        if said:
            found.append(f"{node.lineno}: {said}")
    return found


def is_forbidden(module: str) -> bool:
    return any(module == forbidden or module.startswith(f"{forbidden}.") for forbidden in FORBIDDEN_IMPORTS)


def is_own(value: ast.expr) -> bool:
    """Return whether an attribute belongs to the code's own object, whose names are its own affair."""
    return isinstance(value, ast.Name) and value.id == "self"


def pure_files() -> list[Path]:
    return sorted(
        path
        for room in PURE
        for path in ([BUILDER / room] if room.endswith(".py") else (BUILDER / room).rglob("*.py"))
        if path.is_file()
    )


def test_pure_rooms_touch_no_disk_no_network_and_no_clock() -> None:
    files = pure_files()
    assert len(files) > len(PURE), "the rooms have moved: this test looks at nothing"
    found = [
        f"{path.relative_to(BUILDER.parent)}:{line}"
        for path in files
        for line in impurities(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        "open('x')",
        "reader = open",
        "import io\nio.open('x')",
        "from io import open as read",
        "import datetime as dt\nclock = dt.datetime.now",
        "import datetime as dt\ndt.datetime.now(dt.UTC)",
        "import datetime as dt\ndt.date.today()",
        "from datetime import datetime\ndatetime.utcnow()",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import logging.config",
        "print('made it')",
        "eval(copy)",
    ],
)
def test_a_planted_impurity_is_seen(planted: str) -> None:
    assert len(impurities(planted)) == 1


@pytest.mark.parametrize(
    "innocent",
    [
        "import io\nio.BytesIO(b'')",
        "from urllib.parse import urlsplit",
        "status = 'open'",
        "def now(today): return today",
        "class Day:\n def of(self): return self.today",
        "marks = {'open': 1}['open']",
    ],
)
def test_pure_code_is_left_alone(innocent: str) -> None:
    assert impurities(innocent) == []
