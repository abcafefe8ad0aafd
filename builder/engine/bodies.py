"""Markdown bodies to HTML: one converter for many pages, and no search for syntax that a page does not use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

if TYPE_CHECKING:
    from markdown.inlinepatterns import Pattern
    from mkdocs.config.defaults import MkDocsConfig

# Markdown's own inline syntax, with what must stand in the text for it to match. Syntax of extensions is not listed
# and always looked for.
_NEEDS: Mapping[str, str] = {
    "autolink": "<",
    "automail": "<",
    "backtick": "`",
    "entity": "&",
    "escape": "\\",
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
        markdown.treeprocessors.register(_OnlyWhatIsThere(markdown), "inline", 20)
        return markdown


class _OnlyWhatIsThere(InlineProcessor):
    """Python-Markdown's inline syntax, less what cannot match on this page.

    It tries each of its patterns on each piece of text, which is a third of the whole conversion. Plain prose needs
    two or three of fourteen.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._all = md.inlinePatterns
        self._chosen: dict[frozenset[str], Registry[Pattern]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        text = "".join(tree.itertext())
        without = frozenset(name for name, mark in _NEEDS.items() if mark not in text)
        if not self.md.references:
            without |= _REFERENCES
        if without not in self._chosen:
            self._chosen[without] = self._less(without)
        # The stubs name the wrong class of the two that are called InlineProcessor.
        self.inlinePatterns = self._chosen[without]  # type: ignore[assignment]
        return super().run(tree, ancestors)

    def _less(self, without: frozenset[str]) -> Registry[Pattern]:
        chosen = self._all[:]
        for name in without:
            chosen.deregister(name, strict=False)
        return chosen
