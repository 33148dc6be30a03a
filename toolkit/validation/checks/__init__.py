"""The registry of checks: each module here is one, for single documents unless a list names it.

A check can't read what it can't reach (`toolkit/validation/parts.py`), and what the checks that
reach everything do read is recorded (`toolkit/content/watched.py`), like all that the others look
up (`toolkit/validation/seen_lists.py`). So a line in the wrong place shows in the findings, with or
without a cache.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.problems import Severity

if TYPE_CHECKING:
    from toolkit.validation.check import Check

# Faults met in reading files: such a check is only called if there are faults of its name.
OF_FAULTS = (
    "circular-broader",
    "conflict-marker",
    "control-character",
    "damaged-image",
    "duplicate-key",
    "empty-value",
    "encrypted-pdf",
    "foreign-statement",
    "image-location",
    "image-metadata",
    "invalid-yaml",
    "missing-front-matter",
    "oversized-file",
    "oversized-front-matter",
    "oversized-register",
    "refused-yaml",
    "typed-recognition",
    "unclosed-front-matter",
    "wrong-encoding",
    "wrong-type",
)

# All lists together.
OF_LISTS = (
    "altered-original",
    "duplicate-name",
    "left-before-joined",
    "look-alike-name",
    "unguarded-register",
    "unknown-broader",
    "unknown-coverage-row",
)

# Everything: other documents, all paths, the day, statements of recognition. Those that look at
# statements ask the same of all documents: it is asked once.
_OF_LEDGER = (
    "altered-kept-text",
    "circular-editorial-links",
    "closing-before-opening",
    "contradictory-statements",
    "foreign-editorial-link",
    "invalid-number",
    "missing-policy",
    "not-a-member",
    "nothing-to-withdraw",
    "recognition-set-back",
    "repeated-statement",
    "short-circulation",
    "substantial-editorial-link",
    "text-not-kept",
    "unknown-text",
    "unnamed-kept-text",
)
_OF_OTHERS = (
    "broken-anchor",
    "broken-link",
    "changed-choice",
    "circular-supersession",
    "duplicate-id",
    "foreign-answer",
    "future-act",
    "invalid-alias",
    "invalid-file-name",
    "invalid-year",
    "lapsed-answer",
    "lost-address",
    "misplaced-file",
    "near-duplicate",
    "odd-path",
    "overdue-review",
    "refused-attachment",
    "settled-opportunity",
    "stray-register",
    "stray-translation",
    "superseded-relation",
    "taken-address",
    "twin-paths",
    "unexplained-end",
    "unknown-entry",
    "unknown-list",
    "unknown-task",
    "unlinked-file",
    "unreadable-file",
    "unusable-choice",
    "unused-link-state",
    "unused-questions",
)
OF_ALL = (*_OF_LEDGER, *_OF_OTHERS)
TOGETHER = (_OF_LEDGER, *((id_,) for id_ in _OF_OTHERS))

_MODULES = Path(__file__).parent.glob("[a-z]*.py")
IDS = tuple(sorted(module.stem.replace("_", "-") for module in _MODULES))
# All others: one document with its translations at a time, and the contents of lists. Lists
# (vocabularies, registers, kept originals) can be looked up; the day and other files can't.
OF_DOCUMENTS = tuple(sorted({*IDS} - {*OF_FAULTS, *OF_LISTS, *OF_ALL}))


def load_checks(ids: Iterable[str]) -> tuple[Check, ...]:
    """The checks with these names, for errors unless a module sets another `SEVERITY`.

    Tests see to it that modules have everything else.
    """
    from toolkit.validation.check import Check

    modules = {id_: import_module(f"{__name__}.{id_.replace('-', '_')}") for id_ in ids}
    return tuple(
        Check(id_, getattr(one, "SEVERITY", Severity.ERROR), one.check, str(one.__doc__))
        for id_, one in modules.items()
    )


CHECKS: tuple[Check, ...]


def __getattr__(name: str) -> tuple[Check, ...]:
    # Loaded on demand: a run in which nothing changed needs none of them.
    if name != "CHECKS":
        raise AttributeError(name)
    checks = globals()["CHECKS"] = load_checks(IDS)
    return checks
