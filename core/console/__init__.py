"""What a run's code prints, and its tracebacks: events → lines of output, in order, each once.

line            a line: when, for which request, of which look
frames          where in a traceback a line of the learner's code is named
printed_copy    the traceback that the library prints of an exception that was also told of
output          the events, one after the other → the last lines of them
reader          a history → output, bit by bit, late events too
"""

from core.console.frames import Frame, frame_at, frame_in
from core.console.line import Line, Look
from core.console.output import LINES_KEPT, Output
from core.console.reader import OutputReader

__all__ = ["LINES_KEPT", "Frame", "Line", "Look", "Output", "OutputReader", "frame_at", "frame_in"]
