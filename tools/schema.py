"""Writes ``schema/*.schema.json`` from the models: .venv/bin/python tools/schema.py [--check]."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "schema"

sys.path.insert(0, str(ROOT))
from builder.formats import front_matter, storyline_md  # noqa: E402 - found only once the checkout is on the path
from builder.press.data import api  # noqa: E402 - as above
from builder.store.files import write  # noqa: E402 - as above

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "briefing.schema.json": front_matter.schema,
    "storyline.schema.json": storyline_md.schema,
    "api.schema.json": api.schema,
}


def text(name: str) -> str:
    """Return a schema as it is shipped."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write the schemas, or with ``--check`` only tell whether they are as the models have them."""
    stale = 0
    for name in SCHEMAS:
        path = SHIPPED / name
        if "--check" in arguments:
            same = path.is_file() and path.read_text(encoding="utf-8") == text(name)
            stale += not same
            print(f"{name}: {'as the model has it' if same else 'stale; run tools/schema.py'}")
        else:
            print(f"{name}: {'written' if write(path, text(name).encode()) else 'unchanged'}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
