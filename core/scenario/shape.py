"""What is wrong with the shape of a file: fields that nothing has, that are missing, or of the wrong kind.

msgspec, which makes a `Scenario` of the tables, stops at the first; an author wants to know them all.
"""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from core.scenario.problem import Path, Problem
from core.scenario.scenario import Scenario, Step, Table
from core.wording import worded

_STEPS: dict[str, type[Table]] = {kind.__struct_config__.tag: kind for kind in get_args(Step)}


def shape_problems(tables: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with the shape, in no special order."""
    yield from _in_table(tables, Scenario, ())


def _in_table(value: object, kind: type[Table], path: Path) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_kind(value, kind, path)
        return
    fields = _fields(kind)
    tag_field = kind.__struct_config__.tag_field
    for name, part in value.items():
        if name in fields:
            yield from _in_value(part, fields[name].type, (*path, name))
        elif name != tag_field:
            yield Problem((*path, name), _unknown(name, kind))
    for name, field in fields.items():
        if field.required and name not in value:
            yield Problem(path, worded("{name} is missing.", name=name))


def _in_value(value: object, kind: Any, path: Path) -> Iterator[Problem]:
    kind = _without_none(kind)
    if kind == Step:
        yield from _in_step(value, path)
    elif isinstance(kind, type) and issubclass(kind, Table):
        yield from _in_table(value, kind, path)
    elif get_origin(kind) in (list, dict):
        yield from _in_many(value, kind, path)
    elif not _is_of(value, kind):
        yield _wrong_kind(value, kind, path)


def _in_many(value: object, kind: Any, path: Path) -> Iterator[Problem]:
    if not isinstance(value, get_origin(kind)):
        yield _wrong_kind(value, kind, path)
        return
    inner = get_args(kind)[-1]
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for place, part in parts:
        yield from _in_value(part, inner, (*path, place))


def _in_step(value: object, path: Path) -> Iterator[Problem]:
    name = value.get("kind") if isinstance(value, dict) else None
    if isinstance(name, str) and name in _STEPS:
        yield from _in_table(value, _STEPS[name], path)
        return
    where = (*path, "kind") if isinstance(value, dict) and "kind" in value else path
    yield Problem(where, worded("kind must be one of {names}.", names=", ".join(_STEPS)))


def _is_of(value: object, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind, strict=True)
    except (msgspec.ValidationError, OverflowError):
        return False
    return True


@cache
def _fields(kind: type[Table]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(kind)}


def _without_none(kind: Any) -> Any:
    """Return what a field holds when it is there: TOML has no null."""
    if get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind):
        kinds = tuple(part for part in get_args(kind) if part is not NoneType)
        return Union[kinds]  # noqa: UP007 - made at run time
    return kind


# In words ------------------------------------------------------------------------------------------------


def _unknown(name: str, kind: type[Table]) -> str:
    known = [
        *([kind.__struct_config__.tag_field] if kind.__struct_config__.tag_field else []),
        *_fields(kind),
    ]
    return worded(
        "There is no field {name} here; there are: {known}.", name=name, known=", ".join(map(str, known))
    )


def _wrong_kind(value: object, kind: Any, path: Path) -> Problem:
    name = path[-1] if path else worded("the file")
    if isinstance(name, int):
        name = worded("number {number} of {name}", number=name + 1, name=_list_name(path))
    wanted = _kind_in_words(kind)
    got = f'"{value}"' if get_origin(kind) is Literal and isinstance(value, str) else _in_words(value)
    return Problem(
        path, worded("{name} must be {wanted}, not {got}.", name=name, wanted=wanted, got=got[:80])
    )


def _list_name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _in_words(value: object) -> str:
    return _WORDS.get(type(value)) or worded("a date or a time")


def _kind_in_words(kind: Any) -> str:
    origin = get_origin(kind)
    if origin is Literal:
        return worded("one of {names}", names=", ".join(get_args(kind)))
    if origin in (Union, UnionType):
        words = list(dict.fromkeys(_kind_in_words(part) for part in get_args(kind)))
        return (
            words[0]
            if len(words) == 1
            else worded("{these} or {last}", these=", ".join(words[:-1]), last=words[-1])
        )
    if isinstance(kind, type) and issubclass(kind, Table):
        return _WORDS[dict]
    return _WORDS[origin or kind]


_WORDS: dict[type, str] = {
    bool: worded("true or false"),
    int: worded("a whole number"),
    float: worded("a number"),
    str: worded("a text"),
    list: worded("a list"),
    dict: worded("a table"),
}
