"""Incoming copy: one file a source format, from bytes to articles."""
