"""Whether two entries are about the same work or practice, and which signs say so."""

from __future__ import annotations

import enum

from toolkit.validation.duplicates.card import Card
from toolkit.validation.duplicates.titles import Overlap, begins_with, compare_titles


class Sign(enum.IntEnum):
    """What two entries have in common, the strongest first."""

    ADDRESS = enum.auto()
    NUMBER = enum.auto()
    SAME_TITLE = enum.auto()
    SIMILAR_TITLE = enum.auto()
    TEXT = enum.auto()


# Numbers that one work has alone, in one language. Documents may share a symbol.
_OWN_NUMBERS = frozenset({"isbn", "doi", "sales_number"})

_LAUNCH = 1  # years between a report's year and its launch, as two people may write them
_OTHER_BEGINNING = 3  # years by which two people may date the beginning of a practice

# Thresholds, each between what duplicates reach and what near misses do (tests/near_duplicates).
_AGREE = 0.8
_SIMILAR = 0.65
_NEARLY_SAME = 0.9
_DOUBT = 0.1
_SIMILAR_PRACTICE = 0.2
_TOLD_OF_ONE_PLACE = 0.6
_TOLD_OF_ONE_BODY = 0.8
_TOLD_ALIKE = 0.2
_SAYS_SOMETHING = 1.0
_SAYS_ENOUGH = 2.0
_SAYS_MUCH = 3.0

# Kinds of work that one contributor may take for another.
_FAMILIES = {
    "practical": {"guide", "handbook", "toolkit", "training", "checklist"},
    "analysis": {"report", "issue-paper", "policy-brief", "statement", "strategy"},
    "law": {"legal-instrument", "model-law"},
    "site": {"database", "portal"},
}

_COPIED_PART = 0.4
_FEWEST_COPIED = 15


def compare(one: Card, other: Card, *, texts: bool) -> tuple[Sign, ...]:
    """The signs by which two entries look like one; empty where they are told apart.

    Their texts are compared only with `texts`.
    """
    numbers = {kind for kind, _ in shared_numbers(one, other)}
    if one.title.parts != other.title.parts:
        return ()
    told_apart = _are_told_apart(one, other)
    if told_apart and not numbers & _OWN_NUMBERS:
        return ()
    overlap = compare_titles(one.title, other.title)
    signs = set()
    if numbers:
        signs.add(Sign.NUMBER)
    if _have_one_address(one, other, overlap):
        signs.add(Sign.ADDRESS)
    if not told_apart and _have_similar_titles(one, other, overlap):
        signs.add(Sign.SAME_TITLE if _is_same(overlap) else Sign.SIMILAR_TITLE)
    if texts and _have_text_in_common(one, other):
        signs.add(Sign.TEXT)
    return tuple(sorted(signs))


def shared_numbers(one: Card, other: Card) -> list[tuple[str, str]]:
    """The identifiers that two entries have in common, by kind and canonical form."""
    return sorted(one.numbers.keys() & other.numbers.keys())


def _are_told_apart(one: Card, other: Card) -> bool:
    """Whether language, country, year, number or edition say that these are two works."""
    return (
        _differ(one.languages, other.languages)
        or _differ(one.countries, other.countries)
        or _are_two_of_a_series(one, other)
        or _are_two_editions(one, other)
    )


def _are_two_of_a_series(one: Card, other: Card) -> bool:
    mine, others = one.title, other.title
    if mine.numbers - others.numbers and others.numbers - mine.numbers:
        return True
    if mine.years and others.years:
        return not mine.years & others.years
    years, year = (mine.years, other.year) if mine.years else (others.years, one.year)
    return bool(years) and year is not None and min(abs(year - y) for y in years) > _LAUNCH


def _are_two_editions(one: Card, other: Card) -> bool:
    mine, others = one.title.edition, other.title.edition
    if mine and others:
        return mine != others
    return mine != others and _years_between(one, other) > _LAUNCH


def _have_one_address(one: Card, other: Card, overlap: Overlap) -> bool:
    """Whether both lie at an address of one work; a practice may lie at that of a work on it."""
    if not one.own_address or one.own_address != other.own_address:
        return False
    return one.is_practice == other.is_practice or overlap.likeness >= _SIMILAR


def _have_similar_titles(one: Card, other: Card, overlap: Overlap) -> bool:
    if overlap.shared < _SAYS_SOMETHING:
        return False
    if one.is_practice and other.is_practice:
        return _are_similar_practices(one, other, overlap)
    if not _share_a_page(one, other) and overlap.agreement < _AGREE:
        return False
    if overlap.likeness < _needed(one, other):
        return False
    if not begins_with(one.title, other.title) and _told_alike(one, other) < _TOLD_ALIKE:
        return False
    if _years_between(one, other) > _LAUNCH:
        return _is_same(overlap) and _share_a_body(one, other) is True
    bodies = _share_a_body(one, other)
    enough = {True: _SAYS_SOMETHING, None: _SAYS_ENOUGH, False: _SAYS_MUCH}[bodies]
    return overlap.shared >= enough and (bodies is True or overlap.likeness >= _AGREE)


def _are_similar_practices(one: Card, other: Card, overlap: Overlap) -> bool:
    """Whoever writes about a practice finds words of their own, but not another place or name."""
    if _years_between(one, other) > _OTHER_BEGINNING or overlap.likeness < _SIMILAR_PRACTICE:
        return False
    enough = _TOLD_OF_ONE_PLACE if one.countries & other.countries else _TOLD_OF_ONE_BODY
    if not one.countries & other.countries and _share_a_body(one, other) is not True:
        return False
    return overlap.likeness + _told_alike(one, other) >= enough


def _needed(one: Card, other: Card) -> float:
    """How alike titles must be: more where the kind of work or the year speaks against it."""
    if one.year is None or other.year is None:
        return _NEARLY_SAME
    doubts = (_family(one) != _family(other)) + (one.year != other.year)
    return _SIMILAR + _DOUBT * doubts


def _family(card: Card) -> str:
    return next((name for name, types in _FAMILIES.items() if card.type in types), "")


def _told_alike(one: Card, other: Card) -> float:
    """The part of the shorter title and summary whose words the other one has, too."""
    shorter = min(len(one.told), len(other.told))
    return len(one.told & other.told) / shorter if shorter else 0.0


def _is_same(overlap: Overlap) -> bool:
    return overlap.instead == overlap.more == 0


def _share_a_page(one: Card, other: Card) -> bool:
    """Whether both lie behind one page about many works, or are described on one page."""
    return bool(one.address and one.address == other.address) or bool(
        {one.address, one.described_at} & {other.address, other.described_at} - {""}
    )


def _share_a_body(one: Card, other: Card) -> bool | None:
    """Whether a body stands behind both; None where that can't be told."""
    if not one.bodies or not other.bodies:
        return None
    return any(mine <= name or name <= mine for mine in one.bodies for name in other.bodies)


def _have_text_in_common(one: Card, other: Card) -> bool:
    shared = len(one.stretches & other.stretches)
    shorter = min(len(one.stretches), len(other.stretches))
    return shared >= _FEWEST_COPIED and shared >= _COPIED_PART * shorter


def _years_between(one: Card, other: Card) -> int:
    return 0 if one.year is None or other.year is None else abs(one.year - other.year)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other
