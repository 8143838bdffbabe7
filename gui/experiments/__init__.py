"""Experiments in the window: what was done in it as a file, and a file done in it.

    desk            saves and opens them; their side of the switchboard
    log, saving     what is done in the window, noted; the dialog before it is saved
    window, trial   an experiment that was opened; one performance of it, and what came of its checks

They are performed with the lessons' `doer`, `guide` and `record`.
"""
