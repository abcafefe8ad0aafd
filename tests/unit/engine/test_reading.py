"""Workers that read: in order, each input within its bounds, none at the cost of another."""

from __future__ import annotations

import datetime as dt

from builder.engine.reading import Desks, Reading
from builder.model.limits import Limits
from builder.wire.reader import Given, Refused
from builder.wire.readers import Copy

PASTED = dt.date(2025, 3, 4)
STORY = "The bridge in the harbour will be closed from Sunday until the end of February, the roads office says. " * 3


def given(headline: str, text: str = STORY, limits: Limits | None = None) -> Given:
    data = f"{headline}\n\n{text}\n".encode()
    return Given(data=data, name=headline, pasted=PASTED, limits=limits or Limits())


def reason(reading: Reading) -> str:
    (refused,) = reading.found
    assert isinstance(refused, Refused)
    return refused.reason


def headline(reading: Reading) -> str:
    (copy,) = reading.found
    assert isinstance(copy, Copy)
    return copy.content.headline


def test_inputs_come_back_in_their_order_with_what_was_refused_before_in_its_place() -> None:
    titles = [f"Bridge number {number} closes on Sunday" for number in range(9)]
    inputs: list[Given | Refused] = [given(title) for title in titles]
    inputs.insert(4, Refused(part="gone.txt", reason="it cannot be opened"))
    with Desks(2, Limits()) as desks:
        read = list(desks.read(inputs))
    assert reason(read.pop(4)) == "it cannot be opened"
    assert [headline(one) for one in read] == titles


def test_what_no_reader_takes_is_refused_with_the_readers_own_words() -> None:
    with Desks(1, Limits()) as desks:
        (one,) = desks.read([Given(data=b"\x89PNG\r\n\x1a\n\x00\x00", name="a.png", pasted=PASTED)])
    assert reason(one).startswith("the bytes are no text; open it in its own program")


def test_an_input_that_takes_too_long_is_given_up_and_the_others_are_read() -> None:
    limits = Limits(seconds=4)
    # Half a millisecond of work a line, where a date may stand in it.
    endless = "\n".join(f"On {n % 28 + 1} March {n % 40 + 1980}, Nell Harding said {n}." for n in range(60_000))
    with Desks(1, limits) as desks:
        first, second, third = desks.read(
            [given("Bridge closes on Sunday"), given("All", endless), given("Bridge is open")]
        )
    assert headline(first) == "Bridge closes on Sunday"
    assert reason(second).startswith("reading it takes more than 4 seconds; paste the article's text")
    assert "ingest.limits" in reason(second)
    assert headline(third) == "Bridge is open"


def test_an_input_that_wants_too_much_memory_is_refused_and_the_others_are_read() -> None:
    # The first has the language model loaded, some 200 MB with all else; a line that is kept takes 200 bytes.
    large = given("Many lines", "A line.\n" * 600_000)
    with Desks(1, Limits(memory=280_000_000, seconds=60)) as desks:
        first, second, third = desks.read([given("Bridge closes"), large, given("Bridge is open again on Monday")])
    assert headline(first) == "Bridge closes"
    assert reason(second).startswith("reading it takes more than 280,000,000 bytes; paste")
    assert headline(third) == "Bridge is open again on Monday"


def test_a_fault_of_a_readers_own_is_said_to_be_one_and_costs_no_other_input() -> None:
    broken = Given(data=None, name="broken", pasted=PASTED)  # type: ignore[arg-type]
    with Desks(1, Limits()) as desks:
        first, second = desks.read([broken, given("Bridge is open again on Monday")])
    assert "fault of this program" in reason(first)
    assert headline(second) == "Bridge is open again on Monday"
