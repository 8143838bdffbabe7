"""The server's process, its threads, its children: what each does, and what it costs."""

from collections.abc import Iterator, Mapping
from itertools import islice

from PySide6.QtWidgets import QWidget

from core.kernel import KernelSample
from core.kernel.facts import ProcessFacts, ThreadFacts
from core.kernel.names import Names
from core.kernel.words import PROCESS_STATES, ZOMBIE, waits_for
from gui.language import translated
from gui.panes.kernel.amounts import NOT_TOLD, counted, share, size
from gui.panes.kernel.card import Card, Sentence
from gui.panes.kernel.facts_table import Cell, FactsColumn, FactsRow, FactsTable
from gui.spoken import spoken

ROWS_SHOWN = 150
"""At most so many threads and processes are shown, the others counted."""

_INDENT = "  "
_BRANCH = "└ "


class ProcessesCard(Card):
    """Processes and threads as a tree, zombies marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a process."""
        super().__init__("processes_card", parent)
        self._table = FactsTable("processes", self._columns(), 12)
        self._said = Sentence("zombies")
        self.add(self._table)
        self.add(self._said)
        self._names: Names = Names()
        self._given: Mapping[int, str] = {}
        spoken(self, self._say_words)

    def show_sample(self, sample: KernelSample, names: Names, given: Mapping[int, str]) -> None:
        """Show what the sample says; `names` and `given` know threads by name."""
        self._names, self._given = names, given
        all_rows = (row for process in sample.processes for row in self._rows(process))
        rows = list(islice(all_rows, ROWS_SHOWN))
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self.note.set_text(self._count(sample.processes))
        if not rows:
            self._said.say(self.tr("The process is gone."))
        elif any(process.is_zombie for process in sample.processes):
            self._said.say(translated(ZOMBIE), "warning")
        else:
            self._said.say("")

    def _say_words(self) -> None:
        self.set_title(
            self.tr("PROCESSES AND THREADS"),
            self.tr(
                "The server has a process of its own. A threading server adds a thread for each request, "
                "a forking server a child process."
            ),
        )
        self._table.say(self.tr("Processes and threads"), self._columns())

    def _columns(self) -> tuple[FactsColumn, ...]:
        return (
            FactsColumn(self.tr("What"), self.tr("A process, or a thread in it.")),
            FactsColumn(
                self.tr("Number"),
                self.tr("The system's number: pid of a process, native_id of a thread."),
                "0000000",
                is_number=True,
            ),
            FactsColumn(
                self.tr("State"), self.tr("What it is doing."), self._waits("S", waits_for("do_wait"))
            ),
            FactsColumn(
                self.tr("CPU"),
                self.tr("How much of one CPU it took since the last look."),
                "100 %",
                is_number=True,
            ),
            FactsColumn(
                self.tr("Time"), self.tr("How long it has computed in all."), "00.00 s", is_number=True
            ),
            FactsColumn(
                self.tr("Memory"),
                self.tr("Memory that it has in use; parts may be shared with other processes."),
                "000.0 MB",
                is_number=True,
            ),
        )

    def _rows(self, process: ProcessFacts) -> Iterator[FactsRow]:
        yield self._process_row(process)
        for thread in _shown_threads(process):
            yield self._thread_row(process, thread)

    def _process_row(self, process: ProcessFacts) -> FactsRow:
        name = self.tr("server") if process.depth == 0 else self.tr("child")
        threads = len(process.threads)
        tip = self.tr("{0} threads, {1} descriptors").format(threads, _or_not_told(process.open_descriptors))
        cells = (
            Cell(_INDENT * max(process.depth - 1, 0) + (_BRANCH if process.depth else "") + name, tip),
            Cell(str(process.number), marks_change=False),
            self._state(process.state, process.threads[0].waits_in if threads == 1 else ""),
            Cell(share(process.cpu_share), marks_change=False),
            Cell(f"{process.cpu_seconds:.2f} s"),
            Cell(size(process.memory), tone="text" if process.memory else "faint", marks_change=False),
        )
        return FactsRow(("process", process.number), cells, "danger_soft" if process.is_zombie else "")

    def _thread_row(self, process: ProcessFacts, thread: ThreadFacts) -> FactsRow:
        name, tip = self._thread_name(process, thread)
        cells = (
            Cell(_INDENT * process.depth + _BRANCH + name, tip, "muted"),
            Cell(str(thread.number), tone="muted", marks_change=False),
            self._state(thread.state, thread.waits_in),
            Cell(""),
            Cell(f"{thread.cpu_seconds:.2f} s", tone="muted"),
            Cell(""),
        )
        return FactsRow(("thread", process.number, thread.number), cells)

    def _thread_name(self, process: ProcessFacts, thread: ThreadFacts) -> tuple[str, str]:
        known = self._given.get(thread.number) or self._names.thread(process.number, thread.number)
        if known:
            return translated(known), self.tr("A thread of the server's.")
        if thread.number == process.number:
            return self._main_thread(process)
        return self.tr("other thread"), self.tr(
            "None of the server's: it belongs to the lab, which tells the window what happens, "
            "or a handler has made it."
        )

    def _main_thread(self, process: ProcessFacts) -> tuple[str, str]:
        if process.depth:
            return self.tr("main thread"), self.tr(
                "It runs the handler of one request, and then the child ends."
            )
        return self.tr("main thread"), self.tr(
            "It waits for what the window says, so that Stop works whatever the server does."
        )

    def _state(self, letter: str, kernel_function: str) -> Cell:
        word, sentence = PROCESS_STATES.get(letter, (letter, ""))
        if letter in ("S", "D") and kernel_function:
            about = self.tr("{0}: {1}").format(translated(word), translated(sentence))
            return Cell(self._waits(letter, waits_for(kernel_function)), about, _TONES[letter])
        return Cell(f"{letter}  {translated(word)}", translated(sentence), _TONES.get(letter, "text"))

    def _waits(self, letter: str, for_what: str) -> str:
        return self.tr("{0}  waits {1}").format(letter, translated(for_what))

    def _count(self, processes: tuple[ProcessFacts, ...]) -> str:
        if not processes:
            return ""
        threads = sum(len(process.threads) for process in processes)
        zombies = sum(process.is_zombie for process in processes)
        parts = [
            counted(len(processes) - 1, self.tr("{0} child"), self.tr("{0} children")),
            counted(threads, self.tr("{0} thread"), self.tr("{0} threads")),
        ]
        if zombies:
            parts.append(counted(zombies, self.tr("{0} zombie"), self.tr("{0} zombies")))
        rows = sum(1 + len(_shown_threads(process)) for process in processes)
        if rows > ROWS_SHOWN:
            parts.append(self.tr("{0} not shown").format(rows - ROWS_SHOWN))
        return " · ".join(parts)


_TONES = {"R": "good", "S": "muted", "D": "warning", "T": "warning", "Z": "danger"}


def _shown_threads(process: ProcessFacts) -> tuple[ThreadFacts, ...]:
    # A process with one thread is that thread.
    return process.threads if len(process.threads) > 1 else ()


def _or_not_told(amount: int | None) -> str:
    return NOT_TOLD if amount is None else str(amount)
