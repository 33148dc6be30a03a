"""Slips in mkdocs.yml: each message says what to write, and what it says helps."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests import checkouts
from tests.checkouts import Checkout
from tests.content_case import edit, lay_base
from tests.program import Toolkit
from toolkit.configuration import find_configuration
from toolkit.problems import ToolkitError
from toolkit.settings.overlooked import naming_overlooked
from toolkit.settings.refused import understood

EXIT = "  exit_url: https://www.wikipedia.org/"
LANGUAGES = "  languages: [en]"
NAME = "site_name: T"
MAIL = "  # contact_url: mailto:..."


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Checkout]:
    """Replaces a text in the settings of a small toolkit, which are otherwise as they come."""
    folder = tmp_path_factory.mktemp("settings")
    lay_base(folder)
    checkout = checkouts.make_checkout(folder)
    original = (folder / "mkdocs.yml").read_bytes()

    def changed(old: str, new: str) -> Checkout:
        (folder / "mkdocs.yml").write_bytes(original)
        edit(folder / "mkdocs.yml", old, new, 1)
        return checkout

    return changed


@pytest.mark.parametrize(
    ("old", "new", "says", "advises"),
    [
        (NAME, f"site_url: toolkit.un.org\n{NAME}", 'site: "toolkit.un.org"', "from https:// on"),
        (NAME, f"site_url: [https://un.org]\n{NAME}", "got a list", "give its address"),
        (
            NAME,
            f"site_url: https://un.org/a/b.html\n{NAME}",
            'b.html".',
            "folder: https://un.org/a/\n",
        ),
        (
            "plugins: []",
            f"plugins: {'{a: ' * 300}1{'}' * 300}",
            '"a" plugin',
            "write nothing there",
        ),
        (NAME, f"? {'{a: ' * 300}1{'}' * 300}\n: 1\n{NAME}", "unhashable key", "fix it"),
        (NAME, f"site_url:https://un.org/\n{NAME}", "no space after", "site_url: https://un.org/"),
        (NAME, f"site-url: https://un.org/\n{NAME}", 'no setting "site-url"', '"site_url"?'),
        ("docs_dir:", " docs_dir:", "line 6, column 2", "docs_dir at the left edge"),
        ("docs_dir:", "\tdocs_dir:", "with a tab", "docs_dir at the left edge"),
        (NAME, 'site_name: "T', "from line 2, column 12", 'close it with "'),
        (NAME, "site_name: Our tools: T", "contains a colon", 'site_name: "Our tools: T'),
        (NAME, f"<<<<<<< HEAD\n{NAME}", "two people", "remove those that begin with <<<<<<<"),
        ("site_name: ", "x: &a\nsite_name:", "no space after the colon", "write a space after"),
        (EXIT, EXIT.strip(), 'no setting "exit_url"', "write exit_url below extra:"),
        (EXIT, f" {EXIT}", "not aligned", "write exit_url below extra:, after two spaces"),
        (EXIT, EXIT.replace("_", "-"), 'does nothing: did you mean "exit_url"?', "name the busy"),
        (EXIT, EXIT.replace(" h", " “h"), "not a safe address", "without the marks around it"),
        (EXIT, EXIT.replace(": ", ":\t"), "line 37, column 12", "spaces instead of the tab"),
        (MAIL, "   contact_url: mailto:a@un.org", "not aligned", "below extra:, after two spaces"),
        (
            MAIL,
            "  contact_url: mailto: a@un.org",
            "a colon",
            "write contact_url: mailto:a@un.org\n",
        ),
        (
            MAIL,
            "  contact_url: a@un.org",
            "neither an email",
            "write contact_url: mailto:a@un.org\n",
        ),
        (MAIL, "extra:\n  publisher: X", "extra is twice in mkdocs.yml (lines 32 and 43)", ""),
        (MAIL, "  publisher: [ICAT]", "not a name", "write one name"),
        (LANGUAGES, "  languages: en", 'not a list: "en"', "languages: [en, fr]"),
        ("docs_dir: docs", "docs_dir: doc", "not the name of a folder: doc", "right name there"),
        ("hooks/generate.py", "hooks/x.py", "isn't an existing file", "is hooks/generate.py"),
        ("  - hooks/generate.py", "", "hooks of mkdocs.yml", "two spaces: - hooks/generate.py"),
        ("plugins: []", "plugins: [x]", '"x" plugin is not installed', "write nothing there"),
        (NAME, f"nav: index.md\n{NAME}", "nav of mkdocs.yml", "remove it"),
        (NAME, f"pages: [index.md]\n{NAME}", "pages of mkdocs.yml", "finds its pages by itself"),
        ("plugins: []", "plugins: [blog]", "theme' (plugin.py, line ", "material/blog"),
        (NAME, f"INHERIT: x.yml\n{NAME}", 'names no file: "x.yml"', "remove the line"),
        ("", "INHERIT: mkdocs.yml\n", "inherits from itself", "fix it; nothing"),
        ("", "INHERIT: 5\n", 'INHERIT names no file: "5"', "correct the name, or remove"),
        ("", "INHERIT: docs\n", 'INHERIT names no file: "docs"', "correct the name, or remove"),
        (NAME, f"site_url: https://[x/\n{NAME}", 'website: "https://[x/"', "from https:// on"),
        (NAME, f"repo_url: https://[x/\n{NAME}", 'website: "https://[x/"', "from https:// on"),
        (MAIL, "  contact_url: https://[x/", "neither an email address nor", "mailto: or https"),
        ("hooks:\n  - hooks/generate.py", "hooks: []", "name the hook", "hooks/generate.py"),
        ("", f"a: {'[' * 1000}\n", "too many nested brackets", "fix it; nothing"),
        ("", "a: 2026-99-99\n", "can't be read (month must be in 1..12", "fix it; nothing"),
        ("toolkit/site/theme", "5", "one of its values can't be read", "fix it; nothing"),
    ],
)
def test_a_slip_gets_the_right_line(
    setting: Callable[[str, str], Checkout], old: str, new: str, says: str, advises: str
) -> None:
    built = setting(old, new).toolkit("build")
    assert (built.code, built.out) == (2, "")
    message, _, hint = built.err.partition("\nhint: ")
    assert message.startswith("error: ")
    assert says in message
    assert advises in hint
    assert "class" not in built.err  # of Python
    assert "Traceback" not in built.err
    assert "previous site" not in built.err  # there is none
    assert "above" not in hint  # where nothing is


VAIN = (
    (MAIL, "  contact: mailto:a@un.org\n  repo_url: https://un.org/x"),
    ("  # publisher: ...", "  publisher: ..."),
    ("  language: en", "  language: fr\n  logo: a.png\n  font: False\n  palette: {primary: teal}"),
    ("site_dir: site", "site_dir: ~/site"),
    ("  originals/", "  originals/\n  prevention/drafts/\n  !index.md\ndraft_docs: new/"),
    ("plugins: []", "extra_templates: [a.html]"),
    (NAME, "site_url: https://un.org/\nsite_url: https://un.org/x/\nsite_name: Our t"),
    ("custom_dir: toolkit/site/theme", "custom_dir: docs"),
    ("hooks:", "extra_css: [a.css]\nedit_uri_template: edit/{path}\nhooks:"),
    ("markdown_extensions: []", "markdown_extensions: [admonition]"),
    ("extra:", "extra:\n  social: [{icon: a, link: https://example.org/}]"),
    ("use_directory_urls: false", "use_directory_urls: true"),
)
SAID_OF_THEM = (
    "extra.contact of mkdocs.yml does nothing: did you m",
    "extra.repo_url of mkdocs.yml does nothing: write repo_url at the left edge.",
    'extra.publisher of mkdocs.yml is still an example: pages show "..."',
    "theme.language of mkdocs.yml does nothing: write fr first in extra.languages.",
    "site_dir of mkdocs.yml makes a folder that is named ~",
    "draft_docs of mkdocs.yml leaves",
    'exclude_docs of mkdocs.yml leaves nothing out: move "prevention/drafts/"',
    "hooks or plugins that can't change a page: material/search. The",
    "site_url is twice in mkdocs.yml (lines 2 and 3)",
    "site_name of mkdocs.yml is not shown: pages have site.name",
    "mkdocs.yml sets edit_uri_template, extra_css, extra_templates, markdown_extensions, "
    "use_directory_urls, theme.logo, theme.palette, extra.social, theme.custom_dir, which has no "
    "effect here.",
)


def test_what_was_set_in_vain_is_said_each_time(tmp_path: Path) -> None:
    """And is no error: older files have such settings, and look the same without."""
    lay_base(tmp_path)
    checkout = checkouts.make_checkout(tmp_path)
    for old, new in VAIN:
        edit(tmp_path / "mkdocs.yml", old, new, 1)
    made, kept = checkout.toolkit("build"), checkout.toolkit("build")
    for built in (made, kept, checkout.mkdocs("build", "--strict")):
        assert built.code == 0, built.err
        assert [sentence for sentence in SAID_OF_THEM if sentence not in built.err] == []
        assert 'move "!index.md"' not in built.err


def test_what_is_set_in_vain_is_named_where_it_is_inherited_from(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("copyright: Ours\nnav:\n", encoding="utf-8")
    (file := tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    with naming_overlooked(file, {}) as found:
        assert [one[:44] for one in found] == ["base.yml sets copyright, which has no effect"]


@pytest.mark.parametrize("inherited", ["mkdocs.yml", "docs", "5"])
def test_content_is_checked_whatever_the_settings_are(toolkit: Toolkit, inherited: str) -> None:
    text = f"INHERIT: {inherited}\nsite_url: https://[x/\nhooks: []\na: 2026-99-99\n"
    for more in ("", f"b: {'[' * 1000}\n"):  # which hides what is above it
        Path("mkdocs.yml").write_text(text + more, encoding="utf-8")
        assert toolkit("check").code == 0, more[:4]


def test_the_line_of_a_hook_that_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "x.py").write_text("\nraise ValueError('no')\n", encoding="utf-8")
    (file := tmp_path / "mkdocs.yml").write_text("site_name: T\nhooks: [x.py]\n", "utf-8")
    with pytest.raises(ToolkitError) as raised, understood(file, ()):
        load_config(str(file))
    assert "that it names fails: ValueError: no (x.py, line 2)." in raised.value.message


def test_mkdocs_alone_says_how_to_install_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    # A copy: MkDocs loads the hook of a path only once, which another test may have done.
    shutil.copy(checkouts.ROOT / "hooks/generate.py", tmp_path)
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: T\nhooks: [generate.py]\n", "utf-8")
    monkeypatch.setitem(sys.modules, "toolkit.output", None)  # as if it were missing
    with pytest.raises(Abort, match=r"(?s)not installed here.*toolkit\.output.*run `make site`"):
        load_config(str(file))


def test_an_error_comes_with_what_may_be_its_reason_alone(tmp_path: Path) -> None:
    (file := tmp_path / "mkdocs.yml").write_text("site_name: X\nextra:\n  exit_ur: x\n", "utf-8")
    plugin = SimpleNamespace(on_page_content=1)
    with pytest.raises(ToolkitError) as raised, naming_overlooked(file, {"x": plugin}) as found:
        raise ToolkitError("A fault.", "\n".join(found))
    assert raised.value.hint.count("\n") == 2
    reason = 'extra.exit_ur of mkdocs.yml does nothing: did you mean "exit_url"?'
    assert raised.value.message == f"A fault.\n{reason}"


def test_what_warns_is_named(setting: Callable[[str, str], Checkout]) -> None:
    built = setting("plugins: []", "plugins: [social]").toolkit("build")
    assert built.code == 2
    assert "error: MkDocs stopped because of a warning, which is above.\n" in built.err
    assert "; if a plugin warns, remove it: material/social.\n" in built.err
    built = setting(NAME, f"nav: [index.md]\n{NAME}").toolkit("build")
    assert built.code == 2
    assert "error: nav of mkdocs.yml can't be used.\nhint: remove it" in built.err


def test_a_hook_that_fails_is_named_with_its_line(
    setting: Callable[[str, str], Checkout],
) -> None:
    checkout = setting("  - hooks/generate.py", "  - hooks/generate.py\n  - own.py")
    hook = "import json\n\ndef on_pre_build(config):\n    json.loads('x')\n"
    (checkout.folder / "own.py").write_text(hook, encoding="utf-8")
    fault = "fails: JSONDecodeError: Expecting value: line 1 column 1 (char 0) (own.py, line 4)."
    for built, code in ((checkout.mkdocs("build"), 1), (checkout.toolkit("build"), 2)):
        assert built.code == code
        said = built.out + built.err
        assert f"error: A hook or plugin that mkdocs.yml names {fault}\nhint: " in said
        assert "Traceback" not in built.err
    assert "Traceback" in checkout.mkdocs("build", "--verbose").err


@pytest.mark.parametrize("name", ["mkdocs.yaml", "mkdocs.yml.txt"])
def test_settings_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    lay_base(tmp_path)
    (tmp_path / name).touch()
    with pytest.raises(ToolkitError) as raised:
        find_configuration(tmp_path / "docs")
    assert raised.value.hint == f"rename {name} to mkdocs.yml."


def test_line_ends_of_windows_and_inherited_settings(tmp_path: Path) -> None:
    lay_base(tmp_path).rename(tmp_path / "content")
    checkout = checkouts.make_checkout(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").rename(tmp_path / "other")
    edit(settings, "docs_dir: docs", "docs_dir: content", 1)
    text = settings.read_bytes().replace(b"\n", b"\r\n")
    settings.write_bytes(b"\xef\xbb\xbf" + text)
    assert checkout.toolkit("check").out.startswith("3 entries")
    settings.rename(tmp_path / "base.yml")
    settings.write_text("INHERIT: base.yml\n", encoding="utf-8")
    assert checkout.toolkit("check").out.startswith("3 entries")
    checkout.build()
