"""The page of downloads: which files of an edition it offers."""

from dataclasses import replace

import pytest

from tests.pages.small import ENGLISH, sample_site
from tests.site.test_rendering import renderer
from toolkit.catalogue.downloads import Download, Offer
from toolkit.pages.download_page import pages

OLD, NEW = "2026-11-25", "2026-12-02"


def file(day: str, since: str = "", form: str = "zip") -> Download:
    name = f"toolkit-en-{day}{since and '-since-'}{since}.{form}"
    return Download(name, "whole", "All", "", form, ENGLISH.tag, day, 3, 3, 9, "f" * 64, "", since)


@pytest.mark.parametrize(
    ("made", "offered", "day"),
    [
        ([file(OLD), file(OLD, form="pdf")], [file(OLD), file(OLD, form="pdf")], "25 November"),
        ([file(OLD), file(NEW), file(NEW, OLD)], [file(NEW), file(NEW, OLD)], "2 December"),
        ([file(OLD), file(NEW, OLD)], [file(OLD), file(NEW, OLD)], "25 November"),
        ([file(NEW, OLD)], [file(NEW, OLD)], "2 December"),
    ],
    ids=["formats", "a newer copy", "an update alone is newer", "no whole copy"],
)
def test_the_newest_whole_copy_is_offered_and_what_updates_to_it_or_beyond(
    made: list[Download], offered: list[Download], day: str
) -> None:
    (page,) = pages(replace(sample_site(), downloads=Offer(tuple(made))))
    html = renderer()(page)
    shown = [one for one in made if f'href="downloads/{one.file}"' in html]
    assert shown == offered
    assert f"Copy dated {day} 2026" in html
