/* What an entry or a task gains from others that answer the query. */
const BEST = 5; // results that show what the query is about
const ABOUT = new Set(["themes", "exploitation", "audiences"]);
const FOLLOWING = 0.8; // the share of the best score up to which companions can rise

const about = new Map(); // what each entry is about

/* Credit entries for the best task that chooses them: they answer what it answers. */
function addChosen(results) {
  const byNumber = new Map(results.map((one) => [one.number, one]));
  const credits = new Map();
  results.forEach((task) => {
    if (task.coverage < rules.leads) return;
    (documents[task.number].choices || []).forEach((number, place) => {
      const credit = task.score * rules.chosen * task.coverage * (1 - place / 10);
      if (credit > (credits.get(number) || [0])[0]) credits.set(number, [credit, task.coverage]);
    });
  });
  credits.forEach((credit, number) => {
    const one = valueIn(byNumber, number, () => {
      const made = { number, score: 0, coverage: 0 };
      results.push(made);
      return made;
    });
    one.score += credit[0];
    one.coverage = Math.max(one.coverage, credit[1]);
  });
}

/* Credit tasks for the best entry that they choose: if it answers the query, so does the task. */
function addFitting(results) {
  const scores = new Map(results.map((one) => [one.number, one]));
  results.forEach((task) => {
    const chosen = (documents[task.number].choices || []).map((number) => scores.get(number));
    const best = Math.max(0, ...chosen.map((one) => (one ? one.score * one.coverage : 0)));
    task.score += best * rules.fits * task.coverage;
  });
}

/* The terms of which the whole query is a name: a facet and a position each. */
function termsNamed(query) {
  const words = query.slots.filter((slot) => !slot.aside).length;
  return query.spans.flatMap((span) => (span.slots.length >= words && span.pages) || []);
}

/* The best results so far, with their scores before these change. */
const bestOf = (results) =>
  results
    .sort(byScore)
    .slice(0, BEST)
    .map((one) => ({ ...one }));

/*
 * Credit entries for being about what the best answers are about: people put questions and problems
 * in words that many answers don't contain. The less of the query an entry answers itself, the less
 * credit it gets.
 */
function addKindred(results, best) {
  const terms = new Map();
  best.forEach((one) => {
    aboutOf(one.number).forEach((part, term) => addTo(terms, term, part * one.score * one.score));
  });
  const alike = documents.map((_, number) => {
    let sum = 0;
    aboutOf(number).forEach((part, term) => (sum += part * (terms.get(term) || 0)));
    return sum;
  });
  const most = Math.max(...alike);
  if (!most) return;
  const credit = best[0].score * rules.kindred;
  results.forEach((one) => {
    one.score += credit * ageing(one.number) * one.coverage * Math.pow(alike[one.number] / most, 2);
  });
}

/*
 * Credit entries for the questions that they share with the best answers: people who ask them want
 * all of these. They follow the best answers, and never overtake the best one by this credit alone.
 */
function addCompanions(results, best) {
  const shared = documents.map(() => 0);
  best.forEach((one) => {
    const known = companionsOf(one.number);
    const length = lengthOf(known);
    known.forEach((times, other) => (shared[other] += (times / length) * one.score * one.score));
  });
  const most = Math.max(...shared);
  if (!most) return;
  const top = best[0].score;
  results.forEach((one) => {
    const part = (Math.sqrt(one.coverage) * shared[one.number]) / most;
    const score = one.score + top * rules.companion * ageing(one.number) * part;
    one.score = Math.max(one.score, Math.min(score, top * FOLLOWING));
  });
}

/* The other entries with which an entry answers questions, and how many. */
function companionsOf(number) {
  const known = new Map();
  valueIn(sharing, number, newList).forEach((owners) => {
    owners.forEach((other) => addTo(known, other, 1));
  });
  known.delete(number);
  return known;
}

const lengthOf = (vector) => Math.hypot(...vector.values()) || 1;

/* The terms that say what an entry is about, with their weights, as a vector of length 1. */
function aboutOf(number) {
  return valueIn(about, number, () => {
    const found = new Map();
    facets.forEach((facet, f) => {
      if (!ABOUT.has(facet.name)) return;
      (documents[number].facets[f] || []).forEach((place) => {
        found.set(f + ":" + place, rarityOf(under[f][place].size, documents.length));
      });
    });
    const length = lengthOf(found);
    found.forEach((rarity, term) => found.set(term, rarity / length));
    return found;
  });
}
