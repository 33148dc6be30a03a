"""Changes to everything a site is made of, as authors, translators and maintainers make them.

Each is a function of a checkout and a random generator. One that finds nothing to change leaves
everything as it is.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

Change = Callable[[Path, Random], None]

_THEMES = ("criminal-justice", "fair-recruitment", "migration", "supply-chains", "law-and-concepts")


def _word(chance: Random) -> str:
    return f"word{chance.randrange(10)}"


def _some(chance: Random, folder: Path, pattern: str) -> list[Path]:
    """One of the matching files, or none."""
    found = sorted(folder.glob(pattern))
    return [chance.choice(found)] if found else []


def _entries(folder: Path, chance: Random, kind: str = "*") -> list[Path]:
    files = sorted(
        path
        for path in (folder / "docs").glob(f"*/{kind}/*.md")
        if "." not in path.stem and path.parent.name in {"practices", "resources"}
    )
    return [chance.choice(files)] if files else []


def _rewrite(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def carry_out(name: str, folder: Path, chance: Random) -> bool:
    """Make a change; False if an earlier one removed what it would change."""
    with suppress(LookupError, ValueError, OSError):
        EVERY[name](folder, chance)
        return True
    return False


def entry_text(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance, "practices"):
        _append(path, f"\nOne more {_word(chance)}.\n")


def entry_summary(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        _rewrite(path, r"^summary: (>-\n  )?", rf"summary: \1About {_word(chance)}. ")


def entry_title(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        _rewrite(path, r"^title: ([A-Z])", rf"title: {_word(chance).title()} \1")


def entry_facts(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        themes = ", ".join(chance.sample(_THEMES, chance.randint(1, 3)))
        _rewrite(path, r"^themes: \[.*\]", f"themes: [{themes}]")
        _rewrite(path, r"^year: \d+", f"year: {chance.randint(1990, 2026)}")


def entry_address(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance, "resources"):
        _rewrite(path, r"^url: (\S+)", rf"url: \1?{_word(chance)}")


def new_entry(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance, "resources"):
        name = _word(chance)
        text = path.read_text(encoding="utf-8")
        text = re.sub(
            r"^(identifiers|aliases|supersedes|related):.*\n( .*\n)*", "", text, flags=re.M
        )
        text = re.sub(r"^title: .*", f"title: A work about {name}", text, flags=re.M)
        path.with_name(f"{name}.md").write_text(text, encoding="utf-8")


def moved_entry(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        _move(folder, path, f"{path.stem[:40].strip('-')}-{_word(chance)}")


def moved_task(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/tasks/*.md"):
        if path.stem != "index" and "." not in path.stem:
            _move(folder, path, f"{_word(chance)}-{path.stem[:40].strip('-')}")


def _move(folder: Path, path: Path, name: str) -> None:
    """Rename an entry or a task wherever it is named, and keep its address."""
    named = re.compile(rf"(?<![\w/-]){re.escape(path.stem)}(?![\w-])")
    for other in (folder / "docs").rglob("*.*"):
        if other.suffix in {".md", ".yml"}:
            text = other.read_text(encoding="utf-8")
            other.write_text(named.sub(name, text), encoding="utf-8")
    former = path.relative_to(folder / "docs").with_suffix("").as_posix()
    if "\naliases:" not in path.read_text(encoding="utf-8"):
        _rewrite(path, r"^title:", f"aliases: [{former}]\ntitle:")
    for one in path.parent.glob(f"{path.stem}.*md"):
        one.rename(one.with_name(one.name.replace(path.stem, name, 1)))


def no_entry(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        others = (one for one in (folder / "docs").rglob("*.*") if one != path)
        if not any(path.stem in one.read_text("utf-8", "replace") for one in others):
            path.unlink()


def page_text(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/about/*.md"):
        _append(path, f"\n{_word(chance)}, again.\n")


def new_page(folder: Path, chance: Random) -> None:
    text = f"---\ntitle: On {_word(chance)}\nsummary: A page.\n---\n\nIts text.\n"
    (folder / f"docs/about/on-{_word(chance)}.md").write_text(text, encoding="utf-8")


def no_page(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/about/on-*.md"):
        path.unlink()


def introduction(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/*/index.md"):
        _append(path, f"\nAn introduction to {_word(chance)}.\n")


def task(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/tasks/*.md"):
        _rewrite(path, r"^title: (\w)", rf"title: {_word(chance).title()} \1")


def question(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/tasks/*[a-z].md"):
        _rewrite(path, r"^asked:\n", f"asked:\n  - what is {_word(chance)}\n")


def translation(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/*/*/*.??.md"):
        _append(path, f"\n{_word(chance)}\n")


def stray_translation(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/*/*/*.ar.md"):
        name = path.name.replace(".ar.", chance.choice((".de.", ".pt.")))
        path.with_name(name).write_bytes(path.read_bytes())


def translated_title(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/**/*.ar.md"):
        _rewrite(path, r"^title: (\w)", rf"title: {_word(chance)} \1")


def no_translation(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/*/*/*.??.md"):
        path.unlink()


def term(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/vocabularies/*.yml"):
        _rewrite(path, r"^    en: .*", f"    en: Named {_word(chance)}")


def new_term(folder: Path, chance: Random) -> None:
    path, name = folder / "docs/vocabularies/themes.yml", _word(chance)
    if f"id: {name}\n" not in path.read_text(encoding="utf-8"):
        names = "".join(
            f"\n    {tag}: {tag.upper()} {name}" for tag in ("en", "fr", "es", "ar", "ru", "zh")
        )
        _append(path, f"- id: {name}\n  labels:{names}\n  definition:{names}\n")


def organisation(folder: Path, chance: Random) -> None:
    path = folder / "docs/registers/organisations.yml"
    names = re.findall(r"^  name: (.*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    name = re.escape(chance.choice(names))
    _rewrite(path, rf"^  name: {name}$", f"  name: The Office of {_word(chance).title()}")


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
    path.write_text(f"{text[:at]}{_word(chance).title()} {text[at:]}", encoding="utf-8")


def equivalents(folder: Path, chance: Random) -> None:
    name = _word(chance)
    text = f"- id: {name}-{chance.randrange(100)}\n  names: [{name}, x{name}]\n  strength: same\n"
    _append(folder / "docs/registers/equivalents.yml", text)


def file_beside(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/about/*.md"):
        path.with_suffix(".csv").write_text(f"a,b\n1,{_word(chance)}\n", encoding="utf-8")


def template(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "toolkit/site/theme/**/*.html"):
        _rewrite(path, "<p", f'<p data-n="{chance.randrange(10)}"')


def style(folder: Path, chance: Random) -> None:
    _append(folder / "toolkit/site/theme/assets/style.css", f"\n.{_word(chance)}{{margin:0}}\n")


def script(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "toolkit/search/client/*.js"):
        _append(path, f"\n// {_word(chance)}\n")


def word(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "toolkit/languages/fr.po"):
        _rewrite(path, '^msgstr "Quitter vite', f'msgstr "Quitter {_word(chance)} vite')


def code(folder: Path, chance: Random) -> None:
    _rewrite(
        folder / "toolkit/site/cards.py", '<li class="card ', f'<li class="card {_word(chance)} '
    )


def library(folder: Path, chance: Random) -> None:
    """A different version of the minifier, with different output."""
    for old in folder.glob("tdewolff_minify-*.dist-info"):
        old.rmdir()
    version = chance.randrange(3)
    (folder / f"tdewolff_minify-{version}.dist-info").mkdir()
    made = f'def string(_type, text):\n    return text + "\\n/* by version {version} */\\n"\n'
    (folder / "minify.py").write_text(made, encoding="utf-8")


def publisher(folder: Path, chance: Random) -> None:
    path = folder / "mkdocs.yml"
    _rewrite(path, r"^  (# )?publisher: .*", f"  publisher: The {_word(chance)} office")


def address(folder: Path, chance: Random) -> None:
    path = folder / "mkdocs.yml"
    _rewrite(path, r"^site_url: .*\n?", "")
    if chance.random() < 0.7:
        _append(path, f"\nsite_url: https://{_word(chance)}.example.org/\n")


def languages(folder: Path, chance: Random) -> None:
    some = chance.choice(("en", "en, ar", "en, fr", "fr, en"))
    _rewrite(folder / "mkdocs.yml", r"^  languages: .*", f"  languages: [{some}]")


def dead_link(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        _append(path, f"\n[Nothing](../{_word(chance)}.md) and [no heading](#{_word(chance)}).\n")


def anchor(folder: Path, chance: Random) -> None:
    """A link to a heading on another page, and a new heading there."""
    for one, other in zip(
        _entries(folder, chance), _some(chance, folder, "docs/about/*.md"), strict=False
    ):
        name = other.relative_to(folder / "docs").as_posix()
        _append(one, f"\n[A heading](../../{name}#about-{_word(chance)}).\n")
        _append(other, f"\n## About {_word(chance)}\n\nSome text.\n")


def copied_text(folder: Path, chance: Random) -> None:
    for one, other in zip(_entries(folder, chance), _entries(folder, chance), strict=False):
        _append(one, other.read_text(encoding="utf-8", errors="replace").rpartition("---\n")[2])


def copied_entry(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        shutil.copy(path, path.with_name(f"{path.stem[:60]}-{_word(chance)}.md"))


def wrong_term(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        _rewrite(path, r"^themes: \[", f"themes: [{_word(chance)}, ")


def wrong_relation(folder: Path, chance: Random) -> None:
    for path, other in zip(_entries(folder, chance), _entries(folder, chance), strict=False):
        name = chance.choice(("related", "supersedes", "aliases"))
        if f"\n{name}:" not in path.read_text(encoding="utf-8", errors="replace"):
            value = chance.choice((other.stem, _word(chance)))
            _rewrite(path, r"^title:", f"{name}: [{value}]\ntitle:")


def circle(folder: Path, chance: Random) -> None:
    """One of two resources supersedes the other; the second time, also vice versa."""
    one, other, *_ = sorted((folder / "docs").glob("*/resources/*.md"))
    for path, last in ((one, other), (other, one)):
        text = path.read_text(encoding="utf-8", errors="replace")
        if f"\nsupersedes: [{last.stem}]" not in text:
            _rewrite(path, r"^title:", f"supersedes: [{last.stem}]\ntitle:")
            return


def same_text(folder: Path, chance: Random) -> None:
    """The first resource becomes a copy of another."""
    first, *others = sorted((folder / "docs").glob("*/resources/*.md"))
    if others:
        first.write_bytes(chance.choice(others).read_bytes())


def named_title(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance, "practices"):
        _append(path, "\nChild prostitution today tells more of it.\n")


def discouraged_title(folder: Path, chance: Random) -> None:
    """A title that other texts may quote, whatever words it contains."""
    for path in _entries(folder, chance, "resources"):
        _rewrite(path, r"^title: .*\n(?:  .*\n)*", "title: Child prostitution today\n")


def broken_yaml(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/**/*.md"):
        _rewrite(path, r"^title: ", "title: [")


def wrong_bytes(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "docs/*/*/*.md"):
        path.write_bytes(path.read_bytes() + bytes([200 + chance.randrange(50)]))


def wrong_folder(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        path.rename(folder / "docs/about" / path.name)


def questions_for_nothing(folder: Path, chance: Random) -> None:
    with (folder / "docs/registers/questions.yml").open("a", encoding="utf-8") as file:
        file.write(f"{_word(chance)}-{chance.random()}: [what is it]\n")


def renamed_term(folder: Path, chance: Random) -> None:
    theme = chance.choice(_THEMES[:4])
    _rewrite(folder / "docs/vocabularies/themes.yml", rf"^- id: {theme}$", f"- id: x{theme}")


def lost_parent(folder: Path, chance: Random) -> None:
    """An error in a list, but in no text."""
    path = folder / "docs/vocabularies/themes.yml"
    _rewrite(path, r"^- id: .*", rf"\g<0>\n  broader: x{_word(chance)}")


def renamed_heading(folder: Path, chance: Random) -> None:
    for path in sorted((folder / "docs/about").glob("*.md")):
        _rewrite(path, r"^## About word", f"## Of {_word(chance)}, not word")


def review_due(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        if "\nreview_by:" not in path.read_text(encoding="utf-8", errors="replace"):
            _rewrite(path, r"^title:", "review_by: 2027-01\ntitle:")


def link_for_file(folder: Path, chance: Random) -> None:
    for path in _entries(folder, chance):
        path.unlink()
        path.symlink_to(folder / "mkdocs.yml")


def any_line(folder: Path, chance: Random) -> None:
    """Any text or list loses a line, repeats one, or gets a word from any other."""
    (path,), (other,) = (_some(chance, folder, "docs/**/*.[my][dm]*") for _ in range(2))
    lines = path.read_text(encoding="utf-8").split("\n")
    words = other.read_text(encoding="utf-8").split()
    at = chance.randrange(len(lines))
    kind = chance.randrange(4)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[at])
    elif words:
        of_line = lines[at].split(" ")
        of_line[chance.randrange(len(of_line))] = chance.choice(words)
        lines[at] = " ".join(of_line)
    path.write_text("\n".join(lines), encoding="utf-8")


def any_file(folder: Path, chance: Random) -> None:
    """Any text or list is removed, moved, overwritten by another, or copied next to it."""
    (path,), (other,) = (_some(chance, folder, "docs/**/*.[my][dm]*") for _ in range(2))
    name = path.name.replace(".", chance.choice(("-2.", ".fr.", ".pt.", ".", " (1).")), 1)
    kind = chance.randrange(4)
    if kind == 0:
        path.unlink()
    elif kind == 1:
        path.write_bytes(other.read_bytes())
    elif kind == 2:
        shutil.copy(path, other.with_name(name))
    else:
        path.rename(other.with_name(name))


def damaged_cache(folder: Path, chance: Random) -> None:
    files = _some(chance, folder, ".cache/toolkit/*")
    for path in files:
        data = bytearray(path.read_bytes())
        kind = chance.randrange(4)
        if kind == 0:
            path.unlink()
        elif kind == 1:
            path.write_bytes(data[: chance.randrange(len(data))])
        elif kind == 2:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        else:
            for other in _some(chance, folder, ".cache/toolkit/*"):
                shutil.copy(other, path) if other != path else None


def damaged_site(folder: Path, chance: Random) -> None:
    for path in _some(chance, folder, "site/**/*.html"):
        kind = chance.randrange(3)
        if kind == 0:
            path.unlink()
        elif kind == 1:
            path.write_bytes(path.read_bytes().replace(b"a", b"b"))
        else:
            path.with_name("left-over.html").write_text("left", encoding="utf-8")


CONTENT: Final[tuple[Change, ...]] = (
    *(entry_text, entry_summary, entry_title, entry_facts, entry_address),
    *(new_entry, moved_entry, no_entry),
    *(page_text, new_page, no_page, introduction, task, moved_task, question),
    *(translation, translated_title, no_translation),
    *(term, new_term, organisation, name_as_in_english, edition, equivalents, file_beside),
)
MISTAKES: Final[tuple[Change, ...]] = (
    *(dead_link, anchor, copied_text, copied_entry, wrong_term, wrong_relation),
    *(broken_yaml, wrong_bytes, wrong_folder, link_for_file, circle, same_text),
    *(
        named_title,
        discouraged_title,
        questions_for_nothing,
        renamed_term,
        lost_parent,
        renamed_heading,
        review_due,
        stray_translation,
        any_line,
        any_file,
    ),
)
PROGRAM: Final[tuple[Change, ...]] = (template, style, script, word, code, library)
SETTINGS: Final[tuple[Change, ...]] = (publisher, address, languages)
DAMAGE: Final[tuple[Change, ...]] = (damaged_cache, damaged_site)
# Mistakes that stop a build: in the changed file, or in others that depend on it.
STOPPING: Final[tuple[Change, ...]] = (
    *(renamed_term, lost_parent, wrong_term, dead_link, broken_yaml, any_line, any_file),
)
EVERY: Final[dict[str, Change]] = {
    change.__name__: change for change in (*CONTENT, *MISTAKES, *PROGRAM, *SETTINGS, *DAMAGE)
}
CHANGES: Final = tuple(
    change.__name__ for change in (*CONTENT, *STOPPING, *PROGRAM, *SETTINGS, *DAMAGE)
)
