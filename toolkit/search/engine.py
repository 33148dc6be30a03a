"""The search of a built site from Python: the page's own script, run by QuickJS.

The ranking is written once, in `client/`. A script run here can reach neither files nor the
network, and takes only data from a site: the index is read as JSON.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.languages import LANGUAGES
from toolkit.problems import ToolkitError
from toolkit.search.client import FOLDER, FORMAT, client_scripts

_CALL = re.compile(r'toolkitSearch\.add\("([^"]*)",(\{.*\})\);\n', re.DOTALL)

_SETUP = """\
function take(version, part) {
  try {
    toolkitSearch.add(version, JSON.parse(part));
  } catch (error) {
    // It is not received.
  }
}
const has = (name) => toolkitSearch.received.has(name);
const tiers = () => JSON.stringify(toolkitSearch.header().tiers);
const finish = () => toolkitSearch.finish();
function ask(text, correcting, fragment) {
  const found = toolkitSearch.find(text, correcting);
  const numbers = found.results.map((one) => one.number);
  const choose = () => toolkitSearch.narrow(numbers, toolkitSearch.readChoice(fragment)).kept;
  const kept = new Set(fragment ? choose() : numbers);
  return JSON.stringify({
    weak: found.weak,
    read: found.query.corrected.length ? found.readAs() : "",
    likely: found.likely,
    results: found.results.filter((one) => kept.has(one.number)).map((one) => ({
      title: toolkitSearch.documents[one.number].title,
      url: toolkitSearch.documents[one.number].url,
      score: one.score,
    })),
    pages: found.pages.map((one) => ({ title: one.title, url: one.url, score: one.score })),
  });
}
"""


@dataclass(frozen=True, slots=True)
class Result:
    """An entry, task or page that was found. `url` is relative to the root of the site."""

    title: str
    url: str
    score: float

    @property
    def id(self) -> str:
        """The id of an entry; for anything else the path."""
        path = self.url.removesuffix(".html")
        folder, _, rest = path.partition("/")
        path = rest if folder in LANGUAGES else path
        return path.rpartition("/")[2] if path.count("/") == 2 else path


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query, best results first. `weak`: no entry answers much of it.

    The first `likely` results are worth a look before the others. `pages` are the pages of what the
    query names, and guides. `read` is what was understood instead of what was typed, if different.
    """

    results: tuple[Result, ...]
    likely: int
    pages: tuple[Result, ...]
    weak: bool
    read: str


class Engine:
    """The search of one language of a built site."""

    def __init__(self, site: Path, tag: str = "") -> None:
        """Read the index of a language, or else of the one at the root.

        Raises ToolkitError if there is none, or if it can't be read.
        """
        # If a site has several languages, only the first is at its root.
        below = {path.parent.name: "" for path in sorted(site.glob(f"{FOLDER}/*/index.js"))}
        for other in LANGUAGES:
            if (site / other / FOLDER / other / "index.js").is_file():
                below.setdefault(other, f"{other}/")
        if not below or tag not in ("", *below):
            language = f' in the language "{tag}"' if tag else ""
            raise ToolkitError(
                f'There is no search{language} in "{site}".',
                f"choose one of: {', '.join(below)}."
                if below
                else "build the site first (toolkit build), or name its folder with --site.",
            )
        tag = tag or next(iter(below))
        self._below = below[tag]
        self._folder = site / self._below / FOLDER / tag
        self._load(f"{client_scripts()[f'{FOLDER}/engine.js'].decode()}\n{_SETUP}")
        for part in ("index", "list", "summaries"):
            self._take(part)
        for tier in json.loads(self._call("tiers")):
            for number in range(1, tier["files"] + 1):
                self._take(f"{tier['name']}-{number}")
        self._take("names")
        self._call("finish")

    def find(self, text: str, *, correct: bool = True, pillars: Collection[str] = ()) -> Found:
        """Find what answers a query; if any `pillars` are named, only in these.

        Without `correct`, words are searched as typed.
        """
        fragment = f"pillars={','.join(pillars)}" if pillars else ""
        # QuickJS refuses invalid text, which terminals with other encodings may send.
        text = text.encode(errors="replace").decode()
        return self._found(self._call("ask", text, correct, fragment))

    def _found(self, answer: str) -> Found:
        found = json.loads(answer)
        results, pages = (
            tuple(Result(**{**one, "url": f"{self._below}{one['url']}"}) for one in found[name])
            for name in ("results", "pages")
        )
        return Found(results, found["likely"], pages, found["weak"], found["read"])

    def _take(self, name: str) -> None:
        try:
            call = _CALL.fullmatch((self._folder / f"{name}.js").read_text(encoding="utf-8"))
            if call and call[1].split(".")[0] == FORMAT:
                self._call("take", call[1], call[2])
        except (OSError, UnicodeDecodeError):
            pass  # It is not received.
        if not self._call("has", name):
            raise ToolkitError(
                f'The search index "{name}.js" is missing, damaged or of another version.',
                "build the site again (toolkit build).",
            )

    # `make relevance` replaces these two by those of a page, which is ten times as fast.
    def _load(self, script: str) -> None:
        import quickjs  # needed only for searching

        self._context: Any = quickjs.Context()
        self._context.eval("var window = globalThis;")
        self._context.eval(script)

    def _call(self, function: str, *arguments: object) -> Any:
        return self._context.eval(function)(*arguments)
