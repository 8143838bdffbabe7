"""What was done with a bench is recorded, saved, opened, and done again."""

from collections.abc import Callable
from threading import Event as Waiter

import pytest

from core.events import (
    ClientClosed,
    ClientConnecting,
    ClientSent,
    MessageReceived,
    MessageSent,
    Spawned,
    StopRequested,
)
from core.framing import Framing, frame
from core.scenario.bench import Bench
from core.scenario.performance import Performance, Target
from core.scenario.progress import Progress
from core.scenario.reading import decode
from core.scenario.recording import Recording
from core.scenario.running import run
from core.scenario.scenario import Action, Pattern, Scenario
from core.scenario.writing import encode
from core.spec import OwnCode, ServerSpec, Transport
from tests.core.scenario.samples import event, experiment

TCP = Target(server="S1")


def talk(
    *said: bytes, framing: Framing = Framing.JSON, target: Target = TCP, framed: bool = True
) -> Recording:
    """A client A of a server S1 says something each second, hears it half a second later, and leaves."""
    recording = Recording()
    recording.begin_server("S1", ServerSpec())
    recording.begin_client("A", target, framing)
    recording.take("S1", [event(Spawned, 0.1, server_pid=3)])
    recording.take("S1", [event(ClientConnecting, 0.5, client="A")])
    for second, data in enumerate(said, 1):
        size = len(frame(framing, data)) if framed else len(data)
        recording.take("S1", [event(ClientSent, second, client="A", size=size)])
        recording.take("S1", [event(MessageSent, second, client="A", size=len(data), data=data)])
        recording.take("S1", [event(MessageReceived, second + 0.5, client="A", data=data.lower())])
    recording.take("S1", [event(ClientClosed, 9, client="A")])
    return recording


def actions(recording: Recording) -> list[Action]:
    return recording.experiment("T").actions


def heard(times: int, server: str = "server") -> Action:
    return Action(wait=Pattern(event="MessageReceived", server=server, client=1), times=times)


def test_what_was_done_becomes_actions_with_waits_for_the_replies() -> None:
    assert actions(talk(b'{"Say": "A"}', b'"B"')) == [
        Action(start="server"),
        Action(connect="A", to="server"),
        Action(send="A", json={"Say": "A"}),
        heard(1),
        Action(send="A", json="B"),
        heard(2),
        Action(disconnect="A"),
    ]


@pytest.mark.parametrize(
    ("data", "framing", "framed", "said"),
    [
        (b'{"Say":"A"}', Framing.JSON, True, {"text": frame(Framing.JSON, b'{"Say":"A"}').decode()}),
        (b"[null]", Framing.JSON, True, {"text": frame(Framing.JSON, b"[null]").decode()}),
        (b'{"a": 1}', Framing.JSON, False, {"text": '{"a": 1}'}),
        (b"hi", Framing.LINES, True, {"text": "hi\n"}),
        (b"hi", Framing.LENGTH, True, {"text": "\0\0\0\2hi"}),
        (b"\xff\0", Framing.RAW, True, {"hex": "ff 00"}),
        (b"a\r\nb", Framing.RAW, True, {"text": "a\r\nb"}),
    ],
)
def test_messages_are_kept_byte_for_byte(
    data: bytes, framing: Framing, framed: bool, said: dict[str, object]
) -> None:
    scenario = talk(data, framing=framing, framed=framed).experiment("T")
    [send] = [action for action in decode(encode(scenario)).actions if action.send]
    assert {name: getattr(send, name) for name in said} == said


def test_pieces_without_messages_are_waited_for_as_one() -> None:
    recording = talk(b"a", framing=Framing.RAW)
    recording.take("S1", [event(MessageReceived, 1.6, client="A"), event(MessageReceived, 1.7, client="A")])
    assert heard(1) in actions(recording)
    assert heard(2) not in actions(recording)


def test_who_left_without_a_reply_waited_for_a_while() -> None:
    recording = Recording()
    recording.begin_client("A", Target(host="::1", port=9), Framing.RAW)
    recording.take("", [event(ClientConnecting, 1, client="A"), event(ClientClosed, 2.5, client="A")])
    assert actions(recording) == [
        Action(connect="A", transport="tcp", host="::1", port=9),
        Action(pause=1.5),
        Action(disconnect="A"),
    ]


def test_what_no_event_tells_is_noted() -> None:
    recording = talk()
    recording.note("A", "half_close")
    recording.begin_client("B", TCP, Framing.JSON)
    recording.take("S1", [event(ClientConnecting, 10, client="B")])
    recording.note("B", "vanish")
    recording.take("S1", [event(ClientClosed, 10.1, client="B")])
    verbs = [
        verb for action in actions(recording) for verb in ("half_close", "vanish") if getattr(action, verb)
    ]
    assert sorted(verbs) == ["half_close", "vanish"]


def test_servers_that_do_not_belong_to_it_are_left_out_with_their_clients() -> None:
    recording = talk(b'"A"')
    recording.begin_server("S2", ServerSpec(transport=Transport.UDP))
    recording.take("S2", [event(Spawned, 20, server_pid=4), event(StopRequested, 21)])
    assert recording.servers() == ["S1", "S2"]
    scenario = recording.experiment("T", servers=["S2"])
    assert scenario.servers["server"].spec == {"transport": "udp"}
    assert [action.start or action.stop for action in scenario.actions if not action.pause] == [
        "server",
        "server",
    ]


def test_a_path_that_the_lab_thought_out_is_not_kept() -> None:
    recording = Recording()
    recording.begin_server("S", ServerSpec(transport=Transport.UNIX_STREAM, path="/tmp/socket-lab-7-1.sock"))
    recording.take("S", [event(Spawned, server_pid=3)])
    assert recording.experiment("T").servers["server"].spec == {"transport": "unix-stream"}


def test_a_transcript_and_checks_are_there_when_they_are_wished_for() -> None:
    scenario = talk(b'"A"', b'"A"').experiment("T", transcript=True, checks=True)
    assert scenario.transcript == ['A → "A"', 'A ← "a"', 'A → "A"', 'A ← "a"']
    assert [(check.looking_for, check.at_least) for check in scenario.checks] == [('A hears "a"', 2)]


class Recorder(Bench):
    """A bench that tells a recording what is done, as a window would."""

    def __init__(self, scenario: Scenario) -> None:
        self.recording = Recording()
        self.progress = Progress(scenario)
        super().__init__(self.progress.record, self.recording.take)

    def start(self, name: str, spec: ServerSpec) -> None:
        self.recording.begin_server(name, spec)
        super().start(name, spec)

    def connect(self, name: str, target: Target) -> None:
        self.recording.begin_client(name, target, Framing.JSON)
        super().connect(name, target)

    def perform(self) -> None:
        progress = self.progress
        performance = Performance(
            progress.scenario, progress.scenario.actions, self, progress.record, progress.measuring
        )
        with self:
            self._until(performance.advance)

    def _until(self, is_true: Callable[[], bool]) -> None:
        while not is_true():
            self.take_in()
            Waiter().wait(0.01)


@pytest.fixture
def recorded() -> Recording:
    recorder = Recorder(experiment())
    recorder.perform()
    return recorder.recording


def test_an_experiment_that_was_recorded_passes_its_own_checks_when_it_is_done_again(
    recorded: Recording,
) -> None:
    scenario = decode(encode(recorded.experiment("Again", transcript=True, checks=True)))
    result = run(scenario)
    assert [outcome.problem for outcome in result.outcomes] == [""]
    assert scenario.transcript == ['A → {"Say": "HELLO"}', 'A ← {"Say": "hello"}']


def test_a_program_is_kept_with_its_name() -> None:
    recording = Recording()
    code = OwnCode(text="import socketserver\n", name="mine.py", handler="Handler", framing=Framing.LINES)
    recording.begin_server("S", ServerSpec(code=code))
    recording.take("S", [event(Spawned, server_pid=3)])
    server = decode(encode(recording.experiment("T"))).servers["server"]
    assert (server.code, server.file, server.code_handler, server.framing) == (
        code.text,
        "mine.py",
        "Handler",
        "lines",
    )
