from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import plistlib
import zipfile
from io import BytesIO

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.briefing import Briefing
from builder.model.limits import Limits
from builder.wire import readers
from builder.wire.feeds import json_feed, xml_feed
from builder.wire.given import json_article, markdown
from builder.wire.mails import mail, mbox
from builder.wire.page import html
from builder.wire.pasted import text
from builder.wire.pdf import pdf
from builder.wire.reader import Given, Reader
from builder.wire.readers import Copy
from builder.wire.saved import mhtml, wacz, warc, webarchive

PASTED = dt.date(2025, 3, 4)
STORY = "The bridge in the harbour will be closed from Sunday until the end of February, the roads office says. " * 2


def read(data: bytes, name: str = "x", limits: Limits | None = None) -> Copy:
    (copy,) = readers.read(Given(data=data, name=name, pasted=PASTED, limits=limits or Limits()))
    assert isinstance(copy, Copy)
    return copy


def test_a_page_is_known_by_its_content_whatever_it_is_called() -> None:
    head = "<!doctype html><html><head><title>Bridge closes</title></head>"
    page = f"{head}<body><article><h1>Bridge closes</h1><p>{STORY}</p></article>"
    copy = read(page.encode(), "bridge.txt")
    assert copy.reader == html.NAME
    assert isinstance(copy.content, Article)
    assert copy.content.headline == "Bridge closes"
    assert copy.text == f"Bridge closes\n\n{STORY.strip()}\n"


def test_what_no_reader_claims_and_is_text_is_pasted_text() -> None:
    pasted = f"Bridge closes\n\n{STORY}\n"
    copy = read(pasted.encode(), "bridge.bin")
    assert copy.reader == text.NAME
    assert copy.text == pasted
    assert copy.sha256 == hashlib.sha256(pasted.encode()).hexdigest()


def test_what_is_larger_than_the_limit_is_refused_with_the_setting_that_raises_it() -> None:
    with pytest.raises(UnreadableInput, match=r"more than the 1,000 .*ingest\.limits\.article"):
        read(STORY.encode() * 10, limits=Limits(article=1_000))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty; paste"),
        (b" \n\t\n", "it is empty; paste"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "the bytes are no text; open it in its own program"),
        (b"%PDF-1.7\n3 0 obj<</Type/Page>>", "its structure is broken, or it is cut off; export it again"),
        (b"PK\x03\x04\x14\x00\x00\x00", "it is a zip or an office file, not text"),
        (b"{\\rtf1 Hello}", "it is rich text (RTF), not text"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput) as fault:
        read(data)
    assert str(fault.value).startswith(reason)


def zipped(name: str, content: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


PAGE = f"<!doctype html><title>Bridge closes</title><h1>Bridge closes</h1><p>{STORY}"
RESPONSE = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://reader.example/\r\nContent-Length: %d\r\n\r\n"
    % len(RESPONSE)
    + RESPONSE
    + b"\r\n\r\n"
)
ARC = b"filedesc://made.arc 0.0.0.0 20050101000000 text/plain 3\n1 0\n\n"
PLIST = {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceMIMEType": "text/html"}}
MHTML = f'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n\n{PAGE}\n--b--\n'
EXAMPLES: dict[str, tuple[bytes, str]] = {
    "page": (PAGE.encode(), html.NAME),
    "page in XML": (
        f'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}'.encode(),
        html.NAME,
    ),
    "page as Chrome saves it": (f"From: <Saved by Blink>\nSnapshot-Content-Location: x\n{MHTML}".encode(), mhtml.NAME),
    "page as Word saves it": (MHTML.encode(), mhtml.NAME),
    "page as Safari saves it": (plistlib.dumps(PLIST, fmt=plistlib.FMT_BINARY), webarchive.NAME),
    "the same in XML": (plistlib.dumps(PLIST), webarchive.NAME),
    "RSS": (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', xml_feed.NAME),
    "Atom": (b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bridge</title></feed>', xml_feed.NAME),
    "JSON Feed": (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', json_feed.NAME),
    "mail": (f"Message-ID: <1@x>\nFrom: a@b.example\nSubject: B\n\n{STORY}".encode(), mail.NAME),
    "mailbox": (
        f"From a@b Tue Mar  4 09:30:00 2025\nFrom: a@b.example\nMIME-Version: 1.0\n\n{STORY}".encode(),
        mbox.NAME,
    ),
    "PDF": (b"%PDF-1.7\n3 0 obj<</Type/Page>>", pdf.NAME),
    "article in JSON": (b'{"@context": "https://schema.org", "@type": "NewsArticle"}', json_article.NAME),
    "articles in JSON": (b'[{"@type": "NewsArticle"}]', json_article.NAME),
    "ninjs": (b'{"uri": "urn:x", "headline": "Bridge closes", "body_text": "x"}', json_article.NAME),
    "briefing": (f"---\ntitle: Bridge closes\ndate: 2025-03-04\n---\n{STORY}\n".encode(), markdown.NAME),
    "WARC": (WARC, warc.NAME),
    "WARC, gzipped": (gzip.compress(WARC), warc.NAME),
    "ARC": (ARC, warc.NAME),
    "ARC, gzipped": (gzip.compress(ARC), warc.NAME),
    "WACZ": (zipped("archive/data.warc", WARC), wacz.NAME),
    "pasted text": (f"Bridge closes\n\n{STORY}".encode(), text.NAME),
    "pasted text with a bracket": (f"[Updated] Bridge closes\n\n{STORY}".encode(), text.NAME),
    "pasted text with colons": (f"Update: Bridge closes\nBy: Kim Doe\n\n{STORY}".encode(), text.NAME),
    "Markdown of others": (f"# Bridge closes\n\n{STORY}".encode(), text.NAME),
    "a quoted archive": (f"How to read WARC/1.0 files\n\n{STORY}".encode(), text.NAME),
}
"""One of each format, and texts that only look alike: each is claimed by the reader named, and by no other."""
NAMES = (
    "x",
    "x.txt",
    "x.html",
    "x.mht",
    "x.pdf",
    "x.json",
    "x.md",
    "x.eml",
    "x.xml",
    "x.warc.gz",
    "x.wacz",
    "x.webarchive",
)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_format_is_claimed_by_its_own_reader_alone_whatever_it_is_called(example: str) -> None:
    data, expected = EXAMPLES[example]
    for name in NAMES if expected != text.NAME else ("standard input",):
        claims = [one.name for one in readers.claiming(data, name)]
        assert claims == ([expected] if expected != text.NAME else []), name


def test_a_name_counts_where_the_content_tells_nothing() -> None:
    assert [one.name for one in readers.claiming(STORY.encode(), "x.html")] == [html.NAME]
    assert [one.name for one in readers.claiming(b"[1", "x.json")] == [json_article.NAME]


def test_two_claims_are_a_fault_that_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = Reader("page/9", html.claims, lambda _: ())
    monkeypatch.setattr(readers, "READERS", (*readers.READERS, twice))
    with pytest.raises(UnreadableInput, match="html/1 and page/9 both claim it; save it in one format only"):
        read(PAGE.encode())


def test_an_archive_within_an_archive_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="it is a warc/1 within another archive; take it out"):
        read(WARC)
    assert readers.container_of(WARC, "x") in readers.CONTAINERS
    assert readers.container_of(PAGE.encode(), "x") is None


def test_every_reader_and_container_has_an_example() -> None:
    named = {expected for _, expected in EXAMPLES.values()}
    assert {one.name for one in (*readers.READERS, *readers.CONTAINERS)} <= named


def test_damaged_bytes_make_no_claim_raise() -> None:
    for data, _ in EXAMPLES.values():
        for cut in range(min(len(data), 80)):
            for name in ("x", "x.json", "x.wacz", "x.warc"):
                for one in (*readers.READERS, *readers.CONTAINERS):
                    one.claims(data[:cut], name)
                    one.claims(b"\x00" + data[cut:], name)


def test_a_saved_page_has_the_address_that_its_archive_names() -> None:
    copy = read(EXAMPLES["page as Chrome saves it"][0].replace(b"Location: x", b"Location: https://reader.example/b"))
    assert copy.content.url == "https://reader.example/b"
    assert copy.reader == mhtml.NAME


def test_a_briefing_stays_one() -> None:
    copy = read(EXAMPLES["briefing"][0], "04-bridge-shut.md")
    assert isinstance(copy.content, Briefing)
    assert copy.content.slug == "bridge-shut"
    assert copy.text == EXAMPLES["briefing"][0].decode()
