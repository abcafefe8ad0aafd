"""The archive as it lies on disk: what is loaded, what is a finding, and what stops the run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from builder.errors import BadSettings, UnreadableFile
from builder.findings import Severity
from builder.store import shelf

GOOD = (
    "---\ntitle: T\ndate: 1962-06-08\n---\nLede.\n\n## Background\n- **../1962** — x\n- **1961-06-03/1961-06-04** — y\n"
)
Tree = Mapping[str, str | bytes]


def planted(root: Path, tree: Tree) -> Path:
    for name, content in {"mkdocs.yml": "site_name: N\n", "briefings/tags.yml": "", **tree}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def loaded(root: Path, tree: Tree) -> shelf.Shelf:
    return shelf.load(planted(root, tree))


def test_briefings_are_loaded_with_taxonomy_outlets_and_settings(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "briefings/1962/06/08-talks.md": GOOD,
            "briefings/1961/06/04-vienna.md": GOOD.replace("1962-06-08", "1961-06-04"),
            "briefings/tags.yml": "nasa:\n  label: {en: NASA}\n  kind: organisation\n",
            "briefings/outlets.yml": "desk:\n  name: Desk\n",
        },
    )
    assert [b.slug for b in found.archive.briefings] == ["vienna", "talks"]
    assert found.paths == {"talks": "briefings/1962/06/08-talks.md", "vienna": "briefings/1961/06/04-vienna.md"}
    assert list(found.archive.taxonomy.tags) == ["nasa"]
    assert list(found.archive.outlets) == ["desk"]
    assert found.settings.site_name == "N"
    assert found.findings == ()


def test_an_archive_needs_neither_taxonomy_nor_outlets(tmp_path: Path) -> None:
    planted(tmp_path, {"briefings/1962/06/08-a.md": GOOD})
    (tmp_path / "briefings/tags.yml").unlink()
    found = shelf.load(tmp_path)
    assert (len(found.archive.briefings), found.archive.taxonomy.tags, found.archive.outlets) == (1, {}, {})


def test_a_file_that_cannot_be_loaded_is_a_finding_and_the_rest_is_loaded(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "briefings/1962/06/08-good.md": GOOD,
            "briefings/1962/06/08-bad.md": "---\ntitle: T\ntag: x\n---\n",
            "briefings/1962/06/08-latin.md": b"---\ntitle: K\xf6ln\n---\n",
            "briefings/1962/06/08-bomb.md": "---\ntitle: &a x\n---\n",
            "briefings/1962/06/08-conflict.md": "---\n<<<<<<< edited\ntitle: T\n=======\ntitle: U\n>>>>>>> incoming\n---\n",
        },
    )
    assert [b.slug for b in found.archive.briefings] == ["good"]
    said = {f.path.rpartition("/")[2]: (f.line, f.code, f.severity) for f in found.findings}
    assert said == {
        "08-bad.md": (3, "FM002", Severity.ERROR),
        "08-bomb.md": (2, "FM001", Severity.ERROR),
        "08-conflict.md": (3, "FM001", Severity.ERROR),
        "08-latin.md": (2, "FM001", Severity.ERROR),
    }


@pytest.mark.parametrize(
    "name",
    [
        "1962/06/8-a.md",
        "1962/06/08-A.md",
        "1962/06/08-a b.md",
        "1962/06/08.md",
        "1962/6/08-a.md",
        "1962/a.md",
        "1962/06/x/08-a.md",
        "1962/06/08-é.md",
    ],
)
def test_a_file_with_another_kind_of_name_is_a_finding(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, {f"briefings/{name}": GOOD})
    assert [(f.path, f.code) for f in found.findings] == [(f"briefings/{name}", "FILE001")]
    assert found.archive.briefings == ()


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "drafts/a.md",
        ".git/1962/06/08-a.md",
        "1962/06/.08-a.md",
        "1962/06/08-a.txt",
        "media/1962/06/08-a.md",
    ],
)
def test_what_stands_elsewhere_is_no_briefing(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, {f"briefings/{name}": GOOD})
    assert (found.archive.briefings, found.findings) == ((), ())


def test_links_are_not_followed(tmp_path: Path) -> None:
    root = planted(tmp_path / "archive", {"briefings/1962/06/08-a.md": GOOD})
    secret = tmp_path / "secret"
    planted(secret, {"07/09-b.md": GOOD})
    (root / "briefings/1962/06/09-b.md").symlink_to(secret / "07/09-b.md")
    (root / "briefings/1962/07").symlink_to(secret / "07", target_is_directory=True)
    (root / "briefings/1962/06/10-c.md").symlink_to("nothing")
    (root / "briefings/1963").symlink_to(secret, target_is_directory=True)
    (root / "briefings/1962/06/11-d.md").mkdir()
    found = shelf.load(root)
    assert [b.slug for b in found.archive.briefings] == ["a"]
    assert [(finding.code, finding.path, finding.message.partition(",")[0]) for finding in found.findings] == [
        ("FILE004", "briefings/1963", "a link"),
        ("FILE004", "briefings/1962/07", "a link"),
        ("FILE004", "briefings/1962/06/11-d.md", "a folder with the name of a file; rename it"),
        ("FILE004", "briefings/1962/06/09-b.md", "a link"),
        ("FILE004", "briefings/1962/06/10-c.md", "a link"),
    ]


def test_a_file_that_may_not_be_read_is_a_finding_and_the_rest_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:  # root may read everything
        if path.name == "09-b.md":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    found = loaded(tmp_path, {"briefings/1962/06/08-a.md": GOOD, "briefings/1962/06/09-b.md": GOOD})
    assert [b.slug for b in found.archive.briefings] == ["a"]
    (finding,) = found.findings
    assert (finding.path, finding.code) == ("briefings/1962/06/09-b.md", "FILE005")
    assert finding.message == "it cannot be read (Permission denied); check your rights"


def test_two_files_cannot_share_a_slug(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"briefings/1962/06/08-a.md": GOOD, "briefings/1963/01/01-a.md": GOOD})
    assert found.paths == {"a": "briefings/1962/06/08-a.md"}
    (finding,) = found.findings
    assert (finding.path, finding.code) == ("briefings/1963/01/01-a.md", "FILE002")
    assert 'slug "a" is already that of briefings/1962/06/08-a.md' in finding.message


@pytest.mark.parametrize(
    ("tree", "fault", "said"),
    [
        ({"mkdocs.yml": "a: [\n"}, BadSettings, "mkdocs.yml:2: broken YAML"),
        ({"mkdocs.yml": b"a: \xff\n"}, BadSettings, "mkdocs.yml:1: not UTF-8"),
        ({"briefings/tags.yml": "a:\n  kind: x\n"}, UnreadableFile, "briefings/tags.yml:1: TAG001"),
        ({"briefings/tags.yml": b"\n\xff\n"}, UnreadableFile, "briefings/tags.yml:2: FM001 not UTF-8"),
        ({"briefings/storylines": ""}, BadSettings, "briefings/storylines is a file; rename it"),
        ({"briefings/outlets.yml": "a:\n  nam: x\n"}, UnreadableFile, "briefings/outlets.yml:2: OUT001 unknown key"),
    ],
)
def test_what_makes_every_briefing_look_wrong_stops_the_run(
    tmp_path: Path, tree: Tree, fault: type[Exception], said: str
) -> None:
    with pytest.raises(fault) as found:
        loaded(tmp_path, tree)
    assert said in str(found.value)


@pytest.mark.parametrize("name", ["tags.yml", "outlets.yml"])
def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path, name: str) -> None:
    root = planted(tmp_path, {})
    (root / "briefings" / name).unlink(missing_ok=True)
    (root / "briefings" / name).mkdir()
    with pytest.raises(BadSettings, match=f"briefings/{name} is a folder; rename it, and put the file"):
        shelf.load(root)


def test_no_archive_says_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="there is no archive here"):
        shelf.load(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: N\n")
    with pytest.raises(BadSettings, match="the folder of the briefings is missing"):
        shelf.load(tmp_path)


class Memory:
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.put: list[int] = []

    def get_many(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put_many(self, entries: Iterable[tuple[str, bytes]]) -> None:
        new = dict(entries)
        self.put.append(len(new))
        self.kept.update(new)


def test_a_briefing_that_did_not_change_is_remembered_and_the_same(tmp_path: Path) -> None:
    root = planted(
        tmp_path,
        {"briefings/1962/06/08-a.md": GOOD, "briefings/1962/06/09-b.md": GOOD, "briefings/1962/06/10-c.md": "x"},
    )
    memory = Memory()
    first = shelf.load(root, cache=memory)
    second = shelf.load(root, cache=memory)
    (root / "briefings/1962/06/09-b.md").write_text(GOOD + "More.\n")
    third = shelf.load(root, cache=memory)
    assert memory.put == [2, 1]
    assert first.archive == second.archive
    assert [b.layout for b in first.archive.briefings] == [b.layout for b in second.archive.briefings]
    assert [b.background[0].line for b in second.archive.briefings] == [8, 8]
    assert third.archive == shelf.load(root).archive != first.archive


def test_a_memory_that_speaks_nonsense_is_not_believed(tmp_path: Path) -> None:
    root = planted(tmp_path, {"briefings/1962/06/08-a.md": GOOD})
    memory = Memory()
    expected = shelf.load(root, cache=memory).archive
    for nonsense in (b"", b"{}", b"\xff", b"[]", b'{"slug": "a"}'):
        memory.kept = dict.fromkeys(memory.kept, nonsense)
        assert shelf.load(root, cache=memory).archive == expected


@pytest.mark.parametrize("path", ["08-geneva-talks.md", "22/08-geneva-talks.md", "a/b/08-geneva-talks.md"])
def test_a_slug_is_what_follows_the_day(path: str) -> None:
    assert shelf.slug_of(path) == "geneva-talks"
