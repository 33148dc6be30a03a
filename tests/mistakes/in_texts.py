"""What texts contain: links, markup, what other programs leave."""

from tests.mistakes.places import (
    ADDRESS,
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

_EMPTY = ("#", "##", "###", "####", "## ** **")

MISTAKES: list[Row] = [
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
    (SHELTER, "## Approach", "¦\u200b## Approach", "hidden-heading", "remove it"),
    (SHELTER, REGIONS, "regions: [¦South America]", "unknown-term", '"south-america"?'),
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
    # A word processor's headings and lists.
    (SHELTER, "## Approach", "## ¦Approach:", "wrong-sections", 'did you mean "Approach"?'),
    (GUIDE, TEXT, "¦o\tOne", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "¦*One\n*Two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "![a](¦data:image/png;base64,iVBO)", "refused-link", "next to this one"),
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
    # Telephone numbers as written in several countries.
    *(
        (GUIDE, TEXT, f"The hotline of the office is ¦{number}.", "undeclared-telephone", number)
        for number in ("0800 61 9619", "0 800 005 696", "01 23 45 67 89", "1-888-373-7888")
    ),
    (
        *(GUIDE, LANGUAGES, f"{LANGUAGES}\nunverified: [¦language; url]"),
        *("unknown-unverified-field", "write them separately: languages, url"),
    ),
    # Characters that word processors substitute.
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [¦“IOM”]", "registered-partner", "add iom to"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\npartners: [¦« IOM »]", "registered-partner", "add iom to"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦11/26/2026", "invalid-date", "write 2026-11-26"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nadded: ¦2026–11–26", "invalid-date", "write 2026-11-26"),
    # What other programs leave in texts: one problem a list.
    (GUIDE, TEXT, "Two things:\n\n¦– one\n– two\n– three", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "¦→ one\n→ two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "The law¦^1^ says so.", "stray-markup", "for a note [^1]"),
    (GUIDE, TEXT, "The investi¦-\ngation.", "garbled-letters", "on one line"),
    (GUIDE, TEXT, "It is pre-\nand post-trial.\n\n¦• one", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "![A chart](¦chart.png)", "broken-link", "add the file"),
    # A number in brackets, and one in a link that calls it.
    (GUIDE, TEXT, "Call us (¦+54 11 4555 1234).", "undeclared-telephone", '+54 11 4555 1234"'),
    (GUIDE, TEXT, "[011 4555-1234](¦tel:+541145551234)", "refused-link", "number without a link"),
    # What keyboards with wide brackets make, and what is left open.
    *(
        (GUIDE, TEXT, f"See ¦{typed}.", "stray-markup", "write [the manual](manual.md)")
        for typed in (
            "[the manual]（manual.md）",
            "【the manual】（manual.md）",
            "[the manual(manual.md)",
        )
    ),
    (GUIDE, TEXT, "¦【the site】（https://www.unodc.org/x）", "stray-markup", "write [the site]"),
    (GUIDE, TEXT, "¦（1）One\n（2）Two", "typed-bullet", 'write "1."'),
    (GUIDE, TEXT, '¦!!! note "Read this"\n', "stray-markup", "**Note:**"),
    # The numbers of notes that were not copied.
    (GUIDE, TEXT, "It says so.¦[1] And so.[2]", "stray-markup", "write [^1]"),
    (GUIDE, SUMMARY, "summary: It shows how inspectors find it.¦[1]", "stray-markup", "remove it"),
    # What is the name of a file, a line of a table of contents, or no text.
    *(
        (GUIDE, old, f"{old.partition(':')[0]}: ¦{typed}", "unfinished-text", said)
        for old, typed, said in (
            (TITLE, "Guide_FINAL_v2.pdf", "copied. write in its place"),
            (TITLE, "Microsoft Word - Guide for inspectors.docx", "more than the text"),
            (SUMMARY, "See above.", "not finished"),
        )
    ),
    (GUIDE, TEXT, "Introduction ¦......... 3", "unfinished-text", "more than the text"),
    (GUIDE, TEXT, "It was tried in ¦??? countries.", "unfinished-text", "not finished"),
    # Letters that look the same.
    (GUIDE, TITLE, "title: ¦Guidе for inspectors", "garbled-letters", "write Guide"),
    (GUIDE, TITLE, "title: ¦Ｇｕｉｄｅ for inspectors", "garbled-letters", "write Guide"),
    (
        *(GUIDE, ADDRESS, "url: ¦https://scholar.google.com/scholar?q=guide"),
        *("search-address", "open the result"),
    ),
    # A row of hyphens that is too short, an id in place of a path, and the title once more.
    (
        *(GUIDE, TEXT, "¦| A | B | C |\n|---|---|\n| 1 | 2 | 3 |"),
        *("stray-markup", "write |---|---|---| in place of the line below it"),
    ),
    (
        *(GUIDE, TEXT, "¦|---|---|\n| A | B |\n| 1 | 2 |"),
        *("stray-markup", "move this line below the next"),
    ),
    (GUIDE, TEXT, "¦| A | B |\n|—|—|\n| 1 | 2 |", "stray-markup", "in place of the line below"),
    (GUIDE, TEXT, "¦| A  B |\n|---|---|\n| 1 | 2 |", "stray-markup", "write | between the cells"),
    (GUIDE, TEXT, "¦| A | B | C |\n|---|---|\n| 1 | 2 |", "stray-markup", "write |---|---|---| in"),
    (GUIDE, "## Contents", "¦ ## Contents", "stray-markup", "write ## Contents"),
    (GUIDE, TEXT, "¦|---|\n| A |\n|---|\n| 1 |", "stray-markup", "remove this line"),
    (GUIDE, TEXT, "[It](¦index.md).", "broken-link", 'index.md". correct it, or remove the link'),
    # What a merge left, if it isn't a heading; two notes with one number; and placeholders.
    *(
        (GUIDE, TEXT, text, "conflict-marker", "remove it")
        for text in (
            "One.\n¦=======\nTwo.",
            "One.\n\n¦=======\n\nTwo.",
            "One.\n¦>>>>>>> main",
            "One.\n\n¦>>>>>>>",
            "¦=======\nOne.\n>>>>>>> main",
        )
    ),
    (GUIDE, TEXT, "¦Context\n=======\n\nOne.", "jumped-heading-level", "write ## Context"),
    (GUIDE, TEXT, "¦Who (now)?\n=======\n\nOne.", "jumped-heading-level", "write ## Who (now)?"),
    (GUIDE, "level: global", "level: global\n¦=======", "conflict-marker", "remove it"),
    (GUIDE, TEXT, "It[^1].\n\n[^1]: One.\n¦[^1]: Two.", "stray-markup", "another name"),
    *(
        (GUIDE, TEXT, text, "unfinished-text", "write it, and remove this")
        for text in (
            "It reached ¦XX women.",
            "The law of ¦[COUNTRY] says so.",
            "In ¦20XX, it grew.",
            "It said so¦[AB1] in 2019.",
        )
    ),
    (GUIDE, TEXT, "See [it](¦shelter).", "broken-link", "../../protection/practices/shelter.md"),
    (
        *(GUIDE, "## Contents", "# ¦Guide for labour inspectors\n\n## Contents"),
        *("jumped-heading-level", "remove it"),
    ),
    (GUIDE, TEXT, "They ask for ¦помoщь.", "garbled-letters", "write помощь"),
    (GUIDE, TEXT, f"See ¦<b>{'so much of it ' * 40}</b>.", "raw-html", '"<b>" is HTML'),
    (GUIDE, SUMMARY, "summary: What is¦&nbsp;new.", "garbled-letters", "write a space"),
    (GUIDE, TEXT, "¦\uf0b7 Ask for it.", "typed-bullet", 'write "- "'),
    # A bracket too few, and brackets apart.
    *(
        (GUIDE, TEXT, f"See {typed}.", "stray-markup", said)
        for typed, said in (
            ("¦[the manual]manual.md)", "write [the manual](manual.md)"),
            ("the manual¦](manual.md)", 'write "[" before its first word'),
            ("[it](manual.md) and that¦](https://www.unodc.org/a)", 'write "[" before'),
            ("¦[the manual]\n(manual.md)", "write [the manual](manual.md)"),
            ("¦\\[the manual\\]\\(manual.md\\)", "write [the manual](manual.md)"),
        )
    ),
    # An item without its space, among others.
    (GUIDE, TEXT, "Two things:\n\n- one\n¦-two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "Two things:\n\n¦-one\n- two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "Two things:\n\n¦• one\n- two", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "Two things:\n\n¦1) One\n2. Two", "typed-bullet", 'write "1."'),
    (GUIDE, TEXT, "Two things:\n\n1. One\n¦2.Two", "typed-bullet", "leave a space after it"),
    (GUIDE, TEXT, "Two things:\n\n¦1.One\n2. Two", "typed-bullet", "leave a space after it"),
    # Lines of a table.
    *(
        (GUIDE, TEXT, f"{typed}\n", "stray-markup", said)
        for typed, said in (
            ("| A | B |\n|---|---|\n| 1 | 2 |\n¦Text.", "leave a blank line above"),
            ("| A | B |\n|---|---|\n¦|---|---|\n| 1 | 2 |", "remove this line"),
            ("¦| A | B |\n| A | B |\n|---|---|\n| 1 | 2 |", "remove this line"),
        )
    ),
    # A heading without words.
    *((GUIDE, TEXT, f"One.\n\n¦{sign}\n\nTwo.", "unfinished-text", "no words") for sign in _EMPTY),
    *(
        (SHELTER, "Forty families stayed.", f"Forty.\n\n¦{sign}", "unfinished-text", "no words")
        for sign in _EMPTY
    ),
    # The beginning of bold words, the colon of a note, a note that is there twice.
    (GUIDE, TEXT, "See these words¦** first.", "stray-markup", "write ** before"),
    (GUIDE, TEXT, "It[^1].\n\n¦[^1] One.", "stray-markup", "write [^1]:"),
    (GUIDE, TEXT, "It[^1].\n\n[^1]: One.\n¦[^1]: One.", "stray-markup", "remove this line"),
    (SHELTER, "## Context", "## Context\n## ¦Context", "wrong-sections", "combine the two"),
]
