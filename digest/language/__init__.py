"""Words, names, numbers, sentences and the language of a text."""
