/*
 * The index as it arrives: each of its files is a script that calls `toolkitSearch.add`.
 * toolkit/search/index.py says how it is packed.
 */
const FORMAT = "11";
const K1 = 1.2; // lunr's own parameters of a score
const B = 0.75;
const YEAR = /^(19|20)[0-9][0-9]$/;
const PARTS = /\s[-–—]\s|[:;?!–—()]\s?/; // between the parts of a title

const documents = [];
const shards = [];
const own = new Set(); // words of the index, except those of names in other languages
const foreign = new Set();
const frequency = new Map();
const stemsKnown = new Set();
const names = new Map(); // stem or term -> [facet, place, weight]
const namesAbroad = new Map(); // the same for names in languages other than the site's
const lexicon = new Map(); // name -> groups of names
const lexiconAbroad = new Map();
const apart = new Map(); // first of several stems that are asked together -> all of them, group
const lexiconWords = new Set();
const lexiconStems = new Set();
let under = []; // by facet and term, the documents: true if they name it, false if a term below it
let fillers = null;
let light = null; // words that say little next to others
let functionWords = new Set(); // of other languages
let header = null;
let rules = null; // the weights of rules
let facets = [];
const PARTICLE = "的"; // it joins two words; a pair that contains it is neither of them
let equivalents = []; // groups of names, still to be added
let abroad = {}; // names in other languages, still to be added
let version = "";
const received = new Set(); // parts, by file name
const waiting = []; // parts that came before what they need, or are damaged
let sortedWords = null;
let titles = [];
const sharing = new Map(); // by document, the owners of each of its sections and questions
const digits = new Uint8Array(128); // values of the characters that numbers are written in
const LOW = 63; // the highest that ends a number
const HIGHEST = 92;

function add(stamp, part) {
  if (stamp !== (version || stamp) || stamp.split(".")[0] !== FORMAT) return;
  version = stamp;
  guesses.clear();
  try {
    if (part.tiers) addHeader(part);
    else if (part.names) addMore(part);
    else if (part.list !== undefined) addList(part);
    else if (part.summaries) addSummaries(part);
    else addShard(part);
    waiting.splice(0).forEach((one) => add(...one));
  } catch (error) {
    waiting.push([stamp, part]);
  }
}

function addHeader(part) {
  header = part;
  rules = part.rules;
  facets = part.facets;
  received.add("index");
  [...header.digits].forEach((sign, value) => (digits[sign.charCodeAt(0)] = value));
  Object.keys(header.letters).forEach((one) => plain.set(one, header.letters[one]));
  between = new RegExp("[" + header.separators + "]+");
  foldings = compiled(header.foldings);
  stops = new Set(header.stopWords);
  fillers = new Set(header.stopWords.concat(header.fillers));
  light = new Set(header.lightWords);
  under = facets.map((facet) => facet.terms.map(() => new Map()));
  readWords(header.words);
}

/* The stems of words in names, where they differ from the words. */
function readWords(packed) {
  const forms = packed.forms.split(" ");
  readTerms(packed.terms).forEach((term, place) => readForms(term, forms[place]));
}

/* Unpack terms, each after a capital that says how many letters it shares with the one before. */
function readTerms(packed) {
  let term = "";
  return (packed.match(/[A-Z][^A-Z]*/g) || []).map(
    (one) => (term = term.slice(0, one.charCodeAt(0) - 65) + one.slice(1))
  );
}

/*
 * Read the numbers in a text from a position on, up to a 0, calling `tell` with each. Returns the
 * position after the 0.
 */
function readNumbers(text, at, tell) {
  let high = 0;
  for (; at < text.length; at++) {
    const digit = digits[text.charCodeAt(at)];
    if (digit > LOW) high = high * (HIGHEST - LOW) + digit - LOW;
    else if (digit) {
      tell(high * LOW + digit);
      high = 0;
    } else break;
  }
  return at + 1;
}

/* The documents that own each unit: their steps, the first from the first of the unit before. */
function ownersIn(part) {
  let first = 0;
  let at = 0;
  return [...Array(part.units)].map(() => {
    const owners = [];
    at = readNumbers(part.owners, at, (step) => owners.push((first += step - 1)));
    first = owners[0];
    return owners;
  });
}

/* Call `tell` with the units of a field in which a term occurs, once for each occurrence. */
function eachUnit(field, term, tell) {
  let unit = -1;
  if (field.text === undefined) return (field.units[term] || []).forEach(tell);
  return readNumbers(field.text, field.starts[term], (step) => tell((unit += step - 1)));
}

function addMore(part) {
  abroad = part.names;
  functionWords = new Set(part.functionWords);
  equivalents = part.lexicon;
  readWords(part.words);
  part.traditional.replace(/(.)(.)/gu, (_, one, other) => plain.set(one, other));
  received.add("names");
}

/* What lists show: entries first, then tasks and guides, which have a `kind`. */
function addList(part) {
  const columns = Object.keys(part).filter((name) => name !== "list");
  for (let number = 0; number < part.list; number++) {
    const about = {};
    columns.forEach((name) => part[name][number] !== 0 && (about[name] = part[name][number]));
    addDocument(about, number);
  }
  received.add("list");
}

function addSummaries(part) {
  part.summaries.forEach((summary, number) => {
    documents[number].summary = summary;
  });
  received.add("summaries");
}

function addShard(part) {
  const tier = header.tiers.find((one) => one.name === part.tier);
  const others = shards.filter((one) => one.tier === part.tier);
  const terms = [];
  let place = -1;
  readNumbers(part.known, 0, (step) => terms.push(shards[others.length].terms[(place += step)]));
  terms.push(...readTerms(part.terms));
  const shard = {
    tier: part.tier,
    about: tier,
    fields: [],
    spread: new Uint32Array(terms.length),
    sections: part.sections,
    titles: part.titles,
    owners: ownersIn(part),
    terms,
    places: new Map(terms.map((term, at) => [term, at])),
  };
  const forms = part.forms.split(" ");
  const words = terms.map((term, at) => {
    if (!term.includes(":")) stemsKnown.add(term);
    return forms[at] === "-" ? [] : readForms(term, forms[at]);
  });
  (part.titles || []).forEach((title, unit) => {
    documents[shard.owners[unit]].original = title;
    delete titles[shard.owners[unit]];
  });
  tier.fields.forEach((name, f) => {
    const text = part["postings" + f];
    const lengths = new Uint32Array(part.units);
    const field = { text, starts: [], units: [], lengths };
    shard.fields.push(field);
    if (text === undefined) countShown(shard, field, name);
    let at = 0;
    terms.forEach((_, term) => {
      let before = -1;
      field.starts.push(at);
      at = eachUnit(field, term, (unit) => {
        lengths[unit]++;
        if (unit !== before) shard.spread[term]++;
        before = unit;
      });
    });
  });
  words.forEach((some, at) => some.forEach((word) => addWord(word, shard.spread[at], own)));
  shard.owners.forEach((owners) => {
    owners.forEach((number) => valueIn(sharing, number, newList).push(owners));
  });
  shards.push(shard);
  received.add(part.tier + "-" + (others.length + 1));
}

/* The units of each term, for a field that lists show. */
function countShown(shard, field, name) {
  for (let unit = 0; unit < field.lengths.length; unit++) {
    const text = documents[shard.owners[unit]][name];
    stemsOf([].concat(text || []).join("\n")).forEach((stem) => {
      const place = shard.places.get(stem);
      if (place !== undefined) (field.units[place] = field.units[place] || []).push(unit);
    });
  }
}

/* The number of units in which a term occurs, in all shards of a tier received so far. */
const spreadOf = (tier, term) =>
  shards.reduce(
    (sum, shard) => sum + ((shard.tier === tier && shard.spread[shard.places.get(term)]) || 0),
    0
  );

function addDocument(about, number) {
  documents[number] = about;
  about.facets.forEach((places, f) => {
    termsOf(number, f).forEach((place) => under[f][place].set(number, places.includes(place)));
  });
}

function addWord(word, count, set) {
  set.add(word);
  addTo(frequency, word, count);
  sortedWords = null;
}

/* The words of the index that begin with a word of at least `least` letters. */
function longer(word, least = 2) {
  const found = [];
  if (word.length < least || /^[0-9]+$/.test(word)) return found;
  if (!sortedWords) sortedWords = [...frequency.keys()].sort();
  let low = 0;
  let high = sortedWords.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sortedWords[middle] < word) low = middle + 1;
    else high = middle;
  }
  for (; low < sortedWords.length && sortedWords[low].startsWith(word); low++) {
    found.push(sortedWords[low]);
  }
  return found;
}

/*
 * The stems, in order, of a title, of each of its parts, and of partners' names, each with the number
 * of different ones.
 */
function titleStems(number) {
  if (!titles[number]) {
    const about = documents[number];
    const parts = about.title.split(PARTS).map(stemsOf);
    const original = (about.original || "").split(PARTS);
    const all = parts.concat(original.map(stemsOf));
    titles[number] = all
      .map((stems) => stems.filter((stem) => !YEAR.test(stem)))
      .concat(all, [parts.flat()], (about.partners || []).map(stemsOf))
      .filter((stems) => stems.length)
      .map((stems) => ({ stems, size: new Set(stems).size }));
    titles[number].said = saidOf(readTokens(about.title));
  }
  return titles[number];
}

/* The instrument whose article most entries name. */
function mostNamed(article) {
  let most = 0;
  let best = "";
  shards.forEach((shard) => {
    shard.terms.forEach((term) => {
      if (term[0] === ":" || !term.endsWith(":" + article)) return;
      const id = term.slice(0, -article.length - 1);
      const spread = spreadOf(shard.tier, term);
      if (spread > most || (spread === most && id > best)) {
        most = spread;
        best = id;
      }
    });
  });
  return best;
}

