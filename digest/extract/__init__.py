"""A page, or an entry's own text, made into an article.

::

    decode → tree → declared, jsonld        bytes, a tree safe to walk, what the head says
           → furniture, teasers, captions   what is no text, or is one apart
           → blocks → column or search      the text, found: at sight, or by trafilatura
           → body, lead → trim              completed, cleared of phrases and of what stands
                                            outside its `place`
           → title, wording, byline, agency, dateline, times, address, walls: each decides one thing

`page` gathers what is known before the text, `article` puts all together, `picture` chooses the
image, and `rescue` helps where a page shows little. `plain` and `feedtext` do the same for what
is no page. `phrases.txt` lists what outlets say around their texts.
"""

from digest.extract.article import extract
from digest.extract.feedtext import from_feed
from digest.extract.plain import extract_text

__all__ = ["extract", "extract_text", "from_feed"]
