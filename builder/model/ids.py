"""Permanent identifiers. A published one never changes its meaning."""

from __future__ import annotations

from typing import NewType

Slug = NewType("Slug", str)
"""A briefing's identifier and the last part of its address; unique in the archive."""

TagId = NewType("TagId", str)
OutletId = NewType("OutletId", str)
StorylineId = NewType("StorylineId", str)
