"""The same conversation with a server in the lab and with its exported program, byte for byte."""

import struct
from collections.abc import Callable
from contextlib import ExitStack
from itertools import product

import pytest

from core import ServerHost, handlers
from core.address import Address
from core.program import server_program
from core.spec import Concurrency, ServerSpec, Transport, unavailable
from tests.core.exported import ExportedServer, Party, party, renumbered

EVERY_KIND = [
    pytest.param(transport, concurrency, id=f"{transport}-{concurrency}")
    for transport, concurrency in product(Transport, Concurrency)
    if not unavailable(transport, concurrency)
]

HANDLER_OPTIONS: dict[str, dict[str, float | int | str]] = {
    "slow": {"delay": 0.01},
    "crashing": {"word": "Bang"},
}


# What is said ----------------------------------------------------------------------------------------------


def json_on_a_stream(guests: Party) -> None:
    visitor = guests.visitor()
    visitor.say('{"Say": "HÉLLO", "n": [1, 2.5, null, {"K": "V"}]}'.encode()).hear()
    visitor.say(b'{"A": "X"}[1, "Y"]"Z" 12 true').hear(5)  # several in one packet
    visitor.say(b'{"Cut": "IN ').say(b'TWO"}').hear()
    visitor.say(b'"\xc3').say(b'\x89"').hear()  # half a character
    visitor.say(b"hello\n").hear()
    visitor.say(b'{"a" 1}').hear()
    visitor.say(b'"\xff"').hear()
    visitor.say(b'"no end\n').hear()
    visitor.say(b"[" * 201 + b"]" * 201).hear()
    visitor.say(b'{"long": "' + b"AB " * 10_000 + b'"}').hear()
    visitor.say(b'"EXIT"').hear_the_end()
    guests.visitor().say(b'"last words" 42').half_close().hear_the_end()
    guests.visitor().say(b'{"in the": ').half_close().hear_the_end()


def crash_on_a_stream(guests: Party) -> None:
    json_on_a_stream(guests)
    guests.visitor().say(b'"fine"').hear().say(b'"BANG"').hear_the_end()


def naive_json(guests: Party) -> None:
    guests.visitor().say(b'"HELLO"').hear().say(b'"exit"').hear_the_end()
    for fatal in (b'"A""B"', b'"half a mess', b'"\xc3', b"hello", b"[1]", b'"' + b"x" * 1023):
        guests.visitor().say(fatal).hear_the_end()
    guests.visitor().half_close().hear_the_end()


def json_lines(guests: Party) -> None:
    visitor = guests.visitor()
    visitor.say(b'{"A": "X"}\n[1, "Y"]\n"Z"\n12\n').hear(4)
    visitor.say(b'{"Cut": "IN ').say(b'TWO"}').say(b"\n").hear()
    visitor.say(b'"\xc3').say(b'\x89"\n').hear()
    visitor.say(b"hello\n\n1 2\n").hear(3)
    visitor.say(b'"Exit"\n').hear_the_end()
    guests.visitor().say(b'"whole"\n"no newline"').half_close().hear_the_end()


def json_length(guests: Party) -> None:
    def framed(*documents: bytes) -> bytes:
        return b"".join(struct.pack(">I", len(document)) + document for document in documents)

    visitor = guests.visitor()
    visitor.say(framed(b'{"A": "X"}', b'"Y"', b"12")).hear(3)
    for byte in framed('"É"'.encode()):
        visitor.say(bytes([byte]))
    visitor.hear().say(framed(b"hello", b"")).hear(2)
    visitor.say(framed(b'"exit"')).hear_the_end()
    guests.visitor().say(struct.pack(">I", 2**31)).hear().hear_the_end()
    guests.visitor().say(framed(b'"whole"') + b"\0\0\0\x09half").half_close().hear_the_end()


def echo(guests: Party) -> None:
    visitor = guests.visitor()
    for message in (b"one", b"two\nthree\n", "é".encode()[:1], "é".encode()[1:], bytes(range(256)) * 80):
        visitor.say(message).hear(len(message))
    visitor.half_close().hear_the_end()


def upper_case(guests: Party) -> None:
    visitor = guests.visitor()
    visitor.say(b"one\ntwo\n").hear(2).say(b"thr").say(b"ee\n").hear()
    visitor.say(b"\xc3").say(b"\x9f is two letters\n").hear().say(b"\xff\xfe?\n").hear()
    visitor.say(b"x" * 70_000 + b"\n").hear().say(b"no newline").half_close().hear_the_end()


def counter(guests: Party) -> None:
    visitor = guests.visitor().say(b"1 2 [3]").hear(3).say(b'"ha').say(b'lf"').hear()
    visitor.say(b"nonsense\n").hear().half_close().hear_the_end()
    guests.visitor().say(b'"exit"').hear().half_close().hear_the_end()


def chat_room(guests: Party) -> None:
    first = guests.visitor().hear().say(b'"HELLO"[1]').hear(2).say(b"hello\n").hear()
    if guests.spec.concurrency is not Concurrency.ONE_AT_A_TIME:
        guests.visitor().hear().say(b'{"to": "all"}').hear().say(b'"exit"').hear_the_end()
    if guests.spec.concurrency is Concurrency.THREADING:
        first.hear()
    first.say(b'"EXIT"').hear_the_end()
    guests.visitor().hear().half_close().hear_the_end()


def json_in_datagrams(guests: Party) -> None:
    visitor = guests.visitor()
    for message in (
        '{"Say": "HÉLLO", "n": [1, 2.5, null]}'.encode(),
        b"12",
        b'"one" "two"',
        b'"half a mess',
        b'"\xc3',
        b"",
        b"hello",
        b'"' + b"X" * 9_000 + b'"',  # longer than max_packet_size
    ):
        visitor.say(message).hear()
    visitor.say(b'"exit"').say(b'"after"').hear()


def crash_in_datagrams(guests: Party) -> None:
    json_in_datagrams(guests)
    guests.visitor().say(b'"a bang"').say(b'"fine"').hear()


def any_datagrams(guests: Party) -> None:
    for _ in range(2):
        visitor = guests.visitor()
        for message in (b"", b"One\nTwo", b"\xc3", b"\xc3\x9f", b"X" * 9_000):
            visitor.say(message).hear()


def chat_in_datagrams(guests: Party) -> None:
    first = guests.visitor().say(b'"HELLO"').hear(2).say(b"nonsense").hear().say(b"1 2").hear()
    guests.visitor().say(b'{"To": "ALL"}').hear(2)
    if guests.spec.concurrency is not Concurrency.FORKING:
        first.hear()
    first.say(b'"EXIT"')


STREAMS: dict[str, Callable[[Party], None]] = {
    "lowercase-json": json_on_a_stream,
    "slow": json_on_a_stream,
    "crashing": crash_on_a_stream,
    "naive-json": naive_json,
    "json-lines": json_lines,
    "json-length": json_length,
    "echo": echo,
    "upper-case": upper_case,
    "counter": counter,
    "chat-room": chat_room,
}
DATAGRAMS: dict[str, Callable[[Party], None]] = {
    "lowercase-json": json_in_datagrams,
    "slow": json_in_datagrams,
    "crashing": crash_in_datagrams,
    "echo": any_datagrams,
    "upper-case": any_datagrams,
    "counter": any_datagrams,
    "chat-room": chat_in_datagrams,
}


def hold(spec: ServerSpec, address: Address) -> bytes:
    """Hold the conversation that fits the handler; return all that was heard."""
    conversations = STREAMS if spec.transport.is_stream else DATAGRAMS
    with party(spec, address) as guests:
        conversations[spec.handler](guests)
        return renumbered(guests.heard())


@pytest.mark.parametrize(("transport", "concurrency"), EVERY_KIND)
def test_an_exported_server_says_the_same_as_in_the_lab(
    transport: Transport, concurrency: Concurrency
) -> None:
    specs = [
        ServerSpec(
            transport=transport,
            concurrency=concurrency,
            handler=entry.key,
            handler_options=HANDLER_OPTIONS.get(entry.key, {}),
            poll_interval=0.02,
        )
        for entry in handlers.fitting(transport.is_stream)
    ]
    with ExitStack() as stack:
        # All start before the first is waited for: starting takes longest.
        hosts = [ServerHost(spec) for spec in specs]
        for host in hosts:
            host.start()
            stack.callback(host.wait_ended)
            stack.callback(host.stop)
        exported = [
            stack.enter_context(ExportedServer(server_program(spec).text, transport)) for spec in specs
        ]
        for spec, host, program in zip(specs, hosts, exported, strict=True):
            host.wait_listening()
            in_the_lab = hold(spec, host.address)
            assert in_the_lab
            assert hold(spec, program.address()) == in_the_lab, spec.handler
        for host in hosts:  # all at once: each takes a moment
            host.stop()


def test_every_built_in_handler_has_its_conversation() -> None:
    assert set(STREAMS) == {entry.key for entry in handlers.fitting(is_stream=True)}
    assert set(DATAGRAMS) == {entry.key for entry in handlers.fitting(is_stream=False)}
