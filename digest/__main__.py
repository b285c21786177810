"""``python -m digest``, and the `digest` command."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from digest.cli import run  # noqa: PLC0415 - a fast start imports nothing it can do without

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
