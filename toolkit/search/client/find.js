/*
 * Which entries answer a query, the best first; the one ranking, which `toolkit search` runs too.
 *
 * A word counts by lunr's formula (BM25) for each field of an entry, by the names of what it shares
 * with others (themes, organizations, places), and by the best section of its body. The sum counts
 * as far as the entry answers the whole query: a word that few entries have asks for more.
 */
const TOP = 3; // results by which all are judged
const BEST = 5; // results that say what is sought
const ABOUT = new Set(["themes", "exploitation", "audiences"]);

const about = []; // what each entry is about

let memory = new Map(); // what single terms score, for one query
let sought = null; // the query

/*
 * Entries and tasks that answer a query, and the pages of what it names and guides that answer it.
 * Of the results, `likely` come first; the others are worth a look where these do not help.
 */
function find(text, correcting) {
  const query = understand(text, correcting);
  sought = query;
  memory = new Map();
  const hits = query.slots.map((slot) => slotHits(slot.terms, slot.partly, slot.names));
  addOtherNames(query, hits);
  let all = combine(query, hits);
  if (query.phrases.length) all = all.filter((one) => hasPhrases(one, query.phrases));
  const isGuide = (one) => documents[one.number].kind === "guide";
  let results = all.filter((one) => !isGuide(one));
  const best = results.slice(0, TOP).reduce((most, one) => Math.max(most, one.coverage), 0);
  const weak = best < header.rules.weak || query.strange >= header.rules.strange;
  if (weak) results = results.slice(0, header.rules.weakest);
  const least = results.length ? results[0].score * header.rules.likely : 0;
  return {
    query,
    results,
    likely: results.filter((one) => one.score >= least).length,
    pages: pagesFor(query, all.filter((one) => isGuide(one) && one.score >= least * GUIDE)),
    weak: weak && results.length > 0,
  };
}

const GUIDES = 2; // shown at most
const GUIDE = 3; // times the least score of a likely result

/* The pages of what the whole query names, and guides, which are nothing else, that answer it. */
function pagesFor(query, guides) {
  const pages = [];
  const words = query.slots.filter((slot) => !slot.aside).length;
  query.spans.forEach((span) => {
    if (new Set(span.slots).size < words) return;
    (span.pages || []).forEach((one) => {
      const path = termPath(one[0], one[1]);
      if (!path || pages.some((page) => page.url === path)) return;
      const facet = header.facets[one[0]];
      pages.push({ title: facet.terms[one[1]].label, url: path, what: facet.label, score: 0 });
    });
  });
  const answering = guides.filter((one) => one.coverage >= header.rules.guide).slice(0, GUIDES);
  return pages.concat(
    answering.map((one) => ({
      title: documents[one.number].title,
      url: documents[one.number].url,
      what: "",
      score: one.score,
    }))
  );
}

const newHit = () => ({ score: 0, asked: 0, body: 0, share: 0, title: 0, sections: null, questions: null });

/* What a word scores in an entry. */
const total = (hit) => hit.score + hit.asked + hit.body;

/* Sections, made where there are any, with what each scores. */
function addSection(one, section, score) {
  if (!one.sections) one.sections = new Map();
  one.sections.set(section, (one.sections.get(section) || 0) + score);
}

function get(hits, number) {
  if (!hits.has(number)) hits.set(number, newHit());
  return hits.get(number);
}

/* What any of some terms scores in each entry: the best of them counts. */
function slotHits(terms, partly, namesOnly) {
  const hits = new Map();
  (namesOnly ? [] : shards).forEach((shard) => {
    const units = new Map();
    terms.forEach((weight, term) => {
      if (!shard.places.has(term)) return;
      const share = (shard.sections ? header.rules.body : 1) * shareOf(term, partly);
      unitScores(shard, term).forEach((found, unit) => {
        const best = units.get(unit);
        if (!best) {
          units.set(unit, [weight * found[0], found[1], share]);
          return;
        }
        best[0] = Math.max(best[0], weight * found[0]);
        best[1] = Math.max(best[1], found[1]);
        best[2] = Math.max(best[2], share);
      });
    });
    units.forEach((found, unit) => {
      const owners = [].concat(shard.tier === "first" ? shard.start + unit : shard.owners[unit]);
      found[0] *= Math.pow(owners.length, -header.rules.shared);
      owners.forEach((number) => addUnit(get(hits, number), shard, unit, found));
    });
  });
  nameScores(terms, partly).forEach((found, number) => {
    const hit = get(hits, number);
    hit.score += found[0];
    hit.share = Math.max(hit.share, found[1]);
  });
  return hits;
}

/* What a unit scores, in an entry that it belongs to. */
function addUnit(hit, shard, unit, found) {
  hit.share = Math.max(hit.share, found[2]);
  if (shard.tier === "full") {
    hit.body = Math.max(hit.body, found[0]);
    addSection(hit, shard.sections[unit], found[0]);
  } else if (shard.owners.length) {
    hit.asked = Math.max(hit.asked, found[0]);
    if (shard.titles) hit.title = Math.max(hit.title, found[1]);
    else hit.questions = (hit.questions || []).concat(shard.fields[0].lengths[unit], unit);
  } else {
    hit.score += found[0];
    hit.title = Math.max(hit.title, found[1]);
  }
}

const shareOf = (term, partly) => (partly.has(term) ? header.rules.partly : 1);

/* What a term scores in each unit, all fields together; how often it stands in the title. */
function unitScores(shard, term) {
  const scores = new Map();
  const tier = shard.about;
  const rarity = rarityOf(spreadOf(shard.tier, term), tier.units);
  tier.weights.forEach((weight, f) => {
    const counts = new Map();
    eachUnit(shard.fields[f], shard.places.get(term), (unit) => {
      counts.set(unit, (counts.get(unit) || 0) + 1);
    });
    counts.forEach((times, unit) => {
      const norm = K1 * (1 - B + (B * shard.fields[f].lengths[unit]) / tier.averages[f]);
      const score = (weight * rarity * (K1 + 1) * times) / (norm + times);
      const before = scores.get(unit);
      if (before) before[0] += score;
      else scores.set(unit, [score, f === 0 ? times : 0]);
    });
  });
  return scores;
}

/* What names of terms of facets score in the entries under them: the best of each facet. */
function nameScores(terms, partly) {
  const byFacet = header.facets.map(() => null);
  const scores = new Map();
  terms.forEach((weight, term) => {
    const elsewhere = (sought.foreign && namesAbroad.get(term)) || [];
    (names.get(term) || []).concat(elsewhere).forEach((name) => {
      const best = byFacet[name[0]] || (byFacet[name[0]] = new Map());
      under[name[0]][name[1]].forEach((named, number) => {
        const score = weight * name[2] * (named ? 1 : header.rules.above);
        best.set(number, Math.max(best.get(number) || 0, score));
        const before = scores.get(number) || [0, 0];
        scores.set(number, [0, Math.max(before[1], shareOf(term, partly))]);
      });
    });
  });
  byFacet.forEach((best, f) => {
    if (!best) return;
    const rarity = rarityOf(best.size, documents.length);
    best.forEach((part, number) => {
      scores.get(number)[0] += header.facets[f].weight * rarity * part;
    });
  });
  return scores;
}

/* How much it says that an entry has what `count` of `total` have. */
const rarityOf = (count, total) => Math.log(1 + Math.abs((total - count + 0.5) / (count + 0.5)));

function need(count, total) {
  const rarity = rarityOf(count, total);
  return count ? Math.min(rarity, header.rules.rarest) : rarity;
}

const NONE = new Set();

function termHits(term) {
  if (!memory.has(term)) memory.set(term, slotHits(new Map([[term, 1]]), NONE, false));
  return memory.get(term);
}

/* Credit the words of a name in the query where an entry has another name of the same. */
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
        const hit = get(hits[slot], number);
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

/* What the words of a name score together. */
function together(hits, weight) {
  let score = 0;
  let share = 1;
  let title = 1;
  hits.forEach((hit) => {
    score += total(hit);
    share = Math.min(share, hit.share);
    title = Math.min(title, hit.title);
  });
  return { score: score * weight, share, title, hits };
}

function combine(query, hits) {
  const needs = query.slots.map((slot, s) =>
    slot.aside ? 0 : need(hits[s].size, documents.length)
  );
  const words = query.slots.filter((slot) => !slot.aside);
  const softer = query.foreign ? 1 : Math.min(1, header.rules.words / Math.max(1, words.length));
  const power = header.rules.coverage * softer;
  const sequences = [words, query.slots].map((some) => ({
    words: some.map((slot) => new Set(namesOf(slot))),
    weight: 1,
  }));
  query.spans.forEach((span) => {
    span.others.forEach((other) => {
      sequences.push({ words: other[0].map((stem) => new Set([stem])), weight: Math.min(other[1], 1) });
    });
  });
  const byStem = new Map();
  sequences.forEach((sequence) => {
    sequence.words.forEach((names) => {
      names.forEach((stem) => {
        if (!byStem.has(stem)) byStem.set(stem, new Set());
        byStem.get(stem).add(sequence);
      });
    });
  });
  const numbers = new Set();
  hits.forEach((found) => found.forEach((_, number) => numbers.add(number)));
  const results = [];
  numbers.forEach((number) => {
    const result = resultOf(query, number, hits, needs, power);
    if (result.coverage < header.rules.cut) return;
    result.score *= datingOf(query, number, hits);
    const inTitle = hits.some((found) => found.has(number) && found.get(number).title > 0);
    if (inTitle || documents[number].partners) result.score *= titleBonus(number, byStem);
    result.score *= 1 + header.rules.question * questionShare(query, hits, number, needs);
    results.push(result);
  });
  addChosen(results);
  if (!namesOnly(query, words.length)) addKindred(results);
  addFitting(results);
  results.forEach((one) => (one.score = Math.floor(one.score * 1e6 + 0.5) / 1e6));
  return results.sort(byScore);
}

/* Credit entries for the best of the tasks that choose them: they answer what it answers. */
function addChosen(results) {
  const byNumber = new Map(results.map((one) => [one.number, one]));
  const credits = new Map();
  results.forEach((task) => {
    if (task.coverage < header.rules.leads) return;
    (documents[task.number].choices || []).forEach((number, place) => {
      const credit = task.score * header.rules.chosen * task.coverage * (1 - place / 10);
      if (credit > (credits.get(number) || [0])[0]) credits.set(number, [credit, task.coverage]);
    });
  });
  credits.forEach((credit, number) => {
    if (!byNumber.has(number)) {
      byNumber.set(number, { number, score: 0, coverage: 0, sections: null });
      results.push(byNumber.get(number));
    }
    const one = byNumber.get(number);
    one.score += credit[0];
    one.coverage = Math.max(one.coverage, credit[1]);
  });
}

/* Credit tasks for the best of what they choose: whom that answers, the task helps as well. */
function addFitting(results) {
  const scores = new Map(results.map((one) => [one.number, one]));
  results.forEach((task) => {
    const chosen = (documents[task.number].choices || []).map((number) => scores.get(number));
    const best = Math.max(0, ...chosen.map((one) => (one ? one.score * one.coverage : 0)));
    task.score += best * header.rules.fits * task.coverage;
  });
}

/* Whether all words are the name of an organization, a treaty, a place: then these are sought. */
const namesOnly = (query, words) =>
  query.instruments.length > 0 ||
  query.spans.some(
    (span) =>
      new Set(span.slots).size >= words &&
      (span.pages || []).some((page) => !ABOUT.has(header.facets[page[0]].name))
  );

/*
 * Credit entries for being about what the best answers are about: questions and problems are put in
 * words that many answers do not hold. The less of the query one answers itself, the less it gets.
 */
function addKindred(results) {
  const rules = header.rules;
  const best = results.sort(byScore).slice(0, BEST);
  if (!best.length) return;
  const terms = new Map();
  best.forEach((one) => {
    aboutOf(one.number).forEach((part, term) => {
      terms.set(term, (terms.get(term) || 0) + part * one.score * one.score);
    });
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
    const past = documents[one.number].past ? rules.past : 1;
    one.score += credit * past * one.coverage * Math.pow(alike[one.number] / most, 2);
  });
}

const byScore = (a, b) => b.score - a.score || a.number - b.number;

/* The terms that say what an entry is about, and how much each does; as a vector of length 1. */
function aboutOf(number) {
  if (!about[number]) {
    const found = new Map();
    header.facets.forEach((facet, f) => {
      if (!ABOUT.has(facet.name)) return;
      (documents[number].facets[f] || []).forEach((place) => {
        found.set(f + ":" + place, rarityOf(under[f][place].size, documents.length));
      });
    });
    const length = Math.hypot(...found.values());
    found.forEach((rarity, term) => found.set(term, rarity / length));
    about[number] = found;
  }
  return about[number];
}

/* A year that is typed is that of the work; of others newer ones come a little before. */
function datingOf(query, number, hits) {
  const about = documents[number];
  if (about.kind === "task") return header.rules.task;
  const typed = query.slots.some((slot, s) => {
    const hit = YEAR.test(slot.word) && hits[s].get(number);
    return hit && (hit.title > 0 || slot.word === "" + about.year);
  });
  return typed ? header.rules.year : 1 - (header.rules.newer * (NEW - (about.year || NEW))) / 100;
}

/* What the words score in one entry together. */
function resultOf(query, number, hits, needs, power) {
  const rules = header.rules;
  let score = 0;
  let covered = 0;
  let whole = 0;
  const result = { number, score: 0, coverage: 1, sections: null };
  query.slots.forEach((slot, s) => {
    const hit = hits[s].get(number);
    whole += needs[s];
    if (!hit) return;
    score += total(hit) * (slot.aside ? rules.aside : 1);
    covered += needs[s] * slot.trust * hit.share;
    if (hit.sections) hit.sections.forEach((found, section) => addSection(result, section, found));
  });
  if (whole) result.coverage = covered / whole;
  result.score = score * Math.pow(result.coverage, power);
  if (documents[number].past) result.score *= rules.past;
  return result;
}

const NEW = 2026; // the year of works that count most as new ones
const LEAST = 2; // words of a question that says enough
const WHOLE = 4; // what is typed is the question: it counts as often

/* How far a question that an entry answers is the query: of what both are made, and little else. */
function questionShare(query, hits, number, needs) {
  const typed = query.slots.filter((slot) => !fillers.has(slot.word)).length || 1;
  const whole = needs.reduce((sum, one) => sum + one, 0) || 1;
  const strict = Math.max(1, header.rules.telling / typed);
  const shared = new Map();
  let best = 0;
  hits.forEach((found, s) => {
    const questions = (found.has(number) && found.get(number).questions) || [];
    for (let at = 0; at < questions.length; at += 2) {
      const [words, needed] = shared.get(questions[at + 1]) || [0, 0];
      shared.set(questions[at + 1], [words + 1, needed + needs[s]]);
      const size = Math.max(questions[at], LEAST);
      const part = Math.min(words + 1, typed, questions[at]); // two words may be the same one there
      const share = Math.pow((needed + needs[s]) / whole, 2) * Math.pow(part / size, strict);
      best = Math.max(best, part * part === size * typed ? WHOLE : share);
    }
  });
  return best;
}

/* A word and what is the same. */
function namesOf(slot) {
  return Array.from(slot.terms)
    .filter((term) => term[1] >= header.rules.prefix && !slot.partly.has(term[0]))
    .map((term) => term[0]);
}

/*
 * What counts more where the title, or a part of it, is made of the words of the query or of
 * another name of the same. Most of these sequences share no word with a title: `byStem` has those
 * that do.
 */
function titleBonus(number, byStem) {
  const parts = titleStems(number);
  const sharing = new Set();
  parts.forEach((part) => {
    part.stems.forEach((stem) => {
      if (byStem.has(stem)) byStem.get(stem).forEach((sequence) => sharing.add(sequence));
    });
  });
  let exact = 0;
  let adjacent = 0;
  sharing.forEach((sequence) => {
    const words = sequence.words;
    parts.forEach((part) => {
      const shared = words.filter((names) => part.stems.some((stem) => names.has(stem))).length;
      const share = (shared * shared) / (part.size * words.length);
      exact = Math.max(exact, sequence.weight * share);
    });
    if (words.length < 2) return;
    let found = 0;
    for (let at = 1; at < words.length; at++) {
      if (parts.some((part) => isPair(words[at - 1], words[at], part.stems))) found += 1;
    }
    adjacent = Math.max(adjacent, (sequence.weight * found) / (words.length - 1));
  });
  return (1 + header.rules.exact * exact) * (1 + header.rules.adjacent * adjacent);
}

const isPair = (names, following, stems) =>
  stems.some((stem, at) => at > 0 && names.has(stems[at - 1]) && following.has(stem));

/* Whether each phrase stands word for word in an entry or in a name of its terms. */
function hasPhrases(result, phrases) {
  const about = documents[result.number];
  const texts = [about.title, about.summary, about.original || ""].concat(about.partners || []);
  about.facets.forEach((places, f) => {
    places.forEach((place) => {
      const term = header.facets[f].terms[place];
      texts.push(term.label, ...(term.synonyms || []));
    });
  });
  shards.forEach((shard) => {
    (shard.sections || []).forEach((section) => {
      if (section[0] === result.number) texts.push(section[2], section[3]);
    });
  });
  const lines = texts.map((text) => " " + stemsOf(text).join(" ") + " ");
  return phrases.every((phrase) =>
    lines.some((line) => line.indexOf(" " + phrase.join(" ") + " ") >= 0)
  );
}

