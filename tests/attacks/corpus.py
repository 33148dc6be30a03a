"""Our own attacks, on every field and construct that a contributor can write.

Each is one file of content, or one change to one. A script that runs calls `hit` or requests
`attack.invalid`. `refused` is the check that stops it; if empty, the text is allowed and must be
harmless.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.pages.small import add_fields

HOST = "attack.invalid"
CALL = "document.documentElement.setAttribute('data-hit', 1)"
SCRIPT = f"<script>{CALL}</script>"
LOADED = f"<script src=https://{HOST}/x.js></script>"
IMAGE = f'<img src=https://{HOST}/x.png onerror="{CALL}">'
BROKEN = f'"><svg onload="{CALL}">'
SINGLE = f"'/><iframe srcdoc='{SCRIPT}'></iframe>"
CLOSING = f"</title></textarea></script></style>{SCRIPT}"
RUNS = f"javascript:{CALL}"

GUIDE = "prevention/resources/guide"
SHELTER = "protection/practices/shelter"


@dataclass(frozen=True)
class Attack:
    """`at` is a field, a `page`, the file of a register or vocabulary with a field, or `body`."""

    name: str
    at: str
    text: str
    refused: str = ""

    def lay(self, docs: Path, path: str) -> None:
        """Put the attack into the content, in a copy of an entry at `path` if it needs one."""
        if ".yml " in self.at:
            file, _, field = self.at.partition(" ")
            _add_item(docs / file, field, self.text, path.rpartition("/")[2])
            return
        source = SHELTER if self.at in {"evidence", "since", "until"} else GUIDE
        text = (docs / f"{source}.md").read_text(encoding="utf-8")
        target = docs / f"{path}.md"
        if self.at == "body":
            text = f"{text.rpartition('---')[0]}---\n\n{self.text}\n"
        target.write_text(text, encoding="utf-8")
        if self.at == "page":
            page = f"---\ntitle: {quoted(self.text)}\nsummary: {quoted(self.text)}\n---\n\nText.\n"
            (docs / "about" / f"{path.rpartition('/')[2]}.md").write_text(page, encoding="utf-8")
        elif self.at != "body":
            _set_field(docs, path, self.at, self.text)


def quoted(text: str) -> str:
    """A text as a YAML scalar, whatever it contains."""
    return "'" + text.replace("'", "''") + "'"


_FORMS = {
    "partners": "partners: [{}]",
    "sources title": "sources: [{{title: {}, role: description}}]",
    "sources publisher": "sources: [{{title: A source, publisher: {}, role: description}}]",
    "sources url": "sources: [{{url: {}, role: description}}]",
    "sources role": "sources: [{{title: A source, role: {}}}]",
    "helplines number": "helplines: [{{number: {}, country: AR, body: Ministry, on: 2026-01-01}}]",
    "helplines body": "helplines: [{{number: '145', country: AR, body: {}, on: 2026-01-01}}]",
    "helplines on": "helplines: [{{number: '145', country: AR, body: Ministry, on: {}}}]",
    "identifiers symbol": "identifiers: {{symbol: {}}}",
    "identifiers isbn": "identifiers: {{isbn: {}}}",
    "identifiers doi": "identifiers: {{doi: {}}}",
    "distinct_from": "distinct_from: {{manual: {}}}",
    "withdrawn reason": "status: withdrawn\nwithdrawn: {{on: 2026-01-01, reason: {}}}",
    "withdrawn on": "status: withdrawn\nwithdrawn: {{on: {}, reason: Outdated.}}",
    "verified on": "verified: {{by: unodc, on: {}}}",
    **{
        field: f"{field}: [{{}}]"
        for field in (
            *("pillars", "themes", "audiences", "exploitation", "regions", "countries"),
            *("languages", "organisations", "provisions", "supersedes", "related"),
            *("unverified", "aliases"),
        )
    },
}


def _set_field(docs: Path, path: str, field: str, text: str) -> None:
    file = docs / f"{path}.md"
    top = field.partition(" ")[0]
    kept = [
        line
        for line in file.read_text(encoding="utf-8").splitlines()
        if not line.startswith(f"{top}:")
    ]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    add_fields(docs, path, _FORMS.get(field, f"{field}: {{}}").format(quoted(text)))


def _add_item(file: Path, field: str, text: str, id_: str) -> None:
    base = {
        "organisations.yml": {"name": "A body", "kind": "other", "abbreviation": "AB"},
        "instruments.yml": {
            "short_title": "A treaty",
            "full_title": "A treaty in full",
            "kind": "treaty",
        },
    }.get(file.name, {"labels": "{en: A term}", "definition": "{en: What it is.}"})
    value = quoted(text)
    shown = base | {field: f"{{en: {value}}}" if field in {"labels", "definition"} else value}
    if field == "articles":
        shown["articles"] = f"[{{key: '{id_}:1', number: '1', title: {value}}}]"
    lines = [f"\n- id: {id_}", *(f"  {name}: {inner}" for name, inner in shown.items())]
    with file.open("a", encoding="utf-8") as opened:
        opened.write("\n".join(lines) + "\n")


FIELDS = (
    Attack("title-script", "title", SCRIPT),
    Attack("title-loaded", "title", LOADED),
    Attack("title-broken", "title", BROKEN),
    Attack("title-closing", "title", CLOSING),
    Attack("title-template", "title", "{{ config.__class__ }}{% include 'main.html' %}" + IMAGE),
    Attack("title-entities", "title", "&lt;script&gt;" + CALL + "&lt;/script&gt;&#x3c;img&#x3e;"),
    Attack("title-markdown", "title", f"[x]({RUNS}) ![x](https://{HOST}/x.png)"),
    Attack("title-turned", "title", "\u202e\u2066txt.exe\u202c guide \u200f" + IMAGE),
    Attack("summary-turned", "summary", "\u202bFor all\u202e of them."),
    Attack("partners-turned", "partners", "A \u202ebody\u2067 of ours"),
    Attack("source-turned", "sources title", "\u2068A source\u202d of \u202aours"),
    Attack("summary-script", "summary", SCRIPT),
    Attack("summary-image", "summary", IMAGE),
    Attack("summary-attribute", "summary", f'" http-equiv="refresh" content="0;url={RUNS}'),
    Attack("summary-single", "summary", SINGLE),
    Attack("summary-comment", "summary", f"--><!--> {SCRIPT} ]]>"),
    Attack("partners", "partners", IMAGE + BROKEN),
    Attack("source-title", "sources title", IMAGE + SINGLE),
    Attack("source-publisher", "sources publisher", BROKEN),
    Attack("source-url-script", "sources url", RUNS, "invalid-address"),
    Attack("source-url-broken", "sources url", f"https://x.org/{BROKEN}", "invalid-address"),
    Attack("url-script", "url", RUNS, "invalid-address"),
    Attack("url-script-hidden", "url", f"java\tscript:{CALL}", "invalid-address"),
    Attack("url-data", "url", f"data:text/html,{SCRIPT}", "invalid-address"),
    Attack("url-broken", "url", f'https://x.org/"onmouseover="{CALL}', "invalid-address"),
    Attack("url-host", "url", f"//{HOST}/x", "invalid-address"),
    Attack("described-at", "described_at", RUNS, "invalid-address"),
    Attack("helpline-number", "helplines number", IMAGE),
    Attack("helpline-body", "helplines body", BROKEN),
    Attack("helpline-on", "helplines on", BROKEN, "invalid-date"),
    Attack("symbol", "identifiers symbol", IMAGE),
    Attack("isbn", "identifiers isbn", IMAGE, "invalid-identifier"),
    Attack("doi", "identifiers doi", RUNS, "invalid-identifier"),
    Attack("distinct-from", "distinct_from", IMAGE),
    Attack("withdrawn-reason", "withdrawn reason", BROKEN),
    Attack("withdrawn-on", "withdrawn on", BROKEN, "invalid-date"),
    Attack("verified-on", "verified on", BROKEN, "invalid-date"),
    Attack("review-by", "review_by", BROKEN, "invalid-date"),
    Attack("languages", "languages", BROKEN, "invalid-language"),
    Attack("aliases", "aliases", f"../{BROKEN}.md", "invalid-alias"),
)

# These name something; an unknown name has no page to be shown on.
NAMES = (
    Attack("type", "type", BROKEN, "unknown-term"),
    Attack("themes", "themes", BROKEN, "unknown-term"),
    Attack("audiences", "audiences", IMAGE, "unknown-term"),
    Attack("exploitation", "exploitation", SCRIPT, "unknown-term"),
    Attack("regions", "regions", BROKEN, "unknown-term"),
    Attack("level", "level", BROKEN, "unknown-term"),
    Attack("evidence", "evidence", BROKEN, "unknown-term"),
    Attack("pillars", "pillars", BROKEN, "unknown-term"),
    Attack("countries", "countries", BROKEN, "unknown-country"),
    Attack("organisations", "organisations", BROKEN, "unknown-organisation"),
    Attack("provisions", "provisions", f"tip-protocol:{BROKEN}", "unknown-provision"),
    Attack("related", "related", BROKEN, "unknown-entry"),
    Attack("supersedes", "supersedes", BROKEN, "unknown-entry"),
    Attack("access", "access", BROKEN, "unknown-choice"),
    Attack("source-role", "sources role", BROKEN, "unknown-choice"),
    Attack("unverified", "unverified", BROKEN, "unknown-unverified-field"),
    Attack("year", "year", IMAGE, "invalid-year"),
    Attack("since", "since", IMAGE, "invalid-year"),
    Attack("until", "until", IMAGE, "invalid-year"),
)

LISTS = (
    Attack("term-label", "vocabularies/themes.yml labels", IMAGE),
    Attack("term-definition", "vocabularies/themes.yml definition", BROKEN),
    Attack("organisation-name", "registers/organisations.yml name", IMAGE),
    Attack("organisation-abbreviation", "registers/organisations.yml abbreviation", BROKEN),
    Attack("organisation-url", "registers/organisations.yml url", RUNS, "invalid-address"),
    Attack("instrument-title", "registers/instruments.yml full_title", IMAGE),
    Attack("instrument-short-title", "registers/instruments.yml short_title", SINGLE),
    Attack("instrument-note", "registers/instruments.yml note", BROKEN),
    Attack("instrument-url", "registers/instruments.yml url", RUNS, "invalid-address"),
    Attack("article-title", "registers/instruments.yml articles", IMAGE),
    Attack("page-title", "page", CLOSING),
    Attack("page-summary", "page", f"{BROKEN}{SINGLE}"),
)

BODIES = (
    Attack("turned", "body", "See [a guide\u202e](guide.md), **a \u2067word** and &#x202e;more."),
    Attack("raw-script", "body", SCRIPT),
    Attack("raw-block", "body", f"<div>\n{SCRIPT}\n</div>"),
    Attack("raw-image", "body", f"Text {IMAGE} text"),
    Attack("raw-svg", "body", f'<svg><animate onbegin="{CALL}" attributeName="x" dur="1s"/></svg>'),
    Attack("raw-math", "body", f'<math><a xlink:href="{RUNS}">x</a></math>'),
    Attack("raw-style", "body", f"<style>@import url(https://{HOST}/x.css)</style>"),
    Attack("raw-frame", "body", f"<iframe src='https://{HOST}/'></iframe>"),
    Attack("raw-form", "body", f"<form action=https://{HOST}/><button>Leave</button></form>"),
    Attack("raw-meta", "body", f'<meta http-equiv="refresh" content="0;url=https://{HOST}/">'),
    Attack("raw-base", "body", f"<base href=https://{HOST}/>"),
    Attack("raw-noscript", "body", f'<noscript><p title="</noscript>{IMAGE}">'),
    Attack("raw-template", "body", f"<template>{IMAGE}</template><details ontoggle={CALL} open>"),
    Attack("raw-comment", "body", f"<!--><img src=x onerror={CALL}>-->"),
    Attack("raw-cdata", "body", f"<![CDATA[{SCRIPT}]]>"),
    Attack("raw-marked", "body", "<![foo[x"),
    Attack("raw-object", "body", f"<object data=https://{HOST}/x><embed src=https://{HOST}/y>"),
    Attack("raw-entities", "body", "&lt;script&gt;x&lt;/script&gt; &#60;img src=x onerror=1&#62;"),
    Attack("link-script", "body", f"[text]({RUNS})", "refused-link"),
    Attack("link-mixed", "body", f"[text](JaVaScRiPt:{CALL})", "refused-link"),
    Attack("link-entity", "body", f"[text](&#106;avascript:{CALL})", "refused-link"),
    Attack("link-tab", "body", "[text](java&#x09;script:hit())", "refused-link"),
    Attack("link-reference", "body", f"[text][r]\n\n[r]: {RUNS}", "refused-link"),
    Attack("link-automatic", "body", f"<{RUNS.replace(' ', '')}>"),
    Attack("link-vbscript", "body", "[text](vbscript:hit)", "refused-link"),
    Attack("link-data", "body", "[text](data:text/html;base64,PHNjcmlwdD4=)", "refused-link"),
    Attack("link-host", "body", f"[text](//{HOST}/x)", "refused-link"),
    Attack("link-title", "body", f"[text](https://x.org/ 'x\" onclick=\"{CALL}')"),
    Attack("link-quote", "body", f'[text](https://x.org/"onclick="{CALL})', "refused-link"),
    Attack("link-user", "body", f"[text](https://x.org@{HOST}/)", "refused-link"),
    Attack("link-user-quoted", "body", f'[text](https://x.org "y"@{HOST}/)', "refused-link"),
    Attack("link-user-below", "body", f"[text](https://x.org\n@{HOST}/)", "refused-link"),
    Attack(
        "link-in-another", "body", f"](https://x.org/[text](https://x.org@{HOST}/))", "refused-link"
    ),
    Attack("link-behind-bracket", "body", f"\\](<https://x.org@{HOST}/>)", "refused-link"),
    Attack("mailbox-copied", "body", f"<info@x.org?cc=info@{HOST}>", "refused-link"),
    Attack("image-host", "body", f"![text](https://{HOST}/x.png)", "refused-link"),
    Attack("image-any-host", "body", f"![text](//{HOST}/x.png)", "refused-link"),
    Attack("image-data", "body", "![text](data:image/svg+xml,<svg onload=hit()>)", "refused-link"),
    Attack("image-script", "body", f"![text]({RUNS})", "refused-link"),
    Attack("image-network", "body", f"![text](\\\\\\\\{HOST}/x.png)", "refused-link"),
    Attack("image-tab", "body", f"![text](&#9;//{HOST}/x.png)", "refused-link"),
    Attack("image-quoted", "body", f"![text][r]\n\n> [r]: \\\\{HOST}\\x.png", "refused-link"),
    Attack("link-quoted", "body", f"[text][r]\n\n> [r]: //{HOST}/x", "refused-link"),
    Attack("link-backslash", "body", f"[text\\\\](//{HOST}/x)", "refused-link"),
    Attack("link-backtick", "body", f"- `text\n- [text](//{HOST}/x) `text", "refused-link"),
    Attack("image-alt", "body", f'![x" onerror="{CALL}](x.png)', "broken-link"),
    Attack("attributes-handler", "body", f'Text\n{{: onclick="{CALL}" }}'),
    Attack("attributes-heading", "body", f'## Text {{: onmouseover="{CALL}" #page--content }}'),
    Attack(
        "attributes-style", "body", f"[x](https://x.org){{: style='background:url(//{HOST})' }}"
    ),
    Attack(
        "heading-names",
        "body",
        "\n\n".join(
            f"## {name}"
            for name in (
                *("location", "document", "cookie", "forms", "history", "body", "closest", "title"),
                *(
                    "currentScript",
                    "getElementById",
                    "querySelector",
                    "addEventListener",
                    "toolkitSearch",
                ),
                *("page--content", "search--field", "__proto__", "constructor", "hidden", "URL"),
            )
        ),
    ),
    Attack("heading-script", "body", f"## {SCRIPT}"),
    Attack("code-fence", "body", f"```{BROKEN}\n{SCRIPT}\n```"),
    Attack("code-language", "body", f'```html" onclick="{CALL}\nx\n```'),
    Attack("code-closing", "body", f"```\n</code></pre>{SCRIPT}\n```"),
    Attack("code-inline", "body", f"`{IMAGE}`"),
    Attack("table-cells", "body", f"| {IMAGE} | b |\n| :- | -: |\n| {BROKEN} | {SCRIPT} |"),
    Attack("footnote", "body", f"Text[^1]\n\n[^1]: {IMAGE} [x]({RUNS})", "refused-link"),
    Attack("footnote-name", "body", f'Text[^"onload="{CALL}]\n\n[^"onload="{CALL}]: Note.'),
    Attack("definition", "body", f"{SCRIPT}\n:   {IMAGE}"),
    Attack("admonition", "body", f'!!! note onclick "{BROKEN}"\n    {IMAGE}'),
    Attack("admonition-class", "body", "!!! leave site-head\n    A message as if of the site."),
    Attack(
        "admonition-leave",
        "body",
        "## First\n\nText.\n\n!!! leave\n    [Leave this site quickly](https://www.example.org/)\n\n"
        + "Text.\n\n" * 99,
    ),
    Attack("list-task", "body", f"- [ ] {IMAGE}\n- [x] text"),
    Attack("emphasis", "body", f"**{BROKEN}** _{IMAGE}_"),
    Attack(
        "placeholder",
        "body",
        "\u0002wzxhzdk:0\u0003 \u0002amp\u0003 klzzwxh:0000",
        refused="control-character",
    ),
    Attack("nested", "body", "> " * 60 + SCRIPT),
)

SHOWN = (*FIELDS, *LISTS, *BODIES)
ALL = (*SHOWN, *NAMES)
