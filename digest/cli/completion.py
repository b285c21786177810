"""`digest completion`: what makes a shell complete digest's words, made from the verbs' parsers."""

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable

from msgspec import Struct

from digest.cli.exits import Exit
from digest.cli.parser import parser_of
from digest.cli.printing import emit
from digest.cli.verbs import VERBS
from digest.cli.world import World


class Option(Struct, frozen=True, kw_only=True):
    """An option of a verb, as shells want to know it."""

    names: tuple[str, ...]
    help: str
    takes: bool
    """A word follows it."""

    choices: tuple[str, ...] = ()
    """Words that may follow; none: a file, or anything."""


class Spelled(Struct, frozen=True, kw_only=True):
    """A verb, as shells want to know it."""

    name: str
    help: str
    options: tuple[Option, ...]
    words: tuple[str, ...]
    """That it takes beside options; none: files, or anything."""


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("shell", choices=tuple(SHELLS), help="whose language is spoken")


def run(options: Namespace, world: World) -> int:  # noqa: ARG001 - it needs nothing of the world
    """Do it."""
    emit(SHELLS[options.shell](_verbs()), None)
    return Exit.DONE


def _verbs() -> list[Spelled]:
    return [_spelled(name) for name in VERBS if name]


def _spelled(name: str) -> Spelled:
    parser, words = parser_of(name), []
    options = [_option(each) for each in parser._actions if each.option_strings]  # noqa: SLF001 - argparse has no other list of them
    for action in parser._actions:  # noqa: SLF001 - the same
        if not action.option_strings:
            words += list(action.choices or ())
    return Spelled(
        name=name, help=VERBS[name].help, options=tuple(options), words=tuple(map(str, words))
    )


def _option(action: Action) -> Option:
    return Option(
        names=tuple(action.option_strings),
        help=" ".join((action.help or "").replace("%%", "%").split()),
        takes=action.nargs != 0,
        choices=tuple(str(each) for each in action.choices or ()),
    )


def bash(verbs: list[Spelled]) -> str:
    """For bash: ``eval "$(digest completion bash)"`` in ~/.bashrc."""
    names = " ".join(verb.name for verb in verbs)
    asked = [
        f'        "{verb.name} {name}") words="{" ".join(option.choices)}" ;;'
        for verb in verbs
        for option in verb.options
        for name in option.names
        if option.takes
    ]
    taken = [
        f'        {verb.name}) words="{" ".join([*_names(verb), *verb.words])}" ;;'
        for verb in verbs
    ]
    return "\n".join(
        [
            "_digest() {",
            '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
            '    local verb="${COMP_WORDS[1]}" words=""',
            '    case "$verb $before" in',
            *asked,
            '        *) case "$verb" in',
            *taken,
            "        esac ;;",
            "    esac",
            f'    [ "$COMP_CWORD" -eq 1 ] && words="{names}"',
            '    COMPREPLY=($(compgen -W "$words" -- "$word"))',
            "}",
            "complete -o default -F _digest digest",
            "",
        ]
    )


def zsh(verbs: list[Spelled]) -> str:
    """For zsh: ``digest completion zsh > ~/.zfunc/_digest``, that folder being in fpath."""
    described = [f"        {_quoted(f'{verb.name}:{verb.help}')}" for verb in verbs]
    cases = []
    for verb in verbs:
        words = f"*:word:({' '.join(verb.words)})" if verb.words else "*:file:_files"
        specs = [spec for option in verb.options for spec in _zsh_specs(option)]
        lines = " \\\n".join(f"            {_quoted(spec)}" for spec in [*specs, words])
        cases.append(f"        {verb.name}) _arguments \\\n{lines} ;;")
    return "\n".join(
        [
            "#compdef digest",
            "_digest() {",
            "    local -a verbs",
            "    verbs=(",
            *described,
            "    )",
            "    if (( CURRENT == 2 )); then _describe verb verbs; return; fi",
            "    local verb=$words[2]",
            "    shift words; (( CURRENT-- ))",
            "    case $verb in",
            *cases,
            "    esac",
            "}",
            'if [ "$funcstack[1]" = _digest ]; then _digest; else compdef _digest digest; fi',
            "",
        ]
    )


def _zsh_specs(option: Option) -> list[str]:
    told = option.help.replace("\\", "").translate({ord("["): "(", ord("]"): ")"})
    follows = f":word:({' '.join(option.choices)})" if option.choices else ":word:_files"
    return [f"{name}[{told}]{follows if option.takes else ''}" for name in option.names]


def fish(verbs: list[Spelled]) -> str:
    """For fish: ``digest completion fish > ~/.config/fish/completions/digest.fish``."""
    lines = [
        f"complete -c digest -n __fish_use_subcommand -f -a {verb.name} -d {_quoted(verb.help)}"
        for verb in verbs
    ]
    for verb in verbs:
        start = f"complete -c digest -n {_quoted(f'__fish_seen_subcommand_from {verb.name}')}"
        if verb.words:
            lines.append(f"{start} -f -a {_quoted(' '.join(verb.words))}")
        lines += [f"{start} {_fish_option(option)}" for option in verb.options]
    return "\n".join([*lines, ""])


def _fish_option(option: Option) -> str:
    names = [
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    ]
    if option.choices:
        names.append(f"-x -a {_quoted(' '.join(option.choices))}")
    elif option.takes:
        names.append("-r")
    return f"{' '.join(names)} -d {_quoted(option.help)}"


def _names(verb: Spelled) -> list[str]:
    return [name for option in verb.options for name in option.names]


def _quoted(text: str) -> str:
    """Between single quotes: neither of the three shells reads anything in there."""
    return "'" + text.replace("\\", "").replace("'", "’") + "'"


SHELLS: dict[str, Callable[[list[Spelled]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
