"""What is in a program is found by reading it; none of it runs."""

import ast
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import AddressFamily, Concurrency, Loop, ServerSpec, SpecError, Transport
from core.analysis import Analysis, HandlerKind, analyse, fitting_spec, stand_ins
from core.class_names import ClassNames
from core.framing import Framing
from core.spec import CODE_LIMIT, OwnCode
from core.start_lines import StartLines
from core.suppliers import suppliers

DOCUMENTATION = """
import socketserver

class UpperHandler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(1024).upper())

if __name__ == "__main__":
    HOST, PORT = "localhost", 9999
    with socketserver.TCPServer((HOST, PORT), UpperHandler) as server:
        server.serve_forever()
"""

HEAD = """
import socketserver

class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        pass

"""


def found(text: str) -> Analysis:
    return analyse(dedent(text))


def spec_of(text: str, base: ServerSpec | None = None) -> ServerSpec:
    text = dedent(text)
    return fitting_spec(analyse(text), text, "server.py", base or ServerSpec())


def definitions(text: str) -> str:
    tree = ast.parse(dedent(text))
    return ast.unparse(StartLines(tree, ClassNames(tree)).definitions())


# Classes ---------------------------------------------------------------------------------------------------

IMPORTS = {
    "import socketserver": "socketserver.{}",
    "import socketserver as ss": "ss.{}",
    "from socketserver import *": "{}",
    "from socketserver import BaseRequestHandler as B, ThreadingMixIn, UDPServer": "{}",
    "import socketserver\nBaseRequestHandler = socketserver.BaseRequestHandler": "socketserver.{}",
    "try:\n    import socketserver\nexcept ImportError:\n    import SocketServer as socketserver": (
        "socketserver.{}"
    ),
}


@pytest.mark.parametrize("statement", IMPORTS)
def test_classes_are_found_however_the_library_is_imported(statement: str) -> None:
    name = IMPORTS[statement].format
    handler = "B" if " as B" in statement else name("BaseRequestHandler")
    text = f"{statement}\nclass H({handler}): pass\n"
    text += f"class S({name('ThreadingMixIn')}, {name('UDPServer')}): pass\n"
    analysis = found(text)
    assert [handler.name for handler in analysis.handlers] == ["H"]
    [server] = analysis.servers
    assert (server.transport, server.concurrency) == (Transport.UDP, Concurrency.THREADING)


def test_a_class_inherits_from_another_of_the_program() -> None:
    analysis = found(
        """
        from socketserver import StreamRequestHandler, ThreadingTCPServer
        class Base(StreamRequestHandler):
            def setup(self): pass
        class Handler(Base):
            disable_nagle_algorithm = True
            def handle(self): self.wfile.write(self.rfile.readline())
        class Careful(ThreadingTCPServer):
            request_queue_size = 7
            def verify_request(self, request, client_address): return True
        class Server(Careful):
            daemon_threads = True
        """
    )
    handler, server = analysis.handler("Handler"), analysis.server("Server")
    assert handler
    assert server
    assert (handler.kind, handler.methods) == (HandlerKind.STREAM, {"setup": 4, "handle": 7})
    assert (handler.framing, handler.options) == (Framing.LINES, {"disable_nagle_algorithm": True})
    assert server.options == {"request_queue_size": 7, "daemon_threads": True}
    assert server.hooks == {"verify_request": 10}
    assert analysis.chosen() == ("Handler", "Server")


def test_a_mix_in_behind_the_server_is_silently_serial() -> None:
    analysis = found(HEAD + "class S(socketserver.TCPServer, socketserver.ThreadingMixIn): pass")
    assert analysis.servers[0].concurrency is Concurrency.ONE_AT_A_TIME


def test_options_set_on_a_library_class_count_for_what_inherits_from_it() -> None:
    analysis = found(
        HEAD + "class S(socketserver.TCPServer): pass\nsocketserver.TCPServer.allow_reuse_address = True\n"
    )
    assert analysis.servers[0].options == {"allow_reuse_address": True}


def test_a_server_for_ipv6_is_seen_as_one() -> None:
    spec = spec_of(
        "import socket\n" + HEAD + "class S(socketserver.TCPServer):\n    address_family = socket.AF_INET6\n",
        ServerSpec(host="::1"),
    )
    assert spec.address_family is AddressFamily.IPV6


def test_handlers_of_the_http_library_are_handlers() -> None:
    analysis = found("import http.server\nclass H(http.server.BaseHTTPRequestHandler):\n    pass\n")
    assert analysis.handlers[0].kind is HandlerKind.STREAM


def test_a_handler_that_unpacks_its_request_is_for_datagrams() -> None:
    spec = spec_of(HEAD.replace("pass", "data, sock = self.request"))
    assert spec.transport is Transport.UDP


# The start -------------------------------------------------------------------------------------------------


def test_the_documentations_example_gives_all_that_the_dropdowns_show() -> None:
    spec = spec_of(DOCUMENTATION, ServerSpec(concurrency=Concurrency.THREADING, request_queue_size=50))
    assert spec.code == OwnCode(text=DOCUMENTATION, handler="UpperHandler")
    assert (spec.transport, spec.concurrency) == (Transport.TCP, Concurrency.ONE_AT_A_TIME)
    assert (spec.host, spec.port, spec.loop) == ("localhost", 9999, Loop.SERVE_FOREVER)
    assert spec.changed_options() == {}
    assert (spec.framing, spec.handler_label) == (Framing.RAW, "UpperHandler")


PLAIN = {
    "with socketserver.TCPServer(('', 1), Handler) as s:\n    while True:\n        s.handle_request()": True,
    "s = socketserver.TCPServer(('', 1), Handler)\ns.serve_forever(poll_interval=0.1)": True,
    "def main():\n    socketserver.TCPServer(('', 1), Handler).serve_forever()\nmain()": True,
    "s = socketserver.TCPServer(('', 1), Handler)\ns.handle_request()": False,
    "s = socketserver.TCPServer(('', 1), Handler)\ns.counter = 3\ns.serve_forever()": False,
    "s = socketserver.TCPServer(('', 1), Handler, False)\ns.serve_forever()": False,
    "a = socketserver.TCPServer(('', 1), Handler)\nb = socketserver.UDPServer(('', 1), Handler)\n"
    "select.select([a.fileno(), b.fileno()], [], [])": False,
    "import http.server\nhttp.server.HTTPServer(('', 1), Handler).serve_forever()": False,
    "kind = socketserver.TCPServer if x else None\nkind(('', 1), Handler).serve_forever()": False,
    "s = socketserver.TCPServer(('', 1), Handler)\ns.register(pow)\ns.serve_forever()": False,
    "s = socketserver.TCPServer(('', 1), Handler)\ns.socket.settimeout(3)\ns.serve_forever()": False,
    "s = socketserver.TCPServer(('', 1), Handler)\nprint(s.socket.getsockname())\ns.serve_forever()": True,
    "class A:\n def go(self):\n  self.s = socketserver.TCPServer(('', 1), Handler)\n"
    "  self.s.owner = self\n  self.s.serve_forever()\nA().go()": False,
}


@pytest.mark.parametrize("lines", PLAIN)
def test_a_program_runs_itself_where_the_labs_loop_would_do_something_else(lines: str) -> None:
    code = spec_of(HEAD + lines).code
    assert code
    assert code.runs_itself is not PLAIN[lines]


ADDRESSES = {
    "A = (HOST, PORT) = ('h', 7)\nsocketserver.TCPServer(A, Handler)": ("h", 7),
    "HOST = 'h'\nA = HOST, 7\nsocketserver.TCPServer(A, Handler)": ("h", 7),
    "def run(host='h', *, port=7):\n socketserver.TCPServer((host, port), Handler)\nrun()": ("h", 7),
    "def run(host, port=8):\n socketserver.TCPServer((host, port), Handler)\nrun('h', port=7)": ("h", 7),
    "class A:\n def __init__(self, port):\n  self.port = port\n"
    " def run(self):\n  socketserver.TCPServer(('h', self.port), Handler)\nA(7).run()": ("h", 7),
    "p.add_argument('--bind-to', '-b', default='h')\np.add_argument('port', default=7)\na = p.parse_args()\n"
    "socketserver.TCPServer((a.bind_to, a.port), Handler)": ("h", 7),
    "PORT = int(argv[1]) if argv[1:] else 7\nsocketserver.TCPServer(('h', PORT), Handler)": ("h", 7),
    "PORT = int(environ.get('PORT', 7))\nsocketserver.TCPServer(('h', PORT), Handler)": ("h", 7),
    "class S(socketserver.TCPServer):\n def __init__(self, port=7):\n"
    "  super().__init__(('h', port), Handler)\nS()": ("h", 7),
    "class S(socketserver.TCPServer):\n def __init__(self, host, port):\n"
    "  socketserver.TCPServer.__init__(self, (host, port), Handler)\nS('h', 7)": ("h", 7),
    "from wsgiref.simple_server import make_server\nmake_server('h', 7, None)": ("h", 7),
    "A = A, A\nsocketserver.TCPServer(A, Handler)": None,
    "socketserver.TCPServer((input(), 7), Handler)": None,
}


@pytest.mark.parametrize("lines", ADDRESSES)
def test_an_address_is_found_where_it_is_written_down(lines: str) -> None:
    start = analyse(HEAD + lines).start
    assert start
    assert start.address == ADDRESSES[lines]


CLASSES = (
    "def run(kind=socketserver.UDPServer, handler=Handler):\n kind(('', 1), handler)\nrun()",
    "def run(kind):\n with kind(('', 1), Handler): pass\nrun(kind=socketserver.UDPServer)",
    "kind = socketserver.UDPServer if x else None\nkind(('', 1), Handler)",
    "class A:\n kind = socketserver.UDPServer\n def go(self): self.kind(('', 1), Handler)",
    "class A:\n def __init__(self, kind): self.kind = kind\n def go(self): self.kind(('', 1), Handler)\n"
    "A(socketserver.UDPServer).go()",
)


@pytest.mark.parametrize("lines", CLASSES)
def test_a_server_class_is_found_in_a_variable(lines: str) -> None:
    start = analyse(HEAD + lines).start
    assert start
    assert (start.transport, start.handler) == (Transport.UDP, "Handler")
    assert not start.is_plain


def test_other_modules_dumps_and_loads_are_no_json() -> None:
    loads = "import {0}\n" + HEAD.replace("pass", "{0}.loads(self.request.recv(9))")
    framings = [analyse(loads.format(module)).handlers[0].framing for module in ("json", "pickle")]
    assert framings == [Framing.JSON, Framing.RAW]


def test_a_forking_servers_own_timeout_is_no_choice_of_the_program() -> None:
    assert found(HEAD + "class S(socketserver.ForkingTCPServer): pass").servers[0].options == {}
    chosen = found(HEAD + "class S(socketserver.ForkingTCPServer):\n    timeout = 300")
    assert chosen.servers[0].options == {"timeout": 300}


def test_a_long_chain_of_functions_and_names_is_followed_in_time() -> None:
    chain = "".join(f"def f{i}(): f{i + 1}()\n" for i in range(500)) + "a0 = a1\na1 = a0\n"
    start = analyse(f"{HEAD}{chain}def f500(): socketserver.TCPServer((a0, 7), Handler)\nf0()").start
    assert start
    assert start.address is None


def test_what_makes_or_runs_a_server_is_left_out_of_the_definitions() -> None:
    kept = definitions(
        """
        import socketserver, threading
        LIMIT = 3
        class Handler(socketserver.BaseRequestHandler): pass
        def run(server_class=socketserver.TCPServer):
            server = server_class(("", 0), Handler)
            server.serve_forever()
        def log(server): return server.name
        thread = threading.Thread(target=run)
        thread.start()
        lock = threading.Lock()
        server = socketserver.TCPServer(("", 0), Handler)
        address = server.server_address
        if __name__ == "__main__":
            import json
            PORT = 8000
            print(input())
        """
    )
    left = ("thread =", "thread.start", "server = socketserver", "address =", "input", "__name__")
    assert not [text for text in left if f"\n{text}" in kept]
    for text in ("LIMIT = 3", "class Handler", "def run", "def log", "lock =", "import json", "PORT = 8000"):
        assert text in kept


def test_definitions_keep_their_lines() -> None:
    tree = ast.parse(DOCUMENTATION)
    kept = StartLines(tree, ClassNames(tree)).definitions().body
    assert [statement.lineno for statement in kept] == [2, 4, 9]


# Problems --------------------------------------------------------------------------------------------------

PROBLEMS = {
    "import socketserver\nclass H(:\n    pass": (2, "Python cannot read this"),
    "def f():\nreturn 3": (2, "indented block"),
    "x = (1,\n": (1, "never closed"),
    "x = 1\nreturn x": (2, "outside function"),
    "if True:\n\tx = 1\n        y = 2": (3, "take spaces"),
    "x = '\0'": (1, "null"),
    "x = '\ud800'": (1, "half a character"),
    "(" * 100_000: (1, "nested"),
    "x = 1\n" * CODE_LIMIT: (1, "longer than"),
    "print('hello')": (1, "no handler class"),
    "\nclass H:\n    def handle(self): pass": (2, "is no handler class"),
    "class H(BaseRequestHandler):\n    def handle(self): pass": (1, "spelled right, and imported"),
    HEAD + "class S(socketserver.TCPServer, socketserver.TCPServer): pass": (8, "contradict"),
}


@pytest.mark.parametrize("text", PROBLEMS, ids=range(len(PROBLEMS)))
def test_a_problem_has_its_line_and_a_sentence(text: str) -> None:
    line, words = PROBLEMS[text]
    problem = analyse(text).problem
    assert problem
    assert problem.line == line
    assert words in problem.sentence
    with pytest.raises(SpecError, match=r"Line|bytes|text"):
        fitting_spec(analyse(text), text, "server.py", ServerSpec())


def test_nothing_of_the_program_runs(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    deed = f"open({str(mark)!r}, 'w')"
    analyse(
        f"{deed}\n{HEAD}    x = {deed}\nclass M(type):\n    {deed}\nclass H2(Handler, metaclass=M): {deed}\n"
    )
    assert not mark.exists()


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    analysis = analyse(text)
    assert analysis.problem or analysis.handlers or analysis.start


PIECES = (
    "import socketserver",
    "class A(socketserver.BaseRequestHandler):",
    "    def handle(self): pass",
    "class S(socketserver.ThreadingMixIn, socketserver.TCPServer): timeout = 'x'",
    "S = A = socketserver",
    "with S(('', 0), A) as s: s.serve_forever()",
    "if __name__ == '__main__':",
    "    s = S(*x, **y)",
    "def f(a=S(1)): f.b = 3",
    "S.timeout: int = f(S)",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_program_of_known_pieces_is_answered(lines: list[str]) -> None:
    text = "\n".join(lines)
    analysis = analyse(text)
    if analysis.problem is None:
        try:
            spec = fitting_spec(analysis, text, "server.py", ServerSpec())
        except SpecError:
            return
        assert spec.code


# Who supplies each hook ------------------------------------------------------------------------------------


def test_hooks_of_a_program_are_supplied_by_its_classes() -> None:
    spec = spec_of(
        HEAD
        + """
class Server(socketserver.ThreadingTCPServer):
    def verify_request(self, request, client_address):
        return True
"""
    )
    found = suppliers(spec)
    assert (found["verify_request"].name, found["handle"].name) == ("Server", "Handler")
    assert found["process_request"].name == "ThreadingMixIn"
    assert spec.code
    assert stand_ins(spec.code)[0].__name__ == "Server"  # type: ignore[union-attr]


# A class that only the running program knows -----------------------------------------------------------

TABLE = """import socketserver
import sys

import helper

SERVERS = {"tcp": socketserver.ThreadingTCPServer, "udp": socketserver.UDPServer}


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        pass


with %s(("127.0.0.1", 99), Handler) as server:
    server.serve_forever()
"""

UNKNOWN = [
    "SERVERS[sys.argv[1]]",
    "SERVERS.get(sys.argv[1])",
    'type("Server", (socketserver.ThreadingMixIn, socketserver.TCPServer), {})',
    "getattr(socketserver, sys.argv[1])",
    "helper.Server",
]


@pytest.mark.parametrize("made", UNKNOWN)
def test_a_server_class_that_cannot_be_known_by_reading_is_said_at_its_line(made: str) -> None:
    found = analyse(TABLE % made)
    assert found.problem is None
    assert found.remark
    assert found.remark.line == 14
    assert "cannot be known by reading" in found.remark.sentence
    spec = spec_of(TABLE % made, ServerSpec(transport=Transport.UDP, max_packet_size=99))
    assert (spec.transport, spec.port, spec.max_packet_size) == (Transport.UDP, 99, 99)
    assert spec.code
    assert (spec.code.handler, spec.code.runs_itself) == ("Handler", True)


def test_a_class_that_is_picked_from_a_table_by_a_written_key_is_known() -> None:
    found = analyse(TABLE % 'SERVERS["tcp"]')
    assert found.remark is None
    assert found.start
    assert (found.start.transport, found.start.concurrency) == (Transport.TCP, Concurrency.THREADING)


@pytest.mark.parametrize("line", ["helper.register('x', Handler)", "SERVERS['x'](1, Handler)"])
def test_nothing_is_said_where_no_server_is_run(line: str) -> None:
    text = TABLE.partition("with")[0] + line + "\n"
    assert analyse(text).remark is None
