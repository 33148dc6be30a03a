"""The register of equivalents, and what it is turned into."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from tests.content_case import edit
from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.content.reader import read_content
from toolkit.languages.language import Language
from toolkit.search.lexicon import make_lexicon
from toolkit.validation.runner import run_checks


def test_groups_are_read_by_language(docs: Path) -> None:
    row = "- id: labour\n  names: [travail, boulot]\n  strength: near\n"
    (docs / "registers/equivalents.fr.yml").write_text(row, encoding="utf-8")
    registers = read_content(docs).equivalents
    groups = {tag: register.items["labour"] for tag, register in registers.items()}
    assert {tag: (group.names, group.same) for tag, group in groups.items()} == {
        "en": (("labour", "labor"), True),
        "fr": (("travail", "boulot"), False),
    }


@pytest.mark.parametrize(
    ("row", "check"),
    [
        ("- id: x\n  names: [a, b]\n", "missing-field"),
        ("- id: x\n  names: [a, b]\n  strength: alike\n", "unknown-choice"),
        ("- id: x\n  nmaes: [a, b]\n  strength: same\n", "unknown-field"),
        ("- id: x\n  names: [a, b]\n  strength: same\n  lang: fr\n", "unknown-field"),
        ("- id: x\n names: [a\n", "invalid-yaml"),
    ],
)
def test_faults_are_checked_like_those_of_other_registers(docs: Path, row: str, check: str) -> None:
    (docs / "registers/equivalents.yml").write_text(row, encoding="utf-8")
    assert check in {one.id for one in run_checks(read_content(docs), date(2026, 11, 25))}


@pytest.mark.parametrize("strength", ["same", "near"])
def test_other_names_of_a_country_without_entries_lead_to_its_region(
    content: Path, tmp_path: Path, english: Language, strength: str
) -> None:
    """Those of one thing; words that are only near it, as those for other works, do not."""
    docs = shutil.copytree(content, tmp_path / "docs")
    with (docs / "registers/equivalents.yml").open("a", encoding="utf-8") as register:
        names = "Bolivia (Plurinational State of), the Altiplano"
        register.write(f"- id: bolivia\n  names: [{names}]\n  strength: {strength}\n")
    catalogue = make_catalogue(read_content(docs), date(2026, 11, 25))
    of_region = [one for one in make_lexicon(catalogue, english) if "Bolivia" in one.asked]
    assert [one.names for one in of_region] == [("South America",)]
    assert ("the Altiplano" in of_region[0].asked) == (strength == "same")


def of_pacific(docs: Path, english: Language) -> dict[str, tuple[str, ...]]:
    """What people ask about a region without entries, and what they mean."""
    with (docs / "vocabularies/regions.yml").open("a", encoding="utf-8") as regions:
        about = "labels: {en: Pacific}, definition: {en: One sentence.}"
        regions.write(f"- {{id: pacific, broader: africa, countries: [CI, SH, VU], {about}}}\n")
    catalogue = make_catalogue(read_content(docs), date(2026, 11, 25))
    assert not {"pacific", "africa"} & {*catalogue.facets["regions"].used()}
    return {one.names[0]: one.asked for one in make_lexicon(catalogue, english)}


def test_a_country_is_answered_by_the_nearest_region_with_entries(
    content: Path, tmp_path: Path, english: Language
) -> None:
    asked = of_pacific(shutil.copytree(content, tmp_path / "docs"), english)
    assert "Pacific" not in asked
    assert {"Saint Helena", "St Helena", "Vanuatu"} <= {*asked["World"]}


@pytest.mark.parametrize("prefer", ["Côte d'Ivoire", "Cote d’Ivoire"])
def test_a_name_that_our_texts_avoid_is_that_of_a_country_by_any_apostrophe(
    content: Path, tmp_path: Path, english: Language, prefer: str
) -> None:
    docs = shutil.copytree(content, tmp_path / "docs")
    rest = "why: w, severity: warning, lang: en"
    rule = f'- {{id: x, avoid: [ivory coast], prefer: "{prefer}", {rest}}}\n'
    (docs / "registers/terminology.yml").write_text(rule, encoding="utf-8")
    assert "ivory coast" in of_pacific(docs, english)["World"]


def test_what_people_ask_about_a_country_without_entries_leads_to_its_region(
    content: Path, tmp_path: Path, english: Language
) -> None:
    """The register names it as people do, not as the United Nations."""
    docs = shutil.copytree(content, tmp_path / "docs")
    with (docs / "registers/equivalents.yml").open("a", encoding="utf-8") as register:
        register.write("- {id: bo, asked: [La Paz], names: [Bolivia], strength: near}\n")
    catalogue = make_catalogue(read_content(docs), date(2026, 11, 25))
    of_region = [one for one in make_lexicon(catalogue, english) if "Bolivia" in one.asked]
    assert [("La Paz" in one.asked, one.names) for one in of_region] == [(True, ("South America",))]


def test_an_instrument_has_all_names_of_a_group_that_names_it(
    catalogue: Catalogue, english: Language
) -> None:
    groups = make_lexicon(catalogue, english)
    named, asked = (group for group in groups if group.instrument == "tip-protocol")
    assert {"Palermo Protocol", "TIP Protocol"} <= set(named.names)
    assert asked.asked == ("Palermo",)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CEDAW, article 6", "CEDAW"),
        ("Protocolo de Maputo, artículo 4", "Protocolo de Maputo"),
        ("КЛДЖ, статья 6", "КЛДЖ"),
        ("بروتوكول مابوتو، المادة 4", "بروتوكول مابوتو"),
        ("马普托议定书第4条", "马普托议定书"),
        ("强迫劳动公约（第29号）", "强迫劳动公约"),
        ("Article 6", "Article 6"),
    ],
)
def test_an_instrument_is_called_without_its_one_article(
    catalogue: Catalogue, english: Language, title: str, name: str
) -> None:
    content = catalogue.content
    called = replace(content.instruments.items["c029"], short_title=title)
    register = replace(content.instruments, items={"c029": called})
    changed = replace(catalogue, content=replace(content, instruments=register))
    names = make_lexicon(changed, english)[0].names
    assert names[0] == name
    assert "29号公约" in names


def test_a_title_of_blanks_is_read_at_once(docs: Path, english: Language) -> None:
    """By a pattern that begins anew at each of them, it would take minutes."""
    title = "Forced" + "\u00a0" * 200_000 + "Labour Convention"
    edit(docs / "registers/instruments.yml", "Forced Labour Convention", title)
    content = read_content(docs)
    assert not [one for one in run_checks(content, date(2026, 11, 25)) if one.severity == "error"]
    catalogue = make_catalogue(content, date(2026, 11, 25))
    started = process_time()
    assert make_lexicon(catalogue, english)
    assert process_time() - started < 5
