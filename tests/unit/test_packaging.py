"""What the package asks for is what the lock was made from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def asked_for(name: str) -> set[str]:
    lines = (line.strip() for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines())
    return {line for line in lines if line and not line.startswith(("#", "-"))}


def locked(name: str) -> dict[str, set[str]]:
    """Return the versions of each package; several where they differ by Python or system."""
    versions: dict[str, set[str]] = {}
    for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines():
        if pin := re.match(r"([\w.-]+)==([^ ;\\]+)", line):
            versions.setdefault(pin[1], set()).add(pin[2])
    return versions


def test_the_package_asks_for_what_the_lock_was_made_from() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert asked_for("runtime.in") == {*project["project"]["dependencies"], *project["build-system"]["requires"]}


def test_tests_run_with_the_versions_that_readers_get() -> None:
    runtime, dev = locked("runtime.txt"), locked("dev.txt")
    assert runtime
    assert {name: dev.get(name) for name in runtime} == runtime


def test_every_locked_package_is_held_by_hashes() -> None:
    for name in ("runtime.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        pins = re.split(r"\n(?=\S)", text.strip())
        assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
