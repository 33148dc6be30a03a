"""Splits a translation into pieces for translators' tools, and writes it back piece by piece.

A piece is a field, or a stretch of the body between blank lines. Bodies whose stretches don't
correspond one by one to those of the original are one piece. What people ask is one too, a phrase a
line: each language has its own phrases, and as many as it likes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from toolkit.content.document import Document
from toolkit.content.originals import CHOICE
from toolkit.content.values import Mapping as YamlMapping
from toolkit.content.values import Scalar, Sequence, Value, in_place_of_scalar
from toolkit.problems import Fix, in_place_of
from toolkit.source import Location
from toolkit.translations.source import FIELDS, source_text

_BLOCK = re.compile(r"[^\n](?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
# What makes a block a heading, a list, a quotation or a table.
_SIGN = re.compile(r"#+|[-*](?=\s)|[>|]|\d+(?=[.)]\s)")
# Not those that keep what is beside them on one line: French has them before : and in numbers.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
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
            found[name] = _on_one_line(value)
        elif name == ASKED and isinstance(value, list):
            found[name] = "\n".join(map(_on_one_line, value))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                for part in CHOICE[1:]:
                    found[f"{name}[{index}].{part}"] = _on_one_line(str(item[part]))
    return found


def tidied(name: str, text: str) -> str:
    """The words for a piece as `units` gives them, without the breaks and spaces that tools add."""
    if name.partition("[")[0] == BODY:
        return re.sub(r"\r\n?", "\n", text).strip("\n").rstrip()
    return "\n".join(phrases(text)) if name == ASKED else _on_one_line(text)


def without_place(translation: Document, names: Iterable[str]) -> list[str]:
    """Those of some pieces that can't be written into a translation as it is now."""
    places = dict(_places(translation))
    return [name for name in names if name.partition("[")[0] != BODY and name not in places]


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
        yield BODY, len(body) - len(body.lstrip("\n")), body.strip("\n").rstrip()
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
    places = dict(_places(translation))
    for name, text in new.items():
        if name != ASKED and name in places and old.get(name) != text:
            yield _filled(translation, name, places[name], quoted(text))
    yield from _of_new_phrases(translation, old.get(ASKED, ""), new.get(ASKED, ""))
    yield from _of_new_body(translation, old, new, whole_body=whole_body)


def _filled(translation: Document, name: str, value: Value | None, text: str) -> Fix:
    """What puts a text into a field, or adds the field: before the translator, or as the last."""
    if isinstance(value, Scalar):
        return in_place_of_scalar(value, text)
    if value is not None:
        return in_place_of(value.location, text)
    space = "" if text[0] == "\n" else " "
    known = any(key.text == "translator" for key, _ in translation.pairs)
    line = translation.place("translator").line if known else translation.body_line - 1
    return Fix(translation.source.at(line), f"{name}:{space}{text}\n")


def phrases(text: str) -> list[str]:
    """The phrases in such a piece, one per line."""
    return [_on_one_line(line) for line in text.splitlines() if line.strip()]


def _of_new_phrases(translation: Document, old: str, new: str) -> Iterator[Fix]:
    """The items of the list, or a list before the translator."""
    wanted = [quoted(one) for one in phrases(new)]
    if not wanted or phrases(new) == phrases(old):
        return
    source, value = translation.source, dict(_places(translation)).get(ASKED)
    if isinstance(value, Sequence) and value.items:
        places = [item.location for item in value.items]
        before = source.line(places[0].line)[: places[0].column - 1]
        between = f"\n{before.rstrip()} " if before.strip() == "-" else ", "
        # Item by item, to keep remarks between them; what is left over follows the last.
        last = min(len(places), len(wanted)) - 1
        for place, text in zip(places[:last], wanted, strict=False):
            yield in_place_of(place, _after_hyphen(place, text))
        end = places[-1] if len(wanted) < len(places) else places[last]
        rest = _after_hyphen(places[last], between.join(wanted[last:]))
        yield in_place_of(
            places[last]._replace(end_line=end.end_line, end_column=end.end_column), rest
        )
    elif value is None:
        yield _filled(translation, ASKED, None, "".join(f"\n  - {one}" for one in wanted))
    else:
        yield _filled(translation, ASKED, value, f"[{', '.join(wanted)}]")


def _after_hyphen(place: Location, text: str) -> str:
    """A text for an item of a list, which has no space before it if it was left out."""
    return f" {text}" if place.source.line(place.line)[: place.column - 1].endswith("-") else text


def _of_new_body(
    translation: Document, old: Mapping[str, str], new: Mapping[str, str], *, whole_body: bool
) -> Iterator[Fix]:
    source, body = translation.source, translation.body
    for name, start, text in _of_body(body, whole=whole_body):
        if name in new and new[name] != old.get(name):
            line = translation.body_line + body.count("\n", 0, start)
            last = line + text.count("\n")
            # A file can end with the front matter, also within its last line.
            before = "" if text or source.text.endswith("\n") else "\n"
            place = Location(source, line, 1, last, len(source.line(last)) + 1)
            yield Fix(place, before + new[name])


def _places(translation: Document) -> Iterator[tuple[str, Value | None]]:
    """The fields that can be written by piece, with their values, which may be empty; None if one
    is to be added.
    """
    present = {key.text: value for key, value in reversed(translation.pairs)}
    keys = {key.column for key, _ in translation.pairs}
    for name in ("title", "summary", ASKED):
        value = present.get(name)
        if value is None and keys != {1}:
            continue  # within braces or with an indent, a new line would not be part of it
        wanted = Sequence if name == ASKED else Scalar
        if value is None or value.is_empty or isinstance(value, wanted):
            yield name, value
    choices = translation.get("choices")
    for index, item in enumerate(choices.items if isinstance(choices, Sequence) else ()):
        for part in CHOICE[1:]:
            scalar = item.get(part) if isinstance(item, YamlMapping) else None
            if isinstance(scalar, Scalar):
                yield f"choices[{index}].{part}", scalar


def quoted(text: str) -> str:
    """Any text as a YAML string on one line."""
    return "'{}'".format(_on_one_line(text).replace("'", "''"))


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
