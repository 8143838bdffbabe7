"""The translators' files follow the sources: `python3 lab.py translations`; with "check", are they whole?

Qt's lupdate reads the sources and keeps the .ts files.  Some texts it would not find where the program looks
them up, and so it is given them in a file of their own: the wordings of core, which has no Qt, what a module
of functions says by its `_tr`, and what the examples say of themselves.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from core import gallery
from gui.language import CORE, TRANSLATIONS

ROOT = Path(__file__).resolve().parents[1]

OPTIONS = (
    *("-locations", "none", "-no-obsolete", "-sort-messages", "-silent", "-warnings-are-errors"),
    *("-source-language", "en"),
)
"""With these a .ts file changes only when a text does."""

PLACES = re.compile(
    r"\{\w*(?:[.:!\[][^{}]*)?\}|%n|%\d|</?(?:a|b|br|code|em|i|kbd|li|p|pre|span|tt|ul)\b[^<>]*>"
)
"""What a translation takes over as it is: places for facts, and tags."""

ACCELERATOR = re.compile(r"(?<!&)&(\w)")

ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")
"""Three words in a row: not a name, and not code."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its translation."""

    context: str
    source: str
    comment: str
    said: str
    is_finished: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """What the program looks it up by."""
        return self.context, self.source, self.comment

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the translation."""
        if not self.said.strip():
            yield "is empty"
            return
        if not self.is_finished:
            yield "is unfinished"
        if self.said == self.source and ENGLISH.search(self.source):
            yield "is still English"
        for found in (PLACES, ACCELERATOR):
            wanted, has = ({*map(str.lower, found.findall(text))} for text in (self.source, self.said))
            if wanted != has:
                yield f"has {_listed(has)} where the source has {_listed(wanted)}"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a source: where, in which call and context; `said` is empty for what is not a literal."""

    place: str
    call: str
    context: str
    said: str


def main(words: Sequence[str]) -> int:
    """Update the files, or check them; return 0 if all is well."""
    return check() if [*words] == ["check"] else update()


def update() -> int:
    """Bring every .ts file up to date with the sources, and tell what is still to be seen to."""
    unfound = not_literal()
    print(*unfound, sep="\n", end="\n" if unfound else "")
    for ts in files():
        run_lupdate(ts)
        print(f"{ts.name}: {len(messages(ts))} texts, {len([*problems(ts)])} to be seen to")
    return 1 if unfound else 0


def check() -> int:
    """Tell what the .ts files lack, and what is wrong in them; return 0 if nothing."""
    found = [f"{ts.name}: {problem}" for ts in files() for problem in (*differences(ts), *problems(ts))]
    found += not_literal()
    print(*found, sep="\n")
    return 1 if found else 0


def files() -> list[Path]:
    """Return the translators' files."""
    return sorted(TRANSLATIONS.glob("*.ts"))


def differences(ts: Path) -> list[str]:
    """Return what the sources say and the file lacks, and the other way round."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(shutil.copy(ts, folder))
        run_lupdate(fresh)
        new, old = ({message.key: message for message in messages(file)} for file in (fresh, ts))
    return [
        *(
            f"{_shown(new[key])} is missing; run: python3 lab.py translations"
            for key in new.keys() - old.keys()
        ),
        *(f"{_shown(old[key])} is in no source any more" for key in old.keys() - new.keys()),
    ]


def problems(ts: Path) -> Iterator[str]:
    """Yield what is wrong with the translations in a file."""
    for message in messages(ts):
        for problem in message.problems():
            yield f"{_shown(message)} {problem}"


def messages(ts: Path) -> list[Message]:
    """Return all that a .ts file holds."""
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            "".join(said.itertext()),
            said.get("type") is None,
        )
        for context in ElementTree.parse(ts).getroot().iter("context")
        for message in context.iter("message")
        for said in message.iter("translation")
    ]


def run_lupdate(ts: Path) -> None:
    """Let lupdate bring one file up to date."""
    with tempfile.TemporaryDirectory() as folder:
        given, listed = Path(folder, "given.py"), Path(folder, "sources.lst")
        given.write_text("".join(_given()), "utf-8")
        listed.write_text("\n".join(map(str, [*_sources("gui"), given])), "utf-8")
        lupdate = Path(sys.executable).with_name("pyside6-lupdate")
        subprocess.run([str(lupdate), f"@{listed}", *OPTIONS, "-ts", str(ts)], check=True)


def not_literal() -> list[str]:
    """Return where the sources give translators what no tool can find."""
    return [f"{text.place}: {text.call}() is not given one literal" for text in _texts() if not text.said]


def _given() -> Iterator[str]:
    """Yield what lupdate would not find by itself, as lines that it understands."""
    found = [(text.context, text.said) for text in _texts() if text.said and text.call != "tr"]
    found += [(CORE, said) for said in gallery.texts()]
    for pair in found:
        # JSON's strings are Python's too.
        yield f"translate({json.dumps(pair, ensure_ascii=False)[1:-1]})\n"


def _texts() -> Iterator[Text]:
    for path in (*_sources("core"), *_sources("gui")):
        yield from texts_in(path)


def texts_in(path: Path) -> Iterator[Text]:
    """Yield what a source gives to translators."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.expr)]
    calls = {id(node.func): node for node in nodes if isinstance(node, ast.Call)}
    contexts = {"tr": "", "_tr": _own_context([*calls.values()]), "worded": CORE}
    for node in nodes:
        name, call = _name(node), calls.get(id(node))
        # Without a call tr is handed to something that will call it, with we know not what.
        if name in contexts and (call or name != "worded"):
            said = _literal(call.args[0]) if call and call.args else None
            yield Text(f"{path}:{node.lineno}", name, contexts[name], said or "")


def _own_context(calls: Sequence[ast.Call]) -> str:
    """Return the context in which a module's `_tr` looks up what it is given."""
    found = (call.args for call in calls if _name(call.func) == "translate" and len(call.args) > 1)
    return next((_literal(context) or "" for context, text, *_ in found if _literal(text) is None), "")


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", "") or getattr(node, "id", "")


def _literal(expression: ast.expr) -> str | None:
    value = expression.value if isinstance(expression, ast.Constant) else None
    return value if isinstance(value, str) else None


def _sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def _shown(message: Message) -> str:
    return f"{message.context}: {message.source!r}"


def _listed(found: set[str]) -> str:
    return ", ".join(sorted(found)) or "none"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
