"""Cuts a Markdown file into its front matter, read with positions, and its body."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.content.faults import Fault
from toolkit.content.values import Mapping
from toolkit.content.yaml_text import FRONT_MATTER, read_yaml
from toolkit.source import SourceFile

_FENCE = "---"
LARGEST_BODY = 200_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`mapping` is None where the front matter is missing or broken; then `faults` say why."""

    mapping: Mapping | None
    body: str
    body_line: int
    faults: tuple[Fault, ...]


def read_front_matter(source: SourceFile) -> FrontMatter:
    """Read the block between the first line `---` and the next one, and the body after it.

    The faults are `missing-front-matter`, `unclosed-front-matter`, those of reading YAML, and
    `wrong-type` where the block is not made of fields.
    """
    lines = source.lines
    if lines[0].rstrip() != _FENCE:
        reason = "late" if _FENCE in (line.rstrip() for line in lines[1:6]) else ""
        fault = Fault("missing-front-matter", source.at_line(1), reason)
        return FrontMatter(None, "", 1, (fault,))
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        fault = Fault("unclosed-front-matter", source.at_line(1))
        return FrontMatter(None, "", 1, (fault,))
    body = "\n".join(lines[end + 1 :])
    value, faults = read_yaml(source, "\n".join(lines[1:end]), FRONT_MATTER, first_line=2)
    if len(body) > LARGEST_BODY:
        place = source.at(min(end + 2, len(lines)), 1, 1)
        faults = (*faults, Fault("oversized-body", place, "size", str(len(body))))
        body = ""
    if isinstance(value, Mapping):
        return FrontMatter(value, body, end + 2, faults)
    if value is not None:
        faults = (*faults, Fault("wrong-type", value.location, "fields"))
    elif not any(fault.check != "oversized-body" for fault in faults):
        faults = (
            *faults,
            Fault("missing-front-matter", source.at_line(1), "empty"),
        )
    return FrontMatter(None, body, end + 2, faults)
