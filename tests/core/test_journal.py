import csv
import json
from itertools import count
from pathlib import Path

import pytest

from core import journal
from core.events import ClientConnecting, Entered, Event, Owner, Raised, Received, ThreadStarted

orders = count(1)

MILLISECOND = 1_000_000


def received(time: int, data: bytes, peer: str = "127.0.0.1:51014") -> Event:
    return Received(time * MILLISECOND, 42, 43, 1, next(orders), "recv", 5, 1, peer, len(data), data)


def rows(path: Path, *events: Event) -> list[dict[str, str]]:
    for _ in journal.write(events, path):
        pass
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "run.csv"


def test_a_table_says_when_where_and_what(table: Path) -> None:
    thread = ThreadStarted(5 * MILLISECOND, 42, 43, 1, next(orders), "Thread-1 (process_request_thread)")
    _, row = rows(table, thread, received(7, b"hi"))
    assert (row["milliseconds"], row["where"], row["request"]) == ("2.000", "Thread-1", "1")
    assert (row["kind"], row["event"]) == ("bytes", "Received")
    assert row["what"].startswith("recv() got 2 bytes")
    assert (row["size"], row["peer"], row["data"]) == ("2", "127.0.0.1:51014", "hi")
    assert (row["time_ns"], row["pid"], row["thread"]) == ("7000000", "42", "43")


@pytest.mark.parametrize("sign", "=+-@")
def test_no_cell_is_a_formula(table: Path, sign: str) -> None:
    hostile = f'{sign}HYPERLINK("http://x","y")'
    (row,) = rows(table, received(1, hostile.encode(), hostile))
    assert row["data"] == row["peer"] == f"'{hostile}"
    for text in row.values():
        assert not text.startswith(sign)


def test_line_breaks_quotes_and_commas_stay_in_their_cell(table: Path) -> None:
    lines = rows(table, received(1, b'a,"b"\r\nc;\xff\x00'), received(2, "\u4f60\u202e".encode()))
    assert [line["data"] for line in lines] == ['a,"b"\\r\\nc;\\xff\\x00', "\u4f60\\u202e"]


def test_a_cell_has_an_end(table: Path) -> None:
    (row,) = rows(table, received(1, b"x" * 60_000))
    assert len(row["data"]) < 5_000
    assert row["size"] == "60000"


def test_a_table_without_events_has_a_heading(table: Path) -> None:
    assert rows(table) == []
    assert table.read_text("utf-8-sig").split(",")[:2] == ["milliseconds", "where"]


def test_texts_that_have_no_utf_8_are_written_all_the_same(table: Path) -> None:
    half = "\ud800"
    told: list[Event] = [
        ClientConnecting(1, 1, 1, 0, 1, "A", half),
        Raised(2, 1, 1, 0, 2, "ValueError", half, half),
        Entered(3, 1, 1, 0, 3, Owner.SERVER, half),
    ]
    assert rows(table, *told)[0]["peer"] == "\\ud800"
    lines = table.with_suffix(".jsonl")
    assert sum(1 for _ in journal.write(told, lines)) == 1
    assert json.loads(lines.read_text().splitlines()[0])["peer"] == half


def test_another_ending_means_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "run.log"
    assert list(journal.write([received(time, b"") for time in range(1_100)], path)) == [500, 1_000, 1_100]
    assert len([json.loads(line) for line in path.read_text().splitlines()]) == 1_100
