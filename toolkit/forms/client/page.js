/*
 * The page with the form. Nothing that is written is kept or sent: it is in this page alone until the
 * writer saves it, copies it, or puts it into a mail.
 */
const PAUSE = 300; // milliseconds after the last key
const LONGEST_MAIL = 1800; // characters of an address that programs for mail still take
const LONGEST_NEW_FILE = 6000; // the same for the page of a repository
const SINGULAR = {
  theme: "themes", audience: "audiences", region: "regions", country: "countries", articles: "provisions",
  article: "provisions", organisation: "organisations", pillar: "pillars", language: "languages",
  types: "type", levels: "level", instruments: "provisions",
};

function makePage(box, data, loadEntry, today, root) {
  const t = (key, values) => fill(data.texts[key], values || {});
  const likesOf = makeLikes(data);
  let form = null; // what is open now
  let isDirty = false;

  const state = make("p", { role: "status", class: "small" });
  const aloud = make("p", { role: "status", class: "visually-hidden" });
  const place = make("div");
  const ways = make("nav", { "aria-label": t("what") }, make("ul", { class: "plain write-ways" },
    ...["resource", "practice"].map((kind) => make("li", {}, make("a", { href: "#new=" + kind, "data-way": kind }, t("new-" + kind)))),
    make("li", {}, make("a", { href: "#correct", "data-way": "correct" }, t("correct"))),
  ));
  box.append(ways, make("p", { class: "small" }, t("kept")), state, aloud, place);

  addEventListener("beforeunload", (event) => {
    // Who leaves in haste is not asked anything: leave.js hides the page first.
    if (isDirty && !document.documentElement.hidden) event.preventDefault();
  });
  addEventListener("hashchange", () => open(true));
  open(false);

  /* What the part of the address after # asks for. */
  function wanted() {
    const asked = {};
    location.hash.slice(1).split("&").filter(Boolean).forEach((part) => {
      const [name, ...rest] = part.split("=");
      try {
        asked[name] = decodeURIComponent(rest.join("=").replace(/\+/g, " "));
      } catch (error) {
        // It asks for nothing that can be read.
      }
    });
    return asked;
  }

  async function open(isLater) {
    const asked = wanted();
    const kind = asked.new === "practice" ? "practice" : "resource";
    const way = "correct" in asked ? "correct" : "new" in asked ? kind : "";
    if (isLater && !way) return; // a link to a field
    if (isDirty && !confirm(t("lose"))) return;
    isDirty = false;
    ways.querySelectorAll("a").forEach((link) => {
      if (link.getAttribute("data-way") === way) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    place.replaceChildren();
    form = null;
    if (way === "correct") await correct(asked.correct);
    else if (way) {
      form = makeForm(way, startingValues(asked, way), null);
      if (isLater) form.heading.focus();
    }
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
    // Where the page of a region or a country leads here, the level follows.
    if (!values.level && values.regions && values.regions.includes(WORLD)) values.level = "global";
    return values;
  }

  async function correct(id) {
    const known = data.entries.find((one) => idOf(one[0]) === id);
    if (known) {
      state.textContent = t("loading");
      try {
        const source = await loadEntry(id);
        state.textContent = "";
        const sections = {};
        headingsOf(data, source.kind).forEach((heading) => {
          const piece = source.body.find((one) => one[0] === heading) || ["", ""];
          sections[heading] = tidy(heading ? piece[1].replace(/^[^\n]*\n/, "") : piece[1]);
        });
        form = makeForm(source.kind, source.values, { ...source, was: sections });
        form.heading.focus();
      } catch (error) {
        state.textContent = t("no-entry");
      }
      return;
    }
    const names = makeNames(data.lists.entries);
    const listId = "write--entries";
    const input = make("input", { id: "write--entry", type: "text", list: listId, autocomplete: "off", dir: "auto" });
    const fault = make("p", { class: "write-fault", role: "alert" });
    const go = () => {
      const found = names.value(oneLine(tidy(input.value)).replace(/^.*\/|\.(?:html|md)$/g, ""));
      if (names.has(found)) location.hash = "correct=" + found;
      else fault.textContent = t("no-entry");
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        go();
      }
    });
    place.append(make("div", { class: "ask" },
      make("label", { for: "write--entry" }, t("which")), make("p", { class: "small" }, t("which-help")), input,
      make("datalist", { id: listId }, ...data.lists.entries.map((one) => make("option", { value: names.label(one[0]) }))),
      fault, button(t("open"), go)));
    input.focus();
  }

  function makeForm(kind, starting, source) {
    const heading = make("h2", { tabindex: "-1" }, source ? t("correct-title", { title: source.values.title }) : t("new-" + kind));
    const element = make("form", { novalidate: true, class: "write-form" });
    const more = make("details", { class: "write-more" }, make("summary", {}, t("more")));
    const likes = make("section", { class: "notice", hidden: true, "aria-label": t("likes") });
    const result = make("section", { class: "write-result" });
    const asks = [];
    const touched = new Set();
    let timer = 0;
    let likeKey = "";
    let isShown = false;

    rowsOf(data, kind).forEach((row) => {
      if (row.use === "made" || (row.use === "later" && !source && row.name !== "distinct_from")) return;
      const isNeeded = row.required.includes(kind);
      const ask = addAsk(row, isNeeded);
      (isNeeded || row.use === "asked" ? element : more).append(ask.box);
      if (row.name === "title") element.append(likes);
    });
    headingsOf(data, kind).forEach((name) => {
      const help = name ? t("section." + (data.sections.indexOf(name) + 1)) : t("text-help");
      const row = { name: "section:" + name, label: name ? data.headings[name] : t("text"), help, form: "text", number: "one", section: name, required: [] };
      element.append(addAsk(row, Boolean(name)).box);
    });
    element.append(more, make("p", {}, make("button", { type: "submit", class: "search-more" }, t("check"))));
    place.append(heading, source ? make("p", { class: "small" }, t("correct-help")) : "", make("p", { class: "small" }, t("needed")), element, result);
    asks.forEach((ask) => ask.widget.write(ask.row.section === undefined ? starting[ask.row.name] : (source ? source.was[ask.row.section] : "")));
    const before = JSON.stringify(asks.map((ask) => ask.widget.read()));
    const first = new Map(asks.map((ask) => [ask.row.name, JSON.stringify(ask.widget.read())]));
    update();

    function addAsk(row, isNeeded) {
      const id = "write--" + row.name.replace(/[^a-z_]+/gi, "-").toLowerCase();
      const help = make("p", { class: "small", id: id + "-help" }, row.help + (row.example ? " " + t("example", { example: row.example }) : ""));
      const count = make("p", { class: "small count", id: id + "-count" });
      const faults = make("ul", { class: "write-faults", id: id + "-faults" });
      const about = [help.id, faults.id].join(" ");
      const widget = widgetOf(data, row, kind, id, about, t);
      const mark = isNeeded ? make("span", { class: "need" }, " " + t("required")) : "";
      const box = widget.label
        ? make("div", { class: "ask", "data-field": row.name }, make("label", { for: id }, row.label, mark), help)
        : make("fieldset", { class: "ask", "data-field": row.name, "aria-describedby": about }, make("legend", {}, row.label, mark), help);
      if (isNeeded && widget.label && /^(?:INPUT|TEXTAREA|SELECT)$/.test(widget.element.tagName)) widget.element.setAttribute("aria-required", "true");
      box.append(widget.element, count, faults);
      const ask = { row, box, widget, count, faults, isNeeded };
      asks.push(ask);
      box.addEventListener("focusout", () => {
        if (widget.read() !== undefined) touched.add(row.name);
        later();
      });
      return ask;
    }

    function readAll() {
      const values = {}, sections = {};
      asks.forEach((ask) => {
        const value = ask.widget.read();
        if (ask.row.section !== undefined) sections[ask.row.section] = value || "";
        else if (value !== undefined && !ask.box.hidden) values[ask.row.name] = value;
      });
      const taken = new Set(data.entries.map((one) => idOf(one[0])));
      const id = source ? source.id : suggestId(values.title || "", values.year || "", taken) || "entry-" + today;
      return { kind, id, values, sections };
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(update, PAUSE);
    }

    /* After typing: which fields make sense, counts, what looks alike, what is wrong. */
    function update() {
      const entry = readAll();
      asks.forEach((ask) => {
        const need = ask.row.needs;
        if (need) {
          const value = entry.values[need.field];
          const isMet = need.value ? value === need.value : Boolean(value);
          ask.box.hidden = !isMet && ask.widget.read() === undefined;
        }
        if (ask.row.max) {
          const n = width(oneLine(ask.widget.element.value || ""));
          ask.count.textContent = t("count", { n, max: ask.row.max });
        }
      });
      const found = check(data, readAll(), today);
      show(found);
      showLikes(entry);
      if (isShown) showResult(found, false);
    }

    function topOf(name) {
      return name.startsWith("section:") ? name : name.replace(/[.[].*$/, "");
    }

    function show(found) {
      asks.forEach((ask) => {
        const own = found.filter((one) => topOf(one.field) === ask.row.name && touched.has(ask.row.name));
        const texts = own.map((one) => one.text);
        const isWrong = own.some((one) => one.severity === "error");
        if (ask.faults.textContent !== texts.join("")) {
          ask.faults.replaceChildren(...own.map((one) => make("li", { class: one.severity }, one.text)));
        }
        const control = ask.widget.label ? document.getElementById(ask.widget.label) : null;
        if (control && isWrong) control.setAttribute("aria-invalid", "true");
        else if (control) control.removeAttribute("aria-invalid");
      });
    }

    function showLikes(entry) {
      const apart = entry.values.distinct_from || {};
      const found = likesOf(entry.values, source ? source.id : "").filter((one) => !(idOf(one[0]) in apart) || apart[idOf(one[0])] === "");
      const key = found.map((one) => one[0]).join();
      if (key === likeKey) return;
      likeKey = key;
      likes.hidden = !found.length;
      likes.replaceChildren();
      aloud.textContent = found.length ? t("likes") + " " + found.map((one) => one[1]).join("; ") : "";
      if (!found.length) return;
      likes.append(make("h3", {}, t("likes")), make("p", {}, t("likes-help")), make("ul", {}, ...found.map((one) => {
        const id = idOf(one[0]);
        return make("li", {},
          make("a", { href: root + one[0] + ".html", target: "_blank", rel: "noopener" }, one[1] + (one[2] ? " (" + one[2] + ")" : "")),
          " ", button(t("is-other"), () => tellApart(id), { "aria-label": t("is-other") + ": " + one[1] }));
      })));
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
      isDirty = JSON.stringify(asks.map((ask) => ask.widget.read())) !== before;
      later();
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      asks.forEach((ask) => touched.add(ask.row.name));
      update();
      showResult(check(data, readAll(), today), true);
    });

    function showResult(found, isAsked) {
      const errors = found.filter((one) => one.severity === "error");
      const order = asks.map((ask) => ask.row.name);
      errors.sort((a, b) => order.indexOf(topOf(a.field)) - order.indexOf(topOf(b.field)));
      isShown = !errors.length;
      result.replaceChildren();
      if (errors.length) {
        if (!isAsked) return;
        const box_ = make("div", { class: "notice strong", role: "alert" }, make("p", {}, t("to-fix", { n: errors.length })));
        box_.append(make("ul", {}, ...errors.map((one) => {
          const ask = asks.find((each) => each.row.name === topOf(one.field));
          return make("li", {}, button((ask ? ask.row.label + ": " : "") + one.text, () => focusOn(one.field)));
        })));
        result.append(box_);
        focusOn(errors[0].field);
        return;
      }
      const made_ = finished();
      if (!made_) {
        result.append(make("p", { role: "alert" }, t("nothing-changed")));
        return;
      }
      const title = make("h2", { tabindex: "-1" }, t("ready"));
      const warnings = found.filter((one) => one.severity !== "error");
      result.append(title, warnings.length ? make("p", {}, t("hints", { n: warnings.length })) : "",
        ...waysOut(made_), make("h2", {}, t("preview")), previewOf(data, made_.entry));
      if (isAsked) title.focus();
    }

    /* The file, the mail, and where the file goes. Null where a correction changes nothing. */
    function finished() {
      const entry = readAll();
      if (!source) {
        entry.values.added = today;
        Object.keys(entry.sections).forEach((name) => {
          if (!entry.sections[name]) delete entry.sections[name];
        });
        const folder = entry.values.pillars[0] + "/" + kind + "s/";
        const rest = { ...entry, values: { ...entry.values } };
        delete rest.values.added;
        return { entry, path: folder + entry.id + ".md", file: newFile(data, entry), mail: messageOf(data, rest, null) };
      }
      const fields = {}, sections = {};
      asks.forEach((ask) => {
        const value = ask.widget.read();
        if (JSON.stringify(value) === first.get(ask.row.name)) return;
        if (ask.row.section !== undefined) sections[ask.row.section] = value || "";
        else fields[ask.row.name] = value === undefined ? null : value;
      });
      if (!Object.keys(fields).length && !Object.keys(sections).length) return null;
      return {
        entry,
        path: source.path + ".md",
        file: changedFile(data, source, fields, sections),
        mail: messageOf(data, { kind, id: source.id, values: fields, sections }, source),
      };
    }

    function waysOut(out) {
      const blocks = [];
      const name = out.path.slice(out.path.lastIndexOf("/") + 1);
      const subject = t(source ? "subject-correct" : "subject-new", { title: oneLine(out.entry.values.title) });
      const said = make("p", { role: "status", class: "small" });
      const copy = (area) => button(t("copy"), async () => {
        area.focus();
        area.select();
        let isDone = false;
        try {
          await navigator.clipboard.writeText(area.value);
          isDone = true;
        } catch (error) {
          isDone = document.execCommand("copy");
        }
        said.textContent = isDone ? t("copied") : t("copy-yourself");
      });
      const area = (text, label) => {
        const made_ = make("textarea", { readonly: true, rows: 8, "aria-label": label, dir: "auto", spellcheck: "false" });
        made_.value = text;
        return made_;
      };
      const mail = area(out.mail, t("mail-text"));
      const contact = data.publication.contact;
      blocks.push(make("h3", {}, t("by-mail")));
      if (contact.startsWith("mailto:")) {
        const full = contact + (contact.includes("?") ? "&" : "?") + "subject=" + encodeURIComponent(subject) + "&body=";
        const fits = (full + encodeURIComponent(out.mail.replace(/\n/g, "\r\n"))).length <= LONGEST_MAIL;
        blocks.push(make("p", {}, fits ? t("mail-fits") : t("mail-long")));
        const link = make("a", { href: fits ? full + encodeURIComponent(out.mail.replace(/\n/g, "\r\n")) : full }, t("mail-open"));
        blocks.push(make("p", {}, link, " ", contact.replace(/^mailto:|\?.*$/g, "")));
      } else if (contact) {
        blocks.push(make("p", {}, t("contact-form"), " ", make("a", { href: contact, class: "external", rel: "noopener noreferrer", target: "_blank" }, contact.replace(/^https:\/\/([^/]*).*$/, "$1"))));
      } else blocks.push(make("p", {}, t("mail-nobody")));
      blocks.push(mail, make("p", {}, copy(mail)));

      const file = area(out.file, t("file-text"));
      blocks.push(make("h3", {}, t("as-file")), make("p", {}, t("file-help"), " ", make("code", { dir: "ltr" }, data.publication.folder + "/" + out.path)));
      const save = button(t("save", { name }), () => {
        const url = URL.createObjectURL(new Blob([out.file], { type: "text/markdown;charset=utf-8" }));
        const link = make("a", { href: url, download: name, hidden: true });
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(url), 60000);
        isDirty = false;
        said.textContent = t("saved");
      });
      blocks.push(file, make("p", {}, save, " ", copy(file)), said);
      const address = repositoryAddress(out);
      if (address) {
        blocks.push(make("h3", {}, t("at-repository")), make("p", {}, t(address[1] ? "repository-filled" : "repository-empty"), " ",
          make("a", { href: address[0], class: "external", rel: "noopener noreferrer", target: "_blank" }, t("repository-open"))));
      }
      return blocks;
    }

    /* The repository's page for this file, and whether it has the text in it already. */
    function repositoryAddress(out) {
      const edit = data.publication.edit;
      if (!edit) return null;
      if (source) return [edit + out.path, false];
      if (!/^https:\/\/github\.com\/[^/]+\/[^/]+\/edit\//.test(edit)) return null;
      const folder = out.path.replace(/\/[^/]*$/, "");
      const base = edit.replace("/edit/", "/new/") + folder + "?filename=" + encodeURIComponent(out.path.slice(folder.length + 1));
      const full = base + "&value=" + encodeURIComponent(out.file);
      return full.length <= LONGEST_NEW_FILE ? [full, true] : [base, false];
    }

    return { heading };
  }
}
