"""What of a page its readers see: not its scripts and forms, and not what hides until a script shows it."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

# Hold no text that a reader of the article sees.
_SILENT = frozenset((
    "audio", "button", "canvas", "embed", "head", "iframe", "input", "link", "map", "math", "meta", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "title",
))  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Visibility:
    """Knows what one tree shows."""

    def __init__(self, root: _Element) -> None:
        self._unhidden = _unhidden(root)

    def is_silent(self, element: _Element) -> bool:
        """Tell whether an element shows no text: a script, a button, a comment, a hidden box."""
        # The tag of a comment or processing instruction is a function.
        if not isinstance(element.tag, str) or element.tag in _SILENT:  # type: ignore[redundant-expr]
            return True
        return _is_hidden(element) and element not in self._unhidden


def _unhidden(root: _Element) -> frozenset[_Element]:
    """Return the hidden elements that a script unhides: those that hold most of the page's paragraphs.

    Pages made in pieces on the server (React) keep the whole article in a hidden box until a script moves it.
    """
    hidden = [element for element in root.iter(etree.Element) if _is_hidden(element)]
    if not hidden:
        return frozenset()
    total = sum(_prose(paragraph) for paragraph in root.iter("p"))
    return frozenset(element for element in hidden if 2 * sum(_prose(p) for p in element.iter("p")) > total)


def _prose(paragraph: _Element) -> int:
    return len(" ".join("".join(str(part) for part in paragraph.itertext()).split()))


def _is_hidden(element: _Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))
