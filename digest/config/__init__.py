"""What the reader wrote down: feeds.toml, as typed settings.

An unknown key, a wrong type or a value out of bounds is a `ConfigError` that names the
file, the line, the key and what was expected. Edits keep the reader's comments.
"""
