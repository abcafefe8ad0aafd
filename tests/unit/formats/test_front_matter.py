"""Front matter as lines: plain where plain is safe, in our order when new, in the editor's order when his."""

from __future__ import annotations

import dataclasses

import pytest
import yaml

from builder.errors import MalformedCopy
from builder.formats import briefing_md, front_matter
from builder.model.briefing import Attribution, Briefing, SourceKind, Status
from builder.model.ids import OutletId, Slug, TagId


def head(**fields: object) -> str:
    return front_matter.dumps(Briefing(slug=Slug("x"), **{"headline": "T", **fields}))  # type: ignore[arg-type]  # any of them


def test_a_new_head_is_what_an_editor_would_type() -> None:
    briefing = Briefing(
        slug=Slug("x"),
        headline="US and Russian figures held unannounced talks, say sources",
        outlet=OutletId("ukrainska-pravda"),
        byline=("Iryna Balachuk",),
        language="no",
        attribution=(
            Attribution(name="Reuters", kind=SourceKind.OUTLET),
            Attribution(name="sources, close", kind=SourceKind.ANONYMOUS, count=3),
        ),
        tags=(TagId("russia"), TagId("united-states")),
        status=Status.DRAFT,
    )
    assert front_matter.dumps(briefing) == (
        "---\n"
        "title: US and Russian figures held unannounced talks, say sources\n"
        "outlet: ukrainska-pravda\n"
        "byline: [Iryna Balachuk]\n"
        'language: "no"\n'
        "attribution:\n"
        "  - {name: Reuters, kind: outlet}\n"
        '  - {name: "sources, close", kind: anonymous, count: 3}\n'
        "tags: [russia, united-states]\n"
        "status: draft\n"
        "---\n"
    )


@pytest.mark.parametrize(
    "text", ["1962", "1e5", "no", "Null", ",a", "a: b", "a #b", "- a", "a ", "", "tab\t", "007", "'a'", "`a`"]
)
def test_what_some_reader_of_yaml_takes_for_something_else_is_quoted(text: str) -> None:
    line = head(dateline=text).splitlines()[2]
    assert line.startswith('dateline: "')
    assert yaml.safe_load(line) == {"dateline": text}


@pytest.mark.parametrize(
    "text", ["Iryna Balachuk", "Łódź", "a, b, and c", "https://e.org/a/b", "Talks (again) & more", "d’Estaing"]
)
def test_plain_words_stay_plain(text: str) -> None:
    assert f"dateline: {text}\n" in head(dateline=text)


def test_many_words_stand_one_a_line() -> None:
    assert head(other_stories=("a" * 60, "b" * 60)).count("\n  - ") == 2


def test_fields_come_with_the_lines_of_their_keys() -> None:
    fields, lines = front_matter.loads("title: x\n\ntags:\n  - a\nstatus: draft\n")
    assert fields["headline"] == "x"
    assert fields["tags"] == ("a",)
    assert lines == {"title": 2, "tags": 4, "status": 6}


LOADED = "---\nstatus: draft\ntitle: A  # set\ndate: 2025-02-21 08:09+0200\n---\nBody.\n"


def test_an_unchanged_head_is_not_touched() -> None:
    briefing = briefing_md.loads(LOADED, slug=Slug("x"))
    assert front_matter.dumps(briefing) == LOADED.removesuffix("Body.\n")


def test_a_changed_key_changes_and_the_order_stays() -> None:
    briefing = dataclasses.replace(
        briefing_md.loads(LOADED, slug=Slug("x")), status=None, headline="B", tags=(TagId("t"),)
    )
    assert front_matter.dumps(briefing) == "---\ntitle: B  # set\ndate: 2025-02-21 08:09+0200\ntags: [t]\n---\n"


def test_a_head_in_one_flow_mapping_is_written_anew() -> None:
    briefing = briefing_md.loads("---\n{title: x, status: draft}\n---\n", slug=Slug("x"))
    assert front_matter.dumps(dataclasses.replace(briefing, headline="New")) == "---\ntitle: New\nstatus: draft\n---\n"


def test_a_head_without_an_end_is_refused() -> None:
    briefing = Briefing(slug=Slug("x"), headline="T", layout=briefing_md.Layout(head="---\ntitle: x\n"))
    with pytest.raises(MalformedCopy, match="the front matter has no end"):
        front_matter.dumps(briefing)


@pytest.mark.parametrize(
    "address", ["ftp://e.org/", "//e.org/", "http://", "https://e.org/<b>", "data:text/html,x", "https://e.org/\u00a0"]
)
def test_only_addresses_of_the_web_are_addresses(address: str) -> None:
    with pytest.raises(MalformedCopy, match=r"is not an http\(s\) address"):
        front_matter.loads(f'title: x\nurl: "{address}"\n')
