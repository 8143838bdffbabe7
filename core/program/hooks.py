"""The library's methods that a learner may override, each ready to be put into a class.

Every template does what the library does anyway, so nothing changes until something is added to it.
"""

from dataclasses import dataclass

from core.program.class_body import ClassBody, ShapeError
from core.program.literals import INDENT
from core.program.own_server import with_server_class
from core.program.prose import docstring
from core.spec import ServerSpec
from core.wording import worded


@dataclass(frozen=True, slots=True)
class HookTemplate:
    """A method to override: its name, its head as the library has it, what it is for, and all its lines."""

    name: str
    signature: str
    sentence: str
    text: str
    is_handlers: bool


def hook_template(name: str) -> HookTemplate:
    """Return the template of a method of the library's servers or handlers.  Raises KeyError for others."""
    parameters, sentence = _HANDLERS[name] if name in _HANDLERS else _SERVERS[name]
    signature = f"def {name}({', '.join(('self', *parameters))})"
    # By name where there is no other way: collect_children(*, blocking=False).
    passed = ", ".join(
        parameter if "=" not in parameter else "{0}={0}".format(parameter.partition("=")[0])
        for parameter in parameters
        if parameter != "*"
    )
    answer = "return " if name in _ANSWERING else ""
    lines = [f"{signature}:", docstring(sentence, INDENT), f"{INDENT}{answer}super().{name}({passed})"]
    return HookTemplate(name, signature, sentence, "\n".join(lines) + "\n", name in _HANDLERS)


def with_hook(text: str, class_name: str, hook: str, spec: ServerSpec | None = None) -> str:
    """Return a program with a method put in at the end of a class; one that the class has stays as it is.

    A server's method needs a class of the program's own: with `class_name` "" one is made, out of the
    library's class that the program uses, or else the one that `spec` describes.  Raises `ShapeError` where
    that cannot be done, and KeyError for a method that the library does not have.
    """
    template = hook_template(hook)
    if not class_name:
        if template.is_handlers:
            raise ShapeError(worded("There is no handler class in the program to put the method into."))
        text, class_name = with_server_class(text, spec)
    statement = ClassBody(text, class_name)
    if not statement.has_method(hook):
        statement.add_method(template.text.rstrip("\n").split("\n"))
    return statement.text()


# The methods -----------------------------------------------------------------------------------------------

_REQUEST = ("request", "client_address")

_HANDLERS: dict[str, tuple[tuple[str, ...], str]] = {
    "setup": ((), worded("Get things ready; called before handle().")),
    "handle": ((), worded("Do all the work for one request.")),
    "finish": ((), worded("Clean up; called after handle(), also if that raised an exception.")),
}

_SERVERS: dict[str, tuple[tuple[str, ...], str]] = {
    "server_bind": ((), worded("Bind the server's socket to its address.")),
    "server_activate": ((), worded("Let the socket listen, so that clients can connect.")),
    "fileno": ((), worded("Return the number by which the system knows the server's socket.")),
    "serve_forever": (("poll_interval=0.5",), worded("Handle requests until shutdown() is called.")),
    "handle_request": ((), worded("Wait for one request, at most until the timeout, and handle it.")),
    "service_actions": ((), worded("Do what has to be done now and then; called at each turn of the loop.")),
    "collect_children": (("*", "blocking=False"), worded("Collect the child processes that have ended.")),
    "handle_timeout": ((), worded("Called when handle_request() has waited in vain until the timeout.")),
    "get_request": ((), worded("Return the next request and its client's address.")),
    "verify_request": (_REQUEST, worded("Return True to go on with the request, False to turn it away.")),
    "process_request": (
        _REQUEST,
        worded("Have the request handled; mix-ins do that in a thread or a process."),
    ),
    "process_request_thread": (_REQUEST, worded("Handle the request; this is what its new thread runs.")),
    "finish_request": (_REQUEST, worded("Make the handler, which handles the request.")),
    "handle_error": (_REQUEST, worded("Called when a handler raised an exception, to say so.")),
    "shutdown_request": (("request",), worded("Say goodbye to the client, and close its connection.")),
    "close_request": (("request",), worded("Close the connection of a request, in this process.")),
    "shutdown": ((), worded("Tell the loop to end, and wait until it did.")),
    "server_close": ((), worded("Close the server's socket, and wait for what is still at work.")),
}

_ANSWERING = frozenset({"fileno", "get_request", "verify_request"})
"""Methods whose answer the library waits for."""

HANDLER_HOOKS = tuple(_HANDLERS)
"""The names of a handler's methods, in the order in which they are called."""

SERVER_HOOKS = tuple(_SERVERS)
"""The names of a server's methods."""
