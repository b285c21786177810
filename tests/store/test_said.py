from datetime import UTC, datetime

import pytest

from digest.clean import Clean
from digest.errors import StoreError
from digest.news import (
    Agreement,
    Claim,
    Counts,
    Difference,
    Edition,
    Only,
    Quote,
    Sentence,
    Story,
    Window,
)
from digest.store.database import Store
from digest.store.editions import Membership, save_edition
from digest.store.said import said_before

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


@pytest.fixture
def store() -> Store:
    return Store(None)


def story(id_: str, *said: str) -> Story:
    return Story(
        id=id_,
        headline=Clean("A headline"),
        section=Clean(""),
        minutes=1,
        articles=(),
        publishers=1,
        origins=1,
        summary=tuple(Sentence(text=Clean(text), article=0, paragraph=1) for text in said),
    )


def keep(store: Store, day: str, *stories: Story) -> None:
    edition = Edition(
        day=day,
        made=NOW,
        window=Window(start=NOW, end=NOW),
        minutes=1,
        counts=Counts(articles=1, publishers=1, stories=1, feeds=1, missed=0),
        stories=stories[:1],
        alone=stories[1:],
    )
    told = [Membership(article=f"{day}{each.id}", story=each.id) for each in stories]
    save_edition(store, edition, told)


def test_what_earlier_editions_said_of_a_story_is_known(store: Store) -> None:
    keep(store, "2026-11-18", story("a", "One."), story("b", "Another."))
    keep(store, "2026-11-19", story("a", "Two.", "One."))
    keep(store, "2026-11-20", story("a", "Today's."))
    assert said_before(store, ["a", "b", "c"], "2026-11-20") == {
        "a": ("Two.", "One."),
        "b": ("Another.",),
        "c": (),
    }


def test_everything_that_was_shown_counts_as_said(store: Store) -> None:
    whole = Story(
        id="a",
        headline=Clean("A headline"),
        section=Clean(""),
        minutes=1,
        articles=(),
        publishers=1,
        origins=1,
        new=(Sentence(text=Clean("New."), article=0, paragraph=1),),
        differ=(
            Difference(
                what=Clean("people killed"),
                kind="conflict",
                claims=(Claim(value=Clean("3"), text=Clean("Three."), article=0, paragraph=1),),
            ),
        ),
        agree=(Agreement(text=Clean("Agreed."), articles=(0, 1)),),
        only=(Only(text=Clean("Only."), article=0),),
        quote=Quote(text=Clean("Quoted"), speaker=Clean("Ida Voss"), article=0, paragraph=1),
    )
    keep(store, "2026-11-19", whole)
    said = said_before(store, ["a"], "2026-11-20")["a"]
    assert said == ("New.", "Three.", "Agreed.", "Only.", "Quoted")


def test_a_damaged_edition_is_a_store_error(store: Store) -> None:
    keep(store, "2026-11-19", story("a", "One."))
    store.sql.execute("UPDATE editions SET body = x'00'")
    with pytest.raises(StoreError):
        said_before(store, ["a"], "2026-11-20")
