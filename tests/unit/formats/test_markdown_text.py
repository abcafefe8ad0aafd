"""Escapes, by example; that they say exactly the text is a property test."""

from __future__ import annotations

import pytest

from builder.formats import markdown_text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Talks ended. It rained.", "Talks ended. It rained."),
        ("2 < 3 & 3 > 2", "2 &lt; 3 & 3 &gt; 2"),
        ("<b>", "&lt;b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("AT&T; R&D", "AT&amp;T; R&D"),
        ("*a* _b_ `c` [d](e)", r"\*a\* \_b\_ \`c\` \[d\](e)"),
        ("#MeToo", r"\#MeToo"),
        ("C# and #2", "C# and #2"),
        ("- a - b", r"\- a - b"),
        ("-5 degrees", "-5 degrees"),
        ("--- a", r"\--- a"),
        ("+1 for it", "+1 for it"),
        ("1962. The year", r"1962\. The year"),
        ("3.5 million", "3.5 million"),
        ("1) one", r"1\) one"),
        ("~~~", "&#126;~~"),
        ("===", "&#61;=="),
        (": a", "&#58; a"),
        ("  two\n lines\t", "two lines"),
        ("", ""),
    ],
)
def test_only_what_markdown_would_act_upon_is_escaped(text: str, written: str) -> None:
    assert markdown_text.dumps(text) == written
