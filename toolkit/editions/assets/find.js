/* The search in a single-page book, over its entries as they are on the page. Every word must begin a
   word of the entry; if no entry has all, those with most are found. What is typed stays in the field. */
(function () {
  "use strict";
  var place = document.querySelector("[data-find]");
  if (!place) return;
  var field = place.querySelector("input");
  var state = place.querySelector("[aria-live]");
  var list = place.querySelector("ol");
  var skip = set(place.getAttribute("data-skip"));
  var MOST = 50;
  // Where a word counts most: what the entry is called, then what it is about, then its text. Names
  // of related entries count nothing.
  var PARTS = [["h4", 12], [".lead, .original-title", 5], [".kind, .about", 4], [".prose, .tight, .brief", 1]];
  var entries = null;
  var timer = 0;

  function set(text) {
    return new Set((text || "").split(" "));
  }

  function words(text) {
    return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  function read() {
    entries = Array.from(document.querySelectorAll(".chapter-entry"), function (article) {
      var title = article.querySelector("h4");
      var heading = title.cloneNode(true);
      var mark = heading.querySelector(".mark"); // says "not checked", which is no part of the title
      if (mark) mark.remove();
      return {
        id: title.id,
        title: heading.textContent.trim(),
        mark: mark,
        facts: article.querySelector(".sentence").textContent,
        parts: PARTS.map(function (part) {
          var texts = Array.from(article.querySelectorAll(part[0]), function (one) { return (one === title ? heading : one).textContent; });
          return " " + words(texts.join(" ")).join(" ") + " ";
        })
      };
    });
  }

  // Chinese and Japanese have no spaces: there a word may stand anywhere.
  function holds(text, word) {
    if (/[\u3040-\u30ff\u3400-\u9fff]/.test(word)) return text.includes(word) ? 1 : 0;
    if (text.includes(" " + word + " ")) return 1;
    return text.includes(" " + word) ? 0.6 : 0;
  }

  function rate(entry, wanted) {
    var found = 0;
    var score = 0;
    wanted.forEach(function (word) {
      var most = 0;
      entry.parts.forEach(function (text, number) {
        most = Math.max(most, holds(text, word) * PARTS[number][1]);
      });
      if (most) found += 1;
      score += most;
    });
    if (wanted.length > 1 && entry.parts[0].includes(" " + wanted.join(" "))) score += 10;
    return { entry: entry, found: found, score: score };
  }

  function find(query) {
    var all = words(query);
    var wanted = all.filter(function (word) { return !skip.has(word); });
    if (!wanted.length) wanted = all;
    var rated = entries.map(function (entry) { return rate(entry, wanted); });
    var most = rated.reduce(function (high, one) { return Math.max(high, one.found); }, 0);
    var least = Math.max(most, Math.ceil(wanted.length / 2));
    return {
      partial: most < wanted.length,
      results: rated.filter(function (one) { return most && one.found >= least; })
        .sort(function (one, other) { return other.score - one.score; })
    };
  }

  function item(one) {
    var entry = one.entry;
    var line = document.createElement("li");
    var link = document.createElement("a");
    var facts = document.createElement("span");
    link.href = "#" + entry.id;
    link.textContent = entry.title;
    link.dir = "auto";
    facts.className = "facts";
    facts.textContent = entry.facts;
    line.append(link, " ", entry.mark || "", facts);
    return line;
  }

  function show() {
    if (!entries) read();
    var query = field.value;
    var found = words(query).length ? find(query) : { results: [] };
    var shown = found.results.slice(0, MOST);
    var text = "";
    if (shown.length) {
      text = state.getAttribute("data-text-found").replace("{n}", found.results.length);
      if (found.partial) text = state.getAttribute("data-text-weak") + " " + text;
      if (shown.length < found.results.length) {
        text += " " + state.getAttribute("data-text-first").replace("{n}", MOST);
      }
    } else if (words(query).length) {
      text = state.getAttribute("data-text-none");
    }
    state.textContent = text;
    list.textContent = "";
    list.append.apply(list, shown.map(item));
    list.hidden = !shown.length;
    list.scrollTop = 0;
  }

  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  field.addEventListener("keydown", function (event) {
    if (event.key === "Enter") {
      clearTimeout(timer);
      show();
      var first = list.querySelector("a");
      if (first) first.focus();
    } else if (event.key === "Escape") {
      field.value = "";
      show();
    }
  });
  document.addEventListener("click", function (event) {
    if (event.target instanceof Element && event.target.closest("[data-to-find]")) {
      event.preventDefault();
      place.scrollIntoView();
      field.focus();
    }
  });
  document.querySelectorAll("[data-with-script]").forEach(function (element) {
    element.hidden = false;
  });
  // A browser that comes back to the page may fill the field again.
  field.value = "";
})();
