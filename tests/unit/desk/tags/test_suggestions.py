"""What an editor might do for the taxonomy: proposed from what the archive says, with a guess at what it is."""

from __future__ import annotations

from builder.desk.tags.subjects import together
from builder.desk.tags.suggestions import Suggestions, suggest
from builder.formats import briefing_md, outlets_yml, taxonomy_yml
from builder.model.archive import Archive
from builder.model.ids import Slug, TagId

TAGS = """\
john-f-kennedy: {label: {en: John F. Kennedy}, aliases: [Kennedy], kind: person}
anatoly-blagonravov: {label: {en: Anatoly Blagonravov}, kind: person}
moon: {label: {de: Mond}, aliases: [Luna, probe], kind: topic}
luna: {label: {en: Luna}, aliases: [PROBE, probe], kind: topic}
flight: {label: {en: flight}, kind: topic}
flying: {label: {en: flying}, kind: topic}
"""
TEXTS = {
    "one": (
        "The envoy met Anatoly Dobrynin of the Harbour Commission in Port Linden. Later Dobrynin left. So did John F. Kennedy.",
        "flight, flying, luna",
    ),
    "two": ("A note of the Harbour Commission reached Port Linden, Anatoly Dobrynin said. It was for John F. Kennedy.", "flight, flying"),
    "three": ("He told the Harbour Commission in Port Linden, and Anatoly Dobrynin, of the Green Line, Poland and The Courier.", "flying, flight, moon"),
    "four": ("- Trains in Poland and the Green Line stopped. [Briefing](x.md)\n- All knew The Courier and the Green Line by then.", "luna"),
    "five": ("They saw Poland and The Courier.", "luna"),
}  # fmt: skip


def archive() -> Archive:
    made = [
        briefing_md.loads(
            f"---\ntitle: A Headline In Capitals\ndate: 1970-01-0{n}\ntags: [{tags}]\n---\n{text}\n\n## Background\n\nx\n",
            slug=Slug(slug),
        )
        for n, (slug, (text, tags)) in enumerate(TEXTS.items(), 1)
    ]
    outlets = outlets_yml.loads("the-courier: {name: The Courier}\ncourier: {name: Courier}\n")
    return Archive.of(made, taxonomy_yml.loads(TAGS), outlets)


def found(least: int = 3) -> Suggestions:
    return suggest(archive(), language="en", least=least)


def test_names_of_many_briefings_are_proposed_with_a_guess_at_their_kind() -> None:
    assert [(one.name, str(one.kind), one.briefings) for one in found().names] == [
        ("Anatoly Dobrynin", "person", ("one", "two", "three")),
        ("Harbour Commission", "organisation", ("one", "two", "three")),
        ("Poland", "place", ("three", "four", "five")),
        ("Port Linden", "place", ("one", "two", "three")),
    ]


def test_no_kind_is_guessed_where_the_words_around_a_name_do_not_tell() -> None:
    assert {one.name: one.kind for one in found(least=2).names}["Green Line"] is None


def test_fewer_are_asked_for_by_a_higher_number() -> None:
    assert "Green Line" in [one.name for one in found(least=2).names]
    assert found(least=4).names == ()


def test_names_of_two_tags_are_named_as_texts_are_searched() -> None:
    assert found().clashes == (("Luna", ("moon", "luna")), ("probe", ("moon", "luna")))


def test_tags_that_always_stand_together_are_named_once() -> None:
    assert found().inseparable == (("flight", "flying", 3),)


def test_a_label_is_missing_where_only_another_language_has_one() -> None:
    assert found().unlabelled == ("moon",)


def test_the_tags_beside_one_are_counted_most_first() -> None:
    known = archive()
    assert together(TagId("flight"), known.by_tag[TagId("flight")]) == [("flying", 3), ("luna", 1), ("moon", 1)]
    assert together(TagId("flight"), known.by_tag[TagId("flight")], most=1) == [("flying", 3)]
