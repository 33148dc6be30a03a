"""What fields contain."""

from tests.mistakes.places import (
    ADDRESS,
    ADDRESS_TO,
    GUIDE,
    LANGUAGES,
    REGIONS,
    SHELTER,
    SOURCE,
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
    (GUIDE, ADDRESS, "url: ¦IOM, 2020 https://iom.int/a", "invalid-address", "only https://iom.i"),
    (GUIDE, ADDRESS, "url: ¦'IOM: https://iom.int/a'", "invalid-address", "only https://iom.int/a"),
    (GUIDE, ADDRESS, "url: ¦https://iom.int/a, IOM", "invalid-address", "only https://iom.int/a"),
    (GUIDE, ADDRESS, "url: ¦https://iom.int/Work, rights.pdf", "invalid-address", "%20"),
    (GUIDE, ADDRESS, "url: ¦'IOM: https://iom.int/a.'", "invalid-address", "iom.int/a "),
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
    # Digits, marks and separators from Arabic, and a day where a month is asked for.
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nidentifiers: {{isbn: ¦٩٧٨-٩٢-١-١٣٣٧٨٩-١}}",
        "invalid-identifier",
        "write 978-92-1-133789-1",
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦\u200f2026-11-24", "invalid-date", "2026-11-24"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦31.12.2027", "invalid-date", "write 2027-12"),
    (GUIDE, LANGUAGES, "languages: [¦en؛ ar]", "invalid-language", "separately: en, ar"),
    (
        GUIDE,
        LANGUAGES,
        "languages: [¦all UN languages]",
        "invalid-language",
        "write en, fr, es, ar, ru, zh",
    ),
    # Addresses from other keyboards, from a sentence, and from the source of a page.
    *(
        (GUIDE, ADDRESS, f"url: ¦{typed}", "invalid-address", "write https://www.unodc.org/a?b=1&c")
        for typed in (
            "\u200fhttps://www.unodc.org/a?b=1&c\u200e",
            "https：//www.unodc.org/a?b=1&c",
            "https:/www.unodc.org/a?b=1&c",
            "https:\\\\www.unodc.org\\a?b=1&c",
            "https://www.unodc.org/a?b=1&amp;c",
            "https://www.unodc.org/a?b=1&c.",
            "https://www.unodc.org/a?b=1&c،",
            "https://www.unodc.org/a?b=1&c。",
        )
    ),
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
    *(
        (GUIDE, ADDRESS, f"url: ¦{address}", "tracking-parameter", "that it leads to")
        for address in (
            "https://bit.ly/3abc",
            "https://www-unodc-org.translate.goog/guide?_x_tr_sl=en&_x_tr_tl=fr",
            "https://www-unodc-org.cdn.ampproject.org/c/s/www.unodc.org/guide",
            "https://www.google.com/amp/s/www.unodc.org/guide",
            "https://www-unodc-org.ezproxy.library.edu/guide",
        )
    ),
    (GUIDE, ADDRESS, f"{ADDRESS_TO}#:~:text=a", "tracking-parameter", "a browser is to mark"),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nrelated: [¦'[it](manual.md)']",
        "unknown-entry",
        "write manual",
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
    # The same source, written in two ways.
    (
        SHELTER,
        "    role: description",
        "  - {title: A shelter, url: ¦https://iom.int/shelter/}",
        "repeated-item",
        "it is already on line 14",
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
]
