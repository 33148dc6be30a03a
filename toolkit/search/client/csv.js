/* A list of entries as CSV, made in the page. */
function makeCsv(numbers) {
  const header = search.header();
  const names = [t("search.column.title"), t("search.column.address"), t("search.column.year")];
  const last = t("search.column.added");
  const rows = [names.concat(header.facets.map((facet) => facet.label), last)];
  numbers.forEach((number) => {
    const about = search.documents[number];
    const cells = header.facets.map((facet, f) =>
      about.facets[f].map((place) => facet.terms[place].label).join("; ")
    );
    rows.push(
      [about.title, address(about.url), String(about.year || "")].concat(cells, addedOn(number))
    );
  });
  return "\ufeff" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/* The day on which an entry came into the toolkit, as 2026-11-25; empty where it is not known. */
function addedOn(number) {
  const days = search.documents[number].added;
  return days === undefined ? "" : new Date(days * 86400000).toISOString().slice(0, 10);
}

/* On a server in full; from a disk only the part that means the same on another device. */
function address(path) {
  return /^https?:$/.test(location.protocol) ? new URL(path, location.href.split("#")[0]).href : path;
}

/* Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + safe.replace(/"/g, '""') + '"';
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: url, download: name, hidden: true });
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

