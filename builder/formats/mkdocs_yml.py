"""``mkdocs.yml``, read for what is ours in it; the publisher's own tags in it are passed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from builder.errors import BadSettings

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # which of the two loaders it is, is known at run time only
    """Safe, and blind to tags such as ``!ENV`` and ``!!python/name:`` that only MkDocs may act upon."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def loads(text: str) -> Mapping[str, Any]:
    """Return the settings file as plain values; raises ``BadSettings`` with the line for broken YAML."""
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of the safe loader that builds nothing more
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise BadSettings(f"mkdocs.yml:{line}: broken YAML: {fault.problem}") from fault
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        raise BadSettings(f"mkdocs.yml: broken YAML: {str(fault).splitlines()[0]}") from fault
    if not isinstance(data, Mapping):
        raise BadSettings('mkdocs.yml: expected "key: value" lines')
    return data
