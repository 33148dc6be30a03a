"""Splits a translation into pieces for translators' tools, and writes it back piece by piece.

A piece is a field, or a stretch of the body between blank lines. Bodies whose stretches don't
correspond one by one to those of the original are one piece. What people ask is one too, a phrase a
line: each language has its own phrases, and as many as it likes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.content.document import Document
from toolkit.content.originals import CHOICE
from toolkit.content.values import Mapping as YamlMapping
from toolkit.content.values import Scalar, Sequence
from toolkit.problems import Fix, in_place_of
from toolkit.source import Location
from toolkit.translations.source import FIELDS, source_text

_BLOCK = re.compile(r"[^\n](?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
# What makes a block a heading, a list, a quotation or a table.
_SIGN = re.compile(r"#+|[-*](?=\s)|[>|]|\d+(?=[.)]\s)")
BODY, ASKED = "body", "asked"


def units(text: Mapping[str, Any], *, whole_body: bool) -> dict[str, str]:
    """The pieces of a document's text, or of its translation, with the body as one if `whole_body`.

    A piece is named by its path: `choices[0].use`, `body[3]`.
    """
    found: dict[str, str] = {}
    for name in FIELDS:
        value = text.get(name)
        if name == BODY:
            body = str(value or "")
            found.update((piece, words) for piece, _, words in _of_body(body, whole=whole_body))
        elif isinstance(value, str):
            found[name] = " ".join(value.split())
        elif name == ASKED and isinstance(value, list):
            found[name] = "\n".join(" ".join(item.split()) for item in value)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                for part in CHOICE[1:]:
                    found[f"{name}[{index}].{part}"] = " ".join(str(item[part]).split())
    return found


def corresponds(original: Mapping[str, Any], translation: Mapping[str, Any]) -> bool:
    """Whether both bodies have the same blocks, judging by the characters that these begin with."""

    def signs(text: Mapping[str, Any]) -> list[str]:
        body = str(text.get(BODY, ""))
        found = (_SIGN.match(body, block.start()) for block in _BLOCK.finditer(body))
        return [sign[0][:6] if sign else "" for sign in found]

    return signs(original) == signs(translation)


def _of_body(body: str, *, whole: bool) -> Iterator[tuple[str, int, str]]:
    """The pieces of a body: the name of each, where it begins, and its text."""
    if whole:
        yield BODY, len(body) - len(body.lstrip("\n")), body.strip("\n")
        return
    for index, match in enumerate(_BLOCK.finditer(body)):
        yield f"{BODY}[{index}]", match.start(), match[0].rstrip()


def revised(
    translation: Document, words: Mapping[str, str], translator: str, *, whole_body: bool
) -> Iterator[Fix]:
    """The fixes that put new words into a translation.

    If any are new, it is no longer the text that was reviewed, and the `translator`, if named, made
    it.
    """
    fixes = list(_changes(translation, words, whole_body=whole_body))
    if not fixes:
        return
    yield from fixes
    maker = translation.get("translator")
    if translator and isinstance(maker, Scalar):
        yield in_place_of(maker.location, quoted(translator))
    reviewed = translation.get("reviewed")
    if reviewed is not None and not isinstance(reviewed, Scalar):
        yield in_place_of(reviewed.location, "false")


def _changes(translation: Document, new: Mapping[str, str], *, whole_body: bool) -> Iterator[Fix]:
    """The fixes that put new words, by piece, into the file of a translation.

    Pieces whose words haven't changed are left alone.
    """
    old = units(source_text(translation), whole_body=whole_body)
    places = dict(_scalars(translation))
    for name, text in new.items():
        if name in places and old.get(name) != text:
            yield in_place_of(places[name].location, quoted(text))
    yield from _of_new_phrases(translation, old.get(ASKED, ""), new.get(ASKED, ""))
    yield from _of_new_body(translation, old, new, whole_body=whole_body)


def phrases(text: str) -> list[str]:
    """The phrases in such a piece, one per line."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _of_new_phrases(translation: Document, old: str, new: str) -> Iterator[Fix]:
    """The list from the beginning of its first item to the end of its last, or a list before the
    translator.
    """
    wanted = [quoted(one) for one in phrases(new)]
    if not wanted or phrases(new) == phrases(old):
        return
    source, value = translation.source, translation.get(ASKED)
    if isinstance(value, Sequence) and value.items:
        start, end = value.items[0].location, value.items[-1].location
        before = source.line(start.line)[: start.column - 1]
        between = f"\n{before}" if before.strip() == "-" else ", "
        place = Location(source, start.line, start.column, end.end_line, end.end_column)
        yield Fix(place, between.join(wanted))
    elif value is None:
        lines = "".join(f"  - {one}\n" for one in wanted)
        yield Fix(source.at(translation.place("translator").line), f"{ASKED}:\n{lines}")


def _of_new_body(
    translation: Document, old: Mapping[str, str], new: Mapping[str, str], *, whole_body: bool
) -> Iterator[Fix]:
    source, body = translation.source, translation.body
    for name, start, text in _of_body(body, whole=whole_body):
        if name in new and new[name] != old.get(name):
            line = translation.body_line + body.count("\n", 0, start)
            last = line + text.count("\n")
            yield Fix(Location(source, line, 1, last, len(source.line(last)) + 1), new[name])


def _scalars(translation: Document) -> Iterator[tuple[str, Scalar]]:
    for name in ("title", "summary"):
        value = translation.get(name)
        if isinstance(value, Scalar):
            yield name, value
    choices = translation.get("choices")
    for index, item in enumerate(choices.items if isinstance(choices, Sequence) else ()):
        for part in CHOICE[1:]:
            scalar = item.get(part) if isinstance(item, YamlMapping) else None
            if isinstance(scalar, Scalar):
                yield f"choices[{index}].{part}", scalar


def quoted(text: str) -> str:
    """Any text as a YAML string on one line."""
    return "'{}'".format(" ".join(text.split()).replace("'", "''"))
