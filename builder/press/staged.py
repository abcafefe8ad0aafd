"""A staged page: front matter that every reader of YAML reads alike, then Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import orjson


@dataclass(frozen=True, slots=True)
class StagedPage:
    """One page on its way to the site engine."""

    path: str
    """Below the staging folder, with forward slashes: ``1962/06/08-geneva-talks.md``."""
    text: str


# What JSON lets stand and YAML 1.1 does not: it forbids DEL, C1 and non-characters, breaks lines at U+0085, U+2028
# and U+2029, and eats U+FEFF. JSON's own escapes below U+0020 are escapes of YAML too; those above U+FFFF are not (a
# pair of surrogates is an error), so only what needs an escape gets one.
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def as_yaml(value: object) -> str:
    """Return a value as one line of JSON that is YAML too. Half a surrogate pair, which is no text, becomes U+FFFD."""
    try:
        text = orjson.dumps(value).decode()
    except TypeError:  # half a surrogate pair, which orjson refuses
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text.isascii() and "\x7f" not in text else _NOT_YAML.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"  # noqa: PLR2004 - the surrogates


def page(path: str, meta: Mapping[str, object], body: str = "") -> StagedPage:
    """Return a page with one line of front matter for each key of ``meta``."""
    head = "".join(f"{key}: {as_yaml(value)}\n" for key, value in meta.items())
    return StagedPage(path, f"---\n{head}---\n{body}")
