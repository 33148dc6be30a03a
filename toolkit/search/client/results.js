/* The results of a query: what was understood, facets, entries; or what to do where none is. */
const PAGE = 20; // results shown at once

/* `field` is where queries are typed, `root` leads to the root of the site. */
function makeResults(field, root, inAddress) {
  // On the search page below its heading; elsewhere the results are the page.
  const below = inAddress ? "h3" : "h2";
  const heading = make(inAddress ? "h2" : "h1", { id: "search--heading", tabindex: "-1" }, t("search.results"));
  const status = make("p", { id: "search--status", role: "status" });
  const note = make("div", { class: "search-note", hidden: true });
  const list = make("ol", { id: "search--results", class: "results" });
  const more = button(t("search.more"), "", () => focusOn(showMore()));
  const help = make("div", { class: "search-help", hidden: true });
  const filters = makeFilters(() => (isBehind ? answer() : show()), inAddress);
  const main = make("div", {}, filters.chips, list, more, help);
  const body = make("div", { class: "with-filters" }, filters.element, main);
  const top = make("div", { class: "found-top" }, heading);
  const element = make("section", { class: "found", "aria-labelledby": heading.id }, top);
  if (inAddress) heading.className = "visually-hidden";
  else element.appendChild(make("p", { class: "small soft" }, t("search.privacy")));
  [status, note, body].forEach((part) => element.appendChild(part));
  more.className = "search-more";

  let found = null;
  let kept = [];
  let asTyped = null; // a query that the reader does not want corrected
  let isPressed = false;
  let isBehind = false; // what was loaded could not be shown at once

  element.addEventListener("pointerdown", () => {
    isPressed = true;
  });
  ["pointerup", "pointercancel"].forEach((name) => {
    document.addEventListener(name, () => {
      isPressed = false;
      if (isBehind) setTimeout(refresh, 0); // after the click
    });
  });

  function answer() {
    const query = field.value;
    isBehind = false;
    found = query.trim() ? search.find(query, query !== asTyped) : null;
    show();
  }

  /* Once more is loaded; but what has the focus, or is being clicked, is not taken away. */
  function refresh() {
    const focused = document.activeElement;
    isBehind = isPressed || (element.contains(focused) && focused !== heading);
    if (!isBehind) answer();
  }

  function show() {
    const isChoice = filters.chosen().some((places) => places.size);
    list.textContent = "";
    note.hidden = help.hidden = true;
    if (!found && !isChoice) {
      body.hidden = true;
      element.hidden = true;
      say(status, "");
      return;
    }
    element.hidden = body.hidden = false;
    const numbers = found
      ? found.results.map((one) => one.number)
      : search.documents.map((_, number) => number);
    const narrowed = search.narrow(numbers, filters.chosen());
    const inside = new Set(narrowed.kept);
    kept = found
      ? found.results.filter((one) => inside.has(one.number))
      : narrowed.kept.map((number) => ({ number: number, sections: null }));
    filters.show(narrowed.counts);
    filters.element.hidden = !numbers.length && !isChoice;
    showMore();
    say(status, statusText());
    if (found) showNote();
    if (!kept.length) showHelp(isChoice && numbers.length > 0);
  }

  /* A part of the index was not received: half an answer would mislead. */
  function lose() {
    list.textContent = "";
    element.hidden = true;
  }

  function statusText() {
    if (!kept.length) return t("search.none");
    return (found && found.weak ? t("search.weak") + " " : "") + counted("search.count", kept.length);
  }

  /* "Showing results for …, search instead for …" */
  function showNote() {
    if (!found.query.corrected.length) return;
    note.textContent = "";
    const typed = field.value.trim();
    const read = make("strong", {}, found.query.text);
    const instead = button(typed, "", () => {
      asTyped = field.value;
      answer();
      field.focus();
    });
    note.appendChild(make("p", {}, t("search.showing") + " ", read, "."));
    note.appendChild(make("p", {}, t("search.instead") + " ", instead));
    note.hidden = false;
  }

  function showHelp(narrowed) {
    help.textContent = "";
    if (narrowed) help.appendChild(make("p", {}, button(t("search.clear"), "", filters.clear)));
    const near = found ? nearestAtAll(field.value, 6) : [];
    if (near.length) {
      help.appendChild(make(below, {}, t("search.nearest")));
      help.appendChild(links(near.map((one) => [one.label, one.path])));
    }
    const lists = search.header().facets.filter((facet) => facet.index);
    if (!inAddress) {
      // The search page has the lists below.
      help.appendChild(make(below, {}, t("search.lists")));
      help.appendChild(links(lists.map((facet) => [facet.label, facet.index])));
    }
    help.hidden = false;
  }

  function links(pairs) {
    const made = make("ul", { class: "terms" });
    pairs.forEach((pair) => {
      made.appendChild(make("li", {}, make("a", { href: root + pair[1] }, pair[0])));
    });
    return made;
  }

  function showMore() {
    const from = list.children.length;
    kept.slice(from, from + PAGE).forEach((one) => list.appendChild(item(one)));
    more.hidden = list.children.length >= kept.length;
    return list.children[from];
  }

  function focusOn(shown) {
    const link = shown && shown.querySelector("a");
    if (link) link.focus();
  }

  function item(result) {
    const about = search.documents[result.number];
    const pillar = search.pillarOf(result.number);
    const best = found
      ? search.excerptOf(result, found.query)
      : { text: about.summary, start: 0, found: [] };
    const link = make("a", { class: "result-link", href: root + about.url, dir: "auto" }, about.title);
    const names = search.labelsOf(result.number, "pillars");
    const facts = make("p", { class: "facts sign" });
    const languages = search.labelsOf(result.number, "languages");
    const spoken =
      languages.length > 4
        ? counted("search.languages", languages.length)
        : languages.join(", ");
    const all = [names[0]].concat(search.factsOf(result.number), spoken);
    facts.appendChild(document.createTextNode(all.filter(Boolean).join(" · ")));
    const made = make("li", { class: "result " + pillar }, make(below, {}, link), facts);
    if (about.past) made.firstChild.appendChild(make("span", { class: "mark" }, t("search.past")));
    const text = make("p", { class: "result-excerpt", dir: "auto" });
    const section = best.section;
    if (section && section[1]) {
      const href = root + about.url + "#" + section[1];
      text.appendChild(make("a", { href: href }, t("search.section", { name: section[2] })));
      text.appendChild(document.createTextNode(": "));
    }
    search.showExcerpt(text, best);
    made.appendChild(text);
    return made;
  }

  return { element: element, heading: heading, top: top, answer: answer, refresh: refresh, lose: lose };
}

