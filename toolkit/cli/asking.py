"""Questions on a terminal: a text, or a choice of values by number, name or part of a name."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from toolkit.authoring.ids import in_ascii
from toolkit.authoring.options import Names, Option
from toolkit.validation.nearest import did_you_mean

_MOST_SHOWN = 30
_WIDTH = 78

_BACK = "<"
# What people type between numbers; a name contains no semicolon.
_APART = re.compile(r"(?<=[0-9]) *(?:[ ;&]|and) *(?=[0-9])|;")


class BackError(Exception):
    """The user wants to go back to the previous question."""


# Says what is wrong with the given values, as lines to show; none if nothing is.
Objections = Callable[[Sequence[str]], Sequence[str]]


def ask_text(
    question: str, about: str, object_to: Objections, *, needed: bool, default: str = ""
) -> str:
    """Ask for a text until it has no objections; empty if it isn't needed and nothing is typed."""
    click.echo(f"\n{click.wrap_text(about, _WIDTH)}")
    words = question if needed else f"{question} (press Enter to skip)"
    while True:
        answer = _prompt(words, default)
        if not answer and not needed:
            return ""
        if answer == "?":
            click.echo(click.wrap_text(about, _WIDTH))
            continue
        complaints = object_to([answer]) if answer else ["Please write something."]
        if not complaints:
            return answer
        complain(complaints)


def ask_options(
    question: str,
    about: str,
    options: Sequence[Option],
    object_to: Objections,
    *,
    several: bool,
    needed: bool,
) -> list[str]:
    """Ask for values from a list, chosen by number, by value, or by part of the name."""
    click.echo(f"\n{click.wrap_text(about, _WIDTH)}")
    shown = list(options) if len(options) <= _MOST_SHOWN else []
    if shown:
        _show(shown, options)
    else:
        click.echo(f"There are {len(options)} to choose from: type part of a name, or ? for all.")
    hint = "numbers or names, separated by commas" if several else "a number or a name"
    words = f"{question} ({hint}{'' if needed else '; press Enter to skip'})"
    chosen: list[str] = []
    while True:
        with _completion([option.value for option in options]):
            answer = _prompt(words)
        if not answer and (chosen or not needed):
            return chosen
        if answer == "?":
            shown = list(options)
            _show(shown, options)
            continue
        more, complaints, shown = _understand(answer, options, shown, object_to)
        if len(more) > 1 and not several:
            complaints = ["Please choose only one."]
        complaints = complaints or (
            object_to(list(dict.fromkeys((*chosen, *more)))) if more else ()
        )
        if complaints:
            complain(complaints)
            continue
        chosen += [value for value in more if value not in chosen]
        if chosen and not several:
            return chosen
        if shown and not more:
            continue
        if chosen:
            click.echo(f"Chosen: {', '.join(chosen)}")
            words = f"More {question.lower()} (press Enter to continue)"


def _prompt(words: str, default: str = "") -> str:
    """What the user types; raises BackError if it is `<`."""
    answer = str(click.prompt(words, default=default, show_default=bool(default))).strip()
    if answer == _BACK:
        raise BackError
    return answer


def _understand(
    answer: str, options: Sequence[Option], shown: list[Option], object_to: Objections
) -> tuple[list[str], Sequence[str], list[Option]]:
    """The values that an answer means, what is wrong with it, and the options shown by number."""
    values: list[str] = []
    names = Names(options)
    for word in names.split(_APART.sub(",", answer)):
        found = _found(word, names, options, shown)
        if len(found) == 1:
            values += [one.value for one in found if one.value not in values]
        elif found:
            click.echo(f'"{word}" matches several:')
            found = found[:_MOST_SHOWN]
            _show(found, options)
            return values, [], found
        elif not object_to([word]):  # some lists don't have all: languages can have a script
            values.append(word)
        else:
            known = [name for one in options for name in one.names]
            way_out = did_you_mean(word, known) or "type another part of the name."
            if word[:1].isdigit():
                way_out = "type a number from the list, or part of a name."
            return [], [f'Nothing matches "{word}": {way_out}'], shown
    return values, ([] if values else ["Please choose something."]), shown


def _found(
    word: str, names: Names, options: Sequence[Option], shown: Sequence[Option]
) -> list[Option]:
    """The options that a word can mean: the number of a shown one, a value, or part of a name."""
    if re.fullmatch("[0-9]{1,9}", word) and 1 <= int(word) <= len(shown):
        return [shown[int(word) - 1]]
    value = names.value(word)
    exact = [one for one in options if one.value == value]
    part = in_ascii(word).strip()
    if exact or not part:
        return exact
    return [one for one in options if any(part in in_ascii(name) for name in one.names)]


def _show(shown: Sequence[Option], options: Sequence[Option]) -> None:
    group = ""
    groups = {option.group for option in options}
    for number, option in enumerate(shown, 1):
        # What others are narrower than is the first of them.
        own = option.label if option.label in groups else option.group
        if own != group:
            group = own
            click.echo(f"  {group or 'Other'}")
        name = option.label if option.label != option.value else ""
        click.echo(f"  {number:>3}  {option.value}{f': {name}' if name else ''}")


def complain(complaints: Sequence[str]) -> None:
    """Show what is wrong with an answer."""
    for line in complaints:
        click.echo(f"  {line}")


@contextmanager
def _completion(values: Sequence[str]) -> Iterator[None]:
    """Let the tab key complete values, if the terminal can."""
    try:
        import readline
    except ImportError:
        yield
        return

    def complete(text: str, state: int) -> str | None:
        fitting = [value for value in values if value.startswith(text)]
        return fitting[state] if state < len(fitting) else None

    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims(" ,")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
