/* Folds long lists: twenty entries are open at first, twelve on pages with much else, or eight tasks. Further lists are
   folded under their headings, as are columns, and four of many sections are open. No button stands for one or two.
   Nothing is hidden without this script, in print, from the browser's search, or behind a link to a heading. */
(function () {
  "use strict";
  var FIRST = document.querySelector("[data-fold=short]") ? 12 : 20, TASKS = 8, SECTIONS = 4, FEW = 3;
  var left = FIRST, lists = [], details = document.querySelectorAll("main details");
  var tables = document.querySelectorAll(".coverage, .table-box");
  var back = (history.state || {}).opened || [[], [], []]; // where the reader was, unless the browser kept the page
  var root = document.currentScript.src.replace(/assets\/fold\.js$/, "");
  var isSaved = root === document.currentScript.src; // by a browser, with what this script had made
  function each(found, act) { Array.prototype.forEach.call(found, act); }

  function open(item) {
    item.removeAttribute("hidden");
    item.removeAttribute("aria-hidden");
  }

  if (isSaved) {
    each(document.querySelectorAll(".fold, [data-fold] > .browse-tools"), function (one) { one.parentNode.removeChild(one); });
    each(document.querySelectorAll("[hidden=until-found]"), open);
    left = TASKS = SECTIONS = Infinity;
  }

  function show(list, all) {
    each(list.items, function (item, place) {
      if (all || place < list.keep) open(item);
      else {
        item.setAttribute("hidden", "until-found");
        item.setAttribute("aria-hidden", "true"); // otherwise it is read as an empty item or region
      }
    });
    list.button.hidden = all;
  }

  /* Hide all but the first items of an element, with a button that shows them. If all are hidden, their heading
     remains, with the button next to it. */
  function fold(element, items, keep, count, heading) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "plain-button fold";
    var isWhole = !keep && heading && heading.id;
    button.textContent = isWhole ? "t:fold.show" : "t:fold.all".replace("{n}", count);
    if (isWhole) { // there may be many such buttons in a row, so include the heading in the name of each
      button.id = heading.id + "--show";
      button.setAttribute("aria-labelledby", button.id + " " + heading.id);
    }
    if (keep || !heading || heading.tagName === "P") element.parentNode.insertBefore(button, element.nextSibling);
    else {
      var line = document.createElement("div");
      line.className = "folded";
      heading.parentNode.insertBefore(line, heading);
      line.appendChild(heading);
      line.appendChild(button);
    }
    var list = { items: items, keep: keep, button: button, element: element };
    show(list, Boolean(back[0][lists.length]));
    lists.push(list);
    button.addEventListener("click", function () {
      show(list, true);
      var next = items[keep].querySelector("a");
      if (next) next.focus();
    });
    element.addEventListener("beforematch", function (event) {
      if (list.apart) open(event.target);
      else show(list, true);
    });
    return list;
  }

  var folded = "[data-fold] .cards, [data-fold] .lines, [data-fold] .ways, [data-fold=terms] .terms, .start .tasks, " +
    "[data-fold=columns] > section, [data-fold=sections]";
  each(document.querySelectorAll(folded), function (found) {
    var count = found.children.length;
    if (found.getAttribute("data-fold")) {
      if (count - SECTIONS >= FEW) fold(found, found.children, SECTIONS, count).apart = true;
      return;
    }
    if (found.tagName === "SECTION") {
      var head = found.children[0], number = head.querySelector(".count");
      if (!left && found.querySelector("li")) {
        fold(found, Array.prototype.slice.call(found.children, 1), 0, number.textContent, head).whole = true;
      }
      return;
    }
    if (lists.some(function (list) { return list.whole && list.element.contains(found); })) return;
    var isTasks = found.classList.contains("tasks");
    var keep = Math.min(isTasks ? TASKS : left, count);
    if (!isTasks) left -= keep;
    // Under a heading even a single entry is folded, which is taller than its button, unlike a term.
    if (count - keep < (keep || found.classList.contains("terms") ? FEW : 1)) return;
    fold(found, found.children, keep, count, found.previousElementSibling);
  });

  each(details, function (one, at) {
    if (back[1][at]) one.open = true;
  });
  each(tables, function (one, at) { // browsers only scroll the page itself to where it was
    if (back[2] && back[2][at]) one.scrollTo(back[2][at][0], back[2][at][1]);
  });
  // At each click, too: Firefox loses what `pagehide` writes if it keeps this page and drops it later.
  ["click", "pagehide"].forEach(function (name) {
    window.addEventListener(name, function () {
      var opened = [lists.map(function (list) { return list.button.hidden; }), [], []];
      each(details, function (one) { opened[1].push(one.open); });
      each(tables, function (one) { opened[2].push([one.scrollLeft, one.scrollTop]); });
      history.replaceState(Object.assign({}, history.state, { opened: opened }), "");
    });
  });

  /* Save the list as a file; the script for that is loaded on demand. */
  each(document.querySelectorAll("[data-fold]"), function (part) {
    if (isSaved || part.parentNode.closest("[data-fold]")) return; // one button for all of a list
    if (!part.querySelector("a[href*='/practices/'], a[href*='/resources/']")) return;
    var tools = document.createElement("div"), asked = document.createElement("button");
    tools.className = "browse-tools";
    asked.type = "button";
    asked.className = "plain-button";
    asked.textContent = "t:take.list";
    asked.setAttribute("aria-live", "polite"); // if it comes to say that the script was lost
    asked.addEventListener("click", function () {
      var script = document.createElement("script");
      script.src = root + "assets/take.js";
      script.onload = script.onerror = function () { // another page in its place loads, too
        if (!window.toolkitTake) asked.textContent = "t:take.lost";
        else window.toolkitTake.open(asked, function () { return window.toolkitTake.linked(part); });
      };
      document.head.appendChild(script);
    });
    tools.appendChild(asked);
    part.appendChild(tools);
  });

  /* Open what is under a heading that a link leads to. */
  function arrive() {
    try {
      var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) { /* not decodable, such as "#100%" */ }
    if (!target) return;
    for (var i = 0; i < lists.length; i++) {
      if (lists[i].apart) {
        each(lists[i].items, function (item) { if (item.contains(target)) open(item); });
        continue;
      }
      var order = target.compareDocumentPosition(lists[i].element);
      if (order & Node.DOCUMENT_POSITION_FOLLOWING || order & Node.DOCUMENT_POSITION_CONTAINS) {
        show(lists[i], true);
        break;
      }
    }
  }
  window.addEventListener("hashchange", arrive);

  /* Paper has no buttons, so print everything open. */
  var closed = [];
  window.addEventListener("beforeprint", function () {
    lists.forEach(function (list) { show(list, true); });
    closed = Array.prototype.slice.call(document.querySelectorAll("main details:not([open])"));
    closed.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (one) { one.open = false; });
  });
  arrive();

  /* In the side list, mark the part that is on screen. */
  var links = {};
  each(document.querySelectorAll(".side a"), function (link) {
    links[decodeURIComponent(link.hash.slice(1))] = link;
  });
  if (!("IntersectionObserver" in window)) return;
  var watch = new IntersectionObserver(function (seen) {
    seen.forEach(function (one) {
      if (!one.isIntersecting) return;
      for (var id in links) links[id].removeAttribute("aria-current");
      links[one.target.id].setAttribute("aria-current", "location");
    });
  }, { rootMargin: "-10% 0px -70% 0px" });
  for (var id in links) {
    var heading = document.getElementById(id);
    if (heading) watch.observe(heading);
  }
})();
