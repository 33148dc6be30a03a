/*
 * Loading: scripts are inserted one after another, since pages opened from a disk can load nothing
 * else. A part that is missing, truncated or of another version is not received.
 */
const AT_ONCE = 250; // titles that are read before the page may respond again

// Next come "loading", "answering" (while more is loaded) and "ready"; "lost" if a part doesn't
// arrive, until the reader tries again.
let state = "new";
let goOn; // continues with the part that didn't arrive

/* `load` takes the names of scripts in assets/search, and loads each once, or `again`. */
async function loadPart(load, language, name, again) {
  await load([language + "/" + name], again);
  if (!received.has(name)) throw name;
}

/* What lists show of entries, without what is searched; throws if a part is not received. */
async function startList(language, load) {
  await loadPart(load, language, "index");
  await loadPart(load, language, "list");
}

/* Load a whole index; `tell` is called when more can be answered or shown, or a part is lost. */
async function start(language, load, tell) {
  if (goOn) return goOn();
  state = "loading";

  async function part(name) {
    let again;
    while (await loadPart(load, language, name, again).catch(() => (again = true))) {
      const before = state;
      state = "lost";
      tell();
      await new Promise((resolve) => (goOn = resolve));
      state = before;
    }
  }

  async function tier(about) {
    for (let number = 1; number <= about.files; number++) await part(about.name + "-" + number);
  }

  await part("index");
  await part("list");
  await tier(header.tiers[0]);
  await rest();
  addNames();
  state = "answering";
  tell();
  await tier(header.tiers[1]);
  await part("summaries");
  tell();
  await part("names");
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
  for (const about of header.tiers.slice(2)) await tier(about);
  state = "ready";
  tell();
}

/* All that is left to do once all parts are received, when no reader is waiting. */
function finish() {
  addNames();
  addLexicon();
  Object.keys(abroad).forEach(addAbroad);
}

/* Let the page respond to the reader before doing more. */
const rest = () => new Promise((resolve) => setTimeout(resolve));

// The same object remains, since another script may have come before this one.
const whole = (window.toolkitSearch = Object.assign(window.toolkitSearch || {}, {
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
  readChoice,
  writeChoice,
  narrow,
  termPath,
  labelsOf,
  factsOf,
  pillarOf,
  showExcerpt,
}));

(whole.early || []).forEach((one) => add(...one));
