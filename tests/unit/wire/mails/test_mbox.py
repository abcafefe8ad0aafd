from __future__ import annotations

import datetime as dt
import io

import pytest

from builder.model.article import Article
from builder.model.limits import Limits
from builder.wire import readers
from builder.wire.mails import mbox
from builder.wire.reader import Given, Part, Refused
from builder.wire.readers import Copy

BETWEEN = "From kim@coast.example Tue Mar  4 09:30:00 2025\n"
SENTENCE = "The roads office closes the bridge in the harbour from Sunday until the end of February."


def mail(subject: str, body: str = SENTENCE) -> str:
    return f"From: Kim Doe <kim@coast.example>\nSubject: {subject}\n\n{body}\n\n"


def split(text: str, limits: Limits | None = None) -> list[Part | Refused]:
    return list(mbox.split(io.BytesIO(text.encode()), limits or Limits()))


def test_each_mail_of_a_mailbox_is_a_part_that_the_reader_of_mails_takes() -> None:
    first, second = split(BETWEEN + mail("Bridge closes") + BETWEEN + mail("Ferry sails"))
    assert isinstance(first, Part)
    assert isinstance(second, Part)
    assert (first.name, second.name) == ("message 1.eml", "message 2.eml")
    assert first.retrieved == dt.date(2025, 3, 4)
    for part, headline in ((first, "Bridge closes"), (second, "Ferry sails")):
        (copy,) = readers.read(Given(data=part.data, name=part.name, pasted=dt.date(2025, 3, 5)))
        assert isinstance(copy, Copy)
        assert isinstance(copy.content, Article)
        assert copy.content.headline == headline


def test_a_line_of_text_that_begins_so_parts_nothing() -> None:
    (part,) = split(
        BETWEEN + mail("Walk", "From the harbour to the hills.\n>From there it rains.\n\nFrom 1962 to 2025 it stood.")
    )
    assert isinstance(part, Part)
    assert b"\nFrom the harbour" in part.data
    assert b"\nFrom there" in part.data


def test_a_mail_too_large_is_refused_by_its_number_and_the_next_is_read() -> None:
    first, second = split(BETWEEN + mail("Bridge", "x" * 200_000) + BETWEEN + mail("Ferry"), Limits(article=1_000))
    assert isinstance(first, Refused)
    assert first.part == "message 1.eml"
    assert "more than the 1,000" in first.reason
    assert isinstance(second, Part)


class Endless(io.RawIOBase):
    """A mailbox whose first mail has a single line of 200 MB, which nobody could hold twice."""

    def __init__(self) -> None:
        self.left = 200_000_000
        self.head = (BETWEEN + "Subject: x\n\n").encode()
        self.most = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer is a view here
        self.most = max(self.most, len(buffer))
        if self.head:
            size = len(self.head)
            buffer[:size], self.head = self.head, b""
            return size
        size = min(len(buffer), self.left)
        buffer[:size] = b"x" * size
        self.left -= size
        return size


def test_a_mailbox_is_streamed() -> None:
    stream = Endless()
    (refused,) = mbox.split(io.BufferedReader(stream), Limits())
    assert isinstance(refused, Refused)
    assert stream.most <= mbox.LONGEST_LINE


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (BETWEEN + mail("Bridge"), True),
        ("From - Tue Mar 04 09:30:00 2025\r\nX-Mozilla-Status: 0001\r\n", True),
        ("From kim Tue Mar  4 09:30:00 2025 +0200\nReceived: x\n", True),
        ("From the harbour to the hills\n\nA walk.", False),
        ("From: Kim Doe\nSubject: Bridge\n\nText", False),
        (BETWEEN + "\nThis is what such a line looks like.", False),
    ],
)
def test_a_mailbox_is_known_by_its_first_lines(text: str, claimed: bool) -> None:  # noqa: FBT001 - a column of the table
    found = readers.container_of(text.encode(), "x.txt")
    assert (found is not None and found.name == mbox.NAME) is claimed
