"""Writes ``schema/briefing.schema.json`` from the model: .venv/bin/python tools/schema.py [--check]."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "schema" / "briefing.schema.json"

sys.path.insert(0, str(ROOT))
from builder.formats import front_matter  # noqa: E402 - found only once the checkout is on the path
from builder.store.files import write  # noqa: E402 - as above


def text() -> str:
    """Return the schema as it is shipped."""
    return json.dumps(front_matter.schema(), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write the schema, or with ``--check`` only tell whether it is as the model has it."""
    if "--check" in arguments:
        same = SHIPPED.is_file() and SHIPPED.read_text(encoding="utf-8") == text()
        print(f"{SHIPPED.name}: {'as the model has it' if same else 'stale; run tools/schema.py'}")
        return 0 if same else 1
    print(f"{SHIPPED.name}: {'written' if write(SHIPPED, text().encode()) else 'unchanged'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
