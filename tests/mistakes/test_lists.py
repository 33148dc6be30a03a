"""Mistakes of such people in registers, vocabularies, statements and tasks: each gets one advice.

Each row makes one mistake in a valid file, as in `test_mistakes`: ¦ marks where the problem must
point, and the last column is what must be said. If the second one is empty, the file is new.
"""

from pathlib import Path

import pytest

from tests.content_case import edit, lay_case
from tests.mistakes.test_mistakes import assert_told
from tests.validation.again import Laid

BODIES = "registers/organisations.yml"
INSTRUMENTS = "registers/instruments.yml"
TREATIES = "registers/instruments.yml"
CELLS = "registers/coverage.yml"
ASKED = "registers/questions.yml"
WORDS = "registers/terminology.yml"
THEMES = "vocabularies/themes.yml"
TASK = "tasks/inspect-a-workplace.md"
UNODC = "recognition/unodc.yml"
SITES = "registers/libraries.yml"
POLICY = "recognition/policy.yml"
EDITORIAL = "recognition/editorial.yml"
ROUNDS = "recognition/circulations.yml"
COE = "- id: council-of-europe"
ENTRY = "- {entry: manual, digest: "
NOTE = "note: Decision 12"
PEOPLE = "['@unodc-a', '@unodc/team']"
NAMES = "    fr: Office des Nations Unies"
TERMS = ("victim-services", "shelters", "investigation")
LAST_CHOICE = "- entry: shelter\n    use: To refer families.\n    caution: It was not evaluated."
FORMER = "  membership:\n    status: former\n    verified: true\n    joined: 2007-03\n"
LEFT = "    left: 2020-01-31\n"
FAMILIES = "  - house for families"
DIGEST = "sha256:636c458acbea46babfa5d30bee677af832fe706b75d317032397f72536009749"
STATEMENT = f'- {{entry: manual, digest: "{DIGEST}", on: 2026-10-01, {NOTE}}}'
FIRST_CHOICE = "- entry: guide\n    use: To prepare.\n    caution: It is old.\n"

MISTAKES: list[tuple[str, str, str, str, str]] = [
    # Articles of instruments.
    *(
        (INSTRUMENTS, "    - {key: 'tip-protocol:6', number", f"    {written}, number", check, said)
        for written, check, said in (
            ("¦+ {key: 'tip-protocol:6'", "invalid-yaml", "a hyphen in its place: - {key: 'tip"),
            ("- key: 'tip-protocol:6'¦", "invalid-yaml", "write { before key"),
            ("- {key: 'tip-protocol:6", "invalid-yaml", 'write key: "tip-protocol:6"'),
        )
    ),
    (
        *(INSTRUMENTS, "- id: tip-protocol\n", "- id: tip-protocol\n      ¦articles:\n    - One\n"),
        *("invalid-yaml", "align it with the first letter"),
    ),
    (
        *(THEMES, "  labels:\n    en: Sh", "  ¦alt\n    - https://a.org\n  labels:\n    en: Sh"),
        *("invalid-yaml", "write alt:"),
    ),
    (WORDS, "[sex slave]", "[¦*slave, sex slave]", "refused-yaml", 'in quotes: "*slave"'),
    (WORDS, "[sex slave]", "\n    ¦en: [sex slave]", "wrong-type", "only the list, without its l"),
    # How a list item starts.
    (
        *(BODIES, f"{COE}\n  name", f"- {COE[1:]}\n  ¦name"),
        *("invalid-yaml", "one space after the hyphen"),
    ),
    (BODIES, COE, "¦council-of-europe:", "invalid-yaml", ": - id: council-of-europe"),
    (BODIES, COE, "¦-id: council-of-europe", "invalid-yaml", ": - id: council-of-europe"),
    (BODIES, COE, "¦– id: council-of-europe", "invalid-yaml", ": - id: council-of-europe"),
    (BODIES, COE, "¦+ id: council-of-europe", "invalid-yaml", ": - id: council-of-europe"),
    (BODIES, COE, "¦- id council-of-europe", "invalid-yaml", "write - id: council-of-europe"),
    (BODIES, COE, "- ¦council-of-europe:", "unknown-field", "write id: council-of-europe"),
    (BODIES, COE, "  ¦id: council-of-europe", "duplicate-key", ": - id: council-of-europe"),
    (BODIES, f"{COE}\n  ", "  ¦", "duplicate-key", "write - id: and its value on a line above"),
    (BODIES, "  names:\n", "¦- names:\n", "missing-field", 'write "  names:"'),
    (
        *(BODIES, "  name: Council of Europe\n  kind:", "¦- name: Council of Europe\n- kind:"),
        *("missing-field", 'write "  name: Council of Europe", and 1 line below in the same way'),
    ),
    (
        *(THEMES, "  labels: {en: Investigation}", "¦- labels: {en: Investigation}"),
        *("missing-field", "  l"),
    ),
    (BODIES, COE, "- id: ¦Council of Europé", "invalid-id", "write council-of-europe"),
    (BODIES, COE, "- id: ¦council–of–europe", "invalid-id", "write council-of-europe"),
    (BODIES, COE, "- id: ¦cоuncil-of-europe", "invalid-id", "write council-of-europe"),
    (BODIES, COE, "- id: ¦совет-европы", "invalid-id", "write it like"),
    (TASK, "  - entry: manual", "    ¦entry: manual", "duplicate-key", ": - entry: manual"),
    *(
        (TASK, f"  - entry: {choice}", typed, "invalid-yaml", said)
        for choice in ("guide", "manual")
        for typed, said in (
            (f"  ¦entry: {choice}", f"before it: - entry: {choice}"),
            (f"¦- entry: {choice}", "write 2 spaces more before it the hyphens"),
            (f"   ¦- entry: {choice}", "write one space fewer before it the hyphens"),
        )
    ),
    (
        *(
            TASK,
            "  - entry: guide\n    use: To prepare.",
            "    ¦entry: guide\n    use: >-\n      To.",
        ),
        *("invalid-yaml", "before it: - entry: guide"),
    ),
    (
        *(TASK, "guide\n    use: To prepare.", "guide\n  ¦use: To prepare."),
        *("invalid-yaml", "align it with the first letter of the item above"),
    ),
    (BODIES, "- id: unodc", "  ¦- id: unodc", "invalid-yaml", "write 2 spaces fewer before it"),
    (TASK, "  - entry: manual", "  ¦- manual", "invalid-yaml", "write - entry: manual"),
    (TASK, "- entry: manual", "- ¦id: manual", "unknown-field", 'did you mean "entry"?'),
    (TREATIES, "    - number: II", "      ¦number: II", "wrong-type", "before it: - number: II"),
    (BODIES, f"{COE}\n  ", f" ¦{COE}\n   ", "invalid-yaml", "write one space fewer before it"),
    (TASK, LAST_CHOICE, "- ¦shelter", "wrong-type", "{entry: shelter, use: ..., caution: ...}"),
    (UNODC, ", on: 2026-10-01", "", "missing-field", "as in on: 2026-11-25"),
    (THEMES, "- id: victim-services", "- id: ¦victim–services", "invalid-id", "write victim-serv"),
    (THEMES, "  labels: {en: Investigation}\n", "", "missing-field", "labels: {en: Shelters}"),
    (UNODC, ENTRY, f"-{ENTRY[2:-8]}¦: ", "invalid-yaml", "write a space after each hyphen: - {"),
    (UNODC, f"  {ENTRY}", f"  ¦{ENTRY[2:]}", "wrong-type", "a hyphen and a space before it: - {"),
    (UNODC, ENTRY, "- entry: manual, digest¦: ", "invalid-yaml", "write { before entry"),
    *(
        (UNODC, STATEMENT, typed, "invalid-yaml", said)
        for typed, said in (
            (f"- entry: manual, digest¦: {DIGEST}, on: 2026-10-01", "write - {entry: manual, dig"),
            (f"- entry: manual digest¦: {DIGEST}\n    on: 2026-10-01", "own: digest: sha256:636"),
            (f"- entry: manual\n    digest: {DIGEST}\n    on: 2026-10-01 note¦: A", "own: note: A"),
            (
                f"- {{entry: manual, digest: {DIGEST}; on¦: 2026-10-01}}",
                "write a comma in place of the semicolon before on",
            ),
        )
    ),
    *(
        (
            *(UNODC, STATEMENT, f"- {{entry: manual, digest: ¦{typed}, on: 2026-10-01}}"),
            *("invalid-digest", said),
        )
        for typed, said in (
            (f"“{DIGEST}”", f"write {DIGEST}"),
            (f"{DIGEST[:30]} {DIGEST[30:]}", f"write {DIGEST}"),
            (DIGEST.replace(":", ""), f"write {DIGEST}"),
            (DIGEST.replace("sha", "sha-"), f"write {DIGEST}"),
            (f"{DIGEST[:20]}…", "13 characters instead of 64"),
            ('"sha256:..."', "write sha256: and 64 characters"),
        )
    ),
    (
        *(TASK, FIRST_CHOICE, "- (entry: guide, use¦: To prepare, caution: It is old}\n"),
        *("invalid-yaml", "write { in place of ("),
    ),
    (TASK, "asked:\n  - how", "asked: ¦- why\n  - how", "invalid-yaml", "hyphens below: - why"),
    (SITES, "[refworld.org]", "¦- refworld.org\n    - doi.org", "invalid-yaml", "below: - refwo"),
    (UNODC, "recognises:", "¦recognises", "invalid-yaml", "write recognises:"),
    (ASKED, FAMILIES, '  - "open" ¦house', "invalid-yaml", "quotes: - '\"open\" house'"),
    (ASKED, FAMILIES, "  - 'l'¦abri'", "invalid-yaml", 'quotes: - "l\'abri"'),
    (ASKED, FAMILIES, "  ¦house for families", "wrong-type", "[house for families]"),
    (ASKED, FAMILIES, "  ¦-house", "wrong-type", "- house"),
    (ASKED, "shelter:", "¦Shelter:", "unused-questions", 'did you mean "shelter"?'),
    (ASKED, "shelter:", "¦A shelter for families:", "unused-questions", "write shelter"),
    # Punctuation in brackets.
    (UNODC, NOTE, "note: Decision¦: 12", "invalid-yaml", 'quotes: note: "Decision: 12"'),
    (UNODC, NOTE, "note: Decision ¦#12", "invalid-yaml", 'quotes: note: "Decision #12"'),
    (UNODC, NOTE, "note: Decision ¦[12]", "invalid-yaml", 'quotes: note: "Decision [12]"'),
    (UNODC, NOTE, "note: Yes, ¦on day 12", "unknown-field", 'quotes: note: "Yes, on day 12"'),
    (UNODC, NOTE, "note: 'Yes', ¦of day 12", "unknown-field", '"of day 12"'),
    (UNODC, NOTE, "note: Yes, ¦of, day 12.", "unknown-field", 'note: "Yes, of, day 12."'),
    (BODIES, PEOPLE, "[¦@unodc-a]", "invalid-yaml", 'put the value in quotes: "@unodc-a"'),
    (BODIES, PEOPLE, "¦'@a, @b'", "wrong-type", 'write it in brackets: ["@a", "@b"]'),
    (BODIES, PEOPLE, "[¦unodc-a]", "invalid-handle", 'write "@unodc-a"'),
    (BODIES, PEOPLE, "[¦https://github.com/jane]", "invalid-handle", 'write "@jane"'),
    # Texts by language, and parts.
    (BODIES, NAMES, "    ¦french: Office", "invalid-language", 'did you mean "fr"?'),
    (BODIES, NAMES, "  ¦fr: Office", "unknown-field", "indent this line by two more spaces"),
    (BODIES, NAMES, "    ¦- fr: Office", "wrong-type", "write fr: Office"),
    (TREATIES, "    fr: Pro", "    ¦fr:Pro", "wrong-type", "write fr: Protocole"),
    (THEMES, "    fr: Foyers", "    ¦fr：Foyers", "invalid-yaml", "write fr: Foyers"),
    (THEMES, "alt: {en: [refuge]}", "alt: ¦[refuge]", "wrong-type", "write {en: [refuge]}"),
    (THEMES, "alt: {en: [refuge]}", "alt: {en: ¦'a, b'}", "wrong-type", "brackets: [a, b]"),
    (THEMES, "alt: {en: [refuge]}", "alt: {zh: ¦热线、电话}", "wrong-type", ": [热线, 电话]"),
    (
        *(THEMES, "{en: [refuge]}", "{en: [refuge, ¦refuge], fr: [refuge]}"),
        *("repeated-value", "remove it"),
    ),
    (THEMES, "    en: Shelters", "    en: ¦[Shelters]", "wrong-type", "brackets: Shelters"),
    (THEMES, "    en: Shelters", "    ¦en: []", "empty-value", "write a value"),
    (BODIES, f"{FORMER}{LEFT}", "  membership: ¦former\n", "wrong-type", "{status: former, ver"),
    (BODIES, LEFT, "    left: ¦2006\n", "left-before-joined", "before it joined in 2007-03"),
    (UNODC, f"{ENTRY}", f"- ¦manual\n  {ENTRY}", "wrong-type", "{entry: manual, digest: ..., on"),
    (TREATIES, "'tip-protocol:9',", "¦'9',", "invalid-id", "write 'tip-protocol:9'"),
    (TREATIES, "'tip-protocol:9',", "¦'tip-protocol:6',", "duplicate-id", "The key"),
    # Field names and values.
    (TREATIES, "treaty", "treaty\n  adopted: ¦25/09/2015", "invalid-date", "write 2015-09-25"),
    (TREATIES, "treaty", "treaty\n  in_force: ¦2016-02-30", "invalid-date", "does not exist"),
    (BODIES, "name: Council", "¦title: Council", "unknown-field", 'did you mean "name"?'),
    (BODIES, "kind: regional", "¦type: regional", "unknown-field", 'did you mean "kind"?'),
    (WORDS, "why:", "¦reason:", "unknown-field", 'did you mean "why"?'),
    (WORDS, "prefer: person", "prefer:\n    ¦- person", "wrong-type", "the hyphen: person traff"),
    (WORDS, "avoid: [sex slave]", "avoid: ¦sex slave; other", "wrong-type", "[sex slave, other]"),
    (WORDS, "avoid: [sex slave]", "avoid: ¦'slave''s cry'", "wrong-type", '["slave\'s cry"]'),
    (TASK, "asked:", "¦questions:", "unknown-field", 'did you mean "asked"?'),
    (UNODC, "on: 2026-10-01", "¦date: 2026-10-01", "unknown-field", 'did you mean "on"?'),
    (UNODC, "on: 2026-10-01", "¦on:2026-10-01", "unknown-field", "write on: 2026-10-01"),
    (UNODC, "on: 2026-10-01", "¦on:\u00a02026-10-01", "unknown-field", "write on: 2026-10-01"),
    (UNODC, NOTE, f"{NOTE}, ¦by: unodc", "unknown-field", "remove it"),
    (UNODC, NOTE, f"{NOTE}, ¦by: UNODC", "unknown-field", "remove it"),
    (ROUNDS, ", closes: 2026-10-15", "", "missing-field", '"closes" in item 1 is missing'),
    (CELLS, "articles-regions", "¦articles_regions", "unknown-choice", 'a value of "tables".'),
    # What would only follow from it.
    (TREATIES, "kind: treaty", "kind: treaty¦: yes", "invalid-yaml", '"treaty: yes"'),
    (
        *(CELLS, "  rows:", "  columns: [¦south-america]\n  rows:"),
        *("unknown-coverage-row", "articles-audiences"),
    ),
    (THEMES, "- id: shelters", "- id: ¦Shelters", "invalid-id", "write shelters"),
    (SITES, "refworld.org", "¦https://refworld.org/", "invalid-address", "write refworld.org"),
    # What would only follow from an unclear membership, date or text.
    (BODIES, "status: member", "status: ¦Member", "unknown-choice", 'did you mean "member"?'),
    (UNODC, "on: 2026-10-01", "on: ¦01/10/2026", "invalid-date", "write it like"),
    (UNODC, "on: 2026-10-01", "on: ¦2027-10-01", "future-act", "does not count yet"),
    (UNODC, ENTRY, "- {entry: ¦Manual, digest: ", "unknown-entry", 'did you mean "manual"?'),
    (UNODC, "withdrawals:", "¦withdraws:", "unknown-field", 'did you mean "withdrawals"?'),
    (UNODC, "    on: 2026-10-03", "    on: ¦2026-10-32", "invalid-date", "does not exist"),
    (POLICY, "unodc", "¦UNODC", "unknown-organisation", 'did you mean "unodc"?'),
    (EDITORIAL, "by: unodc", "by: ¦UNODC", "unknown-organisation", 'did you mean "unodc"?'),
    (ROUNDS, "opens: 2026-09-01", "opens: 2027-09-01", "closing-before-opening", "the date"),
    (
        *(TASK, "    use: To plan.", f"    use: To plan.\n    digest: sha256¦: {64 * 'a'}"),
        *("invalid-yaml", "sha256:aa"),
    ),
    (TASK, "    use: To plan.", "    use: To plan.\n    digest: ¦sha256:1", "invalid-digest", "64"),
    # What other programs write at the top of a page.
    (TASK, "asked:", "¦lang: en\nasked:", "unknown-field", "as in guide.fr.md"),
    (TASK, "asked:", "¦author: A. Reader\nasked:", "unknown-field", "history of the file"),
    # What is missing of an item, and what would only follow from that.
    *((THEMES, f"- id: {id_}", "- id: ¦TBD", "empty-value", "write the value") for id_ in TERMS),
    (TREATIES, "- id: tip-protocol", "- id: ¦TBD", "empty-value", "write the value"),
    (
        *(
            THEMES,
            "- id: shelters\n  broader: victim-services\n  l",
            "  broader: victim-services\n  ¦l",
        ),
        *("duplicate-key", "write - id: and its value on a line above"),
    ),
    *(
        (THEMES, "- id: victim-services", typed, "invalid-yaml", "it: - id: victim-services")
        for typed in ("¦id: victim-services", "  ¦id: victim-services", "¦-id: victim-services")
    ),
    # A line that is there twice.
    (THEMES, "- id: shelters", "- id: shelters\n- id: ¦shelters", "duplicate-id", "remove one of"),
    (THEMES, "  labels:\n", "  labels:\n  ¦labels:\n", "duplicate-key", "already on line 6"),
    # The language of a text.
    *(
        (THEMES, "labels: {en: Investigation}", f"labels: {{{typed}}}", check, said)
        for typed, check, said in (
            ("¦en： Investigation", "empty-value", "write en: Investigation"),
            ("¦en Investigation", "empty-value", "write en: Investigation"),
            ("¦en = Investigation", "empty-value", "write en: Investigation"),
            ("¦en:Investigation", "empty-value", "write en: Investigation"),
            ("¦Investigation", "empty-value", "write en: Investigation"),
            ("¦een: Investigation", "invalid-language", 'did you mean "en"?'),
            ("¦em: Investigation", "invalid-language", 'did you mean "en"?'),
            ("en: Investigation, ¦fr Enquête", "empty-value", "write fr: Enquête"),
            ("en: Investigation fr¦: Enquête", "invalid-yaml", "write a comma before fr"),
        )
    ),
    (THEMES, "  labels:\n    en: Sh", "  labels: en¦: Sh", "invalid-yaml", "own: en: Shelters"),
    (THEMES, "{en: Investigation}", "en¦: Investigation}", "invalid-yaml", "write { before en"),
    (THEMES, "{en: Investigation}", "en¦: Investigation", "invalid-yaml", "labels: {en: Inv"),
    # A sign in place of a colon, after a bracket, or none.
    *(
        (
            *(BODIES, "  abbreviations:", f"  ¦abbreviations{sign}"),
            *("invalid-yaml", "write abbreviations:"),
        )
        for sign in (";", ",", "")
    ),
    *(
        (UNODC, f"{NOTE}}}", f"{NOTE}}}¦{sign}", "invalid-yaml", f"remove the {name}")
        for sign, name in ((".", "full stop"), (";", "semicolon"))
    ),
    (TREATIES, "{key: 'tip-protocol:9'", "{¦key 'tip-protocol:9'", "unknown-field", "write key: '"),
    (UNODC, "on: 2026-10-01", "¦on 2026-10-01", "unknown-field", "write on: 2026-10-01"),
    # Spaces of a word processor before a line, or alone on it.
    (BODIES, COE, f"{COE}\n¦\u00a0", "invalid-yaml", "type a space"),
    (THEMES, "    en: Shelters", "¦\u00a0\u00a0 en: Shelters", "invalid-yaml", "type a space"),
    # File names.
    ("registers/questions.fr.yaml", "", "¦a:", "unknown-list", "docs/registers/questions.fr.yml"),
    ("recognition/iom.yaml", "", "¦a:", "stray-register", "rename it to iom.yml"),
    ("recognition/circulation.yml", "", "¦a:", "stray-register", "rename it to circulations.yml"),
    ("recognition/policies.yml", "", "¦a:", "stray-register", "rename it to policy.yml"),
]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    folder = tmp_path_factory.mktemp("lists")
    lay_case(Path(__file__).with_name("lists.txt"), folder)
    return Laid(folder)


def test_wrong_key_of_an_article_is_no_fault_of_who_names_it(docs: Path) -> None:
    provisions = "languages: [en]\nprovisions: ['tip-protocol:9']"
    edit(docs / "prevention/resources/guide.md", "languages: [en]", provisions)
    assert_told(
        *(docs, INSTRUMENTS, "- {key: 'tip-protocol:9'", "- {key: ¦'tipprotocol:9'"),
        *("invalid-id", "write 'tip-protocol:9'"),
    )


@pytest.mark.parametrize("written", ["¦[", "¦[one,", "[one, ¦{", "¦[one, [two], 'a]', ", "¦['a]',"])
def test_bracket_open_at_the_end_of_a_file(docs: Path, written: str) -> None:
    with (docs / BODIES).open("a", encoding="utf-8") as file:
        file.write("  names: ...")
    assert_told(docs, BODIES, "...", written, "invalid-yaml", "This bracket is not closed.")


@pytest.mark.parametrize(("file", "old", "new", "check", "said"), MISTAKES)
def test_mistake(docs: Path, file: str, old: str, new: str, check: str, said: str) -> None:
    if not old:
        (docs / file).write_text("", encoding="utf-8")
    assert_told(docs, file, old, new, check, said)
