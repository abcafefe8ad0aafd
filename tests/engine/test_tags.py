"""The taxonomy changed from the command line, in an archive under git: what must change does, and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.engine.conftest import ROOT, Run
from tests.engine.test_command_line import files_of
from tests.engine.test_two_roads import mkdocs_build, pages_of

COMMENTED = """\
---
# written by hand
title: Geneva lends the harbour its tide tables
date: 2024-04-02
tags:       # places first
  - geneva  # on the lake
  - "tide-gate"
outlet: example-courier
attribution: [{name: harbour council, kind: official}]
---
Geneva sent tide tables, though tags: [geneva] lies on a lake.
"""


@pytest.fixture
def repository(archive: Path) -> Path:
    """The archive as an editor has it: in git, with all committed."""
    (archive / "briefings/2024/04").mkdir()
    (archive / "briefings/2024/04/02-tide-tables.md").write_text(COMMENTED, encoding="utf-8")
    (archive / ".gitignore").write_text("/build/\n/site/\n", encoding="utf-8")
    git(archive, "init", "--quiet")
    commit(archive)
    return archive


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "as it is")


def changed(folder: Path) -> list[str]:
    """Return the lines that git says have changed, with the files they are in."""
    lines = git(folder, "diff", "--unified=0", "--no-color").splitlines()
    return [line for line in lines if line.startswith(("+", "-")) and not line.startswith("---")]


def test_a_tag_is_renamed_everywhere_and_no_other_line_changes(run: Run, repository: Path) -> None:
    done = run("tag", "rename", "geneva", "geneva-city", "--label", "Geneva (city)")
    assert done.returncode == 0, done.stderr
    assert "changed 2 files; git diff shows them" in done.stdout
    assert changed(repository) == [
        "+++ b/briefings/2024/04/02-tide-tables.md",
        "-  - geneva  # on the lake",
        "+  - geneva-city  # on the lake",
        "+++ b/briefings/tags.yml",
        "-geneva:",
        "-  label: {en: Geneva, de: Genf}",
        "+geneva-city:",
        "+  label: {en: Geneva (city), de: Genf}",
        "+  aliases: [Geneva]",
        "+  former: [geneva]",
    ]
    assert run("check").returncode == 0
    again = run("tag", "rename", "geneva", "geneva-city")
    assert again.returncode == 2
    assert 'there is no tag "geneva" in briefings/tags.yml; it is now geneva-city' in again.stderr


def test_a_dry_run_shows_the_same_and_writes_nothing(run: Run, repository: Path) -> None:
    dry = run("tag", "rename", "geneva", "geneva-city", "--dry-run")
    assert "  -  - geneva  # on the lake\n  +  - geneva-city  # on the lake\n" in dry.stdout
    assert "would change 2 files; nothing is written" in dry.stdout
    assert changed(repository) == []
    assert git(repository, "status", "--porcelain") == ""


def test_renaming_there_and_back_restores_the_briefings(run: Run, repository: Path) -> None:
    run("tag", "rename", "geneva", "genf")
    run("tag", "rename", "genf", "geneva")
    assert changed(repository) == ["+++ b/briefings/tags.yml", "+  former: [genf]"]


def test_tags_are_merged_and_briefings_carry_the_one_that_stays_once(run: Run, repository: Path) -> None:
    kinds = run("tag", "merge", "harbour-council", "tide-gate")
    assert (kinds.returncode, changed(repository)) == (2, [])
    assert "harbour-council is of the kind organisation, and tide-gate of the kind topic;" in kinds.stderr
    done = run("tag", "merge", "harbour-council", "tide-gate", "--force")
    assert done.returncode == 0, done.stderr
    assert "/tags/harbour-council/ leads to /tags/tide-gate/ from the next build on" in done.stdout
    assert changed(repository) == [
        "+++ b/briefings/2024/03/12-tide-gate-wanted.md",
        "-tags: [harbour-council, tide-gate]",
        "+tags: [tide-gate]",
        "+++ b/briefings/tags.yml",
        "-harbour-council:",
        "-  label: {en: Harbour council}",
        "-  aliases: [harbour council]",
        "-  kind: organisation",
        "-  aliases: [tide gate]",
        "+  aliases: [tide gate, Harbour council, harbour council]",
        "+  former: [harbour-council]",
    ]
    assert run("check").returncode == 0


def test_the_base_of_the_merge_follows_so_that_a_new_version_meets_no_conflict(
    run: Run, repository: Path, article: Path
) -> None:
    run("ingest", article, "--outlet", "Example Courier")
    commit(repository)
    run("tag", "rename", "tide-gate", "barrier", "--label", "Barrier")
    assert ".briefings/base/" in git(repository, "diff", "--name-only")
    newer = article.read_text(encoding="utf-8").replace("again in April", "again in May, in Geneva")
    article.write_text(newer, encoding="utf-8")
    done = run("ingest", article, "--outlet", "Example Courier")
    assert "merged" in done.stdout, done.stdout
    (made,) = (repository / "briefings/2025").rglob("*.md")
    tags = next(line for line in made.read_text(encoding="utf-8").splitlines() if line.startswith("tags:"))
    assert sorted(tags.removeprefix("tags: [").removesuffix("]").split(", ")) == [
        "barrier",
        "geneva",
        "harbour-council",
    ]


def test_a_split_moves_what_is_clear_and_lists_the_rest(run: Run, repository: Path) -> None:
    folder = repository / "briefings/2024/04"
    texts = {"03-wall": "The sea wall broke.", "04-pump": "The pump broke.", "05-both": "The sea wall and the pump."}
    run("tag", "accept", "sea wall", "--unsaid")
    run("tag", "accept", "pump", "--unsaid")
    for name, text in texts.items():
        head = f"---\ntitle: News\ndate: 2024-04-{name[:2]}\noutlet: example-courier\ntags: [tide-gate]\n---\n"
        (folder / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")
    commit(repository)
    done = run("tag", "split", "tide-gate", "--into", "sea-wall", "pump")
    assert done.returncode == 1, done.stderr
    assert "04/05-both.md: keeps the tag; its text names sea-wall and pump" in done.stdout
    assert "03/12-tide-gate-wanted.md: keeps the tag; its text names none of them" in done.stdout
    assert changed(repository) == [
        "+++ b/briefings/2024/04/03-wall.md",
        "-tags: [tide-gate]",
        "+tags: [sea-wall]",
        "+++ b/briefings/2024/04/04-pump.md",
        "-tags: [tide-gate]",
        "+tags: [pump]",
    ]
    commit(repository)
    again = run("tag", "split", "tide-gate", "--into", "sea-wall", "--into", "pump")
    assert (again.returncode, changed(repository)) == (1, [])
    for path in ("2024/03/12-tide-gate-wanted.md", "2024/04/02-tide-tables.md", "2024/04/05-both.md"):
        text = (repository / "briefings" / path).read_text(encoding="utf-8")
        decided = text.replace("[harbour-council, tide-gate]", "[harbour-council, tide-gate, sea-wall]")
        decided = decided.replace('  - "tide-gate"', "  - tide-gate\n  - pump").replace(
            ": [tide-gate]", ": [tide-gate, pump]"
        )
        (repository / "briefings" / path).write_text(decided, encoding="utf-8")
    last = run("tag", "split", "tide-gate", "--into", "sea-wall", "pump")
    assert last.returncode == 0, last.stdout
    assert "tide-gate is taken out; /tags/tide-gate/ leads to sea-wall and pump" in last.stdout
    assert "TAG101" not in run("check").stdout


def test_a_briefing_that_cannot_be_read_is_named_and_check_knows_the_new_id(run: Run, repository: Path) -> None:
    broken = repository / "briefings/2024/04/09-broken.md"
    broken.write_text("---\ntitle: x\ntags: [geneva\n---\n", encoding="utf-8")
    done = run("tag", "rename", "geneva", "geneva-city")
    assert done.returncode == 1
    assert "left as it is: briefings/2024/04/09-broken.md:" in done.stderr
    broken.write_text("---\ntitle: x\ntags: [geneva]\n---\nx\n", encoding="utf-8")
    assert 'TAG101 unknown tag "geneva"; it is now geneva-city' in run("check").stdout


def test_a_name_taken_in_tags_the_briefings_that_say_it_published_or_not_and_is_taken_out_again(
    run: Run, repository: Path
) -> None:
    folder = repository / "briefings/2024/04"
    head = "---\ntitle: News\ndate: 2024-04-03\noutlet: example-courier\n"
    (folder / "03-said.md").write_text(f"{head}---\nThe Harbour Safety Council met.\n", encoding="utf-8")
    (folder / "03-draft.md").write_text(
        f"{head}status: draft\n---\nThe Harbour Safety Council met twice.\n", encoding="utf-8"
    )
    (folder / "03-gone.md").write_text(
        f"{head}status: withdrawn\nreason: wrong\n---\nThe Harbour Safety Council met.\n", encoding="utf-8"
    )
    commit(repository)
    for said, words in (
        ("Harbor Safety Council", 'nothing was written; did you mean "Harbour Safety Council"?'),
        ("Zebra crossing", "nothing was written; write it as texts do, or take it in all the same with --unsaid"),
        ("../../News", '"../../News" is no name'),
    ):
        refused = run("tag", "accept", said)
        assert (refused.returncode, changed(repository)) == (2, [])
        assert words in refused.stderr
    would = run("tag", "accept", "Harbour Safety Council", "--dry-run")
    assert "04/03-said.md: would be tagged harbour-safety-council" in would.stdout
    assert changed(repository) == []
    done = run("tag", "accept", "Harbour Safety Council")
    assert done.returncode == 0, done.stderr
    assert "added harbour-safety-council (organisation)" in done.stdout, "as the name tells"
    tagged = [line for line in changed(repository) if "tags: [" in line or line.endswith(".md")]
    assert tagged == [
        "+++ b/briefings/2024/04/03-draft.md",
        "+tags: [harbour-safety-council]",
        "+++ b/briefings/2024/04/03-said.md",
        "+tags: [harbour-safety-council]",
    ]
    dry = run("tag", "remove", "harbour-safety-council", "--dry-run")
    assert "would change 3 files" in dry.stdout
    done = run("tag", "remove", "harbour-safety-council")
    assert done.returncode == 0, done.stderr
    assert "/tags/harbour-safety-council/ leads nowhere from the next build on" in done.stdout
    assert changed(repository) == []


def test_a_tag_on_which_others_stand_is_not_taken_out(run: Run, repository: Path) -> None:
    path = repository / "briefings/tags.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "quay:\n  label: {en: Quay}\n  kind: topic\n  parent: tide-gate\n", encoding="utf-8")
    done = run("tag", "remove", "tide-gate")
    assert done.returncode == 2
    assert '"tide-gate" is broader than quay' in done.stderr


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["remove", "genva"], 'there is no tag "genva" in briefings/tags.yml; did you mean "geneva"?'),
        (["rename", "genva", "x"], 'there is no tag "genva" in briefings/tags.yml; did you mean "geneva"?'),
        (
            ["rename", "geneva", "tide-gate"],
            'there is a tag "tide-gate" already; to make them one: briefings tag merge',
        ),
        (["rename", "geneva", "x", "--label", "tide gate"], '"tide gate" is already a name of tide-gate'),
        (["merge", "geneva", "genva"], 'there is no tag "genva"'),
        (["split", "geneva", "--into", "tide-gate", "sea"], 'there is no tag "sea"'),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    run: Run, repository: Path, command: list[str], words: str
) -> None:
    done = run("tag", *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"briefings: {words}")
    assert done.stderr.count("\n") == 1
    assert changed(repository) == []


def test_former_addresses_lead_on_in_both_roads(run: Run, repository: Path, tmp_path: Path) -> None:
    run("tag", "rename", "geneva", "geneva-city")
    path = repository / "briefings/2024/04/02-tide-tables.md"
    text = path.read_text(encoding="utf-8").replace("title:", "redirect_from: [2024/04/01-tables.html]\ntitle:", 1)
    path.write_text(text, encoding="utf-8")
    assert run("build", "--strict", "--site", tmp_path / "ours").returncode == 0
    assert mkdocs_build(repository, tmp_path / "plain").returncode == 0
    ours = pages_of(tmp_path / "ours")
    assert ours == pages_of(tmp_path / "plain")
    assert b'content="0; url=../../tags/geneva-city/"' in ours["tags/geneva/index.html"]
    assert b'content="0; url=../../2024/04/02-tide-tables/"' in ours["2024/04/01-tables.html"]
    assert (tmp_path / "ours/tags/geneva/feed.xml").read_bytes() == (
        tmp_path / "plain/tags/geneva-city/feed.xml"
    ).read_bytes()
    assert "0 rendered; nothing changed" in run("build", "--site", tmp_path / "ours").stdout


def test_a_former_address_that_is_taken_is_a_finding_and_the_page_stays(
    run: Run, repository: Path, tmp_path: Path
) -> None:
    path = repository / "briefings/2024/04/02-tide-tables.md"
    text = path.read_text(encoding="utf-8").replace("title:", "redirect_from: [tags/geneva]\ntitle:", 1)
    path.write_text(text, encoding="utf-8")
    done = run("build", "--site", tmp_path / "site")
    assert done.returncode == 1
    assert '02-tide-tables.md:3: MOVE002 redirect_from: there is a page at "tags/geneva"' in done.stderr
    assert "refresh" not in (tmp_path / "site/tags/geneva/index.html").read_text(encoding="utf-8")
    assert "MOVE002" in run("check").stdout


def test_a_tag_of_the_sample_is_renamed_in_all_its_briefings(run: Run, repository: Path) -> None:
    shutil.rmtree(repository / "briefings")
    shutil.copytree(ROOT / "briefings", repository / "briefings")
    commit(repository)
    before = files_of(repository / "briefings")
    run("tag", "rename", "soviet-union", "ussr")
    lines = changed(repository)
    briefings = [line for line in lines if line.startswith("+++") and not line.endswith("tags.yml")]
    assert len(briefings) == sum(b"soviet-union" in text for name, text in before.items() if name.endswith(".md")) > 20
    assert sum(line.startswith("-tags: ") for line in lines) == len(briefings)
    run("tag", "rename", "ussr", "soviet-union")
    after = files_of(repository / "briefings")
    assert [name for name in before if before[name] != after[name]] == ["tags.yml"]


def test_the_taxonomy_is_listed_by_kind_and_by_what_is_unused(run: Run, repository: Path) -> None:
    assert run("tag", "list", "--kind", "place").stdout == f"{'geneva':<32}{'place':<14}{1:>5}  Geneva\n"
    (repository / "briefings/2024/04/02-tide-tables.md").unlink()
    (line,) = run("tag", "list", "--unused", "--json").stdout.splitlines()
    assert json.loads(line) == {"id": "geneva", "kind": "place", "label": "Geneva", "parent": None, "briefings": 0}


@pytest.mark.usefixtures("repository")
def test_a_tag_is_shown_by_any_of_its_names(run: Run) -> None:
    run("tag", "rename", "tide-gate", "barrier", "--label", "Barrier")
    for name in ("barrier", "tide-gate", "Tide Gate", "BARRIER"):
        shown = run("tag", "show", name)
        assert shown.stdout.startswith("barrier  topic\n  labels      Barrier (en)\n"), shown.stderr
    assert "  former      tide-gate\n  together    geneva 1, harbour-council 1\n  briefings   2\n" in shown.stdout
    assert "  first       2024-03-12  Harbour council asks for a tide gate  briefings/2024/03/12" in shown.stdout
    known = json.loads(run("tag", "show", "barrier", "--json").stdout)
    assert (known["briefings"], known["together"]) == (2, {"geneva": 1, "harbour-council": 1})
    assert json.loads(run("show", "barrier", "--json").stdout)["tag"] == known
    assert run("show", "barrier").stdout == shown.stdout
    missing = run("tag", "show", "barier")
    assert (missing.returncode, missing.stderr.count("\n")) == (2, 1)
    assert 'there is no tag "barier" in briefings/tags.yml; did you mean "barrier"?' in missing.stderr


def test_suggestions_are_findings(run: Run, repository: Path) -> None:
    assert (run("tag", "suggest").returncode, run("tag", "suggest").stdout) == (0, "")
    for day in (5, 6, 7):
        text = (
            f"---\ntitle: a\ndate: 2024-04-0{day}\ntags: [geneva]\n---\nThe mayor of Port Linden went to Port Linden.\n"
        )
        (repository / f"briefings/2024/04/0{day}-port-{day}.md").write_text(text, encoding="utf-8")
    done = run("tag", "suggest")
    assert done.returncode == 1
    assert (
        "  Port Linden                     place             3  2024/04/05-port-5.md 2024/04/06-port-6.md"
        in done.stdout
    )
    assert json.loads(run("tag", "suggest", "--json").stdout)["names"][0]["name"] == "Port Linden"


def test_an_outlet_is_added_with_a_host_and_a_zone_that_exist(run: Run, repository: Path) -> None:
    for option, said, words in (
        ("--domain", "https://www.example.org/news", 'is no host name; did you mean "example.org"?'),
        ("--zone", "Mars/Base", "is no time zone of the IANA list, such as Europe/Kyiv"),
    ):
        done = run("outlet", "add", "Example Post", option, said)
        assert (done.returncode, done.stderr) == (2, f'briefings: {option}: "{said}" {words}\n')
    assert changed(repository) == []


def test_a_code_that_is_none_is_a_finding_and_stops_no_build(run: Run, repository: Path, tmp_path: Path) -> None:
    path = repository / "briefings/tags.yml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  wikidata: 71\n  mediatopic: medtop:20000639\n", encoding="utf-8"
    )
    done = run("check")
    assert (done.returncode, done.stdout) == (
        1, 'briefings/tags.yml:12: TAG103 tide-gate: wikidata "71" is no code; write Q and a number, such as Q39\n',
    )  # fmt: skip
    assert run("build", "--site", tmp_path / "site").returncode == 0
    page = (tmp_path / "site/tags/tide-gate/index.html").read_text(encoding="utf-8")
    link = '<a href="https://cv.iptc.org/newscodes/mediatopic/20000639" rel="external noreferrer">medtop:20000639</a>'
    assert link in page
    assert "wikidata.org" not in page
    assert "Often together with" not in page


def test_a_storyline_follows_its_tags_and_holds_up_a_split(run: Run, repository: Path) -> None:
    path = repository / "briefings/storylines/gate.md"
    path.parent.mkdir()
    path.write_text(
        "---\ntitle: The gate\ntags: [harbour-council, tide-gate]  # both\n---\nA story.\n", encoding="utf-8"
    )
    commit(repository)
    run("tag", "rename", "tide-gate", "barrier")
    assert [line for line in changed(repository) if "both" in line] == [
        "-tags: [harbour-council, tide-gate]  # both",
        "+tags: [harbour-council, barrier]  # both",
    ]
    assert "storylines  gate" in run("tag", "show", "barrier").stdout
    done = run("tag", "split", "barrier", "--into", "geneva", "harbour-council", "--dry-run")
    assert "briefings/storylines/gate.md: keeps the tag; its text names none of them" in done.stdout
