"""Registers broken in every way: no crash, and no one's recognition is hidden or lifted."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recognition.scenario import Scene
from toolkit.content.reader import read_content
from toolkit.problems import Severity
from toolkit.recognition.entry_status import status_of
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.status import State
from toolkit.validation.runner import run_checks

DAY = date(2026, 6, 1)
# Errors that leave the statement readable, but make it not count.
NO_DOUBT = {"not-a-member"}
STORY = (
    "2026-01-05 alpha recognises",
    "2026-01-05 beta recognises",
    "2026-01-05 gamma recognises",
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    scene = Scene(tmp_path_factory.mktemp("hostile") / "docs")
    scene.start({})
    for line in STORY:
        scene.tell(line)
    return scene


def reckon(scene: Scene, text: str) -> tuple[State, set[str]]:
    """The entry's state, and the errors in gamma's register, which holds `text`."""
    path = scene.folder / "recognition/gamma.yml"
    before = path.read_bytes()
    try:
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        content = read_content(scene.folder)
        status = status_of(make_ledger(content), "manual", DAY)
        errors = {
            problem.id
            for problem in run_checks(content, DAY)
            if problem.severity is Severity.ERROR
            and problem.finding.location.source.path == "docs/recognition/gamma.yml"
        }
        return status.state, errors
    finally:
        path.write_bytes(before)


def text_of(scene: Scene) -> str:
    return (scene.folder / "recognition/gamma.yml").read_text()


def test_the_text_itself_is_recognized(scene: Scene) -> None:
    assert reckon(scene, text_of(scene)) == (State.RECOGNIZED, set())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_character_changed_is_an_error_and_a_doubt_or_nothing(
    scene: Scene, data: st.DataObject
) -> None:
    text = text_of(scene)
    position = data.draw(st.integers(0, len(text) - 1))
    characters = st.one_of(st.sampled_from(" \n:{}[],-#'\"&*!a0é<>~"), st.characters())
    letter = data.draw(st.one_of(st.just(""), characters))
    state, errors = reckon(scene, text[:position] + letter + text[position + 1 :])
    if errors - NO_DOUBT:
        assert state is State.UNDETERMINED
    else:
        assert state in (State.RECOGNIZED, State.PARTLY)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=200))
def test_any_text_at_all_is_read_without_a_crash(scene: Scene, text: str) -> None:
    state, errors = reckon(scene, text)
    assert state in (State.UNDETERMINED, State.PARTLY)
    assert state is State.PARTLY or errors


@pytest.mark.parametrize(
    "text",
    [
        "recognises: yes\n",
        "- entry: manual\n",
        "recognises:\n  - manual\n",
        "recognises:\n  - [manual]\n",
        "recognises:\n  - {entry: manual}\n",
        "recognises:\n  - {entry: [manual], digest: {a: b}, on: []}\n",
        "recognises: [" * 30,
        "a: &a [*a]\n",
        "? [a, b]\n: c\n",
    ],
)
def test_a_register_of_another_shape_leaves_the_state_open(scene: Scene, text: str) -> None:
    state, errors = reckon(scene, text)
    assert errors
    assert state is State.UNDETERMINED


def test_a_statement_under_a_wrong_entry_leaves_both_states_open(scene: Scene) -> None:
    state, errors = reckon(scene, text_of(scene).replace("manual", "handbook"))
    assert errors == {"unknown-text"}
    assert state is State.UNDETERMINED


@pytest.mark.parametrize("name", ["policy", "circulations", "editorial", "alpha"])
def test_other_files_with_faults_leave_the_state_open(scene: Scene, name: str) -> None:
    path = scene.folder / f"recognition/{name}.yml"
    before = path.read_bytes() if path.exists() else None
    try:
        path.write_text("[\n")
        status = status_of(make_ledger(read_content(scene.folder)), "manual", DAY)
        assert status.state is State.UNDETERMINED
    finally:
        path.write_bytes(before) if before is not None else path.unlink()


def test_a_folder_behind_a_link_is_not_overlooked(tmp_path: Path) -> None:
    scene = Scene(tmp_path / "docs")
    scene.start({})
    (scene.folder / "recognition").rename(tmp_path / "elsewhere")
    (scene.folder / "recognition").symlink_to(tmp_path / "elsewhere")
    content = read_content(scene.folder)
    assert status_of(make_ledger(content), "manual", DAY).state is State.UNDETERMINED
    assert "stray-register" in {problem.id for problem in run_checks(content, DAY)}
