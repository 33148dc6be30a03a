/*
 * The form for one entry or task: its fields, the messages about them during writing, and the result
 * below.
 */
const PAUSE = 300; // milliseconds after the last key
const NEARLY = 0.7; // of the character limit: from there on, characters are counted

/*
 * Put a form for a `kind` into `place`, with values to start from, and return its heading. `source`
 * is what is corrected, null for something new.
 */
function makeForm(page, place, kind, starting, source) {
  const { data, t, today, root } = page;
  const heading = make("h2", { tabindex: "-1" }, source ? t("correct-title", { title: source.values.title }) : t("new-" + kind));
  // Firefox notes for its next start which boxes are ticked; what a box itself says doesn't stop that.
  const element = make("form", { id: "write--form", novalidate: true, class: "write-form", autocomplete: "off" });
  const more = make("details", { class: "write-more" }, make("summary", {}, t("more")));
  const likes = make("section", { class: "notice", hidden: true, "aria-label": t("likes") });
  const result = make("section", { class: "write-result" });
  const asks = [];
  const touched = new Set();
  let timer = 0;
  let likeKey = "";
  let isShown = false, shown = "";

  rowsOf(data, kind).forEach((row) => {
    if (row.use === "made" || (row.use === "later" && !source && row.name !== "distinct_from")) return;
    const isNeeded = row.required.includes(kind);
    const ask = addAsk(row, isNeeded);
    (isNeeded || isForemost(row) ? element : more).append(ask.box);
    if (row.name === "title") element.append(likes);
  });
  const sections = sectionsOf(data, kind);
  if (sections.length > 1) element.append(make("p", { class: "small ask" }, t("divide-help")));
  sections.forEach(([name, label, help]) => {
    const row = { name: "section:" + name, label, help, form: "text", number: "one", section: name, required: [] };
    const ask = addAsk(row, kind === "practice");
    (sections.length > 1 || (source && source.was[name]) ? element : more).append(ask.box);
    if (sections.length > 1) ask.widget.element.addEventListener("paste", (event) => divide(event, ask));
  });
  element.append(more, make("p", {}, make("button", { type: "submit", class: "search-more" }, t("check"))));
  place.append(heading, source ? make("p", { class: "small" }, t("correct-help")) : "", make("p", { class: "small" }, t("needed")), element, result);
  asks.forEach((ask) => ask.widget.write(ask.row.section === undefined ? starting[ask.row.name] : (source ? source.was[ask.row.section] : "")));
  // The folder of an entry stays the same, and with it the first pillar.
  const home = source && kind !== "task" ? source.path.replace(/\/.*$/, "") : "";
  asks.find((ask) => ask.row.name === "pillars").widget.first = home;
  const regions = asks.find((ask) => ask.row.name === "regions");
  let areChosen = Boolean(source || starting.regions); // whether the writer chose the regions
  if (regions) regions.box.addEventListener("change", () => { areChosen = true; });
  const before = JSON.stringify(asks.map((ask) => ask.widget.read()));
  const first = new Map(asks.map((ask) => [ask.row.name, JSON.stringify(ask.widget.read())]));
  update();

  /*
   * Whether an optional field is shown at once, because most entries have it, or this one does. What
   * a link filled in would go into the file unseen in a fold.
   */
  function isForemost(row) {
    if (row.name in (source || { values: starting }).values) return true;
    if (source) return false;
    // If sources are asked for, the page about it is one of them.
    return row.use === "asked" && row.form !== "term" && !(row.name === "url" && kind === "practice");
  }

  /* Regions follow from the level and the countries until the writer chooses some. */
  function follow(values) {
    if (source || !regions) return;
    const isWorld = values.level === "global";
    regions.box.hidden = isWorld || !values.level;
    if (areChosen && !isWorld) return;
    areChosen = false;
    const own = list(values.countries).map(data.vocabularies.regions.of).filter(Boolean);
    const meant = isWorld ? [WORLD] : Array.from(new Set(own));
    if (list(regions.widget.read()).join() !== meant.join()) regions.widget.write(meant);
  }

  /* If both years were typed into the first field, the second goes to its own field. */
  function spread(ask) {
    const until = asks.find((one) => one.row.name === "until"), years = yearsOf(ask.widget.read() || "");
    if (!years || until.widget.read() !== undefined) return;
    ask.widget.write(years[0]);
    until.widget.write(years[1]);
    more.open = true;
    page.aloud.textContent = t("divided", { names: ask.row.label + " \u00b7 " + until.row.label });
  }

  /* What is wrong, except missing regions that will follow from something else that is missing. */
  function problems() {
    const entry = readAll(), { level, countries } = entry.values;
    const willFollow = regions && !source && (!level || (level === "national" && !list(countries).some(data.countries.has)));
    return check(data, entry, today).filter((one) => !(willFollow && one.id === "missing-field" && one.field === "regions"));
  }

  /* Put each piece of a pasted text with section headings where it belongs. */
  function divide(event, ask) {
    const pieces = dividedText(event.clipboardData ? event.clipboardData.getData("text") : "", sections, ask.row.section);
    if (!pieces) return;
    event.preventDefault();
    const filled = asks.filter((one) => pieces[one.row.section]);
    filled.forEach((one) => {
      one.widget.write([one.widget.read(), pieces[one.row.section]].filter(Boolean).join("\n\n"));
    });
    ask.count.textContent = t("divided", { names: filled.map((one) => one.row.label).join(" \u00b7 ") });
    page.aloud.textContent = ask.count.textContent;
    element.dispatchEvent(new Event("input"));
  }

  function addAsk(row, isNeeded) {
    const id = "write--" + row.name.replace(/[^a-z_]+/gi, "-").toLowerCase();
    const help = make("p", { class: "small", id: id + "-help" }, row.help + (row.example ? " " + t("example", { example: row.example }) : ""));
    const count = make("p", { class: "small count", id: id + "-count" });
    const faults = make("ul", { class: "write-faults", id: id + "-faults" });
    const about = [help.id, faults.id].join(" ");
    const widget = widgetOf(data, row, kind, id, about, t);
    const mark = needMark(isNeeded, t);
    const box = widget.label
      ? make("div", { class: "ask", "data-field": row.name }, make("label", { for: id }, row.label, mark), help)
      : make("fieldset", { class: "ask", "data-field": row.name, "aria-describedby": about }, make("legend", {}, row.label, mark), help);
    if (isNeeded && widget.label && /^(?:INPUT|TEXTAREA|SELECT)$/.test(widget.element.tagName)) widget.element.setAttribute("aria-required", "true");
    box.append(widget.element, count, faults);
    const ask = { row, box, widget, count, faults, isNeeded };
    asks.push(ask);
    box.addEventListener("focusout", () => {
      if (widget.read() !== undefined) touched.add(row.name);
      if (row.name === "since") spread(ask);
      later();
    });
    return ask;
  }

  function readAll() {
    const values = {}, sections = {};
    asks.forEach((ask) => {
      const value = ask.widget.read();
      if (ask.row.section !== undefined) sections[ask.row.section] = value || "";
      else if (value !== undefined) values[ask.row.name] = value;
    });
    const taken = new Set(data.entries.concat(data.tasks).map((one) => idOf(one[0])));
    const id = source ? source.id : suggestId(values.title || "", values.year || "", taken) || "entry-" + today;
    return { kind, id, values, sections, home, was: source ? source.was : {}, rest: source ? source.rest : "" };
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  }

  /* After typing: which fields make sense, counts, similar entries, what is wrong. */
  function update(isAsked) {
    const entry = readAll();
    follow(entry.values);
    asks.forEach((ask) => {
      const need = ask.row.needs;
      if (need) {
        const value = entry.values[need.field];
        const isMet = need.value ? value === need.value : Boolean(value);
        ask.box.hidden = !isMet && ask.widget.read() === undefined;
      }
      if (ask.row.max) {
        const n = width(oneLine(ask.widget.element.value || "")), { max } = ask.row;
        ask.count.textContent = n > NEARLY * max ? t("count", { n, max }) : "";
      }
    });
    const found = problems(), news = show(found);
    // The list of all problems, and the field that gets the focus, tell of the same.
    const said = (isAsked ? [] : news).concat(showLikes(entry)).filter(Boolean);
    if (said.length) page.aloud.textContent = said.join(" ");
    if (isShown) showResult(found, false);
    return found;
  }

  function topOf(name) {
    return name.startsWith("section:") ? name : name.replace(/[.[].*$/, "");
  }

  /* Show what is wrong under each field, and return it for the fields that nothing was wrong with. */
  function show(found) {
    const news = [];
    asks.forEach((ask) => {
      const own = found.filter((one) => topOf(one.field) === ask.row.name && touched.has(ask.row.name));
      const texts = own.map((one) => one.text);
      const isWrong = own.some((one) => one.severity === "error");
      if (ask.faults.textContent !== texts.join("")) {
        if (!ask.faults.firstChild) news.push(ask.row.label + data.colon + texts.join(" "));
        ask.faults.textContent = "";
        ask.faults.append(...own.map((one) => make("li", { class: one.severity }, one.text)));
      }
      const control = ask.widget.label ? document.getElementById(ask.widget.label) : null;
      if (control && isWrong) control.setAttribute("aria-invalid", "true");
      else if (control) control.removeAttribute("aria-invalid");
    });
    return news;
  }

  /* Returns what to say if they have changed. */
  function showLikes(entry) {
    const apart = entry.values.distinct_from || {};
    const found = page.likesOf(entry.values, source ? source.id : "").filter((one) => !(idOf(one[0]) in apart) || apart[idOf(one[0])] === "");
    const key = found.map((one) => one[0]).join();
    if (key === likeKey) return "";
    likeKey = key;
    likes.hidden = !found.length;
    likes.textContent = "";
    page.aloud.textContent = "";
    if (!found.length) return "";
    const name = (one) => one[1] + (one[2] ? " (" + one[2] + ")" : "");
    likes.append(make("h3", {}, t("likes")), make("p", {}, t("likes-help")), make("ul", {}, ...found.map((one) => {
      const id = idOf(one[0]);
      return make("li", {},
        make("a", { href: root + one[0] + ".html", target: "_blank", rel: "noopener" }, name(one)),
        kind === "task" ? "" : " ",
        kind === "task" ? "" : button(t("is-other"), () => tellApart(id), { "aria-label": t("is-other") + data.colon + name(one) }));
    })));
    return t("likes") + " " + found.map(name).join("; ");
  }

  function tellApart(id) {
    const ask = asks.find((one) => one.row.name === "distinct_from");
    ask.widget.write({ ...(ask.widget.read() || {}), [id]: "" });
    more.open = true;
    ask.widget.focus("[" + (Object.keys(ask.widget.read()).length - 1) + "].reason");
  }

  function focusOn(name) {
    const ask = asks.find((one) => one.row.name === topOf(name));
    if (!ask) return;
    if (more.contains(ask.box)) more.open = true;
    ask.widget.focus(name.slice(topOf(name).length));
  }

  element.addEventListener("input", () => {
    page.setDirty(JSON.stringify(asks.map((ask) => ask.widget.read())) !== before);
    later();
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    asks.forEach((ask) => touched.add(ask.row.name));
    showResult(update(true), true);
  });

  function showResult(found, isAsked) {
    const order = asks.map((ask) => ask.row.name);
    const sorted = found.slice().sort((a, b) => order.indexOf(topOf(a.field)) - order.indexOf(topOf(b.field)));
    const errors = sorted.filter((one) => one.severity === "error");
    const out = errors.length ? null : finished();
    const now = JSON.stringify([sorted, out]);
    if (!isAsked && now === shown) return; // the focus stays in it, and what it said of copying and saving
    shown = now;
    isShown = !errors.length;
    result.textContent = "";
    if (errors.length) {
      if (!isAsked) return;
      result.append(listOf(errors, t("to-fix", { n: errors.length }), { class: "notice strong", role: "alert" }));
      focusOn(errors[0].field);
      return;
    }
    if (!out) {
      result.append(make("p", { role: "alert" }, t("nothing-changed")));
      return;
    }
    const title = make("h2", { tabindex: "-1" }, t("ready"));
    result.append(title, sorted.length ? listOf(sorted, t("hints", { n: sorted.length }), { class: "notice" }) : "",
      ...waysOut(data, out, !source, () => page.setDirty(false)), make("details", { class: "write-more" }, make("summary", {}, t("preview")), previewOf(data, out.entry)));
    if (isAsked) title.focus();
  }

  /* Problems, each leading to its field. */
  function listOf(these, title, attributes) {
    return make("div", attributes, make("p", {}, title), make("ul", {}, ...these.map((one) => {
      const ask = asks.find((each) => each.row.name === topOf(one.field));
      return make("li", {}, button((ask ? ask.row.label + data.colon : "") + one.text, () => focusOn(one.field)));
    })));
  }

  /* The outcome, or null if a correction changes nothing. */
  function finished() {
    const entry = readAll();
    if (!source) return newOutcome(data, entry, today);
    const fields = {}, sections = {};
    asks.forEach((ask) => {
      const value = ask.widget.read();
      if (JSON.stringify(value) === first.get(ask.row.name)) return;
      if (ask.row.section !== undefined) sections[ask.row.section] = value || "";
      else fields[ask.row.name] = value === undefined ? null : value;
    });
    if (!Object.keys(fields).length && !Object.keys(sections).length) return null;
    return changedOutcome(data, entry, source, fields, sections);
  }

  return heading;
}
