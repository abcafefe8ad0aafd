"""Forms of input that are more than one article, or a briefing already: from the command line to the archive."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from tests.engine.conftest import Run

TEXT = """\
---
# The editor's own words stay.
title: Ferry returns to the harbour
date: 2025-03-11
tags: [tide-gate]
---
The ferry returned on Tuesday.

## Background

- **2024-03-12** — The harbour council asked for a gate.
"""
MADE = "briefings/2025/03/11-ferry-returns-to-the-harbour.md"
STORY = (
    "The ferry to the islands returned to the harbour on Tuesday, a week after the storm had broken its landing. " * 3
)


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_briefing_is_filed_as_given_and_twice_changes_nothing(run: Run, archive: Path, tmp_path: Path) -> None:
    given = tmp_path / "ferry.md"
    given.write_text(TEXT, encoding="utf-8")
    done = run("ingest", given)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"made       {MADE}" in done.stdout
    text = (archive / MADE).read_text(encoding="utf-8")
    head, body = TEXT.split("---\nThe ferry", 1)
    assert text.startswith(head.removesuffix("---\n"))
    assert text.endswith(f"---\nThe ferry{body}")
    assert "\nwire: {reader: markdown/1, " in text
    before = files_of(archive)
    again = run("ingest", given, SOURCE_DATE_EPOCH="4000000000")
    assert f"unchanged  {MADE}" in again.stdout
    own = tmp_path / "own.md"
    own.write_text(text, encoding="utf-8")
    assert f"unchanged  {MADE}" in run("ingest", own, SOURCE_DATE_EPOCH="4000000000").stdout
    assert files_of(archive) == before


def test_what_a_briefing_says_of_the_bytes_it_came_from_keeps_no_other_input_out(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    claiming, other = tmp_path / "claiming.md", tmp_path / "other.md"
    other.write_text(
        "---\ntitle: Mill closes\ndate: 2025-03-12\n---\nThe mill by the river closed.\n", encoding="utf-8"
    )
    sha256 = hashlib.sha256(other.read_bytes()).hexdigest()
    wire = f"wire: {{reader: markdown/1, sha256: {sha256}, retrieved: 2025-03-12}}\n"
    claiming.write_text(TEXT.replace("---\nThe ferry", f"{wire}---\nThe ferry", 1), encoding="utf-8")
    assert f"made       {MADE}" in run("ingest", claiming).stdout
    assert sha256 not in (archive / MADE).read_text(encoding="utf-8")
    assert "made       briefings/2025/03/12-mill-closes.md" in run("ingest", other).stdout


def test_two_briefings_of_one_title_get_two_slugs(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    other = TEXT.replace("2025-03-11", "2025-03-12").replace("The ferry returned on Tuesday.", "It sails again, empty.")
    (tmp_path / "b.md").write_text(other, encoding="utf-8")
    assert run("ingest", tmp_path / "a.md", tmp_path / "b.md").returncode == 0
    assert (archive / MADE).is_file()
    assert (archive / "briefings/2025/03/12-ferry-returns-to-the-harbour-2.md").is_file()


def test_broken_front_matter_is_refused_with_its_line_and_writes_nothing(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    given = tmp_path / "ferry.md"
    given.write_text(TEXT.replace("tags:", "tagz:"), encoding="utf-8")
    before = files_of(archive / "briefings")
    done = run("ingest", given)
    assert done.returncode == 1
    assert 'line 5: FM002 unknown key "tagz"; did you mean "tags"?' in done.stdout + done.stderr
    assert files_of(archive / "briefings") == before


def response(url: str, body: str) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-11T08:00:00Z\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"


def test_every_article_of_a_web_archive_is_filed_and_its_front_page_is_no_fault(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    story = '<meta property="article:published_time" content="2025-03-11">'
    story += f"<title>Ferry returns to the harbour</title><h1>Ferry returns to the harbour</h1><p>{STORY}</p>"
    given = tmp_path / "crawl.warc.gz"
    pages = (response("https://reader.example/", "<title>The Reader</title><a href=/f>Ferry</a>"),)
    pages += (response("https://reader.example/ferry", story),)
    given.write_bytes(b"".join(gzip.compress(page) for page in pages))
    done = run("ingest", given, "--outlet", "Example Courier")
    assert done.returncode == 0, done.stdout + done.stderr
    text = (archive / MADE).read_text(encoding="utf-8")
    assert "url: https://reader.example/ferry\n" in text
    before = files_of(archive / "briefings")
    assert run("ingest", given, "--outlet", "Example Courier").returncode == 0
    assert files_of(archive / "briefings") == before
