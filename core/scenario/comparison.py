"""A fact of an event, compared with what a scenario expects of it."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "equals": operator.eq,
    "differs_from": operator.ne,
    "at_least": operator.ge,
    "at_most": operator.le,
    "more_than": operator.gt,
    "less_than": operator.lt,
    "contains": operator.contains,
    "lacks": lambda fact, part: part not in fact,
    "begins_with": lambda fact, part: fact.startswith(part),
    "one_of": lambda fact, choices: fact in choices,
}
"""What a table of comparisons may hold, by name."""


def holds(fact: object, test: object) -> bool:
    """True if `fact` equals the value `test`, or passes each comparison of the table `test`.

    Bytes are compared as text, in which what is no UTF-8 appears as an escape such as "\\xff".  What cannot
    be compared (a number with a text) does not hold, nor does anything of a fact that is not there (None).
    """
    tests = test if isinstance(test, Mapping) else {"equals": test}
    plain = _plain(fact)
    return plain is not None and all(_compare(name, plain, value) for name, value in tests.items())


def _compare(name: str, fact: Any, value: Any) -> bool:
    if name in ("equals", "differs_from") and isinstance(fact, bool) is not isinstance(value, bool):
        return name == "differs_from"  # Python holds True and 1 for equal
    try:
        return COMPARISONS[name](fact, value)
    except (TypeError, AttributeError):
        return False


def _plain(fact: Any) -> Any:
    if isinstance(fact, bytes):
        return fact.decode("utf-8", "backslashreplace")
    return fact
