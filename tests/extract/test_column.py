"""Where a text plainly stands, and when that is not plain."""

from digest.extract.blocks import blocks
from digest.extract.column import column
from digest.extract.phrases import phrases, says
from digest.extract.tree import grow
from tests.extract.pages import SENTENCE, TEXT


def told(body: str) -> list[str]:
    """The words that each block of the column begins with."""
    found = blocks(grow(f"<html><body>{body}</body></html>"))
    return [found[index].text.split()[0] for index in column(found)]


def test_paragraphs_side_by_side_are_the_column() -> None:
    aside = f"<aside><div><p>Advert. {SENTENCE * 9}</p></div></aside>"
    around = f"<div><p>Elsewhere, {SENTENCE}</p></div>"
    assert told(f"{aside}<div>{TEXT}</div>{around}") == ["One.", "Two.", "Three.", "Four."]


def test_lists_and_quotations_in_a_column_are_its_own() -> None:
    listed = "<ul><li>first of all</li></ul>"
    quoted = "<div><figure><blockquote><p>Quoted by others</p></blockquote></figure></div>"
    boxed = "<div><p>Boxed and short</p></div>"
    text = told(f"<article>{TEXT}{listed}{quoted}{boxed}</article>")
    assert text == ["One.", "Two.", "Three.", "Four.", "first", "Quoted"]


def test_lines_of_links_are_not() -> None:
    assert "More" not in told(f"<div>{TEXT}<p><a href='/a'>More about bridges</a></p></div>")


def test_a_text_in_several_places_is_no_column() -> None:
    assert told(f"<div>{TEXT}</div><div>{TEXT}</div>") == []
    assert told(TEXT) == []
    assert told(f"<div><p>{SENTENCE}</p></div>") == []


def test_a_phrase_is_found_wherever_one_pattern_of_all_finds_it() -> None:
    lines = [
        "Sign up for our free newsletter", "SUBSCRIBE TODAY", "Read more here", "tap here, now",
        "Good journalism costs money", "Independent journalism is funded by you",
        "jetzt abonnieren", "(AP Photo/Mara Lind)", "The council met", "Photo credit: Mara Lind",
        "有料会員限定の記事です", "Suscríbete", "Il vous reste 80% de cet article", "",
    ]  # fmt: skip
    for section in ("plea", "picture", "paywall", "consent"):
        whole = [phrases(section).search(line) is not None for line in lines]
        assert [says(section, line) for line in lines] == whole
