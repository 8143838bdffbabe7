"""The log: every event of a run, in order, to be filtered, read and saved.

pane.py           all of it
filter_bar.py     which events are wanted
event_table.py    the rows: columns, marks, staying where one reads
event_details.py  the chosen event in full
saving.py         writes a file, step by step
"""

from gui.panes.log.pane import LogPane

__all__ = ["LogPane"]
