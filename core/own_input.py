"""input() in a server's process, where nobody can type anything."""

import builtins
from collections.abc import Callable


class NoInputError(EOFError):
    """The program asked for a text that nobody can give; at a terminal, its base says that the text ended."""

    __module__ = "builtins"  # a traceback gives its name alone: where it is made is nothing to a learner

    def __init__(self) -> None:
        """Say why."""
        super().__init__(
            "input() gets no text here: the server runs in a process of its own, and has no keyboard."
        )


def answer_input(may_wait: Callable[[], bool]) -> None:
    """Let input() raise `NoInputError` from now on, except where it may wait for the program's end."""
    wait = builtins.input

    def no_input(prompt: object = "", /) -> str:
        if may_wait():
            return wait(prompt)
        raise NoInputError

    builtins.input = no_input
