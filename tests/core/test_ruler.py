from bisect import bisect_right
from collections import Counter
from itertools import accumulate, count, pairwise
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from core.events import (
    ClientConnected,
    ClientConnecting,
    ClientReceived,
    ClientSent,
    Event,
    Left,
    Owner,
    Received,
    Sent,
)
from core.framing import Framing, frame, framer
from core.history import History
from core.ruler import (
    Borders,
    Conversations,
    Cuts,
    Fate,
    Messages,
    Pairs,
    Reader,
    Row,
    Stream,
    blocks,
    crowds,
    letters,
)

orders = count(1)
WINDOW, SERVER = 1, 2
ALICE = "127.0.0.1:50001"

chunks = st.lists(st.binary(max_size=12), max_size=12)
sizes = st.lists(st.integers(1, 20), min_size=1, max_size=20)
texts = st.text(st.sampled_from("aé你😀"), max_size=40)
documents = st.lists(st.sampled_from(["{}", '"ab"', "[1, 2]", "true", '{"é": "你"}', "17"]), max_size=8)


def tell(kind: Any, time: int, *facts: object, pid: int = SERVER, request: int = 0) -> Any:
    return kind(time, pid, pid, request, next(orders), *facts)


def sent(data: bytes, time: int = 0, size: int | None = None) -> ClientSent:
    time = time or next(orders)
    event: ClientSent = tell(
        ClientSent, time, "A", ALICE, len(data) if size is None else size, data, pid=WINDOW
    )
    return event


def got(data: bytes, time: int = 0, connection: int = 1, peer: str = ALICE, request: int = 1) -> Received:
    time = time or next(orders)
    event: Received = tell(Received, time, "recv", 5, connection, peer, len(data), data, request=request)
    return event


def row(*calls: Any) -> Row:
    made = Row()
    for call in calls:
        made.add(call)
    return made


def cut(data: bytes, at: list[int]) -> list[bytes]:
    """Cut the data after those sizes, and again from the first one on until it is used up."""
    pieces: list[bytes] = []
    while data:
        size = at[len(pieces) % len(at)]
        pieces.append(data[:size])
        data = data[size:]
    return pieces


def stream(sends: list[bytes], recvs: list[bytes]) -> Stream:
    return Stream(row(*map(sent, sends)), row(*map(got, recvs)))


F = TypeVar("F", Messages, Borders, Cuts, Pairs, Reader)


def read_all(finder: F) -> F:
    while finder.step():
        pass
    return finder


# Rows -----------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(1, 30), st.binary(max_size=5)), max_size=15), st.randoms())
def test_calls_stand_in_order_of_time_however_late_and_often_they_are_told(
    told: list[tuple[int, bytes]], random: Any
) -> None:
    calls = [sent(data, time) for time, data in told]
    mixed = calls * 2
    random.shuffle(mixed)
    made = row(*mixed)
    assert made.calls == sorted(calls, key=lambda call: (call.time, call.order))
    assert made.ends == list(accumulate(call.size for call in made.calls))
    assert [end - call.size for end, call in zip(made.ends, made.calls, strict=True)] == made.starts


@given(chunks)
def test_each_byte_is_found_in_its_call(pieces: list[bytes]) -> None:
    made = row(*map(sent, pieces))
    whole = b"".join(pieces)
    assert made.end == len(whole)
    assert b"".join(made.kept(offset)[:1] for offset in range(made.end)) == whole
    assert made.at(made.end) == made.at(-1) == -1


@given(sizes, st.integers(0, 20))
def test_what_is_forgotten_leaves_the_offsets_of_the_rest_alone(lengths: list[int], keep_from: int) -> None:
    made = row(*[sent(bytes(size), time) for time, size in enumerate(lengths, 1)])
    before = list(zip(made.calls, made.starts, made.ends, strict=True))
    made.forget_before((keep_from + 1, 0, 0))
    assert list(zip(made.calls, made.starts, made.ends, strict=True)) == before[keep_from:]
    assert made.end == sum(lengths)
    made.add(sent(b"x", 1_000))
    assert made.end == sum(lengths) + 1


@given(sizes, st.integers(0, 400), st.integers(0, 400), st.floats(0, 100))
def test_blocks_show_each_piece_of_a_slice_once(
    lengths: list[int], first: int, length: int, smallest: float
) -> None:
    ends = list(accumulate(lengths))
    starts = [0, *ends[:-1]]
    last = first + length
    found = list(blocks(starts, ends, first, last, smallest, len(starts)))
    shown = [number for block in found for number in range(block.first, block.first + block.count)]
    wanted = [number for number in range(len(starts)) if ends[number] > first and starts[number] < last]
    assert shown[: len(wanted)] == (wanted if length else [])
    assert all(block.start == starts[block.first] for block in found)
    assert all(block.end - block.start <= smallest or block.count == 1 for block in found)
    assert len(found) <= length / max(smallest / 2, 1) + 3


@given(sizes, st.floats(0, 100))
def test_crowds_show_each_piece_once_and_short_ones_together(lengths: list[int], smallest: float) -> None:
    ends = list(accumulate(lengths))
    starts = [0, *ends[:-1]]
    found = list(crowds(blocks(starts, ends, 0, ends[-1], smallest, len(ends)), smallest))
    assert [n for one in found for n in range(one.first, one.first + one.count)] == list(range(len(ends)))
    assert all((one.start, one.end) == (starts[one.first], ends[one.first + one.count - 1]) for one in found)
    is_short = [one.count > 1 or one.end - one.start < smallest for one in found]
    assert not any(one and other for one, other in pairwise(is_short))


def test_a_replay_sees_what_had_happened_at_its_time() -> None:
    both = Stream(row(sent(b"abc", 10), sent(b"de", 20)), row(got(b"abcd", 30)))
    assert [both.seen(time).end for time in (9, 10, 20, 30)] == [0, 3, 5, 5]
    assert (both.seen(29).recvs, both.seen(30).recvs, both.seen(None).got_end) == (0, 1, 4)


# Merging and splitting ------------------------------------------------------------------------------------


def test_three_sends_in_one_recv_are_merged() -> None:
    borders = Borders(stream([b"12345678"] * 3, [b"12345678" * 3]))
    read_all(borders)
    assert (borders.merged, borders.split, borders.kept) == ([8, 16], [], [])


def test_one_send_in_three_recvs_is_split() -> None:
    borders = Borders(stream([bytes(3000)], [bytes(1024), bytes(1024), bytes(952)]))
    read_all(borders)
    assert (borders.merged, borders.split) == ([], [1024, 2048])


@given(st.binary(max_size=60), sizes, sizes, st.lists(st.booleans(), max_size=60))
def test_borders_found_while_bytes_come_are_those_found_at_the_end(
    data: bytes, sends: list[int], recvs: list[int], looks: list[bool]
) -> None:
    growing = stream([], [])
    borders = Borders(growing)
    calls: list[Any] = [*map(sent, cut(data, sends)), *map(got, cut(data, recvs))]
    for number, call in enumerate(calls):
        (growing.sent if isinstance(call, ClientSent) else growing.got).add(call)
        if number < len(looks) and looks[number]:
            read_all(borders)
    read_all(borders)
    left, right = set(growing.sent.ends[:-1]), set(growing.got.ends[:-1])
    assert borders.merged == sorted(left - right)
    assert borders.split == sorted(right - left)
    assert borders.kept == sorted(left & right)


# Messages -------------------------------------------------------------------------------------------------


@given(documents, st.sampled_from([Framing.JSON, Framing.LINES, Framing.LENGTH]), sizes, sizes)
def test_messages_end_where_their_framing_says(
    said: list[str], framing: Framing, sends: list[int], recvs: list[int]
) -> None:
    framed = [frame(framing, document.encode()) for document in said]
    data = b"".join(framed)
    messages = read_all(Messages(stream(cut(data, sends), cut(data, recvs)), framing))
    spans = [data[start:end] for start, end in zip(messages.starts, messages.ends, strict=True)]
    wanted = [one.strip() for one in framed] if framing is Framing.JSON else framed
    assert spans == wanted
    assert messages.problems == {}
    assert not messages.is_lost


@given(st.lists(st.sampled_from([b"{", b"}", b'"', b"1", b" ", b"\n", b"x", b"true"]), max_size=20), sizes)
def test_as_many_messages_are_found_as_the_framer_finds(pieces: list[bytes], recvs: list[int]) -> None:
    data = b"".join(pieces)
    messages = read_all(Messages(stream([], cut(data, recvs)), Framing.JSON))
    alone = framer(Framing.JSON)
    wanted = [message for piece in cut(data, recvs) for message in alone.feed(piece)]
    assert len(messages.starts) == len(wanted)
    assert [number for number, message in enumerate(wanted) if message.problem] == list(messages.problems)
    assert messages.starts == sorted(messages.starts)


def test_without_framing_each_recv_is_a_message() -> None:
    messages = read_all(Messages(stream([b"abcdef"], [b"ab", b"cdef"]), Framing.RAW))
    assert (messages.starts, messages.ends) == ([0, 2], [2, 6])


def test_messages_are_looked_for_in_the_bytes_that_either_side_kept() -> None:
    document = b'"' + b"x" * 98 + b'"'
    partly_kept = sent(document[:10], size=100)
    both = Stream(row(partly_kept), row(got(document[:60]), got(document[60:])))
    assert read_all(Messages(both, Framing.JSON)).ends == [100]


def test_behind_bytes_that_nobody_kept_no_message_is_found() -> None:
    both = Stream(row(sent(b'"abc', size=100), sent(b'"next"')), Row())
    messages = read_all(Messages(both, Framing.JSON))
    assert messages.is_lost
    assert messages.ends == []


def test_a_number_ends_with_its_stream() -> None:
    both = stream([b"17"], [b"17"])
    messages = read_all(Messages(both, Framing.JSON))
    assert messages.ends == []
    both.ended = 99
    assert read_all(messages).ends == [2]


def test_messages_are_looked_for_again_when_bytes_turn_out_to_be_elsewhere() -> None:
    both = Stream(row(sent(b"b\n", 20)), Row())
    messages = read_all(Messages(both, Framing.LINES))
    both.sent.add(sent(b"aaaa\n", 10))
    assert read_all(messages).ends == [5, 7]


# Characters -----------------------------------------------------------------------------------------------


@given(texts, sizes)
def test_a_character_is_cut_where_its_bytes_are_in_two_recvs(text: str, recvs: list[int]) -> None:
    data = text.encode()
    both = stream([data], cut(data, recvs))
    cuts = Cuts(both)
    read_all(cuts)
    ends = list(accumulate(len(letter.encode()) for letter in text))
    wanted = []
    for letter, end in zip(text, ends, strict=True):
        start = end - len(letter.encode())
        borders = both.got.ends
        place = bisect_right(borders, start)
        if place < len(borders) and borders[place] < end:
            wanted.append((start, letter))
    assert [(found.start, found.text) for found in cuts.found] == wanted


@given(texts, sizes)
def test_cuts_found_while_bytes_come_are_those_found_at_the_end(text: str, recvs: list[int]) -> None:
    data = text.encode()
    growing, whole = stream([data], []), stream([data], cut(data, recvs))
    cuts, at_once = Cuts(growing), Cuts(whole)
    for piece in cut(data, recvs):
        growing.got.add(got(piece))
        read_all(cuts)
    read_all(at_once)
    assert cuts.found == at_once.found


def test_half_a_character_is_cut_also_if_its_other_half_was_never_received() -> None:
    data = b"x" * 1023 + "é".encode()
    cuts = Cuts(stream([data], [data[:1024]]))
    read_all(cuts)
    assert [(found.start, found.text) for found in cuts.found] == [(1023, "é")]


def test_bytes_that_are_no_characters_are_not_cut() -> None:
    cuts = Cuts(stream([], [b"\xc3", b"abc", b"\x80\x80", b"\xff", b"\xf0\x80", b"z"]))
    read_all(cuts)
    assert cuts.found == []


@given(st.binary(max_size=40), sizes)
def test_letters_cover_all_bytes_in_order(data: bytes, recvs: list[int]) -> None:
    both = stream([], cut(data, recvs))
    found = letters(both.read(0, both.end))
    assert sum(letter.size for letter in found) == len(data)
    assert b"".join(data[letter.start : letter.start + letter.size] for letter in found) == data
    assert "".join(letter.text for letter in found) == data.decode("utf-8", "ignore")


# Datagrams ------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.binary(max_size=3), st.booleans()), max_size=15), st.randoms())
def test_each_datagram_got_is_joined_with_an_equal_one_sent(
    told: list[tuple[bytes, bool]], random: Any
) -> None:
    both = stream([], [])
    calls: list[Any] = [sent(data, time) for time, (data, _) in enumerate(told, 1)]
    calls += [got(data, time + 100, 0) for time, (data, arrives) in enumerate(told, 1) if arrives]
    random.shuffle(calls)
    pairs = Pairs(both)
    for call in calls:
        (both.sent if isinstance(call, ClientSent) else both.got).add(call)
        read_all(pairs)
    read_all(pairs)
    assert len(pairs.sent_of) == sum(arrives for _, arrives in told)
    assert pairs.strangers() == []
    assert all(
        both.sent.calls[number].data == both.got.calls[other].data for number, other in pairs.got_of.items()
    )


def test_a_datagram_longer_than_the_limit_is_cut_and_one_overtaken_is_lost() -> None:
    both = stream([b"x" * 20, b"lost", b"yes", b"later"], [b"x" * 8, b"yes"])
    pairs = Pairs(both, limit=8)
    read_all(pairs)
    assert [pairs.fate(number) for number in range(4)] == [Fate.CUT, Fate.LOST, Fate.WHOLE, Fate.UNREAD]


def test_in_a_replay_a_datagram_is_not_lost_before_it_is_overtaken() -> None:
    both = Stream(row(sent(b"a", 1), sent(b"b", 2)), row(got(b"b", 9, 0)))
    pairs = Pairs(both)
    read_all(pairs)
    assert [pairs.fate(number, 8) for number in (0, 1)] == [Fate.UNREAD, Fate.UNREAD]
    assert [pairs.fate(number, 9) for number in (0, 1)] == [Fate.LOST, Fate.WHOLE]


def test_what_was_not_received_when_the_receiver_closed_is_lost() -> None:
    both = stream([b"a", b"b"], [b"a"])
    both.ended = 1_000_000
    pairs = read_all(Pairs(both))
    assert pairs.fates() == {Fate.WHOLE: 1, Fate.LOST: 1}
    assert pairs.fates(999_999) == {Fate.WHOLE: 1, Fate.UNREAD: 1}


@given(st.lists(st.tuples(st.binary(max_size=9), st.booleans()), max_size=15), st.integers(0, 130))
def test_fates_are_summed_as_they_are_told_one_by_one(told: list[tuple[bytes, bool]], time: int) -> None:
    sends = [sent(data, number) for number, (data, _) in enumerate(told, 1)]
    recvs = [got(data[:6], number + 100, 0) for number, (data, arrives) in enumerate(told, 1) if arrives]
    both = Stream(row(*sends), row(*recvs))
    pairs = read_all(Pairs(both, limit=6))
    for when in (time, None):
        count = both.sent.count_at(when)
        assert pairs.fates(when) == Counter(pairs.fate(number, when) for number in range(count))


@given(st.lists(st.tuples(st.binary(max_size=9), st.booleans()), max_size=15), st.data())
def test_fates_of_some_are_the_fates_of_each_of_them(
    told: list[tuple[bytes, bool]], data: st.DataObject
) -> None:
    # Each says its number, so that they are got in the order in which they were sent.
    sends = [sent(b"%02d" % number + text, number) for number, (text, _) in enumerate(told, 1)]
    arrived = [one for one, (_, arrives) in zip(sends, told, strict=True) if arrives]
    recvs = [got(one.data[:6], one.time + 100, 0) for one in arrived]
    both = Stream(row(*sends), row(*recvs), ended=data.draw(st.sampled_from([None, 108, 10_000])))
    pairs = read_all(Pairs(both, limit=6))
    first, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(sends))] * 2)))
    for when in (None, data.draw(st.integers(100, 130))):
        wanted = Counter(pairs.fate(number, when) for number in range(first, stop))
        assert pairs.fates_between(first, stop, when) == wanted


@given(st.lists(st.tuples(st.sampled_from([b"a", b"b"]), st.booleans()), max_size=12), st.randoms())
def test_fates_are_the_same_in_whatever_order_datagrams_are_told(
    told: list[tuple[bytes, bool]], random: Any
) -> None:
    both, both_at_once = stream([], []), stream([], [])
    calls: list[Any] = [sent(data, time) for time, (data, _) in enumerate(told, 1)]
    calls += [got(data, time + 100, 0) for time, (data, arrives) in enumerate(told, 1) if arrives]
    pairs = Pairs(both)
    for call in sorted(calls, key=lambda call: (isinstance(call, ClientSent), call.time)):
        (both.sent if isinstance(call, ClientSent) else both.got).add(call)
        if random.random() < 0.5:
            read_all(pairs)
    for call in calls:
        (both_at_once.sent if isinstance(call, ClientSent) else both_at_once.got).add(call)
    assert read_all(pairs).fates() == read_all(Pairs(both_at_once)).fates()


# Conversations --------------------------------------------------------------------------------------------


def connected(client: str, address: str, time: int) -> list[Event]:
    return [
        tell(ClientConnecting, time - 1, client, "server", pid=WINDOW),
        tell(ClientConnected, time, client, address, "server", pid=WINDOW),
    ]


def accepted(number: int, address: str, time: int) -> Event:
    event: Event = tell(Left, time, Owner.SERVER, "get_request", address, request=number)
    return event


def learned(*events: Event, is_stream: bool = True) -> Conversations:
    conversations = Conversations(is_stream)
    for event in events:
        conversations.learn(event)
    return conversations


def names(conversations: Conversations) -> list[tuple[str, int]]:
    return [(one.client.name if one.client else "", one.request) for one in conversations.all()]


def test_a_client_and_its_request_are_one_conversation_in_whatever_order_they_tell() -> None:
    events = [*connected("A", ALICE, 5), accepted(1, ALICE, 6)]
    assert names(learned(*events)) == [("A", 1)]
    assert names(learned(*reversed(events))) == [("A", 1)]
    assert names(learned(*events, *events)) == [("A", 1)]


def test_clients_without_addresses_are_accepted_in_the_order_of_connecting() -> None:
    nameless = "(no address)"
    events = [*connected("A", nameless, 5), *connected("B", nameless, 7)]
    assert names(learned(*events, accepted(1, nameless, 8), accepted(2, nameless, 9))) == [("A", 1), ("B", 2)]


@given(st.permutations(range(8)))
def test_clients_without_addresses_are_told_apart_in_whatever_order_events_come(order: list[int]) -> None:
    nameless = "(no address)"
    events: list[list[Event]] = [
        connected(name, nameless, 10 * place + 5) for place, name in enumerate("ABC")
    ]
    events += [[accepted(number, nameless, 10 * number)] for number in (1, 2, 3)]
    # A child tells of bytes, and its parent has not told yet that it accepted.
    events += [[got(b"2", 25, connection=2, peer=nameless, request=2)], [accepted(4, nameless, 99)]]
    conversations = learned(*[event for place in order for event in events[place]])
    assert sorted(names(conversations)) == [("", 4), ("A", 1), ("B", 2), ("C", 3)]
    second = conversations.of_request(2)
    assert second is not None
    assert second.to_server().got.calls[0].data == b"2"


def test_a_stranger_has_only_a_servers_side_and_a_client_in_the_queue_only_its_own() -> None:
    conversations = learned(accepted(1, "stranger", 3), *connected("A", ALICE, 5))
    assert names(conversations) == [("", 1), ("A", 0)]


def test_who_connects_again_begins_a_new_conversation() -> None:
    other = "127.0.0.1:50002"
    events = [*connected("A", ALICE, 5), accepted(1, ALICE, 6), sent(b"one", 10)]
    events += [*connected("A", other, 20), accepted(2, other, 21), sent(b"two", 30)]
    conversations = learned(*events)
    assert names(conversations) == [("A", 1), ("A", 2)]
    assert [one.to_server().kept(0) for one in conversations.all()] == [b"one", b"two"]


def test_all_datagrams_of_a_client_are_one_conversation() -> None:
    events = [*connected("A", ALICE, 5), sent(b"one", 10), got(b"one", 11, 0, request=1)]
    events += [sent(b"two", 12), got(b"two", 13, 0, request=2)]
    events.append(tell(Sent, 14, "sendto", 5, 0, ALICE, 3, b"TWO", request=2))
    events.append(tell(ClientReceived, 15, "A", ALICE, 3, b"TWO", pid=WINDOW))
    conversations = learned(*events, is_stream=False)
    (only,) = conversations.all()
    assert conversations.of_request(1) is conversations.of_request(2) is only
    assert not only.is_stream
    assert (only.to_server().seen(None).recvs, only.to_client().seen(None).recvs) == (2, 1)


def test_an_address_used_again_belongs_to_its_new_owner() -> None:
    events = [*connected("A", ALICE, 5), sent(b"one", 10), got(b"one", 11, 0, request=1)]
    events += [*connected("B", ALICE, 20), got(b"two", 22, 0, request=2)]
    first, second = learned(*events, is_stream=False).all()
    assert [len(one.to_server().got.calls) for one in (first, second)] == [1, 1]
    assert second.client is not None
    assert second.client.name == "B"


def test_what_the_history_forgets_is_forgotten() -> None:
    events = [*connected("A", ALICE, 5), accepted(1, ALICE, 6), sent(b"one", 10), got(b"one", 11)]
    events += [*connected("B", "elsewhere", 20), accepted(2, "elsewhere", 21)]
    conversations = learned(*events)
    conversations.forget_before(events[-1])
    assert names(conversations) == [("B", 2)]
    assert conversations.of_request(1) is None


# Reading a history ----------------------------------------------------------------------------------------


@given(st.lists(st.integers(1, 40), max_size=40), st.sets(st.integers(0, 40)), st.integers(5, 60))
def test_a_reader_that_looks_now_and_then_has_the_bytes_that_the_history_keeps(
    times: list[int], looks: set[int], limit: int
) -> None:
    history = History(limit)
    reader = Reader(history)
    for number, time in enumerate(times):
        history.add([got(bytes([number]), time)])
        if number in looks:
            read_all(reader)
    read_all(reader)
    read = [call for one in reader.conversations.all() for call in one.to_server().got.calls]
    assert read == list(history)
