"""A learner's own code → a program that stands by itself."""

from core.analysis import analyse
from core.program.imports import with_imports
from core.program.literals import indented
from core.program.places import places
from core.program.program import Program
from core.program.server import run_imports, run_lines, server_class, server_class_imports, server_program
from core.program.server_name import free_server_name
from core.spec import ServerSpec


def standing_program(spec: ServerSpec) -> Program:
    """Return the server's program as a file: where own code makes no server, what the lab makes is added."""
    if spec.code is None or spec.code.runs_itself:
        return server_program(spec)
    found = analyse(spec.code.text)
    if found.start or found.problem:
        return server_program(spec)
    handler = spec.code.handler or found.chosen()[0]
    server = spec.code.server or free_server_name(spec.code.text)
    added = [] if spec.code.server else [server_class(spec, server).rstrip()]
    start = ['if __name__ == "__main__":', *indented(run_lines(spec, server, handler))]
    text = "\n\n\n".join((spec.code.text.rstrip(), *added, "\n".join(start))) + "\n"
    needed = run_imports(spec) | (frozenset() if spec.code.server else server_class_imports(spec))
    text = with_imports(text, needed)
    return Program(text, places(text, handler, server))
