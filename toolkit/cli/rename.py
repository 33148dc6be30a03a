"""`toolkit rename`: gives an entry or a task another id, wherever it is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from toolkit.authoring.draft import objection_to_id
from toolkit.authoring.editing import with_fields
from toolkit.autofix import fixed_text
from toolkit.cli.completion import original_ids
from toolkit.cli.known import refuse_errors_in, text_of
from toolkit.cli.options import as_of_option, docs_option
from toolkit.content.document import Document
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import Form
from toolkit.content.translation import translated
from toolkit.problems import Fix, ToolkitError
from toolkit.publishing import write_files
from toolkit.recognition.digest import canonical_form, digest_of
from toolkit.recognition.impact import impact_of
from toolkit.recognition.ledger import make_ledger
from toolkit.source import Location, SourceFile
from toolkit.translations.drafts import followers, keeping, stamp
from toolkit.validation.fixes import new_value, within
from toolkit.validation.links import targets

EPILOG = """\b
Example:
  toolkit rename unodc-toolkit-2008 unodc-toolkit-trafficking-2008
"""


@click.command("rename", epilog=EPILOG)
@click.argument("old", metavar="OLD-ID", shell_complete=original_ids)
@click.argument("new", metavar="NEW-ID")
@docs_option
@as_of_option("The day on which the files are checked and have their texts.")
def rename(old: str, new: str, folder: Path, day: date) -> None:
    """Rename the entry or task OLD-ID, with its translations, to NEW-ID.

    Its former address leads to the new one, other files name the new one, and statements of
    recognition follow. A recognized text that names it changes, though: a warning tells which.
    Its images stay where they are. If something is in the way, nothing changes.
    """
    content = read_content(folder)
    document = text_of(content, old)
    place = document.path.removesuffix(document.id) + new
    _refuse_id(content, document, new, place)
    # Images and tables have addresses, too, and moving them would change the recognized text.
    moved = {
        path: place + path[len(document.path) :]
        for path in content.paths
        if document.path in (path.removesuffix(".md"), translated(path)[0])
    }
    fixes: defaultdict[SourceFile, list[Fix]] = defaultdict(list)

    def plan(found: Iterable[Fix]) -> None:
        for fix in found:
            fixes[fix.location.source].append(fix)

    aliases = [path for path in document.texts("aliases") if path != place]
    plan(with_fields(document, {"aliases": [*aliases, document.path]}))
    plan(_named(content, document, new))
    paths = {source.path for source in fixes} | {f"{content.prefix}/{path}" for path in moved}
    refuse_errors_in(content, paths, day, "so it can't be changed.")
    now = {
        one.path: _changed(one, fixes[one.source], moved)
        for one in content.documents
        if one.source in fixes
    }
    plan(_stamps(content, now))
    stamped = list(followers(content, now))
    for translation, original in stamped:
        plan(stamp(translation, original))
    kept, unneeded = keeping(content, folder, stamped, day)

    renamed = {folder / path: folder / other for path, other in moved.items()}
    files = {path: path.read_bytes() for path in renamed}
    for source, found in fixes.items():
        files[folder / source.path.partition("/")[2]] = fixed_text(source, found).encode()
    written = kept | {renamed.get(path, path): data for path, data in files.items()}
    write_files({**written, **dict.fromkeys((*renamed, *unneeded))})
    done = dict.fromkeys(files, "changed") | dict.fromkeys(kept, "new")
    done |= dict.fromkeys(unneeded, "removed")
    done |= {path: f"renamed to {other}" for path, other in renamed.items()}
    for path, what in sorted(done.items()):
        click.echo(f"{path}: {what}")
    changed = content.part(documents=tuple(now.get(one.path, one) for one in content.documents))
    for lost in impact_of(make_ledger(content), make_ledger(changed), day).set_back:
        click.echo(
            f'warning: "{lost.entry}" names it, so its text changed and is no longer recognized.'
            "\nhint: rename it back, or ask the secretariat to declare that change editorial in "
            f"{content.prefix}/recognition/editorial.yml.",
            err=True,
        )


def _refuse_id(content: Content, document: Document, new: str, place: str) -> None:
    """Raise ToolkitError if an entry or task can't have an id; a former one of its own it can."""
    former = content.renamed if document.is_entry else content.renamed_tasks
    complaint = objection_to_id(new, document.kind, content)
    if complaint and former.get(new) != document.id:
        raise ToolkitError(complaint, "choose another id.")
    for path in content.paths:
        if path.startswith(f"{place}."):
            message = f"{content.prefix}/{path} is in the way."
            raise ToolkitError(message, "choose another id, or move that file.")


def _named(content: Content, document: Document, new: str) -> Iterator[Fix]:
    """The changes that write a document's new id wherever it is named, but for statements.

    Raises ToolkitError for a place that can't be changed.
    """
    old, statements = document.id, f"{content.prefix}/recognition/"
    found: list[tuple[Location, tuple[Fix, ...]]] = [
        (leaf.location, new_value(leaf.scalar, new))
        for leaf in content.leaves(Form.ENTRY if document.is_entry else Form.TASK)
        if leaf.text == old and not leaf.location.source.path.startswith(statements)
    ]
    for register in content.questions.values() if document.is_entry else ():
        if old in register.items:
            place = register.items[old].location
            found.append((place, within(place, old, new)))
    for target in targets(content):
        if target.path == f"{document.path}.md":
            place = target.link.location
            found.append((place, within(place, f"{old}.md", f"{new}.md")))
    for place, fixes in found:
        if not fixes:
            raise ToolkitError(
                f'"{old}" can\'t be replaced in {place}, so nothing was renamed.',
                "write it there in one line, as a plain id or path.",
            )
        yield from fixes


def _changed(document: Document, fixes: Iterable[Fix], moved: Mapping[str, str]) -> Document:
    text = fixed_text(document.source, fixes).removeprefix("\ufeff")
    path = f"{document.path}.md"
    return document_from(replace(document.source, text=text), moved.get(path, path))


def _stamps(content: Content, now: Mapping[str, Document]) -> Iterator[Fix]:
    """The changes that keep tasks in step with entries that are `now`, by former path, others."""
    digests = {
        digest_of(canonical_form(one)): digest_of(canonical_form(now[one.path]))
        for one in content.entries
        if one.path in now
    }
    for task in content.tasks:
        for leaf in task.below("choices"):
            if leaf.field.name == "digest" and leaf.text in digests:
                yield from new_value(leaf.scalar, digests[leaf.text])
