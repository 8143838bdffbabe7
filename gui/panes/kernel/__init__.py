"""What the operating system says of the selected server, now.

pane         KernelPane: the cards below one another, and what they are about
watch        KernelWatch: takes samples on a thread of its own
card         Card: a title, a note, and what stands below
listening_card, connections_card, processes_card, left_behind_card, descriptors_fold    one part each
facts_table  FactsTable: rows of short facts, in which what has changed is marked
queue_gauge  QueueGauge: places in a queue, taken and free
countdowns   Countdowns: how long something still lasts
amounts      sizes, shares and numbers in words
"""

from gui.panes.kernel.pane import KernelPane

__all__ = ["KernelPane"]
