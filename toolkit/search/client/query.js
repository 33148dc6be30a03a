/*
 * What a query means: its words, the names in it, provisions, phrases, and typing errors.
 */
const LENGTH = 1000; // characters of a query that are read
const WORDS = 24; // words of a query that are sought
const LONGEST_NAME = 9; // words of the longest name that is looked for
const SHORTEST = 4; // letters of the shortest word that is corrected
const CORRECTIONS = 4; // words of a query for which another is looked for
const FAR = 8; // letters from which two errors are allowed

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const PROVISION = new RegExp(
  "(^|[\\s(,;:/«“\"'])((?:articles?|arts?|art[íi]culos?|стать[яиею]|ст)\\.?|المادة|第)\\s*" +
    "([0-9]+[a-z]?|[ivxlc]+)(?![0-9a-z])\\s?条?((?:\\s*\\(\\s*[0-9a-z]+\\s*\\))*)",
  "gi"
);
const ROMAN = /^[IVXLC]+$/;
const BLANKS = /[\s\u00a0\u3000]+/g;
const ACRONYM = /^[a-z]{3,6}$/;
const DOTTED = /(^|[\s(])((?:[a-z]\.)+[a-z]\.?)(?=[\s),;:?!]|$)/gi; // W.H.O.
const TITLE_WORD = /[^\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/g;

function understand(text, correcting) {
  text = Array.from(text.slice(0, 2 * LENGTH)).slice(0, LENGTH).join("");
  const query = { slots: [], spans: [], phrases: [], corrected: [], text, instruments: [] };
  query.exact = !correcting;
  query.strange = 0; // of a query in another language: the share of words that no name has
  text.replace(QUOTED, (_, quoted) => {
    const stems = stemsOf(quoted);
    if (stems.length > 1) query.phrases.push(stems);
    return "";
  });
  const articles = [];
  const rest = text.replace(PROVISION, (all, before, word, number, paragraphs) => {
    const isNumber = /[0-9]/.test(number[0]);
    if (!isNumber && (!ROMAN.test(number) || /[sS]$/.test(word))) return all;
    articles.push([number.toLowerCase(), paragraphs.replace(BLANKS, "").toLowerCase()]);
    return before + " ";
  });
  const unfinished = rest !== "" && split(rest.slice(-1)).length > 0;
  const tokens = readTokens(rest);
  if (tokens.length === 1 && Array.from(tokens[0].word).length === 1 && !articles.length) {
    readLetter(query, tokens[0].word);
    return query;
  }
  if (correcting) {
    correct(query, tokens, unfinished);
    query.text = tokens.map((token) => token.word).join(" ");
  }
  query.foreign = tokens.some((token) =>
    isForeign(token.word, unfinished && token === tokens[tokens.length - 1])
  );
  if (query.foreign) query.strange = strangeness(tokens, unfinished);
  readSlots(query, tokens, unfinished);
  readArticles(query, articles);
  return query;
}

/* The first letter of a query: entries with words, or names abroad, that begin with it. */
function readLetter(query, letter) {
  const words = longer(letter, 1);
  const ours = words.filter((word) => own.has(word));
  const terms = new Map();
  query.foreign = !ours.length;
  (ours.length ? ours : words).forEach((word) => {
    if (!fillers.has(word)) terms.set(stemOf(word), 1);
  });
  const slot = { word: letter, terms, partly: new Set(), names: false, trust: 1, aside: false };
  if (terms.size) query.slots.push(slot);
}

function readTokens(dotted) {
  const tokens = [];
  const text = dotted.replace(DOTTED, (_, before, letters) => before + letters.replace(/\./g, ""));
  text.split(BLANKS).forEach((piece) => {
    const capitals = piece.toUpperCase() === piece && piece.toLowerCase() !== piece;
    split(piece).forEach((word) => {
      tokens.push({ word, capitals, trust: 1 });
    });
  });
  return tokens.slice(0, WORDS);
}

function correct(query, tokens, unfinished) {
  const final = tokens[tokens.length - 1];
  let tried = 0;
  tokens.slice().forEach((token) => {
    const last = unfinished && token === final;
    if (tried === CORRECTIONS || isKnown(token.word, last) || expansions(token).length) return;
    const at = tokens.indexOf(token);
    if (wholeOf(tokens, [at - 1, at]) || wholeOf(tokens, [at, at + 1])) return;
    const two = halves(token.word);
    if (two.length) {
      const made = two.map((half) => ({ word: half, capitals: token.capitals, trust: 1 }));
      tokens.splice(at, 1, ...made);
      return;
    }
    if (/[0-9]/.test(token.word)) return;
    tried += 1;
    const set = tokens.length === 1 || tokens.some((one) => isForeign(one.word)) ? frequency : own;
    const found = nearest(token.word, set, last);
    if (!found.word) return;
    query.corrected.push([token.word, found.word]);
    token.trust = 1 - (header.rules.doubt * found.errors) / token.word.length;
    token.word = found.word;
  });
}

/*
 * The word of the index that may be meant by one that is known by its ending alone (survivers), or
 * in names abroad alone (anual), one letter away, in a query whose other words it mostly has.
 */
function meantBy(query, tokens, token) {
  const word = token.word;
  if (query.exact || word.length <= SHORTEST || own.has(word) || lexiconWords.has(word)) return [];
  if (2 * tokens.filter((one) => own.has(one.word)).length < tokens.length) return [];
  const found = nearest(word, own, false);
  return found.errors === 1 ? [[found.word]] : [];
}

/* The word of the index that the words at some places are, written as one. */
function wholeOf(tokens, places) {
  const word = places.every((at) => tokens[at]) && places.map((at) => tokens[at].word).join("");
  return own.has(word) ? word : "";
}

function isKnown(word, unfinished) {
  if (word.length < SHORTEST || /^[0-9]/.test(word) || frequency.has(word)) return true;
  if (!stemOf(word) || fillers.has(word)) return true;
  if (stemsKnown.has(stemOf(word)) || lexiconWords.has(word)) return true;
  if (lexicon.has(nameKey([word]))) return true;
  return unfinished && longer(word).length > 0;
}

/* Whether a word stands in names of other languages alone, or may become such a one. */
function isForeign(word, unfinished) {
  if (own.has(word) || !stemOf(word)) return false;
  if (foreign.has(word)) return true;
  const more = unfinished ? longer(word) : [];
  return more.length > 0 && !more.some((other) => own.has(other));
}

/* The share of words that no name has; between known pairs of characters none is strange. */
function strangeness(tokens, unfinished) {
  const telling = tokens.filter((token) => !isFunction(token.word));
  const words = telling.map((token) => token.word);
  const known = telling.map(
    (token) =>
      stemsKnown.has(stemOf(token.word)) ||
      (unfinished && token === tokens[tokens.length - 1] && longer(token.word).length > 0)
  );
  const joined = (at) =>
    isHan(words[at] || "") && words[at].slice(-1) === (words[at + 1] || "")[0];
  const strange = words.filter(
    (_, at) => !known[at] && !(joined(at - 1) && known[at - 1]) && !(joined(at) && known[at + 1])
  );
  return strange.length / Math.max(words.length, 1);
}

function readSlots(query, tokens, unfinished) {
  const named = namesIn(tokens, query.foreign);
  const inside = new Set();
  named.forEach((name) => {
    const words = tokens.slice(name.start, name.end);
    if (words.length < 2 && !words[0].capitals && fillers.has(words[0].word)) return;
    for (let at = name.start; at < name.end; at++) inside.add(at);
  });
  const spoken = tokens.map((_, place) => place).filter((place) => stemOf(tokens[place].word));
  let telling = spoken.filter((place) => {
    const word = tokens[place].word;
    return (!fillers.has(word) || inside.has(place)) && !(query.foreign && isFunction(word));
  });
  if (!telling.length) telling = spoken.slice(-1);
  const weighty = telling.filter(
    (place) =>
      inside.has(place) || tokens[place].capitals || !light.has(tokens[place].word)
  );
  const slots = new Map();
  const byStem = new Map();
  // Beside other words of a sentence "who" asks, and is no organization unless in capitals.
  const other = tokens.filter((token) => fillers.has(token.word))[1];
  tokens.forEach((token, place) => {
    const stem = stemOf(token.word);
    const isName = fillers.has(token.word) && names.has(stem) && (token.capitals || !other);
    const isTelling = telling.includes(place);
    if (!isTelling && !isName) return;
    const last = unfinished && place === tokens.length - 1;
    const isWhole = tokens.length > 1 && light.has(token.word);
    const more = last && !isWhole ? longer(token.word) : [];
    if (!byStem.has(stem)) {
      byStem.set(stem, query.slots.length);
      query.slots.push({
        word: token.word,
        terms: new Map(),
        partly: new Set(),
        names: isName,
        trust: token.trust,
        aside: isName
          ? !token.capitals && !isTelling
          : (!inside.has(place) &&
              !stemsKnown.has(stem) &&
              !more.length &&
              (isHan(token.word) || query.foreign)) ||
            (weighty.length > 0 && !weighty.includes(place)),
      });
    }
    slots.set(place, byStem.get(stem));
    const slot = query.slots[byStem.get(stem)];
    addTerm(slot, stem, 1);
    const weight = stemsKnown.has(stem) ? header.rules.longer : header.rules.prefix;
    more.forEach((word) => addTerm(slot, stemOf(word), weight));
  });
  readNames(query, tokens, named, slots);
}

/* Names in the query, the longest first from the left. */
function namesIn(tokens, isAbroad) {
  const found = [];
  for (let start = 0; start < tokens.length; start++) {
    for (let end = Math.min(tokens.length, start + LONGEST_NAME); end > start; end--) {
      const key = nameKey(tokens.slice(start, end).map((token) => token.word));
      const groups = (lexicon.get(key) || []).concat(
        (isAbroad && lexiconAbroad.get(key)) || []
      );
      if (!groups.length) continue;
      found.push({ start, end, groups });
      start = end - 1;
      break;
    }
  }
  return found;
}

function readNames(query, tokens, named, slots) {
  const rules = header.rules;
  const slotsAt = (places) => [
    ...new Set(places.map((place) => slots.get(place)).filter((slot) => slot !== undefined)),
  ];
  const addSpan = (places, found, weight, share = 1) => {
    const covered = slotsAt(places);
    const others = found.map((words) => [words.map(stemOf).filter(Boolean), weight, share]);
    if (covered.length && found.length) query.spans.push({ slots: covered, others });
  };
  tokens.forEach((token, place) => {
    if (slots.has(place)) {
      addSpan([place], expansions(token), rules.same);
      addSpan([place], meantBy(query, tokens, token), rules.same);
    }
    if (own.has(token.word)) addSpan([place], [halves(token.word)].filter((two) => two.length), 1);
    [[place - 1, place], [place - 2, place - 1, place]].forEach((places) => {
      const whole = wholeOf(tokens, places);
      if (whole) addSpan(places, [[whole]], rules.joined);
    });
  });
  namesAcross(query, tokens, slots).forEach((one) => {
    addSpan(one[0], one[1].names, rules[one[1].kind], rules.everyday);
  });
  named.forEach((name) => {
    const covered = slotsAt(tokens.map((_, place) => place).slice(name.start, name.end));
    const typed = tokens.slice(name.start, name.end).map((token) => token.word);
    const others = [];
    const pages = [];
    name.groups.forEach((group) => {
      if (group.term) {
        others.push([[group.term], rules.term, group.asked ? rules.everyday : 1]);
        pages.push(group.term.slice(1).split(":").map(Number));
      }
      if (group.instrument) {
        query.instruments.push(group.instrument);
        pages.push(...termOf("instruments", group.instrument));
        others.push([[group.instrument + ":"], rules.itself]);
        others.push([[group.instrument + ":*"], rules.names]);
      }
      group.names.forEach((words) => {
        const stems = words.map(stemOf).filter(Boolean);
        if (words.join(" ") === typed.join(" ") || !stems.length) return;
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

/* What is asked in words that stand apart in the query: their places, and the group that is meant. */
function namesAcross(query, tokens, slots) {
  const places = new Map();
  tokens.forEach((token, place) => slots.has(place) && places.set(stemOf(token.word), place));
  const found = [];
  places.forEach((_, stem) => {
    (apart.get(stem) || []).forEach((one) => {
      if (!one[0].every((other) => places.has(other))) return;
      const covered = one[0].map((other) => places.get(other));
      const isTold = covered.some((place) => !query.slots[slots.get(place)].aside);
      if (isTold) found.push([covered, one[1]]);
    });
  });
  return found;
}

/* The facet and the place of a term, if the index has it. */
function termOf(name, id) {
  const f = header.facets.findIndex((facet) => facet.name === name);
  const place = f < 0 ? -1 : header.facets[f].terms.findIndex((term) => term.id === id);
  return place < 0 ? [] : [[f, place]];
}

/* Articles of the instruments named, or of any; then the one meant most often is first. */
function readArticles(query, articles) {
  const rules = header.rules;
  articles.forEach((one) => {
    const number = one[0];
    const paragraphs = one[1];
    query.spans.forEach((span) => {
      span.others
        .filter((other) => other[0][0].endsWith(":"))
        .forEach((other) => span.others.push([[other[0][0] + number], rules.names]));
    });
    const slot = {
      word: number + paragraphs,
      terms: new Map(),
      partly: new Set(),
      names: false,
      trust: 1,
      aside: false,
    };
    (query.instruments.length ? query.instruments : [""]).forEach((instrument) => {
      const article = instrument + ":" + number;
      addTerm(slot, article, rules.article);
      if (!paragraphs) return;
      slot.partly.add(article);
      addTerm(slot, article + paragraphs, rules.paragraphs);
    });
    const texts = query.instruments.map((id) => id + ":");
    (texts.length ? texts : [mostNamed(number)]).filter(Boolean).forEach((text) => {
      addTerm(slot, text, rules.article);
    });
    query.slots.push(slot);
  });
}

function addTerm(slot, term, weight) {
  if (weight > (slot.terms.get(term) || 0)) slot.terms.set(term, weight);
}

