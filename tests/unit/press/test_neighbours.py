"""A subject's page says where it stands among the others, and nothing that a stranger's briefing would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import taxonomy_yml
from builder.model.settings import Settings
from builder.press import files
from builder.press.edition import Edition
from builder.press.pages import pages
from tests.unit.press.conftest import Made

TAGS = """
europe: {label: {en: Europe}, kind: place}
switzerland: {label: {en: Switzerland}, kind: place, parent: europe}
geneva: {label: {en: Geneva}, kind: place, parent: switzerland, wikidata: Q71, mediatopic: medtop:20000639}
zurich: {label: {en: Zurich}, kind: place, parent: switzerland, wikidata: "Q7\\" onclick"}
talks: {label: {en: talks}, kind: topic, mediatopic: medtop:2}
nasa: {label: {en: NASA}, kind: organisation}
"""
FILES = {
    "1962/06/01-a": "tags: [geneva, talks, nasa]\n---\nx\n",
    "1962/06/02-b": "tags: [geneva, talks, nasa]\n---\nx\n",
    "1962/06/03-c": "tags: [geneva, talks]\n---\nx\n",
    "1962/06/04-d": "tags: [zurich, geneva]\n---\nx\n",
    "1962/06/05-e": "status: draft\ntags: [geneva, zurich]\n---\nx\n",
}


def edition(load: Callable[..., Any], texts: dict[str, str], **settings: Any) -> Edition:
    archive = replace(load(texts), taxonomy=taxonomy_yml.loads(TAGS))
    return Edition.of(archive, resolve(archive.published(), Tagger(archive.taxonomy)), Settings(**settings))


def made(load: Callable[..., Any], texts: dict[str, str], **settings: Any) -> Made:
    return Made((page.path, page.text) for page in pages(edition(load, texts, **settings)))


def test_what_stands_with_a_subject_is_counted_on_its_own_briefings(load: Callable[..., Any]) -> None:
    page = made(load, FILES).archive("tags/geneva/index.md")
    assert page["together"] == [
        {"label": "talks", "url": "../../tags/talks/", "count": 3},
        {"label": "NASA", "url": "../../tags/nasa/", "count": 2},
    ]


def test_what_is_broader_is_said_from_the_widest_and_what_is_narrower_where_it_has_a_page(
    load: Callable[..., Any],
) -> None:
    found = made(load, FILES)
    assert [one["label"] for one in found.archive("tags/geneva/index.md")["broader"]] == ["Europe", "Switzerland"]
    assert [one["label"] for one in found.archive("tags/switzerland/index.md")["narrower"]] == ["Geneva", "Zurich"]
    without = {path: text for path, text in FILES.items() if "d" not in path}
    narrower = made(load, without).archive("tags/switzerland/index.md")["narrower"]
    assert narrower == [{"label": "Geneva", "url": "../../tags/geneva/"}]


def test_a_broader_subject_without_briefings_has_a_page_a_feed_and_a_place_in_the_sitemap(
    load: Callable[..., Any],
) -> None:
    found = made(load, FILES)
    assert found.archive("tags/europe/index.md")["count"] == 0
    others = dict(files.files(edition(load, FILES, site_url="https://example.org/")))
    assert b"<loc>https://example.org/tags/europe/</loc>" in others["sitemap.xml"]
    assert "tags/europe/feed.xml" in others
    (places,) = [g for g in found.archive("tags/index.md")["subjects"] if g["heading"] == "Places"]
    assert [(one["label"], one["count"]) for one in places["tags"]] == [
        ("Europe", None), ("Geneva", 4), ("Switzerland", None), ("Zurich", 1),
    ]  # fmt: skip
    assert b"Europe" not in others["subjects.json"]


def test_codes_are_links_if_they_are_codes(load: Callable[..., Any]) -> None:
    found = made(load, FILES)
    assert found.archive("tags/geneva/index.md")["codes"] == [
        {"name": "Wikidata", "code": "Q71", "url": "https://www.wikidata.org/wiki/Q71"},
        {
            "name": "IPTC Media Topics",
            "code": "medtop:20000639",
            "url": "https://cv.iptc.org/newscodes/mediatopic/20000639",
        },
    ]
    assert found.archive("tags/zurich/index.md")["codes"] == []
    assert found.archive("tags/talks/index.md")["codes"] == []


def test_a_newcomer_changes_the_pages_of_its_own_subjects_only(load: Callable[..., Any]) -> None:
    before = made(load, FILES)
    after = made(load, {**FILES, "1962/06/06-f": "tags: [talks, nasa]\n---\nx\n"})
    changed = [path for path in after if path.startswith("tags/") and before.get(path) != after[path]]
    assert sorted(changed) == [
        "tags/index.md",
        "tags/nasa/index.md",
        "tags/talks/index.md",
        "tags/talks/timeline/index.md",
    ]


def test_further_pages_of_a_list_say_it_no_more(load: Callable[..., Any]) -> None:
    found = made(load, FILES, per_page=1)
    assert "together" in found.archive("tags/geneva/index.md")
    further = [path for path in found if path.startswith("tags/geneva/page/")]
    assert further
    assert not any("together" in found.archive(path) or found.archive(path)["count"] for path in further)
