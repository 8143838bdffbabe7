import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import Entered
from gui import theme
from gui.panes.kernel import KernelPane
from gui.panes.kernel.facts_table import Cell, FactsColumn, FactsRow, FactsTable
from tests.core.processes import connect, of, until
from tests.gui.robots.kernel import KernelRobot

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system tells less")

ASLEEP = {"delay": 3600.0}


def spec_of(transport: Transport = Transport.TCP, **rest: Any) -> ServerSpec:
    return ServerSpec(**{"transport": transport, "poll_interval": 0.02, **rest})


@pytest.fixture
def kernel(dressed: QApplication, qtbot: Any) -> KernelRobot:
    pane = KernelPane()
    qtbot.addWidget(pane)
    pane.resize(620, 740)
    pane.show()
    return KernelRobot(qtbot, pane)


def test_without_a_server_it_says_what_to_do_and_asks_nothing(kernel: KernelRobot) -> None:
    assert "Start a server" in kernel.emptiness()
    assert kernel.threads() == 0


def test_clients_that_wait_fill_places_in_the_gauge(kernel: KernelRobot) -> None:
    spec = spec_of(handler="slow", handler_options=ASLEEP, request_queue_size=3)
    with ServerHost(spec, bound=0.2) as host, connect(host) as first, connect(host), connect(host):
        first.sendall(b'"HI"')
        until(lambda: any(event.name == "handle" for event in of(host, Entered)))
        kernel.show_server(host).wait_for(lambda: kernel.queue() == (2, 4))
        assert kernel.socket().startswith("LISTEN")
        assert "2 clients are connected and wait for accept()" in kernel.says("waiting")
        assert [row[1] for row in kernel.table("connections")] == ["ESTABLISHED", *["in the queue"] * 2]
        assert "2 not accepted" in kernel.note("connections_card")
        with connect(host), connect(host):
            kernel.wait_for(lambda: kernel.queue() == (4, 4))
            assert "All 4 places are taken" in kernel.says("waiting")


def test_a_row_shows_both_ends_of_a_clients_connection_and_knows_its_name(kernel: KernelRobot) -> None:
    spec = spec_of(concurrency=Concurrency.THREADING)
    with ServerHost(spec) as host, Client.to(host, name="A") as client:
        client.ask("HI")
        kernel.show_server(host).wait_for(lambda: kernel.table("connections"))
        kernel.wait_for(lambda: kernel.table("connections")[0][0] == "A · #1")
        ends = kernel.table("connections")[0][1:]
        assert ends == ["ESTABLISHED", "0", "0", "ESTABLISHED", "0", "0"]
        assert "bytes can cross both ways" in kernel.tip("connections", 0, 1)
        chosen: list[int] = []
        kernel.pane.request_chosen.connect(chosen.append)
        kernel.click("connections", 0)
        assert chosen == [1]
        kernel.pane.highlight_request(1)
        assert kernel.is_lit("connections", 0)
        kernel.pane.highlight_request(0)
        assert not kernel.is_lit("connections", 0)


def test_what_has_changed_is_marked_for_a_moment(kernel: KernelRobot) -> None:
    spec = spec_of(handler="slow", handler_options=ASLEEP)
    with ServerHost(spec, bound=0.2) as host, connect(host) as client:
        client.sendall(b'"HI"')
        kernel.show_server(host)
        kernel.wait_for(lambda: [row[2] for row in kernel.table("connections")] == ["0"])
        client.sendall(b"12345")
        kernel.wait_for(lambda: kernel.table("connections")[0][2] == "5")
        assert kernel.is_lit("connections", 0, 2)
        kernel.wait_for(lambda: not kernel.is_lit("connections", 0, 2))


def test_a_zombie_is_marked_and_explained(kernel: KernelRobot) -> None:
    spec = spec_of(concurrency=Concurrency.FORKING, poll_interval=30)
    with ServerHost(spec, bound=0.2) as host:
        with Client.to(host) as client:
            client.ask("HI")
        kernel.show_server(host).wait_for(
            lambda: "Z  zombie" in [row[2] for row in kernel.table("processes")]
        )
        row = [cells[2] for cells in kernel.table("processes")].index("Z  zombie")
        assert kernel.table("processes")[row][0] == "└ child"
        assert kernel.is_lit("processes", row)
        assert "Z is a zombie" in kernel.says("zombies")
        assert "1 zombie" in kernel.note("processes_card")
        host.kill()


def test_threads_bear_the_names_that_events_or_the_window_tell(kernel: KernelRobot) -> None:
    spec = spec_of(concurrency=Concurrency.THREADING)
    with ServerHost(spec) as host, Client.to(host) as client:
        client.ask("HI")
        kernel.show_server(host, thread_names={host.pid: "the link"})
        kernel.wait_for(lambda: "└ Thread-1" in [row[0] for row in kernel.table("processes")])
        names = [row[0] for row in kernel.table("processes")]
        assert names[:2] == ["server", "└ the link"]
        assert "└ server loop" in names


def newest(kernel: KernelRobot) -> float:
    """Return how long the newest TIME_WAIT of the server's own still lasts.

    The port may have belonged to others before, whose TIME_WAITs are shown too, as is right.
    """
    return max((row.seconds_left for row in kernel.countdowns() if row.is_loud), default=0)


def test_time_wait_counts_down_after_the_server_is_gone(kernel: KernelRobot) -> None:
    with ServerHost(spec_of()) as host:
        kernel.show_server(host)
        with connect(host) as client:
            client.sendall(b'"exit"')
            assert client.recv(10) == b""
    kernel.wait_for(lambda: kernel.socket() == "nobody listens")
    kernel.wait_for(lambda: newest(kernel) > 50)
    first = newest(kernel)
    assert first <= 60
    assert "allow_reuse_address" in kernel.says("left_meaning")
    kernel.wait_for(lambda: newest(kernel) < first)
    assert "process is gone" in kernel.says("zombies")


def test_dropped_datagrams_are_told(kernel: KernelRobot) -> None:
    spec = spec_of(Transport.UDP, handler="slow", handler_options=ASLEEP)
    with ServerHost(spec, bound=0.2) as host, connect(host) as client:
        for _ in range(2_000):
            client.send(b'"X"')
        kernel.show_server(host).wait_for(lambda: kernel.says("drops"))
        assert "datagrams were dropped" in kernel.says("drops")
        assert kernel.note("listening").startswith("dropped: ")
        assert kernel.queue()[0] > 0


def test_the_socket_file_is_told(kernel: KernelRobot) -> None:
    with ServerHost(spec_of(Transport.UNIX_STREAM)) as host:
        kernel.show_server(host)
        assert "somebody listens" in kernel.says("socket_file")
    kernel.wait_for(lambda: "there is none" in kernel.says("socket_file"))


def test_descriptors_are_listed_when_unfolded(kernel: KernelRobot) -> None:
    with ServerHost(spec_of()) as host:
        kernel.show_server(host).unfold_descriptors()
        assert "the listening socket" in [row[3] for row in kernel.table("descriptors")]
        sample = kernel.pane.sample()
        assert sample is not None
        assert len(kernel.table("descriptors")) == sample.processes[0].open_descriptors


def test_the_system_is_asked_only_while_the_view_is_seen(kernel: KernelRobot) -> None:
    with ServerHost(spec_of()) as host:
        kernel.show_server(host)
        assert kernel.threads() == 1
        kernel.pane.hide()
        assert not kernel.pane.is_sampling()
        kernel.wait_for(lambda: kernel.threads() == 0)
        before = kernel.pane.sample()
        kernel.pane.show()
        kernel.wait_for(lambda: kernel.pane.sample() is not before)
        assert kernel.threads() == 1


def test_only_the_server_selected_last_is_asked_about(kernel: KernelRobot) -> None:
    with ServerHost(spec_of()) as one, ServerHost(spec_of(Transport.UDP)) as other:
        kernel.show_server(one)
        kernel.show_server(other)
        assert kernel.socket().startswith("OPEN")
        kernel.wait_for(lambda: kernel.threads() == 1)
        kernel.pane.show_run("", None)
        assert "Start a server" in kernel.emptiness()
        kernel.wait_for(lambda: kernel.threads() == 0)


def test_it_says_that_the_past_cannot_be_asked(kernel: KernelRobot) -> None:
    kernel.pane.show_moment(5)
    assert "cannot be asked about the past" in kernel.says("past")
    kernel.pane.show_moment(None)
    assert kernel.says("past") == ""


def test_every_column_is_explained(kernel: KernelRobot) -> None:
    for table in ("connections", "processes", "descriptors"):
        assert all(kernel.header_tips(table)), table


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_a_table_keeps_its_choice_and_takes_the_themes_colours(
    dressed: QApplication, qtbot: Any, scheme: Qt.ColorScheme
) -> None:
    theme.apply(dressed, scheme)
    table = FactsTable("facts", (FactsColumn("a", "A."), FactsColumn("b", "B.", "00")))
    qtbot.addWidget(table)
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)

    def rows(*keys: str) -> list[FactsRow]:
        return [FactsRow(key, (Cell(key), Cell("1", tone="danger"))) for key in keys]

    table.show_rows(rows("x", "y"))
    table.setCurrentIndex(table.model().index(1, 0))
    table.show_rows(rows("w", "x", "y", "z"))
    assert table.currentIndex().row() == 2
    colour = table.model().index(0, 1).data(Qt.ItemDataRole.ForegroundRole).color().name()
    assert colour == theme.theme_of(table).danger
    table.show_rows([])
    assert table.model().rowCount() == 0
    theme.apply(dressed, Qt.ColorScheme.Light)
