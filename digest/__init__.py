"""A morning digest: each story once, every sentence by a named source.

The way of the news through the house::

    feeds.toml ── config ──┐
                           v
    web ── fetch ── parse ── extract ── group ── summarize ── compare ── edition ── render
             │        └────── in worker processes ───────┘                 │          │
             └──────────────────── store (SQLite) ─────────────────────────┘     text, html, …

`pipeline` is the one room where the stages meet. `cli` builds the real world around it,
`tui` is the app. Floors are checked: a room knows only the floors below its own
(see ``[tool.importlinter]`` in pyproject.toml).

The nouns, one an arrow: ``Feed → Entry → Article → Story → Edition`` (`news`), and
``Missed`` for a feed that gave nothing.
"""

__version__ = "0.1.0"
