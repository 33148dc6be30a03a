"""The words of the form, by the keys that its script asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from toolkit.languages.language import Language

_PREFIX: Final = "write."

# Those of the page, without the prefix.
PAGE: Final = (
    *(
        "what",
        "new-resource",
        "new-practice",
        "new-task",
        "correct",
        "kept",
        "english",
        "lose",
        "loading",
        "no-entry",
    ),
    *("which", "which-help", "open", "correct-title", "correct-help", "needed", "required", "more"),
    *("choose", "add", "add-another", "remove", "removed", "example", "count", "text", "text-help"),
    *("divide-help", "divided"),
    *(
        "check",
        "likes",
        "likes-help",
        "is-other",
        "to-fix",
        "nothing-changed",
        "ready",
        "hints",
        "preview",
    ),
    *("subject-new", "subject-correct", "copy", "copied", "copy-yourself", "by-mail", "mail-text"),
    *("mail-fits", "mail-long", "mail-open", "mail-nobody", "contact-form", "as-file"),
    *("file-text", "file-help", "save", "saved", "at-repository", "repository-filled"),
    *("repository-empty", "repository-open"),
)
PROBLEMS: Final = (
    *("missing", "no-body", "bare-source", "dangling", "unsourced", "placeholder", "repeated"),
    *("too-long", "year", "year-meant", "year-unknown", "year-wrong", "year-order", "date"),
    *("address", "address-one", "address-space", "address-meant", "insecure", "sharing"),
    *("private", "tracking", "identifier", "identifier-digit", "unknown", "meant", "move"),
    *("no-organisation", "broader", "self", "national", "national-world", "regional", "global"),
    *("outside", "partner", "repetitive", "unfinished", "shouted", "email", "claim", "html"),
    *(
        "refused-link",
        "bare-address",
        "unclear-link",
        "tabs",
        "no-section",
        "heading",
        "choices",
        "chosen-twice",
        "withdrawn",
        "replaced",
        "words",
    ),
)


def form_texts(language: Language) -> Mapping[str, str]:
    """The words of a language, by keys without their prefix."""
    keys = (*PAGE, *(f"problem.{name}" for name in PROBLEMS))
    return {key: str(language.strings[f"{_PREFIX}{key}"]) for key in keys}


def help_of(name: str, language: Language, *, is_task: bool = False) -> str:
    """What the form says about a field; empty where its label is enough.

    Some fields that entries and tasks share mean something else in a task.
    """
    strings = language.strings
    own = strings.get(f"{_PREFIX}task-help.{name}") if is_task else None
    return str(own or strings.get(f"{_PREFIX}help.{name}", ""))


def label_of(name: str, language: Language, group: str = "", *, is_task: bool = False) -> str:
    """The name of a field, as pages of tasks have it if it is one of those, or of a part."""
    strings = language.strings
    keys = [f"field.{group}.{name}", f"{_PREFIX}part.{name}"] if group else []
    for key in [f"task.{name}", *keys] if is_task and not group else keys:
        if key in strings:
            return str(strings[key])
    return str(strings[f"field.{name}"])
