"""A learner's own program, made into classes or run: in a server's process, never in the window's."""

import ast
import linecache
import os
import socketserver
import sys
import traceback
import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import TracebackType

from core.analysis import analyse
from core.class_names import ClassNames
from core.code_problem import UNREADABLE, parse, unreadable
from core.errors import own_code as errors
from core.errors.explanation import Explanation
from core.events import TEXT_KEPT
from core.spec import OwnCode
from core.start_lines import StartLines
from core.trace import frames, strip


class CodeError(Exception):
    """The program gave no server: at which line, what Python said, and three sentences for the learner."""

    def __init__(self, explanation: Explanation, line: int, kind: str, message: str, trace: str = "") -> None:
        """Carry what the events `CodeFailed` and `StartFailed` tell."""
        super().__init__(message)
        self.explanation = explanation
        self.line = line
        self.kind = kind
        self.message = message
        self.trace = trace


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a program: its classes, or the call that runs it as it is.

    `server` is None for one that is composed from the dropdowns.
    """

    handler: type[socketserver.BaseRequestHandler] | None = None
    server: type[socketserver.TCPServer] | None = None
    start: Callable[[], None] | None = None


def load(code: OwnCode) -> Loaded:
    """Run the program's imports and definitions, and return the classes that the code names.

    A program that runs itself is not run before `start` is called, which raises whatever the program raises.
    Raises `CodeError`.
    """
    tree = _read(code)
    module = _make_main_module(code)
    if code.folder:
        _look_beside(tree, code)
    if code.runs_itself:
        return Loaded(start=partial(_run, tree, module, code))
    try:
        _run(StartLines(tree, ClassNames(tree)).definitions(), module, code)
    except BaseException as error:  # noqa: BLE001 - a learner's code may raise anything, sys.exit() does too
        raise code_error(error, code) from None
    handler = _class(code, module, code.handler or analyse(code.text).chosen()[0], "BaseRequestHandler")
    server = _class(code, module, code.server, "TCPServer") if code.server else None
    return Loaded(handler, server)


def code_error(error: BaseException, code: OwnCode) -> CodeError:
    """Return what an exception that left the program means for a learner."""
    kind, message, line = type(error).__name__, _text_of(error), line_in(error.__traceback__, code.name)
    if isinstance(error, SystemExit):
        explanation = errors.left(code.name, line)
    else:
        explanation = errors.raised(code.name, line, kind, message)
    return CodeError(explanation, line, kind, message[:TEXT_KEPT], trace_of(error, code.name))


def line_in(trace: TracebackType | None, name: str) -> int:
    """Return the line of the program that was being run deepest in the traceback, 0 for none."""
    lines = [frame.tb_lineno for frame in frames(trace) if frame.tb_frame.f_code.co_filename == name]
    return lines[-1] if lines else 0


def trace_of(error: BaseException, name: str) -> str:
    """Return the traceback from the program's first line in it on: what ran the program is left out."""
    strip(error)
    first = next((at for at in frames(error.__traceback__) if at.tb_frame.f_code.co_filename == name), None)
    try:
        text = "".join(traceback.format_exception(type(error), error, first))
    except Exception:  # noqa: BLE001 - the exception is a learner's, and may not even let itself be shown
        return type(error).__name__
    return text[-TEXT_KEPT:]  # the end says most


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - as above
        return "(its text cannot be shown)"


def _read(code: OwnCode) -> ast.Module:
    # So that tracebacks show the program's lines.  Without a time of change, linecache asks no file.
    linecache.cache[code.name] = (len(code.text), None, code.text.splitlines(keepends=True), code.name)
    try:
        return parse(code.text, code.name)
    except UNREADABLE as error:
        problem = unreadable(error)
        explanation = errors.unreadable(code.name, problem.line, problem.sentence)
        trace = "".join(traceback.format_exception_only(error))[-TEXT_KEPT:]
        raise CodeError(explanation, problem.line, type(error).__name__, _text_of(error), trace) from None


def _look_beside(tree: ast.Module, code: OwnCode) -> None:
    from core.own_folder import import_from, not_taken  # only what was opened from a file needs it

    import_from(code.folder)
    for sentence in not_taken(tree, code):
        print(sentence, file=sys.stderr)


def _make_main_module(code: OwnCode) -> types.ModuleType:
    """Return the module that the program is run in, as if it had been started from a terminal."""
    module = types.ModuleType("__main__")
    module.__file__ = os.path.join(code.folder, code.name)
    sys.modules["__main__"] = module
    sys.argv = [code.name]
    return module


def _run(tree: ast.Module, module: types.ModuleType, code: OwnCode) -> None:
    exec(compile(tree, code.name, "exec", dont_inherit=True), vars(module))


def _class(code: OwnCode, module: types.ModuleType, name: str, base: str) -> type:
    found = vars(module).get(name)
    if not isinstance(found, type):
        raise CodeError(
            errors.class_missing(code.name, name, base), 1, "NameError", f"no class {name}".strip()
        )
    if not issubclass(found, getattr(socketserver, base)):
        line = _line_of_class(code, name)
        explanation = errors.class_unfit(code.name, line, name, base)
        raise CodeError(explanation, line, "TypeError", f"{name} does not inherit from {base}")
    return found


def _line_of_class(code: OwnCode, name: str) -> int:
    names = ClassNames(parse(code.text))
    statement = names.statements.get(names.classes.get(name, object))
    return statement.lineno if statement else 1
