"""The search bundle: which pages, in which order, made anew only when they change."""

from __future__ import annotations

import base64
import gzip
import sys
import threading
from pathlib import Path

import pytest

from builder.engine import search
from builder.engine.search import SearchPages, search_bundle
from builder.errors import EngineFailed


def _page(word: str, *, language: str = "en", mark: str = "data-pagefind-body") -> bytes:
    return f"<html lang={language}><body><h1>{word}</h1><main {mark}>the {word} flew</main></body></html>".encode()


def _pages(pages: dict[str, bytes]) -> SearchPages:
    noted = SearchPages()
    for path, html in pages.items():
        noted.add(path, html)
    return noted


PAGES = {
    "1962/06/08-b/index.html": _page("Vostok"),
    "1962/06/01-a/index.html": _page("Tal", language="de"),
    "tags/x/index.html": _page("list", mark=""),
}


def test_only_pages_that_mark_a_body_are_searched_and_in_order() -> None:
    assert _pages(PAGES).paths() == ("1962/06/01-a/index.html", "1962/06/08-b/index.html")


def test_the_key_follows_paths_contents_language_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    key = _pages(PAGES).key(language="en")
    assert _pages(dict(reversed(PAGES.items()))).key(language="en") == key
    assert _pages({**PAGES, "tags/x/index.html": b"other"}).key(language="en") == key
    others = [
        _pages(PAGES).key(language="de"),
        _pages({**PAGES, "1962/06/08-b/index.html": _page("Soyuz")}).key(language="en"),
        _pages({**PAGES, "1962/06/09-c/index.html": _page("Vostok")}).key(language="en"),
    ]
    monkeypatch.setattr(search, "_version", lambda: "99")
    others.append(_pages(PAGES).key(language="en"))
    assert len({key, *others}) == 5


def test_one_index_for_all_pages_without_the_parts_nobody_uses(tmp_path: Path) -> None:
    files = dict(search_bundle(_pages(PAGES), PAGES.__getitem__, language="en", cache=tmp_path))
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json", "pagefind/wasm.en.pagefind"} <= files.keys()
    assert sum(name.startswith("pagefind/fragment/en_") for name in files) == 2
    assert not any("ui" in name.rpartition("/")[2].split(".")[0] for name in files)
    assert b'"page_count":2' in files["pagefind/pagefind-entry.json"]


def test_what_the_archive_says_in_a_background_is_no_copy_to_be_searched(tmp_path: Path) -> None:
    item = (
        b'<li>They met. <a class="timeline__briefing" href="x">Headline elsewhere</a></li>'
        b'<li>They parted. <span class="timeline__none">No briefing yet</span></li>'
    )
    page = b"<html lang=en><body><main data-pagefind-body><ol>" + item + b"</ol></main></body></html>"
    files = dict(search_bundle(_pages({"a/index.html": page}), lambda _: page, language="en", cache=tmp_path))
    (fragment,) = (gzip.decompress(data) for name, data in files.items() if name.startswith("pagefind/fragment/"))
    assert b"They met. They parted." in fragment
    assert not any(word in fragment for word in (b"Headline", b"No briefing"))


def test_the_bundle_is_kept_while_its_pages_are_the_same_and_no_longer(tmp_path: Path) -> None:
    first = list(search_bundle(_pages(PAGES), PAGES.__getitem__, language="en", cache=tmp_path))

    def unread(path: str) -> bytes:
        pytest.fail(f"{path} was read again")

    assert list(search_bundle(_pages(PAGES), unread, language="en", cache=tmp_path)) == first
    changed = {**PAGES, "1962/06/08-b/index.html": _page("Soyuz")}
    assert list(search_bundle(_pages(changed), changed.__getitem__, language="en", cache=tmp_path)) != first
    assert len([*tmp_path.iterdir()]) == 1


def test_a_pagefind_configuration_that_happens_to_be_near_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["main"]\nforce_language = "de"')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    files = dict(search_bundle(_pages(PAGES), PAGES.__getitem__, language="en", cache=tmp_path / "cache"))
    assert "pagefind/wasm.en.pagefind" in files
    assert not any(name.startswith(("pagefind/fragment/de_", "pagefind/fragment/fr_")) for name in files)


def test_nothing_to_search_is_no_index(tmp_path: Path) -> None:
    assert list(search_bundle(SearchPages(), PAGES.__getitem__, language="en", cache=tmp_path)) == []


def test_a_missing_program_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(EngineFailed, match=r"pip install 'pagefind\[bin\]'"):
        list(search_bundle(_pages(PAGES), PAGES.__getitem__, language="en", cache=tmp_path))
    assert [*tmp_path.iterdir()] == []


REFUSAL = base64.b64encode(b'{"payload": {"type": "Error", "message": "no"}}').decode()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo out of memory >&2; exit 3", "out of memory"),
        (f"head -c 10 >/dev/null; printf {REFUSAL},", "cannot index the site: no"),
        ("exec sleep 600", "ended before"),
    ],
)
def test_a_program_that_fails_or_hangs_is_a_fault_and_leaves_no_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(search, "_program", lambda: str(program))
    monkeypatch.setattr(search, "PATIENCE", (1.0, 0.0))
    with pytest.raises(EngineFailed, match=said):
        list(search_bundle(_pages(PAGES), PAGES.__getitem__, language="en", cache=tmp_path / "cache"))
    assert [*(tmp_path / "cache").iterdir()] == []
    assert not any(isinstance(thread, threading.Timer) for thread in threading.enumerate())


ANSWERING = """#!{python}
import base64, json, sys
data = bytearray()
while byte := sys.stdin.buffer.read1(1):
    data += byte
    if byte == b",":
        request = json.loads(base64.b64decode(data[:-1]))["payload"]
        data.clear()
        answer = {{"type": "Done", "index_id": 0}}
        if request["type"] == "GetFiles":
            whole = base64.b64encode(b"whole").decode()
            answer["files"] = [{{"path": path, "content": whole}} for path in ("pagefind.js", "index/en_1.pf_index")]
        sys.stdout.buffer.write(base64.b64encode(json.dumps({{"payload": answer}}).encode()) + b",")
        sys.stdout.flush()
sys.exit({code})
"""


@pytest.mark.parametrize("code", [0, 1])
def test_pagefind_hands_its_files_over_and_writes_none_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """What it writes itself may not be on the disk when it ends: on a busy machine its entry was found empty."""
    program = tmp_path / "pagefind"
    program.write_text(ANSWERING.format(python=sys.executable, code=code))
    program.chmod(0o755)
    monkeypatch.setattr(search, "_program", lambda: str(program))
    bundle = search_bundle(_pages(PAGES), PAGES.__getitem__, language="en", cache=tmp_path / "cache")
    if code == 0:
        assert dict(bundle) == {"pagefind/pagefind.js": b"whole", "pagefind/index/en_1.pf_index": b"whole"}
    else:
        with pytest.raises(EngineFailed, match="ended before"):
            list(bundle)
        assert list((tmp_path / "cache").iterdir()) == [], "nothing half made is kept"
