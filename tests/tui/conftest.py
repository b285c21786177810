"""What every test of the app shares."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
