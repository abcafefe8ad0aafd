from __future__ import annotations

from lxml.html import document_fromstring

from builder.wire.page import metadata


def headline(head: str, body: str) -> str:
    return metadata.read(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")).headline


def shared(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def test_the_printed_headline_counts_before_one_made_for_sharing() -> None:
    assert headline(shared("Is your heating dear?"), "<h1>Why heating got dear this winter</h1>") == (
        "Why heating got dear this winter"
    )


def test_json_ld_counts_before_a_heading_that_nothing_confirms() -> None:
    told = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council votes for the quay"}</script>'
    )
    assert headline(told, "<h1>The council in pictures</h1>") == "Council votes for the quay"


def test_a_heading_with_nothing_in_common_is_a_section_or_a_logo() -> None:
    assert headline(shared("Council votes for the quay"), "<h1>Local affairs</h1>") == "Council votes for the quay"


def test_a_kicker_inside_the_heading_is_no_part_of_the_headline() -> None:
    marked = "<h1><span class='article__overline'>Harbour</span> <span>Council votes for the quay</span></h1>"
    assert headline(shared("Council votes for quay, at last"), marked) == "Council votes for the quay"
    unmarked = "<h1><span>Harbour</span> <span>Council votes for the quay</span></h1>"
    assert headline(shared("Council votes for the quay"), unmarked) == "Council votes for the quay"


def test_a_blog_with_its_own_name_as_heading_has_the_headline_below() -> None:
    body = "<h1>Quay Notes</h1><h2>A crane is coming</h2>"
    assert headline("<title>Quay Notes » Archive » A crane is coming</title>", body) == "A crane is coming"


def test_what_is_escaped_twice_is_read_once() -> None:
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Salt &amp;#038; Sons"}</script>'
    told = told.replace("&amp;#038;", "&#038;")
    assert headline(told, "") == "Salt & Sons"


def test_a_short_name_of_a_site_cuts_no_words_that_merely_hold_its_letters() -> None:
    head = '<meta property="og:site_name" content="ER">' + shared("Paper dear - printers angry")
    assert headline(head, "") == "Paper dear - printers angry"
