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
    Weight("summary", 5.5, "Says in short, in our own words, what the entry is good for."),
    Weight("identifiers", 6, "Whoever types a number of a document means that document."),
    Weight("partners", 4.5, "Bodies without an id are asked for by name, like those with one."),
    Weight("provisions", 5, "Lawyers ask for what carries out an article."),
    Weight("years", 4, "A year tells editions of one work apart."),
)

ASKED = (
    Weight("asked", 3, "How people put what the entry answers, by the registers of questions."),
)

FULL = (
    Weight("heading", 2, "Names what a section is about; those of practices are all alike."),
    Weight("text", 0.7, "Finds what no field names."),
)

ORIGINAL = (Weight("original", 8, "Works are known by the titles that they were published under."),)

# Fields whose texts the client has: it counts the words in them itself.
SHOWN = ("title", "partners", "original")

TIERS = {"first": FIRST, "asked": ASKED, "original": ORIGINAL, "full": FULL}

FACETS = (
    Weight("themes", 6, "Editors chose these terms: what the entry is about, by any name."),
    Weight("exploitation", 8, "As themes; named only where the entry is clear about the form."),
    Weight("organisations", 8, "Practitioners ask for a body's work by its abbreviation."),
    Weight("countries", 6, "Whoever names a country wants what was done there."),
    Weight("regions", 5, "Regions narrow a question down, but many entries share them."),
    Weight("audiences", 2, "'For prosecutors' asks for what was written for them."),
    Weight("types", 2, "'Handbook' or 'training' tells works on one topic apart."),
    Weight("instruments", 1.5, "Nearly all entries name the main treaties."),
    Weight("languages", 4, "'In French' narrows down; names of languages are also adjectives."),
    Weight("evidence", 1, "Rarely asked for in words."),
    Weight("levels", 1, "Rarely asked for in words."),
    Weight("pillars", 1, "A third of all entries each: it finds, but hardly ranks."),
    Weight("kinds", 1, "As pillars."),
    Weight("available", 0.1, "That a work can be had does not make it a better answer."),
    Weight("recognition", 0.1, "Who stands behind a text does not make it a better answer."),
)
OTHER_FACETS = 2.0

RULES = (
    Weight("above", 0.1, "Groups of terms hold many entries: they find, but hardly rank."),
    Weight("synonym", 0.9, "What the editors call a thing counts a little more than its synonyms."),
    Weight("foreign", 0.8, "Names in other languages than the site's are as good as synonyms."),
    Weight("prefix", 0.6, "The last word may be unfinished: longer ones count half."),
    Weight("longer", 0.2, "Where it is a whole word already, longer ones are a weak guess."),
    Weight("doubt", 1.2, "A correction is doubted by the share of letters that it changes."),
    Weight("same", 0.65, "Another name of the same thing, by the register of equivalents."),
    Weight("joined", 1.5, "What is written as two words and as one is the same."),
    Weight("near", 0.35, "A related word, by the register of equivalents."),
    Weight("everyday", 0.5, "What everyday words mean answers a part of them: they mean more."),
    Weight("term", 1.5, "Whoever types the whole name of a term wants what stands under it."),
    Weight("partly", 0.6, "What is related, or another paragraph, answers a part of a word."),
    Weight("itself", 2.4, "Whoever names an instrument wants its text first."),
    Weight("names", 3, "Entries that carry an instrument out, where only it is asked for."),
    Weight("article", 1.4, "The very provision that was asked for."),
    Weight("paragraphs", 5, "The very paragraph: far more than another one of its article."),
    Weight("aside", 0.2, "'who' is hardly ever WHO."),
    Weight("body", 0.7, "A word that stands in the body alone says less about an entry."),
    Weight("coverage", 2.9, "Power of the share of the query that an entry answers: all first."),
    Weight("rarest", 4.0, "A rare word that entries have is no more of a query than this."),
    Weight("words", 1.5, "Of many words an entry can't have all."),
    Weight("exact", 1.2, "Added where title and query are the same words, in part for a part."),
    Weight("adjacent", 0.45, "Added where words of the query follow each other in a title."),
    Weight("shared", 0.5, "What several entries answer says less of each: power of their number."),
    Weight("question", 4.7, "Added where a question is made of the words of the query."),
    Weight("telling", 5, "Of so many words, other words of the question matter less."),
    Weight(
        "past", 0.8, "Superseded and withdrawn works stay to be found, below what replaced them."
    ),
    Weight("year", 1.5, "Whoever types a year wants what is of that year."),
    Weight("newer", 0.5, "Per cent off for each year of age: of editions the newest is first."),
    Weight("task", 1.6, "A task leads to a few chosen works: it comes before them where it fits."),
    Weight("chosen", 0.2, "What a task chooses answers what the task answers, in its order."),
    Weight("leads", 0.54, "So much of the query a task must answer to lead to what it chooses."),
    Weight("fits", 0.4, "What a task chooses answers the query, so the task fits it."),
    Weight("kindred", 0.4, "Added where an entry is about what the best answers are about."),
    Weight("companion", 0.3, "Added where an entry shares questions with the best answers."),
    Weight("likely", 0.1, "Below this share of the best score, results are called less likely."),
    Weight("guide", 0.65, "Least share of the query that a guide must answer to be offered."),
    Weight("cut", 0.15, "Least share of the query that an entry must answer to be a result."),
    Weight("weak", 0.6, "Below this share for the best result, all results are called weak."),
    Weight("strange", 0.5, "In another language: weak if so many of the words stand in no name."),
    Weight("weakest", 5, "As many weak results are shown: more would be noise."),
)
