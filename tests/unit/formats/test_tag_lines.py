"""The tags of a file exchanged, and nothing else of it touched."""

from __future__ import annotations

import pytest

from builder.errors import MalformedCopy
from builder.formats.tag_lines import retagged
from builder.model.ids import TagId

NAMES = {TagId("geneva"): TagId("geneva-city"), TagId("part"): TagId("whole")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: [moscow, geneva]  # two\ntitle: x", "tags: [moscow, geneva-city]  # two\ntitle: x"),
        ("tags:   # places\n  - 'geneva'  # on the lake\n  - moscow", "tags:   # places\n  - 'geneva-city'  # on the lake\n  - moscow"),
        ("title: x\ntags: [part, moscow, whole]  # c", "title: x\ntags: [whole, moscow]  # c"),
        ("tags: [moscow]", "tags: [moscow]"),
        ("storylines: [geneva]\ntitle: geneva", "storylines: [geneva]\ntitle: geneva"),
        ("tags: geneva", "tags: geneva"),
    ],
)  # fmt: skip
def test_only_the_tags_change(before: str, after: str) -> None:
    body = "tags: [geneva]\n\n---\ntags: [geneva]\n"
    assert retagged(f"---\n{before}\n---\n{body}", NAMES) == f"---\n{after}\n---\n{body}"


def test_a_byte_order_mark_and_line_ends_stay() -> None:
    before = "\ufeff---\r\ntags: [geneva]\r\ntitle: x\r\n---\r\nText.\r\n"
    assert retagged(before, NAMES) == before.replace("geneva", "geneva-city")


@pytest.mark.parametrize(
    "text", ["tags: [geneva]\n", "---\ntags: [geneva\n---\n", "---\n{title: x, tags: [geneva]}\n---\n"]
)
def test_what_cannot_be_told_apart_is_refused(text: str) -> None:
    with pytest.raises(MalformedCopy):
        retagged(text, NAMES)
