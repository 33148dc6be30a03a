"""What addresses and sources contain."""

from tests.mistakes.places import ADDRESS, ADDRESS_TO, GUIDE, SHELTER, SOURCE, Row

MISTAKES: list[Row] = [
    # Values that are nearly right.
    (SHELTER, SOURCE, "  - url: ¦www.iom.int/shelter", "invalid-address", "https://www.iom.int/"),
    (SHELTER, SOURCE, "  - url: ¦https://www.iom.int/a b", "invalid-address", "%20"),
    # One word for another, one value for several.
    (GUIDE, ADDRESS, f"{ADDRESS_TO} and https://www.iom.int/", "invalid-address", "one address"),
    (
        *(GUIDE, ADDRESS, "url: ¦“https://www.unodc.org/guide”"),
        *("invalid-address", "write https://www.unodc.org"),
    ),
    # Other ways to write values.
    (
        *(GUIDE, ADDRESS, "url: ¦https//www.iom.int/a"),
        *("invalid-address", "write https://www.iom.int/a"),
    ),
    (
        *(GUIDE, ADDRESS, "url: ¦htps://www.iom.int/a"),
        *("invalid-address", "write https://www.iom.int/a"),
    ),
    (GUIDE, ADDRESS, "url: ¦IOM, 2020 https://iom.int/a", "invalid-address", "only https://iom.i"),
    (GUIDE, ADDRESS, "url: ¦'IOM: https://iom.int/a'", "invalid-address", "only https://iom.int/a"),
    (GUIDE, ADDRESS, "url: ¦https://iom.int/a, IOM", "invalid-address", "only https://iom.int/a"),
    (GUIDE, ADDRESS, "url: ¦https://iom.int/Work, rights.pdf", "invalid-address", "%20"),
    (GUIDE, ADDRESS, "url: ¦'IOM: https://iom.int/a.'", "invalid-address", "iom.int/a "),
    (GUIDE, ADDRESS, "url: ¦https://https://iom.int/", "invalid-address", "write https://iom.int/"),
    (GUIDE, ADDRESS, "url: ¦https://www.iom.int/\u200ba", "invalid-address", "www.iom.int/a"),
    (GUIDE, ADDRESS, "url: ¦<https://www.iom.int/>", "invalid-address", "write https://www.iom"),
    (GUIDE, ADDRESS, "url: ¦doi:10.1000/182", "invalid-address", "https://doi.org/10.1000/182"),
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
    # What isn't known, or was copied with too much.
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
    (GUIDE, ADDRESS, f"{ADDRESS_TO}#:~:text=a", "tracking-parameter", "would highlight"),
    # What other programs and libraries call things.
    (GUIDE, ADDRESS, "url: ¦guide.pdf", "invalid-address", "on the publisher's site"),
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
            ("url: ¦https://a.org/b (French)", "invalid-address", "only https://a.org/b"),
            (
                "url: ¦'[Its page](https://a.org/b)'",
                "invalid-address",
                "write https://a.org/b",
            ),
        )
    ),
    # Quotation marks around what is no address.
    (GUIDE, ADDRESS, "url: ¦'\"guide\"'", "invalid-address", "is not an address"),
]
