"""Draws cases to judge, without the verdict: `python -m tests.opportunities.draw SEED SAMPLES DAY`.

As of each day (there may be several) they are drawn from the results of the rules, and from the
additional results of less strict rules, kind by kind, shuffled. A past day has the works up to its
year; a sample other than 0 (`0,1,2` are three) leaves out a quarter of all. Drawn cases are held
out: only ids with an even checksum are drawn, so that anyone who changes a rule can look at all the
others. Judge each case by reading its entries, which a comment names, fill in `good` and `why`, and
only then run `make opportunities`.
"""

import argparse
import itertools
import random
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from unittest import mock

from tests.opportunities.judged import DAY, cases, finder, id_of
from toolkit.content.reader import Content, read_content
from toolkit.opportunities import fill, overlap, renew, state, translate, works
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind

LESS_STRICT = (
    (works, "NEAR", 0.2),
    (works, "_MAIN_THEMES", 3),
    (overlap, "_FAR", 0.2),
    (overlap, "_READERS", 0.2),
    (renew, "_FEWEST", 2),
    (renew, "_READERS", 0.1),
    (translate, "_FEWEST", 2),
    (translate, "_SHARE", 0.2),
    (fill, "_BODIES", 2),
    (state, "_MEMBERS", 2),
    (state, "_FIRST", 0),
)
# For each kind and day: from the rules' results, which are few, and from the additional ones.
SAID, BESIDE = 6, 1


def draw(
    content: Content, seed: int, samples: list[int], days: list[date]
) -> Iterator[tuple[date, int, Opportunity]]:
    """Cases as of the days, in an order that reveals nothing."""
    chance = random.Random(seed)  # noqa: S311 - the same cases each time
    judged = {id_of(case) for case in cases() if case.get("apart")}
    drawn: dict[str, list[frozenset[str]]] = {id_: [frozenset()] for id_ in judged}

    def is_fresh(one: Opportunity) -> bool:
        """Whether it hasn't been drawn yet, or only with mostly different entries."""
        its = frozenset(one.entries)
        before = drawn.get(one.id, [])
        return all(other and 2 * len(its & other) <= len(its | other) for other in before)

    found: list[tuple[date, int, Opportunity]] = []
    for sample, day in itertools.product(samples, days):
        said = finder(content)(day, day < DAY, sample)
        with ExitStack() as stack:
            for module, name, value in LESS_STRICT:
                stack.enter_context(mock.patch.object(module, name, value))
            beside = finder(content)(day, day < DAY, sample)
        for kind in OpportunityKind:
            for its, most in ((said, SAID), ({**beside, **said}, BESIDE)):
                fresh = [
                    one
                    for id_, one in sorted(its.items())
                    if one.kind is kind
                    and _is_drawn(id_)
                    and (its is said or id_ not in said)
                    and is_fresh(one)
                ]
                for one in chance.sample(fresh, min(len(fresh), most)):
                    drawn.setdefault(one.id, []).append(frozenset(one.entries))
                    found.append((day, sample, one))
    chance.shuffle(found)
    yield from found


def _is_drawn(id_: str) -> bool:
    return zlib.crc32(id_.encode()) % 2 == 0


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
    comment = "".join(f"#   {id_}\n" for id_ in one.entries)
    facts = f"kind: {one.kind}, {about}, as_of: {day}{past}"
    return f"{comment}- {{{facts}, apart: true, good: , why: }}\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.opportunities.draw")
    parser.add_argument("seed", type=int)
    parser.add_argument("samples", help="numbers, such as 0,1,2")
    parser.add_argument("days", type=date.fromisoformat, nargs="+", help="such as 2027-06-01")
    given = parser.parse_args()
    samples = [*map(int, given.samples.split(","))]
    drawn = draw(read_content(Path("docs")), given.seed, samples, given.days)
    sys.stdout.writelines(_line(*case) for case in drawn)
