/* Excerpts: the stretch of a text that shows most of what was sought, with the words marked. */
const STRETCH = 220; // characters of an excerpt
const PLACES = 400; // words of a text that are looked at

/* By stem, which word of the query it stands for; words that say little only where all do. */
function soughtStems(query) {
  const sought = new Map();
  const onlyAside = query.slots.every((slot) => slot.aside);
  query.slots.forEach((slot, s) => {
    if (slot.aside && !onlyAside) return;
    slot.terms.forEach((_, term) => sought.has(term) || sought.set(term, s));
  });
  query.spans.forEach((span) => {
    span.others.forEach((other) => {
      other[0].forEach((term) => sought.has(term) || sought.set(term, span.slots[0]));
    });
  });
  return sought;
}

/* Where the words of a query stand in a text: [start, end, which word]. */
function placesIn(text, sought) {
  const found = [];
  const word = wordPattern();
  for (let token = word.exec(text); token && found.length < PLACES; token = word.exec(text)) {
    const stem = stemOf(fold(token[0]));
    if (!stem || !sought.has(stem)) continue;
    found.push([token.index, token.index + token[0].length, sought.get(stem)]);
  }
  return found;
}

/* The stretch of a text in which most different words stand, the first of equals. */
function bestStretch(text, sought, section) {
  const found = placesIn(text, sought);
  let best = { text, start: 0, variety: 0, found, section };
  found.forEach((place) => {
    const inside = found.filter((one) => one[0] >= place[0] && one[1] <= place[0] + STRETCH);
    const variety = new Set(inside.map((one) => one[2])).size;
    if (variety > best.variety) best = { ...best, start: place[0], variety };
  });
  return best;
}

/* Of the summary and the best section, the stretch that shows more of what was sought. */
function excerptOf(result, query) {
  const sought = soughtStems(query);
  const best = bestStretch(documents[result.number].summary, sought, null);
  const sections = [...(result.sections || [])].sort((a, b) => b[1] - a[1]);
  if (!sections.length) return best;
  const other = bestStretch(sections[0][0][3], sought, sections[0][0]);
  return other.variety > best.variety ? other : best;
}

function showExcerpt(element, best) {
  const text = best.text;
  const start = beginning(text, best.start);
  const limit = start + STRETCH;
  const end =
    limit < text.length ? Math.max(text.lastIndexOf(" ", limit), limit - 40) : text.length;
  let at = start;
  const put = (until) => {
    if (until > at) element.append(text.slice(at, until));
    at = until;
  };
  if (start > 0) element.append("… ");
  best.found.forEach((place) => {
    if (place[0] < start || place[1] > end) return;
    put(place[0]);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(place[0], place[1]);
    element.append(mark);
    at = place[1];
  });
  put(end);
  if (end < text.length) element.append(" …");
}

/* Where to begin so that `from` is shown: its sentence, or a few words before it. */
function beginning(text, from) {
  const latest = Math.min(from, Math.max(0, text.length - STRETCH));
  const before = text.slice(0, latest);
  const sentence = /[.!?。؟]\s+(?=[^.!?。؟]*$)/.exec(before);
  const start = sentence ? sentence.index + sentence[0].length : 0;
  if (from - start < STRETCH / 2) return start;
  return latest - /\S{0,30}$/.exec(before)[0].length;
}

