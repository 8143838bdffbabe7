"""Each state in a sentence, for who meets it for the first time."""

from core.wording import Wording, worded

SOCKET_STATES = {
    "LISTEN": worded("The server waits for clients here."),
    "OPEN": worded("A datagram socket has no connections: it takes what arrives, from anyone."),
    "CONNECTED": worded("A datagram socket that has chosen one peer. Nothing was sent to agree on it."),
    "SYN_SENT": worded(
        "Asked to connect, and not answered yet. Where the accept queue is full, it asks again and again."
    ),
    "SYN_RECV": worded(
        "A client has asked, the system has answered; the third packet of the greeting is missing."
    ),
    "ESTABLISHED": worded("Connected: bytes can cross both ways."),
    "FIN_WAIT1": worded("This end has closed; the other has not confirmed it yet."),
    "FIN_WAIT2": worded("This end has closed and the other knows; the other end is still open."),
    "CLOSE_WAIT": worded(
        'The other end has closed. This one reads b"" and should call close(): only then does it end.'
    ),
    "CLOSING": worded("Both ends closed at the same moment."),
    "LAST_ACK": worded("Both ends have closed; the last confirmation is on its way."),
    "TIME_WAIT": worded(
        "Closed. The system keeps the pair of addresses for a minute, so that late packets "
        "do not reach a new connection."
    ),
    "CLOSE": worded("Not connected to anything."),
}
"""What a socket's state means."""

PROCESS_STATES = {
    "R": (worded("running"), worded("It computes, or waits only for a free CPU.")),
    "S": (worded("sleeping"), worded("It waits for something: bytes, a client, a lock, time to pass.")),
    "D": (worded("disk sleep"), worded("It waits for a device, and cannot be disturbed.")),
    "I": (worded("idle"), worded("It has nothing to do.")),
    "T": (worded("stopped"), worded("A signal has stopped it; another lets it go on.")),
    "t": (worded("traced"), worded("A debugger has stopped it.")),
    "Z": (
        worded("zombie"),
        worded("It has ended. Only its exit code is kept, until its parent asks for it with wait()."),
    ),
    "X": (worded("dead"), worded("It is being taken away.")),
    "?": (worded("not told"), worded("This system does not tell the state.")),
}
"""A state's letter in a word and in a sentence."""

ZOMBIE = worded(
    "Z is a zombie: a child that has ended, and whose parent has not asked yet how. It holds no "
    "memory, only its entry. A forking server collects its children when a client comes, or once "
    "in a poll_interval."
)
"""For whoever sees one."""

_WAITS = (
    ("inet_csk_accept", worded("in accept()")),
    ("inet_csk_wait_for_connect", worded("in accept()")),
    ("poll_schedule", worded("in poll()")),
    ("do_poll", worded("in poll()")),
    ("do_select", worded("in select()")),
    ("ep_poll", worded("in epoll()")),
    ("wait_woken", worded("in recv()")),
    ("sk_wait_data", worded("in recv()")),
    ("tcp_recvmsg", worded("in recv()")),
    ("__skb_wait_for_more", worded("in recvfrom()")),
    ("unix_stream_data_wait", worded("in recv()")),
    ("unix_stream_read", worded("in recv()")),
    ("sk_stream_wait_memory", worded("in send()")),
    ("sock_alloc_send", worded("in send()")),
    ("hrtimer_nanosleep", worded("in sleep()")),
    ("do_nanosleep", worded("in sleep()")),
    ("futex", worded("for a lock")),
    ("anon_pipe_read", worded("for a pipe")),
    ("pipe_read", worded("for a pipe")),
    ("pipe_wait", worded("for a pipe")),
    ("do_wait", worded("for a child")),
    ("kernel_wait", worded("for a child")),
)


def waits_for(kernel_function: str) -> Wording:
    """Return what a thread waits in or for, in Python's words; the kernel's own where we know none."""
    known = (words for start, words in _WAITS if kernel_function.startswith(start))
    return next(known, None) or worded("in {function}", function=kernel_function)
