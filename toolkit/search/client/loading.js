/*
 * Loading: scripts are put in one after another, since pages opened from a disk can load nothing
 * else. A part that is missing, cut short or of another version is not received.
 */
let state = "new"; // then loading, answering (while more is loaded), ready or unavailable
const loading = new Map();

function loadPart(root, name) {
  if (!loading.has(name)) loading.set(name, loadOnce(root, name));
  return loading.get(name);
}

async function loadOnce(root, name) {
  const before = received;
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.charset = "utf-8";
    script.src = root + "assets/search/" + name + ".js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.appendChild(script);
  });
  if (received === before) throw new Error(name);
}

async function loadTier(root, language, tier) {
  for (let number = 1; number <= tier.files; number++) {
    await loadPart(root, language + "/" + tier.name + "-" + number);
  }
}

/* What lists show of entries; throws where a part is not received. */
async function startList(root, language) {
  await loadPart(root, language + "/index");
  await loadTier(root, language, header.tiers[0]);
}

/* All of an index; `tell` is called whenever more can be answered, or nothing ever will. */
async function start(root, language, tell) {
  if (state !== "new") return;
  state = "loading";
  try {
    await startList(root, language);
    await rest();
    addNames();
    state = "answering";
    tell();
    await rest();
    addLexicon();
    await loadPart(root, language + "/names");
    for (const tag of Object.keys(abroad)) {
      addAbroad(tag);
      await rest();
    }
    for (const tier of header.tiers.slice(1)) await loadTier(root, language, tier);
    state = "ready";
  } catch (error) {
    state = "unavailable";
  }
  tell();
}

/* Let the page answer the reader before more is done. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

window.toolkitSearch = {
  add: add,
  find: find,
  start: start,
  startList: startList,
  addNames: addNames,
  addLexicon: addLexicon,
  addAbroad: addAbroad,
  state: () => state,
  header: () => header,
  documents: documents,
  shards: shards,
  split: split,
  wordsOf: wordsOf,
  stemOf: stemOf,
  makeChoice: makeChoice,
  readChoice: readChoice,
  writeChoice: writeChoice,
  narrow: narrow,
  termPath: termPath,
  labelsOf: labelsOf,
  factsOf: factsOf,
  pillarOf: pillarOf,
  excerptOf: excerptOf,
  showExcerpt: showExcerpt,
};
