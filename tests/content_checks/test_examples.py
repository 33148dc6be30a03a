"""What the documents tell people to write passes, and what they call wrong is found by the check.

Examples are laid over small entries, with the vocabularies, registers and pages of docs/: any term
that an example names must exist.
"""

import os
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.content_case import CASES, DAY, lay_image
from tests.content_checks.frames import FRAMES
from tests.content_checks.test_site import MOST
from tests.files import write_files
from tests.nginx import nginx
from tests.whole_site.axe import SOURCE as AXE
from toolkit.content.list_files import LISTS, at_place
from toolkit.content.reader import read_content
from toolkit.content.schema import Field, Kind
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES
from toolkit.validation.by_parts import found_by, in_parts, parts_of
from toolkit.validation.checks import CHECKS, OF_ALL, load_checks
from toolkit.validation.context import Context
from toolkit.validation.parts import ALL_LISTS

pytestmark = [
    pytest.mark.content,
    pytest.mark.thorough,
    pytest.mark.usefixtures("files_read_once"),
]

ROOT = Path(__file__).parents[2]
BASE = CASES / "base" / "docs"
GUIDES = ROOT / "docs/contribute"
PLACES = {
    Kind.RESOURCE: "prevention/resources/guide.md",
    Kind.PRACTICE: "protection/practices/shelter.md",
}
# Wrong only with another file, on another day or before a change: their cases test that.
WITH_OTHERS = {
    *("circular-supersession", "lost-address", "moved-address", "near-duplicate"),
    "recognition-set-back",
    *("superseded-relation", "unexplained-end", "missing-field"),
}
# Answers to opportunities, which depend on all entries together: their cases test that.
ABOUT_OPPORTUNITIES = {"foreign-answer", "lapsed-answer", "settled-opportunity"}
# The small entries lack what these need: a level that allows the countries, and a source for the
# evidence.
BESIDES = {"country-outside-region": {"level-mismatch"}, "dangling-field": {"unsourced-evidence"}}
# Rules that an example of one field can't satisfy alone.
ON_OTHER_FIELDS = {
    *("incomplete-withdrawal", "level-mismatch", "unexplained-end", "wrong-folder"),
    *("country-outside-region", "dangling-field", "unsourced-evidence"),
}
CHOSEN = ("iom-handbook-2007", "ilo-indicators-2012")  # by a task's example
CHARACTERS = {
    "<U+0007>": "\a",
    "<U+00A0>": "\u00a0",
    "<U+00AD>": "\u00ad",
    "<U+200F>": "\u200f",
    "<space>": " ",
}


@dataclass(frozen=True)
class Example:
    """A fenced block in a check's document; `where` is the text before it."""

    check: str
    verdict: str
    where: str
    language: str
    text: str


def examples() -> Iterator[Example]:
    pattern = r"^(Wrong|Right)([^\n]*):\n\n```(\w+)\n(.*?)```$"
    for check in CHECKS:
        where = ""
        for found in re.findall(pattern, check.page.text, re.M | re.S):
            verdict, given, language, text = found
            where = given or where
            for sign, meant in CHARACTERS.items():
                text = text.replace(sign, meant)
            # The cases cover other files that are described in words.
            in_words = language not in ("markdown", "yaml") and check.id not in FRAMES
            if not in_words and check.id not in ABOUT_OPPORTUNITIES:
                yield Example(check.id, verdict, where, language, text)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small entries, some renamed as in the examples, with the rest of docs/."""
    docs = tmp_path_factory.mktemp("examples") / "docs"
    shutil.copytree(BASE, docs)
    for name in ("about", "vocabularies", "registers", "recognition"):
        shutil.copytree(ROOT / "docs" / name, docs / name, dirs_exist_ok=True)
    # They name entries that aren't here, and reading them takes as long as all the others together.
    for path in (*docs.glob("registers/questions*.yml"), docs / "registers/links.yml"):
        path.unlink(missing_ok=True)
    for path in docs.glob("about/*.md"):
        if "." in path.stem:
            path.unlink()  # a translation
        elif path.name != "evidence.md":
            path.write_text("---\ntitle: A page\nsummary: It is one.\n---\n", encoding="utf-8")
    text = "\n".join(re.findall(r"^#+ .*$", (docs / "about/evidence.md").read_text(), re.M))
    page = f"---\ntitle: The evidence\nsummary: What it rests on.\n---\n\n{text}\n"
    (docs / "about/evidence.md").write_text(page, encoding="utf-8")
    shelter = docs / PLACES[Kind.PRACTICE]
    text = shelter.read_text(encoding="utf-8").replace("[shelters]", "[victim-assistance]")
    shelter.write_text(text, encoding="utf-8")
    manual = (docs / "prevention/resources/manual.md").read_text(encoding="utf-8")
    for name in (
        "toolkit-2006",
        "toolkit-2008",
        "unodc-toolkit-2006",
        "unodc-toolkit-2008",
        *CHOSEN,
    ):
        other = re.sub("^title: .*$", f"title: The {name.replace('-', ' ')}", manual, flags=re.M)
        (docs / f"prevention/resources/{name}.md").write_text(other, encoding="utf-8")
    return docs


def laid(base: Path, example: Example) -> dict[str, str]:
    """The file made from an example, by its path; a file that it replaces is empty."""
    keys = set(re.findall(r"^(\w+):", example.text, re.M)) if example.language == "yaml" else set()
    headings = re.findall(r"^## (.*)$", example.text, re.M)
    practice = keys & fields_of(Kind.PRACTICE).keys() - fields_of(Kind.RESOURCE).keys()
    kind = Kind.PRACTICE if practice or "Results" in headings else Kind.RESOURCE
    path = PLACES[kind]
    files = {path: ""}
    folder = re.search(r"in (?:the folder|a file in) `docs/(.+?)/`", example.where)
    name = re.search(r"in the file `(.+?)`", example.where)
    if name:
        path = f"prevention/resources/{name[1]}"
    elif folder:
        path = f"{folder[1]}/example.md"
    front, body = (base / PLACES[kind]).read_text(encoding="utf-8")[4:].split("---\n", 1)
    if path.startswith("about/"):
        front = "title: A page\nsummary: It is one.\n"
    if example.language == "markdown" and not example.text.startswith("---\n"):
        section = f"## {headings[0]}\n" if headings else ""
        if kind is Kind.PRACTICE and len(headings) == 1 and section in body:
            text = re.sub(
                rf"{section}.*?(?=## |\Z)", lambda _: example.text + "\n", body, flags=re.S
            )
        else:
            text = example.text
        whole = example.check == "missing-front-matter"
        return files | {path: text if whole else f"---\n{front}---\n\n{text}"}
    parts = re.fullmatch(r"(---\n)?((?:[^-\n#][^\n]*\n)*)(.*)", example.text, re.S)
    assert parts is not None
    opening, lines, rest = parts.groups()
    given = set(re.findall(r"^(\w+):", lines, re.M))
    others = [
        block[0]
        for block in re.finditer(r"^(\w+):.*\n(?:[ -].*\n)*", front, re.M)
        if block[1] not in given and not (block[1] == "title" and "titel" in given)
    ]
    merged = f"---\n{lines}{''.join(others)}"
    return files | {path: merged + (rest if opening else f"---\n{body}")}


def problems(base: Path, folder: Path, files: dict[str, str]) -> list[str]:
    """The problems (errors and warnings) of these files over the base."""
    docs = folder / "docs"
    # Linking takes a tenth of the time of copying.
    shutil.copytree(base, docs, copy_function=os.link)
    for path, text in files.items():
        (docs / path).unlink(missing_ok=True)
        if not text:
            continue
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
        for picture in re.findall(r"!\[[^\]]*\]\(([^)\s]+\.png)\)", text):
            target = (docs / path).parent / picture
            target.parent.mkdir(parents=True, exist_ok=True)
            lay_image(target)
    return problems_of(docs, files)


def framed(base: Path, folder: Path, example: Example) -> list[str]:
    """The problems of the file that an example belongs to."""
    docs = folder / "docs"
    shutil.copytree(base, docs, symlinks=True)
    wrong = example.verdict == "Wrong"
    return problems_of(docs, {FRAMES[example.check](docs, example.text, wrong)})


def problems_of(docs: Path, paths: Collection[str]) -> list[str]:
    """The problems of these files: to check each of docs/ by itself would take most of the time."""
    content = read_content(docs)
    own = tuple(name for name in LISTS if any(at_place(name, paths)))
    context = Context(content.part(listed=own), DAY)
    named = {f"docs/{path}" for path in paths}
    in_lists = not all(path.endswith(".md") for path in paths)
    parts = [
        part
        for part in parts_of(context.content)
        if (part.name and (part.name != ALL_LISTS or in_lists))
        or not named.isdisjoint(text.source.path for text in part.texts)
    ]
    found = found_by(context, load_checks(sorted(OF_ALL)))
    for part in in_parts(context.lists, context.content, parts):
        found += part.problems
    return [
        f"{one.id}: {one.finding.message} {one.finding.label} {one.finding.hint} "
        f"({one.finding.location.source.path})"
        for one in found
        if one.finding.location.source.path in named
    ]


@pytest.mark.parametrize(
    "example", list(examples()), ids=lambda example: f"{example.check}-{example.verdict}"
)
def test_example_of_a_check(base: Path, tmp_path: Path, example: Example) -> None:
    if example.check in FRAMES:
        found = framed(base, tmp_path, example)
    else:
        found = problems(base, tmp_path, laid(base, example))
    ids = {line.partition(":")[0] for line in found}
    ids -= BESIDES.get(example.check, set())
    if example.verdict == "Right":
        assert ids == set(), f"the document of the check tells people to write this: {found}"
    elif example.check in FRAMES or (
        example.check not in WITH_OTHERS and "..." not in example.text
    ):
        assert ids == {example.check}, found


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, field) for kind in PLACES for field in fields_of(kind).values()],
    ids=lambda one: one.name if isinstance(one, Field) else one.value,
)
def test_example_of_a_field(base: Path, tmp_path: Path, kind: Kind, field: Field) -> None:
    example = Example(field.name, "Right", "", "yaml", f"{field.name}: {field.example}\n")
    found = problems(base, tmp_path, laid(base, example))
    assert [one for one in found if one.partition(":")[0] not in ON_OTHER_FIELDS] == []


@pytest.mark.parametrize(
    "guide", sorted(GUIDES.glob("organizations-and-terms*.md")), ids=lambda one: one.stem
)
def test_items_of_lists_in_the_guide(base: Path, tmp_path: Path, guide: Path) -> None:
    body, term = re.findall(r"```yaml\n(- .*?)```", guide.read_text(encoding="utf-8"), re.S)
    added = {"registers/organisations.yml": body, "vocabularies/themes.yml": term}
    files = {path: (base / path).read_text(encoding="utf-8") + text for path, text in added.items()}
    found = problems(base, tmp_path, files)
    # Nobody's address could be shown but that of an example.
    assert [one for one in found if not one.startswith(("private-host", "insecure-address"))] == []


def test_the_rules_for_nginx_in_the_guide(tmp_path: Path) -> None:
    guide = (GUIDES / "hosting.md").read_text(encoding="utf-8")
    block = re.search(r"^server \{\n(.*?)^\}$", guide, re.M | re.S)
    assert block
    rules = re.sub(r"^    (?:listen|http2) .*\n", "", block[1], flags=re.M)
    rules = rules.replace("/srv/toolkit/site", f'"{tmp_path}/site"')
    rules = rules.replace("/var/log/nginx/toolkit.log", f'"{tmp_path}/log"')
    pages = {"index.html": "home", "about/index.html": "about", "404.html": "none", "assets/a": ""}
    write_files(tmp_path / "site", {path: text.encode() for path, text in pages.items()})
    (tmp_path / "site/round").symlink_to("round")  # nginx calls failing to open a file critical
    with nginx(tmp_path, rules) as address:
        for path, code, text in [
            ("/", 200, "home"),
            ("/about/", 200, "about"),
            ("/nothing", 404, "none"),
            ("/assets/", 404, "none"),
            ("/round", 404, "none"),
        ]:
            answer = httpx.get(address + path)
            assert (answer.status_code, answer.text) == (code, text)
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        # Without the slash, links of the page would start from the folder above.
        answer = httpx.get(f"{address}/about")
        assert (answer.status_code, answer.headers["location"]) == (301, f"{address}/about/")
    assert (tmp_path / "log").read_text(encoding="utf-8") == ""  # such a line names the reader


def plain(text: str) -> str:
    """A text without quotation marks, of which YAML allows two kinds."""
    return re.sub("['\"]", "", text)


def test_whole_entries_in_the_guide(base: Path, tmp_path: Path) -> None:
    text = (GUIDES / "writing-an-entry.md").read_text(encoding="utf-8")
    entries = re.findall(r"^```\w+\n(---\ntitle.*?)```$", text, re.M | re.S)
    assert len(entries) == 2
    for number, entry in enumerate(entries):
        entry_files = {
            str(path.relative_to(ROOT / "docs")): path.read_text(encoding="utf-8")
            for path in (ROOT / "docs").glob("*/*/*.md")
        }
        facts = re.findall(r"^(?:title|year|since): .*\n", entry, re.M)
        (own,) = (
            p
            for p, other in entry_files.items()
            if all(one in plain(other) for one in map(plain, facts))
        )
        files = {f"prevention/resources/{Path(own).name}": "", own: entry}
        for name in re.findall(r"^related: \[(.*)\]$", entry, re.M):
            (other,) = (path for path in entry_files if path.endswith(f"/{name}.md"))
            files[other] = entry_files[other]
        found = problems(base, tmp_path / str(number), files)
        assert [one for one in found if own in one] == []


@pytest.mark.parametrize(
    "path",
    sorted(path for path in GUIDES.glob("*.md") if "error[" in path.read_text()),
    ids=lambda path: path.stem,
)
def test_reports_shown_in_guides(base: Path, tmp_path: Path, path: Path) -> None:
    shown = re.findall(
        r"^error\[(.*?)\]: (.*)\n.*\n.*\n.*? \| (.*)\n.*?\^ (.*)\n +(= help: .*)$",
        path.read_text(encoding="utf-8"),
        re.M,
    )
    assert shown
    for number, (check, message, line, label, hint) in enumerate(shown):
        example = Example(check, "Wrong", "", "yaml", f"{line}\n")
        (found,) = problems(base, tmp_path / str(number), laid(base, example))
        for words in (check, message, label, hint.removeprefix("= help: ")):
            assert words in found


def test_the_guide_for_publishers_explains_all_that_they_set() -> None:
    extra = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nextra:\n")[2]
    guide = (GUIDES / "hosting.md").read_text(encoding="utf-8")
    names = re.findall(r"^  (?:# )?(\w+):", extra, re.M)
    assert len(names) > 3
    assert [name for name in names if f"| `extra.{name}` |" not in guide] == []


def test_events_of_mkdocs_in_documents_are_those_of_the_hook() -> None:
    hook = (ROOT / "hooks/generate.py").read_text(encoding="utf-8")
    events = set(re.findall(r"^def (on_\w+)", hook, re.M))
    for path in GUIDES.rglob("*.md"):
        named = re.findall(r"`(on_\w+)`", path.read_text(encoding="utf-8"))
        assert events.issuperset(named), path.name


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_accessibility_page_says_how_pages_are_tested(tag: str) -> None:
    name = "accessibility.md" if tag == "en" else f"accessibility.{tag}.md"
    text = (ROOT / "docs/about" / name).read_text(encoding="utf-8")
    (version,) = re.findall(r"^/\*! axe v(\S+)", AXE.read_text(encoding="utf-8"))
    said = re.search(r"axe-core ([\d.]+\d).*?[^\d](\d+)\D*?\n-", text, re.S)
    assert said
    assert said.groups() == (version, str(MOST))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_note_that_a_page_explains_is_that_of_entries(tag: str) -> None:
    name = "not-yet-checked.md" if tag == "en" else f"not-yet-checked.{tag}.md"
    text = (ROOT / "docs/about" / name).read_text(encoding="utf-8")
    said = str(LANGUAGES[tag].strings["trust.not-checked"]).lower()
    quoted = re.findall(r"""["“«]\s?([^"”»]*[^"”»\s])""", re.sub(r"[ \n]+", " ", text).lower())
    beginnings = [parts for one in quoted if said.startswith((parts := one.split("…"))[0])]
    assert any(len(parts[0]) > 9 and all(part in said for part in parts) for parts in beginnings)
