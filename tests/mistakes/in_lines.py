"""How lines, lists and parts are written."""

from tests.mistakes.places import (
    ADDRESS,
    GUIDE,
    LANGUAGES,
    SHELTER,
    SOURCE,
    SOURCES,
    SUMMARY,
    TEXT,
    TITLE,
    Row,
)

_BELOW_SUMMARY = """\
type: handbook
year: 2019
pillars: [prevention]
themes: [investigation]
audiences: [law-enforcement]
level: global
regions: [world]
languages: [en]
"""

MISTAKES: list[Row] = [
    # The ten usual mistakes with punctuation.
    (GUIDE, TITLE, "title: Guide¦: a manual", "invalid-yaml", 'title: "Guide: a manual"'),
    (GUIDE, TITLE, "title: “Guide¦: a manual”", "invalid-yaml", 'title: "Guide: a manual"'),
    (GUIDE, TITLE, "title: “A¦: b” and “c”", "invalid-yaml", "title: '“A: b” and “c”'"),
    (GUIDE, TITLE, 'title: "A"¦: the "b"', "invalid-yaml", 'title: \'"A": the "b"\''),
    (GUIDE, TITLE, "title: Guide¦: the Council'", "invalid-yaml", 'title: "Guide: the Council"'),
    (GUIDE, TITLE, "# Draft\n\n¦title = Guide", "invalid-yaml", "title: Guide"),
    (GUIDE, TITLE, "¦title:Guide", "invalid-yaml", "title: Guide"),
    (GUIDE, TITLE, 'title: ¦"Guide', "invalid-yaml", 'close it with "'),
    (GUIDE, TITLE, "title: 'Women'¦s guide'", "invalid-yaml", 'title: "Women\'s guide"'),
    (GUIDE, TITLE, "title: ¦@home guide", "invalid-yaml", '"@home guide"'),
    (GUIDE, TITLE, "title: ¦*Guide* for inspectors", "invalid-yaml", '"*Guide* for inspectors"'),
    (GUIDE, TITLE, 'title: "Guide" ¦for inspectors', "invalid-yaml", "'\"Guide\" for inspectors'"),
    (GUIDE, TITLE, "title: [draft] ¦Guide", "invalid-yaml", '"[draft] Guide"'),
    (GUIDE, TITLE, "title: Guide\n  ¦edition: 2", "invalid-yaml", "first letter"),
    (GUIDE, LANGUAGES, "languages: ¦[en, fr", "invalid-yaml", 'close it with "]"'),
    (GUIDE, LANGUAGES, "languages: ['en'¦fr']", "invalid-yaml", "write [en, fr]"),
    (GUIDE, LANGUAGES, "languages: 'en'¦,'fr'", "invalid-yaml", "write one list: [en, fr]"),
    (GUIDE, LANGUAGES, "languages: 'en' ¦and 'fr'", "invalid-yaml", "write one list: [en, fr]"),
    (GUIDE, TITLE, "title: ¦『Guide to inspection』", "smart-quotes", '"Guide to inspection"'),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nhelplines:\n  - ¦Ministry of Justice: 145"),
        *("unknown-field", "{number: 145, country: ..., body: Ministry of Justice, on: ...}"),
    ),
    (GUIDE, LANGUAGES, "languages: [en,¦, fr]", "invalid-yaml", "remove the comma"),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: {{{typed}}}", "unknown-field", said)
        for typed, said in (
            ("¦by iom, on: 2026-11-05", "write by: iom"),
            ("by: iom, ¦on 2026-11-05", "write on: 2026-11-05"),
        )
    ),
    (GUIDE, LANGUAGES, "languages:\n¦\t- en", "invalid-yaml", "use spaces instead of the tab"),
    (GUIDE, LANGUAGES, "languages:¦\u00a0[en]", "invalid-yaml", "type a space"),
    (GUIDE, "---\n\n## Contents", "--\n\n## Contents", "unclosed-front-matter", "---"),
    (GUIDE, "---\ntitle", "¦\n---\ntitle", "missing-front-matter", "first line"),
    # Lines that are nearly right.
    (GUIDE, "level: global", "¦level = global", "invalid-yaml", "level: global"),
    (GUIDE, "level: global", "¦level： global", "invalid-yaml", "level: global"),
    (GUIDE, "level: global", '"level": "global"¦,', "invalid-yaml", "remove the comma"),
    (GUIDE, SUMMARY, "summary: ¦- It explains it.", "invalid-yaml", '"- It explains it."'),
    (GUIDE, "[investigation]", "¦- investigation", "invalid-yaml", "[investigation]"),
    (GUIDE, TITLE, "title: ¦'Tis the guide", "invalid-yaml", 'title: "\'Tis the guide"'),
    (GUIDE, TITLE, "title: ¦!Attention", "refused-yaml", '"!Attention"'),
    (GUIDE, TITLE, "title: ¦%50 of them", "invalid-yaml", '"%50 of them"'),
    (
        *(GUIDE, "---\n\n## Contents", " ¦---\n\n## Contents"),
        *("unclosed-front-matter", "beginning of the line"),
    ),
    (
        *(GUIDE, "---\n\n## Contents", "¦———\n\n## Contents"),
        *("unclosed-front-matter", "beginning of the line"),
    ),
    (GUIDE, "---\n\n## Contents", "\n## Contents", "unclosed-front-matter", "below line 13"),
    (GUIDE, "## Contents", "¦---\ntitle: Old\n---\n", "repeated-front-matter", "remove"),
    # Two fields on one line.
    *(
        (GUIDE, "level: global\nregions: [world]", typed, "invalid-yaml", "own: regions: [world]")
        for typed in ("level: global, regions¦: [world]", "level: global regions¦: [world]")
    ),
    (GUIDE, f"{TITLE}\n", f"{TITLE}; ", "invalid-yaml", "a line of its own: summary: It"),
    (GUIDE, f"{TITLE}\n", f"{TITLE} ", "invalid-yaml", "a line of its own: summary: It"),
    (GUIDE, "[investigation]\n", "[investigation]¦, ", "invalid-yaml", "own: audiences: [law"),
    (SHELTER, "A shelter", "The year¦: 2019", "invalid-yaml", 'title: "The year: 2019 for'),
    (GUIDE, TITLE, "title: One, level¦: top", "invalid-yaml", 'quotes: title: "One, level: top"'),
    (GUIDE, TITLE, "title: Some sources¦: a list", "invalid-yaml", '"Some sources: a list"'),
    (GUIDE, TITLE, "title: ¦'One, unverified: two", "invalid-yaml", "close it with '"),
    (GUIDE, TITLE, "title: The year¦: 2019", "invalid-yaml", 'quotes: title: "The year: 2019"'),
    # Other ways to write lists.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners:\n  ¦* One\n  * Two", "invalid-yaml", "write - One"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners:\n  ¦• One\n  • Two", "wrong-type", "[One, Two]"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners:\n  - ¦One: two", "wrong-type", '"One: two"'),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: ¦n/a", "empty-value", "remove this"),
    (GUIDE, "[investigation]", '¦"[investigation]"', "wrong-type", "quotation marks: [inv"),
    (GUIDE, "[investigation]", "[¦[investigation]]", "wrong-type", "inner brackets: inv"),
    (GUIDE, "[investigation]", "[¦investigation shelters]", "unknown-term", "investigation, sh"),
    (GUIDE, "type: handbook", "type: ¦handbook, training", "unknown-term", "choose one: handbook"),
    (
        *(SHELTER, f"{SOURCE}\n    role: description", "  - ¦https://a.org/b"),
        *("wrong-type", "url: https"),
    ),
    (
        *(SHELTER, f"{SOURCE}\n    role: description", "  ¦url: https://a.org/b"),
        *("wrong-type", "- url: https://a.org/b"),
    ),
    # Lists and addresses that aren't recognized.
    (GUIDE, TEXT, "It has two parts:\n¦- one\n- two", "unseparated-list", "blank line"),
    (GUIDE, TEXT, "¦1) Shelter", "typed-bullet", '"1."'),
    (GUIDE, TEXT, "See ¦www.unodc.org.", "bare-address", "[name of the page](address)"),
    (GUIDE, TEXT, "See [it] (¦https://www.unodc.org).", "bare-address", "remove the space"),
    (
        *(SHELTER, "Forty families stayed.", "*¦To be written: results.*"),
        *("unfinished-text", "write it"),
    ),
    # The lines around the front matter.
    (GUIDE, "---\ntitle", "¦----\ntitle", "missing-front-matter", 'write "---" instead'),
    (GUIDE, "---\ntitle", "¦--- yaml\ntitle", "missing-front-matter", 'write "---" instead'),
    (GUIDE, "---\ntitle", "¦+++\ntitle", "missing-front-matter", 'write "---" instead'),
    (GUIDE, "---\n\n## Contents", "¦--- end\n\n## Contents", "unclosed-front-matter", "--- end"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦---\n", "unclosed-front-matter", "remove this line"),
    # An unknown field next to a missing one, and parts that are not indented.
    (GUIDE, "type: handbook", "¦genre: handbook", "unknown-field", '"type"? It is missing.'),
    (SHELTER, "organisations: [iom]", "¦ministry: X", "unknown-field", '"organisations"? It is'),
    (GUIDE, "year: 2019", "unverified: [year]\n¦foo: bar", "unknown-field", "use a known name"),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\n{typed}", "unknown-field", said)
        for typed, said in {
            "helplines: [{¦phone: 145, country: AR, body: M, on: 2026-11-25}]": '"number"? It is',
            "verified:\n¦by: unodc\non: 2026-11-25": "indent these two lines by two more spaces",
            "verified: {by: unodc}\n¦on: 2026-11-25": "move it between the brackets above",
            "identifiers:\n  symbol: A/1\n¦isbn: 978-92-2-121321-5": "indent this line by two",
            "files:\n¦language: en\nurl: https://a.org/b": 'write "  - language: en"',
            # Parts without their names, and names without their group.
            "¦isbn: 978-92-2-121321-5\nsymbol: A/1": "{isbn: 978-92-2-121321-5, symbol: A/1}",
            "¦ISBN: 978-92-2-121321-5": "write identifiers: {isbn: 978-92-2-121321-5}",
            "¦doi: https://doi.org/10.1000/182": "write identifiers: {doi: 10.1000/182}",
            "identifiers: {symbol: A/1}\nurl_kind: page\n¦doi: 10.1000/182": "move it into id",
            "identifiers: {¦isbn 978-92-2-121321-5}": "write {isbn: 978-92-2-121321-5}",
            "files: [¦en: https://a.org/b]": "write {language: en, url: https://a.org/b}",
            "files: [{¦fr, https://a.org/b}]": "write {language: fr, url: https://a.org/b}",
            "verified: {¦unodc: 2026-11-25}": "write {by: unodc, on: 2026-11-25}",
        }.items()
    ),
    (
        *(SHELTER, f"{SOURCE}\n    role: description", f"{SOURCE[2:]}\n¦publisher: IOM"),
        *("unknown-field", "indent this line"),
    ),
    (
        *(SHELTER, f"{SOURCE}\n    role: description", "¦title: Report\nurl: https://a.org/b"),
        *("unknown-field", '"  - title: Report"'),
    ),
    # Lists in other ways, with names in place of ids.
    *(
        (GUIDE, old, f"{old.partition(':')[0]}: ¦{typed}", "wrong-type", f"in brackets: [{said}]")
        for old, typed, said in (
            ("themes: [investigation]", "shelters, Shelters, hotlines", "shelters, hotlines"),
            ("organisations: [unodc]", "UNODC and IOM", "unodc, iom"),
            ("themes: [investigation]", "Investigation, Shelters", "investigation, shelters"),
            ("themes: [investigation]", "Victim services", "hotlines, shelters"),
            ("audiences: [law-enforcement]", "Law enforcement", "law-enforcement"),
            ("languages: [en]", "en fr", "en, fr"),
        )
    ),
    (
        *(SHELTER, "[south-america]", "¦Latin America"),
        *("wrong-type", "of docs/vocabularies/regions.yml"),
    ),
    (SHELTER, "[AR]", "¦AR CL", "wrong-type", "in brackets: [AR, CL]"),
    (SHELTER, "[AR]", "[¦AR CL]", "unknown-country", "separately: AR, CL"),
    (SHELTER, "[AR]", "[AR, ¦and Chile]", "unknown-country", '"CL"?'),
    (SHELTER, "[AR]", "[¦AR.]", "unknown-country", '"AR"?'),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nprovisions: ¦tip-protocol:6, 9"),
        *("wrong-type", "['tip-protocol:6', 'tip-protocol:9']"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nunverified: [¦title year]"),
        *("unknown-unverified-field", "title, y"),
    ),
    # Years, and the beginnings of lines.
    *(
        (GUIDE, "year: 2019", f"year: ¦{typed}", "invalid-year", "write 2019")
        for typed in ("2 019", "2,019", "20l9", "2O19")
    ),
    (GUIDE, TITLE, f" ¦{TITLE}", "invalid-yaml", "remove the spaces"),
    (GUIDE, "summary: It", "summary: >-\n¦It", "invalid-yaml", "two spaces before this line"),
    # Hyphens that are not below each other.
    *(
        (
            SHELTER,
            "    role: description",
            f"    role: description\n{lead}¦- url: https://a.org/b\n{lead}  role: press",
            "invalid-yaml",
            said,
        )
        for lead, said in {
            "": "write 2 spaces more before it",
            " ": "write one space more before it",
            "   ": "write one space fewer before it, and before the other lines",
        }.items()
    ),
    # Only the hyphen is out of line, or has no space behind it.
    *(
        (SHELTER, "    role: description", f"    role: monitoring\n{lines}", "invalid-yaml", said)
        for lines, said in (
            (" ¦- url: https://a.org/b\n    role: press", "one space more before it the hyphens"),
            ("  ¦-url: https://a.org/b\n    role: press", "There is no space after the hyphen."),
        )
    ),
    *(
        (GUIDE, " [investigation]", f"\n{lines}", "invalid-yaml", f"write {said} before it")
        for lines, said in (
            ("  - shelters\n    ¦- hotlines", "2 spaces fewer"),
            ("  - shelters\n   ¦- hotlines\n  - investigation", "one space fewer"),
            ("¦- shelters\n  - hotlines\n  - investigation", "2 spaces more"),
        )
    ),
    # A space too many before a field below a list in brackets.
    (
        GUIDE,
        "audiences: [law-enforcement]",
        " ¦audiences: [law-enforcement]",
        *("invalid-yaml", "align it with the other fields"),
    ),
    (
        GUIDE,
        "audiences: [law-enforcement]",
        "audiences: [law-enforcement]\nfiles:\n  - url: https://a.org/b\n"
        '    language: fr\n ¦- language: "es"',
        *("invalid-yaml", "align it with the other"),
    ),
    # The field below a list on the line of its last item.
    (
        GUIDE,
        " [investigation]\naudiences: [law-enforcement]",
        "\n  - shelters\n  - ¦investigation audiences: [law-enforcement]",
        *("wrong-type", "write this on a line of its own: audiences: [law-enforcement]"),
    ),
    # A space before the colon in place of one after it, and the first words of a text.
    (
        *(SHELTER, "evidence: reported", "¦evidence :reported"),
        *("invalid-yaml", "write evidence: reported"),
    ),
    (
        GUIDE,
        "during an inspection.",
        "during\n¦year after year.",
        *("invalid-yaml", "or indent the line"),
    ),
    # Other signs in place of the hyphen before parts, or no hyphen.
    *(
        (SHELTER, SOURCE, f"  ¦{sign}{SOURCE.strip(' -')}", "invalid-yaml", f": {SOURCE.strip()}")
        for sign in ("– ", "-- ", "+ ", "-")
    ),
    (
        *(SHELTER, "    role: description", "    role: description\n  ¦– {url: https://a.org/b}"),
        *("invalid-yaml", ": - {url: https://a.org/b}"),
    ),
    (
        SHELTER,
        SOURCE,
        f"    ¦{SOURCE.strip(' -')}\n    role: description\n  - url: https://a.org/b",
        *("invalid-yaml", f"it has no hyphen. write a hyphen and a space before it: {SOURCE[2:]}"),
    ),
    (
        *(SHELTER, f"sources:\n{SOURCE}", f"sources: ¦{SOURCE.strip()}"),
        *("invalid-yaml", f"on the next line, after two spaces: {SOURCE.strip()}"),
    ),
    (
        *(SHELTER, SOURCE, f" - {{url: https://a.org/b}}\n  ¦{SOURCE.strip()}"),
        *("invalid-yaml", "write one space fewer before it"),
    ),
    (
        *(SHELTER, SOURCE, f"  ¦– {SOURCE.strip(' -')} + title: One"),
        *("invalid-yaml", f"a hyphen in its place: {SOURCE.strip()} + title: One"),
    ),
    # A blank line above a part or a field with spaces before it.
    (
        *(SHELTER, SOURCES, "sources:\n¦- https://www.iom.int/shelter\n\n  role: description"),
        *("invalid-yaml", f"write {SOURCE.strip()}"),
    ),
    (GUIDE, "year: 2019", "\n  ¦year: 2019", "invalid-yaml", "align it with the first letter"),
    # Brackets.
    (GUIDE, ADDRESS, f"{ADDRESS}\nthemes: ¦[", "invalid-yaml", 'close it with "]"'),
    (GUIDE, TITLE, "title: ¦[A guide (2019)", "invalid-yaml", "or put the whole value in quotes"),
    (GUIDE, ADDRESS, f"{ADDRESS}\nverified: ¦{{by: iom,", "invalid-yaml", 'close it with "}"'),
    *(
        (GUIDE, LANGUAGES, f"languages: ¦{written}", "invalid-yaml", said)
        for written, said in (
            ("[en, fr)", "write ] in place of )"),
            ("[en, fr}", "write ] in place of }"),
            ("{en, fr]", "write [ in place of {"),
            ("[[en, fr]", "remove one of the two brackets"),
            ("{[en, fr]", "remove {"),
            ("[en (English)", 'close it with "]"'),
        )
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: ¦['One, Two]\nprovisions: ['c029:1']"),
        *("invalid-yaml", "A quotation mark in the brackets is not closed. close it with '"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nfiles: ¦[{{language: fr, url: https://a.org/b}}"),
        *("invalid-yaml", 'close it with "]"'),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\n  ¦- Ministry of Labour\n  - Two", "invalid-yaml"),
        "write the name of this list on a line above it",
    ),
    (
        *(GUIDE, " [investigation]", " [investigation]\n  ¦- shelters\n  - hotlines"),
        "invalid-yaml",
        "write themes: [investigation, shelters, hotlines] there, and remove these lines",
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [One, ]\n  ¦- Two, Three"),
        *("invalid-yaml", 'write partners: [One, "Two, Three"] there, and remove this line'),
    ),
    (
        *(SHELTER, SOURCES, SOURCES.replace("sources:\n  ", "provisions: [c029]\n  ¦")),
        *("invalid-yaml", "align it with the other"),
    ),
    (
        *(GUIDE, "url: https://www.unodc.org/guide", "url: https://www.unodc.org/guide files¦:"),
        *("invalid-yaml", "write this on a line of its own: files:"),
    ),
    # A value on the line below its name, and one part behind another.
    *(
        (GUIDE, f"{name}: {value}", f"{name}:\n¦{value}", "invalid-yaml", f"above: {name}: {value}")
        for name, value in (("url", "https://www.unodc.org/guide"), ("languages", "[en]"))
    ),
    (
        *(SHELTER, f"{SOURCE}\n    role: ", f"{SOURCE} role¦: "),
        *("invalid-yaml", "write this on a line of its own: role: description"),
    ),
    (
        *(GUIDE, " [investigation]", "\n  - shelters\n  ¦-- investigation"),
        *("invalid-yaml", "write - investigation"),
    ),
    # A hyphen before the only value of a field.
    (GUIDE, "type: handbook", "type: ¦- handbook", "invalid-yaml", "write type: handbook"),
    (GUIDE, " [investigation]", "\n  - shelters\n  ¦hotlines", "invalid-yaml", "write - hotlines"),
    (
        GUIDE,
        " [investigation]",
        "\n  - shelters\n  ¦hotlines\n  - investigation",
        *("invalid-yaml", "write - hotlines"),
    ),
    # Comments of other languages, bold names, and values that end with a comma.
    (GUIDE, LANGUAGES, f"¦// which?\n{LANGUAGES}", "invalid-yaml", "write # which?"),
    (GUIDE, LANGUAGES, f"¦<!-- which? -->\n{LANGUAGES}", "invalid-yaml", "write # which?"),
    (GUIDE, LANGUAGES, f"{LANGUAGES} ¦// which?", "invalid-yaml", "# in place of //"),
    (GUIDE, LANGUAGES, "¦**languages:** [en]", "invalid-yaml", "write languages: [en]"),
    (GUIDE, TITLE, f"{TITLE}¦,", "stray-markup", "or write what follows"),
    # A hyphen before each part, which makes an item of it.
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nfiles:\n  - language: en\n  ¦- url: https://a.org/b"),
        *("missing-field", 'write "    url: https://a.org/b"'),
    ),
    (
        *(SHELTER, "    role: desc", "  ¦- role: desc"),
        *("missing-field", 'write "    role: description"'),
    ),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\n{typed}", "wrong-type", said)
        for typed, said in {
            "identifiers: ¦[isbn: 978-92-2-121321-5]": "write {isbn: 978-92-2-121321-5}",
            "identifiers: ¦[{issn: 2049-3630}, {symbol: A/1}]": "{issn: 2049-3630, symbol: A/1}",
            "identifiers: ¦978-92-2-121321-5": "write {isbn: 978-92-2-121321-5}",
            "files: ¦{language: en, url: https://a.org/b}": "write [{language: en, url: https",
            "files:\n  ¦language: en\n  url: https://a.org/b": "two spaces before its other lines",
            "files:\n  - ¦https://a.org/b\n  - https://a.org/c": "the other items in the same way",
            "files:\n  - language: ¦[en, fr]\n    url: https://a.org/b": "a further item for each",
            "verified: ¦[unodc, 2026-11-25]": "write {by: unodc, on: 2026-11-25}",
            "distinct_from: ¦[manual]": "write {manual: how it differs}",
        }.items()
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\ndistinct_from: {{¦manual}}", "empty-value", "how it differs"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: isbn¦: 978"),
        *("invalid-yaml", "write identifiers: {isbn: 978}"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: isbn¦: 978-92-2-121321-5"),
        *("invalid-yaml", "write identifiers: {isbn: 978-92-2-121321-5}"),
    ),
    (SHELTER, SOURCE, f"{SOURCE}, role¦: press\n#", "invalid-yaml", "shelter, role: press}"),
    (SHELTER, SOURCE, "  ¦- https://a.org/b", "invalid-yaml", "write - url: https://a.org/b"),
    (SHELTER, "description", "¦Evaluation report", "unknown-choice", 'mean "evaluation"?'),
    (GUIDE, " [investigation]", "\n¦investigation", "invalid-yaml", 'write "  - investigation"'),
    # A list as a word processor has it, a tab before a field, and a part without its value.
    (
        *(GUIDE, "themes: [investigation]", "themes:\n¦•\tinvestigation"),
        *("invalid-yaml", 'write "  - investigation"'),
    ),
    (GUIDE, "level: global", "¦\tlevel: global", "invalid-yaml", "remove the tab"),
    (SHELTER, SOURCE, f"{SOURCE}\n¦\ttitle: It", "invalid-yaml", "use spaces instead of the tab"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: {{by: unodc, ¦on:}}"),
        *("invalid-yaml", "write a space and the value here"),
    ),
    # An apostrophe in single quotation marks in brackets.
    (
        SHELTER,
        f"{SOURCE}\n    role: description",
        "  - {title: 'L'¦aide d'urgence', role: description}",
        "invalid-yaml",
        "write title: \"L'aide d'urgence\"",
    ),
    # Front matter begun on a Chinese keyboard, and files that were saved as formatted text.
    (GUIDE, "---\ntitle", "¦－－－\ntitle", "missing-front-matter", 'write "---" instead'),
    *(
        (GUIDE, "---\ntitle", f"¦{first}\n---\ntitle", "missing-front-matter", "not plain text")
        for first in ("{\\rtf1\\ansi\\deff0", "<!DOCTYPE html>")
    ),
    # A field that is a comment, and lines of a text that look like fields.
    (GUIDE, TITLE, "¦# title: Guide", "missing-field", "remove the # if this is the title"),
    (SHELTER, "organisations: [iom]", "¦## partners: [A]", "missing-field", "remove the #"),
    (GUIDE, "year: 2019", "¦#year: 2019", "missing-field", "remove the # if this is the year"),
    # A field that its indentation makes a part of the text above.
    (
        *(GUIDE, f"{SUMMARY}\ntype: handbook", "summary: >-\n  It explains it.\n  ¦type: handbook"),
        *("missing-field", 'align it with "summary" above'),
    ),
    (
        GUIDE,
        f"{SUMMARY}\n{_BELOW_SUMMARY}organisations: [unodc]\n",
        f"summary: >-\n  It explains it.\n  ¦organisations: [unodc]\n{_BELOW_SUMMARY}",
        "missing-field",
        'align it with "summary" above',
    ),
    *(
        (GUIDE, SUMMARY, f"summary: >-\n  It is.\n  ¦{line}", "stray-markup", "align it with")
        for line in ("related: [manual]", "url: https://a.org/b")
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nstatus: withdrawn\nwithdrawn:\n  reason: |\n    Old.\n    ¦on: 2026-11-02",
        "missing-field",
        'align it with "reason" above',
    ),
    (
        *(GUIDE, SUMMARY, "summary: >-\n  It explains it.\n\n¦Its aim: to help."),
        *("unknown-field", "write two spaces"),
    ),
    *(
        (GUIDE, SUMMARY, f"summary: It explains it.\n{line}", "unknown-field", said)
        for line, said in {
            "¦Its aim: to help.": 'write "summary: >-" above the text',
            "\n¦ملاحظة: هذا عن تفتيش العمل": 'write "summary: >-" above the text',
            "¦Contact: Geneva": "use a known name, or remove it",
        }.items()
    ),
    # A tab at the end of a line.
    (GUIDE, "level: global", "level: global¦\t", "trailing-blanks", "remove them"),
]
