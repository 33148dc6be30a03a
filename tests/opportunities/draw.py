"""Draws cases to judge, without the verdict: `python -m tests.opportunities.draw SEED SAMPLE DAY`.

As of each day (or of several) they are drawn from what the rules say, and from what less strict
rules would say beside, kind by kind, mixed by chance. A past day has the works up to its year; a
SAMPLE other than 0 leaves out a quarter of all. What was judged before is left out. Judge each case
by reading its entries, write `good` and `why`, and only then run `make opportunities`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from unittest import mock

from tests.opportunities.judged import DAY, cases, finder, id_of
from toolkit.content.reader import Content, read_content
from toolkit.opportunities import fill, overlap, renew, state, translate
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind

LESS_STRICT = (
    (overlap, "NEAR", 0.2),
    (overlap, "_FAR", 0.27),
    (overlap, "READERS", 0.25),
    (overlap, "_MAIN", 9),
    (renew, "NEAR", 0.2),
    (renew, "_READERS", 0.15),
    (renew, "_FEWEST", 2),
    (translate, "_FEWEST", 2),
    (translate, "_SHARE", 0.2),
    (fill, "_BODIES", 2),
    (fill, "_BESIDE", 1),
    (state, "_MEMBERS", 3),
)
# Of a kind as of a day: of what is said, which is little, and of what is beside it.
SAID, BESIDE = 6, 1


def draw(
    content: Content, seed: int, sample: int, days: list[date]
) -> Iterator[tuple[date, Opportunity]]:
    """Cases as of the days, in an order that tells nothing."""
    chance = random.Random(seed)  # noqa: S311 - the same cases each time
    seen = {id_of(case) for case in cases()}
    found: list[tuple[date, Opportunity]] = []
    for day in days:
        said = finder(content)(day, day < DAY, sample)
        with ExitStack() as stack:
            for module, name, value in LESS_STRICT:
                stack.enter_context(mock.patch.object(module, name, value))
            beside = finder(content)(day, day < DAY, sample)
        for kind in OpportunityKind:
            for ids, most in ((said, SAID), (beside.keys() - said, BESIDE)):
                fresh = [id_ for id_ in sorted(ids) if id_ not in seen and id_.startswith(kind)]
                its = chance.sample(fresh, min(len(fresh), most))
                seen.update(its)
                found += [(day, said.get(id_) or beside[id_]) for id_ in its]
    chance.shuffle(found)
    yield from found


def _line(day: date, sample: int, one: Opportunity) -> str:
    names = {
        OpportunityKind.RENEW: ("theme", "audience"),
        OpportunityKind.STATE: ("theme",),
        OpportunityKind.TRANSLATE: ("region", "language"),
        OpportunityKind.FILL: ("theme", "region"),
    }
    about = (
        f"entries: [{', '.join(one.parts)}]"
        if one.kind is OpportunityKind.OVERLAP
        else ", ".join(
            f"{name}: {part}"
            for name, part in zip(names.get(one.kind, ("entry",)), one.parts, strict=True)
        )
    )
    past = ", past: true" * (day < DAY) + f", sample: {sample}" * bool(sample)
    return f"- {{kind: {one.kind}, {about}, as_of: {day}{past}, good: , why: }}\n"


if __name__ == "__main__":
    seed, sample = map(int, sys.argv[1:3])
    drawn = draw(read_content(Path("docs")), seed, sample, [*map(date.fromisoformat, sys.argv[3:])])
    sys.stdout.writelines(_line(day, sample, one) for day, one in drawn)
