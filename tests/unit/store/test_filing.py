"""New versions are merged into what an editor made of the old one; no word of his is ever overwritten."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from pathlib import Path

import pytest

from builder.formats import briefing_md
from builder.model.briefing import Briefing, Carrier, Status, Wire
from builder.model.ids import OutletId, Slug
from builder.model.moment import Moment
from builder.store import shelf
from builder.store.filing import Act, Cabinet, Filed

BODY = """\
The talks ended on Friday.

## Details

One paragraph.

Another paragraph.

## Background

- **1961-06-04** — Vienna.
- **1962-03-07** — A letter.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: N\n")
    return tmp_path


def composed(
    body: str = BODY, *, slug: str = "talks", outlet: str | None = "desk", url: str | None = None, day: int = 8
) -> Briefing:
    sha = hashlib.sha256(f"{body}{slug}{outlet}{url}{day}".encode()).hexdigest()
    return Briefing(
        slug=Slug(slug),
        headline="Talks",
        published=Moment(day=dt.date(1962, 6, day)),
        outlet=OutletId(outlet) if outlet else None,
        url=url,
        wire=Wire(reader="text/1", sha256=sha, retrieved=dt.date(2025, 1, 1)),
        sections=briefing_md.split(body),
    )


def file(cabinet: Cabinet, briefing: Briefing) -> Filed:
    return cabinet.file(briefing, f"source of {briefing.slug}", before=cabinet.version_of(briefing))


def filed(root: Path, *briefings: Briefing) -> list[Filed]:
    """File as ``ingest`` does: what came of known bytes is not filed again."""
    cabinet = Cabinet.of(shelf.load(root))
    done = []
    for briefing in briefings:
        assert briefing.wire
        done.append(cabinet.known(briefing.wire.sha256) or file(cabinet, briefing))
    return done


def tree(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def acts(root: Path, *briefings: Briefing) -> list[str]:
    return [done.act.value for done in filed(root, *briefings)]


PATH = "briefings/1962/06/08-talks.md"
BASE = ".briefings/base/talks.md"
INCOMING = ".briefings/incoming/talks.md"


def edit(root: Path, old: str, new: str) -> str:
    text = (root / PATH).read_text(encoding="utf-8")
    assert old in text
    (root / PATH).write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def test_a_new_briefing_is_filed_with_its_base_and_its_source(root: Path) -> None:
    briefing = composed()
    (done,) = filed(root, briefing)
    assert done == Filed(act=Act.MADE, path=PATH, briefing=briefing)
    assert briefing.wire
    files = tree(root)
    assert files[PATH] == files[BASE] == briefing_md.dumps(briefing).encode()
    assert files[f".briefings/source/{briefing.wire.sha256}.txt"] == b"source of talks"
    assert shelf.load(root).archive.briefings == (briefing,)


@pytest.mark.parametrize("times", ["in one run", "in two runs"])
def test_the_same_input_twice_changes_nothing(root: Path, times: str) -> None:
    if times == "in one run":
        assert acts(root, composed(), composed()) == ["made", "unchanged"]
    else:
        filed(root, composed())
    before = tree(root)
    assert acts(root, composed()) == ["unchanged"]
    assert tree(root) == before


def test_the_same_composition_of_other_bytes_changes_only_the_wire(root: Path) -> None:
    filed(root, composed())
    again = composed()
    assert again.wire
    other = dataclasses.replace(again, wire=dataclasses.replace(again.wire, sha256="f" * 64))
    assert acts(root, other) == ["merged"]
    assert acts(root, other) == ["unchanged"]
    assert list((root / "briefings").rglob("*.md")) == [root / PATH]


def test_an_editors_words_survive_a_new_version(root: Path) -> None:
    filed(root, composed())
    edit(root, "title: Talks\n", "title: My title  # mine\ntags: [nasa]\n")
    edit(root, "The talks ended on Friday.", "The talks ended.")
    new = composed(BODY.replace("A letter.", "A letter and an answer."))
    (done,) = filed(root, new)
    assert (done.act, done.path) == (Act.MERGED, PATH)
    text = (root / PATH).read_text(encoding="utf-8")
    for words in ("title: My title  # mine\n", "tags: [nasa]\n", "The talks ended.\n", "A letter and an answer."):
        assert words in text
    assert done.briefing == shelf.load(root).archive.briefings[0]
    assert (root / BASE).read_bytes() == briefing_md.dumps(new).encode()


def test_an_editors_cut_is_not_undone(root: Path) -> None:
    filed(root, composed())
    edit(root, "One paragraph.\n\n", "")
    assert acts(root, composed(BODY.replace("A letter.", "Two letters."))) == ["merged"]
    assert "One paragraph." not in (root / PATH).read_text()


def test_two_new_versions_one_after_the_other_are_merged(root: Path) -> None:
    filed(root, composed())
    edit(root, "The talks ended on Friday.", "The talks ended.")
    second = BODY.replace("Vienna.", "Vienna summit.")
    assert acts(root, composed(second), composed(second + "- **1962-04** — More.\n")) == ["merged", "merged"]
    text = (root / PATH).read_text()
    assert all(words in text for words in ("The talks ended.\n", "Vienna summit.", "More."))


def test_a_conflict_is_marked_for_the_editor(root: Path) -> None:
    filed(root, composed())
    edit(root, "One paragraph.", "My paragraph.")
    (done,) = filed(root, composed(BODY.replace("One paragraph.", "Their paragraph.")))
    assert (done.act, done.path) == (Act.CONFLICT, PATH)
    text = (root / PATH).read_text()
    assert "<<<<<<< edited\nMy paragraph.\n=======\nTheir paragraph.\n>>>>>>> incoming\n" in text


def test_to_publish_is_no_conflict_with_the_next_version(root: Path) -> None:
    filed(root, dataclasses.replace(composed(), status=Status.DRAFT))
    edit(root, "status: draft\n", "")
    newer = dataclasses.replace(composed(BODY.replace("One paragraph.", "One more.")), status=Status.DRAFT)
    (done,) = filed(root, newer)
    assert done.act is Act.MERGED
    text = (root / PATH).read_text()
    assert "status:" not in text
    assert "One more." in text
    assert newer.wire
    assert newer.wire.sha256 in text


def test_what_cannot_be_read_for_a_conflict_is_never_written_over(root: Path) -> None:
    filed(root, composed())
    edit(root, "One paragraph.", "MY OWN WORDS.")
    edit(root, "title: Talks", "<<<<<<< edited\ntitle: Mine\n=======\ntitle: Talks\n>>>>>>> incoming")
    before = (root / PATH).read_bytes()
    cabinet = Cabinet.of(shelf.load(root))
    main = cabinet.briefings[Slug("talks")]
    joined = dataclasses.replace(main, carried_by=(Carrier(outlet=OutletId("other")),))
    done = cabinet.join(joined, composed(outlet="other"), "source")
    assert done.act is Act.INCOMING
    assert (root / PATH).read_bytes() == before
    assert (root / done.path).is_file()


def test_a_conflict_in_front_matter_makes_no_second_briefing(root: Path) -> None:
    filed(root, composed(url="https://e.org/1"))
    edit(root, "title: Talks", "title: Mine")
    new = dataclasses.replace(composed(url="https://e.org/1"), headline="Theirs", wire=None)
    cabinet = Cabinet.of(shelf.load(root))
    assert file(cabinet, new).act is Act.CONFLICT
    assert [finding.code for finding in shelf.load(root).findings] == ["FM001"]
    before = tree(root)
    newer = file(Cabinet.of(shelf.load(root)), new)
    assert newer.act is Act.CONFLICT
    assert newer.path == PATH
    assert tree(root) == before


def test_a_slip_of_the_editor_makes_no_second_briefing(root: Path) -> None:
    filed(root, composed())
    edit(root, "title: Talks", "title: 'Talks")
    before = tree(root)
    assert acts(root, composed()) == ["unchanged"]
    assert tree(root) == before


def test_a_file_in_another_encoding_is_left_and_the_new_version_waits(root: Path) -> None:
    filed(root, composed())
    (root / PATH).write_bytes((root / PATH).read_bytes() + b"K\xf6ln\n")
    before = (root / PATH).read_bytes()
    assert acts(root, composed(BODY + "More.\n")) == ["incoming"]
    assert (root / PATH).read_bytes() == before
    assert "More." in (root / INCOMING).read_text()


def test_without_a_base_the_new_version_waits_and_the_briefing_is_untouched(root: Path) -> None:
    filed(root, composed())
    (root / BASE).unlink()
    text = edit(root, "One paragraph.", "My paragraph.")
    new = composed(BODY.replace("A letter.", "Two letters."))
    (done,) = filed(root, new)
    assert (done.act, done.path) == (Act.INCOMING, INCOMING)
    assert (root / PATH).read_text() == text
    assert (root / INCOMING).read_text() == briefing_md.dumps(new)
    assert [b.slug for b in shelf.load(root).archive.briefings] == ["talks"]
    before = tree(root)
    assert acts(root, new) == ["incoming"]
    assert tree(root) == before


def test_windows_line_ends_of_an_editor_are_no_conflict(root: Path) -> None:
    filed(root, composed())
    edit(root, "One paragraph.", "My paragraph.")
    (root / PATH).write_bytes((root / PATH).read_bytes().replace(b"\n", b"\r\n"))
    assert acts(root, composed(BODY.replace("A letter.", "Two letters."))) == ["merged"]
    data = (root / PATH).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"My paragraph." in data
    assert b"Two letters." in data


def test_two_articles_with_one_headline_on_one_day_get_two_slugs(root: Path) -> None:
    first, second, third = composed(outlet="desk"), composed(outlet="agency"), composed(outlet="third")
    done = filed(root, first, second, third)
    assert [(d.act, d.briefing.slug) for d in done] == [(Act.MADE, s) for s in ("talks", "talks-2", "talks-3")]
    assert sorted(p.name for p in (root / "briefings/1962/06").iterdir()) == [
        "08-talks-2.md",
        "08-talks-3.md",
        "08-talks.md",
    ]
    assert sorted(p.name for p in (root / ".briefings/base").iterdir()) == ["talks-2.md", "talks-3.md", "talks.md"]


def test_a_new_version_of_the_second_goes_to_the_second(root: Path) -> None:
    filed(root, composed(outlet="desk"), composed(outlet="agency"))
    (done,) = filed(root, composed(BODY + "More.\n", outlet="agency"))
    assert (done.act, done.briefing.slug) == (Act.MERGED, "talks-2")
    assert "More." not in (root / PATH).read_text()


def test_who_forgets_to_name_the_outlet_does_not_make_a_twin(root: Path) -> None:
    filed(root, composed(outlet="desk"))
    (done,) = filed(root, composed(BODY + "More.\n", outlet=None))
    assert done.briefing.slug == "talks"
    assert [p.name for p in (root / "briefings/1962/06").iterdir()] == ["08-talks.md"]


def test_two_addresses_of_one_outlet_are_two_articles(root: Path) -> None:
    done = filed(root, composed(url="https://e.org/1"), composed(url="https://e.org/2"))
    assert [d.briefing.slug for d in done] == ["talks", "talks-2"]


def test_the_same_address_is_the_same_article_whatever_its_headline(root: Path) -> None:
    filed(root, composed(url="https://e.org/1"))
    (done,) = filed(root, composed(BODY + "More.\n", slug="new-headline", url="https://e.org/1", day=9))
    assert (done.act, done.path, done.briefing.slug) == (Act.MERGED, PATH, "talks")


def test_one_headline_on_two_days_gets_two_slugs(root: Path) -> None:
    assert [d.briefing.slug for d in filed(root, composed(), composed(day=9))] == ["talks", "talks-2"]


def test_a_file_that_nobody_loaded_is_never_overwritten(root: Path) -> None:
    (root / "briefings/1962/06").mkdir(parents=True)
    (root / PATH).write_bytes(b"not a briefing, but somebody's words\n")
    (done,) = filed(root, composed())
    assert (done.act, done.path) == (Act.INCOMING, ".briefings/incoming/talks.md")
    assert (root / PATH).read_bytes() == b"not a briefing, but somebody's words\n"
