"""The same events, decisions and staged pages whatever order briefings are read in, and whatever seed hashes have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import hashlib, random, sys
from pathlib import Path
from builder.desk.join import drift, events
from builder.desk.tags.tagging import Tagger
from builder.model.archive import Archive
from builder.pipeline.archive import ties_of
from builder.press.edition import Edition
from builder.press.pages import pages
from builder.store import shelf

loaded = shelf.load(Path(sys.argv[1]))
given, taxonomy = list(loaded.archive.briefings), loaded.archive.taxonomy
random.Random(int(sys.argv[2])).shuffle(given)
joined = events.join(Archive(briefings=tuple(given), taxonomy=taxonomy, outlets=loaded.archive.outlets), Tagger(taxonomy))
for event in joined.events:
    print(event)
for slug, decisions in joined.decisions.items():
    for path, decision in decisions.items():
        print(slug, path, decision)
archive = Archive.of(given, taxonomy, loaded.archive.outlets, loaded.archive.storylines.values())
ties = ties_of(archive)
for finding in drift.review(archive, ties.events, paths=lambda briefing: briefing.slug):
    print(finding)
for page in pages(Edition.of(archive, ties, loaded.settings)):
    print(page.path, hashlib.sha256(page.text.encode()).hexdigest())
"""


def told(*, seed: int, order: int) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ASK, str(ROOT), str(order)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines()


def test_order_and_hashes_change_no_event_no_decision_and_no_page() -> None:
    first = told(seed=0, order=1)
    assert len(first) > 500
    for seed, order in ((1, 1), (0, 2), (2, 3)):
        assert told(seed=seed, order=order) == first
