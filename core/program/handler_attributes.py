"""What the class statement of a built-in handler sets."""

from typing import Any

from core import handlers
from core.spec import ServerSpec


def handler_attributes(spec: ServerSpec) -> dict[str, Any]:
    """Return the class attributes of the handler that differ from what it has anyway."""
    defaults = {option.name: option.default for option in handlers.HANDLERS[spec.handler].options}
    chosen: dict[str, Any] = {
        name: value for name, value in spec.handler_options.items() if value != defaults.get(name)
    }
    if "disable_nagle_algorithm" in spec.changed_options():
        chosen["disable_nagle_algorithm"] = True
    return chosen
