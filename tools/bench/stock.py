"""The same briefings as a stock Material site: its own navigation, search and tags, nothing of ours.

The stock build that ours is judged against is what a newsroom sets up from Material's own documentation: the extensions
of its "Recommended configuration" (Setup, Extensions), word for word. A configuration that names no extension at all
is measured beside it; it is cheaper, and has neither footnotes nor notes nor highlighting.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from builder.formats import briefing_md
from builder.model.ids import Slug

THREE_PAGES = """\
nav:
  - Home: index.md
  - Tags: tags.md
  - About: about.md
"""
_SETTINGS = """\
site_name: Stock
theme:
  name: material
plugins:
  - search
  - tags
"""
RECOMMENDED = """\
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - toc:
      permalink: true
  - pymdownx.arithmatex:
      generic: true
  - pymdownx.betterem:
      smart_enable: all
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.tasklist:
      custom_checkbox: true
  - pymdownx.tilde
"""
"""Material's documented "Recommended configuration", which enables all that it has for Markdown. No network."""
NO_EXTENSIONS = ""
"""MkDocs' own three (toc, tables, fenced code), which are there unasked."""
_PAGES = {
    "index.md": "# Stock\n\nThe same briefings, built as Material builds them.\n",
    "tags.md": "# Tags\n\n<!-- material/tags -->\n",
    "about.md": "# About\n\nMade to be measured.\n",
}
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Environment in which MkDocs and Material print no banners."""


def write(folder: Path, briefings: Iterable[tuple[str, str]], *, nav: str, extensions: str) -> None:
    """Write a project for `mkdocs build`. Of the front matter it gets what stock MkDocs understands: title and tags."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS + extensions + nav, encoding="utf-8")
    for name, text in _PAGES.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    for path, text in briefings:
        briefing = briefing_md.loads(text, slug=Slug(Path(path).stem))
        head = f"title: {json.dumps(briefing.headline)}\ntags: {json.dumps(briefing.tags)}\n"
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{head}---\n{briefing.body}", encoding="utf-8")
