"""Which briefings are related, and which stand before and after."""

from __future__ import annotations

import datetime as dt

from builder.desk.relate import NEAREST, Relations, related
from builder.formats import briefing_md
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.model.taxonomy import Taxonomy


def made(slug: str, day: str, *tags: str, status: str = "published") -> Briefing:
    text = f"---\ntitle: T\ndate: {day}\ntags: [{', '.join(tags)}]\nstatus: {status}\n---\nLede.\n"
    return briefing_md.loads(text, slug=Slug(slug))


def archive(*briefings: Briefing) -> Archive:
    return Archive.of(briefings, Taxonomy(tags={}), {})


def filler(tag: str, count: int, start: str = "1950-01-01") -> list[Briefing]:
    first = dt.date.fromisoformat(start)
    return [made(f"{tag}-{n}", (first + dt.timedelta(n)).isoformat(), tag) for n in range(count)]


def slugs(briefings: tuple[Briefing, ...]) -> list[str]:
    return [b.slug for b in briefings]


def test_a_rare_tag_says_more_than_a_near_date() -> None:
    me = made("me", "1962-06-08", "common", "rare")
    near = made("near", "1962-06-09", "common")
    far = made("far", "1952-06-08", "rare")
    found = related(archive(*filler("common", 20), me, near, far), me)
    assert slugs(found)[:2] == ["far", "near"]


def test_two_common_tags_say_more_than_one() -> None:
    me = made("me", "1962-06-08", "a", "b")
    both = made("both", "1960-01-01", "a", "b")
    one = made("one", "1962-06-09", "a")
    assert slugs(related(archive(*filler("a", 9), *filler("b", 9), me, both, one), me))[:2] == ["both", "one"]


def test_among_equals_the_nearest_in_time_comes_first_then_the_earlier() -> None:
    me = made("me", "1962-06-08", "a")
    others = [made("after", "1962-06-10", "a"), made("before", "1962-06-06", "a"), made("next", "1962-06-09", "a")]
    assert slugs(related(archive(me, *others), me)) == ["next", "before", "after"]


def test_a_common_tag_counts_for_a_far_briefing_that_a_rare_tag_found() -> None:
    me = made("me", "1999-06-08", "common", "rare")
    plain, both = made("plain", "1970-01-02", "rare"), made("both", "1970-01-01", "rare", "common")
    crowd = filler("common", NEAREST * 3, "1999-01-01")
    assert slugs(related(archive(me, plain, both, *crowd), me))[:2] == ["both", "plain"]


def test_of_a_tag_that_thousands_carry_only_the_nearest_are_looked_at() -> None:
    briefings = filler("common", 2000)
    me = briefings[1000]
    assert set(slugs(related(archive(*briefings), me, limit=4))) == {f"common-{n}" for n in (998, 999, 1001, 1002)}
    assert slugs(related(archive(*briefings), briefings[0], limit=2)) == ["common-1", "common-2"]
    assert slugs(related(archive(*briefings), briefings[-1], limit=2)) == ["common-1998", "common-1997"]
    assert len(Relations(archive(*briefings)).related(me, limit=100)) == NEAREST


def test_shared_tags_are_told_rarest_first_and_some_briefings_can_be_left_out() -> None:
    me, other = made("me", "1962-06-08", "common", "rare"), made("other", "1962-06-09", "rare", "common")
    relations = Relations(archive(*filler("common", 20), me, other))
    assert relations.related(me)[0] == (other, ("rare", "common"))
    assert other not in [b for b, _ in relations.related(me, without={Slug("other")})]


def test_withdrawn_briefings_are_neither_related_nor_neighbours() -> None:
    me, gone = made("me", "1962-06-08", "a"), made("gone", "1962-06-09", "a", status="withdrawn")
    relations = Relations(archive(me, gone))
    assert relations.related(me) == ()
    assert relations.next(me) is None
    assert relations.related(gone) == ()
    assert relations.previous(gone) is None


def test_neighbours_follow_the_order_of_the_archive() -> None:
    first, second, third = made("b", "1962-06-08"), made("c", "1962-06-08"), made("a", "1962-06-09")
    relations = Relations(archive(third, second, first))
    assert (relations.previous(first), relations.next(first)) == (None, second)
    assert (relations.previous(third), relations.next(third)) == (second, None)


def test_the_order_of_loading_changes_nothing() -> None:
    briefings = [*filler("a", 40), *filler("b", 40), made("me", "1950-01-20", "a", "b")]
    assert related(archive(*briefings), briefings[-1]) == related(archive(*reversed(briefings)), briefings[-1])
