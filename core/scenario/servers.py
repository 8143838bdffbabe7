"""A server of a scenario file → a `ServerSpec`, and back."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from core.scenario.scenario import Server
from core.spec import OwnCode, ServerSpec, SpecError

_DEFAULTS = ServerSpec()

_DEFAULT_FILE = "server.py"

_ALWAYS = ("transport", "concurrency", "handler", "loop")
"""What a description that does not mention it means the default of."""

_ADDRESS = frozenset({"host", "port", "path"})

_NOT_WRITTEN = frozenset({"code"})

SPEC_FIELDS = frozenset(field.name for field in fields(ServerSpec)) - _NOT_WRITTEN
"""The names that `Server.spec` may hold."""


def spec_of(server: Server) -> ServerSpec:
    """Return the server that is described; raises `SpecError` for one that cannot be."""
    if unknown := sorted(set(server.spec) - SPEC_FIELDS):
        raise SpecError(unknown[0], f"A server has no field {unknown[0]}.")
    spec = ServerSpec(**server.spec)
    if server.example:
        from core.gallery import spec_for  # reads programs: a window has no use for that until a lesson has

        return spec_for(_example(server.example), spec)
    return replace(spec, code=_code_of(server)) if server.code else spec


def server_of(spec: ServerSpec) -> Server:
    """Return how a file describes a server: only what differs from the defaults."""
    values = asdict(spec)
    written = {
        name: _plain(values[name])
        for name in SPEC_FIELDS
        if values[name] is not None and values[name] != getattr(_DEFAULTS, name)
    }
    if spec.code is None:
        return Server(spec=dict(sorted(written.items())))
    code = spec.code
    return Server(
        spec=dict(sorted(written.items())),
        code=code.text,
        file="" if code.name == _DEFAULT_FILE else code.name,
        code_handler=code.handler,
        code_server=code.server,
        framing=str(code.framing),
        runs_itself=code.runs_itself,
    )


def describes(server: Server, spec: ServerSpec) -> bool:
    """Tell whether `spec` is a server as it is described.

    Of the options only those count that the description mentions, for a learner may have set others before;
    of the address nothing counts.
    """
    wanted = spec_of(server)
    if (spec.code is None) is not (wanted.code is None):
        return False
    if spec.code and wanted.code and spec.code.text.split() != wanted.code.text.split():
        return False
    # Not as they are written, but as they came out: an example's own lines may say otherwise.
    names = set(server.spec) | (set() if wanted.code else set(_ALWAYS))
    return all(str(getattr(spec, name)) == str(getattr(wanted, name)) for name in names - _ADDRESS)


def _code_of(server: Server) -> OwnCode:
    chosen: Mapping[str, Any] = {"framing": server.framing} if server.framing else {}
    return OwnCode(
        text=server.code,
        name=server.file or _DEFAULT_FILE,
        handler=server.code_handler,
        server=server.code_server,
        runs_itself=server.runs_itself,
        **chosen,
    )


def _example(key: str) -> Any:
    from core.gallery import examples

    for example in examples():
        if example.key == key:
            return example
    raise SpecError("example", f"There is no example {key!r}.")


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value
