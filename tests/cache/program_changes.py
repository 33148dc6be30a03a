"""Changes to the program and its settings, and damage to what a build keeps."""

from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

from tests.cache.editing import Change, any_word, append, one_of, rewrite


def template(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "toolkit/site/theme/**/*.html")
    rewrite(path, "<p", f'<p data-n="{chance.randrange(10)}"')


def style(folder: Path, chance: Random) -> None:
    append(folder / "toolkit/site/theme/assets/style.css", f"\n.{any_word(chance)}{{margin:0}}\n")


def script(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "toolkit/search/client/*.js")
    append(path, f"\n// {any_word(chance)}\n")


def word(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "toolkit/languages/fr.po")
    rewrite(path, '^msgstr "Quitter vite', f'msgstr "Quitter {any_word(chance)} vite')


def code(folder: Path, chance: Random) -> None:
    rewrite(
        folder / "toolkit/site/cards.py", '<li class="card ', f'<li class="card {any_word(chance)} '
    )


def library(folder: Path, chance: Random) -> None:
    """A different version of the minifier, with different output."""
    for old in folder.glob("tdewolff_minify-*.dist-info"):
        old.rmdir()
    version = chance.randrange(3)
    (folder / f"tdewolff_minify-{version}.dist-info").mkdir()
    made = (
        "config = dict\n"
        f'def string(_type, text):\n    return text + "\\n/* by version {version} */\\n"\n'
    )
    (folder / "minify.py").write_text(made, encoding="utf-8")


def publisher(folder: Path, chance: Random) -> None:
    path = folder / "mkdocs.yml"
    rewrite(path, r"^  (# )?publisher: .*", f"  publisher: The {any_word(chance)} office")


def address(folder: Path, chance: Random) -> None:
    path = folder / "mkdocs.yml"
    with suppress(LookupError):
        rewrite(path, r"^site_url: .*\n?", "")
    if chance.random() < 0.7:
        append(path, f"\nsite_url: https://{any_word(chance)}.example.org/\n")


def languages(folder: Path, chance: Random) -> None:
    some = chance.choice(("en", "en, ar", "en, fr", "fr, en"))
    rewrite(folder / "mkdocs.yml", r"^  languages: .*", f"  languages: [{some}]")


def damaged_cache(folder: Path, chance: Random) -> None:
    path, other = (one_of(chance, folder, ".cache/toolkit/*") for _ in range(2))
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
        path.write_bytes(other.read_bytes())


def damaged_site(folder: Path, chance: Random) -> None:
    path = one_of(chance, folder, "site/**/*.html")
    kind = chance.randrange(3)
    if kind == 0:
        path.unlink()
    elif kind == 1:
        path.write_bytes(path.read_bytes().replace(b"a", b"b"))
    else:
        path.with_name("left-over.html").write_text("left", encoding="utf-8")


PROGRAM: Final[tuple[Change, ...]] = (template, style, script, word, code, library)
SETTINGS: Final[tuple[Change, ...]] = (publisher, address, languages)
DAMAGE: Final[tuple[Change, ...]] = (damaged_cache, damaged_site)
