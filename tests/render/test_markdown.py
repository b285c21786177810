"""Markdown that a CommonMark parser reads as it was meant, whatever the words."""

from datetime import UTC
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from digest.clean import clean, clean_url
from digest.news import Edition
from digest.render import FORMATS, View
from tests.render.sample import EDITION, FERRY

HOSTILE = [
    "# Not a heading",
    "- not a list",
    "+ nor this",
    "1. nor a number",
    "2026) neither",
    "> no quotation",
    "---",
    "***",
    "===",
    "```",
    "~~~ python",
    "    indented",
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "[link](javascript:alert(1))",
    "![image](https://evil.example/x.png)",
    "[ref]: https://evil.example",
    "**bold** _and_ *italic* `code`",
    "a | b | c",
    "&lt;b&gt; &copy;",
    "ends with a backslash\\",
    "closes ] the [ link",
    "https://evil.example/ <https://evil.example/>",
    "* * *",
    "trailing #",
    "*",
]


def shape(edition: Edition) -> list[str]:
    """The document's structure, without its words."""
    tokens = MarkdownIt("commonmark").parse(FORMATS["markdown"](edition, View(zone=UTC)))
    inline = [child.type for token in tokens for child in token.children or []]
    return [token.type + token.tag for token in tokens] + [
        kind for kind in inline if kind not in ("text", "text_special")
    ]


def words(edition: Edition) -> str:
    tokens = MarkdownIt("commonmark").parse(FORMATS["markdown"](edition, View(zone=UTC)))
    return "\n".join("".join(child.content for child in token.children or []) for token in tokens)


def saying(text: str) -> Edition:
    """An edition with these words wherever a source may put some."""
    said = clean(text)
    reports = tuple(replace(each, title=said, publisher=said) for each in FERRY.articles[:2])
    story = replace(
        FERRY,
        headline=said,
        articles=reports,
        summary=tuple(replace(each, text=said) for each in FERRY.summary),
        new=(),
    )
    failed = replace(EDITION.missed[0], feed=said, reason=said)
    return replace(EDITION, stories=(story,), more=(story,), alone=(story,), missed=(failed,))


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_source_stay_words(text: str) -> None:
    assert shape(saying(text)) == shape(saying("Plain words"))
    assert clean(text) in words(saying(text)).split("\n")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=1&copy;=2&amp;c",
        "https://example.org/(paren)theses)_[x]",
        "https://example.org/<angle> and space",
        "https://example.org/back\\slash*star*_line_",
    ],
)
def test_an_address_comes_through_a_link(address: str) -> None:
    url = clean_url(address)
    reports = (replace(FERRY.articles[0], url=url), FERRY.articles[1])
    edition = replace(EDITION, stories=(replace(FERRY, articles=reports),), more=(), alone=())
    html = MarkdownIt("commonmark").render(FORMATS["markdown"](edition, View(zone=UTC)))
    written = url.replace("&", "&amp;").replace("[", "%5B").replace("]", "%5D")
    assert f'<a href="{written}">' in html


def test_headings_come_in_order() -> None:
    tokens = MarkdownIt("commonmark").parse(FORMATS["markdown"](EDITION, View(zone=UTC)))
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
