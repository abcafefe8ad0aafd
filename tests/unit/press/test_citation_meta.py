"""What reference managers read from the head of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FILES = {
    "1962/06/08-geneva": "title: 'Talks \"end\" <b>'\noutlet: wire\nbyline: [Ann Lee, Bo Chen]\nlanguage: de\n---\nLede.\n",
    "1962/06/09-bare": "---\nLede.\n",
}
SITE = "https://example.org/archive/"


def test_a_briefing_is_named_as_dublin_core_and_google_scholar_name_it(press: Callable[..., Any]) -> None:
    assert press(FILES, site_url=SITE).meta("1962/06/08-geneva.md")["citation"] == [
        ["DC.title", 'Talks "end" <b>'],
        ["DC.creator", "Ann Lee"],
        ["DC.creator", "Bo Chen"],
        ["DC.date", "1962-06-08"],
        ["DC.publisher", "Wire & Co"],
        ["DC.language", "de"],
        ["DC.type", "NewsItem"],
        ["DC.identifier", f"{SITE}1962/06/08-geneva/"],
        ["citation_title", 'Talks "end" <b>'],
        ["citation_author", "Ann Lee"],
        ["citation_author", "Bo Chen"],
        ["citation_publication_date", "1962/06/08"],
        ["citation_journal_title", "Wire & Co"],
        ["citation_language", "de"],
        ["citation_public_url", f"{SITE}1962/06/08-geneva/"],
    ]


def test_without_an_address_a_briefing_is_identified_as_in_the_feeds(press: Callable[..., Any]) -> None:
    named = press(FILES).meta("1962/06/09-bare.md")["citation"]
    assert [name for name, _ in named] == [
        "DC.title",
        "DC.date",
        "DC.language",
        "DC.type",
        "DC.identifier",
        "citation_title",
        "citation_publication_date",
        "citation_language",
    ]
    identifier = dict(named)["DC.identifier"]
    assert identifier.startswith("urn:uuid:")
    assert identifier != dict(press(FILES).meta("1962/06/08-geneva.md")["citation"])["DC.identifier"]
