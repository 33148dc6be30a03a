"""The files in the repository that are generated from the fields, lists and registers."""

import json

from toolkit.authoring.issue_forms import issue_forms
from toolkit.authoring.json_schema import front_matter_schema
from toolkit.authoring.snippets import snippets
from toolkit.content.reader import Content
from toolkit.content.schema import Kind


def made_files(content: Content) -> dict[str, str]:
    """The text of each file, by path relative to the content folder's parent."""
    schemas = {
        f"{content.prefix}/contribute/schema/{kind.value}.json": json.dumps(
            front_matter_schema(kind, content), indent=2, ensure_ascii=False
        )
        + "\n"
        for kind in (Kind.PRACTICE, Kind.RESOURCE)
    }
    forms = {f".github/ISSUE_TEMPLATE/{name}": text for name, text in issue_forms(content).items()}
    return {**schemas, **forms, ".vscode/entry.code-snippets": snippets(content)}
