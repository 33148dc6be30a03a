"""A file is in a language that the entry does not name.

Readers filter by language. If `languages` leaves Spanish out, people who read Spanish do not find
the Spanish file.

## What to do

Add the language to `languages`, or correct the language of the file.

## Example

Wrong:

```yaml
languages: [en]
files:
  - {language: es, url: 'https://www.unodc.org/guia.pdf'}
```

Right:

```yaml
languages: [en, es]
files:
  - {language: es, url: 'https://www.unodc.org/guia.pdf'}
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.language_tags import canonical_tag
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare the languages of files with those of the work."""
    for entry in context.content.entries:
        languages = entry.texts("languages")
        # Invalid tags are reported as such.
        known = bool(languages) and all(canonical_tag(tag) == tag for tag in languages)
        for leaf in entry.below("files") if known else ():
            is_language = leaf.field.form is Form.LANGUAGE
            if is_language and leaf.text not in languages and canonical_tag(leaf.text):
                yield Finding.about(
                    leaf,
                    f"There is a file in {quote(leaf.text)}, but languages does not include it.",
                    f"add {leaf.text} to languages",
                    "name every language in which the work exists.",
                )
