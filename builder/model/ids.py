"""Permanent identifiers. A published one never changes its meaning."""

from __future__ import annotations

from typing import NewType

LONGEST_ID = 120
"""Characters of an id; names in a file system have 255 bytes, and an ending."""

Slug = NewType("Slug", str)
"""A briefing's identifier and the last part of its address; unique in the archive."""

TagId = NewType("TagId", str)
OutletId = NewType("OutletId", str)
StorylineId = NewType("StorylineId", str)
EventId = NewType("EventId", str)
"""The slug of the briefing that first reported it; without one, its date and six hex digits: ``1962-02-20-1f3a9c``."""
