/* Suggestions below a field: terms and titles, as a combobox following the ARIA pattern. */
const TERMS = 3;
const TITLES = 5;
const LONG = 6; // the most words in a synonym that is suggested; longer ones are titles

/* Terms whose names begin with the words of a text, or come close. */
function nearestTerms(text, most) {
  const words = search.split(text);
  const found = [];
  search.header().facets.forEach((facet, f) => {
    facet.terms.forEach((term, place) => {
      const path = search.termPath(f, place);
      if (!path) return;
      let best = 0;
      [term.label].concat(term.synonyms || []).forEach((name) => {
        const theirs = search.wordsOf(name);
        if (name !== term.label && theirs.length > LONG) return;
        const hits = words.filter((word) => theirs.some((one) => one.startsWith(word)));
        // Synonyms are not shown: most come after names that begin with the same letters.
        const weight = name === term.label ? 0.2 : 0.1;
        if (hits.length) best = Math.max(best, hits.length / words.length + weight / theirs.length);
      });
      if (best >= 0.5) found.push({ label: term.label, facet: facet.label, path, best });
    });
  });
  return found.sort((a, b) => b.best - a.best).slice(0, most);
}

/* The same for words that don't begin any name: by fewer and fewer of their letters. */
function nearestAtAll(text, most) {
  let words = search.split(text);
  for (let length = 6; length > 1; length--) {
    const found = nearestTerms(words.join(" "), most);
    if (found.length) return found;
    words = words.map((word) => word.slice(0, length));
  }
  return [];
}

/* `open` shows all results. */
function makeSuggestions(field, root, open) {
  const list = make("ul", {
    id: "search--suggestions",
    role: "listbox",
    "aria-label": t("search.suggestions"),
    tabindex: "-1", // Chromium would stop at a list that scrolls, which goes away when the field is left
  });
  field.parentNode.append(list);
  field.setAttribute("aria-controls", list.id);
  let active = -1;
  let dismissed = false;

  /* While the reader is choosing, or has closed the list, newly loaded parts change nothing. */
  function refresh() {
    if (active < 0 && !dismissed) show();
  }

  function show() {
    const query = field.value;
    dismissed = false;
    list.textContent = "";
    if (query.trim()) {
      nearestTerms(query, 30)
        .filter((one) => one.best > 1)
        .slice(0, TERMS)
        .forEach((one) => add(one.label, one.facet, one.path));
      search
        .find(query, true)
        .results.slice(0, TITLES)
        .forEach((one) => {
          const about = search.documents[one.number];
          add(about.title, search.factsOf(one.number)[0], about.url);
        });
      add(t("search.all"), "", "");
    }
    hide(list.children.length);
  }

  function add(text, what, path) {
    const id = "search--suggestion-" + list.children.length;
    const option = make("li", { role: "option", id, "aria-selected": "false" }, text);
    if (what) option.append(make("span", { class: "count" }, " " + what));
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => take(path));
    option.path = path;
    list.append(option);
  }

  function take(path) {
    hide();
    if (path) location.href = root + path;
    else open();
  }

  /* Or shows it, where there are suggestions. */
  function hide(count) {
    list.hidden = !(count > 0);
    active = -1;
    field.setAttribute("aria-expanded", !list.hidden);
    field.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const options = list.children;
    if (list.hidden) show();
    if (!options.length) return;
    if (active >= 0) options[active].setAttribute("aria-selected", "false");
    active = (active + step + (active < 0 && step < 0 ? 1 : 0) + options.length) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[active].id);
  }

  /* Whether a key was meant for the suggestions. */
  function press(event) {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && active >= 0) take(list.children[active].path);
    else if (event.key === "Escape" && !list.hidden) {
      dismissed = true;
      hide();
    } else return false;
    event.preventDefault();
    return true;
  }

  field.addEventListener("blur", hide);
  hide();
  return { show, refresh, hide, press };
}

