/* What the form produces: the file, the mail, and the ways to send them to the editors. */
const LONGEST_MAIL = 1800; // characters in an address that mail programs still accept
const LONGEST_NEW_FILE = 6000; // the same for the repository's page

/* A new entry or task: `entry`, the `path` of its file, and the texts of `file` and `mail`. */
function newOutcome(data, entry, today) {
  const sections = {};
  Object.keys(entry.sections).filter((name) => entry.sections[name]).forEach((name) => {
    sections[name] = entry.sections[name];
  });
  const filled = { ...entry, sections, values: { ...entry.values, added: today } };
  const folder = entry.kind === "task" ? "tasks/" : entry.values.pillars[0] + "/" + entry.kind + "s/";
  return {
    entry: filled,
    path: folder + entry.id + ".md",
    file: newFile(data, filled),
    mail: messageOf(data, { ...entry, sections }, null),
  };
}

/* The same for a correction: `fields` and `sections` are what was changed, null if removed. */
function changedOutcome(data, entry, source, fields, sections) {
  return {
    entry,
    path: source.path + ".md",
    file: changedFile(data, source, fields, sections),
    mail: messageOf(data, { kind: entry.kind, id: source.id, values: fields, sections }, source),
  };
}

/* What to do with an outcome, as elements for the page. `saved` is called after saving. */
function waysOut(data, out, isNew, saved) {
  const t = (key, values) => fill(data.texts[key], values || {});
  const said = make("p", { "aria-live": "polite", class: "small" });
  const { contact, folder } = data.publication;
  const outside = (href, text) => make("a", { href, class: "external", rel: "noopener noreferrer", target: "_blank" }, text);

  function area(text, label) {
    // Chrome writes to the disk what is in a text area, unless it belongs to a form without autocomplete.
    const made = make("textarea", { form: "write--form", readonly: true, rows: 8, "aria-label": label, dir: "auto", spellcheck: "false" });
    made.value = text;
    return made;
  }

  const copy = (from) => button(t("copy"), async () => {
    from.focus();
    from.select();
    let isDone = false;
    try {
      await navigator.clipboard.writeText(from.value);
      isDone = true;
    } catch (error) {
      isDone = document.execCommand("copy");
    }
    said.textContent = isDone ? t("copied") : t("copy-yourself");
  });

  function byMail() {
    if (!contact) return [make("p", {}, t("mail-nobody"))];
    if (!contact.startsWith("mailto:")) {
      return [make("p", {}, t("contact-form"), " ", outside(contact, contact.replace(/^https:\/\/([^/]*).*$/, "$1")))];
    }
    const subject = t(isNew ? "subject-new" : "subject-correct", { title: oneLine(out.entry.values.title) });
    const empty = contact + (contact.includes("?") ? "&" : "?") + "subject=" + encodeURIComponent(subject) + "&body=";
    const full = empty + encodeURIComponent(out.mail.replace(/\n/g, "\r\n"));
    const fits = full.length <= LONGEST_MAIL;
    return [
      make("p", {}, t(fits ? "mail-fits" : "mail-long")),
      make("p", {}, make("a", { href: fits ? full : empty }, t("mail-open")), " ", contact.replace(/^mailto:|\?.*$/g, "")),
    ];
  }

  function save() {
    const url = URL.createObjectURL(new Blob([out.file], { type: "text/markdown;charset=utf-8" }));
    const link = make("a", { href: url, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    said.textContent = t("saved");
    saved();
  }

  const name = out.path.slice(out.path.lastIndexOf("/") + 1);
  const mail = area(out.mail, t("mail-text")), file = area(out.file, t("file-text"));
  const [address, isFilled] = repositoryAddress(data.publication.edit, out, isNew);
  return [
    make("h3", {}, t("by-mail")), ...byMail(), mail, make("p", {}, copy(mail)),
    make("h3", {}, t("as-file")), make("p", {}, t("file-help"), " ", make("code", { dir: "ltr" }, folder + "/" + out.path)),
    file, make("p", {}, button(t("save", { name }), save), " ", copy(file)), said,
    ...(address ? [
      make("h3", {}, t("at-repository")),
      make("p", {}, t(isFilled ? "repository-filled" : "repository-empty"), " ", outside(address, t("repository-open"))),
    ] : []),
  ];
}

/* The repository's page for this file, or empty, and whether its address includes the text. */
function repositoryAddress(edit, out, isNew) {
  if (!edit) return ["", false];
  if (!isNew) return [edit + out.path, false];
  if (!/^https:\/\/github\.com\/[^/]+\/[^/]+\/edit\//.test(edit)) return ["", false];
  const folder = out.path.replace(/\/[^/]*$/, "");
  const base = edit.replace("/edit/", "/new/") + folder + "?filename=" + encodeURIComponent(out.path.slice(folder.length + 1));
  const full = base + "&value=" + encodeURIComponent(out.file);
  return full.length <= LONGEST_NEW_FILE ? [full, true] : [base, false];
}
