from tests.program import Outcome, Toolkit
from toolkit.content.entry_schema import FIELDS


def test_table(toolkit: Toolkit) -> None:
    found = toolkit("fields")
    assert (found.code, found.err) == (0, "")
    assert [line.split()[0] for line in found.out.splitlines()] == [
        "field",
        *(field.name for field in FIELDS),
        "asked",
        "choices",
    ]


def test_each_field(toolkit: Toolkit) -> None:
    for name in [field.name for field in FIELDS]:
        found = toolkit("fields", name)
        assert (found.code, found.err) == (0, ""), name
        assert found.out.startswith(f"{name}\n\n")
        assert f"example:        {name}: " in found.out


def test_a_field_of_tasks(toolkit: Toolkit) -> None:
    lines = toolkit("fields", "choices").out.splitlines()
    assert "in a practice:  -" in lines
    assert "in a task:      required" in lines


def test_what_a_field_is_in_tasks_where_it_is_another_thing(toolkit: Toolkit) -> None:
    def task(name: str) -> str:
        text = " ".join(toolkit("fields", name).out.split())
        return text.partition("in a task: ")[2].partition(" value: ")[0]

    assert task("title") == (
        "required. What the reader has to do, beginning with a verb. "
        "Plain text, at most 70 characters"
    )
    assert task("related") == (
        "optional. Tasks that come before, after or alongside this one. A list. The id of a task"
    )
    assert task("pillars") == "required. The pillars that it serves. The first one lists it."
    assert task("themes") == "required"


def test_terms_of_the_list(toolkit: Toolkit) -> None:
    lines = toolkit("fields", "themes").out.splitlines()
    assert "shelters       Shelters" in lines
    assert "victim-services  Victim services" not in lines


def test_a_kind_is_no_field(toolkit: Toolkit) -> None:
    found = toolkit("fields", "Resources")
    assert found.err.endswith("hint: toolkit fields shows which fields a resource has.\n")


def test_unknown_field(toolkit: Toolkit) -> None:
    assert toolkit("fields", "titel") == Outcome(
        2, "", 'error: There is no field "titel".\nhint: did you mean "title"?\n'
    )
