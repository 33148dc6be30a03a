/* All entries by all facets at once: to sort, print, send and take along. */
const LINES = 20; // entries shown at once

function makeBrowse(box, root) {
  const sort = make("select", { id: "browse--sort" });
  Object.keys(ORDERS).forEach((order) => {
    sort.append(make("option", { value: order }, t("browse.sort." + order)));
  });
  const label = make("label", { for: "browse--sort" }, t("browse.sort"));
  const order = make("p", { class: "browse-tools" }, label, " ", sort);
  let onlyMine = false;
  const filters = makeFilters(show, true, { element: order, read: readOrder, write: writeOrder });
  const own = button("", () => {
    filters.bar.previousSibling.scrollIntoView();
    showMine(!onlyMine);
  });
  own.setAttribute("data-mine", "");
  const tools = make("div", { class: "browse-tools" }, makeTake(root, () => kept));
  const list = make("ul", { class: "lines keepable" });
  const more = button(t("search.more"), () => {
    const first = showMore(LINES);
    if (first) first.querySelector("a").focus();
  });
  more.className = "search-more";
  const tick = make("span", { class: "small soft" }, t("browse.tick"));
  const hint = make("p", { class: "browse-tools" }, tick);
  const main = make("div", { class: "found-main" }, hint, list, more, tools);
  const body = make("div", { class: "with-filters" }, main, filters.element);
  let kept = [];
  const forms = box.getAttribute("data-browse").split("|"); // of days
  let addresses = {}; // of the works in one's own list, for paper
  let isAsking = false; // or has them

  function readOrder(fragment) {
    const found = /[#&]sort=([^&]*)/.exec(fragment);
    sort.value = found && Object.keys(ORDERS).includes(found[1]) ? found[1] : "title";
    onlyMine = /[#&]mine(&|$)/.test(fragment);
  }

  function writeOrder() {
    const order = sort.value === "title" ? "" : "sort=" + sort.value;
    return [onlyMine ? "mine" : "", order].filter(Boolean).join("&");
  }

  function show() {
    const mine = numbersOfMine();
    const isLost = onlyMine && !mine.length;
    onlyMine = onlyMine && !isLost;
    const all = onlyMine ? mine : search.entries();
    const narrowed = search.narrow(all, filters.chosen());
    kept = narrowed.kept.sort(ORDERS[sort.value]);
    own.setAttribute("aria-pressed", String(onlyMine));
    if (onlyMine) askForAddresses();
    window.toolkitMine.tell(mine.length); // not those that are no longer on the site
    filters.show(narrowed.counts, all, kept.length);
    hint.hidden = tools.hidden = !kept.length;
    list.textContent = "";
    showMore(LINES);
    const first = isLost ? t("browse.not-mine") : hasUnknown() ? box.getAttribute("data-unknown") : "";
    filters.say([first, counted("browse.count", kept.length)].filter(Boolean).join(search.header().gap));
  }

  /* Whether the address has a term that doesn't exist, or that no entry is under. */
  function hasUnknown() {
    return location.hash.split(/[#&]/).some((pair) => {
      const [name, ids = ""] = pair.split("=");
      const isUnknown = (id) => id && !search.writeChoice(search.readChoice(name + "=" + id));
      return name !== "sort" && ids.split(",").some(isUnknown);
    });
  }

  /* The entries of the reader's own list. */
  function numbersOfMine() {
    const mine = new Set(window.toolkitMine.paths());
    return search.entries().filter((number) => mine.has(pathOf(number)));
  }

  /* In time: nothing can be loaded once the reader prints. */
  function askForAddresses() {
    if (isAsking) return;
    isAsking = true;
    const script = make("script", { src: root + "assets/take.js" });
    script.onload = script.onerror = async () => {
      try {
        addresses = await window.toolkitTake.addresses();
      } catch (error) {
        isAsking = false; // the next look at the list asks again
      }
    };
    document.head.append(script);
  }

  /* Show the whole list first, whatever was chosen before. */
  function showMine(on) {
    onlyMine = on;
    filters.clear();
  }

  function showMore(count) {
    const from = list.children.length;
    kept.slice(from, from + count).forEach((number) => list.append(line(number)));
    more.hidden = list.children.length >= kept.length;
    return list.children[from];
  }

  function line(number) {
    const about = search.documents[number];
    const link = make("a", { href: root + about.url, lang: about.titled || about.lang, dir: "auto" }, about.title);
    const said = search.factsOf(number);
    if (sort.value === "added" && about.added !== undefined) {
      said.push(t("browse.added", { on: dayInWords(new Date(about.added * 864e5)) }));
    }
    const facts = make("span", { class: "facts" }, said.join(t("facts.dot")));
    const made = make("li", {}, link, " ", facts);
    if (about.past) made.insertBefore(make("span", { class: "mark" }, t("search.past")), facts);
    made.append(window.toolkitMine.box(pathOf(number), about.title));
    return made;
  }

  /* As pages say it: they know the words of their language, for the first of a month others. */
  function dayInWords(day) {
    const d = day.getUTCDate();
    return fill(forms[2 * day.getUTCMonth() + (d > 1)], { d, y: day.getUTCFullYear() });
  }

  sort.addEventListener("change", () => {
    filters.store();
    show();
  });
  // The reader comes from search results on this page, or goes back to the list.
  window.addEventListener("hashchange", () => {
    if (!/^#mine(&|$)/.test(location.hash)) return;
    showMine(true);
    setTimeout(() => own.focus()); // once results no longer cover it
  });
  document.addEventListener("toolkit-mine", () => {
    const count = numbersOfMine().length;
    window.toolkitMine.tell(count);
    if (count || !onlyMine) return;
    // The last ticked box disappears, and the focus with it.
    const isLost = list.contains(document.activeElement);
    showMine(false);
    filters.say(t("browse.no-mine") + " " + counted("browse.count", kept.length));
    if (isLost && kept.length) list.querySelector("a").focus();
  });
  // The reader's position is no secret: the history may keep it, as it keeps the choice. At a click on
  // a link, too: Firefox loses what `pagehide` writes if it keeps this page and drops it later.
  function keepPlace() {
    const place = { shown: list.children.length, y: window.scrollY };
    history.replaceState(Object.assign({}, history.state, { list: place }), "");
  }
  window.addEventListener("pagehide", keepPlace);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    keepPlace();
    // From results over the list to the list itself: browsers don't say so.
    if (link.href === location.href) dispatchEvent(new Event("hashchange"));
  });
  const heading = document.querySelector("h1");
  const browse = heading.textContent;
  const around = [heading.nextElementSibling, box.nextElementSibling];
  /* On paper a choice of entries is alone; the reader's own list under its name, with the addresses of its works. */
  function setAlone(alone) {
    around.forEach((one) => (one.hidden = alone));
    const name = own.textContent.replace(/\d+/, kept.length); // it may be narrowed
    heading.textContent = alone && onlyMine ? name : browse;
    list.querySelectorAll(".external").forEach((one) => one.remove());
    if (!alone || !onlyMine) return;
    kept.forEach((number, at) => {
      const href = addresses[pathOf(number)];
      if (href) list.children[at].append(make("a", { class: "external", href }));
    });
  }
  window.addEventListener("beforeprint", () => {
    showMore(kept.length);
    setAlone(onlyMine || filters.chosen().some((places) => places.size));
  });
  window.addEventListener("afterprint", () => setAlone(false));
  /*
   * Show the list again, as far as the reader got, even on a page that the browser kept: the
   * reader's own list may have changed.
   */
  function comeBack() {
    const back = history.state && history.state.list;
    show();
    if (!back) return;
    showMore(back.shown - list.children.length);
    window.scrollTo(0, back.y);
  }
  window.addEventListener("pageshow", (event) => event.persisted && comeBack());
  filters.bar.append(own); // in sight where a box is ticked far down, too
  box.append(filters.bar, body);
  comeBack();
  // The plain list would show the same entries again.
  document.querySelectorAll("[data-browse-plain]").forEach((one) => {
    one.hidden = true;
  });
}

/* By the first word of a title, not its quotation or question mark; in Arabic not by the article, as in the lists. */
const title = (number) => search.documents[number].title.replace(/^[^\p{L}\p{N}]*(ال)?/u, "");
const year = (number) => search.documents[number].year || 0;
const byTitle = (a, b) => title(a).localeCompare(title(b), search.header().language) || a - b;
const added = (number) => {
  const days = search.documents[number].added;
  return days === undefined ? -1e6 : days; // entries with an unknown day come last
};
const ORDERS = {
  title: byTitle,
  newest: (a, b) => year(b) - year(a) || byTitle(a, b),
  oldest: (a, b) => (year(a) || 9999) - (year(b) || 9999) || byTitle(a, b),
  added: (a, b) => added(b) - added(a) || byTitle(a, b),
};

window.toolkitSearch.makeBrowse = makeBrowse;
