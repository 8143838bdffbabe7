"""Examples to start from: whole programs, each of which also runs by itself, as `python file.py`."""

import ast
import re
from dataclasses import dataclass, replace
from importlib.resources import files

from core.analysis import analyse, fitting_spec
from core.framing import Framing
from core.parsing import parsed
from core.spec import ServerSpec
from core.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A program, and what to watch for in it; `framing` is how its messages end."""

    key: str
    title: Wording
    sentences: tuple[Wording, ...]
    text: str
    framing: Framing = Framing.RAW
    runs_itself: bool = False
    """True where the point is in the program's last lines, its own loop, which then has to run."""

    @property
    def file_name(self) -> str:
        """The name of the program's file."""
        return f"{self.key}.py"


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    framing: Framing = Framing.RAW
    runs_itself: bool = False


_ROWS = (
    _Row("tcp_server"),
    _Row("line_by_line", Framing.LINES),
    _Row("udp_server"),
    _Row("threaded_server"),
    _Row("access_list"),
    _Row("idle_timeout", Framing.LINES),
    _Row("forked_counter", Framing.LINES),
    _Row("race", Framing.LINES),
    _Row("lock", Framing.LINES),
    _Row("thread_pool"),
    _Row("two_servers", runs_itself=True),
    _Row("own_loop", Framing.LINES, runs_itself=True),
    _Row("article_server", Framing.JSON, runs_itself=True),
)
"""The examples in the order in which they are shown: from the plain ones to the tricky ones."""


def examples() -> tuple[Example, ...]:
    """Return all examples, read from their files."""
    return tuple(_read(row) for row in _ROWS)


def texts() -> tuple[Wording, ...]:
    """Return all titles and sentences, for translators: they stand in the examples' files, in no source."""
    return tuple(text for example in examples() for text in (example.title, *example.sentences))


def spec_for(example: Example, base: ServerSpec) -> ServerSpec:
    """Return the server that an example means; what it leaves open, the port for one, is as in `base`."""
    spec = fitting_spec(analyse(example.text), example.text, example.file_name, base)
    assert spec.code is not None
    code = replace(spec.code, framing=example.framing, runs_itself=example.runs_itself)
    return replace(spec, code=code)


def _read(row: _Row) -> Example:
    path = files("resources").joinpath("examples", f"{row.key}.py")
    text = path.read_text(encoding="utf-8")
    title, sentences = _told(text)
    return Example(
        key=row.key,
        title=Wording.of(title, {}),
        sentences=tuple(Wording.of(sentence, {}) for sentence in sentences),
        text=text,
        framing=row.framing,
        runs_itself=row.runs_itself,
    )


_SENTENCE = re.compile(r".+?[.!?](?=\s|$)")


def _told(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the title and the sentences from a program's docstring, which begins with the title's line."""
    title, _, rest = (ast.get_docstring(parsed(text)) or "").partition("\n")
    sentences = _SENTENCE.findall(" ".join(rest.split()))
    return title, tuple(sentence.strip() for sentence in sentences)
