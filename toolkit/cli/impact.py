"""`toolkit impact`: what a change does to recognition, for the summary of a pull request."""

import hashlib
from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from toolkit.cli.options import as_of_option, docs_option
from toolkit.cli.reading import content_of
from toolkit.content.files import LARGEST_FILE
from toolkit.languages import LANGUAGES
from toolkit.problems import ToolkitError
from toolkit.recognition.guards import read_rules
from toolkit.recognition.impact import impact_of
from toolkit.recognition.impact_words import Person, markdown
from toolkit.recognition.ledger import Ledger, make_ledger
from toolkit.recognition.owners import owners
from toolkit.reports.screen import shown_lines
from toolkit.reports.step_summary import cut
from toolkit.source import open_regular

_CODEOWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
# What checks the content, says what it does, and shows it. Generated files are not among these.
_SETTINGS = "mkdocs.yml"
_PROGRAM = (_SETTINGS, "toolkit", "hooks", ".github/workflows", ".ci", "Makefile", "pyproject.toml")
# Not the newest main branch: what others have merged since would be missing from the change.
_MAKE_IT = "git worktree add ../before $(git merge-base origin/main HEAD)"
EPILOG = """\b
Example, with what the branch started from in another folder:
  git worktree add ../before $(git merge-base origin/main HEAD)
  toolkit impact --since ../before/docs --by @somebody
"""


@click.command("impact", epilog=EPILOG)
@click.option(
    "--since",
    required=True,
    metavar="DIR",
    help="The content folder before the change, in a separate checkout.",
)
@click.option(
    "--by",
    "handles",
    multiple=True,
    metavar="@NAME",
    help="Who proposes the change: the person, and their teams; may be repeated.",
)
@click.option(
    "--codeowners",
    metavar="FILE",
    help="The file that says who may change what.  [default: CODEOWNERS before the change, or the "
    "maintainers in its register of organizations]",
)
@as_of_option("Show the states on this day.")
@docs_option
def impact(
    since: str, handles: tuple[str, ...], codeowners: str | None, day: date, folder: Path
) -> None:
    """Print, in Markdown, what a change does to recognition.

    First it says whether the change affects who decides: maintainers, members, the policy, the file
    CODEOWNERS, the program. Then it says which recognitions no longer apply, which statements
    are added or removed, which entries it says that organizations have checked, where a recognized
    entry shows another picture or sends readers to another host, and whether the rules before the
    change let its author propose it.
    """
    if not Path(since).is_dir():
        raise ToolkitError(
            f'There is no folder "{since}".',
            f"make it: {_MAKE_IT}, then write --since ../before/docs.",
        )
    if not (Path(since) / "registers").is_dir() and (Path(since) / folder.name).is_dir():
        raise ToolkitError(
            f'"{since}" is not a content folder.', f"name the one in it: {since}/{folder.name}."
        )
    if Path(since).resolve() == folder.resolve():
        raise ToolkitError(
            f'"{since}" is the folder of the change itself.',
            f"name a copy from before it: {_MAKE_IT}",
        )
    before = make_ledger(content_of(Path(since)))
    after = make_ledger(content_of(folder))
    names = tuple(handle if handle.startswith("@") else f"@{handle}" for handle in handles)
    person = Person(names, read_rules(_rules(codeowners, Path(since), before)))
    old, new = _codeowners(Path(since)), _codeowners(folder)
    rules = tuple(name for name in _CODEOWNERS if old.get(name, b"") != new.get(name, b""))
    in_force = next(iter(new), "")
    kept = "" if in_force in rules else in_force
    held, holds = _program(Path(since)), _program(folder)
    if _SETTINGS in held and _SETTINGS in holds:  # two checkouts, not two content folders alone
        rules += tuple(one for one in _PROGRAM if held.get(one) != holds.get(one))
    digests = _digests(Path(since), before), _digests(folder, after)
    found = impact_of(before, after, day, rules, kept, digests)
    text = markdown(found, person, after.content.prefix, LANGUAGES["en"])
    # What comes first decides most, and no change may hide it by being too long to be shown.
    click.echo(cut(shown_lines(text)), nl=False)


def _codeowners(folder: Path) -> dict[str, bytes]:
    """What the CODEOWNERS files next to a content folder hold; the first one is in force."""
    files = {name: folder.resolve().parent / name for name in _CODEOWNERS}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


def _program(folder: Path) -> dict[str, str]:
    """The digests of the parts of the program next to a content folder."""
    found = {}
    for name in _PROGRAM:
        part = folder.resolve().parent / name
        files = (one for one in (part, *part.rglob("*")) if one.is_file() and one.suffix != ".pyc")
        paths = sorted(files)
        digest = hashlib.sha256()
        for path in paths:
            digest.update(hashlib.sha256(bytes(path.relative_to(part))).digest())
            with suppress(OSError), open_regular(path) as file:
                digest.update(hashlib.sha256(file.read(LARGEST_FILE)).digest())
        if paths:
            found[name] = digest.hexdigest()
    return found


def _digests(folder: Path, ledger: Ledger) -> dict[str, str]:
    """The digests of the files that are neither Markdown nor data, by path."""
    found = {}
    for path in ledger.content.files:
        with suppress(OSError), open_regular(folder / path) as file:
            found[path] = hashlib.sha256(file.read(LARGEST_FILE)).hexdigest()
    return found


def _rules(named: str | None, folder: Path, ledger: Ledger) -> str:
    """The text of the rules that held before the change."""
    places = [Path(named)] if named else [folder.resolve().parent / name for name in _CODEOWNERS]
    for place in places:
        try:
            return place.read_text(encoding="utf-8")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise ToolkitError(f"{place.name} can't be read.", "name another file.") from error
    if named:
        raise ToolkitError(f'There is no file "{named}".', "give the path of the file CODEOWNERS.")
    try:
        return owners(ledger)
    except ToolkitError:
        return ""
