/*
 * Names that mean the same: of terms, in all languages, and from the register of equivalents.
 */

/* Add the names of terms, once all documents are there. */
function addNames() {
  facets.forEach((facet, f) => {
    if (facet.quiet) return;
    facet.terms.forEach((term, place) => {
      names.set("#" + f + ":" + place, [[f, place, 1]]);
      addName(term.label, f, place, 1, false);
      (term.synonyms || []).forEach((name) => {
        addName(name, f, place, rules.synonym, false);
      });
    });
  });
}

function addLexicon() {
  guesses.clear();
  equivalents.forEach((about) => {
    const group = { ...about, names: about.names.map(wordsOf) };
    // If these are names of a term, what is under it is meant.
    const ofTerms = group.names.flatMap((words) => lexicon.get(nameKey(words)) || []);
    if (about.asked || about.kind === "same") {
      group.term = (ofTerms.find((one) => one.term) || group).term;
    }
    const keys = about.asked ? about.asked.map(wordsOf) : group.names;
    keys.forEach((words) => {
      addToLexicon(lexicon, words, group);
      if (about.asked) addApart(words, group);
    });
  });
}

/* Add what is asked by several significant words, which may be apart. */
function addApart(words, group) {
  const stems = words.filter((word) => !fillers.has(word)).map(stemOf);
  if (stems.length < 2) return;
  valueIn(apart, stems[0], newList).push([stems, group]);
}

function addAbroad(tag) {
  abroad[tag].forEach((one) => addName(one[2], one[0], one[1], rules.foreign, true));
}

function addName(name, f, place, weight, isAbroad) {
  const words = wordsOf(name);
  const telling = words.filter((word) => stemOf(word) && !(isAbroad && isFunction(word)));
  const index = isAbroad ? namesAbroad : names;
  telling.forEach((word) => {
    const stem = stemOf(word);
    addWord(word, under[f][place].size, isAbroad ? foreign : own);
    stemsKnown.add(stem);
    valueIn(index, stem, newList).push([f, place, weight / Math.sqrt(telling.length)]);
  });
  addToLexicon(isAbroad ? lexiconAbroad : lexicon, words, {
    kind: "same",
    term: "#" + f + ":" + place,
    names: [words, wordsOf(facets[f].terms[place].label)],
  });
}

const wordsKnown = new Map();

/* The words of a name. */
const wordsOf = (name) => valueIn(wordsKnown, name, () => settle(split(name)));

function addToLexicon(index, words, group) {
  const key = nameKey(words);
  words.forEach((word) => {
    lexiconWords.add(word);
    lexiconStems.add(stemOf(word));
  });
  const groups = valueIn(index, key, newList);
  if (!groups.includes(group)) groups.push(group);
}

/* Whether a word of another language says nothing about what is searched for. */
const isFunction = (word) => functionWords.has(word) || word.includes(PARTICLE);

const nameKey = (words) => words.map((word) => stemOf(word) || word).join(" ");
