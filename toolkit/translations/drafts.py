"""Translation files: new ones, and the stamp that one matches the present original."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from toolkit.content.document import Document
from toolkit.content.originals import CHOICE
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.content.values import Scalar, in_place_of_scalar
from toolkit.languages import LANGUAGES
from toolkit.problems import Fix
from toolkit.recognition.digest import PREFIX
from toolkit.translations.source import kept_file, source_digest, source_text
from toolkit.translations.status import MACHINE, State, TranslationStatuses
from toolkit.translations.units import ASKED, BODY, phrases, quoted, units


def path_of(original: Document, tag: str) -> str:
    """The path of a translation in the content folder."""
    return f"{original.path}.{tag}.md"


def draft(original: Document, tag: str, translator: str, words: Mapping[str, str]) -> str:
    """The file for a new translation; pieces without words are left empty, for the check to find.

    Above each empty field, a comment gives the English.
    """
    text = source_text(original)
    lines = ["---"]
    for name in ("title", "summary"):
        lines += _item(f"{name}: ", words.get(name, ""), str(text[name]))
    if english := text.get(ASKED):
        lines.append(f"{ASKED}:")
        if said := words.get(ASKED):
            lines += [f"  - {quoted(phrase)}" for phrase in phrases(said)]
        else:
            for phrase in english:
                lines += _item("  - ", "", phrase)
    choices = text.get("choices", ())
    lines += ["choices:"] if choices else []
    for index, choice in enumerate(choices):
        lines.append(f"  - {CHOICE[0]}: {choice['entry']}")
        for part in CHOICE[1:]:
            said = words.get(f"choices[{index}].{part}", "")
            lines += _item(f"    {part}: ", said, choice[part])
    lines += [
        f"translator: {quoted(translator) if translator != MACHINE else MACHINE}",
        "reviewed: false",
        f"source_digest: {source_digest(original)}",
        "---",
        "",
    ]
    return "\n".join(lines) + _body(original, tag, words)


def _item(start: str, words: str, english: str) -> list[str]:
    if words:
        return [f"{start}{quoted(words)}"]
    indent = " " * (len(start) - len(start.lstrip()))
    return [f"{indent}# {' '.join(english.split())}", start.rstrip()]


def _body(original: Document, tag: str, words: Mapping[str, str]) -> str:
    if BODY in words:
        return f"\n{words[BODY]}\n"
    blocks = [one for one in units(source_text(original), whole_body=False) if "body[" in one]
    if any(one in words for one in blocks):
        return "".join(f"\n{words.get(one, '')}\n" for one in blocks)
    if original.kind is Kind.PRACTICE:
        return "".join(f"\n## {name}\n" for name in LANGUAGES[tag].sections)
    return ""


def stamp(translation: Document, original: Document) -> Iterable[Fix]:
    """The fix that makes a translation refer to the present text of its original.

    A file that names no text yet gets the line for it, as its last field; in braces as the first.
    """
    if translation.front is None:
        return
    # Not translation.get, which would take an empty line of the field for none.
    present = translation.front.get("source_digest")
    digest = source_digest(original)
    if isinstance(present, Scalar) and present.text != digest:
        yield in_place_of_scalar(present, digest)
    elif present is None:
        source, start = translation.source, translation.front.location
        line = source.line(start.line)
        if line.startswith("{", start.column - 1):
            yield Fix(source.at(start.line, start.column + 1), f"source_digest: {digest}, ")
        else:
            indent = line[: len(line) - len(line.lstrip(" "))] if translation.front.pairs else ""
            end = source.at(translation.body_line - 1)
            yield Fix(end, f"{indent}source_digest: {digest}\n")


def followers(content: Content, now: Mapping[str, Document]) -> Iterator[tuple[Document, Document]]:
    """The translations to stamp after their originals changed without a change of words.

    `content` is as it was before, `now` are the changed originals by their former paths. Yields
    each translation, as it was, that matched its original until then, with the changed original.
    """
    statuses = TranslationStatuses(content)
    for one in content.translations:
        if one.of in now and statuses.of(one).state is State.CURRENT:
            yield one, now[one.of]


def keeping(
    content: Content, folder: Path, stamped: Iterable[tuple[Document, Document]], day: date
) -> tuple[dict[Path, bytes], list[Path]]:
    """The files to keep for stamped translations, and the kept ones that are no longer needed.

    `stamped` are translations with their originals.
    """
    pairs = list(stamped)
    files = {}
    gone = {one.text("source_digest") for one, _ in pairs}
    for _, original in pairs:
        digest = source_digest(original)
        gone.discard(digest)
        if digest not in content.originals:
            path, data = kept_file(original, day.isoformat())
            files[folder / path] = data
    paths = {one.path for one, _ in pairs}
    others = {one.text("source_digest") for one in content.translations if one.path not in paths}
    unneeded = sorted(digest for digest in gone - others if digest in content.originals)
    return files, [folder / f"originals/{one.removeprefix(PREFIX)}.json" for one in unneeded]
