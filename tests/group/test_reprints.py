from digest.clean import clean
from digest.group.reprints import origins
from tests.group.newsdesk import BRIDGE, BRIDGE_RETOLD, FERRY, report

LOCAL = (
    "Readers in Little Marsh will know the crossing well: the number 12 bus uses it, and so do "
    "most who work in the shipyard. "
)


def test_a_new_headline_makes_no_new_origin() -> None:
    assert origins([report("a", "Bridge shut", BRIDGE), report("b", "Cracks!", BRIDGE)]) == [0, 0]


def test_a_cut_tail_makes_no_new_origin() -> None:
    assert origins([report("a", "One", BRIDGE), report("b", "Two", BRIDGE[:300] + "…")]) == [0, 0]


def test_another_dateline_makes_no_new_origin() -> None:
    datelined = "ALDERMOUTH, Nov. 2 (Wire) — " + BRIDGE
    assert origins([report("a", "One", BRIDGE), report("b", "Two", datelined)]) == [0, 0]


def test_a_local_paragraph_makes_no_new_origin() -> None:
    assert origins([report("a", "One", BRIDGE), report("b", "Two", LOCAL + BRIDGE)]) == [0, 0]


def test_curly_quotes_and_capitals_make_no_new_origin() -> None:
    assert origins([report("a", "One", BRIDGE), report("b", "Two", BRIDGE.upper())]) == [0, 0]


def test_another_telling_is_another_origin() -> None:
    told = [
        report("a", "One", BRIDGE),
        report("b", "Two", BRIDGE_RETOLD),
        report("c", "Three", FERRY),
    ]
    assert origins(told) == [0, 1, 2]


def test_a_shared_quotation_is_no_reprint() -> None:
    quote = (
        ' "We were told at nine and shut at ten, and nobody has told us when we may open again."'
    )
    told = [report("a", "One", FERRY + quote), report("b", "Two", BRIDGE_RETOLD + quote)]
    assert origins(told) == [0, 1]


def test_one_wire_credited_by_both_needs_less_likeness() -> None:
    half = BRIDGE[:330] + " " + FERRY + " " + BRIDGE_RETOLD
    plain = [report("a", "One", BRIDGE), report("b", "Two", half)]
    wired = [report("a", "One", BRIDGE, agency="Wire"), report("b", "Two", half, agency="Wire")]
    assert origins(plain) == [0, 1]
    assert origins(wired) == [0, 0]


def test_one_canonical_link_is_one_origin() -> None:
    first = report("a", "One", FERRY)
    second = report("a", "Two", BRIDGE)
    assert origins([first, second]) == [0, 0]


def test_one_headline_without_text_is_one_origin_if_it_is_long_enough() -> None:
    long, short = "Carrow Bridge closed after cracks found", "Live: latest news"
    assert origins([report("a", long), report("b", long)]) == [0, 0]
    assert origins([report("a", short), report("b", short)]) == [0, 1]


def test_a_form_used_every_week_is_not_one_report() -> None:
    assert origins([report("a", "One", BRIDGE), report("b", "Two", BRIDGE, hours=168)]) == [0, 1]


def test_the_first_to_print_it_is_the_origin() -> None:
    copies = [report(name, clean("x"), BRIDGE) for name in "abcd"]
    assert origins(copies) == [0, 0, 0, 0]
