from __future__ import annotations

import datetime as dt
from dataclasses import replace

from builder.desk import compose as composing
from builder.desk.compose import Composition, Setting, compose, slug_of
from builder.desk.outlets import find_outlet
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md, outlets_yml
from builder.model.article import Article, Block, BlockKind, ListItem
from builder.model.briefing import Briefing, Status, Wire
from builder.model.ids import OutletId, Slug
from builder.model.outlet import Outlet
from builder.model.sections import SectionKind

OUTLETS = outlets_yml.loads(
    "example-times: {name: Example Times, aliases: [The Times], domains: [times.example.org], zone: Europe/Kyiv}\n"
    "no-zone: {name: No Zone}\n"
)
WIRE = Wire(reader="text/1", sha256="0" * 64, retrieved=dt.date(2025, 2, 22))
NOON = dt.datetime(2025, 2, 21, 12, 0)  # noqa: DTZ001 - as printed, without a zone
ARTICLE = Article(
    headline="Putin was in Geneva",
    blocks=(
        Block(kind=BlockKind.PARAGRAPH, text="He came *alone* & <unseen>."),
        Block(kind=BlockKind.PARAGRAPH, label="Details", text="1. It rained."),
        Block(kind=BlockKind.HEADING, text="What comes next"),
        Block(kind=BlockKind.PARAGRAPH, label="Why it matters", text="Nobody knows."),
        Block(kind=BlockKind.HEADING, text="Background"),
        Block(kind=BlockKind.LIST, items=(ListItem(text="On 9 February, talks began."), ListItem(text="It is far."))),
    ),
    published=NOON,
    language="en",
)


def composed(
    tagger: Tagger, article: Article = ARTICLE, *, outlet: str | None = "Example Times", draft: bool = True
) -> Composition:
    setting = Setting(tagger=tagger, outlets=OUTLETS, outlet=outlet, draft=draft)
    return compose(article, WIRE, setting, name="a.txt")


def codes(made: Composition) -> list[str]:
    return [finding.code for finding in made.findings]


def test_the_body_is_text_in_our_sections(tagger: Tagger) -> None:
    assert composed(tagger).briefing.body == (
        "He came \\*alone\\* & &lt;unseen&gt;.\n"
        "\n"
        "## Details\n"
        "\n"
        "1\\. It rained.\n"
        "\n"
        "### What comes next\n"
        "\n"
        "**Why it matters:** Nobody knows.\n"
        "\n"
        "## Background\n"
        "\n"
        "- **2025-02-09** — On 9 February, talks began.\n"
        "- It is far.\n"
    )


def test_a_time_is_told_in_the_outlets_zone(tagger: Tagger) -> None:
    made = composed(tagger)
    assert made.briefing.published is not None
    assert made.briefing.published.isoformat() == "2025-02-21T12:00:00+02:00"
    aware = composed(tagger, replace(ARTICLE, published=dt.datetime(2025, 2, 21, 23, 30, tzinfo=dt.UTC)))
    assert aware.briefing.published is not None
    assert aware.briefing.published.isoformat() == "2025-02-22T01:30:00+02:00"
    assert aware.briefing.published.day == dt.date(2025, 2, 22)


def test_a_time_without_a_zone_is_left_out_not_guessed(tagger: Tagger) -> None:
    made = composed(tagger, outlet="No Zone")
    assert made.briefing.published is not None
    assert made.briefing.published.isoformat() == "2025-02-21"
    assert "ING005" in codes(made)
    (said,) = (finding.message for finding in made.findings if finding.code == "ING005")
    assert "give its outlet one in outlets.yml, and ingest it again" in said


def test_an_unknown_outlet_gets_an_id_and_a_finding(tagger: Tagger) -> None:
    made = composed(tagger, outlet="Danube Post")
    assert made.briefing.outlet == "danube-post"
    assert "ING004" in codes(made)
    (said,) = [finding.message for finding in made.findings if finding.code == "ING004"]
    assert said == (
        'outlet "Danube Post" is unknown; add it with its time zone: briefings outlet add "Danube Post" --zone AREA/CITY'
    )


def test_a_misspelt_outlet_is_met_with_the_nearest_known_one(tagger: Tagger) -> None:
    (said,) = [one.message for one in composed(tagger, outlet="Exampel Tmes").findings if one.code == "ING004"]
    assert 'did you mean "Example Times"? Else add it' in said


def test_what_the_editor_says_overrules_the_page(tagger: Tagger) -> None:
    made = composed(tagger, replace(ARTICLE, outlet="No Zone"), outlet="example-times")
    assert made.briefing.outlet == "example-times"
    assert composed(tagger, replace(ARTICLE, outlet="No Zone"), outlet=None).briefing.outlet == "no-zone"


def test_an_outlet_is_known_by_name_alias_id_host_and_address() -> None:
    for said in (
        "Example Times",
        "the times",
        "example-times",
        "www.times.example.org",
        "https://m.times.example.org/a",
    ):
        found = find_outlet(said, OUTLETS)
        assert found is not None, said
        assert found.id == "example-times"
    assert find_outlet("nottimes.example.org.evil.example", OUTLETS) is None


def test_without_a_date_the_briefing_has_none_and_says_so(tagger: Tagger) -> None:
    made = composed(tagger, replace(ARTICLE, published=None))
    assert made.briefing.published is None
    assert "ING002" in codes(made)


def test_the_day_that_the_first_paragraph_names_dates_what_prints_no_date_and_is_to_be_checked(tagger: Tagger) -> None:
    lede = Block(kind=BlockKind.PARAGRAPH, text="The harbour will be dredged, the port said on Monday.")
    monday = WIRE.retrieved - dt.timedelta(days=WIRE.retrieved.weekday())
    made = composed(tagger, replace(ARTICLE, published=None, blocks=(lede, *ARTICLE.blocks)))
    assert made.briefing.published is not None
    assert made.briefing.published.day == monday
    assert any("ING002" in finding.code and str(monday) in finding.message for finding in made.findings)


def test_only_subjects_of_weight_become_tags(tagger: Tagger) -> None:
    passing = Block(kind=BlockKind.PARAGRAPH, text="Russia was mentioned once.")
    made = composed(tagger, replace(ARTICLE, blocks=(ARTICLE.blocks[0], passing)))
    assert made.briefing.tags == ("vladimir-putin", "geneva")


def test_a_draft_unless_the_archive_owns_its_texts(tagger: Tagger) -> None:
    assert composed(tagger).briefing.status is Status.DRAFT
    assert composed(tagger, draft=False).briefing.status is None


def test_no_background_is_invented(tagger: Tagger) -> None:
    made = composed(tagger, replace(ARTICLE, blocks=ARTICLE.blocks[:3]))
    assert made.briefing.background == ()
    assert "Background" not in made.briefing.body


def test_the_outlets_own_name_is_neither_author_nor_source(tagger: Tagger) -> None:
    made = composed(tagger, replace(ARTICLE, byline=("Example Times", "Ann Bee"), sources=("The Times",)))
    assert made.briefing.byline == ("Ann Bee",)
    assert made.briefing.attribution == ()


def test_a_slug_is_small_ascii() -> None:
    assert slug_of("Київ: “Що далі?” — 2025!") == "kiiv-shcho-dali-2025"
    assert slug_of("…") == "untitled"
    assert len(slug_of("word " * 50)) <= 60


GIVEN = briefing_md.loads("---\n# Mine.\ntitle: Talks in Geneva\ntags: [geneva]\n---\nThey met.\n", slug=Slug(""))


def given(tagger: Tagger, briefing: Briefing, *, draft: bool) -> Briefing:
    setting = Setting(tagger=tagger, outlets=OUTLETS, outlet="Example Times", draft=draft)
    return compose(briefing, WIRE, setting, name="a.md").briefing


def test_a_briefing_that_comes_in_gets_a_slug_a_status_and_its_provenance_and_keeps_the_rest(tagger: Tagger) -> None:
    made = given(tagger, GIVEN, draft=True)
    assert made == replace(GIVEN, slug=Slug("talks-in-geneva"), status=Status.DRAFT, wire=WIRE)
    wire = f"wire: {{reader: text/1, sha256: {WIRE.sha256}, retrieved: 2025-02-22}}"
    assert briefing_md.dumps(made) == (
        f"---\n# Mine.\ntitle: Talks in Geneva\ntags: [geneva]\nstatus: draft\n{wire}\n---\nThey met.\n"
    )


def test_a_briefing_that_comes_in_keeps_the_slug_status_and_provenance_it_has(tagger: Tagger) -> None:
    wire = replace(WIRE, reader="html/1", sha256="1" * 64)
    whole = replace(GIVEN, slug=Slug("talks"), status=Status.WITHDRAWN, reason="It was wrong.", wire=wire)
    assert given(tagger, whole, draft=True) == whole
    assert given(tagger, GIVEN, draft=False).status is None


def test_a_heading_that_opens_the_text_is_no_lede_and_is_not_lost(tagger: Tagger) -> None:
    blocks = (
        Block(kind=BlockKind.HEADING, text="The main points"),
        Block(kind=BlockKind.LIST, items=(ListItem(text="It rained."),)),
        Block(kind=BlockKind.PARAGRAPH, text="The mill is shut."),
        Block(kind=BlockKind.PARAGRAPH, text="Nobody knows for how long."),
    )
    lede, details = composed(tagger, replace(ARTICLE, blocks=blocks)).briefing.sections[:2]
    assert (lede.kind, lede.text.strip()) == (SectionKind.LEDE, "The mill is shut.")
    assert [part in details.text for part in ("The main points", "It rained.", "Nobody knows")] == [True] * 3


def test_what_was_told_to_the_outlet_itself_it_knows_at_first_hand(tagger: Tagger) -> None:
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, text="The mill is shut, Ana Petrova told the Example Times."),
        Block(kind=BlockKind.PARAGRAPH, text="It is safe, Karin Holm told Reuters."),
    )
    chain = composed(tagger, replace(ARTICLE, blocks=blocks)).briefing.attribution
    assert [(one.name, one.via) for one in chain] == [
        ("Ana Petrova", None),
        ("Reuters", None),
        ("Karin Holm", "Reuters"),
    ]


def test_who_did_not_answer_stays_in_the_text_and_is_no_source(tagger: Tagger) -> None:
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, text="The mill is shut."),
        Block(kind=BlockKind.PARAGRAPH, text="The mayor Ruth Aldana did not respond to a request for comment."),
    )
    made = composed(tagger, replace(ARTICLE, blocks=blocks))
    assert made.briefing.attribution == ()
    assert "Ruth Aldana did not respond" in made.briefing.body


def test_a_time_at_the_end_of_all_years_is_kept_as_it_is_given() -> None:
    last = dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.timezone(dt.timedelta(hours=-14)))
    outlet = Outlet(id=OutletId("courier"), name="Courier", zone="Europe/Kyiv")
    moment = composing._moment(last, outlet, [], "x")
    assert moment is not None
    assert moment.day == dt.date(9999, 12, 31)
