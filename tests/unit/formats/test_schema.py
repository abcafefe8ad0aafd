"""The shipped schema, which editors check briefings with, says what the model says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from builder.formats import front_matter
from tools import schema

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = json.loads((schema.SHIPPED / "briefing.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SHIPPED)


class Yaml12(yaml.BaseLoader):
    """YAML 1.2 as editors read it, for the files of the sample: all text, but whole numbers."""


Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[0-9]+$"), list("0123456789"))
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def front(text: str) -> Any:
    return yaml.load(text.split("---\n")[1], Loader=Yaml12)  # noqa: S506 - builds text and whole numbers only


def test_the_shipped_schema_is_that_of_the_model() -> None:
    assert front_matter.schema() == SHIPPED, "stale: run tools/schema.py"
    for name in schema.SCHEMAS:
        assert (schema.SHIPPED / name).read_bytes() == schema.text(name).encode(), name
    assert schema.main(["--check"]) == 0


def test_it_is_a_schema_of_2020_12() -> None:
    assert SHIPPED["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SHIPPED)


@pytest.mark.parametrize("path", sorted((ROOT / "briefings").glob("[0-9]*/*/*.md")), ids=lambda path: path.stem)
def test_every_briefing_of_the_sample_is_valid(path: Path) -> None:
    VALIDATOR.validate(front(path.read_text(encoding="utf-8")))


GOOD = {"title": "x", "date": "2025-02-21T08:09:00+02:00", "attribution": [{"name": "a", "kind": "named", "count": 3}]}


@pytest.mark.parametrize(
    "change",
    [
        {"tag": ["a"]},
        {"headline": "x"},
        {"attribution": [{"name": "a", "kind": "named", "cuont": 3}]},
        {"attribution": [{"name": "a", "kind": "friend"}]},
        {"wire": {"reader": "text/1", "sha256": "0a" * 32, "retrieved": "2025-02-21", "more": "x"}},
        {"wire": {"reader": "text/1", "sha256": "0a" * 31, "retrieved": "2025-02-21"}},
        {"images": [{"src": "x"}]},
        {"corrections": [{"date": "soon", "text": "x"}]},
        {"carried_by": [{"outlet": "No Id"}]},
        {"tags": ["Not An Id"]},
        {"tags": "a"},
        {"date": "2025-02-21T08:09:00"},
        {"date": "2025-02-21T08:09:00.1234567Z"},
        {"url": "javascript:alert(1)"},
        {"status": "drafted"},
        {"language": "English"},
        {"title": ""},
        {"title": 1962},
    ],
    ids=str,
)
def test_what_the_model_refuses_the_schema_refuses(change: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(GOOD)
    assert not VALIDATOR.is_valid({**GOOD, **change})


def test_a_title_is_needed() -> None:
    assert not VALIDATOR.is_valid({})


def test_every_key_is_explained_to_an_editor() -> None:
    assert list(SHIPPED["properties"]) == list(front_matter.KEYS.values())
    assert all(key.get("description") for key in SHIPPED["properties"].values())


def test_a_stale_schema_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(schema, "SHIPPED", tmp_path / "schema")
    assert schema.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().out
    assert schema.main([]) == 0
    assert schema.main(["--check"]) == 0


@pytest.mark.parametrize("path", sorted((ROOT / "briefings" / "storylines").glob("*.md")), ids=lambda path: path.stem)
def test_every_storyline_of_the_sample_is_valid(path: Path) -> None:
    shipped = json.loads((schema.SHIPPED / "storyline.schema.json").read_text(encoding="utf-8"))
    assert shipped["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    validator = jsonschema.Draft202012Validator(shipped)
    validator.validate(front(path.read_text(encoding="utf-8")))
    assert not validator.is_valid({"title": "x", "tag": ["a"]})
    assert all(key.get("description") for key in shipped["properties"].values())
