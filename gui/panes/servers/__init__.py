"""The servers that run, and those that ran.

pane   ServersPane: the list, the selected one, and wishes to stop, restart, remove or talk to one
card   ServerCard: one server: its state in colour and words, its address, its counts, its buttons
"""

from gui.panes.servers.pane import ServersPane

__all__ = ["ServersPane"]
