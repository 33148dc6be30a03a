"""No sequence of answers marks an address as gone without 404 or 410 on two days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.link_states import STATES, LinkState
from toolkit.links.verdict import Answer, Outcome, next_state

ADDRESS = "https://www.example.org/work"
FIRST = date(2026, 1, 1)

answers = st.builds(
    Answer,
    st.sampled_from(list(Outcome)),
    st.sampled_from(["", "https://www.example.org/new"]),
    st.just("application/pdf"),
    st.sampled_from(["", "a" * 64, "b" * 64]),
)
sequences = st.lists(st.tuples(answers, st.integers(0, 3)), max_size=12)


def run(sequence: list[tuple[Answer, int]]) -> list[tuple[date, Answer, LinkState]]:
    day, state, told = FIRST, None, []
    for answer, pause in sequence:
        day += timedelta(days=pause)
        state = next_state(ADDRESS, state, answer, day)
        told.append((day, answer, state))
    return told


@given(sequences)
def test_gone_takes_two_days_without_a_good_answer_between(
    sequence: list[tuple[Answer, int]],
) -> None:
    missing: set[date] = set()
    for day, answer, state in run(sequence):
        if answer.outcome is Outcome.FOUND:
            missing.clear()
        if answer.outcome is Outcome.MISSING:
            missing.add(day)
        assert state.state in STATES
        assert (state.state == "gone") == (answer.outcome is Outcome.MISSING and len(missing) >= 2)


@given(sequences)
def test_dates_go_forward_and_hold(sequence: list[tuple[Answer, int]]) -> None:
    before: LinkState | None = None
    for day, answer, state in run(sequence):
        assert state.checked == day.isoformat()
        assert state.since <= state.checked
        if before is not None and before.state == state.state:
            assert state.since == before.since
        if state.state == "gone":
            assert state.since <= state.seen[0]
            assert before is None or before.state != "suspect" or state.since == before.since
        assert bool(state.to) <= (state.state == "moved")
        if answer.outcome is Outcome.REFUSED:
            assert state.state == "blocked"
        before = state


def test_a_changed_file_is_noticed_once_and_forgotten_when_it_is_as_before() -> None:
    day = FIRST
    first = next_state(ADDRESS, None, Answer(Outcome.FOUND, sha256="a" * 64), day)
    second = next_state(ADDRESS, first, Answer(Outcome.FOUND, sha256="b" * 64), date(2026, 2, 1))
    third = next_state(ADDRESS, second, Answer(Outcome.FOUND, sha256="b" * 64), date(2026, 3, 1))
    fourth = next_state(ADDRESS, third, Answer(Outcome.FOUND, sha256="a" * 64), date(2026, 4, 1))
    assert (first.changed, second.changed) == ("", "2026-02-01")
    assert (third.changed, third.sha256) == ("2026-02-01", "a" * 64)
    assert fourth.changed == ""
