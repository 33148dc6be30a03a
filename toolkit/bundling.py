"""From editions to files for downloading: builds each one's site and puts it into formats."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from toolkit.catalogue.choice import make_choice, takes
from toolkit.catalogue.downloads import LISTING, SUMS, Download, read_listing
from toolkit.content.editions import Edition
from toolkit.editions.copy import Copy
from toolkit.editions.files.sums import sha256_of, write_sums
from toolkit.editions.formats import FORMATS, Format
from toolkit.editions.updates.making import make_update
from toolkit.pipeline import build_site
from toolkit.pipeline.build import Build, Shared
from toolkit.problems import ToolkitError, counted
from toolkit.publishing import (
    NOWHERE,
    NewFolder,
    alone_in,
    is_site,
    refuse_special,
    require_apart,
    writing_to,
)
from toolkit.worker import in_processes

# How many editions are made at once: just the PDF of the whole toolkit takes 2 GB of memory.
_AT_ONCE = 2


def make_editions(
    folder: Path,
    editions: Iterable[Edition],
    output: Path,
    day: date,
    *,
    language: str = "",
    formats: Sequence[str] = (),
    since: Path | None = None,
    for_release: bool = False,
    on_made: Callable[[Download, str], None],
) -> list[Download]:
    """Make copies of `editions` from the content folder, in the folder `output`.

    Each is made in its own formats, or in those given; with `since`, the zip of an earlier copy,
    the result is the update from it to the new copy. Made `for_release`, they need a way to
    contribute. `on_made` is called with each file when it is complete, and a warning or an empty
    text. Files get their names only when all are complete: if the run ends early, `output` stays as
    it was. Raises ContentError and ToolkitError.
    """
    wanted = [(edition, _formats(edition, formats)) for edition in editions]
    for one in {one.name: one for _, found in wanted for one in found}.values():
        one.load()
    require_apart(output, folder, "Copies can't be put into")
    _refuse_others(output)
    with _new_files(output) as new:

        def built(edition: Edition, like: Shared | None = None) -> tuple[Build, Copy]:
            site = Path(tempfile.mkdtemp(dir=new, prefix="site-")) / "site"
            chosen = [tag for tag in (language or edition.language,) if tag]
            build = build_site(
                folder, site, day, chosen, edition, for_release=for_release, like=like
            )
            return build, copy_of(build, edition, site)

        # The content is read and checked once, before another process starts.
        first, copy_of_first = built(wanted[0][0])
        choices = [make_choice(first.content, edition.terms) for edition, _ in wanted]
        entries = first.site.catalogue.by_id.values()

        def size(number: int) -> int:
            return sum(takes(choices[number], entry, first.content) for entry in entries)

        ids = [edition.id for edition, _ in wanted]
        if empty := [ids[one] for one, choice in enumerate(choices) if choice and not size(one)]:
            raise ToolkitError(
                f"{counted(len(empty), 'edition')} without entries: {', '.join(empty)}.",
                f"remove what has no entry yet from {first.content.editions.path}, or choose "
                "others with --edition.",
            )

        def make(number: int) -> list[Download]:
            edition, found = wanted[number]
            like = replace(first.shared, edition=edition, choice=choices[number])
            copy = built(edition, like)[1] if number else copy_of_first
            made = []
            for file, warning in _files(copy, found, new, since):
                on_made(file, warning)
                made.append(file)
            return made

        sys.stdout.flush()
        # Large ones first: one that begins last would be waited for.
        order = [0, *sorted(range(1, len(wanted)), key=size, reverse=True)]
        each = [partial(make, number) for number in order]
        # The sites stay until the end: soon after others were deleted, new files take several times
        # as long on ext4.
        made = list(chain.from_iterable(in_processes(each, _AT_ONCE)))
        _publish(new, output, made)
    return made


def _formats(edition: Edition, given: Sequence[str]) -> list[Format]:
    return [one for name, one in FORMATS.items() if name in (given or edition.formats)]


def _refuse_others(output: Path) -> None:
    """Refuse a folder of others before any work: one whose sums aren't ours or whose listing can't
    be read, and a site.
    """
    place = Path(os.path.realpath(output))
    if any(map(is_site, (place, *place.parents))):
        raise ToolkitError(
            f'Copies can\'t be put into "{output}": '
            "they would be lost when the site there is built again.",
            "choose another folder with --output.",
        )
    if not output.is_dir():
        return
    read_listing(output)
    if os.path.lexists(output / SUMS) and not (output / LISTING).is_file():
        raise ToolkitError(
            f'"{output / SUMS}" lists files that this program did not make, and would be '
            "overwritten.",
            "choose another folder with --output.",
        )


@contextmanager
def _new_files(output: Path) -> Iterator[Path]:
    """A folder for incomplete files, next to their final place."""
    with writing_to(output, NOWHERE):
        output.mkdir(parents=True, exist_ok=True)
        new = NewFolder(output)
    try:
        with writing_to(output):
            yield new.path
    finally:
        new.remove()


def copy_of(build: Build, edition: Edition, site: Path) -> Copy:
    """The copy of an edition whose site was built in the folder `site`."""
    return Copy(
        edition,
        build.site,
        build.setting,
        build.pages,
        build.shared.input_digest,
        site,
        build.shared.kept.store,
    )


def _files(
    copy: Copy, formats: Iterable[Format], new: Path, since: Path | None
) -> Iterator[tuple[Download, str]]:
    if since is not None:
        work = copy.site.parent
        whole, update = work / f"{copy.stem}.zip", work / "update.zip"
        FORMATS["zip"].make(copy, whole)
        begun = make_update(since, whole, update).before.as_of.isoformat()
        name = f"{copy.stem}-since-{begun}.zip"
        update.rename(new / name)
        yield _made(copy, "zip", new / name, begun), ""
        return
    for one in formats:
        target = new / f"{copy.stem}.{one.name}"
        warning = one.make(copy, target)
        yield _made(copy, one.name, target), warning


def _made(copy: Copy, form: str, target: Path, since: str = "") -> Download:
    catalogue = copy.catalogue
    with target.open("rb") as file:
        sha256 = sha256_of(file)
    return Download(
        target.name,
        copy.edition.id,
        copy.title,
        copy.summary,
        form,
        copy.language.tag,
        catalogue.as_of.isoformat(),
        len(catalogue.entries),
        len(catalogue.by_id),
        target.stat().st_size,
        sha256,
        copy.input_digest,
        since,
    )


def _publish(new: Path, output: Path, made: Sequence[Download]) -> None:
    """Give the new files their names, and the folder its listing and sums."""
    names = [one.file for one in made]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise ToolkitError(
            f'Two editions would both be called "{twice}".', "give one of them another id."
        )
    placed: list[Download] = []
    with alone_in(output):
        for one in made:
            refuse_special(output / one.file)
        try:
            for one in made:
                with writing_to(output / one.file):
                    (new / one.file).replace(output / one.file)
                placed.append(one)
        finally:
            if placed:  # even if another is held by a program: the old sums would call it damaged
                _list(new, output, placed)


def _list(new: Path, output: Path, placed: Sequence[Download]) -> None:
    """Write the listing and the sums of a folder in which some files are new."""
    found = {one.file: one for one in (*read_listing(output), *placed)}
    there = [one for name, one in sorted(found.items()) if (output / name).is_file()]
    text = json.dumps([asdict(one) for one in there], ensure_ascii=False, indent=1)
    (new / LISTING).write_bytes(f"{text}\n".encode())
    (new / LISTING).replace(output / LISTING)
    write_sums(output, (LISTING, *(one.file for one in there)))
