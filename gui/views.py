"""The views of the stage: each is loaded and made when it is first shown, or first asked for.

Together they take longer to load than all the rest of the window.
"""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.address import Address
    from core.spec import ServerSpec
    from gui.panes.bytes_view import BytesPane
    from gui.panes.code import CodePane
    from gui.panes.console import ConsolePane
    from gui.panes.kernel import KernelPane
    from gui.panes.lanes import LanesPane
    from gui.panes.life import LifePane
    from gui.panes.log import LogPane
    from gui.stage import Stage
    from gui.workshop import Workshop


class Views:
    """Makes each view for the stage, and tells it which server it is about."""

    def __init__(self, stage: "Stage", workshop: "Workshop") -> None:
        """Make the views that `stage` wants; the code view is the `workshop`'s."""
        self._stage = stage
        self._workshop = workshop
        self._spec: ServerSpec | None = None
        self._pid = 0
        self._address: Address = None
        stage.view_wanted.connect(self._make)

    @cached_property
    def lanes(self) -> "LanesPane":
        """Who does what when."""
        from gui.panes.lanes import LanesPane

        return self._stage.put("lanes", LanesPane())

    @cached_property
    def life(self) -> "LifePane":
        """The lives of the server and of each request."""
        from gui.panes.life import LifePane

        view = LifePane()
        self._tell_life(view)
        return self._stage.put("life", view)

    @cached_property
    def bytes(self) -> "BytesPane":
        """Which send went into which recv."""
        from gui.panes.bytes_view import BytesPane

        view = BytesPane()
        view.set_spec(self._spec)
        return self._stage.put("bytes", view)

    @cached_property
    def kernel(self) -> "KernelPane":
        """What the operating system says."""
        from gui.panes.kernel import KernelPane

        view = KernelPane()
        self._tell_kernel(view)
        return self._stage.put("kernel", view)

    @cached_property
    def log(self) -> "LogPane":
        """Every event in words."""
        from gui.panes.log import LogPane

        return self._stage.put("log", LogPane())

    @cached_property
    def code(self) -> "CodePane":
        """The program."""
        from gui.panes.code import CodePane

        view = CodePane()
        self._workshop.attach(view)
        return self._stage.put("code", view)

    @cached_property
    def console(self) -> "ConsolePane":
        """What the program prints."""
        from gui.panes.console import ConsolePane

        view = ConsolePane()
        view.link_wanted.connect(self._workshop.show_place)
        return self._stage.put("console", view)

    def show_server(self, spec: "ServerSpec | None", pid: int, address: "Address") -> None:
        """Say, before the stage shows its run, which server it is; `pid` 0 once its process is gone."""
        self._spec, self._pid, self._address = spec, pid, address
        made = vars(self)
        if "bytes" in made:
            self.bytes.set_spec(spec)
        if "life" in made:
            self._tell_life(self.life)
        if "kernel" in made:
            self._tell_kernel(self.kernel)

    def make_all(self) -> None:
        """Make those that have not been shown yet: something in one of them is looked for."""
        for name in self._stage.names():
            self._make(name)

    def _tell_life(self, view: "LifePane") -> None:
        if self._spec:
            view.show_spec(self._spec)

    def _tell_kernel(self, view: "KernelPane") -> None:
        spec = self._spec
        if spec:
            view.show_server(self._pid, spec.transport, self._address, spec.request_queue_size)
        else:
            view.clear_server()

    def _make(self, name: str) -> None:
        getattr(self, name)
