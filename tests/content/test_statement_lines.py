"""Registers read line by line: the same as YAML reads them, or left to YAML."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.content import recognition
from toolkit.content.recognition import RowFile, read_register
from toolkit.content.statement_lines import read_lines
from toolkit.source import SourceFile

DIGEST = f"sha256:{'0123456789abcdef' * 4}"
ROW = f"  - {{entry: manual, digest: {DIGEST}, on: 2026-01-05}}"
OBJECTION = f'  - {{entry: manual, digest: {DIGEST}, on: 2026-01-05, reason: "Too old."}}'

# Lines that are read here, and others that may look like them.
LINES = [
    *("recognises:", "objections:", "withdrawals:", "recognises: []", "others:", "", "  ", "# é"),
    *("  # x", "---", "...", "\t", " # \u2028", "<<<<<<< HEAD", ROW, ROW, ROW, OBJECTION),
    *(ROW.lstrip(), ROW.replace("  - ", "    - "), ROW.replace("manual", "null"), f"{ROW} # x"),
    *(ROW.replace("on:", "on :"), ROW.replace("manual", "Manual"), ROW.replace("manual", "0")),
    *(ROW.replace("}", ', note: "a: b, {c}"}'), ROW.replace("}", ', note: " "}')),
    *(ROW.replace("}", ', reason: "why"}'), ROW.replace("}", r', note: "a\\b"}')),
    *(ROW.replace("}", ", by: iom}"), ROW.replace("sha256:", "sha256: "), ROW.replace("}", "")),
    *(ROW.replace("2026-01-05", "2026-02-31"), ROW.replace("}", ', note: "\u00a0"}')),
    ROW.replace("}", ', note: "\x85"}'),
]


def by_yaml(source: SourceFile) -> RowFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognition, "read_lines", lambda source: None)
        return read_register(source, (), "iom")


def comparable(file: RowFile) -> dict[str, object]:
    rows = [dataclasses.astuple(row) for row in file.rows]
    return {"rows": rows, "leaves": file.leaves, "faults": file.faults, "whole": file.whole}


@given(st.lists(st.sampled_from(LINES), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_lines_are_read_as_yaml_reads_them(lines: list[str], end: str) -> None:
    source = SourceFile("docs/recognition/iom.yml", end.join(lines))
    assert comparable(read_register(source, (), "iom")) == comparable(by_yaml(source))


@given(st.integers(0, len(ROW)), st.characters(), st.booleans())
def test_one_other_character_is_read_as_yaml_reads_it(at: int, sign: str, instead: bool) -> None:
    row = ROW[:at] + sign + ROW[at + instead :]
    source = SourceFile("docs/recognition/iom.yml", f"recognises:\n{ROW}\n{row}\n")
    assert comparable(read_register(source, (), "iom")) == comparable(by_yaml(source))


def test_what_the_commands_write_needs_no_yaml() -> None:
    text = f"# Ours.\nobjections:\n{OBJECTION}\n\nrecognises:\n{ROW}\n{ROW}\n"
    assert len(read_lines(SourceFile("docs/recognition/iom.yml", text)) or ()) == 3
