"""Why a learner's own program gave no server."""

from core.errors.explanation import Explanation

MESSAGE_SHOWN = 200
"""At most this many characters of what an exception says go into a sentence."""


def unreadable(name: str, line: int, sentence: str) -> Explanation:
    """Explain a text that is no Python program."""
    return Explanation(
        "code-unreadable",
        f"{name} cannot run: there is a mistake in line {line}.",
        sentence,
        "Mend the line, or look at the one above it: the mistake may begin there.",
    )


def raised(name: str, line: int, kind: str, message: str) -> Explanation:
    """Explain an exception that left the program before it had a server."""
    said = f"{kind}: {message[:MESSAGE_SHOWN]}" if message else kind
    where = f" in line {line}" if line else ""
    return Explanation(
        "code-raised",
        f"{name} raised an exception{where} before there was a server.",
        f"Python said {said.rstrip('.')}.",
        _HINTS.get(
            kind, "Read the last line of the traceback first, then the line of the program that it names."
        ),
    )


_HINTS = {
    "ModuleNotFoundError": "Is the name spelled right? Only the program itself is taken here, "
    "not other files from its folder: copy into it what it needs of them.",
}


def left(name: str, line: int) -> Explanation:
    """Explain a program that called sys.exit() before it had a server."""
    return Explanation(
        "code-left",
        f"{name} ended itself in line {line} before there was a server.",
        "sys.exit() ends a program, wherever it is called.",
        "Take that line out, or put it below the lines that run the server.",
    )


def class_missing(name: str, wanted: str, base: str) -> Explanation:
    """Explain a class that is not in the program."""
    missing = f"no class named {wanted}" if wanted else "no handler class"
    return Explanation(
        "class-missing",
        f"There is {missing} in {name}.",
        "The server needs it; it may have another name, or be made inside a function.",
        f"Write it at the left margin: class {wanted or 'MyHandler'}(socketserver.{base}).",
    )


def class_unfit(name: str, line: int, wanted: str, base: str) -> Explanation:
    """Explain a class that does not inherit from what it has to."""
    return Explanation(
        "class-unfit",
        f"{wanted}, in line {line} of {name}, cannot do its work: it is no {_ROLES[base]} class.",
        f"Only a class that inherits from socketserver.{base}, or from one of its kind, has what is needed.",
        f"Write: class {wanted}(socketserver.{base}).",
    )


_ROLES = {"BaseRequestHandler": "handler", "TCPServer": "server"}


def no_server(name: str) -> Explanation:
    """Explain a program that came to its end without a server."""
    return Explanation(
        "no-server",
        f"{name} came to its end, and no server of its had begun to listen.",
        "Its lines ran as they would from a terminal, and none of them made a server.",
        "Make one: with socketserver.TCPServer(address, handler) as server: server.serve_forever().",
    )
