"""One plain line out of what pydantic says: where, which key, and the nearest one that would do."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from pydantic import ValidationError

from builder.errors import MalformedCopy
from builder.formats.strict_yaml import Loaded


def explain(
    fault: ValidationError,
    loaded: Loaded,
    *,
    known: Sequence[str],
    within: tuple[str, ...] = (),
    code: str | None = None,
) -> MalformedCopy:
    """Return the first error as a fault with the line of the file.

    ``known`` are the keys that were possible there; ``within`` is the path of the validated part in the file. Codes:
    FM002 unknown key, FM003 missing key, FM004 bad value, unless one is given for all.
    """
    error = fault.errors(include_url=False)[0]
    path = (*within, *error["loc"])
    line = next((loaded.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in loaded.lines), 1)
    key = ".".join(str(part) for part in path)
    if error["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else f"known keys: {', '.join(known)}"
        return MalformedCopy(f'unknown key "{key}"; {hint}', line=line, code=code or "FM002")
    if error["type"] in ("missing", "missing_keyword_only_argument"):
        return MalformedCopy(f'missing key "{key}"', line=line, code=code or "FM003")
    message = str(error["msg"]).removeprefix("Value error, ")
    return MalformedCopy(f'key "{key}": {message[:1].lower()}{message[1:]}', line=line, code=code or "FM004")
