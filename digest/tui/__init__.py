"""The app: the day's edition on a screen.

::

    desk      what the app asks of the world, and all it knows of it
    app       wires the desk, the commands, the screens and the themes
    commands  each thing a reader can ask for: its name, its key, what it does
    typeset   values → lines of type, for a width; pure
    widgets   lines of type → the screen, with a cursor
    screens   the front page, an article, the feeds, the keys

State flows down, messages go up. Only the app knows all of them; no widget knows the app.
"""
