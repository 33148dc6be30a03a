"""Task pages: each links to its choices, and they link back."""

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.pages.small import (
    catalogue_of,
    pages_of,
    sample_catalogue,
    sample_pages,
    sample_site,
)
from tests.site.test_rendering import renderer, sample_html
from toolkit.content.records import TaskChoice
from toolkit.languages import LANGUAGES
from toolkit.pages import start_here


def test_a_task_shows_its_choices_in_order_with_use_and_caution() -> None:
    for task in sample_catalogue().tasks:
        page: Any = sample_pages()[task.path]
        assert [choice.item.id for choice in page.choices] == [one.entry for one in task.choices]
        text = sample_html()[task.path]
        places = [text.index(f"/{choice.item.path}.html") for choice in page.choices]
        assert places == sorted(places)
        assert len(re.findall("Keep in mind:", text)) == len(task.choices)
        # On a phone, they are more than a screen below what to settle and do first.
        assert text.index('href="#page--choices"') < text.index('class="prose"')


def test_every_chosen_entry_says_what_it_is_used_for() -> None:
    assert len(sample_catalogue().tasks) == 2
    for task in sample_catalogue().tasks:
        for choice in task.choices:
            path = sample_catalogue().by_id[choice.entry].path
            assert f'tasks/{task.id}.html">{task.title}</a>: ' in sample_html()[path]


def test_home_pillars_themes_and_audiences_lead_to_tasks() -> None:
    for task in sample_catalogue().tasks:
        link = f'tasks/{task.id}.html"'
        assert link in sample_html()["index"]
        assert f"{task.id}.html" in sample_html()["tasks/index"]
        for place in (
            f"{task.pillars[0]}/index",
            *(f"themes/{theme}" for theme in task.themes),
            *(f"audiences/{audience}" for audience in task.audiences),
        ):
            assert link in sample_html()[place], place


def test_who_finds_nothing_is_led_to_the_tasks_before_all_other_lists() -> None:
    for path in ("search", "browse"):
        text = sample_html()[path]
        lists = [text.index(f'href="{name}/index.html"') for name in ("tasks", "types", "themes")]
        assert lists == sorted(lists), path


def test_the_list_of_tasks_begins_with_ways_into_its_parts() -> None:
    """It has a summary of each task: the list by audience was seven screens further down."""
    top = sample_html()["tasks/index"].partition("<h2")[0]
    ways = re.findall(r'href="#([a-z-]+)"', top.partition("<h1")[2])
    assert ways[-1] == "page--audiences"
    assert len(ways) > 1
    assert not [way for way in ways if f'id="{way}"' not in sample_html()["tasks/index"]]


def test_an_instrument_that_most_tasks_name_does_not_list_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = "instruments/tip-protocol"
    shown: Any = pages_of(sample_catalogue())[path]
    assert shown.start.tasks
    monkeypatch.setattr(start_here, "_FEW_TASKS", 0)
    most: Any = pages_of(sample_catalogue())[path]
    assert not most.start.tasks
    assert most.start.works == shown.start.works


@pytest.mark.parametrize(
    ("path", "works"),
    [
        (  # in the order of use
            "themes/labour-inspection",
            "ilo-indicators-of-forced-labour-2012 heuni-uncovering-labour-trafficking-2020 "
            "ilo-handbook-labour-inspectors-2008",
        ),
        (  # the second works of two tasks: the one about two themes, then the one about three
            "themes/criminal-justice",
            "un-guidelines-child-victims-witnesses-2005 "
            "unodc-handbook-child-victims-witnesses-2009 heuni-uncovering-labour-trafficking-2020",
        ),
    ],
)
def test_a_list_starts_with_what_tasks_use_first_and_what_is_about_little_else(
    path: str, works: str
) -> None:
    page: Any = sample_pages()[path]
    assert " ".join(work.item.id for work in page.start.works) == works


def test_works_that_tasks_use_alike_stay_in_the_order_of_the_list() -> None:
    """Fractions add up to more or less in another order, and in another version of Python."""
    site, task = sample_site(), sample_catalogue().tasks[0]
    works = sample_catalogue().entries[:2]
    used: dict[str, list[tuple[Any, TaskChoice]]] = {}
    for work, places in zip(works, ((1, 3, 1), (1, 1, 3)), strict=True):
        for place in places:
            others = (TaskChoice(f"before-{n}") for n in range(1, place))
            of = replace(task, choices=(*others, choice := TaskChoice(work.id)))
            used.setdefault(work.id, []).append((of, choice))
    catalogue = SimpleNamespace(used_for=used, superseded_by={})
    here: Any = SimpleNamespace(catalogue=catalogue, item=site.item)
    shown = start_here.start_here(works, [task], here)
    assert [work.item.id for work in shown.works] == [work.id for work in works]


def test_lists_and_labels_have_the_signs_of_their_language() -> None:
    for tag, comma, colon in (
        ("ar", "،\u200f ", ":\u200f "),
        ("fr", ", ", "\u00a0: "),
        ("zh", "、", "："),
    ):
        language = LANGUAGES[tag]
        pages = pages_of(sample_catalogue(), language)
        text = renderer(language=language)(pages[sample_catalogue().tasks[0].path])
        audiences = text[text.index(language.text("task.for")) :].partition("</p>")[0]
        assert f"</a>{comma}<a" in audiences
        assert f"<p>{language.text('entry.provisions')}{colon}<a" in text


def test_what_people_ask_is_never_shown() -> None:
    for task in sample_catalogue().tasks:
        for asked in task.asked:
            assert not [path for path, text in sample_html().items() if asked in text]


def test_without_tasks_there_is_no_page_of_them(docs: Path) -> None:
    assert "tasks/index" not in pages_of(catalogue_of(docs))
