"""A digest: what it tells, and that no copy breaks out of its form."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from lxml.html import document_fromstring
from markdown import markdown as rendered

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.archive import Archive
from builder.model.settings import Settings
from builder.press.digests import digest
from builder.press.digests.digest import Digest
from builder.press.digests.forms import html, mail, markdown, text
from builder.press.edition import Edition

ODD = "<b>Bold</b> & *stars* [x](javascript:1)"
FILES = {
    "1962/06/08-geneva": "title: Dryden signs in Geneva\noutlet: desk\n"
    "attribution: [{name: NASA, kind: official}]\n---\nDryden signed in Geneva.\n",
    "1971/01/21-later": f"title: '{ODD}'\n---\nLede {ODD} of a sentence that goes on and on, over the end of any line of "
    "plain text that a mail has.\n\n## Background\n\n- **1950** — One.\n- **1951** — Two.\n"
    "- **1962-06-08** — Dryden signed in Geneva.\n- **1963-05** — A walrus sang.\n- Undated.\n",
    "1971/01/22-draft": "title: Secret\nstatus: draft\n---\nSecret.\n",
}


@pytest.fixture
def told(load: Callable[..., Archive]) -> Callable[..., Digest]:
    archive = load(FILES)
    ties = resolve(archive.published(), Tagger(archive.taxonomy))

    def of(since: dt.date, until: dt.date, **settings: Any) -> Digest:
        edition = Edition.of(archive, ties, Settings(site_name="Orbit & Accord", **settings))
        return digest.of_days(edition, since, until)

    return of


ALL = dt.date(1900, 1, 1), dt.date(1999, 1, 1)


def test_it_tells_the_days_asked_for_with_sources_and_the_latest_of_what_came_before(
    told: Callable[..., Digest],
) -> None:
    whole = told(*ALL, site_url="https://example.org/a/")
    assert [day.date for day in whole.days] == ["Friday, 8 June 1962", "Thursday, 21 January 1971"]
    (geneva,), (later,) = (day.entries for day in whole.days)
    assert (geneva.source, geneva.standing) == (
        "The Desk relying on NASA (official)",
        "On record: one official statement.",
    )
    assert geneva.url == "https://example.org/a/1962/06/08-geneva/"
    assert [(one.date, one.url) for one in later.before] == [
        ("1951", None),
        ("8 Jun 1962", "https://example.org/a/1962/06/08-geneva/"),
        ("May 1963", None),
    ]
    assert [day.date for day in told(dt.date(1962, 6, 8), dt.date(1962, 6, 8)).days] == ["Friday, 8 June 1962"]
    assert told(dt.date(1962, 6, 9), dt.date(1962, 6, 9)).days == ()


def test_as_html_nothing_is_loaded_nothing_runs_and_copy_is_text(told: Callable[..., Digest]) -> None:
    page = html(told(*ALL, site_url="https://example.org/a/"))
    root = document_fromstring(page)
    assert {element.tag for element in root.iter()} <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "table",
        "tbody",
        "tr",
        "td",
        "p",
        "h1",
        "h2",
        "h3",
        "a",
        "ul",
        "li",
        "b",
    }
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "src"]
    assert {link.get("href") for link in root.iter("a")} == {
        "https://example.org/a/",
        "https://example.org/a/1962/06/08-geneva/",
        "https://example.org/a/1971/01/21-later/",
    }
    assert ODD in root.text_content()
    assert "Secret" not in page
    HTMLParser().feed(page)


def test_as_markdown_copy_is_text_and_links_are_links(told: Callable[..., Digest]) -> None:
    page = document_fromstring(rendered(markdown(told(*ALL, site_url="https://example.org/a/"))))
    assert ODD in page.text_content()
    assert not list(page.iter("b"))
    assert all(str(link.get("href")).startswith("https://example.org/") for link in page.iter("a"))
    assert len(list(page.iter("li"))) == 3


@pytest.mark.parametrize("lede", ["1986. A great year.", "- No.", "# 1 it is.", "+ one", "## Two", "3) so"])
def test_as_markdown_a_paragraph_stays_one_whatever_it_begins_with(load: Callable[..., Archive], lede: str) -> None:
    archive = load({"1962/06/08-it": "---\nLede.\n"})
    edition = Edition.of(archive, resolve(archive.published(), Tagger(archive.taxonomy)), Settings())
    whole = digest.of_days(edition, *ALL)
    (day,) = whole.days
    told = replace(whole, days=(replace(day, entries=(replace(day.entries[0], lede=lede),)),))
    page = document_fromstring(rendered(markdown(told)))
    assert lede in [paragraph.text for paragraph in page.iter("p")]


def test_as_text_no_line_is_longer_than_mail_has_it_but_an_address(told: Callable[..., Digest]) -> None:
    lines = text(told(*ALL, site_url="https://example.org/a/")).split("\n")
    assert max(len(line) for line in lines if "://" not in line) <= 72
    assert "- 8 Jun 1962: Dryden signed in Geneva." in lines
    assert "https://example.org/a/1971/01/21-later/" in lines
    assert not [line for line in text(told(*ALL)).split("\n") if "://" in line]


def test_as_mail_it_is_both_texts_in_one_message_that_waits_to_be_sent(told: Callable[..., Digest]) -> None:
    digest = told(*ALL, site_url="https://example.org/a/")
    made = mail(digest)
    assert made.isascii()
    assert all(line.endswith("\r") for line in made.split("\n")[:-1])
    assert max(map(len, made.splitlines())) < 998
    message = email.message_from_string(made, policy=email.policy.default)
    assert message.get_content_type() == "multipart/alternative"
    assert message["Subject"] == "1 January 1900 – 1 January 1999 · Orbit & Accord"
    assert not {"From", "To", "Date"} & set(message.keys())
    assert message["X-Unsent"] == "1"
    plain, page = message.iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert plain.get_content().splitlines() == text(digest).splitlines()
    assert page.get_content().splitlines() == html(digest).splitlines()
    assert not [part.defects for part in message.walk() if part.defects]
    assert mail(digest) == made, "the same digest is the same bytes"


def test_a_title_cannot_write_headers(load: Callable[..., Archive]) -> None:
    archive = load(FILES)
    settings = Settings(site_name="A\r\nBcc: all@example.org")
    edition = Edition.of(archive, resolve(archive.published(), Tagger(archive.taxonomy)), settings)
    message = email.message_from_string(mail(digest.of_days(edition, *ALL)), policy=email.policy.default)
    assert message["Bcc"] is None
    assert message["Subject"].endswith("A Bcc: all@example.org")
