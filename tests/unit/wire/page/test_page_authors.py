from __future__ import annotations

import pytest

from builder.wire.page import html

PROSE = "".join(
    f"<p>The committee met for the {n} time on Tuesday and agreed on a plan for the harbour, officials said.</p>"
    for n in ("first", "second", "third", "fourth")
)


def byline(above: str = "", below: str = "", head: str = "") -> tuple[str, ...]:
    top = f"<!DOCTYPE html><html lang='en'><head><title>Harbour plan agreed</title>{head}</head><body>"
    data = f"{top}<h1>Harbour plan agreed</h1>{above}<div class='text'>{PROSE}</div>{below}</body></html>"
    return html.read(data.encode(), name="page.html").byline


@pytest.mark.parametrize(
    "markup",
    [
        "<span class='vcard author'><a class='url fn n' rel='author' href='/jd'>Jane Doe</a></span>",
        "<ul class='meta-list'><li class='metaInfoAuthorList-item'>Jane Doe</li></ul>",
        "<p class='submitted'>Submitted by <span class='username'>Jane Doe</span> on 3 May 2024</p>",
        "<div class='post-info'>Posted by Jane Doe on May 3</div>",
        "<div class='byline'><span itemprop='author'><span itemprop='name'>Jane Doe</span>, reporter</span></div>",
        "<span id='authors'>AuthorJane Doe</span>",
    ],
)
def test_markup_names_the_author_above_or_below_the_text(markup: str) -> None:
    assert byline(above=f"<div class='head'>{markup}</div>") == ("Jane Doe",)
    assert byline(below=f"<div class='foot'>{markup}</div>") == ("Jane Doe",)


def test_authors_that_stand_together_are_all_taken() -> None:
    both = "<p class='byline'><a rel='author' href='/a'>Jane Doe</a> and <a rel='author' href='/b'>Ali Bakr</a></p>"
    assert byline(below=both) == ("Jane Doe", "Ali Bakr")


def test_who_comments_or_is_quoted_in_the_margin_wrote_nothing() -> None:
    comment = "<div class='comment-list'><span class='comment-author vcard'><b class='fn'>Max Reader</b></span></div>"
    related = (
        "<div class='related-posts'><span class='author'>Eva Other</span></div><nav><a rel='author'>Kim Menu</a></nav>"
    )
    assert byline(below=comment + related) == ()


def test_a_blogger_signs_with_a_handle_where_no_name_is_given() -> None:
    assert byline(below="<footer class='post-footer'><a rel='author' href='/m'>mudlark77</a></footer>") == (
        "mudlark77",
    )
    assert byline(below="<span class='author'>Name</span><span class='author'>All articles</span>") == ()


def test_an_organisation_signs_where_no_person_does() -> None:
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour plan agreed", "author": {"@type": "Organization", "name": "Coast Courier"}}</script>'
    assert byline(head=told) == ("Coast Courier",)
    assert byline(head=told, above="<p class='author'>Jane Doe</p>") == ("Jane Doe",)


def test_a_card_that_labels_who_wrote_it_is_believed() -> None:
    card = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe">'
    assert byline(head=card) == ("Jane Doe",)
    assert byline(head=card.replace("Written by", "Reading time")) == ()


def test_the_site_as_its_own_author_leaves_room_for_the_person() -> None:
    told = (
        '<link rel="canonical" href="https://www.coast-courier.example/a"><meta name="author" content="Coast Courier">'
    )
    assert byline(head=told, below="<span class='author'>Jane Doe</span>") == ("Jane Doe",)


def test_a_full_name_beside_the_date_is_the_authors() -> None:
    assert byline(above="<p>Jane Doe | May 3, 2024</p>") == ("Jane Doe",)


@pytest.mark.parametrize("line", ["Latest 5 Stories", "Share › Print", "Source: Police North", "Plan Agreed"])
def test_what_stands_beside_the_date_and_is_no_name_is_nobody(line: str) -> None:
    assert byline(above=f"<p>{line} | May 3, 2024</p>") == ()


def test_a_name_alone_in_the_last_line_signs_where_it_is_set_apart() -> None:
    for mark in ("<p style='text-align: right'>Jane Doe</p>", "<p><strong>Jane Doe</strong></p>"):
        data = f"<html lang='en'><head><title>Harbour plan agreed</title></head><body><h1>Harbour plan agreed</h1><div>{PROSE}{mark}</div></body></html>"
        assert html.read(data.encode(), name="page.html").byline == ("Jane Doe",)


def test_an_organisation_is_no_person() -> None:
    for name in ("DAIR Institute", "Umweltverband Nord", "Fundación Puerto", "Harbour Foundation"):
        head = f'<meta name="author" content="{name}"><meta name="author" content="Jane Doe">'
        assert byline(head=head) == ("Jane Doe",)


def test_an_agency_in_the_printed_byline_is_credited() -> None:
    data = f"<html lang='es'><head><title>Harbour plan agreed</title></head><body><h1>Harbour plan agreed</h1><p class='author'>Agencia EFE</p><div>{PROSE}</div></body></html>"
    found = html.read(data.encode(), name="page.html")
    assert (found.byline, found.credited) == ((), ("Agencia EFE",))
