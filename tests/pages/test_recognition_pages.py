"""What pages say about recognition, state by state, with the tests' own registers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.ledger import (
    MANUAL,
    MEMBERS,
    circulate,
    declare_editorial,
    edit,
    found_ledger,
    keep_present,
    say,
)
from tests.pages.small import catalogue_of, errors_of, pages_of
from tests.site.test_rendering import renderer
from toolkit.languages import LANGUAGES
from toolkit.pages.page import Page
from toolkit.pages.recognition_pages import StatePage
from toolkit.recognition.acts import ActKind


@pytest.fixture(autouse=True)
def ledger(docs: Path) -> Path:
    found_ledger(docs)
    return docs / "recognition"


def pages(docs: Path) -> Mapping[str, Page]:
    assert errors_of(docs) == []
    return pages_of(catalogue_of(docs))


def shown(docs: Path, path: str) -> Any:
    return pages(docs)[path]


def recognition(docs: Path) -> Any:
    return shown(docs, MANUAL).recognition


def html(docs: Path, path: str) -> str:
    assert errors_of(docs) == []
    catalogue = catalogue_of(docs)
    return renderer()(pages_of(catalogue)[path])


def headings(docs: Path, path: str) -> list[str]:
    return [one.heading for one in shown(docs, path).listing.sections if one.heading]


def test_nothing_said_leaves_pages_as_they_were(docs: Path) -> None:
    told = recognition(docs)
    assert told.words == "Proposed by the editors. No organization has confirmed this text yet."
    assert not told.has_more
    for path, page in pages(docs).items():
        for name in ("listing", "also"):
            is_divided = getattr(getattr(page, name, None), "in_sections", False)
            assert not is_divided or path in ("new", "joint-works"), path  # those by year
        assert "recognition/texts/" not in path
    assert "page--statements" not in html(docs, MANUAL)


def test_further_pages_of_what_a_body_recognized_say_of_what_they_are(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(docs, MEMBERS[:1], "2026-01-05")
    monkeypatch.setattr("toolkit.pages.pagination.LIST", 1)
    made = pages(docs)
    body = "organisations/" + MEMBERS[0]
    titles = [page.title for path, page in made.items() if path.startswith(f"{body}/recognition/")]
    assert titles
    assert all(title.startswith(f"{made[body].title}, recognition") for title in titles)


def test_a_recognized_text_names_who_when_and_which(docs: Path) -> None:
    say(docs, MEMBERS[:2], "2026-01-05")
    say(docs, MEMBERS[2:], "2026-01-07", words="Decision 12")
    told = recognition(docs)
    assert told.words == "Recognized by all 3 members since 7 January 2026: ILO, IOM and UNODC."
    ((heading, voices),) = told.rows
    assert heading == "Recognized by"
    assert [(voice.body.text, voice.on, voice.words) for voice in voices] == [
        ("International Labour Organization (ILO)", "7 January 2026", "Decision 12"),
        ("International Organization for Migration (IOM)", "5 January 2026", ""),
        ("United Nations Office on Drugs and Crime (UNODC)", "5 January 2026", ""),
    ]
    assert told.missing == ()
    digits = keep_present(docs).removeprefix("sha256:")
    assert told.exact.path == f"recognition/texts/{digits}"
    page = html(docs, MANUAL)
    assert "“Decision 12”" in page
    assert f'href="../../recognition/texts/{digits}.html"' in page
    assert "not how strong the evidence is" in page


def test_a_statement_taken_back_is_still_told(docs: Path) -> None:
    say(docs, MEMBERS[:1], "2026-01-05")
    say(docs, MEMBERS[:1], "2026-02-01", ActKind.WITHDRAWAL, "The figures were corrected.")
    told = recognition(docs)
    ((heading, (voice,)),) = told.rows
    assert heading == "Taken back by"
    assert (voice.on, voice.words) == ("1 February 2026", "The figures were corrected.")
    assert told.exact.path == f"recognition/texts/{keep_present(docs).removeprefix('sha256:')}"
    say(docs, MEMBERS[1:2], "2026-02-01")
    others = [link.text for link in recognition(docs).missing]
    assert others == ["International Labour Organization (ILO)"]
    say(docs, MEMBERS[:1], "2026-02-02")
    assert [heading for heading, _ in recognition(docs).rows] == ["Recognized by"]


def test_an_objection_to_a_former_text_is_told_until_its_author_says_more(docs: Path) -> None:
    say(docs, MEMBERS[:2], "2026-01-04")
    edit(docs, "It shows how", "It shows everybody how")
    former = keep_present(docs).removeprefix("sha256:")
    say(docs, MEMBERS[:1], "2026-01-05", ActKind.OBJECTION, "The figures are from 2009.")
    edit(docs, "It shows everybody how", "It shows all how")
    told = recognition(docs)
    said = {heading: [voice.on for voice in voices] for heading, voices in told.rows}
    assert said == {
        "Recognized an earlier text": ["4 January 2026", "4 January 2026"],
        "Objected to an earlier text": ["5 January 2026"],
    }
    (voice,) = told.rows[1][1]
    assert voice.words == "The figures are from 2009."
    assert voice.text.path == f"recognition/texts/{former}"
    say(docs, MEMBERS[:1], "2026-02-01")
    assert [heading for heading, _ in recognition(docs).rows] == [
        "Recognized by",
        "Recognized an earlier text",
    ]


def test_what_a_body_said_before_it_left_is_not_lost(docs: Path) -> None:
    say(docs, MEMBERS[:1], "2026-01-05")
    register = docs / "registers/organisations.yml"
    register.write_text(register.read_text().replace("joined: 2007", "joined: 2007, left: 2026-06"))
    digits = keep_present(docs).removeprefix("sha256:")
    page = html(docs, MANUAL)
    assert "No member of the Group confirms this text any longer." in page
    assert f'recognition/texts/{digits}.html">Statements about this text</a>' in page
    assert "these statements refer to" not in page


def test_the_home_page_says_that_nobody_has_recognized_anything_while_that_is_so(
    docs: Path,
) -> None:
    found_ledger(docs, complete=False)
    say(docs, MEMBERS[:1], "2026-12-01")  # after the day of the pages
    said = "No organization has recognized an entry yet."
    assert said in html(docs, "index")
    say(docs, MEMBERS[1:2], "2026-11-25")
    assert said not in html(docs, "index")


def test_a_renamed_text_is_the_one_that_was_recognized(docs: Path) -> None:
    say(docs, MEMBERS[:1], "2026-01-05")
    (first,) = (docs / "recognition/texts").iterdir()
    edit(docs, "themes:", f"aliases: [{MANUAL}]\nthemes:")
    (docs / f"{MANUAL}.md").rename(docs / "prevention/resources/renamed.md")
    say(docs, MEMBERS[1:2], "2026-01-06", entry="renamed")
    (second,) = {*(docs / "recognition/texts").iterdir()} - {first}
    told = shown(docs, "prevention/resources/renamed").recognition
    ((_, voices),) = told.rows
    assert [voice.text for voice in voices] == [None, None]
    assert told.exact.path == f"recognition/texts/{second.stem}"
    for kept in (first, second):
        ((_, said),) = shown(docs, f"recognition/texts/{kept.stem}").said
        assert len(said) == 2


def test_while_members_are_not_all_known_nothing_is_called_recognized(docs: Path) -> None:
    found_ledger(docs, complete=False)
    say(docs, MEMBERS, "2026-01-05")
    words = recognition(docs).words
    assert words.startswith("Recognized by 3 of the 3 members known to this copy:")
    assert "not called recognition by all" in words
    assert headings(docs, "types/handbook") == ["Recognized in part", "Proposed"]
    page = html(docs, "recognition")
    assert "nothing is called recognized by all" in page
    assert "by all 3" not in page
    note = "This copy does not have the full list of members."
    assert note in html(docs, "organisations/iom")
    found_ledger(docs)
    assert note not in html(docs, "organisations/iom")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("status: member, joined: 2016-05", "A member, as far as this copy knows, since 2016."),
        ("status: member, left: 2026-11-25", "A member, as far as this copy knows"),
        ("status: member, joined: 2026-12", ""),
        (
            "status: member, joined: 2016-05, left: 2025",
            "A former member, as far as this copy knows, since 2025.",
        ),
        (
            "status: former, joined: 2016-05, left: 2025",
            "A former member, as far as this copy knows, since 2025.",
        ),
        ("status: former, joined: 2016-05", "A former member, as far as this copy knows"),
        (
            "status: former, joined: 2016-05, left: 2027",
            "A member, as far as this copy knows, since 2016.",
        ),
        ("status: partner, joined: 2016-05", "A partner, as far as this copy knows, since 2016."),
    ],
)
def test_membership_is_that_of_the_day(docs: Path, dates: str, said: str) -> None:
    register = docs / "registers/organisations.yml"
    written = "status: member, verified: true, joined: 2016-05"
    register.write_text(register.read_text().replace(written, f"{dates}, verified: true"))
    assert shown(docs, "organisations/iom").membership == said


def test_what_is_open_is_told(docs: Path) -> None:
    circulate(docs, "2026-11-01", "2026-11-30")
    say(docs, ("iom",), "2026-11-05")
    told = recognition(docs)
    assert told.words.startswith("Circulating to the members since 1 November 2026")
    assert told.circulated == (
        "Circulated to the members from 1 November 2026 to 30 November 2026."
    )
    assert [link.path for link in told.missing] == ["organisations/ilo", "organisations/unodc"]
    (item,) = shown(docs, "recognition").circulating
    assert item.path == MANUAL
    assert "<h3>Not yet recognized by</h3>" in html(docs, MANUAL)
    with (docs / "registers/organisations.yml").open("a") as register:
        for one in "abcde":  # a long list is folded
            member = "kind: other, membership: {status: member, verified: true}"
            register.write(f"- {{id: {one}, name: Body {one}, {member}}}\n")
    assert "<summary>Not yet recognized by <span" in html(docs, MANUAL)


def test_an_objection_stands_with_its_reason_wherever_it_matters(docs: Path) -> None:
    say(docs, ("ilo",), "2026-01-05", ActKind.OBJECTION, "Old <b>figures</b>.")
    told = recognition(docs)
    assert "ILO has objected to this text since 5 January 2026" in told.words
    assert told.rows[0][0] == "Objected to by"
    assert "ILO" not in "".join(link.text for link in told.missing)
    for path in (MANUAL, "recognition"):
        page = html(docs, path)
        assert "“Old &lt;b&gt;figures&lt;/b&gt;.”" in page
    assert headings(docs, "types/handbook") == ["Objected to", "Proposed"]


def test_a_text_that_changed_leads_to_what_was_recognized_and_what_changed(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05")
    digits = keep_present(docs).removeprefix("sha256:")
    edit(docs, "It shows how", "It shows in brief how")
    edit(docs, "year: 2006", "year: 2007")
    told = recognition(docs)
    assert told.words.startswith("Changed since recognition: ILO, IOM and UNODC recognized")
    ((heading, voices),) = told.rows
    assert heading == "Recognized an earlier text"
    assert {voice.text.path for voice in voices} == {f"recognition/texts/{digits}"}
    assert told.exact is None
    text = shown(docs, f"recognition/texts/{digits}")
    assert not text.present
    changes = dict(text.changes)
    assert [(part.sign, part.text) for part in changes["Year"]] == [("-", "2006"), ("+", "2007")]
    assert [part.sign for part in changes["Summary"]] == ["-", "+"]
    assert len(changes) == 2
    page = html(docs, f"recognition/texts/{digits}")
    assert "This is not the current text." in page
    assert "<del><strong>Removed:</strong> 2006</del>" in page
    assert "It shows how an inspection is planned." in page


def test_a_kept_text_that_is_the_present_one_says_so(docs: Path) -> None:
    say(docs, ("iom",), "2026-01-05")
    digest = keep_present(docs)
    page = html(docs, f"recognition/texts/{digest.removeprefix('sha256:')}")
    assert "This is the current text of the entry." in page
    assert "What changed since" not in page
    assert digest in page
    assert "International Organization for Migration (IOM)" in page


def test_kept_texts_and_who_spoke_are_marked_as_english_on_a_site_in_arabic(docs: Path) -> None:
    edit(docs, "It shows how", "It shows all how")
    say(docs, ("iom",), "2026-01-05", words="Decision 12")
    digits = keep_present(docs).removeprefix("sha256:")
    edit(docs, "It shows all how", "It shows how")
    made = pages_of(catalogue_of(docs), LANGUAGES["ar"])
    render = renderer(language=LANGUAGES["ar"])
    page = render(made[f"recognition/texts/{digits}"])
    english = 'lang="en" dir="auto">'
    assert f"<td {english}Manual for labour inspectors</td>" in page
    assert f"<bdi {english}It shows all how an inspection is planned.</bdi></del>" in page
    marked = '<bdi lang="en" dir="ltr">'
    body = f"{marked}International Organization for Migration (IOM)</bdi></a>"
    assert page.count(body) == page.count(f"{marked}Decision 12</bdi>") == 1
    assert f"{marked}Manual for labour inspectors</bdi></a></li></ol>" in page
    assert body in render(made["recognition"])


def test_a_chinese_statement_sets_the_body_off_from_the_day(docs: Path) -> None:
    """The mark of lists, "、", would make them two items."""
    say(docs, ("iom",), "2026-01-05")
    made, render = pages_of(catalogue_of(docs), LANGUAGES["zh"]), renderer(language=LANGUAGES["zh"])
    kept = next(path for path in made if path.startswith("recognition/texts/"))
    for path in (MANUAL, kept):
        assert "</a>，2026年1月5日" in render(made[path])


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", "Texte antérieur reconnu par\u00a0: IOM."),
        ("es", "Texto anterior reconocido por: IOM."),
    ],
)
def test_names_that_need_an_article_follow_a_colon(docs: Path, tag: str, said: str) -> None:
    edit(docs, "It shows how", "It shows all how")
    say(docs, ("iom",), "2026-01-05")
    edit(docs, "It shows all how", "It shows how")
    page: Any = pages_of(catalogue_of(docs), LANGUAGES[tag])[MANUAL]
    assert said in page.recognition.words


def test_a_text_that_nobody_spoke_about_has_no_page(docs: Path) -> None:
    digest = keep_present(docs)
    path = f"recognition/texts/{digest.removeprefix('sha256:')}"
    assert path in pages(docs)
    edit(docs, "year: 2006", "year: 2008")
    assert path not in pages(docs)


def test_an_editorial_change_keeps_recognition_and_says_of_which_text(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05")
    old = keep_present(docs)
    edit(docs, "It shows how", "It shows, how")
    declare_editorial(docs, old, "2026-02-01", "A comma.")
    told = recognition(docs)
    assert told.words.startswith("Recognized by all 3 members since 5 January 2026")
    ((_, voices),) = told.rows
    assert {voice.text.text for voice in voices} == {old[:19]}
    assert told.links == (
        "The change from the previous text was declared editorial on 1 February 2026: A comma.",
    )
    assert told.exact is None  # nobody named the current text
    assert told.links[0] in html(docs, MANUAL)
    for digest in (old, keep_present(docs)):
        page = html(docs, f"recognition/texts/{digest.removeprefix('sha256:')}")
        assert "declared editorial on 1 February 2026: A comma." in page


def test_a_withdrawn_entry_still_tells_what_was_recognized(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05")
    edit(
        docs,
        "year: 2006",
        "year: 2006\nstatus: withdrawn\nwithdrawn: {on: 2026-02-01, reason: Out of date.}",
    )
    words = recognition(docs).words
    assert words.startswith("This entry was withdrawn. Recognized by all 3 members since")


def test_lists_have_sections_with_names_once_anybody_spoke(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05")
    for path in ("types/handbook", "prevention/index", "organisations/unodc"):
        assert headings(docs, path) == ["Recognized", "Proposed"], path
        page = html(docs, path)
        assert page.index("Recognized <span") < page.index("Proposed <span")
        assert "They say nothing about evidence." in page
    assert headings(docs, "evidence/reported") == []
    made: Mapping[str, Any] = pages(docs)
    for path in made:
        above, _, kind = path.rpartition("/")[0].partition("/")
        if kind in ("practices", "resources"):
            parts = made[f"{above}/index"].listing.parts
            assert made[path].breadcrumbs[-1].anchor in {part.anchor for part in parts}, path


def test_works_of_the_group_are_a_section_of_their_own(docs: Path) -> None:
    edit(docs, "organisations: [unodc]", "organisations: [icat]")
    say(docs, ("iom",), "2026-01-05", entry="guide")
    assert recognition(docs).words == "Issued in the name of the Group."
    assert headings(docs, "types/handbook") == [
        "Recognized in part",
        "Issued in the name of the Group",
    ]
    (joint,) = shown(docs, "recognition").joint
    assert joint.id == "manual"
    assert shown(docs, "recognition/joint").listing.count == 1


def test_an_organization_sees_what_it_recognized_and_what_awaits_it(docs: Path) -> None:
    say(docs, ("iom",), "2026-01-05")
    assert [part.heading for part in shown(docs, "organisations/iom").said] == [
        "Recognized by this organization"
    ]
    assert [part.heading for part in shown(docs, "organisations/ilo").said] == [
        "Waiting for this organization"
    ]
    assert shown(docs, "organisations/icat").said == ()
    counts = {
        member.body.path: (member.recognized, member.awaits)
        for member in shown(docs, "recognition").members
    }
    assert counts["organisations/iom"][0].href == "organisations/iom.html#page--recognized"
    assert counts["organisations/iom"][1] is None
    assert counts["organisations/ilo"][1].text == "1"
    edit(docs, "year: 2006", "year: 2007")
    assert [part.heading for part in shown(docs, "organisations/iom").said] == [
        "Waiting for this organization",
        "Changed since this organization recognized it",
    ]


def test_the_last_recognized_come_first(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05")
    say(docs, MEMBERS, "2026-02-05", entry="guide")
    assert [link.path for link in shown(docs, "recognition").lately] == [
        "prevention/resources/guide",
        MANUAL,
    ]


def test_every_state_has_a_page_and_every_entry_is_on_one(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05")
    found = pages(docs)
    counts = {
        path: page.listing.count for path, page in found.items() if isinstance(page, StatePage)
    }
    assert len(counts) == 9
    assert counts["recognition/recognized"] == 1
    assert sum(counts.values()) == 3


def test_recognition_stands_in_no_row_with_evidence(docs: Path) -> None:
    say(docs, MEMBERS, "2026-01-05", entry="shelter")
    page = html(docs, "protection/practices/shelter")
    table = page[page.index('<table class="about">') : page.index("</table>")]
    assert "ecogni" not in table
    listed = html(docs, "evidence/reported")
    facts = listed[listed.index('<p class="facts sign">') :]
    assert "ecogniz" not in facts[: facts.index("</p>")]
