"""The acceptance case: a real article as an editor copied it. It may not be published, so it lies outside the project."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from builder.desk.compose import Composition, Setting, compose
from builder.desk.tags.tagging import Tagger
from builder.formats import outlets_yml, taxonomy_yml
from builder.model.article import Article, Role
from builder.model.briefing import Attribution, Image, SourceKind, Wire
from builder.wire.pasted import text
from builder.wire.printed import lines

ROOT = Path(__file__).parents[2]
SEED = Path(os.environ["BRIEFINGS_MATERIAL"], "seed", "ukrainska-pravda-2025-02-21.txt")
PASTED = dt.date(2025, 2, 22)


@pytest.fixture(scope="module")
def article() -> Article:
    return text.read(SEED.read_bytes(), name=SEED.name, pasted=PASTED)


@pytest.fixture(scope="module")
def composed(article: Article) -> Composition:
    return composition(article, "Ukrainska Pravda")


def composition(article: Article, outlet: str | None) -> Composition:
    taxonomy = taxonomy_yml.loads((ROOT / "briefings" / "tags.yml").read_text(encoding="utf-8"))
    outlets = outlets_yml.loads((ROOT / "briefings" / "outlets.yml").read_text(encoding="utf-8"))
    wire = Wire(reader=text.NAME, sha256="0" * 64, retrieved=PASTED)
    setting = Setting(tagger=Tagger(taxonomy), outlets=outlets, outlet=outlet)
    return compose(article, wire, setting, name=SEED.name)


def test_the_head(composed: Composition) -> None:
    briefing = composed.briefing
    assert briefing.headline == "Russians and Americans secretly met in Switzerland and talked about war"
    assert briefing.byline == ("Iryna Balachuk",)
    assert briefing.published is not None
    assert briefing.published.isoformat() == "2025-02-21T08:09:00+02:00"
    assert briefing.outlet == "ukrainska-pravda"
    assert composed.findings == ()


def test_who_says_so(composed: Composition) -> None:
    assert composed.briefing.attribution == (
        Attribution(name="Reuters", kind=SourceKind.OUTLET),
        Attribution(name="sources familiar with the matter", kind=SourceKind.ANONYMOUS, count=3),
    )


def test_lede_details_and_quotation(composed: Composition) -> None:
    lede, details, _ = composed.briefing.sections
    assert lede.text.startswith("Reuters has reported that representatives of Russia and the United States")
    assert "election on 5 November 2024." in details.text
    assert details.text.count("\n> ") == 1
    assert '\n> "Many other details remain unclear' in details.text
    assert '," Reuters wrote.\n' in details.text


def test_background(composed: Composition) -> None:
    background = composed.briefing.background
    assert [item.date.text if item.date else None for item in background] == ["2025-02-09", "2025-02-18", None, None]
    assert all(item.children == () for item in background)
    assert [item.text[:24] for item in background] == [
        "On 9 February, US Presid",
        "On 18 February, talks be",
        "The Russian side was rep",
        "Ukrainian President Volo",
    ]


def test_what_is_beside_the_article(article: Article, composed: Composition) -> None:
    assert composed.briefing.images == (Image(caption="US and Russian flags.", credit="amacad.org"),)
    assert article.topics == ("Russia",)
    assert composed.briefing.other_stories == (
        "Russia loses 52 artillery systems and 1,280 soldiers in past 24 hours",
        "UK sees no Russia's desire for peace – foreign secretary",
        "Russia trying to show China shares its views on Ukraine war, ISW reports",
    )
    assert {"russia", "united-states", "switzerland"} <= set(composed.briefing.tags)


def test_nothing_is_lost(article: Article) -> None:
    numbers = [line.number for line in lines.split(SEED.read_text(encoding="utf-8"))]
    assert [account.line for account in article.accounts] == numbers
    assert Role.FURNITURE not in {account.role for account in article.accounts}


def test_without_an_outlet_it_is_written_with_a_finding(article: Article) -> None:
    composed = composition(article, None)
    assert composed.briefing.headline
    assert composed.briefing.published is not None
    assert composed.briefing.published.isoformat() == "2025-02-21"
    assert {finding.code for finding in composed.findings} == {"ING001", "ING005"}
