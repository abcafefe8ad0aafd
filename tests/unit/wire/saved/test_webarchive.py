"""Safari's web archives, binary and in XML; hostile property lists cost one line."""

from __future__ import annotations

import datetime as dt
import plistlib
from typing import Any

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.reader import Given
from builder.wire.saved import webarchive

URL = "https://reader.example/2025/bridge"


def archive(page: bytes, fmt: Any = plistlib.FMT_BINARY, **other: object) -> bytes:
    main = {
        "WebResourceData": page,
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        **other,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=fmt)


def read(data: bytes) -> Article:
    return webarchive.read(Given(data=data, name="bridge.webarchive", pasted=dt.date(2025, 3, 5)))


@pytest.mark.parametrize("fmt", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_article_of_the_main_page_is_read_with_its_address(page: bytes, fmt: Any) -> None:
    data = archive(page, fmt)
    assert webarchive.claims(data, "bridge.txt")
    article = read(data)
    assert (article.headline, article.url, len(article.blocks)) == ("Harbour bridge closes", URL, 4)


def test_the_encoding_that_only_the_archive_names_counts() -> None:
    text = "Мост в гавани будет закрыт с воскресенья до конца февраля, сообщила дорожная служба во вторник. " * 3
    html = f"<html><body><h1>Мост закрывается</h1><p>{text}</p></body></html>".encode("cp1251")
    assert read(archive(html, WebResourceTextEncodingName="windows-1251")).headline == "Мост закрывается"


def test_another_property_list_is_not_claimed() -> None:
    for fmt in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        assert not webarchive.claims(plistlib.dumps({"Name": "x"}, fmt=fmt), "x.webarchive")


def test_a_picture_that_was_saved_alone_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="it holds no page but image/png; save the page again"):
        read(archive(b"\x89PNG", WebResourceMIMEType="image/png"))


def deep(levels: int) -> bytes:
    return b"<plist><dict><key>WebMainResource</key>" + b"<array>" * levels + b"</array>" * levels + b"</dict></plist>"


HOSTILE = {
    "cut off": archive(b"<p>x")[:-20],
    "XML cut off": archive(b"<p>x", plistlib.FMT_XML)[:-20],
    "entities": b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaa">]><plist><dict><key>WebMainResource</key><string>&a;</string></dict></plist>',
    "a list of itself": b"bplist00\xa1\x00WebMainResource\x08\x00\x00\x00\x00\x00\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\x01"
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x19",
    "a size that lies": b"bplist00\x4f\x13\x7f\xff\xff\xff\xff\xff\xff\xffWebMainResource" + b"\x00" * 40,
    "deep": deep(100_000),
    "no mapping": plistlib.dumps(["WebMainResource"], fmt=plistlib.FMT_BINARY),
    "no page": plistlib.dumps({"WebMainResource": 7}, fmt=plistlib.FMT_BINARY),
    "a key that is a list": b"<plist><dict><key>WebMainResource</key><dict><array/><string/></dict></dict></plist>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_property_list_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(UnreadableInput, match=r"its property list is broken|it holds no page") as fault:
        read(HOSTILE[name])
    assert "\n" not in str(fault.value)


def test_random_damage_never_raises_anything_else(page: bytes) -> None:
    data = archive(page)
    for place in range(0, len(data), 5):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        try:
            read(bytes(damaged))
        except UnreadableInput:
            continue
