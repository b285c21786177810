"""What stored values begin knowing: they are compressed as if this stood before each of them.

The names of fields and the commonest words of news; an article takes a tenth less room. It
must never change, for what was written with it cannot be read without it.
"""

from typing import Final

_WORDS: Final = (
    " because although whether another themselves everything something nothing together against"
    " without within between through during before after under while where there their those"
    " these which would could should about other first second third million billion thousand"
    " hundred percent per cent years months weeks days hours minutes January February March April"
    " June July August September October November December Monday Tuesday Wednesday Thursday"
    " Friday Saturday Sunday morning evening yesterday tomorrow government president minister"
    " parliament election campaign officials police court judge lawyer company business market"
    " economy workers people children women school university hospital health research scientists"
    " technology security military international national public private political social local"
    " country countries world state city county north south east west according to a statement,"
    " told reporters that he said. She said in an interview that they were expected to be one of"
    " the most of it is not been have has had was were will with and from for the "
)

_FIELDS: Final = (
    '{"version":1,"day":"2026-01-01","revision":1,"made":"2026-01-01T06:00:00.000000Z","offline":'
    'false,"window":{"from":"","to":""},"minutes":1,"counts":{"articles":,"publishers":,"stories":'
    ',"feeds":,"missed":},"stories":[{"id":"","headline":"","section":"","update":null,"added":null'
    ',"minutes":1,"articles":[{"id":"","title":"","publisher":"","url":"","published":"","origin":0'
    ',"language":"en","feed":"","agency":"","words":,"note":""}],"publishers":1,"origins":1,'
    '"summary":[{"text":"","article":0,"paragraph":1}],"new":[],"quote":null,"differ":[],"agree":[]'
    ',"only":[],"timeline":[],"why":{"together":[],"rank":[""]}}'
    '{"id":"","feed":"https://www..com/rss/feed.xml","title":"","publisher":"","url":"https://www.'
    '.org/news/2026/01/01/.html","byline":[""],"agency":"Reuters","dateline":"","published":'
    '"2026-01-01T00:00:00Z","updated":null,"language":"en","paragraphs":[{"text":"","kind":'
    '"heading"},{"text":"","kind":"quote"},{"text":"","kind":"list"},{"text":".","kind":"text"}],'
    '"captions":[],"image":{"url":"https://","text":"","type":""},"note":"","summary":[{"text":"",'
    '"article":0,"paragraph":1},{"text":"","article":0,"paragraph":2}]}.","kind":"text"},{"text":"'
)

PRESET: Final = (_WORDS + _FIELDS).encode()
