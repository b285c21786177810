"""The picture in the README is what the demo draws. Anew: UPDATE_GOLDEN=1 pytest tests/tui"""

import asyncio
import os
from pathlib import Path

from digest.cli.demo import demo_desk
from digest.newsroom import MORNINGS
from tests.tui.desk import app_on

PICTURE = Path(__file__).parent.parent / "golden" / "front-page.svg"


def test_the_picture_in_the_readme_is_what_the_demo_shows() -> None:
    async def drawn() -> str:
        async with demo_desk() as (desk, _, _):
            app = app_on(desk, clock=lambda: MORNINGS[-1])
            async with app.run_test(size=(120, 44)) as pilot:
                await app.workers.wait_for_complete()
                await pilot.pause()
                return app.export_screenshot(title="digest demo")

    shown = asyncio.run(drawn())
    if os.environ.get("UPDATE_GOLDEN"):
        PICTURE.write_text(shown, encoding="utf-8")
    assert shown == PICTURE.read_text(encoding="utf-8")
    readme = Path(__file__).parents[2] / "README.md"
    assert "tests/golden/front-page.svg" in readme.read_text(encoding="utf-8")
