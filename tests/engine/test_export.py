"""``briefings export``: a database that can be asked, and lines of JSON, written whole or not at all."""

from __future__ import annotations

import email
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from builder.errors import BriefingsError
from builder.store.database import write_database

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    shutil.copytree(ROOT / "briefings", folder / "briefings")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    draft = folder / "briefings" / "1975" / "07" / "30-secret.md"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text("---\ntitle: Secret\ndate: 1975-07-30\nstatus: draft\n---\nNot yet.\n", encoding="utf-8")
    return folder


def test_the_database_holds_the_join_and_answers_a_readers_questions(run: Run, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    done = run("--archive", sample, "export", "--sqlite", path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(f"{path}: 57 briefings, ")
    with closing(sqlite3.connect(path)) as database:
        ask = lambda question: database.execute(question).fetchall()  # noqa: E731 - one line to a question
        assert ask("PRAGMA foreign_key_check") == []
        assert ("gagarin-orbits-the-earth",) in ask("SELECT slug FROM search WHERE search MATCH 'gagarin'")
        recalled = ask("SELECT by_briefing FROM recalled WHERE briefing = 'first-satellite-in-orbit'")
        assert len(recalled) > 3
        ((reports, mentions),) = ask(
            "SELECT reports, mentions FROM chronology WHERE event = 'gagarin-orbits-the-earth'"
        )
        assert reports == 1
        assert mentions > 3
        assert ask("SELECT count(*) FROM unreported")[0][0] > 10
        assert ask("SELECT count(*) FROM briefings WHERE title = 'Secret'") == [(0,)]
        assert {kind for (kind,) in ask("SELECT DISTINCT kind FROM tags")} == {
            "person",
            "place",
            "organisation",
            "topic",
        }
    before = path.read_bytes()
    again = run("--archive", sample, "export", "--sqlite", path)
    assert again.returncode == 0, "a database of ours is replaced"
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".archive")] == []


def test_lines_of_json_are_the_published_briefings_oldest_first(run: Run, sample: Path, tmp_path: Path) -> None:
    done = run("--archive", sample, "export", "--jsonl", "-")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 57
    assert records[0]["slug"] == "first-satellite-in-orbit"
    assert [one["date"] for one in records] == sorted(one["date"] for one in records)
    path = tmp_path / "archive.jsonl"
    assert run("--archive", sample, "export", "--jsonl", path).returncode == 0
    assert path.read_text(encoding="utf-8") == done.stdout


def test_what_cannot_be_written_is_one_line_and_nothing_is_lost(run: Run, sample: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "notes.db"
    theirs.write_text("my notes", encoding="utf-8")
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as database:
        database.execute("CREATE TABLE mine (x)")
    for arguments, words in (
        (["--sqlite", theirs], "something else stands there, and is not written over"),
        (["--sqlite", foreign], "something else stands there, and is not written over"),
        (["--sqlite", tmp_path / "nowhere" / "a.db"], "name a file in a folder that exists"),
        ([], "say what to write: --sqlite FILE or --jsonl FILE"),
    ):
        done = run("--archive", sample, "export", *arguments)
        assert done.returncode == 2
        assert words in done.stderr
        assert done.stderr.count("\n") == 1
    assert theirs.read_text(encoding="utf-8") == "my notes"


def test_a_database_that_cannot_be_finished_leaves_the_last_one(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    schema = "CREATE TABLE t (x); CREATE VIRTUAL TABLE search USING fts5 (x);"
    write_database(path, schema, [("t", [(1,)])])
    before = path.read_bytes()

    def rows() -> Iterator[tuple[int]]:
        yield (2,)
        raise OSError(28, "No space left on device")

    with pytest.raises(BriefingsError, match="No space left"):
        write_database(path, schema, [("t", rows())])
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["archive.db"]


def test_a_digest_is_printed_and_what_cannot_be_told_is_one_line(run: Run, sample: Path) -> None:
    done = run("--archive", sample, "digest", "--since", "1975-07-17", "--until", "1975-07-17")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# 17 July 1975\n")
    assert "### Apollo and Soyuz dock, Stafford and Leonov shake hands\n" in done.stdout
    story = run("--archive", sample, "digest", "--storyline", "limits-on-arms", "--form", "html")
    assert "<h1" in story.stdout
    mail = run("--archive", sample, "digest", "--storyline", "limits-on-arms", "--form", "eml").stdout
    assert email.message_from_string(mail).get_content_type() == "multipart/alternative"
    for arguments, words in (
        (["--since", "1980-01-01"], "nothing was published from 1980-01-01"),
        (["--storyline", "limits-on-arm"], 'did you mean "limits-on-arms"?'),
        (["--storyline", "limits-on-arms", "--since", "1975-07-17"], "of days or of a storyline"),
        ([], "say of which days"),
    ):
        done = run("--archive", sample, "digest", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_day_that_is_none_and_a_span_that_ends_before_it_begins_are_one_line(run: Run, sample: Path) -> None:
    for arguments, words in (
        (["--since", "17 July"], '--since "17 July" is no day; write it as 1975-07-15'),
        (["--since", "1975-07-18", "--until", "1975-07-17"], "is later than --until 1975-07-17; change them over"),
    ):
        done = run("--archive", sample, "digest", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
        assert done.stderr.count("\n") == 1


def test_what_cannot_be_read_is_left_out_and_named(run: Run, archive: Path, tmp_path: Path) -> None:
    (archive / "briefings" / "2024" / "03" / "13-broken.md").write_text("---\ntitel: x\n---\nText.\n", encoding="utf-8")
    (archive / "briefings" / "2024" / "03" / "14-torn.md").write_text(
        "---\ntitle: Torn\ndate: 2024-03-14\n---\n<<<<<<< edited\nA.\n=======\nB.\n>>>>>>> new\n", encoding="utf-8"
    )
    path = tmp_path / "archive.jsonl"
    for arguments in (["export", "--jsonl", path], ["digest", "--since", "2024-01-01"]):
        done = run(*arguments)
        assert done.returncode == 1
        assert "13-broken.md:2: FM002" in done.stderr
        assert "14-torn.md:5: MERGE001" in done.stderr
    assert [json.loads(line)["slug"] for line in path.read_text("utf-8").splitlines()] == ["tide-gate-wanted"]
    shown = run("show", "broken")
    assert shown.returncode == 2
    assert "13-broken.md:2: FM002" in shown.stderr
    assert 'did you mean "tide-gate-wanted"?' in run("show", "tide-gate-wantd").stderr
