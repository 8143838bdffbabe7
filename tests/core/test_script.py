import ast
import socket
from itertools import product
from typing import Any

import pytest

from core import handlers, script, servers
from core.handlers import OptionValue
from core.spec import OPTIONS, Concurrency, Loop, ServerSpec, Transport, unavailable

EVERY_KIND = [
    pytest.param(transport, concurrency, id=f"{transport}-{concurrency}")
    for transport, concurrency in product(Transport, Concurrency)
    if not unavailable(transport, concurrency)
]

CHANGED: dict[str, Any] = {
    "allow_reuse_address": True,
    "allow_reuse_port": True,
    "request_queue_size": 1,
    "max_packet_size": 512,
    "timeout": 2.5,
    "poll_interval": 0.05,
    "daemon_threads": True,
    "block_on_close": False,
    "max_children": 2,
    "disable_nagle_algorithm": True,
}


def names_in(source: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}


def class_made_by(spec: ServerSpec) -> type:
    """Run the imports and the class statements of the source, without its start-up code."""
    tree = ast.parse(script.import_source(spec) + script.server_source(spec))
    tree.body = [statement for statement in tree.body if not isinstance(statement, ast.With)]
    namespace: dict[str, Any] = {}
    exec(compile(tree, "server", "exec"), namespace)
    made = namespace["Server"]
    assert isinstance(made, type)
    return made


def other_than(default: OptionValue) -> OptionValue:
    return "boom" if isinstance(default, str) else type(default)(default + 1)


def test_the_plainest_server_is_the_plainest_code() -> None:
    spec = ServerSpec(port=9999)
    handler = handlers.HANDLERS["lowercase-json"].class_name(is_stream=True)
    assert script.server_source(spec) == (
        "class Server(TCPServer):\n"
        "    pass\n"
        "\n"
        "with Server(\n"
        '    ("127.0.0.1", 9999),\n'
        f"    {handler},\n"
        ") as server:\n"
        "    server.serve_forever()\n"
    )


@pytest.mark.parametrize(("transport", "concurrency"), EVERY_KIND)
@pytest.mark.parametrize("loop", Loop)
def test_the_code_of_every_server_is_python_and_makes_the_same_class(
    transport: Transport, concurrency: Concurrency, loop: Loop
) -> None:
    assert set(CHANGED) == {option.name for option in OPTIONS}
    for options in ({}, CHANGED):
        spec = ServerSpec(transport=transport, concurrency=concurrency, loop=loop, **options)
        made, meant = class_made_by(spec), servers.server_class(spec)
        assert [cls.__name__ for cls in made.__mro__] == [cls.__name__ for cls in meant.__mro__]
        for name in servers.class_attributes(spec):
            assert getattr(made, name) == getattr(meant, name)


@pytest.mark.parametrize(
    ("key", "transport"),
    [
        (entry.key, transport)
        for transport in (Transport.TCP, Transport.UDP)
        for entry in handlers.fitting(transport.is_stream)
    ],
)
def test_the_handler_named_in_the_code_exists_with_its_chosen_options(key: str, transport: Transport) -> None:
    entry = handlers.HANDLERS[key]
    chosen = {option.name: other_than(option.default) for option in entry.options}
    spec = ServerSpec(transport=transport, handler=key, handler_options=chosen)
    source = script.server_source(spec)
    assert entry.class_name(transport.is_stream) in names_in(source)
    namespace: dict[str, Any] = {}
    exec(script.import_source(spec), namespace)
    assert entry.class_name(transport.is_stream) in namespace
    for name, value in chosen.items():
        assert f"    {name} = {value!r}\n".replace("'", '"') in source


def test_an_option_left_at_its_default_is_not_written() -> None:
    entry = next(entry for entry in handlers.HANDLERS.values() if entry.options and entry.stream)
    defaults = {option.name: option.default for option in entry.options}
    spec = ServerSpec(handler=entry.key, handler_options=defaults)
    assert "class Handler" not in script.server_source(spec)


def test_the_mix_in_stands_first() -> None:
    spec = ServerSpec(concurrency=Concurrency.THREADING)
    assert script.server_source(spec).startswith("class Server(ThreadingMixIn,\n             TCPServer):\n")
    assert script.method_resolution(spec) == ("Server", "ThreadingMixIn", "TCPServer", "BaseServer")


def test_ipv6_is_written_as_the_library_wants_it() -> None:
    spec = ServerSpec(host="::1", port=80)
    assert "    address_family = AF_INET6\n" in script.server_source(spec)
    assert class_made_by(spec).address_family is socket.AF_INET6  # type: ignore[attr-defined]


def test_the_loop_and_its_pace_are_written_only_where_they_differ() -> None:
    assert "serve_forever()\n" in script.server_source(ServerSpec())
    assert "poll_interval=0.05" in script.server_source(ServerSpec(poll_interval=0.05))
    looping = script.server_source(ServerSpec(loop=Loop.HANDLE_REQUEST, poll_interval=0.05))
    assert looping.endswith("    while True:\n        server.handle_request()\n")


def test_a_hostile_host_or_path_stays_a_string_of_the_code() -> None:
    for host in ('a", 1); import os #', "a\\", "a\nb", "\u202ea"):
        address = ast.literal_eval(_address_in(script.server_source(ServerSpec(host=host))))
        assert address == (host, 0)
    path = '/tmp/it\'s "here"\n.sock'
    source = script.server_source(ServerSpec(transport=Transport.UNIX_STREAM, path=path))
    assert ast.literal_eval(_address_in(source)) == path


def test_lines_are_short_enough_for_the_narrow_column() -> None:
    for transport, concurrency in product(Transport, Concurrency):
        spec = ServerSpec(transport=transport, concurrency=concurrency, port=9999)
        for line in script.server_source(spec).splitlines():
            assert len(line) <= script.LINE_LENGTH


def _address_in(source: str) -> str:
    with_statement = next(node for node in ast.parse(source).body if isinstance(node, ast.With))
    call = with_statement.items[0].context_expr
    assert isinstance(call, ast.Call)
    return ast.unparse(call.args[0])
