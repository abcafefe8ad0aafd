from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article, BlockKind, ListItem
from builder.wire.page import html


def read(markup: str, *, headline: str = "Harbour plan agreed") -> Article:
    return html.read_fragment(markup, headline=headline, outlet="Coast Courier", language="en")


def texts(found: Article) -> list[str]:
    return [block.text for block in found.blocks]


def test_everything_in_a_fragment_is_the_article_however_short() -> None:
    found = read("<div><p>Yes.</p><div>The council said no.</div>And then it voted.</div>")
    assert texts(found) == ["Yes.", "The council said no.", "And then it voted."]


def test_headings_lists_tables_and_quotations_keep_their_kind() -> None:
    found = read(
        "<p>Three votes were held in the old town hall.</p><h3>What was decided</h3><ul><li>A quay<ul><li>of stone</li></ul></li><li>A crane</li></ul>"
        "<blockquote><p>We shall build it.</p></blockquote><table><tr><th>Year</th><th>Ships</th></tr><tr><td>1975</td><td>12</td></tr></table>"
    )
    kinds = [block.kind for block in found.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE]
    assert found.blocks[2].items == (
        ListItem(text="A quay", children=(ListItem(text="of stone"),)),
        ListItem(text="A crane"),
    )
    assert found.blocks[4].rows == (("Year", "Ships"), ("1975", "12"))


def test_what_the_feed_says_is_taken_over_as_given() -> None:
    found = read("<p>The council voted.</p>")
    assert (found.headline, found.outlet, found.language) == ("Harbour plan agreed", "Coast Courier", "en")


def test_the_headline_said_again_is_left_out_once() -> None:
    found = read("<h1>Harbour plan agreed</h1><p>The council voted.</p><p>Harbour plan agreed</p>")
    assert texts(found) == ["The council voted.", "Harbour plan agreed"]


def test_a_byline_and_a_date_alone_on_their_lines_become_fields() -> None:
    found = read("<p>By Jane Doe</p><p>24 July 1975</p><p>The council voted for the plan on Thursday.</p>")
    assert found.byline == ("Jane Doe",)
    assert found.published == dt.date(1975, 7, 24)
    assert texts(found) == ["The council voted for the plan on Thursday."]


def test_captions_pointers_and_sources_stand_apart() -> None:
    found = read(
        "<p>The council voted for the plan on Thursday.</p><figure><img src='a.jpg'><figcaption>The quay. Photo: Ali Bakr</figcaption></figure>"
        "<p><a href='/crane'>Read more: A crane for the harbour</a></p><p>Source: Coast Agency</p>"
    )
    assert texts(found) == ["The council voted for the plan on Thursday."]
    assert [(image.caption, image.credit) for image in found.images] == [("The quay.", "Ali Bakr")]
    assert found.other_stories == ("A crane for the harbour",)
    assert found.sources == ("Coast Agency",)


def test_a_review_of_many_things_keeps_its_headings_though_each_is_a_link() -> None:
    told = "<p>The boat was built in Norway and carries ninety people over the sound, in any weather, from May until the ice comes.</p>"
    heads = [f"<h3><a href='/{boat}'>The {boat}</a></h3>" for boat in ("Ask", "Embla", "Njord")]
    found = read("".join(head + told for head in heads))
    assert [block.text for block in found.blocks if block.kind is BlockKind.HEADING] == [
        "The Ask",
        "The Embla",
        "The Njord",
    ]
    teaser = read(told + heads[0] + told + heads[1] + told)
    assert teaser.other_stories == ("The Ask", "The Embla")


def test_a_hidden_preheader_is_no_text() -> None:
    found = read("<div style='display:none'>Preview</div><table><tr><td><p>The council voted.</p></td></tr></table>")
    assert texts(found) == ["The council voted."]


def test_plain_text_and_text_without_letters_are_read() -> None:
    assert texts(read("The council voted & went home.")) == ["The council voted & went home."]
    assert read("").blocks == ()
    assert read("<img src='pixel.gif'>").blocks == ()
    assert read("<!-- nothing -->").blocks == ()


def test_a_fragment_too_deep_is_refused_and_never_cut_short() -> None:
    with pytest.raises(UnreadableInput, match="nests more than"):
        read("<div>" * 50_000 + "The council voted." + "</div>" * 50_000)
