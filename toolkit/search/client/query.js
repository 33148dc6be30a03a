/*
 * What a query means: its words, phrases and typing errors; names and provisions are in names.js.
 */
const LENGTH = 1000; // the most characters read of a query
const WORDS = 24; // the most words searched for, and the most articles
const SHORTEST = 4; // letters in the shortest word that is corrected
const CORRECTIONS = 4; // the most words that are corrected
const LONG = 8; // from this many letters on, the first one may be mistyped
const FAR = 10; // from this many letters on, two errors are allowed
const SHORT = 6; // from this many letters on, a changed letter may lead to a rare word
const USUAL = 40; // a word is frequent if this times its count is at least the number of documents
const CHANGED = 1.1; // the cost of a letter in place of another
const DOUBLED = 0.5; // the cost of a letter that is doubled, or should be

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const FIGURES = /[٠-٩۰-۹０-９（）]/g;
const BLANKS = /\s+/g;
const ACRONYM = /^[a-z]{3,6}$/;
const DOTTED = /(^|[\s(])((?:[a-z]\.)+[a-z]\.?)(?=[\s),;:?!]|$)/gi; // W.H.O.

function understand(text, correcting) {
  text = text.slice(0, LENGTH).normalize().replace(MARKS, "");
  const query = {
    slots: [],
    spans: [],
    phrases: [],
    corrected: [],
    text,
    instruments: [],
    exact: !correcting,
    typed: 1, // the number of words that tell something, without articles of instruments
  };
  text.replace(QUOTED, (_, quoted) => {
    const stems = stemsOf(quoted);
    if (stems.length > 1) query.phrases.push(stems);
  });
  const articles = [];
  const [rules, pattern, each] = header.articles;
  const plainly = rewritten(text.replace(FIGURES, fold), compiled(rules));
  const rest = plainly.replace(new RegExp(pattern, "g"), (list, before) => {
    list.replace(new RegExp(each, "g"), (_, ...found) => articles.push(found.slice(0, 3).map(figures)));
    return before + " ";
  });
  const unfinished = split(rest.slice(-1)).length;
  const tokens = readTokens(rest);
  if (tokens.length === 1 && tokens[0].word.length === 1 && !articles.length) {
    readLetter(query, tokens[0].word);
    return query;
  }
  if (correcting) correct(query, tokens, unfinished);
  if (tokens.length) tokens[tokens.length - 1].last = unfinished;
  query.foreign = tokens.some(isForeign);
  if (query.foreign || isHan(text)) query.strange = strangeness(tokens);
  readSlots(query, tokens);
  query.typed = query.slots.filter((slot) => !fillers.has(slot.word)).length || query.slots.length;
  query.said = saidOf(tokens);
  readArticles(query, articles.slice(0, WORDS));
  query.instruments.push(...articles);
  return query;
}

/* All words of a query or a title, also those that are not searched, in the order of the alphabet. */
const saidOf = (tokens) => ":" + tokens.map((token) => folded(token.word)).sort().join(" ");

/* The number of an article, or its paragraphs, with digits for Chinese numerals below 100. */
function figures(text = "") {
  const numerals = header.articles[3];
  return text
    .replace(BLANKS, "")
    .toLowerCase()
    .replace(new RegExp("[" + numerals + "]+", "g"), (number) =>
      [...number].reduce((sum, sign) => {
        const value = numerals.indexOf(sign) + 1;
        return value > 9 ? (sum || 1) * value : sum + value;
      }, 0)
    );
}

/* What to search for, for one word of a query. */
const newSlot = (word) => ({
  word,
  terms: new Map(),
  partly: new Set(),
  trust: 1,
});

/* A single letter finds entries with words, or else names abroad, that begin with it. */
function readLetter(query, letter) {
  const words = longer(letter, 1);
  const ours = words.filter((word) => own.has(word));
  const slot = newSlot(letter);
  query.foreign = !ours.length;
  (ours.length ? ours : words).forEach((word) => {
    if (!fillers.has(word)) slot.terms.set(stemOf(word), 1);
  });
  if (slot.terms.size) query.slots.push(slot);
}

const newToken = (word, capitals) => ({ word, capitals, trust: 1 });

function readTokens(dotted) {
  return dotted
    .replace(DOTTED, (_, before, letters) => before + letters.replace(/\./g, ""))
    .split(BLANKS)
    .flatMap((piece) => split(piece).map((word) => newToken(word, isUpper(piece))))
    .slice(0, WORDS);
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
      tokens.splice(at, 1, ...two.map((half) => newToken(half, token.capitals)));
      return;
    }
    if (/[0-9]/.test(token.word)) return;
    tried += 1;
    const set = tokens.length === 1 || tokens.some(isForeign) ? frequency : own;
    const found = nearest(token.word, set, last);
    if (!found.word) return;
    query.corrected.push([token.word, found.word]);
    token.trust = 1 - (rules.doubt * found.errors) / token.word.length;
    token.word = found.word;
  });
}

/*
 * The word of the index, one letter away, that may be meant by a word that is known only by its
 * ending (survivers) or only from names abroad (anual), if the index has most of the query's words.
 */
function meantBy(query, tokens, token) {
  const word = token.word;
  if (query.exact || word.length <= SHORTEST || own.has(word) || lexiconWords.has(word)) return [];
  if (2 * tokens.filter((one) => own.has(one.word)).length < tokens.length) return [];
  const found = nearest(word, own, false);
  return found.errors === 1 ? [[found.word]] : [];
}

/* The word of the index that results from joining the words at some positions. */
function wholeOf(tokens, places) {
  const word = places.every((at) => tokens[at]) && places.map((at) => tokens[at].word).join("");
  return own.has(word) ? word : "";
}

function isKnown(word, unfinished) {
  return (
    word.length < SHORTEST ||
    /^[0-9]/.test(word) ||
    [frequency, fillers, light, lexiconWords].some((words) => words.has(word)) ||
    !stemOf(word) ||
    stemsKnown.has(stemOf(word)) ||
    lexicon.has(nameKey([word])) ||
    (unfinished && longer(word).length)
  );
}

/* Whether a word occurs only in names in other languages, or may become one that does. */
function isForeign({ word, last }) {
  if (own.has(word) || !stemOf(word)) return false;
  if (foreign.has(word)) return true;
  const more = last ? longer(word) : [];
  return more.length && !more.some((other) => own.has(other));
}

/* Whether two pairs of characters share one. */
const isJoined = (words, at) =>
  isHan(words[at] || "") && words[at].slice(-1) === (words[at + 1] || "")[0];

/*
 * Whether a pair of characters is probably not a word but the end of one and the start of the next,
 * since these are more frequent.
 */
const isBetween = (words, at) =>
  [at - 1, at + 1].every(
    (place) => isJoined(words, Math.min(place, at)) && often(words[place]) > often(words[at])
  );

const often = (word) => (!stemOf(word) || fillers.has(word) ? Infinity : frequency.get(word) || 0);

/*
 * Of a query in another language or in Chinese, the share of words that are neither in names nor in
 * the index; pairs that overlap a known one are not counted.
 */
function strangeness(tokens) {
  const telling = tokens.filter((token) => !isFunction(token.word));
  const words = telling.map((token) => token.word);
  const known = telling.map(
    ({ word, last }) => isStem(stemOf(word)) || (last && longer(word).length)
  );
  const strange = words.filter(
    (_, at) =>
      !known[at] && !(known[at - 1] && isJoined(words, at - 1)) && !(known[at + 1] && isJoined(words, at))
  );
  return strange.length / (words.length || 1);
}

function readSlots(query, tokens) {
  const named = namesIn(tokens, query.foreign);
  const words = tokens.map((token) => token.word);
  const inside = new Set();
  named.forEach(({ places }) => {
    if (places.length < 2 && !tokens[places[0]].capitals && fillers.has(words[places[0]])) return;
    places.forEach((place) => inside.add(place));
  });
  const spoken = tokens.map((_, place) => place).filter((place) => stemOf(words[place]));
  let telling = spoken.filter((place) => {
    const word = words[place];
    return (!fillers.has(word) || inside.has(place)) && !(query.foreign && isFunction(word));
  });
  if (!telling.length) telling = spoken;
  const weighty = telling.filter(
    (place) => inside.has(place) || tokens[place].capitals || !light.has(words[place])
  );
  const slots = new Map();
  const byStem = new Map();
  tokens.forEach((token, place) => {
    const stem = stemOf(token.word);
    // In "who does what" it is a question, not an organization, unless in capitals.
    const asks = !token.capitals && fillers.has(words[place + 1]);
    const isName = fillers.has(token.word) && names.has(stem) && !asks;
    const isTelling = telling.includes(place);
    if (!isTelling && !isName) return;
    const isWhole = tokens.length > 1 && light.has(token.word);
    const more = token.last && !isWhole ? longer(token.word) : [];
    if (!byStem.has(stem)) {
      byStem.set(stem, query.slots.length);
      query.slots.push({
        ...newSlot(token.word),
        names: isName && isTelling === inside.has(place),
        // A number outside of a name is mostly that of something that isn't there (convention 190).
        trust: token.word < 1000 && !inside.has(place) && tokens.length > 1 ? token.trust / 2 : token.trust,
        between: !inside.has(place) && !more.length && isBetween(words, place),
        // Whether it may be missing.
        aside: isName
          ? !token.capitals && !isTelling
          : (!inside.has(place) &&
              !stemsKnown.has(stem) &&
              !more.length &&
              (isHan(token.word) || query.foreign)) ||
            (weighty.length && !weighty.includes(place)),
      });
    }
    slots.set(place, byStem.get(stem));
    const slot = query.slots[byStem.get(stem)];
    addTerm(slot, stem, 1);
    const weight = stemsKnown.has(stem) ? rules.longer : rules.prefix;
    more.forEach((word) => addTerm(slot, stemOf(word), weight));
  });
  readNames(query, tokens, named, slots);
}
