import pytest

from digest.render.cells import cells, wrap


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("news", 4),
        ("日本", 4),
        ("한국", 4),
        ("cafe\u0301", 4),
        ("ﾆｭｰｽ", 4),
        ("ไทย", 3),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),
        ("❤\ufe0f", 2),
        ("", 0),
    ],
)
def test_a_character_takes_as_many_cells_as_a_terminal_gives_it(text: str, wide: int) -> None:
    assert cells(text) == wide


def test_lines_break_at_spaces_and_hang_behind_their_mark() -> None:
    assert wrap("one two three four five six seven", 24, first="- ") == [
        "- one two three four",
        "  five six seven",
    ]


def test_east_asian_lines_break_anywhere_but_before_a_full_stop() -> None:
    assert wrap("日本の首相は水曜日に説明しました。", 32) == [
        "日本の首相は水曜日に説明しまし",
        "た。",
    ]


def test_an_address_is_not_torn() -> None:
    address = "https://example.org/" + "a" * 100
    assert wrap(f"see {address} now", 40) == ["see", address, "now"]


def test_a_word_longer_than_a_line_is_torn_in_linear_time() -> None:
    lines = wrap("x\u0301" * 100_000, 80)
    assert {cells(line) for line in lines} == {80}


def test_a_no_break_space_keeps_two_words_together() -> None:
    assert wrap("said the Harbour Radio\xa0[2]", 24) == ["said the Harbour", "Radio [2]"]
