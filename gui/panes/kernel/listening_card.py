"""The socket that the server was bound with, and who waits at it."""

from PySide6.QtWidgets import QWidget

from core.kernel import KernelSample
from core.kernel.facts import FileFacts, MainSocket
from core.kernel.words import SOCKET_STATES
from core.socket_file import SocketFile
from gui.language import translated
from gui.panes.kernel.amounts import size
from gui.panes.kernel.card import Card, Sentence
from gui.panes.kernel.queue_gauge import QueueGauge
from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import tooltip
from gui.widgets.elided_label import ElidedLabel


class ListeningCard(Card):
    """State and queue of the server's main socket; drops of datagrams; the file of a Unix socket."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a socket."""
        super().__init__("listening", parent)
        self._is_stream = True
        self._socket = ElidedLabel()
        self._socket.setObjectName("main_socket")
        set_role(self._socket, "mono")
        self._gauge = QueueGauge("queue")
        self._waiting = Sentence("waiting")
        self._drops = Sentence("drops")
        self._file = Sentence("socket_file")
        for part in (self._socket, self._gauge, self._waiting, self._drops, self._file):
            self.add(part)
        spoken(self, self._say_words)

    def show_sample(self, sample: KernelSample) -> None:
        """Show what the sample says."""
        main = sample.main_socket
        self._is_stream = sample.target.transport.is_stream
        self._say_words()
        self._gauge.show_nothing()
        self._drops.say("")
        if main is None:
            self._show_nothing(sample)
        else:
            self._socket.set_text(f"{main.state}  {main.address}")
            self._socket.setToolTip(tooltip(translated(SOCKET_STATES.get(main.state, ""))))
            (self._show_queue if main.state == "LISTEN" else self._show_datagrams)(main)
        self._show_file(sample.socket_file)

    def _say_words(self) -> None:
        if self._is_stream:
            self.set_title(
                self.tr("LISTENING SOCKET"),
                self.tr(
                    "The socket that bind() and listen() made. It carries no messages: accept() gives a new "
                    "socket for each client."
                ),
            )
        else:
            self.set_title(
                self.tr("DATAGRAM SOCKET"),
                self.tr("The only socket of the server: all messages of all clients come through it."),
            )

    def _show_nothing(self, sample: KernelSample) -> None:
        self.note.set_text("")
        if sample.is_running:
            self._socket.set_text(self.tr("no socket is bound"))
            self._waiting.say(
                self.tr("The process runs, but nobody can connect: it is starting, or stopping.")
            )
        else:
            self._socket.set_text(self.tr("nobody listens"))
            self._waiting.say(self.tr("The server's process is gone. Below is what it has left behind."))

    def _show_queue(self, main: MainSocket) -> None:
        if main.waiting is None or main.places is None:
            self.note.set_text("")
            self._waiting.say(self.tr("This system does not tell who waits in the accept queue."))
            return
        taken, places = main.waiting, main.places
        self.note.set_text(
            self.tr("accept queue: {0} of {1} · backlog {2}").format(taken, places, places - 1)
        )
        self._gauge.show()
        self._gauge.show_queue(taken, places, self._queue_in_words(taken, places))
        self._waiting.say(self._queue_in_words(taken, places), "warning" if taken >= places else "muted")

    def _queue_in_words(self, taken: int, places: int) -> str:
        if taken >= places:
            return self.tr(
                "All {0} places are taken. The next client gets no answer and asks again, until one is free."
            ).format(places)
        if taken == 0:
            return self.tr("Nobody waits: who connects is accepted at once.")
        if taken == 1:
            return self.tr("1 client is connected and waits for accept(): it can send, but nobody reads yet.")
        return self.tr(
            "{0} clients are connected and wait for accept(): they can send, but nobody reads yet."
        ).format(taken)

    def _show_datagrams(self, main: MainSocket) -> None:
        self.note.set_text("")
        if main.unread is None:
            self._waiting.say(self.tr("This system does not tell what waits to be read."))
            return
        if main.room:
            words = self.tr("Receive queue: {0} of about {1}.").format(size(main.unread), size(main.room))
            self._gauge.show()
            self._gauge.show_queue(main.unread, main.room, words, in_slots=False)
        self._waiting.say(self._datagrams_in_words(main))
        self._show_drops(main.drops)

    def _datagrams_in_words(self, main: MainSocket) -> str:
        if not main.unread:
            return self.tr("Nothing waits: every datagram that came has been read.")
        if main.room is None:
            return self.tr("A datagram of {0} is the next to be read.").format(size(main.unread))
        return self.tr(
            "{0} of about {1} of memory hold datagrams that nobody has read yet; "
            "the system counts its own needs too."
        ).format(size(main.unread), size(main.room))

    def _show_drops(self, drops: int | None) -> None:
        if drops is None:
            return
        self.note.set_text(self.tr("dropped: {0}").format(f"{drops:,}"))
        if drops:
            sentence = self.tr(
                "{0} datagrams were dropped: they came while the receive queue was full. Nobody is told; "
                "UDP promises nothing."
            ).format(f"{drops:,}")
            self._drops.say(sentence, "error")

    def _show_file(self, file: FileFacts | None) -> None:
        if file is None:
            self._file.say("")
            return
        inode = self.tr("inode {0}").format(file.inode) if file.inode else ""
        about = " · ".join(filter(None, (file.mode, inode)))
        place = self.tr("{0} ({1})").format(file.path, about) if about else file.path
        role = "warning" if file.found is SocketFile.STALE else "muted"
        self._file.say(self._file_in_words(file.found).format(place), role)

    def _file_in_words(self, found: SocketFile) -> str:
        return {
            SocketFile.MISSING: self.tr("Socket file {0}: there is none."),
            SocketFile.NOT_A_SOCKET: self.tr("Socket file {0}: something else stands there."),
            SocketFile.STALE: self.tr(
                "Socket file {0}: left over; nobody listens at it. "
                "It must be removed before a server can bind there."
            ),
            SocketFile.ALIVE: self.tr("Socket file {0}: it is there, and somebody listens."),
            SocketFile.HIDDEN: self.tr("Socket file {0}: we may not look."),
        }[found]
