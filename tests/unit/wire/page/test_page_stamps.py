from __future__ import annotations

import datetime as dt

import pytest

from builder.wire.page import html

PROSE = "".join(
    f"<p>The committee met for the {n} time on Tuesday and agreed on a plan for the harbour, officials said.</p>"
    for n in ("first", "second", "third", "fourth")
)


def published(above: str = "", below: str = "", head: str = "", before: str = "") -> dt.datetime | dt.date | None:
    top = f"<!DOCTYPE html><html lang='en'><head><title>Harbour plan agreed</title>{head}</head><body>"
    page = f"{top}{before}<h1>Harbour plan agreed</h1>{above}<div>{PROSE}</div>{below}</body></html>"
    return html.read(page.encode(), name="page.html").published


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tue, Sep 15 2020 10:01:41 EDT", dt.date(2020, 9, 15)),
        ("Tue Feb 20 2018 01:00:00 GMT+0100 (Central European Standard Time)", dt.date(2018, 2, 20)),
        ("May 3, 2024", dt.date(2024, 5, 3)),
    ],
)
def test_metadata_written_for_people_is_read(written: str, day: dt.date) -> None:
    found = published(head=meta("article:published_time", written))
    assert (found.date() if isinstance(found, dt.datetime) else found) == day


def test_metadata_whose_order_is_in_doubt_is_left_to_what_the_page_prints() -> None:
    found = published(head=meta("date", "03/04/2024"), above="<p>April 3, 2024</p>")
    assert found == dt.date(2024, 4, 3)


def test_the_same_moment_told_with_the_outlets_zone_gives_the_outlets_day() -> None:
    head = meta("article:published_time", "2024-05-03T22:04:00Z") + meta("date", "Sat, 04 May 2024 00:04:00 +0200")
    found = published(head=head)
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2024-05-04T00:04:00+02:00"


def test_a_plain_day_or_another_moment_beside_a_stamp_in_utc_does_not_move_it() -> None:
    told = meta("article:published_time", "2024-05-04T03:00:00Z")
    for other in ("2024-05-03", "2024-05-03T20:00:25+02:00"):
        found = published(head=told + meta("date", other))
        assert isinstance(found, dt.datetime)
        assert found.isoformat() == "2024-05-04T03:00:00+00:00"


def test_the_time_printed_near_the_headline_tells_the_zone_of_a_stamp_in_utc() -> None:
    found = published(head=meta("article:published_time", "2024-05-04T02:41:00Z"), above="<p>May 3, 2024, 22:41</p>")
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2024-05-03T22:41:00-04:00"


def test_a_time_of_a_comment_or_a_teaser_is_not_the_articles() -> None:
    comment = "<div class='comment'><time datetime='2024-06-09T03:36:00+02:00'>9 June</time></div>"
    teaser = "<div class='widget recent-posts'><time datetime='2019-12-03'>3 December 2019</time></div>"
    assert published(above="<p><span class='published'>3 May 2024</span></p>", below=comment + teaser) == dt.date(
        2024, 5, 3
    )


def test_an_abbreviation_tells_the_moment_in_its_title() -> None:
    above = "<p><abbr class='published' title='2024-05-03T10:52:00+02:00'>10:52</abbr></p><p>In shops: 14.08.2023</p>"
    found = published(above=above)
    assert isinstance(found, dt.datetime)
    assert found.date() == dt.date(2024, 5, 3)


def test_of_several_printed_dates_the_one_below_the_headline_or_said_to_be_of_publication_counts() -> None:
    today = "<ul><li>May 9, 2024</li><li>Login</li></ul>"
    assert published(before=today, above="<p>May 3, 2024</p>") == dt.date(2024, 5, 3)
    assert published(above="<p>May 9, 2024</p><p>Published on May 3, 2024</p>") == dt.date(2024, 5, 3)


def test_the_day_of_a_caption_is_not_the_day_of_publication() -> None:
    caption = "<p>Cranes at work on the new quay in the harbour, April 24, 2023</p>"
    assert published(above=caption + "<p>May 3, 2024</p>") == dt.date(2024, 5, 3)


def test_a_class_names_the_date_wherever_it_stands() -> None:
    assert published(below="<div class='entry-date'>May 3, 2024</div>") == dt.date(2024, 5, 3)
    assert published(below="<div class='updated date'>May 9, 2024</div><span class='date'>May 3, 2024</span>") == (
        dt.date(2024, 5, 3)
    )


def test_the_sentence_by_which_a_blog_files_a_post_gives_its_day() -> None:
    foot = "<p><small>This entry was posted on Friday, May 3rd, 2024 and is filed under Harbours.</small></p>"
    assert published(below="<hr><p>Elsewhere: the market of 12 June 2023 and what became of it</p>" + foot) == dt.date(
        2024, 5, 3
    )


def test_a_line_that_says_when_it_was_published_counts_wherever_it_stands_but_not_among_comments() -> None:
    line = "<p>Published on 16 August 2019. Length: 1 hour 4 minutes. Licence: CC BY</p>"
    assert published(below=line) == dt.date(2019, 8, 16)
    comment = "<div class='comments'><p>Published on 24 August 2019 by Bo</p></div>"
    assert published(below=comment + line) == dt.date(2019, 8, 16)
    vague = "<p>Officials were asked to answer a letter dated 14 September 2016 by the end of the year.</p>"
    assert published(below=f"{line}{vague}") == published(below=f"{vague}{line}") == dt.date(2019, 8, 16)


def test_a_filing_sentence_may_begin_with_the_headline_and_counts_before_other_dates() -> None:
    filed = "<p>Harbour plan agreed was posted on 19 May 2010 at 23:03 and filed under Harbour.</p>"
    other = "<ul><li class='date'>1 June 2012</li></ul>"
    found = published(below=f"<div>{other}</div>{filed}")
    assert isinstance(found, dt.datetime)
    assert found.date() == dt.date(2010, 5, 19)


def test_a_time_within_the_element_for_publication_counts_before_one_marked_in_a_teaser() -> None:
    teaser = "<p class='publication'>by Ann Moss, <time datetime='2019-09-22T07:30:29Z' pubdate>22 September</time></p>"
    long = f"<div><p>{'Another story that readers liked a lot. ' * 3}</p>{teaser}</div>"
    own = "<p class='publication'><span>On</span> <time datetime='2019-06-28T13:49:45Z'>28 June 2019</time></p>"
    found = published(before=f"<div>{long.replace(' class=', ' data-is=')}</div>", above=own)
    assert isinstance(found, dt.datetime)
    assert found.date() == dt.date(2019, 6, 28)


def test_a_stamp_in_utc_is_told_by_the_zone_that_the_page_gives_its_scripts() -> None:
    head = meta("article:published_time", "2024-05-04T02:41:00Z")
    settings = '<script>var s = {"timezone":{"short":"ET","long":"America/New_York"}};</script>'
    found = published(head=head + settings)
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2024-05-03T22:41:00-04:00"
    other = '<script>var t = {"timeZone":"Europe/Kyiv"};</script>'
    found = published(head=head + settings + other)
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2024-05-04T02:41:00+00:00"
    found = published(head=f'{head}<script>var t = {{"timeZone":"Europe/Nowhere"}};</script>')
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2024-05-04T02:41:00+00:00"


def test_a_page_that_names_no_language_is_dated_in_the_language_of_its_text() -> None:
    prose = "".join(
        f"<p>Der Ausschuss hat am Dienstag zum {n} Mal über die Zukunft des Hafens beraten und sich geeinigt.</p>"
        for n in ("ersten", "zweiten", "dritten")
    )
    page = f"<title>Hafen</title><h1>Einigung über den Hafen</h1><p>19. Mai 2010</p><div>{prose}</div>"
    article = html.read(f"<html><body>{page}</body></html>".encode(), name="page.html")
    assert (article.language, article.published) == ("de", dt.date(2010, 5, 19))
