"""The search index: Pagefind's program, given the pages one by one, in order."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

from builder.engine.search_hints import HINTS, with_hints
from builder.errors import EngineFailed
from builder.formats.timeline import NO_COPY

BUNDLE = "pagefind/"
"""Where the bundle stands in the site."""
PATIENCE = 600.0, 0.1
"""Seconds until Pagefind is ended, and more for each page, which takes it 0.003 s."""

_MADE = "files/1"
"""Part of the key of a bundle: another way to make one is another number."""
_MARK = b"data-pagefind-body"
# Pagefind's own interfaces; the site has one of its own.
_UNUSED = ("pagefind-component-ui.", "pagefind-highlight.", "pagefind-modular-ui.", "pagefind-ui.")
_MISSING = "Pagefind's program is missing, so the site would have no search: pip install 'pagefind[bin]'"


class SearchPages:
    """Which pages are to be searched, by the hash of their content. Only those that mark a body are."""

    def __init__(self) -> None:
        self._digests: dict[str, bytes] = {}

    def add(self, path: str, html: bytes) -> None:
        """Take note of a page of the site; one without ``data-pagefind-body`` (a list, an index) is passed over."""
        if _MARK in html:
            self._digests[path] = hashlib.sha256(html).digest()

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the pages to be searched, in order."""
        return tuple(sorted(self._digests))

    def key(self, *, language: str) -> str:
        """Return a hash of everything that goes into the index."""
        digest = hashlib.sha256(f"{_MADE}\0{_version()}\0{language}\0{NO_COPY}\0{HINTS}".encode())
        for path in self.paths():
            digest.update(f"\0{path}\0".encode() + self._digests[path])
        return digest.hexdigest()


def search_bundle(
    pages: SearchPages, read: Callable[[str], bytes], *, language: str, cache: Path
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the search index, with their paths in the site.

    ``read`` returns the content of a page. The last bundle is kept in ``cache`` and given out again while its inputs
    are the same, because Pagefind orders the values of filters anew each time. ``language`` is that of the whole index:
    pages of a second one would make a second index, which the first does not find. No pages, no files.

    Raises ``EngineFailed`` if Pagefind is missing, fails or does not end.
    """
    if not pages.paths():
        return
    bundle = cache / f"search-{pages.key(language=language)[:32]}"
    if not bundle.is_dir():
        _make(bundle, pages.paths(), read, language)
    for other in cache.glob("search-*"):
        if other != bundle:
            shutil.rmtree(other, ignore_errors=True)
    for path in sorted(path for path in bundle.rglob("*") if path.is_file()):
        yield BUNDLE + path.relative_to(bundle).as_posix(), path.read_bytes()


def _make(bundle: Path, paths: tuple[str, ...], read: Callable[[str], bytes], language: str) -> None:
    bundle.parent.mkdir(parents=True, exist_ok=True)
    # Beside the bundle, so that it comes into being whole, by a rename.
    with tempfile.TemporaryDirectory(prefix="making-search-", dir=bundle.parent.resolve()) as folder:
        made = Path(folder, "bundle").resolve()
        start, each = PATIENCE
        with _service(start + each * len(paths)) as ask:
            config = {"force_language": language, "exclude_selectors": NO_COPY}
            index = ask({"type": "NewIndex", "config": config})["index_id"]
            for path in paths:
                html = with_hints(path, read(path).decode("utf-8"))
                ask({"type": "AddFile", "index_id": index, "file_path": path, "file_contents": html})
            # Not written by Pagefind itself: it ends before what it writes is on the disk, and on a busy machine some
            # of it never comes there.
            for file in ask({"type": "GetFiles", "index_id": index})["files"]:
                if not file["path"].startswith(_UNUSED):
                    place = made / file["path"]
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(base64.b64decode(file["content"]))
        # Another build may have been quicker; its bundle is as good.
        with contextlib.suppress(OSError):
            made.rename(bundle)


@contextlib.contextmanager
def _service(seconds: float) -> Iterator[Callable[[Mapping[str, Any]], dict[str, Any]]]:
    """Run Pagefind as a service and yield a function that sends a request and returns the answer.

    The protocol is the one of Pagefind's own wrappers: JSON in base64, ended by a comma. Its command line would take
    the pages in the order in which a folder lists them, which differs from disk to disk, and settings from the folder
    it is run in; its Python wrapper waits a tenth of a second for every page.
    """
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                [_program(), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
        except OSError as fault:
            raise EngineFailed(f"Pagefind cannot be started: {fault}") from fault
        to, back = cast("BinaryIO", process.stdin), cast("BufferedReader", process.stdout)
        end = threading.Timer(seconds, process.kill)
        end.daemon = True
        end.start()

        def ask(payload: Mapping[str, Any]) -> dict[str, Any]:
            request = json.dumps({"message_id": 1, "payload": payload}).encode()
            try:
                to.write(base64.b64encode(request) + b",")
                to.flush()
                answer = _until_comma(back)
            except BrokenPipeError:
                answer = b""
            if not answer:
                process.kill()
                raise _ended_early(complaints)
            result: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
            if result["type"] == "Error":
                raise EngineFailed(f"Pagefind cannot index {payload.get('file_path', 'the site')}: {result['message']}")
            return result

        try:
            yield ask
            to.close()
            if process.wait() != 0:
                raise _ended_early(complaints)
        finally:
            end.cancel()
            end.join()
            process.kill()
            with contextlib.suppress(BrokenPipeError):
                to.close()
            back.close()
            process.wait()


def _ended_early(complaints: BinaryIO) -> EngineFailed:
    complaints.seek(0)
    said = complaints.read(2000).decode("utf-8", "replace").strip()
    return EngineFailed(f"Pagefind ended before the index was made: {said or 'it said nothing'}")


def _until_comma(stream: BufferedReader) -> bytes:
    """Return an answer, or nothing at the end of the stream. No second one follows: a request waits for its own."""
    answer = bytearray()
    while not answer.endswith(b","):
        piece = stream.read1()
        if not piece:
            return b""
        answer += piece
    return bytes(answer[:-1])


def _program() -> str:
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415 - it may be missing
    except ImportError as fault:
        raise EngineFailed(_MISSING) from fault
    try:
        return str(get_executable())
    except FileNotFoundError as fault:
        raise EngineFailed(_MISSING) from fault


def _version() -> str:
    try:
        return importlib.metadata.version("pagefind_bin")
    except importlib.metadata.PackageNotFoundError as fault:
        raise EngineFailed(_MISSING) from fault
