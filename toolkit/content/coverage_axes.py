"""The rows and columns of the coverage tables."""

from toolkit.content.coverage_tables import PROTOCOL, WORLD
from toolkit.content.reader import Content


def axis_ids(content: Content, axis: str) -> tuple[str, ...]:
    """The ids along one axis, in the order of their list; the whole world comes last.

    Articles are keys of the Protocol's articles (`tip-protocol:9`), all others the narrowest terms.
    """
    if axis == "articles":
        protocol = content.instruments.items.get(PROTOCOL)
        return tuple(protocol.articles) if protocol is not None else ()
    vocabulary = content.vocabularies[axis]
    narrowest = [id_ for id_ in vocabulary.terms if id_ not in vocabulary.narrower]
    return tuple(sorted(narrowest, key=lambda id_: id_ == WORLD))
