"""What an archive decides for itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.model.briefing import Status
from builder.model.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The archive's own settings, as ``mkdocs.yml`` has them."""

    site_name: str = "Briefings"
    site_url: str | None = None
    """With a slash at its end. Only canonical links, the sitemap and absolute addresses in feeds and data need it."""
    introduction: str = ""
    language: str = "en"
    """BCP 47: of the archive's own words, and of briefings that name none."""
    zone: str = "Etc/UTC"
    """IANA: decides which day it is here. Not the zone of an outlet."""
    sample: str = ""
    """Id of the outlet whose texts were written as a sample, and whose pages say so; empty where none were."""
    health_page: bool = False
    """Publish what ``briefings doctor`` finds at ``/health/``, for editors: no page leads there."""
    cards: bool = False
    """Make a social card of each briefing, which needs ``site_url``. Each costs a first build some 10 ms, and 25 kB."""
    ingest_status: Status = Status.DRAFT
    """What ``ingest`` writes; published only where the archive owns its texts."""
    ingest_background: int = 5
    """Lines of earlier briefings that ``ingest`` and ``new`` propose at most; 0 for none."""
    limits: Limits = field(default_factory=Limits)
    """How much of an input ``ingest`` reads at most."""
    drafts: bool = False
    """Show drafts too: for a preview, never for the public. Not a key of the file."""
    per_page: int = 50
    """Briefings on one page of a list. Not a key of the file: addresses of pages hang on it."""
