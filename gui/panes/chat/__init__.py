"""The clients: who talks to which server, and what was said.

    pane            all clients: tabs, two side by side
    conversation    one client: its transcript, its composer, what state it is in
    composer        where a message is typed; `outgoing` turns what was typed into bytes
    recall          earlier messages, for the Up key
    arrivals        events of one client to bubbles and notices
    json_lines      a JSON document on as many lines as it needs
    target          whom a client talks to; `new_client` asks for one

The pane knows no socket: it wishes by its signals, and is told by `show_events`.
"""

from gui.panes.chat.pane import ChatPane
from gui.panes.chat.target import Target

__all__ = ["ChatPane", "Target"]
