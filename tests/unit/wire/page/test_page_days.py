from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.page import dates, html

PROSE = "".join(
    f"<p>The committee met for the {n} time on Tuesday and agreed on a plan for the harbour, officials said.</p>"
    for n in ("first", "second", "third", "fourth")
)


def read(body: str = PROSE, head: str = "") -> Article:
    top = f"<!DOCTYPE html><html lang='en'><head><title>Harbour plan agreed</title>{head}</head><body>"
    return html.read(f"{top}<h1>Harbour plan agreed</h1>{body}</body></html>".encode(), name="page.html")


def at(path: str, stamp: str) -> dt.datetime | dt.date | None:
    link = f'<link rel="canonical" href="https://courier.example{path}">'
    return read(head=f'{link}<meta property="article:published_time" content="{stamp}">').published


def test_a_stamp_in_utc_is_told_on_the_day_under_which_the_outlet_files_it() -> None:
    found = at("/2024/05/06/harbour", "2024-05-07T02:25:00Z")
    assert isinstance(found, dt.datetime)
    assert found == dt.datetime(2024, 5, 7, 2, 25, tzinfo=dt.UTC)
    assert found.date() == dt.date(2024, 5, 6)
    found = at("/2024/05/08/harbour", "2024-05-07T23:10:00Z")
    assert isinstance(found, dt.datetime)
    assert found.date() == dt.date(2024, 5, 8)


@pytest.mark.parametrize("path", ["/2024/05/01/harbour", "/harbour", "/2024/05/06/harbour"])
def test_a_stamp_that_no_zone_explains_stays_as_it_is(path: str) -> None:
    found = at(path, "2024-05-07T12:25:00Z")
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2024-05-07T12:25:00+00:00"


def test_the_address_counts_before_the_time_of_another_story() -> None:
    link = '<link rel="canonical" href="https://courier.example/2024/05/06/harbour">'
    found = read(f"<article><div>{PROSE}</div><time datetime='2019-01-02'>2 January 2019</time></article>", link)
    assert found.published == dt.date(2024, 5, 6)


def test_a_day_without_its_year_is_no_day_of_publication() -> None:
    published = read(f"<div><p>4 January, 09:34</p>{PROSE}</div>").published
    assert published is None or published.year != 2000


def test_a_day_guessed_from_the_text_is_remarked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "printed", lambda _: None)
    found = read(f"{PROSE}<footer><p>Printed at Northmouth, 2019-05-16</p></footer>")
    assert (found.published, len(found.remarks)) == (dt.date(2019, 5, 16), 1)
    assert "guess" in found.remarks[0]


def test_a_flash_of_one_line_is_an_article_and_a_stub_beside_a_menu_is_none() -> None:
    flash = "<p>The north pier is closed.</p>"
    assert read(flash).blocks[0].text == "The north pier is closed."
    menu = "".join(f"<li><a href='/{n}'>Department of harbour affairs {n}</a></li>" for n in range(20))
    with pytest.raises(UnreadableInput):
        read(f"<ul>{menu}</ul>{flash}")


def test_a_link_that_leads_nowhere_is_text() -> None:
    found = read(f"{PROSE}<p><a href='javascript:void(0)'>The pier stays closed, says the mayor</a></p>{PROSE}")
    assert "The pier stays closed, says the mayor" in [block.text for block in found.blocks]
    assert found.other_stories == ()
