"""Front matter: the pydantic model that is the source of the JSON Schema, and the way back to lines of YAML.

Field names are the house's; aliases are what MkDocs and editors expect (``title``, ``date``).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema

from builder.errors import MalformedCopy, MalformedDate
from builder.formats import moment as moments
from builder.formats import strict_yaml, yaml_lines
from builder.formats.faults import ID, explain
from builder.model.briefing import (
    ArchivedCopy,
    Attribution,
    Briefing,
    Carrier,
    Correction,
    Image,
    Status,
    Tie,
    Wire,
)
from builder.model.ids import LONGEST_ID
from builder.model.moment import Moment

SHA256 = r"^[0-9a-f]{64}$"
"""In hex, as ``sha256sum`` prints it."""
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""BCP 47, as far as an archive needs it: language, script, region, variants."""


def _moment(value: object) -> Moment:
    if isinstance(value, Moment):
        return value
    try:
        return moments.loads(str(value))
    except MalformedDate as fault:
        raise ValueError(str(fault)) from fault


def _http(value: str) -> str:
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\^`{|}]", value)
    except ValueError:
        sound = False
    if not sound:
        message = f'"{value[:80]}" is not an http(s) address'
        raise ValueError(message)
    return value


def _sha256(value: object) -> str:
    if not re.fullmatch(SHA256, str(value)):
        message = f'"{str(value)[:80]}" is no SHA-256: 64 digits of 0-9 and a-f'
        raise ValueError(message)
    return str(value)


When = Annotated[
    Moment,
    BeforeValidator(_moment),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2}))?$"}
    ),
]
Sha256 = Annotated[str, BeforeValidator(_sha256), WithJsonSchema({"type": "string", "pattern": SHA256})]
Id = Annotated[str, Field(pattern=ID, max_length=LONGEST_ID)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Url = Annotated[
    str,
    Field(max_length=2000),
    BeforeValidator(_http),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]


class _Carrier(BaseModel):
    model_config = ConfigDict(extra="forbid")
    outlet: Id
    url: Url | None = None
    date: When | None = None


class _Copy(BaseModel):
    model_config = ConfigDict(extra="forbid")
    url: Url
    date: When


class _Correction(BaseModel):
    model_config = ConfigDict(extra="forbid")
    date: When
    text: Text


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", title="Wire")
    reader: str
    sha256: Sha256
    retrieved: dt.date
    summary_only: bool | None = None


class FrontMatter(BaseModel):
    """The front matter of a briefing. An unknown key is an error."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False, title="Front matter of a briefing")

    headline: Text = Field(alias="title", description="Headline of the briefing.")
    description: Text | None = Field(
        None, description="One sentence for search engines and feeds; the lede without one."
    )
    published: When | None = Field(
        None, alias="date", description="When the outlet published: a day, or a time with its offset."
    )
    updated: When | None = Field(None, description="When the outlet last changed the article.")
    outlet: Id | None = Field(None, description="Who published the article; an id of outlets.yml.")
    byline: tuple[Text, ...] = Field((), description="Names of the authors as printed.")
    dateline: Text | None = Field(
        None, description="Place (and day) of filing as printed. Never the date of publication."
    )
    standfirst: Text | None = Field(None, description="The introduction printed under the headline.")
    url: Url | None = Field(None, description="Address of the original; absent for pasted text.")
    archived: tuple[_Copy, ...] = Field(
        (), description="Copies of the original in web archives, each with the day of which it is."
    )
    carried_by: tuple[_Carrier, ...] = Field((), description="Other outlets that published the same report.")
    language: Annotated[str, Field(pattern=LANGUAGE)] | None = Field(
        None, description="Language of the briefing, BCP 47."
    )
    attribution: tuple[Attribution, ...] = Field((), description="Who says so, nearest first.")
    tags: tuple[Id, ...] = Field((), description="Subjects; ids of tags.yml.")
    storylines: tuple[Id, ...] = Field((), description="Developing stories that this briefing belongs to.")
    images: tuple[Image, ...] = Field(
        (), description="Pictures: caption, credit, alt; a file only from briefings/media/."
    )
    other_stories: tuple[Text, ...] = Field((), description="Headlines found beside the article.")
    same_as: tuple[Tie, ...] = Field(
        (), description="Background items that are this event, whatever the builder thinks."
    )
    not_same_as: tuple[Tie, ...] = Field((), description="Background items that are not this event.")
    status: Status | None = Field(None, description="draft, withdrawn, or absent: published.")
    reason: Text | None = Field(None, description="Why the briefing was withdrawn.")
    corrections: tuple[_Correction, ...] = Field((), description="What was wrong and was put right.")
    redirect_from: tuple[Text, ...] = Field((), description="Former addresses of this page.")
    wire: _Wire | None = Field(None, description="Where the copy came from.")


KEYS: Mapping[str, str] = {name: field.alias or name for name, field in FrontMatter.model_fields.items()}
"""Key in the file by field of the model, in the order in which we write them."""


def loads(text: str, *, first_line: int = 2) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the fields of a briefing that YAML text holds, and the line of each key.

    ``first_line`` is the line of the file on which the text begins. Raises ``MalformedCopy`` naming line and, for an
    unknown key, the nearest known one.
    """
    loaded = strict_yaml.loads(text, first_line=first_line)
    try:
        model = FrontMatter.model_validate(loaded.data)
    except ValidationError as fault:
        raise explain(fault, loaded, known=_known_at) from fault
    lines = {str(path[0]): line for path, line in loaded.lines.items() if len(path) == 1}
    return _fields(model), lines


def _fields(model: FrontMatter) -> dict[str, Any]:
    fields = {name: getattr(model, name) for name in FrontMatter.model_fields}
    fields["carried_by"] = tuple(Carrier(**dict(c)) for c in model.carried_by)
    fields["archived"] = tuple(ArchivedCopy(**dict(c)) for c in model.archived)
    fields["corrections"] = tuple(Correction(**dict(c)) for c in model.corrections)
    fields["wire"] = Wire(**dict(model.wire)) if model.wire else None
    return fields


def _known_at(path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that are known where a path ends."""
    if len(path) == 1:
        return list(KEYS.values())
    key = str(path[0])
    nested: Mapping[str, type] = {
        "attribution": Attribution,
        "archived": ArchivedCopy,
        "carried_by": Carrier,
        "images": Image,
        "same_as": Tie,
        "not_same_as": Tie,
        "corrections": Correction,
        "wire": Wire,
    }
    return [f.name for f in dataclasses.fields(nested[key])] if key in nested else []


def dumps(briefing: Briefing) -> str:
    """Return the front matter of a briefing with its delimiters; keys, comments and order of a loaded one survive."""
    values = {KEYS[name]: plain(getattr(briefing, name)) for name in KEYS}
    values = {key: value for key, value in values.items() if value not in (None, [], {})}
    if not briefing.layout.head:
        return "---\n" + "".join(line_of(key, value) for key, value in values.items()) + "---\n"
    return _rewritten(briefing.layout.head, values)


def plain(value: object) -> Any:  # noqa: ANN401 - what YAML takes: text, numbers, lists, mappings
    """Return a value of the model as YAML has it."""
    if isinstance(value, Moment):
        return moments.dumps(value)
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if dataclasses.is_dataclass(value):
        pairs = ((f.name, plain(getattr(value, f.name))) for f in dataclasses.fields(value))
        return {name: part for name, part in pairs if part is not None}
    if value is None or isinstance(value, (bool, int)):
        return value
    return str(value)


def line_of(key: str, value: object) -> str:
    """Return one key as we write it: lists of words on one line, lists of mappings one a line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{key}:\n" + "".join(f"  - {flow(entry)}\n" for entry in value)
    if isinstance(value, list) and sum(len(str(entry)) for entry in value) > 100:  # noqa: PLR2004 - a line an editor can read
        return f"{key}:\n" + "".join(f"  - {_scalar(entry, block=True)}\n" for entry in value)
    return f"{key}: {flow(value) if isinstance(value, (dict, list)) else _scalar(value, block=True)}\n"


def flow(value: object) -> str:
    """Return a value as YAML on one line, within brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return _scalar(value)


_BARE = re.compile(
    r"[^\W\d_][\w ./()’'&+–—-]*|\d{4}-\d{2}-\d{2}(T[\d:.]+([+-][\d:]+|Z))?|[0-9a-f]{64}|https?://[^\s,\[\]{}#:?]+"
)
_NUMBER = re.compile(r"(?!.{64}$)\d+(e\d+)?")
"""Not a SHA-256: one of digits alone is as likely as 1 in 10^13."""
_GUESSED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def _scalar(value: object, *, block: bool = False) -> str:
    """Return a scalar as YAML, bare where no reader of YAML could take it for anything else.

    On a line of its own (``block``) a comma says nothing; within brackets it would part the value.
    """
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    if isinstance(value, int) or (
        _BARE.fullmatch(text[:1] + text[1:].replace(",", "") if block else text)
        and text == text.strip()
        and text.lower() not in _GUESSED
        and not _NUMBER.fullmatch(text)
        and strict_yaml.printable(text)
    ):
        return text
    return strict_yaml.quoted(text)


def _rewritten(head: str, values: Mapping[str, object]) -> str:
    """Return the head with just the keys rewritten whose values differ."""
    delimiter = re.match(r"\ufeff?-{3,}[^\n]*\n", head)
    end = re.search(r"^-{3,}\s*\Z", head, re.MULTILINE)
    if not delimiter or not end:
        raise MalformedCopy("the front matter has no end", code="FM001")
    inner = head[delimiter.end() : end.start()]
    before, _ = loads(inner)
    written = {KEYS[name]: plain(value) for name, value in before.items()}
    written = {key: value for key, value in written.items() if value not in (None, [], {})}
    changed = {k: v for k, v in values.items() if written.get(k) != v}
    gone = [key for key in written if key not in values]
    if not changed and not gone:
        return head
    lines = {key: line_of(key, value) for key, value in changed.items()}
    try:
        edited = yaml_lines.edited(inner, lines, gone, order=tuple(KEYS.values()))
    except yaml_lines.NotOnLines:
        edited = "".join(line_of(key, value) for key, value in values.items())
    return head[: delimiter.end()] + edited + head[end.start() :]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the front matter, as shipped in ``schema/``."""
    made = FrontMatter.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
