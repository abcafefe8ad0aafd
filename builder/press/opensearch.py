"""How a browser searches the archive from its own address bar (OpenSearch 1.1, draft 6)."""

from __future__ import annotations

from xml.sax.saxutils import escape

from builder.press.feeds.channels import clean

OPENSEARCH = "opensearch.xml"
_SHORT, _LONG = 16, 48
"""Characters of the names, as the specification bounds them."""


def opensearch(name: str, site_url: str) -> bytes:
    """Return the description. Its addresses must be whole, so only a site that knows its own has one."""
    name, url = clean(name), escape(site_url, {'"': "&quot;"})
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name[:_SHORT].strip())}</ShortName>\n"
        f"<LongName>{escape(name[:_LONG].strip())}</LongName>\n"
        f"<Description>{escape(name)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{url}?q={{searchTerms}}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" template="{url}{OPENSEARCH}"/>\n'
        "</OpenSearchDescription>\n"
    ).encode()
