"""Find a Chromium for the browser tests, or get one, or say what to install. Never pass without one.

In this order: ``$CHROMIUM``; one on ``PATH`` or among the applications of macOS; Playwright's own, fetched if need be
and given up after a minute; the system's package manager. Each is started once before it is believed: a name on
``PATH`` may be a stub, and a fetched browser may lack libraries. The path goes to ``chromium-path`` in the virtual
environment, where the tests read it.

    .venv/bin/python tools/chromium.py
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

RECORD = Path(sys.prefix) / "chromium-path"

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MANAGERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": (
        ("apt-get", "update"),
        ("apt-get", "install", "--yes", "--no-install-recommends", "chromium"),
    ),
    "dnf": (("dnf", "install", "--assumeyes", "chromium"),),
    "brew": (("brew", "install", "--cask", "google-chrome"),),
}
"""The commands that bring a Chromium, by package manager. Homebrew no longer has an unbranded one."""

START_SECONDS = 60
FETCH_SECONDS = 60
INSTALL_SECONDS = 600


def main() -> int:
    """Record a Chromium that starts; return the exit code."""
    wish = os.environ.get("CHROMIUM", "")
    if wish:
        found = shutil.which(wish)
        if found is None or not starts(found):
            return _stop(f"CHROMIUM={wish} does not start. Name another one, or unset CHROMIUM to have one found.")
        return _record(found)
    if RECORD.is_file() and os.access(RECORD.read_text(encoding="utf-8"), os.X_OK):
        return 0
    tried: list[str] = []
    for get in (_present, _fetched, _installed):
        found = get(tried)
        if found is not None:
            return _record(found)
    return _stop(
        "no Chromium for the browser tests.\n"
        + "".join(f"  - {line}\n" for line in tried)
        + "Install one, then run the same command again:\n"
        "  Debian:        sudo apt-get install chromium\n"
        "  Ubuntu:        .venv/bin/python -m playwright install --with-deps chromium\n"
        "  Fedora:        sudo dnf install chromium\n"
        "  macOS:         brew install --cask google-chrome\n"
        "or name one:     CHROMIUM=/path/to/chromium make test"
    )


def starts(path: str) -> bool:
    """Return whether the browser renders an empty page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={profile}")
        return _run((path, *flags, "--dump-dom", "about:blank"), seconds=START_SECONDS, quiet=True)


def _present(tried: list[str]) -> str | None:
    """One that is there already."""
    for name in (*NAMES, *(str(Path(application).expanduser()) for application in APPLICATIONS)):
        path = shutil.which(name)
        if path is None:
            continue
        if starts(path):
            return path
        tried.append(f"{path} is there but does not start")
    if not tried:
        tried.append("none on PATH: " + ", ".join(NAMES))
    return None


def _fetched(tried: list[str]) -> str | None:
    """Playwright's own Chromium, fetched if it is not there yet."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second, and mostly not needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).is_file():
        print(f"No Chromium here; fetching Playwright's, for at most {FETCH_SECONDS} s ...", flush=True)
        if not _run((sys.executable, "-m", "playwright", "install", "chromium"), seconds=FETCH_SECONDS):
            tried.append(f"`playwright install chromium` failed or took more than {FETCH_SECONDS} s")
            return None
    if starts(path):
        return path
    # Fetched without the system libraries it needs. Playwright knows their names on Debian and Ubuntu.
    if shutil.which("apt-get") is not None and _become_root() is not None:
        print("Playwright's Chromium lacks system libraries; installing them ...", flush=True)
        command = (*(_become_root() or ()), sys.executable, "-m", "playwright", "install-deps", "chromium")
        if _run(command, seconds=INSTALL_SECONDS) and starts(path):
            return path
    tried.append(f"Playwright's Chromium ({path}) does not start: system libraries are missing")
    return None


def _installed(tried: list[str]) -> str | None:
    """One from the system's package manager."""
    manager = next((name for name in MANAGERS if shutil.which(name) is not None), None)
    if manager is None:
        tried.append("no package manager that is known here: " + ", ".join(MANAGERS))
        return None
    root = () if manager == "brew" else _become_root()
    if root is None:
        tried.append(f"{manager} needs root, and sudo is missing or asks for a password")
        return None
    for command in MANAGERS[manager]:
        line = " ".join((*root, *command))
        print(f"{line} ...", flush=True)
        # A failed `update` may still leave lists that serve; what counts is whether a browser starts in the end.
        if not _run((*root, *command), seconds=INSTALL_SECONDS):
            tried.append(f"`{line}` failed or took more than {INSTALL_SECONDS} s")
    return _present(tried)


def _become_root() -> tuple[str, ...] | None:
    """Return what to put before a command that needs root; ``None`` if that cannot be had without a password."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is not None and _run(("sudo", "-n", "true"), seconds=10, quiet=True):
        return ("sudo", "-n")
    return None


def _run(command: Sequence[str], *, seconds: float, quiet: bool = False) -> bool:
    """Return whether a command ended well in time; if not in time, end it with everything it started."""
    output = subprocess.DEVNULL if quiet else None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "HOMEBREW_NO_AUTO_UPDATE": "1"}
    try:
        # Its own session: a time limit must also reach the downloaders and renderers that the command has started.
        started = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment, start_new_session=True
        )
    except OSError:
        return False
    try:
        return started.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if started.poll() is None:
            # What sudo started belongs to root, and is not ours to end.
            with contextlib.suppress(PermissionError):
                os.killpg(started.pid, signal.SIGKILL)
                started.wait()


def _record(path: str) -> int:
    RECORD.write_text(path, encoding="utf-8")
    print(f"Browser tests use {path}", flush=True)
    return 0


def _stop(message: str) -> int:
    print(f"make test: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
