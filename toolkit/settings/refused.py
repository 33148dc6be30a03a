"""What MkDocs refuses in a mkdocs.yml, and a hook or plugin in it that fails, in our own words."""

import logging
import re
import traceback
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from toolkit.configuration import EMAIL, HOOK, WEBSITE, setting, with_inherited, written
from toolkit.content.faults import Fault
from toolkit.content.files import open_source
from toolkit.content.yaml_errors import explain
from toolkit.content.yaml_text import conflict_marker, control_characters
from toolkit.problems import ToolkitError
from toolkit.settings.names import AT_THE_EDGE, OF_EXTRA, OF_THEME
from toolkit.source import SourceFile
from toolkit.validation.nearest import nearest
from toolkit.validation.yaml_slips import words_of

_EVENT = "run_event"  # of MkDocs: calls what plugins and hooks do at an event
_BELOW = 3  # the column of a setting below another, as a mkdocs.yml comes
_OF_COLUMNS = ("indented-line", "misaligned-line", "no-hyphen")
_NAV = "remove it: the toolkit finds its pages by itself."
_NOTHING = "write nothing there but []: the toolkit brings its own."
# What to do about a setting that MkDocs refuses.
_ADVICE = {
    "edit_uri": 'write what leads to the editor of a file, as edit/main/docs/, or "" for no link.',
    "extra": "write each setting below extra:, after two spaces: name, colon, space and value.",
    "hooks": "write below hooks:, after two spaces: - hooks/generate.py",
    "google_analytics": "remove it: pages request nothing from other hosts.",
    "markdown_extensions": _NOTHING,
    "nav": _NAV,
    "pages": _NAV,
    "plugins": _NOTHING,
    "repo_url": WEBSITE,
    "site_name": 'write one line of text, in quotation marks, such as: site_name: "Our toolkit"',
    "site_url": WEBSITE,
    "theme": "write below theme:, after two spaces each: name: material, and custom_dir: "
    "toolkit/site/theme",
}
_TYPES = {"str": "text", "list": "a list", "dict": "names with values", "bool": "true or false"}
_TYPES |= {"int": "a number", "float": "a number", "NoneType": "nothing", "date": "a date"}
_TYPE = re.compile(r"(?:a )?<class '(?:\w+\.)*(\w+)'>")
_REFUSED = re.compile(r"Config value '(?P<name>.*?)': (?P<why>.*)", re.DOTALL)
_UNKNOWN = "Unrecognised configuration name"
# What is wrong with a file as a whole, or with a line of it, whatever it sets.
_OF_FILES = {
    "conflict-marker": (
        "two people changed the same lines, and both versions are in it",
        "keep the right lines, and remove those that begin with <<<<<<<, ======= and >>>>>>>.",
    ),
    "control-character": ("there is an invisible character", "write the line anew."),
    "wrong-encoding": ("it is not saved as UTF-8", "save it with the encoding UTF-8."),
}
_Reason = tuple[str, str]


@contextmanager
def understood(file: Path, known: Collection[str]) -> Iterator[None]:
    """Say what is wrong in a mkdocs.yml when MkDocs, reading it in this block, fails; `known` are
    the names of its settings. Raises ToolkitError.
    """
    refused: list[str] = []

    def keep(record: logging.LogRecord) -> bool:
        is_refused = _REFUSED.match(record.getMessage()) is not None
        if is_refused and record.levelno >= logging.WARNING:
            refused.append(record.getMessage())
        return not is_refused

    log = logging.getLogger("mkdocs.config")
    log.addFilter(keep)
    try:
        yield
    except Exception as error:
        reasons = list(_reasons(file, error, refused, known))
        messages, hints = (list(dict.fromkeys(texts)) for texts in zip(*reasons, strict=True))
        raise ToolkitError("\n".join(messages), "\n".join(hints)) from error
    finally:
        log.removeFilter(keep)


def _reasons(
    file: Path, error: Exception, refused: Iterable[str], known: Collection[str]
) -> Iterator[_Reason]:
    """Messages, each with what to do."""
    for one in with_inherited(file):
        if (unreadable := _unreadable(one)) is not None:
            yield unreadable
            return
    if isinstance(error, RecursionError):
        reason = "it inherits from itself, or has too many nested brackets"
        yield f"{file.name} can't be used: {reason}.", "fix it; nothing was changed."
    elif found := [match for one in refused if (match := _REFUSED.fullmatch(one))]:
        for match in found:
            name, why = match["name"], match["why"]
            if why.startswith(_UNKNOWN):
                yield f'{file.name} has no setting "{name}".', _meant(name, known)
            else:
                yield _refusal(file, name, why)
    else:
        for name in ("site_url", "repo_url"):
            try:
                urlsplit(setting(file, name))
            except ValueError:
                yield _no_website(file, name, setting(file, name))
                return
        reason = _plain(str(error)).rstrip(".")
        stack = traceback.extract_tb(error.__traceback__)
        is_of_hook = any(one.name == "_load_hook" for one in stack)  # of MkDocs
        if isinstance(error, (OSError, TypeError, ValueError)) and not is_of_hook:
            reason = f"one of its values can't be read ({reason})"
        elif not type(error).__module__.startswith("mkdocs"):
            place = "" if isinstance(error, SyntaxError) else f" ({_place(stack)})"  # it says where
            reason = (
                f"a hook or plugin that it names fails: {type(error).__name__}: {reason}{place}"
            )
        yield f"{file.name} can't be used: {reason}.", "fix it; nothing was changed."


def _refusal(file: Path, name: str, why: str) -> _Reason:
    value = setting(file, name)
    if _ADVICE.get(name) is WEBSITE and value:
        return _no_website(file, name, value)
    hint = _ADVICE.get(name, "correct it, or remove it.")
    if "isn't an existing file" in why and name == "hooks":
        hint = "correct the name of the file; that of the toolkit is hooks/generate.py."
    return f"{name} of {file.name} can't be used: {_plain(why).rstrip('.')}.", hint


def _no_website(file: Path, name: str, value: str) -> _Reason:
    reason = f'{name} is not the address of a website: "{value}"'
    return f"{file.name} can't be used: {reason}.", WEBSITE


def _plain(text: str) -> str:
    """A message of MkDocs without the names that types have in Python."""
    text = text.replace("a key-value mapping (dict)", _TYPES["dict"])
    return _TYPE.sub(lambda match: _TYPES.get(match[1], match[1]), text)


def _meant(name: str, known: Collection[str]) -> str:
    bare = re.sub(r"[\s-]", "_", name.strip().lower())
    names = {one.lower(): one for one in (*known, "INHERIT", *OF_EXTRA)}
    meant = names.get(bare) or names.get(nearest(bare, names), "")
    if meant in OF_EXTRA:
        return f"write {meant} below extra:, after two spaces."
    if meant:
        return f'did you mean "{meant}"?'
    return "correct its name, or remove it; docs/contribute/hosting.md has the settings."


def _unreadable(file: Path) -> _Reason | None:
    """Why a file can't be read as a list of settings; None if it can."""
    source, faults = open_source(file, file.name)
    if not faults:
        faults = control_characters(source, source.text, 1)
        faults = faults or conflict_marker(source, source.text, 1)
    for fault in faults:
        if fault.check not in _OF_FILES:
            return None  # MkDocs says what it can't read
        reason, hint = _OF_FILES[fault.check]
        return f"{file.name} can't be used: {reason} (line {fault.location.line}).", hint
    node: yaml.Node | None = None
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):  # of which MkDocs uses the stricter one
        try:
            node = yaml.compose(source.text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            fault = explain(source, error, 1)
            return _misspelt(source, fault) if fault.check == "invalid-yaml" else None
        except (RecursionError, yaml.YAMLError):
            return None
    if node is not None and not isinstance(node, yaml.MappingNode):
        hint = "write each setting as a name, a colon, a space and a value."
        return f"{file.name} can't be used: it has no settings.", hint
    parent = written(node, "INHERIT")
    if parent and not (file.parent / parent).is_file():
        hint = "correct the name, or remove the line."
        return f'{file.name} can\'t be used: INHERIT names no file: "{parent}".', hint
    return None


def _misspelt(source: SourceFile, fault: Fault) -> _Reason:
    """The words for a mistake in YAML, with the right line for a setting that everybody has."""
    number, column = fault.location.line, fault.location.column
    name, _, value = source.line(number).strip().partition(":")
    message, hint, more = words_of(fault)
    of_columns = fault.reason in _OF_COLUMNS or (fault.reason, column) == ("tab", 1)
    is_in_line = (column == 1 and fault.reason != "tab") or (
        column == _BELOW and name in (*OF_EXTRA, *OF_THEME)
    )
    if of_columns and is_in_line:  # so it's the one above that differs
        above = number - 1
        while above > 1 and source.line(above).strip()[:1] in ("", "#"):
            above -= 1
        message = "This line is not written like the next one."
        hint = f"write a name, a colon, a space and a value, as many spaces in as line {number}."
        number, column = above, source.at_line(above).column
    elif of_columns and name in OF_EXTRA:
        hint = f"write {name} below extra:, after two spaces."
    elif of_columns and name in AT_THE_EDGE:
        hint = f"write {name} at the left edge, without spaces before it."
    elif fault.reason == "colon-in-value" and (address := EMAIL.search(value)):
        hint = f"write contact_url: mailto:{address[0]}"
    elif fault.reason == "other":
        message = "This line can't be understood."
        hint = "remove this line." if name == "---" else hint
    message = f"{source.path} can't be read from line {number}, column {column} on: {message}"
    return message.replace("field", "setting"), (hint or more).replace("field", "setting")


@contextmanager
def naming_others(named: Iterable[str], nav: object) -> Iterator[None]:
    """Say that a hook or plugin of somebody else fails, or that MkDocs looks for pages of a `nav`;
    `named` are all hooks and plugins of a mkdocs.yml.
    """
    others = [one for one in named if Path(one).name != HOOK]
    try:
        yield
    except Exception as error:
        if nav and type(error).__module__.startswith("mkdocs"):
            raise ToolkitError("nav of mkdocs.yml can't be used.", _NAV) from error
        if others and type(error).__name__ == "Abort":  # for warnings, which it has shown
            raise ToolkitError(
                "MkDocs stopped because of a warning, which is above.",
                f"correct what it names; if a plugin warns, remove it: {', '.join(others)}.",
            ) from error
        if found := fault_of_others(error, others):
            raise found from error
        raise


def fault_of_others(error: Exception, others: Iterable[str] = ()) -> ToolkitError | None:
    """What to say if a hook or plugin of somebody else, one of `others` if they are known, failed;
    None if it is one of ours.
    """
    stack = traceback.extract_tb(error.__traceback__)
    files = [one.filename for one in stack]
    event = max((at + 1 for at, one in enumerate(stack) if one.name == _EVENT), default=len(stack))
    is_known = type(error).__module__.startswith(("mkdocs", "toolkit"))
    if is_known or not (others or files[event:]) or HOOK in {Path(one).name for one in files}:
        return None
    # Not the line of a library that it calls, which has the right to refuse what it is given.
    own = [one for one in stack if files[event : event + 1] in ([], [one.filename])]
    return ToolkitError(
        f"A hook or plugin that mkdocs.yml names fails: {type(error).__name__}: {error} "
        f"({_place(own)}).",
        f"correct it, or remove it{': ' if others else ' from mkdocs.yml'}{', '.join(others)}.",
    )


def _place(stack: Sequence[traceback.FrameSummary]) -> str:
    return f"{Path(stack[-1].filename).name}, line {stack[-1].lineno}"
