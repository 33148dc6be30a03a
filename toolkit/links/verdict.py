"""What an answer means for an address, given what was there before."""

import enum
from dataclasses import dataclass, replace
from datetime import date

from toolkit.content.link_states import LinkState

# A server may be misconfigured for an afternoon: a work is gone only after this many separate days.
DAYS_UNTIL_GONE = 2
_LOST = {"suspect", "gone"}


class Outcome(enum.StrEnum):
    """What became of a request."""

    FOUND = "found"
    MISSING = "missing"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer, or what came instead of one.

    `to` is the address's permanent new location, empty if it hasn't moved. `type` is the media
    type. `sha256` is that of a file that was read to the end. `reason` says in words why the
    outcome is not FOUND.
    """

    outcome: Outcome
    to: str = ""
    type: str = ""
    sha256: str = ""
    reason: str = ""


def next_state(address: str, before: LinkState | None, answer: Answer, day: date) -> LinkState:
    """The state of `address` after `answer` on `day`.

    A failure other than 404 or 410 never makes an address gone, nor does it clear the days on which
    those were seen: a host that blocks us for a day says nothing about the work.
    """
    today = day.isoformat()
    known = before or LinkState(address, "", today, today)
    seen = known.seen
    if answer.outcome is Outcome.FOUND:
        seen = ()
    elif answer.outcome is Outcome.MISSING and today not in seen:
        seen = tuple(sorted((*seen, today)))[-DAYS_UNTIL_GONE:]
    state = _state(answer, seen)
    return replace(
        _with_file(known, answer, today),
        state=state,
        checked=today,
        since=_since(known, state, seen, today),
        seen=seen,
        to=answer.to if state == "moved" else "",
        location=None,
    )


def _since(known: LinkState, state: str, seen: tuple[str, ...], today: str) -> str:
    """From when a state holds; a work that is gone was lost on the first day that it was missed."""
    if state == known.state or {state, known.state} == _LOST:
        return known.since
    return seen[0] if state in _LOST and seen else today


def _state(answer: Answer, seen: tuple[str, ...]) -> str:
    match answer.outcome:
        case Outcome.FOUND:
            return "moved" if answer.to else "ok"
        case Outcome.MISSING:
            return "gone" if len(seen) >= DAYS_UNTIL_GONE else "suspect"
        case Outcome.DOUBTFUL:
            return "suspect"
        case Outcome.REFUSED:
            return "blocked"


def _with_file(known: LinkState, answer: Answer, today: str) -> LinkState:
    """The state updated with what the answer says about the file behind the address."""
    if answer.outcome is not Outcome.FOUND:
        return known
    if not answer.sha256:
        return replace(known, type=answer.type)
    if known.sha256 in ("", answer.sha256):
        return replace(known, type=answer.type, sha256=answer.sha256, changed="")
    return replace(known, type=answer.type, changed=known.changed or today)
