"""Former addresses lead on, whoever claims them, and never over a page that stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import taxonomy_yml
from builder.model.settings import Settings
from builder.press import files, moved
from builder.press.edition import FEWEST_EVENTS, Edition

TAGS = """
geneva: {label: {en: "Geneva <b>"}, kind: place, former: [genf, nasa, both]}
docking: {label: {en: docking}, kind: topic, former: [both, docked]}
nasa: {label: {en: NASA}, kind: organisation}
"""
FILES = {
    "1962/06/08-talks": "tags: [geneva, nasa]\n---\nLede.\n",
    "1970/01/02-gone": "status: withdrawn\nreason: r\nredirect_from: [/old/gone.html]\n---\nSecret.\n",
    "1970/01/03-later": "title: A <i> title\nlanguage: de\nredirect_from: [1962/06/09-later.md, wiki/Later/]\n---\nLede.\n",
}


def edition(load: Callable[..., Any], texts: dict[str, str], **settings: Any) -> Edition:
    archive = replace(load(texts), taxonomy=taxonomy_yml.loads(TAGS))
    return Edition.of(archive, resolve(archive.published(), Tagger(archive.taxonomy)), Settings(**settings))


@pytest.fixture
def made(load: Callable[..., Any]) -> dict[str, str]:
    return {path: content.decode() for path, content in moved.moved(edition(load, FILES))}


def test_every_former_address_has_a_page_and_no_page_of_today_is_written_over(made: dict[str, str]) -> None:
    assert sorted(made) == [
        "1962/06/09-later/index.html",
        "old/gone.html",
        "tags/both/index.html",
        "tags/docked/index.html",
        "tags/genf/index.html",
        "wiki/Later/index.html",
    ]


def test_one_target_is_gone_to_without_a_script_and_in_words_by_a_link(made: dict[str, str]) -> None:
    page = made["tags/genf/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../tags/geneva/">' in page
    assert '<link rel="canonical" href="../../tags/geneva/">' in page
    assert '<a href="../../tags/geneva/">Geneva &lt;b&gt;</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../../">Briefings</a>' in page
    assert "<script" not in page
    assert "data-pagefind-body" not in page


def test_the_way_is_relative_from_any_depth(made: dict[str, str]) -> None:
    assert 'url=../1970/01/02-gone/"' in made["old/gone.html"]
    assert 'url=../../../1970/01/03-later/"' in made["1962/06/09-later/index.html"]
    assert (
        '<a href="../../1970/01/03-later/" lang="de" dir="ltr">A &lt;i&gt; title</a>' in made["wiki/Later/index.html"]
    )


def test_a_split_subject_is_a_choice_of_those_that_have_a_page(made: dict[str, str], load: Callable[..., Any]) -> None:
    assert 'url=../../tags/geneva/"' in made["tags/both/index.html"]
    texts = {**FILES, "1971/01/01-docked": "tags: [docking]\n---\nx\n"}
    page = dict(moved.moved(edition(load, texts)))["tags/both/index.html"].decode()
    assert "refresh" not in page
    assert "This subject is now several" in page
    assert page.count('<li><a href="../../tags/') == 2


def test_what_has_no_page_leads_to_all_subjects(made: dict[str, str]) -> None:
    assert 'url=../../tags/"' in made["tags/docked/index.html"]


def test_the_canonical_address_is_absolute_where_the_site_knows_its_own(load: Callable[..., Any]) -> None:
    made = dict(moved.moved(edition(load, FILES, site_url="https://example.org/a/")))
    page = made["tags/genf/index.html"].decode()
    assert '<link rel="canonical" href="https://example.org/a/tags/geneva/">' in page
    assert 'url=../../tags/geneva/"' in page


def test_further_pages_of_a_list_lead_to_those_of_the_new_one(load: Callable[..., Any]) -> None:
    texts = {f"1970/01/0{day}-d{day}": "tags: [geneva]\n---\nx\n" for day in range(1, 6)}
    made = dict(moved.moved(edition(load, texts, per_page=1)))
    further = made["tags/genf/page/1970-01-01/index.html"]
    assert b'url=../../../../tags/geneva/page/1970-01-01/"' in further
    assert "tags/genf/page/1970-01-05/index.html" not in made, "that one is on the first page"
    assert not [path for path in made if path.startswith("tags/both/page/")]


def test_the_old_feed_gives_what_the_subject_has_become(load: Callable[..., Any]) -> None:
    found = dict(files.files(edition(load, FILES)))
    assert found["tags/genf/feed.xml"] == found["tags/geneva/feed.xml"]
    assert b"Geneva &lt;b&gt; and docking" in found["tags/both/feed.xml"]
    assert found["tags/both/feed.xml"].count(b"<entry>") == 1
    assert found["tags/nasa/feed.xml"] != found["tags/geneva/feed.xml"]


def test_former_addresses_stay_out_of_the_sitemap(load: Callable[..., Any]) -> None:
    found = dict(files.files(edition(load, FILES, site_url="https://example.org/")))
    assert b"genf" not in found["sitemap.xml"]
    assert b"Later" not in found["sitemap.xml"]


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        ("https://example.org/a", "MOVE001", "no address of this site"),
        ("//example.org/a", "MOVE001", "no address of this site"),
        ("../a", "MOVE001", "no address of this site"),
        ("a/../b", "MOVE001", "no address of this site"),
        ("a\\b", "MOVE001", "no address of this site"),
        ("a?b=c", "MOVE001", "no address of this site"),
        ("index.html", "MOVE001", "no address of this site"),
        ("robots.txt", "MOVE001", "no address of this site"),
        ("pagefind/x", "MOVE001", "no address of this site"),
        ("Assets/x", "MOVE001", "no address of this site"),
        ("404.html", "MOVE001", "no address of this site"),
        ("a" * 300, "MOVE001", "no address of this site"),
        ("tags/nasa/", "MOVE002", "there is a page"),
        ("/Tags/NASA", "MOVE002", "there is a page"),
        ("tags/nasa/page/7/", "MOVE002", "there is a page"),
        ("tags/genf/", "MOVE002", "there is a page"),
        ("1962/06", "MOVE002", "there is a page"),
        ("calendar/index.html", "MOVE002", "there is a page"),
        ("1962/06/08-talks.md", "MOVE002", "there is a page"),
        ("Old/first", "MOVE002", "leads to first already"),
    ],
)  # fmt: skip
def test_what_is_no_former_address_is_a_finding_and_no_page(
    load: Callable[..., Any], said: str, code: str, words: str
) -> None:
    texts = {
        "1962/06/08-talks": "tags: [nasa]\n---\nx\n",
        "1963/01/01-first": "redirect_from: [old/first]\n---\nx\n",
        "1963/01/02-second": f"redirect_from: ['{said}']\n---\nx\n",
    }
    known = edition(load, texts)
    (finding,) = moved.check(known)
    assert (finding.path, finding.line, finding.code) == ("briefings/1963/01/02-second.md", 4, code)
    assert words in finding.message
    assert sorted(path for path, _ in moved.moved(known) if not path.startswith("tags/")) == ["old/first/index.html"]


def test_a_timeline_has_its_former_address_too(load: Callable[..., Any]) -> None:
    texts = {f"1970/01/{day:02}-d{day}": "tags: [geneva]\n---\nx\n" for day in range(1, FEWEST_EVENTS + 1)}
    known = edition(load, texts)
    assert "geneva" in known.timelines
    made = dict(moved.moved(known))
    assert b'url=../../../tags/geneva/timeline/"' in made["tags/genf/timeline/index.html"]
    assert "tags/both/timeline/index.html" not in made


def test_a_briefing_that_still_carries_the_old_id_keeps_its_page_and_feed(load: Callable[..., Any]) -> None:
    known = edition(load, {**FILES, "1971/01/01-late": "tags: [genf]\n---\nx\n"})
    assert "tags/genf/index.html" not in dict(moved.moved(known))
    paths = [path for path, _ in files.files(known)]
    assert paths.count("tags/genf/feed.xml") == 1
