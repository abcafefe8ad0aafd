"""``outlets.yml``: who publishes, as a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from builder.errors import MalformedCopy
from builder.formats import strict_yaml
from builder.formats.faults import ID, explain
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind

_LABEL = r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?"
_HOST = re.compile(rf"(?=.{{4,253}}$)(?:{_LABEL}\.)+(?![0-9]+$){_LABEL}")


class _Outlet(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    kind: OutletKind = OutletKind.NEWSPAPER
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    zone: str | None = None
    language: str | None = None

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str | None) -> str | None:
        return zone if zone is None else zone_of(zone)


def zone_of(said: str) -> str:
    """Return a time zone by its name in the IANA list; raises ``ValueError`` where it has none of that name."""
    try:
        return ZoneInfo(said).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        message = f'"{said}" is no time zone of the IANA list, such as Europe/Kyiv'
        raise ValueError(message) from fault


def host_of(said: str) -> str:
    """Return a host's name (RFC 1123, or with letters of other scripts) in small letters; ``ValueError`` for none.

    Of an address the host is what was meant, and is named.
    """
    bare = said.strip().casefold()
    if _HOST.fullmatch(bare):
        return bare
    meant = re.sub(r"^(?:[a-z]+:)?//(?:www\.)?", "", bare).partition("/")[0].partition(":")[0]
    hint = f'did you mean "{meant}"?' if _HOST.fullmatch(meant) else "write one such as pravda.com.ua"
    message = f'"{said}" is no host name; {hint}'
    raise ValueError(message)


def loads(text: str) -> Mapping[OutletId, Outlet]:
    """Return the outlets by id, in the order of the file; raises ``MalformedCopy`` with the line."""
    loaded = strict_yaml.loads(text)
    return {OutletId(key): _outlet(key, value, loaded) for key, value in loaded.data.items()}


def with_outlet(text: str, outlet: Outlet) -> str:
    """Return the file's text with an outlet added at its end; all that stands there stays byte for byte.

    Raises ``MalformedCopy`` where the id is taken or is none, or the zone is none.
    """
    if not re.fullmatch(ID, outlet.id):
        raise _no_id(outlet.id, line=1)
    if outlet.id in loads(text):
        raise MalformedCopy(f'there is an outlet "{outlet.id}" already', code="OUT002")
    lines = [f"{outlet.id}:", f"  name: {strict_yaml.quoted(outlet.name)}"]
    for key, values in (("aliases", outlet.aliases), ("domains", outlet.domains)):
        if values:
            lines.append(f"  {key}: [{', '.join(strict_yaml.quoted(value) for value in values)}]")
    for key, value in (("zone", outlet.zone), ("language", outlet.language), ("kind", outlet.kind)):
        if value:
            lines.append(f"  {key}: {strict_yaml.quoted(value)}")
    longer = text + ("" if not text or text.endswith("\n") else "\n") + "\n".join(lines) + "\n"
    # A file written as one ``{…}`` takes no further lines; better refused now than unreadable tomorrow.
    loads(longer)
    return longer


def _outlet(key: str, value: object, loaded: strict_yaml.Loaded) -> Outlet:
    line = loaded.lines[(key,)]
    if not re.fullmatch(ID, key):
        raise _no_id(key, line=line)
    try:
        read = _Outlet.model_validate(value)
    except ValidationError as fault:
        known = list(_Outlet.model_fields)
        raise explain(fault, loaded, within=(key,), known=lambda _: known, code="OUT001") from fault
    return Outlet(id=OutletId(key), line=line, **dict(read))


def _no_id(key: str, *, line: int) -> MalformedCopy:
    return MalformedCopy(f'"{key}" is no outlet id; use small letters, digits and hyphens', line=line, code="OUT001")
