"""Background items by their place, and as plain sentences."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from builder.formats import md_links, prose
from builder.model.briefing import BackgroundItem
from builder.model.event import ItemPath

_SENTENCE_ENDS = (".", "!", "?", "…", "。", "”", '"')


def walk(items: tuple[BackgroundItem, ...], above: ItemPath = ()) -> Iterator[tuple[ItemPath, BackgroundItem]]:
    """Yield every item with its path, children after their parent: the order of the text."""
    for i, item in enumerate(items):
        path = (*above, i)
        yield path, item
        if item.children:
            yield from walk(item.children, path)


def sentence(text: str) -> str:
    """Return an item's Markdown as plain text, without a link to a briefing that stands after its last sentence."""
    if ".md" in text:
        for link in md_links.find(text):
            before = text[: link.start].rstrip()
            if target_path(link.target) and not text[link.end :].strip(" .") and before.endswith(_SENTENCE_ENDS):
                text = before
                break
    return prose.plain(text)


def begins(item: BackgroundItem, words: str) -> bool:
    """Tell whether an item begins with an editor's words, whatever the marks, the case and the white space."""
    wanted = prose.plain(words).casefold().rstrip(".… ")
    return bool(wanted) and prose.plain(item.text).casefold().startswith(wanted)


def target_path(target: str) -> str | None:
    """Return the file that a link's target names, unquoted and without fragment; ``None`` if it is no Markdown file."""
    path = unquote(target.split("#", 1)[0].split("?", 1)[0]).strip()
    return path if path.endswith(".md") and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", path) else None


def places(origin: str, path: str) -> tuple[str, str]:
    """Return the stems that a link in a briefing may mean: seen from its own folder, and from the archive's root."""
    path = path.removesuffix(".md")
    here = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
    return here, posixpath.normpath(path.lstrip("/"))
