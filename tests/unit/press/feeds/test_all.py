"""Every feed of an archive that has all there is to follow, and copy that no feed expects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import storyline_md, taxonomy_yml
from builder.model.archive import Archive
from builder.model.ids import StorylineId
from builder.model.settings import Settings
from builder.press.edition import Edition
from builder.press.feeds.all import feeds
from tests.unit.press.feeds.rules import check_atom, check_opml, check_rss

ODD = "A & B <i>x</i> ]]> “ü” \\U0001F680"
TAGS = 'geneva: {label: {en: "Geneva & <Lake>"}, kind: place, former: [genf]}\nnasa: {label: {en: NASA}, kind: organisation}\n'
FILES = {
    "1962/06/08-geneva": f'title: "{ODD}"\noutlet: wire\ntags: [geneva, nasa, geneva]\nstorylines: [talks]\n---\n'
    "Lede with 1 < 2 & a [link](../07/01-bare.md).\n",
    "1962/07/01-bare": "tags: [nasa]\n---\n",
    "2025/02/21-timed": "outlet: desk\nlanguage: de\ntags: [nasa]\nupdated: 2025-02-22T10:00:00.250+05:30\n---\nLede.\n",
    "2025/02/22-unknown": "outlet: nobody-knows\ntags: [nobody-knows]\ncorrections: [{date: 2025-03-01, text: T}]\n---\nL.\n",
}


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_every_feed_keeps_to_the_rules(load: Callable[..., Any], language: str) -> None:
    archive = load(FILES)
    story = storyline_md.loads(f'---\ntitle: "{ODD}"\ntags: [geneva]\n---\nSummary.\n', id=StorylineId("talks"))
    whole = Archive.of(archive.briefings, taxonomy_yml.loads(TAGS), archive.outlets, [story])
    settings = Settings(site_name="Orbit & <Accord>", site_url="https://example.org/a/", language=language)
    made = dict(feeds(Edition.of(whole, resolve(whole, Tagger(whole.taxonomy)), settings)))
    folders = {path.removesuffix("feed.xml") for path in made if path.endswith("feed.xml")}
    assert {"", "tags/genf/", "storylines/talks/", "outlets/nobody-knows/"} <= folders
    for folder in folders:
        check_atom(made[f"{folder}feed.xml"], whole=True)
        check_rss(made[f"{folder}rss.xml"], whole=True)
    check_opml(made["feeds.opml"])
