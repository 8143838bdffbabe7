"""Scenarios and events for the tests."""

from typing import Any

from core.events import Event
from core.scenario.reading import decode
from core.scenario.scenario import Scenario

EXPERIMENT = """\
format = 1
title = "One at a time"

[servers.serial]
spec = { transport = "tcp", concurrency = "one-at-a-time", handler = "lowercase-json", poll_interval = 0.02 }

[measures.replies]
of = { event = "MessageReceived", server = "serial" }

[[checks]]
measure = "replies"
equals = 1
looking_for = "one reply"

[[checks]]
of = { event = "MessageReceived", client = 1, where = { data = { contains = "hello" } } }
looking_for = "a reply in lower case"

[[actions]]
start = "serial"

[[actions]]
connect = "A"
to = "serial"

[[actions]]
send = "A"
json = { Say = "HELLO" }

[[actions]]
wait = { event = "MessageReceived", client = 1 }
"""

LESSON = """\
format = 1
title = "First words"
alone = "Say something else."

[servers.serial]
spec = { handler = "lowercase-json", poll_interval = 0.02 }

[measures.replies]
of = { event = "MessageReceived", server = "serial" }
within = ["talk"]

[[steps]]
kind = "predict"
id = "what"
title = "What comes back?"
text = "You will send something."
choices = [
  { text = "Nothing.", when = [{ measure = "replies", equals = 0 }] },
  { text = "A reply.", when = [{ measure = "replies", at_least = 1 }], comment = "So it is." },
]

[[steps]]
kind = "do"
id = "talk"
title = "Say it"
text = "Send **HELLO**."
hints = ["Type.", "Press Enter."]
ticks = [
  { of = { event = "MessageReceived", server = "serial", client = 1 }, looking_for = "a reply" },
]
actions = [
  { start = "serial" },
  { connect = "A", to = "serial" },
  { send = "A", json = "HELLO" },
  { wait = { event = "MessageReceived", client = 1 } },
]
wrong = [{ start = "serial" }, { connect = "A", to = "serial" }]

[[steps]]
kind = "watch"
id = "look"
title = "See it"
text = "There."
view = "lanes"

[[steps]]
kind = "explain"
id = "why"
title = "What happened"
text = "There were {replies} replies."
"""


def experiment() -> Scenario:
    return decode(EXPERIMENT)


def lesson() -> Scenario:
    return decode(LESSON)


def event(kind: type[Event], time: float = 0, pid: int = 10, thread: int = 10, **facts: Any) -> Event:
    """Return an event at so many seconds; fields that are not given are empty."""
    given = {"time": int(time * 1e9), "pid": pid, "thread": thread, "request": 0, "order": 0, **facts}
    names = kind.__struct_fields__
    return kind(**{name: given.get(name, _EMPTY.get(name, 0)) for name in names})


_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("address", "name", "detail", "result", "error", "text", "client", "peer", "local"), ""),
    **dict.fromkeys(("code", "what", "why", "hint", "kind", "message", "traceback", "problem", "reason"), ""),
    "owner": "handler",
    "data": b"",
}
