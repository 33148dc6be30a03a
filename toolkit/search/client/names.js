/*
 * The names in a query, other names for the same, and the articles of instruments that it asks for.
 */
const LONGEST_NAME = 9; // words in the longest name that is looked for
const RANGE = 50; // the most articles that are looked for after the first of a range

/* Names in the query, from the left, the longest ones first. */
function namesIn(tokens, isAbroad) {
  const found = [];
  for (let start = 0; start < tokens.length; start++) {
    for (let end = Math.min(tokens.length, start + LONGEST_NAME); end > start; end--) {
      const words = tokens.slice(start, end).map((token) => token.word);
      const key = nameKey(words);
      const groups = (lexicon.get(key) || []).concat(
        (isAbroad && lexiconAbroad.get(key)) || []
      );
      if (!groups.length) continue;
      found.push({ places: words.map((_, at) => start + at), words, groups });
      start = end - 1;
      break;
    }
  }
  return found;
}

function readNames(query, tokens, named, slots) {
  const slotsAt = (places) => [
    ...new Set(places.filter((place) => slots.has(place)).map((place) => slots.get(place))),
  ];
  const addSpan = (places, found, weight, share = 1) => {
    const covered = slotsAt(places);
    const others = found.map((words) => [words.map(stemOf).filter(Boolean), weight, share]);
    if (covered.length && found.length) query.spans.push({ slots: covered, others });
  };
  tokens.forEach((token, place) => {
    if (slots.has(place)) {
      addSpan([place], expansions(token).concat(meantBy(query, tokens, token)), rules.same);
    }
    if (own.has(token.word)) addSpan([place], [halves(token.word)].filter((two) => two.length), 1);
    [[place - 1, place], [place - 2, place - 1, place]].forEach((places) => {
      const whole = wholeOf(tokens, places);
      if (whole) addSpan(places, [[whole]], rules.joined);
    });
  });
  namesAcross(query, tokens, slots).forEach(([places, group]) => {
    addSpan(places, group.names, rules[group.kind], rules.everyday);
  });
  named.forEach((name) => {
    const covered = slotsAt(name.places);
    const others = [];
    const pages = [];
    // What is asked with a filler ("not moved") is no name: its words alone mean much else.
    if (covered.some((slot) => fillers.has(query.slots[slot].word)) && name.groups.every((group) => group.asked)) {
      covered.forEach((slot) => {
        query.slots[slot].terms.forEach((weight, term, terms) => terms.set(term, rules.everyday * weight));
      });
    }
    name.groups.forEach((group) => {
      if (group.term) {
        others.push([[group.term], rules.term, group.asked ? rules.everyday : 1]);
        pages.push(group.term.slice(1).split(":").map(Number));
      }
      if (group.instrument) {
        query.instruments.push(group.instrument);
        pages.push(...termOf("instruments", group.instrument));
        others.push([[group.instrument + ":"], rules.itself], [[group.instrument + ":*"], rules.names]);
      }
      group.names.forEach((words) => {
        const stems = words.map(stemOf).filter(Boolean);
        if (words.join(" ") === name.words.join(" ") || !stems.length) return;
        if (stems.length > 1 || covered.length !== 1) {
          others.push([stems, rules[group.kind], group.asked ? rules.everyday : 1]);
          return;
        }
        const slot = query.slots[covered[0]];
        if (group.kind === "near" && !slot.terms.has(stems[0])) slot.partly.add(stems[0]);
        addTerm(slot, stems[0], rules[group.kind]);
      });
    });
    if ((others.length || pages.length) && covered.some((slot) => !query.slots[slot].aside)) {
      query.spans.push({ slots: covered, others, pages });
    }
  });
}

/* What is asked in words that are apart in the query: their positions, and the group meant. */
function namesAcross(query, tokens, slots) {
  const places = new Map();
  tokens.forEach((token, place) => slots.has(place) && places.set(stemOf(token.word), place));
  const found = [];
  places.forEach((_, stem) => {
    (apart.get(stem) || []).forEach(([stems, group]) => {
      if (!stems.every((other) => places.has(other))) return;
      const covered = stems.map((other) => places.get(other));
      // Pairs of Chinese may be missing where no entry has them; here they are what is asked.
      if (isHan(stem) || covered.some((place) => !query.slots[slots.get(place)].aside)) {
        found.push([covered, group]);
      }
    });
  });
  return found;
}

/* The facet and the position of a term, if the index has it. */
function termOf(name, id) {
  const f = facetNamed(name);
  const place = f < 0 ? -1 : facets[f].terms.findIndex((term) => term.id === id);
  return place < 0 ? [] : [[f, place]];
}

/* Articles of the instruments named, or else of any, with the most common one first. */
function readArticles(query, articles) {
  articles.forEach(([number, paragraphs, last]) => {
    const numbers = [number];
    const end = Math.min(last, +number + RANGE);
    for (let next = +number; next++ < end; ) numbers.push("" + next);
    query.spans.forEach((span) => {
      span.others
        .filter((other) => other[0][0].endsWith(":"))
        .forEach((other) => {
          numbers.forEach((one) => span.others.push([[other[0][0] + one], rules.names]));
        });
    });
    const slot = newSlot(number + paragraphs);
    (query.instruments.length ? query.instruments : [""]).forEach((instrument) => {
      numbers.forEach((one) => {
        addTerm(slot, instrument + ":" + one, rules.article);
        addTerm(slot, instrument + ":", rules.article);
        if (!instrument) addTerm(slot, mostNamed(one) + ":", paragraphs ? rules.paragraphs : rules.text);
      });
      const article = instrument + ":" + number;
      if (!paragraphs) return;
      slot.partly.add(article);
      // What names 6(3) is also about 6(3)(a).
      [paragraphs, paragraphs.replace(/\).*/, ")")].forEach((some) => {
        addTerm(slot, article + some, rules.paragraphs);
      });
    });
    query.slots.push(slot);
  });
}

function addTerm(slot, term, weight) {
  if (weight > (slot.terms.get(term) || 0)) slot.terms.set(term, weight);
}

