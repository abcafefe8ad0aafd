"""Former addresses: each leads to where its page is now, by a page of plain HTML that needs no script.

Two sorts: ids that tags no longer have (``former`` in ``tags.yml``) and ``redirect_from`` of briefings.
"""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.findings import Finding, Severity
from builder.model.briefing import Briefing
from builder.model.ids import TagId
from builder.press import timelines, words
from builder.press.edition import Edition
from builder.press.sheets import further
from builder.press.sitemap import addresses

_OURS = re.compile(r"/?((?:[A-Za-z0-9_~-]+/)*[A-Za-z0-9_~-]+)(\.html?|\.md|/(?:index\.html)?)?")
_KEPT = re.compile(r"(?:assets|health|media|pagefind)(?:/|$)|404\.html$")
"""Of the site's own; nothing of a briefing ever stood there."""
_SHEET = re.compile(r"page/[0-9-]+/$")
LONGEST = 200
"""Characters of an address; file systems take 255 a name."""

_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
{leads}<link rel="stylesheet" href="{up}assets/stylesheets/briefings.css">
</head>
<body>
<div class="page" id="briefings-content"><div class="column">
<header class="topic"><p class="topic__kind"><a href="{home}">{site}</a></p>
<h1>{heading}</h1></header>
<ul class="plain">
{links}</ul>
</div></div>
</body>
</html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    url: str
    """Below the root."""
    label: str
    language: Mapping[str, str] | None = None


def moved(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of a page at every former address. What stands at an address today comes first."""
    stands = _standing(edition)
    for old, heirs in sorted(edition.archive.taxonomy.former.items()):
        if f"tags/{old}/" in stands:
            continue
        targets = [_Target(url=f"tags/{tag}/", label=edition.label(tag)) for tag in heirs if f"tags/{tag}/" in stands]
        yield _made(edition, f"tags/{old}/", targets or [_Target(url="tags/", label=edition.say("All subjects"))])
        if len(heirs) == 1 and targets:
            for page in _below(edition, heirs[0]):
                target = _Target(url=targets[0].url + page, label=targets[0].label)
                yield _made(edition, f"tags/{old}/{page}", [target])
    taken = {*stands, *(f"tags/{old}/" for old in edition.archive.taxonomy.former)}
    for folded, (address, briefing) in sorted(_claims(edition).items()):
        if not _is_taken(folded, taken):
            facts = edition.facts(briefing)
            yield _made(edition, address, [_Target(url=facts.url, label=facts.title, language=facts.language)])


def _below(edition: Edition, tag: TagId) -> Iterator[str]:
    """Yield the further pages that a subject has, seen from its first: of its list, its timeline, that one's own."""
    yield from further(edition.by_tag.get(tag, ()), edition.settings.per_page)
    if tag in edition.timelines:
        yield "timeline/"
        yield from (f"timeline/{page}" for page in timelines.further(edition.timelines[tag]))


def _standing(edition: Edition) -> frozenset[str]:
    """Return the addresses of the site's pages, without the further pages of lists."""
    return frozenset(url for url, _ in addresses(edition)) | {f"{stem}/" for stem in edition.stems.values()}


def _is_taken(folded: str, taken: Container[str]) -> bool:
    return folded in taken or _SHEET.sub("", folded) in taken


def check(edition: Edition) -> Iterator[Finding]:
    """Yield what is wrong with ``redirect_from``: MOVE001, no address of this site; MOVE002, one that is taken."""
    claims = _claims(edition)
    taken = {*_standing(edition), *(f"tags/{old}/" for old in edition.archive.taxonomy.former)}
    for briefing in edition.archive.briefings:
        for said in briefing.redirect_from:
            address = _address(said)
            if address is None:
                code = "MOVE001"
                words = f'"{said[:80]}" is no address of this site; write one such as 1962/06/08-geneva-talks/'
            elif _is_taken(address.casefold(), taken):
                code, words = "MOVE002", f'there is a page at "{said}"; take it out'
            elif claims[address.casefold()][1] is not briefing:
                other = claims[address.casefold()][1].slug
                code, words = "MOVE002", f'"{said}" leads to {other} already; take it out of one of them'
            else:
                continue
            line = briefing.layout.lines.get("redirect_from", 1)
            path = f"briefings/{edition.stems[briefing.slug]}.md"
            yield Finding(path=path, line=line, code=code, message=f"redirect_from: {words}", severity=Severity.ERROR)


def _claims(edition: Edition) -> Mapping[str, tuple[str, Briefing]]:
    """Return former addresses, and whose they are, by what a file system that knows no capitals makes of them.

    Of two briefings that claim one, the first in the archive's order has it.
    """
    claims: dict[str, tuple[str, Briefing]] = {}
    for briefing in edition.archive.briefings:
        for said in briefing.redirect_from:
            address = _address(said)
            if address is not None:
                claims.setdefault(address.casefold(), (address, briefing))
    return claims


def _address(said: str) -> str | None:
    """Return an editor's word for an address below the root, with a slash at its end or as a ``.html`` file."""
    found = _OURS.fullmatch(said) if len(said) <= LONGEST else None
    if found is None or _KEPT.match(said.lstrip("/").casefold()):
        return None
    address, end = found[1], found[2] or "/"
    if not end.startswith(".htm"):
        return f"{address}/"
    return f"{address}{end}" if not re.search(r"(?:^|/)index$", address) else address.removesuffix("index") or None


def _made(edition: Edition, address: str, targets: Sequence[_Target]) -> tuple[str, bytes]:
    """Return path and bytes of the page at a former address: one target is gone to at once, several are to choose."""
    up = "../" * address.count("/")
    root = edition.settings.site_url or up
    first = targets[0]
    leads = ""
    if len(targets) == 1:
        leads = (
            f'<link rel="canonical" href="{_e(root + first.url)}">\n'
            f'<meta http-equiv="refresh" content="0; url={_e(up + first.url)}">\n'
        )
    links = "".join(f'<li><a href="{_e(up + one.url)}"{_tongue(one)}>{_e(one.label)}</a></li>\n' for one in targets)
    heading = (
        edition.say("This page is now at another address")
        if len(targets) == 1
        else edition.say("This subject is now several")
    )
    title = _e(f"{first.label} · {edition.settings.site_name}" if len(targets) == 1 else heading)
    page = _PAGE.format(
        lang=_e(edition.say.language.replace("_", "-")),
        direction=words.direction(edition.say.language),
        policy=_POLICY,
        title=title,
        leads=leads,
        up=up,
        home=up or "./",
        site=_e(edition.settings.site_name),
        heading=heading,
        links=links,
    )
    return f"{address}index.html" if address.endswith("/") else address, page.encode("utf-8", "replace")


def _tongue(target: _Target) -> str:
    known = target.language
    return f' lang="{_e(known["code"])}" dir="{_e(known["direction"])}"' if known else ""


def _e(text: str) -> str:
    return html.escape(text)
