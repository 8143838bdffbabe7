from core.trust import PROGRAMS_REMEMBERED, Trust, fingerprint


class Memory:
    """A store that forgets when the test ends."""

    def __init__(self) -> None:
        self.list: list[str] = []

    def trusted(self) -> list[str]:
        return list(self.list)

    def set_trusted(self, fingerprints: list[str]) -> None:
        self.list = fingerprints


def test_nothing_is_trusted_at_first() -> None:
    assert not Trust(Memory()).is_trusted("print()")
    assert not Trust(Memory()).is_trusted("")


def test_what_is_trusted_is_remembered_by_another_window_but_only_to_the_letter() -> None:
    memory = Memory()
    Trust(memory).trust("print(1)\n")
    later = Trust(memory)
    assert later.is_trusted("print(1)\n")
    assert not later.is_trusted("print(2)\n")
    assert not later.is_trusted("print(1)")


def test_the_store_keeps_no_program_only_its_hash() -> None:
    memory = Memory()
    Trust(memory).trust("secret = 1")
    assert memory.list == [fingerprint("secret = 1")]
    assert len(memory.list[0]) == 64


def test_the_list_is_bounded_and_forgets_the_oldest() -> None:
    memory = Memory()
    trust = Trust(memory)
    for number in range(PROGRAMS_REMEMBERED):
        trust.trust(f"number = {number}")
    trust.trust("number = 0")  # the oldest becomes the newest
    trust.trust("one more")
    assert len(memory.list) == PROGRAMS_REMEMBERED
    assert trust.is_trusted("number = 0")
    assert trust.is_trusted("one more")
    assert not trust.is_trusted("number = 1")


def test_half_a_surrogate_pair_in_a_program_is_no_trouble() -> None:
    trust = Trust(Memory())
    trust.trust("'\ud800'")
    assert trust.is_trusted("'\ud800'")
    assert not trust.is_trusted("'?'")


def test_several_texts_are_trusted_only_together_with_each() -> None:
    trust = Trust(Memory())
    trust.trust("one", "two")
    assert trust.are_trusted(["one", "two"])
    assert trust.are_trusted(["two"])
    assert not trust.are_trusted(["one", "three"])
