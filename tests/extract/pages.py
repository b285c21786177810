"""The test pages: one report in the build of three systems and as plain text, and some walls."""

from pathlib import Path

URL = "https://harbourpost.com/world-news/survey-ships-northern-shelf/41207/"
PAGES = Path(__file__).parents[1] / "data" / "pages"

TITLE = "Survey ships seen near northern shelf for a third night, coast guard says"
FIRST = (
    "Three survey ships without a flag were seen near the northern shelf for a third night, an "
    "area where fishing has been closed since autumn, the coast guard said Tuesday."
)
LAST = (
    "Fishing cooperatives on the coast are thought to have lost a fifth of their season to the "
    "closure, the chamber of commerce reported."
)
HEADING = "Ministry ‘in contact’ with shipowners"
CAPTION = (
    "A patrol boat of the northern coast guard turns back toward Kestrel Harbour after a night on "
    "the shelf, in a picture taken from the harbour wall by a volunteer of the sea rescue society. "
    "(Northern Sea Rescue Society)"
)


def page(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def wrapped(body: str, head: str = "") -> bytes:
    """A small page around a body."""
    return f"<html><head><title>T</title>{head}</head><body>{body}</body></html>".encode()


SENTENCE = "The council of the town has decided to build a second bridge across the river. "
TEXT = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in ("One", "Two", "Three", "Four"))
