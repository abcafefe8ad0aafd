"""The static JSON API: what its files hold, and that its schema tells the truth about all of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.archive import Archive
from builder.model.settings import Settings
from builder.press.data.api import api, dumps, schema
from builder.press.data.shapes import CorrectionRecord
from builder.press.edition import Edition
from builder.store import shelf

ROOT = Path(__file__).parents[3]
FILES = {
    "1962/06/08-geneva": "title: Dryden signs in Geneva\noutlet: desk\ntags: [geneva, hugh-dryden]\n"
    "attribution: [{name: aides, kind: anonymous, count: 2, via: Reuters}]\n---\nDryden *signed* in Geneva.\n",
    "1971/01/21-later": "title: Later\ntags: [hugh-dryden]\ncorrections: [{date: 1971-02-01, text: T}]\n---\nLede.\n\n"
    "## Background\n\n- **1962-06-08** — Dryden signed in Geneva.\n- **1963-05** — A walrus sang.\n- Undated.\n",
    "1972/01/01-draft": "title: Draft\nstatus: draft\n---\nSecret.\n",
    "1972/01/02-gone": "title: Gone\nstatus: withdrawn\nreason: wrong\n---\nSecret.\n",
}


def made(archive: Archive, **settings: Any) -> dict[str, bytes]:
    ties = resolve(archive.published(), Tagger(archive.taxonomy))
    return dict(api(Edition.of(archive, ties, Settings(**settings))))


@pytest.fixture
def files(load: Callable[..., Archive]) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in made(load(FILES)).items()}


def test_a_briefings_record_has_what_its_background_is_tied_to(files: dict[str, Any]) -> None:
    later = files["1971/01/21-later/briefing.json"]
    tied, untied, undated = later["background"]
    assert (tied["path"], tied["date"], tied["event"], tied["briefing"]) == ([0], "1962-06-08", "geneva", "geneva")
    assert (untied["date"], untied["briefing"]) == ("1963-05", None)
    assert untied["event"].startswith("1963-05-")
    assert (undated["date"], undated["text"]) == (None, "Undated.")
    assert later["corrections"] == [{"date": "1971-02-01", "text": "T"}]
    geneva = files["1962/06/08-geneva/briefing.json"]
    assert (geneva["mentioned_by"], geneva["strength"]) == (["later"], "unnamed sources")
    assert geneva["sources"] == [{"name": "aides", "kind": "anonymous", "count": 2, "via": "Reuters", "where": None}]
    assert (geneva["lede"], geneva["body"]) == ("Dryden signed in Geneva.", "Dryden *signed* in Geneva.\n")


def test_the_same_record_stands_in_its_year_and_events_in_theirs(files: dict[str, Any]) -> None:
    assert files["api/v1/briefings/1971.json"] == [files["1971/01/21-later/briefing.json"]]
    (event,) = files["api/v1/events/1962.json"]
    assert (event["id"], event["reports"], event["when"]) == ("geneva", ["geneva"], "1962-06-08")
    assert event["mentions"] == [
        {"briefing": "later", "path": [0], "date": "1962-06-08", "text": "Dryden signed in Geneva."}
    ]
    assert [event["what"] for event in files["api/v1/events/undated.json"]] == ["Undated."]
    assert [tag["id"] for tag in files["api/v1/tags.json"]] == ["geneva", "hugh-dryden"]
    assert [(one["id"], one["briefings"]) for one in files["api/v1/outlets.json"] if one["id"] == "desk"] == [
        ("desk", 1)
    ]


def test_the_index_names_every_file_and_nothing_unpublished_is_in_any(files: dict[str, Any]) -> None:
    index = files["api/v1/index.json"]
    assert index["briefings"] == {"1962": 1, "1971": 1}
    listed = {f"api/v1/{kind}/{year}.json" for kind in ("briefings", "events") for year in index[kind]}
    listed |= {f"api/v1/{name}.json" for name in ("index", "schema", "tags", "outlets", "storylines")}
    assert listed == {path for path in files if path.startswith("api/")}
    assert "Secret" not in json.dumps(files)


def test_every_file_of_the_sample_is_as_the_schema_says() -> None:
    whole = schema()
    Draft202012Validator.check_schema(whole)
    shipped = json.loads((ROOT / "schema" / "api.schema.json").read_text(encoding="utf-8"))
    assert shipped == whole, "tools/schema.py writes it anew"
    kinds = {
        name: Draft202012Validator({**part, "$defs": whole["$defs"]}) for name, part in whole["properties"].items()
    }
    seen: set[str] = set()
    for path, content in made(shelf.load(ROOT).archive, site_name="N").items():
        if path == "api/v1/schema.json":
            assert json.loads(content) == whole
            continue
        kind = path.split("/")[2].removesuffix(".json") if path.startswith("api/") else "briefing"
        seen.add(kind)
        faults = [fault.message for fault in kinds[kind].iter_errors(json.loads(content))]
        assert not faults, (path, faults[:1])
    assert seen == set(kinds)


def test_half_a_surrogate_pair_is_no_reason_to_stop() -> None:
    odd = CorrectionRecord(date="1962-06-08", text="Odd \ud800 text")
    assert json.loads(dumps(odd)) == {"date": "1962-06-08", "text": "Odd ? text"}
