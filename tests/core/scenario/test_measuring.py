from typing import Any

import pytest

from core.events import ClientConnecting, Left, Listening, MessageReceived, MessageSent, Printed
from core.scenario.measuring import Measuring
from core.scenario.record import Record
from core.scenario.scenario import FORMAT, Condition, Measure, Pattern, Scenario, Server
from core.spec import ServerSpec, Transport
from tests.core.scenario.samples import event

SENT = Pattern(event="MessageSent")
HEARD = Pattern(event="MessageReceived")
SAID = Pattern(event="Printed")


def measuring(**measures: Measure) -> Measuring:
    """Two clients of a server: what they said and heard, at which seconds; what the server printed."""
    record = Record()
    record.begin_run("S", ServerSpec())
    record.take("S", [event(ClientConnecting, client="A"), event(ClientConnecting, client="B")])
    record.take("S", [event(MessageSent, 1, client="A", size=5), event(MessageSent, 2, client="B", size=7)])
    record.take(
        "S",
        [event(MessageReceived, 4, client="B", data=b"b"), event(MessageReceived, 5, client="A", data=b"a")],
    )
    record.take(
        "S", [event(Printed, 6, text="counter 3, counter 12."), event(Printed, 7, text="counter none")]
    )
    scenario = Scenario(
        format=FORMAT,
        title="",
        servers={"tcp": Server(), "udp": Server(spec={"transport": "udp"})},
        measures=measures,
    )
    return Measuring(scenario, record, {"first": [(0, 3)], "second": [(3, 6)], "never": []})


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure(of=SENT), 2),
        (Measure(of=SENT, within=["first"]), 1),
        (Measure(of=SENT, within=["never"]), 0),
        (Measure(of=SENT, take="distinct", field="client"), 2),
        (Measure(of=SENT, take="distinct", field="pid"), 1),
        (Measure(of=SENT, take="first", field="size"), 5),
        (Measure(of=SENT, take="last", field="size"), 7),
        (Measure(of=HEARD, take="first", field="data"), "b"),
        (Measure(of=SENT, take="sum", field="size"), 12),
        (Measure(of=SENT, take="min", field="size"), 5),
        (Measure(of=SENT, take="max", field="size"), 7),
        (Measure(of=HEARD, take="list", field="data"), "b, a"),
        (Measure(of=SENT, take="seconds", until=HEARD), 3.0),
        (Measure(of=HEARD, take="seconds", until=SENT), None),
        (Measure(of=SENT, take="most_at_once", until=HEARD), 2),
        (Measure(of=SAID, take="first", field="text", after="counter "), 3),
        (Measure(of=SAID, take="max", field="text", after="counter "), 12),
        (Measure(of=SAID, take="last", field="text", after="counter "), "none"),
        (Measure(of=SAID, take="count", field="text", after="counter "), 3),
        (Measure(of=SENT, take="list", field="place"), "client, client"),
        (Measure(of=Pattern(event="Left"), take="first", field="result"), None),
        (Measure(of=Pattern(event="Left"), take="max", field="result"), None),
        (Measure(of=Pattern(event="Left"), take="sum", field="result"), 0),
    ],
)
def test_each_take(measure: Measure, expected: Any) -> None:
    assert measuring(x=measure).measure("x") == expected


def test_what_follows_one_another_is_not_at_once() -> None:
    record = Record()
    record.take("", [event(MessageSent, 1, client="A"), event(MessageReceived, 2, client="A")])
    record.take("", [event(MessageSent, 2, client="A"), event(MessageReceived, 3, client="A")])
    measure = Measure(of=SENT, take="most_at_once", until=HEARD)
    scenario = Scenario(format=FORMAT, title="", measures={"x": measure})
    assert Measuring(scenario, record, {}).measure("x") == 1


def test_a_difference_is_one_measure_minus_the_others() -> None:
    sizes = Measure(of=SENT, take="sum", field="size")
    found = measuring(all=sizes, count=Measure(of=SENT), x=Measure(difference=["all", "count", "count"]))
    assert found.measure("x") == 8


def test_a_difference_with_something_that_is_not_there_is_nothing() -> None:
    missing = Measure(of=HEARD, take="seconds", until=SENT)
    found = measuring(a=missing, b=Measure(of=SENT), x=Measure(difference=["b", "a"]))
    assert found.measure("x") is None
    assert not found.is_true(Condition(measure="x", at_least=0))


def test_a_printed_number_of_thousands_of_digits_harms_nobody() -> None:
    record = Record()
    record.take("", [event(Printed, text="counter " + "9" * 4_000)])
    measures = {
        "big": Measure(of=SAID, take="last", field="text", after="counter "),
        "one": Measure(of=SAID),
        "x": Measure(difference=["big", "one"]),
    }
    assert Measuring(Scenario(format=FORMAT, title="", measures=measures), record, {}).measure("x") is None


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (Pattern(event="MessageSent", client=1), 1),
        (Pattern(event="MessageSent", client="B"), 1),
        (Pattern(event="MessageSent", client=3), 0),
        (Pattern(event="MessageSent", server="tcp"), 2),
        (Pattern(event="MessageSent", server="udp"), 0),
        (Pattern(event="MessageSent", place="client"), 2),
        (Pattern(event="MessageSent", place="worker"), 0),
        (Pattern(event="MessageSent", where={"size": {"at_least": 6}}), 1),
        (Pattern(event="MessageReceived", where={"data": "a"}), 1),
        (Pattern(event=Left.__name__), 0),
    ],
)
def test_patterns(pattern: Pattern, count: int) -> None:
    assert len(measuring().matches(pattern)) == count


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition(of=SENT), True),
        (Condition(of=Pattern(event=Listening.__name__)), False),
        (Condition(of=SENT, equals=2), True),
        (Condition(of=SENT, equals={"one_of": [1, 2]}), True),
        (Condition(of=SENT, more_than=2), False),
        (Condition(of=SENT, at_least=1, less_than=3), True),
        (Condition(of=SENT, within=["second"], equals=1), True),
        (Condition(measure="x", at_least={"measure": "x"}), True),
        (Condition(measure="x", more_than={"measure": "x"}), False),
        (Condition(measure="text", equals="b, a"), True),
        (Condition(measure="text", at_least=1), False),
    ],
)
def test_conditions(condition: Condition, expected: bool) -> None:
    found = measuring(x=Measure(of=SENT), text=Measure(of=HEARD, take="list", field="data"))
    assert found.is_true(condition) is expected


def test_a_pattern_without_steps_counts_from_a_note_on() -> None:
    assert measuring().found(Condition(of=SENT), since=3) == 1


def test_runs_of_another_transport_are_not_of_the_server() -> None:
    record = Record()
    record.begin_run("S", ServerSpec(transport=Transport.UDP))
    record.take("S", [event(Listening)])
    scenario = Scenario(
        format=FORMAT, title="", servers={"tcp": Server(), "udp": Server(spec={"transport": "udp"})}
    )
    found = Measuring(scenario, record, {})
    assert [len(found.matches(Pattern(event="Listening", server=name))) for name in ("tcp", "udp")] == [0, 1]
