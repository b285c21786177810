"""The verbs, in the order of the help."""

from typing import NamedTuple


class Verb(NamedTuple):
    """A verb of the command line."""

    module: str
    """In `digest.cli`; it has `arguments(parser)` and `run(options, world)`."""

    usage: str
    help: str
    group: str
    example: str = ""


_DAILY, _FEEDS, _FILTERS = "Every day", "Feeds and settings", "Filters: JSON Lines in and out"

VERBS = {
    "": Verb("app", "digest", "Open the last edition, then refresh it.", _DAILY),
    "morning": Verb(
        "morning",
        "digest morning",
        "Update, then print today's edition.",
        _DAILY,
        "digest morning --format html --output today.html",
    ),
    "show": Verb(
        "show",
        "digest show [DAY[.N]]",
        "Print a stored edition: today, yesterday, 2026-11-22, or its revision .N.",
        _DAILY,
        "digest show yesterday --format markdown",
    ),
    "why": Verb(
        "why",
        "digest why STORY",
        "Say why a story's reports stand together, and why it ranks where it does.",
        _DAILY,
        "digest why 1",
    ),
    "editions": Verb("editions", "digest editions", "List the stored editions.", _DAILY),
    "search": Verb(
        "search",
        "digest search WORDS",
        "Find articles and their stories, newest first.",
        _DAILY,
        "digest search harbour strike",
    ),
    "read": Verb(
        "read",
        "digest read PAGE...",
        "Print the article in a page: an address, a file, or - for standard input.",
        _DAILY,
        "digest read https://example.org/a-story",
    ),
    "update": Verb("update", "digest update", "Fetch the feeds; print no edition.", _DAILY),
    "demo": Verb(
        "demo",
        "digest demo",
        "See all of it on an invented newsroom; no network, nothing kept.",
        _DAILY,
        "digest demo --format text",
    ),
    "add": Verb(
        "add",
        "digest add URL...",
        "Add a feed, or the feed that a paper's page leads to.",
        _FEEDS,
        "digest add --section Science example.org",
    ),
    "remove": Verb(
        "remove", "digest remove FEED...", "Remove a feed, by address or title.", _FEEDS
    ),
    "feeds": Verb(
        "feeds",
        "digest feeds",
        "List the feeds, how each is doing, and the command that mends it.",
        _FEEDS,
        "digest feeds --json | jq -r 'select(.advice) | .advice.commands[0]'",
    ),
    "import": Verb(
        "import_",
        "digest import FILE",
        "Add the feeds of an OPML file, newsboat's urls, or a list of addresses.",
        _FEEDS,
        "digest import ~/.newsboat/urls",
    ),
    "export": Verb("export", "digest export", "Print the feeds as OPML.", _FEEDS),
    "mute": Verb(
        "mute",
        "digest mute [WORD...]",
        "Hide stories about a word, from the next edition on.",
        _FEEDS,
        'digest mute "transfer window"; digest mute --remove "transfer window"',
    ),
    "follow": Verb(
        "follow",
        "digest follow [WORD...]",
        "Lift stories about a word, from the next edition on.",
        _FEEDS,
        "digest follow harbour; digest follow --remove harbour",
    ),
    "config": Verb(
        "config",
        "digest config path|check|edit",
        "Show where the files are, check feeds.toml, or edit it, as for mail and keys.",
        _FEEDS,
    ),
    "schedule": Verb(
        "schedule",
        "digest schedule",
        "Let every day's edition be made on its own; --remove ends it.",
        _FEEDS,
        "digest schedule --at 06:30 --mail",
    ),
    "prune": Verb("prune", "digest prune", "Drop what is older than feeds.toml keeps.", _FEEDS),
    "doctor": Verb(
        "doctor",
        "digest doctor",
        "Check versions, files and the store; --restore brings back a copy.",
        _FEEDS,
    ),
    "completion": Verb(
        "completion",
        "digest completion SHELL",
        "Print what makes bash, zsh or fish complete digest's words.",
        _FEEDS,
        'eval "$(digest completion bash)"',
    ),
    "parse": Verb(
        "parse",
        "digest parse FILE...",
        "Feed documents to entries, one a line.",
        _FILTERS,
        "digest parse feed.xml | jq -r .title",
    ),
    "group": Verb(
        "group",
        "digest group FILE",
        "Articles (id, title, text, date, source, url) to stories: adds story and origin.",
        _FILTERS,
        "digest group articles.jsonl | jq -r '[.story, .title] | @tsv'",
    ),
    "summarize": Verb(
        "summarize",
        "digest summarize FILE",
        "Documents (id, docs) to sentences; plain text in, plain text out.",
        _FILTERS,
        "digest summarize --sentences 2 article.txt",
    ),
    "compare": Verb(
        "compare",
        "digest compare FILE",
        "Documents (id, docs) to what they agree on and where they differ.",
        _FILTERS,
        "digest compare stories.jsonl | jq .differ",
    ),
}


_HANG = 33
"""Columns before what a verb does."""


def overview() -> str:
    """What `digest --help` prints."""
    from textwrap import fill  # noqa: PLC0415 - only here

    lines = ["digest: every morning, one page where each story appears once.", ""]
    for group in (_DAILY, _FEEDS, _FILTERS):
        lines.append(f"{group}:")
        for verb in VERBS.values():
            if verb.group == group:
                first = f"  {verb.usage:<{_HANG - 3}} "
                lines.append(
                    fill(verb.help, 79, initial_indent=first, subsequent_indent=" " * _HANG)
                )
        lines.append("")
    lines += [
        "`digest read --json PAGE...` is a filter too: pages to articles, one a line.",
        "`digest VERB --help` tells more, with an example.",
        "",
        "Exit codes: 0 done, also when nothing is new; 1 nothing could be done; 2 usage,",
        "configuration or no terminal; 3 done, but a tenth of the feeds failed, or offline;",
        "4 another update is running.",
    ]
    return "\n".join(lines)


def suggestion(name: str) -> str:
    """What may have been meant, as in "Did you mean 'show'?"; or nothing."""
    import difflib  # noqa: PLC0415 - only after a mistake

    near = difflib.get_close_matches(name, [verb for verb in VERBS if verb], n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
