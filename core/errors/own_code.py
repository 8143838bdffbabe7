"""Why a learner's own program gave no server."""

from core.errors.explanation import Explanation
from core.wording import worded

MESSAGE_SHOWN = 200
"""At most this many characters of what an exception says go into a sentence."""


def unreadable(name: str, line: int, sentence: str) -> Explanation:
    """Explain a text that is no Python program."""
    return Explanation(
        "code-unreadable",
        worded("{name} cannot run: there is a mistake in line {line}.", name=name, line=line),
        sentence,
        worded("Mend the line, or look at the one above it: the mistake may begin there."),
    )


def raised(name: str, line: int, kind: str, message: str) -> Explanation:
    """Explain an exception that left the program before it had a server."""
    said = f"{kind}: {message[:MESSAGE_SHOWN]}" if message else kind
    return Explanation(
        "code-raised",
        worded("{name} raised an exception in line {line} before there was a server.", name=name, line=line)
        if line
        else worded("{name} raised an exception before there was a server.", name=name),
        worded("Python said {said}.", said=said.rstrip(".")),
        _HINTS.get(
            kind,
            worded("Read the last line of the traceback first, then the line of the program that it names."),
        ),
    )


_HINTS = {
    "ModuleNotFoundError": worded(
        "Is the name spelled right? A program that was opened finds the .py files beside it; "
        "one that is in no file finds only what is installed with Python."
    ),
    "NoInputError": worded(
        "Write the value into the program, where input() stands now; "
        "what a client is to say is typed in the chat."
    ),
}


def left(name: str, line: int) -> Explanation:
    """Explain a program that called sys.exit() before it had a server."""
    return Explanation(
        "code-left",
        worded("{name} ended itself in line {line} before there was a server.", name=name, line=line),
        worded("sys.exit() ends a program, wherever it is called."),
        worded("Take that line out, or put it below the lines that run the server."),
    )


def class_missing(name: str, wanted: str, base: str) -> Explanation:
    """Explain a class that is not in the program."""
    return Explanation(
        "class-missing",
        worded("There is no class named {wanted} in {name}.", wanted=wanted, name=name)
        if wanted
        else worded("There is no handler class in {name}.", name=name),
        worded("The server needs it; it may have another name, or be made inside a function."),
        worded(
            "Write it at the left margin: class {wanted}(socketserver.{base}).",
            wanted=wanted or "MyHandler",
            base=base,
        ),
    )


def class_unfit(name: str, line: int, wanted: str, base: str) -> Explanation:
    """Explain a class that does not inherit from what it has to."""
    return Explanation(
        "class-unfit",
        _UNFIT[base].about(wanted=wanted, line=line, name=name),
        worded(
            "Only a class that inherits from socketserver.{base}, or from one of its kind, has what "
            "is needed.",
            base=base,
        ),
        worded("Write: class {wanted}(socketserver.{base}).", wanted=wanted, base=base),
    )


_UNFIT = {
    "BaseRequestHandler": worded(
        "{wanted}, in line {line} of {name}, cannot do its work: it is no handler class."
    ),
    "TCPServer": worded("{wanted}, in line {line} of {name}, cannot do its work: it is no server class."),
}


def no_server(name: str) -> Explanation:
    """Explain a program that came to its end without a server."""
    return Explanation(
        "no-server",
        worded("{name} came to its end, and no server of its had begun to listen.", name=name),
        worded("Its lines ran as they would from a terminal, and none of them made a server."),
        worded("Make one: with socketserver.TCPServer(address, handler) as server: server.serve_forever()."),
    )
