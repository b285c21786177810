from tests.benchmarks.durability import Outcome, torture


def test_runs_that_are_killed_lose_nothing() -> None:
    """Six kills; tests/benchmarks/durability.py makes 200."""
    outcome = torture(6, seed=3)
    assert outcome == Outcome(kills=outcome.kills, ended=outcome.ended)
