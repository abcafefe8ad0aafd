"""Both roads through MkDocs, the public folder, and what a build leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.engine.conftest import ROOT, Run
from tests.engine.test_command_line import files_of


def pages_of(site: Path) -> dict[str, bytes]:
    return {name: content for name, content in files_of(site).items() if name.endswith(".html")}


def mkdocs_build(archive: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=archive,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_plain_mkdocs_and_briefings_build_make_the_same_pages(
    run: Run, archive: Path, article: Path, tmp_path: Path
) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    assert run("build", "--site", tmp_path / "ours").returncode == 0
    plain = mkdocs_build(archive, tmp_path / "plain")
    assert plain.returncode == 0, plain.stderr
    ours, theirs = pages_of(tmp_path / "ours"), pages_of(tmp_path / "plain")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert (tmp_path / "plain" / "pagefind" / "pagefind.js").is_file()


def test_a_second_build_renders_nothing_and_touches_nothing(run: Run, tmp_path: Path) -> None:
    run("build", "--site", tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    again = run("build", "--site", tmp_path / "site")
    assert "0 rendered; nothing changed" in again.stdout
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == before


def test_an_edited_briefing_renders_few_pages(run: Run, archive: Path, tmp_path: Path) -> None:
    run("build", "--site", tmp_path / "site")
    path = archive / "briefings" / "2024" / "03" / "12-tide-gate-wanted.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    again = run("build", "--site", tmp_path / "site")
    assert " 1 rendered;" in again.stdout


def test_an_empty_cache_gives_the_same_bytes(run: Run, archive: Path, tmp_path: Path) -> None:
    run("build", "--site", tmp_path / "one")
    for path in (archive / "build" / "cache").glob("*.sqlite*"):
        path.unlink()
    run("build", "--site", tmp_path / "two", SOURCE_DATE_EPOCH="1000000000")
    one, two = files_of(tmp_path / "one"), files_of(tmp_path / "two")
    assert one == two


def test_a_failed_build_leaves_the_last_good_site(run: Run, archive: Path, tmp_path: Path) -> None:
    run("build", "--site", tmp_path / "site")
    before = files_of(tmp_path / "site")
    template = archive / "overrides" / "briefing.html"
    template.write_text(template.read_text(encoding="utf-8") + "{% nonsense %}", encoding="utf-8")
    failed = run("build", "--site", tmp_path / "site")
    assert failed.returncode == 2
    assert failed.stderr.startswith("briefings: MkDocs cannot build with")
    assert "Traceback" not in failed.stderr
    assert files_of(tmp_path / "site") == before


def test_a_page_that_cannot_be_rendered_is_left_out_with_a_finding(run: Run, archive: Path, tmp_path: Path) -> None:
    bad = archive / "briefings" / "2024" / "03" / "13-bad.md"
    bad.write_text("---\ntitle: bad\ndate: 2024-03-13\n---\n" + "- " * 3000 + "x\n", encoding="utf-8")
    done = run("build", "--site", tmp_path / "site")
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(
        "briefings/2024/03/13-bad.md:1: UNRENDERABLE the page is left out of the site: lists, quotations or brackets "
        "stand too deep within each other; flatten them"
    )
    assert not (tmp_path / "site" / "2024" / "03" / "13-bad").exists()
    assert (tmp_path / "site" / "2024" / "03" / "12-tide-gate-wanted" / "index.html").is_file()
    linking = [p for p in (tmp_path / "site").rglob("*.html") if "13-bad" in p.read_text(encoding="utf-8")]
    assert linking == []


def test_a_storyline_that_cannot_be_rendered_is_left_out_and_the_rest_is_built(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    bad = archive / "briefings" / "storylines" / "gate.md"
    bad.parent.mkdir(exist_ok=True)
    bad.write_text("---\ntitle: Gate\nbriefings: [tide-gate-wanted]\n---\n" + "- " * 3000 + "x\n", encoding="utf-8")
    done = run("build", "--site", tmp_path / "site")
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("briefings/storylines/gate.md:1: UNRENDERABLE the page is left out of the site")
    assert (tmp_path / "site" / "2024" / "03" / "12-tide-gate-wanted" / "index.html").is_file()
    assert not (tmp_path / "site" / "storylines" / "gate").exists()


def test_a_day_to_come_is_built_and_told_and_strict_stops_at_it(run: Run, archive: Path, tmp_path: Path) -> None:
    coming = archive / "briefings" / "2999" / "01" / "01-gate.md"
    coming.parent.mkdir(parents=True)
    coming.write_text("---\ntitle: Gate\ndate: 2999-01-01\n---\nLede.\n", encoding="utf-8")
    strict = run("build", "--strict", "--site", tmp_path / "site")
    assert (strict.returncode, (tmp_path / "site").exists()) == (1, False)
    done = run("build", "--site", tmp_path / "site")
    assert done.returncode == 1
    assert "briefings/2999/01/01-gate.md:3: DATE001 2999-01-01 lies in the future, and readers see it" in done.stderr
    assert (tmp_path / "site" / "2999" / "01" / "01-gate" / "index.html").is_file()
    coming.write_text("---\ntitle: Gate\ndate: 2999-01-01\nstatus: draft\n---\nLede.\n", encoding="utf-8")
    assert "DATE001" not in run("build", "--site", tmp_path / "site").stderr


def test_a_background_item_links_to_the_earlier_briefing_which_mentions_it_back(
    run: Run, article: Path, tmp_path: Path
) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    run("build", "--site", tmp_path / "site")
    later = (tmp_path / "site/2025/03/10-harbour-council-puts-off-its-vote-on-the-tide-gate/index.html").read_text(
        encoding="utf-8"
    )
    earlier = (tmp_path / "site/2024/03/12-tide-gate-wanted/index.html").read_text(encoding="utf-8")
    assert 'href="../../../2024/03/12-tide-gate-wanted/"' in later
    assert later.count("No briefing yet") == 1
    assert 'href="../../../2025/03/10-harbour-council-puts-off-its-vote-on-the-tide-gate/"' in earlier
    assert "On 12 March 2024, the harbour council asked three firms for designs of a tide gate." in earlier


def test_an_unsettled_merge_is_never_published(run: Run, archive: Path, tmp_path: Path) -> None:
    run("build", "--site", tmp_path / "site")
    before = files_of(tmp_path / "site")
    path = archive / "briefings" / "2024" / "03" / "12-tide-gate-wanted.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n<<<<<<< edited\nOne.\n=======\nTwo.\n>>>>>>> incoming\n", encoding="utf-8")
    assert "12-tide-gate-wanted.md:10: MERGE001 a merge left two versions" in run("check").stdout
    strict = run("build", "--strict", "--site", tmp_path / "site")
    assert strict.returncode == 1
    assert "nothing published, the last site stays" in strict.stdout
    assert files_of(tmp_path / "site") == before
    assert run("build", "--site", tmp_path / "site").returncode == 1
    assert not (tmp_path / "site" / "2024").exists()


def test_with_an_address_the_site_has_a_sitemap_on_both_roads(run: Run, archive: Path, tmp_path: Path) -> None:
    settings = archive / "mkdocs.yml"
    address = "site_url: https://example.org/a/b/\n"
    settings.write_text(address + settings.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("build", "--site", tmp_path / "ours")
    assert done.returncode == 0, done.stderr
    assert mkdocs_build(archive, tmp_path / "plain").returncode == 0
    sitemap = (tmp_path / "ours" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/a/b/2024/03/12-tide-gate-wanted/</loc><lastmod>2024-03-12</lastmod>" in sitemap
    assert (tmp_path / "plain" / "sitemap.xml").read_text(encoding="utf-8") == sitemap
    assert pages_of(tmp_path / "ours") == pages_of(tmp_path / "plain")


def test_drafts_stay_out_of_the_public_site(run: Run, archive: Path, article: Path, tmp_path: Path) -> None:
    settings = archive / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("ingest: {status: published}", ""), encoding="utf-8"
    )
    run("ingest", article, "--outlet", "Example Courier")
    run("build", "--site", tmp_path / "site")
    assert not (tmp_path / "site" / "2025").exists()
