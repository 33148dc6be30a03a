"""Puts examples that aren't part of an entry where they belong: a task, a translation, a list.

A frame writes the example, with everything it needs, to a copy of the small content, and returns
the path of the example's file, relative to the content folder. Digests in examples, which are
shortened or placeholders, are replaced by those of texts that exist.
"""

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.content_case import edit
from toolkit.content.reader import read_content
from toolkit.recognition.digest import canonical_form, digest_of
from toolkit.translations.source import kept_file, source_digest

Frame = Callable[[Path, str, bool], str]

TASK = "tasks/inspect-a-workplace"
PAGE = "about/evidence"
MANUAL = "prevention/resources/manual.md"
CHOICES = """choices:
  - {entry: guide, use: Take the list of signs., caution: It is from 2019.}
  - {entry: manual, use: Plan the visit., caution: It is long.}
  - {entry: shelter, use: See where workers can sleep., caution: It has few places.}
"""
TASK_FACTS = """title: Inspect a workplace
summary: Helps labour inspectors to prepare a visit.
pillars: [prevention]
audiences: [law-enforcement]
themes: [investigation]
asked: [signs of forced labour on a farm]
"""
_STEPS = "## Steps\n\n1. Plan.\n2. Visit.\n"
# The code and numbers of the original.
_SAME = "\nIl y a `toolkit check` et 2000."
_TRANSLATED = "translator: machine\nreviewed: false\nsource_digest: DIGEST\n"


def _write(docs: Path, path: str, text: str) -> str:
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, encoding="utf-8")
    return path


def _task(docs: Path, facts: str = CHOICES, name: str = TASK, body: str = _STEPS) -> str:
    return _write(docs, f"{name}.md", f"---\n{TASK_FACTS}{facts}---\n\n{body}")


def _chosen(docs: Path, example: str, wrong: bool) -> str:
    """The choices of a task, with others to make up three."""
    if wrong and "unodc-toolkit-2006" in example:
        newer = docs / "prevention/resources/unodc-toolkit-2008.md"
        edit(newer, "\n---\n", "\nsupersedes: [unodc-toolkit-2006]\n---\n", 1)
    others = CHOICES.splitlines(keepends=True)[1:3]
    return _task(docs, example + "".join(others))


def _as_chosen(docs: Path, example: str, _: bool) -> str:
    return _task(docs, example)


def _near_task(docs: Path, example: str, _: bool) -> str:
    _task(docs, name="tasks/interview-a-child")
    return _task(docs, example + CHOICES)


def _steps(docs: Path, example: str, _: bool) -> str:
    return _task(docs, body=example.replace("(three hundred words)", "Visit. " * 300))


def _keep(docs: Path, path: str) -> str:
    """Keep the text of an original, as the command does; returns its digest."""
    (original,) = (one for one in read_content(docs).documents if one.path == path)
    kept, data = kept_file(original, "2026-01-02")
    (docs / kept).parent.mkdir(exist_ok=True)
    (docs / kept).write_bytes(data)
    return source_digest(original)


def _original(docs: Path, summary: str = "How strong it is.") -> None:
    body = "## The three grades\n\nIt was adopted in 2000. Run `toolkit check`.\n"
    _write(docs, f"{PAGE}.md", f"---\ntitle: Evidence\nsummary: {summary}\n---\n\n{body}")


def _translation(docs: Path, digest: str, body: str = "Texte.", summary: str = "Force.") -> str:
    front = f"title: Preuves\nsummary: {summary}\n{_TRANSLATED.replace('DIGEST', digest)}"
    text = f"---\n{front}---\n\n## Les trois niveaux\n\n{body}\n"
    return _write(docs, f"{PAGE}.fr.md", text)


def _translated_text(docs: Path, example: str, _: bool = False) -> str:
    _original(docs)
    return _translation(docs, _keep(docs, PAGE), f"{example}{_SAME}")


def _translated_link(docs: Path, example: str, _: bool) -> str:
    _original(docs)
    link = "Read the [guide](https://www.unodc.org/guide)."
    edit(docs / f"{PAGE}.md", "Run `toolkit check`.", f"Run `toolkit check`. {link}")
    return _translation(docs, _keep(docs, PAGE), f"{example}{_SAME}")


def _translated_to_its_end(docs: Path, example: str, _: bool) -> str:
    """The manual and its translation, with the sections or items of the example."""
    manual = (docs / MANUAL).read_text(encoding="utf-8")
    text = "\n## Use it when\n\nBefore an inspection.\n"
    if example.startswith("##"):
        text += "\n## Keep in mind\n\nPromise nothing.\n"
    else:
        if example.startswith("-"):
            text += "\n- Write down what you saw.\n- Promise nothing.\n"
        example = f"## Quand s’en servir\n\n{example}"
    _write(docs, MANUAL, f"---\n{manual.split('---')[1].strip()}\n---\n{text}")
    path = MANUAL.removesuffix(".md")
    front = f"title: Manuel\nsummary: Il aide.\n{_TRANSLATED.replace('DIGEST', _keep(docs, path))}"
    return _write(docs, f"{path}.fr.md", f"---\n{front}---\n\n{example}")


def _left_over(docs: Path, example: str, _: bool) -> str:
    _original(docs, "It explains how to recognize forced labour during an inspection.")
    summary = example.strip().removeprefix("summary: ")
    return _translation(docs, _keep(docs, PAGE), _SAME, summary)


def _translator(docs: Path, example: str, _: bool) -> str:
    path = _translated_text(docs, "")
    text = (docs / path).read_text(encoding="utf-8")
    return _write(docs, path, text.replace("translator: machine\n", example))


def _translated_choices(docs: Path, example: str, _: bool) -> str:
    first, second = CHOICES.splitlines(keepends=True)[1:3]
    _task(docs, f"choices:\n{second}{first}")
    front = (
        "title: Inspecter un lieu de travail\nsummary: Aide à préparer une visite.\n"
        f"asked: [travail forcé dans une ferme]\n{example}"
    )
    stamp = _TRANSLATED.replace("DIGEST", _keep(docs, TASK))
    text = f"---\n{front}{stamp}---\n\n## Étapes\n\n1. Planifiez.\n2. Visitez.\n"
    return _write(docs, f"{TASK}.fr.md", text)


def _stamped(docs: Path, example: str, wrong: bool) -> str:
    """A translation of the former text, or of the current one."""
    _original(docs)
    digest = _keep(docs, PAGE)
    _original(docs, "How strong it is, for judges too.")
    now = _keep(docs, PAGE)
    summary = re.search("^summary: (.*)$", example, re.M)
    assert summary is not None
    return _translation(docs, digest if wrong else now, summary=summary[1])


def _digest_of_original(docs: Path, example: str, wrong: bool) -> str:
    _original(docs)
    kept = _keep(docs, PAGE)
    given = example.strip().removeprefix("source_digest: ")
    return _translation(docs, given if wrong else kept)


def _kept_originals(docs: Path, example: str, wrong: bool) -> str:
    _original(docs)
    kept = _keep(docs, PAGE).removeprefix("sha256:")
    _translation(docs, f"sha256:{kept}")
    path = example.strip().removeprefix("docs/")
    return _write(docs, path, "{}") if wrong else f"{path.rpartition('/')[0]}/{kept}.json"


def _beside_its_original(docs: Path, example: str, wrong: bool) -> str:
    """A translation of a task, with its text kept or not, and its original there or not."""
    path, *kept = (line.removeprefix("docs/") for line in example.splitlines())
    _task(docs)
    _task(docs, name="tasks/interview-a-child")
    original = path.removesuffix(".fr.md")
    is_there = (docs / f"{original}.md").exists()
    digest = _keep(docs, original if is_there else TASK)
    if "interview" in path and wrong:
        (docs / f"originals/{digest.removeprefix('sha256:')}.json").unlink()
    assert bool(kept) is (not wrong and "interview" in path)
    _task(docs, name=TASK)
    front = "title: Une tâche\nsummary: Aide à la faire.\nasked: [comment faire]\n"
    choices = re.sub("use: .*?, caution: .*?}", "use: Prenez., caution: Long.}", CHOICES)
    stamp = _TRANSLATED.replace("DIGEST", digest)
    text = f"---\n{front}{choices}{stamp}---\n\n## Étapes\n\n1. Planifiez.\n2. Visitez.\n"
    return _write(docs, path, text)


def _list(name: str) -> Frame:
    return lambda docs, example, _: _write(docs, f"registers/{name}.yml", example)


def _links(docs: Path, example: str, wrong: bool) -> str:
    if not wrong:
        (address,) = yaml.safe_load(example)
        edit(docs / MANUAL, "\n---\n", f"\nurl: {address}\n---\n", 1)
    return _write(docs, "registers/links.yml", example)


def _terms(docs: Path, example: str, _: bool) -> str:
    if "- id: labour-exploitation\n" not in example:
        example += "- id: labour-exploitation\n"
    told = r"- id: \1\n  labels: {en: Work as \1}\n  definition: {en: What is said of \1.}"
    text = re.sub("^- id: (.*)$", told, example, flags=re.M)
    return _write(docs, "vocabularies/exploitation.yml", text)


_ORGANISATIONS = """- id: unodc
  name: United Nations Office on Drugs and Crime
  kind: un-entity
  membership: {status: member, verified: true, joined: 2007}
  maintainers: ["@unodc"]
- id: iom
  name: International Organization for Migration
  kind: un-entity
  membership: {status: member, verified: true, joined: 2016-05}
  maintainers: ["@iom/recognition"]
"""
_POLICY = """procedure: all-members
secretariat: unodc
circulation_days: 30
membership_complete: false
"""
_ACTS = ("recognises:", "objections:", "withdrawals:")
_STATEMENT = 'recognises:\n  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}\n'


def _organisations(docs: Path, example: str, _: bool) -> str:
    """The example's own bodies, or what the first body says about itself."""
    name = example.partition(":")[0]
    if name in ("maintainers", "membership"):
        text = re.sub(f"^  {name}: .*\n", f"  {example}", _ORGANISATIONS, count=1, flags=re.M)
        return _write(docs, "registers/organisations.yml", text)
    text = re.sub("^(  name: .*\n)(?!  kind)", r"\1  kind: un-entity\n", example, flags=re.M)
    if "- id: iom" in text:
        _acts(docs, _STATEMENT)
        (docs / "recognition/unodc.yml").rename(docs / "recognition/iom.yml")
        text += "  membership: {status: member, verified: true, joined: 2016}\n"
        _write(docs, "registers/organisations.yml", _ORGANISATIONS.partition("- id: iom")[0] + text)
        return "recognition/iom.yml"
    return _write(docs, "registers/organisations.yml", text)


def _texts(docs: Path, field: str) -> tuple[str, str]:
    """The digests of a former text of the manual, with another value, and of the current one."""
    digests = []
    manual = docs / MANUAL
    present = manual.read_text(encoding="utf-8")
    for text in (re.sub(f"^({field}: .*)$", r"\1 (draft)", present, flags=re.M), present):
        manual.write_text(text, encoding="utf-8")
        (entry,) = (one for one in read_content(docs).entries if one.id == "manual")
        form = canonical_form(entry)
        digest = digest_of(form)
        digests.append(digest)
        _write(docs, f"recognition/texts/{digest.removeprefix('sha256:')}.json", form)
    return digests[0], digests[1]


def _acts(docs: Path, example: str, _: bool = False) -> str:
    """Statements of organizations, circulations, editorial changes, and the policy about them."""
    _write(docs, "registers/organisations.yml", _ORGANISATIONS)
    policy = f"{example}" if example.startswith("circulation_days:") else "circulation_days: 30\n"
    _write(docs, "recognition/policy.yml", _POLICY.replace("circulation_days: 30\n", policy))
    if policy == example:
        return "recognition/policy.yml"
    first, second = _texts(docs, "title" if "yping error" in example else "summary")
    if "entry: guide" in example:
        guide = next(one for one in read_content(docs).entries if one.id == "guide")
        second = digest_of(form := canonical_form(guide))
        _write(docs, f"recognition/texts/{second.removeprefix('sha256:')}.json", form)
    if example.startswith("digest: "):
        given = example.strip().removeprefix("digest: ")
        given = first if given.startswith("sha256:1f0c") else given
        example = f"recognises:\n  - {{entry: manual, digest: {given}, on: 2026-01-05}}\n"
    for short, digest in (("1f0c", first), ("9ab4", second), ("0000", f"sha256:{'0' * 64}")):
        example = example.replace(f'"sha256:{short}..."', digest)
    named = re.match("# docs/(.*)\n", example)
    if named:
        path = named[1]
    elif "opens:" in example:
        path = "recognition/circulations.yml"
    elif "from:" in example:
        path = "recognition/editorial.yml"
    else:
        path = f"recognition/{'iom' if 'joined in 2016' in example else 'unodc'}.yml"
        if not any(f"{word}\n" in example for word in _ACTS):
            example = re.sub("^- ", "recognises:\n  - ", example, flags=re.M)
    return _write(docs, path, example)


def _many_acts(docs: Path, example: str, wrong: bool) -> str:
    path = _acts(docs, example)
    line = (docs / path).read_text(encoding="utf-8").splitlines(keepends=True)[-1]
    with (docs / path).open("a", encoding="utf-8") as file:
        file.write(line * 10_000 * wrong)
    return path


def _policy(docs: Path, example: str, wrong: bool) -> str:
    path = _acts(docs, _STATEMENT)
    (docs / "recognition/policy.yml").unlink()
    return path if wrong else _write(docs, "recognition/policy.yml", example)


# By check. Examples of checks not named here belong in an entry.
FRAMES: dict[str, Frame] = {
    "added-address": _translated_link,
    "added-number": _translated_text,
    "altered-original": _kept_originals,
    "changed-choice": _chosen,
    "changed-code": _translated_text,
    "choice-count": _as_chosen,
    "cut-translation": _translated_to_its_end,
    "circular-broader": _terms,
    "circular-editorial-links": _acts,
    "closing-before-opening": _acts,
    "conflict-marker": _acts,
    "contradictory-statements": _acts,
    "duplicate-name": _organisations,
    "foreign-editorial-link": _acts,
    "foreign-statement": _acts,
    "future-act": _acts,
    "incomplete-translation": _translated_to_its_end,
    "invalid-digest": _acts,
    "invalid-handle": _organisations,
    "invalid-id": _terms,
    "invalid-number": _acts,
    "left-before-joined": _organisations,
    "long-task": _steps,
    "missing-policy": _policy,
    "not-a-member": _acts,
    "nothing-to-withdraw": _acts,
    "original-not-kept": _beside_its_original,
    "other-choices": _translated_choices,
    "other-sections": _translated_to_its_end,
    "outdated-translation": _stamped,
    "oversized-register": _many_acts,
    "program-as-translator": _translator,
    "repeated-statement": _acts,
    "short-circulation": _acts,
    "stray-translation": _beside_its_original,
    "substantial-editorial-link": _acts,
    "unguarded-register": _organisations,
    "unknown-broader": _terms,
    "unknown-coverage-row": _list("coverage"),
    "unknown-original": _digest_of_original,
    "unknown-task": _near_task,
    "unknown-text": _acts,
    "unusable-choice": _chosen,
    "untranslated-text": _left_over,
    "unused-link-state": _links,
    "unused-questions": _list("questions"),
    "vague-question": _list("questions"),
}
