"""A signal ends the app as its own key does: in order, the terminal as it was found."""

import os
import signal

import pytest

from tests.tui.desk import PaperDesk, reading
from tests.tui.paper import edition

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
async def test_a_signal_ends_it_in_order(number: signal.Signals, code: int) -> None:
    async with reading(PaperDesk(edition())) as pilot:
        os.kill(os.getpid(), number)
        await pilot.pause()
    assert pilot.app.return_value == code


async def test_afterwards_the_signals_are_as_they_were() -> None:
    before = signal.getsignal(signal.SIGTERM)
    async with reading(PaperDesk(edition())):
        pass
    assert signal.getsignal(signal.SIGTERM) == before
