"""The command line from an editor's side: what it prints, what it leaves behind, what it returns."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.engine.conftest import ARTICLE, ROOT, Run

WORDS = " ".join(f"word{number}" for number in range(90))
ANOTHER = f"The clerk reads the report on the gate\n\nMonday, 10 March 2025\n\nThe clerk read: {WORDS}.\n"
MADE = "briefings/2025/03/10-harbour-council-puts-off-its-vote-on-the-tide-gate.md"


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_an_article_becomes_a_briefing_and_the_editor_is_told_what_it_holds(
    run: Run, archive: Path, article: Path
) -> None:
    done = run("ingest", article, "--outlet", "Example Courier")
    assert done.returncode == 0, done.stderr
    assert f"made       {MADE}" in done.stdout
    assert "10 March 2025, 18:30 +0000 · example-courier" in done.stdout
    assert re.search(r"tags +harbour-council, tide-gate", done.stdout)
    assert "3 items, 2 dated, 1 tied to briefings of the archive" in done.stdout
    text = (archive / MADE).read_text(encoding="utf-8")
    assert "date: 2025-03-10T18:30:00+00:00\n" in text
    assert "- **2024-03-12** — On 12 March 2024, the harbour council asked" in text
    assert "\n- The wall belongs to the town.\n" in text


def test_the_text_as_read_and_the_base_are_kept(run: Run, archive: Path, article: Path) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    (source,) = (archive / ".briefings" / "source").iterdir()
    assert source.read_text(encoding="utf-8") == ARTICLE
    base = archive / ".briefings" / "base" / "harbour-council-puts-off-its-vote-on-the-tide-gate.md"
    assert base.read_bytes() == (archive / MADE).read_bytes()


def test_the_same_input_twice_changes_nothing(run: Run, archive: Path, article: Path) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    before = files_of(archive / "briefings")
    again = run("ingest", article, "--outlet", "Example Courier", SOURCE_DATE_EPOCH="4000000000")
    assert again.returncode == 0
    assert f"unchanged  {MADE}" in again.stdout
    assert files_of(archive / "briefings") == before


def test_without_an_outlet_the_briefing_is_written_with_a_finding(run: Run, archive: Path, article: Path) -> None:
    done = run("ingest", article)
    assert done.returncode == 1
    assert "ING001 no outlet is named" in done.stdout
    assert (archive / MADE).is_file()


def test_an_edited_briefing_keeps_its_edits_when_a_new_version_comes_in(run: Run, archive: Path, article: Path) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    path = archive / MADE
    path.write_text(
        path.read_text(encoding="utf-8").replace("Six of the eleven members", "Six of eleven"), encoding="utf-8"
    )
    article.write_text(ARTICLE.replace("It will meet again in April.", "It will meet again in May."), encoding="utf-8")
    done = run("ingest", article, "--outlet", "Example Courier")
    text = path.read_text(encoding="utf-8")
    assert "merged" in done.stdout
    assert "Six of eleven asked" in text
    assert "meet again in May" in text


def test_what_cannot_be_read_stays_with_one_line_and_stops_no_other(run: Run, archive: Path, article: Path) -> None:
    (article.parent / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
    (article.parent / "wall.html").write_text(
        "<html><body><p>Please enable JavaScript.</p></body></html>", encoding="utf-8"
    )
    done = run("ingest", article.parent, "--outlet", "Example Courier")
    assert done.returncode == 1
    assert done.stdout.count("refused    ") == 2
    assert "the bytes are no text; open it in its own program" in done.stdout
    assert (archive / MADE).is_file()
    assert len(list(article.parent.iterdir())) == 3


def test_standard_input_is_an_input(run: Run) -> None:
    done = run("ingest", "-", "--outlet", "Example Courier", "--json", stdin=ARTICLE)
    made = json.loads(done.stdout)
    assert made["file"] == MADE
    assert made["background"] == {"items": 3, "dated": 2, "tied": 1, "proposed": 0}


def test_an_input_that_is_not_there_is_one_clear_line(run: Run) -> None:
    done = run("ingest", "nowhere.txt")
    assert done.returncode == 1
    assert "refused    it cannot be opened: No such file or directory; check the path" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_archive_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    for command in (["check"], ["build"], ["ingest", "x"], ["tag", "list"]):
        done = run("--archive", tmp_path, *command)
        assert done.returncode == 2
        assert "there is no archive here" in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "build").exists()


def test_a_proposed_name_is_accepted_and_no_other_line_changes(run: Run, archive: Path) -> None:
    before = (archive / "briefings" / "tags.yml").read_text(encoding="utf-8")
    doubted = run("tag", "accept", "Port Linden", "--kind", "place")
    assert doubted.returncode == 2
    assert 'no briefing says "Port Linden", and nothing was written' in doubted.stderr
    assert (archive / "briefings" / "tags.yml").read_text(encoding="utf-8") == before
    done = run("tag", "accept", "Port Linden", "--kind", "place", "--unsaid")
    assert done.returncode == 0
    after = (archive / "briefings" / "tags.yml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before) == 'port-linden:\n  label: {en: "Port Linden"}\n  kind: place\n'
    twice = run("tag", "accept", "Port Linden", "--kind", "place")
    assert twice.returncode == 2
    assert '"Port Linden" is already a name of port-linden' in twice.stderr


def test_check_names_file_line_code_and_the_next_act(run: Run, archive: Path) -> None:
    folder = archive / "briefings" / "2024" / "03"
    bad = {
        "13-future.md": "title: a\ndate: 2999-01-01\noutlet: example-courier\ntags: [tide-gat]\n---\nx\n",
        "14-key.md": "title: a\ndate: 2024-03-14\ntag: [tide-gate]\nlanguage: English\n---\nx\n",
        "15-later.md": "title: a\ndate: 2024-03-15\noutlet: nobody\n---\nx [y](../01/01-z.md)\n\n## Background\n\n"
        "- **2024-04-01** — later\n",
        "16-broken.md": "title: [a\n---\nx\n",
        "17-tide-gate-wanted.md": "title: a\ndate: 2024-03-17\n---\nx\n",
    }
    for name, text in bad.items():
        (folder / name).write_text(f"---\n{text}", encoding="utf-8")
    done = run("check", SOURCE_DATE_EPOCH="1750000000")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    where = "briefings/2024/03/"
    for expected in (
        f"{where}13-future.md:3: DATE001 2999-01-01 lies in the future",
        f'{where}13-future.md:5: TAG101 unknown tag "tide-gat"; did you mean "tide-gate"?',
        f'{where}14-key.md:4: FM002 unknown key "tag"; did you mean "tags"?',
        f'{where}14-key.md:5: FM004 key "language": ',
        f"{where}15-later.md:10: BG001 background item of 2024-04-01 is later",
        f'{where}15-later.md:6: LINK001 there is no briefing "../01/01-z.md"',
        f"{where}15-later.md:1: ATT001 nobody is named as the source",
        f'{where}15-later.md:4: OUT101 unknown outlet "nobody"',
        f"{where}16-broken.md:3: FM001 broken YAML",
        f'{where}17-tide-gate-wanted.md:1: FILE002 slug "tide-gate-wanted" is already that of',
    ):
        assert any(line.startswith(expected) for line in lines), (expected, lines)


def test_check_of_a_clean_archive_is_clean(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")


TAG_COMMANDS = [["tag", name] for name in ("list", "show", "suggest", "rename", "merge", "split")]


def test_every_command_has_a_help_text_with_an_example(run: Run) -> None:
    for command in (["ingest"], ["check"], ["build"], ["serve"], ["doctor"], ["tag", "accept"], *TAG_COMMANDS):
        done = run(*command, "--help")
        assert done.returncode == 0
        assert f"Example: briefings {' '.join(command)}" in done.stdout


def test_two_reports_whose_long_headlines_begin_alike_are_two_briefings(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    begin = "Harbour council held a long and unannounced debate on the tide gate and"
    for name in ("prisoners", "grain"):
        story = (
            f"{begin} {name}\n\nThe council spoke of {name} for four hours on Monday, officials said in the harbour.\n"
        )
        (tmp_path / f"{name}.txt").write_text(story, encoding="utf-8")
        assert "made " in run("ingest", tmp_path / f"{name}.txt", "--outlet", "Example Courier").stdout
    texts = [path.read_text(encoding="utf-8") for path in (archive / "briefings").rglob("*unannounced*.md")]
    assert len(texts) == 2
    assert sorted("prisoners" in text for text in texts) == [False, True]


def test_a_pipe_or_a_device_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = run("ingest", tmp_path / "pipe")
    assert "refused    it is no file but a device or a pipe; name a file, or use - to pipe into it" in done.stdout


def test_nothing_is_written_through_a_link_out_of_the_archive(
    run: Run, archive: Path, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (archive / "briefings" / "2025").symlink_to(tmp_path / "elsewhere")
    done = run("ingest", article, "--outlet", "Example Courier")
    assert "leads out of the archive through a link" in done.stdout
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert "briefings/2025:1: FILE004 a link, and links are not followed" in run("check").stdout


def test_what_is_printed_cannot_steer_the_terminal(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(f"Leaders sign \033]0;pwn\007pact\n\n{ARTICLE.splitlines()[4]}\n", encoding="utf-8")
    done = run("ingest", tmp_path / "e.txt", "--outlet", "Evil \033[31m[red]Post[/red]")
    assert "\033" not in done.stdout
    assert "[red]Post[/red]" in done.stdout
    (made,) = (path for path in (archive / "briefings").rglob("*leaders*.md"))
    assert "title: Leaders sign ]0;pwnpact" in made.read_text(encoding="utf-8").replace('"', "")


def test_a_site_never_stands_among_the_briefings(run: Run, archive: Path) -> None:
    for site in ("briefings/site", "."):
        done = run("build", "--site", site)
        assert done.returncode == 2
        assert "cannot stand among the briefings" in done.stderr
    assert not (archive / "briefings" / "site").exists()


def test_a_pattern_is_taken_whole_and_the_summary_counts(run: Run, article: Path) -> None:
    for number in range(3):
        words = " ".join(f"word{number}{at}" for at in range(90))
        text = f"Part {number} of the report on the tide gate\n\nMonday, 10 March 2025\n\nThe clerk read: {words}.\n"
        (article.parent / f"part-{number}.txt").write_text(text, encoding="utf-8")
    done = run("ingest", article.parent / "part-*.txt", "--outlet", "Example Courier", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "3 read: 3 made"
    assert [line for line in done.stdout.splitlines() if "part-" in line and "briefings/" not in line] == [
        (article.parent / f"part-{number}.txt").as_posix() for number in range(3)
    ]


def _interruptible() -> None:
    """Hear SIGINT, though whoever started the tests in the background may have told them not to."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_watching_takes_what_arrives_until_it_is_interrupted(archive: Path, article: Path) -> None:
    command = [sys.executable, "-m", "builder", "ingest", "--watch", str(article.parent), "--outlet", "Example Courier"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    with subprocess.Popen(
        command,
        cwd=archive,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_interruptible,  # noqa: PLW1509 - no thread is running here
    ) as watching:
        try:
            assert watching.stdout is not None
            assert _until("1 read: 1 made", watching.stdout)
            (article.parent / "second.txt").write_text(ANOTHER, encoding="utf-8")
            assert any("the-clerk-reads" in line for line in _until("1 read: 1 made", watching.stdout))
            watching.send_signal(signal.SIGINT)
            assert watching.wait(timeout=30) == 0
        finally:
            watching.kill()
    assert len(list(archive.glob("briefings/2025/03/10-*.md"))) == 2


def _until(last: str, lines: Iterable[str]) -> list[str]:
    seen = []
    for line in lines:
        seen.append(line)
        if line.startswith(last):
            return seen
    pytest.fail(f"ended without {last!r}: {seen}")


def test_watching_what_is_no_folder_says_so(run: Run, article: Path) -> None:
    done = run("ingest", "--watch", article)
    assert done.returncode == 2
    assert "--watch takes one folder" in done.stderr


def test_an_outlet_that_is_added_dates_what_it_prints(run: Run, archive: Path, article: Path) -> None:
    unknown = run("ingest", article, "--outlet", "Harbour Gazette")
    assert 'briefings outlet add "Harbour Gazette" --zone' in unknown.stdout
    (archive / MADE).unlink()
    added = run("outlet", "add", "Harbour Gazette", "--zone", "Europe/Oslo", "--domain", "gazette.example.org")
    assert added.stdout == "briefings/outlets.yml: added harbour-gazette\n"
    run("ingest", article, "--outlet", "gazette.example.org")
    assert "date: 2025-03-10T18:30:00+01:00\noutlet: harbour-gazette\n" in (archive / MADE).read_text(encoding="utf-8")
    assert re.search(
        r"^harbour-gazette +newspaper +Europe/Oslo +1  Harbour Gazette$", run("outlet", "list").stdout, re.MULTILINE
    )
    shown = json.loads(run("outlet", "show", "Harbour Gazette", "--json").stdout)
    assert (shown["id"], shown["domains"], shown["briefings"]) == ("harbour-gazette", ["gazette.example.org"], 1)
    assert shown["relied_on"][0]["briefings"] == [MADE.rpartition("/")[2].removesuffix(".md")[3:]]
    printed = run("outlet", "show", "Harbour Gazette").stdout
    assert f"relied on\n    1  {shown['relied_on'][0]['name']}\n" in printed


def test_an_outlet_whose_name_is_taken_or_whose_zone_is_none_is_refused(run: Run, archive: Path) -> None:
    before = files_of(archive / "briefings")
    for arguments, reason in (
        (("Example Courier",), "already belongs to example-courier"),
        (("New", "--domain", "courier.example.org"), "already belongs to example-courier"),
        (("New", "--zone", "Mars/Olympus"), "no time zone"),
        (("!!!",), "no outlet id"),
    ):
        done = run("outlet", "add", *arguments)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert reason in done.stderr
    assert files_of(archive / "briefings") == before


EARLIER = """\
---
title: Firms send designs for the tide gate
date: 2024-06-20
outlet: example-courier
attribution: [{name: harbour council, kind: official}]
tags: [harbour-council, tide-gate]
---
Two of the firms sent their designs of a gate on Thursday.

## Details

Nobody opened them.
"""
PROPOSED = "- **2024-06-20** — Two of the firms sent their designs of a gate on Thursday. [Briefing](../../2024/06/20-designs.md)\n"


@pytest.fixture
def story(archive: Path) -> Path:
    """A file of a second earlier briefing of the same story."""
    path = archive / "briefings" / "2024" / "06" / "20-designs.md"
    path.parent.mkdir()
    path.write_text(EARLIER, encoding="utf-8")
    return path


@pytest.mark.usefixtures("story")
def test_a_new_article_comes_with_lines_of_earlier_briefings_beside_its_own_background(
    run: Run, archive: Path, article: Path
) -> None:
    done = run("ingest", article, "--outlet", "Example Courier")
    assert "4 items, 3 dated, 2 tied to briefings of the archive; 1 of them proposed" in done.stdout
    text = (archive / MADE).read_text(encoding="utf-8")
    assert PROPOSED in text
    # The council's request is an item of the article's own: it is not told a second time.
    assert text.count("2024-03-12") == 1
    assert run("check").returncode == 0
    shown = run("build", "--site", archive.parent / "site")
    page = archive.parent / "site" / "2025" / "03" / "10-harbour-council-puts-off-its-vote-on-the-tide-gate"
    assert shown.returncode == 0, shown.stderr
    assert "2024/06/20-designs/" in (page / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("story")
def test_a_proposed_line_that_the_editor_removed_does_not_come_back(run: Run, archive: Path, article: Path) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    path = archive / MADE
    path.write_text(path.read_text(encoding="utf-8").replace(PROPOSED, ""), encoding="utf-8")
    article.write_text(ARTICLE.replace("again in April", "again in May"), encoding="utf-8")
    assert "merged" in run("ingest", article, "--outlet", "Example Courier").stdout
    article.write_text(ARTICLE.replace("again in April", "again in June"), encoding="utf-8")
    assert "merged" in run("ingest", article, "--outlet", "Example Courier", "--background", "9").stdout
    text = path.read_text(encoding="utf-8")
    assert "again in June" in text
    assert "designs of a gate on Thursday" not in text


def test_a_later_version_keeps_an_edited_line_and_proposes_nothing_anew(
    run: Run, archive: Path, article: Path, story: Path
) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    path = archive / MADE
    edited = path.read_text(encoding="utf-8").replace("Two of the firms sent", "Two firms had sent")
    path.write_text(edited, encoding="utf-8")
    more = EARLIER.replace("2024-06-20", "2024-09-01").replace("Two of the firms sent their", "A third firm sent its")
    (story.parent / "01-third.md").write_text(more, encoding="utf-8")
    (story.parent / "01-third.md").rename(archive / "briefings" / "2024" / "03" / "01-third.md")
    article.write_text(ARTICLE.replace("again in April", "again in May"), encoding="utf-8")
    run("ingest", article, "--outlet", "Example Courier")
    text = path.read_text(encoding="utf-8")
    assert "again in May" in text
    assert "Two firms had sent their designs" in text
    assert "third firm" not in text


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("by", ["option", "settings"])
def test_no_line_is_proposed_where_none_is_wanted(run: Run, archive: Path, article: Path, by: str) -> None:
    if by == "settings":
        config = archive / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("{status: published}", "{status: published, background: none}"), encoding="utf-8"
        )
    run("ingest", article, "--outlet", "Example Courier", *(["--background", "none"] if by == "option" else []))
    assert "[Briefing]" not in (archive / MADE).read_text(encoding="utf-8")


def test_a_number_of_lines_that_is_none_is_refused(run: Run, article: Path) -> None:
    done = run("ingest", article, "--background", "few")
    assert done.returncode == 2
    assert "no number of lines" in done.stderr


@pytest.mark.usefixtures("story")
def test_a_draft_begins_with_what_the_archive_knows_before(run: Run, archive: Path) -> None:
    done = run("new", "Council votes on the tide gate", "--date", "2025-04-02", "--tags", "harbour-council, tide-gate")
    made = archive / "briefings" / "2025" / "04" / "02-council-votes-on-the-tide-gate.md"
    assert done.returncode == 0, done.stderr
    assert "2 lines proposed from earlier briefings" in done.stdout
    text = made.read_text(encoding="utf-8")
    assert "status: draft\n" in text
    assert "tags: [harbour-council, tide-gate]\n" in text
    assert "- **2024-03-12** — The harbour council asked three firms for a tide gate. [Briefing](" in text
    again = run("new", "Council votes on the tide gate", "--date", "2025-05-01")
    assert again.returncode == 2
    assert again.stderr.count("\n") == 1
    assert "02-council-votes-on-the-tide-gate.md has the slug" in again.stderr
    assert made.read_text(encoding="utf-8") == text


def test_a_draft_without_a_tag_of_the_taxonomy_is_refused(run: Run) -> None:
    done = run("new", "A title", "--tags", "tide-gaet")
    assert done.returncode == 2
    assert 'did you mean "tide-gate"?' in done.stderr


def test_the_same_bytes_from_another_outlet_join_the_briefing(run: Run, archive: Path, article: Path) -> None:
    article.write_text(f"{ARTICLE}\nThe clerk read it: {WORDS}.\n", encoding="utf-8")
    run("ingest", article, "--outlet", "Example Courier")
    done = run("ingest", article, "--outlet", "Harbour Gazette")
    assert "joined     " in done.stdout
    assert "carried_by:\n  - {outlet: harbour-gazette, date: 2025-03-10}\n" in (archive / MADE).read_text(
        encoding="utf-8"
    )
    assert 'OUT101 unknown outlet "harbour-gazette"' in run("check").stdout
    assert "unchanged" in run("ingest", article, "--outlet", "Harbour Gazette").stdout


def test_an_address_of_a_file_says_to_name_the_path(run: Run) -> None:
    done = run("ingest", "file:///etc/hostname")
    assert "addresses of files are not taken; name the file by its path" in done.stdout


@pytest.mark.parametrize(("command", "work"), [("ingest", "read inputs"), ("build", "render pages")])
def test_a_machine_that_starts_no_process_is_said_in_one_line(
    run: Run, archive: Path, article: Path, command: str, work: str
) -> None:
    sick = "import os, sys\nif any('multiprocessing' in word for word in sys.orig_argv):\n    os._exit(7)\n"
    (archive.parent / "sitecustomize.py").write_text(sick, encoding="utf-8")
    path = f"{archive.parent}{os.pathsep}{ROOT}"
    done = run(command, *([article] if command == "ingest" else []), PYTHONPATH=path)
    assert done.returncode == 2
    assert f"briefings: no process could be started to {work} (" in done.stderr.replace("\n", " ")
    assert not (archive / MADE).exists()


def test_what_stands_in_the_place_of_a_folder_is_named(run: Run, archive: Path, article: Path) -> None:
    (archive / "briefings" / "2025").write_text("no folder", encoding="utf-8")
    done = run("ingest", article, "--outlet", "Example Courier")
    assert done.returncode == 1
    words = f"it could not be filed: {archive}/briefings/2025: Not a directory; mend that, and ingest it again"
    assert words in " ".join(done.stdout.split())


def test_what_nobody_knew_the_first_time_completes_the_briefing(run: Run, archive: Path, article: Path) -> None:
    run("ingest", article)
    path = archive / MADE
    edited = path.read_text(encoding="utf-8").replace("Six of the eleven members", "Six of eleven")
    path.write_text(edited, encoding="utf-8")
    (archive / "briefings" / "outlets.yml").write_text("example-courier: {name: Example Courier}\n", encoding="utf-8")
    named = run("ingest", article, "--outlet", "Example Courier")
    assert "merged" in named.stdout
    assert "ING005 the time 18:30 has no zone and is left out; give its outlet one in outlets.yml" in named.stdout
    assert path.read_text(encoding="utf-8") == edited.replace(
        "date: 2025-03-10\n", "date: 2025-03-10\noutlet: example-courier\n"
    )
    (archive / "briefings" / "outlets.yml").write_text(
        "example-courier: {name: Example Courier, zone: Europe/London}\n", encoding="utf-8"
    )
    timed = run("ingest", article)
    assert "unchanged" in timed.stdout, "without its outlet's name nobody knows the zone"
    timed = run("ingest", article, "--outlet", "Example Courier")
    assert "date: 2025-03-10T18:30:00+00:00\noutlet: example-courier\n" in path.read_text(encoding="utf-8")
    assert "Six of eleven" in path.read_text(encoding="utf-8")
    assert "unchanged" in run("ingest", article, "--outlet", "Example Courier").stdout
