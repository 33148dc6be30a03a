/* Facets: what is chosen, what remains, how many entries are under each term. */

const facetNamed = (name) => facets.findIndex((facet) => facet.name === name);

/*
 * Read a choice from the part of the address after `#`; ignore what is unknown. It is, for each facet,
 * the set of the positions of its terms.
 */
function readChoice(fragment) {
  const chosen = facets.map(newSet);
  fragment.split(/[#&]/).forEach((pair) => {
    const [name, ids = ""] = pair.split("=");
    ids.split(",").forEach((id) => {
      termOf(name, decode(id)).forEach(([f, place]) => chosen[f].add(place));
    });
  });
  return chosen;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}

function writeChoice(chosen) {
  return facets
    .map((facet, f) => {
      const ids = Array.from(chosen[f], (place) => encodeURIComponent(facet.terms[place].id));
      return ids.length && facet.name + "=" + ids.join(",");
    })
    .filter(Boolean)
    .join("&");
}

/*
 * Entries need one chosen term in each facet in which any is chosen. A term's count is the number of
 * entries that there would be with it, whatever else is chosen in its own facet.
 */
function narrow(numbers, chosen) {
  const active = facets.map((_, f) => f).filter((f) => chosen[f].size);
  const counts = facets.map((facet) => new Uint32Array(facet.terms.length));
  const kept = [];
  numbers.forEach((number) => {
    const failed = active.filter((f) => !termsOf(number, f).some((place) => chosen[f].has(place)));
    if (!failed.length) kept.push(number);
    if (failed.length > 1) return;
    facets.forEach((_, f) => {
      if (failed.length && failed[0] !== f) return;
      termsOf(number, f).forEach((place) => counts[f][place]++);
    });
  });
  return { kept, counts };
}

const allTerms = new Map();

/* The terms that an entry is under in a facet, including those above its own. */
function termsOf(number, f) {
  return valueIn(allTerms, number * facets.length + f, () => {
    const { terms } = facets[f];
    const found = new Set();
    documents[number].facets[f].forEach((place) => {
      for (let at = place; at !== undefined; at = terms[at].broader) found.add(at);
    });
    return [...found];
  });
}

/* The address of a term's page, from the root of the site. */
const termPath = (f, place) => {
  const term = facets[f].terms[place];
  const path = term.path === undefined ? facets[f].name + "/" + term.id.toLowerCase() : term.path;
  return path && path + ".html";
};

/* The terms of an entry in a facet. */
function termsIn(number, name) {
  const f = facetNamed(name);
  return f < 0 ? [] : documents[number].facets[f].map((place) => facets[f].terms[place]);
}

/* Their labels, short ones if they exist. */
const labelsOf = (number, name) => termsIn(number, name).map((term) => term.short || term.label);

/* What a line says about an entry, in the order of lists: type or evidence, year, bodies. */
function factsOf(number) {
  const about = documents[number];
  const named = labelsOf(number, "organisations").concat(about.partners || []).slice(0, 3);
  const comma = header.texts["list.comma"];
  // A name may have a comma itself.
  const mark = named.join().includes(comma) ? header.texts["list.semicolon"] : comma;
  return labelsOf(number, "types")
    .concat(labelsOf(number, "evidence"), about.when || about.year, named.join(mark))
    .filter(Boolean);
}

const pillarOf = (number) => termsIn(number, "pillars")[0].id;

