import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from gui.bridge import JOINED_LIMIT, WAITING_LIMIT, Bridge


def from_threads(count: int, give: object, items: int) -> list[threading.Thread]:
    """Start threads that give the numbers from 0 on, one list each."""
    assert callable(give)
    threads = [
        threading.Thread(target=lambda n=n: [give([(n, i)]) for i in range(items)]) for n in range(count)
    ]
    for thread in threads:
        thread.start()
    return threads


def test_what_threads_give_arrives_in_qts_thread_and_in_each_threads_order(qtbot: QtBot) -> None:
    bridge = Bridge()
    arrived: list[tuple[int, int]] = []
    threads: set[object] = set()

    def slot(items: list[tuple[int, int]]) -> None:
        threads.add(QThread.currentThread())
        arrived.extend(items)

    givers = from_threads(4, bridge.to(slot), 500)
    qtbot.waitUntil(lambda: len(arrived) == 2000)
    for giver in givers:
        giver.join()
    assert threads == {QThread.currentThread()}
    for giver_number in range(4):
        assert [i for n, i in arrived if n == giver_number] == list(range(500))


def test_lists_for_one_slot_are_joined_and_their_order_among_slots_is_kept(qtbot: QtBot) -> None:
    bridge = Bridge()
    calls: list[tuple[str, list[int]]] = []
    first = bridge.to(lambda items: calls.append(("first", items)))
    second = bridge.to(lambda items: calls.append(("second", items)))
    first([1])
    first([2])
    second([3])
    first([4])
    qtbot.waitUntil(lambda: len(calls) == 3)
    assert calls == [("first", [1, 2]), ("second", [3]), ("first", [4])]


def test_a_slot_is_never_given_much_more_than_it_can_do_in_a_frame(qtbot: QtBot) -> None:
    bridge = Bridge()
    sizes: list[int] = []
    give = bridge.to(lambda items: sizes.append(len(items)))
    for _ in range(50):
        give(list(range(500)))
    qtbot.waitUntil(lambda: sum(sizes) == 25_000)
    assert max(sizes) < JOINED_LIMIT + 500


def test_a_thread_is_held_up_by_a_window_that_does_not_move(qtbot: QtBot) -> None:
    bridge = Bridge()
    arrived: list[object] = []
    [giver] = from_threads(1, bridge.to(arrived.extend), WAITING_LIMIT + 1)
    giver.join(0.2)  # nothing is processed here, so the window does not move
    assert giver.is_alive()
    qtbot.waitUntil(lambda: len(arrived) == WAITING_LIMIT + 1)
    giver.join()
