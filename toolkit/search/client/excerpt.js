/* Excerpts: the part of a text that shows most of what was searched for, with the words marked. */
const STRETCH = 220; // characters in an excerpt
const HAN_STRETCH = 110; // in one in Chinese, where each takes the space of two letters
const PLACES = 400; // the most words of the query looked for in a text

const stretchOf = (text) => (/[\u3400-\u9fff]{4}/.test(text) ? HAN_STRETCH : STRETCH);

/*
 * Where words of a query (in Chinese, pairs) are in a text, and which ones: [start, end, which]. Words
 * that say little count only if all do; those of another name, only if the whole name is there.
 */
function placesIn(text, query) {
  const words = [];
  text.replace(wordPattern(), (run, at) =>
    pairs(run).forEach((piece, offset) =>
      words.push([at + offset, at + offset + piece.length, stemOf(fold(piece))])
    )
  );
  const stems = new Set(words.map((one) => one[2]));
  const sought = new Map();
  query.spans.forEach((span) => {
    span.others.forEach(([name]) => {
      if (name.every((term) => stems.has(term))) name.forEach((term) => sought.set(term, span.slots[0]));
    });
  });
  const onlyAside = query.slots.every((slot) => slot.aside);
  query.slots.forEach((slot, s) => {
    if (!slot.aside || onlyAside) slot.terms.forEach((_, term) => sought.set(term, s));
  });
  const found = words.filter((one) => sought.has(one[2])).slice(0, PLACES);
  return found.map(([start, end, stem]) => [start, end, sought.get(stem)]);
}

/* The part of a text with the most different words; the first among equals. */
function bestStretch(text, query, section) {
  const found = placesIn(text, query);
  const stretch = stretchOf(text);
  let best = { text, start: 0, variety: 0, found, section };
  found.forEach((place) => {
    const inside = found.filter((one) => one[0] >= place[0] && one[1] <= place[0] + stretch);
    const variety = new Set(inside.map((one) => one[2])).size;
    if (variety > best.variety) best = { ...best, start: place[0], variety };
  });
  return best;
}

/* The part of the summary or of the best section that shows more of what was searched for. */
function excerptOf(result, query) {
  const best = bestStretch(documents[result.number].summary, query);
  const sections = [...(result.sections || [])].sort((a, b) => b[1] - a[1]);
  if (!sections.length) return best;
  const other = bestStretch(sections[0][0][2], query, sections[0][0]);
  return other.variety > best.variety ? other : best;
}

function showExcerpt(element, best) {
  const text = best.text;
  const stretch = stretchOf(text);
  const start = beginning(text, best.start, stretch);
  const limit = start + stretch;
  const end =
    limit < text.length ? Math.max(text.lastIndexOf(" ", limit), limit - stretch / 9) : text.length;
  let at = start;
  const put = (until) => {
    if (until > at) element.append(text.slice(at, until));
    at = until;
  };
  if (start > 0) element.append("… ");
  let mark;
  best.found.forEach(([from, to]) => {
    if (from < start || end < to) return;
    // Pairs of Chinese characters overlap: use one <mark> for a whole word.
    if (!mark || from > at) {
      put(from);
      element.append((mark = document.createElement("mark")));
    }
    mark.append(text.slice(at, to));
    at = to;
  });
  put(end);
  if (end < text.length) element.append(" …");
}

/* Where to begin in order to show `from`: at its sentence, or a few words before it. */
function beginning(text, from, stretch) {
  const latest = Math.min(from, Math.max(0, text.length - stretch));
  const before = text.slice(0, latest);
  const sentence = /(。|[.!?؟]\s)(?=[^.!?。؟]*$)/.exec(before);
  const start = sentence ? sentence.index + sentence[0].length : 0;
  if (from - start < stretch / 2) return start;
  return latest - /\S{0,30}$/.exec(before)[0].length;
}

