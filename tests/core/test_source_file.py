import os
from pathlib import Path

import pytest

from core.source_file import SourceError, read_source
from core.spec import CODE_LIMIT


def code_of_failure(path: Path | str) -> str:
    with pytest.raises(SourceError) as caught:
        read_source(str(path))
    explanation = caught.value.explanation
    assert explanation.what
    assert explanation.why
    assert explanation.hint
    return explanation.code


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"print()\r\nprint()\r", "print()\nprint()\n"),
        ("# Grüße 你好\n".encode(), "# Grüße 你好\n"),
        (b"\xef\xbb\xbfprint()\n", "print()\n"),
        ("# -*- coding: latin-1 -*-\n'é'\n".encode("latin-1"), "# -*- coding: latin-1 -*-\n'é'\n"),
        ("#!/bin/python\n# coding: gbk\n'你好'\n".encode("gbk"), "#!/bin/python\n# coding: gbk\n'你好'\n"),
    ],
)
def test_a_file_is_read_as_python_reads_it(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "server.py"
    path.write_bytes(data)
    assert read_source(str(path)) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x7fELF\0\0", "source-not-text"),
        (b"x = 1\n'\xff'\n", "source-not-text"),
        (b"# coding: klingon\n", "source-not-text"),
        (b"# coding: hex\n", "source-not-text"),
        (b"# coding: utf-16\nabcdef\n", "source-not-text"),
        (b"# coding: utf-7\n'+2AA-'\n", "source-not-text"),
        (b"#" * (CODE_LIMIT + 1), "source-too-large"),
        (b"# coding: latin-1\n" + b"#" + b"\xe9" * (CODE_LIMIT - 20), "source-too-large"),
    ],
)
def test_what_is_no_python_text_is_explained(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "server.py"
    path.write_bytes(data)
    assert code_of_failure(path) == code


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "server.py"
    path.write_bytes(b"#" * CODE_LIMIT)
    assert len(read_source(str(path))) == CODE_LIMIT


def test_the_line_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "server.py"
    path.write_bytes(b"a = 1\nb = 2\nc = '\xe9'\n")
    with pytest.raises(SourceError, match="line 3 is not UTF-8"):
        read_source(str(path))


def test_what_is_not_there_or_no_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file.py").touch()
    assert code_of_failure(tmp_path / "missing.py") == "source-missing"
    assert code_of_failure(tmp_path / "file.py" / "server.py") == "source-missing"
    assert code_of_failure("server\0.py") == "source-unreadable"
    assert code_of_failure(tmp_path / ("long" * 100)) == "source-unreadable"


@pytest.mark.skipif(os.name == "nt", reason="Windows says that a folder may not be read")
def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert code_of_failure(tmp_path) == "source-not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_that_nobody_writes_to_does_not_keep_one_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert code_of_failure(tmp_path / "pipe.py") == "source-not-a-file"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no such device here")
def test_a_device_without_end_is_no_file() -> None:
    assert code_of_failure("/dev/zero") == "source-not-a-file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "server.py"
    path.touch()
    path.chmod(0)
    assert code_of_failure(path) == "source-forbidden"


def test_nothing_in_the_file_is_run(tmp_path: Path) -> None:
    path = tmp_path / "server.py"
    path.write_text(f"open({str(tmp_path / 'proof')!r}, 'w')\n")
    read_source(str(path))
    assert not (tmp_path / "proof").exists()
