"""How a process ended, in words."""

import signal


def explain_exit(returncode: int) -> str:
    """Return in words how a process ended, from its `subprocess.Popen.returncode`."""
    if returncode < 0:
        return _killed_by(-returncode)
    unknown = (
        f"ended with code {returncode}: something called os._exit({returncode}) or sys.exit({returncode})"
    )
    return _CODES.get(returncode, unknown)


def _killed_by(number: int) -> str:
    try:
        name = signal.Signals(number).name
    except ValueError:  # real-time signals have no names of their own
        return f"killed by signal {number}"
    meaning = _SIGNALS.get(name, "")
    return f"killed by {name} (signal {number})" + (f": {meaning}" if meaning else "")


PROGRAM_ENDED = 90
"""How `core.process` ends when a learner's program came to its end by itself."""

LOOP_ENDED = 91
"""How it ends when the server's loop did, though nobody had pressed Stop."""

_CODES = {
    PROGRAM_ENDED: "ended by itself: the program's last line was done",
    LOOP_ENDED: "ended by itself: something called the server's shutdown(), so its loop came to an end",
    0: "ended",
    1: "ended with code 1: an exception that nobody caught, os._exit(1) or sys.exit(1)",
    # What Windows says instead of a signal (NTSTATUS), as subprocess hands it on.
    0xC0000005: "crashed: it read or wrote memory that is not its own (access violation)",
    0xC00000FD: "crashed: it called functions too deeply (stack overflow)",
    0xC0000409: "crashed: it destroyed its own stack",
    0xC000013A: "ended by Ctrl+C",
}

_SIGNALS = {
    "SIGABRT": "it gave up itself, after an inner check failed (abort)",
    "SIGALRM": "an alarm that it had set went off, and nothing took care of it",
    "SIGBUS": "it touched memory that is not there, in a file that became shorter perhaps",
    "SIGFPE": "it calculated something impossible, a division by zero in C code perhaps",
    "SIGHUP": "the terminal that it belonged to was closed",
    "SIGILL": "it came to something that this processor cannot do",
    "SIGINT": "somebody pressed Ctrl+C",
    "SIGKILL": "somebody killed it outright, or the system did because memory ran out",
    "SIGPIPE": "it wrote to a pipe or socket that nobody reads any more",
    "SIGQUIT": "somebody pressed Ctrl+\\ in its terminal",
    "SIGSEGV": "it touched memory that is not its own: a mistake in C code, or functions called too deeply",
    "SIGSYS": "it asked the system for something that a security rule forbids",
    "SIGTERM": "somebody asked it politely to end",
    "SIGTRAP": "it came to a breakpoint that no debugger was waiting for",
    "SIGXCPU": "it used more processor time than it was allowed",
    "SIGXFSZ": "it wrote a file longer than it was allowed",
}
