"""What the choices mean in Python: the classes that are asked for a method, and the code."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core import script
from core.spec import ServerSpec
from gui.latest_answer import QUICKLY_READ, LatestAnswer
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.chip import Chip
from gui.widgets.code_copy_button import CodeCopyButton
from gui.widgets.code_view import CodeView
from gui.widgets.flow_layout import FlowLayout


class CodeCard(QFrame):
    """The method resolution order as chips, the mix-in standing out, and the code to read and copy."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._title = QLabel()
        self._chips = QWidget()
        self._chips_layout = FlowLayout(self._chips)
        self._code = CodeView()
        self._copy = CodeCopyButton(lambda: self._to_copy)
        self._to_copy = ""
        self._spec: ServerSpec | None = None
        self._resolution = LatestAnswer(self)
        self._name_parts()
        self._lay_out()
        spoken(self, self._say_words)

    def show_spec(self, spec: ServerSpec) -> None:
        """Show the classes and the code of a server that this machine can run."""
        self._spec = spec
        self._copy.setVisible(spec.code is None)
        if spec.code:
            self._show_own_classes(spec)
        else:
            self._resolution.forget()
            self._to_copy = f"{script.import_source(spec)}\n{script.server_source(spec)}"
            self._show_classes(script.method_resolution(spec))
        self._show_code(spec)

    def classes(self) -> list[Chip]:
        """Return the chips in order."""
        items = (self._chips_layout.itemAt(index) for index in range(self._chips_layout.count()))
        return [chip for item in items if item and isinstance(chip := item.widget(), Chip)]

    def _show_own_classes(self, spec: ServerSpec) -> None:
        assert spec.code
        if len(spec.code.text) <= QUICKLY_READ:
            self._resolution.forget()
            self._show_classes(own_method_resolution(spec))
        else:
            self._resolution.ask(lambda: own_method_resolution(spec), self._show_classes)

    def _show_classes(self, names: tuple[str, ...]) -> None:
        if names == tuple(chip.text for chip in self.classes()):
            return
        self._chips_layout.clear()
        for name in names:
            chip = Chip(name, highlighted=name.endswith("MixIn"))
            self._chips_layout.addWidget(chip)
            chip.show()
        self._chips.updateGeometry()
        self._explain_classes()

    def _show_code(self, spec: ServerSpec) -> None:
        own = self.tr("# {0}, {1} lines:\n# your own code. Read it,\n# and edit it, under Code.")
        if spec.code:
            lines = f"{len(spec.code.text.splitlines()):,}"
            self._code.show_code(own.format(spec.code.name, lines))
        else:
            self._code.show_code(script.server_source(spec).rstrip("\n"))

    def _say_words(self) -> None:
        self._title.setText(self.tr("CLASSES AND CODE"))
        self._title.setToolTip(
            self.tr(
                "The method resolution order: Python looks for a method in these classes, "
                "one after the other, from left to right."
            )
        )
        self._chips.setAccessibleName(self.tr("Method resolution order"))
        self._code.setAccessibleName(self.tr("The code of this server"))
        self._copy.setAccessibleName(self.tr("Copy the code"))
        self._copy.setToolTip(self.tr("Copies the code together with the imports that it needs."))
        self._explain_classes()
        if self._spec:
            self._show_code(self._spec)

    def _explain_classes(self) -> None:
        sentences = self._sentences()
        for chip in self.classes():
            chip.setToolTip(sentences.get(chip.text, ""))
            chip.setAccessibleDescription(sentences.get(chip.text, ""))

    def _sentences(self) -> dict[str, str]:
        """Return what each class supplies."""
        return {
            "Server": self.tr(
                "Your class: the options that you changed stand here, and Python looks here first."
            ),
            "ThreadingMixIn": self.tr("Its process_request() starts a thread for every request."),
            "ForkingMixIn": self.tr("Its process_request() forks a child process for every request."),
            "UnixStreamServer": self.tr("A TCPServer whose address is a path: address_family = AF_UNIX."),
            "UnixDatagramServer": self.tr("A UDPServer whose address is a path: address_family = AF_UNIX."),
            "UDPServer": self.tr("Its get_request() reads one datagram; there is nothing to accept."),
            "TCPServer": self.tr("Makes the socket and binds it; its get_request() accepts a connection."),
            "BaseServer": self.tr("The loop serve_forever(), and the order in which the hooks are called."),
        }

    def _name_parts(self) -> None:
        set_role(self, "card")
        set_role(self._title, "title")
        set_role(self._copy, "link")
        self._chips.setObjectName("method_resolution")
        self._code.setObjectName("code")
        self._copy.setObjectName("copy_code")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        layout.addLayout(head)
        layout.addWidget(self._chips)
        layout.addWidget(self._code)


def own_method_resolution(spec: ServerSpec) -> tuple[str, ...]:
    """Return the classes of a learner's server in the order in which Python asks them."""
    from core.analysis import stand_ins  # only a program of the learner's needs what reads programs

    assert spec.code is not None
    server, _handler = stand_ins(spec.code)
    if server is None:
        return script.method_resolution(spec)
    return tuple(cls.__name__ for cls in server.__mro__ if cls is not object)
