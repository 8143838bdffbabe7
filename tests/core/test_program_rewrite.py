from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from core import handlers, servers
from core.analysis import analyse
from core.gallery import examples
from core.program import server_program, with_hook
from core.program.merge import merged
from core.program.rewrite import rewrite
from core.spec import Concurrency, Loop, ServerSpec, Transport
from tests.core.test_program import CHANGED

PLAIN = ServerSpec(handler="echo", port=8000)

CHANGES: list[dict[str, Any]] = [
    {"concurrency": Concurrency.THREADING},
    {"concurrency": Concurrency.FORKING},
    {"host": "localhost", "port": 9},
    {"host": "::1"},
    {"loop": Loop.HANDLE_REQUEST},
    {"poll_interval": 0.1},
    {"allow_reuse_address": True, "request_queue_size": 2, "timeout": 1.5},
    {"transport": Transport.UNIX_STREAM, "path": "there.sock"},
    {"disable_nagle_algorithm": True},
]


def edited(text: str) -> str:
    """Return a program as a learner may have changed it: a comment, a hook, another line in the handler."""
    text = with_hook(text, "Server", "verify_request")
    return (
        text.replace("        while chunk", '        print("Hello")\n        while chunk') + "\n# The end.\n"
    )


def options_said(text: str) -> dict[str, Any]:
    found = analyse(text)
    server = found.server(found.chosen()[1])
    assert server is not None
    return server.options


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_choice_changes_an_edited_program_as_it_changes_the_generated_one(change: dict[str, Any]) -> None:
    new = replace(PLAIN, **change)
    assert rewrite(edited(server_program(PLAIN).text), PLAIN, new) == edited(server_program(new).text)


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_and_back_again(change: dict[str, Any]) -> None:
    new = replace(PLAIN, **change)
    assert rewrite(edited(server_program(new).text), new, PLAIN) == edited(server_program(PLAIN).text)


def test_an_unedited_program_becomes_the_other_one() -> None:
    kinds = list(product((Transport.TCP, Transport.UDP), Concurrency))
    for (transport, concurrency), (other, also) in product(kinds, kinds):
        old = ServerSpec(transport=transport, concurrency=concurrency)
        new = ServerSpec(transport=other, concurrency=also, **CHANGED)
        assert rewrite(server_program(old).text, old, new) == server_program(new).text


def test_another_handler_takes_the_place_of_one_that_was_not_touched() -> None:
    new = replace(PLAIN, handler="upper-case")
    text = server_program(PLAIN).text.replace("# The end.", "") + "\n# The end.\n"
    assert rewrite(text, PLAIN, new) == server_program(new).text + "\n# The end.\n"
    assert rewrite(edited(server_program(PLAIN).text), PLAIN, new) is None


OWN = '''\
import socketserver

HOST, PORT = "localhost", 9999


class Loud:
    """A mix-in of one's own."""


class MyServer(Loud, socketserver.TCPServer):
    allow_reuse_address = True

    def verify_request(self, request, client_address):
        return True


class MyHandler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline())


if __name__ == "__main__":
    with MyServer((HOST, PORT), MyHandler) as server:
        server.serve_forever()
'''

OF_OWN = ServerSpec(host="localhost", port=9999, allow_reuse_address=True)


@pytest.mark.parametrize(
    ("change", "old_line", "new_line"),
    [
        (
            {"concurrency": Concurrency.THREADING},
            "class MyServer(Loud, socketserver.TCPServer):",
            "class MyServer(Loud, socketserver.ThreadingMixIn, socketserver.TCPServer):",
        ),
        ({"port": 1}, '"localhost", 9999', '"localhost", 1'),
        ({"allow_reuse_address": False}, "    allow_reuse_address = True\n\n", ""),
        (
            {"timeout": 3.0},
            "    allow_reuse_address = True\n",
            "    allow_reuse_address = True\n    timeout = 3.0\n",
        ),
        ({"poll_interval": 0.1}, "serve_forever()", "serve_forever(poll_interval=0.1)"),
        (
            {"loop": Loop.HANDLE_REQUEST},
            "        server.serve_forever()\n",
            "        while True:\n            server.handle_request()\n",
        ),
        (
            {"disable_nagle_algorithm": True},
            "StreamRequestHandler):\n",
            "StreamRequestHandler):\n    disable_nagle_algorithm = True\n\n",
        ),
        (
            {"transport": Transport.UNIX_STREAM, "path": "x.sock"},
            None,
            None,
        ),
    ],
    ids=str,
)
def test_a_program_of_ones_own_is_changed_at_the_place_that_says_it(
    change: dict[str, Any], old_line: str | None, new_line: str | None
) -> None:
    text = rewrite(OWN, OF_OWN, replace(OF_OWN, **change))
    if old_line is None or new_line is None:
        assert text is not None
        assert "(Loud, socketserver.UnixStreamServer)" in text
        assert 'MyServer("x.sock", MyHandler)' in text
    else:
        assert text == OWN.replace(old_line, new_line)


def test_names_that_are_imported_one_by_one_are_imported() -> None:
    text = OWN.replace("import socketserver", "from socketserver import TCPServer, StreamRequestHandler")
    text = text.replace("socketserver.", "")
    changed = rewrite(text, OF_OWN, replace(OF_OWN, concurrency=Concurrency.THREADING))
    assert changed is not None
    assert "from socketserver import TCPServer, StreamRequestHandler, ThreadingMixIn\n" in changed
    assert "class MyServer(Loud, ThreadingMixIn, TCPServer):" in changed


def test_a_server_of_the_librarys_own_class_becomes_another_one_or_gets_a_class_for_its_options() -> None:
    text = OWN.replace("MyServer((", "socketserver.TCPServer((").replace("class MyServer", "class Unused")
    text = text.replace("socketserver.TCPServer):", "object):")
    old = ServerSpec(host="localhost", port=9999)
    threading = rewrite(text, old, replace(old, concurrency=Concurrency.THREADING))
    assert threading == text.replace("socketserver.TCPServer((", "socketserver.ThreadingTCPServer((")
    queue = rewrite(text, old, replace(old, request_queue_size=1))
    assert queue is not None
    assert "class Server(socketserver.TCPServer):\n    request_queue_size = 1\n" in queue
    assert options_said(queue) == {"request_queue_size": 1}


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.key)
def test_an_example_follows_a_choice_or_says_that_it_cannot(example: Any) -> None:
    found = analyse(example.text)
    assert found.start is not None
    start = found.start
    assert start.transport
    assert start.concurrency
    old = ServerSpec(
        transport=start.transport, concurrency=start.concurrency, loop=start.loop, **start.options
    )
    new = replace(old, concurrency=Concurrency.THREADING)
    changed = rewrite(example.text, old, new)
    if changed is not None:
        again = analyse(changed).start
        assert again is not None
        assert again.concurrency is Concurrency.THREADING


@pytest.mark.parametrize("text", ["", "def", "x = 1\n", "class Server:\n    pass\n", "\0", "(" * 500])
def test_a_program_of_no_known_shape_is_left_alone(text: str) -> None:
    assert rewrite(text, PLAIN, replace(PLAIN, port=1)) is None


def test_an_address_that_is_made_of_other_things_is_left_alone() -> None:
    text = OWN.replace('HOST, PORT = "localhost", 9999', "HOST, PORT = where()")
    assert rewrite(text, OF_OWN, replace(OF_OWN, port=1)) is None


def test_changes_of_two_people_are_brought_together() -> None:
    base = "a\nb\nc\nd\ne"
    assert merged(base, "a\nB\nc\nd\ne", "a\nb\nc\nD\ne") == "a\nB\nc\nD\ne"
    assert merged(base, "a\nb\nc\nd\ne\nf", "b\nc\nd\ne") == "b\nc\nd\ne\nf"
    assert merged(base, "new\na\nb\nc\nd\ne", "a\nb\nx\ny\nc\nd\ne") == "new\na\nb\nx\ny\nc\nd\ne"
    assert merged(base, "a\nB\nc\nd\ne", "a\nX\nc\nd\ne") is None
    assert merged(base, "a\nc\nd\ne", "a\nX\nc\nd\ne") is None
    assert merged(base, "a\nb\nbetween\nc\nd\ne", "a\nX\nY\nd\ne") is None


def test_every_fitting_handler_can_be_made_concurrent_after_editing() -> None:
    for entry in handlers.fitting(is_stream=True):
        old = ServerSpec(handler=entry.key)
        new = replace(old, concurrency=Concurrency.FORKING, max_children=3)
        text = with_hook(server_program(old).text, "Server", "service_actions")
        changed = rewrite(text, old, new)
        assert changed is not None
        assert f"class Server({', '.join(servers.base_names(new))}):" in changed
        assert "    max_children = 3\n" in changed
