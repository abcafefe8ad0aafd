"""Markdown bodies to HTML: one converter for many pages, and no search for syntax that a page does not use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

if TYPE_CHECKING:
    from markdown.inlinepatterns import Pattern
    from mkdocs.config.defaults import MkDocsConfig

_T = TypeVar("_T")

# Syntax of Markdown's own and of the extensions that the project uses, with what must stand in the text for it to
# match. Any other is always looked for.
_INLINE: Mapping[str, str] = {
    "autolink": "<",
    "automail": "<",
    "backtick": "`",
    "entity": "&",
    "escape": "\\",
    "footnote": "[^",
    "html": "<",
    "image_link": "![",
    "image_reference": "![",
    "linebreak": "  \n",
    "link": "[",
    "reference": "[",
    "short_image_ref": "![",
    "short_reference": "[",
}
_REFERENCES = frozenset({"image_reference", "reference", "short_image_ref", "short_reference"})
_BLOCKS: Mapping[str, str] = {
    "footnote": "[^",
    "hashheader": "#",
    "quote": ">",
    "reference": "]:",
    "table": "|",
}
_ANY_INLINE = r"[<`&\\[]|  \n"
"""A text in which nothing matches this holds no syntax of ``_INLINE``."""
_EMPHASIS = "em_strong"
"""The name of one pattern for all that stands between pairs of characters."""


class Bodies:
    """Converts the bodies of a build, each as if it were the only one."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._extensions = list(config.markdown_extensions)
        self._settings: dict[str, dict[str, Any]] = config.mdx_configs or {}
        self._markdown: Markdown | None = None

    def html(self, text: str) -> tuple[str, list[Any]]:
        """Return the HTML of a body and the tokens of its table of contents (none without the ``toc`` extension).

        A new ``Markdown`` for every page, as MkDocs makes it, costs a seventh of the conversion.
        """
        markdown = self._markdown or self._converter()
        # A conversion that raises leaves its state behind (an open list, half a stash): then the next begins anew.
        self._markdown = None
        html = markdown.reset().convert(text)
        self._markdown = markdown
        return html, getattr(markdown, "toc_tokens", [])

    def _converter(self) -> Markdown:
        markdown = Markdown(extensions=self._extensions, extension_configs=self._settings)
        patterns = markdown.inlinePatterns
        known = len(patterns) == sum(name in patterns for name in (*_INLINE, _EMPHASIS))
        markdown.treeprocessors.register(_OnlyWhatIsThere(markdown, known=known), "inline", 20)
        markdown.preprocessors.register(_Expect(markdown, known=known), "briefings-expect", -1000)
        # Another class under this name is an extension's, and knows better.
        if type(markdown.preprocessors["html_block"]) is HtmlBlockPreprocessor:
            markdown.preprocessors.register(_HtmlBlocks(markdown), "html_block", 20)
        return markdown


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Python-Markdown's search for raw HTML, where there is something that could be some."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Unescape(UnescapeTreeprocessor):
    """Python-Markdown's last pass over every text and attribute, for the backslashes that a page has."""

    wanted = True

    def run(self, root: Element) -> None:
        if self.wanted:
            super().run(root)


class _Expect(Preprocessor):
    """Looks at the text when all preprocessors are done with it, and takes out of the way what cannot match there."""

    def __init__(self, md: Markdown, *, known: bool) -> None:
        super().__init__(md)
        self._blocks = md.parser.blockprocessors
        self._chosen: dict[frozenset[str], Registry[Any]] = {}
        self._toc = next((one for one in md.treeprocessors if isinstance(one, TocTreeprocessor)), None)
        self._marker = self._toc.marker if self._toc else ""
        self._unescape = _Unescape(md)
        # A pattern that is not known here may write what this pass is for without a backslash.
        if known and type(md.treeprocessors["unescape"]) is UnescapeTreeprocessor:
            md.treeprocessors.register(self._unescape, "unescape", 0)

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        without = frozenset(name for name, mark in _BLOCKS.items() if mark not in text)
        if without not in self._chosen:
            self._chosen[without] = _less(self._blocks, without)
        self.md.parser.blockprocessors = self._chosen[without]
        self._unescape.wanted = "\\" in text
        if self._toc:
            # The search for the place of a table of contents reads every element once for each that it stands in.
            self._toc.marker = self._marker if self._marker in text else ""
        return lines


class _OnlyWhatIsThere(InlineProcessor):
    """Python-Markdown's inline syntax, less what cannot match on this page.

    It tries each of its patterns on each piece of text, which is a third of the whole conversion. Plain prose needs
    two or three of fourteen, and most of its paragraphs none.
    """

    def __init__(self, md: Markdown, *, known: bool) -> None:
        super().__init__(md)
        self._all = md.inlinePatterns
        self._syntax: re.Pattern[str] | None = None
        if known and _EMPHASIS in self._all:
            self._syntax = re.compile(f"{_ANY_INLINE}|{self._all[_EMPHASIS].pattern}")
        self._chosen: dict[frozenset[str], list[Pattern]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        text = "".join(tree.itertext())
        without = frozenset(name for name, mark in _INLINE.items() if mark not in text)
        if not self.md.references:
            without |= _REFERENCES
        if without not in self._chosen:
            self._chosen[without] = list(_less(self._all, without))
        # Only its length and its items are asked for, and a list gives them faster.
        self.inlinePatterns = self._chosen[without]  # type: ignore[assignment]
        plain = list(_plain(tree, self._syntax)) if self._syntax else []
        for element, words in plain:
            element.text = AtomicString(words)
        tree = super().run(tree, ancestors)
        for element, words in plain:
            element.text = words
        return tree


def _plain(tree: Element, syntax: re.Pattern[str]) -> Iterator[tuple[Element, str]]:
    """Yield the elements in whose text there is no syntax, with that text."""
    for element in tree.iter():
        words = element.text
        if words and not isinstance(words, AtomicString) and not syntax.search(words):
            yield element, words


def _less(registry: Registry[_T], without: frozenset[str]) -> Registry[_T]:
    chosen = registry[:]
    for name in without:
        chosen.deregister(name, strict=False)
    return chosen
