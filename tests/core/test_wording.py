import ast
import copy
import socket
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import core
from core import event_codec, gallery, handlers, hook_words, source_file
from core.details import LABELS, details
from core.errors import Explanation, client, explain_exit, own_code, start
from core.event_block import EventBlock
from core.event_filter import EventFilter
from core.events import AnyEvent, ChildEnded, ClientFailed, Event, Killed, MessageReceived, StartFailed
from core.framing import Framing, framer
from core.host import StartError
from core.json_document import DocumentError, decode
from core.kernel import words
from core.lifecycle import RequestState, ServerLife, ServerState
from core.port_holder import PortHolder
from core.preflight import check
from core.program import files
from core.recognition import LONGEST, explanation_of, recognised
from core.sentences import Kind, sentence, visible
from core.spec import LIMITS, OPTIONS, Concurrency, OwnCode, ServerSpec, SpecError, Transport
from core.wording import Wording, plain, worded

FACTS = st.text(max_size=40)

SHAPED = ("{port} is taken: {who} has it.", "There is no socket file {place}.")


def shout(text: str) -> str:
    """Say a wording as a language would that has but one word."""
    return f"<{text.template}>" if isinstance(text, Wording) else text


# What a wording is -----------------------------------------------------------------------------------------


@given(FACTS, FACTS)
def test_a_wording_is_its_english_sentence_and_knows_what_it_is_made_of(who: str, place: str) -> None:
    wording = worded("{who} is at {place}.", who=who, place=place)
    assert wording == f"{who} is at {place}."
    assert wording.template == "{who} is at {place}."
    assert wording.facts == {"who": who, "place": place}


def test_a_fact_may_be_a_wording() -> None:
    inner = worded("a program")
    outer = worded("{program} (process {pid})", program=inner, pid=7)
    assert outer == "a program (process 7)"
    assert outer.facts["program"] is inner


def test_without_facts_braces_are_only_braces() -> None:
    assert worded("It begins with { or [.") == "It begins with { or [."


@given(FACTS)
def test_a_template_in_a_table_takes_facts_later(place: str) -> None:
    template = worded("Nobody is at {place}.")
    assert template.about(place=place) == f"Nobody is at {place}."
    assert template == "Nobody is at {place}."


def test_a_wording_survives_a_copy_and_is_plain_text_to_an_encoder() -> None:
    wording = worded("child {pid}", pid=7)
    assert copy.deepcopy(wording).facts == {"pid": 7}
    assert type(plain(wording)) is str
    assert msgspec.json.encode([wording], enc_hook=plain) == b'["child 7"]'
    with pytest.raises(TypeError):
        plain(7)


def test_only_text_that_is_cut_or_escaped_is_no_longer_a_wording() -> None:
    wording = worded("child {pid}", pid=7)
    assert visible(wording) is wording
    assert not isinstance(visible(wording, 3), Wording)
    assert not isinstance(visible(worded("a\n")), Wording)


def test_an_error_that_says_a_wording_says_it_as_one() -> None:
    with pytest.raises(SpecError) as caught:
        ServerSpec(port=70_000)
    assert isinstance(str(caught.value), Wording)
    assert str(caught.value).startswith("The port is 70000;")


# What translators and `recognised` need of the sources ------------------------------------------------------


def calls_of_worded() -> Iterator[tuple[str, ast.Call]]:
    root = Path(core.__file__).parent
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "worded":
                yield f"{path.relative_to(root)}:{node.lineno}", node


def test_every_template_is_a_literal_and_its_fields_are_bare_names() -> None:
    for place, call in calls_of_worded():
        assert isinstance(call.args[0], ast.Constant), place
        if not call.keywords:  # then a brace is only a brace, or the facts come later
            continue
        parts = list(Formatter().parse(str(call.args[0].value)))
        given_names = {keyword.arg for keyword in call.keywords if keyword.arg}
        has_more = any(keyword.arg is None for keyword in call.keywords)
        named = {name for _, name, _, _ in parts if name is not None}
        assert given_names <= named, place
        assert has_more or named == given_names, place
        assert not any(spec or conversion for _, name, spec, conversion in parts if name), place


# Known again -----------------------------------------------------------------------------------------------


@given(st.sampled_from(SHAPED), FACTS, FACTS, FACTS)
def test_a_sentence_that_was_a_wording_is_one_again(template: str, port: str, who: str, place: str) -> None:
    text = template.format(port=port, who=who, place=place)
    known = recognised(text)
    assert isinstance(known, Wording)
    assert known == text
    assert known.template.format(**known.facts) == text or not known.facts


def test_facts_are_known_again_too() -> None:
    known = recognised(
        "TCP port 8000 is taken: a program that the system does not name (another user's, perhaps) has it."
    )
    assert isinstance(known, Wording)
    assert known.template == "{port} is taken: {who} has it."
    assert [fact.template for fact in known.facts.values()] == [
        "{protocol} port {port}",
        "a program that the system does not name (another user's, perhaps)",
    ]


@given(st.text())
def test_what_is_recognised_says_the_same(text: str) -> None:
    assert recognised(text) == text


def test_what_others_say_is_left_as_it_is() -> None:
    for text in ("", "HELLO", "{port}", "name 'x' is not defined", "x" * 100_000):
        assert type(recognised(text)) is str


def test_a_wording_stays_the_one_that_it_is() -> None:
    text = "nobody has ever said this"
    assert type(recognised(text)) is str
    wording = worded("nobody has ever said this")
    assert recognised(wording) is wording


@pytest.mark.parametrize("piece", [" is taken: has it.", " port ", ", or None", "Python said "])
def test_a_hostile_text_is_looked_through_and_no_more(piece: str) -> None:
    text = piece * (LONGEST // len(piece))
    assert recognised(text) == text


@given(st.sampled_from(list(Framing)), st.lists(st.binary(max_size=40), max_size=4))
def test_every_problem_that_a_framing_finds_is_known(framing: Framing, chunks: list[bytes]) -> None:
    found = framer(framing)
    messages = [message for chunk in chunks for message in found.feed(chunk)] + found.end()
    assert all(isinstance(recognised(message.problem), Wording) for message in messages if message.problem)


@pytest.mark.parametrize(
    ("framing", "data"),
    [
        (Framing.JSON, b"[" * 300),
        (Framing.JSON, b'"' + b"x" * (5 * 1024 * 1024)),
        (Framing.LINES, b"x" * (5 * 1024 * 1024)),
        (Framing.LENGTH, b"GET / HTTP/1.1"),
        (Framing.LENGTH, b"\0\0\0\2x"),
    ],
)
def test_the_limits_of_a_framing_are_known(framing: Framing, data: bytes) -> None:
    found = framer(framing)
    problems = [message.problem for message in found.feed(data) + found.end() if message.problem]
    assert problems
    assert all(isinstance(recognised(problem), Wording) for problem in problems)


JSON_LIKE = st.text('[]{}",:\\u01eE+-.NaInfty \t\n', max_size=20).map(str.encode)


def mistake_in(data: bytes) -> DocumentError | None:
    try:
        decode(data)
    except DocumentError as error:
        return error
    return None


@given(st.one_of(st.binary(max_size=30), JSON_LIKE))
def test_every_mistake_in_a_document_is_known(data: bytes) -> None:
    error = mistake_in(data)
    assume(error)
    known = recognised(str(error))
    assert isinstance(known, Wording)
    assert not error or not error.line or isinstance(known.facts["sentence"], Wording)


# Every sentence of core's ----------------------------------------------------------------------------------


def sentences_of(explanation: Explanation) -> tuple[str, str, str]:
    return explanation.what, explanation.why, explanation.hint


def of_clients() -> Iterator[Explanation]:
    gone = socket.gaierror(socket.EAI_NONAME, "no such name")
    for transport, table in client._BY_TRANSPORT.items():
        address = "/tmp/none.sock" if transport.is_unix else ("127.0.0.1", 8000)
        for doing in ("connect", "send", "receive"):
            for size in (0, 70_000):
                failure = client._Failure(gone, "", transport, address, doing, size)
                for builder in (*table.values(), *client._ANY.values(), client._NO_PORT, client._unknown):
                    yield builder(failure)


def of_starts() -> Iterator[Explanation]:
    gone = socket.gaierror(socket.EAI_NONAME, "no such name")
    specs = [
        ServerSpec(),
        ServerSpec(host="::1", port=80),
        ServerSpec(transport=Transport.UDP, host="fe80::1", port=80),
        ServerSpec(transport=Transport.UNIX_STREAM, path="/tmp/none.sock"),
        ServerSpec(transport=Transport.UNIX_STREAM),
    ]
    holders = [
        PortHolder(7, "python", "LISTEN"),
        PortHolder(None, "", "LISTEN"),
        PortHolder(None, "", "TIME_WAIT"),
    ]
    for spec in specs:
        failure = start._Failure(gone, "", spec)
        table = start._UNIX if spec.transport.is_unix else start._IP
        for builder in (*table.values(), *start._ANY.values(), start._unknown):
            yield builder(failure)
        if not spec.transport.is_unix:
            yield start._port_taken_by_nobody_seen(failure)
            yield from (start._port_served(failure, holder) for holder in holders)
            yield from (start._port_remembered(failure, holder) for holder in holders)
            yield start._family_mismatch(failure)
    for code, *templates in start._PATHS_TAKEN.values():
        yield Explanation(code, *(template.about(place="/tmp/x.sock") for template in templates))


def of_own_code() -> Iterator[Explanation]:
    yield own_code.unreadable("server.py", 3, worded("The program is nested too deeply for Python to read."))
    for kind in ("ValueError", "ModuleNotFoundError"):
        yield own_code.raised("server.py", 3, kind, "no")
        yield own_code.raised("server.py", 0, kind, "")
    yield own_code.left("server.py", 3)
    yield own_code.class_missing("server.py", "Mine", "TCPServer")
    yield own_code.class_missing("server.py", "", "BaseRequestHandler")
    yield from (own_code.class_unfit("server.py", 3, "Mine", base) for base in own_code._UNFIT)
    yield own_code.no_server("server.py")


@pytest.mark.parametrize("explanations", [of_clients, of_starts, of_own_code])
def test_every_explanation_is_of_wordings_and_is_known_again_when_it_has_crossed(explanations: Any) -> None:
    for explanation in explanations():
        crossed = event_codec.decode(
            event_codec.encode([StartFailed(1, 1, 1, 0, 1, explanation.code, *sentences_of(explanation))])
        )[0]
        assert isinstance(crossed, StartFailed)
        for said, came in zip(sentences_of(explanation), sentences_of(explanation_of(crossed)), strict=True):
            assert isinstance(said, Wording), said
            assert isinstance(came, Wording), said
            assert came == said


def of_files() -> Iterator[Explanation]:
    error = OSError(5, "no")
    yield from (
        builder("x.py", error) for builder in (*source_file._BUILDERS.values(), source_file._unreadable)
    )
    yield source_file._too_large("x.py")
    yield from (builder(error, Path("/tmp")) for builder in (*files._BUILDERS.values(), files._other))
    yield files._taken(Path("/tmp"), ("server.py",))


def of_problems() -> Iterator[Explanation]:
    specs = (ServerSpec(host="0.0.0.0"), ServerSpec(transport=Transport.UNIX_STREAM, path="/none/x.sock"))
    yield from (problem.explanation for spec in specs for problem in check(spec))


@pytest.mark.parametrize("explanations", [of_files, of_problems])
def test_what_is_explained_in_the_window_is_of_wordings(explanations: Any) -> None:
    found = list(explanations())
    assert found
    assert all(isinstance(text, Wording) for one in found for text in sentences_of(one))


@pytest.mark.parametrize("code", [0, 1, 7, 90, 91, 0xC0000005, -9, -11, -99, -40])
def test_every_end_of_a_process_is_known(code: int) -> None:
    said = explain_exit(code)
    assert isinstance(said, Wording)
    assert isinstance(recognised(str(said)), Wording)


def test_every_option_handler_hook_and_state_is_said_in_wordings() -> None:
    said: list[str] = [option.sentence for option in (*OPTIONS, *LIMITS)]
    for entry in handlers.HANDLERS.values():
        said += [entry.label, entry.sentence, *(option.sentence for option in entry.options)]
    said += [hook_words.about(name).sentence for name in ("handle", "recv", "select", "unheard_of")]
    said += [state.words for state in (*ServerState, *RequestState, *Kind)]
    said += [
        *words.SOCKET_STATES.values(),
        *(text for pair in words.PROCESS_STATES.values() for text in pair),
    ]
    said += [words.ZOMBIE, words.waits_for("futex_wait"), words.waits_for("unheard_of"), *LABELS.values()]
    assert all(isinstance(text, Wording) for text in said)


def test_a_states_words_are_those_that_it_always_had() -> None:
    assert str(ServerState.LOOP_ENDED) == "stopping: loop ended" == ServerState.LOOP_ENDED.words
    assert type(ServerState.LOOP_ENDED.value) is str
    assert [str(kind) for kind in Kind] == [kind.words for kind in Kind]


@pytest.mark.parametrize(
    "make",
    [
        lambda: ServerSpec(timeout="soon"),  # type: ignore[arg-type]
        lambda: ServerSpec(request_queue_size=-1),
        lambda: ServerSpec(transport="carrier pigeon"),  # type: ignore[arg-type]
        lambda: ServerSpec(handler="unheard of"),
        lambda: ServerSpec(transport=Transport.UDP, handler="naive-json"),
        lambda: ServerSpec(handler="slow", handler_options={"delay": -1}),
        lambda: ServerSpec(handler="crashing", handler_options={"word": ""}),
        lambda: ServerSpec(handler="echo", handler_options={"delay": 1}),
        lambda: ServerSpec(transport=Transport.UNIX_STREAM, path="x" * 200),
        lambda: OwnCode(text="", handler="not a name"),
        lambda: OwnCode(text="", name="a/b"),
        lambda: OwnCode(text="x" * 300_000),
        lambda: ServerSpec(concurrency=Concurrency.THREADING, daemon_threads=3),  # type: ignore[arg-type]
    ],
)
def test_every_refusal_of_a_spec_is_a_wording(make: Any) -> None:
    with pytest.raises(SpecError) as caught:
        make()
    assert isinstance(str(caught.value), Wording)


# Events ----------------------------------------------------------------------------------------------------


any_event: st.SearchStrategy[Any] = st.one_of(*(st.from_type(event) for event in AnyEvent.__args__))


@given(any_event)
def test_a_row_of_the_log_is_a_wording_unless_it_is_cut(event: Event) -> None:
    line = sentence(event)
    assert isinstance(line, Wording) or line.endswith("…") or "\\" in line


def test_what_an_event_tells_is_said_whether_it_was_packed_or_not() -> None:
    reason = worded("it had not stopped after {seconds} seconds", seconds="3")
    events: list[Event] = [
        Killed(1, 1, 1, 0, 1, reason),
        ChildEnded(1, 1, 1, 0, 1, 7, worded("ended with code {status}", status=3)),
        ClientFailed(
            1, 1, 1, 0, 1, "A", "refused", worded("There is no socket file {place}.", place="x"), "", ""
        ),
        MessageReceived(1, 1, 1, 0, 1, "A", 1, b"x", "The stream ended before the newline came."),
    ]
    packed = EventBlock.of(events).events()
    for live, unpacked in zip(events, packed, strict=True):
        assert live == unpacked
        said, again = sentence(live), sentence(unpacked)
        assert isinstance(said, Wording)
        assert isinstance(again, Wording)
        assert said.template == again.template
        assert any(isinstance(fact, Wording) for fact in again.facts.values())


def test_why_a_server_failed_is_a_wording_when_it_has_come_from_its_process() -> None:
    life = ServerLife()
    what = "TCP port 8000 is taken, and the system does not say by whom."
    life.take([StartFailed(1, 1, 1, 0, 1, "port-taken", what, "", "")])
    assert isinstance(life.detail, Wording)
    assert life.detail == what


def test_details_are_said_in_the_language_that_is_wanted() -> None:
    event = Killed(1, 1, 1, 0, 1, "you asked for it")
    text = details(event, worded("window"), 1.5, shout)
    assert "<the server process was killed: {reason}>" in text
    assert "<reason>" in text
    assert "<you asked for it>" in text
    assert "Killed" in text


def test_the_log_is_searched_in_the_language_that_is_shown() -> None:
    event = Killed(1, 1, 1, 0, 1, "you asked for it")
    assert EventFilter(text="asked").accepts(event)
    assert not EventFilter(text="asked", say=shout).accepts(event)
    assert EventFilter(text="{REASON}", say=shout).accepts(event)


def test_a_start_that_fails_tells_why_in_wordings() -> None:
    from core.host import ServerHost

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        spec = ServerSpec(port=taken.getsockname()[1])
        with pytest.raises(StartError) as caught, ServerHost(spec):
            pass
    assert all(isinstance(text, Wording) for text in sentences_of(caught.value.explanation))


def test_what_an_example_shows_is_a_wording_that_translators_are_given() -> None:
    shown = [text for example in gallery.examples() for text in (example.title, *example.sentences)]
    assert all(isinstance(text, Wording) for text in shown)
    assert [*gallery.texts()] == shown
