"""What other fields contain."""

from tests.mistakes.places import (
    ADDRESS,
    GUIDE,
    LANGUAGES,
    REGIONS,
    SHELTER,
    SOURCE,
    SOURCES,
    SUMMARY,
    TEXT,
    TITLE,
    Row,
)

MISTAKES: list[Row] = [
    # Values that are nearly right.
    (GUIDE, "year: 2019", "year: ¦2019 (2nd ed.)", "invalid-year", "2019"),
    (GUIDE, "year: 2019", "year: ¦'19", "invalid-yaml", "close it with '"),
    (GUIDE, "year: 2019", "year: ¦n.d.", "invalid-year", "unverified"),
    (GUIDE, "themes: [investigation]", "themes: ¦investigation", "wrong-type", "[investigation]"),
    (GUIDE, "themes: [investigation]", "themes: ¦-investigation", "wrong-type", "- investigation"),
    (GUIDE, "themes: [investigation]", "¦theme: [investigation]", "unknown-field", '"themes"?'),
    (
        *(GUIDE, "organisations: [unodc]", "organizations: [unodc]"),
        *("unknown-field", '"organisations"?'),
    ),
    (SHELTER, "countries: [AR]", "countries: ¦AR", "wrong-type", "[AR]"),
    (SHELTER, "since: 2014", "since: ¦March 2014", "invalid-year", "2014"),
    (
        GUIDE,
        "themes: [investigation]",
        'themes: [investigation]\nhelplines:\n  - number: "145"\n  ¦- country: AR\n'
        "  - body: Ministry of Justice\n  - on: 2026-11-25",
        "missing-field",
        'write "    country: AR", and 2 lines below in the same way',
    ),
    (
        SHELTER,
        "themes: [shelters]",
        'themes: [shelters]\nhelplines: [{number: "145"}, ¦{country: AR}, {on: 2026-11-25}, '
        "{body: Ministry of Justice}]",
        "missing-field",
        "put it into the item before it",
    ),
    (
        *(SHELTER, f"{SOURCE}\n    role: description", "  - ¦adress: https://www.iom.int/a"),
        *("unknown-field", "write {url: https://www.iom.int/a}"),
    ),
    (
        *(SHELTER, SOURCES, "sources: [{url: https://www.iom.int/a, title: Food, ¦work}]"),
        *("unknown-field", 'quotes: title: "Food, work"'),
    ),
    (SHELTER, SOURCE, f"{SOURCE}\n  - ¦tilte: A report", "unknown-field", 'did you mean "title"?'),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦type: training", "duplicate-key", "line 4"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦06/2027", "invalid-date", "2027-06"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦access:", "empty-value", "remove the line"),
    (GUIDE, TITLE, "title: ¦#5 Guide", "empty-value", 'write "#5 Guide"'),
    (GUIDE, "[investigation]", "¦#investigation", "empty-value", "write [investigation]"),
    (GUIDE, " [investigation]", "\n  - ¦#investigation", "empty-value", "write investigation"),
    (GUIDE, "[investigation]", "[¦#investigation]", "invalid-yaml", '"#investigation"'),
    # One word for another, one value for several.
    (GUIDE, "pillars: [prevention]", "¦pillar: [prevention]", "unknown-field", '"pillars"?'),
    (GUIDE, "year: 2019", "¦Jahr: 2019", "unknown-field", '"year"?'),
    (GUIDE, LANGUAGES, "¦langues: [en]", "unknown-field", '"languages"?'),
    (GUIDE, "summary: It", "¦résumé: It", "unknown-field", '"summary"?'),
    (GUIDE, "url: https", "¦Link: https", "unknown-field", '"url"?'),
    (GUIDE, LANGUAGES, "languages: ¦English and French", "wrong-type", "[en, fr]"),
    (
        *(GUIDE, "[investigation]", "¦investigation, shelters"),
        *("wrong-type", "[investigation, shelters]"),
    ),
    (GUIDE, "[law-enforcement]", "¦law-enforcement]", "wrong-type", "[law-enforcement]"),
    (
        *(GUIDE, "[law-enforcement]", "[law-enforcement]¦, [judges]"),
        *("invalid-yaml", "[law-enforcement, judges]"),
    ),
    (
        *(SHELTER, REGIONS, "regions: ¦south-america\n  - world"),
        *("wrong-type", "[south-america, world]"),
    ),
    (SHELTER, "[AR]", "¦Argentina and Chile", "wrong-type", "[AR, CL]"),
    # Other ways to write values.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦25/11/2026", "invalid-date", "write 2026-11-25"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦2026--11_25", "invalid-date", "write 2026-11-25"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦25 11 2026", "invalid-date", "write 2026-11-25"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦03/04/2026", "invalid-date", "write it like"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦5 May 2026", "invalid-date", "write 2026-05-05"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦May 5, 2026", "invalid-date", "write 2026-05-05"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦May 2026", "invalid-date", "write it like"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦June 2027", "invalid-date", "write 2027-06"),
    (GUIDE, "year: 2019", "year: ¦٢٠١٩", "invalid-year", "write 2019"),
    (SHELTER, "since: 2014", "since: ¦2014-2021", "invalid-year", "until: 2021"),
    (SHELTER, "since: 2014", "since: 2014\nuntil: ¦present", "invalid-year", "remove the line"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦46174", "invalid-date", "write 2026-06-01"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦slug: guide", "unknown-field", "name of the file"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦draft: true", "unknown-field", "branch"),
    (GUIDE, LANGUAGES, "¦- languages: [en]", "invalid-yaml", "write languages: [en]"),
    (GUIDE, TITLE, f"¦- {TITLE}", "invalid-yaml", f"write {TITLE}"),
    (GUIDE, LANGUAGES, "¦**languages**: [en]", "invalid-yaml", "write languages: [en]"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{isbn: ¦ISBN 978-92-2-121321-5}}"),
        *("invalid-identifier", "write only 978"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nprovisions:\n  - ¦tip-protocol: 6"),
        *("wrong-type", '"tip-protocol:6"'),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nfiles: [¦https://a.org/b]"),
        *("wrong-type", "write {language: ..., url: https://a.org/b}"),
    ),
    (GUIDE, ADDRESS, "sources:\n- url: https://a.org/b\n ¦role: press", "invalid-yaml", "align"),
    (GUIDE, ADDRESS, "sources:\n- title: a\n- title: b¦: c", "invalid-yaml", '"b: c"'),
    (SHELTER, "[iom]", "[iom]\naliases: [¦home]", "invalid-alias", "protection/practices/home"),
    # Digits, marks and separators from Arabic, and a day where a month is asked for.
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{isbn: ¦٩٧٨-٩٢-١-١٣٣٧٨٩-١}}"),
        *("invalid-identifier", "write 978-92-1-133789-1"),
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦\u200f2026-11-24", "invalid-date", "2026-11-24"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦31.12.2027", "invalid-date", "write 2027-12"),
    # Words from other languages, and from other places.
    (GUIDE, TITLE, "¦العنوان: Guide", "unknown-field", '"title"?'),
    (GUIDE, LANGUAGES, "¦Языки: [en]", "unknown-field", '"languages"?'),
    (SHELTER, "countries: [AR]", "¦country: [AR]", "unknown-field", '"countries"?'),
    # What isn't known, or was copied with too much.
    (GUIDE, "year: 2019", "¦year:", "empty-value", "write unverified: [year]"),
    (GUIDE, "level: global", "¦level: ~", "empty-value", "this field is required"),
    (GUIDE, "year: 2019", "unverified: ¦year", "wrong-type", "[year]"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nunverified: ¦да", "wrong-type", "name the fields"),
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
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers:\n  ¦- isbn: 978-92-2-121321-5"),
        *("wrong-type", "remove the hyphens"),
    ),
    (GUIDE, " [unodc]", "\n  - ¦name: unodc", "wrong-type", "write only unodc"),
    (GUIDE, " [investigation]", "\n  - ¦- investigation", "wrong-type", "one of the two hyphens"),
    (GUIDE, TEXT, "Write to WhatsApp ¦+1 (202) 555-0143.", "undeclared-telephone", "+1 (202)"),
    (GUIDE, TITLE, "¦title; Guide for inspectors", "invalid-yaml", "title: Guide for"),
    (GUIDE, TITLE, "¦Guide for labour inspectors", "invalid-yaml", "no colon"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nrelated: [¦'[it](manual.md)']"),
        *("unknown-entry", "write manual"),
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nrelated: [¦'manual (a)']", "unknown-entry", '"manual"?'),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nrelated: [¦'[[manual]]']", "unknown-entry", "write manual"),
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
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nfiles:\n  ¦en: https://www.unodc.org/a.pdf"),
        *("wrong-type", "write - {language: en, url: https://www.unodc.org/a.pdf}"),
    ),
    (GUIDE, "year: 2019", "year: ¦2019–2021", "invalid-year", "write one year"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: ¦One; Two", "wrong-type", "[One, Two]"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners:\n  ¦1. One\n  2. Two", "wrong-type", "[One, Two]"),
    (GUIDE, TEXT, "See [the manual¦](manual.md.", "stray-markup", 'close it with ")"'),
    # What languages call each other, and what Excel leaves behind.
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
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{issn: ¦ISSN 2049–3630}}"),
        *("invalid-identifier", "only 2049-3630"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{doi: ¦doi.org/10.1000/182}}"),
        *("invalid-identifier", "only 10.1000/182"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\naliases: ¦/prevention/resources/old.html"),
        *("wrong-type", "[prevention/resources/old]"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nsources:\n  - ¦name: Report"),
        *("unknown-field", 'did you mean "title"?'),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nfiles:\n  - {{¦lang: en, url: https://a.org/a.pdf}}"),
        *("unknown-field", 'did you mean "language"?'),
    ),
    (GUIDE, "year: 2019", "year: ¦unknown", "empty-value", "write unverified: [year]"),
    # Sources as reports have them.
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: {{by: unodc on¦: 2026-11-05}}"),
        *("invalid-yaml", "write verified: {by: unodc, on: 2026-11-05}"),
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: ¦A, B", "wrong-type", "[A, B], or if it is one"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [A, ¦etc.]", "empty-value", "remove this"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nstatus: ¦deleted"),
        *("unknown-choice", '"withdrawn"? Add withdrawn: {'),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nrelated: [¦Manual for labour inspectors]"),
        *("unknown-entry", "write manual"),
    ),
    # Addresses as a viewer, a spreadsheet and a sentence have them.
    *(
        (GUIDE, ADDRESS, f"url: ¦{typed}", "invalid-address", f"{said}https://www.unodc.org/a.pdf")
        for typed, said in {
            "chrome-extension://efaidnbmnn/https://www.unodc.org/a.pdf": "only ",
            '\'=HYPERLINK("https://www.unodc.org/a.pdf";"Guide")\'': "only ",
            "(https://www.unodc.org/a.pdf)": "write only ",
            "https://www.unodc.org/a.pdf)": "write ",
            "https://www.unodc.org/a.pdf).": "write ",
        }.items()
    ),
    (GUIDE, ADDRESS, "url: ¦https://www.unodc.org/a/\n  guide.pdf", "invalid-address", "one line"),
    # Yes, where the question is who and when.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: ¦oui", "wrong-type", "name the parts"),
    (SHELTER, SOURCES, "sources: ¦www.iom.int/a", "wrong-type", "[{url: https://www.iom.int/a}]"),
    # Too much for a suggestion.
    (SHELTER, SOURCES, f"sources: ¦{'a report, ' * 40}or two", "wrong-type", "write it as a list"),
    (
        *(SHELTER, SOURCES, f"{SOURCES}\n    ¦role: evaluation"),
        *("duplicate-key", "it is already on line 15"),
    ),
    # Several groups where one is taken, and where a list is.
    (
        *(SHELTER, SOURCES, "sources:\n  ¦url https://a.org/1\n  url https://a.org/2"),
        *("wrong-type", "[{url: https://a.org/1}, {url: https://a.org/2}]"),
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: ¦by iom\n  by unodc"),
        *("wrong-type", "name the parts"),
    ),
]
