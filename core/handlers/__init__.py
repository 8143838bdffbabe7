"""The built-in handlers: one short file each, shown to the learner as it is.

    lowercase_json   JSON documents without separators; the default conversation
    naive_json       the same in four lines, with recv(1024): breaks instructively
    json_lines       JSON by lines, with StreamRequestHandler
    json_length      JSON after a length of four bytes
    echo             sends back what comes
    upper_case       upper case, with StreamRequestHandler and DatagramRequestHandler
    slow             sleeps before it answers
    crashing         raises when it meets a certain word
    counter          counts its requests in a shared number
    chat_room        passes every message on to all: the server speaks first

This file is their catalogue; a handler's module is imported when its class is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from socketserver import BaseRequestHandler
from typing import Any

from core.framing import Framing
from core.wording import worded

OptionValue = float | int | str


@dataclass(frozen=True, slots=True)
class HandlerOption:
    """A class attribute of a handler that the learner may choose.

    `minimum` and `maximum` bound a number, or the length of a text.
    """

    name: str
    default: OptionValue
    sentence: str
    minimum: float = 0
    maximum: float = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class HandlerEntry:
    """A built-in handler: its key, its words, its classes for streams and datagrams, "" where it has none."""

    key: str
    label: str
    sentence: str
    module: str
    stream: str
    datagram: str
    framing: Framing
    options: tuple[HandlerOption, ...] = ()

    def class_name(self, is_stream: bool) -> str:
        """Return the name of the class for that kind of transport, "" if there is none."""
        return self.stream if is_stream else self.datagram


_ENTRIES = (
    HandlerEntry(
        key="lowercase-json",
        label=worded("Lowercase JSON"),
        sentence=worded(
            "Sends each JSON document back with its strings in lower case; none needs a separator."
        ),
        module="lowercase_json",
        stream="LowercaseJSONHandler",
        datagram="LowercaseJSONDatagramHandler",
        framing=Framing.JSON,
    ),
    HandlerEntry(
        key="naive-json",
        label=worded("Naive JSON"),
        sentence=worded(
            "Takes one recv(1024) for one message. It breaks where the network cuts elsewhere: try it."
        ),
        module="naive_json",
        stream="NaiveJSONHandler",
        datagram="",
        framing=Framing.JSON,
    ),
    HandlerEntry(
        key="json-lines",
        label=worded("JSON by lines"),
        sentence=worded(
            "One JSON document a line, read with readline(), which waits until the newline comes."
        ),
        module="json_lines",
        stream="JSONLinesHandler",
        datagram="",
        framing=Framing.LINES,
    ),
    HandlerEntry(
        key="json-length",
        label=worded("JSON by length"),
        sentence=worded("Each JSON document follows its length, a number of four bytes."),
        module="json_length",
        stream="JSONLengthHandler",
        datagram="",
        framing=Framing.LENGTH,
    ),
    HandlerEntry(
        key="echo",
        label=worded("Echo"),
        sentence=worded("Sends back every byte as it came."),
        module="echo",
        stream="EchoHandler",
        datagram="EchoDatagramHandler",
        framing=Framing.RAW,
    ),
    HandlerEntry(
        key="upper-case",
        label=worded("Upper case"),
        sentence=worded("Sends each line, or datagram, back in upper case; reads and writes it like a file."),
        module="upper_case",
        stream="UpperCaseHandler",
        datagram="UpperCaseDatagramHandler",
        framing=Framing.LINES,
    ),
    HandlerEntry(
        key="slow",
        label=worded("Slow"),
        sentence=worded("Lowercase JSON that sleeps before it answers: who has to wait meanwhile?"),
        module="slow",
        stream="SlowHandler",
        datagram="SlowDatagramHandler",
        framing=Framing.JSON,
        options=(
            HandlerOption(
                name="delay",
                default=2.0,
                sentence=worded("How long it sleeps before each reply."),
                maximum=3600,
                unit="s",
            ),
        ),
    ),
    HandlerEntry(
        key="crashing",
        label=worded("Crashing"),
        sentence=worded("Lowercase JSON that raises an exception when a message contains a certain word."),
        module="crashing",
        stream="CrashingHandler",
        datagram="CrashingDatagramHandler",
        framing=Framing.JSON,
        options=(
            HandlerOption(
                name="word",
                default="crash",
                sentence=worded("The word at which it raises, in upper or lower case."),
                minimum=1,
                maximum=100,
            ),
        ),
    ),
    HandlerEntry(
        key="counter",
        label=worded("Counter"),
        sentence=worded("Answers with a number that all threads share, and no two processes do."),
        module="counter",
        stream="CounterHandler",
        datagram="CounterDatagramHandler",
        framing=Framing.JSON,
    ),
    HandlerEntry(
        key="chat-room",
        label=worded("Chat room"),
        sentence=worded(
            "Passes each message on to all clients. It takes threads: a forked child is alone in it."
        ),
        module="chat_room",
        stream="ChatRoomHandler",
        datagram="ChatRoomDatagramHandler",
        framing=Framing.JSON,
    ),
)

HANDLERS: dict[str, HandlerEntry] = {entry.key: entry for entry in _ENTRIES}
"""The handlers by key, in the order in which they are shown."""


def fitting(is_stream: bool) -> list[HandlerEntry]:
    """Return the handlers that have a class for that kind of transport."""
    return [entry for entry in HANDLERS.values() if entry.class_name(is_stream)]


def handler_class(key: str, is_stream: bool, options: Mapping[str, OptionValue]) -> type[BaseRequestHandler]:
    """Return the handler's class, or a subclass of the same name that has the options as class attributes.

    The choice must be one that `check` lets through.
    """
    entry = HANDLERS[key]
    module = import_module(f"{__name__}.{entry.module}")
    base: type[BaseRequestHandler] = getattr(module, entry.class_name(is_stream))
    changed: dict[str, Any] = {
        option.name: options[option.name]
        for option in entry.options
        if options.get(option.name, option.default) != option.default
    }
    if not changed:
        return base
    return type(base.__name__, (base,), {"__module__": base.__module__, "__doc__": base.__doc__, **changed})


def source(key: str) -> str:
    """Return the text of the handler's file."""
    from importlib.resources import files  # a tenth of a server process's start, and no server asks for this

    return files(__name__).joinpath(f"{HANDLERS[key].module}.py").read_text(encoding="utf-8")


def check(key: object, options: object, is_stream: bool, error: Callable[[str, str], Exception]) -> None:
    """Raise `error(field, sentence)` for a handler or options that cannot be, or do not fit the transport.

    `field` is "handler" or "handler_options"; the sentence says what is wrong and what is allowed.
    """
    entry = HANDLERS.get(key) if isinstance(key, str) else None
    if entry is None:
        raise error(
            "handler",
            worded(
                "There is no such handler; it must be one of {handlers}.",
                handlers=_list_of(HANDLERS.values()),
            ),
        )
    if not entry.class_name(is_stream):
        nothing = _NOTHING_FOR[is_stream]
        raise error("handler", nothing.about(handler=entry.key, handlers=_list_of(fitting(is_stream))))
    if not isinstance(options, Mapping):
        raise error("handler_options", worded("The handler's options must be given as a dict, by name."))
    for name, value in options.items():
        sentence = _problem_of_option(entry, name, value)
        if sentence:
            raise error("handler_options", sentence)


_NOTHING_FOR = {
    True: worded('"{handler}" has nothing for streams; these have: {handlers}.'),
    False: worded('"{handler}" has nothing for datagrams; these have: {handlers}.'),
}


def _list_of(entries: Iterable[HandlerEntry]) -> str:
    return ", ".join(f'"{entry.key}"' for entry in entries)


def _problem_of_option(entry: HandlerEntry, name: object, value: object) -> str:
    known = {option.name: option for option in entry.options}
    option = known.get(name) if isinstance(name, str) else None
    if option is None:
        allowed = ", ".join(f'"{name}"' for name in known) or worded("none")
        return worded(
            '"{handler}" has no such option; it has: {allowed}.', handler=entry.key, allowed=allowed
        )
    problem_of = _problem_of_text if isinstance(option.default, str) else _problem_of_number
    return problem_of(option, value)


def _problem_of_text(option: HandlerOption, value: object) -> str:
    # Half a surrogate pair, for one, is not printable, and could not be sent to the server's process.
    text = value if isinstance(value, str) and value.isprintable() else ""
    if text and option.minimum <= len(text) <= option.maximum:
        return ""
    return worded(
        "{name} must be a text of {minimum} to {maximum} printable characters.",
        name=option.name,
        minimum=f"{option.minimum:g}",
        maximum=f"{option.maximum:g}",
    )


def _problem_of_number(option: HandlerOption, value: object) -> str:
    kinds = (int,) if isinstance(option.default, int) else (int, float)
    # bool is a kind of int for Python.  NaN lies between no two numbers.
    number: Any = None if isinstance(value, bool) or not isinstance(value, kinds) else value
    if number is not None and option.minimum <= number <= option.maximum:
        return ""
    sentence = _NO_WHOLE_NUMBER if kinds == (int,) else _NO_NUMBER
    unit = f" {option.unit}" if option.unit else ""
    return sentence.about(
        name=option.name, minimum=f"{option.minimum:g}", maximum=f"{option.maximum:g}{unit}"
    )


_NO_WHOLE_NUMBER = worded("{name} must be a whole number between {minimum} and {maximum}.")
_NO_NUMBER = worded("{name} must be a number between {minimum} and {maximum}.")
