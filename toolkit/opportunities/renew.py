"""All guides on a theme for an audience are older than ten years."""

from collections.abc import Iterator

from toolkit.grouping import grouped
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import OLD, Work, Works

_READERS = 0.25  # that two works have in common
_FEWEST = 3
_MOST = 30  # works: more than that can't be a common task


def find_renew(works: Works) -> Iterator[Opportunity]:
    """Yield themes and audiences whose guides and other tools are all old, with similar ones by
    several bodies. If one task's works are part of another's, only the other is kept.
    """
    shelves = grouped(
        ((theme, audience), work)
        for theme, its in works.by_theme.items()
        for work in its
        if work.is_tool
        for audience in work.audiences
    )
    tasks = {key: _task(shelf, *key, works) for key, shelf in shelves.items()}
    kept: dict[tuple[str, str], frozenset[str]] = {}
    for key in sorted(tasks, key=lambda key: (-len(tasks[key]), _place(tasks[key], key[1]))):
        ids = frozenset(work.id for work in tasks[key])
        if ids and not any(ids <= its and {*key} & {*other} for other, its in kept.items()):
            kept[key] = ids
    for theme, audience in (key for key in shelves if key in kept):
        task = tasks[theme, audience]
        yield Opportunity(
            kind=OpportunityKind.RENEW,
            parts=(theme, audience),
            bodies=tuple(sorted({id_ for work in task for id_ in work.bodies})),
            entries=tuple(work.id for work in task),
            themes=(theme,),
            audiences=(audience,),
            year=task[0].year,
        )


def _place(task: list[Work], audience: str) -> int:
    """Lower if the works name the audience earlier."""
    return sum(work.audiences.index(audience) for work in task)


def _task(shelf: tuple[Work, ...], theme: str, audience: str, works: Works) -> list[Work]:
    """The works that could become one, or none if a work on the shelf is not old. They are those
    mainly on the theme and for the audience that are similar to one of them. At least two, by
    different bodies, name the theme first.
    """
    if any(not 0 < work.year < works.day.year - OLD for work in shelf):
        return []
    own = [
        work
        for work in shelf
        if work.bodies
        and not work.joint
        and theme in work.main_themes
        and audience in work.main_audiences
    ]
    found: list[Work] = []
    for one in own if len(own) <= _MOST else ():
        if one.is_first_on(theme):
            alike = [other for other in own if works.are_alike(one, other, _READERS)]
            found = max(found, alike, key=len)
    first = [work.bodies for work in found if work.is_first_on(theme)]
    return found if len(found) >= _FEWEST and not frozenset.intersection(*first) else []
