from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article, BlockKind
from builder.model.limits import Limits
from builder.wire import readers
from builder.wire.feeds import bounds, xml_feed
from builder.wire.reader import Given, Refused

PASTED = dt.date(2025, 3, 4)
SENTENCE = "The roads office closes the bridge in the harbour from Sunday until the end of February, it says. "
TEXT = f"<p>{SENTENCE}</p><p>{SENTENCE}</p>"


def rss(*items: str, channel: str = "<title>Coast Courier</title><link>https://coast.example/</link>") -> str:
    namespaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://search.yahoo.com/mrss/"'
    )
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {namespaces}><channel>{channel}{listed}</channel></rss>'


def atom(*entries: str, head: str = "<title>Coast Courier</title>") -> str:
    listed = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{listed}</feed>'


def read(text: str | bytes, *, url: str | None = None, limits: Limits | None = None) -> list[Article | Refused]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(xml_feed.read(Given(data=data, name="feed", pasted=PASTED, url=url, limits=limits or Limits())))


def one(text: str | bytes, *, url: str | None = None) -> Article:
    (article,) = read(text, url=url)
    assert isinstance(article, Article)
    return article


def test_an_entry_with_its_full_text_is_an_article_with_everything_the_feed_says_of_it() -> None:
    article = one(
        rss(
            "<title>Bridge closes &amp;amp; ferry sails</title><link>/news/bridge</link>"
            "<pubDate>Tue, 04 Mar 2025 09:30:00 +0200</pubDate><dc:creator>Kim Doe and Robin Roe</dc:creator>"
            "<category>Harbour</category><category>Uncategorized</category>"
            "<description>The roads office repairs the deck; a ferry takes cars across.</description>"
            f"<content:encoded><![CDATA[{TEXT}<p>The post <a href='x'>Bridge</a> appeared first on Courier.</p>]]>"
            "</content:encoded>",
            channel="<title>Coast Courier</title><link>https://coast.example/</link><language>en-gb</language>",
        )
    )
    assert article.headline == "Bridge closes & ferry sails"
    assert article.url == "https://coast.example/news/bridge"
    assert article.published == dt.datetime(2025, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert article.byline == ("Kim Doe", "Robin Roe")
    assert article.outlet == "Coast Courier"
    assert article.language == "en-GB"
    assert article.topics == ("Harbour",)
    assert article.standfirst == "The roads office repairs the deck; a ferry takes cars across."
    assert [block.text for block in article.blocks] == [SENTENCE.strip()] * 2
    assert not article.summary_only


def test_an_entry_with_a_summary_only_says_so() -> None:
    article = one(rss(f"<title>Bridge closes</title><description>{SENTENCE}</description>"))
    assert article.summary_only
    assert [block.text for block in article.blocks] == [SENTENCE.strip()]
    assert article.standfirst is None


@pytest.mark.parametrize("end", ["<p>Ferries take [&#8230;]</p>", "<a href='/b'>Continue reading</a> &raquo;", "<p><a href='/b'>Weiterlesen</a></p>"])  # fmt: skip
def test_content_that_breaks_off_is_a_summary(end: str) -> None:
    article = one(rss(f"<title>Bridge</title><content:encoded><![CDATA[{TEXT * 20}{end}]]></content:encoded>"))
    assert article.summary_only == ("[" not in end)
    assert not article.other_stories
    assert one(rss(f"<title>Bridge</title><content:encoded><![CDATA[{TEXT}{end}]]></content:encoded>")).summary_only


def test_a_description_of_several_paragraphs_is_the_text_itself() -> None:
    long = f"<title>Bridge closes</title><description><![CDATA[{TEXT * 8}]]></description>"
    assert not one(rss(long)).summary_only


def test_the_caption_of_a_picture_is_not_the_text() -> None:
    article = one(
        rss(
            f"<title>Bridge closes</title><description>{SENTENCE}</description>"
            "<media:content url='https://coast.example/b.jpg' medium='image'/>"
            "<media:description>The bridge in the harbour of Odesa, seen from the lighthouse in March.</media:description>"
        )
    )
    assert article.summary_only
    assert [block.text for block in article.blocks] == [SENTENCE.strip()]


def test_a_summary_that_is_the_beginning_of_the_text_is_no_standfirst() -> None:
    article = one(
        rss(
            f"<title>Bridge closes</title><description>{SENTENCE}</description>"
            f"<content:encoded><![CDATA[{TEXT}]]></content:encoded>"
        )
    )
    assert article.standfirst is None


def test_an_entry_without_a_title_is_headed_by_its_first_sentence() -> None:
    text = "<p>Dr. Roe opened the bridge on Sunday. It rained.</p>"
    article = one(rss(f"<content:encoded><![CDATA[{text}]]></content:encoded>"))
    assert article.headline == "Dr. Roe opened the bridge on Sunday."


def test_an_entry_without_title_and_text_is_refused_by_its_number_and_the_others_are_read() -> None:
    found = read(rss("<link>https://coast.example/1</link>", "<title>Bridge closes</title>"))
    assert isinstance(found[0], Refused)
    assert found[0].part == "entry 1"
    assert "neither a title nor a text" in found[0].reason
    assert isinstance(found[1], Article)
    assert found[1].summary_only


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<pubDate>Tue, 04 Mar 2025 09:30:00 EST</pubDate>", "2025-03-04T09:30:00-05:00"),
        ("<pubDate>Tue, 04 Mar 2025 09:30:00 CEST</pubDate>", "2025-03-04T09:30:00+02:00"),
        ("<pubDate>Tue, 04 Mar 2025 09:30:00</pubDate>", "2025-03-04T09:30:00"),
        ("<pubDate>Tue, 04 Mar 2025 00:00:00 GMT</pubDate>", "2025-03-04"),
        ("<pubDate>2025-03-04T09:30:00-0500</pubDate>", "2025-03-04T09:30:00-05:00"),
        ("<pubDate>4 March 2025</pubDate>", "2025-03-04"),
        ("<pubDate>25/03/2025 09:30</pubDate>", "2025-03-25T09:30:00"),
        ("<dc:date>2025-03-04</dc:date>", "2025-03-04"),
        ("<pubDate>Tue Mar  4 09:30:00 2025</pubDate>", "2025-03-04T09:30:00"),
        ("<pubDate>1741080600</pubDate>", "2025-03-04T09:30:00+00:00"),
        ("<pubDate>Di, 04 Mär 2025 09:30:00 +0100</pubDate>", "2025-03-04T09:30:00+01:00"),
        ("<pubDate>Вт, 4 марта 2025 09:30:00 +0300</pubDate>", "2025-03-04T09:30:00+03:00"),
    ],
)
def test_every_form_of_a_date_is_read_with_its_zone(written: str, meant: str) -> None:
    published = one(rss(f"<title>Bridge closes</title>{written}")).published
    assert published is not None
    assert published.isoformat().startswith(meant)


@pytest.mark.parametrize("written", ["4 March", "2025", "soon", "2025년", "31 February 2025"])
def test_a_date_that_is_none_is_not_filled_up_from_the_clock(written: str) -> None:
    assert one(rss(f"<title>Bridge closes</title><pubDate>{written}</pubDate>")).published is None


def test_an_atom_entry_takes_over_what_its_feed_says() -> None:
    article = one(
        atom(
            "<title type='html'>Bridge &lt;b&gt;closes&lt;/b&gt;</title><link href='bridge'/>"
            "<published>2025-03-04T09:30:00Z</published><updated>2025-03-05T10:00:00Z</updated>"
            f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{TEXT}</div></content>",
            head="<title>Coast Courier</title><author><name>Kim Doe</name></author>"
            "<link href='https://coast.example/'/>",
        )
    )
    assert article.headline == "Bridge closes"
    assert article.byline == ("Kim Doe",)
    assert article.url == "https://coast.example/bridge"
    assert article.updated == dt.datetime(2025, 3, 5, 10, tzinfo=dt.UTC)
    assert len(article.blocks) == 2


def test_plain_text_of_an_atom_entry_keeps_its_paragraphs() -> None:
    article = one(atom("<title>Bridge</title><content type='text'>It closes.\n\nA ferry sails.</content>"))
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "It closes."),
        (BlockKind.PARAGRAPH, "A ferry sails."),
    ]


def test_old_rdf_feeds_and_feeds_of_feeds_are_read() -> None:
    rdf = (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Coast</title></channel>'
        "<item><title>Bridge closes</title><link>https://coast.example/b</link></item></rdf:RDF>"
    )
    assert xml_feed.claims(rdf.encode(), "")
    assert one(rdf).url == "https://coast.example/b"
    source = '<title>Bridge</title><source url="https://harbour.example/rss">Harbour News</source>'
    assert one(rss(source)).outlet == "Harbour News"


def test_a_feed_that_is_not_well_formed_is_read() -> None:
    broken = rss("<title>Bridge & ferry</title><description>Fish & chips <br> for all</description>").replace(
        "</channel></rss>", ""
    )
    assert one(broken).headline == "Bridge & ferry"


def test_a_reference_to_no_character_costs_that_character_only() -> None:
    assert one(rss("<title>Bridge &#xD800;closes&#99999999999;</title>")).headline == "Bridge �closes�"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://[",
        "ftp://x/y",
        "https://coast.example@evil.example/",
    ],
)
def test_what_is_no_address_of_the_web_is_left_out_with_a_remark(link: str) -> None:
    article = one(rss(f"<title>Bridge closes</title><link>{link}</link>"))
    assert article.url is None
    assert any("left out" in remark for remark in article.remarks)


def test_a_relative_link_means_something_where_the_feed_was_fetched_from() -> None:
    item = rss("<title>Bridge</title><link>/b</link>", channel="<title>Coast</title><link>/</link>")
    assert one(item, url="https://coast.example/feed").url == "https://coast.example/b"
    assert one(item).url is None
    assert "is relative" in one(item).remarks[0]


def test_nothing_that_a_feed_names_is_run_or_asked_for() -> None:
    article = one(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
        + rss(
            "<title>Bridge &file; closes</title>"
            "<content:encoded><![CDATA[<p>It closes.</p><script>alert(1)</script><style>p{}</style>]]></content:encoded>"
        ).removeprefix('<?xml version="1.0"?>')
    )
    assert "root:" not in article.headline
    assert [block.text for block in article.blocks] == ["It closes."]


def test_entities_that_name_each_other_are_not_expanded() -> None:
    names = "abcdefghij"
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    text = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{bomb}]>' + rss(
        "<title>Bridge &j; closes</title>"
    ).removeprefix('<?xml version="1.0"?>')
    assert len(one(text).headline) < 100


def test_a_title_is_one_line_without_marks_that_move_it() -> None:
    assert one(rss("<title>Bridge\n---\nevil: \u202e1\u2028x</title>")).headline == "Bridge --- evil: 1 x"


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (rss(*["<title>a</title>"] * 2_001), r"2,001 entries, more than the 2,000 .*ingest\.limits\.entries"),
        (rss("<a>" * 300 + "</a>" * 300), "nests more than 200 elements"),
        (rss("<a/>" * (bounds.MOST_ELEMENTS + 1)), "more than 150,000 elements"),
        (rss(f"<author>{'a.' * 30_000}</author>"), "names an author in a word of more than 300 letters"),
        (rss(), "the feed holds no entries"),
    ],
)
def test_a_feed_beyond_the_limits_is_refused_with_its_own_reason(hostile: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(hostile)


def test_a_text_nested_too_deeply_costs_its_entry_only() -> None:
    deep = f"<title>Deep</title><content:encoded><![CDATA[{'<div>' * 300}x]]></content:encoded>"
    first, second = read(rss(deep, "<title>Bridge closes</title>"))
    assert isinstance(first, Refused)
    assert first.part == "Deep"
    assert isinstance(second, Article)


def test_html_put_into_a_feed_unescaped_is_no_deep_nesting() -> None:
    assert one(rss(f"<title>Bridge</title><description>{'one<br>two<p>' * 300}</description>")).headline == "Bridge"


@pytest.mark.parametrize(
    "text",
    [
        rss("<title>a</title>"),
        "\ufeff\n<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><!-- feed -->\n<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss/>",
        atom("<title>a</title>"),
        "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>",
    ],
)
def test_a_feed_is_known_by_its_first_element_and_by_one_reader_only(text: str) -> None:
    claiming = [one.name for one in readers.claiming(text.encode(), "page.html")]
    assert claiming == [xml_feed.NAME]
    assert xml_feed.claims(text.encode("utf-16"), "")


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>',
        '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
        "The <rss> element is the first of a feed.",
        "<p>&lt;rss&gt;</p><rss></rss>",
    ],
)
def test_a_page_a_list_of_feeds_and_a_text_about_feeds_are_none(text: str) -> None:
    assert not xml_feed.claims(text.encode(), "x.xml" if text.startswith("<") else "x.txt")
