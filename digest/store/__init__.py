"""What is remembered between runs, in one SQLite file.

`database.Store` is the open file, and blocks; the functions in the files beside it read and
write its rows, each in one transaction. `shelf.Shelf` is the same store on a thread of its own,
for the event loop::

    await shelf.ask(find_edition, "2026-11-22")

`lock.only_writer` is the lock that one update at a time holds. Nothing is imported here: a verb
loads the files that it asks, and printing an edition needs one of thirty.
"""
