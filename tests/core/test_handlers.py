import ast
import itertools
import json
import os
import socket
import socketserver
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self

import pytest

from core import handlers
from core.framing import LONGEST_DOCUMENT, Framing, framer
from core.handlers import HANDLERS, chat_room, counter, handler_class
from core.json_document import decode

PATIENCE = 5.0
"""Seconds after which a test that waits for bytes fails."""

UNIX = hasattr(socket, "AF_UNIX")
STREAMS = ["tcp", pytest.param("unix-stream", marks=pytest.mark.skipif(not UNIX, reason="no Unix sockets"))]
DATAGRAMS = [
    "udp",
    pytest.param("unix-datagram", marks=pytest.mark.skipif(not UNIX, reason="no Unix sockets")),
]


class Recording(socketserver.BaseServer):
    """Keeps what reaches handle_error()."""

    daemon_threads = False

    def __init__(self, *arguments: Any) -> None:
        self.errors: list[BaseException | None] = []
        super().__init__(*arguments)

    def handle_error(self, request: Any, client_address: Any) -> None:
        self.errors.append(sys.exception())


class TCP(Recording, socketserver.ThreadingTCPServer): ...


class UDP(Recording, socketserver.ThreadingUDPServer): ...


SERVERS: dict[str, Any] = {"tcp": TCP, "udp": UDP}
if UNIX:

    class UnixStream(Recording, socketserver.ThreadingUnixStreamServer): ...

    class UnixDatagram(Recording, socketserver.ThreadingUnixDatagramServer): ...

    SERVERS |= {"unix-stream": UnixStream, "unix-datagram": UnixDatagram}


class Talk:
    """A client that sends bytes as they are and reads replies as its framing finds them."""

    def __init__(self, connection: socket.socket, framing: Framing) -> None:
        self.connection = connection
        self._framer = framer(framing)
        self._replies: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def send(self, data: bytes) -> Self:
        self.connection.sendall(data)
        return self

    def send_value(self, value: Any) -> Self:
        return self.send(json.dumps(value).encode())

    def half_close(self) -> Self:
        self.connection.shutdown(socket.SHUT_WR)
        return self

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def reply(self) -> bytes:
        while not self._replies:
            chunk = self.connection.recv(65536)
            if not chunk:
                raise EOFError
            self._replies += [message.data for message in self._framer.feed(chunk)]
        return self._replies.pop(0)

    def value(self) -> Any:
        return decode(self.reply())

    def replies_to_the_end(self) -> list[bytes]:
        def until_the_end() -> Iterator[bytes]:
            while True:
                try:
                    yield self.reply()
                except EOFError:
                    return

        return list(until_the_end())


class Place:
    """A running server in this process."""

    def __init__(self, transport: str, server: Any, directory: Path) -> None:
        self.transport = transport
        self.server = server
        self._directory = directory
        self._numbers = itertools.count()

    def talk(self, framing: Framing = Framing.JSON) -> Talk:
        connection = socket.socket(self.server.address_family, self.server.socket_type)
        connection.settimeout(PATIENCE)
        if self.transport == "unix-datagram":
            connection.bind(str(self._directory / f"client{next(self._numbers)}"))
        connection.connect(self.server.server_address)
        return Talk(connection, framing if self.transport in ("tcp", "unix-stream") else Framing.RAW)


Serve = Callable[..., Place]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    with ExitStack() as stack:

        def start(transport: str, handler: type | str, **options: Any) -> Place:
            if isinstance(handler, str):
                handler = handler_class(handler, transport in ("tcp", "unix-stream"), options)
            return stack.enter_context(running(transport, handler, tmp_path))

        yield start


@contextmanager
def running(transport: str, handler: type, directory: Path) -> Iterator[Place]:
    address = str(directory / "server") if transport.startswith("unix") else ("127.0.0.1", 0)
    with SERVERS[transport](address, handler) as server:
        loop = threading.Thread(target=server.serve_forever, args=(0.01,))
        loop.start()
        try:
            yield Place(transport, server, directory)
        finally:
            server.shutdown()
            loop.join()


# Lowercase JSON ----------------------------------------------------------------------------------------

DEEP = {"Say": ["HELLO", {"Deep": {"ER": "ÄÖ"}}, 1.5, True, None, 10**20], "N": "İ"}
DEEP_LOWER = {"Say": ["hello", {"Deep": {"ER": "äö"}}, 1.5, True, None, 10**20], "N": "İ".lower()}


@pytest.mark.parametrize("transport", [*STREAMS, *DATAGRAMS])
def test_every_text_is_lowercased_and_all_else_is_left(serve: Serve, transport: str) -> None:
    with serve(transport, "lowercase-json").talk() as client:
        assert client.send_value(DEEP).value() == DEEP_LOWER
        assert client.send_value("HELLO").value() == "hello"
        assert client.send(b"12\n").value() == 12


@pytest.mark.parametrize("transport", STREAMS)
def test_documents_are_answered_however_they_are_cut(serve: Serve, transport: str) -> None:
    with serve(transport, "lowercase-json").talk() as client:
        for byte in '{"É": "É"}[]"A"'.encode():
            client.send(bytes([byte]))
        assert [client.value() for _ in range(3)] == [{"É": "é"}, [], "a"]
        client.send(b'"A""B"[1]true 5\n"C"')
        assert [client.value() for _ in range(6)] == ["a", "b", [1], True, 5, "c"]
        long = ["X" * 100_000, "É" * 50_000]
        assert client.send_value(long).value() == [text.lower() for text in long]


@pytest.mark.parametrize("transport", STREAMS)
@pytest.mark.parametrize("word", [b'"exit"', b'"EXIT"', b'"eXit"'])
def test_exit_ends_the_conversation_without_a_reply(serve: Serve, transport: str, word: bytes) -> None:
    with serve(transport, "lowercase-json").talk() as client:
        assert client.send(b'"A"' + word).replies_to_the_end() == [b'"a"']


def test_exit_deeper_in_a_document_is_a_text_like_any_other(serve: Serve) -> None:
    with serve("tcp", "lowercase-json").talk() as client:
        assert client.send_value(["EXIT"]).value() == ["exit"]
        assert client.send_value({"EXIT": "EXIT"}).value() == {"EXIT": "exit"}


def test_only_a_bare_number_gets_a_newline(serve: Serve) -> None:
    with serve("tcp", "lowercase-json").talk(Framing.RAW) as client:
        client.send(b'"A" 7 [7] -0.5 null {"a": 1e300}7').half_close()
        assert b"".join(client.replies_to_the_end()) == b'"a"7\n[7]-0.5\nnull{"a": 1e+300}7\n'


NOT_JSON = [
    b"hello",
    b"{'a': 1}",
    b'{"a": 1,}',
    b'{"a: 1}',
    b"[NaN]",
    b"[1e999]",
    b"\xff\xfe",
    b'["\xff"]',
    b"[" * 300,
]


@pytest.mark.parametrize("document", NOT_JSON, ids=lambda document: repr(document[:12]))
def test_what_is_not_json_is_answered_and_the_conversation_goes_on(serve: Serve, document: bytes) -> None:
    with serve("tcp", "lowercase-json").talk() as client:
        [(key, sentence)] = client.send(document + b"\n").value().items()
        assert key == "error"
        assert sentence
        closing = b"]" * 300 if document.startswith(b"[[") else b""
        assert client.send(closing + b'"GO ON"').value() == "go on"


def test_half_a_surrogate_pair_comes_back_as_it_was(serve: Serve) -> None:
    with serve("tcp", "lowercase-json").talk() as client:
        assert client.send(b'["\\ud800A"]').reply() == b'["\\ud800a"]'


def test_a_document_that_is_too_long_is_answered_and_the_conversation_closed(serve: Serve) -> None:
    with serve("tcp", "lowercase-json").talk() as client:
        client.send(b'"' + b"x" * LONGEST_DOCUMENT)
        assert "too long" in client.value()["error"]
        with pytest.raises(EOFError):
            client.reply()


@pytest.mark.parametrize("key", ["lowercase-json", "json-lines", "json-length", "counter"])
def test_a_client_that_leaves_in_the_middle_ends_its_conversation_quietly(serve: Serve, key: str) -> None:
    place = serve("tcp", key)
    with place.talk(Framing.RAW) as client:
        assert client.send(b'{"a": [1').half_close().replies_to_the_end() == (
            [client_error_of_length()] if key == "json-length" else []
        )
    assert place.server.errors == []


def client_error_of_length() -> bytes:
    # The text was taken for a length, which is far above the limit.
    size = int.from_bytes(b'{"a"', "big")
    reply = json.dumps({"error": f"A document may have {LONGEST_DOCUMENT:,} bytes, not {size:,}."}).encode()
    return len(reply).to_bytes(4, "big") + reply


def test_a_reset_reaches_handle_error_and_other_clients_are_served(serve: Serve) -> None:
    place = serve("tcp", "lowercase-json")
    with place.talk() as other:
        with place.talk() as client:
            client.send_value("A").reply()
            client.reset()
        assert other.send_value("STILL HERE").value() == "still here"
    place.server.shutdown()
    place.server.server_close()
    assert [type(error) for error in place.server.errors] == [ConnectionResetError]


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_a_datagram_that_is_not_json_is_answered_with_the_error(serve: Serve, transport: str) -> None:
    with serve(transport, "lowercase-json").talk() as client:
        assert "nothing here" in client.send(b"").value()["error"]
        assert "more follows" in client.send(b'"A""B"').value()["error"]
        assert "too deep" in client.send(b"[" * 900 + b"]" * 900).value()["error"]
        assert client.send(b'"EXIT"').send_value("A").value() == "a"


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_a_datagram_that_was_cut_is_answered_with_the_reason(serve: Serve, transport: str) -> None:
    with serve(transport, "lowercase-json").talk() as client:
        assert "max_packet_size" in client.send_value("X" * 10_000).value()["error"]
        assert client.send_value("X" * 8190).value() == "x" * 8190


# The naive one -----------------------------------------------------------------------------------------


def test_the_naive_handler_answers_one_short_text_at_a_time(serve: Serve) -> None:
    with serve("tcp", "naive-json").talk() as client:
        assert client.send_value("HELLO").value() == "hello"
        assert client.send_value("HELLO AGAIN").value() == "hello again"
        assert client.send(b'"exit"').replies_to_the_end() == []


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"[1]", AttributeError),
        (b'"A""B"', json.JSONDecodeError),
        (b'"' + b"x" * 2000 + b'"', json.JSONDecodeError),
        (b'"' + b"x" * 1022 + 'é"'.encode(), UnicodeDecodeError),
    ],
    ids=["list", "two at once", "long", "character cut"],
)
def test_the_naive_handler_breaks_instructively(serve: Serve, data: bytes, error: type[Exception]) -> None:
    place = serve("unix-stream" if UNIX else "tcp", "naive-json")
    with place.talk() as client:
        try:
            assert client.send(data).replies_to_the_end() == []
        except ConnectionResetError:
            assert len(data) > 1024  # bytes that nobody read turn the closing into a reset
    place.server.shutdown()
    place.server.server_close()
    assert [type(raised) for raised in place.server.errors] == [error]


# Lines and lengths -------------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", STREAMS)
def test_json_lines_are_answered_line_by_line(serve: Serve, transport: str) -> None:
    with serve(transport, "json-lines").talk(Framing.LINES) as client:
        client.send(b'{"Say": "HELLO"}\r\n5\n\nnope\n')
        assert [client.value() for _ in range(2)] == [{"Say": "hello"}, 5]
        assert all("error" in client.value() for _ in range(2))
        assert client.send(b'"EXIT"\n').replies_to_the_end() == []


def test_a_json_line_that_is_too_long_is_answered_and_the_conversation_closed(serve: Serve) -> None:
    with serve("tcp", "json-lines").talk(Framing.LINES) as client:
        client.send(b"x" * (LONGEST_DOCUMENT + 1))
        [reply] = client.replies_to_the_end()
        assert "error" in decode(reply)


@pytest.mark.parametrize("transport", STREAMS)
def test_json_after_its_length_is_answered_likewise(serve: Serve, transport: str) -> None:
    with serve(transport, "json-length").talk(Framing.LENGTH) as client:
        client.send(b'\0\0\0\3"A"' + b"\0\0\0\x011" + b"\0\0\0\0")
        assert [client.value() for _ in range(2)] == ["a", 1]
        assert "nothing here" in client.value()["error"]
        assert client.send(b'\0\0\0\6"EXIT"').replies_to_the_end() == []


def test_a_length_that_is_too_large_is_answered_and_the_conversation_closed(serve: Serve) -> None:
    with serve("tcp", "json-length").talk(Framing.LENGTH) as client:
        [reply] = client.send(b"\xff\xff\xff\xff").replies_to_the_end()
        assert "4,294,967,295" in decode(reply)["error"]


# Echo and upper case -----------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", STREAMS)
def test_echo_sends_every_byte_back(serve: Serve, transport: str) -> None:
    data = bytes(range(256)) * 40
    with serve(transport, "echo").talk(Framing.RAW) as client:
        assert b"".join(client.send(data).half_close().replies_to_the_end()) == data


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_echo_sends_every_datagram_back(serve: Serve, transport: str) -> None:
    with serve(transport, "echo").talk() as client:
        assert client.send(b"\0\xff").reply() == b"\0\xff"
        assert client.connection.send(b"x") == 1
        assert client.reply() == b"x"


@pytest.mark.parametrize("transport", STREAMS)
def test_upper_case_answers_line_by_line_and_the_rest_at_the_end(serve: Serve, transport: str) -> None:
    with serve(transport, "upper-case").talk(Framing.RAW) as client:
        assert client.send("é\n".encode()).reply() == "É\n".encode()
        assert b"".join(client.send(b"a\xff").half_close().replies_to_the_end()) == b"A\xff"


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_upper_case_answers_each_datagram(serve: Serve, transport: str) -> None:
    with serve(transport, "upper-case").talk() as client:
        assert client.send(b"hello\n").reply() == b"HELLO\n"


# Slow, crashing, counter -------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", [STREAMS[0], DATAGRAMS[0]])
def test_slow_answers_what_lowercase_answers_after_its_delay(serve: Serve, transport: str) -> None:
    with serve(transport, "slow", delay=0.05).talk() as client:
        began = time.monotonic()
        assert client.send_value("A").value() == "a"
        assert time.monotonic() - began >= 0.05


def test_crashing_raises_at_its_word_and_the_server_lives_on(serve: Serve) -> None:
    place = serve("tcp", "crashing", word="Boom")
    with place.talk() as client:
        assert client.send_value("CRASH").value() == "crash"
        assert client.send_value(["it went bOOm"]).replies_to_the_end() == []
    with place.talk() as client:
        assert client.send_value("AGAIN").value() == "again"
    assert [str(error) for error in place.server.errors] == ["The message contains the word 'Boom'."]


def test_crashing_at_a_datagram_sends_nothing(serve: Serve) -> None:
    place = serve("udp", "crashing")
    with place.talk() as client:
        assert client.send_value("CRASH").send_value("A").value() == "a"
    place.server.shutdown()
    place.server.server_close()
    assert [type(error) for error in place.server.errors] == [RuntimeError]


@pytest.mark.parametrize("transport", [*STREAMS, *DATAGRAMS])
def test_the_counter_is_shared_by_all_clients(
    serve: Serve, transport: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter.Counter, "count", 0)
    place = serve(transport, "counter")
    with place.talk() as one, place.talk() as other:
        replies = [client.send_value({}).value() for client in (one, other, one)]
    assert [reply["count"] for reply in replies] == [1, 2, 3]
    assert {reply["pid"] for reply in replies} == {os.getpid()}
    assert replies[0]["thread"] != replies[1]["thread"] or transport in ("udp", "unix-datagram")


# Chat room ---------------------------------------------------------------------------------------------


def stream_room() -> type:
    """Return the handler with a room of its own, so that tests do not meet each other's guests."""
    room = {"members": set(), "names": itertools.count(1), "lock": threading.Lock()}
    return type("Room", (chat_room.ChatRoomHandler,), room)


def datagram_room() -> type:
    room = {"members": {}, "names": itertools.count(1), "lock": threading.Lock()}
    return type("Room", (chat_room.ChatRoomDatagramHandler,), room)


@pytest.mark.parametrize("transport", STREAMS)
def test_the_chat_room_speaks_first_and_passes_on_what_each_guest_says(serve: Serve, transport: str) -> None:
    place = serve(transport, stream_room())
    with place.talk() as one:
        assert one.value() == {"welcome": "guest 1", "here": 1}
        with place.talk() as two:
            assert two.value() == {"welcome": "guest 2", "here": 2}
            one.send_value({"Say": "HELLO"})
            assert one.value() == two.value() == {"from": "guest 1", "says": {"Say": "HELLO"}}
            assert two.send_value("Exit").replies_to_the_end() == []
        one.send(b"5\n")
        assert one.value() == {"from": "guest 1", "says": 5}


def test_an_error_in_the_chat_room_is_told_to_its_author_alone(serve: Serve) -> None:
    place = serve("tcp", stream_room())
    with place.talk() as one, place.talk() as two:
        for guest in (one, two):
            guest.reply()
        assert "error" in one.send(b"hello\n").value()
        one.send_value("sorry")
        assert one.value()["says"] == two.value()["says"] == "sorry"


@pytest.mark.parametrize("transport", STREAMS)
def test_the_chat_room_survives_guests_that_vanish(serve: Serve, transport: str) -> None:
    place = serve(transport, stream_room())
    with place.talk() as one:
        one.reply()
        for _ in range(3):
            with place.talk() as guest:
                guest.reply()
                guest.send(b'{"half')
                guest.reset()
            one.send_value("still here")
            assert one.value()["says"] == "still here"


def test_a_guest_who_never_reads_is_shown_out(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_room, "PATIENCE", 1)
    place = serve("unix-stream" if UNIX else "tcp", stream_room())
    with place.talk() as one, place.talk() as deaf:
        one.reply()
        deaf.reply()
        one.connection.settimeout(30)
        for _ in range(2):
            assert len(one.send_value("x" * 2_000_000).reply()) > 2_000_000
        with place.talk() as three:
            assert three.value()["here"] == 2


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_the_chat_room_for_datagrams_knows_who_has_spoken(serve: Serve, transport: str) -> None:
    place = serve(transport, datagram_room())
    with place.talk() as one, place.talk() as two:
        assert one.send_value("A").value() == {"welcome": "guest 1", "here": 1}
        assert one.value() == {"from": "guest 1", "says": "A"}
        assert two.send_value("B").value() == {"welcome": "guest 2", "here": 2}
        assert one.value() == two.value() == {"from": "guest 2", "says": "B"}
        assert "error" in two.send(b"nope").value()
        one.send_value("exit")
        two.send_value("C")
        assert two.value()["says"] == "C"


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_the_chat_room_for_datagrams_survives_guests_that_vanish(serve: Serve, transport: str) -> None:
    place = serve(transport, datagram_room())
    with place.talk() as one:
        one.send_value("A").reply()
        one.reply()
        with place.talk() as guest:
            guest.send_value("B").reply()
        assert one.value()["says"] == "B"
        for text in ("C", "D"):
            assert one.send_value(text).value()["says"] == text
    assert place.server.errors == []


@pytest.mark.skipif(not UNIX, reason="no Unix sockets")
def test_a_unix_client_without_an_address_can_speak_but_not_hear(serve: Serve) -> None:
    place = serve("unix-datagram", datagram_room())
    with place.talk() as one, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as stranger:
        one.send_value("A").reply()
        one.reply()
        stranger.sendto(b"nope", place.server.server_address)
        stranger.sendto(b'"B"', place.server.server_address)
        assert one.value() == {"from": "a stranger", "says": "B"}
    assert place.server.errors == []


def test_the_chat_room_for_datagrams_has_a_limit_of_seats(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_room, "SEATS", 1)
    place = serve("udp", datagram_room())
    with place.talk() as one, place.talk() as two:
        one.send_value("A").reply()
        one.reply()
        two.send_value("B")
        assert one.value() == {"from": "a stranger", "says": "B"}


# The catalogue -----------------------------------------------------------------------------------------


class RefusedError(Exception):
    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def test_the_catalogue_has_ten_handlers_and_those_for_datagrams() -> None:
    assert list(HANDLERS) == [
        "lowercase-json",
        "naive-json",
        "json-lines",
        "json-length",
        "echo",
        "upper-case",
        "slow",
        "crashing",
        "counter",
        "chat-room",
    ]
    assert handlers.fitting(True) == list(HANDLERS.values())
    only_streams = {"naive-json", "json-lines", "json-length"}
    assert {entry.key for entry in handlers.fitting(False)} == set(HANDLERS) - only_streams


@pytest.mark.parametrize("key", HANDLERS)
def test_the_source_of_a_handler_defines_its_classes(key: str) -> None:
    entry = HANDLERS[key]
    tree = ast.parse(handlers.source(key))
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    assert {entry.stream, entry.datagram} - {""} <= classes
    assert ast.get_docstring(tree)


@pytest.mark.parametrize("key", HANDLERS)
def test_the_defaults_of_the_options_are_those_of_the_classes(key: str) -> None:
    for is_stream in (True, False):
        if HANDLERS[key].class_name(is_stream):
            chosen = handler_class(key, is_stream, {})
            assert issubclass(chosen, socketserver.BaseRequestHandler)
            for option in HANDLERS[key].options:
                assert getattr(chosen, option.name) == option.default


def test_chosen_options_make_a_subclass_of_the_same_name() -> None:
    plain = handler_class("slow", True, {"delay": 2.0})
    changed = handler_class("slow", True, {"delay": 0.5})
    assert (changed.__name__, changed.__module__, changed.__doc__) == (
        plain.__name__,
        plain.__module__,
        plain.__doc__,
    )
    assert (plain.delay, changed.delay) == (2.0, 0.5)  # type: ignore[attr-defined]
    assert issubclass(changed, plain)


@pytest.mark.parametrize(
    ("key", "is_stream", "field", "words"),
    [
        ("nope", True, "handler", '"lowercase-json", "naive-json"'),
        ("", True, "handler", "chat-room"),
        (None, True, "handler", "chat-room"),
        ([], True, "handler", "chat-room"),
        ("json-lines", False, "handler", 'datagrams; these have: "lowercase-json", "echo"'),
    ],
)
def test_a_handler_that_cannot_be_is_refused(key: Any, is_stream: bool, field: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words) as caught:
        handlers.check(key, {}, is_stream, RefusedError)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("key", "options", "words"),
    [
        ("slow", {"delay": float("nan")}, "a number between 0 and 3600 s"),
        ("slow", {"delay": float("inf")}, "between"),
        ("slow", {"delay": -0.1}, "between"),
        ("slow", {"delay": 1 << 20_000}, "between"),
        ("slow", {"delay": True}, "a number"),
        ("slow", {"delay": "2"}, "a number"),
        ("slow", {"delay": None}, "a number"),
        ("slow", {"word": "x"}, 'no such option; it has: "delay"'),
        ("slow", {1: 2}, "no such option"),
        ("slow", [("delay", 1)], "by name"),
        ("echo", {"delay": 1}, "it has: none"),
        ("crashing", {"word": ""}, "1 to 100 printable characters"),
        ("crashing", {"word": "x" * 101}, "1 to 100"),
        ("crashing", {"word": "a\n"}, "printable"),
        ("crashing", {"word": "\ud800"}, "printable"),
        ("crashing", {"word": 5}, "a text"),
        ("crashing", {"word": b"crash"}, "a text"),
    ],
)
def test_an_option_that_cannot_be_is_refused(key: str, options: Any, words: str) -> None:
    with pytest.raises(RefusedError, match=words) as caught:
        handlers.check(key, options, True, RefusedError)
    assert caught.value.field == "handler_options"


def test_what_can_be_is_let_through() -> None:
    handlers.check("slow", {"delay": 0}, False, RefusedError)
    handlers.check("slow", {"delay": 3600.0}, True, RefusedError)
    handlers.check("crashing", {"word": "Ölpest 💥"}, True, RefusedError)
    for entry in HANDLERS.values():
        handlers.check(entry.key, {}, True, RefusedError)
