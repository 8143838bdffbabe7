"""What crossed a connection, laid along a ruler: which call sent which bytes, and which call got them.

    row             one side's calls, in order, each with the offset at which its bytes begin
    stream          two rows of the same bytes: what was sent, what was got; where they were merged and split
    messages        where messages end under a framing, found as bytes come
    characters      bytes as letters; characters cut in half between two recv calls
    datagrams       which datagram sent is which one got; the cut and the lost
    findings        all of these for one direction of a conversation, a step at a time
    conversations   events → conversations: a client's side and a server's side, joined
    reader          a history → its conversations

Offsets count bytes from the beginning of a stream.  Nothing here knows sockets, or how any of it is drawn.
"""

from core.ruler.characters import Cuts, Letter, letters
from core.ruler.conversations import Conversation, Conversations
from core.ruler.datagrams import Fate, Pairs
from core.ruler.findings import DatagramFindings, Findings, StreamFindings
from core.ruler.messages import Messages
from core.ruler.reader import Reader
from core.ruler.row import Block, Call, Row, blocks, crowds
from core.ruler.stream import Borders, Seen, Stream

__all__ = [
    "Block",
    "Borders",
    "Call",
    "Conversation",
    "Conversations",
    "Cuts",
    "DatagramFindings",
    "Fate",
    "Findings",
    "Letter",
    "Messages",
    "Pairs",
    "Reader",
    "Row",
    "Seen",
    "Stream",
    "StreamFindings",
    "blocks",
    "crowds",
    "letters",
]
