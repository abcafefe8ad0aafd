"""A server on this machine that does as it is told, however bad; names and a clock that do so too."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import httpcore

from builder.fetch.exchange import Network
from builder.fetch.fetcher import Fetcher
from builder.fetch.guard import Guard
from builder.model.limits import Limits

LOOPBACK = "127.0.0.1"
Page = bytes | Callable[[socket.socket], None]


def answer(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    """Return a whole answer; ``content_type="text/html"`` becomes a header."""
    said = {"content_length": str(len(body)), "content_type": "text/html", **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-').title()}: {value}" for name, value in said.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def leads_to(url: str, status: str = "302 Found") -> bytes:
    return answer(status, location=url)


def endless(head: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return send


@dataclass(frozen=True)
class Request:
    target: str
    headers: dict[str, str]


@dataclass
class Server:
    """Answers a target with what stands under it, in turn where there are several; 404 elsewhere."""

    port: int
    pages: dict[str, Page | Sequence[Page]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    scheme: str = "http"

    def url(self, path: str, host: str = LOOPBACK) -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def targets(self) -> list[str]:
        return [request.target for request in self.requests]

    def serve(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            more = connection.recv(65_536)
            if not more:
                return
            head += more
        first, *lines = head.decode("latin-1").split("\r\n")
        target = first.split(" ")[1]
        seen = self.targets.count(target)
        self.requests.append(Request(target, dict(line.split(": ", 1) for line in lines if line)))
        page = self.pages.get(target, answer("404 Not Found"))
        if isinstance(page, Sequence) and not isinstance(page, bytes):
            page = page[min(seen, len(page) - 1)]
        if isinstance(page, bytes):
            connection.sendall(page)
        else:
            page(connection)


@contextlib.contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with socket.create_server((LOOPBACK, 0)) as listening:
        server = Server(listening.getsockname()[1], scheme="https" if tls else "http")

        def one(connection: socket.socket) -> None:
            # A client that has seen enough hangs up; that is what the tests are about.
            with contextlib.suppress(OSError), connection:
                connection.settimeout(10)
                if tls is None:
                    server.serve(connection)
                else:
                    with tls.wrap_socket(connection, server_side=True) as secure:
                        server.serve(secure)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    threading.Thread(target=one, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield server
        # Wakes ``accept``, which closing alone does not everywhere.
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)


@dataclass
class Time:
    """A clock that stands still unless somebody sleeps."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def drip(head: bytes, time: Time) -> Callable[[socket.socket], None]:
    """Send a byte every second of that clock, so that no single wait is long."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            time.now += 1
            connection.sendall(b"x")

    return send


@dataclass
class Names:
    """Answers for names, each in turn; the last one stays."""

    answers: dict[str, list[list[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self.answers.get(host)
        if not answers:
            raise socket.gaierror("no such host")
        return answers.pop(0) if len(answers) > 1 else answers[0]


class Detour(httpcore.NetworkBackend):
    """Leads connections to public addresses to this machine, and notes where they were meant to go."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[str] = []
        self.dead: set[str] = set()

    def connect_tcp(self, host: str, port: int, *args: object, **options: object) -> httpcore.NetworkStream:
        _ = port, args, options
        self.dialled.append(host)
        if host in self.dead:
            raise httpcore.ConnectError("unreachable")
        return httpcore.SyncBackend().connect_tcp(LOOPBACK, self.port, timeout=5)


def fetcher_for(server: Server, time: Time, names: Names, **limits: float) -> Fetcher:
    guard = Guard(allow=frozenset({(LOOPBACK, server.port)}))
    network = Network(guard=guard, resolver=names, clock=time.clock, sleep=time.sleep)
    return Fetcher(limits=Limits(**limits), network=network)  # type: ignore[arg-type]  # bytes are whole numbers
