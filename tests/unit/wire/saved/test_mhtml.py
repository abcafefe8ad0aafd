"""Pages that a browser saved as MHTML, told from mails."""

from __future__ import annotations

import base64
import datetime as dt
import quopri

import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.reader import Given
from builder.wire.saved import mhtml

URL = "https://reader.example/2025/bridge"
CHROME = f'From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: Bridge\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--x--"\n\n'
WORD = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--x--"\n\nThis document is a web page in one file.\n'
)


def read(data: bytes) -> Article:
    return mhtml.read(Given(data=data, name="bridge.mhtml", pasted=dt.date(2025, 3, 5)))


def parts(*texts: tuple[str, bytes]) -> bytes:
    made = b"".join(b"\n----x--\n" + head.encode() + b"\n\n" + body for head, body in texts)
    return made + b"\n----x----\n"


def whole(head: str, page: bytes) -> bytes:
    picture = ("Content-Type: image/png\nContent-Transfer-Encoding: base64", base64.b64encode(b"\x89PNG"))
    html = (
        f"Content-Type: text/html; charset=utf-8\nContent-ID: <frame@x>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: {URL}",
        quopri.encodestring(page),
    )
    return head.encode() + parts(picture, html)


@pytest.mark.parametrize("head", [CHROME, WORD, CHROME.replace("\n", "\r\n")])
def test_the_article_of_the_saved_page_is_read_with_its_address(head: str, page: bytes) -> None:
    data = whole(head, page)
    assert mhtml.claims(data, "bridge.txt")
    article = read(data)
    assert article.headline == "Harbour bridge closes"
    assert article.url == URL
    assert len(article.blocks) == 4


def test_the_page_that_start_names_is_the_root() -> None:
    text = "A second sentence follows the first one here, so that this is an article and no menu at all. " * 3
    frames = [
        (f"Content-Type: text/html\nContent-ID: <{name}>", f"<h1>The {name} page</h1><p>{text}</p>".encode())
        for name in ("frame", "main")
    ]
    data = CHROME.replace('type="text/html";', 'type="text/html"; start="<main>";').encode() + parts(*frames)
    assert read(data).headline == "The main page"


def test_a_charset_that_only_the_part_names_counts() -> None:
    text = "Мост в гавани будет закрыт с воскресенья до конца февраля, сообщила дорожная служба во вторник. " * 3
    html = f"<html><body><h1>Мост закрывается</h1><p>{text}</p></body></html>".encode("cp1251")
    part = "Content-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64"
    assert read(CHROME.encode() + parts((part, base64.encodebytes(html)))).headline == "Мост закрывается"


def test_a_mail_with_pictures_is_no_saved_page(page: bytes) -> None:
    mail = "From: Kim Doe <kim@reader.example>\nTo: desk@reader.example\nMessage-ID: <1@reader.example>\n" + WORD
    assert not mhtml.claims(whole(mail, page), "letter.mht")
    assert not mhtml.claims(whole("From: Kim Doe <kim@reader.example>\n" + WORD, page), "letter.mht")


@pytest.mark.parametrize("text", [b"", b"From: here\n", b"Snapshot-Content-Location: x", b"Dear reader,\n\nFrom: x\n"])
def test_what_only_looks_alike_is_not_claimed(text: bytes) -> None:
    assert not mhtml.claims(text, "x.mht")


def test_without_a_page_inside_it_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="there is no page in it; save the page again"):
        read(CHROME.encode() + parts(("Content-Type: image/png", b"x")))


@pytest.mark.parametrize("levels", [50, 1_500])
def test_parts_nested_beyond_what_browsers_write_are_refused(levels: int) -> None:
    nested = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(levels)
    )
    with pytest.raises(UnreadableInput, match="its parts are nested too deeply or broken; save the page again"):
        read(b"Snapshot-Content-Location: https://reader.example\nMIME-Version: 1.0\n" + nested)
