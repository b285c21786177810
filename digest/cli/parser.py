"""The parser of each verb, made from what the verb says that it takes."""

import argparse
import importlib
from types import ModuleType

from digest.cli.verbs import VERBS


def module_of(name: str) -> ModuleType:
    """The module of a verb; it is imported now, not before."""
    return importlib.import_module(f"digest.cli.{VERBS[name].module}")


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of a verb."""
    verb = VERBS[name]
    parser = argparse.ArgumentParser(
        prog=f"digest {name}".strip(),
        description=verb.help,
        epilog=verb.example and f"example:\n  {verb.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module_of(name).arguments(parser)
    return parser
