"""Lessons in the window.

    desk            opens one, leaves it; its side of the switchboard
    tools, place    the parts of the window that a lesson works with; where its pane stands
    shelf, course_window    which lessons there are, and how far each has come; one is chosen
    session         one that is open: its progress, between what happens and the pane
    record, guide   what happens meanwhile; "it is here", with a ring around it
    solving, doer   steps that the program does for the learner, in the window

The pane itself is `gui.panes.lesson`; what a lesson is, `core.scenario` knows.
"""
