"""Writes a content folder of any number of entries, which `toolkit check` accepts.

The vocabularies, registers and written pages are the project's own. Each entry takes its kind,
pillars, themes and provisions from one real entry, its place and organizations from another one of
the same kind; title, summary and body are made from the real texts. The n-th entry is the same
whatever the count: 1,000 entries begin with the same 100 as 100 entries do.

    python -m bench.generate COUNT FOLDER [--seed SEED]
"""

import argparse
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bench.bodies import FEWEST, MOST, practice_body, resource_body
from bench.words import Words, count_words, invented_name, read_words
from toolkit.authoring.yaml_lines import Given, field_lines
from toolkit.content.document import Document
from toolkit.content.markdown_files import place_of
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.tables import fields_of
from toolkit.content.values import Mapping, Scalar, text_of
from toolkit.content.values import Sequence as Values

ROOT = Path(__file__).resolve().parent.parent
SEED = 63194

_OF_PLACE = frozenset({"level", "regions", "countries", "organisations", "partners"})
_TO_ENTRY = re.compile(r"\[([^\]]*)\]\([^()\s]*/(?:practices|resources|tasks)/[^()\s]*\)")
_SUMMARY_WORDS = (25, 60)
_LONGEST_SUMMARY = 800
_LONGEST_TITLE = 200
_SUPERSEDING = 0.02
_LINKING = 0.35


@dataclass(frozen=True)
class _Made:
    id: str
    title: str
    path: str


@dataclass
class _Generator:
    content: Content
    words: Words
    seed: int
    models: tuple[Document, ...]
    topics: tuple[str, ...]
    by_kind: dict[Kind, tuple[Document, ...]]
    made: list[_Made] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    def next_entry(self) -> tuple[str, str]:
        """Path and text of the next entry."""
        number = len(self.made)
        chance = random.Random(f"{self.seed}/{number}")
        model = self.models[number % len(self.models)]
        title = self._title(chance)
        id_ = f"{_slug(title)}-{number + 1}"
        made = _Made(id_, title, f"{model.path.rpartition('/')[0]}/{id_}.md")
        front = "\n".join(self._front(made, model, chance))
        body = self._body(model, chance)
        self.made.append(made)
        return made.path, f"---\n{front}\n---\n\n{body}"

    def _title(self, chance: random.Random) -> str:
        title = self.words.title(chance)
        while title in self.titles or len(title) > _LONGEST_TITLE:
            title = f"{self.words.title(chance)}, {invented_name(chance)}"
        self.titles.add(title)
        return title

    def _front(self, made: _Made, model: Document, chance: random.Random) -> Iterator[str]:
        place = chance.choice(self.by_kind[model.kind])
        for row in fields_of(model.kind).values():
            source = place if row.name in _OF_PLACE else model
            given: Given = ""
            if row.name == "title":
                given = made.title
            elif row.name == "summary":
                given = self._summary(chance)
            elif row.form is Form.ENTRY:
                given = self._entries(row, model, chance)
            elif row.name != "aliases":  # two entries can't have had the same address
                given = _copied(row, source, made.id, len(self.made) + 1)
            if given:
                yield from field_lines(row, given)

    def _summary(self, chance: random.Random) -> str:
        sentences = self.words.sentences_of(chance.randint(*_SUMMARY_WORDS), chance)
        while len(" ".join(sentences)) > _LONGEST_SUMMARY:
            sentences.pop()
        return " ".join(sentences)

    def _entries(self, row: Field, model: Document, chance: random.Random) -> list[str]:
        count = 0
        if row.name == "related":
            count = len(model.texts("related"))
        elif row.name == "supersedes":
            count = 1 if chance.random() < _SUPERSEDING else 0
        # Only earlier ones, which rules out circles.
        return sorted({chance.choice(self.made).id for _ in range(count) if self.made})

    def _body(self, model: Document, chance: random.Random) -> str:
        link = ""
        if self.made and chance.random() < _LINKING:
            other = chance.choice(self.made)
            link = f"[{other.title}](../../{other.path})"
        body = self._body_with(link, model, chance)
        while not FEWEST <= count_words(body) <= MOST:
            body = self._body_with(link, model, chance)
        return body

    def _body_with(self, link: str, model: Document, chance: random.Random) -> str:
        if model.kind is Kind.PRACTICE:
            sections = [heading.text for heading in model.outline.headings if heading.level == 2]
            return practice_body(self.words, sections, link, chance)
        return resource_body(self.words, self.topics, link, chance)


def generate(count: int, folder: Path, seed: int = SEED, source: Path = ROOT / "docs") -> None:
    """Write the content folder `folder` with `count` entries modelled on those of `source`.

    `folder` must not exist, or must be empty.
    """
    content = read_content(source)
    _copy_all_but_entries(source, folder)
    generator = _generator(content, seed)
    for _ in range(count):
        path, text = generator.next_entry()
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def _generator(content: Content, seed: int) -> _Generator:
    models = list(content.entries)
    random.Random(seed).shuffle(models)
    themes = content.vocabularies["themes"].terms.values()
    by_kind = {
        kind: tuple(model for model in models if model.kind is kind)
        for kind in (Kind.PRACTICE, Kind.RESOURCE)
    }
    topics = tuple(term.label("en") for term in themes)
    return _Generator(content, read_words(content), seed, tuple(models), topics, by_kind)


def _copy_all_but_entries(source: Path, folder: Path) -> None:
    """Copy everything except entries and questions, which name entries that aren't there."""

    def entries(place: str, names: list[str]) -> set[str]:
        below = Path(place).relative_to(source).as_posix()
        return {
            name
            for name in names
            if place_of(f"{below}/{name}")[0] is not Kind.PAGE or name.startswith("questions.")
        }

    shutil.copytree(source, folder, ignore=entries, dirs_exist_ok=True)
    for page in folder.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        without = _TO_ENTRY.sub(r"\1", text)  # these entries are not there
        if without != text:
            page.write_text(without, encoding="utf-8", newline="\n")


def _copied(row: Field, source: Document, id_: str, number: int) -> Given:
    value = source.get(row.name)
    if row.form is Form.ADDRESS and value is not None:
        return _own_address(source.text(row.name), id_)
    if isinstance(value, Mapping):
        # An identifier of a real work can't be kept: an invented work gets its own, or none.
        return _parts(row, value, id_, number)
    if isinstance(value, Values) and row.form is Form.GROUP:
        groups = [item for item in value.items if isinstance(item, Mapping)]
        return [_parts(row, item, f"{id_}/{n}", number) for n, item in enumerate(groups, 1)]
    return source.texts(row.name) if row.number is Number.LIST else source.text(row.name)


def _parts(row: Field, group: Mapping, id_: str, number: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in group.pairs:
        part = row.part(key.text)
        if part is None or not isinstance(value, (Scalar, Values)):
            continue
        text = text_of(value)
        if part.form is Form.IDENTIFIER:
            text = _identifier(part.name, number)
        elif part.form is Form.ADDRESS:
            text = _own_address(text, id_)
        if text:
            found[part.name] = " ".join(text.split())
    return found


def _own_address(address: str, id_: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/generated/{id_}"


def _identifier(name: str, number: int) -> str:
    digits = f"978{number:09d}"
    total = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return {
        "isbn": f"{digits}{-total % 10}",
        "doi": f"10.5555/generated.{number}",
        "symbol": f"GENERATED/{number}",
        "sales_number": f"E.99.V.{number}",
    }.get(name, "")


def _slug(title: str) -> str:
    words: Sequence[str] = re.findall(r"[a-z0-9]+", title.lower())
    return "-".join(words)[:50].strip("-")


def main() -> None:
    """Write a content folder for trials by hand."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=main.__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    generate(arguments.count, arguments.folder, arguments.seed)
    print(f"{arguments.count} entries are in {arguments.folder}.")


if __name__ == "__main__":
    main()
