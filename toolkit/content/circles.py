"""Circles in references from id to id."""

from collections.abc import Iterator, Mapping, Sequence


def circles(references: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The circles that a walk along the references closes, each once, starting at its least id.

    Finds at least one circle in every group of ids that reach each other, in one pass and without
    recursion. Ids that aren't keys are ignored.
    """
    done: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for start in sorted(references):
        if start in done:
            continue
        path = [start]
        place = {start: 0}
        rest = [iter(references[start])]
        while path:
            following = next(rest[-1], None)
            if following is None:
                rest.pop()
                done.add(path[-1])
                del place[path.pop()]
            elif following in place:
                circle = path[place[following] :]
                first = circle.index(min(circle))
                circle = [*circle[first:], *circle[:first]]
                if tuple(circle) not in seen:
                    seen.add(tuple(circle))
                    yield circle
            elif following in references and following not in done:
                place[following] = len(path)
                path.append(following)
                rest.append(iter(references[following]))
