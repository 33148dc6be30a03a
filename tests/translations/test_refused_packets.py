"""A packet that can't be right changes nothing, and what is missing in one is named."""

import re
import tracemalloc
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.files import files_of
from tests.translations.packets import (
    ENTRY,
    FILE,
    OLD,
    TASK,
    edited,
    packet,
    run,
    without,
    words_of,
)
from toolkit.cli.exit_codes import ExitCode
from toolkit.content.reader import read_content
from toolkit.problems import ToolkitError
from toolkit.translations.packets import read_packet
from toolkit.translations.status import TranslationStatuses

pytestmark = pytest.mark.usefixtures("files_read_once")


def test_originals_that_moved_are_refused_by_name(docs: Path) -> None:
    file = packet(docs, ENTRY, TASK)
    edit(docs / f"{FILE}.md", "summary: >-\n  ", "summary: >-\n  New ")
    edit(docs / f"{TASK}.md", "title: ", "title: New ")
    before = files_of(docs)
    refused = run(docs, "import", str(file), "--language", "zh").exception
    for path in (FILE, TASK):
        assert f"The original docs/{path}.md has changed since" in str(refused)
    assert files_of(docs) == before


def test_what_else_is_in_a_packet_is_imported_also_under_a_new_name(docs: Path) -> None:
    file = packet(docs, ENTRY, TASK)
    with edited(file) as messages:
        for message in messages:
            if str(message.context).endswith("|title"):
                message.string = "新题目"
    edit(docs / f"{FILE}.md", "summary: >-\n  ", "summary: >-\n  New ")
    for end in (".md", ".zh.md"):
        (docs / f"{TASK}{end}").rename(docs / f"tasks/renamed{end}")
    edit(docs / "tasks/renamed.md", "title:", f"aliases: [{TASK}]\ntitle:")
    found = run(docs, "import", str(file), "--language", "zh")
    assert found.return_value is ExitCode.PROBLEMS
    assert "Documents imported: 1." in found.output
    assert f"not imported: The original docs/{FILE}.md has changed since" in found.output
    assert words_of(docs, "tasks/renamed", "zh")["title"] == "新题目"
    assert words_of(docs, FILE, "zh")["title"] != "新题目"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "is not a text of a document"),
        ('msgctxt "a|b|c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "b"\n', "no plural forms"),
        ('msgctxt "gone|0000|title"\nmsgid "a"\nmsgstr "b"\n', 'there is no document "gone"'),
        (
            "".join(f'msgctxt "gone-{n}|0|title"\nmsgid "a"\nmsgstr "b"\n' for n in range(5)),
            'bad.po:2: there are no documents "gone-0", "gone-1", "gone-2" and 2 more.',
        ),
        ("nonsense\n", "can't be read as a PO file"),
        ("\ufeffnonsense\n", "bad.po:1: it can't be read"),
        ('msgctxt "a"\nmsgid "a"\nmsgstr "b\n', "bad.po:3: the text does not begin and end"),
        ('msgctxt "a"\nmsgid "a"\nmsgstr "b\\"\n', 'like this: msgstr "text"'),
        ('msgctxt "a"\nmsgid "a"\nmsgstr «b»\n', "a straight quotation mark"),
        ('msgctxt "a"\nmsgid ""\n"a\nmsgstr "b"\n', "bad.po:3: the text does not begin and end"),
        ('\ufeffmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "is not a text of a document"),
        ("", "contains no texts"),
        ('msgctxt "a"\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n', "bad.po:4: this is a second transl"),
        ('<?xml version="1.0"?>\n<xliff/>\n', "name the file that ends with .po"),
        (b"\xde\x12\x04\x95\0\0\0\0", "name the file that ends with .po"),
        ('msgid "é"\n'.encode("latin-1"), "save it as UTF-8"),
    ],
)
def test_packets_that_can_not_be_read(docs: Path, text: str | bytes, said: str) -> None:
    file = docs.parent / "bad.po"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = files_of(docs)
    error = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(error, ToolkitError)
    assert said in f"{error.message} {error.hint}"
    assert files_of(docs) == before


def test_a_packet_that_is_too_large(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.cli.translation_packets._LARGEST", 10)
    file = docs.parent / "large.po"
    file.write_text("é" * 10, encoding="utf-8")  # cut within a letter
    error = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(error, ToolkitError)
    assert "is larger than" in error.message


def test_a_long_line_of_a_packet_takes_no_memory_for_each_character(docs: Path) -> None:
    """The pattern for it kept 73 bytes for each: a line of 50 MB took 3.6 GB."""
    content = read_content(docs)
    statuses = TranslationStatuses(content)
    text = f'msgctxt "a"\nmsgid "{"a" * 500_000}'
    tracemalloc.start()
    with pytest.raises(ToolkitError, match="does not begin and end"):
        read_packet(text, "a.po", content, statuses, "zh")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * len(text)


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (r"  - entry: .*\n    use.*\n    caution.*\n(?=translator)", "", "choices[2].use"),
        ("    use: .*\n", "", "choices[0].use"),
        ("asked:\n(?:  - .*\n)*", "asked: {a: b}\n", "asked"),
        ("summary: .*", "summary: [a, b]", "summary"),
        (
            r"(?s)\n.*?\n---\n",
            "\n{summary: a, asked: [b], translator: c, reviewed: false}\n---\n",
            "title",
        ),
    ],
)
def test_words_without_a_place_are_refused(docs: Path, old: str, new: str, lost: str) -> None:
    path = docs / f"{TASK}.zh.md"
    path.write_text(re.sub(old, new, path.read_text(encoding="utf-8")), encoding="utf-8")
    file, before = packet(docs, TASK), files_of(docs)
    with edited(file) as messages:
        for message in messages:
            message.string = str(message.string) or "填写的词"
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{TASK}.zh.md has no place for {lost}" in refused.message
    assert "as it is in the original, and import again" in refused.hint
    assert files_of(docs) == before


def test_a_refused_import_writes_no_new_translations_either(docs: Path) -> None:
    original = docs / f"{OLD}.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(f"{text}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n")
    (docs / f"{TASK}.zh.md").unlink()
    file, before = packet(docs, TASK, OLD), files_of(docs)
    with edited(file) as messages:
        for message in messages:
            message.string, message.flags = str(message.string) or "译文", set()
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert f"docs/{OLD}.md holds both versions" in str(refused)
    assert files_of(docs) == before


@pytest.mark.parametrize("which", ["--missing", "--outdated"])
def test_an_export_of_many_names_what_nobody_can_translate_yet(docs: Path, which: str) -> None:
    """Without its front matter, there would be half of a text, with the lines of a merge."""
    merge = "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n"
    for path in (TASK, OLD):
        with (docs / f"{path}.md").open("a", encoding="utf-8") as file:
            file.write(merge)
        if which == "--missing":
            (docs / f"{path}.zh.md").unlink()
    edit(docs / f"{TASK}.md", "title: ", "title: [")
    many = docs.parent / "many.po"
    found = run(docs, "export", which, "--language", "zh", "--output", str(many))
    assert f"docs/{TASK}.md can't be read, so it is left out.\n" in found.output
    assert f"docs/{OLD}.md holds both versions of a merge: keep one" in found.output
    text = many.read_text(encoding="utf-8")
    assert (f"{TASK}|" in text, f"{OLD}|" in text) == (False, True)


def test_an_original_that_can_not_be_read_is_not_called_missing(docs: Path) -> None:
    file = packet(docs, TASK)
    edit(docs / f"{TASK}.md", "title: ", "title: [")
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert refused.message == f"docs/{TASK}.md can't be read."


@pytest.mark.parametrize("tag", ["zh", "ru"])
@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x9f", "\ufffe"])
def test_control_characters_do_not_get_into_files(docs: Path, tag: str, character: str) -> None:
    file, before = packet(docs, TASK, tag=tag), files_of(docs)
    text = file.read_text(encoding="utf-8").replace('msgstr ""\n\n', 'msgstr "Слова"\n\n')
    text = re.sub('(title"\n.*\nmsgstr ").*"', rf'\1新{character}题"', text)
    file.write_text(text, encoding="utf-8")
    refused = run(docs, "import", str(file), "--language", tag).exception
    assert isinstance(refused, ToolkitError)
    assert f"packet.po:8: the text contains U+{ord(character):04X}" in refused.message
    assert files_of(docs) == before


@pytest.mark.parametrize(
    ("tag", "advice"),
    [("zh_TW", "does not have"), ("zh-Hant", "does not have"), ("fr", "use --language fr.")],
)
def test_a_packet_in_another_language_is_refused(docs: Path, tag: str, advice: str) -> None:
    file = packet(docs, TASK)
    edit(file, "Language: zh", f"Language: {tag}")
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f'is in the language "{tag}"' in str(refused)
    assert advice in refused.hint


@pytest.mark.parametrize("tag", ["zh", "ru"])
def test_a_translation_in_the_place_of_its_original_is_refused(docs: Path, tag: str) -> None:
    file, title = packet(docs, TASK, tag=tag), "Interview a child who may have been trafficked"
    edit(file, title, "新题目")
    refused = run(docs, "import", str(file), "--language", tag).exception
    assert isinstance(refused, ToolkitError)
    assert "packet.po:8: the text after msgid was changed" in refused.message
    assert "write the translation after msgstr" in refused.hint
    file.unlink()
    edit(packet(docs, TASK, ENTRY, tag=tag), title, "新题目")
    done = run(docs, "import", str(file), "--language", tag)
    assert done.return_value is ExitCode.PROBLEMS
    assert "not imported: " in done.output
    assert f"Documents imported: {int(tag == 'zh')}.\n" in done.output  # into ru, it is missing


def test_a_new_translation_lacks_what_its_packet_lost(docs: Path) -> None:
    file = packet(docs, "iom-iris", tag="ru")
    with edited(file) as messages:
        for message in messages:
            message.string = "Перевод."
    without(file, "summary")
    done = run(docs, "import", str(file), "--language", "ru")
    assert done.return_value is ExitCode.PROBLEMS
    assert "iom-iris.md: texts to translate: 1\n" in done.output
    assert not (docs / "prevention/resources/iom-iris.ru.md").exists()


def test_a_changed_text_that_a_packet_lost_is_still_to_be_translated(docs: Path) -> None:
    file = packet(docs, OLD)
    with edited(file) as messages:
        for message in messages:
            message.flags.discard("fuzzy")
            if str(message.context).endswith("|title"):
                message.string = "证据的等级"
    without(file, "summary")
    done = run(docs, "import", str(file), "--language", "zh")
    assert done.return_value is ExitCode.PROBLEMS
    assert f"{OLD}.zh.md: texts to translate: 1\n  summary: not in the file\n" in done.output
    assert words_of(docs, OLD, "zh")["title"] == "证据的等级"
    assert "summary" in run(docs, "diff", OLD, "--language", "zh").output


def test_a_translation_that_can_not_be_read_is_not_exported_as_missing(docs: Path) -> None:
    edit(docs / f"{TASK}.zh.md", "summary: ", "summary: [", 1)
    refused = run(docs, "export", TASK, "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{TASK}.zh.md can't be read" in refused.message


@pytest.mark.parametrize("command", ["import", "stamp"])
@pytest.mark.parametrize(
    ("old", "new"), [("\n---\n", "\n"), ("summary: ", "summary: ["), ("", None)]
)
def test_a_translation_that_can_not_be_read_is_left_alone(
    docs: Path, command: str, old: str, new: str | None
) -> None:
    file, path = packet(docs, TASK), docs / f"{TASK}.zh.md"
    text = path.read_text(encoding="utf-8")
    path.write_text("" if new is None else text.replace(old, new, 1), encoding="utf-8")
    before = files_of(docs)
    more = (str(file), "--language", "zh") if command == "import" else (str(path),)
    refused = run(docs, command, *more).exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{TASK}.zh.md can't be read" in refused.message
    assert files_of(docs) == before


def test_a_translation_with_other_paragraphs_than_its_packet_is_left_alone(docs: Path) -> None:
    file, path = packet(docs, TASK), docs / f"{TASK}.zh.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    before = files_of(docs)
    refused = run(docs, "import", str(file), "--language", "zh").exception
    assert isinstance(refused, ToolkitError)
    assert f"The paragraphs of docs/{TASK}.zh.md are not those" in refused.message
    assert "export it again" in refused.hint
    assert files_of(docs) == before
