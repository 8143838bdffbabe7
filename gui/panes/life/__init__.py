"""The lives of a server and of its requests, drawn from the tables in `core.lifecycle`, lit as they happen.

pane       LifePane: both diagrams, which request is shown, and who supplies the hooks
canvas     one diagram, painted
ink        how its parts look: lines, boxes, words, for each way of being lit
words      what stands in the boxes and on the arrows
supply     the classes that supply the hooks, as a list
"""

from gui.panes.life.pane import LifePane

__all__ = ["LifePane"]
