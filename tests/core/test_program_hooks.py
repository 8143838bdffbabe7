import ast
import inspect
import socketserver
from typing import Any

import pytest

from core.analysis import analyse
from core.observe import HANDLER_METHODS
from core.observe import SERVER_HOOKS as OBSERVED
from core.program import HANDLER_HOOKS, SERVER_HOOKS, ShapeError, hook_template, server_program, with_hook
from core.spec import Concurrency, OwnCode, ServerSpec, Transport

PROGRAM = server_program(ServerSpec(handler="echo", concurrency=Concurrency.THREADING)).text

DIRECT = (
    "import socketserver\n"
    "\n"
    "class H(socketserver.BaseRequestHandler):\n"
    "    def handle(self): pass\n"
    "\n"
    "# Here we go.\n"
    "with socketserver.TCPServer(('', 0), H) as server:\n"
    "    server.serve_forever()\n"
)


def library_method(name: str) -> Any:
    owners: list[Any] = [socketserver.BaseRequestHandler]
    if name in SERVER_HOOKS:
        forking = getattr(socketserver, "ForkingMixIn", None)
        owners = [socketserver.TCPServer, socketserver.ThreadingMixIn, forking]
    return next(getattr(owner, name) for owner in owners if hasattr(owner, name))


def methods_of(text: str, name: str) -> list[str]:
    tree = ast.parse(text)
    statement = next(part for part in tree.body if isinstance(part, ast.ClassDef) and part.name == name)
    return [part.name for part in statement.body if isinstance(part, ast.FunctionDef)]


def test_there_is_a_template_for_all_that_is_observed() -> None:
    assert HANDLER_HOOKS == HANDLER_METHODS
    assert set(SERVER_HOOKS) == set(OBSERVED)


@pytest.mark.parametrize("name", HANDLER_HOOKS + SERVER_HOOKS)
def test_a_template_has_the_librarys_signature_and_a_sentence(name: str) -> None:
    template = hook_template(name)
    expected = str(inspect.signature(library_method(name)))
    assert template.signature == f"def {name}{expected}"
    said = ast.get_docstring(ast.parse(template.text).body[0]) or ""  # type: ignore[arg-type]
    assert " ".join(said.split()) == template.sentence
    assert template.text.startswith(f'{template.signature}:\n    """')
    assert template.sentence.endswith(".")
    assert len(template.sentence) <= 79


@pytest.mark.parametrize("name", SERVER_HOOKS)
def test_a_method_is_put_at_the_end_of_the_server_class(name: str) -> None:
    text = with_hook(PROGRAM, "Server", name)
    assert methods_of(text, "Server") == [name]
    found = analyse(text)
    assert found.problem is None
    assert found.start == analyse(PROGRAM).start or found.start is not None
    assert name in found.servers[0].hooks


@pytest.mark.parametrize("name", HANDLER_HOOKS)
def test_a_method_of_the_handler_goes_into_the_handler_and_one_that_is_there_stays(name: str) -> None:
    text = with_hook(PROGRAM, "EchoHandler", name)
    assert sorted(methods_of(text, "EchoHandler")) == sorted({"handle", name})
    assert (text == PROGRAM) is (name == "handle")


def test_only_lines_are_added() -> None:
    text = with_hook(PROGRAM, "Server", "verify_request")
    added = (
        "\n"
        "    def verify_request(self, request, client_address):\n"
        '        """Return True to go on with the request, False to turn it away."""\n'
        "        return super().verify_request(request, client_address)\n"
    )
    assert added in text
    assert text.replace(added, "") == PROGRAM


@pytest.mark.parametrize(
    "body",
    [
        "class S(T): pass\n",
        "class S(T):\n    pass\n",
        "class S(T): ...\n",
        "class S(T):\n    pass",
        "class S(T):\n\tx = 1\n\n\tdef f(self):\n\t\tpass\n",
        "class S(T):\n  x = 1\n  # the end\n\n# not of it\ny = 2\n",
        "class S(T):\n    def f(self):\n        return 'é'\n    # its end\nz = 3\n",
    ],
)
def test_classes_of_every_shape_take_a_method(body: str) -> None:
    text = with_hook(f"T = object\n{body}", "S", "service_actions")
    assert methods_of(text, "S")[-1] == "service_actions"
    kept = [line for line in body.splitlines() if line.strip() and "pass" not in line and "..." not in line]
    assert [line for line in text.splitlines() if line in kept] == kept


def test_two_methods_stand_apart_by_an_empty_line() -> None:
    text = with_hook(with_hook("class S(T): pass\n", "S", "get_request"), "S", "server_close")
    assert "get_request()\n\n    def server_close(self):\n" in text


def test_a_program_without_a_server_class_gets_one_out_of_what_it_uses() -> None:
    text = with_hook(DIRECT, "", "handle_error")
    assert methods_of(text, "Server") == ["handle_error"]
    assert "class Server(socketserver.TCPServer):\n    def handle_error" in text
    assert "\n# Here we go.\nwith Server(('', 0), H) as server:\n" in text
    found = analyse(text)
    assert found.chosen() == ("H", "Server")


def test_a_program_that_makes_no_server_gets_the_class_that_was_chosen() -> None:
    text = DIRECT.partition("# Here")[0]
    spec = ServerSpec(
        transport=Transport.UDP, concurrency=Concurrency.THREADING, code=OwnCode(text=text, handler="H")
    )
    text = with_hook(text, "", "verify_request", spec)
    found = analyse(text)
    assert found.chosen() == ("H", "Server")
    assert (found.servers[0].transport, found.servers[0].concurrency) == (spec.transport, spec.concurrency)
    assert list(found.servers[0].hooks) == ["verify_request"]


def test_the_new_class_takes_no_name_that_is_in_use() -> None:
    text = with_hook(f"Server = 1\n{DIRECT}", "", "handle_error")
    assert methods_of(text, "OwnServer") == ["handle_error"]


@pytest.mark.parametrize(
    ("text", "class_name", "hook"),
    [
        ("class S(T:\n", "S", "setup"),
        ("x = 1\n", "S", "setup"),
        ("x = 1\n", "", "setup"),
        ("x = 1\n", "", "get_request"),
        ("class S(T): x = 1\n", "S", "get_request"),
    ],
)
def test_a_text_in_which_there_is_no_place_is_refused_in_a_sentence(
    text: str, class_name: str, hook: str
) -> None:
    with pytest.raises(ShapeError) as refusal:
        with_hook(text, class_name, hook)
    assert str(refusal.value).endswith(".")
