"""The archive's settings, from ``mkdocs.yml``: ``site_name``, ``site_url`` and what is under ``extra.briefings``."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError

from builder.errors import BadSettings
from builder.formats.front_matter import LANGUAGE
from builder.model.briefing import Status
from builder.model.limits import Limits
from builder.model.settings import Settings

KEYS = ("introduction", "language", "zone", "sample", "ingest", "health_page", "cards")
_INGEST_KEYS = ("status", "background", "limits")
_WHERE = "extra.briefings"


def loads(config: Mapping[str, Any]) -> Settings:
    """Return the settings that the mapping of a whole ``mkdocs.yml`` holds; what it leaves out keeps its default.

    Raises ``BadSettings`` with the key and what to write instead. Keys of the publisher are the publisher's business.
    """
    own = _mapping((_mapping(config.get("extra"), "extra")).get("briefings"), _WHERE)
    _refuse_unknown(own, KEYS, _WHERE)
    ingest = _mapping(own.get("ingest"), f"{_WHERE}.ingest")
    _refuse_unknown(ingest, _INGEST_KEYS, f"{_WHERE}.ingest")
    default = Settings()
    site_url, cards = _site_url(config.get("site_url")), _flag(own, "cards")
    if cards and not site_url:
        raise BadSettings(f"mkdocs.yml: {_WHERE}.cards: links to pictures are whole; set site_url to the site's own")
    return Settings(
        site_name=_text(config, "site_name", default.site_name),
        site_url=site_url,
        introduction=_text(own, "introduction", default.introduction, within=_WHERE).strip(),
        language=_language(_text(own, "language", default.language, within=_WHERE)),
        zone=_zone(_text(own, "zone", default.zone, within=_WHERE)),
        sample=_outlet(own, "sample"),
        health_page=_flag(own, "health_page"),
        cards=cards,
        limits=_limits(_mapping(ingest.get("limits"), f"{_WHERE}.ingest.limits")),
        ingest_background=_background(ingest.get("background", default.ingest_background)),
        ingest_status=_status(ingest.get("status", str(default.ingest_status))),
    )


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadSettings(f'mkdocs.yml: {where} must be "key: value" lines')
    return value


def _refuse_unknown(given: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in given:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1, cutoff=0.5)
            hint = f'did you mean "{near[0]}"?' if near else f"known keys: {', '.join(known)}"
            raise BadSettings(f'mkdocs.yml: unknown key "{where}.{key}"; {hint}')


def _text(given: Mapping[str, Any], key: str, default: str, *, within: str = "") -> str:
    value = given.get(key)
    if value is None:
        return default
    if not isinstance(value, str):
        name = f"{within}.{key}" if within else key
        raise BadSettings(f"mkdocs.yml: {name} must be text; put it in quotes")
    return value


def _flag(given: Mapping[str, Any], key: str) -> bool:
    value = given.get(key, False)
    if not isinstance(value, bool):
        raise BadSettings(f"mkdocs.yml: {_WHERE}.{key} must be true or false")
    return value


def _outlet(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key) or ""
    if not isinstance(value, str):
        raise BadSettings(f"mkdocs.yml: {_WHERE}.{key} must be the id of an outlet, as outlets.yml has it")
    return value


def _language(value: str) -> str:
    try:
        known = re.fullmatch(LANGUAGE, value) and Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError):
        known = None
    if not known:
        raise BadSettings(f'mkdocs.yml: {_WHERE}.language "{value}" is no language; write one such as en, de or pt-BR')
    return value


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        message = f'mkdocs.yml: {_WHERE}.zone "{value}" is no time zone of the IANA list, such as Europe/Kyiv'
        raise BadSettings(message) from fault


def _limits(given: Mapping[str, Any]) -> Limits:
    where = f"{_WHERE}.ingest.limits"
    _refuse_unknown(given, tuple(field.name for field in dataclasses.fields(Limits)), where)
    for key, value in given.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise BadSettings(f"mkdocs.yml: {where}.{key} must be a number above 0")
    return Limits(**{key: value if key == "seconds" else int(value) for key, value in given.items()})


def _status(value: object) -> Status:
    allowed = (Status.DRAFT, Status.PUBLISHED)
    if value not in allowed:
        raise BadSettings(f'mkdocs.yml: {_WHERE}.ingest.status must be "draft" or "published"')
    return Status(str(value))


def _background(value: object) -> int:
    if value == "none":
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadSettings(f'mkdocs.yml: {_WHERE}.ingest.background must be a number of lines, or "none"')
    return value


def _site_url(value: object) -> str | None:
    if value in (None, ""):
        return None
    try:
        parts = urlsplit(str(value))
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"\\^`{|}]", str(value)):
        raise BadSettings(
            f'mkdocs.yml: site_url "{value}" is no address; write one such as https://example.org/archive/'
        )
    return f"{str(value).rstrip('/')}/"
