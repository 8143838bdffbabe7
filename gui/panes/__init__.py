"""Panes: the parts of the window.  No pane knows another; each speaks only by its signals."""
