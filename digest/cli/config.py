"""`digest config`: where the files are, whether feeds.toml is right, and an editor for it."""

import shlex
import subprocess
from argparse import ArgumentParser, Namespace

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.errors import UsageError
from digest.plural import counted

_LEGEND = """What can stand in feeds.toml:

  [digest]   morning = "06:00", stories = 12, minutes = 5, sections = ["World", "Science"]
  [mute]     words = ["transfer window"]: hide stories about these
  [follow]   words = ["harbour"]: lift stories about these
  [mail]     to = "you@example.org", command = ["sendmail", "-i", "--", "{to}"]
  [keys]     next-story = "ctrl+n"
  [[feeds]]  url, title, section; always = true: reaches the front;
             prefer = true: its copy is shown first"""


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.description = f"{parser.description}\n\n{_LEGEND}"
    parser.add_argument(
        "what",
        choices=("path", "check", "edit"),
        help="path: print where the files are; check: tell what is wrong with feeds.toml;"
        " edit: open it in VISUAL or EDITOR, then check it",
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    if options.what == "path":
        paths = world.paths
        emit(f"config    {paths.config}\ndatabase  {paths.database}\nlog       {paths.log}\n", None)
        return Exit.DONE
    if options.what == "edit":
        _edit(world)
    settings = world.settings(strict=True)
    emit(f"{world.paths.config}: right, {counted(len(settings.feeds), 'feed')}.\n", None)
    return Exit.DONE


def _edit(world: World) -> None:
    editor = world.env.get("VISUAL") or world.env.get("EDITOR") or "vi"
    if not world.paths.config.exists():
        world.settings(start=True)
    try:
        subprocess.run([*shlex.split(editor), str(world.paths.config)], check=False)  # noqa: S603 - the reader's own editor
    except (OSError, ValueError) as error:
        raise UsageError(f"{editor}: cannot be started. Set VISUAL or EDITOR.") from error
