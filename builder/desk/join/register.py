"""Which event each briefing reports, while events grow and some turn out to be one."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.desk.join.clusters import Clusters
from builder.desk.join.recall import Recall


@dataclass
class Register:
    """Enters reports and events by their numbers; what items say of a report's event is told to ``recall``."""

    recall: Recall
    clusters: Clusters = field(default_factory=Clusters)
    of_report: dict[int, int] = field(default_factory=dict)
    """By place: the number of the event reported."""

    def event_of(self, at: int) -> int:
        """Return the number of the event that a briefing reports."""
        number = self.of_report.get(at)
        if number is None:
            number = self.of_report[at] = self.clusters.new()
            cluster = self.clusters.get(number)
            cluster.reports.append(at)
            self.recall.accounts[at] = cluster.account
        return self.clusters.root(number)

    def same(self, one: int, other: int) -> int:
        """Make two events one, and return its number."""
        number = self.clusters.merge(one, other)
        cluster = self.clusters.get(number)
        for at in cluster.reports:
            self.of_report[at] = number
            self.recall.accounts[at] = cluster.account
        return number
