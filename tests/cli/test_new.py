"""`toolkit new`, by options and as a conversation; what it writes passes `toolkit check`."""

import io
import json
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from toolkit.authoring.draft import Draft, document_of, problems_of
from toolkit.cli.new_entry import Interview
from toolkit.clock import as_of
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind

ROOT = Path(__file__).parents[2]
Terminal = Callable[..., None]
RESOURCE = {
    "title": "Data on flows",
    "summary": "It counts.",
    "type": "handbook",
    "year": "2019",
    "pillars": "prevention,protection",
    "themes": "hotlines, shelters",
    "audiences": "law-enforcement",
    "level": "global",
    "regions": "world",
    "languages": "en",
    "organisations": "unodc",
}
PRACTICE = {
    "title": "Open doors: a house",
    "summary": "Families stay together.",
    "since": "2014",
    "evidence": "reported",
    "pillars": "protection",
    "themes": "shelters",
    "audiences": "service-providers",
    "level": "national",
    "regions": "south-america",
    "countries": "AR",
    "partners": "Ministry of Justice, Argentina",
    "source": "https://www.iom.int/house",
}
TASK = {
    "title": "Plan a visit to a farm",
    "summary": "Helps inspectors to prepare a visit.",
    "pillars": "protection",
    "audiences": "law-enforcement",
    "themes": "investigation",
    "asked": "signs of forced labour",
    "choices": "guide, manual, shelter",
}
SETS = {"resource": RESOURCE, "practice": PRACTICE}
PATHS = {
    "resource": "docs/prevention/resources/data-flows-2019.md",
    "practice": "docs/protection/practices/open-doors-house.md",
}


def options(values: dict[str, str], **changes: str) -> list[str]:
    return [part for name, text in (values | changes).items() for part in (f"--{name}", text)]


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Answers typed one after the other."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def type_in(*answers: str) -> None:
        text = "".join(f"{answer}\n" for answer in answers)
        monkeypatch.setattr(sys, "stdin", Terminal(text))

    return type_in


def test_nothing_is_said_to_pass_that_can_not_be_checked(
    docs: Path, toolkit: Toolkit, terminal: Terminal
) -> None:
    with (docs / "vocabularies/themes.yml").open("a", encoding="utf-8") as file:
        file.write("- id: [\n")
    before = files_of(docs)
    refused = toolkit("new", "resource", *options(RESOURCE))
    assert (refused.code, refused.out) == (2, "")
    assert "docs/vocabularies/themes.yml has errors, so " in refused.err
    assert files_of(docs) == before
    terminal("", "", "", "", "")
    refused = toolkit("new", "resource", *options(RESOURCE))
    assert refused.code == 2
    assert "toolkit new resource --title 'Data on flows'" in refused.err


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


LIKE = {"title": "Guide for labour inspectors", "id": "another"}


def test_look_alikes_are_shown_before_anything_is_written(
    toolkit: Toolkit, terminal: Terminal
) -> None:
    path = Path("docs/prevention/resources/another.md")
    terminal("", "", "", "", "n")
    found = toolkit("new", "resource", *options(RESOURCE, **LIKE))
    assert "docs/prevention/resources/guide.md" in found.err
    assert "Nothing was written." in found.err
    assert not path.exists()
    terminal("", "", "", "", "y", "It is: about ships.")
    found = toolkit("new", "resource", *options(RESOURCE, **LIKE))
    assert found.code == 0, found.err
    assert 'distinct_from:\n  guide: "It is: about ships."\n' in path.read_text(encoding="utf-8")
    assert toolkit("check", "--strict").code == 0


def test_look_alikes_without_a_terminal(toolkit: Toolkit) -> None:
    reason = "guide=It is about ships."
    found = toolkit("new", "resource", *options(RESOURCE, **LIKE), "--distinct-from", reason)
    assert (found.code, found.err) == (0, "")
    assert toolkit("check", "--strict").code == 0
    before = sorted(Path().rglob("*"))
    found = toolkit("new", "resource", *options(RESOURCE, **LIKE | {"id": "third"}))
    assert (found.code, found.out) == (2, "")
    assert "These entries look similar." in found.err
    assert '--distinct-from guide="..."' in found.err
    assert sorted(Path().rglob("*")) == before


def test_answers_are_kept_by_those_who_stop(
    toolkit: Toolkit, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal('A guide: for "all"', "It's short.", "handbook", "2019")  # and then Ctrl+D
    found = toolkit("new", "resource")
    assert found.code == 130
    assert "add --unverified year" in " ".join(found.out.split())  # if nobody knows the year
    [command] = [line for line in found.err.splitlines() if line.startswith("toolkit new")]
    words = shlex.split(command)[3:]
    assert words[:4] == ["--title", 'A guide: for "all"', "--summary", "It's short."]
    rest = {name: text for name, text in RESOURCE.items() if f"--{name}" not in words}
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert toolkit("new", "resource", *words, *options(rest)).code == 0
    terminal("", "", "", "", "n")
    found = toolkit("new", "resource", *options(RESOURCE, **LIKE))
    assert "toolkit new resource --title 'Guide for labour inspectors'" in found.err
    # Values that only together are wrong are found after the last question.
    terminal("", "", "", "", "")
    found = toolkit("new", "resource", *options(RESOURCE, level="regional"))
    assert (found.code, "error[level-mismatch]" in found.err) == (2, True), found.err
    assert "toolkit new resource --title 'Data on flows'" in found.err


def test_back_to_the_question_before(toolkit: Toolkit, terminal: Terminal) -> None:
    given = {name: text for name, text in RESOURCE.items() if name not in ("title", "year", "type")}
    terminal(
        "<",  # there is no previous question
        "A titel",
        "?",
        "handbook",
        "<",  # from the year to the type
        "<",  # to the title
        "A wholly new title",
        "handbook",
        "2018",
        *("", "", "", ""),
        "<",  # from the name to the address
        "https://www.unodc.org/new",
        "",
    )
    found = toolkit("new", "resource", *options(given))
    assert found.code == 0, found.out + found.err
    assert "This is the first question." in found.err
    text = Path("docs/prevention/resources/wholly-new-title-2018.md").read_text(encoding="utf-8")
    assert "title: A wholly new title\n" in text
    assert "\nurl: https://www.unodc.org/new\n" in text
    assert re.search(r"^added: \d{4}-\d\d-\d\d$", text, re.M)


def test_going_back_from_a_wrong_option_does_not_skip_it(
    toolkit: Toolkit, terminal: Terminal
) -> None:
    given = {name: text for name, text in PRACTICE.items() if name != "since"}
    terminal("2015", "<", "2014", "2020", *("", "", "", ""))
    found = toolkit("new", "practice", *options(given, until="20"))
    assert found.code == 0, found.out + found.err
    text = Path(PATHS["practice"]).read_text(encoding="utf-8")
    assert "since: 2014\nuntil: 2020\n" in text


def test_a_task_by_answers(toolkit: Toolkit, terminal: Terminal) -> None:
    given = {name: text for name, text in TASK.items() if name not in ("choices", "pillars")}
    pillars = ("1, protection", "protection", "7", "")
    terminal(*pillars, "guide", "guide; manual, shelter", "")
    found = toolkit("new", "task", *options(given))
    assert found.code == 0, found.out + found.err
    assert 'Nothing matches "7": type a number from the list' in found.out
    assert "twice" not in found.out
    assert "The task has 1 choice." in found.out
    text = Path("docs/tasks/plan-visit-farm.md").read_text(encoding="utf-8")
    assert "pillars: [prevention, protection]\n" in text
    assert text.count("  - entry: ") == 3


@pytest.mark.parametrize(("system", "quoted"), [("linux", "'A b'"), ("win32", '"A b"')])
def test_the_command_to_go_on_is_one_of_the_system(
    docs: Path, monkeypatch: pytest.MonkeyPatch, system: str, quoted: str
) -> None:
    interview = Interview(Kind.TASK, read_content(docs), {"title": ["A b"]}, [], asking=True)
    monkeypatch.setattr(sys, "platform", system)
    assert interview.command == f"toolkit new task --title {quoted}"


def test_wrong_options_are_asked_for_in_their_place(toolkit: Toolkit, terminal: Terminal) -> None:
    terminal("2019", "prevention", "", *("", "", "", ""), "data-flows")
    wrong = options(RESOURCE, year="in 2019", pillars="preventoin", countries="XX", id="Data!")
    found = toolkit("new", "resource", *wrong)
    assert found.code == 0, found.out + found.err
    lines = found.out.splitlines()
    for complaint, question in (
        ('"in 2019" is not a year. write only the year: 2019', "The year of publication"),
        ('"preventoin" is not a term of the vocabulary "pillars". did you', "The pillars"),
        ('"XX" is not the code of a country.', "Countries, by"),
        ('"Data!" can\'t name an entry', "The name of the file"),
    ):
        [place] = [number for number, line in enumerate(lines) if complaint in line]
        assert lines[place + 2].startswith(question)
    text = Path("docs/prevention/resources/data-flows.md").read_text(encoding="utf-8")
    assert "\nyear: 2019\n" in text


def test_wrong_source_is_asked_for_again(toolkit: Toolkit, terminal: Terminal) -> None:
    terminal("", *("", "", "", ""), "An evaluation of 2020", "")
    found = toolkit("new", "practice", *options(PRACTICE, source="n/a"))
    assert found.code == 0, found.out + found.err


def test_conversation(toolkit: Toolkit, terminal: Terminal) -> None:
    terminal(
        "",  # a title is needed
        "Refuge: Ærø",
        "Families stay together.",
        "since 2014",  # not a year
        "2014",
        "1, 2",  # only one can be right
        "1",  # from the grades
        "own",  # who evaluated it
        "3",  # from the pillars
        "",
        "nothing like this",
        "sheltres",  # almost a name
        "?",  # all terms
        "shelt",  # part of a name
        "",
        "service-providers",
        "",
        "",  # no form of exploitation
        "national",
        "america",  # two match
        "2",
        "",
        "argen, Argentina",  # the same one
        "",
        "",  # no organization from the register
        "Ministry: Justice; A body",
        "",  # no address
        "n/a",  # which isn't a source
        "An evaluation of 2020",
        "",  # the suggested name
    )
    found = toolkit("new", "practice")
    assert found.code == 0, found.out + found.err
    path = Path("docs/protection/practices/refuge-aero.md")
    text = path.read_text(encoding="utf-8")
    assert 'title: "Refuge: Ærø"\n' in text
    assert "themes: [shelters]\n" in text
    assert "countries: [AR]\n" in text
    assert 'partners: ["Ministry: Justice", "A body"]\n' in text
    assert 'Nothing matches "nothing like this": type another part' in found.out
    assert 'Nothing matches "sheltres": did you mean "shelters"?' in found.out
    assert found.out.count("shelters: Shelters") == 2
    assert '"since 2014" is not a year. write only the year: 2014' in found.out
    assert '"n/a" in "title" is not a value.' in found.out
    assert "Please choose only one." in found.out
    assert "Example: Ministry of Justice of Argentina\n" in found.out.replace(" \n", "\n")
    problems = json.loads(toolkit("check", "--format", "json").out)["problems"]
    assert {problem["id"] for problem in problems} == {"unfinished-text"}


@pytest.mark.parametrize("answer", ["1,3", "1 3", "1; 3", "prevention; 3", "1 and 3", "1 & 3"])
def test_several_are_chosen_however_they_are_separated(
    toolkit: Toolkit, terminal: Terminal, answer: str
) -> None:
    terminal(answer, "", *[""] * 20)
    given = {name: text for name, text in RESOURCE.items() if name != "pillars"}
    found = toolkit("new", "resource", *options(given))
    assert "Chosen: prevention, protection\n" in found.out


def test_a_language_that_the_list_does_not_have(toolkit: Toolkit, terminal: Terminal) -> None:
    terminal("", "", "prs, pt-BR", "zh-Latin", "fr", *[""] * 20)
    given = {name: text for name, text in RESOURCE.items() if name != "languages"}
    found = toolkit("new", "resource", *options(given))
    assert "Chosen: prs, pt-BR\n" in found.out
    assert 'Nothing matches "zh-Latin"' in found.out
    assert "Chosen: prs, pt-BR, fr\n" in found.out


def test_a_region_stands_first_among_those_within_it(
    docs: Path, toolkit: Toolkit, terminal: Terminal
) -> None:
    path = docs / "vocabularies/regions.yml"
    text = path.read_text("utf-8").replace("  broader: world\n", "")
    for id_, broader in (("asia", ""), ("eastern-asia", "\n  broader: asia")):
        said = f"{{en: {id_.title()}}}"
        text += f"- id: {id_}{broader}\n  labels: {said}\n  definition: {said}\n"
    path.write_text(text, "utf-8")
    terminal(*[""] * 20)
    given = {name: text for name, text in RESOURCE.items() if name != "regions"}
    shown = toolkit("new", "resource", *options(given)).out.partition("world: World\n")[2]
    assert shown.partition("Regions (")[0].split("\n") == [
        "  Americas",
        "    2  americas: Americas",
        "    3  south-america: South America",
        "  Asia",
        "    4  asia: Asia",
        "    5  eastern-asia: Eastern-Asia",
        "",
    ]


def test_look_alikes_of_a_title_are_shown_at_once(toolkit: Toolkit, terminal: Terminal) -> None:
    # Translations, whose original is not there when one field is checked alone.
    for language in ("ar", "fr"):
        assert toolkit("translation", "new", "guide", "--language", language).code == 0
    terminal("Guide for labour inspectors")  # and there the conversation ends
    found = toolkit("new", "resource")
    assert found.code == 130, found.err
    assert 'docs/prevention/resources/guide.md: "Guide for labour inspectors"' in found.err
    assert not list(Path("docs").rglob("guide-*.md"))


def test_end_of_the_conversation(toolkit: Toolkit, terminal: Terminal) -> None:
    before = sorted(Path().rglob("*"))
    terminal("Title")
    assert toolkit("new", "resource").code == 130
    assert sorted(Path().rglob("*")) == before


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
