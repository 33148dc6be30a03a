/*
 * The page with the form. Nothing that is written is kept or sent: it is only in this page until the
 * writer saves it, copies it, or puts it into a mail.
 */
const KINDS = ["resource", "practice", "task"];
const SINGULAR = {
  theme: "themes", audience: "audiences", region: "regions", country: "countries", articles: "provisions",
  article: "provisions", organisation: "organisations", pillar: "pillars", language: "languages",
  types: "type", levels: "level", instruments: "provisions",
};

function makePage(box, data, loadEntry, today, root) {
  const t = (key, values) => fill(data.texts[key], values || {});
  const page = { data, t, today, root, isDirty: false };
  let opened = ""; // the address of what is shown
  const likes = {}; // for entries and for tasks, made on demand

  const state = make("p", { "aria-live": "polite", class: "small" });
  page.aloud = make("p", { "aria-live": "polite", class: "visually-hidden" });
  const place = make("div");
  const ways = make("nav", { "aria-label": t("what") }, make("ul", { class: "plain write-ways" },
    ...KINDS.map((kind) => make("li", {}, make("a", { href: "#new=" + kind, "data-way": kind }, t("new-" + kind)))),
    make("li", {}, make("a", { href: "#correct", "data-way": "correct" }, t("correct"))),
  ));
  box.append(ways, make("p", { class: "small" }, t("kept")), make("p", { class: "small" }, t("english")),
    state, page.aloud, place);

  addEventListener("beforeunload", (event) => {
    // A reader who leaves in haste is not asked anything: leave.js hides the page first.
    if (!page.isDirty || document.documentElement.hidden) return;
    event.preventDefault();
    event.returnValue = true; // for Chrome before 119
  });
  // Going back to a page that it kept, Safari resets fields without autocomplete to initial values.
  addEventListener("pagehide", () => {
    box.querySelectorAll("input").forEach((one) => {
      one.defaultValue = one.value;
      one.defaultChecked = one.checked;
    });
  });
  addEventListener("hashchange", () => open(true));
  return open(false);

  /* What the part of the address after `#` asks for. */
  function wanted() {
    const asked = {};
    location.hash.slice(1).split("&").filter(Boolean).forEach((part) => {
      const [name, ...rest] = part.split("=");
      try {
        asked[name] = decodeURIComponent(rest.join("=").replace(/\+/g, " "));
      } catch (error) {
        // Ignore what can't be read.
      }
    });
    return asked;
  }

  async function open(isLater) {
    const asked = wanted();
    const kind = KINDS.includes(asked.new) ? asked.new : KINDS[0];
    const way = "correct" in asked ? "correct" : "new" in asked ? kind : "";
    // It was a link to a field, or the way back from there.
    if (isLater && (!way || location.href === opened)) return;
    if (page.isDirty && !confirm(t("lose"))) {
      history.replaceState(null, "", opened); // otherwise the same link wouldn't work again
      return;
    }
    page.isDirty = false;
    opened = location.href;
    ways.querySelectorAll("a").forEach((link) => {
      if (link.getAttribute("data-way") === way) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    place.textContent = "";
    state.textContent = page.aloud.textContent = ""; // it was about what is gone
    if (way === "correct") await correct(asked.correct);
    else if (way) {
      const heading = show(way, startingValues(asked, way), null);
      if (isLater) heading.focus();
    }
  }

  /* Show a form and return its heading. */
  function show(kind, values, source) {
    const isTask = kind === "task";
    likes[isTask] = likes[isTask] || makeLikes(data, isTask);
    return makeForm({ ...page, likesOf: likes[isTask], setDirty: (is) => { page.isDirty = is; } }, place, kind, values, source);
  }

  function startingValues(asked, kind) {
    const values = {};
    Object.keys(asked).forEach((name) => {
      const row = rowsOf(data, kind).find((one) => one.name === (SINGULAR[name] || name));
      if (!row || row.form === "group" || row.number === "keyed") return;
      const names = optionsOf(data, row, kind).length ? namesOf(data, row, kind) : null;
      const found = asked[name].split(",").map(tidy).map((one) => (names ? names.value(one) : one))
        .filter((one) => one && (!names || names.has(one)));
      if (found.length) values[row.name] = row.number === "one" ? found[0] : found;
    });
    // For a link from the page of a region or a country, the level follows from that.
    if (!values.level && kind !== "task") {
      if (values.countries) values.level = "national";
      else if (values.regions) values.level = values.regions.includes(WORLD) ? "global" : "regional";
    }
    return values;
  }

  async function correct(name) {
    const known = data.entries.concat(data.tasks).find((one) => nameOf(one[0]) === name || idOf(one[0]) === name);
    if (!known) return choose(name);
    const asked = opened;
    place.textContent = "";
    state.textContent = t("loading");
    const at = document.activeElement;
    const lead = (to) => document.activeElement === at && to.focus(); // not a writer who has gone on meanwhile
    try {
      const source = await loadEntry(nameOf(known[0]));
      if (opened !== asked) return; // the writer began something else meanwhile
      state.textContent = "";
      const was = {};
      headingsOf(data, source.kind).forEach((heading) => {
        const piece = source.body.find((one) => one[0] === heading) || ["", ""];
        was[heading] = tidy(heading ? piece[1].replace(/^[^\n]*\n/, "") : piece[1]);
      });
      // Text of a task under its own headings stays as it is.
      const rest = source.body.filter((one) => !(one[0] in was)).map((one) => one[1]).join("\n");
      lead(show(source.kind, source.values, { ...source, was, rest }));
    } catch (error) {
      if (opened !== asked) return;
      state.textContent = t("entry-lost");
      place.append(button(t("open"), () => correct(name)));
      lead(place.firstChild);
    }
  }

  /* Ask for the entry or task; `name` is of one that isn't there, if a link named one. */
  function choose(name) {
    const all = optionsFrom(data.entries.concat(data.tasks), nameOf);
    const names = makeNames(all);
    const id = "write--entry";
    const input = make("input", { id, type: "text", list: id + "s", autocomplete: "off", dir: "auto", "aria-describedby": id + "-help " + id + "-fault" });
    const fault = make("p", { id: id + "-fault", class: "write-fault", role: "alert" });
    const go = () => {
      const typed = oneLine(tidy(input.value)).replace(/\.(?:html|md)(?:[#?].*)?$/, "");
      const near = names.meant(typed);
      const found = [typed, typed.replace(/^.*\/(?=tasks\/)/, ""), "entries/" + idOf(typed)].map(names.value).find(names.has);
      if (found) location.hash = "correct=" + found.replace(/^entries\//, "");
      else {
        fault.textContent = near ? t("problem.meant", { value: typed, meant: names.label(near) }) : t("no-entry");
        if (near) input.value = names.label(near);
        input.setAttribute("aria-invalid", "true");
        input.focus();
      }
    };
    input.addEventListener("keydown", (event) => {
      if (isEnter(event)) {
        event.preventDefault();
        go();
      }
    });
    place.append(make("div", { class: "ask" },
      make("label", { for: id }, t("which")), make("p", { class: "small", id: id + "-help" }, t("which-help")), input,
      offer(input, id + "s", all.map((one) => names.label(one[0]))), fault, button(t("open"), go)));
    input.focus();
    if (name) {
      input.value = name;
      go();
    }
  }
}
