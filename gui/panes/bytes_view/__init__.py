"""The byte ruler: what was sent in which call, and what was got in which.

pane             BytesPane: two directions of a conversation, and what they teach
conversation_choice, framing_choice    which conversation, and where its messages end
piece, fitted_text    the chosen piece: its call and its bytes
direction        one direction of a conversation: its heading and its ruler
ruler            what scrolls and zooms; knows nothing of bytes
stream_ruler     a stream of bytes, laid along it
datagram_ruler   datagrams in order, laid along it
brushes          how pieces are painted on either
words            calls and findings in sentences
"""

from gui.panes.bytes_view.pane import BytesPane

__all__ = ["BytesPane"]
