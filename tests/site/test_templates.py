"""Templates contain no words, scripts or styles."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "toolkit" / "site" / "theme"
BOOKS = Path(__file__).parents[2] / "toolkit" / "editions" / "templates"
TEMPLATES = sorted([*THEME.rglob("*.html"), *BOOKS.rglob("*.html")])
# It contains its style and scripts, each allowed by its hash.
ONE_FILE = BOOKS / "book" / "one.html"
# Next to the site in a zip, with styles that its own policy allows by their hash.
START_HERE = BOOKS / "start-here.html"
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORDS = re.compile(r'\b(?:alt|title|aria-label|placeholder|data-text-\w+)="([^"]*)"')


def markup(path: Path) -> str:
    """A template without what Jinja replaces."""
    return _CODE.sub("", path.read_text(encoding="utf-8"))


def test_no_words_stand_in_templates() -> None:
    for path in TEMPLATES:
        text = re.sub(r"&\w+;", "", _TAG.sub(" ", markup(path)))
        assert re.findall(r"\w+", text) == [], path.name
        assert [words for words in _WORDS.findall(markup(path)) if words] == [], path.name


def test_nothing_inline_runs_or_styles() -> None:
    data = '<script type="application/ld+json">'
    for path in TEMPLATES:
        text = markup(path)
        assert not re.search(r"\sstyle=|\son\w+=|javascript:", text), path.name
        assert path in (ONE_FILE, START_HERE) or "<style" not in text, path.name
        scripts = re.findall(r"<script[^>]*>", text)
        own = [tag for tag in scripts if "src=" not in tag and tag != data]
        assert path == ONE_FILE or own == [], path.name


def test_nothing_is_exempt_from_escaping() -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        assert "safe" not in re.findall(r"\|\s*(\w+)", text), path.name
        assert "autoescape" not in text, path.name


def test_nothing_that_is_hidden_has_words() -> None:
    """Browsers that show nothing but text show it: "The form could not be loaded."."""
    for path in THEME.rglob("*.html"):
        assert not re.search(r"\shidden>(<\w+>)*\{\{ t\(", path.read_text("utf-8")), path.name


def test_the_style_uses_logical_directions_only() -> None:
    style = (THEME / "assets" / "style.css").read_text(encoding="utf-8")
    physical = r"\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b"
    assert re.findall(physical, style) == []
    # Old browsers know nothing else for what has to be in sight, or out of it. None has a side.
    for known in ("sticky; top: 0", "top: -9em", "focus { top: 0", "width: 1px; height: 1px"):
        assert known in style
        style = style.replace(known, "")
    assert re.findall(r"[;{]\s*(?:left|right|top|bottom|width|height|float)\s*:", style) == []
    assert re.findall(r"text-align:\s*(?:left|right)", style) == []


@pytest.mark.parametrize("name", ["style.css", "write.css"])
def test_no_selector_takes_others_of_its_rule_along(name: str) -> None:
    """A browser that doesn't know one of them ignores the rule: old phones printed all menus."""
    style = re.sub(r"/\*.*?\*/", "", (THEME / "assets" / name).read_text("utf-8"), flags=re.DOTALL)
    lists = re.findall(r"([^{};]+){", style)
    assert len(lists) > 20
    for _ in range(2):  # commas in brackets divide nothing
        lists = [
            re.sub(r"\(([^()]*)\)", lambda of: f" {of[1].replace(',', '')} ", x) for x in lists
        ]
    new = r":(?:is|where|has|focus-visible|focus-within)\b|::(?:details-content|backdrop)"
    assert [one for one in lists if "," in one and re.search(new, one)] == []


def test_no_script_needs_what_old_phones_do_not_have() -> None:
    """Safari before 14 and Chrome before 85: a way into the form led nowhere."""
    new = re.compile(
        r"\.(?:replaceChildren|replaceAll|at|hasOwn|findLast|toSorted)\(|structuredClone"
        r"|\.(?:allSettled|any|groupBy|toReversed|with)\(|Intl\.(?:Segmenter|ListFormat)"
        # Such syntax would stop a whole script.
        r"|\?\.[a-z[(]|\?\?[ =]|\|\|=|&&=|catch {|\(\?<[=!]|\d_\d\d\d"
    )
    scripts = sorted(THEME.parents[1].rglob("*.js"))
    assert len(scripts) > 40
    scripts.remove(THEME.parents[1] / "serving" / "client.js")  # only for those who write
    assert [path for path in scripts if new.search(path.read_text("utf-8"))] == []
    for name in ("leave", "fold", "not-found"):  # they work without the search
        script = (THEME / "assets" / f"{name}.js").read_text("utf-8")
        assert not re.search(r"=>|^\s*(?:const|let|async) ", script, flags=re.MULTILINE), name


def test_the_style_asks_no_other_host() -> None:
    style = (THEME / "assets" / "style.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
