"""The byte ruler: what was sent in which call, and what was got in which.

pane             BytesPane: which conversation, which framing, and what happened in words
direction        one direction of a conversation: its heading and its ruler
ruler            what scrolls and zooms; knows nothing of bytes
stream_ruler     a stream of bytes, laid along it
datagram_ruler   datagrams in order, laid along it
brushes          how pieces are painted on either
words            calls and findings in sentences
"""

from gui.panes.bytes_view.pane import BytesPane

__all__ = ["BytesPane"]
