"""A file among the vocabularies and registers is not one of them.

The folders `vocabularies` and `registers` contain the lists that the program knows. Any other file
there is not read: if the name of a list is misspelt, its terms are missing.

## What to do

Correct the name of the file, or move it elsewhere. To add a list, ask the maintainers.

## Example

Wrong:

```text
docs/vocabularies/theme.yml
```

Right:

```text
docs/vocabularies/themes.yml
```
"""

from collections.abc import Container

from toolkit.content.files import is_of_word_processor
from toolkit.content.list_files import BY_LANGUAGE, list_files
from toolkit.content.reader import Content
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.nearest import nearest
from toolkit.validation.places import copied_file, right_name

_FOLDERS = ("vocabularies/", "registers/")
# Paths have their folder and their ending in common.
_NEAR = 0.8


def check(context: Context) -> Findings:
    """Look for files that aren't read: in the folders of lists, and lists elsewhere."""
    prefix, paths = context.content.prefix, frozenset(context.content.paths)
    known = _known(context.content)
    bodies = context.content.organisations.items
    for path in _unread(context.content):
        right = right_name(path)
        among_lists = path.startswith(_FOLDERS)
        label, hint = "", "correct its name, or move it elsewhere."
        if right != path and right in paths:
            hint = f"move your changes into {prefix}/{right}, which is read, and delete this file."
        elif right != path and right.endswith(".yml"):
            hint = f"rename it to {prefix}/{right}."
        elif path.endswith(".yml") and _id(path) in bodies and among_lists:
            hint = f"if these are statements of {_id(path)}, move them to {prefix}/recognition/."
        elif meant := _missing(path, known, paths) or _meant(path, known):
            label = f'did you mean "{prefix}/{meant}"?'
            if meant in paths:
                hint = "if so, move your changes there and delete this file; or move it elsewhere."
        elif among_lists:
            hint = "move its content into one of the lists, or move the file elsewhere."
        message = "This file is not read, because it is not one of the known lists."
        yield Finding(message, SourceFile(f"{prefix}/{path}").at(1), label, hint)


def missing_lists(content: Content) -> frozenset[str]:
    """The paths, as in reports, of lists that are not there, but under another name."""
    known, unread = _known(content), _unread(content)
    found = {right_name(path) for path in unread} | {_meant(path, known) for path in unread}
    found |= set(renamed_lists(content).values())
    return frozenset(f"{content.prefix}/{path}" for path in found.difference(content.paths))


def renamed_lists(content: Content) -> dict[str, str]:
    """The lists that are not there, by the paths of files whose names contain theirs."""
    known, paths = _known(content), frozenset(content.paths)
    found = {path: _missing(path, known, paths) for path in _unread(content)}
    return {path: meant for path, meant in found.items() if meant}


def _missing(path: str, known: list[str], paths: Container[str]) -> str:
    """The list of this folder that is not there and whose name this one contains; else empty."""
    folder, _, name = path.rpartition("/")
    found = [one for one in known if one not in paths and one.rpartition("/")[0] == folder]
    return max((one for one in found if _id(one) in name.lower()), key=len, default="")


def _known(content: Content) -> list[str]:
    return list_files(frozenset(content.paths))


def _unread(content: Content) -> list[str]:
    """What this check tells of; refused-attachment and odd-path tell of lock files and copies."""
    known, paths = _known(content), frozenset(content.paths)
    return [
        path
        for path in content.paths
        if path not in known
        and (
            path.startswith(_FOLDERS)
            or (path.endswith((".yml", ".yaml")) and not path.startswith("recognition/"))
        )
        and not (is_of_word_processor(path) or copied_file(path, paths))
    ]


def _meant(path: str, known: list[str]) -> str:
    """The list that a file of another name was most likely meant to be; empty if unclear."""
    if not path.endswith(".yml"):
        return ""
    moved = [one for one in known if _id(one) == _id(path)]
    return _in_language(path, known) or nearest(path, moved or known, 0 if moved else _NEAR)


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")


def _in_language(path: str, known: list[str]) -> str:
    """The path of a list in the language of a name, or for all languages; empty if unclear."""
    name, _, tag = path.removesuffix(".yml").rpartition(".")
    meant = suggest_tag(tag).partition("-")[0]
    if f"{name}.yml" not in known or meant not in (*TARGETS, "en"):
        return ""
    is_one = meant == "en" or _id(name) not in BY_LANGUAGE
    return f"{name}.yml" if is_one else f"{name}.{meant}.yml"
