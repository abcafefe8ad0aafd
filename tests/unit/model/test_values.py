"""What the model's values know about themselves."""

from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
import itertools
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.formats import edtf
from builder.model import address, archive, article, briefing, outlet, section_words, sections, settings, taxonomy
from builder.model import edtf as edtf_model
from builder.model import moment as moment_model
from builder.model.briefing import BackgroundItem, Briefing, Section, Wire
from builder.model.ids import Slug, TagId
from builder.model.moment import Moment
from builder.model.sections import SectionKind
from builder.model.taxonomy import Tag, TagKind, Taxonomy

MODULES = (address, archive, article, briefing, edtf_model, moment_model, outlet, sections, settings, taxonomy)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_value_is_frozen_and_takes_keywords_only(module: ModuleType) -> None:
    for _, made in inspect.getmembers(module, dataclasses.is_dataclass):
        assert made.__dataclass_params__.frozen, made
        assert all(field.kw_only for field in dataclasses.fields(made) if field.init), made
        assert made.__doc__, made
        assert not made.__doc__.startswith(f"{made.__name__}("), made


# ---- address


def test_a_briefing_is_filed_under_the_day_in_the_zone_of_its_outlet() -> None:
    late = Moment.at(dt.datetime(2025, 2, 22, 0, 30, tzinfo=ZoneInfo("Europe/Kyiv")))
    assert address.stem(Briefing(slug=Slug("a-b"), headline="x", published=late)) == "2025/02/22-a-b"


def test_a_briefing_without_a_date_is_filed_under_the_day_it_was_read() -> None:
    wire = Wire(reader="text/1", sha256="a", retrieved=dt.date(2025, 3, 1))
    assert address.stem(Briefing(slug=Slug("a"), headline="x", wire=wire)) == "2025/03/01-a"
    assert address.stem(Briefing(slug=Slug("a"), headline="x")) == "0001/01/01-a"


# ---- moment


def test_a_moment_is_on_the_day_of_its_own_clock() -> None:
    moment = Moment.at(dt.datetime(2025, 2, 21, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-8))))
    assert moment.day == dt.date(2025, 2, 21)
    assert moment.isoformat() == "2025-02-21T23:59:00-08:00"


def test_an_offset_with_seconds_is_rounded_and_the_clock_stays() -> None:
    moment = Moment.at(dt.datetime(1930, 5, 1, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam")))
    assert moment.isoformat() == "1930-05-01T12:00:00+00:20"


def test_the_hour_that_autumn_repeats_equals_itself_in_any_zone() -> None:
    zone = ZoneInfo("Europe/Kyiv")
    second = Moment.at(dt.datetime(2025, 10, 26, 3, 30, fold=1, tzinfo=zone))
    assert second.isoformat() == "2025-10-26T03:30:00+02:00"
    assert second == Moment.at(dt.datetime.fromisoformat("2025-10-26T03:30:00+02:00"))
    assert second != Moment.at(dt.datetime(2025, 10, 26, 3, 30, tzinfo=zone))


def test_a_day_without_a_time_stands_at_its_beginning() -> None:
    assert Moment(day=dt.date(2025, 2, 21)).order == dt.datetime(2025, 2, 21, tzinfo=dt.UTC)
    assert Moment(day=dt.date(2025, 2, 21)).isoformat() == "2025-02-21"


# ---- archive

EMPTY = Taxonomy(tags={})


def made(
    slug: str, published: str | None, tags: tuple[str, ...] = (), status: briefing.Status | None = None
) -> Briefing:
    time = dt.datetime.fromisoformat(published) if published else None
    moment = None if time is None else Moment.at(time) if time.tzinfo else Moment(day=time.date())
    return Briefing(slug=Slug(slug), headline=slug, published=moment, tags=tuple(map(TagId, tags)), status=status)


ALL = (
    made("undated", None),
    made("b-day", "1962-06-08"),
    made("c-seven-utc", "1962-06-08T07:00:00+00:00", ("b", "a")),
    made("d-eight-kyiv", "1962-06-08T08:00:00+02:00", ("a",)),
    made("a-next", "1962-06-09"),
    made("b-next", "1962-06-09", ("a",), briefing.Status.DRAFT),
    made("c-next", "1962-06-09", (), briefing.Status.WITHDRAWN),
)


@given(st.permutations(ALL))
def test_an_archive_has_one_order_by_instant_then_slug(shuffled: list[Briefing]) -> None:
    found = archive.Archive.of(shuffled, EMPTY, {})
    assert [b.slug for b in found.briefings] == [
        "undated", "b-day", "d-eight-kyiv", "c-seven-utc", "a-next", "b-next", "c-next",
    ]  # fmt: skip
    assert [(tag, [b.slug for b in of]) for tag, of in found.by_tag.items()] == [
        ("a", ["d-eight-kyiv", "c-seven-utc", "b-next"]),
        ("b", ["c-seven-utc"]),
    ]
    assert found.by_slug[Slug("a-next")] is ALL[4]
    assert found == archive.Archive.of(ALL, EMPTY, {})


def test_readers_see_no_drafts_and_a_preview_does() -> None:
    found = archive.Archive.of(ALL, EMPTY, {})
    shown = found.published()
    assert {b.slug for b in found.briefings} - {b.slug for b in shown.briefings} == {"b-next"}
    assert [b.slug for b in shown.by_tag[TagId("a")]] == ["d-eight-kyiv", "c-seven-utc"]
    assert found.published(drafts=True) is found


# ---- EDTF


@pytest.mark.parametrize(
    ("text", "days", "others"),
    [
        ("1962-06-08", ["1962-06-08"], ["1962-06-07", "1962-06-09"]),
        ("1962-06", ["1962-06-01", "1962-06-30"], ["1962-05-31", "1962-07-01"]),
        ("1962/..", ["1962-01-01", "9999-12-31"], ["1961-12-31"]),
        ("../1962", ["0001-01-01", "1962-12-31"], ["1963-01-01"]),
        ("196X", ["1960-01-01", "1969-12-31"], ["1959-12-31", "1970-01-01"]),
    ],
)
def test_a_date_may_be_any_day_that_it_covers(text: str, days: list[str], others: list[str]) -> None:
    date = edtf.loads(text)
    assert all(date.may_be(dt.date.fromisoformat(day)) for day in days)
    assert not any(date.may_be(dt.date.fromisoformat(day)) for day in others)


@pytest.mark.parametrize("text", ["1962-06-08?", "1962-06-08~", "1962-06", "1962-06-08/1962-06-08"])
def test_only_a_certain_day_is_a_day(text: str) -> None:
    assert edtf.loads(text).day is None


# ---- sections


def test_a_heading_we_write_is_one_we_know() -> None:
    for kind, language in itertools.product(
        (SectionKind.DETAILS, SectionKind.BACKGROUND, SectionKind.QUOTATIONS, SectionKind.NEXT),
        (*section_words.BACKGROUND, "xx", None),
    ):
        assert sections.kind_of(sections.heading(kind, language)) is kind


def test_no_heading_means_two_things() -> None:
    kinds = (SectionKind.DETAILS, SectionKind.BACKGROUND, SectionKind.QUOTATIONS, SectionKind.NEXT)
    for one, other in itertools.combinations(kinds, 2):
        assert not sections.headings_of(one) & sections.headings_of(other)


def test_every_kind_of_section_has_headings_in_the_same_languages() -> None:
    listed = (section_words.DETAILS, section_words.BACKGROUND, section_words.QUOTATIONS, section_words.NEXT)
    assert len({frozenset(languages) for languages in listed}) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("  what  happened before: ", SectionKind.BACKGROUND),
        ("CONTEXTE", SectionKind.BACKGROUND),
        ("Деталі.", SectionKind.DETAILS),
        ("What’s next?", SectionKind.NEXT),
        ("Die Reaktionen", None),
        ("Reaktionen", SectionKind.QUOTATIONS),
        ("Backgrounds", None),
        ("", None),
    ],
)
def test_a_heading_means_what_it_says_however_it_is_typed(text: str, kind: SectionKind | None) -> None:
    assert sections.kind_of(text) is kind


def test_a_language_without_headings_of_its_own_has_the_english() -> None:
    assert (
        sections.heading(SectionKind.BACKGROUND, "eo") == sections.heading(SectionKind.BACKGROUND, None) == "Background"
    )
    assert sections.heading(SectionKind.BACKGROUND, "de-AT") == "Hintergrund"
    assert sections.heading(SectionKind.DETAILS, "ja") == "詳細"


# ---- taxonomy

TAG = Tag(id=TagId("cccp"), labels={"de": "Sowjetunion", "fr": "URSS"}, kind=TagKind.PLACE, aliases=("UdSSR", "URSS"))


def test_a_tag_is_called_by_each_name_once() -> None:
    assert list(TAG.names()) == ["Sowjetunion", "URSS", "UdSSR"]


def test_a_label_falls_back_to_english_then_to_the_first() -> None:
    assert TAG.label("fr") == "URSS"
    assert TAG.label("en") == "Sowjetunion"
    assert dataclasses.replace(TAG, labels={**TAG.labels, "en": "Soviet Union"}).label("uk") == "Soviet Union"


def test_an_unknown_tag_is_called_by_its_id() -> None:
    known = Taxonomy(tags={TAG.id: TAG})
    assert [known.label(TagId(tag), "de") for tag in ("cccp", "nasa")] == ["Sowjetunion", "nasa"]


# ---- briefing


def test_a_briefing_has_its_body_and_background_from_its_sections() -> None:
    items = (BackgroundItem(text="x"), BackgroundItem(text="y"))
    found = Briefing(
        slug=Slug("x"),
        headline="x",
        sections=(Section(text="Lede.\n"), Section(text="## Background\n", kind=SectionKind.BACKGROUND, items=items)),
    )
    assert found.body == "Lede.\n## Background\n"
    assert found.background == items


def test_where_something_stood_is_no_part_of_what_it_is() -> None:
    assert BackgroundItem(text="x", line=3) == BackgroundItem(text="x", line=4)
    assert dataclasses.replace(TAG, line=9) == TAG
    one = Briefing(slug=Slug("x"), headline="x")
    assert dataclasses.replace(one, layout=briefing.Layout(head="---\n", body_line=9)) == one
