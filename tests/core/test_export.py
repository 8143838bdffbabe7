import os
import stat
import subprocess
from pathlib import Path

import pytest

from core.program import (
    ExportError,
    client_program,
    export,
    in_the_way,
    server_program,
    single_program,
)
from core.spec import OwnCode, ServerSpec, Transport
from tests.core.exported import ISOLATED

NAMES = ["both.py", "client.py", "server.py"]

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_three_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    spec = ServerSpec(handler="slow", handler_options={"delay": 0.5}, port=80)
    paths = export(spec, tmp_path)
    assert names_in(tmp_path) == NAMES
    assert [path.name for path in paths] == ["server.py", "client.py", "both.py"]
    for path, program in zip(
        paths, (server_program(spec), client_program(spec), single_program(spec)), strict=True
    ):
        assert path.read_bytes() == program.text.encode()  # "\n" everywhere, also on Windows


def test_the_client_is_told_where_the_running_server_is(tmp_path: Path) -> None:
    export(ServerSpec(), str(tmp_path), address=("127.0.0.1", 4321))
    assert "4321" in (tmp_path / "client.py").read_text()


def test_the_files_may_be_read_by_whom_other_new_files_may(tmp_path: Path) -> None:
    (tmp_path / "new").touch()
    export(ServerSpec(), tmp_path)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_files_are_replaced_only_if_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text("mine")
    assert in_the_way(tmp_path, ServerSpec()) == ("client.py",)
    with pytest.raises(ExportError) as refusal:
        export(ServerSpec(), tmp_path)
    assert refusal.value.explanation.code == "export-taken"
    assert "client.py" in refusal.value.explanation.why
    assert names_in(tmp_path) == ["client.py"]
    assert (tmp_path / "client.py").read_text() == "mine"
    export(ServerSpec(), tmp_path, replace=True)
    assert names_in(tmp_path) == NAMES
    assert (tmp_path / "client.py").read_text() != "mine"


def test_a_folder_that_is_not_there_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(ExportError) as refusal:
            export(ServerSpec(), folder)
        assert refusal.value.explanation.code == "export-missing"


@pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="nothing is forbidden here")
def test_a_folder_that_may_not_be_written_to_is_explained(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError) as refusal:
        export(ServerSpec(), tmp_path)
    tmp_path.chmod(0o700)
    assert refusal.value.explanation.code == "export-forbidden"


def test_a_folder_with_the_name_of_a_file_is_explained_and_nothing_half_is_left(tmp_path: Path) -> None:
    (tmp_path / "server.py").mkdir()
    with pytest.raises(ExportError) as refusal:
        export(ServerSpec(), tmp_path, replace=True)
    assert refusal.value.explanation.code == "export-folder-there"
    assert names_in(tmp_path) == ["server.py"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_every_explanation_has_its_three_sentences(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as refusal:
        export(ServerSpec(), "/dev/full", replace=True)
    found = refusal.value.explanation
    assert all(sentence.endswith(".") for sentence in (found.what, found.why, found.hint))


def test_own_code_is_written_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    text = (
        "# -*- coding: latin-1 -*-\n"
        "import socketserver\n"
        "class H(socketserver.BaseRequestHandler):\n"
        "    said = 'é'\n"
        "if __name__ == '__main__':\n"
        "    socketserver.TCPServer(('127.0.0.1', 0), H).server_close()\n"
        "    print(ascii(H.said))\n"
    )
    spec = ServerSpec(code=OwnCode(text=text, handler="H", runs_itself=True))
    export(spec, tmp_path)
    assert (tmp_path / "server.py").read_bytes() == text.encode("latin-1")
    for name in ("server.py", "both.py"):
        done = subprocess.run([*ISOLATED, str(tmp_path / name)], capture_output=True, text=True)
        assert done.stdout == "'\\xe9'\n", done.stderr
    broken = ServerSpec(code=OwnCode(text=text.replace("é", "語"), handler="H", runs_itself=True))
    with pytest.raises(ExportError) as refusal:
        export(broken, tmp_path, replace=True)
    assert refusal.value.explanation.code == "export-encoding"
    assert (tmp_path / "server.py").read_bytes() == text.encode("latin-1")


def test_a_program_with_a_mistake_is_not_written(tmp_path: Path) -> None:
    spec = ServerSpec(code=OwnCode(text="import socketserver\nclass H(:\n", handler="H"))
    with pytest.raises(ExportError) as refusal:
        export(spec, tmp_path)
    assert refusal.value.explanation.code == "export-broken"
    assert "line 2" in refusal.value.explanation.why
    assert names_in(tmp_path) == []


def test_no_program_tells_of_the_machine_that_wrote_it(tmp_path: Path) -> None:
    for transport in Transport:
        export(ServerSpec(transport=transport), tmp_path, replace=True)
        for path in tmp_path.iterdir():
            text = path.read_text(encoding="utf-8")
            assert str(Path.home()) not in text
            assert str(Path(__file__).parent) not in text


def leaning(folder: Path) -> ServerSpec:
    """Return a server whose program imports a module and a package from that folder."""
    (folder / "pack").mkdir(parents=True)
    (folder / "pack" / "__init__.py").write_bytes(b"")
    (folder / "pack" / "inner.py").write_bytes(b"x = 1\r\n")
    (folder / "one.py").write_bytes(b"import pack.inner\n")
    (folder / "other.py").write_bytes(b"")
    text = "import socketserver\nimport one\nclass H(socketserver.BaseRequestHandler):\n    pass\n"
    return ServerSpec(code=OwnCode(text=text, handler="H", folder=str(folder)))


def test_what_the_program_imports_from_its_folder_is_written_too_to_the_byte(tmp_path: Path) -> None:
    spec, home = leaning(tmp_path / "there"), tmp_path / "home"
    home.mkdir()
    export(spec, home)
    assert names_in(home) == ["both.py", "client.py", "one.py", "pack", "server.py"]
    assert (home / "pack" / "inner.py").read_bytes() == b"x = 1\r\n"
    (home / "one.py").write_text("mine")
    assert in_the_way(home, spec) == (
        *sorted(NAMES, key=["server.py", "client.py", "both.py"].index),
        "one.py",
    )


def test_an_export_into_the_programs_own_folder_leaves_alone_what_it_imports(tmp_path: Path) -> None:
    there = tmp_path / "there"
    spec = leaning(there)
    before = (there / "one.py").stat().st_mtime_ns
    assert [path.name for path in export(spec, there)] == ["server.py", "client.py", "both.py"]
    assert (there / "one.py").stat().st_mtime_ns == before


def test_an_import_that_cannot_be_read_is_explained_before_anything_is_written(tmp_path: Path) -> None:
    spec = leaning(tmp_path / "there")
    (tmp_path / "there" / "one.py").write_bytes(b"\0")
    with pytest.raises(ExportError) as refusal:
        export(spec, tmp_path)
    assert "one.py" in refusal.value.explanation.what
    assert names_in(tmp_path) == ["there"]
