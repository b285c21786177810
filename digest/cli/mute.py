"""`digest mute`: hide stories about a word."""

from functools import partial

from digest.cli.wishes import wish, word_arguments

arguments = word_arguments
run = partial(wish, "mute")
