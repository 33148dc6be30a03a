"""English."""

from __future__ import annotations

from typing import Final

from toolkit.languages.language import Text

NAME: Final = "English"
LOCALE: Final = "en_GB"
DIRECTION: Final = "ltr"
SECTIONS: Final = ("Context", "Approach", "Results", "Conditions", "Limitations")

# Names that the United Nations uses where those of Unicode CLDR differ.
COUNTRIES: Final[dict[str, str]] = {
    "AG": "Antigua and Barbuda",
    "BA": "Bosnia and Herzegovina",
    "BL": "Saint Barthélemy",
    "BN": "Brunei Darussalam",
    "BO": "Bolivia (Plurinational State of)",
    "CD": "Democratic Republic of the Congo",
    "CG": "Congo",
    "CI": "Côte d’Ivoire",
    "CV": "Cabo Verde",
    "CZ": "Czechia",
    "FK": "Falkland Islands (Malvinas)",
    "FM": "Micronesia (Federated States of)",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "GS": "South Georgia and the South Sandwich Islands",
    "HK": "China, Hong Kong Special Administrative Region",
    "HM": "Heard Island and McDonald Islands",
    "IR": "Iran (Islamic Republic of)",
    "KN": "Saint Kitts and Nevis",
    "KP": "Democratic People’s Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People’s Democratic Republic",
    "LC": "Saint Lucia",
    "MD": "Republic of Moldova",
    "MF": "Saint Martin (French part)",
    "MM": "Myanmar",
    "MO": "China, Macao Special Administrative Region",
    "NL": "Netherlands (Kingdom of the)",
    "PM": "Saint Pierre and Miquelon",
    "PS": "State of Palestine",
    "RU": "Russian Federation",
    "SH": "Saint Helena",
    "SJ": "Svalbard and Jan Mayen Islands",
    "ST": "Sao Tome and Principe",
    "SY": "Syrian Arab Republic",
    "SZ": "Eswatini",
    "TC": "Turks and Caicos Islands",
    "TL": "Timor-Leste",
    "TR": "Türkiye",
    "TT": "Trinidad and Tobago",
    "TZ": "United Republic of Tanzania",
    "US": "United States of America",
    "VA": "Holy See",
    "VC": "Saint Vincent and the Grenadines",
    "VE": "Venezuela (Bolivarian Republic of)",
    "VN": "Viet Nam",
    "WF": "Wallis and Futuna Islands",
}

STRINGS: Final[dict[str, Text]] = {
    "site.name": "Technical assistance toolkit against trafficking in persons",
    "site.wordmark": "Technical assistance toolkit",
    "site.wordmark-end": "against trafficking in persons",
    # Around every page.
    "page.title": "{title} – Toolkit",
    "page.skip": "Skip to content",
    # The way out of the site, on every page.
    "leave.label": "Leave",
    "leave.now": "Leave this site quickly",
    "leave.hint": "or press Shift three times",
    "leave.once": "Press Shift once more to leave.",
    "leave.about": "What it hides",
    "blank.title": "Blank page",
    "nav.label": "Main",
    "nav.prevention": "Prevention",
    "nav.prosecution": "Prosecution",
    "nav.protection": "Protection",
    "nav.browse": "Browse",
    "nav.search": "Search",
    "nav.about": "About",
    "breadcrumbs.label": "You are here",
    "jump.label": "On this page",
    "foot.copy": "Copy dated {date}.",
    # In copies for downloading.
    "copy.missing": "not in this copy",
    "copy.part": "{title}: {held} of the {entries} in the toolkit.",
    "copy.newer-at": "Get a newer copy at",
    "copy.newer": "For a newer copy, ask whoever gave you this one.",
    "copy.age": "Age of this copy",
    "copy.old": "This copy is more than a year old. Works may have been replaced, addresses moved "
    "and helplines changed since {date}.",
    # The page of downloads.
    "size.mb": "{number} MB",
    "size.kb": "{number} kB",
    "downloads.title": "Take the toolkit with you",
    "downloads.summary": "Copies that work without a network: the whole toolkit, or just the part "
    "you need.",
    "downloads.safety": "A download stays on the device.",
    "downloads.safety-about": "File names give nothing away, but anyone who opens the files can "
    "read them. Do not keep a copy on a device that somebody else watches.",
    "downloads.safety-link": "How to remove a download",
    "downloads.none": "There are no files to download here yet. You can copy the site itself: it "
    "works from a disk or a USB stick.",
    "downloads.none-link": "How to copy the site",
    "downloads.make": "To make it from the project’s files, run",
    "downloads.all": "All {entries}",
    "downloads.part": "{held} of the {entries} in the toolkit",
    "downloads.sums": "Checksums: {title}",
    "downloads.update": "Update for the copy dated {since}: what has changed since",
    "downloads.formats": "Which file to take",
    "downloads.formats-caption": "File types and what each is good for",
    "downloads.format.zip": "Zipped folder (zip), opens in any browser",
    "downloads.format.html": "One page (html), opens in any browser",
    "downloads.format.epub": "E-book (epub), for e-readers and phones",
    "downloads.format.pdf": "Document to print (pdf)",
    "downloads.format.zim": "For the app Kiwix (zim)",
    "downloads.for.zip": "The whole site with its search and lists. Unzip it first. Best for "
    "computers and USB sticks.",
    "downloads.for.html": "Everything in one file, nothing to unzip. Easy to email. Best for "
    "phones.",
    "downloads.for.epub": "Text that fits small screens and can be made larger.",
    "downloads.for.pdf": "Numbered pages, for printing and citing.",
    "downloads.for.zim": "For people who already read offline with Kiwix. It has its own search.",
    "downloads.open": "How to open it",
    "downloads.on.windows": "Windows",
    "downloads.how.windows": "Zipped folder: right-click the file, choose “Extract all”, open the "
    "new folder and double-click START-HERE.html. Other files: double-click the file. An e-book "
    "needs a program that reads epub files.",
    "downloads.on.android": "Android",
    "downloads.how.android": "Choose the one page or the e-book: tap the file in the list of "
    "downloads. Many phones can't follow links from page to page in an unzipped folder.",
    "downloads.on.iphone": "iPhone and iPad",
    "downloads.how.iphone": "Choose the e-book, which opens in Books, or the one page or the "
    "document, which open in Files. An unzipped folder does not work as a site there.",
    "downloads.on.linux": "Linux and Mac",
    "downloads.how.linux": "Zipped folder: unzip it with the file manager and open "
    "START-HERE.html in a browser. Other files: double-click the file.",
    "downloads.check": "Is the file undamaged?",
    "downloads.check-about": "A file can be damaged when it is copied. Each file has a checksum, "
    "a number that changes if anything in the file changes. Work it out with one of these "
    "commands and compare it with the one above. Replace NAME with the name of the file.",
    "downloads.check-toolkit": "With the toolkit program",
    "downloads.check-all": "the checksums of all files, for programs that compare them.",
    "downloads.check-limits": "A checksum shows whether a file was damaged. It does not prove who "
    "made the file: get copies from people and organizations that you trust.",
    "downloads.check-link": "More on checking a copy",
    "home.download": "Download a copy",
    "foot.downloads": "Downloads",
    "foot.endorsement": "Inclusion here does not imply endorsement by the Group or by anybody "
    "else.",
    "foot.about/safety": "Safety when you use this site",
    "foot.about/accessibility": "Accessibility",
    "foot.about/offline": "Use it offline",
    "foot.about/licence": "Licence",
    "foot.contribute/index": "Contribute",
    "link.external": "leaves this site",
    "footnote.back": "Back to footnote {}",
    "table.label": "Table",
    "suggest.edit": "Suggest a change to this page",
    "suggest.write": "Suggest a change without an account",
    "suggest.how": "Suggest a change: how to contribute",
    "suggest.entry": "Do you know of one? See how to contribute.",
    # Home.
    "home.pillars": "Three pillars",
    "home.counts": "{resources} and {practices}, each described in the same way.",
    "home.audiences": "What is your role?",
    "home.themes": "Themes",
    "home.more": "More ways to browse:",
    "home.browse": "all lists on one page",
    "home.new": "Most recent works",
    "home.new-more": "More recent works",
    "home.offline": "Take it with you",
    "home.offline-about": "The whole site, search included, works without a network, from a disk "
    "or a USB stick.",
    "home.offline-link": "How to use it offline",
    "home.contribute": "Make it better",
    "home.contribute-about": "Add what is missing, correct what is wrong, or check the entries of "
    "your own organization.",
    "home.contribute-link": "How to contribute",
    "count.practices": {"one": "{n} practice", "other": "{n} practices"},
    "count.resources": {"one": "{n} resource", "other": "{n} resources"},
    "entries.count": {"one": "{n} entry", "other": "{n} entries"},
    # Search. The script fills in {n}.
    "search.title": "Search",
    "search.summary": "Search the titles, summaries and texts of all entries. The search runs on "
    "your device.",
    "search.label": "Search the toolkit",
    "search.privacy": "Your search stays on this device.",
    "search.loading": "Loading the search …",
    "search.unavailable": "The search could not be loaded. Please use the lists instead.",
    "search.off": "Search needs JavaScript, which is turned off.",
    "search.off-browse": "Browse all lists instead",
    "search.ways": "Other ways to look",
    "search.kind": "Kind",
    # Shown by the scripts of the search, which the index carries.
    "search.results": "Results",
    "search.count": {"one": "{n} result", "other": "{n} results"},
    "search.none": "Nothing found. Try different words, or fewer.",
    "search.weak": "No entry matches all of this. These come closest.",
    "search.showing": "Showing results for",
    "search.instead": "Search instead for",
    "search.nearest": "Similar terms",
    "search.lists": "All lists",
    "search.more": "Show more",
    "search.filter": "Narrow down",
    "search.chosen": "Selected filters",
    "search.remove": "Remove: {term}",
    "search.clear": "Remove all",
    "search.close": "Close the search",
    "search.section": "In “{name}”",
    "search.past": "superseded or withdrawn",
    "search.languages": {"one": "{n} language", "other": "{n} languages"},
    "search.suggestions": "Suggestions",
    "search.all": "Show all results",
    "search.column.title": "Title",
    "search.column.address": "Address",
    "search.column.year": "Year",
    "search.column.added": "In the toolkit since",
    "browse.sort": "Sort by",
    "browse.sort.title": "Title",
    "browse.sort.newest": "Year, newest first",
    "browse.sort.oldest": "Year, oldest first",
    "browse.sort.added": "Most recently added",
    "browse.added": "added {on}",
    "browse.csv": "Download this list (CSV)",
    "browse.count": {"one": "{n} entry", "other": "{n} entries"},
    # Lists.
    "browse.title": "Browse",
    "browse.summary": "Every list of the toolkit on one page, with the number of entries under "
    "each term, and all entries from A to Z.",
    "browse.lists": "Go to the lists of themes, audiences, places and organizations",
    "browse.all": "All entries",
    "browse.filter": "Filter the list",
    "browse.loading": "Loading the list …",
    "browse.letters": "First letters",
    "browse.digits": "0–9",
    "new.title": "Most recent works",
    "new.summary": "Entries by the year in which the work was published or the practice began, "
    "newest first.",
    "new.added": {
        "one": "Added to the toolkit in the last day",
        "other": "Added to the toolkit in the last {n} days",
    },
    "new.range": "This list covers the years {first} to {last}.",
    "new.range-added": "Recent additions to the toolkit come first. The rest of the list covers "
    "the years {first} to {last}.",
    "new.older": "For older ones, use Browse.",
    "part.practices": "Practices",
    "part.resources": "Resources",
    "group.decade": "{first} to {last}",
    "group.no-year": "Year not known",
    "list-page.about": "This list is long, so it is split into several pages, by kind and by year.",
    "list-page.all": "{name}, all",
    "list-page.name": "Page {n} of {count}",
    "list-page.title": "{title}, page {n} of {count}",
    "list-page.summary": "Page {n} of {count} of the list “{title}”.",
    "list-page.previous": "Previous page of the list",
    "list-page.next": "Next page of the list",
    "list-page.near": "Pages of this list",
    "group.part": "{name}, {part}",
    "pillar.introduction": "Introduction",
    "pillar.also": "Also in this pillar",
    "pillar.also.about": "These entries belong mainly to another pillar, but to this one too.",
    "term.summary": "{facet}: practices and resources for {term}.",
    "term.narrower": "Narrower terms",
    "term.empty": "No entries yet.",
    "state.withdrawn": "withdrawn",
    "state.superseded": "superseded",
    # Facets: names of the lists, and what each is.
    "facet.types": "Types of resources",
    "facet.types.about": "What kind of published work a resource is.",
    "facet.evidence": "Evidence",
    "facet.evidence.about": "How well a practice has been examined. It does not say how good the "
    "practice is.",
    "facet.themes": "Themes",
    "facet.themes.about": "What an entry is about.",
    "facet.audiences": "Audiences",
    "facet.audiences.about": "Whom a work is written for, or who carries out a practice.",
    "facet.exploitation": "Forms of exploitation",
    "facet.exploitation.about": "Entries that deal with one form of exploitation in particular.",
    "facet.levels": "Levels",
    "facet.levels.about": "How far an entry reaches: the world, a region or a country.",
    "facet.regions": "Regions",
    "facet.regions.about": "Regions of the world, as used in United Nations statistics.",
    "facet.countries": "Countries",
    "facet.countries.about": "Countries and territories that entries name. Names and order imply "
    "no opinion on legal status.",
    "facet.organisations": "Organizations",
    "facet.organisations.about": "The organizations behind the entries.",
    "facet.instruments": "Treaties and other instruments",
    "facet.instruments.about": "Treaties, resolutions and goals, article by article, with the "
    "entries that help to implement them.",
    # Fields, as the table of facts of an entry names them.
    "field.id": "Name of the entry",
    "field.kind": "Kind",
    "field.title": "Title",
    "field.summary": "Summary",
    "field.body": "Text",
    "field.type": "Type",
    "field.year": "Year",
    "field.since": "Years",
    "field.until": "Ended",
    "field.evidence": "Evidence",
    "field.evaluated_by": "Evaluation",
    "field.finding": "Finding",
    "field.pillars": "Pillars",
    "field.themes": "Themes",
    "field.audiences": "For",
    "field.exploitation": "Exploitation",
    "field.level": "Level",
    "field.regions": "Regions",
    "field.countries": "Countries",
    "field.languages": "Languages",
    "field.organisations": "Organizations",
    "field.partners": "Other organizations",
    "field.url": "Address",
    "field.url_kind": "Kind of address",
    "field.files": "Files",
    "field.described_at": "Described at",
    "field.identifiers": "Identifiers",
    "field.identifiers.isbn": "ISBN",
    "field.identifiers.issn": "ISSN",
    "field.identifiers.doi": "DOI",
    "field.identifiers.symbol": "Symbol",
    "field.identifiers.sales_number": "Sales number",
    "field.helplines": "Helplines",
    "field.provisions": "Provisions",
    "field.access": "Access",
    "field.supersedes": "Replaces",
    "field.related": "Related entries",
    "field.sources": "Sources",
    "field.added": "In the toolkit since",
    "field.unverified": "Not checked",
    "field.verified": "Checked by",
    "field.review_by": "To be reviewed by",
    "field.distinct_from": "Different from",
    "field.aliases": "Former addresses",
    "field.status": "Status",
    "field.withdrawn": "Withdrawn",
    "identifier": "{name} {value}",
    "helpline": "{number} ({country})",
    "helpline.note": "{body}; seen to be valid on {on}.",
    "evaluated_by.independent": "By others than those who carry it out",
    "evaluated_by.own": "By those who carry it out",
    "finding.works": "It works",
    "finding.mixed": "Mixed results",
    "finding.no-effect": "No effect found",
    "finding.unclear": "The effect is not clear",
    "url_kind.file": "The work itself",
    "url_kind.page": "Publisher's page",
    "url_kind.news": "News item of the publisher",
    "url_kind.list": "List on which it stands",
    "url_kind.home": "Publisher's home page",
    "access.public": "Open to everybody",
    "access.restricted": "Restricted",
    # An entry in a sentence: built from the inside out, each string around the one before.
    "facts.practice": "A practice",
    "facts.for-whom": "for {whom}",
    "facts.for-more": {"one": "for {n} other group", "other": "for {n} other groups"},
    "facts.for": "{what} {whom}",
    "facts.in": "{what} in {where}",
    "facts.worldwide": "{what} carried out worldwide",
    "facts.more-places": {"one": "{n} other place", "other": "{n} other places"},
    "facts.year": "{what}, {year}",
    "facts.no-year": "year not known",
    "facts.since": "since {since}",
    "facts.from-to": "{since} to {until}",
    "facts.by": "{what}, by {whom}",
    "facts.end": "{what}.",
    "facts.evidence": "Evidence: {evidence}.",
    "facts.languages": "In {languages}.",
    "facts.many-languages": {"one": "{n} language", "other": "{n} languages"},
    "facts.space": " ",
    "facts.dot": " · ",
    "organisations.more": {"one": "{n} other", "other": "{n} others"},
    "practice.with-evidence": "Practice, {evidence}",
    "value.not-checked": "{value} (not checked)",
    "mark.not-checked": "not checked",
    "mark.to-be-checked": "to be checked",
    # Words for terms inside such a sentence; without them the label of the term is used.
    "phrase.types.guide": "A guide",
    "phrase.types.handbook": "A handbook",
    "phrase.types.toolkit": "A toolkit",
    "phrase.types.training": "Training material",
    "phrase.types.report": "A report",
    "phrase.types.issue-paper": "An issue paper",
    "phrase.types.policy-brief": "A policy brief",
    "phrase.types.legal-instrument": "A legal instrument or standard",
    "phrase.types.model-law": "A model law",
    "phrase.types.strategy": "A strategy or action plan",
    "phrase.types.checklist": "Indicators or a checklist",
    "phrase.types.database": "A database",
    "phrase.types.portal": "A website",
    "phrase.types.statement": "A statement",
    "phrase.audiences.policymakers": "policymakers",
    "phrase.audiences.legislators": "legislators",
    "phrase.audiences.lawyers": "lawyers",
    "phrase.audiences.border-consular-officials": "border and consular officials",
    "phrase.audiences.humanitarian-peace-personnel": "humanitarian and peace staff",
    "phrase.audiences.employers-business": "companies and recruiters",
    "phrase.audiences.financial-institutions": "financial institutions",
    "phrase.audiences.workers-unions": "workers and trade unions",
    "phrase.audiences.researchers": "researchers",
    "phrase.audiences.media-public": "the media and the public",
    # An entry's page.
    "entry.withdrawn": "Withdrawn on {on}.",
    "entry.superseded": "A newer work replaces this one:",
    "entry.supersedes": "This work replaces:",
    "entry.joint": "Issued in the name of the Group",
    "entry.facts": "At a glance",
    "entry.provisions": "Helps to implement",
    "entry.sources": "Sources",
    "entry.related": "Related entries",
    "entry.related-all": "All {n} related entries",
    "related.title": "{title}: related entries",
    "related.summary": "All entries that are related to “{title}”.",
    "related.to": "Related to",
    "entry.distinct": "Not the same as",
    "access.title": "Where to get it",
    "access.title-practice": "More about it",
    "access.at": "At the publisher: {host}",
    "access.described-on": "Described at {host}",
    "access.described-at": "Described at",
    "access.plain": "The connection to this address is not encrypted.",
    "access.none": "No address is known.",
    "access.none-practice": "No address of its own is known.",
    "access.see-sources": "See the sources.",
    "access.ask": "Ask for it at: {bodies}.",
    "access.restricted-note": "This work is restricted. Ask the publisher for it.",
    "trust.title": "Has this been checked?",
    "trust.not-checked": "Compiled from public descriptions and not yet checked by the publisher.",
    "trust.not-checked-practice": "Compiled from public descriptions and not yet checked by those "
    "who carry it out.",
    "trust.unverified": "Not compared with the work: {fields}.",
    "trust.not-checked-link": "What this means",
    "trust.verified": "Checked by {body} on {on}.",
    "trust.overdue": "Review was due by {month}",
    "role.description": "Description",
    "role.evaluation": "Evaluation",
    "role.monitoring": "Monitoring",
    "role.press": "Press",
    "role.third-party": "Third party",
    "cite.title": "How to cite",
    "cite.work": "{bodies} ({year}). {title}.",
    "cite.with-place": "{work} {place}",
    "cite.separator": ", ",
    "cite.the-work": "The work itself:",
    "cite.the-entry": "This entry:",
    "cite.entry": "“{title}”. In: {site}. Copy dated {date}, {path}",
    # Organizations.
    "organisation.full-name": "{name} ({abbreviation})",
    "organisation.summary": "Practices and resources from this organization: {name}.",
    "organisation.kind": "Kind",
    "organisation.site": "Website",
    "organisation.entries": "In this toolkit",
    "organisation.membership": "The Group",
    "organisation.membership-note": "This copy does not have the full list of members.",
    "organisation.kind.un-entity": "Entity of the United Nations system",
    "organisation.kind.intergovernmental": "Intergovernmental organization",
    "organisation.kind.regional": "Regional organization",
    "organisation.kind.group": "Inter-agency group",
    "organisation.kind.other": "Other organization",
    "organisations.kind.un-entity": "United Nations system",
    "organisations.kind.intergovernmental": "Intergovernmental organizations",
    "organisations.kind.regional": "Regional organizations",
    "organisations.kind.group": "The Group itself",
    "organisations.kind.other": "Other organizations",
    "membership.member": "A member, as far as this copy knows",
    "membership.partner": "A partner, as far as this copy knows",
    "membership.former": "A former member, as far as this copy knows",
    "membership.joined": "{status}, since {year}.",
    # Instruments.
    "instrument.summary": "Practices and resources that help to implement: {title}.",
    "instrument.kind": "Kind",
    "instrument.adopted": "Adopted",
    "instrument.in-force": "In force",
    "instrument.body": "Deposited with or adopted by",
    "instrument.text": "Official page",
    "instrument.part": "Part {number}. {title}",
    "instrument.articles": "Articles",
    "instrument.whole": "The instrument as a whole",
    "instrument.unsure": "The list of articles is still to be checked, so no headings are shown.",
    "instrument.own-words": "Headings marked “our own words” are ours, not the official ones.",
    "instrument.caveat": "Lists of articles and dates come partly from memory. Check the official "
    "text before you quote it.",
    "instrument.caveat-link": "More on what is checked",
    "instrument.kind.treaty": "Treaty",
    "instrument.kind.regional-law": "Regional law",
    "instrument.kind.resolution": "Resolution",
    "instrument.kind.goal-target": "Goal or target",
    "instrument.kind.soft-law": "Principles or guidelines",
    "instrument.kind.action-plan": "Plan of action",
    "instruments.kind.treaty": "Treaties",
    "instruments.kind.regional-law": "Regional law",
    "instruments.kind.resolution": "Resolutions",
    "instruments.kind.goal-target": "Goals and targets",
    "instruments.kind.soft-law": "Principles and guidelines",
    "instruments.kind.action-plan": "Plans of action",
    "instruments.kind.other": "Others",
    "article.number": "Article {number}",
    "article.range": "Articles {first} to {last}",
    "article.our-words": "{label} (our own words)",
    "article.none": "No entries yet.",
    # Reference for contributors.
    "reference.generated": "The program makes this page from its own tables, so it always matches "
    "what the program does.",
    "checks.title": "Checks",
    "checks.summary": "What is checked before a site is built, and what each message means.",
    "severity.error": "error: stops the build",
    "severity.warning": "warning",
    "severity.notice": "notice",
    "fields.title": "Fields",
    "fields.summary": "Every field that you can use at the top of a file, and the values it takes.",
    "fields.caption": "Fields at the top of a file",
    "fields.name": "Field",
    "fields.required": "Required for",
    "fields.about": "What it says",
    "fields.example": "Example",
    "fields.always": "always",
    "fields.may": "optional for {kinds}",
    "fields.terms": "The terms",
    "kind.practice": "practices",
    "kind.resource": "resources",
    "kind.page": "pages",
    "kind.data": "lists",
    "form.text": "Plain text",
    "form.text.limited": {
        "one": "Plain text, at most {n} character",
        "other": "Plain text, at most {n} characters",
    },
    "form.term": "A term of a list",
    "form.choice": "One of",
    "form.year": "A year, four digits",
    "form.month": "A month, such as 2027-06",
    "form.date": "A date, such as 2026-11-25",
    "form.country": "A country code",
    "form.language": "A language tag",
    "form.organisation": "The id of an organization",
    "form.address": "An address that begins with https://",
    "form.identifier": "A number, as given in the work",
    "form.provision": "An instrument, article or paragraph",
    "form.entry": "The id of an entry",
    "form.field": "The name of a field",
    "form.path": "A path",
    "form.group": "Parts, see below",
    "form.partial-date": "A year, a month such as 2027-06, or a date such as 2026-11-25",
    "form.number": "A number",
    "form.digest": "The digest of a text: sha256: and 64 hexadecimal digits",
    "form.handle": "The @name of a person or a team",
    "number.list": "A list. {value}",
    "number.one-or-list": "One value or a list. {value}",
    "number.keyed": "{value}, with a reason for each",
    "number.by-language": "{value}, by language",
    # Unknown addresses.
    "not-found.title": "Page not found",
    "not-found.summary": "The address may be old or mistyped. Start again from here:",
    "not-found.home": "Home",
    # Recognition.
    "recognition.withdrawn": "Withdrawn",
    "recognition.superseded": "Superseded",
    "recognition.joint": "Issued in the name of the Group",
    "recognition.joint.link": "All works in the name of the Group",
    "recognition.undetermined": "Cannot be determined",
    "recognition.objected": "Objected to",
    "recognition.recognized": "Recognized",
    "recognition.circulating": "Circulating",
    "recognition.changed": "Changed since recognition",
    "recognition.partly": "Recognized in part",
    "recognition.proposed": "Proposed",
    "recognition.says.withdrawn": "This entry was withdrawn.",
    "recognition.says.superseded": "Another entry replaces this one.",
    "recognition.says.joint": "Issued in the name of the Group.",
    "recognition.says.undetermined": (
        "This cannot be determined: there is a fault in {path}, line {line}."
    ),
    "recognition.says.objected": {
        "one": "{names} has objected to this text since {since}: {reasons}",
        "other": "{names} have objected to this text since {since}: {reasons}",
    },
    "recognition.says.recognized": {
        "one": "Recognized by the only member since {since}: {names}.",
        "other": "Recognized by all {n} members since {since}: {names}.",
    },
    "recognition.says.silent": {
        "one": (
            "Recognized without objection since {since}: circulated to the only member from "
            "{opens} to {closes}."
        ),
        "other": (
            "Recognized without objection since {since}: circulated to all {n} members from "
            "{opens} to {closes}."
        ),
    },
    "recognition.says.circulating": (
        "Circulating to the members since {since}: they can object until the end of {closes}."
    ),
    "recognition.says.changed": "Changed since recognition: {names} recognized an earlier text. "
    "Nobody has recognized the current text.",
    "recognition.says.changed-silent": "Changed since recognition: an earlier text was recognized "
    "without objection on {since}. Nobody has recognized the current text.",
    "recognition.says.partly": {
        "one": "Recognized by {known} of 1 member: {names}.",
        "other": "Recognized by {known} of {n} members: {names}.",
    },
    "recognition.says.partly-known": {
        "one": "Recognized by {known} of the 1 member known to this copy: {names}.",
        "other": "Recognized by {known} of the {n} members known to this copy: {names}.",
    },
    "recognition.says.silent-known": {
        "one": (
            "Circulated to the 1 member known to this copy without objection, from {opens} to "
            "{closes}."
        ),
        "other": (
            "Circulated to the {n} members known to this copy without objection, from {opens} to "
            "{closes}."
        ),
    },
    "recognition.says.missing": "Not yet by {names}.",
    "recognition.says.incomplete": "The list of members is incomplete, so this is not called "
    "recognition by all.",
    "recognition.says.late": ("After the closing date, {name} objected on {on}: {reason}"),
    "recognition.says.proposed": "Proposed: no organization has recognized this text.",
    "quotation": "\u201c{}\u201d",
    # Recognition: pages.
    "recognition.title": "Recognition",
    "recognition.summary": "Which organizations recognize which texts of this toolkit, what is "
    "waiting for whom, and what is disputed.",
    "recognition.none": "0",
    "recognition.about.recognized": "Every member has recognized the current text, or nobody "
    "objected to it in time.",
    "recognition.about.partly": "Some members have recognized the current text, or all those "
    "known to this copy.",
    "recognition.about.circulating": "The text was sent to all members, who can still object.",
    "recognition.about.joint": "The Group alone is named as the publisher of these works. Members "
    "are not counted one by one, and have not necessarily recognized the text here.",
    "recognition.about.changed": "An earlier text was recognized. No position on the current text "
    "yet.",
    "recognition.about.objected": "A member objects to the current text.",
    "recognition.about.proposed": "No organization has recognized these texts.",
    "recognition.about.superseded": "Each of these has been replaced by another entry.",
    "recognition.about.withdrawn": "These entries were withdrawn. Their pages still show what was "
    "recognized.",
    "recognition.lists.note": "The headings say what organizations have stated about each text. "
    "They say nothing about evidence.",
    "recognition.lists.link": "How recognition works",
    "recognition.entry.not": "Recognition says who stands behind a text, not how strong the "
    "evidence is.",
    "recognition.entry.link": "What recognition means",
    "recognition.entry.more": "Who said what, and about which text",
    "recognition.entry.title": "Statements on recognition",
    "recognition.entry.by": "Recognized by",
    "recognition.entry.former": "Recognized an earlier text",
    "recognition.entry.objections": "Objected to by",
    "recognition.entry.late": "Objected to after the closing date by",
    "recognition.entry.missing": "Not yet recognized by",
    "recognition.entry.circulated": "Circulated to the members from {opens} to {closes}.",
    "recognition.entry.text": "Text, and what changed since:",
    "recognition.entry.exact": "The exact current text that these statements refer to:",
    "recognition.body.recognized": "Recognized by this organization",
    "recognition.body.awaits": "Waiting for this organization",
    "recognition.body.lapsed": "Changed since this organization recognized it",
    "recognition.body.objected": "Objected to by this organization",
    "recognition.body.nothing": "No statement by this organization is recorded, and nothing is "
    "waiting for it.",
    "recognition.body.link": "How recognition works",
    "recognition.how": "How it works",
    "recognition.how.act": "An organization states, on a given day, that it recognizes one exact "
    "text of an entry. If the substance of the text changes, the statement stays with the old "
    "text, which is kept. Every state on these pages is computed from such statements. Nobody "
    "enters it by hand.",
    "recognition.procedure.all-members": "A text is recognized once all members at the time have "
    "recognized it.",
    "recognition.procedure.no-objection": "A text is recognized when it was sent to all members "
    "and nobody objected by the closing date.",
    "recognition.how.default": "This procedure is a setting of the project, for the Group to "
    "confirm or change.",
    "recognition.how.link": "How an organization states recognition, and how each state is found",
    "recognition.states": "Entries by state",
    "recognition.now": "Circulating now",
    "recognition.lately": "Recently recognized",
    "recognition.lately.none": "No text is recognized by all members yet.",
    "recognition.members": "Members, and what is waiting for them",
    "recognition.members.caveat": "This copy does not have the full list of members. It counts "
    "those named on a public page. So nothing is called recognized by all.",
    "recognition.members.link": "What is known about the Group",
    "recognition.members.caption": "Members known to this copy",
    "recognition.members.name": "Organization",
    "recognition.members.recognized": "Recognized",
    "recognition.members.awaits": "Waiting for it",
    "recognition.objections": "Objections",
    "recognition.objections.none": "No objection is recorded.",
    "recognition.data": "As data",
    "recognition.data.about": "Every state and the reasons for it, with the schema of that file:",
    "recognition.text.title": "Kept text of \u201c{title}\u201d",
    "recognition.text.summary": "An exact text that a statement of recognition, a circulation or "
    "an editorial change refers to. It is shown as the digest covers it, without layout.",
    "recognition.text.present": "This is the current text of the entry.",
    "recognition.text.former": "This is not the current text. The entry has changed since.",
    "recognition.text.entry": "Go to the entry",
    "recognition.text.digest": "Digest:",
    "recognition.text.file": "The text as a file, from which the digest can be computed again",
    "recognition.text.said": "Statements about this text",
    "recognition.text.recognises": "Recognized by",
    "recognition.text.objections": "Objected to by",
    "recognition.text.withdrawals": "Taken back by",
    "recognition.text.editorial": "The change to the next text was declared editorial on {on}: "
    "{reason}",
    "recognition.text.editorial-before": "The change from the text before was declared editorial "
    "on {on}: {reason}",
    "recognition.text.changes": "What changed since",
    "recognition.text.gone": "Removed:",
    "recognition.text.come": "Added:",
    "recognition.text.text": "The text",
    "recognition.text.fields": "Fields",
    # The archive for Kiwix, as its library shows it.
    "zim.title-whole": "Toolkit",
    "zim.title": "Toolkit: {edition}",
    "zim.description": "Practices and resources against trafficking in persons, {day}",
    "zim.about": {
        "one": "{summary} {n} entry about work against trafficking in persons. Copy dated {day}.",
        "other": (
            "{summary} {n} entries about work against trafficking in persons. Copy dated {day}."
        ),
    },
    "zim.works": "An entry describes a work or a practice and says where to find it; the works "
    "themselves are not in this copy.",
    # The EPUB: what reading systems and libraries tell of it.
    "epub.title": "{title}: {edition}",
    "epub.rights": "The texts written for this toolkit: Creative Commons Attribution 4.0 "
    "International (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/. The works described "
    "belong to their publishers.",
    "epub.accessibility": "Text only, apart from a symbol on the cover: it can be enlarged, "
    "recoloured and read aloud. Every chapter begins with a heading; the contents and the indexes "
    "link to every entry. Nobody has yet tested this book with assistive technology.",
    "epub.accessibility.pictures": "Text that can be enlarged, recoloured and read aloud, and "
    "images with a text that says what they show. Every chapter begins with a heading; the "
    "contents and the indexes link to every entry. Nobody has yet tested this book with assistive "
    "technology.",
    # The book of a copy, which the HTML file, the PDF and the EPUB are made of.
    "book.contents": "Contents",
    "book.author": "The toolkit contributors",
    "book.skip": "Skip to content",
    "book.leave": "Leave this page quickly",
    "book.found": "Entries found: {n}",
    "book.first": "The first {n} are shown.",
    "book.works-elsewhere": "The works themselves are held by their publishers.",
    "book.age": "It does not update itself.",
    "epub.cover": "Cover",
    "epub.landmarks": "Landmarks",
    "book.reading": "How to read this",
    "book.reading.entries": "Each entry describes one published work or one practice. It says "
    "what it is, who it is for, who is behind it and where to get it. The entries are grouped "
    "under the three pillars: prevention, prosecution and protection. The indexes at the end list "
    "them by theme, audience, country, organization and provision of a treaty.",
    "book.reading.not-checked": "The entries were compiled from public descriptions. What nobody "
    "has checked yet is marked “not checked”.",
    "book.reading.addresses": "A web address opens another site and needs a network. Anything "
    "marked “not in this copy” is in the full toolkit.",
    "book.safety": "Safety of this copy",
    "book.safety.leaves": "This file stays on the device until somebody deletes it. Its name does "
    "not say what it is about; its content does. The list of downloads, the list of recent files "
    "and the history of a browser or reader can show that it was opened.",
    "book.safety.remove": "To remove it: close it, delete the file, empty the bin of the device, "
    "and remove it from those lists. A specialist may still be able to recover it.",
    "book.safety.leave": "To leave it quickly, choose “Leave this page quickly” or press Shift "
    "three times, one press after the other. The page turns blank, and “Back” does not return to "
    "it. Its name stays in the history of the browser, and the file stays where it is.",
    "book.safety.others": "Nothing in this file asks a network for anything or stores anything. A "
    "link to another site opens it only when you choose the link; that site sees your visit. Do "
    "not send this file to a person’s device before you have asked whether that is safe.",
    "book.safety.more": "More on safety",
    "book.safety.site": "This page is about the site. For this copy, see:",
    "book.register.themes": "Entries by theme",
    "book.register.audiences": "Entries by audience",
    "book.register.countries": "Entries by country",
    "book.register.organisations": "Entries by organization",
    "book.register.instruments": "Entries by provision of a treaty or another instrument",
}

# Words that say nothing about what is sought, in titles as in questions. Left searchable: words
# that turn a meaning round (no, not, without, against) and those that abbreviate a name (who, us,
# un).
_STOP_WORDS = """
a about also am an and any are as at be been being but by can could d did do does for from
had has have he her here hers him his how i if in into is it its ll m me my of on or our
ours re s shall she should so some such t than that the their theirs them then there these
they this those to too ve very was we were what when where which while whom whose why will
with would you your yours
"""
STOP_WORDS: Final = frozenset(_STOP_WORDS.split())

# Words of questions, left out of a query where others remain: what people write around the thing
# that they look for. Texts keep them, and so do names of organizations in capitals (WHO).
_FILLERS = """
any anyone aren best come deal didn does doesn doing don done find finding finds get getting give
given go good happen happens hello help helpful helping hi isn just kind know learn let like look
looking make makes many matter matters may maybe me might much must need needed needs new no not
one ones ought please possible recent see seem show somebody someone something sure suspect take
tell there thing things think try trying un us use used useful using want wants way ways where
whether who won years
"""
FILLERS: Final = frozenset(_FILLERS.split())

# Words that say little of what is sought where others remain: they rank what was found by the rest.
_LIGHT_WORDS = """
able above according across actually after again against agencies agency all allow allowed almost
alone along already although always among another answer answers apply around aside ask asked
asking aspect aspects away back bad because become becomes becoming before began begin behind
belong belongs below beside besides better between beyond big both bring brings call called came
certain change choose clear comes coming common concern consider contain contains correctly
countries country cover create current currently day days dealing decide depend depends describe
detail details different difficult directly down during each easily easy effective either else
enough ensure especially etc even ever every everybody everyone everything exactly example examples
except exist exists explain explains fact facts few first follow further gave goes going gone got
great happened happening hard hear hold however idea ideas important include includes including
inside instead interesting involve involved involving issue issues keep keeping keeps kept large
last later latest least leave leaves left less life little lives living long lot lots main major
mean meet moment more moreover most mostly move neither never nice nobody none nor nothing now
nowhere number obtain off offer offers often old once only onto open other others otherwise out
outside over own part particular parts pay people per perhaps place places point points practical
prepare problem problems project projects proper properly put puts question questions quickly quite
rather reach react read reading real really reason reasons regarding relate related reliably remain
respond right role run safely said same say saying says seek send sends sent set sets setting
several share short shows similar simple simply since situation situations small sometimes
somewhere soon sort speak special specific start started starts stay step steps still stop stuff
subject suitable taken takes taking talk talking task thanks through throughout time times together
topic topics toward towards turn turns typical under understand unless until up upon usually
various via well whatever whenever whichever whoever whole within without work working works world
write writing written wrong wrote yet
"""
LIGHT_WORDS: Final = frozenset(_LIGHT_WORDS.split())
