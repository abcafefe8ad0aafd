"""What templates are given beside their page, so that ten thousand of them cost little: parts that are made once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import markupsafe
from jinja2 import TemplateNotFound, pass_context
from jinja2.runtime import Context

from builder.languages.catalogue import ENGLISH, words_of
from builder.languages.templates import speak
from builder.press.words import locale

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig


_METHODS = frozenset(dir(dict))
_NOTHING = object()
_NO_DATE = re.compile(r"[?~%/X]")


def furnish(env: Environment, config: MkDocsConfig) -> None:
    """Give templates their words, ``chrome``, Material's (``phrase``), filters ``machine``, ``locale``, ``e``."""
    if "chrome" in env.globals:
        # A worker keeps its environment from shard to shard.
        return
    speak(env, words_of(language_of(config)))
    env.globals["chrome"] = _Chrome(env)
    env.globals["phrase"] = lru_cache(maxsize=None)(_Phrases(env, language_of(config)))
    env.filters["machine"] = machine
    env.filters["locale"] = locale
    env.filters["e"] = escaped
    # MkDocs chooses the class of environments, so that a method cannot be overridden in one.
    env.getattr = _looking_in_mappings(env.getattr)  # type: ignore[method-assign, assignment]


@lru_cache(maxsize=65536)
def machine(iso: str) -> str:
    """Return an EDTF date as HTML's ``datetime``, which knows neither doubt nor intervals: then it is empty."""
    plain = not _NO_DATE.search(iso) and ("T" in iso or len(iso) in (4, 7, 10))
    return iso if plain else ""


def escaped(value: object) -> str:
    """Return what Jinja's own ``e`` returns, as a string like any other.

    Jinja's is of a class that knows it is escaped, which nothing here asks: without autoescape, ``e`` is the last word
    on a value. A hundred values a page are escaped, and making that class of them is a sixth of a template's time.
    """
    if type(value) is not str:
        return markupsafe.escape(value)
    text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


def _looking_in_mappings(other: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Return ``other``, Jinja's ``a.b``, with a short cut for what templates mostly ask: an item of front matter.

    It gives what Jinja gives, which tries the attribute first and lets Python raise, two hundred times a page.
    """

    def look(of: Any, name: str) -> Any:  # noqa: ANN401 - whatever a template holds
        if type(of) is dict and name not in _METHODS:
            found = of.get(name, _NOTHING)
            if found is not _NOTHING:
                return found
        return other(of, name)

    return look


def language_of(config: MkDocsConfig) -> str:
    """Return the one language that the archive is published in; dates, words, Material's parts and search follow it."""
    said = config.extra.get("briefings")
    return str(said.get("language") or ENGLISH) if isinstance(said, dict) else ENGLISH


class _Chrome:
    """Includes a template that asks for nothing but settings, the kind of page and addresses below the root.

    The header, the search dialog and their like are a third of a page's templates, and there are only some dozen
    versions of them: relative addresses depend on how deep a page lies and, where they share a folder with it, on the
    first folder of its path.
    """

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._made: dict[tuple[str, str, str, str], str] = {}

    @pass_context
    def __call__(self, context: Context, name: str) -> str:
        page = context.get("page")
        # A page that is none (404.html) has absolute addresses, and comes once.
        folder = page.url.partition("/")[0] if page else ""
        key = (name, context.get("base_url", ""), folder, str(context.get("kind", "")))
        html = self._made.get(key)
        if html is None:
            values: Mapping[str, Any] = context.get_all()
            html = self._made[key] = self._env.get_template(name).render(values)
        return html


class _Phrases:
    """Material's own translation, with its English where that has nothing to say, and the key where that has neither.

    Its macro makes a table of a hundred phrases each time it is asked for one, and every page asks for four.
    """

    def __init__(self, env: Environment, language: str) -> None:
        self._env = env
        # Material has "pt-BR" and "de".
        self._languages = (language, language.partition("-")[0], ENGLISH)

    def __call__(self, key: str) -> str:
        for language in self._languages:
            try:
                words = self._env.get_template(f"partials/languages/{language}.html").module
            except TemplateNotFound:
                continue
            if said := str(words.t(key)):  # type: ignore[attr-defined]  # a macro of the template
                return said
        return key
