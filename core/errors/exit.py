"""How a process ended, in words."""

import signal

from core.wording import Wording, worded


def explain_exit(returncode: int) -> Wording:
    """Return in words how a process ended, from its `subprocess.Popen.returncode`."""
    if returncode < 0:
        return _killed_by(-returncode)
    return _CODES.get(returncode) or worded(
        "ended with code {code}: something called os._exit({code}) or sys.exit({code})", code=returncode
    )


def _killed_by(number: int) -> Wording:
    try:
        name = signal.Signals(number).name
    except ValueError:  # real-time signals have no names of their own
        return worded("killed by signal {number}", number=number)
    meaning = _SIGNALS.get(name)
    if meaning is None:
        return worded("killed by {name} (signal {number})", name=name, number=number)
    return worded("killed by {name} (signal {number}): {meaning}", name=name, number=number, meaning=meaning)


PROGRAM_ENDED = 90
"""How `core.process` ends when a learner's program came to its end by itself."""

LOOP_ENDED = 91
"""How it ends when the server's loop did, though nobody had pressed Stop."""

_CODES = {
    PROGRAM_ENDED: worded("ended by itself: the program's last line was done"),
    LOOP_ENDED: worded(
        "ended by itself: something called the server's shutdown(), so its loop came to an end"
    ),
    0: worded("ended"),
    1: worded("ended with code 1: an exception that nobody caught, os._exit(1) or sys.exit(1)"),
    # What Windows says instead of a signal (NTSTATUS), as subprocess hands it on.
    0xC0000005: worded("crashed: it read or wrote memory that is not its own (access violation)"),
    0xC00000FD: worded("crashed: it called functions too deeply (stack overflow)"),
    0xC0000409: worded("crashed: it destroyed its own stack"),
    0xC000013A: worded("ended by Ctrl+C"),
}

_SIGNALS = {
    "SIGABRT": worded("it gave up itself, after an inner check failed (abort)"),
    "SIGALRM": worded("an alarm that it had set went off, and nothing took care of it"),
    "SIGBUS": worded("it touched memory that is not there, in a file that became shorter perhaps"),
    "SIGFPE": worded("it calculated something impossible, a division by zero in C code perhaps"),
    "SIGHUP": worded("the terminal that it belonged to was closed"),
    "SIGILL": worded("it came to something that this processor cannot do"),
    "SIGINT": worded("somebody pressed Ctrl+C"),
    "SIGKILL": worded("somebody killed it outright, or the system did because memory ran out"),
    "SIGPIPE": worded("it wrote to a pipe or socket that nobody reads any more"),
    "SIGQUIT": worded("somebody pressed Ctrl+\\ in its terminal"),
    "SIGSEGV": worded(
        "it touched memory that is not its own: a mistake in C code, or functions called too deeply"
    ),
    "SIGSYS": worded("it asked the system for something that a security rule forbids"),
    "SIGTERM": worded("somebody asked it politely to end"),
    "SIGTRAP": worded("it came to a breakpoint that no debugger was waiting for"),
    "SIGXCPU": worded("it used more processor time than it was allowed"),
    "SIGXFSZ": worded("it wrote a file longer than it was allowed"),
}
