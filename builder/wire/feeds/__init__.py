"""Feeds, in XML and in JSON, and lists of feeds."""
