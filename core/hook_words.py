"""What each method of the library is for, in one sentence, and where its documentation stands.

Also the waits that a thread may be in, and the steps of a client: all that a bar of the lanes can be.
"""

from dataclasses import dataclass

from core.wording import Wording, worded


@dataclass(frozen=True, slots=True)
class HookWords:
    """What a method does, in words that follow its name; `documented` is its name in the documentation."""

    name: str
    words: str
    documented: str

    @property
    def sentence(self) -> Wording:
        """Return all of it, such as "fileno() — returns the descriptor. socketserver.BaseServer.fileno"."""
        if not self.documented:
            return worded("{name}() — {words}.", name=self.name, words=self.words)
        return worded(
            "{name}() — {words}. {documented}", name=self.name, words=self.words, documented=self.documented
        )


def about(name: str) -> HookWords:
    """Return the words for a method, or for a call that waits; of an unknown one only its name."""
    return _BY_NAME.get(name) or HookWords(name, worded("a method that the library does not have"), "")


_SERVER = "socketserver.BaseServer"
_HANDLER = "socketserver.BaseRequestHandler"
_SOCKET = "socket.socket"

_ROWS = (
    ("server_bind", worded("binds the socket to the server's address; may be overridden"), _SERVER),
    (
        "server_activate",
        worded("makes the socket listen, where it is a stream's; may be overridden"),
        _SERVER,
    ),
    (
        "fileno",
        worded("returns the socket's file descriptor, for the selector that waits for requests"),
        _SERVER,
    ),
    (
        "serve_forever",
        worded("handles requests until shutdown() is called, and looks up at each poll interval"),
        _SERVER,
    ),
    ("handle_request", worded("waits for one request, at most until the timeout, and handles it"), _SERVER),
    (
        "service_actions",
        worded("called at each turn of the loop; does nothing unless it is overridden"),
        _SERVER,
    ),
    ("collect_children", worded("collects child processes that have ended"), "socketserver.ForkingMixIn"),
    ("handle_timeout", worded("called when no request came within the timeout; may be overridden"), _SERVER),
    ("get_request", worded("takes the next request: accepts a connection, or reads a datagram"), _SERVER),
    ("verify_request", worded("returns whether to go on with the request; may be overridden"), _SERVER),
    (
        "process_request",
        worded("calls finish_request(); the mix-ins do it in a new thread or a new process"),
        _SERVER,
    ),
    (
        "process_request_thread",
        worded("what a new thread runs: finish_request(), then shutdown_request()"),
        "socketserver.ThreadingMixIn",
    ),
    (
        "finish_request",
        worded("makes the handler: its setup(), handle() and finish() are called one after another"),
        _SERVER,
    ),
    (
        "handle_error",
        worded("called when a handler raises; prints the traceback unless it is overridden"),
        _SERVER,
    ),
    (
        "shutdown_request",
        worded("tells the peer that no more will be sent, then calls close_request()"),
        "socketserver.TCPServer",
    ),
    ("close_request", worded("closes the request's socket, in this process"), "socketserver.TCPServer"),
    ("shutdown", worded("tells the loop of serve_forever() to stop, and waits until it did"), _SERVER),
    (
        "server_close",
        worded("closes the server's socket; mix-ins wait for their threads or children"),
        _SERVER,
    ),
    ("setup", worded("called before handle(), to get things ready; may be overridden"), _HANDLER),
    ("handle", worded("does all the work for a request; what you write"), _HANDLER),
    (
        "finish",
        worded("called after handle(), to clean up, unless setup() raised; may be overridden"),
        _HANDLER,
    ),
    ("recv", worded("waits for bytes: the thread sleeps until some arrive or the peer leaves"), _SOCKET),
    ("recv_into", worded("waits for bytes, which go into a buffer that is there already"), _SOCKET),
    ("recvfrom", worded("waits for a datagram and for who sent it"), _SOCKET),
    (
        "recvfrom_into",
        worded("waits for a datagram, which goes into a buffer that is there already"),
        _SOCKET,
    ),
    ("recvmsg", worded("waits for bytes and what comes with them"), _SOCKET),
    ("recvmsg_into", worded("waits for bytes, which go into buffers that are there already"), _SOCKET),
    ("sleep", worded("waits until the time has passed; the thread does nothing else"), "time"),
    (
        "select",
        worded("the loop waits for the next request; it looks up at each poll"),
        "selectors.BaseSelector",
    ),
)

_BY_NAME = {name: HookWords(name, words, f"{place}.{name}") for name, words, place in _ROWS}
"""By a method's name: no two of them share one."""
