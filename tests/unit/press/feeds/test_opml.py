"""OPML: every feed that a reader can follow, once, by whole addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import storyline_md, taxonomy_yml
from builder.model.archive import Archive
from builder.model.ids import StorylineId
from builder.model.settings import Settings
from builder.press.edition import Edition
from builder.press.feeds.all import feeds
from tests.unit.press.feeds.rules import check_opml

SITE = "https://example.org/a/"
FILES = {"1962/06/08-geneva": "outlet: desk\ntags: [geneva]\nstorylines: [talks]\n---\nLede.\n"}


def made(load: Callable[..., Any], **settings: Any) -> dict[str, bytes]:
    archive = load(FILES)
    story = storyline_md.loads("---\ntitle: The talks\ntags: [geneva]\n---\nSummary.\n", id=StorylineId("talks"))
    former = taxonomy_yml.loads("geneva: {label: {en: Geneva}, kind: place, former: [genf]}")
    whole = Archive.of(archive.briefings, former, archive.outlets, [story])
    return dict(feeds(Edition.of(whole, resolve(whole, Tagger(former)), Settings(**settings))))


def test_it_lists_every_feed_under_its_kind(load: Callable[..., Any]) -> None:
    root = check_opml(made(load, site_url=SITE, site_name="Ours")["feeds.opml"])
    assert root.findtext("head/title") == "Ours"
    body = root.find("body")
    assert body is not None
    assert [one.get("text") for one in body] == ["Ours", "Subjects", "Storylines", "Outlets"]
    leaves = [one for one in body.iter("outline") if not len(one)]
    assert [one.get("xmlUrl") for one in leaves] == [
        f"{SITE}{base}feed.xml" for base in ("", "tags/geneva/", "storylines/talks/", "outlets/desk/")
    ]
    for one in leaves:
        assert str(one.get("xmlUrl")).startswith(str(one.get("htmlUrl")))


def test_every_feed_that_it_lists_is_there(load: Callable[..., Any]) -> None:
    found = made(load, site_url=SITE)
    root = etree.fromstring(found["feeds.opml"])
    listed = {str(one.get("xmlUrl")).removeprefix(SITE) for one in root.iter("outline") if one.get("xmlUrl")}
    assert listed == {path for path in found if path.endswith("feed.xml") and "genf" not in path}


def test_without_an_address_of_the_site_there_is_none(load: Callable[..., Any]) -> None:
    assert "feeds.opml" not in made(load)
