"""What a check looks up in lists is recorded as its own, and found as it is there."""

from functools import cached_property
from pathlib import Path

from tests.checkouts import SAMPLE
from toolkit.cache.snapshot import snapshot_of
from toolkit.cache.store import Store
from toolkit.content.late import open_content
from toolkit.validation.answers import KeptAnswers
from toolkit.validation.context import Context, Lists, PartContext
from toolkit.validation.parts import (
    LIST_PARTS,
    OutOfReachError,
    groups,
    part_of_lists,
    parts_of_documents,
    parts_of_lists,
)
from toolkit.validation.seen_lists import SeenLists

SHARED = [name for name, value in vars(Context).items() if isinstance(value, cached_property)]


def test_what_checks_share_looks_nothing_up() -> None:
    content = open_content(SAMPLE)
    own = part_of_lists(content)
    lists = SeenLists(Lists(own, frozenset()), {}, {})
    see = lists.to_look_up
    documents = parts_of_documents(content, see, groups(content).values())
    made = set()
    for part in (*documents, *parts_of_lists(own, see, LIST_PARTS)):
        context = PartContext(part, lists)
        for name in SHARED:
            looked_up = lists.begin()
            try:
                getattr(context, name)
            except OutOfReachError:
                continue
            made.add(name)
            assert not looked_up, name
    assert made > {"addresses", "numbered", "translation_statuses", "unread"}


def test_what_is_looked_up_twice_is_equal_and_recorded() -> None:
    lists = SeenLists(Lists(part_of_lists(open_content(SAMPLE)), frozenset()), {}, {})
    recorded = lists.begin()
    items = lists.to_look_up.instruments.items
    assert {items[id_] == items[id_] for id_ in items} == {True}
    assert ("instruments",) in recorded


def test_what_was_kept_with_other_lists_is_not_compared_with_these(tmp_path: Path) -> None:
    content, snapshot, store = open_content(SAMPLE), snapshot_of(SAMPLE), Store(tmp_path, bytes(32))
    lists = SeenLists(Lists(part_of_lists(content), frozenset()), {}, {})
    kept = KeptAnswers(store, snapshot, content, {}, {})
    kept.put("broken-link", (), (), {}, ())
    kept.save({"vocabularies": b"one"})
    for digest, found in ((b"one", ()), (b"other", None)):
        answers = KeptAnswers(store, snapshot, content, {}, {"vocabularies": digest})
        assert answers.found("broken-link", lists) == found
