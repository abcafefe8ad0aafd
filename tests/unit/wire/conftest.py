"""Archives and documents made here, byte by byte, from texts of our own."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PARAGRAPHS = (
    "The bridge in the harbour will be closed from Sunday until the end of February, the roads office said on Tuesday.",
    "Drivers are asked to take the tunnel, which will be free of charge during the works, and to allow for delays.",
    "“We know what this means for the people of the town,” said Anna Beck, who leads the office. “The cables are worn.”",
    "The works will cost about 40 million crowns, and the ministry of transport will pay for three quarters of them.",
)


@pytest.fixture
def paragraphs() -> Sequence[str]:
    return PARAGRAPHS


@pytest.fixture
def page() -> bytes:
    """Return a page as an outlet publishes it."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = '<meta charset="utf-8"><title>Harbour bridge closes | The Reader</title>'
    head += '<meta property="article:published_time" content="2025-03-04T08:00:00+01:00">'
    body = f"<article><h1>Harbour bridge closes</h1>{text}</article>"
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


Record = tuple[str, bytes, Mapping[str, str]]
MakeWarc = Callable[..., bytes]


@pytest.fixture
def make_warc() -> MakeWarc:
    """Return a function that writes responses, each an address, a body as sent and headers, as a WARC."""

    def make(*records: Record, status: str = "200 OK", gzip: bool = True) -> bytes:
        file = BytesIO()
        writer = WARCWriter(file, gzip=gzip)
        writer.write_record(writer.create_warcinfo_record("made.warc.gz", {"software": "our own"}))
        for url, body, headers in records:
            http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
            made = writer.create_warc_record(
                url,
                "response",
                payload=BytesIO(body),
                http_headers=http,
                warc_headers_dict={"WARC-Date": "2025-03-05T10:00:00Z"},
            )
            writer.write_record(made)
        return file.getvalue()

    return make


Run = tuple[float, float, float, str]
"""Points from the left, points from the foot, size of the letters, text."""
MakePdf = Callable[..., bytes]


@pytest.fixture
def make_pdf() -> MakePdf:
    """Return a function that writes pages, each a sequence of runs, as a PDF in Helvetica."""

    def make(
        *pages: Sequence[Run], info: Mapping[str, str] | None = None, extra: str = "", kids: Sequence[int] | None = None
    ) -> bytes:
        objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
        numbers = [10 + 2 * i for i in range(len(pages))]
        refs = " ".join(f"{number} 0 R" for number in (kids or numbers))
        objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{refs}]>>".encode()
        objects[3] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        said = "".join(f"/{key}({value})" for key, value in (info or {}).items())
        objects[4] = f"<<{said}>>".encode()
        for number, runs in zip(numbers, pages, strict=True):
            drawn = "".join(
                f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in runs
            )
            stream = zlib.compress(drawn.encode("cp1252"))
            resources = "/Resources<</Font<</F1 3 0 R>>>>"
            objects[number] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources}/Contents {number + 1} 0 R{extra}>>".encode()
            )
            objects[number + 1] = _stream(stream, "/Filter/FlateDecode")
        return write_pdf(objects)

    return make


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _stream(data: bytes, keys: str = "") -> bytes:
    return f"<</Length {len(data)}{keys}>>stream\n".encode() + data + b"\nendstream"


def write_pdf(objects: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return numbered objects as a file with its table of places."""
    out = b"%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
    size = max(objects) + 1
    end = f"xref\n0 1\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 4 0 R{trailer}>>\n"
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()


@pytest.fixture
def pdf_objects() -> Callable[..., bytes]:
    return write_pdf


def set_lines(text: str, *, top: float, size: float = 11, width: int = 80, x: float = 72) -> tuple[list[Run], float]:
    """Return a paragraph broken into lines as a typesetter does, and where the next paragraph may begin."""
    runs: list[Run] = []
    line = ""
    for word in [*text.split(), ""]:
        if word and len(line) + len(word) < width:
            line = f"{line} {word}".strip()
            continue
        runs.append((x, top, size, line))
        top -= 1.25 * size
        line = word
    return runs, top - size


@pytest.fixture
def typeset() -> Callable[..., tuple[list[Run], float]]:
    return set_lines
