"""The command `toolkit`: its sub-commands, and the one boundary where errors become exit codes."""

import atexit
import importlib
import itertools
import os
import re
import signal
import sys
import threading
import traceback
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from toolkit.cli.exit_codes import ExitCode
from toolkit.problems import ToolkitError
from toolkit.publishing import writing_to

# Each is a function with its name in a module with its name; the order is that of --help.
COMMANDS = {
    "build": "Check the content and build the site.",
    "serve": "Show the site while you write.",
    "check": "Check entries, pages, vocabularies and registers.",
    "explain": "Explain a check, or list all checks.",
    "fields": "Show the fields of entries and tasks, or one of them.",
    "new": "Write the file of a new entry or task.",
    "rename": "Give an entry or a task another id.",
    "search": "Search a built site.",
    "generate": "Write schemas, issue forms and snippets.",
    "budget": "Check that no page of a built site is too heavy.",
    "bundle": "Make copies for download.",
    "status": "Show what is recognized, and what is pending.",
    "digest": "Print the digest of entries.",
    "diff": "Show what changed in an entry since a kept text.",
    "recognise": "Record that an organization recognizes entries.",
    "object": "Record that an organization objects to texts.",
    "withdraw": "Record that an organization withdraws a statement.",
    "codeowners": "Print who may change which registers.",
    "impact": "Show what a change does to recognition.",
    "verify": "Check that a copy is complete and unchanged.",
    "update": "Apply an update to an unzipped copy.",
    "export": "Write entries for other programs.",
    "cite": "Print an entry as a reference.",
    "links": "Check the addresses in entries and registers.",
    "review": "List what is due, or record a review.",
    "coverage": "Show what entries cover, and the gaps.",
    "opportunities": "List what organizations could do together.",
    "tasks": "Keep task pages up to date with their entries.",
    "sheet": "Write and correct entries in a spreadsheet.",
    "translation": "Keep translations up to date.",
}


# Options that name a file or folder: an empty name would mean the current folder.
_PLACES = ("--docs", "--output", "--site", "--editions", "--published", "--since", "--codeowners")
_SENTENCES = ("--note", "--reason", "--translator")
_SOON = 0.05  # seconds, in which C code returns
_TOO_MANY = re.compile(r"(?:unexpected extra arguments? \(|No such command ')([^\s')]+)")
# The commands whose arguments name files and folders.
_OF_FILES = ("sheet", "update", "verify")


class _Commands(click.Group):
    """Loads sub-commands on demand, so that none waits for what others need."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the sub-command; for an unknown name, say which one was meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from toolkit.validation.nearest import did_you_mean

            meant = did_you_mean(args[0], COMMANDS)
            meant = f"{meant[:1].upper()}{meant[1:]}"
            raise click.UsageError(f"{error.message} {meant}".rstrip(), ctx) from None

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the sub-commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the sub-commands without loading any, and the options."""
        from toolkit.cli.completion import beginning

        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*beginning(incomplete, COMMANDS.items()), *options]


def _load(name: str) -> click.Command:
    command: click.Command = getattr(importlib.import_module(f"toolkit.cli.{name}"), name)
    return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 no errors, 1 errors found, 2 the command failed, 3 a bug in the "
    "toolkit, 130 interrupted, 143 stopped by another program.",
)
@click.version_option(package_name="toolkit", message="toolkit %(version)s")
def toolkit() -> None:
    """Check and build the toolkit against trafficking in persons."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    # In this order, each closed stream gets its usual file descriptor again, so that no file that
    # is opened later gets what is printed.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    _end_in_order()
    code = run(arguments)
    try:
        sys.stdout.flush()
    except OSError:
        # The reader closed the pipe, or there is no room for the output, which `run` has reported.
        # Python would complain again on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # Do what Python does on exit, except for freeing memory value by value: with ten thousand
    # entries, that takes seconds.
    atexit._run_exitfuncs()
    os._exit(code)


def _end_in_order() -> None:
    """Let SIGTERM, and SIGHUP of a terminal that is closed, leave no half-made files, like SIGINT;
    if one was ignored, it still is.
    """
    ending = {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}

    def end(*_: object) -> NoReturn:
        # `timeout` sends it twice: the second must not interrupt the cleanup after the first.
        for one in ending:
            signal.signal(one, signal.SIG_IGN)
        sys.exit(ExitCode.TERMINATED)

    for one in ending:
        if signal.getsignal(one) is signal.SIG_DFL:
            signal.signal(one, end)

    def lost(what: "sys.UnraisableHookArgs") -> None:
        # Where C code calls Python, such as for each attribute of a text, nothing that is raised
        # gets through: end as soon as that has returned.
        if not isinstance(what.exc_value, (KeyboardInterrupt, SystemExit)):
            sys.__unraisablehook__(what)
            return
        again = signal.SIGINT
        if isinstance(what.exc_value, SystemExit):
            again = signal.SIGTERM
            signal.signal(again, end)
        threading.Timer(_SOON, os.kill, (os.getpid(), again)).start()

    sys.unraisablehook = lost


def run(arguments: list[str] | None = None) -> ExitCode:
    """Run the command line; any error becomes an exit code and a message on standard error."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        if sys.flags.optimize > 1:
            raise ToolkitError("Python leaves out the texts of the checks.", "run it without -OO.")
        _require_names(arguments)
        with writing_to():
            result: Any = toolkit.main(arguments, prog_name="toolkit", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt) as end:
        # What click takes for the end of typing may be a file that Python compiled on a full disk.
        if not isinstance(end.__cause__, EOFError):
            return ExitCode.INTERRUPTED
        click.echo(f"error: A file of the program is cut off: {end.__cause__}.", err=True)
        click.echo("hint: delete its folders __pycache__; Python makes them again.", err=True)
        return ExitCode.FAILED
    except click.ClickException as error:
        _show(error, arguments)
        return ExitCode.FAILED
    except ToolkitError as error:
        from toolkit.reports.screen import shown_lines  # rarely needed, and slow to load

        # They quote what others wrote: a message, a packet, the name of a file.
        click.echo(f"error: {shown_lines(error.message)}", err=True)
        if error.hint:
            click.echo(f"hint: {shown_lines(error.hint)}", err=True)
        return ExitCode.FAILED
    except SystemExit as end:
        if end.code is ExitCode.TERMINATED:
            return ExitCode.TERMINATED
        # From shell completion, or from click if the reader closed the pipe.
        return ExitCode.FAILED if end.code else ExitCode.OK
    except BrokenPipeError:
        return ExitCode.FAILED
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith("toolkit"):
            raise  # to where it is reported for the modules that this one needs, too
        # Python up to 3.11 wraps what interrupts it while it makes a class.
        if isinstance(error.__cause__, KeyboardInterrupt):
            return ExitCode.INTERRUPTED
        traceback.print_exc()
        click.echo("error: this is a bug in the toolkit. Please report it.", err=True)
        click.echo("hint: send the lines above, and say what you did.", err=True)
        return ExitCode.BUG
    return ExitCode(result or ExitCode.OK)


def _show(error: click.ClickException, arguments: list[str]) -> None:
    """Show what click complains of, and say what may have been meant."""
    if isinstance(error, click.NoSuchOption):  # click also compares the hyphens, which all have
        bare = {one.strip("-"): one for one in error.possibilities or ()}
        near = get_close_matches(error.option_name.strip("-"), bare)
        meant = [bare[one] for one in near]
        error = click.NoSuchOption(error.option_name, error.message, meant, error.ctx)
    error.show()
    if words := _torn_apart(error.message, arguments):
        click.echo(f"hint: put what belongs together in double quotes: {words}", err=True)


def _torn_apart(message: str, arguments: list[str]) -> str:
    """The value of an option, or the name of a file, whose other words were taken for more
    arguments, as it should have been written; empty if there is none.
    """
    found = _TOO_MANY.search(message)
    if found is None or found[1] not in arguments[2:]:
        return ""
    at = arguments.index(found[1], 2)
    option, *words = arguments[at - 2 : at + 1]
    rest = itertools.takewhile(lambda one: not one.startswith("-"), arguments[at + 1 :])
    value = " ".join((*words, *rest)).strip("'")
    if option in _SENTENCES or (option.startswith("--") and arguments[0] == "new"):
        return f'{option} "{value}"'
    return f'"{value}"' if Path(value).exists() else ""


def _require_names(arguments: list[str]) -> None:
    """Raise ToolkitError if an argument that should name a file or folder is empty."""
    before = [one for one, other in pairwise(arguments) if not other]
    of_arguments = [one for one in before if not one.startswith("-")]
    if of_arguments and arguments[0] in _OF_FILES:
        raise ToolkitError(
            "A path is empty.",
            f"name a file or folder; toolkit {arguments[0]} --help says which.",
        )
    for option in _PLACES:
        if f"{option}=" in arguments or option in before:
            raise ToolkitError(
                f"{option} is empty.", "name a file or folder, or leave out the option."
            )


if __name__ == "__main__":
    main()
