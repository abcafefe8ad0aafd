"""OPML 2.0: every feed of the archive in one file, for a reader that takes in many at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from builder.press.edition import Edition
from builder.press.feeds.channels import ATOM, FILES, WHOLE, Channel, clean

NAME = "feeds.opml"


def opml(edition: Edition, channels: Iterable[Channel], site_url: str) -> bytes:
    """Return the file; addresses in it are whole, since it is read far from the site."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = clean(edition.settings.site_name)
    body = ET.SubElement(root, "body")
    for group, those in groupby(channels, key=lambda channel: channel.group):
        # Of a group's attributes only ``text`` may stand without a type (OPML 2.0, "subscription lists").
        holder = body if group == WHOLE else ET.SubElement(body, "outline", text=edition.say(group))
        for one in those:
            title = clean(one.title)
            # "rss" is any feed. The format could be told as ``version``, but its list of formats ends before Atom.
            outline = {"type": "rss", "text": title, "title": title}
            places = {"xmlUrl": f"{site_url}{one.base}{FILES[ATOM]}", "htmlUrl": site_url + one.base}
            ET.SubElement(holder, "outline", outline | places)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
