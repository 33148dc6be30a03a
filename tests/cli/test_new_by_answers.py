"""`toolkit new` as a conversation: asked, answered, corrected, broken off."""

import io
import json
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.new_values import PATHS, PRACTICE, RESOURCE, TASK, options
from tests.files import files_of
from tests.program import Toolkit
from toolkit.cli.new_entry import Interview
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind

Terminal = Callable[..., None]


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
