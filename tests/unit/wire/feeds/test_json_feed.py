from __future__ import annotations

import datetime as dt
import json

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.limits import Limits
from builder.wire import readers
from builder.wire.feeds import json_feed
from builder.wire.reader import Given, Refused

VERSION = "https://jsonfeed.org/version/1.1"
ITEM = {
    "id": "1",
    "url": "https://coast.example/bridge",
    "title": "Bridge closes",
    "content_html": "<p>The bridge in the harbour closes on Sunday.</p><p>A ferry sails.</p>",
    "date_published": "2025-03-04T09:30:00+02:00",
    "authors": [{"name": "Kim Doe"}],
    "tags": ["Harbour"],
}


def dumped(*items: object, **feed: object) -> bytes:
    return json.dumps({"version": VERSION, "title": "Coast Courier", "items": items, **feed}).encode()


def read(data: bytes, limits: Limits | None = None) -> list[Article | Refused]:
    given = Given(data=data, name="x", pasted=dt.date(2025, 3, 4), limits=limits or Limits())
    return list(json_feed.read(given))


def test_an_item_is_an_article_with_everything_the_feed_says_of_it() -> None:
    (article,) = read(dumped(ITEM, language="en"))
    assert isinstance(article, Article)
    assert article.headline == "Bridge closes"
    assert article.url == "https://coast.example/bridge"
    assert article.published == dt.datetime(2025, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert article.byline == ("Kim Doe",)
    assert article.topics == ("Harbour",)
    assert article.outlet == "Coast Courier"
    assert article.language == "en"
    assert len(article.blocks) == 2
    assert not article.summary_only


def test_a_summary_alone_says_so_and_the_author_of_version_one_counts_for_every_item() -> None:
    (article,) = read(dumped({"title": "Bridge closes", "summary": "On Sunday."}, author={"name": "Kim Doe"}))
    assert isinstance(article, Article)
    assert article.summary_only
    assert article.byline == ("Kim Doe",)


def test_an_item_without_a_title_is_headed_by_its_text_and_an_empty_one_is_refused() -> None:
    first, second = read(dumped({"content_text": "It closes. A ferry sails."}, {"title": 3, "url": ["x"]}))
    assert isinstance(first, Article)
    assert first.headline == "It closes."
    assert isinstance(second, Refused)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "the feed is no JSON"),
        (b'{"items": ' + b"[" * 100_000, "the feed nests too deeply"),
        (dumped(), "the feed holds no items"),
        (b'{"items": {"content_html": 1}}', "the feed holds no items"),
        (dumped(*[{}] * 2_001), "2,001 entries, more than the 2,000"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(data)


def test_half_a_character_and_a_hostile_address_are_left_out() -> None:
    (article,) = read(
        b'{"items": [{"content_text": "A \\ud800 b.", "title": "A \\ud800\\n---", "url": "javascript:x"}]}'
    )
    assert isinstance(article, Article)
    assert article.headline == "A ---"
    assert article.url is None
    assert repr(article).encode()


def test_only_a_json_feed_is_claimed() -> None:
    assert [one.name for one in readers.claiming(dumped(ITEM), "x.html")] == [json_feed.NAME]
    assert not json_feed.claims(b'{"@context": "https://schema.org", "@type": "NewsArticle", "items": []}', "x.json")
    assert not json_feed.claims(b'[{"content_html": "x"}]', "x.json")
