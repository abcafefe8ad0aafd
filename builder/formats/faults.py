"""One plain line out of what pydantic says: where, which key, and the nearest one that would do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence

from pydantic import ValidationError

from builder.errors import MalformedCopy
from builder.formats.strict_yaml import Loaded

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Of tags, outlets, storylines and slugs: what stands in addresses is ASCII and never needs an escape."""

_MEANT: Mapping[str, str] = {
    "author": "byline", "authors": "byline", "headline": "title", "name": "title", "source": "attribution",
    "sources": "attribution", "published": "date", "publish_date": "date", "categories": "tags", "category": "tags",
    "keywords": "tags", "topics": "tags", "lang": "language", "link": "url", "source_url": "url", "original": "url",
    "summary": "description", "excerpt": "description", "modified": "updated", "image": "images",
    "aliases": "redirect_from",
}  # fmt: skip
"""What other tools call the same thing: spelling brings nobody from there to here."""


_PLAINLY: Mapping[str, str] = {
    **dict.fromkeys(("tuple_type", "list_type"), "a list is needed, such as [one, two]"),
    **dict.fromkeys(
        ("model_type", "model_attributes_type", "dict_type", "dataclass_type"),
        "keys with values are needed, such as {name: Reuters}",
    ),
    "string_type": "a text is needed",
    "string_too_short": "it is empty; write something, or take the key out",
}
"""Kinds of faults that pydantic words for programmers."""


def explain(
    fault: ValidationError,
    loaded: Loaded,
    *,
    known: Callable[[tuple[str | int, ...]], Sequence[str]],
    within: tuple[str, ...] = (),
    code: str | None = None,
) -> MalformedCopy:
    """Return the first error as a fault with the line of the file.

    ``known`` gives the keys that are possible at a path; ``within`` is the path of the validated part in the file.
    Codes: FM002 unknown key, FM003 missing key, FM004 bad value, unless one is given for all.
    """
    # A key that nobody knows is mostly the reason why another one is missing, so it is named first.
    errors = fault.errors(include_url=False)
    unknown = ("extra_forbidden", "unexpected_keyword_argument")
    error = next((found for found in errors if found["type"] in unknown), errors[0])
    path = (*within, *error["loc"])
    line = next((loaded.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in loaded.lines), 1)
    key = ".".join(_short(str(part)) for part in path)
    if error["type"] in unknown:
        hint = _hint(_short(str(path[-1])), known(error["loc"]))
        return MalformedCopy(f'unknown key "{key}"; {hint}', line=line, code=code or "FM002")
    if error["type"] in ("missing", "missing_keyword_only_argument"):
        return MalformedCopy(f'missing key "{key}"', line=line, code=code or "FM003")
    if error["type"] == "string_pattern_mismatch" and error["ctx"]["pattern"] == ID:
        words = f'"{_short(str(error["input"]))}" is no id; use small letters, digits and hyphens'
        return MalformedCopy(f'key "{key}": {words}', line=line, code=code or "FM004")
    message = _PLAINLY.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
    return MalformedCopy(f'key "{key}": {message[:1].lower()}{message[1:]}', line=line, code=code or "FM004")


def _hint(word: str, known: Sequence[str]) -> str:
    meant = _MEANT.get(word.casefold())
    if meant in known:
        return f'did you mean "{meant}"?'
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f'did you mean "{near[0]}"?' if near else f"known keys: {', '.join(known)}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - one line stays one line
