"""Inputs kept as they came, each as a web archive of one record (WARC, ISO 28500), outside the published tree."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import uuid
from pathlib import Path

from warcio.warcwriter import WARCWriter

from builder.store.files import write
from builder.store.filing import KEPT

FOLDER = "inputs"
"""Below ``.briefings/``; ignored by git, as the sources are: most archives may not publish a copy."""


def keep(root: Path, data: bytes, *, uri: str, media_type: str, retrieved: dt.date) -> Path:
    """Write an input's bytes to ``.briefings/inputs/<sha256>.warc.gz`` and return that path.

    The record is a ``resource``: the bytes alone, whatever brought them. The same input gives the same file.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    content = io.BytesIO()
    writer = WARCWriter(content, gzip=True)
    record = writer.create_warc_record(
        uri,
        "resource",
        payload=io.BytesIO(data),
        warc_content_type=media_type,
        warc_headers_dict={
            "WARC-Date": f"{retrieved.isoformat()}T00:00:00Z",
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{uri} {sha256}')}>",
        },
    )
    writer.write_record(record)
    path = root / KEPT / FOLDER / f"{sha256}.warc.gz"
    if not path.exists():
        write(path, content.getvalue())
    return path
