"""Our own Markdown comes in as the briefing it is."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import UnreadableInput
from builder.formats import briefing_md
from builder.model.briefing import Briefing
from builder.wire.given import markdown
from builder.wire.reader import Given

TEXT = """\
---
# Kept as it is.
title: Harbour bridge closes
date: 2025-03-04T08:09:00+01:00
tags: [bridges]
---
The bridge will be closed from Sunday.

## Background

- **1971-05-12** — The bridge was opened.
"""


def read(text: str, name: str = "bridge.md") -> Briefing:
    return markdown.read(Given(data=text.encode(), name=name, pasted=dt.date(2025, 3, 5)))


def test_a_briefing_is_taken_as_given() -> None:
    assert markdown.claims(TEXT.encode(), "bridge.txt")
    briefing = read(TEXT)
    assert briefing.headline == "Harbour bridge closes"
    assert briefing.tags == ("bridges",)
    assert len(briefing.background) == 1
    assert briefing_md.dumps(briefing) == TEXT


def test_the_slug_is_that_of_a_file_named_as_the_archive_names_them() -> None:
    assert read(TEXT, "old/briefings/2025/03/04-bridge-shut.md").slug == "bridge-shut"
    for name in ("bridge.md", "04-Bridge.md", "04-../x.md", "04-.md", "standard input", f"04-{'a' * 200}.md"):
        assert not read(TEXT, name).slug


def test_markdown_without_our_front_matter_is_not_claimed() -> None:
    for text in (
        "# Harbour bridge closes\n\nThe bridge …\n",
        "---\nlayout: post\npermalink: /x\n---\nText\n",
        "---\nThe title: of a book\n---\n",
        "Title: x\n---\n",
        "----- Forwarded -----\ntitle: x\n",
        "---\n",
        "",
    ):
        assert not markdown.claims(text.encode(), "x.md"), text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TEXT.replace("tags:", "tagz:"), 'line 5: FM002 unknown key "tagz"; did you mean "tags"?; mend that line'),
        (TEXT.replace("title:", "headline:"), 'line 3: FM002 unknown key "headline"; did you mean "title"?'),
        (TEXT.replace("title: Harbour bridge closes\n", ""), 'line 3: FM003 missing key "title"'),
        (TEXT.replace("2025-03-04T08", "2025-13-04T08"), "line 4: FM004 "),
        (TEXT.replace("\n---\nThe", "\nThe"), "line 1: FM001 the front matter has no end"),
        (TEXT.replace("[bridges]", "[bridges"), "line "),
        (TEXT.replace("[bridges]", "&a [*a]"), "line 5: FM001 an anchor or alias is not allowed here"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(text: str, reason: str) -> None:
    assert markdown.claims(text.encode(), "")
    with pytest.raises(UnreadableInput) as fault:
        read(text)
    assert str(fault.value).startswith(reason)
    assert str(fault.value).endswith("mend that line, or take the front matter away")


def test_windows_line_ends_and_a_byte_order_mark_are_understood() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert markdown.claims(text.encode(), "")
    assert read(text).headline == "Harbour bridge closes"
