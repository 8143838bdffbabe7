"""The library's own tests with our classes in the place of its own; run as a program.

    python -m tests.core.library_tests composed|observed        names the tests that pass; fails as they do

`test.test_socketserver` imports a stand-in for `socketserver` in which every server class is made by
`core.servers`, and, if it shall be so, observed.  The module itself is not changed.
"""

import itertools
import socketserver
import sys
import types
import unittest
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module

from core.observe import observed
from core.servers import server_class
from core.spec import Concurrency, ServerSpec, Transport, unavailable
from core.witness import Straight, Witness

Wrap = Callable[[type[socketserver.TCPServer]], type[socketserver.TCPServer]]

KINDS: dict[str, Wrap] = {
    "composed": lambda kind: kind,
    "observed": lambda kind: observed(kind, Witness(Straight(lambda event: None))),
}

_PREFIX = {
    Concurrency.ONE_AT_A_TIME: "",
    Concurrency.THREADING: "Threading",
    Concurrency.FORKING: "Forking",
}
_NAME = {
    Transport.TCP: "TCPServer",
    Transport.UDP: "UDPServer",
    Transport.UNIX_STREAM: "UnixStreamServer",
    Transport.UNIX_DATAGRAM: "UnixDatagramServer",
}

LEFT_OUT = "test_all"
"""It compares the module's `__all__` with what was defined in it, which no stand-in can pass."""


def our_classes(wrap: Wrap) -> Iterator[tuple[str, type[socketserver.TCPServer]]]:
    """Give each class that this system can have, under its name in the library."""
    for transport, concurrency in itertools.product(Transport, Concurrency):
        if not unavailable(transport, concurrency):
            spec = ServerSpec(transport=transport, concurrency=concurrency)
            yield f"{_PREFIX[concurrency]}{_NAME[transport]}", wrap(server_class(spec))


def stand_in(wrap: Wrap) -> types.ModuleType:
    """Return a module like `socketserver`, with our classes."""
    module = types.ModuleType("socketserver")
    module.__dict__.update(vars(socketserver))
    module.__dict__.update(our_classes(wrap))
    return module


def suite(kind: str) -> unittest.TestSuite:
    """Load the library's tests for our classes of that kind."""
    module = stand_in(KINDS[kind])
    sys.modules["socketserver"] = module
    tests = import_module("test.test_socketserver")
    for name in ("ForkingUnixStreamServer", "ForkingUnixDatagramServer"):
        if hasattr(tests, name):  # before Python 3.12 the tests make them themselves
            setattr(tests, name, getattr(module, name))
    return without(LEFT_OUT, unittest.defaultTestLoader.loadTestsFromModule(tests))


def without(name: str, found: unittest.TestSuite) -> unittest.TestSuite:
    """Return the suite without the tests of that name."""
    kept = unittest.TestSuite()
    for test in found:
        if isinstance(test, unittest.TestSuite):
            kept.addTest(without(name, test))
        elif not test.id().endswith(f".{name}"):
            kept.addTest(test)
    return kept


class NamingResult(unittest.TextTestResult):
    """Prints, to standard output, the name of each test that passes."""

    def addSuccess(self, test: unittest.TestCase) -> None:
        super().addSuccess(test)
        print(test.id().rpartition(".")[2])


def main(kind: str) -> int:
    """Run the tests; 0 when none failed."""
    warnings.simplefilter("error")
    # The tests fork beside their own threads, which Python from 3.12 on warns about.
    warnings.filterwarnings("ignore", message=".*fork", category=DeprecationWarning)
    runner = unittest.TextTestRunner(resultclass=NamingResult)  # type: ignore[arg-type]  # generic only in stubs
    result = runner.run(suite(kind))
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
