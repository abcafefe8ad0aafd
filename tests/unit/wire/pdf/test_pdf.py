"""PDF: the text of a press release as an editor would paste it, and one line for what cannot be read."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pypdf
import pytest

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.model.limits import Limits
from builder.wire.pdf import lines as pdf_lines
from builder.wire.pdf import pdf
from builder.wire.reader import Given

MakePdf = Callable[..., bytes]
Typeset = Callable[..., tuple[list[Any], float]]
TITLE = "Harbour bridge closes for repairs"


def read(data: bytes, limits: Limits | None = None) -> Article:
    return pdf.read(Given(data=data, name="release.pdf", pasted=dt.date(2025, 3, 5), limits=limits or Limits()))


def released(
    paragraphs: Sequence[str], typeset: Typeset, *, date: str = "4 March 2025", title: str = TITLE
) -> list[Any]:
    """Return a page: a line above the title, the title in large letters, the text in lines of 80 characters."""
    runs, top = typeset("PRESS RELEASE", top=780)
    for text, size in ((title, 22), (date, 11), *((paragraph, 11) for paragraph in paragraphs)):
        made, top = typeset(text, top=top, size=size)
        runs += made
    return runs


def test_a_press_release_is_read_by_its_letters(make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]) -> None:
    data = make_pdf(released(paragraphs, typeset))
    assert pdf.claims(data, "release.txt")
    article = read(data)
    assert article.headline == TITLE
    assert article.published == dt.date(2025, 3, 4)
    assert [block.text for block in article.blocks] == list(paragraphs)
    assert article.language == "en"
    assert article.remarks == ()


def test_headers_footers_and_page_numbers_go(make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]) -> None:
    pages = []
    for number in range(1, 4):
        runs, _ = typeset(TITLE, top=820, size=8)
        runs += typeset(f"Page {number} of 3", top=20, size=8)[0]
        text = (
            released(paragraphs, typeset)
            if number == 1
            else typeset(f"{paragraphs[number]} Part {number}.", top=700)[0]
        )
        pages.append([*text, *runs])
    article = read(make_pdf(*pages))
    said = " ".join(block.text for block in article.blocks)
    assert article.headline == TITLE
    assert TITLE not in said
    assert "of 3" not in said
    assert f"{paragraphs[2]} Part 2." in said


def test_a_sentence_goes_on_over_the_end_of_a_page(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    first = [*released(paragraphs[:2], typeset), *typeset("The ministry of transport will pay for three", top=100)[0]]
    second = typeset("quarters of the works, and the town for the rest of them.", top=780)[0]
    last = read(make_pdf(first, second)).blocks[-1]
    assert (
        last.text
        == "The ministry of transport will pay for three quarters of the works, and the town for the rest of them."
    )


def test_words_broken_at_the_end_of_a_line_are_whole(make_pdf: MakePdf, typeset: Typeset) -> None:
    runs = released(
        ["The roads office spoke of long-term damage to the cables of the bridge, which are worn out."], typeset
    )
    lines = [
        "The harbour bridge will be closed from Sunday on for main-",
        "tenance, and a long-",
        "term plan follows in May.",
    ]
    runs += [(72, 400 - 14 * i, 11, line) for i, line in enumerate(lines)]
    assert read(make_pdf(runs)).blocks[-1].text == (
        "The harbour bridge will be closed from Sunday on for maintenance, and a long-term plan follows in May."
    )


def test_a_sentence_goes_on_in_the_next_column_also_with_a_name(make_pdf: MakePdf, typeset: Typeset) -> None:
    left = ["The bridge in the harbour will be closed", "from Sunday, as its cables are worn, said Anna"]
    right = ["Beck, who leads the roads office. The works", "will take until the end of February at least."]
    runs = released([], typeset)
    runs += [(72, 500 - 14 * i, 11, line) for i, line in enumerate(left)]
    runs += [(320, 500 - 14 * i, 11, line) for i, line in enumerate(right)]
    assert [block.text for block in read(make_pdf(runs)).blocks] == [" ".join((*left, *right))]


def test_a_hyphen_that_is_a_glyph_by_itself_goes_as_well() -> None:
    lines = [
        pdf_lines.Line(text=text, page=0, x=72, y=700 - 14 * i, size=11)
        for i, text in enumerate(("Die Seile haben das Ende ihrer Lebens \u2010", "dauer erreicht."))
    ]
    assert [found.text for found in pdf_lines.paragraphs(lines)] == [
        "Die Seile haben das Ende ihrer Lebensdauer erreicht."
    ]


def test_paragraphs_set_in_without_space_between_are_told_apart(make_pdf: MakePdf, typeset: Typeset) -> None:
    runs = released([], typeset)
    text = [
        (72, "The bridge in the harbour will be closed from Sunday until the end of the month,"),
        (72, "the roads office said on Tuesday, and the tunnel will be free of any charge now."),
        (90, "Drivers are asked to allow for delays in the mornings, and to leave their cars"),
        (72, "at home where they can, because the ferry takes no more than forty of them once."),
    ]
    runs += [(x, 600 - 14 * i, 11, line) for i, (x, line) in enumerate(text)]
    assert [len(block.text.split()) for block in read(make_pdf(runs)).blocks] == [32, 31]


def test_what_a_browser_prints_around_a_page_goes_and_gives_its_address(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    runs = released(paragraphs, typeset)
    runs += [
        (20, 830, 8, "3/5/25, 10:38 PM"),
        (200, 830, 8, " The Reader"),
        (20, 10, 8, "https://reader.example/bridge 1/1"),
    ]
    article = read(make_pdf(runs))
    assert article.url == "https://reader.example/bridge"
    assert [block.text for block in article.blocks] == list(paragraphs)


def test_ligatures_are_letters() -> None:
    gathered = pdf._Gathered(0)
    gathered.take("The oﬃce ﬁled it", [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 72, 700], None, 11)
    assert [line.text for line in gathered.lines()] == ["The office filed it"]


def test_what_the_document_says_of_itself_is_used_only_where_the_text_says_nothing(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    info = {"Title": "Bridge", "Author": "Anna Beck", "CreationDate": "D:20250228101112Z"}
    without = read(make_pdf(released(paragraphs, typeset, date=""), info=info))
    assert (without.headline, without.byline, without.published) == (TITLE, ("Anna Beck",), dt.date(2025, 2, 28))
    assert without.remarks == ("the date is that on which the PDF was made; check it",)
    assert read(make_pdf(released(paragraphs, typeset), info=info)).published == dt.date(2025, 3, 4)
    prose = typeset(" ".join(paragraphs), top=780)[0]
    assert read(make_pdf(prose, info={"Title": "The bridge is closing"})).headline == "The bridge is closing"


def test_a_scan_is_refused_with_what_to_do(make_pdf: MakePdf) -> None:
    with pytest.raises(
        UnreadableInput, match="it holds pictures of pages and no text, as a scan does; have its text rec"
    ):
        read(make_pdf([], [(20, 20, 8, "2")]))


def locked(data: bytes, user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    writer.encrypt(user_password=user, owner_password=user[::-1] + "2", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_document_is_refused_unless_everybody_may_read_it(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    data = make_pdf(released(paragraphs, typeset))
    with pytest.raises(UnreadableInput, match="it is locked with a password; print it to a new PDF without protection"):
        read(locked(data, "secret"))
    assert read(locked(data, "")).headline == TITLE


def test_pages_beyond_the_hundredth_are_left_out_and_named(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    data = make_pdf(released(paragraphs, typeset), *([[]] * 102))
    assert read(data).remarks == ("only 100 of its 103 pages were read",)


def test_a_page_that_cannot_be_read_is_left_out_and_named(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    data = make_pdf(released(paragraphs, typeset), [(72, 700, 11, "Lost.")])
    place = data.rindex(b"/FlateDecode")
    assert read(data[:place] + b"/NoneDecode " + data[place + 12 :]).remarks == (
        "page 2 cannot be read and is left out",
    )


def stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), keys, data)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</X 5 0 R>>>>/Contents 11 0 R>>"
)
TREE = b"<</Type/Pages/Count 1/Kids[10 0 R]>>"
BOMB = zlib.compress(zlib.compress(b"0 " * 60_000_000, 1), 9)

HOSTILE: dict[str, tuple[dict[int, bytes], str]] = {
    "pages that lead back": (
        {2: b"<</Type/Pages/Count 1/Kids[2 0 R]>>"},
        "pages cannot be found|no text|structure is broken",
    ),
    "pages that lead in a ring": (
        {2: b"<</Type/Pages/Count 9/Kids[6 0 R]>>", 6: b"<</Type/Pages/Count 9/Kids[2 0 R 6 0 R]>>"},
        "pages cannot be found|no text",
    ),
    "a page twenty thousand times": (
        {2: b"<</Type/Pages/Count 9/Kids[" + b"10 0 R " * 20_001 + b"]>>"},
        "expands beyond",
    ),
    "contents that draw themselves": (
        {
            5: stream(b"/X Do " * 50, b"/Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>"),
            11: stream(b"/X Do " * 50),
        },
        "no text|none of its pages",
    ),
    "a bomb": ({11: stream(BOMB, b"/Filter[/FlateDecode/FlateDecode]")}, "none of its pages"),
    "a page of operators": (
        {11: stream(zlib.compress(b"q Q " * 1_000_000), b"/Filter/FlateDecode")},
        "none of its pages",
    ),
    "arrays in arrays": ({11: stream(b"[" * 100_000)}, "none of its pages|no text"),
    "a length that lies": ({11: b"<</Length 999999999>>stream\nBT\nendstream"}, "none of its pages|no text"),
    "no pages at all": ({2: b"<</Type/Pages/Count 0/Kids[]>>"}, "no text"),
    "a root that is none": ({1: b"null"}, "structure is broken|pages cannot be found"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_in_one_line(
    name: str, pdf_objects: Callable[..., bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    changed, reason = HOSTILE[name]
    objects = {1: CATALOG, 2: TREE, 3: FONT, 4: b"<<>>", 5: stream(b""), 10: PAGE, 11: stream(b"")} | changed
    with pytest.raises(UnreadableInput, match=reason) as fault:
        read(pdf_objects(objects))
    assert "\n" not in str(fault.value)
    assert capfd.readouterr() == ("", "")


def test_a_table_of_places_that_leads_in_a_ring_is_no_hang(pdf_objects: Callable[..., bytes]) -> None:
    objects = {1: CATALOG, 2: TREE, 3: FONT, 4: b"<<>>", 10: PAGE, 11: stream(b"")}
    place = len(pdf_objects(objects).split(b"xref\n0 1")[0])
    with pytest.raises(UnreadableInput):
        read(pdf_objects(objects, f"/Prev {place}"))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\x00" * 5_000, b"%PDF-1.4\n%%EOF", b"%PDF-" + b"9" * 100_000]
)
def test_what_only_begins_as_a_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"its structure is broken, or it is cut off; export it again"):
        read(data)


def test_random_damage_never_raises_anything_else(
    make_pdf: MakePdf, typeset: Typeset, paragraphs: Sequence[str]
) -> None:
    data = make_pdf(released(paragraphs, typeset), [(72, 700, 11, "More of it.")], info={"Title": "Bridge"})
    for place in range(0, len(data), 11):
        damaged = bytearray(data)
        damaged[place] ^= 0x55
        try:
            read(bytes(damaged))
        except UnreadableInput:
            continue
