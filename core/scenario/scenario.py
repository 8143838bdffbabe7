"""What a scenario file says, one frozen class for each kind of table in it.

A scenario describes servers, what clients do with them, and what is expected of the events that follow.  With
`steps` it is a lesson, with `actions` an experiment or an exercise to grade.  Making one opens nothing.
"""

from typing import Any, Literal, TypeAlias

import msgspec

FORMAT = 1
"""The version of the format that this program writes, and the newest that it reads."""

Value: TypeAlias = bool | int | float | str
"""What a fact of an event can be compared with."""

Test: TypeAlias = Value | dict[str, Any]
"""A value that must be equal, or a table of comparisons (see `core.scenario.comparison`)."""


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the file."""


class Server(Table, frozen=True):
    """A server, in the names of `core.spec.ServerSpec`, which checks them; what is left out is its default.

    Its program may be an `example` of the gallery by its key, or `code`, which is the author's own; `file`
    is the name of the file that it is from.
    """

    spec: dict[str, Any] = {}
    example: str = ""
    code: str = ""
    file: str = ""
    code_handler: str = ""
    code_server: str = ""
    framing: str = ""
    runs_itself: bool = False


class Pattern(Table, frozen=True):
    """Which events are meant.

    `event` is a class of `core.events`; `server` the name of a server of this file: the event is of a run of
    a server as it is described there; `client` the client's number in its run, by the order in which they
    connected, or its name; `place` where it happened (see `core.scenario.record.Place`).  `where` compares
    the event's own fields.
    """

    event: str
    server: str = ""
    client: int | str = 0
    place: str = ""
    where: dict[str, Test] = {}


Take: TypeAlias = Literal[
    "count", "distinct", "first", "last", "sum", "min", "max", "seconds", "most_at_once", "list"
]
"""What a measure takes of the events that it is about; see `core.scenario.measuring`."""


class Measure(Table, frozen=True):
    """A number or a text that is found in what really happened.

    `of` are the events it is about, `take` what is taken of them, `field` the field that is looked at; with
    `after`, only the word that follows this text in it.  `until` ends what `of` begins.
    `within` names steps: only what happened in them counts.  `difference` is one measure minus others.
    """

    of: Pattern | None = None
    take: Take = "count"
    field: str = ""
    after: str = ""
    until: Pattern | None = None
    within: list[str] = []
    difference: list[str] = []


class Condition(Table, frozen=True):
    """Something that is true or not: a measure, or the number of events of a pattern, compared.

    `looking_for` says it for people.  Without a comparison there must be at least one such event.  What a
    step ticks counts from the step's beginning, anything else from the beginning; `within` names other steps.
    """

    measure: str = ""
    of: Pattern | None = None
    looking_for: str = ""
    within: list[str] = []
    equals: Test | None = None
    differs_from: Value | dict[str, str] | None = None
    at_least: float | dict[str, str] | None = None
    at_most: float | dict[str, str] | None = None
    more_than: float | dict[str, str] | None = None
    less_than: float | dict[str, str] | None = None


class Choice(Table, frozen=True):
    """One answer to a question; it is right when all its conditions are true."""

    text: str
    when: list[Condition]
    comment: str = ""


class Action(Table, frozen=True):
    """One thing that is done; exactly one of the first group of fields names it.

    The others say how: `to` which server of this file (or `transport`, `host` and `port`, or `path`;
    `port_measure`: a measure gives the port), `json`,
    `text` or `hex` what is sent, `times` how often, `every` how many seconds lie between, `seconds` how long
    to wait at most.
    """

    start: str = ""
    stop: str = ""
    kill: str = ""
    connect: str = ""
    send: str = ""
    half_close: str = ""
    reset: str = ""
    vanish: str = ""
    disconnect: str = ""
    stop_reading: str = ""
    read_again: str = ""
    wait: Pattern | None = None
    pause: float = 0

    to: str = ""
    transport: str = ""
    host: str = ""
    port: int = 0
    path: str = ""
    port_of: str = ""
    port_measure: str = ""
    without_address: bool = False
    json: Any = None
    text: str | None = None
    hex: str | None = None
    times: int = 1
    every: float = 0
    seconds: float = 0
    without_waiting: bool = False


VERBS = (
    "start",
    "stop",
    "kill",
    "connect",
    "send",
    "half_close",
    "reset",
    "vanish",
    "disconnect",
    "stop_reading",
    "read_again",
    "wait",
    "pause",
)
"""The fields of an `Action` that name what is done."""


class Predict(Table, frozen=True, tag="predict", tag_field="kind"):
    """A question that is asked before something is run; what happens decides which answer was right."""

    id: str
    title: str
    text: str
    choices: list[Choice]


class Do(Table, frozen=True, tag="do", tag_field="kind"):
    """Something that the learner does in the real controls; events tell whether it is done.

    `points` are object names of controls, `set_up` a server that may be put into the builder at a press of a
    button, `actions` the solution, `wrong` actions that look like it and do not count.
    """

    id: str
    title: str
    text: str
    ticks: list[Condition]
    actions: list[Action]
    points: list[str] = []
    set_up: str = ""
    hints: list[str] = []
    wrong: list[Action] = []


class Watch(Table, frozen=True, tag="watch", tag_field="kind"):
    """A view to look at, with the request of the latest event of `select` lit up."""

    id: str
    title: str
    text: str
    view: Literal["lanes", "life", "bytes", "kernel", "log", "code", "console"]
    select: Pattern | None = None


class Explain(Table, frozen=True, tag="explain", tag_field="kind"):
    """What happened, with the learner's own numbers: `{waited}` stands for the measure of that name."""

    id: str
    title: str
    text: str


Step: TypeAlias = Predict | Do | Watch | Explain


class Scenario(Table, frozen=True):
    """A whole file."""

    format: int
    title: str
    about: str = ""
    minutes: int = 0
    systems: list[str] = []
    """`sys.platform` of the systems it is for; empty: all."""
    why_here: str = ""
    covers: list[str] = []
    """The library's names that it is about."""
    servers: dict[str, Server] = {}
    measures: dict[str, Measure] = {}
    actions: list[Action] = []
    checks: list[Condition] = []
    steps: list[Step] = []
    alone: str = ""
    """What to try alone, afterwards."""
    transcript: list[str] = []

    @property
    def is_lesson(self) -> bool:
        """True for a lesson, False for an experiment."""
        return bool(self.steps)
