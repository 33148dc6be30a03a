"""Which files can't be read where they are: in the wrong folder, or with the wrong extension."""

import posixpath
import re
from collections.abc import Container, Iterator
from functools import cache

from toolkit.content.document import Document
from toolkit.content.markdown_files import place_of
from toolkit.content.reader import Content
from toolkit.content.schema import ENTRIES, PILLARS, TRANSLATIONS, Kind
from toolkit.content.tables import fields_of
from toolkit.content.values import Scalar, Sequence
from toolkit.languages import TARGETS
from toolkit.validation.language_tags import suggest_tag

OTHER_KIND = {Kind.PRACTICE: Kind.RESOURCE, Kind.RESOURCE: Kind.PRACTICE}
_KINDS = (*OTHER_KIND, Kind.TASK)
# Facts of translations, and where other programs put the language in a file's name.
_OF_TRANSLATIONS = frozenset({"translator", "source_digest"})
_TAGGED = re.compile(r"(?P<of>.+?)[-_. ](?P<tag>[A-Za-z]{2})(?:[-_][A-Z]{2})?")
_IN_A_FOLDER = re.compile(r"(?P<above>(?:[^/]+/)*)(?P<tag>[a-z]{2})/(?P<below>.+)")
# What Windows, macOS, browsers and file services add to the name of a copy.
_COPY_WORD = "copy|copie|copia|cópia|kopie|копия|副本|نسخة"
_COPY = re.compile(
    r"(?:copy of|copie de|copia de|копия|نسخة من) (?P<of>.+)"
    r"|(?P<before>.+?)(?: ?\([0-9]+\)|的副本"
    rf"|(?: [-–—] | )\(?(?:{_COPY_WORD})\)?(?: ?\(?[0-9]+\)?)?)",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(r"(.+)[._ ]([^\W\d_]{2,10})")
# What `toolkit translation new` writes.
STAMP = ("translator", "reviewed", "source_digest")
_ENOUGH = 2  # facts that only another kind needs


def is_misplaced(document: Document) -> bool:
    """Whether a file is neither an entry nor a page where it is.

    That applies to all files in a pillar's folder except entries and its introduction, and to pages
    elsewhere with facts that only entries and tasks have.
    """
    top, _, rest = document.path.partition("/")
    if document.kind is not Kind.PAGE or is_misnamed_translation(document):
        return False
    return (top in PILLARS and rest not in ("", "index")) or has_facts(document)


def has_facts(document: Document) -> bool:
    """Whether a file has facts that only entries and tasks have."""
    return len(document.names & _facts_of_entries()) >= _ENOUGH


def is_misnamed_translation(document: Document) -> bool:
    """Whether a file has the facts of a translation, but isn't named like one."""
    return document.kind not in TRANSLATIONS and document.names >= _OF_TRANSLATIONS


def translation_name(document: Document) -> str:
    """The path that a misnamed translation was meant to have; empty if unclear."""
    if (found := _TAGGED.fullmatch(document.path)) and found["tag"].lower() in TARGETS:
        return f"{found['of']}.{found['tag'].lower()}.md"
    if (found := _IN_A_FOLDER.fullmatch(document.path)) and found["tag"] in TARGETS:
        return f"{found['above']}{found['below']}.{found['tag']}.md"
    if found := _TRANSLATED.fullmatch(document.path):
        tag = suggest_tag(found[2]).partition("-")[0]
        return f"{found[1]}.{tag}.md" if tag in TARGETS else ""
    return ""


def untagged_name(content: Content, stray: Document) -> str:
    """The path of a text whose name ends with `.en.md` or `.md.md`; empty if that is taken."""
    is_untagged = stray.language in ("en", "md") and f"{stray.of}.md" not in content.paths
    return stray.of if is_untagged else ""


def named_in_commands(path: str) -> str:
    """What commands call a text: an entry by its id, and anything else by its path."""
    is_entry = place_of(f"{path}.md")[0] in ENTRIES
    return path.rpartition("/")[2] if is_entry else path


def place_for(document: Document) -> tuple[str, ...]:
    """The folders where a misplaced file may belong, by its facts, relative to the content."""
    if not has_facts(document):
        top = document.path.partition("/")[0]
        return (f"{top}/practices/", f"{top}/resources/", "about/")
    if "choices" in document.names:
        return ("tasks/",)
    kind = Kind.PRACTICE if document.names & _needed_alone(Kind.PRACTICE) else Kind.RESOURCE
    value = document.get("pillars")
    items = value.items if isinstance(value, Sequence) else (value,)
    given = [item.text for item in items if isinstance(item, Scalar) and item.text in PILLARS]
    pillars = (
        given[:1] or [top for top in PILLARS if document.path.startswith(f"{top}/")] or PILLARS
    )
    return tuple(f"{pillar}/{kind.value}s/" for pillar in pillars)


def copied_from(name: str) -> str:
    """The original's name, if a computer made this name for a copy of it; otherwise empty."""
    found = _COPY.fullmatch(name)
    return (found["of"] or found["before"]) if found else ""


def translated_from(name: str) -> str:
    """The id in a translation's name of another form, such as `guide.FR` or `guide_french`."""
    found = _TRANSLATED.fullmatch(name)
    return found[1] if found and suggest_tag(found[2]) in TARGETS else ""


def copied_file(path: str, paths: Container[str]) -> str:
    """The name of the file that this one is, by its name, a copy of; empty if it isn't one.

    A copied `guide.md.txt` or `guide (1).yaml` doesn't count: another check says how to name it.
    """
    folder, slash, name = path.rpartition("/")
    stem, ending = posixpath.splitext(name)
    original = f"{copied_from(stem)}{ending}"
    return original if f"{folder}{slash}{original}" in paths else ""


def right_name(path: str) -> str:
    """The path at which a text or a list would be read; empty if it is neither."""
    if path.endswith((".md", ".yml")):
        return path
    folder, slash, file = path.rpartition("/")
    name, ending = posixpath.splitext(file.lower())
    if ending == ".txt" and name.endswith((".md", ".yml")):
        return f"{folder}{slash}{name}"
    if ending in (".md", ".markdown", ".mdown", ".yml", ".yaml"):
        return f"{folder}{slash}{name}{'.yml' if ending[1] == 'y' else '.md'}"
    return ""


def intended_paths(content: Content) -> Iterator[str]:
    """The paths of the documents that files with a wrong extension, folder or name are meant to be.

    References to them will be right as soon as the file is where its own problem says.
    """
    for path in content.files:
        right = right_name(path)
        if right.endswith(".md"):
            yield right.removesuffix(".md")
    for stray in content.stray_translations:
        if name := untagged_name(content, stray):
            yield name
    for document in content.documents:
        if is_misplaced(document) or kind_by_facts(document) is not document.kind:
            for folder in place_for(document):
                yield f"{folder}{document.id}"
        elif name := copied_from(document.id):
            yield posixpath.join(posixpath.dirname(document.path), name)


@cache
def _facts_of_entries() -> frozenset[str]:
    facts = {*fields_of(Kind.PRACTICE), *fields_of(Kind.RESOURCE), *fields_of(Kind.TASK)}
    return frozenset(facts - fields_of(Kind.PAGE).keys())


def kind_by_facts(document: Document) -> Kind:
    """The kind of an entry or a task by its facts: another one, if only that one requires them."""
    own, names = document.kind, document.names
    strange = any(fault.check == "unknown-field" for fault in document.faults)
    if own not in _KINDS or not document.is_read or not strange or names & _needed_alone(own):
        return own
    meant = [one for one in _KINDS if len(names & _needed_alone(one)) >= _ENOUGH]
    return meant[0] if len(meant) == 1 else own


def paths_among_other_kind(content: Content) -> frozenset[str]:
    """The entries and tasks in the folder of another kind, and misnamed translations.

    The fields and sections of their apparent kind don't fit them.
    """
    return frozenset(
        document.source.path
        for document in content.documents
        if is_misnamed_translation(document)
        or (translated_from(document.path) and not has_facts(document))
        or kind_by_facts(document) is not document.kind
    )


def unstamped(content: Content) -> dict[str, Document]:
    """The translations that don't say how they were made, as with copies of originals; by path."""
    return {
        one.source.path: one
        for one in content.translations
        if {fault.field for fault in one.faults if fault.check == "missing-field"} >= {*STAMP}
    }


@cache
def _needed_alone(kind: Kind) -> frozenset[str]:
    """The fields required of a kind of entries, or of tasks, that no other kind can have."""
    needed = {name for name, field in fields_of(kind).items() if kind in field.required}
    return frozenset(needed.difference(*(fields_of(one) for one in _KINDS if one is not kind)))
