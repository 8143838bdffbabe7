"""The lanes: who does what when; time runs to the right.

What is in which file, from the tab to the smallest part:

    pane                  the tab: buttons, canvas, inspector
    canvas                the painted widget: keys, wheel, mouse
    seen_time, time_window    which time is seen: followed, zoomed, moved, wound back
    layout                which lane stands where
    drawing, frame        the picture: what lanes did; axis and names
    bar_names, lane_details   what stands on bars, and below the lanes' names
    ink, axis, lit_bars   colours; times in words; where a request's bars are
    hits, inspector       what is under the mouse; that in words
"""

from gui.panes.lanes.pane import LanesPane

__all__ = ["LanesPane"]
