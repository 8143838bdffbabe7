from core.events import ClientConnecting, Listening, MessageReceived
from core.scenario.progress import Progress
from core.scenario.reading import decode
from core.spec import ServerSpec
from tests.core.scenario.samples import LESSON, event, lesson

PREDICT, DO, WATCH, EXPLAIN = range(4)


def reply(progress: Progress) -> None:
    """Let a server of the lesson's answer its first client."""
    progress.record.begin_run("S", ServerSpec(poll_interval=0.02))
    progress.record.take(
        "S", [event(Listening), event(ClientConnecting, client="A"), event(MessageReceived, client="A")]
    )


def test_a_step_is_ticked_by_what_happens_in_it_alone() -> None:
    progress = Progress(lesson())
    reply(progress)
    progress.enter(DO)
    assert not any(tick.is_done for tick in progress.ticks())
    reply(progress)
    assert [(tick.looking_for, tick.is_done) for tick in progress.ticks()] == [("a reply", True)]
    assert progress.done == {"talk"}


def test_once_ticked_it_stays_so() -> None:
    progress = Progress(lesson())
    progress.enter(DO)
    reply(progress)
    progress.ticks()
    progress.enter(WATCH)
    progress.enter(DO)
    assert all(tick.is_done for tick in progress.ticks())


def test_a_do_step_goes_on_until_another_one_is_entered() -> None:
    progress = Progress(lesson())
    progress.enter(DO)
    progress.enter(WATCH)
    reply(progress)
    assert progress.measuring.measure("replies") == 1
    assert progress.spans == {"talk": [(0, None)]}


def test_one_goes_on_when_a_question_is_answered_and_a_step_is_ticked() -> None:
    progress = Progress(lesson())
    assert not progress.may_go_on
    progress.answer(0)
    assert progress.may_go_on
    progress.enter(DO)
    assert not progress.may_go_on
    reply(progress)
    progress.ticks()
    assert progress.may_go_on


def test_what_happened_decides_which_choice_was_right() -> None:
    progress = Progress(lesson())
    progress.answer(0)
    progress.enter(DO)
    reply(progress)
    progress.ticks()
    progress.enter(EXPLAIN)
    [verdict] = progress.verdicts()
    assert (verdict.right, verdict.chosen, verdict.was_right, verdict.true) == (1, 0, False, (1,))
    assert progress.text() == "There were 1 replies."


def test_what_was_not_done_decides_nothing() -> None:
    progress = Progress(lesson())
    progress.enter(DO)
    progress.enter(EXPLAIN)
    [verdict] = progress.verdicts()
    assert (verdict.right, verdict.is_evident) == (None, False)


def test_several_true_choices_and_none_leave_a_question_undecided() -> None:
    for old, true in (("equals = 0", (0, 1)), ("at_least = 1 ", ())):
        new = {"equals = 0": "at_least = 0", "at_least = 1 ": "at_least = 9 "}[old]
        progress = Progress(decode(LESSON.replace(old, new)))
        progress.enter(DO)
        reply(progress)
        progress.ticks()
        progress.enter(EXPLAIN)
        [verdict] = progress.verdicts()
        assert (verdict.right, verdict.true) == (None, true)


def test_after_the_explanation_nothing_is_predicted_any_more() -> None:
    progress = Progress(lesson())
    progress.answer(0)
    progress.enter(EXPLAIN)
    progress.enter(PREDICT)
    progress.answer(1)
    assert progress.answers == {"what": 0}


def test_hints_come_one_by_one_and_end() -> None:
    progress = Progress(lesson())
    progress.enter(DO)
    assert [progress.hint() for _ in range(3)] == ["Type.", "Press Enter.", ""]


def test_places_beyond_the_ends_are_the_ends() -> None:
    progress = Progress(lesson())
    progress.enter(99)
    assert progress.is_last
    progress.enter(-1)
    assert progress.place == 0
