"""Each state in a sentence, for who meets it for the first time."""

SOCKET_STATES = {
    "LISTEN": "The server waits for clients here.",
    "OPEN": "A datagram socket has no connections: it takes what arrives, from anyone.",
    "CONNECTED": "A datagram socket that has chosen one peer. Nothing was sent to agree on it.",
    "SYN_SENT": "Asked to connect, and not answered yet. Where the accept queue is full, it asks again "
    "and again.",
    "SYN_RECV": "A client has asked, the system has answered; the third packet of the greeting is missing.",
    "ESTABLISHED": "Connected: bytes can cross both ways.",
    "FIN_WAIT1": "This end has closed; the other has not confirmed it yet.",
    "FIN_WAIT2": "This end has closed and the other knows; the other end is still open.",
    "CLOSE_WAIT": 'The other end has closed. This one reads b"" and should call close(): '
    "only then does it end.",
    "CLOSING": "Both ends closed at the same moment.",
    "LAST_ACK": "Both ends have closed; the last confirmation is on its way.",
    "TIME_WAIT": "Closed. The system keeps the pair of addresses for a minute, so that late packets "
    "do not reach a new connection.",
    "CLOSE": "Not connected to anything.",
}
"""What a socket's state means."""

PROCESS_STATES = {
    "R": ("running", "It computes, or waits only for a free CPU."),
    "S": ("sleeping", "It waits for something: bytes, a client, a lock, time to pass."),
    "D": ("disk sleep", "It waits for a device, and cannot be disturbed."),
    "I": ("idle", "It has nothing to do."),
    "T": ("stopped", "A signal has stopped it; another lets it go on."),
    "t": ("traced", "A debugger has stopped it."),
    "Z": ("zombie", "It has ended. Only its exit code is kept, until its parent asks for it with wait()."),
    "X": ("dead", "It is being taken away."),
    "?": ("not told", "This system does not tell the state."),
}
"""A state's letter in a word and in a sentence."""

ZOMBIE = (
    "Z is a zombie: a child that has ended, and whose parent has not asked yet how. It holds no memory, "
    "only its entry. A forking server collects its children when a client comes, or once in a poll_interval."
)
"""For whoever sees one."""

_WAITS = (
    ("inet_csk_accept", "in accept()"),
    ("inet_csk_wait_for_connect", "in accept()"),
    ("poll_schedule", "in poll()"),
    ("do_poll", "in poll()"),
    ("do_select", "in select()"),
    ("ep_poll", "in epoll()"),
    ("wait_woken", "in recv()"),
    ("sk_wait_data", "in recv()"),
    ("tcp_recvmsg", "in recv()"),
    ("__skb_wait_for_more", "in recvfrom()"),
    ("unix_stream_data_wait", "in recv()"),
    ("unix_stream_read", "in recv()"),
    ("sk_stream_wait_memory", "in send()"),
    ("sock_alloc_send", "in send()"),
    ("hrtimer_nanosleep", "in sleep()"),
    ("do_nanosleep", "in sleep()"),
    ("futex", "for a lock"),
    ("anon_pipe_read", "for a pipe"),
    ("pipe_read", "for a pipe"),
    ("pipe_wait", "for a pipe"),
    ("do_wait", "for a child"),
    ("kernel_wait", "for a child"),
)


def waits_for(kernel_function: str) -> str:
    """Return what a thread waits in or for, in Python's words; the kernel's own where we know none."""
    known = (words for start, words in _WAITS if kernel_function.startswith(start))
    return next(known, f"in {kernel_function}")
