"""JSON Feed: as jsonfeed.org/version/1.1 asks."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from jsonschema import Draft202012Validator

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.settings import Settings
from builder.press.edition import Edition
from builder.press.feeds.all import feeds

TEXT, URL = {"type": "string", "minLength": 1}, {"type": "string", "pattern": "^https://"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": URL,
        "feed_url": URL,
        "description": TEXT,
        "language": TEXT,
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "content_text", "date_published"],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT,
                    "url": URL,
                    "external_url": URL,
                    "title": TEXT,
                    "content_text": TEXT,
                    "date_published": TEXT,
                    "date_modified": TEXT,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                    "language": TEXT,
                },
            },
        },
    },
}
"""The parts of version 1.1 that are used here."""
FILES = {
    "1962/06/08-geneva": "title: 'A & B <i>'\noutlet: desk\ntags: [geneva]\n---\nLede with 1 < 2. More.\n",
    "2025/02/21-timed": "url: https://wire.example/x\nupdated: 2025-02-22T10:00:00+02:00\nlanguage: de\n---\nLede.\n",
    "2025/02/19-gone": "status: withdrawn\ntags: [geneva]\n---\nSecret.\n",
}


def feed(load: Callable[..., Any], path: str, texts: dict[str, str] | None = None, **settings: Any) -> Any:
    archive = load(FILES if texts is None else texts)
    edition = Edition.of(archive, resolve(archive.published(), Tagger(archive.taxonomy)), Settings(**settings))
    return json.loads(dict(feeds(edition))[path])


def test_it_is_valid_and_its_items_are_the_briefings(load: Callable[..., Any]) -> None:
    told = feed(load, "feed.json", site_url="https://example.org/a/", introduction="What it is.")
    Draft202012Validator(SCHEMA).validate(told)
    assert [item["title"] for item in told["items"]] == ["Title of timed", "A & B <i>"]
    timed, geneva = told["items"]
    assert geneva["content_text"] == "Lede with 1 < 2. More."
    assert geneva["authors"] == [{"name": "The Desk"}]
    assert geneva["url"] == "https://example.org/a/1962/06/08-geneva/"
    assert timed["external_url"] == "https://wire.example/x"
    assert timed["language"] == "de"
    assert dt.datetime.fromisoformat(timed["date_modified"]) > dt.datetime.fromisoformat(timed["date_published"])


def test_of_a_list_it_holds_the_list_alone_with_relative_addresses(load: Callable[..., Any]) -> None:
    told = feed(load, "tags/geneva/feed.json")
    assert [item["url"] for item in told["items"]] == ["../../1962/06/08-geneva/"]
    assert (told["home_page_url"], told["feed_url"]) == ("../../tags/geneva/", "../../tags/geneva/feed.json")


def test_an_id_is_that_of_the_other_feeds(load: Callable[..., Any]) -> None:
    assert feed(load, "tags/geneva/feed.json")["items"][0]["id"] == "urn:uuid:61cb0b10-85e0-51d3-8ec5-dfef12899c00"
