/* All entries by all facets at once, sorted, printable, to be sent and to be taken along. */
const LINES = 20; // entries shown at once

function makeBrowse(box, root) {
  const sort = make("select", { id: "browse--sort" });
  Object.keys(ORDERS).forEach((order) => {
    sort.appendChild(make("option", { value: order }, t("browse.sort." + order)));
  });
  const label = make("label", { for: "browse--sort" }, t("browse.sort"));
  const order = make("p", { class: "browse-tools" }, label, " ", sort);
  const filters = makeFilters(show, true, { element: order, read: readOrder, write: writeOrder });
  // A list of the reader's own: it lives on this page and in its step of the history.
  const mine = new Set();
  let onlyMine = false;
  const own = button("", "", () => {
    onlyMine = !onlyMine;
    show();
  });
  const tools = make("div", { class: "browse-tools" }, makeTake(root, () => kept));
  const list = make("ul", { class: "lines keepable" });
  const more = button(t("search.more"), "", () => {
    const first = showMore(LINES);
    if (first) first.querySelector("a").focus();
  });
  more.className = "search-more";
  const tick = make("span", { class: "small soft" }, t("browse.tick"));
  const hint = make("p", { class: "browse-tools" }, tick, own);
  const main = make("div", { class: "found-main" }, hint, list, more, tools);
  const body = make("div", { class: "with-filters" }, main, filters.element);
  let kept = [];

  function readOrder(fragment) {
    const found = /[#&]sort=([^&]*)/.exec(fragment);
    sort.value = found && Object.keys(ORDERS).indexOf(found[1]) > 0 ? found[1] : "title";
  }

  function writeOrder() {
    return sort.value === "title" ? "" : "sort=" + sort.value;
  }

  function show() {
    const narrowed = search.narrow(search.entries(), filters.chosen());
    onlyMine = onlyMine && mine.size > 0;
    kept = (onlyMine ? Array.from(mine) : narrowed.kept).sort(ORDERS[sort.value]);
    countMine();
    filters.show(narrowed.counts, search.entries(), kept.length);
    list.textContent = "";
    showMore(LINES);
    filters.say(kept.length ? counted("browse.count", kept.length) : t("search.none"));
  }

  function countMine() {
    own.textContent = t("browse.mine", { n: mine.size });
    own.setAttribute("aria-pressed", String(onlyMine));
    own.hidden = !mine.size;
  }

  /* Keeps an entry for the reader's own list, or lets it go. */
  function keeper(number) {
    const label = t("browse.keep") + ": " + search.documents[number].title;
    const made = make("input", { type: "checkbox", class: "keep", "aria-label": label });
    made.checked = mine.has(number);
    made.addEventListener("change", () => {
      if (!mine.delete(number)) mine.add(number);
      countMine();
    });
    return made;
  }

  function showMore(count) {
    const from = list.children.length;
    kept.slice(from, from + count).forEach((number) => list.appendChild(line(number)));
    more.hidden = list.children.length >= kept.length;
    return list.children[from];
  }

  function line(number) {
    const about = search.documents[number];
    const link = make("a", { href: root + about.url, dir: "auto" }, about.title);
    const said = search.factsOf(number);
    if (sort.value === "added" && addedOn(number)) {
      said.push(t("browse.added", { on: addedOn(number) }));
    }
    const facts = make("span", { class: "facts" }, said.join(" · "));
    const made = make("li", {}, link, " ", facts);
    if (about.past) made.insertBefore(make("span", { class: "mark" }, t("search.past")), facts);
    made.insertBefore(keeper(number), link);
    return made;
  }

  sort.addEventListener("change", () => {
    filters.store();
    show();
  });
  // How far the reader came is no secret: the history may keep it, and what was kept on purpose,
  // as it keeps what was chosen.
  window.addEventListener("pagehide", () => {
    const urls = Array.from(mine, (number) => search.documents[number].url);
    const place = { shown: list.children.length, y: window.scrollY, mine: urls };
    history.replaceState(Object.assign({}, history.state, { list: place }), "");
  });
  window.addEventListener("beforeprint", () => showMore(kept.length));
  box.appendChild(filters.bar);
  box.appendChild(body);
  const back = history.state && history.state.list;
  if (back) {
    const urls = new Set(back.mine);
    search.entries().forEach((number) => urls.has(search.documents[number].url) && mine.add(number));
  }
  show();
  if (back) {
    showMore(back.shown - list.children.length);
    window.scrollTo(0, back.y);
  }
  // The same entries once are enough.
  document.querySelectorAll("[data-browse-plain]").forEach((one) => {
    one.hidden = true;
  });
}

/* The day on which an entry came into the toolkit, as 2026-11-25; empty where it is not known. */
function addedOn(number) {
  const days = search.documents[number].added;
  return days === undefined ? "" : new Date(days * 86400000).toISOString().slice(0, 10);
}

const title = (number) => search.documents[number].title;
const year = (number) => search.documents[number].year || 0;
const byTitle = (a, b) => title(a).localeCompare(title(b), search.header().language) || a - b;
const added = (number) => {
  const days = search.documents[number].added;
  return days === undefined ? -1e6 : days; // of which nobody knows the day, comes last
};
const ORDERS = {
  title: byTitle,
  newest: (a, b) => year(b) - year(a) || byTitle(a, b),
  oldest: (a, b) => (year(a) || 9999) - (year(b) || 9999) || byTitle(a, b),
  added: (a, b) => added(b) - added(a) || byTitle(a, b),
};

window.toolkitSearch.makeBrowse = makeBrowse;
