"""What holds for all tests, wherever they are run."""

import signal

import pytest
from hypothesis import settings

settings.register_profile("random", deadline=None)  # a busy machine is no fault of the code
settings.register_profile("digest", deadline=None, derandomize=True)
settings.load_profile("digest")  # the same texts everywhere; others: --hypothesis-profile=random

for number, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(number) is signal.SIG_IGN:  # behind nohup, or in a shell's background
        signal.signal(number, usual)


@pytest.fixture
def anyio_backend() -> str:
    """What asynchronous tests run on: the same as digest, whatever else is installed."""
    return "asyncio"
