/*
 * Which entries answer a query, the best first: the only ranking, which `toolkit search` runs too.
 *
 * The scores of the query's words in an entry (scores.js) count in proportion to how much of the
 * whole query the entry answers, where a rare word is a larger part of the query. An entry gains if a
 * title or a question is the query (bonuses.js), and by being similar to what answers it (credits.js).
 */
const TOP = 3; // results by which all are judged
const BETWEEN = 0.2; // the weight of two characters that are probably not a word
const WEIGHTY = 4; // apart from what works are about, only organizations and places weigh more

/*
 * Entries and tasks that answer a query, the pages of what it names, and guides that answer it. The
 * first `likely` results are the best; the others are worth a look if these don't help.
 */
function find(text, correcting) {
  const query = understand(text, correcting);
  scoreFor(query);
  const hits = query.slots.map((slot) => slotHits(slot.terms, slot.partly, slot.names));
  addOtherNames(query, hits);
  let all = combine(query, hits);
  // If no text has the words in this order, they are searched separately.
  const quoted = query.phrases.length ? all.filter((one) => hasPhrases(one, query.phrases)) : all;
  if (quoted.length) all = quoted;
  let results = all.filter((one) => !isGuide(one));
  const best = Math.max(0, ...results.slice(0, TOP).map((one) => one.coverage));
  const weak =
    !quoted.length || best < rules.weak || query.strange >= rules.strange;
  if (weak) results = results.slice(0, rules.weakest);
  const least = results.length ? results[0].score * rules.likely : 0;
  return {
    query,
    readAs: () => readAs(query),
    results,
    likely: results.filter((one) => one.score >= least).length,
    pages: pagesFor(query, all.filter((one) => isGuide(one) && one.score >= least * GUIDE)),
    weak: weak && results.length > 0,
  };
}

const GUIDES = 2; // shown at most
const GUIDE = 3; // times the lowest score of a likely result

/* The pages of what the whole query names, and guides that answer it. */
function pagesFor(query, guides) {
  const pages = [];
  termsNamed(query).forEach(([f, place]) => {
    const path = termPath(f, place);
    if (!path || pages.some((page) => page.url === path)) return;
    const facet = facets[f];
    pages.push({ title: facet.terms[place].label, url: path, what: facet.label, score: 0 });
  });
  const answering = guides.filter((one) => one.coverage >= rules.guide).slice(0, GUIDES);
  return pages.concat(answering.map((one) => ({ ...documents[one.number], score: one.score })));
}

function combine(query, hits) {
  const needs = query.slots.map((slot, s) =>
    slot.aside ? 0 : need(hits[s].size, documents.length) * (slot.between ? BETWEEN : 1)
  );
  const words = query.slots.filter((slot) => !slot.aside);
  const power = rules.coverage * (query.foreign ? 1 : Math.min(1, rules.words / words.length));
  const byStem = sequencesByStem(query, words);
  const numbers = new Set();
  hits.forEach((found) => found.forEach((_, number) => numbers.add(number)));
  let results = [];
  numbers.forEach((number) => {
    const result = resultOf(query, number, hits, needs, power);
    result.score *= datingOf(query, number, hits);
    const inTitle = hits.some((found) => (found.get(number) || {}).title);
    if (inTitle || documents[number].partners) result.score *= titleBonus(number, byStem);
    result.score *= 1 + rules.question * questionShare(query, hits, number, needs);
    results.push(result);
  });
  const answering = results.filter((one) => one.coverage >= rules.cut);
  if (!answering.every(isGuide)) results = answering; // with only guides, no results would be left
  addChosen(results);
  if (!query.instruments.length) {
    const meant = termsNamed(query).filter(([f]) => !ABOUT.has(facets[f].name));
    if (!meant.length) {
      const best = bestOf(results);
      addKindred(results, best);
      addCompanions(results, best);
    }
    results.forEach((one) => {
      const isMeant = ([f, place]) => facets[f].weight > WEIGHTY && under[f][place].has(one.number);
      if (meant.some(isMeant)) one.score *= rules.meant;
    });
  }
  addFitting(results);
  results.forEach((one) => (one.score = Math.round(one.score * 1e6) / 1e6));
  return results.sort(byScore);
}

/* The query with its words corrected: in small letters, except for names that are typed as names. */
function readAs(query) {
  const read = new Map(query.corrected);
  return query.text.replace(wordPattern(), (typed) => {
    const word = written(read.get(fold(typed))) || "";
    return (isUpper(typed) || !isUpper(typed[0]) ? word.toLowerCase() : word) || typed;
  });
}

/* A word of the index as written in names and texts, with its accents and capitals. */
function written(word) {
  const texts = [...wordsKnown.keys()];
  documents.forEach((about) => texts.push(about.title, "" + about.summary));
  shards.forEach((shard) => (shard.sections || []).forEach((one) => texts.push(one[1], one[2])));
  const wordIn = (text) =>
    fold(text).includes(word) && text.match(wordPattern()).find((one) => fold(one) === word);
  const text = word && texts.find(wordIn);
  return text ? wordIn(text) : word;
}

const isGuide = (one) => documents[one.number].kind === "guide";

/* The joint score of the words in one entry. */
function resultOf(query, number, hits, needs, power) {
  let score = 0;
  let covered = 0;
  let whole = 0;
  const result = { number, score: 0, coverage: 1 };
  query.slots.forEach((slot, s) => {
    const hit = hits[s].get(number);
    whole += needs[s];
    if (!hit) return;
    score += total(hit) * (slot.aside ? rules.aside : 1);
    covered += needs[s] * slot.trust * hit.share;
    if (hit.sections) hit.sections.forEach((found, section) => addSection(result, section, found));
  });
  if (whole) result.coverage = covered / whole;
  result.score = score * Math.pow(result.coverage, power) * ageing(number);
  return result;
}

/* The factor for a work that is superseded or withdrawn, else 1. */
const ageing = (number) => (documents[number].past ? rules.past : 1);

const byScore = (a, b) => b.score - a.score || a.number - b.number;

/* Whether each phrase occurs word for word in an entry or in a name of one of its terms. */
function hasPhrases(result, phrases) {
  const about = documents[result.number];
  const texts = [about.title, about.summary, about.original || ""].concat(about.partners || []);
  about.facets.forEach((places, f) => {
    places.forEach((place) => {
      const term = facets[f].terms[place];
      texts.push(term.label, ...(term.synonyms || []));
    });
  });
  shards.forEach((shard) => {
    (shard.sections || []).forEach((section, unit) => {
      if (shard.owners[unit][0] === result.number) texts.push(section[1], section[2]);
    });
  });
  const lines = texts.map((text) => " " + stemsOf(text).join(" ") + " ");
  return phrases.every((phrase) =>
    lines.some((line) => line.includes(" " + phrase.join(" ") + " "))
  );
}
