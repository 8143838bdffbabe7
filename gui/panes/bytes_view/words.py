"""Conversations, calls, findings and doubts in people's words."""

from PySide6.QtCore import QCoreApplication

from core.events import ClientReceived, ClientSent, Received, Sent
from core.ruler import Call, Conversation, DatagramFindings, Fate, Reader, Seen, StreamFindings
from core.sentences import size_in_words
from core.spec import ServerSpec, Transport
from gui.language import translated
from gui.visible_text import visible_line

translate = QCoreApplication.translate

NAME_SHOWN = 60
"""At most this many characters of a name or an address are shown."""


def call_name(call: Call) -> str:
    """Return the socket method that was called."""
    if isinstance(call, Sent | Received):
        return visible_line(call.call)
    return "send" if isinstance(call, ClientSent) else "recv"


def client_name(conversation: Conversation) -> str:
    """Return what the client is called."""
    if conversation.client is None:
        return translate("bytes_view", "a stranger")
    return _short(conversation.client.name)


def conversation_label(conversation: Conversation) -> str:
    """Return a conversation in a line, such as "A ↔ request 3 · 127.0.0.1:51014"."""
    server = (
        translate("bytes_view", "request {0}").format(conversation.request)
        if conversation.request
        else translate("bytes_view", "server")
    )
    if conversation.server is None:
        server = translate("bytes_view", "not accepted yet") if conversation.is_stream else server
    return f"{client_name(conversation)} ↔ {server} · {_short(conversation.address)}"


def missing_rows(conversation: Conversation) -> tuple[dict[str, str], dict[str, str]]:
    """Return, for each direction, which rows nobody could watch, and why; the client's way comes first."""
    if conversation.client is None:
        text = translate("bytes_view", "a stranger: its calls are not seen, only the server's")
        return {"sent": text}, {"got": text}
    if conversation.server is None and conversation.is_stream:
        text = translate("bytes_view", "not accepted yet: the connection waits in the kernel's queue")
        return {"got": text}, {"sent": text}
    return {}, {}


def caveat(reader: Reader | None) -> str:
    """Return why the offsets may be wrong, "" if they are not."""
    if reader and reader.history.not_kept:
        text = translate(
            "bytes_view",
            "{0} events did not reach the window: calls may be missing here, and offsets may be too low.",
        )
        return text.format(f"{reader.history.not_kept:,}")
    if reader and reader.began_late:
        return translate(
            "bytes_view", "The oldest events are forgotten: offsets may not count from the beginning."
        )
    return ""


def transport_name(spec: ServerSpec | None) -> str:
    """Return how a stream of that server is called at a sentence's beginning."""
    names = {
        Transport.TCP: translate("bytes_view", "TCP"),
        Transport.UNIX_STREAM: translate("bytes_view", "A Unix stream"),
    }
    return names.get(spec.transport, "") if spec else translate("bytes_view", "A stream")


def call_sentence(call: Call, began: int) -> str:
    """Return which call it was, when, how long it took, how many bytes; `began` is the run's first time."""
    sentence = _call_sentence(call, began)
    if len(call.data) < call.size:
        kept = translate("bytes_view", "Its first {0} are kept; the rest is hatched.").format(
            _size(len(call.data))
        )
        return translate("bytes_view", "{0} {1}").format(sentence, kept)
    return sentence


def _call_sentence(call: Call, began: int) -> str:
    name, size = call_name(call), _size(call.size)
    at = f"{(call.time - began) / 1e6:,.3f}"
    if isinstance(call, ClientSent):
        return translate("bytes_view", "Client {0}: {1}() sent {2}, at {3} ms.").format(
            _short(call.client), name, size, at
        )
    if isinstance(call, ClientReceived):
        return translate("bytes_view", "Client {0}: {1}() returned {2}, at {3} ms.").format(
            _short(call.client), name, size, at
        )
    took = f"{call.took / 1e6:,.3f}"
    if isinstance(call, Sent):
        text = translate(
            "bytes_view", "Server, request {4}: {0}() sent {1}; it was called at {2} ms and took {3} ms."
        )
        return text.format(name, size, at, took, call.request)
    text = translate("bytes_view", "Server, request {4}: {0}() returned {1} at {2} ms; it took {3} ms.")
    return text.format(name, size, at, took, call.request)


def stream_totals(found: StreamFindings, seen: Seen, moment: int | None) -> str:
    """Return one direction of a stream in numbers."""
    parts = [_calls(seen), _size(seen.end)] if seen.end else [translate("bytes_view", "no bytes yet")]
    if messages := found.messages_at(seen):
        parts.append(
            _count(messages, translate("bytes_view", "1 message"), translate("bytes_view", "{0} messages"))
        )
    if cuts := found.cuts_at(seen):
        parts.append(
            _count(
                cuts,
                translate("bytes_view", "1 character cut"),
                translate("bytes_view", "{0} characters cut"),
            )
        )
    ended = found.stream.ended
    if ended is not None and (moment is None or ended <= moment):
        parts.append(translate("bytes_view", "ended"))
    return " · ".join(parts)


def datagram_totals(found: DatagramFindings, seen: Seen, fates: dict[Fate, int]) -> str:
    """Return one direction of datagrams in numbers."""
    if not (seen.sends or seen.recvs):
        return translate("bytes_view", "no datagrams yet")
    if not seen.sends:
        return translate("bytes_view", "{0} received").format(f"{seen.recvs:,}")
    parts = [
        translate("bytes_view", "{0} sent").format(f"{seen.sends:,}"),
        translate("bytes_view", "{0} received").format(f"{seen.recvs:,}"),
    ]
    parts += [
        text.format(f"{fates[fate]:,}")
        for fate, text in (
            (Fate.CUT, translate("bytes_view", "{0} cut")),
            (Fate.LOST, translate("bytes_view", "{0} lost")),
            (Fate.UNREAD, translate("bytes_view", "{0} not received yet")),
        )
        if fates.get(fate)
    ]
    return " · ".join(parts)


def stream_summary(found: StreamFindings, seen: Seen, transport: str) -> str:
    """Return what one direction of a stream teaches, "" if nothing has crossed."""
    if cuts := found.cuts_at(seen):
        return _cut_in_words(found, cuts)
    if not (seen.sends and seen.recvs):
        return ""
    merged, split = found.merged_at(seen), found.split_at(seen)
    calls = _calls(seen)
    if merged or split:
        text = translate("bytes_view", "{0}: {1} keeps the order of bytes, not the borders of messages.")
        return text.format(calls, transport)
    if seen.got_end < seen.sent_end:
        return translate("bytes_view", "{0}: {1} not received, or not yet.").format(
            calls, _size(seen.sent_end - seen.got_end)
        )
    return translate(
        "bytes_view", "{0}: here each recv got what one send had sent. {1} does not promise that."
    ).format(calls, transport)


def datagram_summary(found: DatagramFindings, fates: dict[Fate, int]) -> str:
    """Return what one direction of datagrams teaches, "" if nothing has crossed."""
    if not fates:
        return ""
    if fates.get(Fate.CUT):
        limit = max((call.size for call in found.stream.got.calls), default=0)
        return translate(
            "bytes_view",
            "A datagram longer than the receiver asks for is cut: of {0} only the first {1} came, "
            "the rest is gone (max_packet_size).",
        ).format(
            _count(
                fates[Fate.CUT],
                translate("bytes_view", "1 datagram"),
                translate("bytes_view", "{0} datagrams"),
            ),
            _size(limit),
        )
    if fates.get(Fate.LOST):
        return translate(
            "bytes_view", "{0} of {1} datagrams did not arrive: nobody sends a lost datagram again."
        ).format(f"{fates[Fate.LOST]:,}", f"{sum(fates.values()):,}")
    return translate(
        "bytes_view",
        "One send, one datagram, one receive: a datagram keeps its borders, or is lost as a whole.",
    )


def _cut_in_words(found: StreamFindings, count: int) -> str:
    letter = found.cuts.found[0]
    shown = f"“{visible_line(letter.text)}”" if letter.text else translate("bytes_view", "a character")
    text = translate(
        "bytes_view",
        "{0} at byte {1} is cut in half: a recv ended between its {2} bytes. Decode only whole messages.",
    )
    sentence = text.format(shown, f"{letter.start:,}", letter.size)
    if count > 1:
        more = translate("bytes_view", "So are {0} more.").format(f"{count - 1:,}")
        return translate("bytes_view", "{0} {1}").format(sentence, more)
    return sentence


def _calls(seen: Seen) -> str:
    sends = _count(seen.sends, translate("bytes_view", "1 send"), translate("bytes_view", "{0} sends"))
    recvs = _count(seen.recvs, translate("bytes_view", "1 recv"), translate("bytes_view", "{0} recvs"))
    return " → ".join(text for text, count in ((sends, seen.sends), (recvs, seen.recvs)) if count)


def _count(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(f"{number:,}")


def _size(size: int) -> str:
    return translated(size_in_words(size))


def _short(text: str) -> str:
    shown = visible_line(text[:NAME_SHOWN])
    return shown + "…" if len(text) > NAME_SHOWN else shown
