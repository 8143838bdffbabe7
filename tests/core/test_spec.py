"""A spec is either one that can be, or a sentence that says what is wrong and what is allowed."""

import dataclasses
import os
import socket
import socketserver
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import handlers
from core.servers import handler_class, server_class
from core.spec import (
    OPTIONS,
    PATH_LIMIT,
    AddressFamily,
    Concurrency,
    Loop,
    Option,
    ServerSpec,
    SpecError,
    Transport,
    unavailable,
)

TRANSPORTS = pytest.mark.parametrize("transport", Transport)
CONCURRENCIES = pytest.mark.parametrize("concurrency", Concurrency)
NUMBERS = [option for option in OPTIONS if option.maximum]


def refusal(**fields: Any) -> SpecError:
    """Return the error that a spec with these fields raises."""
    with pytest.raises(SpecError) as caught:
        ServerSpec(**fields)
    return caught.value


# What can be -------------------------------------------------------------------------------------------


def test_the_default_is_a_server_that_only_this_machine_can_reach() -> None:
    spec = ServerSpec()
    assert (spec.transport, spec.concurrency) == (Transport.TCP, Concurrency.ONE_AT_A_TIME)
    assert (spec.host, spec.port) == ("127.0.0.1", 0)
    assert not spec.is_reachable_from_outside
    assert spec.changed_options() == {}


@TRANSPORTS
@CONCURRENCIES
def test_each_of_the_twelve_can_be_named_by_texts(transport: Transport, concurrency: Concurrency) -> None:
    named: Any = {"transport": transport.value, "concurrency": concurrency.value}
    spec = ServerSpec(**named)
    assert spec == ServerSpec(transport=transport, concurrency=concurrency)
    assert spec.transport is transport
    assert spec.concurrency is concurrency


def test_other_enums_can_be_named_by_texts_too() -> None:
    named: Any = {"loop": "handle_request", "address_family": "AF_INET6", "host": "::1"}
    spec = ServerSpec(**named)
    assert spec.loop is Loop.HANDLE_REQUEST
    assert spec.address_family is AddressFamily.IPV6


def test_a_spec_cannot_be_changed_but_replaced_and_is_checked_again() -> None:
    spec = ServerSpec()
    with pytest.raises(dataclasses.FrozenInstanceError):
        spec.port = 80  # type: ignore[misc]
    assert dataclasses.replace(spec, port=80).port == 80
    with pytest.raises(SpecError):
        dataclasses.replace(spec, port=-1)


def test_equal_specs_are_one_key() -> None:
    assert len({ServerSpec(), ServerSpec(), ServerSpec(port=1)}) == 2


def test_the_options_of_a_handler_stay_as_they_were_checked() -> None:
    options: dict[str, handlers.OptionValue] = {"delay": 1.0}
    spec = ServerSpec(handler="slow", handler_options=options)
    options["delay"] = -1.0
    assert spec.handler_options == {"delay": 1.0}


# Families and reach ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "chosen", "family"),
    [
        ("127.0.0.1", None, AddressFamily.IPV4),
        ("localhost", None, AddressFamily.IPV4),
        ("", None, AddressFamily.IPV4),
        ("::1", None, AddressFamily.IPV6),
        ("fe80::1%eth0", None, AddressFamily.IPV6),
        ("localhost", AddressFamily.IPV6, AddressFamily.IPV6),
        ("", AddressFamily.IPV6, AddressFamily.IPV6),
    ],
)
def test_the_family_is_the_chosen_one_or_the_hosts(
    host: str, chosen: AddressFamily | None, family: AddressFamily
) -> None:
    assert ServerSpec(host=host, address_family=chosen).family is family


@pytest.mark.parametrize(
    ("host", "family", "needed"), [("127.0.0.1", "AF_INET6", "AF_INET,"), ("::1", "AF_INET", "AF_INET6,")]
)
def test_an_address_written_in_the_other_family_is_refused(host: str, family: Any, needed: str) -> None:
    error = refusal(host=host, address_family=family)
    assert error.field == "address_family"
    assert f"needs {needed}" in str(error)


@pytest.mark.parametrize(
    ("host", "outside"),
    [
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("localhost", False),
        ("LocalHost", False),
        ("::1", False),
        ("", True),
        ("0.0.0.0", True),
        ("::", True),
        ("192.168.1.2", True),
        ("fe80::1%eth0", True),
        ("a-name", True),
    ],
)
def test_what_others_may_reach_is_known(host: str, outside: bool) -> None:
    assert ServerSpec(host=host).is_reachable_from_outside is outside


def test_nobody_reaches_a_unix_socket_from_outside() -> None:
    assert not ServerSpec(transport=Transport.UNIX_STREAM, host="0.0.0.0").is_reachable_from_outside


# What cannot be ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["transport", "concurrency", "loop", "address_family"])
@pytest.mark.parametrize("value", ["carrier pigeon", "", 1, [], {}])
def test_an_unknown_choice_lists_the_allowed_ones(name: str, value: object) -> None:
    error = refusal(**{name: value})
    assert error.field == name
    assert repr(value) in str(error)
    assert "must be one of" in str(error)


@pytest.mark.parametrize("port", [-1, 65_536, 10**400, 80.0, "80", None, True])
def test_a_port_that_cannot_be_says_the_range(port: Any) -> None:
    error = refusal(port=port)
    assert error.field == "port"
    assert "0 to 65535" in str(error)


@pytest.mark.parametrize("host", [None, b"127.0.0.1", 127, "a\0b", "x" * 256, "a\ud800"])
def test_a_host_that_cannot_be_is_refused(host: Any) -> None:
    assert refusal(host=host).field == "host"


@pytest.mark.parametrize("path", ["", b"/tmp/a", 1, "a\0b", "/tmp/\ud800", "/run/\udcff"])
def test_a_path_that_cannot_be_is_refused(path: Any) -> None:
    assert refusal(transport=Transport.UNIX_STREAM, path=path).field == "path"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no Unix sockets here")
def test_the_longest_path_is_the_systems_own() -> None:
    longest = "/" + "x" * (PATH_LIMIT - 1)
    with socket.socket(socket.AF_UNIX) as client:
        with pytest.raises(FileNotFoundError):
            client.connect(longest)
        with pytest.raises(OSError, match="path too long"):
            client.connect(longest + "x")
    assert ServerSpec(transport=Transport.UNIX_STREAM, path=longest).path == longest


@pytest.mark.parametrize("path", ["/" + "x" * PATH_LIMIT, "/" + "é" * ((PATH_LIMIT + 1) // 2)])
def test_a_path_too_long_says_the_limit_and_counts_bytes(path: str) -> None:
    error = refusal(transport=Transport.UNIX_STREAM, path=path)
    assert error.field == "path"
    assert str(PATH_LIMIT) in str(error)
    assert str(len(os.fsencode(path))) in str(error)


def test_fields_that_do_not_count_are_not_checked() -> None:
    assert ServerSpec(path="x" * 500).transport is Transport.TCP
    assert ServerSpec(transport=Transport.UNIX_STREAM, port=-1).transport is Transport.UNIX_STREAM


@pytest.mark.parametrize("option", NUMBERS, ids=lambda option: option.name)
def test_a_number_may_reach_its_bounds_and_not_pass_them(option: Option) -> None:
    for value in (option.minimum, option.maximum):
        fields: dict[str, Any] = {option.name: value}
        assert getattr(ServerSpec(**fields), option.name) == value
    for value in (option.minimum - 1, option.maximum + 1, 10**400):
        error = refusal(**{option.name: value})
        assert error.field == option.name
        assert f"between {option.minimum:g} and {option.maximum:g}" in str(error)


@pytest.mark.parametrize("value", [nan, inf, -inf])
@pytest.mark.parametrize("name", ["timeout", "poll_interval"])
def test_what_is_no_amount_of_time_is_refused(name: str, value: float) -> None:
    assert refusal(**{name: value}).field == name


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
@pytest.mark.parametrize("value", ["1", [], b""])
def test_an_option_of_the_wrong_kind_is_refused(option: Option, value: object) -> None:
    error = refusal(**{option.name: value})
    assert error.field == option.name
    assert "it must be" in str(error)


@pytest.mark.parametrize("option", NUMBERS, ids=lambda option: option.name)
def test_true_is_not_a_number(option: Option) -> None:
    assert refusal(**{option.name: True}).field == option.name


def test_a_number_is_not_true_or_false() -> None:
    assert "True or False" in str(refusal(daemon_threads=1))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"handler": "no-such"}, "handler"),
        ({"handler": None}, "handler"),
        ({"handler": "json-lines", "transport": Transport.UDP}, "handler"),
        ({"handler_options": {"delay": 1}}, "handler_options"),
        ({"handler_options": None}, "handler_options"),
        ({"handler": "slow", "handler_options": {"delay": "long"}}, "handler_options"),
    ],
)
def test_a_handler_that_does_not_fit_is_refused(fields: dict[str, Any], field: str) -> None:
    assert refusal(**fields).field == field


_ANYTHING: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(), max_size=300),
    st.binary(max_size=5),
    st.lists(st.integers(), max_size=2),
    st.sampled_from([*Transport, *Concurrency, *Loop, *AddressFamily, *handlers.HANDLERS]),
)


def outcome(fields: dict[str, Any]) -> ServerSpec | SpecError:
    """Return the spec with these fields, or why there is none."""
    try:
        return ServerSpec(**fields)
    except SpecError as error:
        return error


@settings(max_examples=150, deadline=None)
@given(fields=st.dictionaries(st.sampled_from([f.name for f in dataclasses.fields(ServerSpec)]), _ANYTHING))
def test_whatever_is_asked_for_gives_a_spec_or_a_sentence(fields: dict[str, Any]) -> None:
    made = outcome(fields)
    if isinstance(made, SpecError):
        assert made.field in fields
        assert str(made).endswith((".", ")."))
    else:
        assert made.family in AddressFamily
        assert isinstance(made.changed_options(), dict)


# Options and the library -------------------------------------------------------------------------------


def test_every_option_is_a_field_with_the_same_default() -> None:
    fields = {field.name: field.default for field in dataclasses.fields(ServerSpec)}
    for option in OPTIONS:
        assert fields[option.name] == option.default, option.name
        assert option.sentence.endswith(".")


@TRANSPORTS
@CONCURRENCIES
def test_the_defaults_are_the_librarys_own(transport: Transport, concurrency: Concurrency) -> None:
    if unavailable(transport, concurrency):
        pytest.skip(unavailable(transport, concurrency))
    server = server_class(ServerSpec(transport=transport, concurrency=concurrency))
    for option in OPTIONS:
        known = hasattr(server, option.name) and option.fits(transport, concurrency)
        if known and (option.name, concurrency) != ("timeout", Concurrency.FORKING):
            assert getattr(server, option.name) == option.default, option.name


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork() here")
def test_a_forking_server_has_a_timeout_of_its_own_as_the_option_says() -> None:
    assert socketserver.ForkingMixIn.timeout == 300
    assert "300 s" in next(option.sentence for option in OPTIONS if option.name == "timeout")


@TRANSPORTS
@CONCURRENCIES
def test_changed_options_are_those_that_differ_and_mean_something(
    transport: Transport, concurrency: Concurrency
) -> None:
    other: dict[str, Any] = {option.name: not option.default for option in OPTIONS if not option.maximum}
    other |= {option.name: option.maximum for option in NUMBERS}
    changed = ServerSpec(transport=transport, concurrency=concurrency, **other).changed_options()
    assert changed == {
        option.name: other[option.name] for option in OPTIONS if option.fits(transport, concurrency)
    }


def test_nagle_is_set_on_the_handler_that_looks_at_it() -> None:
    assert handler_class(
        ServerSpec(handler="json-lines", disable_nagle_algorithm=True)
    ).disable_nagle_algorithm  # type: ignore[attr-defined]


def test_a_system_without_fork_or_unix_sockets_says_what_to_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    monkeypatch.delattr(socket, "AF_UNIX")
    assert "take threading" in unavailable(Transport.TCP, Concurrency.FORKING)
    assert "take TCP or UDP" in unavailable(Transport.UNIX_STREAM)
    assert unavailable(Transport.UDP, Concurrency.THREADING) == ""
