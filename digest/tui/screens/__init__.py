"""The front page, an article, the feeds, the keys: each one screen."""
