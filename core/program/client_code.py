"""What the exported clients are made of: each takes from here the functions that it needs.

One thread prints what the server says while another waits for what is typed, so that neither has to take
turns.  Replies go to standard output, everything else to standard error: `python client.py < questions.txt >
replies.txt` works.
"""

import codecs
import json
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

WAIT = 2.0
"""Seconds to wait for a datagram: nothing ever says that none will come."""


# Printing what comes over a stream -------------------------------------------------------------------------


def print_documents(connection: socket.socket) -> None:
    """Print each JSON document that the server sends, until it ends the conversation."""
    # Half a character is kept until its other half comes.
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = ""
    while chunk := receive(connection):
        documents, text = whole_documents(text + decoder.decode(chunk))
        for document in documents:
            print(document, flush=True)
    if text.strip():
        print(text, flush=True)


def whole_documents(text: str) -> tuple[list[str], str]:
    """Return the JSON documents that are whole by now, and the rest of the text."""
    documents = []
    while text := text.lstrip():
        try:
            _value, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            break  # The rest of it is yet to come.
        if end == len(text) and text[-1].isdigit():
            break  # 12 may be the beginning of 123.
        documents.append(text[:end])
        text = text[end:]
    return documents, text


def print_lines(connection: socket.socket) -> None:
    """Print each line that the server sends, until it ends the conversation."""
    line = b""
    while chunk := receive(connection):
        *lines, line = (line + chunk).split(b"\n")
        for whole in lines:
            print(whole.decode("utf-8", "replace"), flush=True)
    if line:
        print(line.decode("utf-8", "replace"), flush=True)


def print_messages(connection: socket.socket) -> None:
    """Print each message that the server sends; four bytes before it say how long it is."""
    buffer = b""
    while chunk := receive(connection):
        buffer += chunk
        while len(buffer) >= 4:
            end = 4 + int.from_bytes(buffer[:4], "big")
            if len(buffer) < end:
                break  # The rest of it is yet to come.
            print(buffer[4:end].decode("utf-8", "replace"), flush=True)
            buffer = buffer[end:]


def print_bytes(connection: socket.socket) -> None:
    """Print what the server sends just as it comes, until it ends the conversation."""
    while chunk := receive(connection):
        sys.stdout.buffer.write(chunk)
        sys.stdout.flush()


def receive(connection: socket.socket) -> bytes:
    """Return what the server sends next, b"" if the conversation is over."""
    try:
        chunk = connection.recv(65536)
    except ConnectionError as error:
        print("The connection is broken:", error, file=sys.stderr)
        return b""
    if not chunk:
        # Nobody reads what is typed from now on: sending it shall fail at once.
        with suppress(OSError):
            connection.shutdown(socket.SHUT_WR)
        print("The server has ended the conversation (Enter leaves).", file=sys.stderr)
    return chunk


# Sending what is typed over a stream -----------------------------------------------------------------------


def send_typed(connection: socket.socket, packed: Callable[[str], bytes]) -> None:
    """Send each line that is typed, until no more come or the conversation is over."""
    try:
        for line in sys.stdin:
            connection.sendall(packed(line))
        # This side has said all that it had to say; the server may go on.
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # The conversation is over: receive() says how it ended.


def as_typed(line: str) -> bytes:
    """Return the bytes of a line, with the newline that Enter makes."""
    return line.encode()


def with_newline(line: str) -> bytes:
    """Return the bytes of a line, with a newline even if the last line has none."""
    return line.rstrip("\n").encode() + b"\n"


def with_length(line: str) -> bytes:
    """Return the bytes of a line after four bytes that say how many they are."""
    message = line.rstrip("\n").encode()
    return len(message).to_bytes(4, "big") + message


# Datagrams -------------------------------------------------------------------------------------------------


def ask_each_line(connection: socket.socket) -> None:
    """Send each line that is typed as a datagram, and print the one that comes back."""
    connection.settimeout(WAIT)
    for line in sys.stdin:
        try:
            connection.send(line.rstrip("\n").encode())
            print(connection.recv(65536).decode("utf-8", "replace"), flush=True)
        except TimeoutError:
            print("No reply came within", WAIT, "seconds.", file=sys.stderr)
        except OSError as error:
            print("That did not work:", error, file=sys.stderr)


def print_datagrams(connection: socket.socket) -> None:
    """Print each datagram that the server sends."""
    try:
        while True:
            print(connection.recv(65536).decode("utf-8", "replace"), flush=True)
    except OSError as error:
        print("No more can be heard:", error, file=sys.stderr)


def send_datagrams(connection: socket.socket) -> None:
    """Send each line that is typed as a datagram."""
    for line in sys.stdin:
        try:
            connection.send(line.rstrip("\n").encode())
        except OSError as error:
            print("That did not work:", error, file=sys.stderr)
