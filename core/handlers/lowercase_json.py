"""Lowercase JSON: the client sends a JSON document, the server sends it back with every string in lower case.

On a stream the documents follow one another without anything between them, in packets cut anywhere.  The
string "exit", in upper or lower case, ends the conversation.  What is not JSON is answered by
{"error": "why"}, and the conversation goes on.
"""

from socketserver import BaseRequestHandler, UDPServer
from typing import Any

from core.framing import JSONFramer, Message
from core.json_document import decode, encode


def lowercase(value: Any) -> Any:
    """Return `value` with every string in it in lower case, however deep; keys and all else stay."""
    if isinstance(value, str):
        return value.lower()
    if isinstance(value, list):
        return [lowercase(item) for item in value]
    if isinstance(value, dict):
        return {key: lowercase(item) for key, item in value.items()}
    return value


def reply_to(document: bytes, hint: str = "") -> bytes:
    """Return the reply to a document, b"" (none) to "exit"; `hint` is added if the document is not JSON."""
    try:
        value = lowercase(decode(document))
    except ValueError as error:
        return encode({"error": f"{error}{hint}"})
    return b"" if value == "exit" else encode(value)


class LowercaseJSONHandler(BaseRequestHandler):
    """Holds one conversation, from the connection to "exit" or to the end of the stream."""

    def handle(self) -> None:
        """Answer each document as soon as it is whole."""
        documents = JSONFramer()
        while chunk := self.request.recv(8192):
            for document in documents.feed(chunk):
                if not self.answer(document):
                    return
        for document in documents.end():
            # The end of the stream makes a number whole; half a document means that the client has left.
            if not document.problem:
                self.answer(document)

    def answer(self, document: Message) -> bool:
        """Send the reply; return False if the conversation is over."""
        if document.problem:
            self.request.sendall(encode({"error": document.problem}))
            return not document.fatal
        reply = reply_to(document.data)
        if not reply:
            return False
        if reply[-1:].isdigit():
            # A number has no end of its own: 12 might be the beginning of 123.
            reply += b"\n"
        self.request.sendall(reply)
        return True


class LowercaseJSONDatagramHandler(BaseRequestHandler):
    """Answers one datagram, which holds one document.

    A Unix client must bind its socket to get a reply: without an address there is nowhere to send it.
    """

    server: UDPServer

    def handle(self) -> None:
        """Send the reply to where the datagram came from."""
        data, socket = self.request
        size, hint = len(data), ""
        if size == self.server.max_packet_size:
            hint = f" Only the first {size} bytes of the datagram were read: "
            hint += "that is max_packet_size."
        reply = reply_to(data, hint)
        if reply:
            socket.sendto(reply, self.client_address)
