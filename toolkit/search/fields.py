"""What is searched, how much a match counts, and why: all weights of the search are here.

A tier is one set of files. The first one is small and answers the first keystroke; then come the
questions that entries answer, one by one, the titles of works in their original language, and the
bodies, section by section. What entries share (themes, organizations, places) is searched by name,
and the names are in the index only once, not once per entry: `FACETS` has their weights. A new
field of a tier is a row here and, in the first tier, its texts in `documents.py`; a facet without a
row counts as `OTHER_FACETS`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """A field, facet or rule. A match counts `weight` times as much as in running text."""

    name: str
    weight: float
    reason: str


FIRST = (
    Weight("title", 10, "People type what they remember of a title, or what it would say."),
    Weight("summary", 5.5, "Says briefly, in our own words, what the entry is good for."),
    Weight("identifiers", 6, "Anyone who types a document's number means that document."),
    Weight("partners", 4.5, "People ask for organizations without an id by name too."),
    Weight("provisions", 5, "Lawyers ask for what implements an article."),
    Weight("years", 4, "The year distinguishes editions of a work."),
)

ASKED = (
    Weight(
        "asked", 3, "How people phrase what the entry answers, from the registers of questions."
    ),
)

FULL = (
    Weight("heading", 2, "Names what a section is about; those of practices are all alike."),
    Weight("text", 0.7, "Finds what no field names."),
)

ORIGINAL = (Weight("original", 8, "Works are known by their original titles."),)

# Fields whose texts the client has: it counts the words in them itself.
SHOWN = ("title", "partners", "original")

TIERS = {"first": FIRST, "asked": ASKED, "original": ORIGINAL, "full": FULL}

FACETS = (
    Weight("themes", 6, "Terms that editors chose: what the entry is about, by any name."),
    Weight("exploitation", 8, "As themes; only given if the entry is clear about the form."),
    Weight("organisations", 8, "Practitioners ask for an organization's work by its abbreviation."),
    Weight("countries", 6, "Anyone who names a country wants what was done there."),
    Weight("regions", 5, "A region narrows a question down, but many entries share it."),
    Weight("audiences", 2, "'For prosecutors' asks for what was written for them."),
    Weight("types", 2, "'Handbook' or 'training' distinguishes works on one topic."),
    Weight("instruments", 1.5, "Nearly all entries name the main treaties."),
    Weight("languages", 4, "'In French' narrows down, but names of languages are also adjectives."),
    Weight("evidence", 1, "Rarely asked for in words."),
    Weight("levels", 1, "Rarely asked for in words."),
    Weight("pillars", 1, "Each covers a third of all entries: it finds, but hardly ranks."),
    Weight("kinds", 1, "As pillars."),
    Weight("available", 0.1, "That a work is available does not make it a better answer."),
    Weight("recognition", 0.1, "Who recognizes a text does not make it a better answer."),
)
OTHER_FACETS = 2.0

RULES = (
    Weight("above", 0.1, "Groups of terms have many entries: they find, but hardly rank."),
    Weight("synonym", 0.9, "The editors' name for a thing counts a little more than its synonyms."),
    Weight("foreign", 0.8, "Names in other languages than the site's are as good as synonyms."),
    Weight("prefix", 0.6, "The last word may be unfinished: longer words count half."),
    Weight("longer", 0.2, "If it is already a whole word, longer ones are a weak guess."),
    Weight("doubt", 1.2, "The more letters a correction changes, the less it counts."),
    Weight("same", 0.65, "Another name for the same thing, from the register of equivalents."),
    Weight("joined", 1.5, "Written as one word or as two, it is the same."),
    Weight("near", 0.35, "A related word, from the register of equivalents."),
    Weight("everyday", 0.5, "A field term answers only part of what an everyday word means."),
    Weight("term", 1.5, "Anyone who types a term's whole name wants the entries under it."),
    Weight("meant", 8, "Anyone who types only the name of a body or a place wants its works."),
    Weight("partly", 0.6, "A related term, or another paragraph, answers a word only partly."),
    Weight("itself", 2.4, "Anyone who names an instrument wants its text first."),
    Weight("names", 3, "For entries that implement an instrument, if it is all that is asked for."),
    Weight("article", 1.4, "The very provision that was asked for."),
    Weight("text", 10, "Who types an article alone means that of the instrument named most."),
    Weight("paragraphs", 5, "The very paragraph counts far more than others of its article."),
    Weight("aside", 0.2, "'who' hardly ever means WHO."),
    Weight("body", 0.7, "A word found only in the body says less about an entry."),
    Weight(
        "coverage", 2.9, "Power of the share of the query that an entry answers: all of it first."
    ),
    Weight("rarest", 4.0, "The most that a rare word can count, if any entry has it."),
    Weight("words", 1.5, "With many words, no entry can have all of them."),
    Weight("exact", 1.2, "Added if title and query are the same words; in part if in part."),
    Weight("adjacent", 0.45, "Added if words of the query follow each other in a title."),
    Weight(
        "shared", 0.5, "What several entries answer says less about each: power of their number."
    ),
    Weight("question", 4.7, "Added if a question is made of the words of the query."),
    Weight("telling", 5, "From this many words on, a question's other words matter less."),
    Weight(
        "past", 0.8, "Superseded and withdrawn works can still be found, below what replaced them."
    ),
    Weight("year", 1.5, "Anyone who types a year wants works of that year."),
    Weight("newer", 0.5, "Per cent off for each year of age: the newest edition comes first."),
    Weight("task", 1.6, "A task leads to a few chosen works: if it fits, it comes before them."),
    Weight("chosen", 0.2, "What a task chooses answers what the task answers, in its order."),
    Weight("leads", 0.54, "The share of the query that a task must answer to lead to its works."),
    Weight("fits", 0.4, "If what a task chooses answers the query, the task fits it too."),
    Weight("kindred", 0.4, "Added if an entry is about what the best answers are about."),
    Weight("companion", 0.3, "Added if an entry shares questions with the best answers."),
    Weight("likely", 0.1, "Below this share of the best score, results are called less likely."),
    Weight("guide", 0.65, "The least share of the query that a guide must answer to be offered."),
    Weight("cut", 0.15, "The least share of the query that an entry must answer to be a result."),
    Weight("weak", 0.6, "If the best result is below this share, all results are called weak."),
    Weight("strange", 0.5, "In Chinese or abroad: weak if this share of the words is unknown."),
    Weight("weakest", 5, "The number of weak results shown: more would be noise."),
)
