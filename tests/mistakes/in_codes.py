"""What fields contain that comes from a list: countries, languages, organizations, terms."""

from tests.mistakes.places import GUIDE, LANGUAGES, SHELTER, Row

MISTAKES: list[Row] = [
    # Values that are nearly right.
    (GUIDE, "type: handbook", "type: ¦Handbook", "unknown-term", 'did you mean "handbook"?'),
    (GUIDE, LANGUAGES, "languages: [¦English]", "invalid-language", 'did you mean "en"?'),
    (GUIDE, LANGUAGES, "languages: [¦EN]", "invalid-language", 'did you mean "en"?'),
    (
        *(GUIDE, "organisations: [unodc]", "organisations: [¦UNODC]"),
        *("unknown-organisation", '"unodc"?'),
    ),
    (SHELTER, "countries: [AR]", "countries: [¦UK]", "unknown-country", 'did you mean "GB"?'),
    (SHELTER, "countries: [AR]", "countries: [¦Argentina]", "unknown-country", '"AR"?'),
    (
        *(SHELTER, "countries: [AR]", "countries: [¦St. Lucia and Barbados]", "unknown-country"),
        "separately: LC, BB",
    ),
    # One word for another, one value for several.
    (GUIDE, LANGUAGES, "languages: [¦English and French]", "invalid-language", "en, fr"),
    (
        *(GUIDE, "[investigation]", "[¦investigation; shelters]"),
        *("unknown-term", "investigation, shelters"),
    ),
    (SHELTER, "[AR]", "[¦Tanzania, United Republic of]", "unknown-country", '"TZ"?'),
    (SHELTER, "[AR]", "[¦worldwide]", "unknown-country", "regions: [world]"),
    (SHELTER, "[AR]", "[¦South America]", "unknown-country", "regions: [south-america]"),
    (
        *(SHELTER, "evidence: reported", "evidence: ¦good"),
        *("unknown-term", "evaluated, reported, promising"),
    ),
    (
        *(GUIDE, "[unodc]", "[¦United Nations Office on Drugs and Crime]"),
        *("unknown-organisation", '"unodc"?'),
    ),
    # Other ways to write values.
    (SHELTER, "[AR]", "[¦EU]", "unknown-country", "regions: [europe]"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: {{by: ¦J. Doe, on: 2026-01-01}}"),
        *("unknown-organisation", "organisations.yml."),
    ),
    *(
        (SHELTER, "[AR]", f"[¦{name}]", "unknown-country", f'did you mean "{code}"?')
        for name, code in {"DR Congo": "CD", "Swaziland": "SZ", "Holland": "NL"}.items()
    ),
    *(
        (GUIDE, LANGUAGES, f"languages: [¦{name}]", "invalid-language", f'did you mean "{tag}"?')
        for name, tag in {
            "Deutsch": "de",
            "Swahili": "sw",
            "Greek": "el",
            "jp": "ja",
            "malayo": "ms",
            "cantonés": "yue",  # as the form offers them in Spanish
        }.items()
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
            "Kosovo": "name a place without a code in the text",
        }.items()
    ),
    # A separator from Arabic, and several languages in words.
    (GUIDE, "[unodc]", "[¦UNODC – IOM]", "unknown-organisation", "separately: unodc, iom"),
    (GUIDE, "[unodc]", "[¦UNODC and IOM]", "unknown-organisation", "separately: unodc, iom"),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nverified: {{by: ¦UNODC and IOM, on: 2026-11-25}}"),
        *("unknown-organisation", "choose one: unodc, iom"),
    ),
    *(
        (GUIDE, LANGUAGES, f"languages: [¦{typed}]", "invalid-language", said)
        for typed, said in (
            ("en-fr", "separately: en, fr"),
            ("EN_FR", "separately: en, fr"),
            ("ar-en-zh", "separately: ar, en, zh"),
            ("English-French", "separately: en, fr"),
            ("English – French", "separately: en, fr"),
            ("es-ar", '"es-AR"?'),
            ("fr-fr", '"fr-FR"?'),
            ("English-UK", "language.  use a code"),
            ("French-CA", "language.  use a code"),
            ("sr-Latin", "language.  use a code"),
            ("Serbian-Latin", "language.  use a code"),
        )
    ),
    (GUIDE, LANGUAGES, "languages: [¦en؛ ar]", "invalid-language", "separately: en, ar"),
    (GUIDE, LANGUAGES, "languages: [¦en. ar]", "invalid-language", "separately: en, ar"),
    (
        *(GUIDE, LANGUAGES, "languages: [¦all UN languages]"),
        *("invalid-language", "write en, fr, es, ar, ru, zh"),
    ),
    # Words from other languages.
    *(
        (SHELTER, "[AR]", f"[¦{name}]", "unknown-country", 'did you mean "AR"?')
        for name in ("阿根廷", "الأرجنتين", "Аргентина")
    ),
    # Curly quotes around values that aren't text.
    (GUIDE, LANGUAGES, "languages: [¦“en”]", "invalid-language", 'did you mean "en"?'),
    (GUIDE, "[unodc]", "[¦«UNODC»]", "unknown-organisation", 'did you mean "unodc"?'),
    (GUIDE, "[world]", "[¦“World”]", "unknown-term", 'did you mean "world"?'),
    (SHELTER, "[AR]", "[¦“AR”]", "unknown-country", 'did you mean "AR"?'),
    # What languages call each other.
    *(
        (GUIDE, LANGUAGES, f"languages: [¦{name}]", "invalid-language", f'did you mean "{tag}"?')
        for name, tag in {
            "Anglais": "en",
            "árabe": "ar",
            "法文": "fr",
            "португальский": "pt",
        }.items()
    ),
    # Countries and languages in other languages, and lookalike letters.
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
    # More than the name.
    (GUIDE, "[unodc]", "[¦IOM Thailand]", "unknown-organisation", '"iom"?'),
    (GUIDE, LANGUAGES, "languages: [¦English (UK)]", "invalid-language", '"en"?'),
    (
        GUIDE,
        LANGUAGES,
        f"{LANGUAGES}\nprovisions: [¦'c029:2']",
        "unknown-provision",
        "1 to 3-24, but",
    ),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\nprovisions: [¦'{asked}']", "unknown-provision", said)
        for asked, said in (
            ("tip-protocol:7", "6 to 9, but not all: the nearest are 6 and 9"),
            ("c029:2", "the nearest are 1 and 3-24"),
            ("tip-protocol:10", "6 to 9 use an instrument"),
        )
    ),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nprovisions: [¦c029:1']", "unknown-provision", '"c029:1"?'),
    *(
        (
            *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{isbn: ¦{isbn}}}"),
            *("invalid-identifier", "write 978-92-2-121321-5"),
        )
        for isbn in ("978-92--2_121321-5", "978*92-2-121321-5")
    ),
    *(
        (GUIDE, LANGUAGES, f"{LANGUAGES}\nprovisions: {typed}", "wrong-type", "write it as a list")
        for typed in ("¦tip-protocol:x", "¦1, 2", "¦c029:Article 1")
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nidentifiers: {{isbn: ¦'1234567890128'}}"),
        *("invalid-identifier", "978 or 979"),
    ),
    # The number of a day in Excel, where only the month counts.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦46350", "invalid-date", "write 2026-11 w"),
]
