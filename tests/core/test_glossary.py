"""The glossary: both languages tell the same, all that is in the window and in the library is in it."""

import importlib
import re
import socketserver
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import hook_words
from core.glossary import MANUALS, Glossary, GlossaryError, glossary, read
from core.kernel.words import PROCESS_STATES, SOCKET_STATES
from core.lifecycle import RequestState, ServerState
from core.spec import LIMITS, OPTIONS

ENGLISH = glossary("en")
CHINESE = glossary("zh_CN")
BOTH = pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh_CN"])

LISTED = (
    "fileno handle_request serve_forever shutdown address_family RequestHandlerClass server_address "
    "finish_request get_request handle_error handle_timeout process_request server_activate server_bind "
    "verify_request allow_reuse_address request_queue_size socket_type timeout service_actions server_close "
    "shutdown_request close_request max_packet_size poll_interval daemon_threads block_on_close max_children "
    "disable_nagle_algorithm setup handle finish rfile wfile rbufsize wbufsize client_address request "
    "allow_reuse_port"
)
"""What the library's documentation and the article list, but for two names that several things share."""

MADE_LATER = "request client_address server rfile wfile socket server_address RequestHandlerClass"
"""Attributes of objects only, which no class has."""

ENTRY = {"title": "Port", "documented": "", "sentence": "A number.", "see": [], "controls": [], "words": []}


def toml(**changed: Any) -> str:
    """Return a glossary with the entries "port" and "other", the first one changed."""
    lines = [f"{name} = {value!r}" for name, value in (ENTRY | changed).items() if value is not None]
    other = [f"{name} = {value!r}" for name, value in ENTRY.items()]
    return "\n".join(["[port]", *lines, "[other]", *other])


# The two files ---------------------------------------------------------------------------------------------


def test_both_languages_have_the_same_entries_in_the_same_order() -> None:
    assert list(ENGLISH) == list(CHINESE)


@pytest.mark.parametrize("part", ["documented", "see", "controls"])
def test_both_languages_are_put_together_in_the_same_way(part: str) -> None:
    assert [getattr(one, part) for one in ENGLISH.values()] == [
        getattr(one, part) for one in CHINESE.values()
    ]


@BOTH
def test_titles_are_different(words: Glossary) -> None:
    titles = [entry.title for entry in words.values()]
    assert len({*titles}) == len(titles)


@BOTH
def test_an_entry_has_one_to_three_whole_sentences(words: Glossary) -> None:
    for entry in words.values():
        ends = re.findall(r"[.!?](?=\s|$)|[。！？]", entry.sentence)
        assert 1 <= len(ends) <= 3, entry.sentence
        assert entry.sentence[-1] in ".。", entry.sentence


@BOTH
def test_every_entry_leads_to_another(words: Glossary) -> None:
    assert not [entry.key for entry in words.values() if not entry.see]


@BOTH
def test_every_entry_can_be_reached_from_another_or_from_a_control(words: Glossary) -> None:
    reached = {key for entry in words.values() for key in entry.see}
    assert not [entry.key for entry in words.values() if entry.key not in reached and not entry.controls]


def test_the_chinese_is_chinese_with_its_own_signs() -> None:
    for entry in CHINESE.values():
        assert re.search(r"[\u4e00-\u9fff]", entry.sentence), entry.key
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.(\s|$)", entry.sentence), (
            entry.sentence
        )


# What must be in it ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LISTED.split())
def test_what_the_library_lists_has_an_entry_with_its_name(name: str) -> None:
    assert ENGLISH[name].documented.startswith("socketserver."), name


@pytest.mark.parametrize("name", socketserver.__all__)
def test_every_class_of_the_library_has_an_entry(name: str) -> None:
    assert ENGLISH[name].documented == f"socketserver.{name}"


@pytest.mark.parametrize("name", list(hook_words._BY_NAME))
def test_every_hook_and_wait_has_an_entry_with_the_name_that_bars_tell(name: str) -> None:
    assert ENGLISH[name].documented == hook_words.about(name).documented


@pytest.mark.parametrize("state", [*ServerState, *RequestState])
def test_every_state_of_a_life_has_an_entry(state: ServerState | RequestState) -> None:
    whose = "server" if isinstance(state, ServerState) else "request"
    assert ENGLISH[f"{whose}_{state.name.lower()}"].title == f"{whose.capitalize()}: {state.value}"


@pytest.mark.parametrize("state", SOCKET_STATES)
def test_every_state_of_a_socket_has_an_entry(state: str) -> None:
    assert ENGLISH[state].title == state


@pytest.mark.parametrize("letter", [letter for letter in PROCESS_STATES if letter in "RSDTZ"])
def test_every_common_state_of_a_process_is_found(letter: str) -> None:
    assert letter in ENGLISH["process_state"].words


@pytest.mark.parametrize("option", [*OPTIONS, *LIMITS], ids=lambda option: str(option.name))
def test_every_option_of_a_server_is_explained_where_it_is_chosen(option: Any) -> None:
    entry = ENGLISH.about([option.name])
    assert entry is not None
    assert entry.key in (option.name, "limits")


@BOTH
def test_every_documented_name_is_one_of_python(words: Glossary) -> None:
    for entry in words.values():
        if entry.documented:
            assert exists(entry.documented), entry.documented


def exists(documented: str) -> bool:
    """Tell whether Python has it; what the documentation ascribes to BaseServer may be TCPServer's."""
    module, *names = documented.replace("BaseServer", "TCPServer").split(".")
    found: Any = importlib.import_module(module)
    for name in names:
        if name in MADE_LATER.split() and isinstance(found, type):
            return True
        # The library has these two since Python 3.12.
        if not hasattr(found, name):
            return name.startswith("ForkingUnix")
        found = getattr(found, name)
    return True


# Finding ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "text", "key"),
    [
        (ENGLISH, "reuse", "allow_reuse_address"),
        (ENGLISH, "verify", "verify_request"),
        (ENGLISH, "ZOMBIE", "zombie"),
        (ENGLISH, "so_reuseaddr", "allow_reuse_address"),
        (ENGLISH, "half a character", "utf8_cut"),
        (ENGLISH, "time_wait", "TIME_WAIT"),
        (ENGLISH, "connection denied", "request_queue_size"),
        (CHINESE, "僵尸", "zombie"),
        (CHINESE, "粘包", "stream"),
        (CHINESE, "死锁", "deadlock"),
        (CHINESE, "verify", "verify_request"),
    ],
)
def test_a_search_finds_the_entry(words: Glossary, text: str, key: str) -> None:
    assert key in [entry.key for entry in words.search(text)][:3]


def test_a_title_comes_before_a_word_and_a_word_before_a_sentence() -> None:
    keys = [entry.key for entry in ENGLISH.search("backlog")]
    assert keys.index("backlog") < keys.index("request_queue_size")
    found = ENGLISH.search("zombie")
    assert [entry.key for entry in found][:2] == ["zombie", "collect_children"]
    in_sentence = [entry for entry in found if "zombie" not in f"{entry.title} {entry.words}".casefold()]
    assert found[-len(in_sentence) :] == in_sentence


def test_all_words_of_a_search_have_to_be_there() -> None:
    assert ENGLISH.search("unix datagram server")[0].key == "UnixDatagramServer"
    assert ENGLISH.search("unix zombie") == []


@given(st.text(max_size=20))
def test_a_search_keeps_each_entry_at_most_once(text: str) -> None:
    found = [entry.key for entry in ENGLISH.search(text)]
    assert len({*found}) == len(found)
    assert {*found} <= {*ENGLISH}


def test_without_words_a_search_finds_all() -> None:
    assert [entry.key for entry in ENGLISH.search("  ")] == list(ENGLISH)


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (["transport", "server_rows", "main_window"], "transport"),
        (["qt_spinbox_lineedit", "request", "life"], "request"),
        (["code", "server_rows"], "code_card"),
        (["server_code", "code", "stage"], "code"),
        (["message_kind_A"], "message_kind"),
        (["message_A"], "message"),
        (["send_2"], "send"),
        (["server_S12", "servers"], "servers"),
        (["stop", "menu"], "stop_server"),
        (["kill", "menu"], "menu_kill"),
        (["unheard_of", "log"], "log"),
    ],
)
def test_a_control_is_found_by_its_name_or_a_parents(names: list[str], key: str) -> None:
    found = ENGLISH.about(names)
    assert found is not None
    assert found.key == key


def test_a_control_without_an_entry_has_none() -> None:
    assert ENGLISH.about(["unheard_of"]) is None
    assert ENGLISH.about(["kill"]) is None
    assert ENGLISH.about([]) is None


@BOTH
def test_the_first_sentence_is_one(words: Glossary) -> None:
    for entry in words.values():
        assert entry.sentence.startswith(entry.first_sentence)
        assert entry.first_sentence[-1] in ".。"


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("verify_request", "socketserver.html#socketserver.BaseServer.verify_request"),
        ("recv", "socket.html#socket.socket.recv"),
        ("selector", "selectors.html#module-selectors"),
    ],
)
def test_a_documented_entry_leads_to_the_manual(key: str, place: str) -> None:
    for language, words in (("en", ENGLISH), ("zh_CN", CHINESE)):
        assert words[key].manual(language) == MANUALS[language] + place
    assert ENGLISH["zombie"].documented
    assert ENGLISH["race"].manual("en").startswith(MANUALS["en"])
    assert ENGLISH["loopback"].manual("en") == ""


# What is wrong is named ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"title": ""}, "may not be empty"),
        ({"sentence": ""}, "may not be empty"),
        ({"title": 3}, "one line of text"),
        ({"sentence": " A number."}, "one line of text"),
        ({"sentence": "A" * 400}, "at most"),
        ({"words": "number"}, "list of different texts"),
        ({"words": ["a", "a"]}, "list of different texts"),
        ({"words": [""]}, "list of different texts"),
        ({"words": [["a"]]}, "one line of text"),
        ({"see": ["nobody"]}, "'nobody', which is no other entry"),
        ({"see": ["port"]}, "'port', which is no other entry"),
        ({"documented": "not a name"}, "no name in Python's documentation"),
        ({"sentence": None}, "look at sentence"),
        ({"colour": "red"}, "look at colour"),
    ],
)
def test_what_is_wrong_in_an_entry_is_named(changed: dict[str, Any], complaint: str) -> None:
    with pytest.raises(GlossaryError, match=complaint) as caught:
        read(toml(**changed))
    assert caught.value.key == "port"
    assert str(caught.value).startswith("port: ")


def test_a_control_has_one_explanation() -> None:
    text = toml(controls=["send"]).replace("controls = []", "controls = ['send']")
    with pytest.raises(GlossaryError, match="explained by port already") as caught:
        read(text)
    assert caught.value.key == "other"


def test_what_is_no_entry_is_named() -> None:
    with pytest.raises(GlossaryError, match="not an entry"):
        read('title = "Port"\n' + toml())
    with pytest.raises(GlossaryError, match="letters, digits"):
        read(toml().replace("[port]", '["a port"]'))


def test_a_file_that_is_no_toml_names_the_line() -> None:
    with pytest.raises(GlossaryError, match="line 2"):
        read("[port]\ntitle = \n")


def test_a_right_file_is_read() -> None:
    words = read(toml(see=["other"], controls=["a", "b/c"], words=["x"]))
    assert list(words) == ["port", "other"]
    assert words["port"].see == ("other",)
