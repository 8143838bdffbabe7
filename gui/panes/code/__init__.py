"""The code view: the whole program that the dropdowns mean, to read, to change and to run.

pane             the two pages, and the marks of what is running
page_buttons     from one page to the other
tool_row         what can be done with a program; override_button, hook_menu: the methods to override
problem_line     what keeps it from running      notice_line   what there is to say besides
outline          where in a text the methods are
running_marks    calls that are running → marks in the margin
"""

from gui.panes.code.pane import CodePane

__all__ = ["CodePane"]
