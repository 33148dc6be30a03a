"""Snippets for VS Code: they offer a field's terms in Markdown files, without any extension."""

import json

from toolkit.authoring.draft import PROMPTS
from toolkit.authoring.options import Option, options_of
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES

_HEAD = "// Made by `toolkit generate` from the fields, lists and registers: change those.\n"
_CHOSEN = {Form.TERM, Form.CHOICE, Form.ORGANISATION}
# VS Code variables.
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def snippets(content: Content) -> str:
    """One snippet a field, and one for each kind of entry, as a file of VS Code."""
    result: dict[str, object] = {}
    fields: dict[str, tuple[Field, Kind]] = {}
    for kind in (Kind.RESOURCE, Kind.PRACTICE):
        result[f"New {kind.value}"] = {
            "scope": "markdown",
            "prefix": kind.value,
            "description": f"A {kind.value} with all fields that are needed.",
            "body": _entry(kind, content),
        }
        for name, field in fields_of(kind).items():
            fields.setdefault(name, (field, kind))
    for name, (field, kind) in fields.items():
        result[f"Field {name}"] = {
            "scope": "markdown",
            "prefix": [name, f"field-{name}"],
            "description": field.about,
            "body": [_line(field, kind, 1, content)],
        }
    return _HEAD + json.dumps(result, indent=2, ensure_ascii=False) + "\n"


def _entry(kind: Kind, content: Content) -> list[str]:
    """All needed fields of a kind and a few more, and the sections of a practice."""
    needed = [
        field
        for field in fields_of(kind).values()
        if kind in field.required or field.use in (Use.ASKED, Use.MADE)
    ]
    lines = [_line(field, kind, number, content) for number, field in enumerate(needed, 1)]
    sections = LANGUAGES["en"].sections if kind is Kind.PRACTICE else ()
    body: list[str] = []
    for number, (heading, prompt) in enumerate(zip(sections, PROMPTS, strict=False), 1):
        body += ["", f"## {heading}", "", f"${{{len(needed) + number}:{_plain(prompt)}}}"]
    return ["---", *lines, "---", *body]


def _line(field: Field, kind: Kind, number: int, content: Content) -> str:
    """The line of a field with a place to choose or to write."""
    options: tuple[Option, ...] = ()
    if field.form in _CHOSEN:
        options = options_of(field, kind, content, LANGUAGES["en"])
    if options:
        place = f"${{{number}|{','.join(option.value for option in options)}|}}"
        value = f"[{place}]" if field.number is Number.LIST else place
    else:
        example = _TODAY if field.use is Use.MADE else _plain(field.example)
        value = f"${{{number}:{example}}}"
    return f"{field.name}: {value}"


def _plain(text: str) -> str:
    """Text with the characters escaped that have a meaning in snippets."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
