"""`toolkit new`, by options; what it writes passes `toolkit check`."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.new_values import PATHS, PRACTICE, RESOURCE, TASK, options
from tests.content_case import edit
from tests.program import Toolkit
from toolkit.authoring.draft import Draft, document_of, problems_of
from toolkit.clock import as_of
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind

SETS = {"resource": RESOURCE, "practice": PRACTICE}


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def test_a_folder_without_a_list_takes_its_ids(docs: Path, toolkit: Toolkit) -> None:
    for name in ("organisations", "instruments"):
        (docs / f"registers/{name}.yml").unlink()
    given = {"provisions": "tip-protocol:6(3)"}
    refused = toolkit("new", "resource", *options(RESOURCE, **given, organisations="UNODC"))
    assert (refused.code, "organisations.yml is missing, so" in refused.err) == (2, True)
    assert toolkit("new", "resource", *options(RESOURCE, **given)).code == 0


@pytest.mark.parametrize("kind", SETS)
def test_what_is_written_passes(toolkit: Toolkit, kind: str) -> None:
    made = toolkit("new", kind, *options(SETS[kind]))
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith(f"{PATHS[kind]} was written. It passes the checks")
    found = toolkit("check", "--strict", "--format", "json")
    assert found.code == (1 if kind == "practice" else 0)
    left = [problem["id"] for problem in json.loads(found.out)["problems"]]
    assert left == ["unfinished-text"] * (5 if kind == "practice" else 0)


def test_names_are_accepted_for_ids(toolkit: Toolkit) -> None:
    names = {"languages": "English, French", "organisations": "UNODC", "type": "Handbook"}
    assert toolkit("new", "resource", *options(RESOURCE, **names)).code == 0
    text = Path(PATHS["resource"]).read_text(encoding="utf-8")
    assert "type: handbook\n" in text
    assert "languages: [en, fr]\norganisations: [unodc]\n" in text
    here = {"countries": "China, Hong Kong Special Administrative Region, Argentina"}
    found = toolkit("new", "practice", *options(PRACTICE, **here))
    assert found.code == 0, found.err
    assert "countries: [HK, AR]\n" in Path(PATHS["practice"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", SETS)
def test_file(
    toolkit: Toolkit,
    kind: str,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 25 November 2026
    toolkit("new", kind, *options(SETS[kind]))
    golden(f"new/{kind}.md", Path(PATHS[kind]).read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", SETS)
def test_nothing_is_overwritten(toolkit: Toolkit, kind: str) -> None:
    toolkit("new", kind, *options(SETS[kind]))
    before = Path(PATHS[kind]).read_bytes()
    id_ = Path(PATHS[kind]).stem
    again = toolkit("new", kind, *options(SETS[kind]), "--id", id_)
    assert (again.code, again.out) == (2, "")
    assert f'error: "{id_}" is already the name of an entry' in again.err
    assert Path(PATHS[kind]).read_bytes() == before
    another = ("--distinct-from", f"{id_}=Another one.")
    assert toolkit("new", kind, *options(SETS[kind]), *another).code == 0
    assert Path(PATHS[kind].replace(".md", "-2.md")).is_file()


@pytest.mark.parametrize("kind", SETS)
def test_a_file_that_differs_only_in_capitals_is_in_the_way(toolkit: Toolkit, kind: str) -> None:
    id_ = Path(PATHS[kind]).stem
    other = Path(PATHS[kind]).with_stem(id_.title())
    other.parent.mkdir(exist_ok=True)
    other.write_text("---\ntitle: Another\n---\n", encoding="utf-8")
    done = toolkit("new", kind, *options(SETS[kind]), "--id", id_)
    assert f'error: "{other.stem}" is already the name of an entry' in done.err
    assert id_ not in {path.stem for path in other.parent.iterdir()}


@pytest.mark.parametrize("kind", SETS)
def test_without_a_terminal_all_is_needed(toolkit: Toolkit, kind: str) -> None:
    found = toolkit("new", kind)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: Outside a terminal, all required options must be given")
    for name in SETS[kind]:
        if name in ("partners", "countries"):
            continue
        rest = {key: text for key, text in SETS[kind].items() if key != name}
        some = toolkit("new", kind, *options(rest))
        assert (some.code, f"--{name}" in some.err) == (2, True), name
        assert not Path(PATHS[kind]).exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"themes": "hotlnes"}, '"hotlnes" is not a term of the vocabulary "themes".'),
        ({"year": "2019 (2nd ed.)"}, '"2019 (2nd ed.)" is not a year.'),
        ({"pillars": "../.."}, '"../.." is not a term'),
        ({"organisations": "who"}, "not the id of an organization. (use an id from docs/reg"),
        ({"level": "regional"}, "names no region except the world"),
        ({"url": "www.unodc.org"}, "write https://www.unodc.org"),
        ({"title": "دليل"}, 'No name can be made from the title "دليل".'),
        ({"id": "../x"}, "can't name an entry"),
        ({"id": "con"}, "can't name an entry"),
        ({"id": "readme"}, "can't name an entry"),
        ({"id": "handbook"}, '"handbook" is the former name of an entry: docs/'),
        ({"title": "指南"}, "error: "),
        ({"title": "1984", "year": "1984"}, 'No name can be made from the title "1984".'),
        ({"title": "TBD"}, '"TBD" in "title" is not a value.'),
    ],
)
def test_wrong_values_are_refused_in_the_words_of_the_checks(
    toolkit: Toolkit, changes: dict[str, str], words: str
) -> None:
    guide = "docs/prevention/resources/guide.md"
    edit(guide, "themes:", "aliases: [prevention/resources/handbook]\nthemes:")
    before = sorted(Path().rglob("*"))
    found = toolkit("new", "resource", *options(RESOURCE, **changes))
    assert (found.code, found.out) == (2, "")
    assert words in found.err
    assert sorted(Path().rglob("*")) == before


def test_no_source_is_no_source(toolkit: Toolkit) -> None:
    found = toolkit("new", "practice", *options(PRACTICE, source="n/a"))
    assert (found.code, '"n/a" in "title" is not a value.' in found.err) == (2, True)
    assert not Path(PATHS["practice"]).exists()


def test_evaluated_practice_needs_an_evaluation(toolkit: Toolkit) -> None:
    evaluated = options(PRACTICE, evidence="evaluated")
    study = ("--evaluation", "Evaluation report: 2019")
    assert "Missing: --evaluated-by." in toolkit("new", "practice", *evaluated, *study).err
    evaluated += ("--evaluated-by", "own")
    assert "unsourced-evidence" in toolkit("new", "practice", *evaluated).err
    assert toolkit("new", "practice", *evaluated, *study).code == 0
    assert '- title: "Evaluation report: 2019"\n    role: evaluation' in (
        Path(PATHS["practice"]).read_text(encoding="utf-8")
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool),
    st.text(min_size=1, max_size=300).map(lambda text: " ".join(text.split())).filter(bool),
)
def test_any_text_comes_back_as_it_was_given(docs: Path, title: str, summary: str) -> None:
    content = read_content(docs)
    values = {name: text.split(",") for name, text in RESOURCE.items()}
    values |= {"title": [title], "summary": [summary], "partners": [title, "B, C"]}
    draft = Draft(Kind.RESOURCE, "draft", values)
    ids = {one.id for one in problems_of(draft, content, as_of("2026-11-25"))}
    document = document_of(draft, content)
    if not ids:
        assert document.text("title") == title
        assert document.text("summary").split() == summary.split()
        assert document.texts("partners") == (title, "B, C")
    else:
        assert "unknown-field" not in ids


def test_a_task_is_written_and_waits_for_its_words(docs: Path, toolkit: Toolkit) -> None:
    made = toolkit("new", "task", *options(TASK, choices="guide,rich,shelter"))
    refused = "unknown-entry" in made.err
    assert refused
    assert not (docs / "tasks").exists()
    assert toolkit("new", "task", *options(TASK, choices="guide")).code == 2
    made = toolkit("new", "task", *options(TASK))
    assert made.code == 0, made.err
    file = docs / "tasks/plan-visit-farm.md"
    text = file.read_text(encoding="utf-8")
    assert 'asked: ["signs of forced labour"]' in text
    assert text.count("To be written") == 9
    checked = toolkit("check", "--format", "concise")
    assert checked.code == 1
    assert set(re.findall(r"error\[([a-z-]+)\]", checked.out)) == {"unfinished-text"}
    file.write_text(text.replace("To be written: ", "Think of "), encoding="utf-8")
    assert toolkit("check").code == 0
