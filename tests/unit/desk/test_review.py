from __future__ import annotations

import datetime as dt

import pytest

from builder.desk.review import RULES, misfiled, review
from builder.findings import Finding, Severity
from builder.formats import briefing_md, outlets_yml, taxonomy_yml
from builder.model.address import stem
from builder.model.archive import Archive
from builder.model.ids import Slug

TODAY = dt.date(2025, 3, 1)
CLEAN = """\
---
title: A clean one
date: 2025-02-21
outlet: example-times
attribution: [{name: Reuters, kind: outlet}]
tags: [geneva]
---
Lede.

## Background

- **2025-02-09** — Talks began.
"""


def copy(url: str, day: str) -> tuple[str, str]:
    """Return what to replace in the clean briefing, and by what, for it to name an archived copy."""
    tags = "tags: [geneva]\n"
    return tags, f"{tags}url: http://paper.example/a/?b=1\narchived: [{{url: '{url}', date: {day}}}]\n"


def findings(text: str) -> list[Finding]:
    briefing = briefing_md.loads(text, slug=Slug("a"))
    taxonomy = taxonomy_yml.loads("geneva: {label: {en: Geneva}, kind: place}\n")
    archive = Archive.of([briefing], taxonomy, outlets_yml.loads("example-times: {name: Example Times}\n"))
    return list(review(archive, TODAY, paths=lambda _: "a.md"))


def test_a_clean_briefing_has_no_findings() -> None:
    assert findings(CLEAN) == []


CASES = [
    ("TAG101", 6, "tags: [geneva]", "tags: [genva]", 'unknown tag "genva"; did you mean "geneva"?'),
    ("OUT101", 4, "outlet: example-times", "outlet: exampel-times", 'did you mean "example-times"?'),
    ("OUT101", 1, "outlet: example-times\n", "", "no outlet"),
    ("ATT001", 1, "attribution: [{name: Reuters, kind: outlet}]\n", "", "nobody is named"),
    ("DATE001", 3, "date: 2025-02-21", "date: 2025-03-03", "lies in the future"),
    ("DATE002", 1, "date: 2025-02-21\n", "", "no date of publication"),
    ("DATE003", 7, "tags: [geneva]\n", "tags: [geneva]\nupdated: 2025-02-20\n", "updated before"),
    ("COPY001", 8, *copy("https://www.paper.example/a?b=1#top", "2025-02-21"), "is the original; name a copy of it"),
    (
        "COPY001",
        8,
        *copy("https://web.archive.example/web/2025*/https://paper.example/a", "2025-02-21"),
        "a list of copies",
    ),
    ("COPY002", 8, *copy("https://copies.example/x", "2025-02-19"), "older than the report of 2025-02-21"),
    ("COPY002", 8, *copy("https://copies.example/x", "2025-03-03"), "the copy of 2025-03-03 lies in the future"),
    (
        "COPY002",
        8,
        *copy("https://w.example/web/20250224101500id_/https://a.example/", "2025-02-22"),
        "says 2025-02-24",
    ),
    ("BG001", 12, "**2025-02-09**", "**2025-02-22**", "later than its article"),
    ("BG002", 12, "**2025-02-09**", "**2025-02-31**", '"2025-02-31" is no date'),
    ("STAT001", 7, "tags: [geneva]\n", "tags: [geneva]\nstatus: withdrawn\n", "without a reason"),
    ("MERGE001", 8, "Lede.", "<<<<<<< edited\nLede.\n=======\nLead.\n>>>>>>> incoming", "a merge left two versions"),
    ("TEXT002", 8, "Lede.", "- " * 201 + "x", "lists or quotations more than 200 deep; flatten them"),
    ("TEXT002", 9, "Lede.", "Lede.\n" + "1. > " * 100 + "x", "lists or quotations more than 200 deep"),
    ("TEXT002", 9, "Lede.", "Lede.\n" + " " * 900 + "* x", "lists or quotations more than 200 deep"),
    ("TEXT002", 10, "Lede.", "Lede.\n\n" + "[a](" * 2001, 'more than 2000 "[" in a paragraph'),
    ("TEXT001", 8, CLEAN.split("---\n")[2], "", "there is no text"),
]


@pytest.mark.parametrize(
    "text",
    [
        "- " * 400,
        "> - x\n" * 400,
        "[a](b)\n\n" * 4000,
        "- [a](b)\n" * 4000,
        "1. [a](b)\n" * 4000,
        "| [a](b) |\n" * 4000,
        "```\n" + " " * 900 + "x\n```",
    ],
)
def test_rules_long_texts_and_indented_code_nest_nothing(text: str) -> None:
    assert "TEXT002" not in [finding.code for finding in findings(CLEAN.replace("Lede.", text))]


@pytest.mark.parametrize(("code", "line", "old", "new", "message"), CASES)
def test_each_rule_finds_its_fault_on_its_line(code: str, line: int, old: str, new: str, message: str) -> None:
    found = [finding for finding in findings(CLEAN.replace(old, new)) if finding.code == code]
    assert [finding.line for finding in found] == [line]
    assert message in found[0].message


def test_what_a_draft_still_lacks_is_only_noted() -> None:
    draft = CLEAN.replace("outlet: example-times\nattribution: [{name: Reuters, kind: outlet}]\n", "status: draft\n")
    assert [(one.code, one.severity) for one in findings(draft)] == [
        ("OUT101", Severity.NOTE),
        ("ATT001", Severity.NOTE),
    ]


def test_every_rule_has_a_case() -> None:
    assert {code for code, _ in RULES} == {case[0] for case in CASES}


def test_tomorrow_is_no_future_for_it_has_begun_somewhere() -> None:
    assert findings(CLEAN.replace("date: 2025-02-21", "date: 2025-03-02")) == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://web.archive.example/web/20250222233000/https://paper.example/a?b=1", "2025-02-23"),
        ("https://copies.example/Ab1", "2025-02-20"),
        ("https://copies.example/20251399000000/", "2025-03-02"),
        ("https://paper.example/a/?b=2", "2025-02-21T10:00:00+01:00"),
    ],
)
def test_a_copy_may_be_of_a_day_beside_for_archives_count_in_utc(url: str, day: str) -> None:
    assert findings(CLEAN.replace(*copy(url, day))) == []


def test_a_file_under_another_day_is_found() -> None:
    briefing = briefing_md.loads(CLEAN, slug=Slug("a"))
    archive = Archive.of([briefing], taxonomy_yml.loads(""), {})
    assert list(misfiled(archive, paths=lambda b: f"briefings/{stem(b)}.md")) == []
    (found,) = misfiled(archive, paths=lambda _: "briefings/2025/02/20-a.md")
    assert (found.code, found.line) == ("FILE003", 3)
    assert "briefings/2025/02/21-a.md" in found.message
