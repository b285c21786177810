from tests.benchmarks.endings import torture


def test_a_signal_at_any_moment_ends_it_well() -> None:
    """Nine signals; tests/benchmarks/endings.py sends 200."""
    assert torture(9, seed=2).faults == []
