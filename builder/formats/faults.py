"""Plain lines out of what pydantic says: where, which key, and the nearest one that would do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_MISSING = ("missing", "missing_keyword_only_argument")
MOST = 20
"""Faults told of one text: a person mends no longer list before the next look, and hostile copy has no end of them."""


def explain(
    fault: ValidationError,
    loaded: Loaded,
    *,
    known: Callable[[tuple[str | int, ...]], Sequence[str]],
    within: tuple[str, ...] = (),
    code: str | None = None,
) -> MalformedCopy:
    """Return the gravest error as a fault with the line of the file, and all others as those beside it.

    ``known`` gives the keys that are possible at a path; ``within`` is the path of the validated part in the file.
    Codes: FM002 unknown key, FM003 missing key, FM004 bad value, unless one is given for all.
    """
    errors = fault.errors(include_url=False)
    unknown = [error for error in errors if error["type"] in _UNKNOWN]
    # A key that nobody knows is mostly the reason why another one is missing: it is named first, and the other only
    # where no spelling leads there.
    meant = {(*error["loc"][:-1], _meant(str(error["loc"][-1]), known(error["loc"]))) for error in unknown}
    others = [error for error in errors if error not in unknown]
    gravest = [*unknown, *(error for error in others if error["type"] not in _MISSING or error["loc"] not in meant)]
    first, *rest = (_explained(error, loaded, known, within, code) for error in gravest[:MOST])
    if len(gravest) > MOST:
        more = f"{len(gravest) - MOST} further faults; mend these first"
        rest.append(MalformedCopy(more, line=rest[-1].line, code=rest[-1].code))
    first.others = tuple(rest)
    return first


def _explained(
    error: ErrorDetails,
    loaded: Loaded,
    known: Callable[[tuple[str | int, ...]], Sequence[str]],
    within: tuple[str, ...],
    code: str | None,
) -> MalformedCopy:
    path = (*within, *error["loc"])
    line = next((loaded.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in loaded.lines), 1)
    key = ".".join(_short(str(part)) for part in path)
    if error["type"] in _UNKNOWN:
        hint = _hint(_short(str(path[-1])), known(error["loc"]))
        return MalformedCopy(f'unknown key "{key}"; {hint}', line=line, code=code or "FM002")
    if error["type"] in _MISSING:
        return MalformedCopy(f'missing key "{key}"', line=line, code=code or "FM003")
    if error["type"] == "string_pattern_mismatch" and error["ctx"]["pattern"] == ID:
        words = f'"{_short(str(error["input"]))}" is no id; use small letters, digits and hyphens'
        return MalformedCopy(f'key "{key}": {words}', line=line, code=code or "FM004")
    message = _PLAINLY.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
    return MalformedCopy(f'key "{key}": {message[:1].lower()}{message[1:]}', line=line, code=code or "FM004")


def _hint(word: str, known: Sequence[str]) -> str:
    meant = _meant(word, known)
    return f'did you mean "{meant}"?' if meant else f"known keys: {', '.join(known)}"


def _meant(word: str, known: Sequence[str]) -> str | None:
    """Return the known key that a word is meant for, by what other tools call it or by its spelling."""
    meant = _MEANT.get(word.casefold())
    if meant in known:
        return meant
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.5)), None)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - one line stays one line
