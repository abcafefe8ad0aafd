"""What a worker process does: one shard of staged pages in, their HTML in a folder out."""

from __future__ import annotations

import contextlib
import faulthandler
import functools
import gc
import multiprocessing
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File

from builder.engine import hook
from builder.engine.quiet import remarks
from builder.store.staging import MARK as STAGED_MARK

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Pages to render together, and where."""

    pages: tuple[tuple[str, bytes], ...]
    """Staged path and content."""
    config_file: str
    folder: str
    """A folder of this shard's own, empty."""
    seconds: float
    """When the worker ends itself, by the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What became of a shard."""

    places: tuple[tuple[str, str, int], ...]
    """Staged path, path in the site and length of the HTML in bytes, one behind the other in ``html_of``."""
    faults: tuple[tuple[str, str], ...]
    """Staged path of each page that was left out, and why."""
    remarks: tuple[str, ...]
    """What MkDocs warned of, beside that."""


def html_of(shard: Shard) -> Path:
    """Return the file that holds the HTML of a shard's pages.

    One file, because a thousand in a thousand folders, twice, cost a quarter of the time of rendering them.
    """
    return Path(shard.folder, "html")


def page_in_work(shard: Shard) -> str | None:
    """Return the page that a shard was at when it ended, or ``None`` if it was at none."""
    note = _note_of(shard)
    return note.read_text(encoding="utf-8").partition("\n")[0] or None if note.exists() else None


def render_shard(shard: Shard) -> Built:
    """Render a shard into its folder. What MkDocs raises is raised; ``page_in_work`` then names the page."""
    config, watcher = _site(shard.config_file)
    docs = Path(shard.folder, "docs")
    mark_staged(docs)
    config.docs_dir, config.site_dir = str(docs), str(Path(shard.folder, "site"))
    try:
        with _alive_for(shard.seconds), remarks() as heard, watcher.watching(shard):
            build(config)
        return Built(places=tuple(watcher.places), faults=tuple(watcher.faults()), remarks=tuple(heard))
    finally:
        watcher.forget()
        # MkDocs' pages and files know each other: what this shard held would lie about while the next one is built.
        gc.collect()


def load(config_file: str, **settings: str) -> MkDocsConfig:
    """Return the site's configuration, with our hook whatever it says: sanitising is not the archive's choice."""
    config = load_config(config_file, strict=False, **settings)
    # MkDocs declares a list of modules, and makes a mapping of them by the names they are given.
    hooks = cast("Mapping[str, ModuleType]", config.hooks)
    if not any(hasattr(module, "STAGED_MARK") for module in hooks.values()):
        config.plugins["briefings"] = hook  # type: ignore[assignment]
    return config


def mark_staged(docs: Path) -> None:
    """Tell the hook that a folder holds staged pages."""
    docs.mkdir(parents=True, exist_ok=True)
    (docs / STAGED_MARK).touch()


class _Watcher:
    """Takes part in MkDocs' events: hands it the pages, takes the HTML, and notes which page is in work."""

    def __init__(self) -> None:
        self.places: list[tuple[str, str, int]] = []
        self._files: list[File] = []
        self._shard: Shard
        self._html: BinaryIO
        self._note: int

    @contextlib.contextmanager
    def watching(self, shard: Shard) -> Iterator[None]:
        """Take part in a build of this shard."""
        self.places = []
        self._shard = shard
        self._note = os.open(_note_of(shard), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            with html_of(shard).open("wb") as self._html:
                yield
        finally:
            os.close(self._note)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield the pages that the hook left out, and why."""
        for file in self._files:
            if reason := getattr(file.page, "fault", None):
                yield file.src_uri, reason

    def forget(self) -> None:
        """Let go of the shard and its pages."""
        self._files, self.places = [], []
        del self._shard

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the shard's pages, which lie in no folder."""
        self._files = [File.generated(config, path, content=content) for path, content in self._shard.pages]
        for file in self._files:
            files.append(file)
        return files

    # Before the hook, which gives each file its page.
    on_files.mkdocs_priority = 100  # type: ignore[attr-defined]

    def on_pre_page(self, page: Page, **_event: object) -> None:
        """Note the page that is read and converted."""
        self._at(page)

    def on_page_context(self, _context: TemplateContext, page: Page, **_event: object) -> None:
        """Note the page that goes through its template."""
        self._at(page)

    def on_post_page(self, output: str, page: Page, **_event: object) -> str:
        """Take the page. MkDocs writes no file for an empty one."""
        if output.strip():
            # As MkDocs would write it.
            html = output.encode("utf-8", errors="xmlcharrefreplace")
            self._html.write(html)
            self.places.append((page.file.src_uri, page.file.dest_uri, len(html)))
        return ""

    def _at(self, page: Page) -> None:
        # One call and no buffer: the note must be true when the process is killed.
        os.pwrite(self._note, f"{page.file.src_uri}\n".encode(), 0)


@functools.lru_cache(maxsize=1)
def _site(config_file: str) -> tuple[MkDocsConfig, _Watcher]:
    """Return the configuration for every shard of this process, without the theme's own files (see ``assets``).

    MkDocs would make a new environment for every build, compile its templates (a quarter of a second) and go through
    Material's 14,000 icons to see what is to be copied.
    """
    config = load(config_file)
    config.theme.static_templates.clear()
    templates = config.theme.get_env()
    templates.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
    config.theme.get_env = lambda: templates  # type: ignore[method-assign]
    watcher = _Watcher()
    config.plugins["briefings-watcher"] = watcher  # type: ignore[assignment]
    # What is loaded now stays to the end; the collector need not look through it at every page.
    gc.collect()
    gc.freeze()
    return config, watcher


@contextlib.contextmanager
def _alive_for(seconds: float) -> Iterator[None]:
    """End this process unless the block ends in time, even where no Python code gets to run any more.

    Only a process that somebody else started: a caller that renders in its own process is not killed.
    """
    if multiprocessing.parent_process() is None:
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _note_of(shard: Shard) -> Path:
    return Path(shard.folder, "page-in-work")
