"""Pasted texts of our own with the traps of real ones: each field against what a careful editor would say."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.desk.compose import Composition, Setting, compose
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md
from builder.model.article import Article, ListItem, Role
from builder.model.briefing import BackgroundItem, Wire
from builder.model.ids import OutletId
from builder.model.outlet import Outlet
from builder.model.taxonomy import Taxonomy
from builder.wire.pasted import text
from builder.wire.printed import lines

CASES = sorted(path.parent for path in (Path(__file__).parents[3] / "cases" / "wire").glob("*/in.txt"))
READER = OutletId("reader")

VERBATIM = (Role.BODY, Role.BACKGROUND, Role.STANDFIRST, Role.CAPTION, Role.SOURCE, Role.TOPIC, Role.OTHER_STORY)
"""What else there is (headline, byline, date, dateline, furniture) has a test of its own."""

LEADS = frozenset(
    [
        "by",
        "and",
        "von",
        "und",
        "par",
        "et",
        "por",
        "y",
        "автор",
        "автори",
        "photo",
        "foto",
        "stock",
        "file",
        "symbolfoto",
        "illustration",
        "الصورة",
        "source",
        "sources",
        "quelle",
        "джерело",
        "источник",
        "fuente",
        "المصدر",
        "read",
        "also",
        "lire",
        "aussi",
        "lesen",
        "auch",
        "sie",
        "фото",
        "читайте",
        "також",
        "также",
        "اقرأ",
        "أيضا",
        "tags",
        "topics",
        "теги",
        "temas",
        "updated",
        "aktualisiert",
        "published",
        "veröffentlicht",
        "publié",
        "mis",
        "jour",
    ]
)
"""Words that say what a line is; the field they lead to says it now."""


def ids(path: Path) -> str:
    return path.name


@cache
def want(case: Path) -> dict[str, Any]:
    loaded = yaml.safe_load((case / "want.yml").read_text(encoding="utf-8"))
    return {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in loaded.items()}


@cache
def read(case: Path) -> Article:
    return text.read((case / "in.txt").read_bytes(), name=case.name, pasted=dt.date.fromisoformat(want(case)["pasted"]))


@cache
def composed(case: Path) -> Composition:
    outlet = Outlet(id=READER, name="The Outlet", zone=want(case).get("zone"))
    setting = Setting(tagger=Tagger(Taxonomy(tags={})), outlets={READER: outlet}, outlet=READER)
    wire = Wire(reader=text.NAME, sha256="0" * 64, retrieved=dt.date.fromisoformat(want(case)["pasted"]))
    return compose(read(case), wire, setting, name=case.name)


def outline(items: tuple[BackgroundItem, ...]) -> list[tuple[str | None, int]]:
    return [(item.date.text if item.date else None, len(item.children)) for item in items]


@pytest.fixture(params=CASES, ids=ids)
def case(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_are_cases_to_read() -> None:
    assert len(CASES) >= 26


def test_the_head_is_read_as_an_editor_would(case: Path) -> None:
    briefing, wanted = composed(case).briefing, want(case)
    said = {
        "title": briefing.headline,
        "byline": list(briefing.byline),
        "date": briefing.published.isoformat() if briefing.published else None,
        "updated": briefing.updated.isoformat() if briefing.updated else None,
        "language": briefing.language,
        "standfirst": briefing.standfirst,
        "dateline": briefing.dateline,
    }
    assert said == {key: wanted.get(key) for key in said}


def test_the_chain_of_reliance_is_found(case: Path) -> None:
    chain = [
        {
            key: value
            for key, value in (("name", a.name), ("kind", str(a.kind)), ("count", a.count), ("via", a.via))
            if value
        }
        for a in composed(case).briefing.attribution
    ]
    assert chain == want(case)["attribution"]


def test_pictures_topics_and_other_stories_are_no_body(case: Path) -> None:
    article, briefing, wanted = read(case), composed(case).briefing, want(case)
    assert [{"caption": i.caption, "credit": i.credit} for i in briefing.images] == wanted["images"]
    assert list(briefing.other_stories) == wanted["other_stories"]
    assert list(article.topics) == wanted["topics"]
    for story in (*briefing.other_stories, *(i.credit for i in briefing.images if i.credit)):
        assert story not in briefing.body.splitlines()


def test_the_background_has_its_items_in_order_with_their_dates(case: Path) -> None:
    background, wanted = composed(case).briefing.background, want(case)["background"]
    assert outline(background) == [(item["date"], item["children"]) for item in wanted]
    for item, told in zip(background, wanted, strict=True):
        assert item.text.startswith(told["text"][:30])


def test_the_lede_stands_first(case: Path) -> None:
    body, lede = composed(case).briefing.body, want(case)["lede"]
    assert body.startswith(lede) if lede else not body


def test_every_line_of_the_input_is_accounted_for(case: Path) -> None:
    """Each non-blank line has one role, and each that is no furniture stands in the briefing's fields or body."""
    article = read(case)
    given = lines.split(lines.decode((case / "in.txt").read_bytes()))
    roles = {account.line: account.role for account in article.accounts}
    assert sorted(roles) == [line.number for line in given]
    assert len(article.accounts) == len(given)

    told = Counter(word for line in given if roles[line.number] in VERBATIM for word in words(line.text))
    held = Counter(words(" ".join(all_text_of(article))))
    lost = {word for word in told - held if word not in LEADS and not word.endswith("撮影")}
    assert not lost


def test_nothing_is_invented(case: Path) -> None:
    """Every word of the body stands in the input, as often; only our headings and the items' dates are added."""
    given = Counter(words(lines.decode((case / "in.txt").read_bytes()).replace("\u00ad", "").replace("\u200b", "")))
    body = "".join(section.text for section in composed(case).briefing.sections)
    body = re.sub(r"^## .*$|^- \*\*[0-9/?~-]+\*\* — ", "", html.unescape(body).replace("\\", ""), flags=re.MULTILINE)
    assert not Counter(words(body)) - given


def test_only_what_an_editor_would_drop_is_dropped(case: Path) -> None:
    given = {line.number: line.text for line in lines.split(lines.decode((case / "in.txt").read_bytes()))}
    dropped = [letters(given[account.line]) for account in read(case).accounts if account.role is Role.FURNITURE]
    assert sorted(dropped) == sorted(letters(line) for line in want(case)["dropped"])


def test_the_briefing_comes_back_from_its_file(case: Path) -> None:
    briefing = composed(case).briefing
    assert briefing_md.loads(briefing_md.dumps(briefing), slug=briefing.slug) == briefing


def test_composition_is_as_last_reviewed(case: Path, golden: Any) -> None:
    golden(case / "golden.md", briefing_md.dumps(composed(case).briefing))


def letters(line: str) -> str:
    return re.sub(r"[\W_]+", "", line)


def words(text_: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text_.casefold())


def all_text_of(article: Article) -> Iterator[str]:
    """Yield every word that the article keeps, in whatever field."""
    yield from (article.headline, article.standfirst or "", article.dateline or "", article.outlet or "")
    for names in (article.byline, article.credited, article.sources, article.topics, article.other_stories):
        yield from names
    for image in article.images:
        yield from (image.caption or "", image.credit or "")
    for block in article.blocks:
        yield from (block.label or "", block.text, *texts(block.items))


def texts(items: tuple[ListItem, ...]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from texts(item.children)
