"""HTML of article bodies: what a rendered body may contain, on an allow-list.

Bodies are hostile (articles, feeds, briefings of a fork), and Markdown lets raw HTML through. Nothing that runs,
styles, submits or asks another host for anything leaves this file.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Mapping

import nh3

ID_PREFIX = "text-"
"""Stands before an ``id`` that a page's own furniture might use; links within the body follow."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_TAGS = _HEADINGS | _names(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure hr"
    " i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot"
    " th thead time tr u ul var wbr"
)
# These hold no text for a reader: where they are refused, what they hold goes with them.
_SWALLOWED = _names("iframe math noscript object script select style svg template textarea title xmp")

_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": _names("dir lang"),
    "a": _names("href id rel title"),
    "abbr": _names("title"),
    "dfn": _names("title"),
    "del": _names("datetime"),
    "div": _names("id"),
    "img": _names("alt src title"),
    "ins": _names("datetime"),
    "li": _names("id value"),
    "ol": _names("reversed start"),
    "section": _names("id"),
    "span": _names("id"),
    "sup": _names("id"),
    "td": _names("align colspan rowspan"),
    "th": _names("align colspan rowspan scope"),
    "time": _names("datetime"),
    **dict.fromkeys(_HEADINGS, _names("id")),
}

# Class names that our own Markdown extensions write: the timeline of a background, footnotes, heading anchors.
_CLASSES: Mapping[str, frozenset[str]] = {
    "a": _names("timeline__briefing timeline__briefing--later footnote-ref footnote-backref headerlink"),
    "div": _names("timeline__what footnote"),
    "li": _names("timeline__item timeline__item--known timeline__item--open"),
    "ol": _names("timeline"),
    "section": _names("footnotes"),
    "span": _names("timeline__none timeline__when"),
    "sup": _names("footnote-ref"),
}
_RELS = _names("external nofollow noopener noreferrer sponsored ugc")

# Material keeps its configuration and switches under ids that begin with two underscores and finds them by id; the
# other names are ones that scripts of the page look up, on ``document`` or by id.
_FURNITURE = re.compile(r"(?:__|md-|pagefind|briefings|search|palette|config|drawer|consent|tabbed)", re.IGNORECASE)
_SAFE_ID = re.compile(r"[\w][\w.:-]{0,199}")

# A browser drops controls from a URL and reads a backslash as a slash: "/\host" and "/<TAB>/host" leave the site.
_DROPPED_BY_BROWSERS = re.compile(r"[\x00-\x20]+")
_OTHER_HOST = re.compile(r"//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)

# What nh3 writes: double quotes only, none of them within a value.
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ALT = re.compile(r' alt="([^"]*)"')


def safe_id(text: str) -> str | None:
    """Return the ``id`` that a body may use for this one, or ``None`` where it may have none."""
    if not _SAFE_ID.fullmatch(text):
        return None
    return ID_PREFIX + text if _FURNITURE.match(text) else text


def _leaves_site(url: str) -> bool:
    return _OTHER_HOST.match(_DROPPED_BY_BROWSERS.sub("", url).replace("\\", "/")) is not None


def _attribute(_tag: str, name: str, text: str) -> str | None:
    """Return what may stand as this attribute, or ``None``. It runs for every attribute of every page."""
    if name == "href":
        if text.startswith("#"):
            kept = safe_id(text[1:])
            # A target that is no id of a body goes nowhere, as it would have before.
            return text if kept is None else "#" + kept
        return text
    if name == "id":
        return safe_id(text)
    if name == "src":
        return None if _leaves_site(text) else text
    if name == "rel":
        return " ".join(word for word in text.lower().split() if word in _RELS) or None
    return text


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_SWALLOWED),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_attribute,
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
    allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
    strip_comments=True,
)


def sanitise(html: str) -> str:
    """Return the body with nothing in it but text, structure, safe links and images of this site.

    An image elsewhere would be a request to another host: its alternative text stays. Ids that page furniture might
    use get ``ID_PREFIX``, in links of the body too. Sanitising twice changes nothing.
    """
    clean = _CLEANER.clean(html)
    return _IMAGE.sub(_own_image, clean) if "<img" in clean else clean


def _own_image(image: re.Match[str]) -> str:
    if ' src="' in image[1]:
        return image[0]
    alt = _ALT.search(image[1])
    # The quotes of an attribute are entities; as text they are themselves.
    return entities.escape(entities.unescape(alt[1]), quote=False) if alt else ""
