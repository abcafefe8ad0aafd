"""`briefings doctor` as an editor reads it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.engine.conftest import Run

TABLE = """\
Examined                Cases   What to do
─────────────────────────────────────────────────────────────────────────────────────────────────────────
Orphans                     1   No tag, no tie, no mention: give it tags, or a background.
Told, not reported          0
Thin sourcing               1   Nobody is named: say who says so in attribution:.
Stale storylines            0
Tags used once              2   A subject of one briefing leads nowhere: merge it, or use it.
Unused tags                 1   No briefing carries it: use it, or take it out of tags.yml.
Names of several tags       0

Orphans
  A day in the harbour
    briefings/2024/03/13-a-day.md
Thin sourcing
  A day in the harbour  (no source named)
    briefings/2024/03/13-a-day.md
Tags used once
  harbour-council  (Harbour council asks for a tide gate)
  tide-gate  (Harbour council asks for a tide gate)
Unused tags
  geneva
"""


def _lines(text: str) -> list[str]:
    """Return what is said, line by line; how wide the table is drawn is the terminal's business."""
    return [line.strip() for line in text.splitlines() if line.strip(" ─")]


def test_what_is_found_is_a_table_and_the_first_of_each(run: Run, archive: Path) -> None:
    text = "---\ntitle: A day in the harbour\ndate: 2024-03-13\noutlet: example-courier\n---\nNothing.\n"
    (archive / "briefings/2024/03/13-a-day.md").write_text(text, encoding="utf-8")
    done = run("doctor")
    assert done.returncode == 1
    assert _lines(done.stdout) == _lines(TABLE)
    assert done.stderr == "5 things to look at\n"
    complaints = json.loads(run("doctor", "--json").stdout)
    assert {one["key"]: one["count"] for one in complaints if one["count"]} == {
        "orphans": 1, "thin-sourcing": 1, "tags-used-once": 2, "unused-tags": 1,
    }  # fmt: skip
    assert complaints[0]["cases"] == [{"what": "A day in the harbour", "path": "briefings/2024/03/13-a-day.md"}]


def test_of_many_the_first_few_are_shown_unless_all_are_asked_for(run: Run, archive: Path) -> None:
    for day in range(11, 19):
        text = f"---\ntitle: Day {day}\ndate: 2024-04-{day}\noutlet: example-courier\n---\nNothing.\n"
        path = archive / f"briefings/2024/04/{day}-day-{day}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert "  and 3 more (--all)\n" in run("doctor").stdout
    every = run("doctor", "--all").stdout
    assert every.count("day-18.md") == 2
    assert "more (--all)" not in every


def test_a_healthy_archive_is_said_to_be(run: Run, archive: Path) -> None:
    (archive / "briefings/tags.yml").write_text("tide-gate: {label: {en: gate}, kind: topic}\n", encoding="utf-8")
    first = archive / "briefings/2024/03/12-tide-gate-wanted.md"
    text = first.read_text(encoding="utf-8").replace("[harbour-council, tide-gate]", "[tide-gate]")
    first.write_text(text, encoding="utf-8")
    second = text.replace("2024-03-12", "2024-03-13").replace("asks", "asks again")
    first.with_name("13-again.md").write_text(second, encoding="utf-8")
    done = run("doctor")
    assert (done.returncode, done.stderr) == (0, "in good health\n"), done.stdout


def test_the_help_says_what_the_exit_code_means(run: Run) -> None:
    said = run("doctor", "--help").stdout
    assert "Exit code 0 says that it is healthy, 1 that there is something to look at." in " ".join(said.split())
    assert "Example: briefings doctor" in said


def test_a_page_of_it_is_published_where_the_settings_ask_and_crawlers_are_asked_to_leave(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    settings = archive / "mkdocs.yml"
    text = "site_url: https://example.org/\n" + settings.read_text(encoding="utf-8")
    settings.write_text(text, encoding="utf-8")
    run("build", "--site", tmp_path / "site")
    assert not (tmp_path / "site/health").exists()
    settings.write_text(text.replace("    sample: ", "    health_page: true\n    sample: "), encoding="utf-8")
    assert run("build", "--site", tmp_path / "site").returncode == 0
    page = (tmp_path / "site/health/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "data-pagefind-body" not in page
    assert "health" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    linking = [path for path in (tmp_path / "site").rglob("*.html") if 'health/"' in path.read_text(encoding="utf-8")]
    assert [path.relative_to(tmp_path / "site").as_posix() for path in linking] in ([], ["health/index.html"])
