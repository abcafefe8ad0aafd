from __future__ import annotations

from lxml.html import document_fromstring

from builder.wire.page import metadata


def topics(body: str, head: str = "") -> tuple[str, ...]:
    markup = f"<html><head><title>Harbour plan agreed</title>{head}</head><body><h1>Harbour plan agreed</h1>{body}</body></html>"
    return metadata.read(document_fromstring(markup)).topics


LIST = "<ul class='article-tags'><li><a href='/a'>Harbour</a></li><li><a href='/b'>Cranes</a></li></ul>"


def test_topics_printed_as_a_list_of_links_are_taken() -> None:
    assert topics(LIST) == ("Harbour", "Cranes")
    assert topics(LIST.replace("article-tags", "x").replace("/a", "/topic/a").replace("/b", "/topic/b")) == (
        "Harbour",
        "Cranes",
    )


def test_topics_of_the_menu_or_in_a_sentence_are_not_the_articles() -> None:
    assert topics(f"<nav>{LIST}</nav><p>The <a href='/topic/quay'>quay</a> is old.</p>") == ()


def test_one_list_is_taken_and_not_those_of_other_stories() -> None:
    other = "<div class='tags'><a href='/topic/x'>Weather</a> <a href='/topic/y'>Football</a></div>"
    assert topics(LIST + other) == ("Harbour", "Cranes")


def test_what_machines_are_told_counts_before_links_and_the_sites_own_address_is_no_topic() -> None:
    assert topics(LIST, '<meta name="news_keywords" content="quay, quay-courier.org, stone">') == ("quay", "stone")
    about = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour plan agreed", "about": [{"@type": "Thing", "name": "Quay"}]}</script>'
    assert topics(LIST, about) == ("Quay",)


def test_a_field_that_a_system_names_for_topics_counts() -> None:
    for name in ("classification-tags", "custom-keywords", "paper:tag"):
        assert topics("", f'<meta name="{name}" content="Harbour, Cranes">') == ("Harbour", "Cranes")


def test_a_single_topic_that_the_page_prints_among_others_is_but_its_section() -> None:
    assert topics(LIST, '<meta property="article:tag" content="Harbour">') == ("Harbour", "Cranes")
    assert topics(LIST, '<meta property="article:tag" content="Trade">') == ("Trade",)


def test_keywords_cut_from_the_address_are_none() -> None:
    link = '<link rel="canonical" href="https://courier.example/harbour-plan-agreed-council.html">'
    cut = '<meta name="news_keywords" content="harbour, plan, agreed, council">'
    assert topics(LIST, link + cut) == ("Harbour", "Cranes")
    assert topics(LIST, cut) == ("harbour", "plan", "agreed", "council")
