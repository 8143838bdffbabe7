"""The same server, unobserved: `python -m tests.bench.bare_server TRANSPORT CONCURRENCY`.

Says its port, and ends with its standard input.
"""

import contextlib
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator

from core import Concurrency, ServerSpec, Transport
from core.servers import handler_class, server_class
from tests.bench.child import ROOT, command


def main(transport: str, concurrency: str) -> None:
    """Serve on a worker thread, as a server of the lab does."""
    warnings.filterwarnings("ignore", message=".*fork.*", category=DeprecationWarning)
    spec = ServerSpec(transport=Transport(transport), concurrency=Concurrency(concurrency))
    server = server_class(spec)(("127.0.0.1", 0), handler_class(spec))
    threading.Thread(target=server.serve_forever, args=(spec.poll_interval,), daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


@contextlib.contextmanager
def bare_server(spec: ServerSpec) -> Iterator[tuple[int, int]]:
    """Run one; gives its pid and its port."""
    words = command("bare_server", spec.transport, spec.concurrency)
    pipe = subprocess.PIPE
    with subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.pid, int(process.stdout.readline())
        process.stdin.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
