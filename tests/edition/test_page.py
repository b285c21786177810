from digest.clean import Clean
from digest.edition import Draft, told
from digest.news import Claim, Difference, Sentence, Telling

LONG = " ".join(["word"] * 115)
"""Half a minute."""


def claim(text: str) -> Claim:
    return Claim(value=Clean("9"), text=Clean(text), article=0, paragraph=1)


def minutes(**parts: object) -> int:
    draft = Draft(id="a", headline=Clean(LONG), section=Clean(""), sources=(), origins=())
    return told(draft, (), Telling(**parts)).minutes


def sentence(text: str) -> Sentence:
    return Sentence(text=Clean(text), article=0, paragraph=1)


def test_all_that_stands_open_takes_time_to_read() -> None:
    one, two, three = (f"{LONG} {number}" for number in "123")
    differ = Difference(what=Clean("deaths"), kind="conflict", claims=(claim(one), claim(two)))
    assert minutes() == 1
    assert minutes(new=(sentence(three),), differ=(differ,)) == 2
    assert minutes(new=(sentence(three),), differ=(differ,), summary=(sentence(LONG),)) == 3


def test_a_sentence_that_stands_open_twice_is_read_once() -> None:
    differ = Difference(what=Clean("deaths"), kind="conflict", claims=(claim(LONG), claim(LONG)))
    assert minutes(new=(sentence(LONG),), differ=(differ,), summary=(sentence(LONG),)) == 1
