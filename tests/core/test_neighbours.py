"""The modules beside a program: found by reading, imported from their text alone, behind Python's own."""

import os
import py_compile
from dataclasses import replace
from pathlib import Path

import pytest

from core import Client, ServerHost, ServerSpec
from core.analysis import analyse, fitting_spec
from core.neighbours import NEIGHBOURS_READ, neighbours
from core.source_file import SourceError
from core.spec import OwnCode, SpecError
from tests.core.programs import printed

PROGRAM = """{imports}
import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall({answer})
"""


def names(folder: Path, text: str) -> list[str]:
    return [found.name for found in neighbours(OwnCode(text=text, folder=str(folder)))]


def write(folder: Path, **texts: str) -> None:
    """Write modules; two underscores in a name stand for a folder's slash."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


def answer(folder: Path, imports: str, answer: str) -> tuple[bytes, str]:
    """Run a program of that folder; return what its handler says, and what was printed."""
    text = PROGRAM.format(imports=imports, answer=answer)
    spec = fitting_spec(analyse(text), text, "mine.py", ServerSpec(), str(folder))
    with ServerHost(spec) as server, Client.to(server) as client:
        said = client.receive_bytes()
    return said, printed(server)


# Found by reading ------------------------------------------------------------------------------------------

SHAPES = {
    "import one": ["one.py"],
    "import one as two": ["one.py"],
    "from one import anything": ["one.py"],
    "from one import *": ["one.py"],
    "def f():\n    import one": ["one.py"],
    "try:\n    import one\nexcept ImportError:\n    one = None": ["one.py"],
    "import pack": ["pack/__init__.py"],
    "import pack.inner": ["pack/__init__.py", "pack/inner.py"],
    "from pack import inner": ["pack/__init__.py", "pack/inner.py"],
    "from bare import part": ["bare/part.py"],
    "import nothing, socket": [],
    "import random": [],
    "importlib.import_module('one')": [],
    "import (": [],
}


@pytest.mark.parametrize("text", SHAPES)
def test_the_files_that_a_program_imports_are_found(tmp_path: Path, text: str) -> None:
    write(tmp_path, one="", random="", pack__inner="", bare__part="")
    (tmp_path / "pack" / "__init__.py").touch()
    assert names(tmp_path, text) == SHAPES[text]


def test_what_these_import_is_found_too_once_each_and_relative_imports_with_it(tmp_path: Path) -> None:
    write(tmp_path, one="import two", two="import one\nfrom pack.inner import x")
    write(
        tmp_path, pack__inner="from . import other\nfrom .deep import y\nx = 1", pack__other="", pack__deep=""
    )
    found = names(tmp_path, "import one")
    assert sorted(found) == ["one.py", "pack/deep.py", "pack/inner.py", "pack/other.py", "two.py"]


def test_without_a_folder_nothing_is_found() -> None:
    assert neighbours(OwnCode(text="import core")) == ()


def test_no_more_than_so_many_files_are_read(tmp_path: Path) -> None:
    write(tmp_path, **{f"m{number}": f"import m{number + 1}" for number in range(NEIGHBOURS_READ + 20)})
    assert len(names(tmp_path, "import m0")) == NEIGHBOURS_READ


def test_a_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError) as caught:
        names(tmp_path, "import one")
    assert "one.py" in caught.value.explanation.what


def test_a_files_name_counts_for_what_it_may_run_as(tmp_path: Path) -> None:
    write(tmp_path, one="x = 1", two="x = 1")
    marks = {found.mark for found in neighbours(OwnCode(text="import one, two", folder=str(tmp_path)))}
    assert len(marks) == 2


@pytest.mark.parametrize("folder", ["here", "a\0b", 7])
def test_a_folder_without_a_whole_path_is_refused(folder: object) -> None:
    with pytest.raises(SpecError) as caught:
        OwnCode(text="", folder=folder)  # type: ignore[arg-type]
    assert caught.value.field == "folder"


# Imported --------------------------------------------------------------------------------------------------


def test_a_module_beside_the_program_is_imported_and_nothing_is_written_there(tmp_path: Path) -> None:
    write(tmp_path, one="from pack.inner import said", pack__inner="from .deep import said")
    write(tmp_path, pack__deep="said = b'deep'")
    assert answer(tmp_path, "import one", "one.said") == (b"deep", "")
    assert not list(tmp_path.rglob("__pycache__"))


def test_what_was_compiled_earlier_is_passed_over_for_the_text(tmp_path: Path) -> None:
    write(tmp_path, one="said = b'what nobody read'")
    source = tmp_path / "one.py"
    times = source.stat()
    py_compile.compile(str(source), doraise=True)
    source.write_text("said = b'what was  read  '")
    os.utime(source, ns=(times.st_atime_ns, times.st_mtime_ns))  # Python would take the old one for this
    assert answer(tmp_path, "import one", "one.said")[0] == b"what was  read  "


def test_a_module_named_like_one_of_pythons_does_not_hide_it_and_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, random="print('taken')", one="import random; said = str(random.choice('x')).encode()")
    said, output = answer(tmp_path, "import one, random", "one.said")
    assert said == b"x"
    assert "taken" not in output
    assert "random.py, beside mine.py, is not imported here" in output


def test_the_program_knows_where_its_file_is(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("read")
    where = "open(os.path.join(os.path.dirname(__file__), 'words.txt'), 'rb').read()"
    assert answer(tmp_path, "import os", where)[0] == b"read"


def test_a_program_with_a_class_from_beside_it_runs_itself(tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAM.format(imports="", answer="b'from one'"))
    text = (
        "import socketserver\nimport one\n\n"
        "class Server(socketserver.ThreadingTCPServer):\n    daemon_threads = True\n\n"
        "with Server(('127.0.0.1', 0), one.Handler) as server:\n    server.serve_forever(0.02)\n"
    )
    spec = fitting_spec(analyse(text), text, "mine.py", ServerSpec(), str(tmp_path))
    assert spec.code
    assert spec.code.runs_itself
    with ServerHost(spec) as server, Client.to(server) as client:
        assert client.receive_bytes() == b"from one"
    elsewhere = replace(spec, code=replace(spec.code, folder=""))
    assert neighbours(elsewhere.code or OwnCode(text="")) == ()
