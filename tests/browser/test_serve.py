"""The server of the browser tests must be as strict as a real host, or the tests at a base path prove nothing."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest


@pytest.fixture
def address(tmp_path: Path, serve: Callable[..., str]) -> str:
    (tmp_path / "tags").mkdir()
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "tags/index.html").write_text("tags", encoding="utf-8")
    (tmp_path / "404.html").write_text("our own", encoding="utf-8")
    return serve(tmp_path, base="/a/b/")


def get(address: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_a_folder_is_served_below_its_base(address: str) -> None:
    assert get(address, "/a/b/") == (200, "home")
    assert get(address, "/a/b/tags/?page=2") == (200, "tags")


def test_an_address_that_forgets_the_base_is_not_found(address: str) -> None:
    status, body = get(address, "/tags/")
    assert status == 404
    assert "our own" not in body


def test_a_missing_page_gets_the_site_s_own_words(address: str) -> None:
    assert get(address, "/a/b/nowhere/") == (404, "our own")


def test_nothing_outside_the_folder_is_served(address: str) -> None:
    assert get(address, "/a/b/../../../../etc/passwd")[0] == 404
    assert get(address, "/a/b/%2e%2e/%2e%2e/etc/passwd")[0] == 404
