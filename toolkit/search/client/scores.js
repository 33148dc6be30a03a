/*
 * The score of a query word in each entry: by lunr's formula (BM25) for each field, by the names of
 * what the entry shares with others (themes, organizations, places), and by the best section of its
 * body.
 */
let memory = new Map(); // scores of single terms, for one query
let sought = null; // the query

function scoreFor(query) {
  sought = query;
  memory = new Map();
}

const newHit = () => ({ score: 0, asked: 0, body: 0, share: 0, title: 0, questions: new Map() });

/* The score of a word in an entry. */
const total = (hit) => hit.score + hit.asked + hit.body;

/* Add a section's score; the map is created only if needed. */
function addSection(one, section, score) {
  if (!one.sections) one.sections = new Map();
  addTo(one.sections, section, score);
}

/* The score of the best of some terms, in each entry. */
function slotHits(terms, partly, namesOnly) {
  const hits = new Map();
  (namesOnly ? [] : shards).forEach((shard) => {
    const units = new Map();
    terms.forEach((weight, term) => {
      if (!shard.places.has(term)) return;
      const share = (shard.sections ? rules.body : 1) * shareOf(term, partly);
      unitScores(shard, term).forEach((found, unit) => {
        const best = valueIn(units, unit, () => [0, 0, 0]);
        best[0] = Math.max(best[0], weight * found[0]);
        best[1] = Math.max(best[1], found[1]);
        best[2] = Math.max(best[2], share);
      });
    });
    units.forEach((found, unit) => {
      const owners = shard.owners[unit];
      found[0] *= Math.pow(owners.length, -rules.shared);
      owners.forEach((number) => addUnit(valueIn(hits, number, newHit), shard, unit, found));
    });
  });
  nameScores(terms, partly).forEach((found, number) => {
    const hit = valueIn(hits, number, newHit);
    hit.score += found[0];
    hit.share = Math.max(hit.share, found[1]);
  });
  return hits;
}

/* Add a unit's score to an entry that it belongs to. */
function addUnit(hit, shard, unit, found) {
  hit.share = Math.max(hit.share, found[2]);
  if (shard.tier === "full") {
    hit.body = Math.max(hit.body, found[0]);
    addSection(hit, shard.sections[unit], found[0]);
  } else if (shard.tier !== "first") {
    hit.asked = Math.max(hit.asked, found[0]);
    if (shard.titles) hit.title = Math.max(hit.title, found[1]);
    else hit.questions.set(unit, shard.fields[0].lengths[unit]);
  } else {
    hit.score += found[0];
    hit.title = Math.max(hit.title, found[1]);
  }
}

const shareOf = (term, partly) => (partly.has(term) ? rules.partly : 1);

/* The score of a term in each unit, over all fields, and its number of occurrences in the title. */
function unitScores(shard, term) {
  const scores = new Map();
  const tier = shard.about;
  const rarity = rarityOf(spreadOf(shard.tier, term), tier.units);
  tier.weights.forEach((weight, f) => {
    const counts = new Map();
    eachUnit(shard.fields[f], shard.places.get(term), (unit) => addTo(counts, unit, 1));
    counts.forEach((times, unit) => {
      const norm = K1 * (1 - B + (B * shard.fields[f].lengths[unit]) / tier.averages[f]);
      const score = (weight * rarity * (K1 + 1) * times) / (norm + times);
      valueIn(scores, unit, () => [0, f ? 0 : times])[0] += score;
    });
  });
  return scores;
}

/* The scores of names of facet terms in the entries under them: the best for each facet. */
function nameScores(terms, partly) {
  const byFacet = facets.map(() => new Map());
  const scores = new Map();
  terms.forEach((weight, term) => {
    const elsewhere = (sought.foreign && namesAbroad.get(term)) || [];
    (names.get(term) || []).concat(elsewhere).forEach(([f, place, part]) => {
      const best = byFacet[f];
      under[f][place].forEach((named, number) => {
        const score = weight * part * (named ? 1 : rules.above);
        best.set(number, Math.max(best.get(number) || 0, score));
        const found = valueIn(scores, number, () => [0, 0]);
        found[1] = Math.max(found[1], shareOf(term, partly));
      });
    });
  });
  byFacet.forEach((best, f) => {
    const rarity = rarityOf(best.size, documents.length);
    best.forEach((part, number) => {
      scores.get(number)[0] += facets[f].weight * rarity * part;
    });
  });
  return scores;
}

/* How much it means that an entry has what `count` of `total` have. */
const rarityOf = (count, total) => Math.log(1 + Math.abs((total - count + 0.5) / (count + 0.5)));

function need(count, total) {
  const rarity = rarityOf(count, total);
  return count ? Math.min(rarity, rules.rarest) : rarity;
}

const NONE = new Set();

const termHits = (term) =>
  valueIn(memory, term, () => slotHits(new Map([[term, 1]]), NONE, false));

/* Credit the words of a name in the query to entries that have another name for the same. */
function addOtherNames(query, hits) {
  query.spans.forEach((span) => {
    const best = new Map();
    span.others.forEach((other) => {
      const each = other[0].map(termHits);
      each[0].forEach((_, number) => {
        if (!each.every((one) => one.has(number))) return;
        const credit = together(
          each.map((one) => one.get(number)),
          other[1] / span.slots.length
        );
        credit.share = Math.min(credit.share, other[2] || 1);
        if (!best.has(number) || best.get(number).score < credit.score) best.set(number, credit);
      });
    });
    best.forEach((credit, number) => {
      span.slots.forEach((slot) => {
        const hit = valueIn(hits[slot], number, newHit);
        if (total(hit) < credit.score) {
          hit.score = credit.score;
          hit.asked = hit.body = 0;
        }
        hit.title = Math.max(hit.title, credit.title);
        hit.share = Math.max(hit.share, credit.share);
        credit.hits.forEach((one) => {
          if (one.sections) one.sections.forEach((score, at) => addSection(hit, at, score));
        });
      });
    });
  });
}

/* The joint score of the words of a name. */
const together = (hits, weight) => ({
  score: hits.reduce((sum, hit) => sum + total(hit), 0) * weight,
  share: Math.min(1, ...hits.map((hit) => hit.share)),
  title: Math.min(1, ...hits.map((hit) => hit.title)),
  hits,
});
