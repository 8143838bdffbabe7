import pytest

from core import Concurrency, ServerSpec, Transport
from core.suppliers import suppliers


@pytest.mark.parametrize(
    ("concurrency", "supplier"),
    [
        (Concurrency.ONE_AT_A_TIME, "BaseServer"),
        (Concurrency.THREADING, "ThreadingMixIn"),
        (Concurrency.FORKING, "ForkingMixIn"),
    ],
)
def test_the_mix_in_supplies_process_request(concurrency: Concurrency, supplier: str) -> None:
    found = suppliers(ServerSpec(concurrency=concurrency))
    assert found["process_request"].name == supplier
    assert found["verify_request"].name == "BaseServer"


def test_what_is_overridden_is_named_in_order() -> None:
    found = suppliers(ServerSpec(concurrency=Concurrency.THREADING))
    assert found["server_close"].overrides == ("TCPServer", "BaseServer")
    assert found["verify_request"].overrides == ()


def test_hooks_that_the_class_lacks_are_left_out() -> None:
    assert "process_request_thread" not in suppliers(ServerSpec())
    assert suppliers(ServerSpec(transport=Transport.UDP))["get_request"].name == "UDPServer"


def test_the_handler_supplies_its_methods() -> None:
    found = suppliers(ServerSpec(handler="upper-case"))
    assert found["setup"].name == "StreamRequestHandler"
    assert found["handle"].name == "UpperCaseHandler"
