"""`toolkit opportunities`: what organizations could do together."""

from datetime import date
from pathlib import Path

import click

from toolkit.cli.known import organisation_of
from toolkit.cli.options import (
    as_of_option,
    docs_option,
    echo_json,
    format_option,
    organisation_option,
)
from toolkit.cli.reading import sound_context
from toolkit.content.opportunities import Answer
from toolkit.content.reader import Content
from toolkit.languages import LANGUAGES
from toolkit.opportunities.opportunity import Opportunity
from toolkit.opportunities.sentences import reason_of

EPILOG = """\b
Examples:
  toolkit opportunities
  toolkit opportunities --organisation iom
  toolkit opportunities --format json
"""


@click.command("opportunities", epilog=EPILOG)
@organisation_option("List only those that name this organization.")
@format_option("text", "json", about="The format of the list.")
@docs_option
@as_of_option("Find opportunities as of this day.")
def opportunities(organisation: str | None, form: str, folder: Path, day: date) -> None:
    """List what organizations could do together, each with its reason and its entries.

    Answers are recorded in docs/registers/opportunities.yml.
    """
    context = sound_context(folder, day)
    content = context.content
    if organisation:
        organisation_of(content, organisation)
    answers = {one.id: one for one in content.answers.items.values() if one.holds(day)}
    found = [
        (one, answers.get(one.id))
        for one in context.opportunities.values()
        if not organisation or organisation in one.bodies
    ]
    if form == "json":
        echo_json([_row(one, answer, content) for one, answer in found])
        return
    for one, answer in found:
        click.echo(_lines(one, answer, content))
    answered = sum(answer is not None for _, answer in found)
    click.echo(f"Opportunities: {len(found)}, {answered} of them answered.", err=True)


def _row(one: Opportunity, answer: Answer | None, content: Content) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "organisations": one.bodies,
        "entries": one.entries,
        "themes": one.themes,
        "audiences": one.audiences,
        "region": one.region,
        "language": one.language,
        "reason": reason_of(one, content, LANGUAGES["en"]),
        "answer": answer
        and {name: getattr(answer, name) for name in ("answer", "by", "on", "until", "reason")},
    }


def _lines(one: Opportunity, answer: Answer | None, content: Content) -> str:
    lines = [one.id, f"  {reason_of(one, content, LANGUAGES['en'])}"]
    lines += [f"  - {id_}" for id_ in one.entries]
    if answer is not None:
        until = f", until {answer.until}" if answer.until else ""
        by = ", ".join(answer.by)
        lines.append(f"  answered by {by} on {answer.on}: {answer.answer}{until}. {answer.reason}")
    return "\n".join(lines)
