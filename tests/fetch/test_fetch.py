"""The room as a whole."""

import subprocess
import sys


def test_no_command_line_library_is_loaded() -> None:
    code = "import sys, digest.fetch; print({'click', 'rich', 'pygments'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
