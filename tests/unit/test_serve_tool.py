"""`make serve` shows the site as a static host would."""

from __future__ import annotations

import http.client
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import serve

TOOL = Path(serve.__file__)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "tags").mkdir()
    for name, text in (("index.html", "home"), ("tags/index.html", "tags"), ("404.html", "our own “page”")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    host = serve.server(tmp_path, 0)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield host.server_port
    host.shutdown()
    host.server_close()


def asked(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def test_what_is_not_there_is_answered_by_the_sites_own_page(port: int) -> None:
    assert asked(port, "/tags/") == (200, "tags")
    assert asked(port, "/1962/06/31-no-such-day/") == (404, "our own “page”")
    assert asked(port, "/nothing", method="HEAD") == (404, "")


def test_a_taken_port_and_a_folder_without_a_site_are_one_clear_line(port: int, tmp_path: Path) -> None:
    def said(folder: Path, number: int) -> tuple[int, str]:
        command = [sys.executable, str(TOOL), str(folder), "--port", str(number)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return run.returncode, run.stderr

    code, line = said(tmp_path, port)
    assert (code, line.count("\n")) == (2, 1)
    assert f"Port {port} cannot be used" in line
    assert "make serve PORT=8001" in line
    (tmp_path / "empty").mkdir()
    code, line = said(tmp_path / "empty", port)
    assert (code, line.count("\n")) == (2, 1)
    assert "make site" in line
