/*
 * The index as it comes in: each of its files, a script, calls `toolkitSearch.add`.
 * toolkit/search/index.py says how it is packed.
 */
const FORMAT = "4";
const K1 = 1.2; // lunr's own parameters of a score
const B = 0.75;
const PARTS = /\s[-–—]\s|[:;?!–—()]\s?/; // where one part of a title ends and another begins

const documents = [];
const shards = [];
const own = new Set(); // words of the index; those of names in other languages apart
const foreign = new Set();
const frequency = new Map();
const stemsKnown = new Set();
const names = new Map(); // stem or term -> [facet, place, weight]
const namesAbroad = new Map(); // the same of names in other languages than the site's
const lexicon = new Map(); // name -> groups of names
const lexiconAbroad = new Map();
const lexiconWords = new Set();
const lexiconStems = new Set();
let under = []; // by facet and term the documents: true if they name it, false if one below it
let fillers = null;
let light = null; // words that say little where others stand beside them
let functionWords = new Set(); // of other languages
let header = null;
const PARTICLE = "的"; // it joins two words; a pair that holds it is neither of them
let equivalents = []; // groups of names, still to be added
let abroad = {}; // names in other languages, still to be added
let version = "";
const received = new Set(); // parts, by the names of their files
let sortedWords = null;
let titles = [];

function add(stamp, part) {
  if (stamp !== (version || stamp) || stamp.split(".")[0] !== FORMAT) return;
  version = stamp;
  guesses.clear();
  try {
    if (part.tiers) addHeader(part);
    else if (part.names) addMore(part);
    else if (part.list) addList(part);
    else if (part.summaries) addSummaries(part);
    else addShard(part);
  } catch (error) {
    // A damaged part: it counts as not received.
  }
}

function addHeader(part) {
  header = part;
  received.add("index");
  between = new RegExp("[" + header.separators + "]+");
  foldings = header.foldings.map((one) => [new RegExp(one[0], "g"), one[1]]);
  stops = new Set(header.stopWords);
  fillers = new Set(header.stopWords.concat(header.fillers));
  light = new Set(header.lightWords);
  under = header.facets.map((facet) => facet.terms.map(() => new Map()));
  readWords(header.words);
}

/* The stems of words of names, where they differ from the words. */
function readWords(packed) {
  packed.terms.forEach((term, place) => readForms(term, packed.forms[place]));
}

function addMore(part) {
  abroad = part.names;
  functionWords = new Set(part.functionWords);
  equivalents = part.lexicon;
  readWords(part.words);
  received.add("names");
}

/* What lists show: entries first, then tasks and guides, which have a kind. */
function addList(part) {
  part.list.forEach(addDocument);
  received.add("list");
}

function addSummaries(part) {
  part.summaries.forEach((summary, number) => {
    documents[number].summary = summary;
  });
  received.add("summaries");
}

function addShard(part) {
  const tier = header.tiers.filter((one) => one.name === part.tier)[0];
  const shard = {
    tier: part.tier,
    fields: tier.fields,
    weights: tier.weights,
    postings: part.postings,
    lengths: part.lengths,
    start: part.start || 0,
    sections: part.sections,
    owners: part.owners || (part.sections || []).map((section) => section[0]),
    spread: part.spread,
    terms: part.terms,
    places: new Map(part.terms.map((term, place) => [term, place])),
    norms: part.lengths.map((lengths, f) =>
      lengths.map((length) => K1 * (1 - B + (B * length) / (tier.averages[f] || 1)))
    ),
    rarity: part.spread.map((spread) =>
      Math.log(1 + Math.abs((tier.units - spread + 0.5) / (spread + 0.5)))
    ),
  };
  shard.starts = part.postings.map((codes) => startsOf(codes, part.terms.length));
  part.terms.forEach((term, place) => {
    if (term.indexOf(":") >= 0) return;
    stemsKnown.add(term);
    readForms(term, part.forms[place]).forEach((word) => addWord(word, part.spread[place], own));
  });
  shards.push(shard);
  const others = shards.filter((one) => one.tier === part.tier);
  received.add(part.tier + "-" + others.length);
}

/* Where the codes of each term begin. */
function startsOf(codes, terms) {
  const starts = new Uint32Array(terms);
  let term = 1;
  for (let at = 0; term < terms; at++) {
    if (codes[at] === 0) starts[term++] = at + 1;
    else if (codes[at] < 0) at++;
  }
  return starts;
}

function addDocument(about, number) {
  documents[number] = about;
  about.facets.forEach((places, f) => {
    const terms = header.facets[f].terms;
    places.forEach((place) => {
      under[f][place].set(number, true);
      for (let up = terms[place].broader; up !== undefined; up = terms[up].broader) {
        if (!under[f][up].has(number)) under[f][up].set(number, false);
      }
    });
  });
}

function addWord(word, count, set) {
  set.add(word);
  frequency.set(word, (frequency.get(word) || 0) + count);
  sortedWords = null;
}

/* When all documents are there: the names of their terms. */
function addNames() {
  header.facets.forEach((facet, f) => {
    facet.terms.forEach((term, place) => {
      names.set("#" + f + ":" + place, [[f, place, 1]]);
      addName(term.label, f, place, 1, false);
      (term.synonyms || []).forEach((name) => {
        addName(name, f, place, header.rules.synonym, false);
      });
    });
  });
}

function addLexicon() {
  guesses.clear();
  equivalents.forEach((about) => {
    const group = {
      kind: about.kind,
      instrument: about.instrument || "",
      term: "",
      names: about.names.map(wordsOf),
    };
    const keys = about.asked ? about.asked.map(wordsOf) : group.names;
    keys.forEach((words) => addToLexicon(lexicon, words, group));
  });
}

function addAbroad(tag) {
  abroad[tag].forEach((one) => addName(one[2], one[0], one[1], header.rules.foreign, true));
}

function addName(name, f, place, weight, isAbroad) {
  const words = wordsOf(name);
  const telling = words.filter((word) => stemOf(word) && !(isAbroad && isFunction(word)));
  const index = isAbroad ? namesAbroad : names;
  telling.forEach((word) => {
    const stem = stemOf(word);
    addWord(word, under[f][place].size, isAbroad ? foreign : own);
    stemsKnown.add(stem);
    if (!index.has(stem)) index.set(stem, []);
    index.get(stem).push([f, place, weight / Math.sqrt(telling.length)]);
  });
  addToLexicon(isAbroad ? lexiconAbroad : lexicon, words, {
    kind: "same",
    instrument: "",
    term: "#" + f + ":" + place,
    names: [words, wordsOf(header.facets[f].terms[place].label)],
  });
}

const wordsKnown = new Map();

/* The words of a name. */
function wordsOf(name) {
  if (!wordsKnown.has(name)) wordsKnown.set(name, settle(split(name)));
  return wordsKnown.get(name);
}

function addToLexicon(index, words, group) {
  const key = nameKey(words);
  words.forEach((word) => {
    lexiconWords.add(word);
    lexiconStems.add(stemOf(word));
  });
  if (!index.has(key)) index.set(key, []);
  if (index.get(key).indexOf(group) < 0) index.get(key).push(group);
}

/* Whether a word of another language says nothing about what is sought. */
const isFunction = (word) => functionWords.has(word) || word.indexOf(PARTICLE) >= 0;

const nameKey = (words) => words.map((word) => stemOf(word) || word).join(" ");

/* The words of the index that begin with a word of `least` letters. */
function longer(word, least = 2) {
  const found = [];
  if (word.length < least || /^[0-9]+$/.test(word)) return found;
  if (!sortedWords) sortedWords = Array.from(frequency.keys()).sort();
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
 * The stems in their order of a title, of each part of it, and of partners' names; how many
 * different ones each has.
 */
function titleStems(number) {
  if (!titles[number]) {
    const about = documents[number];
    const parts = about.title.split(PARTS).map(stemsOf);
    const whole = parts.reduce((all, stems) => all.concat(stems), []);
    const all = parts.concat([whole], (about.partners || []).map(stemsOf));
    titles[number] = all
      .filter((stems) => stems.length)
      .map((stems) => ({ stems, size: new Set(stems).size }));
  }
  return titles[number];
}

/* The instrument of which most entries name an article. */
function mostNamed(article) {
  let most = 0;
  let best = "";
  shards.forEach((shard) => {
    shard.terms.forEach((term, place) => {
      if (term.length <= article.length + 1 || !term.endsWith(":" + article)) return;
      const id = term.slice(0, term.length - article.length);
      if (shard.spread[place] > most || (shard.spread[place] === most && id > best)) {
        most = shard.spread[place];
        best = id;
      }
    });
  });
  return best;
}

