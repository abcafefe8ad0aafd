"""The body of a page: the editor's Markdown byte for byte, but for links and a repeated title."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

GENEVA = "tags: [geneva]\ntitle: Talks *end* [here]\n---\nLede.\n"
LINK = '[Talks &#42;end&#42; &#91;here&#93;](../../../1962/06/08-geneva/ "Briefing of this event")'


def body_of(press: Callable[..., Any], body: str, head: str = "", **others: str) -> str:
    files = {"1962/06/08-geneva": GENEVA, "1971/01/21-me": f"{head}---\n{body}", **others}
    found: str = press(files).body("1971/01/21-me.md")
    return found


def test_a_tied_item_gets_a_link_and_others_keep_their_bytes(press: Callable[..., Any]) -> None:
    made = body_of(press, "L.\n\n## Background\n\n- **1962-06-08** — Geneva.  \n- **1962-06-09** — Geneva.\n\nEnd.")
    assert made == f"L.\n\n## Background\n\n- **1962-06-08** — Geneva. {LINK}\n- **1962-06-09** — Geneva.\n\nEnd."


def test_children_continued_lines_and_line_ends_are_respected(press: Callable[..., Any]) -> None:
    made = body_of(
        press,
        "L.\r\n\r\n## Background\r\n\r\n- One.\r\n    - **1962-06-08** — In Geneva\r\n      it ended.\r\n- Two.\r\n",
    )
    assert made.endswith(f"    - **1962-06-08** — In Geneva\r\n      it ended. {LINK}\r\n- Two.\r\n")


def test_an_item_of_a_second_background_gets_its_own_link(press: Callable[..., Any]) -> None:
    made = body_of(press, "L.\n\n## Background\n\n- One.\n- Two.\n\n## Context\n\n- **1962-06-08** — Geneva.\n")
    assert made.endswith(f"- Two.\n\n## Context\n\n- **1962-06-08** — Geneva. {LINK}\n")


def test_code_that_looks_like_items_confuses_nothing(press: Callable[..., Any]) -> None:
    made = body_of(press, "L.\n\n## Background\n\n```\n- **1962-06-08** — Geneva.\n```\n\n- **1962-06-08** — Geneva.\n")
    assert made.endswith(f"```\n- **1962-06-08** — Geneva.\n```\n\n- **1962-06-08** — Geneva. {LINK}\n")


def test_an_editors_link_becomes_the_link_of_its_item_and_shows_the_headline_where_it_says_nothing(
    press: Callable[..., Any],
) -> None:
    made = body_of(
        press, "L.\n\n## Background\n\n- **1962-06-08** — Geneva. [Briefing](../../1962/06/08-geneva.md 'Old')\n"
    )
    assert made.endswith(f"Geneva. {LINK}\n")
    later = {"1980/01/01-later": "---\nL.\n"}
    made = body_of(press, "L.\n\n## Background\n\n- **1962-06-08** — X. [B](1980/01/01-later.md)\n", **later)
    assert made.endswith('X. [B](../../../1980/01/01-later/ "Briefing, reported later")\n')


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("[a](../../1962/06/08-geneva.md)", "[a](../../../1962/06/08-geneva/)"),
        (
            "[a](../../1962/06/08-geneva.md#details 'T \"q\"')",
            '[a](../../../1962/06/08-geneva/#details "T &quot;q&quot;")',
        ),
        ("[a](<1962/06/08-geneva.md>)", "[a](../../../1962/06/08-geneva/)"),
        ("[a][r]\n\n[r]: ../../1962/06/08-geneva.md\n", "[a][r]\n\n[r]: ../../../1962/06/08-geneva/\n"),
        ("![a](../../media/a%20b.jpg)", "![a](../../../media/a%20b.jpg)"),
        ("![a](<../../media/a b.jpg>)", "![a](../../../media/a%20b.jpg)"),
        ("[a](/media/x.pdf)", "[a](../../../media/x.pdf)"),
        ("[a](https://example.org/x.md) [b](#c) [d](mailto:x@y.z)", None),
        ("`[a](../../1962/06/08-geneva.md)` [a](http://[)", None),
        ("[a](18-gone.md 'T') and ![b](x.jpg)", "a and b"),
        ("[a *b*](../../1962/06/gone.md)[c](#d)", "a *b*[c](#d)"),
        ("[![b](../../media/y.jpg)](18-gone.md)", "![b](../../../media/y.jpg)"),
        ("[a][r] [r] [R][] x[1]\n\n[r]: 18-gone.md 'T'\nEnd", "a r R x[1]\n\n\nEnd"),
        ("[a](../../../etc/passwd) [b](../../media/../x.md) [c](media/../../x)", "a b c"),
    ],
)
def test_links_become_final_addresses_or_their_words(press: Callable[..., Any], written: str, made: str | None) -> None:
    assert body_of(press, written) == (written if made is None else made)


@pytest.mark.parametrize("heading", ["# Title of me\n", "\n#  Title *of* me #\n", "Title of me\n====\n"])
def test_a_heading_that_repeats_the_title_is_dropped(press: Callable[..., Any], heading: str) -> None:
    assert body_of(press, f"{heading}Lede.\n") == "Lede.\n"


@pytest.mark.parametrize("heading", ["# Another title\n", "## Title of me\n", "Title of me\n"])
def test_any_other_beginning_stays(press: Callable[..., Any], heading: str) -> None:
    assert body_of(press, f"{heading}Lede.\n") == f"{heading}Lede.\n"


@given(text=st.text(st.characters(exclude_characters="\x00[#\r", codec="utf-8"), max_size=200))
def test_a_body_without_links_comes_through_byte_for_byte(press: Callable[..., Any], text: str) -> None:
    if text.startswith(("\n---", "---")):
        return  # would end the front matter again
    body = f"Lede.\n{text}"
    assert body_of(press, body) == body


def test_a_withdrawn_briefing_has_no_body_and_stands_in_no_list(press: Callable[..., Any]) -> None:
    gone = (
        "status: withdrawn\nreason: It was wrong.\ntags: [nasa]\noutlet: wire\n"
        "attribution: [{name: X, kind: named}]\n---\nSecret.\n"
    )
    made = press({"1962/06/08-geneva": GENEVA, "1963/01/01-gone": gone})
    archive = made.archive("1963/01/01-gone.md")
    assert (archive["status"], archive["reason"], archive["sources"], archive["subjects"]) == (
        "withdrawn",
        "It was wrong.",
        None,
        [],
    )
    assert made.body("1963/01/01-gone.md") == ""
    assert [path for path, text in made.items() if "gone" in text] == ["1963/01/01-gone.md"]
    assert "tags/nasa/index.md" not in made
    assert "1963/01/index.md" not in made
    assert archive["month"]["url"] == "../../../calendar/"
    assert archive["outlet"]["url"] is None


def test_drafts_are_shown_only_where_asked_for(press: Callable[..., Any]) -> None:
    files = {
        "1962/06/08-geneva": "status: draft\n" + GENEVA,
        "1971/01/21-me": "---\nSee [it](../../1962/06/08-geneva.md).\n\n## Background\n\n- **1962-06-08** — Geneva.\n",
    }
    public, preview = press(files), press(files, drafts=True)
    assert "1962/06/08-geneva.md" not in public
    assert "geneva/" not in "".join(public.values())
    assert "See it." in public.body("1971/01/21-me.md")
    assert preview.archive("1962/06/08-geneva.md")["status"] == "draft"
    assert LINK in preview.body("1971/01/21-me.md")
