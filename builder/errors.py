"""Faults that stop a run or refuse an input. One class per fault, worded in the class."""

from __future__ import annotations


class BriefingsError(Exception):
    """Base of every fault this project raises on purpose; its text is one line for a person."""


class MalformedDate(BriefingsError):
    """A date that is no EDTF (levels 0 and 1) or no ISO 8601 moment."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f'"{_short(text)}" is not a date: {reason}')


class MalformedCopy(BriefingsError):
    """Text that cannot be understood. ``line`` counts from 1 within that text."""

    def __init__(
        self, reason: str, *, line: int = 1, code: str = "COPY", others: tuple[MalformedCopy, ...] = ()
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.code = code
        self.others = others
        """What else is wrong with the same text."""


class UnreadableFile(BriefingsError):
    """A file of the archive that cannot be loaded: which, where, why."""

    def __init__(self, path: str, fault: MalformedCopy) -> None:
        super().__init__(f"{path}:{fault.line}: {fault.code} {fault.reason}")
        self.path = path
        self.fault = fault


class UnreadableInput(BriefingsError):
    """An input of ``ingest`` that no reader can turn into an article. It stays where it is."""

    def __init__(self, reason: str, *, next_act: str) -> None:
        super().__init__(f"{reason}; {next_act}")
        self.reason = reason
        self.next_act = next_act


class Unfetchable(BriefingsError):
    """An address of the web that was not fetched: which, why, and what to do instead."""

    def __init__(self, url: str, reason: str, *, next_act: str) -> None:
        super().__init__(f"{url}: {reason}; {next_act}")
        self.url = url
        """The one that failed: not the one asked for where a redirect or its robots.txt did."""
        self.reason = reason
        self.next_act = next_act


class BadSettings(BriefingsError):
    """The archive's settings or taxonomy cannot be used."""


class EngineFailed(BriefingsError):
    """MkDocs or Pagefind could not do its part."""


class NoWorkers(EngineFailed):
    """The processes that do a part of the work do not start, or end at once: the machine forbids it, not the copy."""

    def __init__(self, work: str, fault: BaseException) -> None:
        said = f"{type(fault).__name__}: {fault}".strip(": ")
        super().__init__(
            f"no process could be started to {work} ({said}); see whether this user may run Python here, and how many"
            " processes and how much memory it may use"
        )


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
