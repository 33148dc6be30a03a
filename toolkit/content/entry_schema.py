"""The single table of the fields of entries and pages.

Reading, checking, drafts, forms, schemas, the digest, entry pages, the field reference and the
facets all iterate over `FIELDS`; a field that is not here does not exist. The rules are those of
the entry contract (docs/contribute/fields).
"""

from functools import partial

from toolkit.content.records import Helpline, Source, Verified, Withdrawn, WorkFile
from toolkit.content.schema import ENTRIES, Field, Form, Kind, Need, Number, Question, Shown, Use

_PRACTICE = frozenset({Kind.PRACTICE})
_RESOURCE = frozenset({Kind.RESOURCE})
_ALL = ENTRIES | {Kind.PAGE}

# A row that takes a list of values, and one that the page of an entry shows in its own place.
_several = partial(Field, number=Number.LIST)
_apart = partial(Field, shown=Shown.APART)
# A row that all resources need, or all practices.
_resources_need = partial(Field, kinds=_RESOURCE, required=_RESOURCE)
_practices_need = partial(Field, kinds=_PRACTICE, required=_PRACTICE)

ROLES = ("description", "evaluation", "monitoring", "press", "third-party")

FIELDS: tuple[Field, ...] = (
    _apart(
        "title",
        Form.TEXT,
        "The title in plain text, as the work or the practice gives it.",
        "Toolkit to Combat Trafficking in Persons",
        _ALL,
        required=_ALL,
        max_length=300,
        question=Question(
            "What is it called?", "As the work or the practice itself says.", required=True
        ),
        weighty=True,
        other_names="name titre intitule titulo",
    ),
    _apart(
        "summary",
        Form.TEXT,
        "One to four sentences in your own words: what it is, and what it is good for.",
        "Guidance for prosecutors on the use of special investigative techniques.",
        _ALL,
        required=_ALL,
        max_length=800,
        question=Question(
            "What is it, and what is it good for?",
            "One to four sentences in your own words.",
            required=True,
        ),
        other_names="abstract description resume resumen zusammenfassung beschreibung",
    ),
    _resources_need(
        "type",
        Form.TERM,
        "What kind of work it is.",
        "handbook",
        vocabulary="resource-types",
        facet="types",
        explained=True,
        question=Question("What kind of work is it?", required=True),
        other_names="kind format typ tipo art",
    ),
    _resources_need(
        "year",
        Form.YEAR,
        "The year of publication of the edition described. It may be left out only where "
        "`unverified` names it.",
        "2019",
        question=Question("When was it published?", "The year of the edition you mean.", "2019"),
        other_names="since date published annee jahr ano",
    ),
    _practices_need(
        "since",
        Form.YEAR,
        "The year in which the practice began.",
        "2008",
        question=Question("Since when, and until when?", example="2014 to 2021"),
        other_names="year start begin begun from depuis seit desde",
    ),
    _apart(
        "until",
        Form.YEAR,
        "The year in which the practice ended.",
        "2021",
        _PRACTICE,
        other_names="end ended jusque bis hasta",
    ),
    _practices_need(
        "evidence",
        Form.TERM,
        "How strong the evidence is. `evaluated` needs a source with `role: evaluation`.",
        "reported",
        vocabulary="evidence",
        facet="evidence",
        explained=True,
        question=Question("How strong is the evidence?", required=True),
        weighty=True,
        other_names="preuve beweise evidencia",
    ),
    Field(
        "evaluated_by",
        Form.CHOICE,
        "Who evaluated it: others (`independent`), or those who carry it out (`own`). Needed with "
        "`evidence: evaluated`, and only there.",
        "independent",
        _PRACTICE,
        choices=("independent", "own"),
        needs=Need("evidence", "evaluated", always=True),
    ),
    Field(
        "finding",
        Form.CHOICE,
        "What the evaluation found. Only with `evidence: evaluated`.",
        "mixed",
        _PRACTICE,
        choices=("works", "mixed", "no-effect", "unclear"),
        needs=Need("evidence", "evaluated"),
    ),
    _several(
        "pillars",
        Form.TERM,
        "The pillars that it serves. The first one is its home: the folder that holds the file.",
        "[protection, prosecution]",
        required=ENTRIES,
        vocabulary="pillars",
        question=Question("Which pillars does it serve?"),
        ordered=True,
        other_names="pilier piliers pilar pilares saule saulen",
    ),
    _several(
        "themes",
        Form.TERM,
        "What it is about: narrower terms only.",
        "[victim-identification, hotlines-and-reporting]",
        required=ENTRIES,
        vocabulary="themes",
        facet="themes",
        question=Question("What is it about?"),
        other_names="topic topics subjects tags keywords temas themen",
    ),
    _several(
        "audiences",
        Form.TERM,
        "Who it is written for, or who carries it out.",
        "[law-enforcement, service-providers]",
        required=ENTRIES,
        vocabulary="audiences",
        facet="audiences",
        question=Question("Who is it for?"),
        other_names="users readers public publics destinataires zielgruppe zielgruppen "
        "destinatarios",
    ),
    _several(
        "exploitation",
        Form.TERM,
        "The forms of exploitation that it deals with, where it is clear about them.",
        "[forced-labour]",
        vocabulary="exploitation",
        facet="exploitation",
        question=Question("Which forms of exploitation does it deal with?"),
        use=Use.ASKED,
    ),
    Field(
        "level",
        Form.TERM,
        "How far it reaches: `national` needs a country, `regional` a region other than `world`, "
        "`global` the region `world`.",
        "national",
        required=ENTRIES,
        vocabulary="levels",
        facet="levels",
        question=Question("Is it global, regional or national?"),
    ),
    _several(
        "regions",
        Form.TERM,
        "Regions of the United Nations M49 standard.",
        "[south-america]",
        required=ENTRIES,
        vocabulary="regions",
        facet="regions",
        question=Question("Which regions?"),
        other_names="continent continents regiones",
    ),
    _several(
        "countries",
        Form.COUNTRY,
        "Countries, by their two capital letters in ISO 3166-1.",
        "[AR]",
        facet="countries",
        question=Question("Which countries?"),
        use=Use.ASKED,
        other_names="country nation nations pays land lander pais paises",
    ),
    _resources_need(
        "languages",
        Form.LANGUAGE,
        "The languages in which the work is available, as BCP 47 tags.",
        "[en, fr, es]",
        number=Number.LIST,
        question=Question("In which languages is it available?", example="English, French"),
        other_names="language lang langue langues sprache sprachen idioma idiomas",
    ),
    _several(
        "organisations",
        Form.ORGANISATION,
        "The organizations behind it, by their ids in the register. Either this field "
        "or `partners` is needed.",
        "[unodc, iom]",
        facet="organisations",
        question=Question(
            "Who published it, or carries it out?", "Organizations, not persons.", required=True
        ),
        use=Use.ASKED,
        weighty=True,
        other_names="author authors publisher publishers org organization auteur auteurs autor "
        "herausgeber organismo organismos",
    ),
    _several(
        "partners",
        Form.TEXT,
        "The names of organizations that are not in the register.",
        "[Ministry of Justice of Argentina]",
        use=Use.ASKED,
        other_names="partenaires partner socios",
    ),
    _apart(
        "url",
        Form.ADDRESS,
        "The address on the site of its publisher or a co-publisher.",
        "https://www.unodc.org/",
        question=Question("Where can it be found?", "The page of the publisher.", "https://"),
        use=Use.ASKED,
        other_names="link website web address adresse lien enlace",
    ),
    _apart(
        "url_kind",
        Form.CHOICE,
        "What `url` leads to: the work itself (`file`), the publisher's page about it (`page`, "
        "the default), news about it (`news`), a list that includes it (`list`), or "
        "only the publisher's home page (`home`).",
        "file",
        choices=("file", "page", "news", "list", "home"),
        needs=Need("url"),
    ),
    _apart(
        "files",
        Form.GROUP,
        "The work itself by language, where its publisher offers it. Name the languages in "
        "`languages` too.",
        "[{language: en, url: 'https://www.unodc.org/'}]",
        _RESOURCE,
        Number.LIST,
        parts=(
            Field("language", Form.LANGUAGE, "The language of the file.", "en", required=ENTRIES),
            Field("url", Form.ADDRESS, "Its address.", "https://www.unodc.org/", required=ENTRIES),
        ),
        record=WorkFile,
    ),
    _apart(
        "described_at",
        Form.ADDRESS,
        "The address of another organization's page about it.",
        "https://www.unodc.org/",
    ),
    _apart(
        "identifiers",
        Form.GROUP,
        "Numbers by which libraries and registries know the work.",
        "{isbn: 978-92-2-121321-5, symbol: A/RES/64/293}",
        _RESOURCE,
        parts=tuple(
            Field(name, Form.IDENTIFIER, about, example, number=Number.ONE_OR_LIST)
            for name, about, example in (
                ("isbn", "The book number; its check digit is checked.", "978-92-2-121321-5"),
                ("issn", "The serial number; its check digit is checked.", "2049-3630"),
                ("doi", "The digital object identifier, without an address.", "10.2839/74342"),
                ("symbol", "The symbol of the document.", "A/RES/64/293"),
                ("sales_number", "The sales number of the United Nations.", "E.08.V.14"),
            )
        ),
        other_names="isbn issn doi symbol",
    ),
    _several(
        "helplines",
        Form.GROUP,
        "Helplines of official bodies that the text names, with the day on which each was checked.",
        '[{number: "145", country: AR, body: Ministry of Justice, on: 2026-11-25}]',
        parts=(
            Field("number", Form.TEXT, "The number.", "145", required=ENTRIES),
            Field("country", Form.COUNTRY, "Where it can be called.", "AR", required=ENTRIES),
            Field("body", Form.TEXT, "Who answers.", "Ministry of Justice", required=ENTRIES),
            Field("on", Form.DATE, "The day of the last check.", "2026-11-25", required=ENTRIES),
        ),
        record=Helpline,
    ),
    _several(
        "provisions",
        Form.PROVISION,
        "The instruments, articles and paragraphs that it helps to implement.",
        "['tip-protocol:6(3)', 'untoc:24']",
        facet="instruments",
        shown=Shown.APART,
        weighty=True,
        other_names="articles treaties instruments",
    ),
    Field(
        "access",
        Form.CHOICE,
        "Whether anybody can get it.",
        "public",
        _RESOURCE,
        choices=("public", "restricted"),
    ),
    _several(
        "supersedes",
        Form.ENTRY,
        "Entries that this one replaces.",
        "[unodc-toolkit-2006]",
        use=Use.LATER,
        shown=Shown.APART,
    ),
    _several(
        "related",
        Form.ENTRY,
        "Entries that a reader of this one should know. Their pages then name this entry, too.",
        "[unodc-toolkit-2008]",
        shown=Shown.APART,
        substance=False,
    ),
    _several(
        "sources",
        Form.GROUP,
        "Where the facts come from. Each source has an address or a title.",
        "[{url: 'https://www.unodc.org/', role: description}]",
        required=_PRACTICE,
        parts=(
            Field("url", Form.ADDRESS, "Its address.", "https://www.unodc.org/"),
            Field("title", Form.TEXT, "Its title.", "Evaluation report"),
            Field("publisher", Form.TEXT, "Who published it.", "UNODC"),
            Field("role", Form.CHOICE, "What it is a source of.", "evaluation", choices=ROLES),
        ),
        question=Question(
            "Where can readers verify it?",
            "Addresses or titles of public sources; say which one is an evaluation.",
            required=True,
        ),
        shown=Shown.APART,
        ordered=True,
        record=Source,
        other_names="source reference references quelle quellen fuentes",
    ),
    Field(
        "added",
        Form.DATE,
        "The day on which the entry was added to the toolkit. The program writes it for a new "
        "entry; it never changes.",
        "2026-11-25",
        use=Use.MADE,
        other_names="added_on date_added",
    ),
    _several(
        "unverified",
        Form.FIELD,
        "Names of fields that nobody has checked against the publication.",
        "[year]",
        shown=Shown.APART,
        substance=False,
    ),
    _apart(
        "verified",
        Form.GROUP,
        "Which organization checked the entry, and when.",
        "{by: unodc, on: 2026-11-25}",
        parts=(
            Field("by", Form.ORGANISATION, "The organization.", "unodc", required=ENTRIES),
            Field("on", Form.DATE, "The day.", "2026-11-25", required=ENTRIES),
        ),
        record=Verified,
        use=Use.LATER,
        substance=False,
    ),
    _apart(
        "review_by",
        Form.MONTH,
        "The month by which somebody should read it again.",
        "2027-06",
        substance=False,
    ),
    _apart(
        "distinct_from",
        Form.ENTRY,
        "Entries that look like this one, each with how it differs.",
        "{unodc-toolkit-2006: the first edition}",
        number=Number.KEYED,
        use=Use.LATER,
        substance=False,
    ),
    _several(
        "aliases",
        Form.PATH,
        "Former paths of the entry; each gets a page that leads here.",
        "[protection/resources/old-name]",
        use=Use.LATER,
        shown=Shown.HIDDEN,
        substance=False,
    ),
    Field(
        "status",
        Form.CHOICE,
        "`withdrawn` needs the field `withdrawn`.",
        "active",
        choices=("active", "withdrawn"),
        use=Use.LATER,
        shown=Shown.HIDDEN,
        substance=False,
    ),
    _apart(
        "withdrawn",
        Form.GROUP,
        "When and why the entry was withdrawn.",
        "{on: 2026-11-25, reason: replaced by its publisher}",
        parts=(
            Field("on", Form.DATE, "The day.", "2026-11-25", required=ENTRIES),
            Field("reason", Form.TEXT, "The reason.", "replaced", required=ENTRIES),
        ),
        record=Withdrawn,
        use=Use.LATER,
        substance=False,
    ),
)

BY_NAME = {field.name: field for field in FIELDS}
