"""The strings of the form, by the keys that its script uses."""

import re
from collections.abc import Mapping

from toolkit.languages.language import Language

_PREFIX = "write."
_KEY = re.compile(r"write\.((?:problem\.)?[a-z-]+)")
# The strings of the page around the form.
_AROUND = frozenset({"title", "summary", "off", "off-to", "off-nobody", "list", "lost"})


def form_texts(language: Language) -> Mapping[str, str]:
    """The strings of the form and of problems in a language, by key without the prefix.

    Those about fields come with the fields' rows.
    """
    found = ((_KEY.fullmatch(key), text) for key, text in language.strings.items())
    return {key[1]: str(text) for key, text in found if key and key[1] not in _AROUND}


def help_of(name: str, language: Language, *, is_task: bool = False) -> str:
    """What the form says about a field; empty if its label is enough.

    Some fields that entries and tasks share have a different meaning in a task.
    """
    strings = language.strings
    own = strings.get(f"{_PREFIX}task-help.{name}") if is_task else None
    return str(own or strings.get(f"{_PREFIX}help.{name}", ""))


def label_of(name: str, language: Language, group: str = "", *, is_task: bool = False) -> str:
    """The name of a field, or of a part of a `group`; for a task's field, as on task pages."""
    strings = language.strings
    keys = [f"field.{group}.{name}", f"{_PREFIX}part.{name}"] if group else []
    for key in [f"task.{name}", *keys] if is_task and not group else keys:
        if key in strings:
            return str(strings[key])
    return str(strings[f"field.{name}"])
