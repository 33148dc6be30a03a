/*
 * The field and its results on a page. No query can be handed from one page to another without an
 * address or a store: so wherever a reader asks, the answer is shown on that very page, in the
 * place of its content, which comes back when the results are closed.
 */
const LONGEST_PAUSE = 200; // milliseconds

function makePage(field, root) {
  const content = document.getElementById("page--content");
  const place = document.querySelector("[data-results]");
  let results = null;
  let suggestions = null;
  let timer = 0;
  let took = 0; // milliseconds of the last answer
  let isOpen = Boolean(place);
  let covered = [];
  let back = recall(); // what the reader comes back to

  /* Once all is there, so that the list is the one that the reader left. */
  function comeBack() {
    if (search.state() === "answering") return back;
    const kept = back;
    back = null;
    if (kept === true) {
      if (results) results.clear(); // of words and filters, either all or nothing
      return false;
    }
    field.value = kept.words;
    if (!isOpen) openUp();
    results.restore(kept.place);
    return true;
  }

  remember(() => {
    const words = results && isOpen && field.value.trim();
    return words ? { words: field.value, place: results.place() } : null;
  });

  function ready() {
    if (place) results = results || showIn(place);
    else suggestions = suggestions || makeSuggestions(field, root, openUp);
  }

  function showIn(parent) {
    const made = makeResults(field, root, place);
    parent.append(made.element);
    return made;
  }

  /* The results in the place of the content. */
  function makePanel() {
    const wrap = make("div", { class: "wrap", id: "search--panel", hidden: true });
    results = showIn(wrap);
    results.top.append(button(t("search.close"), "", shut));
    results.element.append(make("p", {}, make("a", { href: root + "search.html" }, t("search.ways"))));
    const within = Array.from(content.children).find((one) => one.contains(field));
    content.insertBefore(wrap, within ? within.nextSibling : content.firstChild);
  }

  /* What the results take the place of: all but the field, which may stand in the content. */
  function besideField(parent) {
    return Array.from(parent.children).reduce((found, one) => {
      if (one === panel() || one.matches("[data-search]")) return found;
      return found.concat(one.contains(field) ? besideField(one) : one);
    }, []);
  }

  const panel = () => document.getElementById("search--panel");

  function openUp() {
    isOpen = true;
    suggestions.hide();
    if (!results) makePanel();
    panel().hidden = false;
    covered = besideField(content).filter((one) => !one.hidden);
    covered.forEach((one) => {
      one.hidden = true;
    });
    window.scrollTo(0, 0);
    results.answer();
    results.heading.focus();
  }

  function shut(event) {
    isOpen = Boolean(place);
    field.value = "";
    if (!isOpen && panel()) {
      panel().hidden = true;
      covered.forEach((one) => {
        one.hidden = false;
      });
      covered = [];
    }
    if (results) results.answer();
    if (!event || event.type !== "hashchange") field.focus();
  }

  /* After typing, or `loaded`: when more of the index is there. */
  function update(loaded) {
    const begun = performance.now();
    ready();
    if (back && comeBack()) return;
    if (isOpen) results[loaded ? "refresh" : "answer"]();
    else if (document.activeElement === field) suggestions[loaded ? "refresh" : "show"]();
    took = performance.now() - begun;
  }

  field.addEventListener("input", () => {
    back = null;
    clearTimeout(timer);
    // A processor that takes long to answer is left alone while the reader types on.
    timer = setTimeout(() => update(false), Math.min(took, LONGEST_PAUSE));
  });
  // Safari empties such a field on the way back to a page that it kept: to what it held at first.
  window.addEventListener("pagehide", () => (field.defaultValue = field.value));
  field.addEventListener("keydown", (event) => {
    if ((!results && !suggestions) || event.keyCode === 229) return; // of an input method, which chooses characters
    if (!isOpen && suggestions && suggestions.press(event)) {
      clearTimeout(timer);
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (isOpen) results.answer();
      else openUp();
    } else if (event.key === "Escape" && field.value) {
      event.preventDefault();
      shut();
    }
  });
  document.addEventListener("keydown", (event) => {
    const inside = panel() && panel().contains(event.target) && !event.target.closest("dialog");
    if (event.key === "Escape" && inside && !event.defaultPrevented) shut();
  });
  // A link in the results leads to a place of this page.
  window.addEventListener("hashchange", (event) => panel() && isOpen && shut(event));
  return update;
}

window.toolkitSearch.makePage = makePage;
