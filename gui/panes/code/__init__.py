"""The code view: the whole program that the dropdowns mean, to read, to change and to run.

pane        the two pages, what can be done with them, and the marks of what is running
hook_menu   the methods to override
outline     where in a text the methods are
"""

from gui.panes.code.pane import CodePane

__all__ = ["CodePane"]
