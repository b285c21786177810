"""The figures of English sentences, and whether two of them are of one thing.

::

    sentence → measures, namings, numbers → figures → apart → odds

A figure is read with what tells of what it is: its clause, what it counts, what became of
them, who says it. Two are then told `apart` by rules, and weighed by `odds`.
"""
