"""Mistakes in the content, and what makes others of what it holds."""

import shutil
from pathlib import Path
from random import Random
from typing import Final

from tests.cache.editing import THEMES, Change, an_entry, any_word, append, one_of, rewrite


def stray_translation(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/*/*/*.ar.md")
    name = path.name.replace(".ar.", chance.choice((".de.", ".pt.")))
    path.with_name(name).write_bytes(path.read_bytes())


def dead_link(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    append(path, f"\n[Nothing](../{any_word(chance)}.md) and [no heading](#{any_word(chance)}).\n")


def linked_term(folder: Path, chance: Random) -> None:
    """A link to the page of a theme."""
    theme = chance.choice(THEMES[:4])
    append(an_entry(folder, chance), f"\n[A theme](../../themes/{theme}.md).\n")


def anchor(folder: Path, chance: Random) -> None:
    """A link to a heading on another page, and a new heading there."""
    one, other = an_entry(folder, chance), one_of(chance, folder, "docs/about/*.md")
    name = other.relative_to(folder / "docs").as_posix()
    append(one, f"\n[A heading](../../{name}#about-{any_word(chance)}).\n")
    append(other, f"\n## About {any_word(chance)}\n\nSome text.\n")


def copied_text(folder: Path, chance: Random) -> None:
    one, other = an_entry(folder, chance), an_entry(folder, chance)
    append(one, other.read_text(encoding="utf-8", errors="replace").rpartition("---\n")[2])


def copied_entry(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    shutil.copy(path, path.with_name(f"{path.stem[:60]}-{any_word(chance)}.md"))


def wrong_term(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    rewrite(path, r"^themes: \[", f"themes: [{any_word(chance)}, ")


def wrong_relation(folder: Path, chance: Random) -> None:
    path, other = an_entry(folder, chance), an_entry(folder, chance)
    name = chance.choice(("related", "supersedes", "aliases"))
    _add_field(path, name, f"[{chance.choice((other.stem, any_word(chance)))}]")


def circle(folder: Path, chance: Random) -> None:
    """One of two resources supersedes the other; the second time, also vice versa."""
    one, other, *_ = sorted((folder / "docs").glob("*/resources/*.md"))
    for path, last in ((one, other), (other, one)):
        text = path.read_text(encoding="utf-8", errors="replace")
        if f"\nsupersedes: [{last.stem}]" not in text:
            rewrite(path, r"^title:", f"supersedes: [{last.stem}]\ntitle:")
            return
    raise LookupError("the circle is closed")


def same_text(folder: Path, chance: Random) -> None:
    """The first resource becomes a copy of another."""
    first, *others = sorted((folder / "docs").glob("*/resources/*.md"))
    first.write_bytes(chance.choice(others).read_bytes())


def named_title(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance, "practices")
    append(path, "\nChild prostitution today tells more of it.\n")


def discouraged_title(folder: Path, chance: Random) -> None:
    """A title that other texts may quote, whatever words it contains."""
    path = an_entry(folder, chance, "resources")
    rewrite(path, r"^title: .*\n(?:  .*\n)*", "title: Child prostitution today\n")


def wording_rule(folder: Path, chance: Random) -> None:
    """The words of `discouraged_title` are no longer discouraged, or are again."""
    path, rule = folder / "docs/registers/terminology.yml", "    - child prostitution"
    is_there = f"{rule}\n" in path.read_text(encoding="utf-8")
    rewrite(path, f"^{rule}x?$", f"{rule}x" if is_there else rule)


def policy(folder: Path, chance: Random) -> None:
    """What no text is checked against, but all statements of recognition are."""
    days = chance.choice(("0", "14", "many"))
    rewrite(
        folder / "docs/recognition/policy.yml", "^circulation_days: .*", f"circulation_days: {days}"
    )


def link_for_list(folder: Path, chance: Random) -> None:
    path = folder / "docs/registers/equivalents.yml"
    path.unlink()
    path.symlink_to(folder / "mkdocs.yml")


def broken_yaml(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/**/*.md")
    rewrite(path, r"^title: ", "title: [")


def wrong_bytes(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "docs/*/*/*.md")
    path.write_bytes(path.read_bytes() + bytes([200 + chance.randrange(50)]))


def wrong_folder(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    path.rename(folder / "docs/about" / path.name)


def questions_for_nothing(folder: Path, chance: Random) -> None:
    with (folder / "docs/registers/questions.yml").open("a", encoding="utf-8") as file:
        file.write(f"{any_word(chance)}-{chance.random()}: [what is it]\n")


def renamed_term(folder: Path, chance: Random) -> None:
    theme = chance.choice(THEMES[:4])
    rewrite(folder / "docs/vocabularies/themes.yml", rf"^- id: {theme}$", f"- id: x{theme}")


def lost_parent(folder: Path, chance: Random) -> None:
    """An error in a list, but in no text."""
    path = folder / "docs/vocabularies/themes.yml"
    rewrite(path, r"^- id: .*", rf"\g<0>\n  broader: x{any_word(chance)}")


def other_article(folder: Path, chance: Random) -> None:
    """An article that entries name is no longer there, or is again."""
    path, key = folder / "docs/registers/instruments.yml", "    - key: tip-protocol:9"
    is_there = f"{key}\n" in path.read_text(encoding="utf-8")
    rewrite(path, f"^{key}9?$", f"{key}9" if is_there else key)


def other_site(folder: Path, chance: Random) -> None:
    """An organization moves to another site: which sites are known changes."""
    path, host = folder / "docs/registers/organisations.yml", chance.choice(("example", "iom"))
    rewrite(path, r"^  url: https://www\.\w+\.int$", f"  url: https://www.{host}.int")


def other_countries(folder: Path, chance: Random) -> None:
    """A region has another country, but its terms and their names stay."""
    path, code = folder / "docs/vocabularies/regions.yml", chance.choice(("AR", "EG", "UA", "TH"))
    rewrite(path, rf"^(  countries: \[.*)\b{code}\b", r"\1NR")


def renamed_heading(folder: Path, chance: Random) -> None:
    path = chance.choice(
        [
            one
            for one in sorted((folder / "docs/about").glob("*.md"))
            if "\n## About word" in one.read_text("utf-8", "replace")
        ]
    )
    rewrite(path, r"^## About word", f"## Of {any_word(chance)}, not word")


def review_due(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    _add_field(path, "review_by", "2027-01")


def _add_field(path: Path, name: str, value: str) -> None:
    if f"\n{name}:" in path.read_text(encoding="utf-8"):
        raise LookupError(f"{path.name} has {name}")
    rewrite(path, r"^title:", f"{name}: {value}\ntitle:")


def link_for_file(folder: Path, chance: Random) -> None:
    path = an_entry(folder, chance)
    path.unlink()
    path.symlink_to(folder / "mkdocs.yml")


def any_line(folder: Path, chance: Random) -> None:
    """Any text or list loses a line, repeats one, or gets a word from any other."""
    path, other = (one_of(chance, folder, "docs/**/*.[my][dm]*") for _ in range(2))
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
    path, other = (one_of(chance, folder, "docs/**/*.[my][dm]*") for _ in range(2))
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


MISTAKES: Final[tuple[Change, ...]] = (
    *(dead_link, anchor, copied_text, copied_entry, wrong_term, wrong_relation),
    *(broken_yaml, wrong_bytes, wrong_folder, link_for_file, circle, same_text),
    *(wording_rule, policy, link_for_list, other_article, other_site, other_countries),
    *(
        named_title,
        discouraged_title,
        questions_for_nothing,
        linked_term,
        renamed_term,
        lost_parent,
        renamed_heading,
        review_due,
        stray_translation,
        any_line,
        any_file,
    ),
)
# Mistakes that stop a build: in the changed file, or in others that depend on it.
STOPPING: Final[tuple[Change, ...]] = (
    *(renamed_term, lost_parent, wrong_term, dead_link, broken_yaml, any_line, any_file),
)
