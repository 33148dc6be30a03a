/*
 * A search comes back with "back", as long as the tab is open and nowhere else. If the browser doesn't
 * keep the page in memory, the query must be stored somewhere: the window's name holds it encrypted
 * with random numbers that are used once (a one-time pad), and the history entry holds these numbers.
 * Neither says anything without the other. The name goes away with the tab, and browsers clear it on
 * the way to another host; the numbers alone are worth nothing.
 */
const STEPS = 8; // history entries that are remembered
let kept = ""; // for this page
let earlier = [];
let mine; // the reader's list is in the same name; its script may have been lost at first

/* Keep what `look` returns, whenever the page may be left, for the reader's return. */
function remember(look) {
  window.addEventListener("pagehide", () => keep(look(), '"y":'));
  document.addEventListener("click", (event) => {
    if (event.target.closest("a")) keep(look());
  });
}

/* What is kept already stays if all before `end` is the same: a page may still scroll. */
function keep(value, end) {
  if (document.documentElement.hidden) return; // the reader has left quickly: the name is empty
  const { toolkit: before, mine: away } = history.state || {};
  // The words may have been deleted since: no numbers then. And the name may be someone else's.
  // While the list is encrypted (leave.js), writing to the name would lose it.
  if (away || (!value && !before) || (window.name && !mine.isOurs())) return;
  const text = JSON.stringify(value);
  // The next page may already have the name and write to it: what is kept stays unchanged.
  if (before && text.split(end)[0] === kept.split(end)[0]) return;
  kept = text;
  const pad = [...crypto.getRandomValues(new Uint16Array(text.length))];
  try {
    history.replaceState({ ...history.state, toolkit: value && pad }, "");
    const step = pad.map((one, at) => one ^ text.charCodeAt(at)).join(",");
    mine.write([step].concat(earlier).slice(0, STEPS).concat(mine.parts().filter((part) => part.includes("/"))));
  } catch (error) {
    // Browsers refuse too many changes of the history: then nothing is kept.
  }
}

/*
 * What was kept for this history entry, or for a reader who comes from another language (leave.js); null
 * if nothing was. `true` if it is lost.
 */
function recall() {
  mine = window.toolkitMine;
  earlier = mine.parts().filter((part) => /^\d/.test(part));
  const { toolkit: pad, list, came } = history.state || {};
  const [way = {}] = performance.getEntriesByType("navigation");
  if (!pad || (!came && way.type !== "back_forward")) return null;
  history.replaceState(list ? { list } : null, "");
  for (const step of earlier) {
    const numbers = step.split(",");
    try {
      return JSON.parse(String.fromCharCode(...pad.map((one, at) => one ^ numbers[at])));
    } catch (error) {
      // Another step: with other numbers, nothing makes sense.
    }
  }
  return true;
}

