"""Mistakes of people who write reports, not code: what is reported, where, and how to fix it.

Each row makes one mistake in a valid file. The character ¦ marks where the problem must point, and
the last column is what must be said: the exact correction, so that the message alone is enough.
"""

from pathlib import Path

import pytest

from tests.content_case import DAY
from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.validation.runner import run_checks

GUIDE = "prevention/resources/guide.md"
SHELTER = "protection/practices/shelter.md"
TITLE = "title: Guide for labour inspectors"
SUMMARY = "summary: It explains how to recognize forced labour during an inspection."
LANGUAGES = "languages: [en]"
REGIONS = "regions: [south-america]"
SOURCE = "  - url: https://www.iom.int/shelter"
ADDRESS = "url: https://www.unodc.org/guide"
ADDRESS_TO = "url: ¦https://www.unodc.org/guide"
TEXT = "See [the grades](../../about/evidence.md#the-three-grades)."

# File, original text, what a person writes instead, the check, and what it must say.
MISTAKES: list[tuple[str, str, str, str, str]] = [
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
    (GUIDE, LANGUAGES, "languages: [en,¦, fr]", "invalid-yaml", "remove the comma"),
    (GUIDE, LANGUAGES, "languages:\n¦\t- en", "invalid-yaml", "use spaces instead of the tab"),
    (GUIDE, LANGUAGES, "languages:¦\u00a0[en]", "invalid-yaml", "type a space"),
    (GUIDE, "---\n\n## Contents", "--\n\n## Contents", "unclosed-front-matter", "---"),
    (GUIDE, "---\ntitle", "¦\n---\ntitle", "missing-front-matter", "first line"),
    # Values that are nearly right.
    (GUIDE, "year: 2019", "year: ¦2019 (2nd ed.)", "invalid-year", "2019"),
    (GUIDE, "year: 2019", "year: ¦'19", "invalid-yaml", "close it with '"),
    (GUIDE, "year: 2019", "year: ¦n.d.", "invalid-year", "unverified"),
    (GUIDE, "type: handbook", "type: ¦Handbook", "unknown-term", 'did you mean "handbook"?'),
    (GUIDE, "themes: [investigation]", "themes: ¦investigation", "wrong-type", "[investigation]"),
    (GUIDE, "themes: [investigation]", "themes: ¦-investigation", "wrong-type", "- investigation"),
    (GUIDE, "themes: [investigation]", "¦theme: [investigation]", "unknown-field", '"themes"?'),
    (GUIDE, LANGUAGES, "languages: [¦English]", "invalid-language", 'did you mean "en"?'),
    (GUIDE, LANGUAGES, "languages: [¦EN]", "invalid-language", 'did you mean "en"?'),
    (
        GUIDE,
        "organisations: [unodc]",
        "organisations: [¦UNODC]",
        "unknown-organisation",
        '"unodc"?',
    ),
    (
        GUIDE,
        "organisations: [unodc]",
        "organizations: [unodc]",
        "unknown-field",
        '"organisations"?',
    ),
    (SHELTER, "countries: [AR]", "countries: [¦UK]", "unknown-country", 'did you mean "GB"?'),
    (SHELTER, "countries: [AR]", "countries: [¦Argentina]", "unknown-country", '"AR"?'),
    (SHELTER, "countries: [AR]", "countries: ¦AR", "wrong-type", "[AR]"),
    (SHELTER, "since: 2014", "since: ¦March 2014", "invalid-year", "2014"),
    (SHELTER, SOURCE, "  - url: ¦www.iom.int/shelter", "invalid-address", "https://www.iom.int/"),
    (SHELTER, SOURCE, "  - url: ¦https://www.iom.int/a b", "invalid-address", "%20"),
    (
        SHELTER,
        f"{SOURCE}\n    role: description",
        "  - ¦adress: https://www.iom.int/a",
        "unknown-field",
        "write {url: https://www.iom.int/a}",
    ),
    (
        SHELTER,
        f"sources:\n{SOURCE}\n    role: description",
        "sources: [{url: https://www.iom.int/a, title: Food, ¦work}]",
        "unknown-field",
        'quotes: title: "Food, work"',
    ),
    (SHELTER, SOURCE, f"{SOURCE}\n  - ¦tilte: A report", "unknown-field", 'did you mean "title"?'),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦type: training", "duplicate-key", "line 4"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦06/2027", "invalid-date", "2027-06"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦access:", "empty-value", "remove the line"),
    (GUIDE, TITLE, "title: ¦#5 Guide", "empty-value", 'write "#5 Guide"'),
    (GUIDE, "[investigation]", "¦#investigation", "empty-value", "write [investigation]"),
    (GUIDE, " [investigation]", "\n  - ¦#investigation", "empty-value", "write investigation"),
    (GUIDE, "[investigation]", "[¦#investigation]", "invalid-yaml", '"#investigation"'),
    # Traces of a word processor.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [¦“A, b”]", "smart-quotes", 'write "A, b"'),
    (GUIDE, TITLE, "title: ¦“Guide for inspectors”", "smart-quotes", '"Guide for inspectors"'),
    (GUIDE, TITLE, "title: Guide ¦#5", "cut-value", '"Guide #5"'),
    (GUIDE, TITLE, "title: Guide for¦\u00a0inspectors", "stray-space", "type a space"),
    (GUIDE, TITLE, "title: Guide for in¦\u00adspectors", "zero-width-character", "remove it"),
    (GUIDE, TITLE, "title: ¦GUIDE FOR LABOUR INSPECTORS", "shouted-text", "small letters"),
    (GUIDE, SUMMARY, "summary: ¦A guide for labour inspectors.", "repetitive-summary", "for whom"),
    (GUIDE, TEXT, "¦• One\n\nText", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "#### ¦Small heading", "jumped-heading-level", "### Small heading"),
    # Links and what can do harm.
    (GUIDE, TEXT, "Click [¦here](manual.md).", "unclear-link-text", "name of the page"),
    (GUIDE, TEXT, "See [it](¦manual.html).", "broken-link", "manual.md"),
    (GUIDE, TEXT, "See [it](¦http://www.unodc.org).", "refused-link", "https://"),
    (GUIDE, TEXT, "See <¦https://www.unodc.org/>.", "bare-address", "[name of the page](address)"),
    (GUIDE, TEXT, "New ¦<b>guide", "raw-html", "**words**"),
    (GUIDE, TEXT, "Write to ¦j.doe@unodc.org.", "personal-email", "address of an office"),
    (GUIDE, TEXT, "Call ¦+54 11 4555 1234.", "undeclared-telephone", "helplines"),
    (GUIDE, TEXT, "A ¦sex slave", "discouraged-wording", "person trafficked for"),
    (SHELTER, "## Approach", "## ¦Aproach", "wrong-sections", 'did you mean "Approach"?'),
    (SHELTER, REGIONS, "regions: [¦South America]", "unknown-term", '"south-america"?'),
    # One word for another, one value for several.
    (GUIDE, "pillars: [prevention]", "¦pillar: [prevention]", "unknown-field", '"pillars"?'),
    (GUIDE, "year: 2019", "¦Jahr: 2019", "unknown-field", '"year"?'),
    (GUIDE, LANGUAGES, "¦langues: [en]", "unknown-field", '"languages"?'),
    (GUIDE, "summary: It", "¦résumé: It", "unknown-field", '"summary"?'),
    (GUIDE, "url: https", "¦Link: https", "unknown-field", '"url"?'),
    (GUIDE, LANGUAGES, "languages: ¦English and French", "wrong-type", "[en, fr]"),
    (GUIDE, LANGUAGES, "languages: [¦English and French]", "invalid-language", "en, fr"),
    (
        GUIDE,
        "[investigation]",
        "¦investigation, shelters",
        "wrong-type",
        "[investigation, shelters]",
    ),
    (
        GUIDE,
        "[investigation]",
        "[¦investigation; shelters]",
        "unknown-term",
        "investigation, shelters",
    ),
    (GUIDE, "[law-enforcement]", "¦law-enforcement]", "wrong-type", "[law-enforcement]"),
    (
        GUIDE,
        "[law-enforcement]",
        "[law-enforcement]¦, [judges]",
        "invalid-yaml",
        "[law-enforcement, judges]",
    ),
    (
        SHELTER,
        REGIONS,
        "regions: ¦south-america\n  - world",
        "wrong-type",
        "[south-america, world]",
    ),
    (SHELTER, "[AR]", "[¦Tanzania, United Republic of]", "unknown-country", '"TZ"?'),
    (SHELTER, "[AR]", "[¦worldwide]", "unknown-country", "regions: [world]"),
    (SHELTER, "[AR]", "[¦South America]", "unknown-country", "regions: [south-america]"),
    (SHELTER, "[AR]", "¦Argentina and Chile", "wrong-type", "[AR, CL]"),
    (
        SHELTER,
        "evidence: reported",
        "evidence: ¦good",
        "unknown-term",
        "evaluated, reported, promising",
    ),
    (
        GUIDE,
        "[unodc]",
        "[¦United Nations Office on Drugs and Crime]",
        "unknown-organisation",
        '"unodc"?',
    ),
    (GUIDE, ADDRESS, f"{ADDRESS_TO} and https://www.iom.int/", "invalid-address", "one address"),
    (
        GUIDE,
        ADDRESS,
        "url: ¦“https://www.unodc.org/guide”",
        "invalid-address",
        "write https://www.unodc.org",
    ),
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
        GUIDE,
        "---\n\n## Contents",
        " ¦---\n\n## Contents",
        "unclosed-front-matter",
        "beginning of the line",
    ),
    (
        GUIDE,
        "---\n\n## Contents",
        "¦———\n\n## Contents",
        "unclosed-front-matter",
        "beginning of the line",
    ),
    (GUIDE, "---\n\n## Contents", "\n## Contents", "unclosed-front-matter", "below line 13"),
    (GUIDE, "## Contents", "¦---\ntitle: Old\n---\n", "repeated-front-matter", "remove"),
    # Mistakes that show up elsewhere.
    (GUIDE, TITLE, "title: ¦'Guide: a manual", "invalid-yaml", "close it with '"),
    (GUIDE, TITLE, "title: ¦'Guide\"", "invalid-yaml", "close it with '"),
    (GUIDE, TITLE, 'title: ¦"Guide”', "invalid-yaml", 'close it with "'),
    (SHELTER, SOURCE, f"{SOURCE}\n¦\tpublisher: IOM", "invalid-yaml", "use spaces instead"),
    (SHELTER, SOURCE, f"{SOURCE}\n  ¦publisher: IOM", "invalid-yaml", "first letter"),
    (GUIDE, SUMMARY, "summary: One¦: two\n  and three.", "invalid-yaml", "summary: >- and the"),
    (GUIDE, ADDRESS, "url: [it]¦(https://www.iom.int/a)", "invalid-yaml", "url: https://www.iom"),
    (GUIDE, "year: 2019", "year: 2019¦\u00a0", "stray-space", "type a space"),
    (GUIDE, "[investigation]", "[investigation,¦\u00a0shelters]", "stray-space", "type a space"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners:\n  - [A] ¦of b", "invalid-yaml", '- "[A] of b"'),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [A] ¦of b", "invalid-yaml", '["[A] of b"]'),
    (GUIDE, "[unodc]", "[unodc] ¦and iom", "invalid-yaml", "[unodc, iom]"),
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
        SHELTER,
        f"{SOURCE}\n    role: description",
        "  - ¦https://a.org/b",
        "wrong-type",
        "url: https",
    ),
    (
        SHELTER,
        f"{SOURCE}\n    role: description",
        "  ¦url: https://a.org/b",
        "wrong-type",
        "- url: https://a.org/b",
    ),
    # Other ways to write values.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦25/11/2026", "invalid-date", "write 2026-11-25"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦03/04/2026", "invalid-date", "write it like"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦5 May 2026", "invalid-date", "write 2026-05-05"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦May 5, 2026", "invalid-date", "write 2026-05-05"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦May 2026", "invalid-date", "write it like"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦June 2027", "invalid-date", "write 2027-06"),
    (GUIDE, "year: 2019", "year: ¦٢٠١٩", "invalid-year", "write 2019"),
    (SHELTER, "since: 2014", "since: ¦2014-2021", "invalid-year", "until: 2021"),
    (SHELTER, "since: 2014", "since: 2014\nuntil: ¦present", "invalid-year", "remove the line"),
    (SHELTER, "[AR]", "[¦EU]", "unknown-country", "regions: [europe]"),
    (
        GUIDE,
        ADDRESS,
        "url: ¦https//www.iom.int/a",
        "invalid-address",
        "write https://www.iom.int/a",
    ),
    (
        GUIDE,
        ADDRESS,
        "url: ¦htps://www.iom.int/a",
        "invalid-address",
        "write https://www.iom.int/a",
    ),
    (GUIDE, ADDRESS, "url: ¦https://https://iom.int/", "invalid-address", "write https://iom.int/"),
    (GUIDE, ADDRESS, "url: ¦https://www.iom.int/\u200ba", "invalid-address", "www.iom.int/a"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦46174", "invalid-date", "write 2026-06-01"),
    (GUIDE, ADDRESS, "url: ¦<https://www.iom.int/>", "invalid-address", "write https://www.iom"),
    (GUIDE, ADDRESS, "url: ¦doi:10.1000/182", "invalid-address", "https://doi.org/10.1000/182"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦slug: guide", "unknown-field", "name of the file"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦draft: true", "unknown-field", "branch"),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nverified: {{by: ¦J. Doe, on: 2026-01-01}}",
        "unknown-organisation",
        "organisations.yml.",
    ),
    (GUIDE, LANGUAGES, "¦- languages: [en]", "invalid-yaml", "write languages: [en]"),
    (GUIDE, TITLE, f"¦- {TITLE}", "invalid-yaml", f"write {TITLE}"),
    (GUIDE, LANGUAGES, "¦**languages**: [en]", "invalid-yaml", "write languages: [en]"),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers: {{isbn: ¦ISBN 978-92-2-121321-5}}",
        "invalid-identifier",
        "write only 978",
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nprovisions:\n  - ¦tip-protocol: 6",
        "wrong-type",
        '"tip-protocol:6"',
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nfiles: [¦https://a.org/b]",
        "wrong-type",
        "write {language: ..., url: https://a.org/b}",
    ),
    (GUIDE, ADDRESS, "sources:\n- url: https://a.org/b\n ¦role: press", "invalid-yaml", "align"),
    (GUIDE, ADDRESS, "sources:\n- title: a\n- title: b¦: c", "invalid-yaml", '"b: c"'),
    *(
        (SHELTER, "[AR]", f"[¦{name}]", "unknown-country", f'did you mean "{code}"?')
        for name, code in {"DR Congo": "CD", "Swaziland": "SZ", "Holland": "NL"}.items()
    ),
    *(
        (GUIDE, LANGUAGES, f"languages: [¦{name}]", "invalid-language", f'did you mean "{tag}"?')
        for name, tag in {"Deutsch": "de", "Swahili": "sw", "Greek": "el", "jp": "ja"}.items()
    ),
    *(
        (SHELTER, "[AR]", f"[¦{name}]", "unknown-country", said)
        for name, said in {
            "Congo": '"CD" or "CG"?',
            "the Congo": '"CD" or "CG"?',
            "the Philippines": '"PH"?',
            "The Netherlands": '"NL"?',
            "the U.K.": '"GB"?',
            "Dominican Rep.": '"DO"?',
            "St. Lucia": '"LC"?',
            "Zaire": '"CD"?',
            "DPRK": '"KP"?',
            "Lybia": '"LY"?',
            "Nigeria (Edo State)": 'only "NG"; name the place',
            "Kosovo": "name what has none in the text",
        }.items()
    ),
    (SHELTER, "[iom]", "[iom]\naliases: [¦home]", "invalid-alias", "protection/practices/home"),
    # A word processor's headings and lists.
    (SHELTER, "## Approach", "## ¦Approach:", "wrong-sections", 'did you mean "Approach"?'),
    (GUIDE, TEXT, "¦o\tOne", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "¦*One\n*Two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "![a](¦data:image/png;base64,iVBO)", "refused-link", "next to this one"),
    # Lists and addresses that aren't recognized.
    (GUIDE, TEXT, "It has two parts:\n¦- one\n- two", "unseparated-list", "blank line"),
    (GUIDE, TEXT, "¦1) Shelter", "typed-bullet", '"1."'),
    (GUIDE, TEXT, "See ¦www.unodc.org.", "bare-address", "[name of the page](address)"),
    (GUIDE, TEXT, "See [it] (¦https://www.unodc.org).", "bare-address", "remove the space"),
    (
        SHELTER,
        "Forty families stayed.",
        "*¦To be written: results.*",
        "unfinished-text",
        "write it",
    ),
    # The lines around the front matter.
    (GUIDE, "---\ntitle", "¦----\ntitle", "missing-front-matter", 'write "---" instead'),
    (GUIDE, "---\ntitle", "¦--- yaml\ntitle", "missing-front-matter", 'write "---" instead'),
    (GUIDE, "---\ntitle", "¦+++\ntitle", "missing-front-matter", 'write "---" instead'),
    (GUIDE, "---\n\n## Contents", "¦--- end\n\n## Contents", "unclosed-front-matter", "--- end"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦---\n", "unclosed-front-matter", "remove this line"),
    # Words from other languages, and from other places.
    (GUIDE, TITLE, "¦العنوان: Guide", "unknown-field", '"title"?'),
    (GUIDE, LANGUAGES, "¦Языки: [en]", "unknown-field", '"languages"?'),
    (SHELTER, "countries: [AR]", "¦country: [AR]", "unknown-field", '"countries"?'),
    *(
        (SHELTER, "[AR]", f"[¦{name}]", "unknown-country", 'did you mean "AR"?')
        for name in ("阿根廷", "الأرجنتين", "Аргентина")
    ),
    # Curly quotes around values that aren't text.
    (GUIDE, LANGUAGES, "languages: [¦“en”]", "invalid-language", 'did you mean "en"?'),
    (GUIDE, "[unodc]", "[¦«UNODC»]", "unknown-organisation", 'did you mean "unodc"?'),
    (GUIDE, "[world]", "[¦“World”]", "unknown-term", 'did you mean "world"?'),
    (SHELTER, "[AR]", "[¦“AR”]", "unknown-country", 'did you mean "AR"?'),
    # What isn't known, or was copied with too much.
    (GUIDE, "year: 2019", "¦year:", "empty-value", "write unverified: [year]"),
    (GUIDE, "level: global", "¦level: ~", "empty-value", "this field is required"),
    (GUIDE, "year: 2019", "unverified: ¦year", "wrong-type", "[year]"),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{{typed}}}", "invalid-identifier", said)
        for typed, said in (
            ("isbn: ¦978–92–1–133789–1", "write 978-92-1-133789-1"),
            ("isbn: ¦978-92-1-133789-1 (print)", "write only 978-92-1-133789-1"),
            (
                "isbn: ¦978-92-1-133789-1; 978-92-2-121321-5",
                "write [978-92-1-133789-1, 978-92-2-121321-5]",
            ),
            ("doi: ¦https://doi.org/10.1000/182?utm_source=x", "write only 10.1000/182"),
        )
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers:\n  ¦- isbn: 978-92-2-121321-5",
        "wrong-type",
        "remove the hyphens",
    ),
    (GUIDE, " [unodc]", "\n  - ¦name: unodc", "wrong-type", "write only unodc"),
    (GUIDE, " [investigation]", "\n  - ¦- investigation", "wrong-type", "one of the two hyphens"),
    (GUIDE, TEXT, "Write to WhatsApp ¦+1 (202) 555-0143.", "undeclared-telephone", "+1 (202)"),
    (GUIDE, TITLE, "¦title; Guide for inspectors", "invalid-yaml", "title: Guide for"),
    (GUIDE, TITLE, "¦Guide for labour inspectors", "invalid-yaml", "no colon"),
    (GUIDE, ADDRESS, "url: ¦https://bit.ly/3abc", "tracking-parameter", "that it leads to"),
    # Markup that has no effect, or of which a part is left over.
    (GUIDE, TEXT, "See ¦(the manual)[manual.md].", "stray-markup", "[the manual](manual.md)"),
    (GUIDE, TEXT, "See ¦[the manual][1].", "stray-markup", "write [words](address)"),
    (GUIDE, TEXT, "¦![[a.png]]", "stray-markup", "Double brackets"),
    (GUIDE, TEXT, "¦    The guide has three parts.", "stray-markup", "remove the spaces"),
    (GUIDE, TEXT, "¦+---+---+\n| A | B |\n+===+===+", "stray-markup", "does not make a table"),
    (GUIDE, TEXT, "An e¦ﬃcient office.", "garbled-letters", "write ffi"),
    (GUIDE, TEXT, "It shows ¦\uf0b7 the way.", "garbled-letters", "A letter was lost"),
    (GUIDE, TEXT, "¦\ufffc The chart.", "zero-width-character", "remove it"),
    (GUIDE, TEXT, "¦<div><p>It is <span>red</span></p></div>", "raw-html", "remove the tags"),
    (GUIDE, TEXT, "It is.\n\n¦<!-- TODO: check -->", "raw-html", "remove it"),
    # The same thing written twice, or as in another kind of entry.
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\naliases: [prevention/resources/old, ¦prevention/resources/old]",
        "repeated-value",
        "remove it",
    ),
    (SHELTER, "since: 2014", "¦year: 2014", "unknown-field", 'did you mean "since"?'),
    (GUIDE, "year: 2019", "¦since: 2019", "unknown-field", 'did you mean "year"?'),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nfiles:\n  ¦en: https://www.unodc.org/a.pdf",
        "wrong-type",
        "write - {language: en, url: https://www.unodc.org/a.pdf}",
    ),
    (GUIDE, "year: 2019", "year: ¦2019–2021", "invalid-year", "write one year"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: ¦One; Two", "wrong-type", "[One, Two]"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners:\n  ¦1. One\n  2. Two", "wrong-type", "[One, Two]"),
    (GUIDE, TEXT, "See [the manual¦](manual.md.", "stray-markup", 'close it with ")"'),
    # Telephone numbers as written in several countries.
    *(
        (GUIDE, TEXT, f"The hotline of the office is ¦{number}.", "undeclared-telephone", number)
        for number in ("0800 61 9619", "0 800 005 696", "01 23 45 67 89", "1-888-373-7888")
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nunverified: [¦language; url]",
        "unknown-unverified-field",
        "write them separately: languages, url",
    ),
    # Characters that word processors substitute.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [¦“IOM”]", "registered-partner", "add iom to"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [¦« IOM »]", "registered-partner", "add iom to"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦11/26/2026", "invalid-date", "write 2026-11-26"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦2026–11–26", "invalid-date", "write 2026-11-26"),
    # What languages call each other, and what Excel leaves behind.
    *(
        (GUIDE, LANGUAGES, f"languages: [¦{name}]", "invalid-language", f'did you mean "{tag}"?')
        for name, tag in {
            "Anglais": "en",
            "árabe": "ar",
            "法文": "fr",
            "португальский": "pt",
        }.items()
    ),
    *(
        (GUIDE, SUMMARY, f"summary: ¦{typed}", "empty-value", f'"{shown}" in "summary"')
        for typed, shown in {
            '"#REF!"': "#REF!",
            "'#NOM?'": "#NOM?",
            "'#¡VALOR!'": "#¡VALOR!",
            "'#ИМЯ?'": "#ИМЯ?",
            ">-\n  TBD": "TBD",
        }.items()
    ),
    # Countries, languages and dates in other languages, and lookalike letters.
    *(
        (SHELTER, "[AR]", f"[¦{name}]", "unknown-country", f'did you mean "{code}"?')
        for name, code in {
            "Etats-Unis": "US",
            "США": "US",
            "Royaume Uni": "GB",
            "Perou": "PE",
            "المملكة المتحدة": "GB",
            "ROK": "KR",
            "АR": "AR",
        }.items()
    ),
    *(
        (GUIDE, LANGUAGES, f"languages: [¦{typed}]", "invalid-language", said)
        for typed, said in {
            "all": "name each language",
            "Multilingual": "name each language",
            "en-UK": '"en-GB"?',
            "еn": '"en"?',
        }.items()
    ),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦{typed}", "invalid-date", "write 2026-11-25")
        for typed in (
            *(
                "25 novembre 2026",
                "25 de noviembre de 2026",
                "25 ноября 2026 г.",
                "25th of Nov. 2026",
            ),
            *("2026年11月25日", "٢٥ نوفمبر ٢٠٢٦", "20261125"),
        )
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦1er août 2026", "invalid-date", "write 2026-08-01"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦декабрь 2027", "invalid-date", "write 2027-12"),
    # What other programs and libraries call things.
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\n{typed}", "unknown-choice", said)
        for typed, said in {
            "access: ¦free": '"public"?',
            "access: ¦Paywall": '"restricted"?',
            "url_kind: ¦PDF": '"file"?',
            "status: ¦archived": '"withdrawn"?',
        }.items()
    ),
    (GUIDE, ADDRESS, "url: ¦guide.pdf", "invalid-address", "address at the publisher"),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers: {{issn: ¦ISSN 2049–3630}}",
        "invalid-identifier",
        "only 2049-3630",
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers: {{doi: ¦doi.org/10.1000/182}}",
        "invalid-identifier",
        "only 10.1000/182",
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\naliases: ¦/prevention/resources/old.html",
        "wrong-type",
        "[prevention/resources/old]",
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nsources:\n  - ¦name: Report",
        "unknown-field",
        'did you mean "title"?',
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nfiles:\n  - {{¦lang: en, url: https://a.org/a.pdf}}",
        "unknown-field",
        'did you mean "language"?',
    ),
    (GUIDE, "year: 2019", "year: ¦unknown", "empty-value", "write unverified: [year]"),
    # An unknown field beside a missing one, and parts that are not indented.
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
        SHELTER,
        f"{SOURCE}\n    role: description",
        f"{SOURCE[2:]}\n¦publisher: IOM",
        "unknown-field",
        "indent this line",
    ),
    (
        SHELTER,
        f"{SOURCE}\n    role: description",
        "¦title: Report\nurl: https://a.org/b",
        "unknown-field",
        '"  - title: Report"',
    ),
    # The same source, written in two ways.
    (
        SHELTER,
        "    role: description",
        "  - {title: A shelter, url: ¦https://iom.int/shelter/}",
        "repeated-item",
        "it is already on line 14",
    ),
    # Lists in other ways, with names in place of ids.
    *(
        (GUIDE, old, f"{old.partition(':')[0]}: ¦{typed}", "wrong-type", f"in brackets: [{said}]")
        for old, typed, said in (
            ("organisations: [unodc]", "UNODC and IOM", "unodc, iom"),
            ("themes: [investigation]", "Investigation, Shelters", "investigation, shelters"),
            ("themes: [investigation]", "Victim services", "hotlines, shelters"),
            ("audiences: [law-enforcement]", "Law enforcement", "law-enforcement"),
            ("languages: [en]", "en fr", "en, fr"),
        )
    ),
    (
        SHELTER,
        "[south-america]",
        "¦Latin America",
        "wrong-type",
        "of docs/vocabularies/regions.yml",
    ),
    (SHELTER, "[AR]", "¦AR CL", "wrong-type", "in brackets: [AR, CL]"),
    (SHELTER, "[AR]", "[¦AR CL]", "unknown-country", "separately: AR, CL"),
    (SHELTER, "[AR]", "[AR, ¦and Chile]", "unknown-country", '"CL"?'),
    (SHELTER, "[AR]", "[¦AR.]", "unknown-country", '"AR"?'),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nprovisions: ¦tip-protocol:6, 9",
        "wrong-type",
        "['tip-protocol:6', 'tip-protocol:9']",
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nunverified: [¦title year]",
        "unknown-unverified-field",
        "title, y",
    ),
    # Sources as reports have them.
    *(
        (SHELTER, f"{SOURCE}\n    role: description", f"  - {typed}", check, said)
        for typed, check, said in (
            (
                "¦IOM (2019), Report, https://a.org/b",
                "wrong-type",
                'write {url: https://a.org/b, title: "IOM (2019), Report"}',
            ),
            (
                "url: ¦https://a.org/b (accessed 5 May 2024)",
                "invalid-address",
                "only https://a.org/b",
            ),
            (
                "url: ¦https://a.org/b, last visited in May",
                "invalid-address",
                "only https://a.org/b",
            ),
        )
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nverified: {{by: unodc on¦: 2026-11-05}}",
        "invalid-yaml",
        "write verified: {by: unodc, on: 2026-11-05}",
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: ¦A, B", "wrong-type", "[A, B], or if it is one"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [A, ¦etc.]", "empty-value", "remove this"),
    (GUIDE, "[unodc]", "[¦IOM Thailand]", "unknown-organisation", '"iom"?'),
    (GUIDE, LANGUAGES, "languages: [¦English (UK)]", "invalid-language", '"en"?'),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nstatus: ¦deleted",
        "unknown-choice",
        '"withdrawn"? Add withdrawn: {',
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nrelated: [¦Manual for labour inspectors]",
        "unknown-entry",
        "write manual",
    ),
    # Years, and the beginnings of lines.
    *(
        (GUIDE, "year: 2019", f"year: ¦{typed}", "invalid-year", "write 2019")
        for typed in ("2 019", "2,019", "20l9", "2O19")
    ),
    (GUIDE, TITLE, f" ¦{TITLE}", "invalid-yaml", "remove the spaces"),
    (GUIDE, "summary: It", "summary: >-\n¦It", "invalid-yaml", "two spaces before this line"),
    # What other programs leave in texts: one problem a list.
    (GUIDE, TEXT, "Two things:\n\n¦– one\n– two\n– three", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "¦→ one\n→ two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "The law¦^1^ says so.", "stray-markup", "for a note [^1]"),
    (GUIDE, TEXT, "The investi¦-\ngation.", "garbled-letters", "on one line"),
    (GUIDE, TEXT, "It is pre-\nand post-trial.\n\n¦• one", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "![A chart](¦chart.png)", "broken-link", "add the file"),
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
    (GUIDE, " [investigation]", "\n  - ¦shelters\n    - hotlines", "unknown-term", "shelters, hot"),
    (GUIDE, " [investigation]", "\n  - shelters\n  ¦hotlines", "invalid-yaml", "write - hotlines"),
    # Comments of other languages, bold names, and values that end with a comma.
    (GUIDE, LANGUAGES, f"¦// which?\n{LANGUAGES}", "invalid-yaml", "write # which?"),
    (GUIDE, LANGUAGES, f"¦<!-- which? -->\n{LANGUAGES}", "invalid-yaml", "write # which?"),
    (GUIDE, LANGUAGES, f"{LANGUAGES} ¦// which?", "invalid-yaml", "# in place of //"),
    (GUIDE, LANGUAGES, "¦**languages:** [en]", "invalid-yaml", "write languages: [en]"),
    (GUIDE, TITLE, f"{TITLE}¦,", "stray-markup", "or write what follows"),
    # A number in brackets, and one in a link that calls it.
    (GUIDE, TEXT, "Call us (¦+54 11 4555 1234).", "undeclared-telephone", '+54 11 4555 1234"'),
    (GUIDE, TEXT, "[011 4555-1234](¦tel:+541145551234)", "refused-link", "number without a link"),
    # A hyphen before each part, which makes an item of it.
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nfiles:\n  - language: en\n  ¦- url: https://a.org/b",
        "missing-field",
        'write "    url: https://a.org/b"',
    ),
    (
        SHELTER,
        "    role: desc",
        "  ¦- role: desc",
        "missing-field",
        'write "    role: description"',
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
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers: isbn¦: 978",
        "invalid-yaml",
        "write identifiers: {isbn: 978}",
    ),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers: isbn¦: 978-92-2-121321-5",
        "invalid-yaml",
        "write identifiers: {isbn: 978-92-2-121321-5}",
    ),
    (SHELTER, SOURCE, f"{SOURCE}, role¦: press\n#", "invalid-yaml", "shelter, role: press}"),
    (SHELTER, SOURCE, "  ¦- https://a.org/b", "invalid-yaml", "write - url: https://a.org/b"),
    (SHELTER, "description", "¦Evaluation report", "unknown-choice", 'mean "evaluation"?'),
    (GUIDE, " [investigation]", "\n¦investigation", "invalid-yaml", 'write "  - investigation"'),
]


def problems_of(docs: Path, file: str, old: str, new: str) -> tuple[list[Problem], tuple[int, int]]:
    """The problems of a file with a mistake, and where the character ¦ was."""
    path = docs / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    marked = text.replace(old, new)
    before = marked.partition("¦")[0] if "¦" in marked else ""
    path.write_text(marked.replace("¦", ""), encoding="utf-8")
    problems = run_checks(read_content(docs), DAY)
    return problems, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def assert_told(docs: Path, file: str, old: str, new: str, check: str, said: str) -> None:
    """Of a mistake, the one problem stands where it must and says what it must."""
    problems, place = problems_of(docs, file, old, new)
    assert [problem.id for problem in problems] == [check]
    finding = problems[0].finding
    words = f"{finding.message} {finding.label} {finding.hint}"
    assert said in words
    if "¦" in new:
        assert (finding.location.line, finding.location.column) == place, words


@pytest.mark.parametrize(("file", "old", "new", "check", "said"), MISTAKES)
def test_mistake(docs: Path, file: str, old: str, new: str, check: str, said: str) -> None:
    assert_told(docs, file, old, new, check, said)


def test_one_fault_one_problem(docs: Path) -> None:
    """Each of these would cause further problems if they were not held back."""
    file = docs / GUIDE
    for old, new in (
        (TITLE, "Titel: Guide for labour inspectors"),
        ("organisations: [unodc]", "publisher: [unodc]"),
        (SUMMARY, "description: It explains it."),
        (LANGUAGES, "Sprachen: [en]"),
    ):
        text = file.read_text(encoding="utf-8")
        problems, _ = problems_of(docs, GUIDE, old, new)
        assert [problem.id for problem in problems] == ["unknown-field"], new
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "folder"),
    [(GUIDE, "protection/practices"), (SHELTER, "prevention/resources")],
)
def test_entry_among_those_of_the_other_kind(docs: Path, file: str, folder: str) -> None:
    (docs / file).rename(docs / folder / "moved.md")
    (found,) = run_checks(read_content(docs), DAY)
    assert found.id == "wrong-folder"
    assert found.finding.hint == f"move the file to docs/{file.rpartition('/')[0]}/."


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("guide.fr.md", "missing-field"),
        ("guide.french.md", "invalid-file-name"),
        ("guide.FR.md", "invalid-file-name"),
        ("guide_fr.md", "invalid-file-name"),
    ],
)
def test_copy_that_was_to_be_translated(docs: Path, name: str, check: str) -> None:
    copy = (docs / GUIDE).with_name(name)
    copy.write_bytes((docs / GUIDE).read_bytes())
    (found,) = run_checks(read_content(docs), DAY)
    assert found.id == check
    assert "toolkit translation new guide --language fr" in found.finding.hint


def test_there_are_enough() -> None:
    assert len(MISTAKES) >= 40
