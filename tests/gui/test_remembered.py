"""What the window remembers from one time to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from core.spec import Concurrency, OwnCode, ServerSpec, Transport
from gui.remembered import Remembered


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize(
    "spec",
    [
        ServerSpec(),
        ServerSpec(transport=Transport.UNIX_STREAM, path="/tmp/ü.sock", handler="echo"),
        ServerSpec(concurrency=Concurrency.THREADING, handler="slow", handler_options={"delay": 0.5}),
        ServerSpec(code=OwnCode(text="class H:\n    '''€'''\n", handler="H")),
    ],
    ids=str,
)
def test_a_server_comes_back_as_it_was(store: QSettings, spec: ServerSpec) -> None:
    Remembered(store).set_spec(spec)
    assert Remembered(store).spec() == spec


@pytest.mark.parametrize(
    "written",
    ["", "{", "[1]", "null", '"tcp"', '{"sky": 1}', '{"port": "x"}', '{"code": 5}', '{"code": {"a": 1}}'],
)
def test_what_is_no_server_is_as_good_as_none(store: QSettings, written: str) -> None:
    store.setValue("spec", written)
    assert Remembered(store).spec() == ServerSpec()


def test_messages_come_back_without_what_no_file_can_hold(store: QSettings) -> None:
    Remembered(store).set_messages(['{"a": 1}', "你好", "half \ud83d"])
    assert Remembered(store).messages() == ['{"a": 1}', "你好", "half ?"]


@pytest.mark.parametrize("written", ["", "{", "5", '{"a": 1}', "[1, 2]"])
def test_what_is_no_list_of_messages_is_as_good_as_none(store: QSettings, written: str) -> None:
    store.setValue("messages", written)
    assert Remembered(store).messages() == []
