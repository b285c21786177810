"""Finds the files that ship with the code: in a wheel, an editable copy or a checkout."""

from pathlib import Path

_HERE = Path(__file__).parent


def bundled(name: str) -> Path:
    """The path of `feeds.toml`, or of a folder or file such as `styles/app.tcss`.

    A wheel carries them in ``digest/_data``; a checkout has them beside the package.
    """
    packed = _HERE / "_data" / name
    return packed if packed.exists() else _HERE.parent / name
