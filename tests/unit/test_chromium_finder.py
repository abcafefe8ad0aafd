"""`make test` finds a browser, gets one, or stops: it never goes on without."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tools import chromium

RENDERS = "exit 0"
IS_A_STUB = 'echo "install the snap" >&2; exit 1'


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on its PATH, no applications and no network; returns the folder on PATH."""
    path = tmp_path / "bin"
    path.mkdir()
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "RECORD", tmp_path / "chromium-path")
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_fetched", lambda tried: tried.append("no network"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return path


def install(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def recorded() -> str:
    return chromium.RECORD.read_text(encoding="utf-8")


def test_one_on_path_is_used(machine: Path) -> None:
    browser = install(machine / "chromium-browser", RENDERS)
    assert chromium.main() == 0
    assert recorded() == browser


def test_a_stub_on_path_is_not_believed(machine: Path) -> None:
    install(machine / "chromium-browser", IS_A_STUB)
    browser = install(machine / "google-chrome", RENDERS)
    assert chromium.main() == 0
    assert recorded() == browser


def test_a_named_one_that_does_not_start_stops_the_run(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install(machine / "chromium", RENDERS)
    monkeypatch.setenv("CHROMIUM", install(machine / "mine", IS_A_STUB))
    assert chromium.main() != 0
    assert "mine does not start" in capsys.readouterr().err


def test_a_recorded_one_that_has_gone_is_looked_for_again(machine: Path) -> None:
    chromium.RECORD.write_text(str(machine / "gone"), encoding="utf-8")
    browser = install(machine / "chromium", RENDERS)
    assert chromium.main() == 0
    assert recorded() == browser


def test_the_package_manager_is_asked_last(machine: Path) -> None:
    browser = machine / "chromium"
    install(
        machine / "apt-get",
        f'[ "$1" = update ] && exit 100\nprintf "#!/bin/sh\\n" > "{browser}"; /bin/chmod +x "{browser}"',
    )
    assert chromium.main() == 0
    assert recorded() == str(browser)


def test_without_root_or_sudo_no_package_manager_is_started(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    install(machine / "apt-get", f'echo started > "{machine}/started"')
    assert chromium.main() != 0
    assert not (machine / "started").exists()
    assert "apt-get needs root" in capsys.readouterr().err


@pytest.mark.usefixtures("machine")
def test_with_none_to_be_had_it_stops_and_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() != 0
    said = capsys.readouterr().err
    for line in ("none on PATH", "no network", "no package manager", "sudo apt-get install chromium", "CHROMIUM="):
        assert line in said
    assert not chromium.RECORD.exists()


def test_a_command_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    child = f"import time, pathlib\nwhile True: pathlib.Path({str(alive)!r}).touch(); time.sleep(0.05)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    started = time.monotonic()
    assert not chromium._run((sys.executable, "-c", parent), seconds=1, quiet=True)
    assert time.monotonic() - started < 10
    time.sleep(0.2)
    alive.unlink(missing_ok=True)
    time.sleep(0.3)
    assert not alive.exists()
