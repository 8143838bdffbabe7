"""What is noticed about the translators' files, and what is read in the sources for them."""

from pathlib import Path

import pytest

from tests import translations
from tests.translations import Message, Text, texts_in

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Greeter</name>
    <message>
        <source>An old sentence that no source says any more</source>
        <translation>一句旧话</translation>
    </message>
</context>
</TS>
"""


def problems(source: str, said: str, is_finished: bool = True) -> list[str]:
    return [*Message("context", source, "", said, is_finished).problems()]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Start", "启动"),
        ("&Start", "启动(&S)"),
        ("S&top", "停止(&T)"),
        ("TCP", "TCP"),
        ("{port} is taken by {who}.", "{who} 占用了 {port}。"),
        ("{0} of {0}", "{0}"),
        ('{"Say": "HELLO"} is JSON', '{"Say": "HELLO"} 是 JSON'),
        ("<b>bold</b>", "<b>粗体</b>"),
        ("A && B", "甲 && 乙"),
    ],
)
def test_a_whole_translation_has_no_problem(source: str, said: str) -> None:
    assert problems(source, said) == []


@pytest.mark.parametrize(
    ("source", "said", "problem"),
    [
        ("Start", "", "is empty"),
        ("Start", " ", "is empty"),
        ("Choose one above and press Start.", "Choose one above and press Start.", "is still English"),
        ("{port} is taken.", "端口被占用。", "has none where the source has {port}"),
        ("{0} and {1}", "{0} 和 {2}", "has {0}, {2} where the source has {0}, {1}"),
        ("%n bytes", "字节", "has none where the source has %n"),
        ("&Start", "启动", "has none where the source has s"),
        ("&Start", "启动(&T)", "has t where the source has s"),
        ("<b>bold</b>", "<b>粗体", "has <b> where the source has </b>, <b>"),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(source: str, said: str, problem: str) -> None:
    assert problems(source, said) == [problem]


def test_a_translation_that_is_not_finished_is_told() -> None:
    assert problems("Start", "启动", is_finished=False) == ["is unfinished"]


SOURCE = """
class Greeter(QWidget):
    def greet(self, name):
        return self.tr("Hello " "{0}").format(name)

def label():
    return _tr("a label")

def _tr(text):
    return QCoreApplication.translate("greetings", text)

PLAIN = worded("Stop the program.")
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "greeter.py"
    path.write_text(SOURCE, "utf-8")
    return path


def test_every_way_to_say_something_is_found_with_its_context(source: Path) -> None:
    found = {(text.call, text.context, text.said) for text in texts_in(source)}
    assert found == {
        ("tr", "", "Hello {0}"),
        ("_tr", "greetings", "a label"),
        ("worded", "core", "Stop the program."),
    }


@pytest.mark.parametrize(
    "line",
    ["self.tr(NAME)", 'self.tr(f"hello {name}")', "map(self.tr, NAMES)", "worded(NAME)", 'worded("a" + "b")'],
)
def test_what_no_tool_could_find_is_told_with_its_place(source: Path, line: str) -> None:
    source.write_text(f"\n{line}\n", "utf-8")
    (text,) = texts_in(source)
    assert text == Text(f"{source}:2", "worded" if "worded" in line else "tr", text.context, "")


def test_a_file_that_is_behind_the_sources_is_told(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "_sources", lambda package: [source] if package == "gui" else [])
    monkeypatch.setattr("core.gallery.texts", tuple)
    ts = tmp_path / "lab_zh_CN.ts"
    ts.write_text(TS, "utf-8")
    missing = [line for line in translations.differences(ts) if "is missing" in line]
    assert [line.partition(" is missing")[0] for line in sorted(missing)] == [
        "Greeter: 'Hello {0}'",
        "core: 'Stop the program.'",
        "greetings: 'a label'",
    ]
    assert "Greeter: 'An old sentence that no source says any more' is in no source any more" in (
        translations.differences(ts)
    )
    assert ts.read_text("utf-8") == TS


def test_a_file_that_was_brought_up_to_date_stays_as_it_is(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "_sources", lambda package: [source] if package == "gui" else [])
    monkeypatch.setattr("core.gallery.texts", tuple)
    ts = tmp_path / "lab_zh_CN.ts"
    ts.write_text(TS, "utf-8")
    translations.run_lupdate(ts)
    once = ts.read_bytes()
    translations.run_lupdate(ts)
    assert ts.read_bytes() == once
    assert translations.differences(ts) == []
