"""What organizations could do together, computed from the entries, each with a reason."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from toolkit.content.reader import Content
from toolkit.opportunities.fill import find_fill
from toolkit.opportunities.opportunity import Opportunity
from toolkit.opportunities.overlap import find_overlap
from toolkit.opportunities.recognize import find_recognize
from toolkit.opportunities.renew import find_renew
from toolkit.opportunities.state import find_state
from toolkit.opportunities.translate import find_translate
from toolkit.opportunities.works import Works, make_works
from toolkit.recognition.status import Status

# The kinds, in the order in which pages show them.
FINDERS: tuple[Callable[[Works], Iterator[Opportunity]], ...] = (
    find_overlap,
    find_renew,
    find_translate,
    find_fill,
    find_recognize,
    find_state,
)


def find_opportunities(
    content: Content, statuses: Mapping[str, Status], members: frozenset[str], day: date
) -> dict[str, Opportunity]:
    """All opportunities as of `day` by id, kind by kind; `members` are those of the Group then."""
    works = make_works(content, statuses, members, day)
    return {one.id: one for find in FINDERS for one in find(works)}
