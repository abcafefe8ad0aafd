"""When a pasted article was published, among all the dates that a page prints."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.model.article import Article
from builder.wire.pasted import text

BODY = """
The ferry between the two islands will sail twice as often from next week, the harbour office said on Monday.

Passengers had asked for more crossings since the old bridge was closed for repairs in the spring of last year.

A second ship has been hired for the summer, and the fares will stay as they are until the end of the season.
"""
HEADLINE = "Island ferry to sail twice as often\n"
PASTED = dt.date(2025, 5, 6)


def read(head: str, foot: str = "") -> Article:
    return text.read(f"{head}\n{BODY}\n{foot}".encode(), name="in.txt", pasted=PASTED)


def day(value: dt.datetime | dt.date | None) -> str:
    return value.isoformat()[:10] if value else ""


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ("Tuesday, 6 May 2025\nMenu\n" + HEADLINE + "By Marta Linde\n3 May 2025", "2025-05-03", ""),
        (HEADLINE + "Updated: 5 May 2025\nPublished: 3 May 2025", "2025-05-03", "2025-05-05"),
        (HEADLINE + "Updated\n5 May 2025\nPublished\n3 May 2025", "2025-05-03", "2025-05-05"),
        (HEADLINE + "Last updated 5 May 2025", "2025-05-05", ""),
        ("3 May 2025\n" + HEADLINE + "By Marta Linde", "2025-05-03", ""),
        (HEADLINE + "5 hours ago", "2025-05-06", ""),
        (HEADLINE + "2 days ago", "2025-05-04", ""),
        (HEADLINE + "By Marta Linde\n9:51", "2025-05-06", ""),
        (HEADLINE + "3 May 2025\nRelated\nBridge repairs to end soon\n12 April 2025", "2025-05-03", ""),
        (HEADLINE + "By Marta Linde", "", ""),
    ],
)
def test_the_date_below_the_headline_counts(head: str, published: str, updated: str) -> None:
    article = read(head)
    assert (day(article.published), day(article.updated)) == (published, updated)


def test_a_date_that_is_still_to_come_is_not_that_of_publication() -> None:
    assert day(read(HEADLINE + "Festival of Boats, 12 July 2025\nPublished 3 May 2025").published) == "2025-05-03"


def test_the_date_at_the_foot_counts_where_the_head_has_none() -> None:
    assert day(read(HEADLINE, "Share\nPublished: 3 May 2025").published) == "2025-05-03"


def test_a_date_at_the_foot_tells_more_than_how_long_ago_the_page_says_it_was() -> None:
    assert day(read(HEADLINE + "Published 15 hours ago", "Share\n3 May 2025").published) == "2025-05-03"


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("Ferries\nBridges\nRelated\nBridge repairs to end soon\n12 April 2025\nIslands", ""),
        ("More from the islands\nBridge repairs to end soon\n12 April 2025", ""),
        (f"Latest news\nBridge repairs to end soon\n12 April 2025\n{HEADLINE}3 May 2025", "2025-05-03"),
        ("Related topics:\nFerries\n3 May 2025", "2025-05-03"),
    ],
)
def test_a_date_of_another_story_below_never_dates_the_article(foot: str, published: str) -> None:
    assert day(read(HEADLINE + "By Marta Linde", foot).published) == published


def test_the_times_of_a_list_of_news_are_no_date() -> None:
    assert (
        read(HEADLINE + "9:51\nHarbour fire is out\n9:40\nMarket day moved\n9:15\nSchool roof mended").published is None
    )


def test_a_day_that_is_counted_from_the_day_of_reading_is_remarked_on() -> None:
    story = "The road over the harbour will be shut from Sunday until the end of February, the roads office said. " * 3
    counted = text.read(
        f"Road over the harbour to be shut\n\nJane Doe\n12:43\n\n{story}\n".encode(),
        name="a",
        pasted=dt.date(2025, 3, 4),
    )
    assert any("no day is printed" in remark for remark in counted.remarks)
    printed = text.read(
        f"Road over the harbour to be shut\n\nJane Doe\n4 March 2025, 12:43\n\n{story}\n".encode(),
        name="a",
        pasted=dt.date(2025, 3, 4),
    )
    assert printed.remarks == ()


def test_a_time_and_a_name_behind_standfirst_and_caption_are_of_the_head() -> None:
    head = (
        f"{HEADLINE}\nThe harbour office answers a wish of the islanders that is as old as the repairs of the bridge.\n"
        "\nRead aloud   Print view\n\nThe second ship was built in Norway and carries ninety people.\n"
        "\n(Photo: made with a model by Island News / dmk)\n\n"
    )
    article = read(head + "13:37\nReading time: 2 min.\nIslands\nBy\nJana Brandt\n")
    assert (day(article.published), article.byline) == ("2025-05-06", ("Jana Brandt",))


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("This entry was posted on Saturday, May 3rd, 2025 at 10:00 am and is filed under Islands, Ferries. You can leave a response.", "2025-05-03"),
        ("This entry was written about the storm of 3 May 2025, and readers liked it. You can leave a response below it.", ""),
    ],
)  # fmt: skip
def test_what_a_blog_says_of_its_entry_dates_it(foot: str, published: str) -> None:
    assert day(read(HEADLINE, f"Share\n{foot}").published) == published
