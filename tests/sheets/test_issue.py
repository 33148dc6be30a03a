"""`toolkit new --from`: what a form for an issue makes, and what somebody made of it."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.files import files_of
from tests.program import Toolkit

DAY = "2026-11-26"
ISSUE = """\
### What is it called?

Fishing vessels and their crews

### What is it, and what is it good for?

It explains how inspectors board a vessel.
It has examples.

### What kind of work is it?

Training

### When was it published?

2021

### Which pillars does it serve?

Prosecution, Protection

### What is it about?

Investigation

### Who is it for?

Law enforcement

### Which forms of exploitation does it deal with?

_No response_

### Is it global, regional or national?

Global

### Which regions?

World

### Which countries?

_No response_

### In which languages is it available?

English, French

### Who published it, or carries it out?

UNODC, International Organization for Migration

### Where can it be found?

https://www.unodc.org/vessels

### Before you send it

- [X] I have named no victim, witness or member of staff, and no private contact.
"""


def test_what_an_issue_form_made(docs: Path, toolkit: Toolkit) -> None:
    Path("issue.md").write_text(ISSUE, encoding="utf-8")
    done = toolkit("new", "--from", "issue.md", "--as-of", DAY)
    assert done.code == 0, done.out + done.err
    made = (docs / "prosecution/resources/fishing-vessels-their-crews-2021.md").read_text("utf-8")
    assert "pillars: [prosecution, protection]\n" in made
    assert "languages: [en, fr]\norganisations: [unodc, iom]\n" in made


def test_an_issue_in_a_mail_that_was_answered(docs: Path, toolkit: Toolkit) -> None:
    text = ISSUE.replace("It has examples.", "- It has\n  - examples.")
    said = []
    for before in ("", "> ", "    ", ">> "):
        lines = "".join(f"{before}{line}\n" for line in text.splitlines())
        Path("issue.md").write_text(f"Please see below.\n\n{lines}", encoding="utf-8")
        said.append(toolkit("new", "--from", "issue.md", "--as-of", DAY).err)
    assert "1 new" in said[0]
    assert all("1 unchanged" in one for one in said[1:]), said


@pytest.mark.parametrize(
    ("charset", "sign"), [("utf-8", "### "), ("utf-16", "### "), ("utf-8", "")]
)
def test_an_issue_that_is_attached_to_a_mail(
    docs: Path, toolkit: Toolkit, charset: str, sign: str
) -> None:
    mail = EmailMessage()
    mail["From"] = "a@example.org"
    mail.set_content("Please see the file.")
    text = ISSUE.replace("### ", sign).encode(charset)
    mail.add_attachment(text, maintype="text", subtype="plain", filename="issue.txt")
    Path("message.eml").write_bytes(mail.as_bytes())
    done = toolkit("new", "--from", "message.eml", "--as-of", DAY)
    assert "1 new" in done.err, done.out + done.err


PRACTICE = """\
### What is it called?

Farm visits by two services

### Context

Farms were far away.

### Approach

Inspectors and police go together.

### Results

Fifty visits.

### Conditions

Cars.

### Limitations

Small.

### Before you send it

- [x] Nobody is named.
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "### Approach\n\n",
            "",
            'issue.md:3:1\n  = help: write it below a new line "### Approach".',
        ),
        ("### Approach", "### Method", "9:1\n  = help: write ### Approach instead of ### Method."),
    ],
)
def test_a_section_that_lost_its_heading(
    docs: Path, toolkit: Toolkit, old: str, new: str, said: str
) -> None:
    Path("issue.md").write_text(PRACTICE.replace(old, new), encoding="utf-8")
    done = toolkit("new", "--from", "issue.md")
    assert done.code == 1
    assert f'The section "Approach" is empty.\n  --> {"issue.md:" * (new != "")}{said}' in done.out


def test_the_sections_of_a_file_are_no_issue(docs: Path, toolkit: Toolkit) -> None:
    sections = PRACTICE[PRACTICE.index("### Context") : PRACTICE.index("### Before")]
    Path("practice.md").write_text(sections.replace("### ", "## "), encoding="utf-8")
    assert "There is no entry in practice.md." in toolkit("new", "--from", "practice.md").err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n2021\n", "\nin 2091\n", "issue.md:16:1"),
        (
            "2021",
            "_No response_",
            'issue.md:16:1\n  = help: write it below "### When was it published?',
        ),
        (
            "2021",
            "unknown",
            'write it here; if nobody knows it, remove this, and write "year" below',
        ),
        ("2021", "\n### Unverified\n\nyear", "fishing-vessels-their-crews.md: new\n"),
        ("English, French", "_No response_", 'write it below "### In which languages is it avail'),
        (
            "International Organization for",
            "Ministry of",
            "issue.md:52:1\n  = help: write its name in the re",
        ),
        ("UNODC, International", "UNODC\n\n### Partners\n\nInter-State", ": new\n"),
        ("UNODC, I", "UNOCD, I", 'did you mean "unodc"?'),
        ("kind of work is it?", "kind of work?", ": new\n"),
        ("It has examples.", "### Examples\n\nMany.", 'not ask "Examples".\n  --> issue.md:8:1'),
        ("### Which countries?", "### States", 'The form does not ask "States".'),
        ("### Which countries?", f"### S{' ' * 99_000}x", 'The form does not ask "S'),
        ("### Before", f"{ISSUE}\n### Before", '"### What is it called?" appears twice.'),
        ("### Before", f"{PRACTICE}\n### Before", '"### What is it called?" appears twice.'),
        ("- [X] I", "- [ ] I", "issue.md:60:1\n  = help: look for names of victims"),
        ("- [X] I", "  + [] I", "issue.md:60:1\n  = help: look for names of victims"),
        ("- [X] I", "\\- \\[ \\] I", "issue.md:58:1\n  = help: look for names of victims"),
        (f"### Before{ISSUE.partition('### Before')[2]}", "", "issue.md:58:1\n  = help: copy the"),
        ("### ", "", ": new\n"),  # as copied from its page
        ("### ", "**", ": new\n"),
        ("### ", "> ### ", ": new\n"),
        ("### Which countries?\n\n_No response_", "### Which countries?\n\n-", ": new\n"),
        ("- [X] I", "I", "then write - [x] in the line below."),
        ("English, French", f"French{', Tongue' * 4_000}", 'error[invalid-language]: "Tongue"'),
        ("https://www.unodc.org/vessels", "On the website of UNODC", "is not an address."),
        ("### Which regions?", "## Which regions?", ": new\n"),
        ("### Which regions?", "**Which regions?**", ": new\n"),
        ("_No response_", "*No response*", ": new\n"),
        ("Prosecution, Protection", "- [x] Prosecution\n- [ ] Others\n- [X] Protection", ": new\n"),
        ("English, French", "* English\n2. French", ": new\n"),
    ],
)
def test_an_issue_that_somebody_edited(
    docs: Path, toolkit: Toolkit, old: str, new: str, said: str
) -> None:
    Path("issue.md").write_text(ISSUE.replace(old, new), encoding="utf-8")
    before = files_of(docs)
    done = toolkit("new", "--from", "issue.md", "--as-of", DAY)
    assert said in done.out + done.err
    assert (files_of(docs) == before) == (done.code != 0)
    assert done.out.count("error[") <= 1
