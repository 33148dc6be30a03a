/*
 * Loading: scripts are put in one after another, since pages opened from a disk can load nothing
 * else. A part that is missing, cut short or of another version is not received.
 */
let state = "new"; // then loading, answering (while more is loaded), ready or unavailable

function load(root, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.charset = "utf-8";
    script.src = root + "assets/search/" + name;
    script.onload = resolve;
    script.onerror = reject;
    document.head.appendChild(script);
  });
}

async function loadPart(root, name) {
  const before = received;
  await load(root, name + ".js");
  if (received === before) throw new Error(name);
}

/* All of an index; `tell` is called whenever more can be answered. */
async function start(root, language, tell, withWords) {
  if (state !== "new") return;
  state = "loading";
  try {
    await loadPart(root, language + "/index");
    for (const tier of header.tiers) {
      if (tier.name === "full" && !withWords) break;
      for (let number = 1; number <= tier.files; number++) {
        await loadPart(root, language + "/" + tier.name + "-" + number);
      }
      if (tier.name === "first") {
        if (withWords) addNames();
        state = "answering";
        tell();
        await rest();
        if (withWords) await loadPart(root, language + "/names");
        for (const tag of Object.keys(abroad)) {
          addAbroad(tag);
          await rest();
        }
      }
    }
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
  addNames: addNames,
  addAbroad: addAbroad,
  load: load,
  state: () => state,
  header: () => header,
  documents: documents,
  shards: shards,
  split: split,
  stemOf: stemOf,
  fold: fold,
  foldedWords: (text) => split(text),
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
