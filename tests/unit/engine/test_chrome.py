"""Templates get what Jinja would give them, and parts that are the same on many pages are rendered once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from jinja2 import DictLoader, Environment, Undefined
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from builder.engine.chrome import escaped, furnish, machine

WORDS = '{% macro t(key) %}{{ {"skip": "Zum Inhalt"}[key] }}{% endmacro %}'
ENGLISH = '{% macro t(key) %}{{ {"skip": "Skip", "edit": "Edit"}[key] }}{% endmacro %}'
TEMPLATES = {
    "part.html": "{{ base_url }} {{ kind }} {{ seen.append(1) or '' }}",
    "page.html": '{% set kind = "tag" %}{{ chrome("part.html") }}',
    "partials/languages/de.html": WORDS,
    "partials/languages/en.html": ENGLISH,
}


def environment(**more: str) -> Environment:
    env = Environment(loader=DictLoader({**TEMPLATES, **more}), autoescape=False)  # noqa: S701 - as MkDocs makes it
    furnish(env, cast("MkDocsConfig", SimpleNamespace(extra={"briefings": {"language": "de"}})))
    return env


def test_a_part_is_rendered_once_for_pages_from_which_addresses_are_the_same() -> None:
    template, seen = environment().get_template("page.html"), list[int]()

    def made(url: str, base: str) -> str:
        return template.render(page=SimpleNamespace(url=url), base_url=base, seen=seen).strip()

    assert [made("tags/a/", "../.."), made("tags/b/", "../..")] == ["../.. tag"] * 2
    assert len(seen) == 1
    # Another folder may be one that a link leads into, and another depth needs another way up.
    assert made("1962/06/", "../..") == "../.. tag"
    assert made("tags/a/page/2/", "../../../..") == "../../../.. tag"
    assert len(seen) == 3


def test_a_phrase_falls_back_to_english_and_then_to_its_key() -> None:
    template = environment(**{"a.html": "{% set t = phrase %}{{ t('skip') }}|{{ t('edit') }}|{{ t('no.such') }}"})
    assert template.get_template("a.html").render() == "Zum Inhalt|Edit|no.such"


@pytest.mark.parametrize("name", ["title", "items", "get", "missing", "__class__"])
def test_a_name_after_a_dot_means_what_it_means_to_jinja(name: str) -> None:
    values = {"title": "T", "items": [1], "get": 2}
    for of in (values, SimpleNamespace(**values), "text", None):
        ours, plain = (repr(env.getattr(of, name)) for env in (environment(), Environment(autoescape=True)))
        assert ours.partition(" at ")[0] == plain.partition(" at ")[0]


def test_furnishing_again_changes_nothing() -> None:
    env = environment()
    look = env.getattr
    furnish(env, cast("MkDocsConfig", SimpleNamespace(extra={"briefings": {"language": "fr"}})))
    assert env.getattr is look


@pytest.mark.parametrize("iso", ["1962", "1962-06", "1962-06-08", "2025-02-21T08:09:00+02:00"])
def test_a_plain_date_is_a_machines_date_too(iso: str) -> None:
    assert machine(iso) == iso


@pytest.mark.parametrize("iso", ["", "1962?", "1962-06~", "196X", "1962/1963", "1962-06-08%", "196"])
def test_doubt_and_intervals_are_none(iso: str) -> None:
    assert machine(iso) == ""


@pytest.mark.parametrize("value", ["<a href=\"x\">'&amp;'</a>", "plain", 7, None, Markup("<b>"), Undefined(), ["<"]])
def test_a_value_is_escaped_as_jinja_does(value: object) -> None:
    assert escaped(value) == str(escape(value))
    template = environment(**{"a.html": "{{ value | e }}"}).get_template("a.html")
    assert template.render(value=value) == str(escape(value))
