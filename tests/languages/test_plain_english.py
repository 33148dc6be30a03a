"""Words that people use: no calque that was once replaced comes back."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import toolkit
from toolkit.languages import LANGUAGES

_PROGRAM = Path(toolkit.__file__).parent
# What was written before, and what people say.
_SAID = {
    r"\bmend(?:s|ed|ing)?\b": "fix",
    r"\b(?:is|are) told\b": "sees, see",
    r"\b(?:goes by|lies at)\b": "is called, is at",
    r"\bat (?:its|their|the) publishers?\b": "on its publisher's site",
    r"\b(?:right|its|the|an) ending\b|\bendings\b": "extension",
    r"(?:^|[.:;] )[Ww]ho (?:follows|listens|looks|reads)\b": "people who",
    r"\bleads? (?:readers|people) on\b": "takes readers to",
}
# Source may have one of these in a text, which begins after a quotation mark or a value, and may
# go on in another part, after a remark.
_IN_SOURCE = re.compile("|".join(_SAID).replace("^", r"""["'}](?:\\\n)?"""))
_IN_PARTS = re.compile(r"""["']\s*(?:#.*\n\s*)*f?["']""")


def test_nobody_says_it_that_way() -> None:
    """The words of the site, of checks and of commands, with the pages of checks."""
    found = [
        f"{place}: {words!r}; write: {better}"
        for place, words in _shown()
        for pattern, better in _SAID.items()
        if re.search(pattern, words)
    ]
    assert not found, "\n".join(found)


def _shown() -> Iterator[tuple[str, str]]:
    for key, text in LANGUAGES["en"].strings.items():
        yield key, str(text)
    for file in sorted(_PROGRAM.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        # Parsing takes long, and is only needed to know texts from code, and where they are.
        if not _IN_SOURCE.search(_IN_PARTS.sub("", source)):
            continue
        tree = ast.parse(source)
        # Docstrings are for programmers, but those of checks are pages, and those of commands help.
        hidden = {
            node.body[0].value
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and file.parent.name != "cli"
            and not (isinstance(node, ast.Module) and file.parent.name == "checks")
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node not in hidden:
                yield f"{file.name}:{node.lineno}", str(node.value)
    for schema in _PROGRAM.rglob("*.schema.json"):
        yield schema.name, schema.read_text(encoding="utf-8")
