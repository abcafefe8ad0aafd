"""What outlets said of their pages' versions when they were last fetched, so that they need not send them again.

Lost with ``build/cache``, it costs one more transfer of each page and nothing else.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from builder.findings import Finding
from builder.model.validators import Validators
from builder.store.cache import Cache

FILE = "visits.sqlite"
"""In the folder of the archive's caches."""


class Visits:
    """Validators by the address that an editor or a feed named, which need not be the one that gave them."""

    def __init__(self, path: Path) -> None:
        self._cache = Cache(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._cache.close()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What went wrong with the file so far; fetching goes on without it."""
        return self._cache.findings

    def known(self, url: str) -> Validators | None:
        """Return what is remembered of an address."""
        content = self._cache.get_many([url]).get(url)
        return None if content is None else _loads(content)

    def remember(self, url: str, validators: Validators | None) -> None:
        """Keep what an address said at its last visit, once what it gave is safely filed: before, it would be lost."""
        said = {} if validators is None else asdict(validators)
        self._cache.put_many([(url, json.dumps(said).encode())])


def _loads(content: bytes) -> Validators | None:
    """Return what another version of this program may have written, if it can be understood."""
    try:
        said = json.loads(content)
        return Validators(url=said["url"], etag=said["etag"], last_modified=said["last_modified"])
    except (ValueError, KeyError, TypeError):
        return None
