"""Robots and the names of subjects: well-formed, stable, without a look at the clock."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lxml import etree

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.settings import Settings
from builder.press import files as files_module
from builder.press.edition import Edition

FILES = {
    "1962/06/08-geneva": "title: 'A & B <i>'\noutlet: desk\ntags: [geneva, nasa]\n---\nLede with 1 < 2. More.\n",
    "2025/02/21-timed": "tags: [nasa]\nupdated: 2025-02-22T10:00:00+02:00\n---\nLede.\n",
    "2025/02/20-corrected": "tags: [nasa]\ncorrections: [{date: 2025-03-01, text: T}]\n---\nLede.\n",
    "2025/02/19-gone": "status: withdrawn\ntags: [nasa]\n---\nSecret.\n",
    "2025/02/18-draft": "status: draft\ntags: [nasa]\n---\nSecret.\n",
}


def made(load: Callable[..., Any], texts: dict[str, str], **settings: Any) -> dict[str, bytes]:
    archive = load(texts)
    ties = resolve(archive.published(), Tagger(archive.taxonomy))
    return dict(files_module.files(Edition.of(archive, ties, Settings(**settings))))


def test_the_same_archive_gives_the_same_bytes(load: Callable[..., Any]) -> None:
    assert list(made(load, FILES).items()) == list(made(load, dict(reversed(FILES.items()))).items())


def test_the_search_is_told_every_name_of_a_subject_with_briefings(load: Callable[..., Any]) -> None:
    files = made(load, FILES | {"2025/02/22-more": "tags: [hugh-dryden, unknown]\n---\nLede.\n"})
    # Most briefings first; neither a withdrawn briefing nor a draft counts.
    assert json.loads(files["subjects.json"]) == [
        ["NASA", "nasa", 3],
        ["Geneva", "geneva", 1, "Genf"],
        ["Hugh Dryden", "hugh-dryden", 1, "Dryden"],
        ["unknown", "unknown", 1],
    ]


def test_the_search_is_told_how_words_of_headlines_and_subjects_are_spelt(load: Callable[..., Any]) -> None:
    texts = {
        "1962/06/08-one": "title: Gagarin meets Kosygin in 1962\ntags: [geneva]\n---\nUnheard words.\n",
        "1962/06/09-two": "title: Gagarin Gagarin to Kyiv\n---\nLede.\n",
        "1962/06/10-draft": "title: Secret talks\nstatus: draft\n---\nLede.\n",
    }
    words = made(load, texts)["words.txt"].decode().split("\n")
    assert words[0] == "gagarin", "the most frequent first"
    assert {"kosygin", "meets", "kyiv", "genf"} <= set(words)
    assert not {"unheard", "secret", "1962", "to"} & set(words)


def test_browsers_are_told_how_to_search_a_site_that_knows_its_address(load: Callable[..., Any]) -> None:
    assert "opensearch.xml" not in made(load, FILES)
    found = made(load, FILES, site_url="https://example.org/a/", site_name="Harbours & Ships of the North")
    space = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    told = etree.fromstring(found["opensearch.xml"])
    assert told.findtext("o:ShortName", namespaces=space) == "Harbours & Ships"
    (page, _) = told.findall("o:Url", space)
    assert (page.get("type"), page.get("template")) == ("text/html", "https://example.org/a/?q={searchTerms}")
