"""Social cards of a site that was really built."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import lxml.html

from builder.store.cache import Cache
from tests.engine.conftest import Run
from tests.engine.test_command_line import files_of
from tests.engine.test_two_roads import mkdocs_build

SITE = "https://example.org/a/b/"


def test_each_briefing_has_a_card_that_is_drawn_once_and_named_in_its_head(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    settings = archive / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    (archive / "briefings" / "2024" / "03" / "13-in-another-script.md").write_text(
        "---\ntitle: 加加林绕地球飞行\ndate: 2024-03-13\nlanguage: zh\n---\n飞行。\n", encoding="utf-8"
    )
    assert run("build", "--site", tmp_path / "without").returncode == 0
    assert not list((tmp_path / "without").rglob("card.png")), "off unless it is asked for"
    settings.write_text(f"site_url: {SITE}\n" + text.replace("    sample: ", "    cards: true\n    sample: "), "utf-8")
    assert run("build", "--site", tmp_path / "site").returncode == 0
    cards = {path: content for path, content in files_of(tmp_path / "site").items() if path.endswith("card.png")}
    assert set(cards) == {"2024/03/12-tide-gate-wanted/card.png"}, "a card of boxes is none"
    head = lxml.html.fromstring((tmp_path / "site/2024/03/12-tide-gate-wanted/index.html").read_bytes()).find("head")
    assert head.xpath("meta[@property='og:image']/@content") == [f"{SITE}2024/03/12-tide-gate-wanted/card.png"]
    assert head.xpath("meta[@name='twitter:card']/@content") == ["summary_large_image"]
    other = lxml.html.fromstring((tmp_path / "site/2024/03/13-in-another-script/index.html").read_bytes()).find("head")
    assert not other.xpath("meta[@property='og:image' or @name='twitter:card']")

    assert mkdocs_build(archive, tmp_path / "plain").returncode == 0
    assert (tmp_path / "plain/2024/03/12-tide-gate-wanted/card.png").read_bytes() == next(iter(cards.values()))


def test_a_card_that_the_cache_has_is_not_drawn_again(run: Run, archive: Path, tmp_path: Path) -> None:
    settings = archive / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("    sample: ", "    cards: true\n    sample: ")
    settings.write_text(f"site_url: {SITE}\n{text}", encoding="utf-8")
    assert run("build", "--site", tmp_path / "site").returncode == 0
    kept = archive / "build" / "cache" / "cards.sqlite"
    with closing(sqlite3.connect(kept)) as database:
        ((key,),) = database.execute("SELECT key FROM entry").fetchall()
    with Cache(kept) as cache:
        cache.put_many([(key, b"as kept")])
    assert run("build", "--site", tmp_path / "site").returncode == 0
    card = tmp_path / "site/2024/03/12-tide-gate-wanted/card.png"
    assert card.read_bytes() == b"as kept"
    path = archive / "briefings/2024/03/12-tide-gate-wanted.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: Now ", 1), encoding="utf-8")
    assert run("build", "--site", tmp_path / "site").returncode == 0
    assert card.read_bytes().startswith(b"\x89PNG")
