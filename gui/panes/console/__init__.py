"""The console: what the server's code prints, and its tracebacks.

pane          all of it: follows, pauses, goes back to older lines
output_view   the lines: painted, scrolled, selected; links into the learner's code
row_words     a line → the words and the tone it is shown in
row_painter   a row → its picture      measures   its fonts, and where its columns are
older_bar     says how many lines are not shown, and leads to them
"""

from gui.panes.console.pane import ConsolePane

__all__ = ["ConsolePane"]
