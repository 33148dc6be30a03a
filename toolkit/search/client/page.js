/*
 * The field and its results on a page. A query can't be passed from one page to another without an
 * address or storage. So wherever a reader asks, the answer is shown on that very page, in place of
 * its content, which comes back when the results are closed.
 */
const LONGEST_PAUSE = 200; // milliseconds

function makePage(field, root) {
  const content = document.getElementById("page--content");
  const place = document.querySelector("[data-results]");
  let results;
  let suggestions;
  let panel; // replaces the content of other pages with the results
  let timer;
  let took = 0; // milliseconds for the last answer
  let isOpen = place;
  let covered = [];
  let own; // the link to the reader's list: with the results, or else below the field
  let back = recall(); // what the reader comes back to

  /* Once everything is loaded, to show the same list that the reader left. */
  function comeBack() {
    if (search.state() === "answering") return back;
    const kept = back;
    back = null;
    if (kept === true) {
      if (results) results.clear(); // restore both words and filters, or neither
      return false;
    }
    const at = document.activeElement;
    field.value = kept.words;
    if (!isOpen) openUp();
    results.restore(kept.place);
    if (!place || at !== field) at.focus(); // the reader has gone on meanwhile
    return true;
  }

  remember(() =>
    results && isOpen && field.value.trim() ? { words: field.value, place: results.place() } : back
  );

  function ready() {
    if (place) results = results || showIn(place);
    else suggestions = suggestions || makeSuggestions(field, root, openUp);
  }

  function showIn(parent) {
    const made = makeResults(field, root, place);
    own = window.toolkitMine.link();
    made.bar.append(own);
    parent.append(made.element);
    return made;
  }

  /* Make the panel for the results, which replaces the content. */
  function makePanel() {
    panel = make("div", { class: "wrap", id: "search--panel" });
    panel.addEventListener("keydown", (event) => event.key === "Escape" && !event.target.closest("dialog") && shut());
    results = showIn(panel);
    results.top.append(button(t("search.close"), () => shut()));
    results.element.append(make("p", {}, make("a", { href: root + "search.html" }, t("search.ways"))));
    const within = [...content.children].find((one) => one.contains(field));
    if (within) within.after(panel);
    else content.prepend(panel);
  }

  /* What the results replace: everything except the field, which may be in the content. */
  function besideField(parent) {
    const others = [...parent.children].filter((one) => one !== panel && !one.matches("[data-search]"));
    return others.flatMap((one) => (one.contains(field) ? besideField(one) : one));
  }

  function openUp() {
    const at = document.activeElement;
    isOpen = true;
    suggestions.hide();
    if (!results) makePanel();
    panel.hidden = false;
    covered = besideField(content);
    // Not `hidden`: Chrome leaves that out of a page that it saves in one file. leave.js uncovers it in another.
    covered.forEach((one) => one.classList.add("covered"));
    field.scrollIntoView(); // with the first result, also on a low screen
    results.bar.append(own);
    results.answer();
    results.heading.focus();
    if (at !== field) at.focus(); // the reader has gone on since Enter
  }

  /* Show the page again; the reader `stays` where the keyboard is, or comes back to the field. */
  function shut(stays) {
    isOpen = place;
    field.value = "";
    if (panel) {
      panel.hidden = true;
      field.parentNode.after(own);
      covered.forEach((one) => one.classList.remove("covered"));
    }
    if (results) results.answer();
    if (!stays) field.focus();
  }

  /* Called after typing, or if `loaded`, when more of the index has arrived. */
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
    // A slow processor is left alone while the reader keeps typing.
    // Emptied only then, too: in Safari, an input method takes its letters away before it puts the word there.
    timer = setTimeout(() => {
      if (isOpen && !field.value.trim()) {
        shut(true);
        // The reader may have gone on: to a link, or to what went now.
        if (!document.activeElement.offsetParent) field.focus();
      } else update();
    }, Math.min(took, LONGEST_PAUSE));
  });
  // Going back to a page that it kept, Safari resets such a field to its initial value. Words without results
  // don't come back: it keeps such a page after leaving quickly, too.
  window.addEventListener("pagehide", () => (field.defaultValue = isOpen ? field.value : ""));
  field.addEventListener("keydown", (event) => {
    if ((!results && !suggestions) || event.keyCode === 229) return; // 229: an input method's key
    if (!isOpen && suggestions.press(event)) return clearTimeout(timer);
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (isOpen) results.answer();
      else if (field.value.trim()) openUp();
    } else if (event.key === "Escape" && field.value) {
      event.preventDefault();
      shut();
    }
  });
  // A link in the results leads to a place on this page; only the one to its content, to the results.
  window.addEventListener("hashchange", () => panel && isOpen && !content.matches(":target") && shut(true));
  return update;
}

window.toolkitSearch.makePage = makePage;
