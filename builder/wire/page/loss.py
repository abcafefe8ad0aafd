"""Text in against text out: whether the tree of a page still holds what its markup says."""

from __future__ import annotations

import html
import re

from lxml import etree
from lxml.html import HtmlElement

_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|textarea|title|svg|iframe|select|object)\b.*?</\1\s*>"
    r"""|<[/!?A-Za-z](?:"[^"]*+"|'[^']*+'|[^"'>])*+>|<[/!?A-Za-z][^>]*>""",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN = ("script", "style", "noscript", "template", "textarea", "title", "svg", "iframe", "select", "object")
_BORNE = 0.01
"""Of the words that the markup holds outside scripts: from here on an editor is told."""
_FEWEST = 5
"""Words. Markup written carelessly ("a < b") costs as many on either count."""


def strip(root: HtmlElement) -> None:
    """Take out of a tree what no reader sees; each step over a smaller tree is quicker."""
    etree.strip_elements(root, *_UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def remarks(markup: str, root: HtmlElement) -> tuple[str, ...]:
    """Return a remark where a stripped tree has lost more than one word in a hundred of its markup.

    Words are counted, not compared: what is lost when a parser gives up is a part of the page, not a letter here and
    there.
    """
    # Without its entities, for a space that is written as one is no word.
    said = len(html.unescape(_MARKUP.sub(" ", markup)).split())
    kept = len(" ".join(str(part) for part in root.itertext()).split())
    if said - kept <= max(_FEWEST, _BORNE * said):
        return ()
    return (f"{said - kept:,} of {said:,} words of the page were lost in reading it: compare it with the page",)
