"""Tags renamed, merged and split: names stay names, ids stay addresses, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.desk.tags import retag
from builder.errors import BadSettings
from builder.formats import briefing_md, taxonomy_yml
from builder.model.archive import Archive
from builder.model.ids import Slug, TagId
from builder.model.taxonomy import Taxonomy

TAXONOMY = taxonomy_yml.loads("""\
moon: {label: {en: Moon}, kind: topic}
probes: {label: {en: Moon probes, de: Sonden}, aliases: [Luna], kind: topic, parent: moon, wikidata: Q1, former: [robots]}
landers: {label: {en: landers}, kind: topic, parent: probes}
geneva: {label: {en: Geneva}, kind: place}
soyuz: {label: {en: Soyuz}, aliases: [Soyuz program], kind: topic}
soyuz-rocket: {label: {en: Soyuz rocket}, aliases: [booster], kind: topic}
soyuz-craft: {label: {en: Soyuz spacecraft}, aliases: [cabin], kind: topic}
""")


def tag(name: str) -> TagId:
    return TagId(name)


def test_a_renamed_tag_keeps_its_old_label_as_a_name_and_its_old_id_as_an_address() -> None:
    done = retag.rename(TAXONOMY, "probes", "moon-probes", "Lunar probes", language="en")
    made = done.tags[tag("probes")]
    assert (made.id, made.labels) == ("moon-probes", {"en": "Lunar probes", "de": "Sonden"})
    assert (made.aliases, made.former) == (("Luna", "Moon probes"), ("robots", "probes"))
    assert done.tags[tag("landers")].parent == "moon-probes"
    assert done.names == {"probes": "moon-probes"}


def test_an_alias_that_becomes_the_label_is_no_alias_any_more() -> None:
    made = retag.rename(TAXONOMY, "probes", "luna", "Luna", language="en").tags[tag("probes")]
    assert made.aliases == ("Moon probes",)


def test_a_tag_can_be_renamed_back() -> None:
    made = retag.rename(TAXONOMY, "probes", "robots", None, language="en").tags[tag("probes")]
    assert made.former == ("probes",)


def test_the_name_alone_can_change() -> None:
    done = retag.rename(TAXONOMY, "geneva", "geneva", "Genève", language="en")
    assert (done.names, done.tags[tag("geneva")].aliases, done.tags[tag("geneva")].former) == ({}, ("Geneva",), ())


def test_a_merged_tag_takes_names_children_and_addresses_but_no_codes() -> None:
    done = retag.merge(TAXONOMY, ["probes"], "moon")
    assert done.tags[tag("moon")].aliases == ("Moon probes", "Sonden", "Luna")
    assert done.tags[tag("moon")].former == ("robots", "probes")
    assert done.tags[tag("moon")].wikidata is None
    assert done.tags[tag("landers")].parent == "moon"
    assert (done.gone, done.names) == (("probes",), {"probes": "moon"})
    assert "not taken over: wikidata Q1 of probes" in done.told


def test_a_parent_merged_into_its_child_leaves_its_own_parent() -> None:
    done = retag.merge(TAXONOMY, ["probes"], "landers")
    assert done.tags[tag("landers")].parent == "moon"


def test_parents_in_a_circle_are_refused() -> None:
    with pytest.raises(BadSettings, match="in a circle: probes → landers → probes; change"):
        retag.merge(TAXONOMY, ["moon"], "landers")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: retag.rename(TAXONOMY, "probe", "x", None, language="en"), 'no tag "probe" .* did you mean "probes"'),
        (lambda: retag.rename(TAXONOMY, "Luna", "x", None, language="en"), 'no tag "Luna" .* did you mean "probes"'),
        (lambda: retag.rename(TAXONOMY, "robots", "x", None, language="en"), "it is now probes"),
        (lambda: retag.rename(TAXONOMY, "zzz", "x", None, language="en"), "briefings tag list shows them all"),
        (lambda: retag.rename(TAXONOMY, "geneva", "moon", None, language="en"), "tag merge geneva moon"),
        (lambda: retag.rename(TAXONOMY, "geneva", "robots", None, language="en"), "once the id of probes"),
        (lambda: retag.rename(TAXONOMY, "geneva", "A b", None, language="en"), "no tag id"),
        (lambda: retag.rename(TAXONOMY, "geneva", "geneva", None, language="en"), "is called so already"),
        (lambda: retag.rename(TAXONOMY, "geneva", "x", "Luna", language="en"), '"Luna" is already a name of probes'),
        (lambda: retag.rename(TAXONOMY, "geneva", "x", "<b>", language="en"), '"<b>" is no name; write it on one line'),
        (lambda: retag.merge(TAXONOMY, ["geneva"], "moon"), "geneva is of the kind place, and moon of the kind topic; .* --force"),
        (lambda: retag.merge(TAXONOMY, ["moon"], "moon"), "named on both sides"),
        (lambda: retag.merge(TAXONOMY, ["mon"], "geneva"), 'did you mean "moon"'),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_line(act: Callable[[], object], words: str) -> None:
    with pytest.raises(BadSettings, match=words):
        act()


def test_tags_of_several_kinds_are_merged_when_asked_twice() -> None:
    assert retag.merge(TAXONOMY, ["geneva"], "moon", across=True).gone == ("geneva",)


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "two\nlines",
        "tab\there",
        "bell\x07",
        "zero\u200bwidth",
        "{{ x }}",
        "",
        " ",
        "—",
        "x" * 81,
    ],
)
def test_what_no_text_would_call_a_subject_is_no_name(name: str) -> None:
    with pytest.raises(BadSettings, match=r"^\"[^\n\t\x07]*\" is (no name|too long for a name); ") as refused:
        retag.refuse_unsound(name)
    assert len(str(refused.value)) < 200


def test_names_as_texts_write_them_are_names() -> None:
    for name in ("C. F. von Weizsäcker", "O’Neill & Sons (NASA)", "Москва", "日本", "SALT I", "3M"):
        retag.refuse_unsound(name)


def archive(**texts: str) -> Archive:
    briefings = [
        briefing_md.loads(f"---\ntitle: {slug}\ndate: 1970-01-01\ntags: {text}\n", slug=Slug(slug))
        for slug, text in texts.items()
    ]
    return Archive.of(briefings, TAXONOMY, {})


def test_a_split_assigns_by_names_and_leaves_what_names_none_or_several() -> None:
    done = retag.split(
        archive(
            rocket="[soyuz]\n---\nThe booster rose.",
            craft="[soyuz]\n---\nThe cabin was small.",
            both="[soyuz]\n---\nThe booster carried a cabin.",
            none="[soyuz]\n---\nSoyuz flew.",
            by_hand="[soyuz, soyuz-craft]\n---\nThe booster rose.",
            other="[moon]\n---\nThe booster rose.",
        ),
        "soyuz",
        ["soyuz-rocket", "soyuz-craft"],
    )
    assert done.assigned == {"rocket": "soyuz-rocket", "craft": "soyuz-craft", "by_hand": "soyuz-craft"}
    assert done.unsure == {"both": ("soyuz-rocket", "soyuz-craft"), "none": ()}
    assert (done.tags, done.gone) == ({}, ())


def test_once_nothing_is_left_the_tag_goes_and_its_address_leads_to_the_new_ones() -> None:
    done = retag.split(archive(rocket="[soyuz]\n---\nThe booster rose."), "soyuz", ["soyuz-rocket", "soyuz-craft"])
    assert done.gone == ("soyuz",)
    assert {heir.id: heir.former for heir in done.tags.values()} == {
        "soyuz-rocket": ("soyuz",),
        "soyuz-craft": ("soyuz",),
    }
    assert any("no name of any tag now: Soyuz, Soyuz program" in line for line in done.told)
    after = Taxonomy(
        tags={key: done.tags.get(key, known) for key, known in TAXONOMY.tags.items() if key not in done.gone}
    )
    assert after.former[tag("soyuz")] == ("soyuz-rocket", "soyuz-craft")


def test_a_tag_that_is_broader_than_others_stays() -> None:
    done = retag.split(archive(a="[moon]\n---\nLuna flew."), "moon", ["probes", "geneva"])
    assert (done.assigned, done.gone) == ({"a": "probes"}, ())


def test_a_split_has_parts() -> None:
    with pytest.raises(BadSettings, match="at least two"):
        retag.split(archive(), "soyuz", ["soyuz-rocket"])
