"""Writes values of fields as lines of front matter."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.content.schema import Field, Form, Number
from toolkit.validation.words import yaml_text

_WIDTH = 100
_PLAIN = re.compile(r"[^\W_](?:[\w ()/.’'-]|, |,(?=\d))*")
_SIMPLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_ADDRESS = re.compile(r"https?://[^\s#]+[^\s#:]")

# One or more texts; a group by the names of its parts, or reasons by what they are for; groups.
Texts = str | Sequence[str]
Group = Mapping[str, Texts]
Given = Texts | Group | Sequence[Group]


def field_lines(row: Field, given: Given) -> Iterator[str]:
    """The lines that give a field its value."""
    name = row.name
    if isinstance(given, str):
        if name == "summary":
            yield from _paragraph(name, given)
        else:
            yield f"{name}: {_scalar(given, row.form)}"
    elif isinstance(given, Mapping):
        yield from _keyed(row, given) if row.number is Number.KEYED else _group(row, given)
    else:
        texts = [item for item in given if isinstance(item, str)]
        if texts:
            yield from _list(name, texts)
        else:
            yield f"{name}:"
            for item in given:
                if isinstance(item, Mapping):
                    yield from _item(row, item)


def _fitting(line: str, head: str, below: Iterable[str]) -> Iterator[str]:
    """The one line if it is short enough, otherwise the head and the lines below it."""
    if len(line) <= _WIDTH:
        yield line
    else:
        yield head
        yield from below


def _list(name: str, values: Sequence[str]) -> Iterator[str]:
    items = (f"  - {_simple(value)}" for value in values)
    return _fitting(f"{name}: {_flow(values)}", f"{name}:", items)


def _flow(texts: Texts) -> str:
    """A value or a list, as written inside brackets or braces."""
    if isinstance(texts, str):
        return _simple(texts)
    return f"[{', '.join(_simple(text) for text in texts)}]"


def _simple(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) and not _is_null(text) else yaml_text(text)


def _group(row: Field, given: Group) -> Iterator[str]:
    flow = ", ".join(f"{name}: {_flow(texts)}" for name, texts in given.items())
    parts = (f"  {name}: {_part(row, name, texts)}" for name, texts in given.items())
    return _fitting(f"{row.name}: {{{flow}}}", f"{row.name}:", parts)


def _item(row: Field, given: Group) -> Iterator[str]:
    for number, (name, texts) in enumerate(given.items()):
        yield f"  {' ' if number else '-'} {name}: {_part(row, name, texts)}"


def _part(row: Field, name: str, texts: Texts) -> str:
    part = row.part(name)
    form = part.form if part is not None else Form.TEXT
    return _scalar(texts, form) if isinstance(texts, str) else _flow(texts)


def _keyed(row: Field, given: Group) -> Iterator[str]:
    yield f"{row.name}:"
    for key, reason in given.items():
        yield f"  {_simple(key)}: {_part(row, '', reason)}"


def _paragraph(name: str, text: str) -> Iterator[str]:
    wrapped = textwrap.wrap(text, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    lines = (f"  {line}" for line in wrapped)
    return _fitting(f"{name}: {_scalar(text, Form.TEXT)}", f"{name}: >-", lines)


def _scalar(text: str, form: Form) -> str:
    """A value as written in front matter: in quotation marks if it needs them."""
    plain = _ADDRESS if form is Form.ADDRESS else _PLAIN
    whole = plain.fullmatch(text) and not text.endswith(" ") and not _is_null(text)
    return text if whole else yaml_text(text)


def _is_null(text: str) -> bool:
    """Whether YAML reads a bare word as null."""
    return text.lower() == "null"
