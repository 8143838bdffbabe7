"""A lesson, step by step, beside the real controls.

pane        the step: text on one side, what is to be done on the other
choices     what can be predicted
ticks       what a step waits for
verdicts    what came of predictions
scroll      room for what is to be done
way         how far one is
"""

from gui.panes.lesson.pane import LessonPane

__all__ = ["LessonPane"]
