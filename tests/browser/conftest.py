"""A real Chromium, the built sample, and a server that shows it at any address."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD_SECONDS = 300

# Nothing here takes a second on an idle machine; a busy one with two cores is given time.
expect.set_options(timeout=20_000)

Serve = Callable[..., str]
Publish = Callable[..., Path]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser that tools/chromium.py found. Without one the tests fail; they are never skipped."""
    record = Path(sys.prefix) / "chromium-path"
    path = os.environ.get("CHROMIUM") or (record.read_text(encoding="utf-8") if record.is_file() else "")
    if not path:
        pytest.fail("no Chromium: run tools/chromium.py (`make test` does), or set CHROMIUM", pytrace=False)
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    flags = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
    ]
    # Chromium refuses to sandbox what root starts, which is who runs tests in a container.
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile that may talk to this machine only, and must do so without an error.

    What it complains about fails the test at its end: scripts that raise, errors on the console (a breach of the
    content security policy is one), requests to any other host.
    """
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # Chromium asks every host for /favicon.ico when a page names no icon; what a host has there is not the page's.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            complaints.append(f"console: {message.text} ({message.location['url']})")

    def on_error(error: Error) -> None:
        complaints.append(f"script: {error}")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            complaints.append(f"request to another host: {request.url}")

    # What a worker answers no route of a test sees; tests/browser/test_offline.py lets one in.
    context = browser.new_context(service_workers="block")
    context.on("request", on_request)
    page = context.new_page()
    page.on("console", on_console)
    page.on("pageerror", on_error)
    yield page
    context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder on this machine: ``serve(folder)`` or ``serve(folder, base="/a/b/")`` returns its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path, base: str = "/") -> str:
        handler = functools.partial(_MountedHandler, directory=str(folder), base=base)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}{base}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


class _MountedHandler(http.server.SimpleHTTPRequestHandler):
    """A static host as they are on the web: a site may lie below a path, and has its own page for "not found"."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, directory: str, base: str) -> None:
        self.base = base
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            # Nothing lies outside: an address that forgets the base must fail, not fall back on the root.
            return str(Path(self.directory) / "outside-the-site" / "nothing")
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not self.path.startswith(self.base) or not own.is_file():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing: pytest shows what matters."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, made as `make site` makes it, once for all workers."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    made, outcome = folder / "sample-site", folder / "sample-site.outcome"
    try:
        # Making a folder succeeds for exactly one worker, on every system.
        (folder / "sample-site.lock").mkdir()
    except FileExistsError:
        deadline = time.monotonic() + BUILD_SECONDS
        while not outcome.is_file() and time.monotonic() < deadline:
            time.sleep(0.1)
    else:
        _make(made, folder / "sample-copy", outcome)
    said = outcome.read_text(encoding="utf-8") if outcome.is_file() else "the worker that builds it did not finish"
    if said:
        pytest.fail(f"the sample site could not be made:\n{said}", pytrace=False)
    return made


def _make(site: Path, copy: Path, outcome: Path) -> None:
    """Leave in ``outcome`` nothing when the site is there, else what the command said."""
    command = [sys.executable, str(ROOT / "tools" / "sample.py"), "--copy", str(copy), "--site", str(site)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False)
        said = run.stdout + run.stderr if run.returncode else ""
    except subprocess.TimeoutExpired:
        said = f"it took more than {BUILD_SECONDS} s"
    # Renamed into place, because the others read it the moment it is there.
    draft = outcome.with_suffix(".draft")
    draft.write_text(said, encoding="utf-8")
    draft.replace(outcome)


@pytest.fixture(scope="session")
def publish(tmp_path_factory: pytest.TempPathFactory) -> Publish:
    """Build the site of an archive of one's own, given as texts by path: ``publish({"briefings/tags.yml": …})``."""

    def build(texts: Mapping[str, str], *, findings: str | None = None) -> Path:
        """Return the folder of the site. ``findings`` must stand in what the command says; without it, it says none."""
        archive = tmp_path_factory.mktemp("archive")
        shutil.copytree(ROOT / "overrides", archive / "overrides")
        (archive / "builder" / "engine").mkdir(parents=True)
        shutil.copy(ROOT / "builder" / "engine" / "hook.py", archive / "builder" / "engine")
        shutil.copy(ROOT / "mkdocs.yml", archive)
        for name, text in texts.items():
            (archive / name).parent.mkdir(parents=True, exist_ok=True)
            (archive / name).write_text(text, encoding="utf-8")
        site = archive / "site"
        command = [sys.executable, "-m", "builder", "--archive", str(archive), "build", "--site", str(site)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False)
        said = run.stdout + run.stderr
        assert run.returncode == (0 if findings is None else 1), said
        assert findings is None or findings in said, said
        return site

    return build
