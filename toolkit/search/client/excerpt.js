/* Excerpts: the part of a text that shows most of what was searched for, with the words marked. */
const STRETCH = 220; // characters in an excerpt
const HAN_STRETCH = 110; // in one in Chinese, where each takes the space of two letters
const PLACES = 400; // the most words of the query looked for in a text

const stretchOf = (text) => (/[\u3400-\u9fff]{4}/.test(text) ? HAN_STRETCH : STRETCH);

/*
 * Where words of a query (in Chinese, pairs) are in a text, and which ones: [start, end, which]. Words
 * that say little count only if all do; those of another name, only where the whole name is.
 */
function placesIn(text, query) {
  const sought = new Map();
  const onlyAside = query.slots.every((slot) => slot.aside);
  query.slots.forEach((slot, s) => {
    if (!slot.aside || onlyAside) slot.terms.forEach((_, term) => sought.set(term, s));
  });
  const words = [];
  text.replace(wordPattern(), (run, at) =>
    pairs(run).forEach((piece, offset) => {
      const stem = stemOf(fold(piece));
      if (stem) words.push([at + offset, at + offset + piece.length, sought.get(stem), stem]);
    })
  );
  const stems = new Set(words.map((one) => one[3]));
  query.spans.forEach((span) => {
    span.others.forEach(([name]) => {
      if (!name.every((term) => stems.has(term))) return; // most of them, in no time
      const isNamed = (one) => name.includes(one[3]);
      words.forEach((_, at) => {
        // There may be one more word in between.
        const near = words.slice(at, at + name.length + 1).filter(isNamed);
        if (name.every((term) => near.some((one) => one[3] === term))) {
          near.forEach((one) => one[2] >= 0 || (one[2] = span.slots[0]));
        }
      });
    });
  });
  return words.filter((one) => one[2] >= 0).slice(0, PLACES);
}

/* The part of a section with the most different words; the first among equals. */
function bestStretch(section, query) {
  const text = section[2];
  const found = placesIn(text, query);
  const stretch = stretchOf(text);
  let best = { section, start: 0, variety: 0, found };
  found.forEach((place) => {
    const inside = found.filter((one) => one[0] >= place[0] && one[1] <= place[0] + stretch);
    const variety = new Set(inside.map((one) => one[2])).size;
    if (variety > best.variety) best = { ...best, start: place[0], variety };
  });
  return best;
}

/*
 * Show the part of the summary or of the best section that shows more of what was searched for. Returns
 * the section, as in the index.
 */
function showExcerpt(element, result, query) {
  const sections = [...(result.sections || [])].sort((a, b) => b[1] - a[1]).slice(0, 1);
  const [best] = [[["", "", documents[result.number].summary]], ...sections]
    .map(([section]) => bestStretch(section, query))
    .sort((a, b) => b.variety - a.variety);
  const text = best.section[2];
  const stretch = stretchOf(text);
  const start = beginning(text, best.start, stretch);
  const limit = start + stretch;
  // "…" in place of a word or two would take as much space as these.
  const end =
    limit + stretch / 9 < text.length
      ? Math.max(text.slice(0, limit + 1).search(/[\s，、。；][^\s，、。；]*$/), limit - stretch / 9)
      : text.length;
  let at = start;
  let mark;
  element.append(start ? "… " : "");
  best.found.forEach(([from, to]) => {
    if (from < start || end < to) return;
    // Pairs of Chinese characters overlap: use one <mark> for a whole word.
    if (!mark || from > at) {
      mark = document.createElement("mark");
      element.append(text.slice(at, from), mark);
      at = from;
    }
    mark.append(text.slice(at, to));
    at = to;
  });
  element.append(text.slice(at, end), end < text.length ? " …" : "");
  return best.section;
}

/* Where to begin in order to show `from`: at its sentence, or a few words before it. */
function beginning(text, from, stretch) {
  const latest = Math.min(from, Math.max(0, text.length - stretch));
  const before = text.slice(0, latest);
  const start = before.match(/^(.*(。|[.!?؟]\s))?/)[0].length;
  if (from - start < stretch / 2) return start;
  return before.search(/\S{0,30}$/);
}

