/*
 * Loading: scripts are put in one after another, since pages opened from a disk can load nothing
 * else. A part that is missing, cut short or of another version is not received.
 */
const AT_ONCE = 250; // titles that are read before the page may answer again

let state = "new"; // then loading, answering (while more is loaded), ready or unavailable

/* `load` is given the names of scripts in assets/search, and loads each once. */
async function loadPart(load, language, name) {
  await load([language + "/" + name]);
  if (!received.has(name)) throw new Error(name);
}

async function loadTier(load, language, tier) {
  for (let number = 1; number <= tier.files; number++) {
    await loadPart(load, language, tier.name + "-" + number);
  }
}

/* What lists show of entries, without what is searched; throws where a part is not received. */
async function startList(language, load) {
  await loadPart(load, language, "index");
  await loadPart(load, language, "list");
}

/* All of an index; `tell` is called whenever more can be answered or shown, or nothing ever will. */
async function start(language, load, tell) {
  if (state !== "new") return;
  state = "loading";
  try {
    await startList(language, load);
    await loadTier(load, language, header.tiers[0]);
    await rest();
    addNames();
    state = "answering";
    tell();
    await loadTier(load, language, header.tiers[1]);
    await loadPart(load, language, "summaries");
    tell();
    await loadPart(load, language, "names");
    addLexicon();
    for (const tag of Object.keys(abroad)) {
      await rest();
      addAbroad(tag);
    }
    for (let number = 0; number < documents.length; number++) {
      if (number % AT_ONCE === 0) await rest();
      sequencesOf(documents[number].title, number);
      titleStems(number);
      pairTitles(number + 1);
    }
    for (const tier of header.tiers.slice(2)) await loadTier(load, language, tier);
    state = "ready";
  } catch (error) {
    state = "unavailable";
  }
  tell();
}

/* All that is left to do once all parts are received, where no reader waits meanwhile. */
function finish() {
  addNames();
  addLexicon();
  Object.keys(abroad).forEach(addAbroad);
}

/* Let the page answer the reader before more is done. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

const early = (window.toolkitSearch && window.toolkitSearch.early) || [];

window.toolkitSearch = {
  add,
  find,
  start,
  startList,
  finish,
  received,
  state: () => state,
  header: () => header,
  documents,
  entries: () => documents.slice(0, header.entries).map((_, number) => number),
  split,
  wordsOf,
  makeChoice,
  readChoice,
  writeChoice,
  narrow,
  termPath,
  labelsOf,
  factsOf,
  pillarOf,
  excerptOf,
  showExcerpt,
};

early.forEach((one) => add(one[0], one[1]));
