import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.scenario.course import own_folder, read_course
from gui.glossary_window import GlossaryWindow
from gui.language import ENGLISH, Speech
from gui.widgets.markdown_text import html_of, plain_of
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.lesson import LessonRobot

FOLDER = Path(__file__).parent / "lessons"

COURSE = read_course(own_folder("en"))
OWN = [lesson.key for lesson in COURSE.lessons if lesson.is_for_this_system]


@pytest.fixture
def lesson(lab: LabRobot) -> Iterator[LessonRobot]:
    yield LessonRobot(lab)
    lab.window.lessons.leave()


@pytest.fixture
def speech(dressed: QApplication) -> Iterator[Speech]:
    """The application's speech, English again in the end."""
    speech = Speech(dressed)
    yield speech
    speech.speak(ENGLISH)


def test_the_course_says_what_can_be_done_here_and_what_is_no_lesson(lesson: LessonRobot) -> None:
    lesson.show_course(FOLDER)
    assert lesson.titles() == [
        "○  1. Two clients and one server · 5 min",
        "○  2. A program of the lesson · 3 min",
        "–  3. Another system",
        "○  4. A port that is taken · 3 min",
    ]
    assert lesson.facts() == "about 5 minutes · 5 steps · not begun yet"
    assert lesson.choose("Another system").may_begin() is False
    assert "because: it needs a system that does not exist." in lesson.why_not()
    assert lesson.errors().startswith("04_broken.toml:3: ")
    lesson.close_course()


def test_a_learner_follows_a_lesson_by_hand_and_is_wrong_in_an_interesting_way(
    lab: LabRobot, lesson: LessonRobot
) -> None:
    lesson.open("Two clients", FOLDER)
    assert (lesson.kind(), lesson.title(), lesson.place()) == (
        "Do",
        "Start a server, and talk to it",
        "1 of 5",
    )
    assert lesson.covers_nothing()
    assert lesson.ticks() == [False, False]
    lab.builder.choose(transport="TCP", concurrency="One at a time")
    lab.start()
    first = lab.new_client()
    assert first.ask('{"Say": "HELLO"}') == '{"Say": "hello"}'
    lesson.wait_until_ticked().go_on()

    assert lesson.kind() == "Predict"
    assert not lesson.can("lesson_next")
    lesson.predict(3).go_on()
    second = lab.new_client()
    second.say('"ME TOO"')
    lesson.wait_until_ticked().go_on()
    first.disconnect()
    lesson.wait_until_ticked().go_on()

    assert lesson.kind() == "Explain"
    lesson.wait_for_verdict("≠ It went another way than you predicted")
    (verdict,) = lesson.verdicts()
    assert "You predicted: It connects and gets its answer." in verdict
    assert "What happened: It connects, and gets no answer." in verdict
    assert "The kernel accepts for the server." in verdict
    assert lesson.text().startswith("Your second client waited ")
    assert "…" not in lesson.text()
    lesson.go_on()
    assert "Threading" in lesson.text()
    assert lesson.is_at_end()


def test_a_right_prediction_is_said_to_be_right_and_cannot_be_changed_afterwards(lesson: LessonRobot) -> None:
    lesson.open("Two clients", FOLDER).solve().go_on().predict(1).predict(2).go_on().solve().go_on()
    lesson.solve().go_on().wait_for_verdict("✓ It went as you predicted.")
    while lesson.kind() != "Predict":
        lesson.go_back()
    lesson.predict(3)
    assert lesson.chosen() == 2


@pytest.mark.parametrize(
    ("transport", "concurrency"), [("TCP", "Threading"), ("UDP", "One at a time"), ("Unix stream", "Forking")]
)
def test_another_server_than_the_wanted_one_ticks_nothing(
    lab: LabRobot, lesson: LessonRobot, transport: str, concurrency: str
) -> None:
    lesson.open("Two clients", FOLDER)
    lab.builder.choose(transport=transport, concurrency=concurrency)
    lab.start()
    assert lab.new_client().ask('{"Say": "HELLO"}') == '{"Say": "hello"}'
    assert lesson.ticks() == [False, False]


def test_what_happened_before_a_step_does_not_tick_it(lab: LabRobot, lesson: LessonRobot) -> None:
    lab.builder.choose(transport="TCP", concurrency="One at a time")
    lab.start()
    client = lab.new_client()
    client.ask('"BEFORE"')
    lesson.open("Two clients", FOLDER)
    client.ask('"NOW"')
    lab.wait_until(
        lambda: lesson.ticks() == [False, True]
    )  # it talks, but nobody started a server in this step


def test_the_program_does_a_step_in_the_real_window(lab: LabRobot, lesson: LessonRobot) -> None:
    lab.builder.choose(transport="UDP", concurrency="Threading")
    lesson.open("Two clients", FOLDER).solve()
    assert lesson.ticks() == [True, True]
    assert (lab.builder.chosen("transport"), lab.builder.chosen("concurrency")) == ("TCP", "One at a time")
    client = lab.newest_client()
    assert (client.said(), client.replies()) == (['{"Say": "HELLO"}'], ['{"Say": "hello"}'])
    assert lesson.note() == ""


def test_the_program_goes_on_with_what_was_made_by_hand(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("Two clients", FOLDER)
    lab.builder.choose(transport="TCP", concurrency="One at a time")
    lab.start()
    lab.new_client().ask('{"Say": "HELLO"}')
    lesson.wait_until_ticked().go_on().predict(1).go_on()
    second = lab.new_client()
    second.say('"ME TOO"')
    lesson.wait_until_ticked().go_on().solve()  # disconnects the client that was first
    assert lesson.ticks() == [True]
    assert second.wait_for_reply() == '"me too"'


def test_a_solution_whose_server_is_gone_says_so(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("Two clients", FOLDER).go_on().predict(1).go_on().solve()
    assert "there is no such server or client now" in lesson.note()
    assert lesson.ticks() == [False]


def test_the_place_is_kept_and_what_is_gone_can_be_brought_back(
    open_lab: Callable[[], LabRobot],
) -> None:
    lab = open_lab()
    lesson = LessonRobot(lab).open("Two clients", FOLDER)
    lesson.solve().go_on().predict(3).go_on().solve().go_on()
    assert lesson.title() == "Let the first go"
    lab.close()

    lab = open_lab()
    lesson = LessonRobot(lab).show_course()
    assert lesson.titles()[0] == "◐  1. Two clients and one server · 5 min"
    lesson.close_course()
    lesson.open("Two clients")
    assert lesson.title() == "Let the first go"
    lesson.press("lesson_catch_up").wait_until_solved()
    assert lesson.title() == "Let the first go"
    assert not lesson.can("lesson_catch_up")
    lesson.solve().go_on().wait_for_verdict("You predicted: It connects and gets its answer.")
    lesson.go_on()
    lab.choose_in_menu("leave_lesson")
    assert LessonRobot(lab).show_course().titles()[0].startswith("✓")


def test_a_verdict_whose_events_are_gone_is_not_guessed(open_lab: Callable[[], LabRobot]) -> None:
    lab = open_lab()
    lesson = LessonRobot(lab).open("Two clients", FOLDER)
    lesson.go_on().predict(1).go_on().go_on().go_on()
    lab.close()

    lesson = LessonRobot(open_lab()).open("Two clients")
    (verdict,) = lesson.verdicts()
    assert "do the steps again" in verdict
    assert "What happened" not in verdict
    assert "waited … s" in lesson.text()
    lesson.press("lesson_again")
    assert lesson.title() == "Try it"


def test_a_lesson_can_begin_again_at_its_beginning(lesson: LessonRobot) -> None:
    lesson.open("Two clients", FOLDER).go_on().predict(1).go_on()
    lesson.open("Two clients", again=True)
    assert lesson.place() == "1 of 5"
    lesson.go_on()
    assert lesson.chosen() == 0


def test_a_start_that_will_fail_is_tried_in_a_lesson_so_that_it_is_seen_to_fail(
    lab: LabRobot, lesson: LessonRobot
) -> None:
    lesson.open("A port that is taken", FOLDER).predict(1).go_on().solve()
    assert lesson.ticks() == [True]
    lesson.go_on().wait_for_verdict("✓ It went as you predicted.")
    assert lesson.text() == "It failed 1 times."
    assert any(text.startswith("server_bind() was left by OSError") for text in lab.events())


def test_a_start_that_is_refused_with_an_offer_counts_as_a_failed_one(
    lab: LabRobot, lesson: LessonRobot, folder: Path
) -> None:
    path = folder / "stale"
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(path))
    lesson.open("A port that is taken", FOLDER)
    lab.builder.choose(transport="Unix stream").write(path=str(path))
    assert "socket" in lab.start_in_vain()
    assert lesson.failed_starts() == ["stale-socket-file"]


# Programs of strangers ------------------------------------------------------------------------------------


def test_a_program_of_a_folder_runs_only_after_a_question(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER).press("lesson_solve")
    lesson.answer_question("not_now")
    assert lab.servers.titles() == []
    assert lesson.ticks() == [False]
    lesson.press("lesson_solve").answer_question("run_it")
    lesson.wait_until_solved()
    assert lesson.ticks() == [True]
    lesson.solve()
    assert lesson.question() is None


def test_a_program_that_was_set_up_is_asked_about_when_it_is_started(
    lab: LabRobot, lesson: LessonRobot
) -> None:
    lesson.open("A program of the lesson", FOLDER).press("lesson_set_up")
    lab.builder.start()
    lesson.answer_question("run_it")
    lab.wait_until(lambda: bool(lab.servers.titles()))
    lab.servers.wait_for_state(lab.servers.selected()[0], "listening")
    lab.servers.press(lab.servers.selected()[0], "new_client_to")
    lesson.wait_until_ticked()


def test_a_changed_program_is_not_lost_without_a_question(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER)
    lab.window._workshop._is_at_stake = lab.window._workshop._is_unfit = True
    lesson.press("lesson_set_up")
    assert lab.builder.chosen("handler") == "Lowercase JSON"
    lesson.keep_changes()


# Where things are -----------------------------------------------------------------------------------------


def test_rings_show_where_controls_are_also_those_that_are_hidden(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER)
    assert not lab.builder.are_options_unfolded()
    lesson.press("lesson_where")
    lab.wait_until(lambda: len(lesson.rings()) == 3)
    assert {"poll_interval", "start_server"} < set(lesson.rings())
    assert lab.builder.are_options_unfolded()


def test_hints_come_one_at_a_time(lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER)
    assert lesson.hints() == ""
    lesson.press("lesson_hint")
    assert lesson.hints() == "First hint."
    lesson.press("lesson_hint")
    assert lesson.hints() == "First hint.<br>Second hint."
    assert not lesson.can("lesson_hint")


def test_a_watch_step_opens_its_view(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER).press("lesson_solve").answer_question("run_it")
    lesson.wait_until_solved().go_on()
    assert lesson.kind() == "Watch"
    stage = lab.window.stage
    assert stage.tabs.currentWidget() is stage.page("life")
    assert lesson.rings() == [stage.tabs.tabBar().objectName()]


def test_play_is_free_while_a_lesson_is_open(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("Two clients", FOLDER).solve().go_on()
    lab.builder.choose(transport="UDP", concurrency="Threading")
    lab.start()
    assert lab.new_client().ask('"PLAY"') == '"play"'
    assert lesson.title() == "What will a second client see?"
    lab.choose_in_menu("leave_lesson")
    assert not lesson.is_open
    assert len(lab.servers.titles()) == 2


def test_a_folded_lesson_leaves_the_stage_its_room(lab: LabRobot, lesson: LessonRobot) -> None:
    before = lab.window.stage.height()
    lesson.open("Two clients", FOLDER)
    lab.wait_until(lambda: lab.window.stage.height() < before - 100)
    lesson.press("lesson_fold")
    lab.wait_until(lambda: lab.window.stage.height() > before - 60)
    lesson.press("lesson_fold")
    lab.wait_until(lambda: lab.window.stage.height() < before - 100)


def test_in_a_wide_window_the_lesson_is_a_column_beside_the_stage(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("Two clients", FOLDER)
    lab.window.resize(1800, 900)
    lab.wait_until(lambda: lab.window._middle.widget(1) is lab.window.stage)
    assert lesson.covers_nothing()
    lab.window.resize(1280, 800)
    lab.wait_until(lambda: lab.window._middle.widget(0) is lab.window.stage)
    assert lesson.covers_nothing()


# Texts ----------------------------------------------------------------------------------------------------


def test_a_lessons_text_loads_nothing_and_brings_no_html(lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER)
    assert "no <b>bold</b> !" in lesson.text()
    html = html_of("![p](file:///etc/hostname) <img src=x> [a](javascript:x) [b](http://x) ![c](https://c)")
    assert "<img" not in html
    assert "file:" not in html.partition("href")[2]
    assert html.count("<a ") == 1  # of what was to be a picture, only a link that nobody follows unasked


def test_markdown_is_read_out_as_plain_words() -> None:
    assert plain_of("It **is** `handle()`.") == "It is handle()."


def test_a_link_leads_to_the_glossary(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("A program of the lesson", FOLDER).follow_link("glossary:socket")
    window = lab.window.findChild(GlossaryWindow, "glossary_window")
    assert window is not None
    assert window.key() == "socket"
    window.close()
    lesson.follow_link("glossary:no-such-entry")
    assert lesson.note() == "The glossary has no entry no-such-entry."


def test_a_lesson_goes_on_in_another_language(lab: LabRobot, lesson: LessonRobot, speech: Speech) -> None:
    lab.window.language_chosen.connect(speech.speak)
    lesson.open("Two clients").solve().go_on().predict(2)
    place, title, replies = lesson.place(), lesson.title(), lab.newest_client().replies()
    lab.choose_in_menu("language_zh_CN")
    lab.wait_until(lambda: lesson.title() != title)
    assert "".join(filter(str.isdigit, lesson.place())) == "".join(filter(str.isdigit, place))
    assert lesson.chosen() == 2
    assert lab.newest_client().replies() == replies
    lab.choose_in_menu("language_en")
    lab.wait_until(lambda: lesson.title() == title)


# The program's own lessons --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", OWN)
def test_each_lesson_can_be_followed_in_the_window(lab: LabRobot, lesson: LessonRobot, key: str) -> None:
    title = next(found.scenario.title for found in COURSE.lessons if found.key == key)
    lesson.open(title)
    while not lesson.is_at_end():
        if lesson.kind() == "Predict":
            lesson.predict(1)
        elif lesson.kind() == "Do":
            lesson.solve()
            assert (lesson.note(), all(lesson.ticks())) == ("", True), lesson.title()
        elif lesson.kind() == "Explain":
            lab.wait_until(
                lambda: all("What happened" in verdict or "✓" in verdict for verdict in lesson.verdicts())
            )
            assert "…" not in lesson.text()
        lesson.go_on()


def test_two_clients_and_one_server_by_hand(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("Two clients and one server")
    lab.builder.choose(transport="TCP", concurrency="One at a time", handler="Lowercase JSON")
    lab.start()
    first = lab.new_client()
    first.ask('{"Say": "HELLO"}')
    lesson.wait_until_ticked().go_on().predict(1).go_on()
    second = lab.new_client()
    second.say('{"Say": "ME TOO"}')
    lesson.wait_until_ticked().go_on().go_on().predict(2).go_on()
    assert not lesson.ticks()[0]
    first.disconnect()
    lesson.wait_until_ticked().go_on()
    lesson.wait_for_verdict("It is connected, but gets no answer for now.")
    assert second.wait_for_reply() == '{"Say": "me too"}'
    assert ["≠" in verdict for verdict in lesson.verdicts()] == [True, False]


def test_a_letter_without_a_sender_by_hand(lab: LabRobot, lesson: LessonRobot) -> None:
    lesson.open("A letter without a sender")
    lab.builder.choose(transport="Unix datagram", handler="Echo")
    key = lab.start()
    wrong = lab.new_client()
    assert lesson.ticks() == [True, False]  # this one has an address
    lab.chat.close(wrong.title)
    lab.choose_in_menu("client_there")
    lab.chat.go_without_address().type_address("Unix datagram", path=lab.address(key))
    client = lab.newest_client()
    lesson.wait_until_ticked().go_on().predict(3).go_on()
    lab.chat.mean("Raw text", "no end")
    client.say("WHO AM I?")
    lesson.wait_until_ticked().go_on().go_on()
    lesson.wait_for_verdict("✓ It went as you predicted.")
