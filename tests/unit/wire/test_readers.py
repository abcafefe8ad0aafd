from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.limits import Limits
from builder.wire import html, readers, text
from builder.wire.reader import Given
from builder.wire.readers import Copy

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
        (b"%PDF-1.7\n3 0 obj<</Type/Page>>", "it is a PDF, not text; open it, select the text"),
        (b"PK\x03\x04\x14\x00\x00\x00", "it is a zip or an office file, not text"),
        (b"{\\rtf1 Hello}", "it is rich text (RTF), not text"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput) as fault:
        read(data)
    assert str(fault.value).startswith(reason)
