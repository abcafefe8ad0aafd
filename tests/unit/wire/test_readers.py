from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import UnreadableInput
from builder.wire import html, readers, text

PASTED = dt.date(2025, 3, 4)
STORY = "The bridge in the harbour will be closed from Sunday until the end of February, the roads office says. " * 2


def test_a_page_is_known_by_its_content_whatever_it_is_called() -> None:
    head = "<!doctype html><html><head><title>Bridge closes</title></head>"
    page = f"{head}<body><article><h1>Bridge closes</h1><p>{STORY}</p></article>"
    read = readers.read(page.encode(), name="bridge.txt", pasted=PASTED)
    assert read.reader == html.NAME
    assert read.article.headline == "Bridge closes"
    assert read.text == f"Bridge closes\n\n{STORY.strip()}\n"


def test_what_no_reader_claims_and_is_text_is_pasted_text() -> None:
    pasted = f"Bridge closes\n\n{STORY}\n"
    read = readers.read(pasted.encode(), name="bridge.bin", pasted=PASTED)
    assert read.reader == text.NAME
    assert read.text == pasted


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
        readers.read(data, name="x", pasted=PASTED)
    assert str(fault.value).startswith(reason)
