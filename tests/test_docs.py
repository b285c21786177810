"""The reference in docs/ is made from the code, and so it cannot drift.

``UPDATE_GOLDEN=1 pytest tests/test_docs.py`` writes it anew.
"""

import ast
import inspect
import os
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from digest.config import settings
from digest.news import Feed

DOCS = Path(__file__).parent.parent / "docs"

WRITTEN = "<!-- Made from the code by tests/test_docs.py; change it there. -->"


def field_docs(kind: type) -> dict[str, str]:
    """What the source says of each field of a struct, in the sentence below it."""
    (tree,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(tree, ast.ClassDef)
    said: dict[str, str] = {}
    for field, after in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(after, ast.Expr):
            assert isinstance(field.target, ast.Name)
            assert isinstance(after.value, ast.Constant)
            said[field.target.id] = re.sub(r"\s+", " ", str(after.value.value)).strip()
    return said


def as_toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case None | msgspec.UnsetType():
            return "not set"
        case tuple() | list():
            return f"[{', '.join(map(as_toml, value))}]"
        case str():
            return f'"{value}"'
    return str(value)


def table(kind: type[msgspec.Struct]) -> Iterator[str]:
    said = field_docs(kind)
    yield "| key | default | what it does |"
    yield "| --- | --- | --- |"
    for each in msgspec.structs.fields(kind):
        default = "needed" if each.required else f"`{as_toml(each.default)}`"
        default = "not set" if default == "`not set`" else default
        yield f"| `{each.encode_name}` | {default} | {said[each.name]} |"


def configuration() -> str:
    """Every table of feeds.toml, with the settings' own words."""
    lines = [
        "# feeds.toml",
        "",
        WRITTEN,
        "",
        "`digest config path` says where it is, `digest config check` what is wrong with it.",
    ]
    for each in msgspec.structs.fields(settings.Settings):
        if each.name == "feeds":
            continue
        kind = type(each.default)
        lines += ["", f"## [{each.encode_name}]", ""]
        said = field_docs(settings.Settings).get(each.name, kind.__doc__ or "")
        lines += [said.strip()]
        if issubclass(kind, msgspec.Struct):
            lines += ["", *table(kind)]
    lines += ["", "## [[feeds]]", "", (Feed.__doc__ or "").strip(), "", *table(Feed)]
    return "\n".join(lines) + "\n"


def keys() -> str:
    """Every key of the app, with the commands' own words."""
    from digest.tui import commands  # noqa: PLC0415 - Textual, only here

    lines = [
        "# Keys of the app",
        "",
        WRITTEN,
        "",
        "Each can be changed in feeds.toml, under `[keys]`, by its name.",
    ]
    places = {**commands.SCREENS, "any page": commands.COLUMN, "anywhere": commands.ANYWHERE}
    for place, several in places.items():
        lines += ["", f"## {place.capitalize()}", ""]
        lines += ["| keys | name | what it does |", "| --- | --- | --- |"]
        for each in several:
            pressed = (each.keys_shown or each.key).replace("|", "\\|")
            lines.append(f"| `{pressed}` | `{each.id()}` | {each.explanation()} |")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "made"), [("configuration.md", configuration), ("keys.md", keys)], ids=str
)
def test_the_reference_says_what_the_code_says(name: str, made: object) -> None:
    assert callable(made)
    page = DOCS / name
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(made(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made(), "UPDATE_GOLDEN=1 pytest tests/test_docs.py"
