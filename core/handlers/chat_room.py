"""Chat room: what one client says goes to all of them, so the server also speaks when it was not asked.

It takes threads.  One at a time, the second client is let in when the first has left; with forking, each
child has a room of its own, with one member in it.
"""

import socket
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from socketserver import BaseRequestHandler
from threading import Lock
from typing import Any, ClassVar

from core.framing import JSONFramer, Message
from core.json_document import decode, encode

PATIENCE = 2
"""Who reads nothing for so many seconds, while more is to be sent, is shown out: all others have to wait."""

SEATS = 500
"""So many datagram clients fit in: nothing tells when one of them has gone."""


def send_with_patience(connection: Any) -> None:
    """Let each send on `connection` fail after `PATIENCE` seconds, while recv may still wait for ever."""
    duration: Any = struct.pack("ll", PATIENCE, 0)
    if sys.platform == "win32":
        duration = PATIENCE * 1000
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, duration)


class ChatRoomHandler(BaseRequestHandler):
    """One member of the room, for as long as its connection lasts."""

    members: ClassVar[set[BaseRequestHandler]] = set()
    names: ClassVar = count(1)
    lock: ClassVar = Lock()
    """Whoever sends, comes or goes holds it: two messages sent at once would get mixed up."""

    def handle(self) -> None:
        """Welcome the client, then pass on what it says until it says "exit" or leaves."""
        self.join()
        documents = JSONFramer()
        while chunk := self.request.recv(8192):
            for document in documents.feed(chunk):
                if not self.say(document):
                    return

    def finish(self) -> None:
        """Leave the room, also after an error."""
        with self.lock:
            self.members.discard(self)

    def join(self) -> None:
        """Take a name and a place in the room."""
        send_with_patience(self.request)
        with self.lock:
            self.name = f"guest {next(self.names)}"
            self.members.add(self)
            welcome = {"welcome": self.name, "here": len(self.members)}
            self.request.sendall(encode(welcome))

    def say(self, document: Message) -> bool:
        """Send a document to all; return False if the client has to leave."""
        try:
            value = decode(document.data)
        except ValueError as error:
            self.send_to([self], {"error": document.problem or str(error)})
            return not document.fatal
        if isinstance(value, str) and value.lower() == "exit":
            return False
        self.send_to(self.members, {"from": self.name, "says": value})
        return True

    def send_to(self, members: Iterable[BaseRequestHandler], value: Any) -> None:
        """Send `value` to some members; who cannot be reached is no longer one."""
        message = encode(value)
        with self.lock:
            for member in list(members):
                try:
                    member.request.sendall(message)
                except OSError:
                    self.members.discard(member)
                    # Where the connection is gone there is nothing to shut down.
                    with suppress(OSError):
                        member.request.shutdown(socket.SHUT_RDWR)


class ChatRoomDatagramHandler(BaseRequestHandler):
    """One message to the room; whoever has sent one is a member, until it sends "exit".

    A Unix client must bind its socket to hear anything: without an address it cannot be a member.
    """

    members: ClassVar[dict[Any, str]] = {}
    names: ClassVar = count(1)
    lock: ClassVar = Lock()

    def handle(self) -> None:
        """Welcome a new client, and pass on what it says until it says "exit"."""
        data, connection = self.request
        send_with_patience(connection)
        with self.lock:
            try:
                self.hear(decode(data))
            except ValueError as error:
                self.send_to([self.client_address], {"error": str(error)})

    def hear(self, value: Any) -> None:
        """Let the client in or out, and send `value` to all."""
        if isinstance(value, str) and value.lower() == "exit":
            self.members.pop(self.client_address, None)
            return
        address = self.client_address
        if address not in self.members and address and len(self.members) < SEATS:
            self.welcome()
        name = self.members.get(address, "a stranger")
        self.send_to(self.members, {"from": name, "says": value})

    def welcome(self) -> None:
        """Give the client a name and a place in the room."""
        name = self.members[self.client_address] = f"guest {next(self.names)}"
        welcome = {"welcome": name, "here": len(self.members)}
        self.send_to([self.client_address], welcome)

    def send_to(self, addresses: Iterable[Any], value: Any) -> None:
        """Send `value` to some addresses; where nobody is any more, there is no member."""
        message = encode(value)
        for address in filter(None, list(addresses)):
            try:
                self.request[1].sendto(message, address)
            except OSError:
                self.members.pop(address, None)
