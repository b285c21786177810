"""Text in lines: nothing lost, nothing too wide, however wide its characters."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digest.clean import clean
from digest.tui.typeset.lines import Span, clipped, flow, fold, joined, listed, signed, width_of

texts = st.text(max_size=200).map(clean)
widths = st.integers(min_value=4, max_value=90)


@given(texts, widths)
def test_folding_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


@given(st.lists(texts, max_size=4), widths)
def test_flowing_loses_no_word_and_keeps_the_width(parts: list[str], width: int) -> None:
    lines = flow([Span(text, f"role{n}") for n, text in enumerate(parts)], width)
    assert "".join(span.text for line in lines for span in line).replace(" ", "") == "".join(
        parts
    ).replace(" ", "")
    assert all(width_of(line) <= width for line in lines)


@given(texts, widths)
def test_clipping_keeps_the_width(text: str, width: int) -> None:
    assert cell_len(clipped(text, width)) <= width


def test_folding_takes_time_in_proportion_to_the_text() -> None:
    assert len(fold("word " * 200_000, 40)) == 25_000
    assert len(fold("x" * 1_000_000, 40)) == 25_000


def test_a_signature_stands_at_the_right_of_the_last_line_or_below_it() -> None:
    name = (Span("AP"),)
    assert [width_of(line) for line in signed([(Span("short"),)], name, 20)] == [20]
    assert [width_of(line) for line in signed([(Span("x" * 18),)], name, 20)] == [18, 20]


def test_no_line_of_a_list_begins_with_a_point() -> None:
    parts = [Span(text) for text in ("one thing", "another", "a third")]
    lines = ["".join(span.text for span in line) for line in listed(parts, 14)]
    assert [line.replace("\u00a0", " ") for line in lines] == [
        "one thing ·",
        "another ·",
        "a third",
    ]
    assert "".join(span.text for span in joined(parts)) == "one thing · another · a third"
