"""The command line: arguments in, bytes out, exit codes. The one place that builds the real world.

Data goes to standard output; progress, warnings and errors to standard error. Each verb is a
module of its own that is imported only when it is asked for.
"""

import sys


def run(argv: list[str]) -> int:
    """Do what the arguments ask, and return the exit code."""
    try:
        code = _run(argv)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        from digest.cli.exits import ended_by  # noqa: PLC0415 - the price of trouble

        return ended_by(error)
    return code


def _run(argv: list[str]) -> int:
    if argv[:1] in (["--version"], ["-V"]):
        from digest import __version__  # noqa: PLC0415 - and nothing else

        print(f"digest {__version__}")
        return 0
    if argv[:1] == ["show"]:
        from digest.cli.again import print_again  # noqa: PLC0415 - without the verb itself

        if print_again(argv[1:]):
            return 0
    from digest.cli.verbs import VERBS, overview, suggestion  # noqa: PLC0415 - 4 ms

    if argv[:1] in (["--help"], ["-h"], ["help"]):
        if argv[0] == "help" and len(argv) > 1:
            return _run([argv[1], "--help"])
        print(overview())
        return 0
    name, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("", argv)
    if name not in VERBS:
        from digest.errors import UsageError  # noqa: PLC0415 - only after a mistake

        raise UsageError(f"there is no {name!r}.{suggestion(name)} Try: digest --help")
    return _verb(name, rest)


def _verb(name: str, argv: list[str]) -> int:
    from digest.cli.parser import module_of, parser_of  # noqa: PLC0415 - 8 ms that --version does without
    from digest.cli.world import World  # noqa: PLC0415 - the same

    code: int = module_of(name).run(parser_of(name).parse_args(argv), World())
    return code
