"""Fetching pages and feeds: what an editor names, and nothing that it could be made to lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from builder.errors import Unfetchable
from builder.fetch import media, robots
from builder.fetch.address import origin, parse, shown
from builder.fetch.body import ENCODINGS
from builder.fetch.exchange import Answer, Network, asked, fit
from builder.fetch.pace import PATIENCE, Pace, retry_after
from builder.model.limits import Limits
from builder.model.validators import Validators

AGENT = "briefings/0.1"
"""Who asks. What stands before the slash is the name by which a robots.txt may address us."""
MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_OK, _NOT_MODIFIED, _SERVER_ERROR = 200, 304, 500
_BROWSER = "open it in a browser and save the page, or paste its text"
_MEANINGS = {
    401: ("it wants a login (401)", _BROWSER),
    402: ("it wants to be paid for (402)", _BROWSER),
    403: ("the outlet refuses it to programs (403)", _BROWSER),
    404: ("there is no such page (404)", "check the address"),
    410: ("the page is gone (410)", "look for it in a web archive"),
    429: ("the outlet is asked too often (429)", "try again later"),
    451: ("it may not be shown for legal reasons (451)", _BROWSER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave."""

    url: str
    """Where it came from in the end."""
    data: bytes
    media_type: str | None
    """As ``text/html``; ``None`` where the server does not say. The content may be something else nevertheless."""
    charset: str | None
    """As the server says, in lower case. It may be wrong, or no charset at all."""
    validators: Validators | None
    """To be handed over at the next visit; ``None`` where the server gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The address gives what it gave when the validators were taken."""

    url: str


class Fetcher:
    """Asks politely, one request after the other. Made for a run; not for several threads at once."""

    def __init__(self, *, limits: Limits | None = None, agent: str = AGENT, network: Network | None = None) -> None:
        self._limits = limits or Limits()
        # An archive's settings may name its site in it, and settings come from forks: nothing that ends the header.
        self._agent = "".join(char for char in agent if char.isascii() and char.isprintable())
        self._network = network or Network()
        self._pace = Pace(self._network.clock, self._network.sleep)
        self._sites: dict[tuple[str, str, int], _Site] = {}

    def get(self, url: str, known: Validators | None = None) -> Fetched | NotModified:
        """Return what an address gives now, or that it has not changed since ``known`` was given.

        Raises ``Unfetchable`` for everything else: with the address that failed, the reason and the next act.
        """
        with self._answer(parse(url), known, before=self._respect) as answer:
            if answer.status == _NOT_MODIFIED and _tells(answer.url, known):
                return NotModified(url=str(answer.url))
            if answer.status != _OK:
                raise _refusal(answer)
            media_type, charset = media.said(answer.header("Content-Type", self._limits.header))
            if media_type is not None and not media.readable(media_type):
                raise Unfetchable(
                    shown(answer.url),
                    f"it is {media_type}, which is no article",
                    next_act="give the address of the page, not of a picture or a file in it",
                )
            return Fetched(
                url=str(answer.url),
                data=b"".join(answer.content),
                media_type=media_type,
                charset=charset,
                validators=self._validators(answer),
            )

    @contextmanager
    def _answer(
        self, url: httpx.URL, known: Validators | None, *, before: Callable[[httpx.URL], None]
    ) -> Iterator[Answer]:
        """Give the answer at the end of all redirects. Each is a new address, and is checked like the first."""
        here, redirects, waited = url, 0, False
        while True:
            before(here)
            self._pace.wait(here)
            with asked(here, self._headers(here, known), network=self._network, limits=self._limits) as answer:
                there = answer.headers.get("Location") if answer.status in _REDIRECTS else None
                pause = retry_after(answer.headers, self._limits.header) if answer.status in _BUSY else None
                if pause is not None:
                    self._pace.close(here, pause)
                again = pause is not None and pause <= PATIENCE and not waited
                if there is None and not again:
                    yield answer
                    return
            if there is None:
                waited = True
                continue
            redirects += 1
            if redirects > MOST_REDIRECTS:
                raise Unfetchable(
                    shown(url), f"it leads on and on, more than {MOST_REDIRECTS} times", next_act=_BROWSER
                )
            here = _joined(here, there)

    def _headers(self, here: httpx.URL, known: Validators | None) -> dict[str, str]:
        headers = {"User-Agent": self._agent, "Accept": media.ACCEPT, "Accept-Encoding": ENCODINGS}
        if known is not None and _tells(here, known):
            said = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
            headers |= {name: value for name, value in said.items() if value and fit(value, self._limits.header)}
        return headers

    def _validators(self, answer: Answer) -> Validators | None:
        etag = answer.header("ETag", self._limits.header)
        last_modified = answer.header("Last-Modified", self._limits.header)
        if etag is None and last_modified is None:
            return None
        return Validators(url=str(answer.url), etag=etag, last_modified=last_modified)

    def _respect(self, url: httpx.URL) -> None:
        """Raise ``Unfetchable`` where the site keeps programs out of an address."""
        site, now = self._sites.get(origin(url)), self._network.clock()
        if site is None or now >= site.until:
            site = self._sites[origin(url)] = self._site(url, now)
        if isinstance(site.rules, Unfetchable):
            raise Unfetchable(site.rules.url, site.rules.reason, next_act=site.rules.next_act)
        if not site.rules.allow(url):
            raise Unfetchable(shown(url), "the site's robots.txt keeps programs out of it", next_act=_BROWSER)

    def _site(self, url: httpx.URL, now: float) -> _Site:
        token = self._agent.partition("/")[0]
        try:
            with self._answer(robots.address(url), None, before=lambda _: None) as answer:
                rules = robots.rules(answer, token, shown(url))
        except Unfetchable as fault:
            # A site that cannot be asked for its rules cannot be asked for its pages either.
            return _Site(rules=fault, until=now + robots.RETRIED)
        self._pace.slow(url, rules.delay)
        return _Site(rules=rules, until=now + robots.FRESH)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    rules: robots.Rules | Unfetchable
    until: float
    """By the network's clock: when they are asked for anew."""


def _tells(here: httpx.URL, known: Validators | None) -> bool:
    return known is not None and known.url == str(here)


def _joined(here: httpx.URL, there: str) -> httpx.URL:
    try:
        whole = str(here.join(there))
    except (httpx.InvalidURL, ValueError) as fault:
        raise Unfetchable(shown(here), "it leads to what is no web address", next_act=_BROWSER) from fault
    return parse(whole)


def _refusal(answer: Answer) -> Unfetchable:
    reason, next_act = _MEANINGS.get(answer.status, (f"the server answers {answer.status}", _BROWSER))
    if answer.status >= _SERVER_ERROR:
        reason, next_act = f"the server cannot serve it now ({answer.status})", "try again later"
    return Unfetchable(shown(answer.url), reason, next_act=next_act)
