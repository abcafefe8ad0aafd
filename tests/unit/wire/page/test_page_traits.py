"""What the traits of a page's pieces weigh together."""

from __future__ import annotations

import os
import subprocess
import sys

WEIGH = """
from lxml import html
from builder.wire.page.pieces import pieces
from builder.wire.page.traits import Judged, weigh

text = "The ferry to the islands sailed again on Tuesday, a week after the storm, and the harbour was full. "
markup = "".join(
    f'<div class="story-text teaser related-{n % 3} share"><p class="intro">{text * (n % 4 + 1)}</p><li><a>{text}</a></li></div>'
    for n in range(24)
)
judged = [Judged(piece, n % 5) for n, piece in enumerate(pieces(html.fromstring(f"<article>{markup}</article>")))]
print(weigh(judged, 4, taken=frozenset(one.piece for one in judged[::2]), headline_at=-1))
"""


def test_the_same_pieces_weigh_the_same_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", WEIGH],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in range(3)
    }
    assert len(said) == 1
    assert said != {"[]\n"}
