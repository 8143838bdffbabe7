import threading
from typing import Any

from gui.latest_answer import LatestAnswer


def test_an_answer_comes_in_qts_thread_and_was_worked_out_in_another(qtbot: Any) -> None:
    found: list[tuple[int, int]] = []
    answer = LatestAnswer()
    answer.ask(threading.get_ident, lambda there: found.append((there, threading.get_ident())))
    assert answer.is_pending
    qtbot.waitUntil(lambda: bool(found))
    here = threading.get_ident()
    assert found[0][1] == here
    assert found[0][0] != here
    assert not answer.is_pending


def test_of_many_questions_only_the_last_is_answered_and_few_are_worked_on(qtbot: Any) -> None:
    worked: list[int] = []
    found: list[int] = []
    may_go = threading.Event()

    def work(number: int) -> int:
        may_go.wait(20)
        worked.append(number)
        return number

    answer = LatestAnswer()
    for number in range(9):
        answer.ask(lambda number=number: work(number), found.append)  # type: ignore[misc]
    may_go.set()
    qtbot.waitUntil(lambda: not answer.is_pending)
    assert found == [8]
    assert worked == [0, 8]


def test_what_is_forgotten_is_not_answered(qtbot: Any) -> None:
    found: list[int] = []
    may_go = threading.Event()
    answer = LatestAnswer()
    answer.ask(lambda: may_go.wait(20), lambda _: found.append(1))
    answer.forget()
    may_go.set()
    answer.ask(lambda: 2, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [2]
