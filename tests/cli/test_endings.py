from digest.cli.exits import ended_by
from tests.benchmarks.endings import torture


def test_a_signal_at_any_moment_ends_it_well() -> None:
    """Nine signals; tests/benchmarks/endings.py sends 200."""
    assert torture(9, seed=2).faults == []


def test_a_signal_while_a_class_is_made_ends_it_with_its_code() -> None:
    """Python 3.11 wraps whatever is raised there."""
    wrapped = RuntimeError("Error calling __set_name__")
    wrapped.__cause__ = SystemExit(143)
    assert ended_by(wrapped) == 143
