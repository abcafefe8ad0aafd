"""Articles in JSON of documented shapes, as given; everything else in JSON is refused by name."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.briefing import Image
from builder.wire.given import json_article
from builder.wire.reader import Given, Refused

ZONE = dt.timezone(dt.timedelta(hours=1))


def read(value: Any) -> list[Article | Refused]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(json_article.read(Given(data=data, name="x.json", pasted=dt.date(2025, 3, 5))))


def only(value: Any) -> Article:
    (article,) = read(value)
    assert isinstance(article, Article)
    return article


@pytest.fixture
def news(paragraphs: Sequence[str]) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour bridge closes",
        "description": "The tunnel will be free.",
        "articleBody": "\n\n".join(
            (*paragraphs, "Background:", "The bridge was opened on 12 May 1971, after five years.")
        ),
        "datePublished": "2025-03-04T08:09:00+01:00",
        "dateModified": "2025-03-04T11:00:00+01:00",
        "author": [{"@type": "Person", "name": "Kim Doe"}, {"@type": "Organization", "name": "Reuters"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Reader"},
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://reader.example/bridge"},
        "inLanguage": "en-GB",
        "dateline": "HARBOUR TOWN",
        "keywords": "bridges, tunnels",
        "image": {"@type": "ImageObject", "caption": "The bridge in 1971", "creditText": "Archive"},
    }


def test_a_news_article_is_taken_as_given(news: dict[str, Any], paragraphs: Sequence[str]) -> None:
    article = only(news)
    assert article.headline == "Harbour bridge closes"
    assert article.standfirst == "The tunnel will be free."
    assert article.published == dt.datetime(2025, 3, 4, 8, 9, tzinfo=ZONE)
    assert article.updated == dt.datetime(2025, 3, 4, 11, 0, tzinfo=ZONE)
    assert (article.byline, article.credited) == (("Kim Doe",), ("Reuters",))
    assert (article.outlet, article.url) == ("The Reader", "https://reader.example/bridge")
    assert (article.language, article.dateline) == ("en-GB", "HARBOUR TOWN")
    assert article.topics == ("bridges", "tunnels")
    assert article.images == (Image(caption="The bridge in 1971", credit="Archive"),)
    assert [block.text for block in article.blocks][:4] == list(paragraphs)
    assert [(block.kind.value, block.text) for block in article.blocks][4] == ("heading", "Background")


def test_a_list_and_a_graph_give_one_article_each(news: dict[str, Any]) -> None:
    other = {**news, "headline": "Tunnel is free"}
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Reader"}, news, other]}
    for value in ([news, other], graph):
        assert [article.headline for article in read(value) if isinstance(article, Article)] == [
            "Harbour bridge closes",
            "Tunnel is free",
        ]


def test_a_body_in_markup_is_read_as_such(news: dict[str, Any], paragraphs: Sequence[str]) -> None:
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + "<ul><li>First</li><li>Second</li></ul>"
    blocks = only({**news, "articleBody": markup}).blocks
    assert [block.text for block in blocks[:4]] == list(paragraphs)
    assert [item.text for item in blocks[4].items] == ["First", "Second"]


def test_half_a_surrogate_pair_is_left_out_and_the_name_kept(news: dict[str, Any]) -> None:
    article = only({**news, "author": {"@type": "Person", "name": "Kim \ud800Doe"}})
    assert article.byline == ("Kim Doe",)


def test_a_description_alone_makes_a_summary_and_neither_a_refusal(news: dict[str, Any]) -> None:
    del news["articleBody"]
    assert only(news).summary_only
    bare = {**news, "description": ""}
    found = read([bare, {**news, "headline": None}, news])
    assert [type(entry).__name__ for entry in found] == ["Refused", "Refused", "Article"]
    assert found[0] == Refused(
        part="article 1", reason="it has no headline, or no text; add headline and articleBody to it"
    )


@pytest.fixture
def ninjs(paragraphs: Sequence[str]) -> dict[str, Any]:
    """Return an item of ninjs 1.x."""
    return {
        "uri": "https://agency.example/items/1",
        "type": "text",
        "versioncreated": "2025-03-04T10:00:00Z",
        "firstcreated": "2025-03-04T08:09:00Z",
        "language": "en",
        "byline": "By Kim Doe, Reuters",
        "headline": "Harbour bridge closes",
        "description_text": "The tunnel will be free.",
        "body_text": " ".join(paragraphs),
        "body_xhtml": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        "located": "Harbour Town",
        "infosource": [{"name": "The Agency"}],
        "subject": [{"name": "bridges"}],
        "associations": {"main": {"type": "picture", "description_xhtml": "<p>The bridge</p>", "byline": "Jo Roe"}},
    }


def newer(item: dict[str, Any], *, camel: bool) -> dict[str, Any]:
    """Return an item as ninjs 2 and 3 write it."""
    kind = "contentType" if camel else "contenttype"
    return {
        "uri": item["uri"],
        "versionCreated" if camel else "versioncreated": item["versioncreated"],
        "firstCreated" if camel else "firstcreated": item["firstcreated"],
        "language": item["language"],
        "by": item["byline"],
        "headlines": [{"role": "main", "value": item["headline"]}],
        "descriptions": [{"role": "text", kind: "text/plain", "value": item["description_text"]}],
        "bodies": [
            {"role": "main", kind: "text/plain", "value": item["body_text"]},
            {"role": "richtext", kind: "application/xhtml+xml", "value": item["body_xhtml"]},
        ],
        "located": item["located"],
        "infoSources" if camel else "infosources": item["infosource"],
        "subjects": item["subject"],
        "associations": [
            {
                "type": "picture",
                "by": "Jo Roe",
                "descriptions": [{kind: "application/xhtml+xml", "value": "<p>The bridge</p>"}],
            }
        ],
    }


def test_ninjs_of_all_versions_says_the_same(ninjs: dict[str, Any], paragraphs: Sequence[str]) -> None:
    article = only(ninjs)
    assert article.headline == "Harbour bridge closes"
    assert [block.text for block in article.blocks] == list(paragraphs)
    assert article.published == dt.datetime(2025, 3, 4, 8, 9, tzinfo=dt.UTC)
    assert article.updated == dt.datetime(2025, 3, 4, 10, 0, tzinfo=dt.UTC)
    assert (article.byline, article.credited, article.outlet) == (("Kim Doe",), ("Reuters",), "The Agency")
    assert (article.url, article.dateline, article.topics) == (ninjs["uri"], "Harbour Town", ("bridges",))
    assert article.standfirst == "The tunnel will be free."
    assert article.images == (Image(caption="The bridge", credit="Jo Roe"),)
    for camel in (False, True):
        assert only(newer(ninjs, camel=camel)) == article


def test_ninjs_without_a_body_is_a_summary(ninjs: dict[str, Any]) -> None:
    del ninjs["body_text"], ninjs["body_xhtml"]
    assert only([ninjs]).summary_only


@pytest.mark.parametrize(
    "value", [{}, [], {"title": "x"}, {"headline": "x"}, {"@type": "Recipe", "name": "Soup"}, [1, "x"]]
)
def test_json_of_another_shape_is_refused_with_the_shapes_that_are_read(value: Any) -> None:
    with pytest.raises(UnreadableInput) as fault:
        read(value)
    assert str(fault.value) == (
        "it is JSON, but of no shape that is known; JSON is read as schema.org NewsArticle (one, a list or a @graph), "
        "IPTC ninjs 1 to 3, or JSON Feed"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"@type": "NewsArticle",\n "headline": }', r"it is broken JSON at line 2, column 14: expecting value"),
        (b'{"@type": "NewsArticle", "wordCount": NaN}', "it is broken JSON: NaN is no number in JSON"),
        (b'{"a": -Infinity}', "it is broken JSON: -Infinity is no number in JSON"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "it is broken JSON: a number or a character in it is none"),
        (b'{"a": "\xff"}', "it is broken JSON: a number or a character in it is none"),
        (b'{"a": "\x00"}', "it is broken JSON at line 1, column 8: invalid control character"),
        (b'{"a":' * 100_000, "its JSON nests more than 200 levels"),
        (b'{"a":' * 300 + b"1" + b"}" * 300, "its JSON nests more than 200 levels"),
        (b'[{"a":1},' + b"[" * 100_000, "its JSON nests more than 200 levels"),
    ],
)
def test_broken_and_hostile_json_is_refused_in_one_line(data: bytes, reason: str) -> None:
    assert json_article.claims(data, "x.json")
    with pytest.raises(UnreadableInput) as fault:
        read(data)
    assert str(fault.value).startswith(reason)


def test_characters_that_no_text_has_are_left_out(news: dict[str, Any]) -> None:
    article = only(
        {**news, "headline": "Bridge\x00 \ud800closes", "articleBody": "A\x00 sentence\udfff of the text.\n\nOne."}
    )
    assert article.headline == "Bridge closes"
    assert article.blocks[0].text == "A sentence of the text."


def test_values_of_other_types_than_promised_are_no_fault(news: dict[str, Any]) -> None:
    for key in news:
        for value in (7, None, [[["x"]]], {"@id": 3}, [{"name": {"name": {}}}], True):
            if key not in ("@type", "@context"):
                read({**news, key: value})


def test_fields_that_a_briefing_cannot_hold_are_left_out(news: dict[str, Any]) -> None:
    article = only({**news, "inLanguage": "English; DROP", "url": "javascript:alert(1)", "mainEntityOfPage": "x y"})
    assert (article.language, article.url) == (None, None)


def test_a_paste_that_begins_with_a_bracket_is_no_json() -> None:
    assert not json_article.claims(b"[Updated] Harbour bridge closes\n\nThe bridge", "bridge.txt")
    assert not json_article.claims(b"{Exclusive} Harbour bridge closes", "bridge.txt")
    assert json_article.claims("﻿{}".encode(), "x")
    assert json_article.claims('{"headline": "x"}'.encode("utf-16"), "x")
