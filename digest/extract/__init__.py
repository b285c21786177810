"""A page, or an entry's own text, made into an article.

`article` puts it together from what the page declares (`declared`, `jsonld`), what it shows
(`blocks`, `body`, `captions`) and what it is cleared of (`furniture`, `trim`). Before that
`decode` and `tree` make bytes into a tree that is safe to walk; `walls` says what a page is that
holds no article; `title`, `byline`, `agency`, `dateline`, `times` and `address` decide a field
each. `plain` and `feedtext` do the same for texts that are no pages.
"""

from digest.extract.article import extract
from digest.extract.feedtext import from_feed
from digest.extract.plain import extract_text

__all__ = ["extract", "extract_text", "from_feed"]
