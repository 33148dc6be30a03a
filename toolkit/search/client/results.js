/* The results of a query: what was understood, facets, entries; or what to do if there are none. */
const PAGE = 20; // results shown at once

/* `field` is where queries are typed, `root` is the path to the root of the site. */
function makeResults(field, root, inAddress) {
  // Below the heading on the search page; elsewhere the results are the page.
  const below = inAddress ? "h3" : "h2";
  const heading = make(inAddress ? "h2" : "h1", { id: "search--heading", tabindex: "-1" }, t("search.results"));
  const note = make("div", { class: "search-note" });
  const pages = make("ul", { class: "found-pages", "aria-label": t("search.pages") });
  const list = make("ol", { id: "search--results", class: "results keepable" });
  const more = button(t("search.more"), () => focusOn(showMore(PAGE)));
  const rest = make("details", { class: "less-likely" }, make("summary"), make("ol", { class: "results keepable" }));
  const offer = button("", () => {
    answer();
    focusOn(list.firstChild);
  });
  const help = make("div", { class: "search-help" });
  // A choice makes a new list, from everything loaded by then.
  const filters = makeFilters(() => (isEarly ? answer() : show()), inAddress);
  const take = makeTake(root, () => kept.slice(0, likely).map((one) => one.number));
  const tools = make("div", { class: "browse-tools" }, take, make("span", { class: "small soft" }, t("browse.tick")));
  const main = make("div", { class: "found-main" }, note, pages, list, more, offer, rest, tools, help);
  const body = make("div", { class: "with-filters" }, main, filters.element);
  const top = make("div", { class: "found-top" }, heading);
  const element = make("section", { class: "found", "aria-labelledby": heading.id }, top);
  if (inAddress) heading.className = "visually-hidden";
  else element.append(make("p", { class: "small soft" }, t("search.privacy")));
  element.append(filters.bar, body);
  more.className = offer.className = "search-more";
  element.hidden = true; // until there is something in it
  rest.addEventListener("toggle", fillRest);

  let found = null;
  let kept = [];
  let likely = 0; // the number of likely ones in `kept`
  let asTyped = null; // a query that the reader does not want corrected
  let waits; // for more of the index, as nothing is worth showing yet
  let isEarly; // the answer is from a part of the index

  function answer(order) {
    const query = field.value;
    found = query.trim() ? search.find(query, query !== asTyped) : null;
    isEarly = search.state() === "answering";
    if (found && order) putFirst(order);
    // More of the index may change such an answer completely.
    waits = found && isEarly && (found.weak || !found.results.length);
    show();
  }

  /* Put first, in the same order, those that the reader saw before all of the index was loaded. */
  function putFirst(order) {
    const numbers = new Set(found.results.map((one) => one.number));
    const places = new Map(order.filter((number) => numbers.has(number)).map((number, at) => [number, at]));
    const place = (one) => (places.has(one.number) ? places.get(one.number) : order.length);
    found.results.slice(0, found.likely).forEach((one) => places.set(one.number, place(one)));
    found.results.sort((one, other) => place(one) - place(other));
    found.likely = places.size;
  }

  /*
   * When more is loaded: nothing that the reader sees moves. What is new is offered.
   */
  function refresh() {
    if (!kept.length) return answer();
    if (found) {
      const shown = new Set(found.results.slice(0, found.likely).map((one) => one.number));
      const now = search.find(field.value, field.value !== asTyped);
      const later = now.results.slice(0, now.likely).filter((one) => !shown.has(one.number));
      offer.textContent = counted("search.offer", later.length);
      offer.hidden = !later.length;
    }
    [...list.children].forEach((made, at) => showText(made.lastChild, kept[at]));
  }

  function show() {
    const isChoice = filters.chosen().some((places) => places.size);
    list.textContent = pages.textContent = "";
    note.hidden = help.hidden = offer.hidden = pages.hidden = more.hidden = rest.hidden = tools.hidden = true;
    rest.open = false;
    element.hidden = !found && !isChoice;
    if (element.hidden || waits) {
      filters.say(waits ? t("search.waiting") : "");
      kept = [];
      return;
    }
    const results = found ? found.results : search.entries().map((number) => ({ number }));
    const numbers = results.map((one) => one.number);
    const all = search.narrow(numbers, filters.chosen());
    const best = search.narrow(numbers.slice(0, found && found.likely), filters.chosen());
    const inside = new Set(all.kept);
    kept = results.filter((one) => inside.has(one.number));
    likely = best.kept.length || kept.length;
    // A choice lists the less likely ones only if no others are left.
    filters.show(all.counts.map((some, f) => some.map((n, place) => best.counts[f][place] || n)), numbers, likely);
    showMore(PAGE);
    rest.hidden = likely === kept.length;
    tools.hidden = !kept.length;
    rest.firstChild.textContent = t("search.likely", { n: kept.length - likely });
    filters.say(statusText());
    rest.lastChild.textContent = "";
    if (found) showNote();
    if (found && !isChoice) showPages();
    if (!kept.length) showHelp(isChoice && numbers.length);
  }

  function statusText() {
    if (!kept.length) return t("search.none");
    const less = rest.hidden ? "" : t("facts.dot") + rest.firstChild.textContent;
    return (found && found.weak ? t("search.weak") + " " : "") + counted("search.count", likely) + less;
  }

  /* "Showing results for …, search instead for …", and where to search in the letters of the query. */
  function showNote() {
    note.textContent = "";
    if (found.query.corrected.length) {
      const instead = button(field.value.trim(), () => {
        asTyped = field.value;
        answer();
        field.focus();
      });
      note.append(
        make("p", {}, t("search.showing") + search.header().gap, make("strong", {}, found.readAs())),
        make("p", {}, t("search.instead") + search.header().gap, instead),
      );
    }
    const others = search.header().languages.filter((one) => new RegExp(one[3]).test(field.value));
    if (others.length && (found.weak || kept.length < 4)) note.append(links(others));
    note.hidden = !note.firstChild;
  }

  function showPages() {
    found.pages.forEach((one) => {
      const link = make("a", { class: "result-link", href: root + one.url }, one.title);
      pages.append(make("li", {}, link, " ", make("span", { class: "facts" }, one.what || t("search.guide"))));
    });
    pages.hidden = !found.pages.length;
  }

  function showHelp(narrowed) {
    help.textContent = "";
    if (narrowed) help.append(make("p", {}, button(t("search.clear"), filters.clear)));
    const near = found ? nearestAtAll(field.value, 6) : [];
    if (near.length) {
      help.append(make(below, {}, t("search.nearest")), links(near.map((one) => [one.label, one.path])));
    }
    const lists = search.header().facets.filter((facet) => facet.index);
    if (!inAddress) {
      // The search page has these lists anyway, below.
      help.append(make(below, {}, t("search.lists")), links(lists.map((facet) => [facet.label, facet.index])));
    }
    help.hidden = false;
  }

  function links(pairs) {
    const link = ([text, path, lang]) => make("li", {}, make("a", { href: root + path, lang }, text));
    return make("ul", { class: "terms" }, ...pairs.map(link));
  }

  function showMore(count) {
    const from = list.children.length;
    kept.slice(0, likely).slice(from, from + count).forEach((one) => list.append(item(one)));
    more.hidden = list.children.length >= likely;
    return list.children[from];
  }

  function fillRest() {
    if (!rest.open || rest.lastChild.children.length) return;
    kept.slice(likely).forEach((one) => rest.lastChild.append(item(one)));
  }

  function focusOn(shown) {
    if (shown) shown.querySelector("a").focus();
  }

  function item(result) {
    const about = search.documents[result.number];
    const link = make("a", { class: "result-link", href: root + about.url, lang: about.titled || about.lang }, about.title);
    const languages = search.labelsOf(result.number, "languages");
    const spoken =
      languages.length > 4
        ? counted("search.languages", languages.length)
        : languages.join(t("list.comma"));
    const all = [search.labelsOf(result.number, "pillars")[0], about.kind && t("search.task"), ...search.factsOf(result.number), spoken];
    const facts = make("p", { class: "facts sign" }, all.filter(Boolean).join(t("facts.dot")));
    const made = make("li", { class: "result " + search.pillarOf(result.number) }, make(below, {}, link), facts);
    if (!about.kind) made.insertBefore(window.toolkitMine.box(pathOf(result.number), about.title), facts);
    if (about.past) made.firstChild.append(" ", make("span", { class: "mark" }, t("search.past")));
    made.append(make("p", { class: "result-excerpt", lang: about.lang }));
    showText(made.lastChild, result);
    return made;
  }

  /* Show a result's excerpt, once there is a text for it; what is shown already stays. */
  function showText(text, result) {
    const about = search.documents[result.number];
    if (text.firstChild || about.summary === undefined) return;
    const query = found ? found.query : { slots: [], spans: [] };
    const [anchor, name] = search.showExcerpt(text, result, query);
    if (anchor) {
      const href = root + about.url + "#" + anchor;
      text.prepend(make("a", { href }, t("search.section", { name })), search.header().gap);
    }
  }

  /* What to restore when the reader comes back. Each language has its own numbers for documents. */
  const place = () => ({
    asTyped,
    chosen: filters.write(),
    [search.header().language]: isEarly && found ? found.results.slice(0, found.likely).map((one) => one.number) : null,
    shown: list.children.length,
    y: window.scrollY, // what follows is not compared (memory.js)
    at: [...list.children].findIndex((one) => one.contains(document.activeElement)),
  });

  function restore(kept) {
    asTyped = kept.asTyped;
    filters.read(kept.chosen);
    answer(kept[search.header().language]);
    showMore(kept.shown - list.children.length);
    window.scrollTo(0, kept.y);
    focusOn(list.children[kept.at]); // which scrolls if it is not in sight
  }

  return {
    element,
    bar: filters.bar,
    heading,
    top,
    answer,
    refresh,
    place,
    restore,
    clear: filters.clear,
  };
}

