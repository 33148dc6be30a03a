"""Which field was meant by an unknown name: misspelt, a synonym, or in another language."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from toolkit.content.document import Document
from toolkit.content.entry_schema import BY_NAME, FIELDS
from toolkit.content.faults import Fault
from toolkit.content.reader import Content
from toolkit.content.schema import Kind, Number
from toolkit.content.tables import ROWS
from toolkit.content.values import Mapping, Scalar
from toolkit.grouping import grouped
from toolkit.languages import LANGUAGES
from toolkit.languages.accents import without_accents
from toolkit.validation.groups import GROUPS, meant_group, single_group
from toolkit.validation.nearest import nearest

_IN_GROUP = re.compile(r"(?P<group>(?P<field>[a-z_]+)(?:\[\d+\])?)\.(?P<name>.+)")
_JOINED = re.compile(r"\s*- \S+\s+(?P<written>(?P<name>[a-z_]+):\s+\S.*)")
# What other programs write above their texts, and what does the same here.
OF_OTHER_PROGRAMS = {
    **dict.fromkeys(("id", "slug", "permalink"), "the name of the file is the id and the address."),
    **dict.fromkeys(("draft", "published"), "an unfinished entry stays on a branch."),
    **dict.fromkeys(("layout", "template"), "the folder of the file decides how its page looks."),
    **dict.fromkeys(
        ("lang", "language", "locale"),
        "the name of the file tells the language, as in guide.fr.md.",
    ),
    **dict.fromkeys(
        ("author", "authors", "date", "updated"),
        "the history of the file tells who wrote it, and when.",
    ),
}
_MEANT = {other: row.name for row in ROWS for other in row.other_names.split()}
# How many known fields below an unknown one make it a name for all of them.
_FEW = 3
# The same in lists, registers and tasks: the first of these that exists there.
_IN_LISTS = {
    **dict.fromkeys(("title", "heading"), "name short_title label"),
    **dict.fromkeys(("type", "category"), "kind"),
    **dict.fromkeys(("acronym", "abbr", "short", "short_name"), "abbreviation"),
    **dict.fromkeys(("since", "from", "start", "begins"), "joined opens"),
    **dict.fromkeys(("until", "to", "end", "ends", "deadline"), "left closes"),
    **dict.fromkeys(("date", "day"), "on"),
    **dict.fromkeys(("id", "resource", "practice"), "entry"),
    **dict.fromkeys(("note", "remark", "comment"), "note reason"),
    "reason": "why note",
    "parent": "broader",
    **dict.fromkeys(("synonym", "synonyms", "aliases"), "alt names"),
    **dict.fromkeys(("label", "name"), "labels names"),
    "description": "definition",
    "language": "lang",
    "lang": "language",
    **dict.fromkeys(("instead", "better"), "prefer"),
    **dict.fromkeys(("question", "questions", "phrases"), "asked"),
    "entries": "choices",
    **dict.fromkeys(("endorses", "endorsements", "endorsed", "approves", "supports"), "recognises"),
    "for": "use",
    **dict.fromkeys(("url", "site", "sites"), "hosts"),
}


def below_another(content: Content) -> frozenset[str]:
    """The paths of documents with all fields below one that nobody knows: `entry:`."""
    return frozenset(
        document.source.path
        for document in content.documents
        if document.front is not None and len(document.front.pairs) == 1
        for key, value in document.front.pairs
        if key.text not in BY_NAME
        and isinstance(value, Mapping)
        and len(BY_NAME.keys() & {name.text for name, _ in value.pairs}) >= _FEW
    )


def meant_field(written: str, known: Iterable[str]) -> str:
    """The field of `known` that was most likely meant; empty if none."""
    known = frozenset(known)
    plain = _plain(written)
    listed = _IN_LISTS.get(plain, "").split()
    meant = (plain, _MEANT.get(plain, ""), *listed, *_by_label().get(plain, ()))
    return next((name for name in meant if name in known), "") or nearest(plain, known)


def _plain(name: str) -> str:
    """A name in lower case without accents, as one word."""
    return without_accents(name.casefold().strip()).replace(" ", "_").replace("-", "_")


@cache
def _by_label() -> dict[str, tuple[str, ...]]:
    """The fields by their labels on pages, in each language of the site."""
    return grouped(
        (_plain(label), row.name)
        for language in LANGUAGES.values()
        for row in FIELDS
        if isinstance(label := language.strings.get(f"field.{row.name}"), str)
    )


def renamed_fields(content: Content) -> Iterator[tuple[str, str]]:
    """The fields under wrong names: the path of the file, and that of the field."""
    missing = missing_instead(content)
    for fault in content.faults("unknown-field"):
        path, (group, name) = fault.location.source.path, group_and_name(fault)
        names: Iterable[str] = missing.get((path, group), ())
        if fault.reason == "astray":
            group, names = fault.field, fault.names
        elif unnamed_parts(fault):
            names = fault.names
        elif glued := named_with_value(fault):
            names = (glued[1],)
        elif meant := meant_field(name, fault.names) or ("id" if named_as_id(fault) else ""):
            names = (meant,)
        yield from ((path, f"{group}.{one}" if group else one) for one in names)
    for fault in content.faults("wrong-type"):
        if joined := joined_field(fault):
            yield fault.location.source.path, joined["name"]


def joined_field(fault: Fault) -> re.Match[str] | None:
    """The field that is on the line of the last item of a list above it: `- shelters level: all`;
    None if the file has it on a line of its own, too.
    """
    source = fault.location.source
    found = _JOINED.fullmatch(source.line(fault.location.line))
    if found is None or found["name"] not in BY_NAME:
        return None
    return None if found["name"] in _begun(source.text) else found


@lru_cache(maxsize=1)
def _begun(text: str) -> frozenset[str]:
    """The names that begin a line: a long list with one slip in each line asks for them often."""
    return frozenset(re.findall(r"^([a-z_]+):", text, re.MULTILINE))


def missing_instead(content: Content) -> dict[tuple[str, str], tuple[str, ...]]:
    """The missing fields that unknown ones next to them were probably meant to be.

    They are keyed by path and group (empty at the top level), which must have as many unknown names
    as missing fields, or more.
    """
    strange: Counter[tuple[str, str]] = Counter(
        (fault.location.source.path, group_and_name(fault)[0])
        for fault in content.faults("unknown-field")
        if _is_unexplained(fault)
    )
    if not strange:
        return {}
    excused = without_year(content)
    lost = [
        (fault.location.source.path, *fault.field.rpartition(".")[::2])
        for fault in content.faults("missing-field")
    ]
    lost += [
        (entry.source.path, "", "organisations")
        for entry in content.entries
        if entry.front is not None and not {"organisations", "partners"} & entry.names
    ]
    missing = grouped(
        ((path, group), name) for path, group, name in lost if name != "year" or path not in excused
    )
    return {key: names for key, names in missing.items() if len(names) <= strange[key]}


def without_year(content: Content) -> frozenset[str]:
    """The resources whose year is marked as unknown."""
    return frozenset(
        document.source.path
        for document in content.entries
        if document.kind is Kind.RESOURCE and "year" in _unverified(document)
    )


def _unverified(entry: Document) -> Collection[str]:
    """What nobody has checked, also where the brackets of the list were forgotten."""
    written = entry.get("unverified")
    return (written.text,) if isinstance(written, Scalar) else entry.texts("unverified")


def _is_unexplained(fault: Fault) -> bool:
    """Whether nothing shows what an unknown name was meant to be."""
    group, name = group_and_name(fault)
    elsewhere = name in BY_NAME or name in OF_OTHER_PROGRAMS or single_group(name, fault.names)
    return not (
        (elsewhere and not group)
        or fault.reason
        or meant_field(name, fault.names)
        or named_as_id(fault)
        or unnamed_parts(fault)
    )


def group_and_name(fault: Fault) -> tuple[str, str]:
    """The path of the group with an unknown name (empty at the top level), and the name."""
    found = _IN_GROUP.fullmatch(fault.field)
    if found and found["field"] in GROUPS:
        return found["group"], found["name"]
    group, _, name = fault.field.rpartition(".")
    return group, name


def unnamed_parts(fault: Fault) -> str:
    """What an unknown name in a group without known names means; empty if unclear."""
    known = fault.numbers != (0,) or meant_field(group_and_name(fault)[1], fault.names)
    return "" if known else meant_parts([fault])


def meant_parts(faults: Sequence[Fault]) -> str:
    """The group that the unknown names in it and their values were meant to be."""
    group = group_and_name(faults[0])[0]
    field = GROUPS.get(group.partition("[")[0])
    if field is None:
        return ""
    pairs = [(group_and_name(fault)[1], fault.detail) for fault in faults]
    lines = (f"{name}: {value}" if value else name for name, value in pairs)
    return meant_group(replace(field, number=Number.ONE), "\n".join(lines))


def lines_astray(content: Content) -> frozenset[tuple[str, int]]:
    """The lines that belong to a field above, but aren't indented."""
    return frozenset(
        (fault.location.source.path, fault.location.line + number)
        for fault in content.faults("unknown-field")
        if fault.reason == "astray"
        for number in range(len(fault.names))
    )


def named_with_value(fault: Fault) -> re.Match[str] | None:
    """The known name and the value in an unknown name between brackets, without colon and space."""
    found = re.fullmatch(r"([a-z_]+)[\s:;=：﹕]+(\S.*)", group_and_name(fault)[1])
    return found if found and found[1] in fault.names else None


def named_as_id(fault: Fault) -> bool:
    """Whether an unknown name is the id of an item: `- shelters:` instead of `- id: shelters`."""
    line = fault.location.source.line(fault.location.line)
    return "id" in fault.names and bool(re.fullmatch(r"- [a-z0-9-]+:\s*", line))
