/*
 * Search in the reader's own browser. What is typed stays in the memory of this page: it goes into
 * no address, title, history, storage or request. Works from a disk as from a server, under
 * `script-src 'self'`: lunr.js and the index (written by toolkit/search) are scripts, put in when
 * the field is first used. The index is packed; toolkit/search/index.py says how.
 */
(function () {
  "use strict";

  const FORMAT = "1";
  const PAGE = 20; // results shown at once
  const LENGTH = 1000; // characters of a query that are read
  const WORDS = 16; // words of a query that are sought
  const PREFIX = 0.5; // weight of a longer word that begins with the last one typed
  const SHORTEST = 4; // letters that must stay of an unfinished word
  const STRETCH = 220; // characters of an excerpt
  const PLACES = 400; // words of a text that are looked at for an excerpt
  const K1 = 1.2; // lunr's own parameters of a score
  const B = 0.75;

  const box = document.querySelector("[data-search]");
  if (!box) return;

  const root = box.getAttribute("data-root") || "";
  const language = box.getAttribute("data-language") || "en";
  const words = (name) => box.getAttribute("data-text-" + name) || "";

  /* The index: its parts come in through `toolkitSearch.add`. */

  const documents = [];
  const indexes = [];
  let header = null;
  let version = "";
  let analysis = null;
  let received = 0;

  function add(stamp, part) {
    if (stamp !== (version || stamp) || stamp.split(".")[0] !== FORMAT) return;
    version = stamp;
    try {
      if (part.tiers) header = part;
      else addTier(part);
      received += 1;
    } catch (error) {
      // A damaged part: it counts as not received.
    }
  }

  /* The units of the first tier are documents, those of the full one sections of documents. */
  function addTier(part) {
    (part.documents || []).forEach((about, number) => {
      documents[part.start + number] = about;
    });
    indexes.push({
      lunr: unpack(part),
      terms: part.terms,
      start: part.start,
      sections: part.sections,
    });
  }

  /*
   * The lunr index of a packed one: what lunr.Builder makes of the same counts. An inverted index
   * costs more than all the rest, and a query looks at few of its terms: each is unpacked when it
   * is read. No token set is needed, since only terms of the index are ever asked for.
   */
  function unpack(part) {
    const tier = header.tiers.filter((one) => one.name === part.tier)[0];
    const invertedIndex = Object.create(null);
    const fieldVectors = Object.create(null);
    const rarity = part.spread.map((spread) =>
      Math.log(1 + Math.abs((tier.units - spread + 0.5) / (spread + 0.5)))
    );
    function Posting(number) {
      this._index = number;
    }
    part.terms.forEach((term, number) => {
      invertedIndex[term] = new Posting(number);
    });
    tier.fields.forEach((field, f) => {
      const codes = part.postings[f];
      const starts = new Uint32Array(part.terms.length);
      const average = tier.averages[f] || 1;
      const norms = part.lengths[f].map((length) => K1 * (1 - B + (B * length) / average));
      const vectors = norms.map(() => []);
      let at = 0;
      rarity.forEach((weight, number) => {
        starts[number] = at;
        at = visit(codes, at, (unit, count) => {
          const score = (weight * (K1 + 1) * count) / (norms[unit] + count);
          vectors[unit].push(number, Math.round(score * tier.weights[f] * 1000) / 1000);
        });
      });
      vectors.forEach((elements, unit) => {
        fieldVectors[field + "/" + unit] = new lunr.Vector(elements);
      });
      Object.defineProperty(Posting.prototype, field, {
        get: function () {
          const units = {};
          visit(codes, starts[this._index], (unit) => {
            units[unit] = {};
          });
          return units;
        },
      });
    });
    return new lunr.Index({
      fields: tier.fields,
      invertedIndex: invertedIndex,
      fieldVectors: fieldVectors,
      tokenSet: { intersect: (terms) => terms },
      pipeline: analysis.pipeline,
    });
  }

  /* The units in which one term stands, from `at` in the codes of a field; where the next begins. */
  function visit(codes, at, see) {
    let unit = -1;
    for (let code = codes[at++]; code; code = codes[at++]) {
      unit += Math.abs(code);
      see(unit, code < 0 ? codes[at++] : 1);
    }
    return at;
  }

  /* How texts become stems, as in toolkit/search/words.py. */
  function makeAnalysis() {
    const stopWords = lunr.generateStopWordFilter(header.stopWords);
    lunr.Pipeline.registerFunction(stopWords, "stopWords-" + language);
    const pipeline = new lunr.Pipeline();
    pipeline.add(stopWords, lunr.stemmer);
    const known = new Map();
    return {
      pipeline: pipeline,
      between: new RegExp("[" + header.separators + "]+"),
      word: new RegExp("[^" + header.separators + "]+", "g"),
      stem: (word) => {
        if (!known.has(word)) known.set(word, pipeline.runString(word)[0] || "");
        return known.get(word);
      },
    };
  }

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").toLowerCase();

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = root + "assets/search/" + name;
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  /* A part that is missing, cut short or of another version is not received. */
  async function loadPart(name) {
    const before = received;
    await load(language + "/" + name + ".js");
    if (received === before) throw new Error(name);
  }

  let state = "new"; // then loading, answering (while more is loaded), ready or unavailable

  async function start() {
    if (state !== "new") return;
    state = "loading";
    try {
      await Promise.all([load("lunr.js"), loadPart("index")]);
      analysis = makeAnalysis();
      for (const tier of header.tiers) {
        for (let number = 1; number <= tier.files; number++) {
          await loadPart(tier.name + "-" + number);
        }
        state = "answering";
        answer();
      }
      state = "ready";
    } catch (error) {
      state = "unavailable";
    }
    answer();
  }

  /* The query. */

  /* The words of a query: all but fillers, unless there is nothing else. */
  function read(query) {
    const all = fold(query.slice(0, LENGTH)).split(analysis.between).filter(Boolean);
    const typed = all.filter((word, at) => all.indexOf(word, at + 1) < 0).slice(-WORDS);
    const last = typed[typed.length - 1];
    const telling = typed.filter((word) => analysis.stem(word));
    return (telling.length ? telling : typed.slice(-1)).map((word) => ({
      word: word,
      unfinished: word === last,
      found: new Set(),
    }));
  }

  /* The terms of an index that a word stands for, with their weights. */
  function expand(index, word) {
    const found = new Map();
    const stem = analysis.stem(word.word);
    if (index.lunr.invertedIndex[stem]) found.set(stem, 1);
    // Two letters begin words of nearly every body: those of the first tier are enough.
    if (!word.unfinished || (index.sections && word.word.length < 3)) return found;
    for (let at = firstFrom(index.terms, word.word); at < index.terms.length; at++) {
      const term = index.terms[at];
      if (!term.startsWith(word.word)) break;
      if (!found.has(term)) found.set(term, PREFIX);
    }
    return found;
  }

  /* For a word typed beyond the stem of what it will be ("inspectio"): the longest that fits. */
  function shorten(index, word) {
    const shortest = Math.max(SHORTEST, word.word.length / 2);
    for (let length = word.word.length - 1; length >= shortest; length--) {
      const term = word.word.slice(0, length);
      if (index.lunr.invertedIndex[term]) return new Map([[term, PREFIX]]);
    }
    return new Map();
  }

  function firstFrom(terms, word) {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* Scores of the units of an index: lunr's, without its division by the size of the query. */
  function match(index, terms) {
    if (!terms.size) return [];
    let square = 0;
    const results = index.lunr.query((query) => {
      terms.forEach((weight, term) => {
        square += weight * weight;
        query.term(term, { usePipeline: false, boost: weight });
      });
    });
    const size = Math.sqrt(square);
    return results.map((result) => ({ unit: Number(result.ref), score: result.score * size }));
  }

  /*
   * Documents that have all words, or, where none has, any of them: those with more words first.
   * A word counts what the first tier gives it and what the best section does.
   */
  function find(query) {
    const sought = read(query);
    const hits = new Map();
    sought.forEach((word, w) => {
      let expanded = indexes.map((index) => expand(index, word));
      if (word.unfinished && expanded.every((terms) => !terms.size)) {
        expanded = indexes.map((index) => shorten(index, word));
      }
      indexes.forEach((index, i) => {
        expanded[i].forEach((_weight, term) => word.found.add(term));
        match(index, expanded[i]).forEach((result) => {
          const section = index.sections && index.sections[result.unit];
          const number = section ? section[0] : index.start + result.unit;
          if (!hits.has(number)) hits.set(number, newHit(number, sought.length));
          count(hits.get(number), w, result.score, section);
        });
      });
    });
    const ranked = Array.from(hits.values());
    ranked.forEach(sum);
    ranked.sort((a, b) => b.matched - a.matched || b.score - a.score || a.number - b.number);
    const complete = ranked.filter((hit) => hit.matched === sought.length);
    return { words: sought, hits: complete.length ? complete : ranked };
  }

  function newHit(number, size) {
    const zeros = Array(size).fill(0);
    return { number: number, first: zeros, full: zeros.slice(), sections: new Map() };
  }

  function count(hit, w, score, section) {
    if (section) {
      hit.full[w] = Math.max(hit.full[w], score);
      hit.sections.set(section, (hit.sections.get(section) || 0) + score);
    } else {
      hit.first[w] += score;
    }
  }

  function sum(hit) {
    const scores = hit.first.map((score, w) => score + hit.full[w]);
    hit.matched = scores.filter(Boolean).length;
    hit.score = scores.reduce((a, b) => a + b, 0) * documents[hit.number].weight;
    hit.score = Math.round(hit.score * 1e6) / 1e6;
  }

  /* Excerpts. */

  /* Where the words of a query stand in a text: [start, end, which word]. */
  function places(text, sought) {
    const found = [];
    analysis.word.lastIndex = 0;
    for (let token = analysis.word.exec(text); token; token = analysis.word.exec(text)) {
      const stem = analysis.stem(fold(token[0]));
      const which = stem ? sought.findIndex((word) => word.found.has(stem)) : -1;
      if (which >= 0) found.push([token.index, token.index + token[0].length, which]);
      if (found.length === PLACES) break;
    }
    return found;
  }

  /* The stretch of a text in which most different words stand, the first of equals. */
  function bestStretch(text, sought) {
    const found = places(text, sought);
    let best = { text: text, start: 0, variety: 0, found: found };
    found.forEach((place) => {
      const inside = found.filter((one) => one[0] >= place[0] && one[1] <= place[0] + STRETCH);
      const variety = new Set(inside.map((one) => one[2])).size;
      if (variety > best.variety) {
        best = { text: text, start: place[0], variety: variety, found: found };
      }
    });
    return best;
  }

  /* Of the summary and the best section, the stretch that shows more of what was sought. */
  function excerpt(hit, sought) {
    const sections = Array.from(hit.sections).sort((a, b) => b[1] - a[1]);
    const best = bestStretch(documents[hit.number].summary, sought);
    const other = sections.length ? bestStretch(sections[0][0][3], sought) : best;
    return other.variety > best.variety ? other : best;
  }

  function showExcerpt(element, hit, sought) {
    const best = excerpt(hit, sought);
    const text = best.text;
    const start = beginning(text, best.start);
    const limit = start + STRETCH;
    const end =
      limit < text.length ? Math.max(text.lastIndexOf(" ", limit), limit - 40) : text.length;
    let at = start;
    const put = (until) => {
      if (until > at) element.appendChild(document.createTextNode(text.slice(at, until)));
      at = until;
    };
    if (start > 0) element.textContent = "… ";
    best.found.forEach((place) => {
      if (place[0] < start || place[1] > end) return;
      put(place[0]);
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place[0], place[1]);
      element.appendChild(mark);
      at = place[1];
    });
    put(end);
    if (end < text.length) element.appendChild(document.createTextNode(" …"));
  }

  /* Where to begin so that `from` is shown: its sentence, or a few words before it. */
  function beginning(text, from) {
    const latest = Math.min(from, Math.max(0, text.length - STRETCH));
    const before = text.slice(0, latest);
    const sentence = /[.!?。؟]\s+(?=[^.!?。؟]*$)/.exec(before);
    const start = sentence ? sentence.index + sentence[0].length : 0;
    if (from - start < STRETCH / 2) return start;
    return latest - /\S{0,30}$/.exec(before)[0].length;
  }

  /* The page. */

  const field = ensure("search-field", '<input id="search-field" type="search">');
  const status = ensure("search-status", '<p id="search-status" role="status"></p>');
  const list = ensure("search-results", '<ol id="search-results"></ol>');
  const template = ensure(
    "search-result",
    '<template id="search-result"><li class="result"><h3><a class="result-link"></a></h3>' +
      '<p class="result-facts"></p><p class="result-excerpt"></p></li></template>'
  );
  const more = document.createElement("button");
  more.type = "button";
  more.className = "search-more";
  more.textContent = words("more") || "+";
  more.hidden = true;
  list.parentNode.insertBefore(more, list.nextSibling);

  let shown = { words: [], hits: [] };

  function ensure(id, markup) {
    if (!document.getElementById(id)) box.insertAdjacentHTML("beforeend", markup);
    return document.getElementById(id);
  }

  function answer() {
    const query = field.value;
    if (state === "unavailable") clear(words("unavailable"));
    else if (query.trim().length < 2) clear("");
    else if (state === "new" || state === "loading") clear(words("loading"));
    else show(find(query));
  }

  function clear(text) {
    shown = { words: [], hits: [] };
    list.textContent = "";
    more.hidden = true;
    say(text);
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function show(found) {
    const count = found.hits.length;
    shown = found;
    list.textContent = "";
    showMore();
    say(words(count === 0 ? "none" : count === 1 ? "one" : "many").replace("{n}", count));
  }

  function showMore() {
    const from = list.children.length;
    shown.hits.slice(from, from + PAGE).forEach((hit) => {
      list.appendChild(result(hit));
    });
    more.hidden = list.children.length >= shown.hits.length;
    return list.children[from];
  }

  function result(hit) {
    const about = documents[hit.number];
    const item = template.content.firstElementChild.cloneNode(true);
    const slot = (name) => item.querySelector(".result-" + name);
    const pillar = header.pillars[about.pillar] || "";
    const facts = [about.label, about.by.join(", "), about.year].filter(Boolean);
    item.setAttribute("data-pillar", about.pillar);
    slot("link").textContent = about.title;
    slot("link").href = root + about.url;
    if (slot("pillar")) slot("pillar").textContent = pillar;
    facts.unshift(slot("pillar") ? "" : pillar);
    slot("facts").appendChild(document.createTextNode(facts.join(" · ")));
    showExcerpt(slot("excerpt"), hit, shown.words);
    return item;
  }

  let timer = 0;

  field.autocomplete = "off"; // browsers keep what was typed otherwise, or send it to be spelled
  field.spellcheck = false;
  field.setAttribute("autocapitalize", "off");
  field.addEventListener("focus", start);
  field.addEventListener("input", () => {
    start();
    clearTimeout(timer);
    timer = setTimeout(answer, 80);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      answer();
    } else if (event.key === "Escape" && field.value) {
      event.preventDefault();
      field.value = "";
      answer();
    }
  });
  more.addEventListener("click", () => {
    const first = showMore();
    const link = first && first.querySelector("a");
    if (link) link.focus();
  });

  window.toolkitSearch = { add: add, find: find, indexes: indexes };
  box.hidden = false;
  box.querySelectorAll(".search-live, .search-off").forEach((one) => {
    one.hidden = one.className === "search-off";
  });
  if (box.hasAttribute("data-autofocus")) field.focus();
  if (field.value || document.activeElement === field) {
    start();
    answer();
  }
})();
