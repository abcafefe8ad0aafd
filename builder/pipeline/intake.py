"""What there is to read: the inputs that an editor named, the parts of containers, and what addresses give."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from builder.errors import BriefingsError, Unfetchable
from builder.fetch.fetcher import Fetcher, NotModified
from builder.model.limits import Limits
from builder.model.validators import Validators
from builder.store import inbox
from builder.store.visits import Visits
from builder.wire import address_list, readers
from builder.wire.feeds import opml
from builder.wire.reader import HEAD, Container, Given, Refused
from builder.wire.saved import http_body

_SCHEMES = ("http://", "https://")


@dataclass(slots=True, kw_only=True)
class Intake:
    """Gathers what one run reads; of what it fetched it knows what to remember once that is filed."""

    today: dt.date
    limits: Limits
    fetcher: Fetcher
    visits: Visits
    _seen: dict[str, Validators | None] = field(default_factory=dict, init=False)
    """By the name under which a fetched input goes: what its server said of this version."""

    def given(self, names: Iterable[str]) -> Iterator[Given | Refused]:
        """Yield each input, of a container each of its parts, and of a list what each of its addresses gives."""
        for name in names:
            if name.lower().startswith(_SCHEMES):
                yield from self._fetched(name, lists=True)
            else:
                for one in inbox.gather([name]):
                    yield from self._read(one)

    def filed(self, name: str) -> None:
        """Note that what came under a name is safely in the archive: the next visit need not fetch it again."""
        if name in self._seen:
            self.visits.remember(name, self._seen.pop(name))

    def _read(self, one: inbox.Input) -> Iterator[Given | Refused]:
        try:
            with one.opened() as stream:
                yield from self._opened(stream, one.name, url=None, lists=True)
        except BriefingsError as fault:
            yield Refused(part=one.name, reason=str(fault))

    def _fetched(self, url: str, *, lists: bool) -> Iterator[Given | Refused]:
        try:
            got = self.fetcher.get(url, self.visits.known(url))
        except Unfetchable as fault:
            yield Refused(part=url, reason=str(fault))
            return
        if isinstance(got, NotModified):
            yield Refused(part=url, reason="it has not changed since it was last read", in_passing=True)
            return
        self._seen[url] = got.validators
        try:
            # What a server says of the encoding outweighs what the page declares (HTML Standard, "Encoding sniffing").
            page = http_body.in_utf8(got.data, got.charset) if got.media_type == "text/html" else got.data
            yield from self._opened(io.BytesIO(page), url, url=got.url, lists=lists)
        except BriefingsError as fault:
            yield Refused(part=url, reason=str(fault))

    def _opened(self, stream: BinaryIO, name: str, *, url: str | None, lists: bool) -> Iterator[Given | Refused]:
        container = readers.container_of(stream.read(HEAD), name)
        stream.seek(0)
        if container is not None:
            yield from self._parts(container, stream, name)
            return
        # One byte more than is read, so that the reader sees which limit it breaks.
        data = stream.read(self.limits.article + 1)
        addresses = self._addresses(data, name)
        if addresses is None:
            yield Given(data=data, name=name, pasted=self.today, url=url, limits=self.limits)
        elif lists:
            for address in addresses:
                if isinstance(address, Refused):
                    yield Refused(part=f"{name}: {address.part}", reason=address.reason)
                else:
                    yield from self._fetched(address, lists=False)
        else:
            yield Refused(part=name, reason="it is a list of addresses within another; name it by itself")

    def _addresses(self, data: bytes, name: str) -> tuple[str | Refused, ...] | None:
        if opml.claims(data, name):
            return opml.read(data, self.limits)
        return address_list.read(data) if address_list.claims(data, name) else None

    def _parts(self, container: Container, stream: BinaryIO, name: str) -> Iterator[Given | Refused]:
        for part in container.split(stream, self.limits):
            if isinstance(part, Refused):
                yield Refused(part=f"{name}: {part.part}", reason=part.reason)
            else:
                yield Given(
                    data=part.data,
                    name=f"{name}: {part.name}",
                    pasted=part.retrieved or self.today,
                    url=part.url,
                    in_passing=part.in_passing,
                    limits=self.limits,
                )
