/* The facets of a list of entries: the choice, and the number of entries for each term. */
const NEVER_FOLDED = ["pillars", "kinds", "themes"];

/*
 * A bar that stays in view, and the facets: next to the list, or on small screens in their own sheet.
 * `changed` is called when the choice has changed. With `inAddress` it is also kept in the address
 * after `#`, to send it to someone. `also` has an element for the panel, and writes and reads what
 * else is in the address.
 */
function makeFilters(changed, inAddress, also) {
  const header = search.header();
  let chosen;
  let shown;
  let all; // the counts without any choice: terms that have entries then stay where they are
  read(inAddress ? location.hash : "");
  const boxes = header.facets.map(() => new Map());
  const name = also ? "browse--" : "search--"; // both may be on one page
  const words = make("span");
  // Orca ignores what any other element than a <div> says while a list is filled.
  const status = make("div", { id: name + "status", "aria-live": "polite" }, words);
  const open = button("", openFacets);
  const chips = make("ul", { class: "chips", "aria-label": t("search.chosen") });
  const bar = make("div", { class: "found-bar" }, status, open, chips);
  const title = make(inAddress ? "h3" : "h2", { id: name + "filters", tabindex: "-1" }, t("search.filter"));
  const facets = make("div", { class: "facets" });
  const done = button("", () => sheet.close());
  const panel = make("div", { class: "filters" }, title, also ? also.element : "", facets, done);
  const sheet = make("dialog", { class: "filter-sheet", "aria-labelledby": title.id });
  const element = make("aside", { "aria-labelledby": title.id }, panel, sheet);
  const wide = window.matchMedia("(min-width: 62rem)");
  done.classList.add("filters-done");
  done.setAttribute("aria-live", "polite"); // while the sheet is open, nobody hears the status below it

  /* If the browser doesn't know dialogs, the facets stay below the list. */
  function settle() {
    const inSheet = !wide.matches && sheet.showModal;
    if (sheet.open) sheet.close();
    (inSheet ? sheet : element).prepend(panel);
    done.hidden = !inSheet;
  }

  function openFacets() {
    if (panel.parentNode === sheet) {
      sheet.textContent = "";
      sheet.append(wayOut(), panel);
      sheet.showModal();
    }
    title.focus();
  }

  header.facets.forEach((facet, f) => {
    const label = make("summary", { id: name + "facet-" + f }, facet.label);
    const part = make("details", {}, label);
    part.addEventListener("toggle", () => fill(f));
    part.open = NEVER_FOLDED.includes(facet.name) || chosen[f].size;
    facets.append(part);
  });

  /* Screen readers say what changes, not what appears with its place: there, the words appear a moment later. */
  function tell(text) {
    if (!words.firstChild) {
      words.className = "late";
      setTimeout(() => (words.className = ""), 200);
    }
    say(words, text);
  }

  /* The terms of a facet, made when the reader opens it. */
  function fill(f) {
    const facet = header.facets[f];
    if (boxes[f].size || !facets.children[f].open) return;
    const list = make("ul", { class: "plain" });
    inOrder(facet).forEach((place) => {
      const box = make("input", { type: "checkbox", autocomplete: "off" });
      const count = make("span", { class: "count" });
      const label = make("label", {}, box, " " + facet.terms[place].label + " ", count);
      const item = make("li", {}, label);
      box.addEventListener("change", () => choose(f, place, box.checked));
      boxes[f].set(place, { box, count, item });
      list.append(item);
    });
    facets.children[f].append(make("div", { role: "group", "aria-labelledby": name + "facet-" + f }, list));
    if (shown) showCounts(f);
  }

  function choose(f, place, on) {
    chosen[f][on ? "add" : "delete"](place);
    if (sheet.open) bar.previousSibling.scrollIntoView(); // what it covers becomes shorter
    store();
    changed();
  }

  function clear() {
    chosen = search.readChoice("");
    store();
    changed();
  }

  function store() {
    if (!inAddress) return;
    const parts = [search.writeChoice(chosen), also ? also.write() : ""];
    writeAddress(parts.filter(Boolean).join("&"));
  }

  /* Show the current counts, with `kept` of the entries `numbers` left. */
  function show(counts, numbers, kept) {
    shown = counts;
    all = search.narrow(numbers, search.readChoice("")).counts;
    element.hidden = open.hidden = !numbers.length;
    header.facets.forEach((_, f) => {
      facets.children[f].hidden = !all[f].some(Boolean) && !chosen[f].size;
      fill(f);
      showCounts(f);
    });
    say(done, counted("search.show", kept));
    showChips();
  }

  function showCounts(f) {
    boxes[f].forEach((one, place) => {
      const on = chosen[f].has(place);
      one.box.checked = one.box.defaultChecked = on; // as in mine.js
      one.item.hidden = !all[f][place] && !on;
      say(one.count, "" + shown[f][place]);
    });
  }

  function showChips() {
    const focused = chips.contains(document.activeElement);
    chips.textContent = "";
    header.facets.forEach((facet, f) => {
      chosen[f].forEach((place) => {
        const label = facet.terms[place].label;
        const remove = button(label + " ×", () => choose(f, place, false), t("search.remove", { term: label }));
        chips.append(make("li", {}, remove));
      });
    });
    const n = chips.children.length;
    if (n > 1) chips.append(make("li", {}, button(t("search.clear"), clear)));
    say(open, n ? t("search.filters", { n }) : t("search.filter"));
    if (focused) (chips.querySelector("button") || open).focus();
  }

  function read(fragment) {
    chosen = search.readChoice(fragment);
    if (also) also.read(fragment);
  }

  wide.addListener(settle); // old browsers know no other way, and all know this one
  settle();
  if (inAddress) {
    window.addEventListener("hashchange", () => {
      if (location.hash && !location.hash.includes("=")) return;
      read(location.hash);
      changed();
    });
  }
  return {
    element,
    bar,
    show,
    say: tell,
    chosen: () => chosen,
    write: () => search.writeChoice(chosen),
    read,
    clear,
    store,
  };
}

/* The "leave" button, for what covers the page's own. */
function wayOut() {
  const made = document.querySelector(".leave").cloneNode(true);
  made.querySelector("[id]").removeAttribute("id");
  return made;
}

/* The positions of a facet's terms: narrower ones under their parents, long lists by alphabet. */
function inOrder(facet) {
  const places = facet.terms.map((_, place) => place);
  const nested = facet.terms.some((term) => term.broader !== undefined);
  if (nested || places.length < 20) return places;
  const label = (place) => facet.terms[place].label;
  return places.sort((a, b) => label(a).localeCompare(label(b), search.header().language, { numeric: true }));
}

/* Replace what is after `#`, without a new history entry. */
function writeAddress(fragment) {
  try {
    history.replaceState(null, "", fragment ? "#" + fragment : location.pathname + location.search);
  } catch (error) {
    location.replace("#" + fragment);
  }
}

