from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement

from builder.errors import UnreadableInput
from builder.model.article import Article, Block, ListItem
from builder.wire.page import body, html, markup
from builder.wire.page.traits import Judged
from builder.wire.page.voters import VOTERS, Voters

CASES = Path(__file__).parents[3] / "cases" / "html"
PROSE = "".join(
    f"<p>The committee met for the {n} time on Tuesday and agreed on a plan for the harbour, officials said.</p>"
    for n in ("first", "second", "third", "fourth")
)


def page(text: str = PROSE, head: str = "<title>Harbour plan agreed</title>") -> bytes:
    top = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><h1>Harbour plan agreed</h1>"
    return f"{top}{text}</body></html>".encode()


def read(data: bytes) -> Article:
    return html.read(data, name="page.html")


def shown(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [shown(entry) for entry in value]
    return value


def item(entry: ListItem) -> dict[str, Any]:
    found: dict[str, Any] = {"text": entry.text}
    if entry.children:
        found["children"] = [child.text for child in entry.children]
    return found


def assert_block(found: Block, want: dict[str, Any]) -> None:
    assert found.kind.value == want["kind"], found
    assert found.text.startswith(want.get("text", "")), found
    assert found.label == want.get("label")
    assert [item(entry) for entry in found.items] == want.get("items", [])
    assert shown(found.rows) == want.get("rows", [])


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_saved_page_reads_as_expected(case: str) -> None:
    data = (CASES / case / "in.html").read_bytes()
    want: dict[str, Any] = yaml.safe_load((CASES / case / "want.yml").read_text(encoding="utf-8"))
    assert html.claims(data, "page")
    if "refused" in want:
        with pytest.raises(UnreadableInput) as refusal:
            read(data)
        assert refusal.value.reason == want["refused"]
        assert refusal.value.next_act == want.get("next_act", refusal.value.next_act)
        return
    found = read(data)
    blocks = want.pop("blocks")
    images = want.pop("images", None)
    assert {name: shown(getattr(found, name)) for name in want} == want
    assert len(found.blocks) == len(blocks), [(block.kind, block.text[:60]) for block in found.blocks]
    for block, expected in zip(found.blocks, blocks, strict=True):
        assert_block(block, expected)
    if images is not None:
        assert [
            {"caption": image.caption, "credit": image.credit, "alt": image.alt} for image in found.images
        ] == images


def test_content_claims_a_page_whatever_its_name() -> None:
    assert html.claims(b"\xef\xbb\xbf\n<!-- saved -->\n<!DOCTYPE HTML>\n<html>", "copy.txt")
    assert html.claims('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'.encode("utf-16"), "copy")


def test_a_name_claims_a_page_only_where_the_content_says_nothing() -> None:
    assert html.claims(b"Plain words", "page.HTM")
    assert not html.claims(b"Plain words", "page.txt")
    for other in (
        b'<?xml version="1.0"?><rss>',
        b"%PDF-1.7",
        b"WARC/1.0\r\n",
        b"From: a@b.example\r\nSubject: x\r\n\r\n",
    ):
        assert not html.claims(other, "page.html"), other


def test_text_that_mentions_a_tag_is_not_a_page() -> None:
    assert not html.claims(b"A page begins with <html> and a head, the teacher said.", "notes.txt")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("windows-1251", "windows-1251"),
        ("utf-8", "windows-1251"),
        ("utf-16", ""),
        ("iso2022_jp", "iso-2022-jp"),
        ("cp1251", ""),
    ],
)
def test_encodings_are_told_by_mark_by_test_by_declaration_or_by_looks(encoding: str, declared: str) -> None:
    text = (
        "会議は火曜日に開かれ、計画を承認した。"
        if encoding == "iso2022_jp"
        else "Комитет собрался во вторник и принял план развития порта. "
    )
    body = "".join(f"<p>{text * 4}</p>" for _ in range(3))
    meta = f'<meta charset="{declared}">' if declared else ""
    data = page(body, head=f"{meta}<title>x</title>").decode().encode(encoding)
    assert text.split(maxsplit=1)[0] in read(data).blocks[0].text


def test_nul_bytes_vanish_and_the_text_stays() -> None:
    assert "committee met" in read(page(PROSE.replace("committee", "com\0mittee"))).blocks[0].text


def test_a_page_too_deep_is_refused_and_never_cut_short() -> None:
    for depth in (300, 3_000, 50_000):
        with pytest.raises(UnreadableInput, match="nests more than"):
            read(page("<div>" * depth + PROSE + "</div>" * depth))


def test_depth_within_the_bound_loses_nothing() -> None:
    assert len(read(page("<div>" * 150 + PROSE + "</div>" * 150)).blocks) == 4


def test_a_page_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableInput, match="more than the 52,428,800"):
        read(b"<html>" + b"a" * (50 * 1024 * 1024))
    with pytest.raises(UnreadableInput, match="more than 10,485,760 characters of markup"):
        read(b"<html>" + b"a" * (10 * 1024 * 1024))
    with pytest.raises(UnreadableInput, match="50,000 elements"):
        read(page("<br>" * 60_000))
    with pytest.raises(UnreadableInput, match="3,000,000 characters"):
        read(page(f"<p>{'word ' * 700_000}</p>"))


def test_pictures_saved_inside_a_page_do_not_count() -> None:
    picture = f'<img alt="Quay" src="data:image/png;base64,{"iVBORw0K" * 2_000_000}">'
    typeface = f"<style>@font-face {{src: url(data:font/woff2;charset=utf-8;base64,{'d09GMg' * 100_000})}}</style>"
    assert len(read(page(f"{typeface}{PROSE}{picture}")).blocks) == 4


def test_an_element_with_thousands_of_attributes_costs_no_text() -> None:
    crowd = " ".join(f"data-a{n}='x > y'" for n in range(40_000))
    data = page(f"<div {crowd}><p>{PROSE}</p></div>")
    assert len(read(data).blocks) == 4
    assert max(len(element.attrib) for element in markup.parse(data).iter()) <= markup.MOST_ATTRIBUTES


def test_nothing_in_nothing_out() -> None:
    for data in (b"", b" \n", b"\0\0"):
        with pytest.raises(UnreadableInput, match="empty"):
            read(data)


def test_a_text_without_any_headline_is_headed_by_its_first_sentence_and_says_so() -> None:
    article = read(f"<html><body><div><p>The quay is open again. Ships dock.</p>{PROSE}</div></body></html>".encode())
    assert article.headline == "The quay is open again."
    assert article.blocks[0].text == "The quay is open again. Ships dock."
    assert any("neither a title nor a heading" in remark for remark in article.remarks)


def test_a_page_that_hides_its_text_until_a_script_runs_is_read() -> None:
    assert len(read(page(f'<div hidden id="S:0">{PROSE}</div>')).blocks) == 4


def test_the_first_paragraph_is_no_standfirst_only_because_machines_are_told_it() -> None:
    first = "The committee met for the first time on Tuesday and agreed on a plan for the harbour, officials said."
    found = read(page(head=f'<title>Harbour plan agreed</title><meta name="description" content="{first}">'))
    assert found.standfirst is None
    assert found.blocks[0].text == first


def test_a_description_that_the_page_does_not_print_is_no_standfirst() -> None:
    told = "Five things to know about the harbour and its plan."
    head = f'<title>Harbour plan agreed</title><meta name="description" content="{told}">'
    assert read(page(head=head)).standfirst is None


def test_a_byline_within_the_text_is_taken_out_of_it() -> None:
    found = read(page(f"<div><p>By Jane Doe and Ali Bakr</p>{PROSE}</div>"))
    assert found.byline == ("Jane Doe", "Ali Bakr")
    assert found.blocks[0].text.startswith("The committee")


def test_a_date_above_the_text_is_taken_out_of_it_and_gives_the_day() -> None:
    found = read(page(f"<div><p>24 July 1975</p>{PROSE}</div>"))
    assert found.published == dt.date(1975, 7, 24)
    assert found.blocks[0].text.startswith("The committee")


def test_reading_twice_gives_the_same_article() -> None:
    data = (CASES / "graph-with-teasers" / "in.html").read_bytes()
    assert read(data) == read(data)


def test_a_wall_that_wants_script_is_no_flash_of_one_line() -> None:
    page = (
        "<html><head><title>Harbour News</title></head><body><noscript>This page needs JavaScript.</noscript>"
        "<div><h2>For members only</h2><p>Sign in to read on.</p></div></body></html>"
    )
    with pytest.raises(UnreadableInput, match="no article text"):
        html.read(page.encode(), name="wall.html")


def test_where_extractors_find_next_to_nothing_a_patient_one_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = body.judge

    def finding_nothing(root: HtmlElement, voters: Voters = VOTERS) -> tuple[tuple[Judged, ...], int]:
        judged, weight = judge(root, voters)
        return (() if voters is VOTERS else judged), weight

    menu = "<ul>" + "".join(f"<li><a href='/{n}'>Harbour affairs {n}</a></li>" for n in range(90)) + "</ul>"
    monkeypatch.setattr(body, "judge", finding_nothing)
    assert len(read(page(f"{menu}<div>{PROSE}</div>")).blocks) == 4
    with pytest.raises(UnreadableInput, match="no article text"):
        read(page(f"{menu}<p>Sign in.</p>"))


def test_a_few_words_that_all_extractors_hold_are_an_article_where_the_page_is_dated() -> None:
    menu = "<ul>" + "".join(f"<li><a href='/{n}'>Harbour affairs {n}</a></li>" for n in range(40)) + "</ul>"
    few = "<div class='post-content'><p>The north pier is closed until the ice is gone, says the crew.</p></div>"
    head = "<title>Pier closed</title><meta property='article:published_time' content='2024-05-03'>"
    sidebar = "<aside><p>Readers of the Courier meet on the first Monday of the month in the old town hall.</p></aside>"
    found = read(page(f"<article><h1>Pier closed</h1>{few}</article>{menu}{sidebar}", head=head))
    assert [block.text for block in found.blocks] == ["The north pier is closed until the ice is gone, says the crew."]
    with pytest.raises(UnreadableInput, match="no article text"):
        read(page(f"<article><h1>Pier closed</h1>{few}</article>{menu}{sidebar}", head="<title>Pier closed</title>"))
