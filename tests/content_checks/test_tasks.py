"""What tasks say of the entries that they choose is what the entries say themselves."""

import pytest

from tests.checkouts import ROOT
from tests.content_checks.test_site import say
from tests.pages.small import catalogue_of

pytestmark = pytest.mark.content

FIELDS = {"title": "title", "year": "year", "address": "url"}
UNCONFIRMED = "not confirmed"


def test_tasks_call_only_unverified_facts_unconfirmed() -> None:
    """`unverified` can change without the text of an entry, so no stamp of a task notices it."""
    catalogue = catalogue_of(ROOT / "docs")
    unverified = {entry.id: entry.unverified for entry in catalogue.entries}
    say(
        f'docs/{task.path}.md: "{choice.caution}", but {choice.entry} has no unverified {word}.'
        for task in catalogue.tasks
        for choice in task.choices
        if UNCONFIRMED in choice.caution
        for word in choice.caution.replace(",", "").split()
        if word in FIELDS and FIELDS[word] not in unverified[choice.entry]
    )
