"""The builder: dropdowns → a `ServerSpec`, and the code that it means.

pane           BuilderPane: the forms, Start and Stop, and what is wrong
handler_form   which handler, with its own options
address_form   where it listens: host and port, or a path
options_form   the library's other knobs, folded away
code_card      the classes in the order in which Python asks them, and the code
"""

from gui.panes.builder.pane import BuilderPane

__all__ = ["BuilderPane"]
