"""Plans what `toolkit rename` writes: an entry or a task under another id, wherever it is named.

Texts are written after those that hold their digests (translations, then tasks, then others), and
the old file is removed last: a renaming that is cut off can be planned again, and completed. So can
one that somebody began by renaming the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from toolkit.authoring.draft import objection_to_id
from toolkit.authoring.editing import with_fields
from toolkit.authoring.ids import is_id, suggest_id
from toolkit.authoring.task_stamps import following
from toolkit.autofix import changed_document, changed_text
from toolkit.content.document import Document
from toolkit.content.files import FoundFile
from toolkit.content.markdown_files import document_from, read_document
from toolkit.content.opportunities import ids_naming
from toolkit.content.reader import Content
from toolkit.content.schema import Form, Kind
from toolkit.content.translation import translated
from toolkit.content.values import Scalar, Sequence
from toolkit.languages import TARGETS
from toolkit.problems import Fix, ToolkitError, changed_meanwhile
from toolkit.recognition.digest import DIGEST
from toolkit.recognition.impact import impact_of
from toolkit.recognition.ledger import make_ledger
from toolkit.source import Location, SourceFile
from toolkit.translations.drafts import followers, keeping, stamp
from toolkit.validation.fixes import new_value, within
from toolkit.validation.links import Aim, targets
from toolkit.validation.runner import refuse_errors_in
from toolkit.validation.words import yaml_text

_DIGEST = re.compile(DIGEST.pattern.encode())


@dataclass(frozen=True, slots=True)
class Renaming:
    """The files to write, in this order (None: to remove), what they hold so far, what is done to
    each, the ids of entries that are no longer recognized afterwards, and the paths of files that
    may name the text, but can't be read.
    """

    files: Mapping[Path, bytes | None]
    found: Mapping[Path, bytes | None]
    done: Mapping[Path, str]
    set_back: tuple[str, ...]
    unread: tuple[str, ...]


def undone(folder: Path, content: Content, old: str, new: str) -> tuple[Content, dict[str, str]]:
    """The content as it was before somebody renamed the file of an entry or task from the id `old`
    to `new`, and where its files are now, by their former paths.

    It is the same, and there are no such paths, if nothing shows that this is what happened: the
    aliases of the text, a translation that has the former name, or anything that names it so.
    """
    texts = {one.id: one for one in (*content.tasks, *content.entries)}
    document = texts.get(new)
    renamed = {**content.renamed_tasks, **content.renamed}
    if document is None or not document.is_read or not is_id(old):
        return content, {}
    if old in texts or renamed.get(old, new) != new:  # it is or was another text's
        return content, {}
    former = document.path.removesuffix(new) + old
    names = {former + end: document.path + end for end in _ends(content, document)}
    files = {path: now for path, now in names.items() if path not in content.paths}

    def at(path: str) -> Document:
        return read_document(FoundFile(path, folder / files.get(path, path)), content.prefix)

    before = at(f"{former}.md")
    aliases = [path for path in before.texts("aliases") if path != former]
    strays = [one for one in content.stray_translations if one.of == former]
    if len(aliases) < len(before.texts("aliases")):
        before = _changed(before, _with_aliases(before, aliases), {})
    elif not strays and not any(_named(content, before, new)):
        return content, {}
    own = [f"{one.path}.md" for one in strays] + [path for path in files if translated(path)[0]]
    return content.part(
        documents=(*(one for one in content.documents if one is not document), before),
        translations=(
            *(one for one in content.translations if one.of != document.path),
            *(at(path) for path in own if translated(path)[1] in TARGETS),
        ),
        stray_translations=tuple(one for one in content.stray_translations if one.of != former),
        paths=(*(path for path in content.paths if path not in files.values()), *files),
    ), files


def renaming_of(
    folder: Path,
    content: Content,
    document: Document,
    new: str,
    day: date,
    by_hand: Mapping[str, str],
) -> Renaming:
    """Plan to rename an entry or task in `folder`, whose content is `content`, to `new`.

    `by_hand` says where its files are that were renamed already, by their former paths. Raises
    ToolkitError if it can't have that id, or if a file is in the way or can't be changed.
    """
    place = document.path.removesuffix(document.id) + new
    moved = {document.path + end: place + end for end in _ends(content, document)}
    content = _before(content, document, place, moved)
    _refuse_id(content, document, new)
    fixes: defaultdict[SourceFile, list[Fix]] = defaultdict(list)

    def plan(found: Iterable[Fix]) -> None:
        for fix in found:
            fixes[fix.location.source].append(fix)

    aliases = [path for path in document.texts("aliases") if path != place]
    plan(_with_aliases(document, [*aliases, document.path]))
    plan(_named(content, document, new))
    paths = {source.path for source in fixes} | {f"{content.prefix}/{path}" for path in moved}
    known = content
    if by_hand:  # some files may name it by the new id already
        path = f"{content.prefix}/{place}.md"
        again = document_from(replace(document.source, path=path), f"{place}.md")
        # It alone keeps its other former names, which two texts can't have.
        bare = _changed(document, with_fields(document, {"aliases": None}), {})
        others = (bare if one is document else one for one in content.documents)
        known = content.part(documents=(*others, again))
        paths = paths - {document.source.path} | {path}
    refuse_errors_in(known, paths, day, "so it can't be changed.")
    now = {
        one.path: _changed(one, fixes[one.source], moved)
        for one in content.documents
        if one.source in fixes
    }
    plan(following(content.tasks, content, now))
    stamped = list(followers(content, now))
    for translation, original in stamped:
        plan(stamp(translation, original))
    kept, unneeded = keeping(content, folder, stamped, day)

    texts = _texts(folder, content, fixes, moved, by_hand)
    steps = {f"{one.path}.md": 1 if one.kind is Kind.TASK else 2 for one in content.documents}
    order = sorted(texts, key=lambda path: (steps.get(path, 0), path))
    files: dict[Path, bytes | None] = {**kept}
    files |= {folder / moved.get(path, path): texts[path] for path in order}
    left = {path: other for path, other in moved.items() if path not in by_hand}
    files |= dict.fromkeys([*unneeded, *(folder / path for path in order if path in left)])
    found = {path: path.read_bytes() if path.exists() else None for path in files}
    done = {folder / by_hand.get(path, path): "changed" for path in texts}
    done |= dict.fromkeys(kept, "new") | dict.fromkeys(unneeded, "removed")
    done |= {folder / path: f"renamed to {folder / other}" for path, other in left.items()}
    after = content.part(documents=tuple(now.get(one.path, one) for one in content.documents))
    lost = impact_of(make_ledger(content), make_ledger(after), day).set_back
    unread = {path for path in _unread(content, document.id) if path not in paths}
    return Renaming(files, found, done, tuple(one.entry for one in lost), tuple(sorted(unread)))


def _unread(content: Content, id_: str) -> Iterator[str]:
    """The files that hold an id, or nobody knows what, and can't be read; but for statements."""
    texts = (one.source for one in content.texts if not one.is_read)
    for source in chain(texts, (fault.location.source for fault in content.faults_of_lists)):
        is_statement = source.path.startswith(f"{content.prefix}/recognition/")
        holds = re.search(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", source.text) or not source.text
        if holds and not is_statement:
            yield source.path


def _with_aliases(document: Document, paths: list[str]) -> Iterator[Fix]:
    """The changes that give a text these former paths; a list with one a line keeps its lines."""
    present, source = document.get("aliases"), document.source
    items = present.items if isinstance(present, Sequence) else ()
    lines = {
        item.text: (item.line, start)
        for item in items
        if isinstance(item, Scalar) and item.line == item.end_line
        for start in [source.line(item.line)[: item.column - 1]]
        if start.strip() == "-"
    }
    if len(lines) < len(items) or lines.keys().isdisjoint(paths):
        yield from with_fields(document, {"aliases": paths or None})
        return
    yield from with_fields(document, {})  # refuses what can't be changed
    for path, (line, _) in lines.items():
        if path not in paths:
            yield Fix(Location(source, line, 1, line + 1, 1), "")
    last, start = max(lines.values())
    new = "".join(f"{start}{yaml_text(path)}\n" for path in paths if path not in lines)
    yield Fix(source.at(last + 1), new)


def _ends(content: Content, document: Document) -> Iterator[str]:
    """The ends of the paths of a text and its translations, after what they have in common.

    Images and tables have addresses, too, and moving them would change the recognized text.
    """
    for path in content.paths:
        if document.path in (path.removesuffix(".md"), translated(path)[0]):
            yield path[len(document.path) :]


def _before(content: Content, document: Document, place: str, moved: Mapping[str, str]) -> Content:
    """The content as it was before an earlier run that was cut off, if there was one.

    Raises ToolkitError if something else is at the new `place`.
    """
    begun = content.by_path.get(place)
    if begun and begun is not document and document.path in begun.texts("aliases"):
        return content.part(
            documents=tuple(one for one in content.documents if one is not begun),
            translations=tuple(one for one in content.translations if one.of != place),
        )
    own = {*moved, *moved.values()}
    for path in content.paths:
        # Many disks take Guide.fr.md and guide.fr.md for one file.
        is_there = any(one.startswith(f"{place}.") for one in (path, path.casefold()))
        if is_there and path not in own:
            raise _in_the_way(content, path)
    return content


def _texts(
    folder: Path,
    content: Content,
    fixes: Mapping[SourceFile, Iterable[Fix]],
    moved: Mapping[str, str],
    by_hand: Mapping[str, str],
) -> dict[str, bytes]:
    """What the changed and the moved files will hold, by their former paths; not those that were
    renamed by hand and hold it already.

    Raises ToolkitError if a file at a new path holds something else.
    """
    before = {path: (folder / by_hand.get(path, path)).read_bytes() for path in moved}
    texts = dict(before)
    for source, found in fixes.items():
        path = source.path.partition("/")[2]
        texts[path] = changed_text(source, found).encode()
        if path not in by_hand and (folder / path).read_bytes() != source.data:
            raise changed_meanwhile(source.path)
    for path, other in moved.items():
        if path not in by_hand and (folder / other).exists():
            present = (folder / other).read_bytes()
            if _DIGEST.sub(b"", present) != _DIGEST.sub(b"", texts[path]):
                raise _in_the_way(content, other)
            texts[path] = present  # its digests can be of texts that the earlier run changed
    done = {path for path in by_hand if texts.get(path) == before.get(path)}
    return {path: text for path, text in texts.items() if path not in done}


def _refuse_id(content: Content, document: Document, new: str) -> None:
    """Raise ToolkitError if an entry or task can't have an id; a former one of its own it can."""
    former = content.renamed if document.is_entry else content.renamed_tasks
    complaint = objection_to_id(new, document.kind, content)
    if document.id != new == document.id.casefold():  # its name is the error, which is said below
        return
    if complaint and former.get(new) != document.id:
        meant = suggest_id(new.rpartition("/")[2].removesuffix(".md"), "", {})
        is_free = not is_id(new) and not objection_to_id(meant, document.kind, content)
        raise ToolkitError(
            complaint, f'did you mean "{meant}"?' if is_free else "choose another id."
        )


def _in_the_way(content: Content, path: str) -> ToolkitError:
    message = f"{content.prefix}/{path} is in the way."
    return ToolkitError(message, "choose another id, or move that file.")


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
    if document.is_entry and content.answers.items:
        ids = [one.id for one in content.entries if one is not document]
        for id_, its in zip(ids_naming(old, ids), ids_naming(new, ids), strict=True):
            if id_ in content.answers.items:
                place = content.answers.items[id_].location
                found.append((place, within(place, id_, its)))
    for target in targets(content):
        if target.aim is Aim.INSIDE and target.path == f"{document.path}.md":
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
    text = changed_text(document.source, fixes)
    return changed_document(document, text, moved.get(f"{document.path}.md", ""))
