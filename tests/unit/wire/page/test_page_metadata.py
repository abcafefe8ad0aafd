from __future__ import annotations

import datetime as dt

import pytest
from lxml.html import document_fromstring

from builder.wire.page import dates, jsonld, names, title
from builder.wire.page import metadata as page_metadata

UTC = dt.UTC


def metadata(head: str, body: str = "<h1>Harbour plan agreed</h1>", attributes: str = "") -> page_metadata.Metadata:
    return page_metadata.read(document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2024-05-06", dt.date(2024, 5, 6)),
        ("20240506", dt.date(2024, 5, 6)),
        ("2024-05-06T07:08", dt.datetime(2024, 5, 6, 7, 8)),  # noqa: DTZ001 - a page without a zone
        ("2024-05-06 07:08:09", dt.datetime(2024, 5, 6, 7, 8, 9)),  # noqa: DTZ001 - as above
        ("2024-05-06T07:08:09.123Z", dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
        (
            "2024-05-06T07:08:09+0530",
            dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30))),
        ),
        ("2024-05-06T07:08:09 +02", dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))),
        ("Mon, 06 May 2024 07:08:09 GMT", dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
        ("2024-05-06T00:00:00Z", dt.date(2024, 5, 6)),
        ("2024-02-30", None),
        ("0001-01-01T00:00:00", None),
        ("today", None),
        ("6 May", None),
        ("9" * 5000, None),
    ],
)
def test_dates_keep_their_zone_and_days_stay_days(text: str, want: dt.date | None) -> None:
    found = dates.parse(text)
    assert found == want
    assert type(found) is type(want)


def test_an_update_no_later_than_publication_is_none() -> None:
    published = dt.datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
    assert dates.later(published + dt.timedelta(seconds=20), published) is None
    assert dates.later(published - dt.timedelta(hours=1), published) is None
    assert dates.later(published + dt.timedelta(hours=1), published) is not None
    assert dates.later(dt.date(2024, 5, 6), published) is None


@pytest.mark.parametrize(
    ("texts", "people", "agencies"),
    [
        (["By Jane Doe and Ali Bakr"], ("Jane Doe", "Ali Bakr"), ()),
        (["Von Jana Brandt, dpa"], ("Jana Brandt",), ("dpa",)),
        (["Jane Doe, Chief Political Correspondent"], ("Jane Doe",), ()),
        (["JANE DOE", "Jane Doe"], ("JANE DOE",), ()),
        (["https://social.example/jane", "jane@post.example", "admin"], (), ()),
        (["José Ortega y Gasset"], ("José Ortega y Gasset",), ()),
        (["Ana Ruiz y Luis Vega"], ("Ana Ruiz", "Luis Vega"), ()),
        (["Ursula von der Leyen"], ("Ursula von der Leyen",), ()),
        (["Олена Коваль та Ірина Балачук"], ("Олена Коваль", "Ірина Балачук"), ()),
        (["Northern Post", "The Northern Post newsroom"], (), ()),
        (["Jane Doe (Geneva)"], ("Jane Doe",), ()),
    ],
)
def test_names_are_told_from_roles_agencies_and_addresses(
    texts: list[str], people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    assert names.read(texts, outlet="Northern Post") == names.Credits(people, agencies)


def test_the_sites_name_is_cut_off_a_title_and_nothing_else_is() -> None:
    site = ["Northern Post", "northern-post.example"]
    assert title.without_site("Talks fail | World | Northern Post", site) == "Talks fail | World"
    assert title.without_site("Northern Post: Talks fail", site) == "Northern Post: Talks fail"
    assert title.without_site("Northern Post - Talks fail", site) == "Talks fail"
    assert title.without_site("Talks fail – for now", site) == "Talks fail – for now"
    assert title.without_site("Northern Post", site) == "Northern Post"


def test_a_heading_of_the_menu_is_never_the_headline() -> None:
    found = metadata(
        "<title>Talks fail - Northern Post</title>",
        "<nav><h1>Northern Post</h1></nav><div><h1>Newsletter</h1></div><p>x</p>",
    )
    assert found.headline == "Talks fail - Northern Post"
    assert metadata("<title>Talks fail - Post</title>", "<h1>Menu</h1><h1>Talks fail</h1>").headline == "Talks fail"


@pytest.mark.parametrize(
    ("written", "want"),
    [
        ("de", "de"),
        ("en_us", "en-US"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("en-GB-oxendict", "en-GB"),
        ("de, en", "de"),
        ("", None),
        ("english", None),
    ],
)
def test_the_language_is_trimmed_to_bcp_47(written: str, want: str | None) -> None:
    assert metadata("", attributes=f'lang="{written}"').language == want


@pytest.mark.parametrize(
    ("head", "want"),
    [
        (
            '<link rel="canonical" href="https://a.example/x"><meta property="og:url" content="https://b.example/y">',
            "https://a.example/x",
        ),
        (
            '<link rel="canonical" href="/x"><meta property="og:url" content="https://b.example/y">',
            "https://b.example/x",
        ),
        (
            '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/y">',
            "https://a.example/y",
        ),
        ('<link rel="canonical" href="/x">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="https://user:word@a.example/x">', None),
        ('<link rel="canonical" href="http://[">', None),
        ('<link rel="canonical" href="file:///etc/x"><base href="https://a.example/">', None),
    ],
)
def test_only_web_addresses_count(head: str, want: str | None) -> None:
    assert metadata(head).url == want


def test_what_a_browser_noted_when_it_saved_the_page_is_an_address() -> None:
    root = document_fromstring(
        "<!-- saved from url=(0027)https://a.example/x/story --><html><body><p>x</p></body></html>"
    )
    assert page_metadata.read(root).url == "https://a.example/x/story"


def test_an_organisation_is_no_author_and_an_agency_is_credited() -> None:
    head = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour plan agreed","author":
        [{"@type":"Organization","name":"AFP"},{"@type":"Organization","name":"Some Institute"},
         {"@type":"Person","name":"Jane Doe"}]}</script>"""
    found = metadata(head)
    assert found.byline == ("Jane Doe",)
    assert found.agencies == ("AFP",)


def test_what_systems_file_for_themselves_is_no_topic() -> None:
    filed = "Harbours, 100312362, Category: News, 26157981-b4f7-4929-adc1-e860c6f03636, harbours, #Ships"
    head = f'<meta name="news_keywords" content="{filed}">'
    assert metadata(head).topics == ("Harbours", "Ships")


def test_json_ld_may_be_anything() -> None:
    for text in (
        "",
        "null",
        "[]",
        "{",
        '"x"',
        "[" * 100_000,
        '{"@type":' + "9" * 5000 + "}",
        '{"@graph":{"@graph":{"@type":"NewsArticle"}}}',
    ):
        root = document_fromstring(
            f'<html><script type="application/ld+json">{text}</script><body><p>x</p></body></html>'
        )
        for record in jsonld.records(root):
            assert record.text("headline") is None
