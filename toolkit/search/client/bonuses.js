/* What an entry gains by its year, its title and the questions that it answers. */
const NEW = 2026; // the year of the works that count as newest
const WHOLE = 4; // the share if what is typed is the whole question, or the whole title

/* A typed year is that of the work; otherwise newer works come a little earlier. */
function datingOf(query, number, hits) {
  const about = documents[number];
  if (about.kind === "task") return rules.task;
  const typed = query.slots.some((slot, s) => {
    const hit = YEAR.test(slot.word) && hits[s].get(number);
    return hit && (hit.title || slot.word === "" + about.year);
  });
  return typed ? rules.year : 1 - (rules.newer * (NEW - (about.year || NEW))) / 100;
}

/* How close the query is to a question that the entry answers: the same words, and few others. */
function questionShare(query, hits, number, needs) {
  const whole = needs.reduce((sum, one) => sum + one, 0) || 1;
  const strict = Math.max(1, rules.telling / query.typed);
  const shared = new Map();
  const isSaid = termHits(query.said).has(number) || titleStems(number).said === query.said;
  let best = isSaid ? WHOLE : 0;
  hits.forEach((one, s) => {
    if (!one.has(number)) return;
    one.get(number).questions.forEach((size, unit) => {
      const found = valueIn(shared, unit, () => ({ words: 0, needs: 0 }));
      const part = Math.min(++found.words, query.typed, size); // two words may be the same one there
      const share = Math.pow((found.needs += needs[s]) / whole, 2) * Math.pow(part / size, strict);
      best = Math.max(best, part * part === size * query.typed ? WHOLE : share);
    });
  });
  return best;
}

/* A word and its equivalents. */
function namesOf(slot) {
  return [...slot.terms]
    .filter((term) => term[1] >= rules.prefix && !slot.partly.has(term[0]))
    .map((term) => term[0]);
}

/* The query's words in sequence, and other names for the same, by each of their stems. */
function sequencesByStem(query, words) {
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
      names.forEach((stem) => valueIn(byStem, stem, newSet).add(sequence));
    });
  });
  return byStem;
}

/*
 * The factor for a title, or a part of it, that is made of the words of the query or of another name
 * for the same. Most of these share no word with a title: `byStem` finds those that do.
 */
function titleBonus(number, byStem) {
  const parts = titleStems(number);
  const sharing = new Set();
  parts.forEach((part) => {
    part.stems.forEach((stem) => {
      (byStem.get(stem) || []).forEach((sequence) => sharing.add(sequence));
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
    let found = 0;
    for (let at = 1; at < words.length; at++) {
      if (parts.some((part) => isPair(words[at - 1], words[at], part.stems))) found += 1;
    }
    if (found) adjacent = Math.max(adjacent, (sequence.weight * found) / (words.length - 1));
  });
  return (1 + rules.exact * exact) * (1 + rules.adjacent * adjacent);
}

const isPair = (names, following, stems) =>
  stems.some((stem, at) => at > 0 && names.has(stems[at - 1]) && following.has(stem));
