"""Changes to the content, as authors and translators make them."""

import re
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

from tests.cache.editing import THEMES, Change, an_entry, any_word, append, one_of, rewrite

_MOVED = 20


def entry_text(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance, "practices")
    append(path, f"\nOne more {any_word(chance)}.\n")


def entry_summary(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    rewrite(path, r"^summary: (>-\n  )?", rf"summary: \1About {any_word(chance)}. ")


def entry_title(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    rewrite(path, r"^title: ([A-Z])", rf"title: {any_word(chance).title()} \1")


def entry_facts(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    themes = ", ".join(chance.sample(THEMES, chance.randint(1, 3)))
    rewrite(path, r"^themes: \[.*\]", f"themes: [{themes}]")
    with suppress(LookupError):  # not all have a year
        rewrite(path, r"^year: \d+", f"year: {chance.randint(1990, 2026)}")


def entry_address(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance, "resources")
    rewrite(path, r"^url: (\S+)", rf"url: \1?{any_word(chance)}")


def new_entry(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance, "resources")
    name = any_word(chance)
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^(identifiers|aliases|supersedes|related):.*\n( .*\n)*", "", text, flags=re.M)
    text = re.sub(r"^title: .*", f"title: A work about {name}", text, flags=re.M)
    path.with_name(f"{name}.md").write_text(text, encoding="utf-8")


def moved_entry(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    _move(folder, path, f"{path.stem[:40].strip('-')}-{any_word(chance)}")


def moved_task(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/tasks/*.md")
    if path.stem != "index" and "." not in path.stem:
        _move(folder, path, f"{any_word(chance)}-{path.stem[:40].strip('-')}")


def _move(folder: Path, path: Path, name: str) -> None:
    """Rename an entry or a task wherever it is named, and keep its address."""
    named = re.compile(rf"(?<![\w/-]){re.escape(path.stem)}(?![\w-])")
    for other in (folder / "docs").rglob("*.*"):
        if other.suffix in {".md", ".yml"}:
            text = other.read_text(encoding="utf-8")
            other.write_text(named.sub(name, text), encoding="utf-8")
    former = path.relative_to(folder / "docs").with_suffix("").as_posix()
    if "\naliases:" not in path.read_text(encoding="utf-8"):
        rewrite(path, r"^title:", f"aliases: [{former}]\ntitle:")
    for one in path.parent.glob(f"{path.stem}.*md"):
        one.rename(one.with_name(one.name.replace(path.stem, name, 1)))


def no_entry(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    others = (one for one in (folder / "docs").rglob("*.*") if one != path)
    if any(path.stem in one.read_text("utf-8", "replace") for one in others):
        raise LookupError(f"others name {path.stem}")
    path.unlink()


def page_text(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/about/*.md")
    append(path, f"\n{any_word(chance)}, again.\n")


def moved_lines(folder: Path, chance: Random) -> None:
    """Only move lines, in the texts that were changed last, so that faults move along."""
    texts = sorted(path for path in (folder / "docs").rglob("*.md") if not path.is_symlink())
    for path in sorted(texts, key=lambda path: path.stat().st_mtime_ns)[-_MOVED:]:
        with suppress(LookupError, UnicodeDecodeError):
            rewrite(path, r"\A---\n", f"---\n# {any_word(chance)}\n")


def new_page(folder: Path, chance: Random) -> None:
    text = f"---\ntitle: On {any_word(chance)}\nsummary: A page.\n---\n\nIts text.\n"
    (folder / f"docs/about/on-{any_word(chance)}.md").write_text(text, encoding="utf-8")


def no_page(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/about/on-*.md")
    path.unlink()


def introduction(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/*/index.md")
    append(path, f"\nAn introduction to {any_word(chance)}.\n")


def task(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/tasks/*.md")
    rewrite(path, r"^title: (\w)", rf"title: {any_word(chance).title()} \1")


def question(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/tasks/*[a-z].md")
    rewrite(path, r"^asked:\n", f"asked:\n  - what is {any_word(chance)}\n")


def translation(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/*/*/*.??.md")
    append(path, f"\n{any_word(chance)}\n")


def translated_title(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/**/*.ar.md")
    rewrite(path, r"^title: (>-\n  )?", rf"title: \1{any_word(chance)} ")


def no_translation(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/*/*/*.??.md")
    path.unlink()


def term(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/vocabularies/*.yml")
    rewrite(path, r"^    en: .*", f"    en: Named {any_word(chance)}")


def new_term(folder: Path, chance: Random) -> None:
    path, name = folder / "docs/vocabularies/themes.yml", any_word(chance)
    if f"id: {name}\n" in path.read_text(encoding="utf-8"):
        raise LookupError(f"{name} is a term already")
    names = "".join(
        f"\n    {tag}: {tag.upper()} {name}" for tag in ("en", "fr", "es", "ar", "ru", "zh")
    )
    append(path, f"- id: {name}\n  labels:{names}\n  definition:{names}\n")


def organisation(folder: Path, chance: Random) -> None:
    path = folder / "docs/registers/organisations.yml"
    names = re.findall(r"^  name: (.*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    name = re.escape(chance.choice(names))
    rewrite(path, rf"^  name: {name}$", f"  name: The Office of {any_word(chance).title()}")


def name_as_in_english(folder: Path, chance: Random) -> None:
    """Changes whether words on pages are marked as English, but not the words."""
    path = folder / "docs/registers/organisations.yml"
    first, *items = re.split(r"^(?=- id: )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    # Skip those with names in several languages.
    several = re.compile(r"^  names:\n    \w+: .*\n    ", re.MULTILINE)
    place = chance.choice([at for at, one in enumerate(items) if not several.search(one)])
    added = re.compile(r"^  names:\n    fr: .*\n", re.MULTILINE)
    if added.search(items[place]):
        items[place] = added.sub("", items[place])
    else:
        items[place] = re.sub(
            r"\n  name: (.*\n)", r"\n  name: \1  names:\n    fr: \1", items[place]
        )
    path.write_text("".join((first, *items)), encoding="utf-8")


def edition(folder: Path, chance: Random) -> None:
    path = folder / "docs/registers/editions.yml"
    text = path.read_text(encoding="utf-8")
    at = chance.choice([one.end() for one in re.finditer(r"(?m)^    en: ", text)])
    path.write_text(f"{text[:at]}{any_word(chance).title()} {text[at:]}", encoding="utf-8")


def equivalents(folder: Path, chance: Random) -> None:
    name = any_word(chance)
    text = f"- id: {name}-{chance.randrange(100)}\n  names: [{name}, x{name}]\n  strength: same\n"
    append(folder / "docs/registers/equivalents.yml", text)


def file_beside(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/about/*.md")
    path.with_suffix(".csv").write_text(f"a,b\n1,{any_word(chance)}\n", encoding="utf-8")


CONTENT: Final[tuple[Change, ...]] = (
    *(entry_text, entry_summary, entry_title, entry_facts, entry_address),
    *(new_entry, moved_entry, no_entry),
    *(page_text, moved_lines, new_page, no_page, introduction, task, moved_task, question),
    *(translation, translated_title, no_translation),
    *(term, new_term, organisation, name_as_in_english, edition, equivalents, file_beside),
)
