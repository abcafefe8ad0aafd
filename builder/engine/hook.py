"""The hook that MkDocs runs on both roads: `mkdocs build` of the whole archive, `briefings build` shard by shard."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import material
import mkdocs

from builder.engine.chrome import furnish, language_of
from builder.engine.pages import bound, faulty
from builder.engine.preview import DRAFTS
from builder.engine.search import SearchPages, search_bundle
from builder.formats.html import safe_id, sanitise
from builder.store.staging import MARK as STAGED_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

TIMELINE = "builder.formats.timeline:TimelineExtension"
"""The extension that draws backgrounds; it writes dates in the language that the archive is set to."""
_log = logging.getLogger("mkdocs.hooks.briefings")
_archives: dict[str, str] = {}
"""Staged folder -> the archive's own folder, for ``mkdocs serve`` to watch."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage the archive, unless the folder to build is staged pages, and make every page independent of the others."""
    if not (Path(config.docs_dir) / STAGED_MARK).exists():
        # Not at the top: a worker that renders pages has no use for the rest of the house.
        from builder.pipeline.site import stage  # noqa: PLC0415

        preview = bool(os.environ.get(DRAFTS))
        staged = str(stage(Path(config.config_file_path).parent, drafts=preview))
        _archives[staged] = config.docs_dir
        config.docs_dir = staged
        # A preview reloads by a script within the page, which the policy of the published site forbids.
        config.extra["preview"] = preview
    if config.nav is None:
        # Otherwise MkDocs makes one out of every page, in every page.
        config.nav = []
    language = language_of(config)
    config.theme["language"] = language
    config.mdx_configs.setdefault(TIMELINE, {}).setdefault("locale", language)
    # The sitemap is staged with the rest; MkDocs' own would know a shard's pages only.
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Let no page stop the build, and leave out what the theme brings along, which no page of ours links.

    That is Material's styles and scripts, and MkDocs' own sitemap, which would be copied unrendered.
    """
    bound(files, config)
    theirs = tuple(str(Path(package.__file__).parent) for package in (material, mkdocs) if package.__file__)
    for file in [file for file in files if str(file.abs_src_path).startswith(theirs)]:
        files.remove(file)
    return files


def on_page_content(html: str, page: Page, **_event: object) -> str:
    """Sanitise the rendered body, and let the table of contents follow its headings."""
    _follow(page.toc)
    return sanitise(html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates their functions, and leave out the pages that could not be rendered."""
    furnish(env, config)
    for file, reason in faulty(files):
        _log.warning("%s is left out: %s", file.src_uri, reason)
        files.remove(file)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Give a site that plain MkDocs built its search index; shards get theirs when they are put together."""
    if config.docs_dir not in _archives:
        return
    site = Path(config.site_dir)
    searched = SearchPages()
    for path in site.rglob("*.html"):
        searched.add(path.relative_to(site).as_posix(), path.read_bytes())
    cache = Path(config.config_file_path).parent / "build" / "cache"
    language = language_of(config)
    bundle = search_bundle(searched, lambda path: (site / path).read_bytes(), language=language, cache=cache)
    for name, content in bundle:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_event: object) -> LiveReloadServer:
    """Watch the archive, not what is staged from it: staging would otherwise set off the next build."""
    if archive := _archives.get(config.docs_dir):
        server.unwatch(config.docs_dir)
        server.watch(archive)
    return server


def _follow(headings: Iterable[AnchorLink]) -> None:
    for heading in headings:
        heading.id = safe_id(heading.id) or heading.id
        _follow(heading.children)
