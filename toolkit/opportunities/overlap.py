"""Two works of one type on the same subject for the same readers, by different bodies."""

from collections import deque
from collections.abc import Iterator

from toolkit.content.coverage_tables import WORLD
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import TOOLS, Work, Works

TYPES = TOOLS | {"issue-paper", "policy-brief"}
# Readers choose between these two as between two of one type.
BOOKS = frozenset({"guide", "handbook"})
MIXED = "guide-and-handbook"
_FAR = 0.34  # of themes, if one of two works is for the whole world
_THEMES = 2
_READERS = 0.35  # that two works have in common
# The most works that one is compared with, which keeps the time linear.
_COMPARED = 15


def find_overlap(works: Works) -> Iterator[Opportunity]:
    """Yield pairs of works of the last ten years that readers would have to choose between."""
    shelves: dict[tuple[str, str, str], deque[Work]] = {}
    pairs: list[tuple[Work, Work]] = []
    for work in works.every:
        if not works.is_recent(work) or not _may_overlap(work):
            continue
        form = MIXED if work.type in BOOKS else work.type
        newer = shelves.get((form, work.themes[0], work.audiences[0]), ())
        pairs += ((other, work) for other in newer if _overlap(other, work, works))
        for theme in work.main_themes:
            for audience in work.main_audiences:
                shelf = shelves.setdefault((form, theme, audience), deque(maxlen=_COMPARED))
                shelf.append(work)
    for one, other in pairs:
        yield Opportunity(
            kind=OpportunityKind.OVERLAP,
            parts=tuple(sorted((one.id, other.id))),
            bodies=tuple(sorted(one.bodies | other.bodies)),
            entries=(one.id, other.id),
            themes=tuple(theme for theme in one.themes if theme in other.themes),
            audiences=tuple(id_ for id_ in one.audiences if id_ in other.audiences),
            type=one.type if one.type == other.type else MIXED,
        )


def _may_overlap(work: Work) -> bool:
    return (
        work.type in TYPES
        and bool(work.bodies and work.themes and work.audiences)
        and not (work.joint or work.is_national)
    )


def _overlap(one: Work, other: Work, works: Works) -> bool:
    """Whether two works overlap, given that the first is mainly about the theme, and for the
    audience, that the other names first. Works of regional bodies for different regions don't, nor
    do works declared distinct.
    """
    if one.themes[0] not in other.main_themes or one.audiences[0] not in other.main_audiences:
        return False
    if one.bodies & other.bodies or other.id in one.distinct or one.id in other.distinct:
        return False
    if len({*one.themes} & {*other.themes}) < _THEMES or not works.are_alike(one, other, _READERS):
        return False
    if 2 * len(one.reach & other.reach) >= min(len(one.reach), len(other.reach)):
        return True
    return WORLD in one.reach | other.reach and works.in_common("themes", one, other) >= _FAR
