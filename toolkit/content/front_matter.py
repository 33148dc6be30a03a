"""Splits a Markdown file into its front matter, read with positions, and its body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.content.entry_schema import BY_NAME
from toolkit.content.faults import Fault
from toolkit.content.markdown_code import without_code
from toolkit.content.values import Mapping, Value
from toolkit.content.yaml_text import (
    FRONT_MATTER,
    conflict_marker,
    control_characters,
    read_yaml,
    referenced_controls,
)
from toolkit.source import SourceFile

_FENCE = "---"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Such a space where the format needs one: before a line's text, after a hyphen, after a colon.
_ODD_SPACE = re.compile(rf"(?:^|(?<=:)|(?<=-)|(?<=-[ ]))[ ]*[{_SPACES}][ {_SPACES}]*", re.MULTILINE)
# What people write instead of the line of hyphens.
_FENCE_MEANT = re.compile(r"\s*(?:[-_=*+~‐-―−－]\s*){2,20}|-{3}\s*[\w#].{0,40}|[‐-―−]\s*")
LARGEST_BODY = 200_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`mapping` is None if the front matter is missing or broken; then `faults` say why."""

    mapping: Mapping | None
    body_line: int
    body_start: int | None
    faults: tuple[Fault, ...]


def read_front_matter(source: SourceFile) -> FrontMatter:
    """Read the block between `---` on the first line and the next `---`, and the body after it.

    The faults are `missing-front-matter`, `unclosed-front-matter`, those of reading YAML,
    `wrong-type` if the block does not consist of fields, and `oversized-body`, `control-character`
    and `conflict-marker` in the body.
    """
    lines = source.lines
    if lines[0].rstrip() != _FENCE:
        why = _why_missing(lines)
        return _broken(Fault("missing-front-matter", source.at_line(1), why, lines[0]))
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return _broken(Fault("unclosed-front-matter", source.at_line(1)))
    if _is_divided(lines, end):
        return _broken(Fault("unclosed-front-matter", source.at_line(end + 1), "divided"))
    start: int | None = sum(len(line) + 1 for line in lines[: end + 1])
    body = source.rest(start)
    value, found = _read(source, "\n".join(lines[1:end]))
    faults = [*found]
    if len(body) > LARGEST_BODY:
        place = source.at(min(end + 2, len(lines)), 1, 1)
        faults.append(Fault("oversized-body", place, "size", numbers=(len(body),)))
        body, start = "", None
    # A byte-order mark in a text does no more harm than any other zero-width character.
    in_body = control_characters(source, body, end + 2)
    if "&" in body:
        in_body += referenced_controls(source, without_code(body, sure=True), end + 2)
    faults += [one for one in in_body if one.detail != "\ufeff"]
    if not any(fault.check == "conflict-marker" for fault in faults):
        faults += conflict_marker(source, without_code(body), end + 2)
    if isinstance(value, Mapping):
        return FrontMatter(value, end + 2, start, tuple(faults))
    if value is not None:
        faults.append(Fault("wrong-type", value.location, "fields"))
    elif not any(fault.location.line <= end + 1 for fault in faults):
        faults.append(Fault("missing-front-matter", source.at_line(1), "empty"))
    return FrontMatter(None, end + 2, start, tuple(faults))


def _broken(fault: Fault) -> FrontMatter:
    return FrontMatter(None, 1, None, (fault,))


def _why_missing(lines: Sequence[str]) -> str:
    """What the file has in place of the beginning of its front matter."""
    if not any(line.strip() for line in lines):
        return "blank"
    if "\r" in lines[0] and len(lines) == 1:
        return "carriage-returns"
    if _FENCE_MEANT.fullmatch(lines[0]) and any(":" in line for line in lines[1:3]):
        return "meant"
    return "late" if _FENCE in (line.rstrip() for line in lines[1:6]) else ""


def _is_divided(lines: Sequence[str], end: int) -> bool:
    """Whether the line that ends the front matter is followed by fields and another such line."""
    below = next((line for line in lines[end + 1 :] if line.strip()), "")
    return below.partition(":")[0] in BY_NAME and any(
        line.rstrip() == _FENCE for line in lines[end + 2 :]
    )


def _read(source: SourceFile, text: str) -> tuple[Value | None, tuple[Fault, ...]]:
    """Read the YAML; if unusual spaces make that impossible, treat them as ordinary spaces."""
    value, faults = read_yaml(source, text, FRONT_MATTER, first_line=2)
    if isinstance(value, Mapping) or not _ODD_SPACE.search(text):
        return value, faults
    plain = _ODD_SPACE.sub(lambda match: " " * len(match[0]), text)
    second, second_faults = read_yaml(source, plain, FRONT_MATTER, first_line=2)
    odd = tuple(_odd_spaces(source, text))
    if not isinstance(second, Mapping) and {one.location.line for one in faults}.isdisjoint(
        one.location.line for one in odd
    ):
        return value, faults
    # One for another may be too few or too many: where the text can't be read, that is why.
    return second, (*odd, *second_faults) if isinstance(second, Mapping) else odd


def _odd_spaces(source: SourceFile, text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), 2):
        for match in _ODD_SPACE.finditer(line):
            start = match.start() + len(match[0]) - len(match[0].lstrip(" "))
            place = source.at(number, start + 1, match.end() - start)
            yield Fault("invalid-yaml", place, "odd-space")
