"""The publisher's file is read without doing what its tags ask for."""

from __future__ import annotations

import os

import pytest

from builder.errors import BadSettings
from builder.formats import mkdocs_yml


def test_plain_values_are_read() -> None:
    text = "site_name: N\nextra:\n  briefings: {sample: true, zone: Etc/UTC}\nplugins: []\n"
    assert mkdocs_yml.loads(text) == {
        "site_name": "N", "extra": {"briefings": {"sample": True, "zone": "Etc/UTC"}}, "plugins": [],
    }  # fmt: skip


def test_tags_are_passed_over_and_never_acted_upon(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(os, "system", called.append)
    monkeypatch.setenv("SECRET", "s")
    text = "a: !ENV SECRET\nb: !!python/name:os.system\nc: !!python/object/apply:os.system [x]\nd: !relative\ne: kept\n"
    assert mkdocs_yml.loads(text) == {"a": None, "b": None, "c": None, "d": None, "e": "kept"}
    assert called == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [\n", "mkdocs.yml:2: broken YAML"),
        ("a: x\nb: 'y\n", "mkdocs.yml:3: broken YAML"),
        ("a: \x00\n", "mkdocs.yml: broken YAML"),
        ("a: 2025-02-31\n", "mkdocs.yml: broken YAML: day"),
        ("[a]: x\n", "mkdocs.yml:1: broken YAML"),
        ("- a\n", 'mkdocs.yml: expected "key: value" lines'),
        ("", 'mkdocs.yml: expected "key: value" lines'),
    ],
)
def test_a_broken_file_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(BadSettings) as fault:
        mkdocs_yml.loads(text)
    assert str(fault.value).startswith(said)
    assert "\n" not in str(fault.value)
