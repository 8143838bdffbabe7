"""The benchmark: how much watching costs, how much the window stands; `python3 lab.py bench`.

__main__     runs all of it, prints the table, says whether a bound was missed
figure       one row of the table; pairs are interleaved, so that a busy machine is busy for both sides
machine      on what it was measured
child        runs one of the modules below in a process of its own
throughput   an observed server against the same class unobserved (`bare_server`), under the same `load`
capacity     a million events: their memory, their repainting; events taken in, kept and drawn
window       the whole window: its stalls, Start, Enter
startup      the program against a bare PySide6 window
"""
