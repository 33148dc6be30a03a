/* The facets beside a list of entries: what is chosen, and how many entries each term has. */
const NEVER_FOLDED = ["pillars", "kinds", "themes"];

/*
 * `changed` is called with what is chosen. With `inAddress` it stands after `#` as well, so that
 * it survives going to an entry and back, and can be sent to somebody. `beside` writes and reads
 * what else stands there.
 */
function makeFilters(changed, inAddress, beside) {
  const header = search.header();
  let chosen = inAddress ? search.readChoice(location.hash) : search.makeChoice();
  let shown = null;
  if (beside) beside.read(location.hash);
  const boxes = header.facets.map(() => new Map());
  const chips = make("ul", { class: "chips", "aria-label": t("search.chosen") });
  const facets = make("div", { class: "facets" });
  const title = make("summary", {}, t("search.filter"));
  const element = make("details", { class: "filters" }, title, facets);
  if (window.matchMedia("(min-width: 62rem)").matches) element.open = true;

  header.facets.forEach((facet, f) => {
    const part = make("details", {}, make("summary", {}, facet.label));
    part.addEventListener("toggle", () => fill(f));
    part.open = NEVER_FOLDED.indexOf(facet.name) >= 0 || chosen[f].size > 0;
    facets.appendChild(part);
  });

  /* The terms of a facet, made when somebody looks at them. */
  function fill(f) {
    const facet = header.facets[f];
    if (boxes[f].size || !facets.children[f].open) return;
    const list = make("ul", { class: "plain" });
    inOrder(facet).forEach((place) => {
      const box = make("input", { type: "checkbox" });
      const count = make("span", { class: "count" });
      const label = make("label", {}, box, " " + facet.terms[place].label + " ", count);
      const item = make("li", {}, label);
      box.addEventListener("change", () => choose(f, place, box.checked));
      boxes[f].set(place, { box: box, count: count, item: item });
      list.appendChild(item);
    });
    facets.children[f].appendChild(list);
    if (shown) showCounts(f);
  }

  function choose(f, place, on) {
    if (on) chosen[f].add(place);
    else chosen[f].delete(place);
    keep();
    changed(chosen);
  }

  function clear() {
    chosen = search.makeChoice();
    keep();
    changed(chosen);
  }

  function keep() {
    if (!inAddress) return;
    const parts = [search.writeChoice(chosen), beside ? beside.write() : ""];
    writeAddress(parts.filter(Boolean).join("&"));
  }

  /* Show the counts of what there is now. */
  function show(counts) {
    shown = counts;
    header.facets.forEach((_, f) => {
      facets.children[f].hidden = !counts[f].some(Boolean) && !chosen[f].size;
      fill(f);
      showCounts(f);
    });
    showChips();
  }

  function showCounts(f) {
    boxes[f].forEach((one, place) => {
      const on = chosen[f].has(place);
      one.box.checked = on;
      one.item.hidden = !shown[f][place] && !on;
      say(one.count, String(shown[f][place]));
    });
  }

  function showChips() {
    const focused = chips.contains(document.activeElement);
    chips.textContent = "";
    header.facets.forEach((facet, f) => {
      chosen[f].forEach((place) => {
        const label = facet.terms[place].label;
        const remove = button(label + " ×", t("search.remove", { term: label }), () => {
          choose(f, place, false);
        });
        chips.appendChild(make("li", {}, remove));
      });
    });
    if (chips.children.length > 1) {
      chips.appendChild(make("li", {}, button(t("search.clear"), "", clear)));
    }
    chips.hidden = !chips.children.length;
    if (focused) (chips.querySelector("button") || title).focus();
  }

  if (inAddress) {
    window.addEventListener("hashchange", () => {
      if (location.hash && location.hash.indexOf("=") < 0) return;
      chosen = search.readChoice(location.hash);
      if (beside) beside.read(location.hash);
      changed(chosen);
    });
  }
  return {
    element: element,
    chips: chips,
    show: show,
    chosen: () => chosen,
    clear: clear,
    keep: keep,
  };
}

/* The places of a facet's terms: narrower ones under theirs, long lists by the alphabet. */
function inOrder(facet) {
  const places = facet.terms.map((_, place) => place);
  const nested = facet.terms.some((term) => term.broader !== undefined);
  if (nested || places.length < 20) return places;
  const label = (place) => facet.terms[place].label;
  return places.sort((a, b) => label(a).localeCompare(label(b), search.header().language));
}

/* Replaces what stands after `#`, without a new step in the history. */
function writeAddress(fragment) {
  try {
    history.replaceState(null, "", fragment ? "#" + fragment : location.pathname + location.search);
  } catch (error) {
    location.replace("#" + fragment);
  }
}

