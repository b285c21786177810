"""The command line: arguments in, bytes out, exit codes. The one place that builds the real world.

Data goes to standard output; progress, warnings and errors to standard error. Each verb is a
module of its own that is imported only when it is asked for.
"""

import os
import sys
from collections.abc import Sequence

from digest.cli.exits import Exit
from digest.cli.verbs import VERBS, overview, suggestion
from digest.errors import DigestError


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask, and return the exit code."""
    try:
        code = _run(list(argv))
        sys.stdout.flush()
    except DigestError as error:
        print(f"digest: {error}", file=sys.stderr)
        return Exit.of(error)
    except BrokenPipeError:
        # Whoever read our output has had enough; nothing must be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except OSError as error:
        print(f"digest: {error.filename or 'output'}: {error.strerror}.", file=sys.stderr)
        return Exit.NOTHING
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return code


def _run(argv: list[str]) -> int:
    if argv[:1] in (["--version"], ["-V"]):
        from digest import __version__  # noqa: PLC0415 - only here

        print(f"digest {__version__}")
        return Exit.DONE
    if argv[:1] in (["--help"], ["-h"], ["help"]):
        if argv[0] == "help" and len(argv) > 1:
            return _run([argv[1], "--help"])
        print(overview())
        return Exit.DONE
    name, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("", argv)
    if name not in VERBS:
        print(
            f"digest: there is no {name!r}.{suggestion(name)} Try: digest --help", file=sys.stderr
        )
        return Exit.USAGE
    return _verb(name, rest)


def _verb(name: str, argv: list[str]) -> int:
    from digest.cli.parser import module_of, parser_of  # noqa: PLC0415 - 8 ms that --version does without
    from digest.cli.world import World  # noqa: PLC0415 - the same

    code: int = module_of(name).run(parser_of(name).parse_args(argv), World())
    return code
