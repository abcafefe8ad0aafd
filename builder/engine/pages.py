"""One page for MkDocs to render, bounded: what it cannot render is a fault of that page, never of the build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import orjson
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from builder.engine.bodies import Bodies
from builder.engine.cpu_time import TookTooLong, cpu_time

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

SECONDS = 20.0
"""CPU time a page may take. A long briefing takes 0.01 s; the square of a few thousand brackets takes minutes."""

# What Python-Markdown and its extensions raise on copy they did not expect (``[a](http://[)`` is a ValueError, five
# thousand nested quotations are a RecursionError, which is a RuntimeError).
_UNRENDERABLE = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


class BoundedPage(Page):
    """A MkDocs page that renders by itself, within bounds."""

    bodies: Bodies
    """Converts the bodies of this build."""
    fault: str | None = None
    """Why the page could not be rendered, or ``None``. A page with a fault does not belong in the site."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the staged file. Front matter that MkDocs would print as text is a fault.

        Staged front matter is one JSON value to a key, which reads twenty times as fast as the same text as YAML. Any
        other goes MkDocs' own way.
        """
        try:
            text = self.file.content_bytes.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            self.markdown, self.meta = "", {}
            self.fault = f"it is not UTF-8 ({fault}); save the file as UTF-8"
            return
        staged = _staged(text.replace("\r\n", "\n"))
        if staged is not None:
            self.markdown, self.meta = staged
            return
        super().read_source(config)
        if not self.meta and text.startswith("---"):
            self.markdown = ""
            self.fault = "its front matter is broken; briefings check says where"

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the parameters are MkDocs'
        """Convert the body as if it were the only page of the site.

        Links in staged pages are final URLs, already checked. MkDocs' own rendering takes them for paths below
        ``docs_dir`` and rewrites those it finds, so it is left out: a page is the same alone, in a shard, in the whole.
        """
        if self.fault is not None:
            self.content = ""
            return
        try:
            with cpu_time(SECONDS):
                self.content, tokens = self.bodies.html(self.markdown or "")
            self.toc = get_toc(tokens)
        except _UNRENDERABLE as fault:
            self.content = ""
            self.fault = _plainly(fault)


def _plainly(fault: Exception) -> str:
    """Return what an editor is told of a fault: what is wrong with the text, and what to do."""
    if isinstance(fault, TookTooLong):
        spent = f"more than {fault.seconds:g} s of CPU time went into its text"
        return f"{spent}; take out brackets and angle brackets that nothing closes, or part it into shorter paragraphs"
    if isinstance(fault, RecursionError):
        return "lists, quotations or brackets stand too deep within each other; flatten them to a few levels"
    said = " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
    return f"MkDocs stumbles over its text ({said}); write unusual brackets, tables or HTML more simply"


def bound(files: Files, config: MkDocsConfig) -> None:
    """Give every Markdown file of the build a bounded page."""
    bodies = Bodies(config)
    for file in files.documentation_pages():
        page = BoundedPage(None, file, config)
        page.bodies = bodies
        # What an editor edits is the briefing, not the page staged from it.
        page.edit_url = None


def faulty(files: Files) -> Iterator[tuple[File, str]]:
    """Yield the files whose pages could not be rendered, with the reason."""
    for file in files.documentation_pages():
        if isinstance(file.page, BoundedPage) and file.page.fault is not None:
            yield file, file.page.fault


def _staged(text: str) -> tuple[str, dict[str, Any]] | None:
    """Return body and front matter of a page that ``press`` wrote, or ``None`` for any other."""
    # A JSON value stands on one line, so the first line of three hyphens is the end.
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        return None
    meta = {}
    try:
        for line in text[4:end].split("\n"):
            key, _, value = line.partition(": ")
            meta[key] = orjson.loads(value)
    except ValueError:
        return None
    return text[end + 5 :].lstrip("\n"), meta
