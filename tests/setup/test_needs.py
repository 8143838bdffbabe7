"""What Qt needs of the system, and what is said where it is missing."""

import sys

import pytest

from gui import needs


@pytest.mark.parametrize(
    ("environ", "platforms"),
    [
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("xcb", "wayland")),
        ({}, ()),
        ({"DISPLAY": ""}, ()),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb:no-glx"}, ("wayland", "xcb")),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_the_platform_follows_the_environment(environ: dict[str, str], platforms: tuple[str, ...]) -> None:
    assert needs.platforms(environ) == platforms


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_no_display_is_said_in_words() -> None:
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in needs.display_problem({})
    assert needs.display_problem({"QT_QPA_PLATFORM": "offscreen"}) == ""


def test_a_library_that_does_not_load_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(needs.FOR_PLATFORM, "xcb", {"libnowhere-at-all.so.7": "libnowhere7"})
    assert needs.missing_libraries(("xcb",))["libnowhere-at-all.so.7"] == "libnowhere7"
    assert "libnowhere-at-all.so.7" in needs.explain_libraries({"libnowhere-at-all.so.7": "libnowhere7"})
    assert "Try: " in needs.explain_libraries({"libnowhere-at-all.so.7": "libnowhere7"})


def test_packages_are_named_once() -> None:
    assert needs.packages({"a.so": "one", "b.so": "one", "c.so": "another"}) == ["another", "one"]
