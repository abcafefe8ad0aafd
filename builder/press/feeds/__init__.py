"""Feeds: what there is to follow (``channels``), a file a format, and OPML of them all."""
