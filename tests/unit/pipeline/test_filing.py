"""One report is one briefing: a new version updates it, another outlet joins it, and nothing is filed twice."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from builder.errors import MalformedCopy
from builder.formats import briefing_md
from builder.model.briefing import Briefing, Carrier, Status, Wire
from builder.model.ids import OutletId, Slug
from builder.model.moment import Moment
from builder.pipeline.filing import Filing
from builder.store import shelf
from builder.store.filing import Act, Cabinet, Filed

REPORT = """\
The harbour council put off its vote on the tide gate on Monday evening. Six of the eleven members asked for more time,
the clerk said, because the second report on the sea bed had reached them only on Friday.

The gate would close the inner basin in storms. Three firms have sent designs; the cheapest would take four years and
leave the fish market dry, the dearest would be ready in two and need a new quay.
"""
AT_NOON = dt.datetime(2025, 3, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: N\n")
    return tmp_path


def composed(
    outlet: str | None, *, hours: int = 0, url: str | None = None, body: str = REPORT, headline: str = "Council waits"
) -> Briefing:
    sha = hashlib.sha256(f"{outlet}{hours}{url}{body}{headline}".encode()).hexdigest()
    return Briefing(
        slug=Slug(headline.lower().replace(" ", "-")),
        headline=headline,
        published=Moment.at(AT_NOON + dt.timedelta(hours=hours)),
        outlet=OutletId(outlet) if outlet else None,
        url=url,
        wire=Wire(reader="text/1", sha256=sha, retrieved=dt.date(2025, 3, 11)),
        sections=briefing_md.split(body),
    )


def file(root: Path, *briefings: Briefing) -> list[tuple[Filed, tuple[str, ...]]]:
    filing = Filing(Cabinet.of(shelf.load(root)), remembered=root / "build" / "texts.sqlite")
    done = []
    for number, briefing in enumerate(briefings):
        filed, remarks = filing.file(briefing, "as read", name=f"input {number}")
        done.append((filed, tuple(remark.code for remark in remarks)))
    return done


def only(root: Path) -> Briefing:
    (briefing,) = shelf.load(root).archive.briefings
    return briefing


def test_another_outlets_copy_joins_the_briefing_in_one_run_or_in_two(root: Path) -> None:
    ((first, _), (second, codes)) = file(root, composed("agency"), composed("courier", hours=1, headline="No vote yet"))
    ((third, _),) = file(root, composed("herald", hours=2, url="https://herald.example/1"))
    assert [one.act for one in (first, second, third)] == [Act.MADE, Act.JOINED, Act.JOINED]
    assert codes == ("ING014",)
    assert only(root).outlet == "agency"
    assert only(root).carried_by == (
        Carrier(outlet=OutletId("courier"), date=Moment.at(AT_NOON + dt.timedelta(hours=1))),
        Carrier(
            outlet=OutletId("herald"), url="https://herald.example/1", date=Moment.at(AT_NOON + dt.timedelta(hours=2))
        ),
    )


def test_a_copy_that_is_there_already_changes_nothing(root: Path) -> None:
    file(root, composed("agency"), composed("courier", hours=1))
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    ((filed, _),) = file(root, composed("courier", hours=1))
    assert filed.act is Act.UNCHANGED
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before


def test_who_published_first_on_the_same_day_is_the_main_one_and_the_text_stays(root: Path) -> None:
    file(root, composed("courier", hours=1))
    path = next(root.glob("briefings/2025/03/*.md"))
    path.write_text(path.read_text().replace("regrettable", "sad").replace("Three firms", "Three companies"))
    ((filed, _),) = file(root, composed("agency", url="https://agency.example/7"))
    assert filed.act is Act.JOINED
    assert (only(root).outlet, only(root).url) == ("agency", "https://agency.example/7")
    assert only(root).published == Moment.at(AT_NOON)
    assert [carrier.outlet for carrier in only(root).carried_by] == ["courier"]
    assert "Three companies" in only(root).body


def test_who_published_first_on_an_earlier_day_is_noted_and_the_file_stays_where_it_is(root: Path) -> None:
    file(root, composed("courier"))
    file(root, composed("agency", hours=-20))
    assert only(root).outlet == "courier"
    assert only(root).carried_by[0].date == Moment.at(AT_NOON - dt.timedelta(hours=20))


def test_a_new_version_after_a_reprint_joined_keeps_the_reprint_and_the_edits(root: Path) -> None:
    url = "https://agency.example/7"
    file(root, composed("agency", url=url), composed("courier", hours=1))
    path = next(root.glob("briefings/2025/03/*.md"))
    path.write_text(path.read_text().replace("Six of the eleven", "Six of eleven"))
    newer = REPORT.replace("need a new quay.", "need a new quay and a crane.")
    ((filed, _),) = file(root, composed("agency", url=f"{url}/?utm_source=feed#top", body=newer))
    assert filed.act is Act.MERGED
    assert [carrier.outlet for carrier in only(root).carried_by] == ["courier"]
    assert "Six of eleven" in only(root).body
    assert "and a crane" in only(root).body


def test_a_version_that_was_read_before_does_not_come_back(root: Path) -> None:
    url = "https://agency.example/7"
    first = composed("agency", url=url)
    newer = composed("agency", url=url, body=REPORT.replace("a new quay", "a new quay and a crane"))
    file(root, first, newer)
    ((filed, remarks),) = file(root, first)
    assert filed.act is Act.UNCHANGED
    assert "a crane" in only(root).body
    assert remarks == ("ING015",)
    ((_, remarks),) = file(root, newer)
    assert remarks == (), "that is the version that stands there"


def test_a_version_whose_briefing_was_deleted_says_what_brings_it_back(root: Path) -> None:
    url = "https://agency.example/7"
    first = composed("agency", url=url)
    newer = composed("agency", url=url, body=REPORT.replace("a new quay", "a new quay and a crane"))
    ((made, _), _) = file(root, first, newer)
    (root / made.path).unlink()
    assert [filed.act for filed, _ in file(root, first)] == [Act.MADE]
    ((filed, remarks),) = file(root, newer)
    assert (filed.act, remarks) == (Act.UNCHANGED, ("ING015",))
    assert filed.source is not None
    (root / filed.source).unlink()
    ((filed, remarks),) = file(root, newer)
    assert (filed.act, remarks) == (Act.MERGED, ())
    assert "a crane" in only(root).body


def test_the_same_few_words_at_another_outlet_are_the_same_report(root: Path) -> None:
    brief = "The harbour council put off its vote on the tide gate on Monday evening.\n"
    file(root, composed("agency", body=brief))
    ((filed, remarks),) = file(root, composed("courier", body=brief, hours=1, headline="Vote put off"))
    assert (filed.act, remarks) == (Act.JOINED, ("ING014",))
    assert [carrier.outlet for carrier in only(root).carried_by] == ["courier"]


def test_the_same_text_at_the_same_outlet_under_another_headline_is_a_new_version(root: Path) -> None:
    file(root, composed("agency"))
    ((filed, _),) = file(root, composed("agency", headline="Vote put off"))
    assert filed.act is Act.MERGED
    assert only(root).headline == "Vote put off"


def test_the_figures_of_another_day_in_the_same_form_are_another_report(root: Path) -> None:
    ((first, _),) = file(root, composed("agency", headline="Town counts 521 boats"))
    body = REPORT.replace("Six of the eleven", "Seven of the eleven")
    ((second, _),) = file(root, composed("agency", headline="Town counts 522 boats", hours=24, body=body))
    assert (first.act, second.act) == (Act.MADE, Act.MADE)
    ((third, _),) = file(root, composed("agency", headline="Town counts 523 boats", hours=25, body=body))
    assert third.act is Act.MERGED, "on the same day it is a new version"


def test_the_same_text_at_two_addresses_of_one_outlet_is_filed_with_a_warning(root: Path) -> None:
    file(root, composed("agency", url="https://agency.example/7"))
    ((filed, codes),) = file(root, composed("agency", url="https://agency.example/8", headline="Vote put off"))
    assert (filed.act, codes) == (Act.MADE, ("ING012",))


def test_a_copy_without_an_outlet_is_not_filed_again_and_says_how_to(root: Path) -> None:
    file(root, composed("agency"))
    ((filed, codes),) = file(root, composed(None, headline="Vote put off"))
    assert (filed.act, codes) == (Act.UNCHANGED, ("ING013",))


def test_a_briefing_that_an_editor_cut_is_known_by_what_came_in(root: Path) -> None:
    file(root, composed("agency"))
    path = next(root.glob("briefings/2025/03/*.md"))
    path.write_text(path.read_text().replace(REPORT, "The council waits until April.\n"))
    ((filed, _),) = file(root, composed("courier", hours=1))
    assert filed.act is Act.JOINED
    assert only(root).body == "The council waits until April.\n"


def test_who_becomes_the_main_outlet_is_said_in_plain_words(root: Path) -> None:
    file(root, composed("courier", hours=1))
    filing = Filing(Cabinet.of(shelf.load(root)), remembered=root / "build" / "texts.sqlite")
    _, (remark,) = filing.file(composed("agency"), "as read", name="x")
    assert "agency published it first and is the main outlet now, courier under carried_by" in remark.message


def other_text() -> str:
    return " ".join(f"word{number}" for number in range(90)) + "\n"


@pytest.mark.parametrize(("outlet", "body"), [("courier", REPORT), ("agency", other_text())])
def test_what_only_claims_to_be_a_new_version_is_kept_aside(root: Path, outlet: str, body: str) -> None:
    url = "https://agency.example/7"
    file(root, composed("agency", url=url))
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    ((filed, codes),) = file(root, composed(outlet, url=url, body=body, headline="It was all false"))
    assert (filed.act, codes) == (Act.INCOMING, ("ING010",))
    assert {path: path.read_bytes() for path in before} == before


def test_a_new_version_moves_no_file_and_withdraws_nothing(root: Path) -> None:
    url = "https://agency.example/7"
    file(root, composed("agency", url=url))
    newer = REPORT.replace("need a new quay.", "need a new quay and a crane.")
    later = replace(
        composed("agency", hours=900, url=url, body=newer), status=Status.WITHDRAWN, reason="says the input"
    )
    ((filed, _),) = file(root, later)
    assert filed.act is Act.MERGED
    assert only(root).published == Moment.at(AT_NOON)
    assert only(root).status is None
    assert "and a crane" in only(root).body


def test_a_copy_that_would_make_a_briefing_unreadable_joins_none(root: Path) -> None:
    file(root, composed("agency"))
    before = (root / "briefings").rglob("*.md").__next__().read_bytes()
    with pytest.raises(MalformedCopy, match="120 characters"):
        file(root, composed("courier" * 60, hours=1, headline="No vote yet"))
    assert (root / "briefings").rglob("*.md").__next__().read_bytes() == before
    assert only(root).carried_by == ()
